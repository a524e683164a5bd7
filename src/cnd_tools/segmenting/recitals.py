"""A preamble that runs together on a line: "The General Assembly, Recalling its decisions, Noting the report, 1. …".

Who copies a resolution out of a cell or a chat keeps no line end at all. A word that opens a paragraph of a resolution
has a capital, and stands after a comma or a semicolon in no sentence; where several do so on one line, each begins a
paragraph, and so does the name of the body that resolves before the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cnd_tools.segmenting.openings import enacts, opens

_SHORTEST = 200  # characters of a line that may hold several
_FEWEST = 3  # paragraphs, the body's name among them
# Cheap, for they look at every long line: one for each sign, since C looks for the one sign a pattern begins with.
_PARTICIPLES = tuple(re.compile(rf"{sign} (?:Also |Further |Deeply )?[A-Z]?[a-z]{{2,20}}ing ") for sign in ",;")
_BEGINS = re.compile(r"[,;]\s{1,4}(?=[A-Z][a-z])")
_BODY = re.compile(r"(?:The|We, the)\s[^,.;:]{2,160},\s{0,4}$")
_LONGEST_OPENING = 80  # characters
_LONGEST_BODY = 180


def begun_inside(texts: Sequence[str]) -> dict[int, set[int]]:
    """Return the offsets at which paragraphs of a resolution begin inside lines, by the place of the line."""
    found: dict[int, set[int]] = {}
    for place, text in enumerate(texts):
        if len(text) >= _SHORTEST and any(one.search(text) is not None for one in _PARTICIPLES):
            cuts = _cuts(text)
            if cuts:
                found[place] = cuts
    return found


def _cuts(text: str) -> set[int]:
    """Return where paragraphs of a resolution begin in a line, if several do."""
    begun = [place.end() for place in _BEGINS.finditer(text)]
    begun = [at for at in begun if opens(text[at : at + _LONGEST_OPENING])]
    if not begun:
        return set()
    above = max(0, begun[0] - _LONGEST_BODY)
    body = _BODY.search(text, above, begun[0])
    begun += [body.start()] if body is not None and enacts(body.group().rstrip()) else []
    return {*begun} - {0} if len(begun) >= _FEWEST else set()
