"""Borders between paragraphs of wrapped lines that only the words show."""

import pytest

from cnd_tools.reading import document
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.borders import heads_text, in_capitals, opens_preamble, parts_by_case, takes_turn

FULL = "The ports of the bay lend each other nets and sails as long as the storm goes on and the"


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("KEY DELIVERABLES", True),
        ("ADOPTION OF THE AGENDA (agenda item 2) (continued)", True),
        ("A/RES/60/1", False),
        ("XIV", False),
        ("Key deliverables", False),
        ("UNODC and WHO", False),
    ],
)
def test_lines_set_in_capitals(text, capitals):
    assert in_capitals(text) is capitals


@pytest.mark.parametrize(
    ("before", "text", "parts"),
    [
        ("The Board met at 10 a.m.", "OPENING OF THE SESSION", True),
        ("OPENING OF THE SESSION", "The Chair welcomed the ports.", True),
        ("The meeting was opened by the", "PORT AUTHORITY OF THE BAY", False),
        ("and was told so by the members", "WORLD HARBOUR UNION WHU", False),
        ("REPORT OF THE COMMITTEE ON ITS SESSION HELD IN THE", "Bay of Ports", False),
        ("REPORT OF THE COMMITTEE", "from 3 to 5 May", False),
        ("THE END.", "THE BOARD MET", False),
        ("The Board met.", "The Council met.", False),
    ],
)
def test_capitals_part_paragraphs(before, text, parts):
    assert parts_by_case(before, text, before) is parts


@pytest.mark.parametrize(
    ("before", "text", "heads"),
    [
        ("They keep nets.", "Assembly/AU/Dec.622(XXVIII)", True),
        ("They keep nets.", "A/RES/60/1", True),
        ("They keep nets, see", "A/RES/60/1", False),
        ("They keep nets.", "A/RES/60/1.", False),
        ("They keep nets.", "Nets and/or sails are kept", False),
        ("They keep nets.", "1984/22. Ports of the bay", True),
        ("They keep nets.", "S-20/2. Ports of the bay", True),
        ("as said in resolution", "60/1. The Board", False),
    ],
)
def test_symbols_head_texts(before, text, heads):
    assert heads_text(before, text) is heads


@pytest.mark.parametrize(
    ("before", "text", "first", "opens"),
    [
        ("by the ports of the bay, and", "Recalling the Nets Plan,", "Noting the storms met", True),
        ("by the ports of the bay; and", "Recognizing that nets tear,", "Having met in the bay", True),
        ("by the ports of the bay, and", "Recalling the Nets Plan,", "The ports met", False),
        ("by the ports of the bay, and", "Noting Hill Port,", "Members met", False),
        ("THE CONTRACTING PARTIES,", "DESIRING to keep nets,", "THE CONTRACTING PARTIES,", True),
        ("The Parties to the present Protocol,", "Considering that", "The Parties to the present Protocol,", True),
        ("The Parties met,", "Noting the report", "The Parties met,", False),
        ("Declaration of the Bay", "We, the ministers of the ports,", "Declaration of the Bay", True),
        ("Ports of the bay", "The Harbour Board,", "Ports of the bay", True),
        ("as it was put to the", "The Harbour Board,", "as it was put to the", False),
        ("by the ports of the bay,", "Complying with their mandate,", "Recalling the storms,", True),
        ("by the ports of the bay,", "Beijing Declaration and others,", "Recalling the storms,", False),
        ("They said it of the", "We, the ministers,", "They said it of the", False),
    ],
)
def test_preambles_begin_in_capitals(before, text, first, opens):
    first = before if first == before else first
    assert opens_preamble(before, text, first) is opens


@pytest.mark.parametrize(
    ("before", "text", "turns"),
    [
        ("They keep nets.", "CHAIRMAN: Thank you.", True),
        ("They keep nets.", "The PRESIDENT: I thank the speaker.", True),
        ("They keep nets.", "G. H. HILL (Canada): I raised my sign.", True),
        ("They keep nets.", "Mr. Hill (Fiji) (spoke in French): I thank you.", True),
        ("They keep nets.", "The President (spoke in French): I thank you.", True),
        ("They keep nets.", "Mr. Hill said: we keep nets.", False),
        ("They keep nets.", "First option: The Board may", False),
        ("and so said the", "CHAIRMAN: Thank you.", False),
    ],
)
def test_who_speaks_next(before, text, turns):
    assert takes_turn(before, text) is turns


def points(text):
    return [(point.point, point.kind, point.text) for point in segment(document(text, name="x")).points]


def test_headings_under_full_lines():
    closing = "members have lent them to each other for so long as anybody in the bay remembers it."
    text = f"{FULL}\n{closing}\nNETS AND SAILS\n{FULL}\n{closing}\n"
    assert [kind for _, kind, _ in points(text)] == ["unnumbered", "heading", "unnumbered"]


def test_speakers_under_full_lines():
    closing = "members have lent them to each other for so long as anybody in the bay remembers it."
    text = (
        f"{FULL}\n{closing}\nMr. Hill (Fiji): I thank you. {FULL[:61]}\n{closing}\nThe PRESIDENT: I thank Mr. Hill.\n"
    )
    assert [text[:14] for _, _, text in points(text)] == ["The ports of t", "Mr. Hill (Fiji", "The PRESIDENT:"]


def test_pages_that_end_in_mid_sentence():
    text = (
        "1. The Board met.\n2. The Board asked the ports of the bay to send their lists of nets to the Harbour\n\n"
        "3\n\f\nMaster of the bay.\n3. The Board parted.\n"
    )
    assert [text for _, _, text in points(text)][1].endswith("to the Harbour Master of the bay.")


def test_titles_under_full_lines():
    closing = "members have lent them to each other for so long as anybody in the bay remembers it."
    text = f"{FULL}\n{closing}\nKey messages\n{FULL}\nmembers keep them.\nThey met.\nThey parted.\n"
    assert [text for _, kind, text in points(text) if kind == "heading"] == ["Key messages"]


def test_excerpts_that_begin_late():
    text = "".join(f"{number}. {FULL}\nmembers keep them.\n"
                   for number in (52, 53, 54))  # fmt: skip
    found = points(f"Report of the Harbour Committee on the nets and the sails of all the ports of the bay\n{text}")
    assert [id_ for id_, _, _ in found] == ["p1", "52", "53", "54"]


def test_initials_are_no_label():
    text = f"CHAIRMAN: Are there comments?\n\nG. H. HILL (Canada): {FULL} bay.\n\nA. Ports of the bay\n\nThey met.\n"
    assert [id_ for id_, _, _ in points(text)] == ["p1", "p2", "p3", "p4"]


def test_numbered_titles_under_closing_lines():
    closing = "members keep them."
    text = f"{FULL}\n{closing}\n34th meeting\n17 June 2031\n17/120. Ports of the bay\n{FULL}\n{closing}\nThey met.\n"
    assert any(text.startswith("17/120. Ports") for _, _, text in points(text))
