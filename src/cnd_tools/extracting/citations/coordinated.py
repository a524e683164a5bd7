"""Several names before one head: "the Basel and Stockholm Conventions" are two, "the Treaties of A and B" likewise."""

from __future__ import annotations

from collections.abc import Iterator

from cnd_tools.extracting.citations.names import Names
from cnd_tools.extracting.citations.patterns import Cited, matches, pattern


def of_names(text: str, names: Names) -> Iterator[Cited]:
    """Yield what is named once, in the plural, after the name of each; a name that nothing has is left out."""
    for found in matches("names", text):
        part = "places" if found["places"] else "names"
        at, last = found.start(part), found.end(part)
        head = (found["name"] or "").title().replace("Treatie", "Treaty")
        for name in pattern("proper_name").finditer(found[part]):
            whole = f"Treaty of {name[0]}" if found["places"] else f"{name[0]} {head}{found['tail'] or ''}"
            for first, end, entry in names.of(whole, "instrument"):
                if first == 0 and end > len(name[0]):
                    stop = found.end() if at + name.end() == last else at + name.end()
                    yield Cited(at + name.start(), stop, entry.get("type"), entry.id)
