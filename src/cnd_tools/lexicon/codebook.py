"""The codebook: what the columns of the tables say and what their codes mean, for those who get exported data."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from cnd_tools.lexicon.entries import Lexicon

VARIABLES = ("kind", "role", "type", "stance", "extent", "strength", "polarity")  # tables of `codebook.toml`


class Code(NamedTuple):
    """One value a column may have.

    Attributes:
        variable: the column: "theme", "actor", "role", …
        code: the value.
        label: its name for people.
        group: what it stands under: a theme's pillar, an actor's type; "" otherwise.
        definition: what it means, or why the entry is in the lexicon.
    """

    variable: str
    code: str
    label: str
    group: str
    definition: str


@cache
def _definitions() -> Mapping[str, Any]:
    return tomllib.loads(files("cnd_tools.lexicon").joinpath("codebook.toml").read_text("utf-8"))


def column(table: str, name: str) -> str:
    """Return what a column of a table says.

    Raises:
        KeyError: `codebook.toml` does not say.
    """
    columns = _definitions()["columns"]
    return str(columns.get(f"{table}.{name}") or columns[name])


def codes_of(variable: str) -> frozenset[str]:
    """Return the values that a column of a fixed list may have.

    Raises:
        KeyError: `codebook.toml` has no such list.
    """
    return frozenset(_definitions()[variable])


def codebook(lexicon: Lexicon, *, actors: Collection[str]) -> Iterator[Code]:
    """Yield the codes: all themes, those actors, then roles, strengths and what else has a fixed list.

    Args:
        lexicon: what the data were made with; a user's own entries are codes like any other.
        actors: ids of the actors wanted; the lexicon has all countries, which no codebook needs.
    """
    for theme in lexicon["theme"]:
        yield Code("theme", theme.id, theme.label, theme.get("pillar", ""), theme.why)
    for actor in lexicon["actor"]:
        if actor.id in actors:
            yield Code("actor", actor.id, actor.label, actor.get("type", ""), actor.why)
    for variable in VARIABLES:
        for code, definition in _definitions()[variable].items():
            yield Code(variable, code, code, "", definition)
