"""What changed between documents: counts, shares and their difference, for two or more analyses in the order given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from cnd_tools.comparing import content
from cnd_tools.comparing.analysed import names
from cnd_tools.comparing.changes import changes, check_only
from cnd_tools.comparing.citations import citations
from cnd_tools.comparing.overview import overview
from cnd_tools.comparing.terms import terms
from cnd_tools.errors import UsageError
from cnd_tools.records import Analysis
from cnd_tools.tables import Table

Comparing = Callable[[Sequence[Analysis]], Table]

BY: Mapping[str, Comparing] = {
    "overview": overview,
    "speakers": content.speakers,
    "themes": content.themes,
    "actors": content.actors,
    "strength": content.strengths,
    "extent": content.extents,
    "points": changes,
    "terms": terms,
    "citations": citations,
}
AT_ONCE = ("overview", "speakers", "themes", "actors", "strength", "points")


def compare(
    analyses: Sequence[Analysis], by: str | None = None, *, diff: bool = False, only: Collection[str] = ()
) -> list[Table]:
    """Compare two or more documents.

    Args:
        analyses: the documents with what was found in them, in the order in which they are to be read.
        by: one of `BY`, in the singular or the plural; None for what one wants first: how large the documents are, who
            is said to say what, themes, actors by role, strengths, and what became of each paragraph.
        diff: with "points", add a column with the two texts as one, word for word (see `changes.changes`).
        only: with "points", of these relations and facts alone.

    Returns:
        One table, or with no `by` several; columns are named in `shares` and in the functions of `BY`.

    Raises:
        UsageError: fewer than two documents, two of one name, no such `by`, or `diff` or `only` with another.
    """
    by = view(by)
    check(by, diff=diff, only=only)
    names(analyses)
    if by == "points":
        return [changes(analyses, diff=diff, only=only)]
    return [BY[one](analyses) for one in AT_ONCE] if by is None else [BY[by](analyses)]


def view(by: str | None) -> str | None:
    """Return the one of `BY` that a word is, or of which it is the singular or the plural; else the word.

    Screens speak of paragraphs, columns of points: either word will do.
    """
    if by is None:
        return None
    by = "points" if by.lower().removesuffix("s") == "paragraph" else by
    return next((name for name in BY if by.lower().removesuffix("s") == name.removesuffix("s")), by)


def check(by: str | None, *, diff: bool, only: Collection[str] = ()) -> None:
    """Raise UsageError if there is no such `by`, or `diff` or `only` does not go with it: known before analysing."""
    if by is not None and by not in BY:
        raise UsageError(f"cannot compare by {by}; choose {', '.join(BY)}")
    if diff and by != "points":
        raise UsageError("--diff goes with --by paragraphs alone")
    if only and by != "points":
        raise UsageError("--only goes with --by paragraphs alone")
    check_only(only)


__all__ = ["BY", "check", "compare", "view"]
