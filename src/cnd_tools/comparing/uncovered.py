"""What the lexicon does not cover: phrases that come back in texts, outside all words that made a theme or an actor."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.wording import is_stop, words
from cnd_tools.records import Analysis
from cnd_tools.tables import Table

LONGEST = 4  # words of a phrase
AROUND = 40  # characters of the example on each side
COLUMNS = ("term", "count", "points", "documents", "example_document", "example_point", "example")
Place = tuple[str, str, str]


def uncovered(analyses: Sequence[Analysis], *, least: int = 3) -> Table:
    """Return the phrases of two to four content words, and hyphenated words, that nothing covers, most frequent first.

    A phrase is covered where it has a word in common with a theme's evidence or an actor's name in its point. A part
    of a longer phrase that stands as often is left out.

    Args:
        analyses: the documents.
        least: how often a phrase must stand to be listed.

    Returns:
        `term` as most often printed, its `count`, in how many `points` and `documents`, and the first place as example.
    """
    found: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for analysis in analyses:
        known = _known(analysis)
        for point in coded(analysis):
            covered = _covered(point.text, known[point.point])
            for keys, start, end in _phrases(point.text):
                if covered.isdisjoint(range(start, end)):
                    printed = point.text[start:end]
                    shown = point.text[max(start - AROUND, 0) : end + AROUND]
                    found[keys].append((point.document, point.point, f"{printed}\0{shown}"))
    kept = {keys: places for keys, places in found.items() if len(places) >= least}
    rows = [_row(places) for keys, places in kept.items() if not _part_of_longer(keys, kept)]
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
    places = (found for one in known if one for found in re.finditer(re.escape(one), text))
    return {at for place in places for at in range(*place.span())}


def _phrases(text: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
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


def _part_of_longer(keys: tuple[str, ...], kept: dict[tuple[str, ...], list[Place]]) -> bool:
    longer = (other for other in kept if len(other) == len(keys) + 1 and keys in (other[1:], other[:-1]))
    return any(len(kept[other]) == len(kept[keys]) for other in longer)


def _row(places: list[Place]) -> tuple[str, int, int, int, str, str, str]:
    forms = [both.partition("\0")[0] for _, _, both in places]
    term = min(set(forms), key=lambda form: (-forms.count(form), form))
    document, point, both = places[0]
    points = {(document, point) for document, point, _ in places}
    return term, len(places), len(points), len({d for d, _ in points}), document, point, both.partition("\0")[2]
