"""What stands under a resolution and says when and how it was adopted: "26th plenary meeting / 26 October 2018".

It is of the kind of what stands in a masthead, and is kept with that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.segmenting.furniture import LONGEST
from cnd_tools.segmenting.headings import is_part
from cnd_tools.segmenting.lines import MOST_BEGUN, Line, Lines
from cnd_tools.segmenting.paragraphs import ended

_SAID = words()["closing"]
_DATE = r"\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4}"
_MEETING = (
    rf"(?:\d{{1,4}}|[A-Z][a-z-]{{1,20}}?)(?:st|nd|rd|th)\s(?:[\w()-]{{1,20}}\s){{0,3}}(?:{alternatives(_SAID['meetings'])})"
    rf"(?:\s\(\w{{1,20}}\))?(?:,?\s(?:on\s)?{_DATE})?(?:\s?[–—-]\s[^.;:]{{1,80}})?"
)
_ADOPTED = rf"(?:{alternatives(_SAID['adopted'])})\s(?:{alternatives(_SAID['how'])})\b[^.;:]{{0,140}}"
_CLOSING = re.compile(rf"[\[(]?(?:{_MEETING}|{_ADOPTED})[.,]?[\])]?")
_BEGINS = re.compile(rf"[\[(]?(?:{alternatives(_SAID['adopted'])}|(?:\d{{1,4}}|[A-Z][a-z-]{{1,20}}?)(?:st|nd|rd|th))\s")
# What goes on under it: the date, and the symbol of the record ("A66/VR/9").
_FURTHER = re.compile(rf"(?:[A-Z][\w -]{{2,30}},\s)?{_DATE}\.?|[A-Z]{{1,6}}\d{{0,3}}(?:/[\w.()-]{{1,30}}){{1,6}}")
# Another resolution: "73/7.", "Decision 2/CP.21".
_NEXT = re.compile(rf"\d{{1,4}}/\w|(?:{alternatives(_SAID['next'])})\b")


def mark_closings(lines: Lines, kinds: list[str]) -> None:
    """Set the kind of closing lines to masthead, where it is still open ("").

    They close: something stands above them, and after them comes nothing, an annex or the next resolution. The same
    words above paragraphs are the heading of a record.

    Args:
        lines: all lines.
        kinds: the kind of each.
    """
    first = next((place for place, kind in enumerate(kinds) if not kind), len(lines))
    texts = lines.texts
    begun = [
        place
        for place in lines.beginning(_may_begin)
        if len(texts[place]) < LONGEST and not kinds[place] and _BEGINS.match(texts[place])
    ]
    after = first + 1  # where to look on: something stands above
    for place in begun:
        if place >= after:
            found, after = _block(lines, kinds, place)
            if _closes(lines, after):
                for one in found:
                    kinds[one] = "masthead"


@lru_cache(maxsize=MOST_BEGUN)
def _may_begin(begun: str) -> bool:
    """Return whether what closes may begin so: with a bracket, a number, or a word that has a capital."""
    return begun[0] in "[(" or begun[0].isdecimal() or begun[0].isupper()


def _block(lines: Sequence[Line], kinds: Sequence[str], place: int) -> tuple[list[int], int]:
    """Return the places of the lines of a closing that begins here, and the next open place after them."""
    found: list[int] = []
    while place < len(lines):
        if kinds[place]:
            place += 1
            continue
        text = lines[place].text
        size = _size(lines, kinds, place) or bool(found and _FURTHER.fullmatch(text))
        if not size or (found and _NEXT.match(text)):
            break
        found += range(place, place + size)
        place += size
    return found, place


def _size(lines: Sequence[Line], kinds: Sequence[str], place: int) -> int:
    """Return over how many lines one statement of a meeting or an adoption goes, 0 where there is none."""
    text, size = lines[place].text, 1
    after = place + 1
    if after < len(lines) and not kinds[after] and not lines[after].gap and _is_over_two(text, lines[after].text):
        text, size = f"{text} {lines[after].text}", 2
    return size if len(text) < 2 * LONGEST and _CLOSING.fullmatch(text) else 0


def _is_over_two(text: str, below: str) -> bool:
    """Return whether a statement goes on on the next line: in lower case, or in brackets that are still open."""
    return below[0].islower() or (text[0] in "[(" and text.rstrip(".")[-1] not in "])")


def _closes(lines: Sequence[Line], after: int) -> bool:
    if after == len(lines):
        return True
    text = lines[after].text
    return (is_part(text) and not ended(text)) or _NEXT.match(text) is not None
