"""Borders between paragraphs of wrapped lines that only the words show: capitals, a symbol, who speaks.

A PDF gives a full line above a heading like any other. But print changes from sentences to capitals, and back, only
where one paragraph ends; a symbol alone heads the next text; and a participle of a preamble has its capital in no
sentence.
"""

from __future__ import annotations

import re

from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.segmenting.openings import opens
from cnd_tools.segmenting.paragraphs import STOPS, dangles, final

_FEWEST = 5  # capitals in a line that is set in them; fewer are a name's letters
_SYMBOL = re.compile(r"[A-Z][A-Za-z.]{0,12}(?:\(\w{1,6}\))?(?:/[\w.()-]{1,30}){1,8}(?<![.;,])")
_BRACKETS = re.compile(r"\([^()]{1,60}\)")  # "ADOPTION OF THE AGENDA (agenda item 2)"
_AND = re.compile(r"[,;]\s(?:and|or),?$")
# Who resolves, and no sentence that begins so: "THE CONTRACTING PARTIES,", "The Parties to the present Protocol,".
_SPEAKS = re.compile(r"(?:The|THE)(?:\s(?:[A-Z][\w’-]{0,30}|of|the|to|and|for|on|this|present)){1,10},$")
_WE = re.compile(rf"We,\s(?:the\s)?(?:[A-Z]|{alternatives(words()['masthead']['speaking'])})|WE,\s")


def is_border(before: str, text: str, first: str) -> bool:
    """Return whether a paragraph ends between two lines.

    Args:
        before: the line above.
        text: the line below.
        first: the first line of the paragraph that the line above is in.
    """
    return parts_by_case(before, text, first) or heads_text(before, text) or opens_preamble(before, text, first)


def in_capitals(text: str) -> bool:
    """Return whether a line is set in capitals, as headings are: "KEY DELIVERABLES", and no "A/RES/60/1"."""
    plain = _BRACKETS.sub("", text)
    return plain.isupper() and sum(map(str.isalpha, plain)) >= _FEWEST and _SYMBOL.fullmatch(text) is None


def parts_by_case(before: str, text: str, first: str) -> bool:
    """Return whether one of two lines is set in capitals and the other not, so that a paragraph ends between them.

    Args:
        before: the line above.
        text: the line below.
        first: the first line of the paragraph that the line above is in.
    """
    if not text[0].isupper() or dangles(before):
        return False
    if in_capitals(text):
        return final(before) in STOPS and not before.isupper()
    return in_capitals(before) and in_capitals(first) and any(map(str.islower, text))


def goes_on(before: str) -> bool:
    """Return whether a line surely goes on on the next: "Report of the"; "nets; and" may be an item's end."""
    return dangles(before) and _AND.search(before) is None


def heads_text(before: str, text: str) -> bool:
    """Return whether a line is a symbol alone, after a sentence: what stands under it is another text."""
    return text[0].isupper() and final(before) in STOPS and _SYMBOL.fullmatch(text) is not None


def opens_preamble(before: str, text: str, first: str) -> bool:
    """Return whether a paragraph of a preamble begins under another that ends in "and", or under who speaks.

    Args:
        before: the line above.
        text: the line below.
        first: the first line of the paragraph that the line above is in.
    """
    if _WE.match(text):
        return final(before) not in STOPS and not dangles(before) and not first.startswith(("We, ", "WE, "))
    if not (_AND.search(before) or (before is first and _SPEAKS.fullmatch(before))):
        return False
    return opens(text) and (_SPEAKS.fullmatch(before) is not None or opens(first))
