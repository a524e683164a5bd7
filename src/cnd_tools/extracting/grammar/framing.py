"""Giving a subject to paragraphs that have none, so that a parser made for newspapers reads them as sentences.

"Calls upon Member States to …" is read as "It calls upon …", "Recognizing …" as "It is recognizing …", and an item
"To submit …" as "They are to submit …". Only letters' case changes in the point's own words, never their number.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from cnd_tools.lexicon.openings import words as opening_words

# States of mind that open a paragraph as participles do: "Mindful of …".
_STATES = frozenset(opening_words()["opening"]["words"]["adjectives"].split())


_PREPOSITIONS = frozenset(opening_words()["opening"]["words"]["prepositions"].split())


@dataclass(frozen=True, slots=True)
class Frame:
    """What a parser is given for a point.

    Attributes:
        text: the prefix and the point's text, its first letter small where there is a prefix.
        prefix: characters of the prefix.
        tokens: tokens of the prefix.
        opening: the phrase the point opens with, where it opens like a resolution's paragraph.
    """

    text: str
    prefix: int = 0
    tokens: int = 0
    opening: str | None = None


def frame(text: str, *, opening: str | None = None, chapeau: str = "", bare: bool = False) -> Frame:
    """Return a point's text as the parser is to see it.

    Args:
        text: clean text of a point.
        opening: the verb or adjective of its own that a paragraph opens with, or None.
        chapeau: text of the point it hangs under, "" where it hangs under none.
        bare: whether items under that chapeau begin with a bare verb ("should:", "the following recommendations:").
    """
    words = text.split(None, 6)
    if not words:
        return Frame(text)
    if opening is not None:
        return replace(_with("It " if _finite(words) else "It is ", _lowered(text)), opening=opening)
    first = next((word.lower() for word in words if word.lower() != "not" and not word.endswith("ly")), "")
    if first in _PREPOSITIONS:
        return Frame(text)  # "According to the Chair, …", "Concerning fees, …": no gerund
    stem = chapeau.lower().rstrip(" :—–-")
    if first == "to" or (stem and len(stem) < len(chapeau.rstrip()) and first.endswith("ing")):
        return _with("They are ", text)
    if bare or stem.rpartition(" ")[2] == "to":
        return _with("They should ", text)
    return Frame(text)


def _with(prefix: str, text: str) -> Frame:
    first = text[0].lower()
    # "İ" is two characters in lower case: every offset after it would be one too high.
    return Frame(prefix + (first if len(first) == 1 else text[0]) + text[1:], len(prefix), len(prefix.split()))


def _lowered(text: str) -> str:
    """The text with the capitals of an opening ("URGES", "REAFFIRMING ALSO") made small, as a parser knows them."""
    end = 0
    for word in text.split(" "):
        if not word.isupper() or len(word) == 1:
            break
        end += len(word) + 1
    head = text[:end].lower()
    return head + text[end:] if len(head) == min(end, len(text)) else text


def _finite(words: list[str]) -> bool:
    """Whether the opening is in the third person ("Calls upon", "Also strongly urges") or "Having considered"."""
    for word in words:
        lower = word.lower().strip(",;")
        if lower == "having":
            return True
        if lower.endswith(("ing", "ed")) or lower in _STATES:
            return False
        if lower.endswith("s") and not lower.endswith("ous"):
            return True
    return False


def frame_deed(text: str) -> Frame:
    """Return what a body did, "Took note of the report", as the parser is to see it: "They took note of the report"."""
    return _with("They ", text)
