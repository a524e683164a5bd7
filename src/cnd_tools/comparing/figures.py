"""What in a paragraph is a figure: numbers, dates, ordinals, symbols. They change where nothing else does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from cnd_tools.comparing.wording import lists, plain_words
from cnd_tools.lexicon.openings import alternatives
from cnd_tools.promises.words import words as number_words

_NUMBERS, _SAID = number_words(), lists()["figures"]
MONTHS = tuple(_NUMBERS["months"])
_MONTH = f"(?:{'|'.join(MONTHS)})"
# "5 to 9 June 2017", "27 June–1 July 2022" are one date each; "6 May and 7 June" are two.
_UNTIL = rf"\d{{1,2}}(?:\s(?:to|and)\s|\s?[–-]\s?)|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?(?:\sto\s|\s?[–-]\s?)"
_TENS = f"(?:{alternatives(list(_NUMBERS['tens']))})"
_ORDINALS = alternatives(list(_NUMBERS["ordinals"]))
_COUNTS = f"(?:{alternatives([word for word, value in _NUMBERS['numbers'].items() if value > 1])})"
_PART = (
    rf"(?:(?:{alternatives(_SAID['before_parts'])})[\s-](?:{alternatives(_SAID['parts'])})s?(?:\sof\sa\scentury)?"
    rf"|half(?:\sa\scentury)?|{alternatives(_SAID['multiples'])})"
)
_OFTEN = f"(?:{alternatives(_SAID['often'])})"
_TIME = f"(?:{alternatives(_SAID['times'])})s?"
_UNIT = rf"(?:\s(?:{alternatives(_SAID['units'])}|{_TIME})\b|\s?%)?"
FIGURE = re.compile(
    rf"""
    (?P<symbol>\b[A-Z]{{1,6}}(?:[/.][\w-]{{1,12}}){{1,8}} | \b\d{{1,4}}/\d{{1,4}}(?:\s[A-Z]\b)? | \([IVXLC]{{1,8}}\)
        | \b(?:Add|Corr|Rev)\.\d{{1,2}}\b)
    | (?P<date>\b(?:{_UNTIL})?\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?\b | \b{_MONTH}\s\d{{4}}\b
        | \b(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?\b)
    | (?P<part>(?i:\b{_PART}\b)) | (?P<often>(?i:\b{_OFTEN}\b))
    | (?P<ordinal>(?i:\b(?:{_TENS}-)?(?:{_ORDINALS})\b)|\b\d{{1,3}}(?:st|nd|rd|th)\b)
    | (?P<number>(?<![A-Za-z][-‑–])\b\d{{1,12}}(?:[.,]\d{{1,12}}){{0,6}}{_UNIT}
        | (?i:\b(?:{_TENS}-)?{_COUNTS}\b){_UNIT} | \bone\s{_TIME}\b)
    """,
    re.VERBOSE,
)
# What stands between the figures of a list: "resolutions 61/89 of 6 December 2006, 63/240 of 24 December 2008 and …".
_LIST = re.compile(r"#(?:(?:[\s,;–-]|\bof\b|\band\b|\bto\b|\bfrom\b)*#)+")
_SIGN = re.compile(r"[%‰°$€£¥½¼¾<>≤≥±−]")
_AGAIN = frozenset(lists()["updated"]["again"].split())
_PLURAL: Mapping[str, str] = lists()["updated"]["plural"]


def masked(text: str) -> list[str]:
    """Return the words of a text with every figure, or list of them, as "#", and without also, further and the like.

    >>> masked("Also recalls its resolutions 61/89 of 6 December 2006 and 63/240 of 24 December 2008,")
    ['recalls', 'its', 'resolution', '#']
    """
    text = _LIST.sub("#", FIGURE.sub("#", text.replace("#", " "))).replace("#", " num0 ")
    return ["#" if word == "num0" else _PLURAL.get(word, word) for word in plain_words(text) if word not in _AGAIN]


def same_figures(before: str, after: str) -> bool:
    """Return whether two texts of the same words have the same figures, with their signs: "30 %" is not "30", nor €."""
    return _SIGN.findall(before) == _SIGN.findall(after) and FIGURE.findall(before) == FIGURE.findall(after)


def other_figures(before: str, after: str, *, cited: bool = True) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the numbers and dates that stand in the first text alone, and in the second alone, in order.

    Symbols and ordinals are left out: which resolution is recalled, and which session it was of, is no deadline.

    Args:
        before: the one text.
        after: the other.
        cited: the date of what is cited too, "resolution 20/8 of 5 July 2012".
    """
    ours, theirs = (list(_figures(text, cited=cited)) for text in (before, after))
    return tuple(Counter(ours) - Counter(theirs)), tuple(Counter(theirs) - Counter(ours))


def is_number(figures: str) -> bool:
    """Return whether there is a number among figures, as `other_figures` names them with "; " between, not only dates.

    >>> is_number("6 December 2006; 5 million"), is_number("6 December 2006")
    (True, False)
    """
    return any((found := FIGURE.match(one)) is not None and found.lastgroup == "number" for one in figures.split("; "))


def _figures(text: str, *, cited: bool) -> Iterator[str]:
    ends = None  # of a symbol just before
    for found in FIGURE.finditer(text):
        dated = found.lastgroup == "date" and ends is not None and text[ends : found.start()] == " of "
        if found.lastgroup in {"number", "date", "part"} and (cited or not dated):
            yield " ".join(found[0].split())
        ends = found.end() if found.lastgroup == "symbol" else None
