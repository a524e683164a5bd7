"""One TOML file to entries; whatever is wrong with it is refused with its line and the remedy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from cnd_tools.errors import RefusedInput, short
from cnd_tools.lexicon.bounds import LONGEST_NAME, MOST_KEYS, MOST_WILD_STARTS, hold_toml
from cnd_tools.lexicon.entries import Entry
from cnd_tools.lexicon.patterns import LONGEST, BadPattern, begins_wild, unfold
from cnd_tools.lexicon.schema import COMMON, KINDS, Kind

_HEADER = re.compile(r"\[\[\s*([\w-]+)\s*\]\]\s*(?:#.*)?")
_TYPES: Mapping[type, str] = {str: "text", list: "list of texts", bool: "true or false", int: "whole number"}


def parse(file: str, data: bytes) -> Iterator[tuple[Entry, bool]]:
    """Yield the entries of a file, kind by kind, each with whether it takes an earlier one's place.

    A table `[defaults]` gives the keys, `why` and `type` above all, that its entries need not repeat.

    Args:
        file: its name, for messages.
        data: its bytes.

    Raises:
        RefusedInput: not UTF-8, not TOML, an unknown kind or key, a missing or wrong value, a pattern without meaning.
    """
    tables = _tables(file, data)
    text = data.decode("utf-8-sig")
    lines, rows_of_file = _headers(text), text.splitlines()
    defaults = tables.pop("defaults", {})
    keys = 0
    for kind, rows in tables.items():
        if kind not in KINDS or not isinstance(rows, list):
            line = lines.get((kind, 0), 1)
            known = "]], [[".join(KINDS)
            raise RefusedInput(f"{file}, line {line}: {short(repr(kind))} is no kind of entry; write [[{known}]]")
        for number, given in enumerate(rows):
            at = Entry(kind, "", file=file, line=lines.get((kind, number), 1))
            if not isinstance(given, dict) or not isinstance(defaults, dict):
                raise refusal(at, f"a {kind} must be a table of keys; write [[{kind}]] and its keys below")
            row = defaults | given
            _check_closed(at, given, defaults, rows_of_file)
            _check_keys(at, row, KINDS[kind])
            keys += sum(_check_patterns(at, key, value) for key, value in row.items() if isinstance(value, list))
            if keys > MOST_KEYS:
                raise refusal(at, f"up to here the patterns stand for more than {MOST_KEYS} words; part the file")
            yield _entry(at, row)


def refusal(entry: Entry, what: str) -> RefusedInput:
    """Return the error that says what is wrong with an entry, and where it stands."""
    return RefusedInput(f"{entry.file}, line {entry.line}: {what}")


def _tables(file: str, data: bytes) -> dict[str, Any]:
    try:
        text = data.decode("utf-8-sig")
        hold_toml(file, text)
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RefusedInput(f"{file}, line {line}: not UTF-8; save the lexicon as UTF-8") from None
    except RecursionError:
        raise RefusedInput(f"{file}: lists nested without end; a lexicon has lists of texts alone") from None
    except ValueError as error:  # TOMLDecodeError, and dates and numbers that Python does not take
        raise RefusedInput(f"{file}: not TOML: {short(str(error))}; mend it there") from None


def _headers(text: str) -> dict[tuple[str, int], int]:
    """Return the line of each kind's k-th `[[kind]]`; tomllib does not keep it."""
    lines: dict[tuple[str, int], int] = {}
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.fullmatch(line.strip())
        if header:
            kind = header[1]
            lines[kind, counts.get(kind, 0)] = number
            counts[kind] = counts.get(kind, 0) + 1
    return lines


def _entry(at: Entry, row: Mapping[str, Any]) -> tuple[Entry, bool]:
    lists: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    fields = {key: value for key, value in lists.items() if key not in COMMON}
    label = str(row.get("label", row["id"]))
    entry = Entry(at.kind, row["id"], label, lists["patterns"], row["why"], fields, at.file, at.line)
    return entry, bool(row.get("replace", False))


def _check_keys(at: Entry, row: Mapping[str, Any], kind: Kind) -> None:
    allowed = {**COMMON, **kind.optional, **kind.required}
    for key, value in row.items():
        if key not in allowed:
            raise refusal(at, f"unknown key {short(repr(key))}; a {at.kind} has {', '.join(sorted(allowed))}")
        if not isinstance(value, allowed[key]) or (allowed[key] is not bool and isinstance(value, bool)):
            raise refusal(at, f"{key!r} must be a {_TYPES[allowed[key]]}")
        if value in ("", []):
            raise refusal(at, f"{key!r} is empty; fill it in or take it out")
        if isinstance(value, str) and len(value) > (LONGEST_NAME if key == "id" else LONGEST):
            raise refusal(at, f"{key!r} has {len(value)} characters; shorten it")
    for key in ("id", "patterns", "why", *kind.required):
        if key not in row:
            raise refusal(at, f"a {at.kind} must have {key!r}; add it")


def _check_closed(at: Entry, row: Mapping[str, Any], defaults: Mapping[str, Any], lines: Sequence[str]) -> None:
    """Refuse a value that is not of its closed list, at its own line, with the nearest that is."""
    for key, allowed in KINDS[at.kind].closed.items():
        value = row.get(key, defaults.get(key))
        if isinstance(value, str) and value and value not in allowed:
            near = get_close_matches(value, allowed, n=1, cutoff=0.5)
            remedy = f"did you mean {near[0]!r}?" if near else f"write one of {', '.join(allowed)}"
            line = _line_of(key, lines, at.line) if key in row else _line_of(key, lines, 1)
            raise refusal(replace(at, line=line), f"{key!r} of a {at.kind} cannot be {short(repr(value))}; {remedy}")


def _line_of(key: str, lines: Sequence[str], first: int) -> int:
    """Return the line at which a key stands, from a line on; that line where it is written in an unusual way."""
    for number, line in enumerate(lines[first - 1 :], first):
        if line.partition("=")[0].strip().strip("\"'") == key:
            return number
    return first


def _check_patterns(at: Entry, key: str, patterns: Sequence[Any]) -> int:
    """Return how many words they unfold to, each that begins with a wildcard counted as so many as it costs."""
    seen, words = set[str](), 0
    for pattern in patterns:
        if not isinstance(pattern, str):
            raise refusal(at, f"{_told(pattern)} in {key!r} must be a text")
        if pattern in seen:
            raise refusal(at, f"the pattern {short(repr(pattern))} stands twice in {key!r}; take one out")
        seen.add(pattern)
        try:
            found = [word for sequence in unfold(pattern) for word in sequence]
            words += len(found) + MOST_KEYS // MOST_WILD_STARTS * sum(map(begins_wild, found))
        except BadPattern as error:
            raise refusal(at, f"the pattern {short(repr(pattern))} in {key!r} {error}") from None
    return words


def _told(value: object) -> str:
    """Return a value as a message repeats it, in time that does not hang on how large it is."""
    return f"a {type(value).__name__}" if isinstance(value, list | dict) else short(value)
