"""Short names that mean now one body, now another: "the Fund" in a report on two funds is the one its section names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from cnd_tools.extracting.actors import abbreviations as short
from cnd_tools.extracting.actors.gazetteer import Known
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.records import Point, Segmented

_AROUND = 70  # characters each side of a body's head word that are read, once for each name: reading them is what costs


class NearestNames:
    """Whom a document's short names mean at a place, of those that no single body of the document has."""

    def __init__(self, segmented: Segmented, learned: Collection[str], lexicon: Lexicon) -> None:
        """Look at a document.

        Args:
            segmented: the document and its points.
            learned: the short names that mean one body throughout (`learn_short_names`).
            lexicon: whose actors and pronouns to go by.
        """
        text = segmented.document.text
        self._lexicon = lexicon
        self._begins: dict[str | None, int] = {}  # where the first paragraph under some headings begins
        for point in segmented.points:
            self._begins.setdefault(point.section, point.start)
        self._named: dict[str, list[tuple[int, Known]]] = {}
        for entry, head in short.short_heads(lexicon):
            name = f"the {head}"
            if entry.get("nearest") and name not in learned and _said(head, text):
                found = sorted(_places(text, head, lexicon))
                if found:
                    self._named[head] = found

    def at(self, point: Point) -> Mapping[str, Known]:
        """Return whom short names mean in a paragraph.

        It is the one that its headings name, the first that its section names before it, or the one named last.

        Args:
            point: the paragraph.
        """
        found: dict[str, Known] = {}
        for head, places in self._named.items():
            if f"he {head}" in point.text:
                meant = self._meant(point, head, places)
                if meant is not None:
                    found[f"the {head}"] = meant._replace(guessed=False, pattern="", rule=f"short:{meant.name}")
        return found

    @rule("short.nearest")
    def _meant(self, point: Point, head: str, places: Sequence[tuple[int, Known]]) -> Known | None:
        titled = _titled(point.section, head, self._lexicon) if point.section and head in point.section else ()
        if len(titled) == 1:
            return titled[0]
        first, end = (bisect_left(places, at, key=itemgetter(0)) for at in (self._begins[point.section], point.start))
        return places[first if first < end else end - 1][1] if end else None


def _said(head: str, text: str) -> bool:
    return any(short.said(f"{article} {head}", text) for article in ("the", "The"))


@lru_cache(maxsize=256)
def _titled(section: str, head: str, lexicon: Lexicon) -> tuple[Known, ...]:
    """The bodies with a head word that headings name."""
    return tuple(_bodies(section, head, lexicon))


def _bodies(words: str, head: str, lexicon: Lexicon) -> list[Known]:
    """The bodies that words name with a head word; "the Special Committee" alone is as short as "the Committee"."""
    brief = {name for _, name in short.short_heads(lexicon)}
    named = {one.actor: one for one in short.whole(words, head, lexicon) if one.name not in brief}
    return [one for one in named.values() if short.has_head(one.name, head)]  # not "World Bank Group", the World Bank


def _places(text: str, head: str, lexicon: Lexicon) -> Iterator[tuple[int, Known]]:
    """Yield where a text names bodies with a head word, in full or by their initials, and which."""
    read: dict[str, list[Known]] = {}
    for start, end in short.in_names(text, head):
        key = text[start:end]
        if key not in read:
            before = text[max(start - _AROUND, 0) : start].rpartition("\n\n")[2]
            words = before + text[start : end + _AROUND].partition("\n\n")[0]
            read[key] = _bodies(words, head, lexicon)
        if len(read[key]) == 1:
            yield start, read[key][0]
    for initials, known in short.by_initials(lexicon):
        if short.has_head(known.name, head) and initials in text:
            yield from ((found.start(), known) for found in re.finditer(short.alone(initials), text))
