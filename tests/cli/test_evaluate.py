"""`cnd evaluate` with our own form, coding sheets, what other tools export, and two coders, to the figures."""

import csv
import io
import json

import openpyxl
import pytest


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "outcome.txt"
    path.write_text("1. Member States should combat corruption.\n\n2. UNODC should assist.\n\n3. It was late.\n")
    return path


def test_tasks_made_by_segment_come_back_as_a_reference(cnd, text, tmp_path):
    tasks = tmp_path / "tasks.jsonl"
    assert cnd("segment", text, "-o", tasks).code == 0
    rows = [json.loads(line) for line in tasks.read_text().splitlines()][:2]
    rows[0] |= {"accept": ["corruption", "late"], "answer": "accept"}
    rows[1] |= {"spans": [{"start": 0, "end": 5, "label": "agent"}], "answer": "accept"}
    tasks.write_text("\n".join(map(json.dumps, rows)))
    ended = cnd("evaluate", tasks, text, "--json")
    assert ended.err.splitlines() == [
        "warning: the label 'late' means nothing here; 1 left out",
        "note: 2 of 3 paragraphs of outcome are labelled and compared; --all-points compares all",
    ]
    measured = {row["measure"]: (row["reference"], row["recall"]) for row in json.loads(ended.out)}
    assert measured == {"themes": (1, 1.0), "actors": (1, 1.0), "actors with role": (1, 1.0)}
    extra = json.loads(cnd("evaluate", tasks, text, "--differences", "--json", "-q").out)
    assert {row["point"] for row in extra} <= {"1", "2"}


@pytest.mark.parametrize("tool", ["prodigy", "doccano", "inception"])
def test_suggestions_come_back_as_a_reference(cnd, text, tmp_path, tool):
    assert cnd("export", text, "--format", tool, "-o", tmp_path / "tasks").code == 0
    measured = json.loads(cnd("evaluate", tmp_path / "tasks", text, "--json").out)
    assert {row["measure"]: row["f1"] for row in measured if row["reference"]} == {
        "themes": 1.0,
        "actors": 1.0,
        "actors with role": 1.0,
    }


def test_a_document_must_be_named_with_tasks(cnd, tmp_path):
    (tmp_path / "tasks.json").write_text(json.dumps([{"data": {"text": "x"}, "annotations": []}]))
    ended = cnd("evaluate", tmp_path / "tasks.json")
    assert ended.code == 2
    assert "names no document" in ended.err


def test_a_reference_is_for_one_text(cnd, tmp_path):
    (tmp_path / "nameless.jsonl").write_text('{"point": "1"}\n')
    ended = cnd("evaluate", tmp_path / "nameless.jsonl")
    assert ended.code == 2
    assert "names no document; say which" in ended.err
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("1. States agreed.\n")
    ended = cnd("evaluate", tmp_path / "nameless.jsonl", tmp_path)
    assert ended.code == 2
    assert "2 texts; a reference annotates one" in ended.err


ACTION = {"lemma": "combat", "strength": "recommendation", "agent": "member_states", "object": "x", "polarity": "+"}
LABELS = {
    "point": "1",
    "themes": ["corruption"],
    "actors": [{"id": "member_states", "role": "agent"}],
    "actions": [ACTION],
}


def figures(ended):
    return {row["measure"]: (row["f1"], row["reference"], row["predicted"]) for row in json.loads(ended.out)}


def test_paragraphs_nobody_labelled_are_not_wrong(cnd, text, tmp_path):
    (tmp_path / "mine.jsonl").write_text(json.dumps(LABELS))
    ended = cnd("evaluate", tmp_path / "mine.jsonl", text, "--json")
    assert ended.err == "note: 1 of 3 paragraphs of outcome are labelled and compared; --all-points compares all\n"
    assert figures(ended)["actions by lemma"] == (1, 1, 1)
    whole = cnd("evaluate", tmp_path / "mine.jsonl", text, "--json", "--all-points")
    assert whole.err == ""
    assert figures(whole)["actions by lemma"] == (2 / 3, 1, 2)


def test_points_that_are_not_there_are_named(cnd, text, tmp_path):
    (tmp_path / "mine.jsonl").write_text(
        "\n".join(json.dumps({**LABELS, "point": point}) for point in ("1", "7(a)", "9"))
    )
    ended = cnd("evaluate", tmp_path / "mine.jsonl", text, "--json")
    assert "warning: 2 labelled paragraphs are not in outcome: 7(a), 9\n" in ended.err
    assert cnd("evaluate", tmp_path / "mine.jsonl", text, "--json", "-q").err == ""


FILLED = {
    "1": {"read": "x", "themes": "Corruption", "actors": "Member States: agent"}
    | {"actions": "combat | recommendation | Member States | corruption"},
    "2": {"read": "x", "actors": "UNODC: agent", "actions": "assist | recommendation | unodc"},
}


def filled(rows):
    """Fill in the rows of a sheet, the head first, as a coder would."""
    head = [str(name) for name in rows[0]]
    for row in rows[1:]:
        for column, value in FILLED.get(str(row[head.index("point")]), {}).items():
            row[head.index(column)] = value
    return rows


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sheet_comes_back_as_csv(cnd, text, tmp_path, separator):
    made = cnd("evaluate", "--template", text, "--csv")
    assert made.code == 0
    back = io.StringIO(newline="")
    csv.writer(back, delimiter=separator).writerows(filled(list(csv.reader(io.StringIO(made.out)))))
    (tmp_path / "sheet.csv").write_text(back.getvalue(), "utf-8-sig")
    ended = cnd("evaluate", tmp_path / "sheet.csv", text, "--json")
    assert ended.err.startswith("note: 2 of 3 paragraphs")
    assert figures(ended) | {"themes": (1, 1, 1), "actors with role": (1, 2, 2)} == figures(ended)
    assert figures(ended)["actions, all slots"] == (1, 2, 2)
    assert "positions" not in figures(ended)


def test_a_sheet_comes_back_as_a_workbook(cnd, text, tmp_path):
    path = tmp_path / "sheet.xlsx"
    assert cnd("evaluate", "--template", text, "-o", path).code == 0
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["sheet", "codes"]
    assert {"corruption", "agent", "recommendation", "many"} <= {row[2] for row in book["codes"].values}
    rows = filled([list(row) for row in book["sheet"].values])
    for row, values in zip(book["sheet"].iter_rows(), rows, strict=True):
        for cell, value in zip(row, values, strict=True):
            cell.value = value
    book.save(path)
    ended = cnd("evaluate", path, text, "--json")
    assert figures(ended)["actions, all slots"] == (1, 2, 2)
    assert figures(ended)["themes"] == (1, 1, 1)


def test_two_coders(cnd, text, tmp_path):
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({**LABELS, "point": point}) for point in "12"))
    (tmp_path / "b.jsonl").write_text(
        "\n".join(json.dumps({**LABELS, "point": point}) for point in "1") + '\n{"point": "2"}'
    )
    ended = cnd("evaluate", tmp_path / "a.jsonl", "--second", tmp_path / "b.jsonl", "--json")
    rows = {row["measure"]: row for row in json.loads(ended.out)}
    assert rows["themes"] == {"measure": "themes", "f1": 2 / 3, "agreed": 0.5, "kappa": 0, "alpha": 0, "units": 2}
    assert rows["paired actions: agent"]["units"] == 1
    alone = cnd("evaluate", tmp_path / "a.jsonl", "--second", tmp_path / "b.jsonl", "--differences", "--json")
    assert {(row["point"], row["difference"]) for row in json.loads(alone.out)} == {("2", "first only")}
    (tmp_path / "b.jsonl").write_text('{"point": "3"}')
    ended = cnd("evaluate", tmp_path / "a.jsonl", "--second", tmp_path / "b.jsonl")
    assert ended.code == 2
    assert "no paragraph in common" in ended.err


def test_two_coders_with_a_tool_of_theirs(cnd, text, tmp_path):
    tasks = [{"text": "Member States should combat corruption.", "accept": ["corruption"], "answer": "accept"}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, tasks)))
    (tmp_path / "b.jsonl").write_text(json.dumps(LABELS))
    ended = cnd("evaluate", tmp_path / "a.jsonl", text, "--second", tmp_path / "b.jsonl", "--json")
    assert [(row["measure"], row["f1"]) for row in json.loads(ended.out)] == [("themes", 1)]
