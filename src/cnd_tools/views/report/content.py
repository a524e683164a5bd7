"""What a report is made of; comparing is done by who calls, since a view only shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cnd_tools.comparing.page import Page
from cnd_tools.comparing.relations import Changes
from cnd_tools.records import Analysis
from cnd_tools.tables import Table
from cnd_tools.views.sources import Source


@dataclass(frozen=True, slots=True)
class ReportContent:
    """Everything a report shows.

    Attributes:
        analyses: the documents in the order in which they are to be read, one or more.
        sizes: a row each measure: `measure`, `of`, and for each document `count_…` and `percent_…`.
        scale: strengths, strongest first.
        compared: tables of a comparison by their view; none of one document.
        pages: the page of words of each two that follow each other; none of one document.
        changes: the same two, paragraph by paragraph.
        sources: the texts that went in.
        made_with: names and versions of programs, models and lexicons.
        tracked: what is due, the reports asked for and what is cited, a table each; those without a row left out.
        with_text: whether the words of the sources may be shown.
    """

    analyses: Sequence[Analysis]
    sizes: Table
    scale: Sequence[str]
    compared: Mapping[str, Sequence[Table]] = field(default_factory=dict)
    pages: Sequence[Page] = ()
    changes: Sequence[Changes] = ()
    sources: Sequence[Source] = ()
    made_with: Sequence[tuple[str, str]] = ()
    tracked: Sequence[Table] = ()
    with_text: bool = True
