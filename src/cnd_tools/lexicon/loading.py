"""TOML files to a `Lexicon`, once; what is wrong with a file is refused with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.lexicon.patterns import BadPattern, unfold
from cnd_tools.lexicon.schema import COMMON, KINDS, Kind

HERE = Path(__file__).parent
LARGEST = 4_000_000  # bytes; far above any hand-written lexicon, below what would fill memory

_HEADER = re.compile(r"\[\[\s*([\w-]+)\s*\]\]\s*(?:#.*)?")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One entry of a lexicon.

    Attributes:
        kind: "actor", "theme", "verb", …: a key of `schema.KINDS`.
        id: unique in its kind.
        label: its name for people; the id where the file gives none.
        patterns: what finds it, in the language of `cnd_tools.lexicon.patterns`.
        why: the reason it is there.
        fields: what else the kind allows ("type", "pillar", "stance", …), only what the file says.
        file: the file's name, for messages.
        line: 1-based line of its header in that file.
    """

    kind: str
    id: str
    label: str
    patterns: tuple[str, ...]
    why: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    file: str = ""
    line: int = 0

    def get(self, key: str, default: Any = None) -> Any:
        """Return a field's value, or `default` where the entry does not say."""
        return self.fields.get(key, default)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All entries by kind, each kind in order of file and line; `version` changes whenever their contents do."""

    entries: Mapping[str, tuple[Entry, ...]]
    version: str

    def __getitem__(self, kind: str) -> tuple[Entry, ...]:
        return self.entries.get(kind, ())

    def __iter__(self) -> Iterator[Entry]:
        return (entry for kind in self.entries.values() for entry in kind)


def load(*, extra: Sequence[Path] = (), kinds: Collection[str] | None = None) -> Lexicon:
    """Return the built-in lexicon, with the user's files over it; read once, then from memory.

    Args:
        extra: the user's files; each adds entries, or takes an earlier one's place with `replace = true`.
        kinds: only these kinds of the built-in entries, for those who need few and must be quick; None for all.

    Raises:
        UsageError: no such file or kind.
        RefusedInput: a file that is no lexicon, with its line and the remedy.
    """
    wanted = tuple(KINDS) if kinds is None else tuple(kind for kind in KINDS if kind in kinds)
    if kinds is not None and len(wanted) != len(set(kinds)):
        raise UsageError(f"no such kind of lexicon entry among {sorted(kinds)}; there are {', '.join(KINDS)}")
    stamps = tuple((str(path), _stamp(path)) for path in extra)
    return _load(wanted, stamps)


def listing(lexicon: Lexicon, *, kind: str | None = None, match: str = "") -> Iterator[Entry]:
    """Yield the entries of one kind, or of all, whose id, label or a pattern holds `match`, in any case.

    Raises:
        UsageError: no such kind.
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(f"no kind {kind!r} in the lexicon; there are {', '.join(KINDS)}")
    for entry in lexicon if kind is None else lexicon[kind]:
        if any(match.lower() in text.lower() for text in (entry.id, entry.label, *entry.patterns)):
            yield entry


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        raise UsageError(f"{path}: there is no such lexicon file") from None


@lru_cache(maxsize=16)
def _load(kinds: tuple[str, ...], extra: tuple[tuple[str, int], ...]) -> Lexicon:
    builtin = [path for kind in kinds for path in sorted(HERE.glob(f"{KINDS[kind].file}*.toml"))]
    digest = blake2b(digest_size=8)
    found: dict[tuple[str, str], Entry] = {}
    for path in (*builtin, *(Path(name) for name, _ in extra)):
        data = _bytes(path)
        digest.update(data)
        for entry, replaces in _entries(path, data):
            _put(found, entry, replaces)
    _refuse_shared(found.values())
    return Lexicon({kind: tuple(e for e in found.values() if e.kind == kind) for kind in KINDS}, digest.hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    if len(data) > LARGEST:
        raise RefusedInput(f"{path}: {len(data)} bytes is more than a lexicon may have ({LARGEST}); split it")
    return data


def _put(found: dict[tuple[str, str], Entry], entry: Entry, replaces: bool) -> None:
    key = (entry.kind, entry.id)
    earlier = found.get(key)
    if earlier and not replaces:
        raise _refused(
            entry,
            f"{entry.kind} {entry.id!r} is already in {earlier.file}, line {earlier.line}; "
            "give it another id, or say `replace = true`",
        )
    if replaces and not earlier:
        raise _refused(entry, f"there is no {entry.kind} {entry.id!r} to replace; take `replace` out")
    found[key] = entry


def _refuse_shared(entries: Iterable[Entry]) -> None:
    """Two entries of one kind that are found by the same words would make the result a matter of order."""
    seen: dict[tuple[str, str, tuple[str, ...]], Entry] = {}
    for entry in entries:
        for pattern in () if KINDS[entry.kind].shared else entry.patterns:
            for sequence in unfold(pattern):
                first = seen.setdefault((entry.kind, entry.get("form", ""), sequence), entry)
                if first is not entry:
                    raise _refused(
                        entry,
                        f"the pattern {pattern!r} is already one of {first.kind} {first.id!r} "
                        f"({first.file}, line {first.line}); keep it in one of them",
                    )


def _entries(path: Path, data: bytes) -> Iterator[tuple[Entry, bool]]:
    file = path.name if path.parent == HERE else str(path)
    tables = _parse(file, data)
    lines = _headers(data.decode("utf-8-sig"))
    for kind, rows in tables.items():
        if kind not in KINDS or not isinstance(rows, list):
            line = lines.get((kind, 0), 1)
            raise RefusedInput(f"{file}, line {line}: [[{kind}]] is no kind of entry; there are {', '.join(KINDS)}")
        for number, row in enumerate(rows):
            yield _entry(file, lines.get((kind, number), 1), kind, row)


def _parse(file: str, data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RefusedInput(f"{file}, line {line}: not UTF-8; save the lexicon as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise RefusedInput(f"{file}: not TOML: {error}") from None


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


def _entry(file: str, line: int, kind: str, row: Any) -> tuple[Entry, bool]:
    at = Entry(kind, "", "", (), "", {}, file, line)
    if not isinstance(row, dict):
        raise _refused(at, f"a {kind} must be a table of keys; write [[{kind}]] and its keys below")
    _check_keys(at, row, KINDS[kind])
    for key, value in row.items():
        if isinstance(value, list):
            _check_patterns(at, key, value)
    more = {key: tuple(v) if isinstance(v, list) else v for key, v in row.items() if key not in COMMON}
    entry = Entry(
        kind, row["id"], str(row.get("label") or row["id"]), tuple(row["patterns"]), row["why"], more, file, line
    )
    return entry, bool(row.get("replace", False))


def _check_keys(at: Entry, row: Mapping[str, Any], kind: Kind) -> None:
    allowed = {**COMMON, **kind.optional, **kind.required}
    for key, value in row.items():
        if key not in allowed:
            raise _refused(at, f"unknown key {key!r}; a {at.kind} has {', '.join(sorted(allowed))}")
        if not isinstance(value, allowed[key]) or (allowed[key] is not bool and isinstance(value, bool)):
            raise _refused(at, f"{key!r} must be a {_TYPES[allowed[key]]}")
        if value in ("", []):
            raise _refused(at, f"{key!r} is empty; fill it in or take it out")
    for key in ("id", "patterns", "why", *kind.required):
        if key not in row:
            raise _refused(at, f"a {at.kind} must have {key!r}; add it")


_TYPES = {str: "text", list: "list of texts", bool: "true or false", int: "whole number"}


def _check_patterns(at: Entry, key: str, patterns: Sequence[Any]) -> None:
    for number, pattern in enumerate(patterns):
        if not isinstance(pattern, str):
            raise _refused(at, f"{pattern!r} in {key!r} must be a text")
        if pattern in patterns[:number]:
            raise _refused(at, f"the pattern {pattern!r} stands twice in {key!r}; take one out")
        try:
            unfold(pattern)
        except BadPattern as error:
            raise _refused(at, f"the pattern {pattern!r} in {key!r} {error}") from None


def _refused(entry: Entry, what: str) -> RefusedInput:
    return RefusedInput(f"{entry.file}, line {entry.line}: {what}")
