"""`cnd evaluate` with what other tools export, from the tasks made for them to the figures."""

import json

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
    assert ended.err == "warning: the label 'late' means nothing here; 1 left out\n"
    measured = {row["measure"]: (row["reference"], row["recall"]) for row in json.loads(ended.out)}
    assert measured == {"themes": (1, 1.0), "actors": (1, 1.0), "actors with role": (1, 1.0)}
    extra = json.loads(cnd("evaluate", tasks, text, "--differences", "--json", "-q").out)
    assert {row["point"] for row in extra} <= {"1", "2"}


@pytest.mark.parametrize("tool", ["prodigy", "doccano", "inception"])
def test_suggestions_come_back_as_a_reference(cnd, text, tmp_path, tool):
    assert cnd("export", text, "--format", tool, "-o", tmp_path / "tasks") == (0, "", "")
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
