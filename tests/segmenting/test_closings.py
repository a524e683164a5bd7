"""What closes a resolution: when and how it was adopted. It is no point, and warns of nothing."""

import pytest

from cnd_tools.records import Document, Mark
from cnd_tools.segmenting import segment

TEXT = "The Board,\n\nRecalling it,\n\n1. Decides to meet;\n\n2. Decides to go home.\n\n"
CLOSINGS = [
    "76th plenary meeting\n9 May 2031",
    "76th plenary meeting\n\n9 May 2031",
    "                         76th plenary meeting\n                         9 May 2031",
    "76th (resumed) plenary meeting\n9 May 2031",
    "3rd meeting",
    "3rd meeting (resumed), 9 May 2031",
    "(Twenty-first plenary meeting, 9 May 2031 – Committee B, second report)",
    "(Twenty-first plenary meeting, 9 May 2031 –\nCommittee B, second report)",
    "Ninth plenary meeting, 9 May 2031\nB84/VR/9",
    "Adopted without a vote at the 76th plenary meeting, on 9 May 2031.",
    "Adopted without a vote at the 76th plenary\nmeeting, on 9 May 2031.",
    "Resolution adopted at the 76th plenary meeting, on 9 May 2031",
    "76th plenary meeting\n9 May 2031\n[Adopted without a vote.]",
    "76th plenary meeting\n\nResolution adopted by consensus",
    "Decision adopted by a recorded vote of 30 to 2, with 4 abstentions.",
]
# What looks alike and says something, or is the heading of what follows.
NONE = [
    "The 76th plenary meeting was held on 9 May 2031.",
    "3rd meeting\n9 May 2031\n\nThe Board met at ten.",
    "3rd meeting\n\nPart of it was lost.",
    "Adopted plans were few.",
    "9 May 2031",
]


def segmented(text, marks=()):
    return segment(Document("x", text, marks=marks))


def kinds(text):
    return [point.kind for point in segmented(text).points]


@pytest.mark.parametrize("closing", CLOSINGS)
def test_a_closing_is_kept_with_the_masthead(closing):
    found = segmented(TEXT + closing + "\n")
    heads = [point for point in found.points if point.kind == "masthead"]
    assert " ".join(point.text for point in heads) == " ".join(closing.split())
    assert [point.kind for point in found.points if point not in heads] == [
        "unnumbered", "preambular", "numbered", "numbered",
    ]  # fmt: skip
    assert found.notices == ()
    assert found.ledger["masthead"] >= len(closing.replace("\n", ""))


@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("after", ["Annex", "Resolution 4/2", "4/2. Rivers"])
def test_a_closing_stands_above_an_annex_and_the_next_resolution_too(closing, after):
    found = segmented(f"{TEXT}{closing}\n\n{after}\n\n1. It met.\n").points
    plain = [point.text for point in found if point.kind != "masthead"]
    assert plain[-2:] == [after, "It met."]
    assert "".join(plain).count("2031") == 0


@pytest.mark.parametrize("text", NONE)
def test_what_says_something_or_heads_a_record_is_none(text):
    assert "masthead" not in kinds(f"{TEXT}{text}\n")


def test_nothing_closes_where_nothing_stands_above():
    assert "masthead" not in kinds("3rd meeting\n9 May 2031\n")


def test_the_head_of_the_next_resolution_does_not_hide_the_end_of_this_one():
    head = "Resolution adopted by the Board on 9 May 2031\n\n[on the report of a committee]\n\n1. It met.\n"
    found = segmented(f"{TEXT}76th plenary meeting\n8 May 2031\n\n{head}").points
    assert [point.text for point in found if point.kind == "masthead"] == ["76th plenary meeting", "8 May 2031"]


def test_a_closing_is_one_though_the_format_has_it_as_a_paragraph_and_a_page_ends_below():
    text = TEXT + "76th plenary meeting\n9 May 2031\n\n31-00123   5/5\n"
    at = text.index("76th")
    found = segmented(text, (Mark(at, text.index("\n\n31"), "paragraph"),))
    assert [point.text for point in found.points if point.kind == "masthead"] == ["76th plenary meeting", "9 May 2031"]
    assert found.notices == ()


def test_a_closing_of_old_stands_above_notes_with_strokes():
    """As the Economic and Social Council closed in 1966: the meeting, a comma, the date; then "16/" and "*/"."""
    text = "The Board,\n\n1. Takes note of the report of the committee;16/\n\n2. Decides to meet on lamps.*/\n\n"
    notes = "16/ Records of the Board, No. 2.\n\n*/ Adopted as the committee recommended.\n"
    found = segmented(f"{text}1416th plenary meeting,\n4 March 2031.\n\n{notes}").points
    assert [(point.kind, point.text) for point in found[-4:]] == [
        ("masthead", "1416th plenary meeting,"),
        ("masthead", "4 March 2031."),
        ("note", "Records of the Board, No. 2."),
        ("note", "Adopted as the committee recommended."),
    ]
