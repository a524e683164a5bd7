"""The regular expressions of `patterns.toml`, and what is made of a text with them: `Cited`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cnd_tools.lexicon.pattern_files import Pattern, read_patterns


class Cited(NamedTuple):
    """What is named at characters `start` to `end` of a point's clean text; `cited` is None where it is not certain."""

    start: int
    end: int
    type: str
    cited: str | None


@cache
def patterns() -> Mapping[str, Pattern]:
    """Return all patterns by their ids."""
    return read_patterns(Path(__file__).with_name("patterns.toml"))


def pattern(name: str) -> re.Pattern[str]:
    """Return the regular expression of this id."""
    return patterns()[name].regex


def matches(name: str, text: str) -> Iterator[re.Match[str]]:
    """Return where the pattern of this id stands in a text, in order; a text without the letters it needs is spared."""
    return patterns()[name].finditer(text)
