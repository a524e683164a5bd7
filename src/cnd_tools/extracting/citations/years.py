"""One name after several years: "the 1961, 1971 and 1988 Conventions" are three, each of which its year tells."""

from __future__ import annotations

from collections.abc import Iterator

from cnd_tools.extracting.citations.names import Names
from cnd_tools.extracting.citations.patterns import Cited, matches, pattern


def of_years(text: str, names: Names) -> Iterator[Cited]:
    """Yield what is named once, in the plural, after the years of each; a year that no name has is left out."""
    for found in matches("years", text):
        name = f"{found['name'].title()}{found['tail'] or ''}"
        at, last = found.start("years"), found.end("years")
        for year in pattern("year").finditer(found["years"]):
            start, end = at + year.start(), at + year.end()
            for first, _, entry in names.of(f"{year[0]} {name}", "instrument"):
                if first == 0 or (first == len(year[0]) + 1 and year[0] in str(entry.label)):
                    stop = found.end() if end == last else end
                    yield Cited(start, stop, entry.get("type"), entry.id)
