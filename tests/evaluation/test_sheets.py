"""Coding sheets: what a coder may write into them, and what is refused with its row."""

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from cnd_tools.errors import RefusedInput
from cnd_tools.evaluation.cells import read_cells
from cnd_tools.evaluation.sheets import COLUMNS, read_sheet, sheet
from cnd_tools.lexicon import load
from cnd_tools.records import Document
from cnd_tools.segmenting import segment

PATH = Path("sheet.csv")
TEXT = "Report\n\n1. States should act:\n\n(a) On drugs;\n\n(b) On trade.\n"


def given(line, head="point,read,themes,actors,positions,actions"):
    return read_sheet(PATH, f"{head}\n{line}\n".encode(), load())


def test_a_sheet_has_each_paragraph():
    made = sheet(segment(Document("d", TEXT)))
    assert made.columns == COLUMNS
    assert [(row[0], row[1]) for row in made.rows] == [
        ("1", "States should act:"), ("1(a)", "On drugs;"), ("1(b)", "On trade."),
    ]  # fmt: skip
    assert [TEXT[row[-2] : row[-1]] for row in made.rows] == [row[1] for row in made.rows]


@pytest.mark.parametrize(
    ("cell", "column", "labels"),
    [
        ("corruption", "themes", ["corruption"]),
        ("Corruption; Public health", "themes", ["corruption", "public_health"]),
        ('"corruption\npublic_health;"', "themes", ["corruption", "public_health"]),
        ("UNODC: agent", "actors", [{"id": "unodc", "role": "agent"}]),
        ("person:farouk: Source", "actors", [{"id": "person:farouk", "role": "source"}]),
        ("the ship owners : mention", "actors", [{"id": "ship_owners", "role": "mention"}]),
        ("Express concern", "positions", [{"source": None, "verb": "express concern", "extent": "unstated"}]),
        ("urge | many | UNODC", "positions", [{"source": "unodc", "verb": "urge", "extent": "many"}]),
        (
            "share|obligation|UNODC|the data|-",
            "actions",
            [{"lemma": "share", "strength": "obligation", "agent": "unodc", "object": "the data", "polarity": "-"}],
        ),
        (
            "share | obligation | | data",
            "actions",
            [{"lemma": "share", "strength": "obligation", "agent": None, "object": "data", "polarity": "+"}],
        ),
    ],
)
def test_what_a_cell_says(cell, column, labels):
    made = given(f"1,x,{cell}", head=f"point,read,{column}")
    assert made.points[0][{"positions": "attributions"}.get(column, column)] == labels
    assert list(made.tables) == [column]


@pytest.mark.parametrize(
    ("cell", "column", "message"),
    [
        ("corruptoin", "themes", "row 2, themes: 'corruptoin' is no theme; cnd lexicon list theme"),
        ("UNODC", "actors", "row 2, actors: 'UNODC' has no role; write UNODC: and one of agent,"),
        ("UNODC: boss", "actors", "row 2, actors: 'UNODC' has no role"),
        ("| many", "positions", "row 2, positions: a position without its verb"),
        ("urge | most", "positions", "row 2, positions: 'most' is none of consensus,"),
        ("share", "actions", "row 2, actions: an action without verb or strength"),
        ("share | must", "actions", "row 2, actions: 'must' is none of obligation,"),
        ("share | obligation | | | no", "actions", "row 2, actions: 'no' is none of +, -"),
    ],
)
def test_a_cell_that_cannot_be_understood(cell, column, message):
    with pytest.raises(RefusedInput, match=re.escape(f"sheet.csv, {message}")):
        given(f"1,x,{cell}", head=f"point,read,{column}")


def test_paragraphs_that_were_not_read_are_left_out():
    assert [point["point"] for point in given("1,,\n2,yes,corruption\n3,,\n,x,").points] == ["2"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("1,,\n2,,", "sheet.csv: not filled in yet: nothing stands under read; write x there"),
        ("1,x,\n2,x,", "sheet.csv: no paragraph that is marked as read has a code"),
        ("1,x,corruption\n2,,corruption", "sheet.csv, row 3: codes, and nothing under read; write x there"),
    ],
)
def test_a_sheet_that_is_not_filled_in_is_refused_with_what_to_do(line, message):
    with pytest.raises(RefusedInput, match=re.escape(message)):
        given(line)


@pytest.mark.parametrize(
    ("line", "message"),
    [("1,x,a,9", "row 2, start: 'a' is no place"), ("1,x,1,9\n2,x,5,7", "row 3: of words that sheet.csv, row 2 is of")],
)
def test_places_that_cannot_be(line, message):
    with pytest.raises(RefusedInput, match=message):
        given(line, head="point,read,start,end")


def test_a_place_as_a_spreadsheet_saves_it():
    assert given("1,x,3.0,9.0,corruption", head="point,read,start,end,themes").points == [
        {"point": "1", "start": 3, "end": 9, "themes": ["corruption"], "actors": [], "attributions": [], "actions": []}
    ]


def test_another_table_is_no_sheet():
    with pytest.raises(RefusedInput, match="no columns point and read; make one with cnd evaluate --template"):
        given("1,2", head="point,text")


@pytest.mark.parametrize("data", [b"", b'{"point": "1"}', b' [{"text": "x"}]', b"\xff\xfe", b"themes\nx\n"])
def test_what_is_neither_csv_nor_a_workbook(data):
    assert read_cells(PATH, data) is None


def workbook(rows):
    """Return a workbook as openpyxl writes it, each string in its cell."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def with_shared_strings(rows):
    """Return a workbook as Excel writes it, all strings in a part of their own."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return written.getvalue()


@pytest.mark.parametrize("write", [workbook, with_shared_strings])
def test_cells_of_a_workbook(write):
    rows = [["point", "read", "n"], ["1", None, 4], [None, "é | \U0001f30d", True]]
    assert read_cells(PATH, write(rows)) == [["point", "read", "n"], ["1", "", "4"], ["", "é | \U0001f30d", "1"]]


def repacked(change):
    """Return a workbook with one part changed."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(with_shared_strings([["point"]]))) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name.endswith("sheet1.xml") else old.read(name))
    return written.getvalue()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: b"<!DOCTYPE x>" + data, "has a DOCTYPE or ENTITY"),
        (lambda data: data + b" " * 24_000_001, "unpacks to more than"),
        (lambda data: data[:50], "cannot be read as a workbook"),
        (lambda data: data.replace(b'r="A1"', b'r="ZZZ1"'), "more than 256 columns"),
        (lambda data: data.replace(b"<v>0</v>", b"<v>99</v>"), "cannot be read as a workbook"),
        (lambda data: b"", "cannot be read as a workbook"),
    ],
    ids=["entities", "a bomb", "cut off", "far right", "no such string", "empty"],
)
def test_a_workbook_that_is_refused(change, message):
    with pytest.raises(RefusedInput, match=message):
        read_cells(PATH, repacked(change))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 500])
def test_an_archive_that_is_none(data):
    with pytest.raises(RefusedInput, match=r"sheet\.csv: cannot be read as a workbook"):
        read_cells(PATH, data)
