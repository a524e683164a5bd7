"""The regular expressions of `patterns.toml`, and what is made of a text with them: `Cited`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Cited(NamedTuple):
    """What is named at characters `start` to `end` of a point's clean text; `cited` is None where it is not certain."""

    start: int
    end: int
    type: str
    cited: str | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One regular expression with the reason it is there, and what it finds and does not find."""

    id: str
    regex: re.Pattern[str]
    why: str
    examples: tuple[tuple[str, str], ...]
    near_misses: tuple[str, ...]


@cache
def patterns() -> Mapping[str, Pattern]:
    """Return all patterns by their ids."""
    rows = tomllib.loads((HERE / "patterns.toml").read_text("utf-8"))["pattern"]
    made = (
        Pattern(
            row["id"],
            re.compile(row["regex"], re.VERBOSE),
            row["why"],
            tuple((text, found) for text, found in row["examples"]),
            tuple(row["near_misses"]),
        )
        for row in rows
    )
    return {one.id: one for one in made}


def pattern(name: str) -> re.Pattern[str]:
    """Return the regular expression of this id."""
    return patterns()[name].regex
