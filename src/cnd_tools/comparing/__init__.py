"""What changed between documents: counts, shares and their difference, for two or more analyses in the order given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cnd_tools.comparing import content, strength
from cnd_tools.comparing.analysed import names
from cnd_tools.comparing.changes import changes
from cnd_tools.comparing.overview import overview
from cnd_tools.comparing.terms import terms
from cnd_tools.errors import UsageError
from cnd_tools.records import Analysis
from cnd_tools.tables import Table

Comparing = Callable[[Sequence[Analysis]], Table]

BY: Mapping[str, tuple[Comparing, ...]] = {
    "overview": (overview,),
    "theme": (content.themes,),
    "actor": (content.actors,),
    "strength": (content.strengths, strength.effects, strength.cues),
    "extent": (content.extents,),
    "points": (changes,),
    "terms": (terms,),
}
AT_ONCE = (overview, content.themes, content.actors, content.strengths)


def compare(analyses: Sequence[Analysis], by: str | None = None, *, diff: bool = False) -> list[Table]:
    """Compare two or more documents.

    Args:
        analyses: the documents with what was found in them, in the order in which they are to be read.
        by: one of `BY`; None for what one wants first: overview, themes, actors by role, strengths.
        diff: with "points", add a column with the two texts as one, word for word (see `changes.changes`).

    Returns:
        One table or several; columns are named in `shares` and in the functions of `BY`.

    Raises:
        UsageError: fewer than two documents, two of one name, no such `by`, or `diff` with another.
    """
    check(by, diff=diff)
    names(analyses)
    if diff:
        return [changes(analyses, diff=True)]
    return [comparing(analyses) for comparing in (AT_ONCE if by is None else BY[by])]


def check(by: str | None, *, diff: bool) -> None:
    """Raise UsageError if there is no such `by`, or `diff` does not go with it: what can be known before analysing."""
    if by is not None and by not in BY:
        raise UsageError(f"cannot compare by {by}; choose {', '.join(BY)}")
    if diff and by != "points":
        raise UsageError("a word-level diff is of points: --diff goes with --by points alone")


__all__ = ["BY", "check", "compare"]
