"""The one small language of patterns: words, alternatives, options and gaps; no regular expressions, so always linear.

    member state           each word by its form or its lemma, in any case: "Member States", "MEMBER STATES"
    organized programme    as the United Nations spell it; "organised program" too
    =mules                 the form alone: "mules", not "mule"
    Governments            a capital asks for these capitals, or for capitals throughout, as bulletins print names
    producer|producing     one of these
    the? world             may be left out
    controlling ~ crime    up to four words between, in the same clause
    terror*                any letters in the star's place, in any case: "terror", "terrorists"; not "counterterror"
    wom?n                  one letter there; at a word's end a question mark means that the word may be left out
    money-laundering       a hyphen is a space: "money-laundering", "money laundering"
    people's               an apostrophe is as good curled as straight

A pattern stands for plain sequences of keys; all are filed in one trie, which finds them in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product
from math import prod

GAP = "~"
MOST_SEQUENCES = 256
LONGEST = 20_000  # characters; a choice of 256 long words has some 5,000
MOST_WORDS = 256  # and signs of one of its sequences; the longest name of ours has 25

# Words, the genitive, and signs; hyphens and other apostrophes ("States'", "d'Ivoire") only part words.
PIECE = re.compile(r"['’]s\b|[^\W_]+|[^\w\s'’‘\-\u2010\u2011\u00ad]")

# A word with wildcards: a star anywhere, a question mark between letters; and some letter, since a lone star is a sign.
WILD = re.compile(r"(?<![\w'’*?])(?=[*?]*[^\W_])[^\W_*?]*(?:\*+[^\W_*?]*|(?<=[^\W_])\?(?=[^\W_])[^\W_*?]*)+")
WILD_MARK = "*"  # before the key of a word with wildcards
WILD_SIGNS = frozenset("*?")

# "countries", "crises", "laws"; not "consensus", "access", "crisis".
_PLURALS = ((re.compile(r"(?<=[a-z]{2})ies$"), "y"), (re.compile(r"(?<=[a-z]{2}(?:ch|sh|ss))es$"), ""))
# What others spell otherwise than the United Nations, as whose words are listed: "organise", "a training program".
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:ations?|e[drs]?|ers|ing)$)"), "iz"),
    (re.compile(r"(?<=^program)(?=s?$)"), "me"),
    (re.compile(r"(?<=^cent)er(?=s?$)"), "re"),
    (re.compile(r"(?<=^def)ense(?=s?$)"), "ence"),
    (re.compile(r"(?:(?<=^lab)|(?<=^neighb)|(?<=^behavi))or(?=s?$|[ai])"), "our"),
)
_PLURAL = re.compile(r"(?<=[a-z]{2}[^siu])s$")

Sequence = tuple[str, ...]
Choice = tuple[Sequence, ...]  # ways to fill one place of a pattern


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
    spelled = spelt(lower)
    if spelled != lower:  # "World Health Organisation" is listed with "z"
        found["^" + (spelled.capitalize() if piece[0].isupper() else spelled)] = None
        found |= {spelled: None, _singular(spelled): None, spelt(lemma.lower()) or spelled: None}
    if lemma:
        found[lemma.lower()] = None
    if piece.isupper() and len(piece) > 1:
        found["^" + piece.capitalize()] = None
    return tuple(found)


def spelt(word: str) -> str:
    """Return a word as the United Nations spell it."""
    for spelling, instead in _SPELLINGS:
        if spelling.search(word):
            return spelling.sub(instead, word)
    return word


def _singular(word: str) -> str:
    for ending, instead in _PLURALS:
        if ending.search(word):
            return ending.sub(instead, word)
    return _PLURAL.sub("", word)


@lru_cache(maxsize=1 << 15)  # a pattern is checked, compared with the others and filed: each asks for the same
def choices(pattern: str) -> tuple[Choice, ...]:
    """Return what a pattern asks for, place by place: the ways to fill each, of which () is to leave it out.

    Raises:
        BadPattern: nothing in it, only options, a gap at an end, a lone sign of the language, or too much of all that.
    """
    if len(pattern) > LONGEST:
        raise BadPattern(f"has {len(pattern)} characters, at most {LONGEST} are allowed; split it")
    words = pattern.split()
    if 0 < len(words) <= MOST_WORDS and "".join(words).isalpha():  # most of them: there is no sign in it
        return tuple(map(_choices, words))
    found = tuple(map(_choices, words))
    count = prod(map(len, found))
    if count > MOST_SEQUENCES:
        many = count if count < 10**9 else "endless"
        raise BadPattern(f"stands for {many} sequences, at most {MOST_SEQUENCES} are allowed; split it")
    if sum(max(map(len, choice)) for choice in found) > MOST_WORDS:
        raise BadPattern(f"has more than {MOST_WORDS} words after one another; split it")
    if all(() in choice for choice in found):
        raise BadPattern("is empty or may be; one word at least must not be optional")
    if _may_begin(GAP, found, 0) or _may_begin(GAP, found[::-1], -1):
        raise BadPattern(f"begins or ends with a gap ({GAP}); a gap stands between two words")
    return found


def _may_begin(key: str, found: tuple[Choice, ...], side: int) -> bool:
    """Return whether a key may stand first, or last if `side` is -1 and the choices are given from the last."""
    for choice in found:
        if any(way and way[side] == key for way in choice):
            return True
        if () not in choice:
            break
    return False


def first_keys(pattern: str) -> Iterator[str]:
    """Yield the keys that the sequences of a pattern may begin with, each once."""
    found: dict[str, None] = {}
    for word in pattern.split():
        choice = _choices(word)
        found.update((way[0], None) for way in choice if way)
        if () not in choice:
            break
    return iter(found)


def unfold(pattern: str) -> tuple[Sequence, ...]:
    """Return the sequences of keys (see `keys`) that a pattern stands for, without repeats, in order.

    Raises:
        BadPattern: as `choices`.
    """
    return tuple(dict.fromkeys(sum(way, ()) for way in product(*choices(pattern))))


def word_count(pattern: str, cost: Callable[[str], int]) -> int:
    """Return how many words all sequences of a pattern have together, each counted as what it costs.

    Raises:
        BadPattern: as `choices`.
    """
    found = choices(pattern)
    count = prod(map(len, found))
    return sum(sum(map(cost, way)) * count // len(choice) for choice in found for way in choice)


def begins_wild(key: str) -> bool:
    """Return whether a key of a pattern is a word that begins with a wildcard: no letter says where to look it up."""
    return len(key) > 1 and key[0] == WILD_MARK and key[1] in WILD_SIGNS


def _choices(word: str) -> Choice:
    if word == GAP:
        return ((GAP,),)
    if word.isalpha():
        return ((_key(word, exact=False),),)
    optional = len(word) > 1 and word.endswith("?")
    ways = tuple(_word(one) for one in word.removesuffix("?").split("|"))
    if not all(ways):
        raise BadPattern(f"has {word!r}, in which there is no word")
    return (*ways, ()) if optional else ways


def _word(word: str) -> Sequence:
    exact = word.startswith("=") and len(word) > 1
    word = word.removeprefix("=") if exact else word
    if word.isalpha():  # most of them
        return (_key(word, exact=exact),)
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
