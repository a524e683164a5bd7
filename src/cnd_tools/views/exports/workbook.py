"""A workbook to hand in (.xlsx): a sheet a table, matrices, the codebook and what it was all made with.

Whatever is text is written as text, so nothing in a source can become a formula, a link or markup of the file.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell as _cell

from cnd_tools.errors import UsageError
from cnd_tools.tables import Table
from cnd_tools.views.exports.content import ExportContent
from cnd_tools.views.exports.matrices import actors_by_themes, themes_by_themes
from cnd_tools.views.safe import visible

# Excel's limits ("Excel specifications and limits"): UTF-16 units in a cell, rows of a sheet.
LONGEST, MOST_ROWS = 32_767, 1_048_576
LONGEST_HEAD = 255  # characters of a table's head
PART = 16_000  # characters of a cell's part: at most 32,000 UTF-16 units
WIDEST, NARROWEST = 60, 6  # characters
FROZEN = {"documents": 1, "actors by theme": 3, "themes by theme": 3}  # columns that stay in view; two elsewhere
CONTINUED = ("number", "sheet", "row", "column", "part", "text")
# The file's own date: one day for all, so that the same data give the same file. ZIP knows no earlier one.
CREATED = datetime(1980, 1, 1)


def write_workbook(content: ExportContent, path: Path) -> int:
    """Write everything as an Excel workbook.

    Returns:
        How many cells were too long for Excel; they go on, whole, on the sheet "continued".

    Raises:
        UsageError: a table has more rows than a sheet of Excel.
        OSError: it could not be written.
    """
    return write_tables(_sheets(content), path)


def write_tables(tables: Iterable[Table], path: Path) -> int:
    """Write tables as an Excel workbook, a sheet each; returns and raises what `write_workbook` does."""
    # To memory first: XlsxWriter has errors of its own for a disk that is full, and complains when it is taken down.
    written = io.BytesIO()
    made = _Workbook(xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False}))
    made.book.set_properties({"created": CREATED, "comments": "Made with cnd-tools; see the sheet settings."})
    for table in tables:
        made.add(table)
    if made.continued:
        made.add(Table("continued", CONTINUED, tuple(made.continued)))
    made.book.close()
    path.write_bytes(written.getvalue())
    return made.cut


def _sheets(content: ExportContent) -> Iterator[Table]:
    yield content.documents()
    yield from content.tables()
    yield actors_by_themes(content.analyses)
    yield themes_by_themes(content.analyses)
    yield from (Table(f"compared {table.name}"[:31], table.columns, table.rows) for table in content.comparison)
    yield content.codebook
    yield content.variables
    yield content.settings()


@dataclass
class _Workbook:
    """A workbook as it grows; `continued` are the parts of the cells that did not fit, `cut` how many these were."""

    book: Any
    continued: list[tuple[int | str, ...]] = field(default_factory=list)
    cut: int = 0

    def __post_init__(self) -> None:
        self.head = self.book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.plain = self.book.add_format({"valign": "top"})
        self.wrapped = self.book.add_format({"text_wrap": True, "valign": "top"})

    def add(self, table: Table) -> None:
        """Add a table as a sheet: a named one, its header frozen and with filters, columns as wide as they need."""
        if len(table.rows) >= MOST_ROWS:
            raise UsageError(
                f"{table.name}: {len(table.rows)} rows are more than a sheet of Excel holds; write .db instead"
            )
        sheet = self.book.add_worksheet(table.name)
        for column, width in enumerate(_widths(table)):
            sheet.set_column(column, column, width, self.wrapped if width == WIDEST else self.plain)
        last = max(len(table.rows), 1), len(table.columns) - 1
        self._name(sheet, table, last)
        for row, values in enumerate(table.rows, 1):
            for column, value in enumerate(values):
                self._write(sheet, table, row, column, value)
        sheet.freeze_panes(1, min(FROZEN.get(table.name, 2), last[1]))
        # A paragraph's number is a name, "10" beside "10(a)": text, and Excel need not mark each with a triangle.
        sheet.ignore_errors(dict.fromkeys(("number_stored_as_text", "two_digit_text_year"), f"A1:{_cell(*last)}"))
        if " by " in table.name and table.rows and len(table.columns) > 3:
            shades = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#74A9CF"}
            sheet.conditional_format(1, 3, len(table.rows), len(table.columns) - 1, shades)

    def _name(self, sheet: Any, table: Table, last: tuple[int, int]) -> None:
        """Make the sheet a table of Excel, so that formulas and pivots can ask for actions[strength]."""
        heads = [{"header": head, "header_format": self.head} for head in _heads(table.columns)]
        name = table.name.replace(" ", "_")
        sheet.add_table(0, 0, *last, {"name": name, "columns": heads, "style": "Table Style Light 1"})

    def _write(self, sheet: Any, table: Table, row: int, column: int, value: object) -> None:
        if value is None:
            return
        if isinstance(value, int | float):
            sheet.write_number(row, column, value)
        else:
            text = self._fitted(visible(str(value)), table, row, column)
            sheet.write_string(row, column, _no_markup(text))

    def _fitted(self, text: str, table: Table, row: int, column: int) -> str:
        """Return the text, or its first part with where the rest is."""
        if len(text) <= PART or len(text.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST:
            return text
        self.cut += 1
        for part, start in enumerate(range(0, len(text), PART), 1):
            where = (self.cut, table.name, row + 1, table.columns[column], part)
            self.continued.append((*where, text[start : start + PART]))
        return f"{text[:PART]} [… the whole text is on the sheet continued, number {self.cut}]"


def _heads(columns: Iterable[str]) -> Iterator[str]:
    """Yield the heads as a table of Excel may have them: of at most 255 characters, none twice in whatever case."""
    seen: set[str] = set()
    for number, column in enumerate(columns, 1):
        head = _no_markup(visible(column))[:LONGEST_HEAD]
        while head.lower() in seen or not head:
            head = f"{head[: LONGEST_HEAD - 20]} ({number})"
        seen.add(head.lower())
        yield head


def _no_markup(text: str) -> str:
    """Return the text so that XlsxWriter does not take it for rich text of its own, which it writes unescaped."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def _widths(table: Table) -> Iterable[int]:
    """Return the width of each column: of its longest value, but no more than a reader can take in at once."""
    for place, name in enumerate(table.columns):
        longest = max((len(str(row[place])) for row in table.rows if row[place] is not None), default=0)
        matrix = " by " in table.name and place >= 3
        head = 12 if matrix else len(name) + 3  # room for the filter's button
        yield min(max(longest + 1, head, NARROWEST), WIDEST)
