"""The names that citations go by, of bodies, treaties, titles and goals: all found in one walk over a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from re import Match as Piece
from typing import Any

from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.patterns import PIECE, keys
from cnd_tools.lexicon.trie import Match, Trie

Found = tuple[int, int, Any]
"""What a name says, at characters from the first up to the second."""
MOST_KEPT = 10_000  # texts whose names are remembered
_NO_HEAD = frozenset({"joining", "bare", "time"})  # words of titles that are no head of one


class Names:
    """Names in the texts of one document, each looked up once; who asks says of which kind, see `_named`."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the names of a lexicon."""
        self._trie = _trie(lexicon)
        self._kept: dict[str, dict[str, list[Found]]] = {}

    def of(self, text: str, kind: str) -> list[Found]:
        """Return the names of a kind in a text, in order; of two that overlap the longer one."""
        if text not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[text] = self._read(text)
        return self._kept[text].get(kind, [])

    def _read(self, text: str) -> dict[str, list[Found]]:
        pieces = list(PIECE.finditer(text))
        by_kind: dict[str, list[Match[Any]]] = {}
        for match in self._trie.matches([keys(piece[0]) for piece in pieces]):
            kind, value = match.value
            by_kind.setdefault(kind, []).append(match._replace(value=value))
        return {kind: list(_longest(matches, pieces)) for kind, matches in by_kind.items()}


@lru_cache(maxsize=4)
def _trie(lexicon: Lexicon) -> Trie[tuple[str, Any]]:
    trie: Trie[tuple[str, Any]] = Trie()
    for kind, name, value in _named(lexicon):
        trie.add(name, (kind, value))
    return trie


def _named(lexicon: Lexicon) -> Iterator[tuple[str, str, Any]]:
    """Yield all names with their kinds and what each says.

    A "body" has resolutions, and may be called "short"; one that is "named_after" a treaty or declaration, "Committee
    on the Implementation of the …", cites none.
    """
    for entry in lexicon["series"]:
        yield from (("body", name, entry) for name in entry.patterns)
        yield from (("short", name, name) for name in entry.get("short", ()))
    for entry in lexicon["instrument"]:
        yield from (("instrument", name, entry) for name in entry.patterns)
        yield from (("acronym", name, entry) for name in entry.get("acronyms", ()))
    titles = [entry for entry in lexicon["title"] if entry.get("role") not in _NO_HEAD]
    yield from (("head", head, entry.get("role")) for entry in titles for head in entry.patterns)
    heads = {head for entry in titles for head in entry.patterns}
    for actor in lexicon["actor"]:
        if actor.get("type") in {"un", "organization"}:
            after = (name for name in actor.patterns if not heads.isdisjoint(name.split()))
            yield from (("named_after", name, actor.id) for name in after)
    for entry in lexicon["goalset"]:
        said = (("goal", entry.get("goal", ())), ("target", entry.get("target", ())), ("set", entry.patterns))
        yield from (("goal", name, (entry, what)) for what, names in said for name in names)


def _longest(matches: Iterable[Match[Any]], pieces: Sequence[Piece[str]]) -> Iterator[Found]:
    best: dict[int, tuple[int, Any]] = {}
    for match in matches:
        if match.start not in best or match.end > best[match.start][0]:
            best[match.start] = match.end, match.value
    kept: list[Found] = []
    for start, (end, value) in sorted(best.items(), key=lambda one: one[0]):
        if kept and start < kept[-1][1]:
            if end - start <= kept[-1][1] - kept[-1][0]:
                continue
            kept.pop()
        kept.append((start, end, value))
    yield from ((pieces[start].start(), pieces[end - 1].end(), value) for start, end, value in kept)
