"""What is measured as a page of Markdown: sections of tables, and the goals beside what came out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from measuring import Cost


class Goal(NamedTuple):
    """What was aimed at.

    Attributes:
        what: what is measured.
        aim: the goal, in words.
        found: what came out, in words.
        met: whether that is as good as the goal.
        why: what keeps it from being met, for when it is not.
    """

    what: str
    aim: str
    found: str
    met: bool
    why: str = ""


class Section(NamedTuple):
    """One section: its title, the lines below it, and the goals it speaks to."""

    title: str
    lines: list[str]
    goals: Sequence[Goal] = ()


def text(title: str, about: Iterable[str], sections: Sequence[Section]) -> str:
    """Return the page: what it is about, the goals of all sections, and the sections."""
    lines = [f"# {title}\n", *about, ""]
    goals = [goal for section in sections for goal in section.goals]
    if goals:
        lines += ["## Goals\n", *rows(("what", "goal", "measured", ""), map(_judged, goals)), ""]
        lines += [f"- *{goal.what}*, missed: {goal.why}" for goal in goals if not goal.met and goal.why]
    for section in sections:
        lines += ["", f"## {section.title}\n", *section.lines]
    return "\n".join(lines).rstrip() + "\n"


def rows(heads: Sequence[str], cells: Iterable[Sequence[object]]) -> list[str]:
    """Return a table."""
    return [_row(heads), "|---" * len(heads) + "|", *map(_row, cells)]


def costs(found: Mapping[str, Cost], words: int | None = None) -> list[str]:
    """Return a table of what things cost; with the words they went through, their rates too."""
    heads = ["what", "seconds", "seconds of CPU", "MiB"] + (["words per second"] if words else [])
    cells = [
        [name, f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.memory:.0f}"]
        + ([f"{words / cost.wall:,.0f}"] if words else [])
        for name, cost in found.items()
    ]
    return rows(heads, cells)


def _judged(goal: Goal) -> Sequence[str]:
    return goal.what, goal.aim, goal.found, "met" if goal.met else "**missed**"


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"
