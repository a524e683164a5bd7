"""What each command prints, in each format."""

import csv
import io
import json

import pytest

from cnd_tools.tables import COLUMNS

TEXT = """\
1. States should ratify the Paris Agreement. Transit countries need assistance in controlling borders.

2. The Chair summarized the points as follows:

(a) Participants emphasized that money-laundering should be addressed by all Governments;

(b) =HYPERLINK("http://example.org") [/foo] \x1b[31m must be ended.
"""
EXTRACTED = ["actors", "themes", "positions", "actions", "citations"]


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "outcome.txt"
    path.write_text(TEXT)
    return path


def records(printed):
    return list(csv.DictReader(io.StringIO(printed)))


@pytest.mark.parametrize("command", EXTRACTED)
@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl"])
def test_machine_formats_have_the_columns_in_order(cnd, text, command, form):
    printed = cnd(command, text, "--format", form, "-q").out
    if form in ("csv", "tsv"):
        rows = list(csv.reader(io.StringIO(printed), delimiter="," if form == "csv" else "\t"))
        assert tuple(rows[0]) == COLUMNS[command]
        found = len(rows) - 1
    else:
        rows = json.loads(printed) if form == "json" else [json.loads(line) for line in printed.splitlines()]
        assert {tuple(row) for row in rows} == {COLUMNS[command]}
        found = len(rows)
    assert found > 0


def test_a_csv_file_tells_excel_that_it_is_utf_8(cnd, text):
    printed, place = cnd("actions", text, "--csv", "-q").out, text.with_suffix(".csv")
    assert cnd("actions", text, "-q", "-o", place).code == 0
    assert place.read_bytes() == b"\xef\xbb\xbf" + printed.encode()
    for form in ("tsv", "json", "jsonl", "md"):
        assert cnd("actions", text, "-q", "-o", text.with_suffix(f".{form}")).code == 0
        assert not text.with_suffix(f".{form}").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("command", ["segment", *EXTRACTED])
def test_an_empty_text_gives_a_header_and_a_warning(cnd, tmp_path, command):
    (tmp_path / "empty.txt").write_text("")
    ended = cnd(command, tmp_path / "empty.txt", "--csv")
    assert ended.code == 0
    assert ended.out == ",".join(COLUMNS["points" if command == "segment" else command]) + "\n"
    assert "empty.txt:1: warning: " in ended.err


def test_the_points_of_a_text(cnd, text):
    rows = records(cnd("segment", text, "--csv").out)
    assert [(row["point"], row["kind"], row["parent"]) for row in rows] == [
        ("1", "numbered", ""),
        ("2", "numbered", ""),
        ("2(a)", "lettered", "2"),
        ("2(b)", "lettered", "2"),
    ]


def test_formulas_are_defused_and_it_is_said(cnd, text):
    ended = cnd("segment", text, "--csv")
    assert records(ended.out)[3]["text"].startswith("'=HYPERLINK")
    assert "note: 1 cell that a spreadsheet would run" in ended.err
    exact = cnd("segment", text, "--csv", "--raw")
    assert records(exact.out)[3]["text"].startswith("=HYPERLINK")
    assert exact.err == ""


def test_json_is_exact_and_a_table_is_safe(cnd, text):
    assert "\x1b[31m" in json.loads(cnd("segment", text, "--json").out)[3]["text"]
    shown = cnd("segment", text).out
    assert r"[/foo] \x1b[31m" in shown


def test_rows_lead_back_to_the_source(cnd, text):
    for command in EXTRACTED:
        for row in json.loads(cnd(command, text, "--json").out):
            words = TEXT[row["start"] : row["end"]]
            assert words.strip(), (command, row)
            if command == "actors":
                assert words == row["text"]


def test_a_file_by_its_ending_never_over_another(cnd, text, tmp_path):
    out = tmp_path / "themes.jsonl"
    assert cnd("themes", text, "-o", out).out == ""
    kept = out.read_bytes()
    assert json.loads(kept.splitlines()[0])["document"] == "outcome"
    ended = cnd("actors", text, "-o", out)
    assert ended.code == 2
    assert out.read_bytes() == kept
    assert cnd("actors", text, "-o", out, "--force").code == 0
    assert "role" in json.loads(out.read_bytes().splitlines()[0])


def test_the_ledger_counts_every_character(cnd, text):
    rows = records(cnd("segment", text, "--ledger", "--csv").out)
    assert sum(int(row["characters"]) for row in rows) == len(TEXT)
    assert {row["kind"]: row["characters"] for row in rows}["none"] == "0"


def test_numbering_at_fault_warns_or_is_refused(cnd, tmp_path):
    path = tmp_path / "gap.txt"
    path.write_text("1. One.\n\n2. Two.\n\n4. Four.\n")
    ended = cnd("segment", path)
    assert ended.code == 0
    assert "gap.txt:5: warning: " in ended.err
    assert cnd("segment", path, "--quiet").err == ""
    refused = cnd("segment", path, "--strict")
    assert refused.code == 3
    assert "gap.txt:5: " in refused.err
    assert refused.out == ""


@pytest.mark.parametrize(("times", "lines"), [(5, 5), (6, 6), (30, 6)])
def test_what_is_warned_of_again_and_again_is_counted(cnd, tmp_path, times, lines):
    path = tmp_path / "gaps.txt"
    path.write_text("1. One.\n\n" + "".join(f"{number}. Act.\n\n" for number in range(3, 3 + 2 * times, 2)))
    warned = cnd("segment", path).err.splitlines()
    assert len(warned) == lines
    if times > 5:
        assert warned[-1] == f"{path}: warning: {times - 5} more of the kind 'gap'"


@pytest.mark.parametrize(
    ("word", "by"),
    [("themes", "theme"), ("Actor", "actor"), ("point", "points"), ("Paragraphs", "points"), ("term", "terms")],
)
def test_a_view_may_be_named_in_the_singular_or_the_plural(cnd, word, by):
    assert (
        cnd("compare", "2009", "2011", "--by", word, "--csv").out
        == cnd("compare", "2009", "2011", "--by", by, "--csv").out
    )


def test_docs_lists_the_corpus(cnd):
    rows = records(cnd("docs", "--csv").out)
    assert [row["document"] for row in rows] == ["2009", "2011"]
    assert rows[0]["body"] == "Commission on Narcotic Drugs"
    assert int(rows[0]["points"]) >= 15


def test_the_same_input_gives_the_same_output(cnd, text):
    first = cnd("actions", "2011", text, "--json").out
    second = json.loads(cnd("actions", text, "2011", "--json").out)
    assert sorted(json.loads(first), key=str) == sorted(second, key=str)


@pytest.mark.parametrize(
    ("columns", "heads"),
    [
        ("title,q", ["title,q"]),
        ("measure", ["measure"]),
        ("name, role", ["name,role"]),
    ],
)
def test_columns_choose_the_tables_that_have_them(cnd, columns, heads):
    printed = cnd("compare", "2009", "2011", "--columns", columns, "--csv", "-q").out
    assert [table.partition("\n")[0].strip() for table in printed.replace("\r", "").split("\n\n")] == heads


@pytest.mark.parametrize("asked", [("--csv",), ("--format", "tsv"), ("--columns", "q", "--csv")])
def test_several_tables_are_refused_in_a_file_that_holds_one(cnd, asked):
    ended = cnd("compare", "2009", "2011", *asked)
    assert ended.code == 2
    assert "add --by speakers, themes, actors, strength, extent, paragraphs or terms" in ended.err
    assert ended.out == ""


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ("titel", "no table here has a column 'titel'; did you mean title?"),
        ("measure,title", "no one table has all of measure, title; ask for those of one"),
    ],
)
def test_columns_that_no_table_has(cnd, columns, message):
    ended = cnd("compare", "2009", "2011", "--columns", columns, "-q")
    assert ended.code == 2
    assert message in ended.err
