"""The words by which the segmenter and the masthead reader know what they read (`openings.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> dict[str, Any]:
    """Return the tables of `openings.toml`: opening, masthead, heading, closing, note, label, sentence."""
    return tomllib.loads(files("cnd_tools.lexicon").joinpath("openings.toml").read_text("utf-8"))


def alternatives(entries: list[str] | str) -> str:
    """Return a regular expression for any of the entries, the longer first; the white space in them is any white space.

    Args:
        entries: phrases, or words with white space between them.
    """
    import re

    phrases = entries.split() if isinstance(entries, str) else entries
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in ordered)
