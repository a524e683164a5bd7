"""F1 of a sample of labelled points, with its interval.

Each F1 has a bootstrap interval: points are drawn again, as many as there are, 2,000 times, and the interval holds the
middle 95 % of what comes out. A point is drawn whole, since labels of one paragraph are not independent. Documents are
not drawn: of most kinds there are two or three, and a draw of two from two says nothing. So an interval is that for
more points of documents like these, not for a document of another author; that one is wider.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
from reference_sets import Scored, manifest

SEED = 20261129
DRAWS = 2_000
MEASURES = tuple(manifest()["measures"])
SLOTS = tuple(f"paired actions: {slot}" for slot in ("agent", "strength", "polarity", "object"))


class Score(NamedTuple):
    """F1, the interval it is in, and F1 where what is optional counts as wrong; None where there is nothing to find."""

    f1: float | None
    low: float
    high: float
    strict: float | None

    def __str__(self) -> str:
        return "–" if self.f1 is None else f"{self.f1:.3f} [{self.low:.2f}, {self.high:.2f}]"


@dataclass
class Sample:
    """Points that are measured together: by measure hits, labels of the reference and of ours, a row a point."""

    documents: set[str] = field(default_factory=set)
    strata: list[str] = field(default_factory=list)
    rows: dict[str, list[tuple[int, ...]]] = field(default_factory=lambda: defaultdict(list))
    strict: dict[str, list[tuple[int, ...]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, one: Scored) -> None:
        """Add the points of a file; those of one kind are a stratum."""
        names = [str(row["point"]) for row in one.reference.points]
        self.documents.add(one.reference.text)
        self.strata += [one.reference.kind] * len(names)
        for rows, tallies in ((self.rows, one.tallies), (self.strict, one.strict)):
            for measure in (*MEASURES, *SLOTS):
                rows[measure] += [tuple(tallies.get(measure, {}).get(name, (0, 0, 0))) for name in names]

    @property
    def size(self) -> int:
        """The number of points."""
        return len(self.strata)

    def __str__(self) -> str:
        counts = ((self.size, "point"), (len(self.documents), "document"))
        return " of ".join(f"{count} {thing}{'s' if count > 1 else ''}" for count, thing in counts)

    def score(self, measure: str) -> Score:
        """Return what comes out of these points, with the interval of what comes out of points drawn from them."""
        rows = np.array(self.rows[measure])
        drawn = [score for sums in self._draws @ rows if (score := f1(sums)) is not None]
        low, high = np.percentile(drawn or [0.0], (2.5, 97.5))
        return Score(f1(rows.sum(0)), float(low), float(high), f1(np.array(self.strict[measure]).sum(0)))

    @cached_property
    def _draws(self) -> np.ndarray:
        """How often each point is in each draw: of each kind of document as many are drawn as there are."""
        chance = random.Random(SEED)  # the same for every sample, so that the page is the same each time
        strata = defaultdict(list)
        for place, stratum in enumerate(self.strata):
            strata[stratum].append(place)
        counts = np.zeros((DRAWS, self.size), dtype=np.int64)
        for draw in counts:
            for places in strata.values():
                np.add.at(draw, chance.choices(places, k=len(places)), 1)
        return counts


def f1(sums: Sequence[int]) -> float | None:
    """Return F1 of hits, labels of the reference and labels of ours; None where there is nothing to agree on."""
    hits, wanted, found = map(int, sums)
    return 2 * hits / (wanted + found) if wanted + found else None
