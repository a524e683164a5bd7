"""Themes: what a point speaks of, by words enough alone, and by weaker ones in each other's company."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span

from cnd_tools.extracting.actors.conjoined_names import joints, parts
from cnd_tools.extracting.actors.gazetteer import Named, Read, read_names
from cnd_tools.extracting.actors.tokens import Pieces
from cnd_tools.extracting.grammar.columns import text_of
from cnd_tools.extracting.grammar.tree import characters
from cnd_tools.lexicon import Entry, Lexicon, load
from cnd_tools.lexicon.patterns import GAP
from cnd_tools.lexicon.trie import Match, Trie
from cnd_tools.records import Theme

# Types of actors whose capitalised names lend their words to no theme: "Office on Drugs and Crime".
_NAMES = frozenset({"un", "groups", "organization", "person"})
_STRONG = 2
_LONG, _VERY_LONG = 100, 130  # words and signs of a point
_LONGEST_TITLE = 60
_NEAR = 40  # words and signs between a weak sign and its company
_QUOTES = (["“"], ['"'])
_QUOTE_ENDS = frozenset({"”", '"'})
_SENTENCE_ENDS = frozenset({".", ";", "!", "?"})
_WEIGHTS = {"patterns": _STRONG, "names": _STRONG, "weak": 1, "company": 1}


class Sign(NamedTuple):
    """A pattern's part in a theme: `key` is the list it stands in, `gapped` whether it has a gap."""

    theme: Entry
    key: str
    pattern: str
    gapped: bool


@lru_cache(maxsize=4)
def _trie(lexicon: Lexicon) -> Trie[Sign]:
    trie: Trie[Sign] = Trie()
    for entry in lexicon["theme"]:
        for key in ("patterns", "names", "weak", "company", "unless", "not_with", "always"):
            for pattern in entry.patterns if key == "patterns" else entry.get(key, ()):
                trie.add(pattern, Sign(entry, key, pattern, GAP in pattern.split()))
    return trie


def themes(doc: Doc | Span, *, lexicon: Lexicon | None = None, names: Read | None = None) -> Iterator[Theme]:
    """Yield one row for each theme a point speaks of, in the lexicon's order.

    Args:
        doc: the text of one point, or a stretch of a Doc that is one; lemmas help, nothing else is used.
        lexicon: the words to go by; the built-in ones where None.
        names: what `read_names` gave for the Doc, where somebody asked already.

    Yields:
        Themes with offsets into the Doc's text and no document or point.
    """
    lexicon = lexicon or load()
    whole = doc.doc if isinstance(doc, Span) else doc
    pieces, heads, named = names or read_names(doc, lexicon)
    hidden = _hidden(pieces, named) | set(_titled(pieces, heads))
    matches = list(_trie(lexicon).matches(pieces.keys))
    sentences = _sentences(pieces)
    by_theme: dict[str, list[Match[Sign]]] = {}
    for match in matches + _coordinated(pieces, matches, heads, _trie(lexicon)):
        by_theme.setdefault(match.value.theme.id, []).append(match)
    for entry in lexicon["theme"]:
        hits = entry.id in by_theme and _hits(by_theme[entry.id], hidden, sentences)
        if hits and not _in_passing(entry, hits, by_theme[entry.id], len(pieces.texts)):
            yield _row(whole, pieces, entry, hits)


def _hidden(pieces: Pieces, names: Sequence[Named]) -> set[int]:
    """Return the pieces inside proper names and titles."""
    return {
        piece
        for name in names
        if (name.known is None or name.known.type in _NAMES) and pieces.capitals[name.start]
        for piece in range(name.start, name.end)
    }


def _titled(pieces: Pieces, heads: Sequence[Match[str]]) -> Iterator[int]:
    """Yield the pieces of quoted titles of agenda items: "under the item entitled “Oceans”" is on procedure."""
    for head in heads:
        if head.value == "titled" and pieces.texts[head.end : head.end + 1] in _QUOTES:
            for piece in range(head.end + 1, min(head.end + _LONGEST_TITLE, len(pieces.texts))):
                if pieces.texts[piece] in _QUOTE_ENDS:
                    break
                yield piece


def _coordinated(
    pieces: Pieces, matches: Sequence[Match[Sign]], heads: Sequence[Match[str]], trie: Trie[Sign]
) -> list[Match[Sign]]:
    """Return what shares a word with a match: "regional" of cooperation in "regional and international cooperation"."""
    barred = _barred(matches)
    # What is an exception for the first is one for the rest: "diversion to the manufacture of heroin, cocaine and …".
    strong = [(match.start, match.end) for match in matches if match.value.key == "patterns" and not barred(match)]
    found = parts(pieces, list(dict.fromkeys(strong)), trie, joints(heads))
    return [Match(part.start, part.end, part.value) for part in found if part.value.key == "patterns"]


def _sentences(pieces: Pieces) -> list[int]:
    """Return for each piece the number of its sentence."""
    return list(accumulate((text in _SENTENCE_ENDS for text in pieces.texts), initial=0))


def _hits(matches: Sequence[Match[Sign]], hidden: set[int], sentences: Sequence[int]) -> list[tuple[int, int]]:
    """Return where a theme's words stand, if together they are enough; overlapping ones once."""
    barred = _barred(matches)
    # Some words make all of their sentence passing: who attended a meeting is no subject of it.
    passing = {sentences[match.start] for match in matches if match.value.key == "not_with"}
    signs = [match for match in matches if match.value.key in _WEIGHTS and sentences[match.start] not in passing]
    free = [match for match in signs if not barred(match) and _open(match, hidden)]
    taken: set[int] = set()
    kept: list[Match[Sign]] = []
    for match in sorted(_nearest(free), key=lambda match: (-_WEIGHTS[match.value.key], match.start - match.end)):
        own = set(range(match.start, match.end))
        if own.isdisjoint(taken):
            taken |= own
            kept.append(match)
    hits = sorted((match.start, match.end) for match in kept if match.value.key != "company")
    return hits if _enough(kept) else []


def _in_passing(theme: Entry, hits: Sequence[tuple[int, int]], matches: Iterable[Match[Sign]], size: int) -> bool:
    """Whether a general theme is named but once: in the last third of a long point, or anywhere in a very long one.

    Some words are never there in passing: who says "technical assistance" speaks of it, who says "support" may not.
    """
    last_third = size >= _LONG and hits[0][0] >= size * 2 / 3
    passing = (theme.get("common") and last_third) or (theme.get("passing") and size >= _VERY_LONG)
    if len(hits) > 1 or not passing:
        return False
    start, end = hits[0]
    return not any(match.value.key == "always" and start <= match.start < end for match in matches)


def _barred(matches: Iterable[Match[Sign]]) -> Callable[[Match[Sign]], bool]:
    """Return whether an exception takes a match away, by a word of both: "prevention programme" after "crime"."""
    pieces = {
        (match.value.theme.id, piece)
        for match in matches
        if match.value.key == "unless"
        for piece in range(match.start, match.end)
    }
    return lambda match: any((match.value.theme.id, piece) in pieces for piece in range(match.start, match.end))


def _open(match: Match[Sign], hidden: set[int]) -> bool:
    """Whether a match is outside all names, or may be inside."""
    return match.value.key == "names" or hidden.isdisjoint(range(match.start, match.end))


def _nearest(matches: Iterable[Match[Sign]]) -> Iterable[Match[Sign]]:
    """Keep one end of each gap, the nearest: of "demand for heroin fell while cannabis" only "demand for heroin"."""
    nearest: dict[tuple[int, Sign], Match[Sign]] = {}
    for match in sorted(matches, key=lambda match: match.end):
        if match.value.gapped:
            nearest.setdefault((match.start, match.value), match)
        else:
            nearest[match.start, match.value] = match
    return nearest.values()


def _enough(matches: Iterable[Match[Sign]]) -> bool:
    """Whether one sign is strong, or a weak one stands near another weak one or near company."""
    signs = sorted(matches, key=lambda match: match.start)
    strong = any(_WEIGHTS[sign.value.key] == _STRONG for sign in signs)
    return strong or any(_support(*pair) for pair in pairwise(signs))


def _support(one: Match[Sign], other: Match[Sign]) -> bool:
    """Whether two neighbours that are weak alone are enough together; what stands far off speaks of something else."""
    keys = {one.value.key, other.value.key}
    told_apart = keys == {"weak", "company"} or one.value.pattern != other.value.pattern
    return "weak" in keys and told_apart and other.start - one.end <= _NEAR


def _row(doc: Doc, pieces: Pieces, entry: Entry, hits: Sequence[tuple[int, int]]) -> Theme:
    spans = [characters(doc, *pieces.span(start, end)) for start, end in hits]
    text = text_of(doc)
    return Theme(
        document="",
        point="",
        theme=entry.id,
        title=entry.label,
        pillar=entry.get("pillar"),
        hits=len(spans),
        evidence="; ".join(dict.fromkeys(text[start:end] for start, end in spans)),
        start=spans[0][0],
        end=spans[0][1],
    )
