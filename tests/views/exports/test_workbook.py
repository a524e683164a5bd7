"""The workbook, read with openpyxl."""

import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from cnd_tools.errors import UsageError
from cnd_tools.tables import COLUMNS, Table
from cnd_tools.views.exports import workbook
from cnd_tools.views.exports.workbook import LONGEST, PART, write_tables, write_workbook
from cnd_tools.views.safe import visible
from views.exports.contents import ALL, HOSTILE, SAID, of
from views.made import EARLIER, LATER, made

SHEETS = ["documents", *COLUMNS, "actors by theme", "themes by theme", "codebook", "variables", "settings"]


def written(path, *analyses):
    cut = write_workbook(of(*analyses), path / "a.xlsx")
    return openpyxl.load_workbook(path / "a.xlsx"), cut


def rows(sheet):
    return list(sheet.iter_rows(values_only=True))


def test_every_row_and_column_is_there(tmp_path):
    book, cut = written(tmp_path, *ALL)
    assert cut == 0
    assert book.sheetnames == SHEETS
    for table in of(EARLIER, LATER).tables():
        head, *found = rows(book[table.name])
        assert head == COLUMNS[table.name]
        assert found[: len(table.rows)] == list(table.rows)


def test_headers_stay_in_view_and_have_filters(tmp_path):
    book, _ = written(tmp_path, *ALL)
    for sheet in book:
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes.endswith("2")
        (table,) = sheet.tables.values()
        assert table.name == sheet.title.replace(" ", "_")
        assert table.ref == table.autoFilter.ref == f"A1:{sheet.dimensions.partition(':')[2]}" or sheet.max_row == 1
        assert [column.name for column in table.tableColumns] == list(rows(sheet)[0])
    points = book["points"]
    assert points["O2"].alignment.wrap_text
    assert 40 <= points.column_dimensions["O"].width <= 80


def test_numbers_of_paragraphs_are_text_without_complaint(tmp_path):
    written(tmp_path, EARLIER)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(SHEETS)
    for sheet in sheets:
        whole = re.search(r'<dimension ref="A1:([A-Z]+[0-9]+)"', sheet)[1]
        ignored = re.search(r'<ignoredError sqref="A1:([A-Z0-9]+)" numberStoredAsText="1"/>', sheet)[1]
        assert ignored in {whole, whole[:-1] + "2"}  # a table without rows has an empty one


def test_names_of_tables_can_stand_in_a_formula(tmp_path):
    book, _ = written(tmp_path, *ALL)
    names = [table.name for sheet in book for table in sheet.tables.values()]
    assert len(set(names)) == len(SHEETS)
    assert all(re.fullmatch("[a-z]{4,}[a-z_]*", name) for name in names)


def test_heads_of_a_named_table_are_each_another(tmp_path):
    heads = ("Corruption", "corruption", "", "h" * 300, "h" * 300, "<r>x</r>")
    write_tables([Table("of mine", heads, (tuple(range(6)),))], tmp_path / "b.xlsx")
    (sheet,) = openpyxl.load_workbook(tmp_path / "b.xlsx")
    (table,) = sheet.tables.values()
    found = [column.name for column in table.tableColumns]
    assert found == list(rows(sheet)[0])
    assert len({head.lower() for head in found}) == 6
    assert max(map(len, found)) == 255


def test_matrices_count_points(tmp_path):
    book, _ = written(tmp_path, EARLIER, LATER)
    head, *found = rows(book["actors by theme"])
    assert head == ("document", "actor", "name", "Corruption", "Drug trafficking", "Precursor control")
    assert ("2009", "member_states", "Member states", 1, 1, 0) in found
    assert ("2011", "participants", "Participants", 0, 0, 1) in found
    head, *found = rows(book["themes by theme"])
    assert ("2009", "drug_trafficking", "Drug trafficking", 1, 2, 0) in found  # with corruption once, twice in all
    assert ("2009", "corruption", "Corruption", 1, 1, 0) in found


def test_the_codebook_defines_what_is_used(tmp_path):
    book, _ = written(tmp_path, *ALL)
    codes = {(row[0], row[1]) for row in rows(book["codebook"])}
    assert {("theme", "corruption"), ("role", "agent"), ("strength", "obligation"), ("actor", "unodc")} <= codes
    assert ("actions", "polarity", "Whether it is to be done or not.") in rows(book["variables"])
    settings = dict(rows(book["settings"]))
    assert settings["cnd-tools"] == "0"
    assert len(settings["sha256 of 2009"]) == 64


def test_hostile_words_are_only_words(tmp_path):
    book, _ = written(tmp_path, HOSTILE)
    assert book["documents"]["A2"].value == HOSTILE.document.name
    said = [row[14] for row in rows(book["points"])[1:]]
    # A control character is shown; what XlsxWriter would take for its own markup has a space behind it.
    assert said == [SAID[0], visible(SAID[1]), SAID[2] + " "]
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type in {"s", "n"}
            assert cell.hyperlink is None


@pytest.mark.parametrize("letter", ["a", "\U0001f30d"])
def test_long_cells_are_whole_on_a_sheet_of_their_own(tmp_path, letter):
    long = letter * 40_000
    book, cut = written(tmp_path, made("long", long, "short"))
    assert cut == 1
    first = book["points"]["O2"].value
    assert first.startswith(letter * PART)
    assert first.endswith("[… the whole text is on the sheet continued, number 1]")
    head, *parts = rows(book["continued"])
    assert head == ("number", "sheet", "row", "column", "part", "text")
    assert [part[:5] for part in parts] == [(1, "points", 2, "text", number) for number in (1, 2, 3)]
    assert "".join(part[5] for part in parts) == long
    assert all(len(cell.value.encode("utf-16-le")) // 2 <= LONGEST for cell in book["continued"]["F"])


def test_a_cell_that_just_fits_stays(tmp_path):
    _, cut = written(tmp_path, made("long", "a" * LONGEST))
    assert cut == 0


def test_no_rows(tmp_path):
    book, _ = written(tmp_path, replace(EARLIER, points=(), actors=(), themes=(), positions=(), actions=()))
    assert book.sheetnames == SHEETS
    assert rows(book["actions"]) == [COLUMNS["actions"]]


def test_more_rows_than_a_sheet_has(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    with pytest.raises(UsageError, match=r"points: 3 rows .* \.db"):
        written(tmp_path, EARLIER)


def test_the_same_data_give_the_same_file(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(of(*ALL), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
