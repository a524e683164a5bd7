"""Texts made to keep a regular expression busy: what it may repeat, repeated, and then what it cannot end in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

# The parser of `re` itself has no public name.
_parser: Any = re._parser  # type: ignore[attr-defined]
_compiler: Any = re._compiler  # type: ignore[attr-defined]

_SIGNS = "aA1 -.x'/(\t_,é"
_MANY = 8  # repetitions fewer than this cost nothing
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}


def attacks(pattern: str, flags: int, size: int, most: int) -> Iterator[str]:
    """Yield texts of about `size` characters that a pattern begins to match again and again, and does not.

    Args:
        pattern: a regular expression.
        flags: as in `re`.
        size: of each text.
        most: of the things that may be repeated, how many are; they are taken from everywhere in the pattern.
    """
    tree = _parser.parse(pattern, flags)
    found = list(dict.fromkeys([*(("", one) for one in _examples(tree, tree.state)), *_pumps(tree, tree.state)]))
    for before, part in found[:: -(-len(found) // most)] if found else ():
        again = (before + part) * (size // max(len(before + part), 1))
        for text in (before + part * (size // max(len(part), 1)), again):
            yield from dict.fromkeys((text, text + "\0", text + before[:1]))


def _pumps(tree: Any, state: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield everything that a pattern may repeat many times, with an example of what stands before it."""
    for op, value in tree:
        name = str(op)
        if name in _REPEATS:
            _, most, inner = value
            if most >= _MANY:
                found = _examples(inner, state)
                yield from ((before, one) for one in found)
                yield from ((before, one + other) for one, other in pairwise(found))
            yield from _pumps(inner, state, before)
        elif name == "SUBPATTERN":
            yield from _pumps(value[3], state, before)
        elif name == "ATOMIC_GROUP":
            yield from _pumps(value, state, before)
        elif name == "BRANCH":
            for branch in value[1][:40]:
                yield from _pumps(branch, state, before)
        elif name in {"ASSERT", "ASSERT_NOT"}:
            yield from _pumps(value[1], state, before)
        before += next(iter(_examples([(op, value)], state)), "")


def _examples(tree: Any, state: Any) -> list[str]:
    """Return a few texts that a pattern matches, or would but for what it looks at around them."""
    found = [""]
    for op, value in tree:
        parts = list(dict.fromkeys(islice(_example(str(op), op, value, state), 3))) or [""]
        found = [one + part for one in found for part in parts][:6]
    return found


def _example(name: str, op: Any, value: Any, state: Any) -> Iterator[str]:
    if name == "LITERAL":
        yield chr(value)
    elif name in {"IN", "NOT_LITERAL", "ANY"}:
        tree = _parser.SubPattern(state, [(op, value)])
        own = [chr(one) for kind, one in (value if name == "IN" else ()) if str(kind) == "LITERAL"]
        one = _compiler.compile(tree, state.flags)
        yield from (sign for sign in [*own[:2], *_SIGNS] if one.match(sign))
    elif name in _REPEATS:
        least, _, inner = value
        yield from (one * max(least, 1) for one in _examples(inner, state))
    elif name == "SUBPATTERN":
        yield from _examples(value[3], state)
    elif name == "ATOMIC_GROUP":
        yield from _examples(value, state)
    elif name == "BRANCH":
        for branch in value[1][:3]:
            yield from _examples(branch, state)[:1]
