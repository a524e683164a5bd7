"""Words with wildcards, `terror*` or `wom?n`: which of them a word of a text is."""

from __future__ import annotations

import re
from collections import defaultdict
from fnmatch import translate

from cnd_tools.lexicon.patterns import WILD_MARK

MOST_KEPT = 100_000  # words whose answers are remembered
_SIGN = re.compile(r"[*?]+")


class Wildcards:
    """Keys with wildcards, looked up by the letters before the first of them, or after the last."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._by_start: defaultdict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
        self._by_end: defaultdict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
        self._answers: dict[str, tuple[str, ...]] = {}

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._known)

    def add(self, key: str) -> None:
        """Take a key of a pattern, if it is one with wildcards."""
        if len(key) < 2 or not key.startswith(WILD_MARK) or key in self._known:
            return
        self._known.add(key)
        word = key.removeprefix(WILD_MARK)
        start, end = _SIGN.split(word, maxsplit=1)[0], _SIGN.split(word)[-1]
        # What fnmatch makes of stars takes linear time: lazy groups that are never entered again.
        found = re.compile(translate(word)), key
        if start or not end:
            self._by_start[start].append(found)
        else:
            self._by_end[end].append(found)

    def of(self, word: str) -> tuple[str, ...]:
        """Return the keys that stand for a word, given in lower case."""
        if word not in self._answers:
            if len(self._answers) >= MOST_KEPT:
                self._answers.clear()
            self._answers[word] = tuple(self._found(word))
        return self._answers[word]

    def _found(self, word: str) -> list[str]:
        likely = [one for size in self._sizes(self._by_start, word) for one in self._by_start.get(word[:size], ())]
        ends = (word[len(word) - size :] for size in self._sizes(self._by_end, word))
        likely += [one for end in ends for one in self._by_end.get(end, ())]
        return [key for is_one, key in likely if is_one.match(word)]

    @staticmethod
    def _sizes(index: dict[str, list[tuple[re.Pattern[str], str]]], word: str) -> range:
        return range(min(max(map(len, index), default=-1), len(word)) + 1)
