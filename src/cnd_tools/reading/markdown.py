"""Markdown to text with marks: what a reader of the rendered page sees, one line a paragraph.

Offsets point into this text, not into the Markdown it was made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from cnd_tools.errors import RefusedInput
from cnd_tools.reading import front_matter, plain
from cnd_tools.reading.blocks import BULLET, Blocks
from cnd_tools.reading.html import write_page
from cnd_tools.reading.markdown_wild import FENCE, is_page, mended, without_comments
from cnd_tools.reading.masthead import read_masthead
from cnd_tools.reading.nesting import Item, Nesting
from cnd_tools.reading.pieces import PAGE, Piece
from cnd_tools.reading.source import MIB, Source, capped, not_read, require
from cnd_tools.reading.table_text import Row
from cnd_tools.records import Masthead

LIMIT = 32 * MIB
"""Most bytes of a Markdown file."""

_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*)")
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,40})\]")
_FIELDS = ("symbol", "body", "session", "date", "agenda_item", "title")
# "**Session:** Forty-third": what is said of the document where there is no front matter.
_STATED = re.compile(r"(\*\*|__)[^*_:]{1,60}(?::\1|\1\s?:).*")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_LOOKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "sup": "raised"}
_TAG = re.compile(r"<(/?)(\w+)")
# Share of the lines from which on a file is a laid-out text with a Markdown title, as A_HRC_43_15.md is: indented lines
# are code by the rules of Markdown, and nobody indents a fifth of a document to show code.
_LAID_OUT = 0.2
_DEEPEST = 100
_NESTING = frozenset({"blockquote_open", "list_item_open"})


def read(data: bytes, origin: str, encoding: str | None = None) -> Source:
    """Return a Markdown file as text.

    Ordered lists are numbered as their source is, footnotes stand at the end, front matter at the start.

    Raises:
        RefusedInput: too large, binary, not in the encoding, or nested too deep.
        UsageError: markdown-it-py is not installed, or `encoding` is not known.
    """
    capped(data, LIMIT, origin, "a Markdown file")
    text = plain.decode(data, origin, encoding).replace("\r\n", "\n").replace("\r", "\n")
    parser = require("markdown_it", "markdown").MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    front, rest = front_matter.split(text)
    body, notes = _notes(mended(rest), len(front) + 1)
    blocks = Blocks()
    masthead = _masthead(blocks, front) if front else None
    tokens = parser.parse("\n".join(body.lines))
    # What stands as deep as that, markdown-it leaves out without a word.
    if any(token.type in _NESTING and token.level >= _DEEPEST - 1 for token in tokens):
        deep = f"lists or quotations nested {_DEEPEST} deep"
        raise RefusedInput(f"{origin}: {deep}; end the file's name in .txt to read it as it stands")
    laid_out = _Renderer(parser, blocks, notes).render(body, tokens)
    source = blocks.writer.source()._replace(unread=not_read(blocks.unread))
    if masthead is None and laid_out:
        masthead = _shifted(read_masthead(source.text[laid_out:]), laid_out)
    found = plain.pages(source.text)
    return source._replace(pages=source.pages if len(source.pages) > 1 else found, masthead=masthead)


class _Body(NamedTuple):
    """The lines of a text, and for each which line of the file it is."""

    lines: list[str]
    numbers: list[int]


class _Note(NamedTuple):
    text: str
    line: int


def _masthead(blocks: Blocks, front: list[str]) -> Masthead | None:
    """Write front matter, a field to a line, and return what it says of the document, None if nothing."""
    said = {}
    for field in front_matter.fields(front):
        blocks.writer.line(field.place + 1)
        value = " ".join((field.value or "").split())
        blocks.writer.write((f"{field.key}: {value}" if value else field.raw) + "\n")
        if field.key in _FIELDS and value:
            said[field.key] = value
    blocks.writer.mark("masthead", 0)
    return Masthead(**said, spans=((0, blocks.writer.position),)) if said else None


def _shifted(masthead: Masthead, by: int) -> Masthead:
    return replace(masthead, spans=tuple((start + by, end + by) for start, end in masthead.spans))


def _notes(lines: Sequence[str], first: int) -> tuple[_Body, dict[str, _Note]]:
    """Return the text without its footnotes, and the footnotes by their key; `first` is the file's number of a line.

    A note goes on with the lines that are indented and those that follow without an empty line.
    """
    body = _Body([], [])
    notes: dict[str, list[str]] = {}  # joined at the end: adding to a text again and again takes the square of its size
    places: dict[str, int] = {}
    key, fenced, above = "", False, ""
    for number, line in enumerate(lines, first):
        found = None if fenced else _NOTE.match(line)
        if found:
            key = found[1]
            notes.setdefault(key, []).append(found[2])  # a second note of the same key goes on with the first
            places.setdefault(key, number)
        elif key and line.strip() and (above.strip() or line[:1].isspace()):
            notes[key].append(line.strip())
        elif not key or line.strip():
            key = ""
            fenced = fenced != bool(FENCE.match(line))
            body.lines.append(line)
            body.numbers.append(number)
        above = line
    return body, {key: _Note(" ".join(parts), places[key]) for key, parts in notes.items()}


def _states(paragraph: str) -> bool:
    """Return whether a paragraph says line by line what the document is: one line alone may be the text."""
    lines = paragraph.split("\n")
    return len(lines) > 1 and all(_STATED.fullmatch(line.strip()) for line in lines)


class _Renderer:
    """Writes the blocks of a Markdown text.

    Args:
        parser: markdown-it.
        blocks: where to.
        notes: footnotes by their key.
    """

    def __init__(self, parser: Any, blocks: Blocks, notes: dict[str, _Note]) -> None:
        self._parser = parser
        self._blocks = blocks
        self._notes = notes
        self._referred: dict[str, str] = {}
        self._order: list[str] = []
        self._numbers: Sequence[int] = ()

    def render(self, body: _Body, tokens: Sequence[Any]) -> int:
        """Write a text, already parsed; return where the part begins that is laid out by hand, 0 if there is none."""
        laid_out = 0
        lines, self._numbers = body
        code = [token for token in tokens if token.type == "code_block"]
        indented = sum(token.map[1] - token.map[0] for token in code)
        filled = sum(bool(line.strip()) for line in lines)
        if code and indented > _LAID_OUT * filled:
            block = next(
                n for n, one in enumerate(tokens) if one.level == 0 and one.map and one.map[1] > code[0].map[0]
            )
            self._blocks_of(tokens[:block])
            laid_out = self._blocks.writer.position
            first = tokens[block].map[0]
            self._blocks.lines("\n".join(lines[first:]), self._numbers[first:])
        else:
            self._blocks_of(tokens)
        for key in self._order:  # which grows, as notes may refer to notes
            note = self._notes[key]
            self._blocks.note(
                self._referred[key], self._inline(self._parser.parseInline(note.text)[0].children, note.line)
            )
        for key, note in self._notes.items():
            if key not in self._referred:
                self._blocks.unread["characters of notes that nothing refers to"] += len(note.text)
        return laid_out

    def _blocks_of(self, tokens: Sequence[Any]) -> None:
        labels = _Labels(self._blocks.nesting)
        place = 0
        above = True  # no paragraph so far but such as say what the document is
        while place < len(tokens):
            token = tokens[place]
            labels.see(token, tokens, place)
            if token.type == "table_open":
                place = self._table(tokens, place)
            elif token.type == "inline" and token.content[:1] == "\\" and is_page(token.content):
                self._blocks.writer.page()
            elif token.type == "inline":
                heading = int(tokens[place - 1].tag[1]) if tokens[place - 1].type == "heading_open" else 0
                kind = "masthead" if above and not labels.level and _states(token.content) else "paragraph"
                above = above and (heading > 0 or kind == "masthead")
                pieces = self._inline(token.children, self._line(token))
                label, item = labels.take()
                listed = labels.level > 0
                self._blocks.paragraph(pieces, heading=heading, label=label, item=item, listed=listed, kind=kind)
            elif token.type in {"fence", "code_block"}:
                first = token.map[0] + (token.type == "fence")
                self._blocks.lines(token.content, self._numbers[first : token.map[1]])
            elif token.type == "html_block":
                self._html(token)
            place += 1

    def _line(self, token: Any) -> int:
        """Return the line of the file a block begins on."""
        return self._numbers[token.map[0]] if token.map and token.map[0] < len(self._numbers) else 0

    def _html(self, token: Any) -> None:
        """Write a block of HTML, a page begun where a comment says so."""
        if is_page(token.content):
            self._blocks.writer.page()
        content = without_comments(token.content)
        if content.strip():
            write_page(content, self._blocks, self._line(token))

    def _table(self, tokens: Sequence[Any], place: int) -> int:
        """Write the table that begins at `place`; return where it ends."""
        rows: list[Row] = []
        head = False
        while tokens[place].type != "table_close":
            token = tokens[place]
            if token.type in {"thead_open", "tbody_open"}:
                head = token.type == "thead_open"
            elif token.type == "tr_open":
                cells: list[list[Piece]] = []
                rows.append(Row(cells, head=head))
            elif token.type == "inline":
                cells.append(self._inline(token.children, self._line(token)))
            place += 1
        self._blocks.table(rows)
        return place

    def _inline(self, tokens: Sequence[Any] | None, line: int) -> list[Piece]:
        """Return running text in pieces; `line` is the line of the file it begins on."""
        pieces: list[Piece] = []
        like = Piece("", line=line)
        for token in tokens or ():
            if token.type in {"em_open", "em_close"}:
                like = like._replace(italic=token.type == "em_open")
            elif token.type in {"strong_open", "strong_close"}:
                like = like._replace(bold=token.type == "strong_open")
            elif token.type == "html_inline":
                like = _looked(like, token.content)
                sign = PAGE if is_page(token.content) else "\n" if _BREAK.fullmatch(token.content) else ""
                pieces += [Piece(sign)] if sign else []
            elif token.type in {"text", "code_inline"}:
                pieces += self._referring(token.content, like)
            elif token.type in {"softbreak", "hardbreak"}:
                soft = token.type == "softbreak"
                pieces.append(like._replace(text=" " if soft else "\n", soft=soft))
                like = like._replace(line=like.line + 1 if like.line else 0)
        return pieces

    def _referring(self, text: str, like: Piece) -> Iterator[Piece]:
        """Yield a text with its references to footnotes as the marks they print."""
        at = 0
        for found in _REFERENCE.finditer(text):
            if found[1] in self._notes:
                yield like._replace(text=text[at : found.start()])
                yield like._replace(text=self._label(found[1]), note=True)
                at = found.end()
        yield like._replace(text=text[at:])

    def _label(self, key: str) -> str:
        """Return a footnote's number: its key where that is one, else its place in the order of reference."""
        if key not in self._referred:
            self._order.append(key)
            self._referred[key] = key if key.isdecimal() else str(len(self._referred) + 1)
        return self._referred[key]


def _looked(like: Piece, tag: str) -> Piece:
    """Return how text looks after a tag: HTML has bold, italic and raised type too."""
    found = _TAG.match(tag)
    look = _LOOKS.get(found[2].lower()) if found else None
    return like._replace(**{look: not found[1]}) if found and look else like  # type: ignore[arg-type]


class _Labels:
    """The labels of the lists that are open."""

    def __init__(self, nesting: Nesting) -> None:
        self._nesting = nesting
        self._lists: list[tuple[bool, bool]] = []
        self._counts: list[int] = []
        self._names: list[str] = []
        self._waiting: tuple[str, Item | None] = ("", None)

    @property
    def level(self) -> int:
        """How many lists are open."""
        return len(self._lists)

    def take(self) -> tuple[str, Item | None]:
        """Return the label of the item that begins and its place in the list; "" and None after its first paragraph."""
        waiting, self._waiting = self._waiting, ("", None)
        return waiting

    def see(self, token: Any, tokens: Sequence[Any], place: int) -> None:
        """Follow the lists: `tokens[place]` is `token`."""
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            ordered = token.type.startswith("ordered")
            self._nesting.enter(inside=bool(self._lists))
            self._lists.append((ordered, ordered and _lazy(tokens, place)))
            self._names.append(str(place))
            self._counts.append(int(token.attrGet("start") or 1) - 1 if ordered else 0)
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            self._lists.pop()
            self._counts.pop()
            self._names.pop()
            self._nesting.leave(inside=bool(self._lists))
        elif token.type == "list_item_open":
            ordered, lazy = self._lists[-1]
            self._counts[-1] += 1
            written = str(self._counts[-1]) if lazy or not token.info else token.info
            label = f"{written}{token.markup}" if ordered else BULLET
            shape = f"decimal {token.markup}" if ordered else "bullet"
            self._waiting = (label, Item(self._names[-1], 0, shape, int(written) if ordered else 0))


def _lazy(tokens: Sequence[Any], place: int) -> bool:
    """Return whether all items of a list have one number in the source, for the renderer to count them."""
    level = tokens[place].level
    numbers = []
    for after in range(place + 1, len(tokens)):  # no copy: that of a long text for each list takes the square of it
        token = tokens[after]
        if token.level == level:
            break
        if token.type == "list_item_open" and token.level == level + 1:
            numbers.append(token.info)
            if len(numbers) > 1:
                break
    return len(set(numbers)) == 1
