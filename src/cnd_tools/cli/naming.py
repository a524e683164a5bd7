"""What a user calls a theme, an actor or a strength, and its id: the id, a title, or a word of the texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnd_tools.errors import UsageError

if TYPE_CHECKING:
    from cnd_tools.lexicon import Entry

LISTED = 4  # ids that a message names
NEAR = 0.7  # how like a name must be to be proposed; at .6, "education" was proposed "supply_reduction"
STEM = 5  # letters that a word of a title must share: "precursors" is in Precursor control
_LETTERS = re.compile(r"[^\W_]+")


def meant(kind: str, wanted: str, rows: Iterable[Any], lexicon: Sequence[Path]) -> str:
    """Return the id of what a user names: as an id, or else by title or name, or else by words that name it.

    Large and small letters, spaces, hyphens and underscores are not told apart: "member states" is `member_states`.

    Args:
        kind: "theme", "actor" or "strength".
        wanted: what was typed.
        rows: what was found in the texts, which names what no lexicon lists too.
        lexicon: the user's own files.

    Raises:
        UsageError: nobody calls anything so, or several things are called so.
    """
    rows = list(rows)
    if any(getattr(row, kind) == wanted for row in rows):
        return wanted
    from cnd_tools.lexicon import load

    entries = [] if kind == "strength" else [entry for entry in load(extra=lexicon) if entry.kind == kind]
    levels = [list(_level(kind, number, entries, rows)) for number in range(3)]
    for named in levels:
        found = sorted({code for name, code in named if _folded(name) == _folded(wanted)})
        if len(found) > 1:
            raise UsageError(f"--{kind}: {wanted!r} may be {' or '.join(found[:LISTED])}; name one of these")
        if found:
            return found[0]
    raise UsageError(f"--{kind}: no {kind} has the id{_or_name(kind)} {wanted!r}; {_hint(kind, wanted, levels)}")


def called(entry: Entry, name: str) -> bool:
    """Return whether an entry of a lexicon is called so: by its label, or an actor by one of its names."""
    names = (entry.label, *(entry.patterns if entry.kind == "actor" else ()))
    return any(_folded(one) == _folded(name) for one in names)


def _level(kind: str, number: int, entries: Sequence[Entry], rows: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """Yield names with the ids they stand for: ids themselves, then titles, then words of the lexicon and the texts."""
    if kind == "strength":
        from cnd_tools.lexicon.classes import STRENGTHS

        yield from ((one, one) for one in STRENGTHS if number == 0)
        return
    if number == 0:
        yield from ((entry.id, entry.id) for entry in entries)
        yield from ((code, code) for code in (getattr(row, kind) for row in rows))
    elif number == 1:
        title = "title" if kind == "theme" else "name"
        yield from ((entry.label, entry.id) for entry in entries)
        yield from ((getattr(row, title), getattr(row, kind)) for row in rows)
    elif kind == "actor":
        yield from ((pattern, entry.id) for entry in entries for pattern in entry.patterns)
        yield from ((row.text, row.actor) for row in rows)


def _folded(name: str) -> str:
    return " ".join(_LETTERS.findall(name.casefold()))


def _or_name(kind: str) -> str:
    return {"theme": " or title", "actor": " or name"}.get(kind, "")


def _hint(kind: str, wanted: str, levels: Sequence[Sequence[tuple[str, str]]]) -> str:
    """Return what may have been meant: names spelled like it, else titles with its words, else where all are listed."""
    if kind == "strength":
        near = get_close_matches(wanted, [code for _, code in levels[0]], n=1)
        return f"did you mean {near[0]}?" if near else f"use {', '.join(code for _, code in levels[0])}"
    known: dict[str, str] = {}
    for name, code in (pair for named in levels for pair in named):
        known.setdefault(_folded(name), code)
    near = [known[name] for name in get_close_matches(_folded(wanted), known, n=1, cutoff=NEAR)]
    if not near and (words := _folded(wanted).split()):
        titles = {code: _folded(f"{code} {name}").split() for named in levels[:2] for name, code in named}
        near = [code for code, its in titles.items() if all(_begins(word, its) for word in words)]
    if near:
        return f"did you mean {' or '.join(near[:LISTED])}?"
    return f"cnd lexicon list {kind} shows them all, and cnd find finds any word"


def _begins(word: str, its: Sequence[str]) -> bool:
    return len(word) >= STEM and any(other.startswith(word[:STEM]) for other in its)
