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
    """Return the fewest pairs without which all others stand in the same order in both documents.

    Source: Fredman, M. L. (1975), "On computing the length of longest increasing subsequences", Discrete Mathematics
    11:29-35; of several longest ones, the one that ends earliest. Only one-to-one pairs have a place to move from.
    """
    single = [pair for pair in pairs if pair.kind == "one"]
    ends: list[int] = []  # place in `single` of the last pair of the best sequence of each length
    before: list[int | None] = []
    for place, pair in enumerate(single):
        length = bisect_left(ends, pair.second, key=lambda at: single[at].second)
        before.append(ends[length - 1] if length else None)
        ends[length:] = [place, *ends[length + 1 :]]
    staying: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        staying.add(at)
        at = before[at]
    return {pair for place, pair in enumerate(single) if place not in staying}
