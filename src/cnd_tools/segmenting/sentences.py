"""Where sentences end, as far as counting them needs."""

from __future__ import annotations

import re
from functools import cache

from cnd_tools.lexicon.openings import words

# A sentence ends at . ! ? or … with whatever closes after it, when what follows could begin another. The word before
# is looked at to keep "Mr. Soltanieh", "chap. I" and initials whole.
_END = re.compile(r"[.!?…][\"”’»)\]]{0,4}\s+(?=[\"“‘«(\[]{0,3}[A-Z0-9])")
_LONGEST = 12  # characters of the word before a full stop that are looked at


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower() for word in words()["sentence"]["abbreviations"])


def count_sentences(text: str) -> int:
    """Return the number of sentences in a point's clean text: 0 if it has no word, else at least 1.

    Args:
        text: clean text; a list of clauses ending in semicolons is one sentence.
    """
    if not any(char.isalnum() for char in text):
        return 0
    return 1 + sum(_ends(text, found.start()) for found in _END.finditer(text))


def _ends(text: str, stop: int) -> bool:
    """Return whether the sign at `stop` ends a sentence: no full stop does after an abbreviation or an initial."""
    if text[stop] != ".":
        return True
    before = text[max(stop - _LONGEST, 0) : stop].split()
    word = before[-1].lstrip('("“‘«[') if before and not text[stop - 1].isspace() else ""
    return not (word.lower() in _abbreviations() or (len(word) == 1 and word.isupper()))
