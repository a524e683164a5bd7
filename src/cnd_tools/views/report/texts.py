"""The texts as a report shows them: each point's words with what they are marked as, and its labels beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from cnd_tools.records import Action, Actor, Analysis, Citation, Point, Position, Theme
from cnd_tools.tables import CODED, by_point
from cnd_tools.views.marked import NO_SPEAKER

KINDS = ("source", "agent", "recipient", "mention", "cue", "theme")  # what words are marked as


class Mark(NamedTuple):
    """Characters `start` to `end` of a point's clean text, of one of `KINDS`, and what to say of them."""

    start: int
    end: int
    kind: str
    said: str


class Stretch(NamedTuple):
    """Words that have the same marks from end to end."""

    text: str
    kinds: str
    said: str


@dataclass(frozen=True, slots=True)
class Item:
    """A point as it is shown; the ids are what it can be found by."""

    point: Point
    stretches: tuple[Stretch, ...]
    themes: tuple[str, ...]
    positions: tuple[str, ...]
    actions: tuple[str, ...]
    citations: tuple[str, ...]
    theme_ids: tuple[str, ...]
    actor_ids: tuple[str, ...]
    strengths: tuple[str, ...]

    @property
    def coded(self) -> bool:
        """Whether it can have labels: a heading, a note or a masthead has none."""
        return self.point.kind in CODED


def items(analysis: Analysis) -> Iterator[Item]:
    """Yield a document's points in reading order."""
    actors, themes = by_point(analysis.actors), by_point(analysis.themes)
    positions, actions = by_point(analysis.positions), by_point(analysis.actions)
    citations = by_point(analysis.citations)
    names = {row.actor: row.name for row in reversed(analysis.actors)}
    for point in analysis.points:
        at = point.point
        yield Item(
            point,
            tuple(stretches(point.text, marks(point, actors[at], themes[at], actions[at]))),
            tuple(dict.fromkeys(row.title for row in themes[at])),
            tuple(dict.fromkeys(_position(row, names) for row in positions[at])),
            tuple(dict.fromkeys(_action(row, names) for row in actions[at])),
            tuple(dict.fromkeys(_citation(row) for row in citations[at])),
            _ids(row.theme for row in themes[at]),
            _ids(row.actor for row in actors[at]),
            _ids(row.strength for row in actions[at]),
        )


def marks(point: Point, actors: Iterable[Actor], themes: Iterable[Theme], actions: Iterable[Action]) -> Iterator[Mark]:
    """Yield what is marked in a point's text.

    A row says where its first words stand; an action's cue, and a theme's further words, are found where they first
    stand in the action's words, or in the point.
    """
    for actor in actors:
        if where := _within(point, actor):
            yield Mark(*where, actor.role, f"{actor.role}: {actor.name}")
    for action in actions:
        if where := _within(point, action):
            yield from _found(point, (action.cue,), where, "cue", action.strength)
    for theme in themes:
        yield from _found(point, theme.evidence.split("; "), (0, len(point.text)), "theme", theme.title)


def stretches(text: str, marked: Iterable[Mark]) -> Iterator[Stretch]:
    """Yield the text cut where a mark begins or ends; joined, the stretches are the text."""
    marked = sorted(marked, key=lambda mark: (KINDS.index(mark.kind) if mark.kind in KINDS else 0, mark))
    cuts = sorted({0, len(text)} | {place for mark in marked for place in mark[:2]})
    for start, end in pairwise(cuts):
        here = [mark for mark in marked if mark.start <= start and end <= mark.end]
        kinds = " ".join(dict.fromkeys(mark.kind for mark in here))
        yield Stretch(text[start:end], kinds, "; ".join(dict.fromkeys(mark.said for mark in here)))


def _within(point: Point, row: Actor | Action) -> tuple[int, int] | None:
    """Return where a row's words stand in the clean text; None for a row without a place."""
    return point.find(row.start, row.end) if point.pieces and row.start < row.end else None


def _found(point: Point, words: Iterable[str], where: tuple[int, int], kind: str, said: str) -> Iterator[Mark]:
    for word in filter(None, words):
        match = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE).search(point.text, *where)
        if match:
            yield Mark(*match.span(), kind, f"{kind}: {said}")


def _ids(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _position(row: Position, names: Mapping[str, str]) -> str:
    return f"{_named(row.source, names, none=NO_SPEAKER)} · {row.verb} · {row.extent}"


def _action(row: Action, names: Mapping[str, str]) -> str:
    deed = f"{'not ' * (row.polarity == '-')}{row.aim}"
    return f"{_named(row.agent, names, none='no addressee named')} · {row.cue} ({row.strength}) · {deed}" + (
        f" → {row.object}" * bool(row.object)
        + f" · {row.deadline}" * bool(row.deadline)
        + f" · {row.quantity}" * bool(row.quantity)
    )


def _citation(row: Citation) -> str:
    """Return what is cited: a paragraph by its number, a treaty by its words, whatever else by its symbol."""
    if row.type == "paragraph":
        return f"paragraph {row.cited}" if row.cited else row.text
    return row.text if row.cited is None or row.cited[:1].islower() else row.cited


def _named(actor: str | None, names: Mapping[str, str], *, none: str) -> str:
    return names.get(actor, actor.replace("_", " ")) if actor else none
