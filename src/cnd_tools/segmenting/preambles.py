"""Paragraphs around a preamble that have no sign to tell them by: "Whereas …", "Considering …" without a comma.

And what follows one without a number: "Recommends that States lend vessels." is operative.
"""

from __future__ import annotations

import re

from cnd_tools.lexicon.openings import words
from cnd_tools.segmenting.openings import enacts, opening
from cnd_tools.segmenting.paragraphs import ENDS, final

_RECITES = re.compile(r"(?:And\s+)?(?:Whereas|WHEREAS)\b(?!:)|That\s+\S+\s+\S+")
_DECLARES = re.compile(r"\b(?:declares?|considering|recalling|recognizing|whereas|proclaims?)\s*:$", re.IGNORECASE)
_LAST_BUT_ONE = re.compile(r"\s(?:and|or)$")  # "That ports are few; and"
# "We, Ministers:" says nothing yet. It begins with what stands there as it is, for which C looks.
_WE_SAY = re.compile(r"we(?<=\bwe)\s[a-z]")
_VERBS = frozenset(words()["opening"]["verbs"].split())
_ADVERBS = frozenset(words()["opening"]["words"]["adverbs"])
_FEWEST = 5  # words: "Considering the future" may be a title
# Words: "instructs the Director of the Development Bureau, in close cooperation with the Secretariat".
_LONGEST_ALONE = 16


def recites(text: str, last: str, *, above: str = "", preamble: bool) -> bool:
    """Return whether a paragraph gives a reason by "Whereas", or by "That" after what it hangs on.

    Args:
        text: the paragraph's first line.
        last: its last line: "…; and" before the last reason.
        above: the paragraph before it: "The Governments … declare:".
        preamble: whether a preamble is open.
    """
    if _RECITES.match(text) is None:
        return False
    ends = _LAST_BUT_ONE.sub("", last.rstrip()).endswith((",", ";"))
    return ends and (text[0] != "T" or preamble or _DECLARES.search(above) is not None)


def considers(text: str) -> bool:
    """Return whether a paragraph of a preamble that ends without a sign opens as its others do, and is no heading."""
    phrase = opening(text, unknown="participle")
    if phrase is None or len(text.split()) < _FEWEST:
        return False
    return not _third(phrase) and not text.istitle()


def enacted(text: str) -> bool:
    """Return whether a heading is the body that resolves, its comma left out: "The General Assembly"."""
    return enacts(f"{text.rstrip(',')},")


def is_operative(text: str) -> bool:
    """Return whether a paragraph without a number says in the third person what a body does: "Recommends …"."""
    phrase = opening(text)
    return phrase is not None and _third(phrase)


def decides(text: str) -> bool:
    """Return whether what stands under a paragraph that ends in a colon is to be done, and gives no reason.

    "Declare our intent to pursue these objectives:", "To this end, we commit to:". Its items may open as recitals do
    ("Promoting safe ports;").
    """
    phrase = opening(text)
    if phrase is not None:
        return _third(phrase) or phrase.split()[0].lower() in _VERBS
    return _WE_SAY.search(text) is not None


def begins(text: str, *, chapeau: bool) -> bool:
    """Return whether a first numbered paragraph is operative though nothing above said that a resolution begins.

    "Reaffirms" says so by itself, "Reaffirm" only after a colon ("We … therefore:"), since nouns look the same.
    A preamble may be numbered too, in capitals: "1. RECALLING its decision on wetlands;".

    Args:
        text: the paragraph, without its number.
        chapeau: whether it stands after a colon.
    """
    phrase = opening(text)
    if phrase is None:
        return False
    verb = phrase.split()[0]
    return chapeau or verb.lower().endswith("s") or (verb.isupper() and verb.endswith(("ING", "ED")))


def stands_alone(text: str) -> bool:
    """Return whether a line in lower case is an opening, over what it governs: "considering", "instructs the Director".

    So the resolutions of the International Telecommunication Union are set; what is below may have letters or numbers.
    """
    return goes_on_small(text) and final(text) not in ENDS and len(text.split()) <= _LONGEST_ALONE


def goes_on_small(text: str) -> bool:
    """Return whether a line begins a paragraph of a resolution though in lower case: "having regard to its Rules,".

    Resolutions of the European Parliament are set so, and how instruments of international labour law are adopted.
    """
    phrase = opening(text) if text[:1].islower() else None
    return phrase is not None and (_third(phrase) or phrase.split()[0].endswith("ing"))


def _third(phrase: str) -> bool:
    said = [word.lower().rstrip(",") for word in phrase.split()]
    verb = next((word for word in said if word not in _ADVERBS and not word.endswith("ly")), "")
    return verb.endswith("s") and not verb.endswith("ous")
