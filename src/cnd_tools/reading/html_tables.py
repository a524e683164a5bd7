"""The tables of an HTML page: which hold data or text and which only lay out the page, and what is in their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cnd_tools.reading.html_lines import FileLines
from cnd_tools.reading.html_tree import BLOCKS, Node, bold, events, italic
from cnd_tools.reading.labels import stands_alone
from cnd_tools.reading.pieces import Piece

_MOST_WORDS = 40
_FEW_WORDS = 12
_MOST_COLUMNS = 64
_LABEL_CELL = re.compile(r"[\[(]?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivxlc]{1,6}|[A-Z])[.)\]]{1,2}")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def is_data(table: Node) -> bool:
    """Return whether a table holds data, and does not only lay out the page, as whole pages once were.

    Headed columns are data, and so are three columns or more of few words. A table in the cells, one column, blocks or
    long text in two columns, or a number alone in the first cells ("1." | "Requests …") is text.
    """
    if table.attributes.get("role") == "presentation" or table.css_first("td table") is not None:
        return False
    cells = [[cell for cell in row.iter() if cell.tag in {"td", "th"}] for row in rows(table)]
    columns = max(map(len, cells), default=0)
    if columns < 2 or any(cell.tag == "th" for row in cells for cell in row):
        return columns > 1
    words = sorted(len((cell.text() or "").split()) for row in cells for cell in row)
    if columns > 2 and words[len(words) // 2] <= _FEW_WORDS:
        return True
    if any(cell.css_first("h1, h2, h3, ul, ol, p + p, blockquote") is not None for row in cells for cell in row):
        return False
    labelled = sum(bool(row and _LABEL_CELL.fullmatch(row[0].text(strip=True) or "")) for row in cells)
    return words[-1] <= _MOST_WORDS and labelled * 2 < len(cells)


def rows(table: Node) -> Iterator[Node]:
    """Yield the rows of a table, not those of tables in it."""
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child.iter() if row.tag == "tr")


def is_label_cell(text: str) -> bool:
    """Return whether a text is a number or letter alone, as in a cell beside the paragraph it numbers."""
    return bool(_LABEL_CELL.fullmatch(text.strip())) or stands_alone(text)


def cells(row: Node, lines: FileLines) -> Iterator[list[Piece]]:
    """Yield the cells of a row, and nothing for each further column that one spans."""
    for cell in row.iter():
        if cell.tag in {"td", "th"}:
            yield _pieces(cell, lines)
            spans = cell.attributes.get("colspan") or ""
            wide = min(int(spans[:4]), _MOST_COLUMNS) if spans.isdecimal() else 1
            yield from ([] for _ in range(wide - 1))


def _pieces(cell: Node, lines: FileLines) -> list[Piece]:
    """Return the text of a cell, a line break between its blocks."""
    pieces: list[Piece] = []
    looks = {"bold": 0, "italic": 0, "raised": 0}
    for kind, node in events(cell):
        if kind == "text":
            text = _BLANKS.sub(" ", node.text_content or "")
            line = lines.of(text) if text.strip() else 0
            if not pieces or pieces[-1].text[-1:].isspace():
                text = text.lstrip(" ")
            look = Piece(text, looks["bold"] > 0, looks["italic"] > 0, raised=looks["raised"] > 0, line=line)
            pieces += [look] if text else []
            continue
        if (node.tag in BLOCKS or (node.tag == "br" and kind == "open")) and pieces and pieces[-1].text != "\n":
            pieces.append(Piece("\n"))
        step = 1 if kind == "open" else -1
        looks["bold"] += step * bold(node)
        looks["italic"] += step * italic(node)
        looks["raised"] += step * (node.tag == "sup")
    return pieces
