"""HTML to text with marks: what a page shows, one line a paragraph; nothing in it is run or fetched."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from cnd_tools.errors import RefusedInput
from cnd_tools.reading import plain
from cnd_tools.reading.blocks import BULLET, OWN_LABEL, Blocks
from cnd_tools.reading.html_tree import BLOCKS, Node, bold, events, is_data, is_label, italic, notes, rows, steps
from cnd_tools.reading.pieces import Piece, blank
from cnd_tools.reading.source import MIB, Source, capped, require
from cnd_tools.reading.word_numbers import printed

LIMIT = 64 * MIB
"""Most bytes of an HTML page."""
STEPS = 500_000_000
"""Most steps of the parser, a few seconds: to place a tag it may look at all that are open, in real pages tens."""
DEEPEST = 100
"""Most lists inside each other; a point's citation names them all."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w:-]{1,40})", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.I)
_LIST_TYPES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "lower-roman": "lowerRoman",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "upper-roman": "upperRoman",
    "none": "none",
}
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
    body = parser(text).body
    page = _Page(origin)
    if body is not None:
        page.write(body)
    return page.blocks.writer.source()


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


class _List:
    """A list that is open: how its items are labelled."""

    def __init__(self, node: Node) -> None:
        attributes = node.attributes
        styled = _LIST_STYLE.search(attributes.get("style") or "")
        kind = styled[1].lower() if styled else attributes.get("type") or ""
        self._style = _LIST_TYPES.get(kind, "decimal" if node.tag == "ol" else "bullet")
        self._step = -1 if "reversed" in attributes else 1
        items = sum(child.tag == "li" for child in node.iter())
        self._next = _whole(attributes.get("start"), items if self._step < 0 else 1)

    def label(self, item: Node) -> str:
        """Return the label of the next item."""
        count = _whole(item.attributes.get("value"), self._next)
        self._next = count + self._step
        if self._style == "bullet":
            return BULLET
        return "" if self._style == "none" else f"{printed(count, self._style)}."


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and len(text) < 10 and text.strip().removeprefix("-").isdecimal() else default


class _Page:
    """Writes a page, element by element."""

    def __init__(self, origin: str) -> None:
        self.blocks = Blocks()
        self._origin = origin
        self._pieces: list[Piece] = []
        self._lists: list[_List] = []
        self._label = ""
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
            if table is not None:
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
        return not self.blocks.writer.position and blank(self._pieces) and sum(1 for _ in rows(table)) <= 3

    def _cells(self, table: Node) -> Iterator[list[list[Piece]]]:
        for row in rows(table):
            cells = (cell for cell in row.iter() if cell.tag in {"td", "th"})
            yield [[Piece(_BLANKS.sub(" ", cell.text(separator=" ")).strip())] for cell in cells]

    def _begin(self, node: Node) -> None:
        if node.tag in BLOCKS:
            self._flush()
        if node.tag in {"ol", "ul"}:
            self._lists.append(_List(node))
            if len(self._lists) > DEEPEST:
                raise RefusedInput(f"{self._origin}: more than {DEEPEST} lists inside each other; save its text")
        elif node.tag == "li":
            self._label = self._lists[-1].label(node) if self._lists else BULLET
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
            self._flush()
        if node.tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
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
        if not self._open["pre"]:
            text = _BLANKS.sub(" ", text)
            if not self._pieces or self._pieces[-1].text[-1:].isspace():
                text = text.lstrip(" ")
        # Arrows that lead from a note back to the text are signposts, not words of the note.
        if text and not (self._open["note"] and text.strip() in {"↩", "↩︎", "↑", "^"}):
            looks = self._open
            piece = Piece(text, looks["bold"] > 0 and not self._heading, looks["italic"] > 0)
            self._pieces.append(piece._replace(note=looks["mark"] > 0, raised=looks["raised"] > 0))

    def _break(self) -> None:
        """End a line; the second break in a row ends the paragraph."""
        if self._pieces and self._pieces[-1].text == "\n":
            self._flush()
        elif self._pieces:
            self._pieces.append(Piece("\n"))

    def _flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        if blank(pieces):
            return
        text = "".join(piece.text for piece in pieces)
        if self._cell and is_label(text):
            self._label = text.strip()
            return
        label, self._label = self._label, ""
        if self._open["note"]:
            self.blocks.note(label, pieces)
            return
        if self._open["pre"]:
            self.blocks.lines(text.strip("\n"))
            return
        for part in _parted(pieces):
            self.blocks.paragraph(part, heading=self._heading, label=label, level=len(self._lists))
            label = ""


def _parted(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Yield the lines of a paragraph that begin with a number or letter of their own, each with those after it."""
    part: list[Piece] = []
    for place, piece in enumerate(pieces):
        ahead = "".join(one.text for one in pieces[place + 1 : place + 4])
        if piece.text == "\n" and OWN_LABEL.match(ahead.lstrip()):
            yield part
            part = []
        else:
            part.append(piece)
    yield part
