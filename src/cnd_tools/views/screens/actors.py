"""`cnd actors`: a line an actor, a column a role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.text import Text

from cnd_tools.comparing.analysed import rows_of
from cnd_tools.comparing.proposing import NOTHING, Asked
from cnd_tools.records import Actor, Analysis
from cnd_tools.views.safe import visible
from cnd_tools.views.screens.lines import Screen, column, cut, fitted, places

LONGEST, SHORTEST = 44, 14  # cells of a name
PLACES = 16  # cells of paragraphs, for which longer names give way
ROLES = ("source", "agent", "recipient", "mention")
MEANT = (
    "Paragraphs in which it is the source (who says it), the agent (who acts, or is to act), the recipient (whom it is "
    "for), or a mention (named besides)."
)


def show(analyses: Sequence[Analysis], out: TextIO, asked: Asked = NOTHING) -> None:
    """Print the actors of texts, those in most paragraphs first, and in how many paragraphs each has which role."""
    screen = Screen(out, asked)
    screen.tables(analyses, _actors, MEANT)
    first = next((one for one in analyses if one.actors), None)
    if first:
        most = _by_actor(first)[0]
        chosen = any(option == "--actor" for option, _ in asked.choosing)
        of_it = () if chosen else ("--actor", most[0].actor)
        screen.next(screen.command("show", first, *of_it), screen.command("actions", first))
    elif analyses:
        screen.next(screen.command("segment", analyses[0]))


def _by_actor(one: Analysis) -> list[list[Actor]]:
    """Return the rows of each actor, of the one that is in most paragraphs first."""
    rows = rows_of(one, one.actors) or list(one.actors)
    found: dict[str, list[Actor]] = {}
    for row in rows:
        found.setdefault(row.actor, []).append(row)
    return sorted(found.values(), key=lambda its: (-len({row.point for row in its}), its[0].name))


def _actors(one: Analysis, screen: Screen) -> None:
    found = _by_actor(one)
    names = [visible(its[0].name) for its in found]
    roles = [role for role in ROLES if any(row.role == role for its in found for row in its)]
    heads = "  ".join(roles)
    width = column("actor", names, min(LONGEST, max(screen.width - len(heads) - PLACES - 5, SHORTEST)))
    room = screen.width - width - len(heads) - 5
    if found:
        screen.text(Text(f" {fitted('actor', width)}  {heads}  {cut('paragraphs', room)}", style="bold"))
    for name, its in zip(names, found, strict=True):
        counts = [len({row.point for row in its if row.role == role}) for role in roles]
        cells = "  ".join(
            (str(count) if count else "").rjust(len(role)) for count, role in zip(counts, roles, strict=True)
        )
        screen.line(f" {fitted(name, width)}  {cells}  {places((row.point for row in its), one, room)}".rstrip())
