"""`cnd positions`: who is said to hold what, speaker by speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from cnd_tools.comparing.analysed import coded, rows_of
from cnd_tools.comparing.proposing import NOTHING, Asked
from cnd_tools.records import Analysis, Position
from cnd_tools.views.safe import visible
from cnd_tools.views.screens.lines import Screen, column, counted, cut, fitted

NOBODY = "No speaker named"
PLAIN = frozenset({"unqualified", "unstated", "one"})  # extents that say no more than the speaker's name does
MEANT = "Paragraph, verb and what is held; (some), (many) or (consensus) where the text says how many held it."


def show(analyses: Sequence[Analysis], out: TextIO, asked: Asked = NOTHING) -> None:
    """Print the positions of texts under their speakers, those who are said to hold most first."""
    screen = Screen(out, asked)
    screen.tables(analyses, _positions, MEANT)
    first = next((one for one in analyses if one.positions), None)
    if first:
        point = first.positions[-1].point
        screen.next(screen.command("show", first, point, "--why"), screen.command("positions", first, "--csv"))
    elif analyses:
        screen.next(screen.command("segment", analyses[0]))


def _positions(one: Analysis, screen: Screen) -> None:
    rows = rows_of(one, one.positions)
    names = {row.actor: visible(row.name) for row in reversed(one.actors)}
    by_speaker: dict[str, list[Position]] = {}
    for row in rows:
        by_speaker.setdefault(row.source or "", []).append(row)
    points = column("", [visible(row.point) for row in rows], 14)
    verbs = column("", [_verb(row) for row in rows], 28)
    for speaker in sorted(by_speaker, key=lambda one: (not one, -len(by_speaker[one]), one)):
        held = by_speaker[speaker]
        name = names.get(speaker, visible(speaker)) or NOBODY
        screen.line(f"{name}: {counted(len(held), 'position')}", "bold")
        for row in held:
            message = cut(visible(row.message or ""), screen.width - points - verbs - 5)
            screen.line(f" {fitted(visible(row.point), points)}  {fitted(_verb(row), verbs)}  {message}".rstrip())
    having = len({row.point for row in rows})
    screen.line()
    screen.line(f"{counted(len(rows), 'position')} in {having} of {counted(len(coded(one)), 'paragraph')}")


def _verb(row: Position) -> str:
    extent = "" if row.extent in PLAIN else f" ({visible(row.extent)})"
    return visible(row.verb) + extent
