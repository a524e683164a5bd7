"""What ids do not say of texts without blank lines, of notes, votes, contents and warnings."""

from pathlib import Path

import pytest

from cnd_tools import reading
from cnd_tools.records import Document, Masthead
from cnd_tools.segmenting import segment

HERE = Path(__file__).parent


def segmented(name):
    return segment(reading.read(HERE / f"{name}.txt"))


def of(name, kind):
    return [point.text for point in segmented(name).points if point.kind == kind]


def codes(name):
    return [notice.code for notice in segmented(name).notices]


def test_marks_set_apart_are_marks():
    done = segmented("preamble_ends_in_spaced_mark")
    assert [point.point for point in done.points if point.kind == "numbered"] == ["1", "2"]
    assert of("preamble_ends_in_spaced_mark", "preambular") == [
        "Having considered the report of the pilots on boats in the outer harbour,",
        "Recalling its earlier words on nets,",
    ]
    assert [point.label for point in done.points if point.kind == "note"] == ["24", "25", "26"]
    assert (
        of("preamble_ends_in_spaced_mark", "numbered")[0] == "Calls upon the owners to keep the rules of the harbour;"
    )


@pytest.mark.parametrize(
    ("name", "first", "notes"),
    [
        (
            "note_rule_in_line",
            "Stresses that pilots do not stand in for the owners, who answer for their boats;",
            ["H/PRST/2.", "H/PRST/6."],
        ),
        (
            "note_rule_in_line_2",
            "Asks the owners to mark their nets as they were asked to in the rules of the harbour, and to tell the"
            " pilots of those that were lost, wherever that was;",
            ["Rules of the harbour, part one.", "Ibid., part two."],
        ),
        (
            "note_rule_in_line_3",
            "Asks the owners to mark their nets,",
            ["See the rules of the harbour, part one.", "Ibid., part two."],
        ),
        ("note_number_is_a_point", "The Board met in chapter 1.", []),
    ],
)
def test_what_stands_around_notes(name, first, notes):
    assert of(name, "numbered")[0] == first
    assert of(name, "note") == notes


@pytest.mark.parametrize(
    ("name", "last"),
    [("text_recorded_vote", "Japan]"), ("text_recorded_vote_2", "Japan]"), ("text_recorded_vote_3", "Abstaining:")],
)
def test_a_vote_is_kept_with_the_closing_lines(name, last):
    done = segmented(name)
    assert [text for text in of(name, "masthead") if text.startswith("In favour:")]
    assert of(name, "masthead")[-1].startswith(last)
    assert not [point for point in done.points if point.section and "bstain" in point.section]


def test_what_is_said_in_favour_is_no_vote():
    assert of("text_debate_in_favour", "masthead") == []
    assert of("text_debate_in_favour", "unnumbered")[0] == "In favour: The pilots said that nets are of use to all."


@pytest.mark.parametrize("ending", ["", "_2", "_3"])
def test_no_line_of_the_contents_is_a_point(ending):
    done = segmented(f"contents_broken_by_one_line{ending}")
    assert not [point for point in done.points if point.text[-1].isdigit() and "Agenda" not in point.text]


@pytest.mark.parametrize(
    ("name", "warned"),
    [
        ("series_begins_at_four", ["begins"]),
        ("series_begins_at_four_2", ["begins"]),
        ("wrapped_preamble_no_blank_lines", []),
        ("single_spaced_title_masthead", []),
    ],
)
def test_numbers_that_begin_late_are_warned_of(name, warned):
    assert codes(name) == warned


def test_an_excerpt_may_begin_anywhere():
    assert segment(Document("x", "14. It goes on.\n\n15. It ends.\n")).notices == ()


@pytest.mark.parametrize(("heads", "warned"), [(12, ["masthead"]), (4, [])])
def test_a_masthead_that_takes_half_the_text_is_said_once(heads, warned):
    head = "The Board of the harbour\n" * heads
    spans = tuple((place * 25, place * 25 + 25) for place in range(heads))
    done = segment(Document("x", head + "\n1. It met.\n", masthead=Masthead(spans=spans)))
    assert [notice.code for notice in done.notices] == warned


def test_the_title_ends_where_the_text_begins():
    assert of("single_spaced_title_masthead", "masthead")[-1] == "68/4. Declaration on boats"
    assert of("single_spaced_title_masthead_2", "masthead")[-1] == "77/9. Boats of the region"
    assert of("single_spaced_title_masthead_3", "masthead")[-2:] == [
        "Report of the pilots on the state of the boats in",
        "the outer harbour",
    ]
