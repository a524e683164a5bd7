"""Markdown to text with marks: what a reader of the rendered page sees, one line a paragraph.

Offsets point into this text, not into the Markdown it was made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from cnd_tools.errors import RefusedInput
from cnd_tools.reading import plain
from cnd_tools.reading.blocks import BULLET, Blocks
from cnd_tools.reading.masthead import read_masthead
from cnd_tools.reading.pieces import Piece
from cnd_tools.reading.source import MIB, Source, capped, require
from cnd_tools.records import Masthead

LIMIT = 32 * MIB
"""Most bytes of a Markdown file."""

_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*)")
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,40})\]")
_FIELD = re.compile(r"(symbol|body|session|date|agenda_item|title):\s*(.*)")
# "**Session:** Forty-third": what is said of the document where there is no front matter.
_STATED = re.compile(r"(\*\*|__)[^*_:]{1,60}(?::\1|\1\s?:).*")
_BREAK = re.compile(r"<br\s*/?>", re.I)
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
    front, rest = _front_matter(text)
    body, notes = _notes(rest)
    blocks = Blocks()
    if front:
        blocks.writer.write(front)
        blocks.writer.mark("masthead", 0)
    tokens = parser.parse(body)
    # What stands as deep as that, markdown-it leaves out without a word.
    if any(token.type in _NESTING and token.level >= _DEEPEST - 1 for token in tokens):
        deep = f"lists or quotations nested {_DEEPEST} deep"
        raise RefusedInput(f"{origin}: {deep}; end the file's name in .txt to read it as it stands")
    laid_out = _Renderer(parser, blocks, notes).render(body, tokens)
    source = blocks.writer.source()
    masthead = _masthead(front) or (_shifted(read_masthead(source.text[laid_out:]), laid_out) if laid_out else None)
    return Source(source.text, source.marks, plain.pages(source.text), masthead)


def _front_matter(text: str) -> tuple[str, str]:
    """Return the lines between the first two lines of three dashes, those included, and what follows; "" for none."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return "", text
    last = next((place for place in range(1, len(lines)) if lines[place].rstrip() in {"---", "..."}), 0)
    return ("\n".join(lines[: last + 1]) + "\n", "\n".join(lines[last + 1 :])) if last else ("", text)


def _masthead(front: str) -> Masthead | None:
    """Return what the front matter says of the document, None if nothing."""
    found = {}
    for line in front.splitlines():
        if (field := _FIELD.match(line)) and (value := field[2].strip().strip("\"'")):
            found[field[1]] = value
    return Masthead(**found, spans=((0, len(front)),)) if found else None


def _shifted(masthead: Masthead, by: int) -> Masthead:
    return replace(masthead, spans=tuple((start + by, end + by) for start, end in masthead.spans))


def _notes(text: str) -> tuple[str, dict[str, str]]:
    """Return the text without its footnotes, and the footnotes by their key.

    A note goes on with the lines that are indented and those that follow without an empty line.
    """
    kept: list[str] = []
    notes: dict[str, list[str]] = {}  # joined at the end: adding to a text again and again takes the square of its size
    key, fenced, above = "", False, ""
    for line in text.split("\n"):
        found = None if fenced else _NOTE.match(line)
        if found:
            key = found[1]
            notes.setdefault(key, [found[2]])
        elif key and line.strip() and (above.strip() or line[:1].isspace()):
            notes[key].append(line.strip())
        elif not key or line.strip():
            key = ""
            fenced = fenced != bool(_FENCE.match(line))
            kept.append(line)
        above = line
    return "\n".join(kept), {key: " ".join(parts) for key, parts in notes.items()}


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

    def __init__(self, parser: Any, blocks: Blocks, notes: dict[str, str]) -> None:
        self._parser = parser
        self._blocks = blocks
        self._notes = notes
        self._referred: dict[str, str] = {}

    def render(self, text: str, tokens: Sequence[Any]) -> int:
        """Write a text, already parsed; return where the part begins that is laid out by hand, 0 if there is none."""
        laid_out = 0
        lines = text.split("\n")
        code = [token for token in tokens if token.type == "code_block"]
        indented = sum(token.map[1] - token.map[0] for token in code)
        filled = sum(bool(line.strip()) for line in lines)
        if code and indented > _LAID_OUT * filled:
            block = next(
                n for n, one in enumerate(tokens) if one.level == 0 and one.map and one.map[1] > code[0].map[0]
            )
            self._blocks_of(tokens[:block])
            laid_out = self._blocks.writer.position
            self._blocks.lines("\n".join(lines[tokens[block].map[0] :]))
        else:
            self._blocks_of(tokens)
        for key, label in self._referred.items():
            self._blocks.note(label, self._inline(self._parser.parseInline(self._notes[key])[0].children))
        return laid_out

    def _blocks_of(self, tokens: Sequence[Any]) -> None:
        labels = _Labels()
        place = 0
        above = True  # no paragraph so far but such as say what the document is
        while place < len(tokens):
            token = tokens[place]
            labels.see(token, tokens, place)
            if token.type == "table_open":
                place = self._table(tokens, place)
            elif token.type == "inline":
                heading = int(tokens[place - 1].tag[1]) if tokens[place - 1].type == "heading_open" else 0
                kind = "masthead" if above and not labels.level and _states(token.content) else "paragraph"
                above = above and (heading > 0 or kind == "masthead")
                pieces = self._inline(token.children)
                self._blocks.paragraph(pieces, heading=heading, label=labels.take(), level=labels.level, kind=kind)
            elif token.type in {"fence", "code_block"}:
                self._blocks.lines(token.content)
            elif token.type == "html_block":
                self._blocks.paragraph([Piece(re.sub(r"<[^<>]*>", "", token.content))])
            place += 1

    def _table(self, tokens: Sequence[Any], place: int) -> int:
        """Write the table that begins at `place`; return where it ends."""
        rows: list[list[list[Piece]]] = []
        while tokens[place].type != "table_close":
            if tokens[place].type == "tr_open":
                rows.append([])
            elif tokens[place].type == "inline":
                rows[-1].append(self._inline(tokens[place].children))
            place += 1
        self._blocks.table(rows)
        return place

    def _inline(self, tokens: Sequence[Any] | None) -> list[Piece]:
        pieces: list[Piece] = []
        like = Piece("")
        for token in tokens or ():
            if token.type in {"em_open", "em_close"}:
                like = like._replace(italic=token.type == "em_open")
            elif token.type in {"strong_open", "strong_close"}:
                like = like._replace(bold=token.type == "strong_open")
            elif token.type == "html_inline":
                if token.content.lower().startswith(("<sup", "</sup")):
                    like = like._replace(raised=not token.content.startswith("</"))
                pieces.append(Piece("\n" if _BREAK.fullmatch(token.content) else ""))
            elif token.type in {"text", "code_inline"}:
                pieces += self._referring(token.content, like)
            elif token.type in {"softbreak", "hardbreak"}:
                pieces.append(like._replace(text=" " if token.type == "softbreak" else "\n"))
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
            self._referred[key] = key if key.isdecimal() else str(len(self._referred) + 1)
        return self._referred[key]


class _Labels:
    """The labels of the lists that are open."""

    def __init__(self) -> None:
        self._lists: list[tuple[bool, bool]] = []
        self._counts: list[int] = []
        self._waiting = ""

    @property
    def level(self) -> int:
        """How many lists are open."""
        return len(self._lists)

    def take(self) -> str:
        """Return the label of the item that begins, "" after its first paragraph."""
        label, self._waiting = self._waiting, ""
        return label

    def see(self, token: Any, tokens: Sequence[Any], place: int) -> None:
        """Follow the lists: `tokens[place]` is `token`."""
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            ordered = token.type.startswith("ordered")
            self._lists.append((ordered, ordered and _lazy(tokens, place)))
            self._counts.append(int(token.attrGet("start") or 1) - 1 if ordered else 0)
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            self._lists.pop()
            self._counts.pop()
        elif token.type == "list_item_open":
            ordered, lazy = self._lists[-1]
            self._counts[-1] += 1
            written = str(self._counts[-1]) if lazy or not token.info else token.info
            self._waiting = f"{written}{token.markup}" if ordered else BULLET


def _lazy(tokens: Sequence[Any], place: int) -> bool:
    """Return whether all items of a list have one number in the source, for the renderer to count them."""
    level = tokens[place].level
    numbers = []
    for token in tokens[place + 1 :]:
        if token.level == level:
            break
        if token.type == "list_item_open" and token.level == level + 1:
            numbers.append(token.info)
            if len(numbers) > 1:
                break
    return len(set(numbers)) == 1
