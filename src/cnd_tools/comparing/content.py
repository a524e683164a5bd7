"""The tables of counts: speakers, themes, actors, strength of what is asked, and how many are said to hold it."""

from __future__ import annotations

from collections.abc import Sequence

from cnd_tools.comparing import measures
from cnd_tools.comparing.analysed import names
from cnd_tools.comparing.shares import share_table
from cnd_tools.records import Analysis
from cnd_tools.tables import Table


def speakers(analyses: Sequence[Analysis]) -> Table:
    """Return who is said to say something, and of whom something is asked; the columns are those of `shares`."""
    found = [*measures.speakers(analyses), *measures.demands(analyses)]
    return share_table("speaker_shares", ("speaker", "name"), found, documents=names(analyses), ordered=True)


def themes(analyses: Sequence[Analysis]) -> Table:
    """Return the paragraphs that speak of each theme; the columns are those of `shares`."""
    return share_table("theme_shares", ("theme", "title"), measures.themes(analyses), documents=names(analyses))


def actors(analyses: Sequence[Analysis]) -> Table:
    """Return the paragraphs in which each actor has each role; the columns are those of `shares`."""
    return share_table("actor_shares", ("actor", "name", "role"), measures.actors(analyses), documents=names(analyses))


def strengths(analyses: Sequence[Analysis]) -> Table:
    """Return the paragraphs that ask with each strength, of those that ask, strongest first; columns as in `shares`."""
    return share_table(
        "strength_shares", ("strength",), measures.strengths(analyses), documents=names(analyses), ordered=True
    )


def extents(analyses: Sequence[Analysis]) -> Table:
    """Return the paragraphs with a position of each extent, of those that report, widest first; see `shares`."""
    return share_table(
        "extent_shares", ("extent",), measures.extents(analyses), documents=names(analyses), ordered=True
    )
