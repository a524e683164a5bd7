"""Whether a value that came in from outside has the shape it should have, said with the place where it has not.

A shape is a type (`str`), a union (`str | None`), a list of one shape (`[str]`), or an object's keys with their shapes
(`{"point": str, "themes?": [str]}`), those that end in "?" being optional; other keys are nobody's business. `FILLED`
is text in which there is something.

msgspec and pydantic were measured. On a document's kept rows the three take 0.25 to 0.31 milliseconds, on 76,000 rows
within a sixth of each other; the two take 25 and 40 milliseconds to import, and say what is wrong in words of theirs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from cnd_tools.errors import short

FILLED = object()
_NAMES: Mapping[Any, str] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    NoneType: "nothing",
    list: "a list",
    tuple: "a list",
    dict: "an object",
    FILLED: "text that is not empty",
}


class Mismatch(ValueError):  # noqa: N818  (whoever reads the file adds its name and line)
    """A value that is not what it should be; the message says where in it, what was expected and what is there."""


def parsed(text: str | bytes) -> Any:
    """Return what JSON says.

    Raises:
        Mismatch: it is no JSON, or nested without end.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise Mismatch("not JSON that can be read: nested without end") from None
    except ValueError as error:  # not UTF-8, a number of 4,300 places, and all that json itself finds
        raise Mismatch(f"not JSON: {short(str(error))}") from None


def hold(value: object, shape: Any, place: str = "") -> None:
    """Hold a value against a shape.

    Raises:
        Mismatch: it has another.
    """
    if isinstance(shape, dict) and isinstance(value, dict):
        for key, inner in shape.items():
            name = key.removesuffix("?")
            if name in value:
                hold(value[name], inner, f"{place}.{name}" if place else name)
            elif name == key:
                raise Mismatch(f"{place or 'it'} must have {name!r}: {_expected(inner)}")
    elif isinstance(shape, list) and isinstance(value, list):
        for number, one in enumerate(value):
            hold(one, shape[0], f"{place}[{number}]")
    elif not _is(value, shape):
        raise Mismatch(f"{place or 'it'} must be {_expected(shape)}, not {_told(value)}")


def hold_rows(kind: Any, rows: Iterable[Sequence[object]], *, leave: Sequence[str] = ()) -> None:
    """Hold rows, in the order of a record's fields, against the types of these fields; column by column, for speed.

    Args:
        kind: the record, its fields text or whole numbers, or nothing.
        rows: the values.
        leave: fields that the rows do not have.

    Raises:
        Mismatch: a row has more or fewer values, or one of another type.
    """
    columns = {name: types for name, types in _columns(kind).items() if name not in leave}
    rows = rows if isinstance(rows, list) else list(rows)
    if not {len(columns)}.issuperset(map(len, rows)):
        raise Mismatch(f"a row must have {len(columns)} values")
    for (name, types), column in zip(columns.items(), zip(*rows, strict=True), strict=False):
        if not types.issuperset(map(type, column)):
            number, wrong = next((at, one) for at, one in enumerate(column) if type(one) not in types)
            expected = " or ".join(_NAMES[one] for one in sorted(types, key=lambda one: one is NoneType))
            raise Mismatch(f"{name} must be {expected}, not {_told(wrong)}, in row {number + 1}")


def nullable(kind: type) -> frozenset[str]:
    """Return the fields of a record in which there may be nothing."""
    return frozenset(name for name, types in _columns(kind).items() if NoneType in types)


@cache
def _columns(kind: Any) -> Mapping[str, frozenset[type]]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if hasattr(kind, "__dataclass_fields__") else list(hints)
    return {name: frozenset(get_args(hints[name]) or (hints[name],)) for name in names}


def _is(value: object, shape: Any) -> bool:
    if isinstance(shape, UnionType):
        return any(_is(value, one) for one in get_args(shape))
    if shape is FILLED:
        return isinstance(value, str) and bool(value.strip())
    return type(value) is shape  # True is no number here


def _expected(shape: Any) -> str:
    if isinstance(shape, UnionType):
        return " or ".join(_NAMES[one] for one in get_args(shape))
    return _NAMES[type(shape) if isinstance(shape, dict | list) else shape]


def _told(value: object) -> str:
    """Return what is there: a short value itself, else what kind of thing."""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return short(value if isinstance(value, int | float) and abs(value) < 10**15 else f"{value!r}"[:200], most=40)
    return _NAMES.get(type(value), type(value).__name__)
