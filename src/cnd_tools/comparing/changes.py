"""Each point of one document with its counterpart in the next, and what became of it: as a table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from cnd_tools.comparing.analysed import names
from cnd_tools.comparing.citations import name_of
from cnd_tools.comparing.diffing import marked, runs
from cnd_tools.comparing.likeness import weights
from cnd_tools.comparing.relations import RELATIONS, Change, Changes, changes_between
from cnd_tools.comparing.wording import is_stop, stem, words
from cnd_tools.errors import UsageError
from cnd_tools.records import Analysis
from cnd_tools.tables import Table

COLUMNS = (
    *("document_a", "document_b", "point_a", "point_b", "similarity", "change", "theme", "matched", "detail"),
    *("text_a", "text_b", "words_kept", "merged", "split", "moved", "opening_a", "opening_b", "strength"),
)
MOST_WORDS = 5  # words shown of what made two points match; the rest can be read in the texts
FACTS = (
    *("merged", "split", "moved", "now only recalled", "made operative"),
    *("stronger", "weaker", "other verb", "other agent", "other figures", "other citations", "other deadline"),
)
STRENGTH = {1: "stronger", -1: "weaker", None: "?"}


def changes(analyses: Sequence[Analysis], *, diff: bool = False, only: Collection[str] = ()) -> Table:
    """Return each point with its counterpart in the next document, or without one: a row a pair.

    Args:
        analyses: two documents or more; each is compared with the next.
        diff: add a column `diff`, the two texts as one with what was taken out as [-so-] and what was put in as {+so+}.
        only: of these relations and facts alone (`RELATIONS`, `FACTS`).

    Columns: `document_a`, `document_b`; `point_a`, `point_b`, one of them empty for what is new or dropped;
    `similarity`, the cosine of their words, 0 to 1; `change`, one of `RELATIONS`; `theme`, those both have, or the one
    point has; `matched`, the words that made them match; `detail`, every fact besides; `text_a`, `text_b`;
    `words_kept`, the percentage of the first's words that stand in the second in order; `merged`, `split` and `moved`,
    "yes" or empty (a merge is several rows); `opening_a`, `opening_b`; `strength`, "stronger", "weaker" or "?" by the
    ladders of `lexicon/ladders.toml`. Rows are in the first document's order; what is new follows what it stands after.

    Raises:
        UsageError: `only` asks for what is no relation and no fact.
    """
    names(analyses)
    check_only(only)
    rows = [
        row
        for first, second in pairwise(analyses)
        for row in _rows(changes_between(first, second), frozenset(only), diff=diff)
    ]
    return Table("changes", (*COLUMNS, "diff") if diff else COLUMNS, tuple(rows))


def check_only(only: Collection[str]) -> None:
    """Raise UsageError where something is asked for that no change can be."""
    for wanted in only:
        if wanted not in {*RELATIONS, *FACTS}:
            near = get_close_matches(wanted, (*RELATIONS, *FACTS), n=1)
            hint = f"did you mean {near[0]}? " if near else ""
            raise UsageError(
                f"--only: no change is called {wanted!r}; {hint}there are: {', '.join((*RELATIONS, *FACTS))}"
            )


def _rows(found: Changes, only: frozenset[str], *, diff: bool) -> Iterator[tuple[Any, ...]]:
    themes = _themes(found.first), _themes(found.second)
    telling = weights([*found.found.first.bags, *found.found.second.bags])
    for change in found.rows:
        if not only or not only.isdisjoint(change.labels):
            texts = [point.text if point else None for point in (change.before, change.after)]
            row = _row(change, found, _shared_themes(change, themes), _matched(change, found, telling))
            yield (*row, marked(runs(texts[0] or "", texts[1] or ""))) if diff else row


def _row(change: Change, found: Changes, themes: str | None, matched: str | None) -> tuple[Any, ...]:
    before, after = change.before, change.after
    return (
        found.first.document.name,
        found.second.document.name,
        before.point if before else None,
        after.point if after else None,
        round(change.pair.cosine, 3) if change.pair else None,
        change.relation,
        themes,
        matched,
        "; ".join(details(change)) or None,
        before.text if before else None,
        after.text if after else None,
        None if change.kept is None else round(100 * change.kept),
        *("yes" if is_so else None for is_so in (change.merged, change.split, change.moved)),
        before.opening if before else None,
        after.opening if after else None,
        _strength(change),
    )


def _shared_themes(change: Change, themes: tuple[dict[str, set[str]], dict[str, set[str]]]) -> str | None:
    """Return the themes both points have, or the one that there is."""
    carried = [
        one.get(point.point, set()) for one, point in zip(themes, (change.before, change.after), strict=True) if point
    ]
    return "; ".join(sorted(set.intersection(*carried))) or None


def _strength(change: Change) -> str | None:
    """Say whether it is stronger; nothing of verbs that are both the same, or both on no ladder and no demand."""
    return STRENGTH.get(change.step) if change.step is None or change.step else None


def details(change: Change) -> Iterator[str]:
    """Yield every fact beside the relation, in words."""
    if change.recalled:
        yield "now only recalled"
    if change.made_operative:
        yield "made operative"
    yield from change.verbs
    if change.agents:
        yield "by {} → by {}".format(*change.agents)
    if change.figures:
        yield "{} → {}".format(*change.figures)
    if change.deadlines:
        yield "{} → {}".format(*change.deadlines)
    for said, things in zip(("no longer cites", "now cites"), change.citations, strict=True):
        if things:
            yield f"{said} {', '.join(map(name_of, things))}"


def _themes(analysis: Analysis) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in analysis.themes:
        found.setdefault(row.point, set()).add(row.theme)
    return found


def _matched(change: Change, found: Changes, telling: dict[str, float]) -> str | None:
    """Say what two points have in common: the words that tell most, as the second has them."""
    if change.pair is None or change.after is None:
        return None
    shared = found.found.first.bags[change.pair.first] & found.found.second.bags[change.pair.second]
    printed = {stem(word.text): word.text for word in words(change.after.text) if word.key and not is_stop(word.key)}
    told = sorted(shared.keys() & printed.keys(), key=lambda one: (-telling[one] * shared[one], one))
    return ", ".join(printed[one] for one in told[:MOST_WORDS]) or None
