"""How far `cnd norms` and `cnd related` agree with the one reader of tests/gold/instruments/read_apart.toml.

python benchmarks/read_apart.py
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from reference_sets import GOLD, SHARED, analysed

from cnd_tools.comparing.related import related
from cnd_tools.norms import norms
from cnd_tools.records import Analysis

READ = tomllib.loads((GOLD / "instruments" / "read_apart.toml").read_text("utf-8"))
Counts = tuple[int, int, int]  # what both say, what the reader says, what the program says


def norms_read() -> Counts:
    """Return how many norms of the drawn paragraphs agree, by their kind; what is doubtful counts for neither."""
    both = wanted = got = 0
    for row in READ["norm"]:
        said = Counter(row["kinds"])
        found = Counter(
            kind for point, kind in _norms(analysed(SHARED / "data" / row["text"])) if point == row["point"]
        )
        found -= Counter(row.get("optional", ())) & (found - said)
        both, wanted, got = both + (said & found).total(), wanted + said.total(), got + found.total()
    return both, wanted, got


def _norms(one: Analysis) -> Iterator[tuple[str, str]]:
    table = norms([one])
    for row in table.rows:
        values = dict(zip(table.columns, row, strict=True))
        yield values["point"], values["kind"]


def related_read() -> Counts:
    """Return how many pairs of a demand and a recital agree, of the demands that the reader found a recital for."""
    table = related([analysed(SHARED / "data" / READ["related"]["text"])])
    pairs = {(demand, recital) for demand, recitals in READ["related"]["pairs"].items() for recital in recitals}
    rows = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    found = {(row["point"], row["related"]) for row in rows if row["point"] in READ["related"]["pairs"]}
    return len(pairs & found), len(pairs), len(found)


def main() -> None:
    """Print the figures."""
    measured: dict[str, Counts] = {"norms": norms_read(), "related": related_read()}
    for name, (both, wanted, got) in measured.items():
        rates: dict[str, Any] = {"precision": both / max(got, 1), "recall": both / max(wanted, 1)}
        print(f"{name:8}", *(f"{rate} {value:.2f}" for rate, value in rates.items()), f"({both} of {got}, of {wanted})")


if __name__ == "__main__":
    main()
