"""A cheap look never rules out what the full pattern finds: over all texts of the tests, and lines made to be hard."""

from functools import cache
from pathlib import Path

import pytest

from cnd_tools.segmenting import borders, clean, closings, drafts, furniture, labels, listed_contents, recitals, votes
from cnd_tools.segmenting.lines import GAP, scan
from fuzzing.texts import SIGNS

_PROJECT = Path(__file__).parents[2]
_PLACES = (_PROJECT / "data" / "raw", _PROJECT / "tests" / "cases")
_MADE = """
A/RES/60/1
A1.1/2
S-12/4. Ports
Assembly/AU/Dec.7(IX)
ABCDEFGHIJKLM(ABCDEF)/1
24-12345 (E)
Please recycle
page 3 of 100
- 12 -
( 12 )
xii
* * *
/…
ǅ/1
In favour: Chad
abstaining: Peru
**Against**: Malta
NOT PRESENT – none
_Non-participating (3): Togo
[Adopted without a vote.]
(12th meeting
Twenty-sixth plenary meeting
٣rd meeting
Contents
__CONTENTS__
# Table of contents
Summary:
PP1. Recalling
OP2 bis Decides
article 5
ARTICLE IV
ix) ports
o\tports
１．Ports
\u200b1. Ports
§ 3
Recalling its decision, and
noting ports; or,
The Board, Deeply recalling its rules; noting Ports, meets
The Chair, Recalling the rules
two  blanks, three   blanks,   and a \ttab,\u00a0a\u2009thin\u00adblank\u3000and\x1fall
\u00a0   after a blank that is none
"""


@cache
def texts() -> tuple[str, ...]:
    """All texts of the tests, what is made here and signs in any order; each again in capitals and in small letters."""
    found = [path.read_text("utf-8", "replace") for place in _PLACES for path in sorted(place.glob("*.txt"))]
    signs = "\n".join(f"{one}{two} {one}" for one in SIGNS for two in SIGNS[::3])
    found += [_MADE, signs]
    return (*found, *(text.upper() for text in found), *(text.lower() for text in found))


@cache
def lines() -> frozenset[str]:
    """Every line of them, once."""
    return frozenset(line.text for text in texts() for line in scan(text))


def _edge(text):
    return furniture._AT_EDGE.fullmatch(text) or furniture.RULE.fullmatch(text)


# What is looked for, and the cheap look before it.
_LOOKS = {
    "label": (labels.may_mark, lambda text: labels.may_begin(text[:2])),
    "draft": (drafts.draft_marker, lambda text: text[:2] in drafts.BEGUN),
    "furniture": (_edge, lambda text: GAP in text or (furniture._may_begin(text[:2]) and furniture._may_be(text))),
    "wide head": (furniture._HEAD.search, lambda text: GAP in text),
    "wide foot": (furniture._FOOT.fullmatch, lambda text: GAP in text),
    "folio": (furniture._FOLIO.fullmatch, lambda text: furniture._may_begin_number(text[:2])),
    "page": (furniture._GROWING.fullmatch, lambda text: furniture._may_begin_number(text[:2])),
    "title": (furniture._is_title, lambda text: furniture._may_begin_title(text[:2])),
    "vote": (lambda text: text[0] in votes._INITIALS and votes._HEAD.match(text), lambda t: votes._may_begin(t[:2])),
    "closing": (
        lambda text: not text[0].islower() and closings._BEGINS.match(text),
        lambda text: closings._may_begin(text[:2]),
    ),
    "contents": (
        lambda text: text.strip(listed_contents._EMPHASIS).casefold() in listed_contents._TITLES,
        lambda text: listed_contents._may_begin(text[:2]),
    ),
    "symbol": (borders._SYMBOL.fullmatch, lambda text: "/" in text[: borders._FURTHEST]),
    "numbered title": (borders._NUMBERED.match, lambda text: "/" in text[: borders._FURTHEST]),
    "and": (borders._AND.search, lambda text: text.endswith(borders._ANDS)),
}


@pytest.mark.parametrize("what", _LOOKS)
def test_nothing_is_ruled_out(what):
    find, may = _LOOKS[what]
    found = [text for text in lines() if find(text)]
    assert found, f"no text has any {what}"
    assert [text for text in found if not may(text)] == []


def test_where_a_line_is_uneven():
    for text in texts():
        spots = clean.uneven(text)
        for line in scan(text):
            inside = any(line.left <= spot < line.left + len(line.text) for spot in spots) if spots else False
            assert inside is not clean.even(line.text), line


def test_which_lines_have_a_gap():
    for text in texts():
        found = scan(text)
        assert found.gapped == [place for place, line in enumerate(found) if GAP in line.text]


def test_which_lines_begin_and_end_so():
    for text in texts():
        found = scan(text)
        said = [line.text for line in found]
        assert found.beginning(str.islower) == [place for place, one in enumerate(said) if one[:2].islower()]
        assert found.ending("./") == [place for place, one in enumerate(said) if one[-1] in "./"]


def test_two_patterns_find_what_one_did():
    whole = "|".join(pattern.pattern for pattern in recitals._PARTICIPLES)
    assert (
        whole == ", (?:Also |Further |Deeply )?[A-Z]?[a-z]{2,20}ing |; (?:Also |Further |Deeply )?[A-Z]?[a-z]{2,20}ing "
    )
    begun = [text for text in lines() if any(pattern.search(text) for pattern in recitals._PARTICIPLES)]
    assert begun


def test_a_text_without_other_line_ends_is_cut_as_any():
    for text in texts():
        plain = text.replace("\r\n", "\n")
        for end in "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029":
            plain = plain.replace(end, " ")
        plain = plain.rstrip() + "\n"
        assert scan(plain) == scan(plain + "\f")
        if plain.strip():
            assert scan(plain[:-1])[-1].end == len(plain) - 1
