"""How strongly things are asked for: an ordinal effect size, overall and by theme, and the cues behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from cnd_tools.comparing import significance, trends
from cnd_tools.comparing.analysed import names, rows_of
from cnd_tools.comparing.ordinal import cliffs_delta, delta_interval, least
from cnd_tools.comparing.scales import STRENGTHS, rank
from cnd_tools.comparing.shares import Key, adjusted, share_table
from cnd_tools.comparing.wording import inflections
from cnd_tools.lexicon import load
from cnd_tools.records import Analysis
from cnd_tools.tables import Table

OVERALL = "all"
DELTA = ("delta", "low", "high", "note")
TAU = ("spark", "tau", "p", "q", "note")


def effects(analyses: Sequence[Analysis]) -> Table:
    """Return how much more strongly things are asked for, in all points and in those of each theme.

    Columns: `theme`, "all" first; for each document D `actions_D` and `median_D`, the strength in the middle (the
    weaker of two); then for two documents `delta` (Cliff's: 1 where each action of the second is asked for more
    strongly than each of the first, -1 the other way round, 0 for no difference), `low` and `high`, its 95 % interval,
    and `note`, which says where there are too few actions to say; for more documents `spark` (the mean rank, 1 for a
    possibility to 5 for an obligation), `tau` (Kendall's tau-b of strength with the order of the documents), its `p`
    and `q`, and `note`.
    """
    documents = names(analyses)
    ranks = [_ranks(analysis) for analysis in analyses]
    themes = [OVERALL, *sorted({theme for document in ranks for theme in document} - {OVERALL})]
    effect, heads = (_delta, DELTA) if len(documents) == 2 else (_tau, TAU)
    rows = []
    for theme in themes:
        sides = [document.get(theme, []) for document in ranks]
        cells = [value for side in sides for value in (len(side), _median(side))]
        rows.append((theme, *cells, *effect(sides)))
    columns = ("theme", *(f"{what}_{name}" for name in documents for what in ("actions", "median")), *heads)
    by = columns.index("delta" if heads is DELTA else "tau")
    overall, *rest = rows if heads is DELTA else adjusted(rows)
    rest.sort(key=lambda row: (row[by] is None, -abs(row[by] or 0)))  # and by name, as they stand
    return Table("strength_effects", columns, (overall, *rest))


def _ranks(analysis: Analysis) -> dict[str, list[int]]:
    """Return the ranks of the actions, in order, of all points and of those of each theme."""
    themes: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows_of(analysis, analysis.themes):
        themes[row.point].add(row.theme)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for action in rows_of(analysis, analysis.actions):
        if place := rank(action.strength):
            for theme in (OVERALL, *themes[action.point]):
                found[theme].append(place)
    return found


def _median(ranks: Sequence[int]) -> str | None:
    return STRENGTHS[-sorted(ranks)[(len(ranks) - 1) // 2]] if ranks else None


def _delta(sides: Sequence[Sequence[int]]) -> list[Any]:
    first, second = sides
    if not first or not second:
        return [None, None, None, significance.TOO_FEW]
    delta = round(cliffs_delta(first, second), 3)
    # One value has no variance, so there is no interval, however many stand on the other side.
    if min(len(first), len(second)) < 2 or least(first, second) > significance.ALPHA:
        return [delta, None, None, significance.TOO_FEW]
    low, high = delta_interval(first, second)
    return [delta, round(low, 3), round(high, 3), None]


def _tau(sides: Sequence[Sequence[int]]) -> list[Any]:
    from scipy.stats import kendalltau

    shown = trends.spark([sum(side) / len(side) if side else None for side in sides])
    order = [place for place, side in enumerate(sides) for _ in side]
    values = [value for side in sides for value in side]
    # Of a trend at least as much is asked as of a difference: that the first that asks for anything and the rest could
    # differ.
    asking = [side for side in sides if side]
    rest = [value for side in asking[1:] for value in side]
    if not rest or least(asking[0], rest) > significance.ALPHA:
        return [shown, None, None, None, significance.TOO_FEW]
    found = kendalltau(order, values)
    return [shown, round(float(found.statistic), 3), float(found.pvalue), None, None]


def cues(analyses: Sequence[Analysis]) -> Table:
    """Return the words that ask for things, whatever their tense, by document; the columns are those of `shares`."""
    rows = [[(row.strength, base(row.cue)) for row in rows_of(a, a.actions)] for a in analyses]
    counted = [Counter(document) for document in rows]
    keys: list[Key] = sorted(set().union(*counted))
    counts = {(cue, strength): [document[strength, cue] for document in counted] for strength, cue in keys}
    totals = [len(document) for document in rows]
    return share_table("cue_shares", ("cue", "strength"), counts, totals, documents=names(analyses), unit="actions")


def base(cue: str) -> str:
    """Return a cue with its verbs brought out of their tense: "needed to be" is "need to be", "has to" is "have to".

    A word in -s, -d, -ed or -ing is brought back only to a word the lexicon has among its cues or directing verbs, so
    that "needed" is need, but "indeed" is not "inde".
    """
    return " ".join(_base(word) for word in cue.casefold().split())


def _base(word: str) -> str:
    known = _cue_words()
    if word in known:
        return word
    if word in inflections():
        return inflections()[word]
    for ending, instead in (("s", ""), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e")):
        if word.endswith(ending) and word.removesuffix(ending) + instead in known:
            return word.removesuffix(ending) + instead
    return word


@lru_cache(maxsize=1)
def _cue_words() -> frozenset[str]:
    lexicon = load(kinds={"strength", "verb"})
    asking = (entry for kind in ("strength", "verb") for entry in lexicon[kind] if entry.get("strength"))
    return frozenset(pattern for entry in asking for pattern in entry.patterns)
