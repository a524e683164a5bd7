"""Every figure of the share tables and of likeness, on the two real texts, worked out again by another route."""

from __future__ import annotations

import re
from collections import Counter
from math import comb, log, sqrt
from statistics import NormalDist

import pytest

from cnd_tools.comparing import compare
from cnd_tools.comparing.changes import changes
from cnd_tools.comparing.likeness import LEAST_WORDS, WEIGHTS
from cnd_tools.comparing.wording import is_stop, passages
from comparing.building import reference

Z = NormalDist().inv_cdf(0.975)


def by_counting(a, n, b, m):
    """Fisher's p: the chance of every table no likelier than the one seen, by counting the ways."""
    ways = [comb(n, k) * comb(m, a + b - k) if a + b - k >= 0 else 0 for k in range(a + b + 1)]
    return sum(way for way in ways if way <= ways[a]) / comb(n + m, a + b)


def score_ends(hits, total):
    """Wilson's ends as the roots of (share - x)^2 = Z^2 x (1 - x) / total."""
    share = hits / total
    a, b, c = 1 + Z * Z / total, -2 * share - Z * Z / total, share * share
    root = sqrt(max(b * b - 4 * a * c, 0))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


@pytest.mark.parametrize("by", ["theme", "actor", "strength", "extent"])
def test_every_figure_of_the_shares(by):
    table = compare([reference("2009"), reference("2011")], by=by)[0]
    at = {column: place for place, column in enumerate(table.columns)}
    unit = table.columns[at["percent_2009"] - 1].removesuffix("_2009")
    whole = {"points": (15, 28), "actions": (38, 29), "positions": (2, 28)}[unit]
    ps = []
    for row in table.rows:
        (a, b), (n, m) = (row[at[f"{unit}_2009"]], row[at[f"{unit}_2011"]]), whole
        assert row[at["percent_2009"]] == pytest.approx(100 * a / n, abs=0.005)
        assert row[at["percent_2011"]] == pytest.approx(100 * b / m, abs=0.005)
        assert row[at["difference_pp"]] == pytest.approx(100 * (b / m - a / n), abs=0.005)
        (low_a, high_a), (low_b, high_b) = score_ends(a, n), score_ends(b, m)
        low = b / m - a / n - sqrt((b / m - low_b) ** 2 + (high_a - a / n) ** 2)
        high = b / m - a / n + sqrt((high_b - b / m) ** 2 + (a / n - low_a) ** 2)
        assert row[at["low_pp"]] == pytest.approx(100 * low, abs=0.006)
        assert row[at["high_pp"]] == pytest.approx(100 * high, abs=0.006)
        outcomes = [k for k in range(a + b + 1) if k <= n and a + b - k <= m]
        if min(by_counting(k, n, a + b - k, m) for k in outcomes) > 0.05:
            assert (row[at["p"]], row[at["q"]], row[at["note"]]) == (None, None, "too few to say")
        else:
            ps.append((by_counting(a, n, b, m), row[at["q"]]))
            assert row[at["p"]] == pytest.approx(ps[-1][0], rel=0.005)
    ps.sort()
    for place, (_, q) in enumerate(ps):
        expected = min(p * len(ps) / (later + 1) for later, (p, _) in enumerate(ps) if later >= place)
        assert q == pytest.approx(min(expected, 1), rel=0.005)


def cosine(first, second, telling):
    """The cosine of two bags, term by term."""
    one, other = (
        {term: (1 + log(count)) * telling[term] for term, count in bag.items()} for bag in (first, second)
    )  # fmt: skip
    lengths = sqrt(sum(v * v for v in one.values())) * sqrt(sum(v * v for v in other.values()))
    return sum(value * other.get(term, 0) for term, value in one.items()) / lengths if lengths else 0.0


def telling(bags):
    return {
        term: log((len(bags) + 1) / (sum(term in bag for bag in bags) + 0.5)) for term in set().union(*bags)
    }  # fmt: skip


def bags(analysis):
    """What is alike is told by, point by point, from the rows alone."""
    made = {}
    for point in analysis.points:
        if point.kind == "heading":
            continue
        asked: Counter[str] = Counter()
        for row in analysis.actions:
            if row.point == point.point:
                found = re.findall(r"[^\W_]+", f"{row.lemma} {row.object or ''}".lower())
                asked.update({word[:5] for word in found if not is_stop(word)})
        made[point.point] = {
            "words": sum(map(Counter, passages(point.text)), Counter()),
            "passages": [Counter(passage) for passage in passages(point.text)],
            "themes": Counter(row.theme for row in analysis.themes if row.point == point.point),
            "actors": Counter(row.actor for row in analysis.actors if row.point == point.point),
            "actions": asked,
        }
    return made


def test_every_likeness_by_hand():
    documents = [reference("2009"), reference("2011")]
    first, second = map(bags, documents)
    everything = [*first.values(), *second.values()]
    tells = {name: telling([point[name] for point in everything]) for name in WEIGHTS}
    spoken = telling([passage for point in everything for passage in point["passages"]])
    checked = 0
    for row in changes(documents).rows:
        if row[5] in {"new", "dropped", "split", "merged"}:
            continue
        one, other = first[row[2]], second[row[3]]
        whole = cosine(one["words"], other["words"], tells["words"])
        best = max(cosine(a, b, spoken) for a in one["passages"] for b in other["passages"])
        parts = {"words": max(whole, (whole + best) / 2)}
        for name in ("themes", "actions", "actors"):
            if one[name] or other[name]:
                parts[name] = cosine(one[name], other[name], tells[name])
        mean = sum(WEIGHTS[name] * part for name, part in parts.items()) / sum(WEIGHTS[name] for name in parts)
        assert parts["words"] >= LEAST_WORDS
        assert row[4] == pytest.approx(max(mean, whole), abs=0.0006)
        checked += 1
    assert checked >= 7
