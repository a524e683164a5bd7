"""What stands over the documents of other organizations, and over records of meetings, beside what the UN prints."""

from __future__ import annotations

import re

from cnd_tools.lexicon.openings import alternatives, words

_SAID = words()["letterhead"]
_ORGANS = alternatives([organ.upper() for organ in words()["masthead"]["organs"]])
_YEAR = r"(?:/\d{2,4})?"
_SUFFIX = rf"(?:\s(?:{alternatives(_SAID['suffixes'])})\s\d{{1,2}})?"

# Symbols that are written otherwise: "AG/RES. 2258 (XXXVI-O/06)", "MC(27).JOUR/1", "PC.DEC/1298", "EUCO 4/23",
# "27 C/Resolution 5.12" of the General Conference of UNESCO.
SYMBOL = (
    r"[A-Z]{2,4}/(?:RES|DEC|DECL|doc|DOC|INF)\.\s?\d{1,5}(?:\s\([A-Z0-9-]{1,14}/\d{2}\)|/\d{2})"
    rf"|(?:{alternatives(_SAID['councils'])})(?:\(\d{{1,3}}\))?\.(?:{alternatives(_SAID['papers'])})"
    r"(?:/\d{1,4}){0,3}(?:/Corr\.\d|/Rev\.\d|/Add\.\d)?"
    r"|\d{1,3}\sC/(?:Res\.\s?|Resolution\s)?\d{1,3}(?:\.\d{1,2})?|\d{2,3}\sEX/(?:Dec\.\s?|Decision\s)\d{1,3}(?:\.\d{1,2})?"
    rf"|(?:{alternatives(_SAID['series'])})\s\d{{1,4}}{_YEAR}{_SUFFIX}"
)
# "Decision 4/CP.12", "Resolution 2552 (2024)", "DECISION No. 6/20", "Decision BC-10/3".
NUMBERED = (
    rf"(?i:{alternatives(_SAID['adopted'])})\s(?:(?i:no)\.?\s)?"
    r"(?P<number>\d{1,4}\s\(\d{4}\)|(?:[A-Z]{1,4}-)?(?:\d{1,4}|[IVXL]{1,7})/(?:[A-Z]{1,4}\.?)?\d{1,4}(?:\.[A-Z])?)"
)
# Lines that say where and under whom a meeting was, from whom a note comes, in which state a text is.
LINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<symbol>{SYMBOL})|{NUMBERED}",
        rf"(?:{alternatives(_SAID['held'])})\s.{{3,120}}[^.;:]|(?:{alternatives(_SAID['held'])})\s.{{3,110}}\s[ap]\.m\.",
        rf"(?P<organ>[A-Z]{{3,20}}(?:\s[A-Z]{{2,20}}){{0,3}}\s(?:{_ORGANS}))",  # "HUMAN RIGHTS COMMITTEE"
        rf"(?i:{alternatives(_SAID['officers'])})\s?:\s?.{{2,80}}",
        rf"(?i:{alternatives(_SAID['fields'])})\s?:\s?.{{2,160}}",
        rf"(?i:{alternatives(_SAID['notes'])})",
        rf"\d{{4,5}}/\d{{2}}{_SUFFIX}|\(OR\.\s?[a-z]{{2}}\)",
    )
)
