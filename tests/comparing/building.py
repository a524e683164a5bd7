"""Analyses made by hand, so that comparing is tested on its own: a few words a point say all there is in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from cnd_tools.records import Action, Actor, Analysis, Document, Point, Position, Theme

SHARED = Path(__file__).parents[2].parent / "shared"


def point(document: str, name: str, text: str = "Words.", kind: str = "numbered", parent: str | None = None) -> Point:
    return Point(document, name, None, kind, 1, parent, None, 1, 1, 0, 0, None, text)


def theme(document: str, at: str, name: str) -> Theme:
    return Theme(document, at, name, name.replace("_", " ").capitalize(), "pillar", 1, name, 0, 0)


def actor(document: str, at: str, name: str, role: str) -> Actor:
    return Actor(document, at, name, name.replace("_", " "), "states", role, name, 0, 0, "hand")


def position(document: str, at: str, source: str | None, verb: str, extent: str) -> Position:
    return Position(document, at, source, source, verb, verb, "+", extent, None, 0, 0, "hand")


def action(  # noqa: PLR0917  (as many as the columns it fills)
    document: str,
    at: str,
    strength: str,
    lemma: str = "do",
    agent: str | None = None,
    cue: str = "should",
    object: str | None = None,
    polarity: str = "+",
) -> Action:
    return Action(
        document, at, agent, agent, cue, strength, lemma, lemma, object, None, None, polarity, None, lemma, 0, 0, "hand"
    )  # fmt: skip


def build(
    document: str,
    points: Iterable[Point],
    *,
    actors: Iterable[Actor] = (),
    themes: Iterable[Theme] = (),
    positions: Iterable[Position] = (),
    actions: Iterable[Action] = (),
) -> Analysis:
    return Analysis(
        Document(document, ""), tuple(points), tuple(actors), tuple(themes), tuple(positions), tuple(actions)
    )  # fmt: skip


def texts(document: str, *paragraphs: str) -> Analysis:
    """A document of numbered paragraphs, 1, 2, 3, …, in which nothing was found but the text."""
    return build(document, (point(document, str(number), text) for number, text in enumerate(paragraphs, 1)))


def lines(*parts: str) -> list[dict]:
    """The objects of a JSON Lines file beside the project; skips the test where it is not there."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"no {'/'.join(parts)} in ../shared")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def segments(document: str, *parts: str) -> list[Point]:
    """The points of a reference segmentation; what has no number is p1, p2, … in order."""
    rows = lines(*parts)
    return [point(document, row["point"] or f"p{n}", row["text"], row["kind"]) for n, row in enumerate(rows, 1)]


def reference(document: str) -> Analysis:
    """One of the two real texts as the reference annotation has it."""
    rows = lines("annotation", f"{document}.jsonl")
    return build(
        document,
        segments(document, "annotation", "segments", f"{document}.gold.jsonl"),
        themes=[theme(document, row["point"], name) for row in rows for name in row["themes"]],
        actors=[actor(document, row["point"], found["id"], found["role"]) for row in rows for found in row["actors"]],
        positions=[
            position(document, row["point"], found["source"], found["verb"], found["extent"])
            for row in rows
            for found in row["attributions"]
        ],
        actions=[
            action(
                document,
                row["point"],
                found["strength"],
                found["lemma"],
                found["agent"],
                found["cue"],
                found["object"],
                found["polarity"],
            )
            for row in rows
            for found in row["actions"]
        ],
    )
