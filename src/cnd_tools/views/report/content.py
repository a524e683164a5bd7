"""What a report is made of; comparing is done by who calls, since a view only shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cnd_tools.records import Analysis
from cnd_tools.tables import Table
from cnd_tools.views.sources import Source


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a point from one document to the next.

    Attributes:
        documents: the names of both.
        points: the point in each; None where it has no counterpart.
        change: "kept", "reworded", … (see `cnd_tools.comparing`).
        similarity: 0 to 1; None without a counterpart.
        themes: ids of the themes both have, or the one has.
        detail: every change found beside the words, or None.
        runs: the words, as ("equal", "delete" or "insert", text).
    """

    documents: tuple[str, str]
    points: tuple[str | None, str | None]
    change: str
    similarity: float | None
    themes: tuple[str, ...]
    detail: str | None
    runs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportContent:
    """Everything a report shows.

    Attributes:
        analyses: the documents in the order in which they are to be read, one or more.
        sizes: a row each measure: `measure`, `of`, and for each document `count_…` and `percent_…`.
        scale: strengths, strongest first.
        compared: tables of a comparison under "theme", "actor" and "strength"; none of one document.
        changes: what became of each point; none of one document.
        sources: the texts that went in.
        made_with: names and versions of programs, models and lexicons.
        with_text: whether the words of the sources may be shown.
    """

    analyses: Sequence[Analysis]
    sizes: Table
    scale: Sequence[str]
    compared: Mapping[str, Sequence[Table]] = field(default_factory=dict)
    changes: Sequence[Change] = ()
    sources: Sequence[Source] = ()
    made_with: Sequence[tuple[str, str]] = ()
    with_text: bool = True
