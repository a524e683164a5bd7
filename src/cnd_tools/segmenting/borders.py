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
_ANDS = ("and", "or", "and,", "or,")  # most lines end in none of them
# Who resolves, and no sentence that begins so: "THE CONTRACTING PARTIES,", "The Parties to the present Protocol,".
_SPEAKS = re.compile(r"(?:The|THE)(?:\s(?:[A-Z0-9][\w’-]{0,30}|of|the|to|and|for|on|this|present)){1,10},$")
_RECITAL = re.compile(r"[A-Z][a-z]{2,20}(?:-[a-z]{2,20})?ing\s(?=[a-z])")  # "Complying with", no "Beijing Declaration"
# Another resolution: "1984/22. Ports of the bay".
_FURTHEST = 22  # characters, in which the first stroke of both stands
_NUMBERED = re.compile(r"(?:\d{4}|\d{1,3}|S-\d{1,3})/\d{1,4}[A-Z]?\.\s{1,4}[A-Z]")
_SAID = words()["turn"]
_CAPITALS = r"[A-Z][A-Z’'-]{1,30}(?:\s[A-Z][A-Z’'-]{1,30}){0,3}"
_STATE = r"(?:\s\([^()]{2,60}\))"
# Who speaks next: "CHAIRMAN: Thank you.", "G. H. HILL (Canada): I", "Mr. Hill (Fiji): I", "The Chair: I".
_TURN = re.compile(
    rf"(?:(?:{alternatives(_SAID['titles'])})\s)?(?:[A-Z]\.\s?){{0,3}}{_CAPITALS}{_STATE}{{0,2}}\s?:\s"
    rf"|(?:{alternatives(_SAID['titles'])})\s[A-Z][\w’' -]{{1,40}}{_STATE}{{1,2}}\s?:\s"
    rf"|The\s(?:{alternatives(_SAID['offices'])}){_STATE}?\s?:\s"
)
_WE = re.compile(rf"We,\s(?:the\s)?(?:[A-Z]|{alternatives(words()['masthead']['speaking'])})|WE,\s")


def is_border(before: str, text: str, first: str) -> bool:
    """Return whether a paragraph ends between two lines.

    Args:
        before: the line above.
        text: the line below.
        first: the first line of the paragraph that the line above is in.
    """
    return (
        parts_by_case(before, text, first)
        or heads_text(before, text)
        or opens_preamble(before, text, first)
        or takes_turn(before, text)
    )


def in_capitals(text: str) -> bool:
    """Return whether a line is set in capitals, as headings are: "KEY DELIVERABLES", and no "A/RES/60/1"."""
    plain = _BRACKETS.sub("", text) if "(" in text else text
    return plain.isupper() and sum(map(str.isalpha, plain)) >= _FEWEST and _SYMBOL.fullmatch(text) is None


def parts_by_case(before: str, text: str, first: str) -> bool:
    """Return whether one of two lines is set in capitals and the other not, so that a paragraph ends between them.

    Args:
        before: the line above.
        text: the line below.
        first: the first line of the paragraph that the line above is in.
    """
    if not text[0].isupper():
        return False
    if in_capitals(text):
        return final(before) in STOPS and not (before.isupper() or dangles(before))
    return in_capitals(before) and in_capitals(first) and any(map(str.islower, text)) and not dangles(before)


def goes_on(before: str) -> bool:
    """Return whether a line surely goes on on the next: "Report of the"; "nets; and" may be an item's end."""
    return dangles(before) and _AND.search(before) is None


def heads_text(before: str, text: str) -> bool:
    """Return whether a line is a symbol alone or a numbered title, after a sentence: another text stands under it."""
    if "/" not in text[:_FURTHEST] or final(before) not in STOPS or not (text[0].isupper() or text[0].isdigit()):
        return False
    return _SYMBOL.fullmatch(text) is not None or _NUMBERED.match(text) is not None


def opens_preamble(before: str, text: str, first: str) -> bool:
    """Return whether a paragraph of a preamble begins under another that ends in "and", or under who speaks.

    Args:
        before: the line above.
        text: the line below.
        first: the first line of the paragraph that the line above is in.
    """
    if _WE.match(text):
        return final(before) not in STOPS and not dangles(before) and not first.startswith(("We, ", "WE, "))
    if _SPEAKS.fullmatch(text):
        return before[-1].isalnum() and not dangles(before)  # under a title
    if before[-1] in ",;" and opens(first) and _RECITAL.match(text):
        return True
    ends_in_and = before.endswith(_ANDS) and _AND.search(before) is not None
    if not (ends_in_and or (before is first and _SPEAKS.fullmatch(before))):
        return False
    return opens(text) and (_SPEAKS.fullmatch(before) is not None or opens(first))


def takes_turn(before: str, text: str) -> bool:
    """Return whether somebody begins to speak, after a sentence: "The PRESIDENT: I thank the speaker."."""
    return text[0].isupper() and final(before) in STOPS and _TURN.match(text) is not None
