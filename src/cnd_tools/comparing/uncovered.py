"""What the lexicon does not cover: phrases that come back in texts, outside all words that made a theme or an actor."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.wording import is_stop, words
from cnd_tools.records import Analysis
from cnd_tools.tables import Table

LONGEST = 4  # words of a phrase
AROUND = 40  # characters of the example on each side, at most: it is cut between words
COLUMNS = ("term", "count", "points", "documents", "example_document", "example_point", "example")
Phrase = tuple[str, ...]


class Place(NamedTuple):
    """Where a phrase stands: in which document and point, as printed, and with the words around it."""

    document: str
    point: str
    printed: str
    around: str


def uncovered(analyses: Sequence[Analysis], *, least: int = 3) -> Table:
    """Return the phrases of two to four content words, and hyphenated words, that nothing covers, most frequent first.

    A phrase is covered where it has a word in common with a theme's evidence or an actor's name in its point. Of two
    phrases of which one is part of the other one is listed, by how often it stands times its words squared: "human
    rights" rather than a rare "human rights council", but "world drug problem" rather than "drug problem".

    Args:
        analyses: the documents.
        least: how often a phrase must stand to be listed.

    Returns:
        `term` as most often printed, its `count`, in how many `points` and `documents`, and the first place as example.
    """
    found: defaultdict[Phrase, list[Place]] = defaultdict(list)
    for analysis in analyses:
        known = _known(analysis)
        for point in coded(analysis):
            covered = _covered(point.text, known[point.point])
            for keys, start, end in _phrases(point.text):
                if covered.isdisjoint(range(start, end)):
                    around = _around(point.text, start, end)
                    found[keys].append(Place(point.document, point.point, point.text[start:end], around))
    kept = {keys: places for keys, places in found.items() if len(places) >= least}
    rows = [_row(kept[keys]) for keys in _apart({keys: len(places) for keys, places in kept.items()})]
    return Table("uncovered_terms", COLUMNS, tuple(sorted(rows, key=lambda row: (-row[1], row[0]))))


def _known(analysis: Analysis) -> defaultdict[str, set[str]]:
    """Return for each point the words that made its themes and actors."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for theme in analysis.themes:
        known[theme.point].update(theme.evidence.split("; "))
    for actor in analysis.actors:
        known[actor.point].add(actor.text)
    return known


def _covered(text: str, known: set[str]) -> set[int]:
    """Return the characters of a text that stand in known words, wherever these stand."""
    places = (found for one in known for found in re.finditer(re.escape(one), text))
    return {at for place in places for at in range(*place.span())}


def _phrases(text: str) -> Iterator[tuple[Phrase, int, int]]:
    """Yield runs of content words that no sign and no stop word parts: their keys, start and end."""
    run: list[tuple[str, int, int]] = []
    at = 0
    for word in words(text):
        start = text.index(word.text, at)
        at = start + len(word.text)
        if word.key is None or is_stop(word.key):
            run = []
            continue
        run = [*run, (word.key, start, at)][-LONGEST:]
        for first in range(len(run)):
            keys = tuple(key for key, _, _ in run[first:])
            if len(keys) > 1 or "-" in keys[0]:
                yield keys, run[first][1], at


def _around(text: str, start: int, end: int) -> str:
    """Return a phrase with the whole words around it."""
    low, high = max(start - AROUND, 0), end + AROUND
    if low:
        low = text.find(" ", low - 1, start) + 1 or start
    if high < len(text):
        high = max(text.rfind(" ", end, high + 1), end)
    return text[low:high]


def _apart(counts: Mapping[Phrase, int]) -> list[Phrase]:
    """Return phrases none of which is part of another, those taken first that are frequent and long.

    What never stands without the same longer one is a fragment of that, whether that one is taken or not.
    """
    fragments = {part for keys, count in counts.items() for part in (keys[1:], keys[:-1]) if counts.get(part) == count}
    taken: dict[Phrase, None] = {}
    around: set[Phrase] = set()  # all parts of what is taken
    for keys in sorted(counts.keys() - fragments, key=lambda keys: (-counts[keys] * len(keys) ** 2, -len(keys), keys)):
        parts = set(_parts(keys))
        if keys not in around and parts.isdisjoint(taken):
            taken[keys] = None
            around |= parts
    return list(taken)


def _parts(keys: Phrase) -> Iterator[Phrase]:
    for size in range(1, len(keys)):
        yield from (keys[start : start + size] for start in range(len(keys) - size + 1))


def _row(places: Sequence[Place]) -> tuple[str, int, int, int, str, str, str]:
    forms = Counter(place.printed for place in places)
    term = min(forms, key=lambda form: (-forms[form], form))
    first, points = places[0], {(place.document, place.point) for place in places}
    documents = {place.document for place in places}
    return term, len(places), len(points), len(documents), first.document, first.point, first.around
