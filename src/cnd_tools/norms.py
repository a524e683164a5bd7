"""Permissions, rights, prohibitions and definitions: what a text allows, grants, forbids and means.

They are found by their form, in every paragraph that can be coded; who may, has the right or must not is the actor that
stands right before, as `extracting` found it. Why they are no kinds of actions: docs/decisions/0003-norms-apart.md.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from cnd_tools import lexicon
from cnd_tools.lexicon.pattern_files import Pattern, read_patterns
from cnd_tools.records import Actor, Analysis, Point
from cnd_tools.tables import CODED, Table

COLUMNS = ("document", "point", "kind", "holder", "holder_text", "cue", "aim", "text", "start", "end")
KINDS = ("permission", "right", "prohibition", "definition")
NEAR = 30  # characters at most between who holds it and the cue: "the Commission, too, may"
REST = 160  # characters of what follows the cue that are shown
_END = re.compile(r"[;:.](?:\s|$)")
_ASIDE = re.compile(r"\b(?:which|that|who|whose|as)\b|[;:.\d]")


@cache
def patterns() -> Mapping[str, Pattern]:
    """Return the forms by their kind."""
    return read_patterns(Path(lexicon.__file__).with_name("norms.toml"))


def norms(analyses: Sequence[Analysis]) -> Table:
    """Return what texts allow, grant, forbid and define, a row each.

    Columns: `document`, `point`; `kind`, one of `KINDS`; `holder` and `holder_text`, who may, has the right or must
    not, or the word that is defined; empty where the text names nobody, and a permission then is none; `cue`, the
    words that say so; `aim`, the verb; `text`, the words of the whole; `start`, `end` of these in the source.
    """
    return Table("norms", COLUMNS, tuple(row for one in analyses for row in _rows(one)))


def _rows(analysis: Analysis) -> Iterator[tuple[Any, ...]]:
    actors: dict[str, list[Actor]] = {}
    for row in analysis.actors:
        if not row.rule.startswith("implied"):  # who is not named stands nowhere
            actors.setdefault(row.point, []).append(row)
    for point in analysis.points:
        if point.kind in CODED:
            places = sorted(
                ((*point.find(row.start, row.end), row) for row in actors.get(point.point, ())), key=lambda one: one[:2]
            )
            found = ((match, kind) for kind in KINDS for match in patterns()[kind].regex.finditer(point.text))
            for match, kind in sorted(found, key=lambda one: one[0].start()):
                yield from _row(point, match, kind, places)


def _row(
    point: Point, match: re.Match[str], kind: str, actors: Sequence[tuple[int, int, Actor]]
) -> Iterator[tuple[Any, ...]]:
    holder, said, start = _holder(point.text, match, kind, actors)
    if kind == "permission" and holder is None:
        return
    stop = _END.search(point.text, match.end(), match.end() + REST)
    end = stop.start() if stop else min(len(point.text), match.end() + REST)
    groups = match.groupdict()
    aim = next(
        (groups[name] for name in ("aim", "nothing", "unread", "refrained", "undone", "forbidden") if groups.get(name)),
        None,
    )
    first, last = point.locate(start, end)
    yield (
        *(point.document, point.point, kind, holder, said, match[0], aim),
        *(point.text[start:end], first, last),
    )


def _holder(
    text: str, match: re.Match[str], kind: str, actors: Sequence[tuple[int, int, Actor]]
) -> tuple[str | None, str | None, int]:
    """Return who holds it, as an id and in words, and where the words of the whole begin."""
    groups = match.groupdict()
    named = groups.get("term") or groups.get("nobody") or groups.get("never")
    first = bisect_left(actors, match.start(), key=lambda one: one[0])
    inside = actors[first][2] if first < len(actors) and actors[first][1] <= match.end() else None
    if inside is not None and kind in {"permission", "prohibition"}:  # "Authorizes the Executive Director to"
        return inside.actor, inside.text, match.start()
    if named:
        return None, named, match.start()
    place = bisect_right(actors, match.start(), key=lambda one: one[1]) - 1
    gap = text[actors[place][1] : match.start()] if place >= 0 else None
    if gap is not None and len(gap) <= NEAR and not _ASIDE.search(gap):
        return actors[place][2].actor, actors[place][2].text, actors[place][0]
    before = patterns()["subject"].regex.search(text[max(match.start() - REST, 0) : match.start()])
    if before is None:
        return None, None, match.start()
    return None, before[0].strip(), match.start() - len(before[0])
