"""The two scales whose steps have an order, weakest last: the closed lists of the annotation guidelines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

STRENGTHS = ("obligation", "necessity", "recommendation", "encouragement", "possibility")
EXTENTS = ("consensus", "unqualified", "many", "several", "some", "one", "unstated")


def steps(scale: Sequence[str], seen: Iterable[str]) -> tuple[str, ...]:
    """Return the scale, and after it what was seen beside it (a user's own lexicon may know more) in sorted order."""
    return (*scale, *sorted(set(seen) - set(scale)))


def rank(strength: str) -> int | None:
    """Return 1 for the weakest strength to 5 for the strongest; None for one that is not on the scale."""
    return len(STRENGTHS) - STRENGTHS.index(strength) if strength in STRENGTHS else None
