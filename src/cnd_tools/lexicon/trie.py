"""All patterns at once: one walk over a text's keys finds every sequence, however many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from threading import Lock
from typing import Generic, NamedTuple, TypeVar

from cnd_tools.lexicon.patterns import GAP, WILD_SIGNS, Choice, choices, first_keys
from cnd_tools.lexicon.wildcards import Wildcards

T = TypeVar("T")
Ahead = tuple[Choice, ...]  # the places of a pattern that are still to be filled

_GROWING = Lock()  # several threads may read texts with one lexicon: none is to see a node half laid out
MOST_KEPT = 20_000  # pieces whose beginnings are remembered
LONGEST_GAP = 4  # words; "experiences in treatment and rehabilitation should be shared"
# A gap does not reach over the end of a clause, nor into another: "Demand fell while cannabis …" is no demand for it.
_STOPS = frozenset({".", ";", ":", "!", "?", "=although", "=because", "=unless", "=whereas", "=whether", "=while"})


class Match(NamedTuple, Generic[T]):
    """What was found from piece `start` up to, not including, piece `end`."""

    start: int
    end: int
    value: T


class _Node(Generic[T]):
    """Where one has come to in the patterns.

    What goes on from there is laid out when somebody comes by for the first time: of all the ways that patterns stand
    for, a text goes a few hundredths.
    """

    __slots__ = ("_ahead", "_next", "values")

    def __init__(self) -> None:
        self.values: list[T] = []
        self._next: dict[str, _Node[T]] = {}
        self._ahead: list[tuple[Ahead, T]] = []

    def file(self, ahead: Ahead, value: T) -> None:
        """File a value under what is still ahead of a pattern here."""
        if all(() in choice for choice in ahead):
            self.values.append(value)
        if ahead:
            self._ahead.append((ahead, value))

    @property
    def next(self) -> dict[str, _Node[T]]:
        """The nodes that follow, by their keys."""
        if self._ahead:
            with _GROWING:
                for ahead, value in self._ahead:
                    for key, beyond in _steps(ahead):
                        if key not in self._next:
                            self._next[key] = _Node()
                        self._next[key].file(beyond, value)
                self._ahead = []  # not before all is there
        return self._next


def _steps(ahead: Ahead) -> Iterator[tuple[str, Ahead]]:
    """Yield each key that may come next in a pattern, with what is ahead after it."""
    for at, choice in enumerate(ahead, start=1):
        for way in choice:
            if way:
                yield way[0], (((way[1:],), *ahead[at:]) if len(way) > 1 else ahead[at:])
        if () not in choice:
            break


class _Begun(NamedTuple, Generic[T]):
    """What a piece begins: the nodes, their values, and the keys of which the next piece must have one to go on.

    `onward` is None where a gap may follow: what goes on is then not told by the next piece.
    """

    nodes: tuple[_Node[T], ...]
    values: tuple[T, ...]
    onward: AbstractSet[str] | None


class _Firsts(dict[str, _Node[T]]):
    """The nodes of the keys that patterns begin with; a pattern is not read before one of them stands in a text."""

    def __init__(self) -> None:
        super().__init__()
        self._unread: dict[str, list[tuple[str, T]]] = {}

    def file(self, pattern: str, value: T) -> None:
        """File a value under a pattern."""
        for key in first_keys(pattern):
            self._unread.setdefault(key, []).append((pattern, value))

    def of(self, keys: Sequence[str]) -> tuple[_Node[T], ...]:
        """Return the nodes of some keys, of those that begin a pattern."""
        for key in keys:
            if key in self._unread:
                with _GROWING:
                    self._read(key)
        return tuple(self[key] for key in keys if key in self)

    def _read(self, key: str) -> None:
        for pattern, value in self._unread.get(key, ()):
            for first, beyond in _steps(choices(pattern)):
                if first == key:
                    self.setdefault(key, _Node()).file(beyond, value)
        self._unread.pop(key, None)  # not before all is there


class _Beginnings(dict[tuple[str, ...], _Begun[T] | None]):
    """What pieces begin, by their keys, None where nothing; the same pieces stand in every text."""

    def __init__(self, firsts: _Firsts[T]) -> None:
        super().__init__()
        self._firsts = firsts

    def __missing__(self, keys: tuple[str, ...]) -> _Begun[T] | None:
        if len(self) >= MOST_KEPT:
            self.clear()
        nodes = self._firsts.of(keys)
        onward: AbstractSet[str] | None = frozenset(key for node in nodes for key in node.next)
        if any(GAP in node.next for node in nodes):
            onward = None
        elif len(nodes) == 1:
            onward = nodes[0].next.keys()  # no copy
        values = tuple(dict.fromkeys(value for node in nodes for value in node.values))
        return self.setdefault(keys, _Begun(nodes, values, onward) if nodes else None)


class Trie(Generic[T]):
    """Values filed under patterns (see `cnd_tools.lexicon.patterns`)."""

    def __init__(self) -> None:
        self._firsts: _Firsts[T] = _Firsts()
        self._wild = Wildcards()
        self._begun = _Beginnings(self._firsts)

    def add(self, pattern: str, value: T) -> None:
        """File `value` under a pattern, one that `patterns.choices` takes: a lexicon holds its patterns to that."""
        self._begun.clear()
        if not WILD_SIGNS.isdisjoint(pattern):
            for key in (key for choice in choices(pattern) for way in choice for key in way):
                self._wild.add(key)
        self._firsts.file(pattern, value)

    def matches(self, text: Sequence[tuple[str, ...]]) -> Iterator[Match[T]]:
        """Yield every match in a text given as the keys of its pieces, by start; the same one never twice."""
        text = self._widened(text)
        begins = list(map(self._begun.__getitem__, text))
        for start, (begun, after) in enumerate(zip(begins, (*text[1:], ()), strict=False)):
            if begun is None:
                continue
            nodes, values, onward = begun
            if onward is not None and onward.isdisjoint(after):  # most of what may begin something does not go on
                for value in values:
                    yield Match(start, start + 1, value)
                continue
            found: dict[tuple[int, T], None] = {}
            seen: set[tuple[int, int]] = set()
            for node in nodes:
                if node.values or GAP in node.next or not node.next.keys().isdisjoint(after):
                    self._enter(node, text, start + 1, found, seen)
            for end, value in found:
                yield Match(start, end, value)

    def whole(self, text: Sequence[tuple[str, ...]]) -> list[T]:
        """Return the values of the patterns that match all of `text`."""
        found: dict[tuple[int, T], None] = {}
        text = self._widened(text)
        for node in self._firsts.of(text[0] if text else ()):
            self._enter(node, text, 1, found, set())
        return [value for end, value in found if end == len(text)]

    def _widened(self, text: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
        """Return the text's keys, after those of each piece the keys with wildcards that stand for it."""
        if not self._wild:
            return text
        forms = (next((key[1:] for key in keys if key.startswith("=")), "") for keys in text)  # "" where nothing stands
        return [(*keys, *self._wild.of(form)) for keys, form in zip(text, forms, strict=True)]

    def _enter(
        self,
        node: _Node[T],
        text: Sequence[tuple[str, ...]],
        at: int,
        found: dict[tuple[int, T], None],
        seen: set[tuple[int, int]],
    ) -> None:
        """Put under `found` the values of the patterns that end at `node`, before piece `at`, and go on from there."""
        for value in node.values:
            found[at, value] = None
        if node.next:
            self._walk(node, text, at, found, seen)

    def _walk(
        self,
        node: _Node[T],
        text: Sequence[tuple[str, ...]],
        at: int,
        found: dict[tuple[int, T], None],
        seen: set[tuple[int, int]],
    ) -> None:
        """Put under `found` where every pattern ends that goes on from `node` at piece `at`, with its value.

        What follows a gap is looked at once a piece (`seen`): by all ways to get there, ten gaps would be millions.
        """
        if at == len(text):
            return
        nexts = node.next
        if not nexts.keys().isdisjoint(text[at]):  # most ways end here
            for key in text[at]:
                if key in nexts:
                    self._enter(nexts[key], text, at + 1, found, seen)
        gap = nexts.get(GAP)
        if gap is not None:
            goes_on = gap.next.keys()
            for resume in range(at, min(at + LONGEST_GAP + 1, len(text))):
                likely = GAP in goes_on or not goes_on.isdisjoint(text[resume])
                if likely and (id(gap), resume) not in seen:
                    seen.add((id(gap), resume))
                    self._walk(gap, text, resume, found, seen)
                if not _STOPS.isdisjoint(text[resume]):
                    break
