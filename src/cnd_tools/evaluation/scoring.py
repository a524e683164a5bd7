"""How far an analysis agrees with a reference annotation: precision, recall and F1, and where the two differ.

What stands under a reference's `optional` scores neither for nor against: two careful readers disagreed on it. Where
both saw the same and differ in a part of it, the second's is beside the first's (`agent_alt`), and either is right.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

from cnd_tools.evaluation.references import Row
from cnd_tools.records import Analysis
from cnd_tools.tables import Table

Rows = dict[str, list[Row]]
Key = tuple[Any, ...]

# Which field of a reference holds which table, and what the reference calls a column of ours.
FIELDS = {"themes": "themes", "actors": "actors", "positions": "attributions", "actions": "actions"}
# Part of the measure: words that do not make two objects the same.
FUNCTION_WORDS = frozenset({"the", "a", "an", "of", "and", "to", "in", "for"})
SLOTS = ("agent", "strength", "polarity", "object")
NEAR = 64  # actions of one lemma in a point among which the best is looked for; a page has no more
# Parts of a row in which two readers may differ and both be right.
ALTERNATIVES = ("role", "extent", "agent", "strength", "polarity")


class Tally(NamedTuple):
    """How much agrees, of how much a reference has and how much we have."""

    hits: int
    wanted: int
    found: int

    @property
    def precision(self) -> float | None:
        """The share of ours that is right; None where there is nothing to agree on: that is neither right nor wrong."""
        return self.hits / max(self.found, 1) if self.wanted or self.found else None

    @property
    def recall(self) -> float | None:
        """The share of the reference that we have; None as for precision."""
        return self.hits / max(self.wanted, 1) if self.wanted or self.found else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two; None as for them."""
        return 2 * self.hits / (self.wanted + self.found) if self.wanted or self.found else None


@dataclass(frozen=True, slots=True)
class Measure:
    """A comparison of two sets of rows: what must agree, and whether the same twice in a point counts twice."""

    name: str
    table: str
    key: Callable[[Row], Key]
    repeats: bool


MEASURES = (
    Measure("themes", "themes", lambda row: (row["theme"],), repeats=False),
    Measure("actors", "actors", lambda row: (row["actor"],), repeats=False),
    Measure("actors with role", "actors", lambda row: (row["actor"], row["role"]), repeats=False),
    Measure("positions", "positions", lambda row: (row["source"], row["verb"].lower().split()[0]), repeats=True),
    Measure("positions with extent", "positions", lambda row: (row["source"], row["extent"]), repeats=True),
    Measure("actions by lemma", "actions", lambda row: (row["lemma"].lower(),), repeats=True),
    Measure(
        "actions, all slots",
        "actions",
        lambda row: (row["lemma"].lower(), row["agent"], row["strength"], row["polarity"]),
        repeats=True,
    ),
)


def evaluate(
    reference: Sequence[Row], analysis: Analysis, *, tables: Collection[str] = tuple(FIELDS)
) -> tuple[Table, Table]:
    """Compare an analysis with the reference of its document.

    Args:
        reference: its points, as `read_reference` gives them.
        analysis: of the same document.
        tables: those that the reference says something of; the others are not measured.

    Returns:
        Two tables: the measures (F1, precision and recall as fractions, counts of rows; for slots of the actions
        paired by lemma, the fraction that agrees stands under f1), and the differences, point by point.
    """
    measures: list[Key] = []
    differences: list[tuple[str, str, str, str]] = []
    for measure, gold, mine in _compared(reference, analysis, tables):
        hits = Tally((gold & mine).total(), gold.total(), mine.total())
        measures.append((measure.name, hits.f1, hits.precision, hits.recall, hits.wanted, hits.found))
        differences += [(key[0], measure.name, "missing", said(key)) for key in (gold - mine).elements()]
        differences += [(key[0], measure.name, "extra", said(key)) for key in (mine - gold).elements()]
    for slot, pairs in _slots(reference, analysis).items():
        agreed = sum(same for _, same in pairs) / len(pairs)
        measures.append((f"paired actions: {slot}", agreed, None, None, len(pairs), len(pairs)))
    order = {str(row["point"]): place for place, row in enumerate(reference)}
    differences.sort(key=lambda row: (order.get(str(row[0]), len(order)), row[1], row[2], row[3]))
    columns = ("measure", "f1", "precision", "recall", "reference", "predicted")
    return (
        Table("measures", columns, tuple(measures)),
        Table("differences", ("point", "measure", "difference", "label"), tuple(differences)),
    )


def tallies(reference: Sequence[Row], analysis: Analysis) -> dict[str, dict[str, Tally]]:
    """Return what `evaluate` counts, by measure and point: what an interval is drawn from."""
    found: dict[str, dict[str, Tally]] = {}
    for measure, gold, mine in _compared(reference, analysis, tuple(FIELDS)):
        sums = [Counter[str](), Counter[str](), Counter[str]()]
        for count, keys in zip(sums, (gold & mine, gold, mine), strict=True):
            for key, number in keys.items():
                count[key[0]] += number
        points = (str(row["point"]) for row in reference)
        found[measure.name] = {point: Tally(*(count[point] for count in sums)) for point in points}
    for slot, pairs in _slots(reference, analysis).items():
        by_point = Counter(point for point, _ in pairs)
        agreed = Counter(point for point, same in pairs if same)
        found[f"paired actions: {slot}"] = {
            point: Tally(agreed[point], number, number) for point, number in by_point.items()
        }
    return found


def _compared(
    reference: Sequence[Row], analysis: Analysis, tables: Collection[str]
) -> Iterator[tuple[Measure, Counter[Key], Counter[Key]]]:
    """Yield each measure with what the reference has and what we have."""
    wanted, optional, found = labels(reference), labels(reference, optional=True), _found(analysis)
    for measure in (one for one in MEASURES if one.table in tables):
        gold, may = counted(measure, wanted), counted(measure, optional)
        mine = counted(measure, found, _alternatives(measure, wanted, gold))
        mine -= may & (mine - gold)
        yield measure, gold, mine


def _alternatives(measure: Measure, wanted: Rows, gold: Counter[Key]) -> dict[Key, Key]:
    """Return which key the second reader had for one of the reference's own."""
    return {
        (row["point"], *measure.key(other)): (row["point"], *measure.key(row))
        for row in wanted[measure.table]
        for other in _readings(row)
        if (row["point"], *measure.key(other)) not in gold
    }


def _readings(row: Row) -> Iterator[Row]:
    """Yield a row with each choice of the values that two readers have for its parts."""
    parts = [part for part in ALTERNATIVES if f"{part}_alt" in row]
    for values in product(*((row[part], row[f"{part}_alt"]) for part in parts)):
        yield {**row, **dict(zip(parts, values, strict=True))}


def labels(points: Iterable[Row], *, optional: bool = False) -> Rows:
    """Return a reference's labels as rows like those of our tables."""
    rows: Rows = {name: [] for name in FIELDS}
    for point in points:
        at = {"point": point["point"]}
        labels = point.get("optional", {}) if optional else point
        for name, field in FIELDS.items():
            for label in labels.get(field, ()):
                row = {"theme": label} if name == "themes" else dict(label)
                if name == "actors":
                    row["actor"] = row["id"]
                rows[name].append(at | row)
    return rows


def _found(analysis: Analysis) -> Rows:
    names = ("point", "theme", "actor", "role", "source", "verb", "extent", "lemma", *SLOTS)
    return {
        table: [{name: getattr(row, name) for name in names if hasattr(row, name)} for row in getattr(analysis, table)]
        for table in FIELDS
    }


def counted(measure: Measure, rows: Rows, same: Mapping[Key, Key] = {}) -> Counter[Key]:
    """Return how often each label is in each point, those that are the `same` as another under its key."""
    keys = ((row["point"], *measure.key(row)) for row in rows[measure.table])
    found = Counter(same.get(key, key) for key in keys)
    return found if measure.repeats else Counter(set(found))


def said(key: Key) -> str:
    """Return a label as people read it."""
    return " · ".join("-" if part is None else str(part) for part in key[1:])


def _slots(reference: Sequence[Row], analysis: Analysis) -> dict[str, list[tuple[str, bool]]]:
    """Return, by slot, whether it agrees in each two actions of the same point and lemma, with the point."""
    pairs = paired(labels(reference)["actions"], _found(analysis)["actions"])
    agree: dict[str, Callable[[Row, Row], bool]] = {slot: _equal(slot) for slot in SLOTS[:3]}
    agree["object"] = _same_object
    return {slot: [(str(a["point"]), same(a, b)) for a, b in pairs] for slot, same in agree.items()} if pairs else {}


def _equal(slot: str) -> Callable[[Row, Row], bool]:
    return lambda a, b: b[slot] in (a[slot], a.get(f"{slot}_alt", a[slot]))


def paired(wanted: Sequence[Row], found: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Pair actions of the same point and lemma, those whose agent and object agree best first."""
    pools: dict[Key, list[Row]] = defaultdict(list)
    for row in reversed(found):
        pools[row["point"], row["lemma"].lower()].append(row)
    pairs = []
    for row in wanted:
        pool = pools[row["point"], row["lemma"].lower()]
        near = pool[: -NEAR - 1 : -1]  # the first that are left
        if near:
            best = max(range(len(near)), key=lambda place: _likeness(row, near[place]))
            pairs.append((row, pool.pop(-best - 1)))
    return pairs


def _likeness(a: Row, b: Row) -> int:
    return int(a["agent"] == b["agent"]) + len(_content(a["object"]) & _content(b["object"]))


def _same_object(gold: Row, mine: Row) -> bool:
    ours = _content(mine["object"])
    either = (_content(gold["object"]), _content(gold.get("object_alt", gold["object"])))
    return any(ours & words or ours == words for words in either)


def _content(text: str | None) -> set[str]:
    return set(re.findall(r"[a-z]+", (text or "").lower())) - FUNCTION_WORDS
