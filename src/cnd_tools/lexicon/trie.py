"""All patterns at once: one walk over a text's keys finds every sequence, however many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from cnd_tools.lexicon.patterns import GAP, unfold
from cnd_tools.lexicon.wildcards import Wildcards

T = TypeVar("T")

LONGEST_GAP = 4  # words; "experiences in treatment and rehabilitation should be shared"
# A gap does not reach over the end of a clause, nor into another: "Demand fell while cannabis …" is no demand for it.
_STOPS = frozenset({".", ";", ":", "!", "?", "=although", "=because", "=unless", "=whereas", "=whether", "=while"})


class Match(NamedTuple, Generic[T]):
    """What was found from piece `start` up to, not including, piece `end`."""

    start: int
    end: int
    value: T


class _Node(Generic[T]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.values: list[T] = []


class Trie(Generic[T]):
    """Values filed under patterns (see `cnd_tools.lexicon.patterns`)."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()
        self._wild = Wildcards()

    def add(self, pattern: str, value: T) -> None:
        """File `value` under a pattern.

        Raises:
            BadPattern: the pattern means nothing.
        """
        for sequence in unfold(pattern):
            node = self._root
            for key in sequence:
                self._wild.add(key)
                node = node.next.setdefault(key, _Node())
            node.values.append(value)

    def matches(self, text: Sequence[tuple[str, ...]]) -> Iterator[Match[T]]:
        """Yield every match in a text given as the keys of its pieces, by start; the same one never twice."""
        text = self._widened(text)
        first = self._root.next.keys()
        for start, keys in enumerate(text):
            if not first.isdisjoint(keys):
                found: dict[tuple[int, T], None] = {}
                self._walk(self._root, text, start, found, set())
                for end, value in found:
                    yield Match(start, end, value)

    def whole(self, text: Sequence[tuple[str, ...]]) -> list[T]:
        """Return the values of the patterns that match all of `text`."""
        found: dict[tuple[int, T], None] = {}
        self._walk(self._root, self._widened(text), 0, found, set())
        return [value for end, value in found if end == len(text)]

    def _widened(self, text: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
        """Return the text's keys, after those of each piece the keys with wildcards that stand for it."""
        if not self._wild:
            return text
        forms = (next((key[1:] for key in keys if key.startswith("=")), "") for keys in text)  # "" where nothing stands
        return [(*keys, *self._wild.of(form)) for keys, form in zip(text, forms, strict=True)]

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
        for key in text[at]:
            following = node.next.get(key)
            if following is not None:
                for value in following.values:
                    found[at + 1, value] = None
                if following.next:
                    self._walk(following, text, at + 1, found, seen)
        gap = node.next.get(GAP)
        if gap is not None:
            for resume in range(at, min(at + LONGEST_GAP + 1, len(text))):
                if (id(gap), resume) not in seen:
                    seen.add((id(gap), resume))
                    self._walk(gap, text, resume, found, seen)
                if _STOPS.intersection(text[resume]):
                    break
