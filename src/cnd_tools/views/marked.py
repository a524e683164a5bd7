"""A text with its labels: the words in colour, what was found beneath, and on request the rule behind each label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten
from typing import TextIO, TypeVar

from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from cnd_tools.records import Action, Actor, Analysis, Citation, Point, Position, Theme
from cnd_tools.views.fitting import GAP, Claim, broken, fitted
from cnd_tools.views.safe import visible
from cnd_tools.views.terminal import console

# Colours that are told apart by most colour-blind readers too, each with the mark that stands for it without colour.
STYLES = {
    "source": "bold blue",
    "agent": "bold green",
    "recipient": "bold magenta",
    "mention": "cyan",
    "action": "underline",
    "theme": "italic yellow",
}
INSET = 2
BRIEF = 60  # characters of what is held; all of it stands above
Row = TypeVar("Row", Actor, Theme, Position, Action, Citation)


def show(analysis: Analysis, points: Iterable[Point], out: TextIO, *, why: bool = False) -> None:
    """Print points with their labels.

    Args:
        analysis: what the labels are taken from.
        points: which of its points.
        out: a terminal or a file; without colour, the words carry no marks and the labels stand beneath alone.
        why: per label, the rule and the words that made it.
    """
    screen = console(out)
    screen.print(Text(" ".join(STYLES)) if screen.no_color else _legend())
    for point in points:
        screen.print()
        screen.print(Text(f"{point.point}", style="bold") + Text(f"  {point.kind}, line {point.line}", style="dim"))
        screen.print(Padding(_marked(point, analysis), (0, 0, 0, INSET)))
        said = list(_reasons(point, analysis) if why else _labels(point, analysis))
        if said:
            screen.print(Padding(_aligned(said, screen.width - INSET), (0, 0, 0, INSET)))


def _aligned(rows: Sequence[Sequence[str]], width: int) -> Grid:
    """Return labels as a grid without lines, no id cut: what is too long is broken."""
    columns = [[visible(cell) for cell in column] for column in zip(*rows, strict=True)]
    rooms = fitted([Claim.of("", column, kept=not place, numbers=False) for place, column in enumerate(columns)], width)
    grid = Grid.grid(padding=(0, GAP))
    for place, room in enumerate(rooms):
        grid.add_column(width=room, style="" if place else "dim")
    for row in zip(*columns, strict=True):
        grid.add_row(*(Text(broken(cell, room)) for cell, room in zip(row, rooms, strict=True)))
    return grid


def _legend() -> Text:
    return Text("  ").join(Text(name, style=style) for name, style in STYLES.items())


def _marked(point: Point, analysis: Analysis) -> Text:
    """Return the point's text, the weaker marks laid first so that the stronger show."""
    marks: list[tuple[int, int, str]] = []
    marks += [(row.start, row.end, "theme") for row in _of(point, analysis.themes)]
    marks += [(row.start, row.end, "action") for row in _of(point, analysis.actions)]
    marks += [(row.start, row.end, row.role) for row in _of(point, analysis.actors)]
    text, plain = Text(), point.text
    styles: list[list[str]] = [[] for _ in plain]
    for start, end, kind in marks:
        first, last = point.find(start, end)
        for place in range(first, last):
            styles[place].append(STYLES[kind])
    for char, given in zip(plain, styles, strict=True):
        text.append(visible(char), " ".join(given))
    return text


def _labels(point: Point, analysis: Analysis) -> Iterator[Sequence[str]]:
    themes = [row.theme for row in _of(point, analysis.themes)]
    if themes:
        yield "themes", ", ".join(themes)
    for position in _of(point, analysis.positions):
        said = " · ".join((position.source or "nobody named", position.verb, position.extent))
        message = shorten(position.message or "", BRIEF, placeholder=" …")
        yield "position", f"{said} → {message}" if message else said
    for action in _of(point, analysis.actions):
        said = f"{action.agent or 'nobody named'} · {action.cue} · {'not ' * (action.polarity == '-')}{action.aim}"
        yield "action", f"{said} → {action.object}" if action.object else said
    cited = list(dict.fromkeys(row.cited or row.text for row in _of(point, analysis.citations)))
    if cited:
        yield "cites", ", ".join(cited)


def _reasons(point: Point, analysis: Analysis) -> Iterator[Sequence[str]]:
    for actor in _of(point, analysis.actors):
        yield "actor", f"{actor.actor} as {actor.role}", f"“{actor.text}”", actor.rule
    for theme in _of(point, analysis.themes):
        yield "theme", theme.theme, f"“{theme.evidence}”", f"{theme.hits} hit{'s' * (theme.hits != 1)}"
    for position in _of(point, analysis.positions):
        said = f"{position.source or 'nobody named'} · {position.verb} · {position.extent} · {position.stance}"
        yield "position", said, f"“{position.verb_text}”", position.rule
    for action in _of(point, analysis.actions):
        what = " · ".join(filter(None, (action.lemma, action.object, action.strength, action.polarity)))
        yield "action", f"{action.agent or 'nobody named'} · {what}", f"“{action.cue}”, “{action.aim}”", action.rule


def _of(point: Point, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.point == point.point]
