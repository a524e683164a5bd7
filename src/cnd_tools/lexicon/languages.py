"""Whether a text looks English: the lexicon is, and so is the model, and of other languages they find nothing.

By the share of function words, which are a quarter to a half of running text in most languages; by letters where the
script is another. A short text, a list of names and one with a few foreign titles say nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import NamedTuple

LOOKED_AT = 4_000  # words of a text
_FEWEST = 8  # words: fewer are a title or a name
_FEWEST_LETTERS = 20  # of another script
_FOUND, _SHARE = 4, 0.1  # function words of another language, and of all words: what running text has at the least
_RUNNING, _LOWER, _ENGLISH = (
    100,
    0.6,
    0.02,
)  # words, those in lower case, English function words: of no language we know
_WORD = re.compile(r"[^\W\d_]+")


class _Known(NamedTuple):
    english: frozenset[str]
    particles: frozenset[str]
    languages: dict[str, list[str]]  # word to the languages it is of
    scripts: dict[str, tuple[int, int]]


@cache
def _known() -> _Known:
    said = tomllib.loads(files("cnd_tools.lexicon").joinpath("languages.toml").read_text("utf-8"))
    english = frozenset(said["english"].split())
    languages: dict[str, list[str]] = {}
    for name, about in said["languages"].items():
        for word in set(about["words"].split()) - english:
            languages.setdefault(word, []).append(name)
    scripts = {name: (first, last) for name, (first, last) in said["scripts"].items()}
    return _Known(english, frozenset(said["particles"].split()), languages, scripts)


def other_language(texts: Iterable[str]) -> str | None:
    """Return what language running text looks to be in if that is not English, "" for one that is not known.

    Args:
        texts: the points of a text, in order; the first few thousand words are looked at.

    Returns:
        The language's or the script's English name, "" for another one, None for English and where nothing is sure.
    """
    words = list(islice((word for text in texts for word in _WORD.findall(text)), LOOKED_AT))
    if script := _script(words):
        return script
    if len(words) < _FEWEST:
        return None
    known = _known()
    english = sum(word.lower() in known.english for word in words)
    found = Counter(name for word in _function_words(words) for name in known.languages.get(word, ()))
    likeliest = max(found, key=lambda name: found[name], default="")
    least = max(2 * english + 1, _FOUND, _SHARE * len(words))
    if found[likeliest] >= least:
        return likeliest
    lower = sum(word[0].islower() for word in words)
    running = len(words) >= _RUNNING and lower >= _LOWER * len(words)
    return "" if running and english < _ENGLISH * len(words) else None


def _function_words(words: list[str]) -> Iterable[str]:
    """Yield words in lower case, those that stand in names too only where no name follows."""
    known = _known()
    for word, after in zip(words, [*words[1:], "A"], strict=True):
        if word.lower() not in known.particles or after[0].islower():
            yield word.lower()


def _script(words: list[str]) -> str | None:
    """Return the script that most letters are of, if that is none English is written in."""
    letters = Counter("".join(words))
    counts = {
        name: sum(count for letter, count in letters.items() if first <= ord(letter) <= last)
        for name, (first, last) in _known().scripts.items()
    }
    most = max(counts, key=lambda name: counts[name])
    enough = counts[most] >= _FEWEST_LETTERS and counts[most] * 2 > sum(letters.values())
    return most if enough else None
