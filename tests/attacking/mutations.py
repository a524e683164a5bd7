"""Changes to a file that was whole: pieces taken out, doubled, moved or put in anywhere; the same for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

_VALUES = [b"-1", b"99999999999", b"", b"nan", b"9" * 400, b"\0", b"\xff\xfe", b"\xe2\x80\xae", b"<", b">", b'"', b"&"]
_TAGS = [b"<w:p>", b"</w:p>", b"<w:tbl>", b"</w:r>", b"<div>", b"</div>", b"<table>", b"<li>", b"<!--", b"]]>"]


def edited(data: bytes, draw: random.Random, *, markup: bool) -> bytes:
    """Return bytes with one to four changes.

    Args:
        data: of a file or part.
        draw: what the changes are drawn with.
        markup: whether whole tags and values are changed, so that the file stays one of its kind; else bytes are.
    """
    pieces = re.split(rb'(?=[<"])', data) if markup else [data[at : at + 1] for at in range(len(data))]
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(len(pieces) + 1)
        to = min(at + draw.randint(1, 8), len(pieces))
        pieces[at:to] = _change(pieces[at:to], draw, markup=markup)
    return b"".join(pieces)


def _change(taken: list[bytes], draw: random.Random, *, markup: bool) -> list[bytes]:
    how = draw.randrange(5)
    if how == 0:
        return []
    if how == 1:
        return taken * 3
    if how == 2:
        return taken[::-1]
    if how == 3:
        return [*taken, draw.choice(_VALUES)] if not markup else [b'"' + draw.choice(_VALUES[:5]), *taken[1:]]
    return [*taken, draw.choice(_TAGS)] if markup else [draw.randbytes(len(taken))]


def shuffled(lines: Sequence[str], signs: Sequence[str], draw: random.Random) -> str:
    """Return lines with some taken out, doubled, moved, broken or begun with a sign."""
    made = list(lines)
    for _ in range(draw.randint(1, 8)):
        at = draw.randrange(len(made) + 1)
        to = min(at + draw.randint(1, 3), len(made))
        taken = made[at:to]
        made[at:to] = draw.choice(
            [
                [],
                taken * 2,
                taken[::-1],
                [draw.choice(signs) + line for line in taken],
                [line[:9] + draw.choice(signs) + line[9:] for line in taken],
                [draw.choice(signs) * draw.randint(1, 40), *taken],
            ]
        )
    return draw.choice(["\n", "\n", "\n\n", "\r\n", " "]).join(made)


def held(text: bytes, words: Sequence[str]) -> list[str]:
    """Return the planted words that stand whole in a text."""
    return [word for word in words if word.encode() in text]
