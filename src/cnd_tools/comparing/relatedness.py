"""Whether two texts are on one subject at all: the cosine of their stems, weighted by how common each is elsewhere.

Within two texts alone every word of drafting ("request", "Secretary-General") is as telling as any other; a table of
how many paragraphs of other texts have each stem (`background.toml`, with where they were counted) tells them apart.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import log, sqrt

RELATED = 0.34


def are_related(first: Iterable[Counter[str]], second: Iterable[Counter[str]]) -> bool:
    """Return whether two texts, given as the terms of their points, are on one subject."""
    return relatedness(first, second) >= RELATED


def relatedness(first: Iterable[Counter[str]], second: Iterable[Counter[str]]) -> float:
    """Return the cosine of two whole texts, 0 to 1; pairs of neighbours among the terms do not count."""
    ours, theirs = (_weighted(sum(bags, Counter())) for bags in (first, second))
    shared = sum(value * theirs.get(stem, 0.0) for stem, value in ours.items())
    length = sqrt(sum(v * v for v in ours.values()) * sum(v * v for v in theirs.values()))
    return shared / length if length else 0.0


def _weighted(counts: Counter[str]) -> dict[str, float]:
    paragraphs, holding = background()
    return {
        stem: (1 + log(count)) * log((paragraphs + 1) / (holding.get(stem, 0) + 0.5))
        for stem, count in counts.items()
        if " " not in stem
    }


@cache
def background() -> tuple[int, Mapping[str, int]]:
    """Return how many paragraphs were counted, and in how many of them each stem stands."""
    table = tomllib.loads(files("cnd_tools.comparing").joinpath("background.toml").read_text("utf-8"))
    pairs = (entry.split(":") for entry in table["stems"].split())
    return table["paragraphs"], {stem: int(count) for stem, count in pairs}
