"""Whether two texts are on one subject at all: the cosine of their stems, weighted by how common each is elsewhere.

Within two texts alone every word of drafting ("request", "Secretary-General") is as telling as any other; a table of
how many paragraphs of other texts have each stem (`background.toml`, with where they were counted) tells them apart.

Two measures, for length misleads: a stem of two long texts is mostly one that both have, since in seven thousand words
nearly everything comes up once (A/RES/77/238, on drugs, speaks of women, prisons and health). So what texts say again
and again must be the same; only of short ones, where nothing is said often, it is enough that their words are.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import log, sqrt

from cnd_tools.comparing.figures import MONTHS
from cnd_tools.comparing.wording import stem

RELATED = 0.34  # of the words of short texts
ON_ONE_SUBJECT = 0.3  # of what any texts say often
# Stems, of the two texts by geometric mean, up to which texts are short. Measured on 20 couples on one subject and 29
# of strangers: the second measure is .41 or more of the former but for two short ones (.38 of the first) and two human
# rights resolutions, which are missed; of strangers it is .25 at most, and the first measure of short ones .23.
SHORT = 1000
COMMON = 0.05  # of the paragraphs elsewhere, that may have a stem which tells what a text is on


def are_related(first: Iterable[Counter[str]], second: Iterable[Counter[str]]) -> bool:
    """Return whether two texts, given as the terms of their points, are on one subject."""
    ours, theirs = _stems(first), _stems(second)
    if _cosine(_often(ours), _often(theirs)) >= ON_ONE_SUBJECT:
        return True
    is_short = sqrt(sum(ours.values()) * sum(theirs.values())) < SHORT
    return is_short and _cosine(_damped(ours), _damped(theirs)) >= RELATED


def relatedness(first: Iterable[Counter[str]], second: Iterable[Counter[str]]) -> float:
    """Return the cosine of two whole texts by their words, 0 to 1; pairs of neighbours among the terms do not count."""
    return _cosine(_damped(_stems(first)), _damped(_stems(second)))


def _stems(bags: Iterable[Counter[str]]) -> Counter[str]:
    """Return how often each stem stands in a text; the months, which only date what is cited, left out."""
    months = set(map(stem, MONTHS))
    whole: Counter[str] = Counter()
    for bag in bags:
        whole.update(bag)
    return Counter({term: count for term, count in whole.items() if " " not in term and term not in months})


def _damped(counts: Mapping[str, int]) -> dict[str, float]:
    return {term: (1 + log(count)) * _telling(term) for term, count in counts.items()}


def _often(counts: Mapping[str, int]) -> dict[str, float]:
    paragraphs, holding = background()
    most = COMMON * paragraphs
    return {term: count * _telling(term) for term, count in counts.items() if holding.get(term, 0) <= most}


def _telling(term: str) -> float:
    paragraphs, holding = background()
    return log((paragraphs + 1) / (holding.get(term, 0) + 0.5))


def _cosine(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    shared = sum(value * theirs.get(term, 0.0) for term, value in ours.items())
    length = sqrt(sum(v * v for v in ours.values()) * sum(v * v for v in theirs.values()))
    return shared / length if length else 0.0


@cache
def background() -> tuple[int, Mapping[str, int]]:
    """Return how many paragraphs were counted, and in how many of them each stem stands."""
    table = tomllib.loads(files("cnd_tools.comparing").joinpath("background.toml").read_text("utf-8"))
    pairs = (entry.split(":") for entry in table["stems"].split())
    return table["paragraphs"], {term: int(count) for term, count in pairs}
