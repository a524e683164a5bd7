"""A text with its labels: the words in colour, what was found beneath, and on request the rule behind each label."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten
from typing import TextIO, TypeVar

from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from cnd_tools.comparing.proposing import NOTHING, Asked
from cnd_tools.records import Action, Actor, Analysis, Citation, Point, Position, Theme
from cnd_tools.tables import CODED
from cnd_tools.views import terminal
from cnd_tools.views.fitting import GAP, Claim, broken, fitted
from cnd_tools.views.safe import visible
from cnd_tools.views.screens.lines import Screen
from cnd_tools.views.terminal import console

# Of the 256 colours of terminals, six have the contrast of 4.5 : 1 that WCAG 2.2 asks of text on black and on white. A
# terminal of sixteen colours may show any of them as it likes, so that it gets brackets, as where there is no colour.
STYLES = {
    "source": "bold color(63)",
    "agent": "bold color(29)",
    "recipient": "bold color(163)",
    "mention": "color(131)",
    "action": "underline",
    "theme": "italic color(98)",
}
MEANT = {"source": ": says it", "agent": ": acts", "recipient": ": for whom", "mention": ": named"}
ROLES = ("source", "agent", "recipient", "mention")
NO_SPEAKER, NO_ADDRESSEE = "no speaker named", "no addressee named"
INSET = 2
BRIEF = 60  # characters of what is held; all of it stands above
Row = TypeVar("Row", Actor, Theme, Position, Action, Citation)


def show(analysis: Analysis, points: Iterable[Point], out: TextIO, *, why: bool = False) -> None:
    """Print points with their labels.

    Args:
        analysis: what the labels are taken from.
        points: which of its points.
        out: a terminal or a file; without colour, who is named stands in brackets with its role.
        why: per label, the rule and the words that made it.
    """
    screen = console(out)
    coloured = terminal.shows_colours(screen)
    screen.print(_legend(coloured=coloured))
    for point in points:
        screen.print()
        head = Text(visible(point.point), style="bold")
        screen.print(head + Text(f"  {_kind(point)}, line {point.line}"))
        screen.print(Padding(_marked(point, analysis, coloured=coloured), (0, 0, 0, INSET)))
        said = list(_reasons(point, analysis) if why else _labels(point, analysis))
        if said:
            screen.print(Padding(_aligned(said, screen.width - INSET), (0, 0, 0, INSET)))


def show_next(shown: Sequence[tuple[Analysis, Sequence[Point]]], out: TextIO, asked: Asked = NOTHING) -> None:
    """Say what may be typed next: why these labels, or all that is asked for."""
    analysis, points = next(((one, points) for one, points in shown if points), (None, ()))
    if analysis and points:
        screen = Screen(out, asked)
        screen.line()
        screen.next(screen.command("show", analysis, points[0].point, "--why"), screen.command("actions", analysis))


def _kind(point: Point) -> str:
    return f"{point.kind} paragraph" if point.kind in CODED else {"masthead": "title page"}.get(point.kind, point.kind)


def _aligned(rows: Sequence[Sequence[str]], width: int) -> Grid:
    """Return labels as a grid without lines, no id cut: what is too long is broken."""
    columns = [[visible(cell) for cell in column] for column in zip(*rows, strict=True)]
    rooms = fitted([Claim.of("", column, kept=not place, numbers=False) for place, column in enumerate(columns)], width)
    grid = Grid.grid(padding=(0, GAP))
    for room in rooms:
        grid.add_column(width=room)
    for row in zip(*columns, strict=True):
        grid.add_row(*(Text(broken(cell, room)) for cell, room in zip(row, rooms, strict=True)))
    return grid


def _legend(*, coloured: bool) -> Text:
    """Return what the colours mean; without colours, what the word in brackets does."""
    if coloured:
        return Text("  ").join(Text(name, style=style) + Text(MEANT.get(name, "")) for name, style in STYLES.items())
    return Text("[who|role]  " + "  ".join(role + MEANT[role] for role in ROLES))


def _marked(point: Point, analysis: Analysis, *, coloured: bool) -> Text:
    """Return the point's text, the weaker marks laid first so that the stronger show.

    Without colour, who is named stands in brackets with its role; with colour, who has two roles does.
    """
    marks = [(row.start, row.end, "theme") for row in _of(point, analysis.themes)]
    marks += [(row.start, row.end, "action") for row in _of(point, analysis.actions)]
    marks += [(row.start, row.end, row.role) for row in _of(point, analysis.actors)]
    styles: list[list[str]] = [[] for _ in point.text]
    for start, end, kind in marks if coloured else ():
        for place in range(*point.find(start, end)):
            styles[place].append(STYLES[kind])
    opened, closed = _brackets(point, analysis, least=2 if coloured else 1)
    text = Text()
    for place, (char, given) in enumerate(zip(point.text, styles, strict=True)):
        text.append("[" * opened[place])
        text.append(visible(char), " ".join(given))
        text.append("".join(f"|{roles}]" for roles in closed[place + 1]))
    return text


def _brackets(point: Point, analysis: Analysis, *, least: int) -> tuple[Counter[int], defaultdict[int, list[str]]]:
    """Return how many brackets open before a place, and the roles that are named where they close, inner ones first."""
    roles: defaultdict[tuple[int, int], dict[str, None]] = defaultdict(dict)
    for row in sorted(_of(point, analysis.actors), key=lambda row: ROLES.index(row.role) if row.role in ROLES else 9):
        roles[point.find(row.start, row.end)][row.role] = None
    spans = sorted(((first, last) for (first, last), its in roles.items() if len(its) >= least), key=lambda s: -s[0])
    closed: defaultdict[int, list[str]] = defaultdict(list)
    for span in spans:
        closed[span[1]].append(", ".join(map(visible, roles[span])))
    return Counter(first for first, _ in spans), closed


def _labels(point: Point, analysis: Analysis) -> Iterator[Sequence[str]]:
    themes = [row.theme for row in _of(point, analysis.themes)]
    if themes:
        yield "themes", ", ".join(themes)
    for position in _of(point, analysis.positions):
        said = " · ".join((position.source or NO_SPEAKER, position.verb, position.extent))
        message = shorten(position.message or "", BRIEF, placeholder=" …")
        yield "position", f"{said} → {message}" if message else said
    for action in _of(point, analysis.actions):
        said = f"{action.agent or NO_ADDRESSEE} · {action.cue} · {'not ' * (action.polarity == '-')}{action.aim}"
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
        said = f"{position.source or NO_SPEAKER} · {position.verb} · {position.extent} · {position.stance}"
        yield "position", said, f"“{position.verb_text}”", position.rule
    for action in _of(point, analysis.actions):
        what = " · ".join(filter(None, (action.lemma, action.object, action.strength, action.polarity)))
        yield "action", f"{action.agent or NO_ADDRESSEE} · {what}", f"“{action.cue}”, “{action.aim}”", action.rule


def _of(point: Point, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.point == point.point]
