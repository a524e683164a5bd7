"""Regular expressions as data: each in a TOML file with an id, a reason, examples and near misses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pattern:
    """One regular expression with the reason it is there, and what it finds and does not find.

    `source` is how it is written, with spaces and comments, and `regex` the same compiled, once it is searched for.
    `needs` are letters in small, and `needs_capitals` letters as printed ("MW"), one of which stands in whatever it
    finds: a text without them is not searched.
    """

    id: str
    source: str
    why: str
    examples: tuple[tuple[str, str], ...]
    near_misses: tuple[str, ...]
    needs: tuple[str, ...] = ()
    needs_capitals: tuple[str, ...] = ()

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern compiled: all of them together take a tenth of a second, and few texts need all."""
        return _compiled(self.source)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all matches in a text, in order; most texts of a document have none, which is told at a glance."""
        if self.needs or self.needs_capitals:
            lower = _lowered(text)
            if not (any(map(lower.__contains__, self.needs)) or any(map(text.__contains__, self.needs_capitals))):
                return iter(())
        return self.regex.finditer(text)


_compiled = lru_cache(maxsize=None)(partial(re.compile, flags=re.VERBOSE))


@lru_cache(maxsize=1)
def _lowered(text: str) -> str:
    """A text in small letters, which some ten patterns in turn are held against."""
    return text.lower()


def read_patterns(path: Path, fragments: Mapping[str, str] | None = None) -> Mapping[str, Pattern]:
    """Return the patterns of a file by their ids.

    Args:
        path: of the file.
        fragments: what stands for "{name}" in them, as the words for numbers or months.
    """
    made = {}
    for row in tomllib.loads(path.read_text("utf-8"))["pattern"]:
        regex = row["regex"]
        for name, fragment in (fragments or {}).items():
            regex = regex.replace(f"{{{name}}}", fragment)
        examples = tuple((text, found) for text, found in row["examples"])
        near = tuple(row["near_misses"])
        needs = (tuple(row.get(key, ())) for key in ("needs", "needs_capitals"))
        made[row["id"]] = Pattern(row["id"], regex, row["why"], examples, near, *needs)
    return made
