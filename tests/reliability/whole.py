"""Nothing is lost: every character of a text has its place, and every point is found again where it says it stands."""

from __future__ import annotations

import json


def assert_whole(cnd, name: str, text: str, *options: str) -> list[str]:
    """Hold the ledger and the points of a file against its text; return the points, as "citation text".

    Args:
        cnd: the fixture.
        name: of the file.
        text: what is in it, line ends as they are.
        options: as --encoding.
    """
    ledger = {row["kind"]: row["characters"] for row in _read(cnd, name, "--ledger", *options)}
    assert ledger.get("none", 0) == 0
    assert sum(ledger.values()) == len(text)
    points = _read(cnd, name, "--all", *options)
    for point in points:
        assert text[point["start"] : point["end"]].split() == point["text"].split()
    return [f"{point['point']} {point['text']}" for point in points]


def _read(cnd, name: str, *options: str) -> list[dict]:
    return json.loads(cnd("segment", name, "--json", "--quiet", *options).out)
