"""A word of other people's dictionaries, as their readers give it."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A word or phrase of a dictionary as it stands there: under which categories, outermost first, and on which line.

    The line is 0 where the format has none.
    """

    categories: tuple[str, ...]
    word: str
    line: int
