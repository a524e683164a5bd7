"""HTML to text with marks: what a page shows, one line a paragraph; nothing in it is run or fetched."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.reading import plain
from cnd_tools.reading.blocks import Blocks
from cnd_tools.reading.html_lines import FileLines
from cnd_tools.reading.html_lists import BULLET, ListStyles, OpenList
from cnd_tools.reading.html_tables import cells, is_data, is_label_cell, rows
from cnd_tools.reading.html_tree import BLOCKS, LOOKS, Node, bold, events, italic, notes, passed_over, steps
from cnd_tools.reading.html_word import WordItem
from cnd_tools.reading.labels import is_label, label_before
from cnd_tools.reading.nesting import Item
from cnd_tools.reading.pieces import Piece, blank, text_of
from cnd_tools.reading.source import MIB, Source, capped, not_read, require
from cnd_tools.reading.table_text import Row

LIMIT = 64 * MIB
"""Most bytes of an HTML page."""
STEPS = 500_000_000
"""Most steps of the parser, a few seconds: to place a tag it may look at all that are open, in real pages tens."""
DEEPEST = 100
"""Most lists inside each other; a point's citation names them all."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w:-]{1,40})", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MARGINS = {"header", "footer", "aside"}


def read(data: bytes, origin: str, encoding: str | None = None) -> Source:
    """Return an HTML page as text.

    Lists carry the numbers a browser prints, the cells of a table row are separated by tabs.

    Args:
        data: the page.
        origin: what to call it in messages.
        encoding: goes before what the page says of itself; UTF-8 where neither says anything.

    Raises:
        RefusedInput: too large, binary, not in its encoding, or nested too deep.
        UsageError: selectolax is not installed, or `encoding` is not known.
    """
    capped(data, LIMIT, origin, "an HTML page")
    parser = require("selectolax.lexbor", "html").LexborHTMLParser
    text = plain.decode(data, origin, encoding or _declared(data))
    if steps(text) > STEPS:
        raise RefusedInput(f"{origin}: elements nested without end; save its text")
    tree = parser(text)
    body = tree.body
    styles = ListStyles([sheet.text() or "" for sheet in tree.css("style")])
    page = _Page(origin, styles, FileLines(text))
    if body is not None:
        page.write(body)
    return page.blocks.writer.source()._replace(unread=not_read(page.blocks.unread))


def write_page(page: str, blocks: Blocks, line: int) -> None:
    """Write a piece of HTML as it stands in a Markdown text; its tags are left out where HTML cannot be read.

    Args:
        page: the HTML.
        blocks: where to.
        line: of the file, on which it begins.
    """
    try:
        parser = require("selectolax.lexbor", "html").LexborHTMLParser
    except UsageError:
        blocks.paragraph([Piece(re.sub(r"<[^<>]*>", "", page), line=line)])
        return
    body = parser(page).body if steps(page) <= STEPS else None
    if body is not None:
        inner = _Page("Markdown", ListStyles([]), FileLines(page, line))
        inner.blocks = blocks
        inner.write(body)


def _declared(data: bytes) -> str | None:
    """Return the encoding a page says it is in, as browsers take it: Latin-1 is windows-1252 to them."""
    found = _CHARSET.search(data[:4096])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else None
    except LookupError:
        return None
    if name in {"iso8859-1", "ascii"}:
        return "windows-1252"
    return None if name is None or name.startswith("utf-16") else name


class _Page:
    """Writes a page, element by element."""

    def __init__(self, origin: str, styles: ListStyles, lines: FileLines) -> None:
        self.blocks = Blocks()
        self._origin = origin
        self._styles = styles
        self._lines = lines
        self._pieces: list[Piece] = []
        self._lists: list[OpenList] = []
        self._label = ""
        self._item: Item | None = None
        self._word = WordItem()
        self._heading = 0
        self._cell = 0
        self._open = {"italic": 0, "bold": 0, "raised": 0, "pre": 0, "note": 0, "mark": 0, "margin": 0}
        self._notes: frozenset[str] = frozenset()
        self._margin_start = 0

    def write(self, body: Node) -> None:
        """Write the body of the page."""
        self._notes = notes(body)
        table: Node | None = None
        for kind, node in events(body):
            if kind == "hidden":
                what, count = passed_over(node)
                self.blocks.unread[what] += count
            elif table is not None:
                table = None if kind == "close" and node.mem_id == table.mem_id else table
            elif kind == "text":
                self._text(node.text_content or "")
            elif kind == "close":
                self._close(node)
            elif node.tag == "table" and is_data(node) and not self._letterhead(node):
                self._flush()
                self.blocks.table(self._cells(node))
                table = node
            else:
                self._begin(node)
        self._flush()

    def _letterhead(self, table: Node) -> bool:
        """Return whether a table of a few rows stands above everything, as a letterhead does."""
        if self.blocks.writer.position or not blank(self._pieces) or table.css_first("th") is not None:
            return False
        first = [next(row.iter(), row).text(strip=True) or "" for row in rows(table)]
        return len(first) <= 3 and not any(is_label(text) or label_before(text) for text in first)

    def _cells(self, table: Node) -> Iterator[Row]:
        for row in rows(table):
            yield Row(list(cells(row, self._lines)), head=all(cell.tag == "th" for cell in row.iter()))

    def _begin(self, node: Node) -> None:
        if node.tag in BLOCKS:
            self._flush()
        self._word.begin(node)
        if node.tag in {"ol", "ul"}:
            self.blocks.nesting.enter(inside=bool(self._lists))
            self._lists.append(OpenList(node, self._styles, tuple(self._lists)))
            if len(self._lists) > DEEPEST:
                raise RefusedInput(f"{self._origin}: more than {DEEPEST} lists inside each other; save its text")
        elif node.tag == "li":
            self._label, self._item = self._lists[-1].next(node) if self._lists else (BULLET, None)
        elif node.tag == "br":
            self._break()
        elif node.tag in {"td", "th"}:
            self._cell += 1
        elif node.tag[0] == "h" and node.tag[1:].isdecimal():
            self._heading = int(node.tag[1])
        if node.tag in _MARGINS and not self._open["margin"]:
            self._margin_start = self.blocks.writer.position
        self._count(node, 1)

    def _close(self, node: Node) -> None:
        if node.tag in BLOCKS:
            self._flush(term=node.tag == "dt")
        self._word.close(node)
        if node.tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
            self.blocks.nesting.leave(inside=bool(self._lists))
        elif node.tag in {"td", "th"}:
            self._cell -= 1
        elif node.tag == "tr":
            self._label = ""
        elif node.tag[0] == "h" and node.tag[1:].isdecimal():
            self._heading = 0
        self._count(node, -1)
        if node.tag in _MARGINS and not self._open["margin"]:
            self.blocks.writer.mark("furniture", self._margin_start)

    def _count(self, node: Node, step: int) -> None:
        """Keep count of the open elements that change how text looks or what it is."""
        attributes = node.attributes
        if not (attributes or self._notes or node.tag in LOOKS):
            return  # as most elements; what follows takes longer than all else that is done with them
        said = {
            "italic": italic(node),
            "bold": bold(node),
            "raised": node.tag == "sup",
            "pre": node.tag == "pre",
            "mark": node.tag == "a" and (attributes.get("href") or "")[1:] in self._notes,
            "note": node.tag in BLOCKS and self._targeted(node),
            "margin": node.tag in _MARGINS,
        }
        for name, yes in said.items():
            self._open[name] += step * yes

    def _targeted(self, node: Node) -> bool:
        """Return whether a mark leads to an element: to itself, or to an anchor at its start."""
        if node.attributes.get("id") in self._notes:
            return True
        anchors = node.css("a[name], a[id]") if self._notes and node.tag in {"p", "li", "dd"} else []
        return any(
            (anchor.attributes.get("name") or anchor.attributes.get("id")) in self._notes for anchor in anchors[:1]
        )

    def _text(self, text: str) -> None:
        line = self._lines.of(text) if text.strip() else 0
        if self._word.takes(text):
            return
        if not self._open["pre"]:
            text = _BLANKS.sub(" ", text)
            if not self._pieces or self._pieces[-1].text[-1:].isspace():
                text = text.lstrip(" ")
        # Arrows that lead from a note back to the text are signposts, not words of the note.
        if text and not (self._open["note"] and text.strip() in {"↩", "↩︎", "↑", "^"}):
            looks = self._open
            piece = Piece(text, looks["bold"] > 0 and not self._heading, looks["italic"] > 0, line=line)
            self._pieces.append(piece._replace(note=looks["mark"] > 0, raised=looks["raised"] > 0))

    def _break(self) -> None:
        """End a line; the second break in a row ends the paragraph."""
        if self._pieces and self._pieces[-1].text == "\n":
            self._flush()
        elif self._pieces:
            self._pieces.append(Piece("\n"))

    def _flush(self, *, term: bool = False) -> None:
        """Write the paragraph that ends here; a label alone in a cell or term is that of the next one."""
        pieces, self._pieces = self._pieces, []
        if blank(pieces):
            return
        text = text_of(pieces)
        if (self._cell and is_label_cell(text)) or (term and is_label(text)):
            self._label, self._item = text.strip(), None
            return
        label, item = self._word.take() or (self._label, self._item)
        self._label, self._item = "", None
        if self._open["note"]:
            self.blocks.note(label, pieces)
        elif self._open["pre"]:
            first = next(piece for piece in pieces if piece.text.strip())
            self.blocks.lines(text.strip("\n"), range(first.line, first.line + text.count("\n") + 1))
        else:
            listed = bool(self._lists)
            self.blocks.paragraph(pieces, heading=self._heading, label=label, item=item, listed=listed)
