"""The one small language of patterns: words, alternatives, options and gaps; no regular expressions, so always linear.

    member state           each word by its form or its lemma, in any case: "Member States", "MEMBER STATES"
    =mules                 the form alone: "mules", not "mule"
    Governments            a capital asks for these capitals, or for capitals throughout, as bulletins print names
    producer|producing     one of these
    the? world             may be left out
    controlling ~ crime    up to four words between, in the same clause
    terror*                any letters in the star's place, in any case: "terror", "terrorists"; not "counterterror"
    wom?n                  one letter there; at a word's end a question mark means that the word may be left out
    money-laundering       a hyphen is a space: "money-laundering", "money laundering"
    people's               an apostrophe is as good curled as straight

A pattern is unfolded into plain sequences of keys when it is loaded, so that one trie finds all of them in one pass.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

GAP = "~"
MOST_SEQUENCES = 256
LONGEST = 20_000  # characters; a choice of 256 long words has some 5,000
MOST_WORDS = 256  # and signs of one of its sequences; the longest name of ours has 25

# Words, the genitive, and signs; hyphens and other apostrophes ("States'", "d'Ivoire") only part words.
PIECE = re.compile(r"['’]s\b|[^\W_]+|[^\w\s'’‘\-\u2010\u2011\u00ad]")

# A word with wildcards: a star anywhere, a question mark between letters; and some letter, since a lone star is a sign.
WILD = re.compile(r"(?<![\w'’*?])(?=[*?]*[^\W_])[^\W_*?]*(?:\*+[^\W_*?]*|(?<=[^\W_])\?(?=[^\W_])[^\W_*?]*)+")
WILD_MARK = "*"  # before the key of a word with wildcards

# "countries", "crises", "laws"; not "consensus", "access", "crisis".
_PLURALS = ((re.compile(r"(?<=[a-z]{2})ies$"), "y"), (re.compile(r"(?<=[a-z]{2}(?:ch|sh|ss))es$"), ""))
_BRITISH = re.compile(r"(?<=[a-z]{2})is(?=(?:ations?|ed)$)")
_PLURAL = re.compile(r"(?<=[a-z]{2}[^siu])s$")

Sequence = tuple[str, ...]


class BadPattern(ValueError):  # noqa: N818  (a pattern that means nothing; the loader adds file and line)
    """A pattern that means nothing."""


def pieces(text: str) -> list[str]:
    """Return the words and signs of `text` as patterns and documents alike are cut.

    >>> pieces("Lao People’s money-laundering, G-77/China")
    ['Lao', 'People', '’s', 'money', 'laundering', ',', 'G', '77', '/', 'China']
    """
    return PIECE.findall(text)


@lru_cache(maxsize=1 << 16)
def keys(piece: str, lemma: str = "") -> Sequence:
    """Return all keys under which a piece of a document may stand in a pattern.

    Args:
        piece: the words as printed.
        lemma: its lemma, or "" where nobody has found it; the plain plural is undone either way.
    """
    lower = "'s" if piece == "’s" else piece.lower()
    # What asks for more comes first, so that of two names of one length it is found first: "Parties" before "parties".
    found = {"^" + piece: None, "=" + lower: None, lower: None, _singular(lower): None}
    if _BRITISH.search(lower):  # "World Health Organisation", "marginalised" are listed with "z"
        found["^" + _BRITISH.sub("iz", piece)] = None
        found[_BRITISH.sub("iz", _singular(lower))] = None
    if lemma:
        found[lemma.lower()] = None
    if piece.isupper() and len(piece) > 1:
        found["^" + piece.capitalize()] = None
    return tuple(found)


def _singular(word: str) -> str:
    for ending, instead in _PLURALS:
        if ending.search(word):
            return ending.sub(instead, word)
    return _PLURAL.sub("", word)


@lru_cache(maxsize=1 << 15)  # a pattern is checked, compared with the others and filed: each asks for the same
def unfold(pattern: str) -> tuple[Sequence, ...]:
    """Return the sequences of keys (see `keys`) that a pattern stands for, without repeats, in order.

    Raises:
        BadPattern: nothing in it, only options, a gap at an end, a lone sign of the language, or too much of all that.
    """
    if len(pattern) > LONGEST:
        raise BadPattern(f"has {len(pattern)} characters, at most {LONGEST} are allowed; split it")
    words = pattern.split()
    if len(words) <= MOST_WORDS and "".join(words).isalpha():
        return (tuple(_key(word, exact=False) for word in words),)  # most of them: there is no sign in it
    choices = [choice for word in words for choice in _choices(word)]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > MOST_SEQUENCES:
        many = count if count < 10**9 else "endless"
        raise BadPattern(f"stands for {many} sequences, at most {MOST_SEQUENCES} are allowed; split it")
    if sum(max(map(len, choice)) for choice in choices) > MOST_WORDS:
        raise BadPattern(f"has more than {MOST_WORDS} words after one another; split it")
    unfolded = tuple(dict.fromkeys(sum(way, ()) for way in product(*choices)))
    for sequence in unfolded:
        if not sequence:
            raise BadPattern("is empty or may be; one word at least must not be optional")
        if GAP in (sequence[0], sequence[-1]):
            raise BadPattern(f"begins or ends with a gap ({GAP}); a gap stands between two words")
    return unfolded


def begins_wild(key: str) -> bool:
    """Return whether a key of a pattern is a word that begins with a wildcard: no letter says where to look it up."""
    return len(key) > 1 and key[0] == WILD_MARK and key[1] in "*?"


def _choices(word: str) -> list[list[Sequence]]:
    if word == GAP:
        return [[(GAP,)]]
    optional = len(word) > 1 and word.endswith("?")
    ways = [_word(one) for one in word.removesuffix("?").split("|")]
    if not all(ways):
        raise BadPattern(f"has {word!r}, in which there is no word")
    return [[*ways, ()]] if optional else [ways]


def _word(word: str) -> Sequence:
    exact = word.startswith("=") and len(word) > 1
    word = word.removeprefix("=") if exact else word
    found: list[str] = []
    at = 0
    for wild in WILD.finditer(word):
        found += [_key(piece, exact=exact) for piece in pieces(word[at : wild.start()])]
        found.append(WILD_MARK + wild[0].lower())
        at = wild.end()
    return (*found, *(_key(piece, exact=exact) for piece in pieces(word[at:])))


def _key(piece: str, *, exact: bool) -> str:
    lower = "'s" if piece == "’s" else piece.lower()
    if exact:
        return "=" + lower
    return "^" + piece if piece != piece.lower() else lower
