"""Where a line has no room for all of a table: which column gives way, and where its words are broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

# A word too long for its column is broken after what joins its parts: "international_", "actors-", "lib/", "agency|".
_PART = re.compile(r"[^_/|:-]*[_/|:-]+|[^_/|:-]+")
LEAST = 6  # cells of a column of words, below which the table is rather cut in two
GAP = 2  # cells between two columns, and together around all of them


class Claim(NamedTuple):
    """The room a column claims, in cells of the terminal.

    Attributes:
        all: what it needs to break nothing.
        words: what it needs to break no word; no cell, where the column is to be kept whole; of numbers, no heading.
        parts: what it needs to break words nowhere but between their parts; no number anywhere.
        least: what it must have.
        kept: its cells should stay in one piece as long as other columns can give way.
    """

    all: int
    words: int
    parts: int
    least: int
    kept: bool

    @classmethod
    def of(cls, head: str, cells: Sequence[str], *, kept: bool, numbers: bool) -> Claim:
        """Return what a column claims for its heading, which may be broken where a word may, and its cells."""
        held = max(map(cell_len, cells), default=0)
        inside = [head] if numbers else [head, *cells]
        words = _longest(word for text in ([head] if kept else inside) for word in text.split())
        parts = _longest(part for text in inside for word in text.split() for part in _parts(word))
        whole = max(held, cell_len(head))
        if numbers:
            return cls(whole, whole, max(parts, held), max(parts, held), kept=True)
        return cls(whole, max(words, held) if kept else words, parts, min(parts, LEAST), kept)


def fitted(claims: Sequence[Claim], width: int) -> list[int]:
    """Return the width of each column, together with the gaps not more than `width`.

    The widest give way first, but none below its longest word while there is room for that. Then words are broken, the
    longest first: those of more than a third of the room, then of a quarter, then any.
    """
    room = width - GAP * len(claims)
    wanted = [claim.all for claim in claims]
    for least in (
        [c.words if c.kept else min(c.words, max(c.parts, room // 3)) for c in claims],
        [min(c.words, max(c.parts, room // 4)) for c in claims],
        [c.parts for c in claims],
    ):
        if sum(least) <= room:
            return _levelled(least, wanted, room)
    return _levelled([claim.least for claim in claims], [claim.parts for claim in claims], room)


def groups(claims: Sequence[Claim], keys: int, width: int) -> list[list[int]]:
    """Return the columns, by place, of each table that a table is cut into where it has no room for its numbers.

    Args:
        claims: of all columns, in order.
        keys: how many of the first ones begin each of these tables.
        width: of the terminal.
    """
    if sum(claim.least + GAP for claim in claims) <= width:
        return [list(range(len(claims)))]
    wanted = [max(claim.least, min(claim.words, width // 4)) + GAP for claim in claims]
    made: list[list[int]] = []
    for place in range(keys, len(claims)):
        if not made or sum(wanted[one] for one in [*made[-1], place]) > width:
            made.append(list(range(keys)))
        made[-1].append(place)
    return made or [list(range(keys))]


def _levelled(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Return as much as is wanted, the widest cut to one level where there is too little, none to less than its least.

    >>> _levelled([3, 3, 9], [5, 40, 9], 30)
    [5, 16, 9]
    """
    level = max(wanted, default=0)
    while True:
        widths = [max(low, min(high, level)) for low, high in zip(least, wanted, strict=True)]
        if sum(widths) <= room or widths == list(least):
            break
        level -= 1
    spare = room - sum(widths)
    for place, width in enumerate(widths):
        if spare > 0 and width < wanted[place]:
            widths[place] += 1
            spare -= 1
    return widths


def broken(text: str, width: int) -> str:
    r"""Return the text in lines of at most `width` cells: broken between words, in a long word after what joins it.

    >>> broken("committee_on_the_uses of space", 16)
    'committee_on_\nthe_uses of\nspace'
    """
    if cell_len(text) <= width:
        return text
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(joined) <= width:
            lines[-1] = joined
        else:
            lines += _parted(word, width)
    return "\n".join(lines[1:] if not lines[0] else lines)


def _longest(texts: Iterable[str]) -> int:
    return max(map(cell_len, texts), default=0)


def _parts(word: str) -> list[str]:
    return _PART.findall(word)


def _parted(word: str, width: int) -> Iterator[str]:
    """Yield a word in lines: whole if it fits, else by its parts, else by its letters."""
    line = ""
    for part in [word] if cell_len(word) <= width else _parts(word):
        for piece in [part] if cell_len(part) <= width else chop_cells(part, max(width, 1)):
            if line and cell_len(line + piece) > width:
                yield line
                line = ""
            line += piece
    if line:
        yield line
