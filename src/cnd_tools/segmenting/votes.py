"""Recorded votes: "In favour: / Chad, Peru / Against: / Malta", and the line above that says how a text was adopted.

The lists of States are no paragraphs and nobody's words; they are kept with the closing lines, as masthead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.segmenting.lines import MOST_BEGUN, Line, Lines

_SAID = words()["closing"]
_HEAD = re.compile(
    rf"[*_]{{0,3}}(?:{alternatives(_SAID['votes'])})[*_]{{0,3}}(?:\s?[(\[]\d{{1,3}}[)\]])?\s?[:–—-](?=\s|$|[*_])",
    re.IGNORECASE,
)
_BEGUN = frozenset(entry[:2].lower() for entry in _SAID["votes"])
_INITIALS = frozenset("".join(f"{entry[0].lower()}{entry[0].upper()}" for entry in _SAID["votes"]) + "*_")
_INTRODUCES = re.compile(rf"[\[(*_]{{0,3}}(?:{alternatives([*_SAID['adopted'], *_SAID['voted']])})\b")
_SMALL = frozenset(_SAID["small"])  # words of the names of States that have no capital
_SIGNS = "()[]*_“”\"'’,.;:"
_LONGEST_INTRODUCTION = 4  # lines


def mark_votes(lines: Lines, kinds: list[str]) -> None:
    """Set the kind of the lines of recorded votes to masthead, where it is still open ("").

    Args:
        lines: all lines.
        kinds: the kind of each.
    """
    heads = [place for place in lines.beginning(_may_begin) if not kinds[place] and _HEAD.match(lines[place].text)]
    after = 0  # where to look on
    for place in heads:
        if place < after:
            continue
        found, after = _lists(lines, kinds, place)
        above = _introduction(lines, kinds, place)
        if found and (above or sum(_HEAD.match(lines[at].text) is not None for at in found) > 1):
            for at in (*above, *found):
                kinds[at] = "masthead"


@lru_cache(maxsize=MOST_BEGUN)
def _may_begin(begun: str) -> bool:
    return begun[0] in "*_" or begun.lower() in _BEGUN


def _lists(lines: Sequence[Line], kinds: Sequence[str], first: int) -> tuple[list[int], int]:
    """Return the places of the lines of a vote that begins here, and where to look on.

    Args:
        lines: all lines.
        kinds: the kind of each.
        first: the first line, "In favour:".
    """
    sure: list[int] = []  # lines with a head after them, or in the list that is open
    maybe: list[int] = []
    over = False  # the list may have come to its end
    for place in range(first, len(lines)):
        if kinds[place]:
            continue
        text = lines[place].text
        head = _HEAD.match(text) if text[0] in _INITIALS else None
        if not _names(text[head.end() :] if head else text):
            break
        over = over or (head is None and bool(maybe or sure) and lines[place].gap > 0 and _complete(lines, place))
        if head:
            sure += [*maybe, place]
            maybe, over = [], False
        else:
            (maybe if over else sure).append(place)
        if text.rstrip(".*_ ").endswith("]"):
            return [*sure, *maybe], place + 1
        over = over or (text[-1] == "." and len(text.split()[-1]) > 2)
    return sure, (sure or [first])[-1] + 1


def _complete(lines: Sequence[Line], place: int) -> bool:
    """Return whether what stands above a blank line could be the end of a list of States."""
    above = lines[place - 1].text
    return above[-1] not in ",:" and not _HEAD.fullmatch(above)


def _names(text: str) -> bool:
    """Return whether a line has nothing but names: every word has a capital, but for "of" and the like."""
    return all(word[:1].isupper() or word.lower() in _SMALL for part in text.split() if (word := part.strip(_SIGNS)))


def _introduction(lines: Sequence[Line], kinds: Sequence[str], first: int) -> list[int]:
    """Return the places of the lines above a vote that say so: "[Adopted by a recorded vote … as follows:"."""
    for place in range(first - 1, max(first - 1 - _LONGEST_INTRODUCTION, -1), -1):
        if kinds[place]:
            break
        if _INTRODUCES.match(lines[place].text):
            return list(range(place, first))
        if lines[place].gap:
            break
    return []
