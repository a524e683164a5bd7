"""What became of paragraphs, as a report shows it: blocks of a pair or a merge, and lists of what only one text has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cnd_tools.comparing.changes import details
from cnd_tools.comparing.diffing import Run, runs
from cnd_tools.comparing.relations import Change, Changes

# What a reader wants first: what was said otherwise, then figures, what came back as it was, and doubtful pairs last.
ORDER = ("reworded", "updated", "same subject", "kept")
SAID = {"same subject": "perhaps the same subject", 1: "stronger", -1: "weaker"}


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph of one of two texts, with its words as runs of what stayed, was taken out or put in."""

    document: int
    point: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that belong together: a pair, or all that were merged into one or split from one.

    `kinds` are what a filter may ask for, the first the word for it; `facts` what else is to be said.
    """

    kinds: tuple[str, ...]
    themes: tuple[str, ...]
    facts: tuple[str, ...]
    before: tuple[Side, ...]
    after: tuple[Side, ...]
    kept: int | None

    @property
    def badge(self) -> str:
        """The word for what became of it."""
        several = "merged" if len(self.before) > 1 else "split" if len(self.after) > 1 else None
        return several or SAID.get(self.kinds[0], self.kinds[0])

    @property
    def unchanged(self) -> bool:
        """Whether nothing in it changed."""
        return self.kinds[0] == "kept"


def blocks(found: Changes, place: int) -> list[Block]:
    """Return the pairs and merges of two texts, what changed first; `place` is the first text's among all (0, 1, …).

    Of doubtful pairs those with a theme in common come first: the others are mostly procedure, "The Chair summarized".
    """
    paired = [row for row in found.rows if row.pair]
    joined = sorted(paired, key=_belongs)
    made = [_block(list(rows), found, place) for _, rows in groupby(joined, key=_belongs)]
    return sorted(made, key=lambda block: (ORDER.index(block.kinds[0]), _is_doubtful(block) and not block.themes))


def _is_doubtful(block: Block) -> bool:
    return block.kinds[0] == "same subject"


def alone(found: Changes, place: int, relation: str) -> Iterator[Side]:
    """Yield what is new, or was dropped, in reading order."""
    for row in found.rows:
        point = row.after or row.before
        if row.relation == relation and point:
            document = place + (row.after is not None)
            yield Side(document, point.point, (Run("equal", point.text),))


def _belongs(row: Change) -> tuple[int, int, int]:
    """Return what puts rows into one block: the paragraph that others were merged into or split from, or their own."""
    assert row.pair is not None
    if row.merged:
        return (1, row.pair.second, 0)
    return (0, row.pair.first, 0 if row.split else row.pair.second)


def _block(rows: Sequence[Change], found: Changes, place: int) -> Block:
    kinds = dict.fromkeys(name for row in rows for name in row.labels)
    first = min((row.relation for row in rows), key=ORDER.index)
    before = dict.fromkeys(row.before for row in rows if row.before)
    after = dict.fromkeys(row.after for row in rows if row.after)
    single = len(rows) == 1
    difference = (
        tuple(runs(rows[0].before.text, rows[0].after.text)) if single and rows[0].before and rows[0].after else ()
    )
    shown = difference if first in {"reworded", "updated"} else ()
    facts = [fact for row in rows for fact in details(row)]
    facts += [SAID[row.step] for row in rows if row.step in {1, -1}]
    facts += ["moved"] if any(row.moved for row in rows) else []
    return Block(
        (first, *(kind for kind in kinds if kind != first)),
        _themes(rows, found),
        tuple(dict.fromkeys(facts)),
        tuple(Side(place, one.point, shown or (Run("equal", one.text),)) for one in before),
        tuple(Side(place + 1, one.point, shown or (Run("equal", one.text),)) for one in after),
        round(100 * rows[0].kept) if single and rows[0].kept is not None else None,
    )


def _difference(row: Change) -> tuple[Run, ...]:
    return tuple(runs(row.before.text, row.after.text)) if row.before and row.after else ()


def _themes(rows: Sequence[Change], found: Changes) -> tuple[str, ...]:
    ours = {row.before.point for row in rows if row.before}
    theirs = {row.after.point for row in rows if row.after}
    shared = {one.theme for one in found.first.themes if one.point in ours} & {
        one.theme for one in found.second.themes if one.point in theirs
    }
    return tuple(sorted(shared))
