"""Words that are spelt out before their initials: "Pre-Fog Notification Tool (PFNT)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def spelt_out(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where words begin and end that initials in brackets follow.

    Args:
        texts: the pieces of a text, as printed.

    >>> list(spelt_out(["a", "Fog", "Notification", "Tool", "(", "FNT", ")"]))
    [(1, 4)]
    """
    for at in range(2, len(texts) - 2):
        if texts[at] == "(" and texts[at + 2] == ")" and len(texts[at + 1]) > 2 and texts[at + 1].isupper():
            start = _spelt(texts, texts[at + 1], at)
            if start < at:
                yield start, at


def _spelt(texts: Sequence[str], acronym: str, end: int) -> int:
    """Return where the words begin whose capitals are the acronym, or `end` where they are not before it."""
    start = end
    for letter in reversed(acronym):
        start -= 1
        while start > 0 and not texts[start][0].isupper():
            start -= 1
        if start < 0 or texts[start][0] != letter:
            return end
    return start
