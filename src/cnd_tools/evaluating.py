"""How far an analysis agrees with a reference annotation: precision, recall and F1, and where the two differ.

A reference has one JSON object a point, one a line, with `themes`, `actors`, `attributions` and `actions`; what
stands under its `optional` scores neither for nor against (two careful readers disagreed on it).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnd_tools.errors import RefusedInput, short
from cnd_tools.inputs import read_file
from cnd_tools.records import Analysis
from cnd_tools.tables import Table
from cnd_tools.typed import FILLED, Mismatch, hold, parsed

Row = Mapping[str, Any]
Rows = dict[str, list[Row]]
Key = tuple[Any, ...]

# Which field of a reference holds which table, and what the reference calls a column of ours.
FIELDS = {"themes": "themes", "actors": "actors", "positions": "attributions", "actions": "actions"}
# Part of the measure: words that do not make two objects the same.
FUNCTION_WORDS = frozenset({"the", "a", "an", "of", "and", "to", "in", "for"})
SLOTS = ("agent", "strength", "polarity", "object")
LARGEST = 32_000_000  # bytes of a reference or an annotation; a page of text has some ten thousand

_LABELS = {
    "themes?": [str],
    "actors?": [{"id": str, "role": str}],
    "attributions?": [{"source": str | None, "verb": FILLED, "extent": str}],
    "actions?": [
        {
            "lemma": str,
            "agent": str | None,
            "strength": str,
            "polarity": str,
            "object": str | None,
            "object_alt?": str | None,
        }
    ],
}
POINT = {"point": str, "doc?": str, **_LABELS, "optional?": _LABELS}
"""What a point of a reference says (see `cnd_tools.typed`)."""


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


def read_reference(path: Path, data: bytes | None = None) -> list[Row]:
    """Return the points of a reference file.

    Args:
        path: its name.
        data: what is in it, if that was read already: a pipe is read but once.

    Raises:
        UsageError: no such file.
        RefusedInput: a line is not a JSON object with a point; file and line are named.
    """
    data = read_file(path, most=LARGEST, what="a reference") if data is None else data
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise RefusedInput(f"{path}: not UTF-8 at byte {error.start}; a reference is JSON Lines in UTF-8") from error
    return [_point(line, f"{short(str(path))}:{number}") for number, line in enumerate(lines, start=1) if line.strip()]


def _point(line: str, place: str) -> Row:
    try:
        point = parsed(line)
        hold(point, POINT)
    except Mismatch as error:
        raise RefusedInput(f"{place}: not a point of a reference: {error}; see docs/reference for its form") from None
    return dict(point)


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
    wanted, optional, found = _rows(reference), _rows(reference, optional=True), _found(analysis)
    measures: list[Key] = []
    differences: list[tuple[str, str, str, str]] = []
    for measure in (one for one in MEASURES if one.table in tables):
        gold, mine, may = (_counted(measure, rows) for rows in (wanted, found, optional))
        mine -= may & (mine - gold)
        measures.append((measure.name, *_scores(gold, mine)))
        differences += [(key[0], measure.name, "missing", _said(key)) for key in (gold - mine).elements()]
        differences += [(key[0], measure.name, "extra", _said(key)) for key in (mine - gold).elements()]
    measures += _slots(wanted["actions"], found["actions"])
    order = {str(row["point"]): place for place, row in enumerate(reference)}
    differences.sort(key=lambda row: (order.get(str(row[0]), len(order)), row[1], row[2], row[3]))
    columns = ("measure", "f1", "precision", "recall", "reference", "predicted")
    return (
        Table("measures", columns, tuple(measures)),
        Table("differences", ("point", "measure", "difference", "label"), tuple(differences)),
    )


def _rows(points: Iterable[Row], *, optional: bool = False) -> Rows:
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


def _counted(measure: Measure, rows: Rows) -> Counter[Key]:
    counted = Counter((row["point"], *measure.key(row)) for row in rows[measure.table])
    return counted if measure.repeats else Counter(set(counted))


def _scores(gold: Counter[Key], mine: Counter[Key]) -> tuple[float | None, float | None, float | None, int, int]:
    hits, wanted, found = (gold & mine).total(), gold.total(), mine.total()
    if not (wanted or found):
        return None, None, None, 0, 0  # nothing to agree on is neither right nor wrong
    precision, recall = hits / max(found, 1), hits / max(wanted, 1)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f1, precision, recall, wanted, found


def _said(key: Key) -> str:
    return " · ".join("-" if part is None else str(part) for part in key[1:])


def _slots(wanted: Sequence[Row], found: Sequence[Row]) -> list[Key]:
    """Return how often each slot agrees in actions of the same point and lemma."""
    pairs = _paired(wanted, found)
    if not pairs:
        return []
    agree: dict[str, Callable[[Row, Row], bool]] = {slot: _equal(slot) for slot in SLOTS[:3]}
    agree["object"] = _same_object
    return [
        (f"paired actions: {slot}", sum(same(a, b) for a, b in pairs) / len(pairs), None, None, len(pairs), len(pairs))
        for slot, same in agree.items()
    ]


def _equal(slot: str) -> Callable[[Row, Row], bool]:
    return lambda a, b: bool(a[slot] == b[slot])


def _paired(wanted: Sequence[Row], found: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Pair actions of the same point and lemma, those whose agent and object agree best first."""
    pools: dict[Key, list[Row]] = defaultdict(list)
    for row in found:
        pools[row["point"], row["lemma"].lower()].append(row)
    pairs = []
    for row in wanted:
        pool = pools[row["point"], row["lemma"].lower()]
        if pool:
            best = max(pool, key=lambda mine: _likeness(row, mine))
            pool.remove(best)
            pairs.append((row, best))
    return pairs


def _likeness(a: Row, b: Row) -> int:
    return int(a["agent"] == b["agent"]) + len(_content(a["object"]) & _content(b["object"]))


def _same_object(gold: Row, mine: Row) -> bool:
    ours = _content(mine["object"])
    either = (_content(gold["object"]), _content(gold.get("object_alt", gold["object"])))
    return any(ours & words or ours == words for words in either)


def _content(text: str | None) -> set[str]:
    return set(re.findall(r"[a-z]+", (text or "").lower())) - FUNCTION_WORDS
