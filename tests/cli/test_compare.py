"""`cnd compare`: the page of words, the files it writes, groups of texts, and parts of them."""

from __future__ import annotations

import csv
import io
import sqlite3
import time
from contextlib import closing

import pytest

from cnd_tools.comparing.relations import changes_between
from comparing.building import texts

FIRST = """\
1. Member States should destroy seized precursor chemicals within one year of their seizure.

2. The Secretariat should publish a manual on the handling of hazardous chemicals in warehouses.

3. Rivers carry silt to the sea.
"""
SECOND = """\
1. Member States must destroy seized precursor chemicals within one year of their seizure.

2. The Secretariat should publish a manual on the handling of hazardous chemicals in warehouses.

3. Lentils grow on terraces in the north.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(FIRST)
    (tmp_path / "b.txt").write_text(SECOND)
    return tmp_path


def rows(printed):
    return list(csv.DictReader(io.StringIO(printed)))


def test_the_three_questions_are_answered_first(cnd, folder):
    printed = cnd("compare", "a.txt", "b.txt").out.splitlines()
    assert printed[0].split() == ["What", "changed", "from", "a", "to", "b", "paragraphs", "words"]
    said = {line[:12].strip(): line[13:] for line in printed if line.startswith(" ") and line[1] != " "}
    assert said["New"] == "1: 3 Lentils grow on terraces in the north"
    assert said["Dropped"] == "1: 3 Rivers carry silt to the sea"
    assert said["Stronger"] == "1: 1 should → must"
    assert said["Paragraphs"] == "of 3: 1 kept · 1 reworded · 1 dropped; 1 new"
    assert len(printed) <= 24


def test_the_page_of_the_two_texts_is_what_the_golden_file_has(cnd):
    from comparing.test_page import golden

    assert cnd("compare", "2009", "2011").out == golden()


def test_only_some_changes(cnd, folder):
    for by in (["--by", "points"], []):  # to ask for it is to ask for paragraphs
        found = rows(cnd("compare", "a.txt", "b.txt", *by, "--only", "stronger,new", "--csv").out)
        assert [(row["point_a"], row["point_b"], row["change"]) for row in found] == [
            ("1", "1", "reworded"),
            ("", "3", "new"),
        ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--by", "themes", "--only", "new"], "--only goes with --by paragraphs alone"),
        (["--by", "points", "--only", "newer"], "no change is called 'newer'; did you mean new?"),
        (["--group-by", "colour"], "no column 'colour'"),
        (["--section", "x"], None),
        (["--theme", "corruptin"], "no theme has the id or title 'corruptin'; did you mean corruption?"),
    ],
)
def test_what_there_is_not_is_told_with_what_there_is(cnd, folder, words, message):
    ended = cnd("compare", "a.txt", "b.txt", *words)
    assert ended.code == (2 if message else 0)  # texts without headings are taken whole
    assert message is None or message in ended.err


def test_several_texts_are_one_side(cnd, folder):
    found = rows(cnd("compare", "a.txt,b.txt", "b.txt", "--by", "points", "--csv").out)
    assert {row["document_a"] for row in found} == {"a.txt,b.txt"}
    assert [row["point_b"] for row in found if row["point_a"] == "b.txt:1"] == []
    assert [row["point_b"] for row in found if row["point_a"] == "b:1"] == ["1"]


def test_a_workbook_has_a_sheet_a_view_with_the_paragraphs(cnd, folder):
    openpyxl = pytest.importorskip("openpyxl")
    assert cnd("compare", "a.txt", "b.txt", "-o", "c.xlsx").code == 0
    book = openpyxl.load_workbook(folder / "c.xlsx")
    assert book.sheetnames[:3] == ["page", "overview", "speaker_shares"]
    assert {"theme_shares", "actor_shares", "strength_shares", "extent_shares", "changes", "terms"} < set(
        book.sheetnames
    )
    heads, *found = book["strength_shares"].iter_rows(values_only=True)
    row = dict(zip(heads, next(row for row in found if row[0] == "recommendation"), strict=True))
    assert (row["points_a"], row["which_a"], row["points_b"], row["which_b"]) == (2, "1 2", 1, "2")
    assert cnd("compare", "a.txt", "b.txt", "-o", "c.xlsx").code == 2  # it is there


def test_a_memo_has_the_page_and_the_paragraphs_side_by_side(cnd, folder):
    docx = pytest.importorskip("docx")
    assert cnd("compare", "a.txt", "b.txt", "-o", "memo.docx").code == 0
    memo = docx.Document(str(folder / "memo.docx"))
    said = [one.text for one in memo.paragraphs]
    assert said[0] == "What changed from a to b"
    assert "New: 1: 3 Lentils grow on terraces in the north" in said
    (table,) = memo.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["a", "", "b"]
    assert cells[1][1] == "reworded; should → must"
    assert cells[-1][0] == "3  Rivers carry silt to the sea." or cells[-2][0].startswith("3  ")
    struck = [run.text for run in table.rows[1].cells[0].paragraphs[0].runs if run.font.strike]
    assert [text.strip() for text in struck] == ["should"]


def test_the_same_texts_give_the_same_files(cnd, folder):
    for name in ("c.xlsx", "memo.docx"):
        assert cnd("compare", "a.txt", "b.txt", "-o", name).code == 0
        first = (folder / name).read_bytes()
        time.sleep(2.1)  # the date in a ZIP file has two seconds
        assert cnd("compare", "a.txt", "b.txt", "-o", name, "--force").code == 0
        assert (folder / name).read_bytes() == first


def test_an_export_of_two_texts_holds_their_comparison(cnd, folder):
    assert cnd("export", "a.txt", "b.txt", "-o", "both.db").code == 0
    with closing(sqlite3.connect(folder / "both.db")) as database:
        sql = "SELECT change FROM compared_changes WHERE point_b = '1'"
        assert database.execute(sql).fetchall() == [("reworded",)]
        assert (
            database.execute("SELECT statement FROM compared_page WHERE about = 'New'").fetchone()[0].startswith("1: 3")
        )
    assert cnd("export", "a.txt", "-o", "one.db").code == 0
    with closing(sqlite3.connect(folder / "one.db")) as database:
        assert database.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'compared%'").fetchone() == (0,)


HEADED = "# On rivers\n\n1. Rivers carry silt.\n\n# On lentils\n\n2. Lentils should be grown.\n"


@pytest.mark.parametrize("command", ["segment", "actors", "themes", "positions", "actions", "find"])
def test_a_section_may_be_chosen_in_every_command(cnd, folder, command):
    (folder / "h.md").write_text(HEADED)
    words = [command, "*"] if command == "find" else [command]
    words = [command, "l*"] if command == "find" else words
    found = rows(cnd(*words, "h.md", "--section", "len*", "--csv").out)
    assert {row["point"] for row in found} <= {"2", "p2"}
    assert found or command in {"actors", "themes", "positions"}
    ended = cnd(*words, "h.md", "--section", "mountains")
    assert ended.code == 2
    assert "--section: no heading has 'mountains'; there are: On rivers; On lentils" in ended.err


def test_two_texts_of_150_paragraphs_are_compared_in_under_a_second():
    """After analysis; ten words a paragraph in ten are new, so that every step has its work."""
    words = [f"word{number % 997}" for number in range(150 * 60)]
    paragraphs = [" ".join(words[at : at + 60]) for at in range(0, len(words), 60)]
    first = texts("A", *paragraphs)
    second = texts("B", *(text.replace("word1", "other") for text in paragraphs[::-1]))
    changes_between(first, second)  # what is imported and read once
    started = time.process_time()  # of this process, whatever else the machine does
    found = changes_between(first, second)
    assert time.process_time() - started < 1
    assert len(found.rows) >= 150
