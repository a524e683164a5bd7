"""Words of a text as comparing counts them: cut, told from stop words, and brought to one form."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, NamedTuple

from cnd_tools.lexicon import load

# A word with its hyphens and apostrophes ("money-laundering", "States'"), or the sign at which a term ends.
_PIECE = re.compile(r"[^\W_]+(?:[-‐‑'’.][^\W_]+)*|[^\w\s]")
_PART = re.compile(r"[^\W_]+")
# McNamee, P., Nicholas, C. and Mayfield, J. (2008), "Don't have a stemmer? Be un+concern+ed", SIGIR 2008:813-814:
# for likeness of texts, the first five letters do about as well as a stemmer, and need no rules for any language.
_PREFIX = 5


class Word(NamedTuple):
    """A word as printed, and the form it is counted under; a sign has no `key`."""

    text: str
    key: str | None


def words(text: str) -> Iterator[Word]:
    """Yield words and signs in order; a word's key is its lower case, apostrophes straight, hyphens plain."""
    for found in _PIECE.findall(text):
        key = found.casefold().replace("’", "'").replace("‐", "-").replace("‑", "-")
        yield Word(found, key if found[0].isalnum() else None)


def stems(text: str) -> list[str]:
    """Return the stems of the content words, in order; "drug-trafficking" gives two.

    >>> stems("The laundering of money was condemned; money-laundering remains a threat.")
    ['laund', 'money', 'conde', 'money', 'laund', 'threa']
    """
    return [stem(part) for part in _PART.findall(text) if not is_stop(part.casefold())]


def terms_of(text: str) -> Counter[str]:
    """Return how often each stem stands in a text, and every two that are neighbours once stop words are out.

    Pairs of neighbours tell a taken-over phrase from words that two paragraphs on one subject share anyway.
    """
    found = stems(text)
    return Counter(found) + Counter(f"{one} {other}" for one, other in pairwise(found))


def stem(word: str) -> str:
    """Return what stands for all forms of a word where texts are likened."""
    lower = word.casefold()
    return inflections().get(lower, lower)[:_PREFIX]


def plain_words(text: str) -> list[str]:
    """Return the words of a text in order, whatever their case, quotes and punctuation."""
    return _PART.findall(text.casefold())


@cache
def lists() -> Mapping[str, Mapping[str, Any]]:
    """Return the tables of `lexicon/wording.toml`."""
    return tomllib.loads(files("cnd_tools.lexicon").joinpath("wording.toml").read_text("utf-8"))


def is_stop(key: str) -> bool:
    """Return whether a word is in the list of stop words, or is a bare number."""
    return key in _stopwords() or key.isdigit()


@lru_cache(maxsize=1)
def _stopwords() -> frozenset[str]:
    return frozenset(pattern for entry in load(kinds={"stopword"})["stopword"] for pattern in entry.patterns)


@lru_cache(maxsize=1)
def inflections() -> dict[str, str]:
    """Return irregular forms with the word each is a form of."""
    return {form: entry.id for entry in load(kinds={"inflection"})["inflection"] for form in entry.patterns}
