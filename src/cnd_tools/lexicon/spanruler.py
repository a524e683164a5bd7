"""Actors and themes as patterns of spaCy's SpanRuler (.jsonl), for pipelines that are to know the words without us.

A word stands for its forms by the regular endings of English and by what the lexicon knows of irregular ones, so that
no lemmatizer is needed; hyphens may stand between words, and a gap is four words without a sign. What a theme's `weak`,
`company`, `unless` and `names` do, no pattern can say: they are not in the file, nor is what an actor's role is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from cnd_tools.lexicon.entries import Entry, Lexicon
from cnd_tools.lexicon.patterns import GAP, unfold

KINDS = ("actor", "theme")
HYPHEN = {"ORTH": {"IN": ["-", "\u2010", "\u2011"]}, "OP": "?"}
LONGEST_GAP = 4  # words, as in `cnd_tools.lexicon.trie`
Spelled = tuple[str, frozenset[str]]  # an attribute of a token, and the values it may have


def write_patterns(lexicon: Lexicon, out: TextIO, *, kinds: Iterable[str] = KINDS) -> int:
    """Write the patterns, one a line: `label` is the kind of entry, `id` the entry's; return how many there are."""
    irregular = {entry.id: entry.patterns for entry in lexicon["inflection"]}
    count = 0
    for kind in kinds:
        for entry in lexicon[kind]:
            for pattern in patterns(entry, irregular):
                out.write(json.dumps({"label": kind, "pattern": pattern, "id": entry.id}, ensure_ascii=False) + "\n")
                count += 1
    return count


def patterns(entry: Entry, irregular: Mapping[str, Iterable[str]]) -> Iterator[list[dict[str, Any]]]:
    """Yield an entry's patterns, each a list of tokens.

    Args:
        entry: an actor or a theme.
        irregular: words with the forms that no ending makes.
    """
    spelled = (
        tuple(_spelled(key, irregular) for key in sequence) for one in entry.patterns for sequence in unfold(one)
    )
    for sequence in _joined(dict.fromkeys(spelled)):
        yield [token for place, one in enumerate(sequence) for token in _tokens(one, sequence[:place])]


def _spelled(key: str, irregular: Mapping[str, Iterable[str]]) -> Spelled:
    """Return what a token must be for one key of a pattern (`cnd_tools.lexicon.patterns`)."""
    if key == GAP:
        return GAP, frozenset()
    if key.startswith("^"):
        return "ORTH", frozenset({key[1:], key[1:].upper()})
    if len(key) > 1 and key.startswith("*"):  # a word with wildcards
        return "WILD", frozenset({key[1:]})
    if key.startswith("="):
        return "LOWER", frozenset(_apostrophes(key[1:]))
    return "LOWER", frozenset(_forms(key)).union(*map(_forms, irregular.get(key, ())), _apostrophes(key))


def _apostrophes(word: str) -> set[str]:
    return {word, word.replace("'", "’")}


def _forms(word: str) -> set[str]:
    """Return a word with the regular endings of nouns and verbs; what is no word of English is never met."""
    if not re.fullmatch("[a-z]{3,}", word):
        return {word}
    stem = word[:-1]
    found = {word, word + "s", word + "es", word + "ed", word + "ing"}
    if word.endswith("e"):
        found |= {word + "d", stem + "ing"}
    if word.endswith("y"):
        found |= {stem + "ies", stem + "ied"}
    if re.search("[^aeiou][aeiou][bdglmnprt]$", word):
        found |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return found


def _joined(sequences: Iterable[tuple[Spelled, ...]]) -> list[tuple[Spelled, ...]]:
    """Return the sequences with those as one that differ in a single place: "drug abuse" and "drug use"."""
    found = list(sequences)
    for place in reversed(range(max(map(len, found), default=0))):
        groups: dict[tuple[Any, ...], frozenset[str]] = {}
        for one in found:
            whole = (*one[:place], (one[place][0], None), *one[place + 1 :]) if place < len(one) else one
            groups[whole] = groups.get(whole, frozenset()) | (one[place][1] if place < len(one) else frozenset())
        found = [
            (*whole[:place], (whole[place][0], values), *whole[place + 1 :]) if place < len(whole) else whole
            for whole, values in groups.items()
        ]
    return found


def _tokens(one: Spelled, before: tuple[Spelled, ...]) -> Iterator[dict[str, Any]]:
    attribute, values = one
    if attribute == GAP:
        yield from [{"IS_PUNCT": False, "OP": "?"}] * LONGEST_GAP
        return
    if before and before[-1][0] != GAP:
        yield HYPHEN
    if attribute == "WILD":
        ways = (re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w") for word in sorted(values))
        yield {"LOWER": {"REGEX": f"^(?:{'|'.join(ways)})$"}}
        return
    (only, *more) = sorted(values)
    yield {attribute: {"IN": [only, *more]} if more else only}
