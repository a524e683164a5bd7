"""What became of a point that has a counterpart: one word for it, and every change that was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from cnd_tools.comparing.aligning import Pair
from cnd_tools.comparing.scales import rank
from cnd_tools.comparing.wording import same_words, stems
from cnd_tools.records import Action, Point

Same = tuple[Action, Action]


def same_actions(before: Sequence[Action], after: Sequence[Action]) -> list[Same]:
    """Pair what two points ask for: actions of one verb whose objects share a word, or one of which has none.

    Each action is in one pair at most; the pairs that share most words, and then the agent, are made first.
    """
    ranked = sorted(
        (-shared, one.agent != other.agent, i, j)
        for i, one in enumerate(before)
        for j, other in enumerate(after)
        if one.lemma == other.lemma and (shared := _shared(one.object, other.object)) is not None
    )
    taken: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for _, _, i, j in ranked:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return [(before[i], after[j]) for i, j in sorted(pairs)]


def _shared(one: str | None, other: str | None) -> int | None:
    """Return how many words two objects share; 0 where one is not stated, None where they are different things."""
    if one is None or other is None:
        return 0
    return len(set(stems(one)) & set(stems(other))) or None


def change(pair: Pair, before: Point, after: Point, same: Sequence[Same], *, moved: bool) -> str:
    """Return the one word for what became of a point; see `changes.changes` for what each means."""
    if pair.kind != "one":
        return pair.kind
    shift = sum(map(_shift, same))
    if shift:
        return "strengthened" if shift > 0 else "weakened"
    if any(map(_reassigned, same)):
        return "reassigned"
    if not same_words(before.text, after.text):
        return "reworded"
    return "moved" if moved else "kept"


def details(same: Iterable[Same], *, moved: bool) -> Iterator[str]:
    """Yield every change found between two points beside their words."""
    for one, other in same:
        if _shift((one, other)):
            yield f"{one.lemma}: {one.cue} → {other.cue} ({one.strength} → {other.strength})"
        if one.polarity != other.polarity:
            yield f"{one.lemma}: {_wanted(one)} → {_wanted(other)}"
        if one.agent != other.agent:
            yield f"{one.lemma}: by {one.agent or 'nobody named'} → by {other.agent or 'nobody named'}"
    if moved:
        yield "moved"


def _wanted(action: Action) -> str:
    return "to be avoided" if action.polarity == "-" else "asked for"


def _shift(same: Same) -> int:
    """Return by how many steps an action is asked for more strongly; 0 where a strength is not on the scale."""
    before, after = (rank(action.strength) for action in same)
    return after - before if before and after else 0


def _reassigned(same: Same) -> bool:
    """Whether both say who is to act, and it is another one."""
    before, after = same
    return bool(before.agent and after.agent and before.agent != after.agent)


def out_of_order(pairs: Sequence[Pair]) -> set[Pair]:
    """Return the pairs without which all others stand in the same order in both documents.

    They are those that weigh least by likeness: a paragraph taken over word for word stays, and the doubtful pairs that
    cross it have moved. Only one-to-one pairs have a place to move from. Source: Jacobson, G. and Vo, K.-P. (1992),
    "Heaviest increasing/common subsequence problems", Combinatorial Pattern Matching, 52-66.
    """
    single = [pair for pair in pairs if pair.kind == "one"]
    # The sequences worth going on with: by their last place in the second document, each heavier than the one before.
    ends: list[int] = []
    weights: list[float] = []
    lasts: list[int] = []
    before: list[int | None] = []
    for place, pair in enumerate(single):
        at = bisect_left(ends, pair.second)
        before.append(lasts[at - 1] if at else None)
        weight = pair.likeness + (weights[at - 1] if at else 0)
        beaten = at
        while beaten < len(weights) and weights[beaten] <= weight:
            beaten += 1
        ends[at:beaten], weights[at:beaten], lasts[at:beaten] = [pair.second], [weight], [place]
    staying: set[int] = set()
    last = lasts[-1] if lasts else None
    while last is not None:
        staying.add(last)
        last = before[last]
    return {pair for place, pair in enumerate(single) if place not in staying}
