"""Line breaks inside what a format has as one paragraph: where they part the text, and where they only lay it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cnd_tools.reading.labels import own_label
from cnd_tools.reading.pieces import Piece, text_of

_BULLET = re.compile(r"[•‣●▪▫◦∙·–—−-]\s")
_STOPS = frozenset(".;:,")
_ENDS = frozenset('.;:,!?…”"')
_JOINS = (" and", " or", "and/or")


def parted(
    pieces: Iterable[Piece], seen: dict[str, int] | None = None, *, labelled: bool = False
) -> Iterator[list[Piece]]:
    """Yield the paragraphs that line breaks make of one.

    A break parts before a number, letter or bullet of its own, where an empty line is left, and, in a paragraph without
    a label, where every line of several comes to its end and the next begins anew; elsewhere it stays a break. A soft
    break, which is but a line of the file, parts only before a label that goes on with the last one or begins a series.

    Args:
        pieces: of a paragraph.
        seen: the latest number of each kind of label in the text above; brought up to date.
        labelled: it has a number or letter of its own before it.
    """
    lines = _lines(pieces)
    labelled = labelled or bool(own_label(text_of(lines[0]).strip()))
    whole = not labelled and len(lines) > 1 and all(_comes_to_end(one, after) for one, after in pairwise(lines))
    part: list[Piece] = []
    seen = {} if seen is None else seen
    for place, line in enumerate(lines):
        text = text_of(line).strip()
        if place and part and _parts(lines[place - 1], text, seen, soft=_ends_softly(lines[place - 1]), whole=whole):
            yield part
            part = []
        part.extend(line)
        remember(own_label(text), seen)
    yield part


def _lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return pieces line by line, the break at the end of its line."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        lines[-1].append(piece)
        if piece.text == "\n" or piece.soft:
            lines.append([])
    return lines


def _ends_softly(line: Sequence[Piece]) -> bool:
    return bool(line) and line[-1].soft


def _parts(before: Sequence[Piece], text: str, seen: dict[str, int], *, soft: bool, whole: bool) -> bool:
    above = text_of(before).strip()
    if not soft and (whole or not above):
        return True
    ends = above[-1:] in _STOPS or above.endswith(_JOINS)
    if _BULLET.match(text):
        return ends
    label = own_label(text)
    return bool(label) and (not soft or (ends and _is_due(label, seen)))


def _comes_to_end(line: Sequence[Piece], after: Sequence[Piece]) -> bool:
    text, following = text_of(line).strip(), text_of(after).strip()
    if not text or not following:
        return True
    return not _ends_softly(line) and text[-1] in _ENDS and not following[0].islower()


def _is_due(label: str, seen: dict[str, int]) -> bool:
    return any(value == 1 or seen.get(style) == value - 1 for style, value in _values(label))


def remember(label: str, seen: dict[str, int]) -> None:
    """Keep that a label came, "" for none."""
    for style, value in _values(label) if label else ():
        seen[style] = value


def _values(label: str) -> Iterator[tuple[str, int]]:
    """Yield what place in its series a label may have."""
    sign = label.strip("()[].")
    head, _, last = sign.rpartition(".")
    if last.isdecimal() and len(last) < 10:  # more digits than that number nothing
        yield head, int(last)
        return
    if len(sign) == 1:
        yield "letter", ord(sign.lower()) - 96
    if value := _ROMANS.get(sign.lower()):
        yield "roman", value


_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
_ROMANS = {sign: value for value, sign in enumerate(_NUMERALS.split(), 1)}
