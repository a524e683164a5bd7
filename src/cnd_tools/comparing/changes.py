"""Each point of one document with its counterpart in the next, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from cnd_tools.comparing.aligning import Pair, align
from cnd_tools.comparing.analysed import names
from cnd_tools.comparing.diffing import marked, runs
from cnd_tools.comparing.kinds import Same, change, details, out_of_order, same_actions
from cnd_tools.comparing.likeness import Side, side, weights
from cnd_tools.comparing.wording import is_stop, stem, words
from cnd_tools.records import Action, Analysis
from cnd_tools.tables import Table

COLUMNS = (
    *("document_a", "document_b", "point_a", "point_b", "similarity", "change", "theme", "matched", "detail"),
    *("text_a", "text_b"),
)
MOST_WORDS = 5  # words shown of what made two points match; the rest can be read in the texts


def changes(analyses: Sequence[Analysis], *, diff: bool = False) -> Table:
    """Return each point with its counterpart in the next document, or without one.

    Args:
        analyses: two documents or more; each is compared with the next.
        diff: add a column `diff`, the two texts as one with what was taken out as [-so-] and what was put in as {+so+}.

    Columns: `document_a`, `document_b`; `point_a`, `point_b`, one of them empty for what is new or dropped;
    `similarity` (0 to 1, see `likeness`; for a part of a split or merged point, the share of its words that came from
    or went to the other); `change`; `theme`, those both have, or the one point has; `matched`, what made them match;
    `detail`, every change found, also those that `change` has no room for; `text_a`, `text_b`.

    `change` is the first of these that holds:

    - split, merged: the content of one point is in several of the other document;
    - strengthened, weakened: what both ask for is asked for more, or less, strongly (steps summed over the actions);
    - reassigned: what both ask for is asked of someone else;
    - reworded: the words differ in more than case and punctuation;
    - moved: the words are the same, their place among the points that both documents have is not;
    - kept.

    Rows are in the first document's order; what is new stands after the counterpart of the point it follows.
    """
    names(analyses)
    rows = [row for first, second in pairwise(analyses) for row in _rows(first, second)]
    if not diff:
        return Table("changes", COLUMNS, tuple(rows))
    return Table(
        "changes", (*COLUMNS, "diff"), tuple((*row, marked(runs(row[-2] or "", row[-1] or ""))) for row in rows)
    )


def _rows(first: Analysis, second: Analysis) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of two documents in order; a row's place is (first's point, 0 its own or 1 after it, second's)."""
    a, b = side(first), side(second)
    pairs = align(a, b)
    places = ((pair.first, 0, pair.second) for pair in pairs)
    placed = dict(zip(places, _paired(pairs, a, b, first, second), strict=True))
    paired = {pair.first for pair in pairs}
    placed |= {(at, 0, 0): _alone(a, at, "dropped") for at in range(len(a.points)) if at not in paired}
    counterpart = {pair.second: pair.first for pair in reversed(pairs)}
    follows = -1
    for at in range(len(b.points)):
        if at in counterpart:
            follows = counterpart[at]
        else:
            placed[follows, 1, at] = _alone(b, at, "new")
    for place in sorted(placed):
        yield (first.document.name, second.document.name, *placed[place])


def _alone(where: Side, at: int, became: str) -> tuple[Any, ...]:
    """Return the row of a point without a counterpart, less the documents."""
    point = where.points[at]
    themes = "; ".join(sorted(where.bags["themes"][at])) or None
    if became == "dropped":
        return (point.point, None, None, became, themes, None, None, point.text, None)
    return (None, point.point, None, became, themes, None, None, None, point.text)


def _paired(pairs: Sequence[Pair], a: Side, b: Side, first: Analysis, second: Analysis) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the points with a counterpart, less the documents."""
    asked = _by_point(first.actions), _by_point(second.actions)
    telling = weights([*a.bags["words"], *b.bags["words"]])
    moved = out_of_order(pairs)
    for pair in pairs:
        before, after = a.points[pair.first], b.points[pair.second]
        same = same_actions(asked[0][before.point], asked[1][after.point])
        themes = sorted(a.bags["themes"][pair.first] & b.bags["themes"][pair.second])
        yield (
            before.point,
            after.point,
            round(pair.likeness, 3),
            change(pair, before, after, same, moved=pair in moved),
            "; ".join(themes) or None,
            _matched(pair, a, b, same, telling),
            "; ".join(details(same, moved=pair in moved)) or None,
            before.text,
            after.text,
        )


def _by_point(actions: Iterable[Action]) -> Mapping[str, list[Action]]:
    found: defaultdict[str, list[Action]] = defaultdict(list)
    for action in actions:
        found[action.point].append(action)
    return found


def _matched(pair: Pair, a: Side, b: Side, same: Iterable[Same], telling: Mapping[str, float]) -> str:
    """Say what two points have in common: the words that tell most, themes, what is asked for, actors."""
    shared = {name: a.bags[name][pair.first] & b.bags[name][pair.second] for name in a.bags}
    printed = {
        stem(word.text): word.text for word in words(b.points[pair.second].text) if word.key and not is_stop(word.key)
    }
    told = sorted(shared["words"] & printed.keys(), key=lambda stem: (-telling[stem] * shared["words"][stem], stem))
    found = {
        "words": [printed[stem] for stem in told[:MOST_WORDS]],
        "themes": sorted(shared["themes"]),
        "actions": sorted({before.lemma for before, _ in same}),
        "actors": sorted(shared["actors"]),
    }
    return "; ".join(f"{name}: {', '.join(values)}" for name, values in found.items() if values)
