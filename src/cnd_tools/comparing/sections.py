"""Sections that one text has and the other lacks: the usual reason why its figures differ, said before any figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cnd_tools.comparing.relations import Changes
from cnd_tools.comparing.wording import is_stop, words
from cnd_tools.records import Analysis

LEAST = 3  # paragraphs of a section that is worth a word
PERHAPS = 0.25  # of its paragraphs, that must have a doubtful counterpart where none has a sure one


class Lacking(NamedTuple):
    """A section that has no counterpart: of which document (0 or 1), its title and its points."""

    document: int
    title: str
    points: tuple[str, ...]


def lacking_sections(found: Changes) -> list[Lacking]:
    """Return the sections of either text that the other lacks; none where no section at all has a counterpart."""
    told = ((place, *section) for place in (0, 1) for section in _sections(found, place))
    return [Lacking(place, title, points) for place, title, points, has in told if not has]


def alike_sections(found: Changes) -> str | None:
    """Return what `--section` must be given to compare like with like; None where nothing is lacking, or no word does.

    That is a word which every section that has counterparts has in its title and no lacking one has; where the other
    text has headings too, some of them must have it.
    """
    titles = [(title, has) for place in (0, 1) for title, _, has in _sections(found, place)]
    lacking = [title for title, has in titles if not has]
    if not lacking:
        return None
    others = {word for title in lacking for word in _words(title)}
    shared = [_words(title) for title, has in titles if has]
    headed = [headings for headings in map(_headings, (found.first, found.second)) if headings]
    for word in shared[0]:
        everywhere = all(any(word in _words(title) for title in headings) for headings in headed)
        if word not in others and everywhere and all(word in words_of for words_of in shared):
            return word
    return None


def _headings(analysis: Analysis) -> set[str]:
    return {point.section for point in analysis.points if point.section}


def _sections(found: Changes, place: int) -> list[tuple[str, tuple[str, ...], bool]]:
    """Return the sections of a text large enough, and whether they have a counterpart; [] if none or all have.

    A paragraph's is enough; but of those that are perhaps on the same subject it takes a quarter.
    """
    points = (found.found.first, found.found.second)[place].points
    doubtful = {(pair.first, pair.second)[place]: pair.perhaps for pair in found.found.pairs}
    sections: defaultdict[str, list[int]] = defaultdict(list)
    for at, point in enumerate(points):
        if point.section:
            sections[point.section.partition(" > ")[0]].append(at)
    told = [
        (title, tuple(points[at].point for at in places), _has(places, doubtful))
        for title, places in sections.items()
        if len(places) >= LEAST
    ]
    return told if any(has for _, _, has in told) and not all(has for _, _, has in told) else []


def _has(places: Sequence[int], doubtful: Mapping[int, bool]) -> bool:
    """Return whether a section has a counterpart, given which paragraphs have one, and whether it is a doubtful one."""
    found = [doubtful[at] for at in places if at in doubtful]
    return not all(found) or len(found) >= PERHAPS * len(places)


def _words(title: str) -> Sequence[str]:
    return list(_content(title))


def _content(title: str) -> Iterator[str]:
    for word in words(title):
        if word.key and not is_stop(word.key) and len(word.key) > 4:
            yield word.key
