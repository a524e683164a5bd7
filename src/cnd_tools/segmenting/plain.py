"""Records as plain lists and back, so that whatever keeps a Doc keeps them: a DocBin, `to_bytes`, another process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints


def plain(value: Any) -> Any:
    """Return a record as the list of its fields, records in it as lists too; what is no record as it is."""
    if is_dataclass(value):
        return [plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return dict(value) if isinstance(value, Mapping) else value


def record(kind: Any, value: Any) -> Any:
    """Return what `plain` was given.

    Args:
        kind: its type, as `Segmented` or `tuple[Point, ...]`.
        value: what `plain` made of it.
    """
    if value is None or kind in (str, int, bool):
        return value
    said = [one for one in get_args(kind) if one is not NoneType]
    if get_origin(kind) is tuple:
        kinds = said[:1] * len(value) if said[-1] is Ellipsis else said
        return tuple(record(one, inner) for one, inner in zip(kinds, value, strict=True))
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        return kind(*(record(one, inner) for one, inner in zip(_kinds(kind), value, strict=True)))
    return record(said[0], value) if len(said) == 1 else value


@cache
def _kinds(kind: Any) -> tuple[Any, ...]:
    """The types of a record's fields, in order."""
    return tuple(get_type_hints(kind).values())
