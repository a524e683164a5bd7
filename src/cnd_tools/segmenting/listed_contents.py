"""Contents without page numbers, as records of meetings have them: headings in a list that come again below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cnd_tools.lexicon.openings import words
from cnd_tools.segmenting.lines import MOST_BEGUN, Line, Lines

_TITLES = frozenset(words()["heading"]["contents"])
_TITLES_BEGIN = frozenset(title[:2] for title in _TITLES)
_EMPHASIS = "*_# :"
_LONGEST_TITLE = 30  # characters
_LONGEST_ENTRY = 200
_MOST = 60  # lines of a list
_FAR = 3_000  # lines below in which the headings come again
_FEWEST = 8  # letters that tell one entry from a word
_BRACKETS = re.compile(r"\([^()]{0,80}\)")  # "(agenda item 3)", "(continued)"


def mark_listed_contents(lines: Lines, kinds: list[str]) -> None:
    """Set the kind of a list of contents whose entries come again as headings, where it is still open ("").

    Args:
        lines: all lines.
        kinds: the kind of each.
    """
    for place in lines.beginning(_may_begin):
        text = lines[place].text
        if kinds[place] or len(text) > _LONGEST_TITLE or text.strip(_EMPHASIS).casefold() not in _TITLES:
            continue
        last = _last_entry(lines, kinds, place + 1)
        if last > place:
            kinds[place : last + 1] = ["contents"] * (last + 1 - place)
        return  # a document has one


@lru_cache(maxsize=MOST_BEGUN)
def _may_begin(begun: str) -> bool:
    return begun[0] in _EMPHASIS or begun.casefold()[:2] in _TITLES_BEGIN


def _last_entry(lines: Sequence[Line], kinds: Sequence[str], first: int) -> int:
    """Return the place of the last line of a list of contents that begins at a place, -1 if it is none.

    The text begins where the first entry comes again.
    """
    if first >= len(lines) or kinds[first]:
        return -1
    begun = _plain(lines[first].text)
    again = next((at for at in range(first + 1, min(first + _MOST, len(lines))) if _starts(lines[at], begun)), -1)
    if len(begun) < _FEWEST or again < 0:
        return -1
    below = "".join(_plain(line.text) for line in lines[again : again + _FAR])
    last = first
    for at in range(first, again):
        said = _plain(lines[at].text)
        if kinds[at] or len(lines[at].text) > _LONGEST_ENTRY or said not in below:
            break
        last = at
    return last


def _starts(line: Line, entry: str) -> bool:
    """Return whether a line begins as an entry does, however both were wrapped."""
    said = _plain(line.text) if len(line.text) <= _LONGEST_ENTRY else ""
    return len(said) >= _FEWEST and (said.startswith(entry) or entry.startswith(said))


def _plain(text: str) -> str:
    """Return the letters and digits of a line alone, in lower case, without what brackets hold."""
    return "".join(filter(str.isalnum, _BRACKETS.sub("", text))).casefold()
