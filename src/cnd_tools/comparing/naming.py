"""Names that tell what a paragraph is on: short ones spelt out, and those of several words that two paragraphs share.

A declaration says "Regional Environmental Centres (RECs)" once and "RECs" from then on; its successor spells the name
out again. A reader knows them for one. And of a name every word may be common, where the whole is not: "environmental",
"regional" and "centre" are everywhere in a text on the environment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from cnd_tools.comparing.wording import stems
from cnd_tools.records import Point

LONGEST = 120  # characters before a short name, in which what it stands for is looked for
_SHORT = re.compile(r"\(([A-Z][A-Za-z-]{1,9})\)")
_WORD = re.compile(r"[^\W_]+")
_CAPITAL = r"[A-Z][\w’'-]*"
_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:of|on|for|and|to|in|against|with)\s+(?:the\s+)?)?{_CAPITAL})+")


def short_names(points: Iterable[Point]) -> dict[str, str]:
    """Return the short names that a text explains, each with what it stands for.

    >>> short_names([Point("A", "1", "1.", "numbered", 1, None, None, 1, 1, 0, 0, "", "the Bat Survey Unit (BSU) met")])
    {'BSU': 'Bat Survey Unit'}
    """
    found: dict[str, str] = {}
    for point in points:
        for match in _SHORT.finditer(point.text):
            meant = _meant(match[1], point.text[max(0, match.start() - LONGEST) : match.start()])
            if meant:
                found.setdefault(match[1], meant)
    return found


def _meant(short: str, before: str) -> str | None:
    """Return the words that a short name is made of the initials of; None where it is not: "(Annex)", "(France)"."""
    plain = short[:-1] if short.endswith("s") and short[:-1].isupper() else short  # "the Centres (RECs)"
    letters = [letter.lower() for letter in plain if letter.isalpha()]
    if sum(letter.isupper() for letter in plain) < 2:
        return None
    words = _WORD.findall(before)[-2 * len(letters) - 2 :]
    left = len(letters)
    for place in range(len(words) - 1, -1, -1):
        left -= words[place][0].lower() == letters[left - 1]
        if not left:
            return " ".join(words[place:])
    return None


def spelt_out(text: str, names: Mapping[str, str]) -> str:
    """Return a text with short names as what they stand for."""
    if not names:
        return text
    return _any_of(tuple(sorted(names, key=lambda name: (-len(name), name)))).sub(lambda name: names[name[0]], text)


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def names_in(text: str) -> Iterator[str]:
    """Yield the names of two telling words or more in a text, by their stems.

    >>> list(names_in("with the Global Partnership on Marine Litter and its nodes"))
    ['globa partn marin litte']
    """
    for name in printed_names(text):
        found = stems(name)
        if len(found) > 1:
            yield " ".join(found)


def printed_names(text: str) -> Iterator[str]:
    """Yield the names of two words or more in a text, as they stand there."""
    yield from (match[0] for match in _NAME.finditer(text))
