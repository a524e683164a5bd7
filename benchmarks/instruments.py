"""How far citations, deadlines, quantities and reports agree with the labelled points of tests/gold/instruments.

    python benchmarks/instruments.py [--show] [--held-out]

`make evaluate` measures both sides too and writes them into benchmarks/ACCURACY.md.

Figures by kind of document: precision, recall and F1. `--show` prints every difference of the learned points;
`--held-out` adds the figures of those held out, and never a point of them.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from reference_sets import GOLD, SHARED, analysed

from cnd_tools.records import Analysis
from cnd_tools.tracking import due, reports

HERE = GOLD / "instruments"
Row = Mapping[str, Any]
# What makes two labels the same: the id; kind and value; comparison, amount and currency or sign; when a report is due.
KEYS: Mapping[str, Callable[[Any], Any]] = {
    "citations": lambda one: one,
    "deadlines": lambda one: (one["kind"], one["value"]),
    "quantities": lambda one: (one["comparison"] or "", float(one["amount"]), one["unit"] or ""),
    "reports": lambda one: one["when"],
}
TITLES = {"reports": "reports asked for"}


def files(*, held_out: bool) -> Iterator[Row]:
    """Yield the files of labels, with the points each has."""
    for file in tomllib.loads((HERE / "manifest.toml").read_text("utf-8"))["file"]:
        if file["labels"].startswith("held_out/") == held_out:
            rows = (HERE / file["labels"]).read_text("utf-8").splitlines()
            yield {**file, "points": [json.loads(row) for row in rows]}


def found(one: Analysis, start: int, end: int) -> dict[str, list[Any]]:
    """Return what the program finds between two characters of a text, as the labels are written."""
    inside = {point.point for point in one.points if point.start < end and point.end > start}

    def rows(table: Any) -> Iterator[dict[str, Any]]:
        for values in table.rows:
            row = dict(zip(table.columns, values, strict=True))
            if row["point"] in inside:
                yield row

    owed = list(rows(due([one])))
    return {
        "citations": list(dict.fromkeys(row.cited for row in one.citations if row.point in inside)),
        "deadlines": [{"kind": row["kind"], "value": row["value"]} for row in owed if row["deadline"]],
        "quantities": [row for row in owed if row["amount"]],
        "reports": [{"when": row["value"]} for row in rows(reports([one]))],
    }


def differences(point: Row, one: Analysis) -> Iterator[tuple[str, Counter[Any], Counter[Any]]]:
    """Yield for each table what the point's labels say and what the program does.

    Optional labels count for neither; a table that nobody read the point for (`unread`) is left out.
    """
    said = found(one, point["start"], point["end"])
    for table, key in KEYS.items():
        if table in point.get("unread", ()):
            continue
        wanted, got = Counter(map(key, point[table])), Counter(map(key, said[table]))
        optional = Counter(map(key, point["optional"].get(table, ())))
        yield table, wanted, got - (optional & (got - wanted))


def score(*, held_out: bool, show: bool) -> dict[tuple[str, str], list[int]]:
    """Return for each kind of document and table: labels that agree, all that are wanted, all that are found."""
    totals: dict[tuple[str, str], list[int]] = {}
    for file in files(held_out=held_out):
        for point in file["points"]:
            for table, wanted, got in differences(point, analysed(SHARED / "data" / file["text"])):
                for kind in (file["kind"], "ALL"):
                    counts = totals.setdefault((kind, table), [0, 0, 0])
                    for place, number in enumerate((wanted & got, wanted, got)):
                        counts[place] += number.total()
                if show and wanted != got:
                    print(f"{point['doc']} {point['point']} {table}: missing {list((wanted - got).elements())}, "
                          f"too many {list((got - wanted).elements())}")  # fmt: skip
    return totals


def section() -> str:
    """Return the part of the page of figures: of each table how many labels, precision, recall and F1 on each side."""
    sides = {held_out: score(held_out=held_out, show=False) for held_out in (False, True)}
    lines = [
        "## By when, how much, and under which instrument\n",
        "### Learned and held out\n",
        "| table | learned | precision | recall | F1 | held out | precision | recall | F1 |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for table in KEYS:
        cells = [cell for counts in sides.values() for cell in _cells(counts["ALL", table])]
        lines.append(f"| {TITLES.get(table, table)} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _cells(counts: Sequence[int]) -> list[str]:
    both, wanted, got = counts
    rates = (both / got if got else 0.0, both / wanted if wanted else 0.0, 2 * both / max(wanted + got, 1))
    return [str(wanted), *(f"{rate:.2f}" for rate in rates)]


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--show", action="store_true")
    asked.add_argument("--held-out", action="store_true")
    options = asked.parse_args()
    for held_out in (False, True)[: 1 + options.held_out]:
        print("held out" if held_out else "learned")
        for (kind, table), (both, wanted, got) in sorted(
            score(held_out=held_out, show=options.show and not held_out).items()
        ):
            precision, recall = both / got if got else 0.0, both / wanted if wanted else 0.0
            f1 = 2 * both / (wanted + got) if wanted + got else 0.0
            print(f"  {kind:12} {table:11} F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  of {wanted}")


if __name__ == "__main__":
    main()
