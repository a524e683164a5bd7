"""`cnd actors`: a line an actor, a column a role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.text import Text

from cnd_tools.comparing.analysed import rows_of
from cnd_tools.records import Actor, Analysis
from cnd_tools.views.safe import visible
from cnd_tools.views.screens.lines import Screen, column, command, fitted, places

LONGEST = 34  # cells of a name
ROLES = ("source", "agent", "recipient", "mention")
MEANT = (
    "Paragraphs in which it is the source (who says it), the agent (who acts, or is to act), the recipient (whom it is "
    "for), or a mention (named besides)."
)


def show(analyses: Sequence[Analysis], out: TextIO) -> None:
    """Print the actors of texts, those in most paragraphs first, and in how many paragraphs each has which role."""
    screen = Screen(out)
    for number, one in enumerate(analyses):
        if number:
            screen.line()
        screen.head(one)
        _actors(one, screen)
    screen.line()
    screen.legend(MEANT)
    first = next((one for one in analyses if one.actors), None)
    if first:
        most = _by_actor(first)[0]
        screen.next(command("show", first, "--actor", visible(most[0].actor)), command("actions", first))
    elif analyses:
        screen.next(command("segment", analyses[0]))


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
    width = column("actor", names, LONGEST)
    heads = "  ".join(roles)
    room = screen.width - width - len(heads) - 5
    if found:
        screen.text(Text(f" {fitted('actor', width)}  {heads}  paragraphs", style="bold"))
    for name, its in zip(names, found, strict=True):
        counts = [len({row.point for row in its if row.role == role}) for role in roles]
        cells = "  ".join(
            (str(count) if count else "").rjust(len(role)) for count, role in zip(counts, roles, strict=True)
        )
        screen.line(f" {fitted(name, width)}  {cells}  {places((row.point for row in its), one, room)}".rstrip())
