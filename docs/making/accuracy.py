"""The tables of the page on accuracy, from the one file of figures: benchmarks/ACCURACY.md, by `make evaluate`."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "benchmarks" / "ACCURACY.md"
PAGE = ROOT / "docs" / "method" / "accuracy.md"
# What stands between these is the first table under that heading of the figures.
TABLE = re.compile(
    r"(?P<from><!-- from benchmarks/ACCURACY.md: (?P<heading>[^\n]+) -->\n).*?(?P<until><!-- until here -->)", re.S
)


def page() -> str:
    """Return the page, its words as they are, its tables as the figures have them."""
    figures = FIGURES.read_text("utf-8")

    def filled(place: re.Match[str]) -> str:
        return f"{place['from']}{table(figures, place['heading'])}\n{place['until']}"

    return TABLE.sub(filled, PAGE.read_text("utf-8"))


def table(figures: str, heading: str) -> str:
    """Return the first table under the first heading of these words."""
    _, _, rest = figures.partition(f"### {heading}\n")
    lines = rest.partition("\n### ")[0].splitlines()
    return "\n".join(line for line in lines if line.startswith("|"))
