"""What each paragraph becomes: its row, whether it belongs to a preamble, and its opening phrase."""

from dataclasses import FrozenInstanceError

import pytest

from cnd_tools.reading.plain import pages
from cnd_tools.records import Document, Mark, Piece, Point
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.making import make_point


def segmented(text, marks=()):
    return segment(Document("x", text, marks=marks, pages=pages(text)))


def test_every_column_of_a_point():
    text = "I. General\n\nA. First\n\n1.  It met  at\nsix:\n\n(a)\nOne.\n\fII. Work\n\nIt rose.\n\n2. It ended.\n"
    found = [
        (point.point, point.label, point.kind, point.level, point.parent, point.section, point.page, point.line)
        for point in segmented(text).points
    ]
    assert found == [
        ("p1", "I.", "heading", 1, None, None, 1, 1),
        ("p2", "A.", "heading", 2, None, "I. General", 1, 3),
        ("1", "1.", "numbered", 1, None, "I. General > A. First", 1, 5),
        ("1(a)", "(a)", "lettered", 2, "1", "I. General > A. First", 1, 8),
        ("p3", "II.", "heading", 1, None, None, 2, 10),
        ("p4", None, "unnumbered", 1, None, "II. Work", 2, 12),
        ("2", "2.", "numbered", 1, None, "II. Work", 2, 14),
    ]
    assert {point.document for point in segmented(text).points} == {"x"}
    assert {point.page for point in segmented(text.replace("\f", "\n")).points} == {1}
    stretches = [(text[point.start : point.end], point.text) for point in segmented(text).points]
    assert stretches == [
        ("General", "General"),
        ("First", "First"),
        ("It met  at\nsix:", "It met at six:"),
        ("One.", "One."),
        ("Work", "Work"),
        ("It rose.", "It rose."),
        ("It ended.", "It ended."),
    ]


def test_a_heading_straight_under_one_is_below_it_and_the_last_line_is_none():
    text = "Title\n\nSubtitle\n\n1. It met.\n\nOutlook\n\n2. It rose.\n\nVienna\n"
    levels = [(point.kind, point.level) for point in segmented(text).points if not point.label]
    assert levels == [("heading", 1), ("heading", 2), ("heading", 1), ("unnumbered", 1)]


@pytest.mark.parametrize(
    ("paragraphs", "kinds"),
    [
        # What opens as preambular paragraphs do and ends so that another follows; then what merely ends in a comma.
        ("Recalling it,|Aware of it,|1. It met.", "p p n"),
        ("Recalling it;|1. It met.", "p n"),
        ("Recalling it.|1. It met.", "u n"),
        ("As was said,|1. It met.", "u n"),
        ("Recalling it,|As was said,|1. It met.", "p p n"),
        ("Recalling it,|The Board,|1. It met.", "p u n"),
        ("Recalling it,|Aware that:|1. It met.", "p p n"),
        ("Recalling it,|Aware of it.|1. It met.", "p p n"),
        ("Recalling it,|As was said.|1. It met.", "p u n"),
        ("Recalling it,|1. It met.|Recalling it.", "p n u"),
        ("Recalling it,|Annex|As was said,|1. It met.", "p h u n"),
        ("Bemoaning it,|1. It met.", "u n"),
        ("Recalling it,|Bemoaning it:|1. It met.", "p p n"),
        ("The Human Rights Council,|Bemoaning it:|1. It met.", "u p n"),
        ("The Committee on Sheep,|Bemoaning it:|1. It met.", "u p n"),
        ("The Committee [on Sheep],|Bemoaning it:|1. It met.", "u p n"),
        ("[The Committee on Sheep,]|Bemoaning it:|1. It met.", "u p n"),
        ("*The Committee on Sheep,*|Bemoaning it:|1. It met.", "u p n"),
        ("The sheep of the hills,|Bemoaning it:|1. It met.", "u u n"),
        ("The Committee on Sheep met.|Bemoaning it:|1. It met.", "u u n"),
    ],
)
def test_what_belongs_to_a_preamble(paragraphs, kinds):
    points = segmented(paragraphs.replace("|", "\n\n")).points
    assert " ".join(point.kind[0] for point in points) == kinds


@pytest.mark.parametrize(
    ("paragraphs", "openings"),
    [
        ("1. Calls upon all to act;|2. Bemoans it.", "Calls upon|Bemoans"),
        ("1. It met.|2. Calls upon all to act.", "-|-"),
        ("1. Call for it;|2. Calls upon all to act.", "-|-"),
        ("It said:|1. Call for it;|2. Calls upon all to act.", "-|Call for|Calls upon"),
        ("5. Calls upon all to act;|6. Bemoans it.", "-|-"),
        ("Recalling it,|1. It met;|2. Bemoans it;", "Recalling|-|Bemoans"),
        ("Recalling it,|5. Bemoans it;", "Recalling|Bemoans"),
        ("Recalling it,|Bemoaning it:|(a) Calls made;|1. Bemoans it.", "Recalling|Bemoaning|-|Bemoans"),
        ("1. Calls upon all:|(a) Calls upon all.", "Calls upon|-"),
        ("1. Calls upon all:|(1) Calls upon all.", "Calls upon|-"),
        ("1. Calls upon all.|Annex|1. It met.|2. Calls upon all.", "Calls upon|-|-|-"),
        ("1. Calls upon all.|Annex|1. Calls upon all.", "Calls upon|-|Calls upon"),
        ("1. Calls upon all.|Its works|2. Bemoans it.", "Calls upon|-|Bemoans"),
        ("The Economic and Social Council,|1. Bemoans it.", "-|Bemoans"),
    ],
)
def test_opening_phrases(paragraphs, openings):
    points = segmented(paragraphs.replace("|", "\n\n")).points
    assert "|".join(point.opening or "-" for point in points) == openings


@pytest.mark.parametrize(
    ("italics", "opening"),
    [
        ("Calls, as ever", "Calls, as ever"),
        ("Calls, as ever, ", "Calls, as ever"),
        ("Cal", "Cal"),
        ("ever", "Calls"),
        ("all", "Calls"),
    ],
)
def test_what_is_set_in_italics_opens(italics, opening):
    text = "Recalling it,\n\n1. Calls, as ever, upon all to act.\n"
    at = text.index(italics)
    assert segmented(text, (Mark(at, at + len(italics), "italic"),)).points[1].opening == opening
    assert segmented(text).points[1].opening == "Calls"


def test_a_paragraph_all_in_italics_opens_with_what_we_know():
    text = "Recalling it,\n\n1. Calls upon all.\n"
    assert segmented(text, (Mark(18, 33, "italic"),)).points[1].opening == "Calls upon"


@pytest.mark.parametrize(
    ("paragraphs", "notices"),
    [
        ("It met.|1. One.|It rose.|2. Two.", [(5, "unplaced", "p2")]),
        ("1. One.|3. Three.", [(3, "gap", "3. follows 1")]),
        ("1. One.|2. Two.|2. Three.", [(5, "repeat", "2. is there twice; the second is cited as 2~2")]),
        ("3. One.|4. Two.|2. Three.", [(5, "order", "2. follows 4")]),
        ("Recalling it,|1. One.|2. Two.", []),
    ],
)
def test_what_is_warned_of(paragraphs, notices):
    found = segmented(paragraphs.replace("|", "\n\n")).notices
    assert [(notice.line, notice.code) for notice in found] == [row[:2] for row in notices]
    for notice, (_, _, said) in zip(found, notices, strict=True):
        assert notice.document == "x"
        assert said in notice.text


def test_a_heading_of_a_label_alone_is_that_label():
    text = "Section 25\n\n1. It met.\n"
    first, second = segmented(text, (Mark(0, 10, "heading", 1),)).points
    assert (first.kind, first.label, first.text) == ("heading", None, "Section 25")
    assert second.section == "Section 25"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("(c)\nThe third\nof them.", ["The third of them."]),
        ("(c)\n\n(d) The fourth.", ["", "The fourth."]),
        ("1. It met\nat six.", ["It met at six."]),
        ("It met\nat six.", ["It met at six."]),
    ],
)
def test_the_text_goes_on_after_the_label(text, rows):
    assert [point.text for point in segmented(text).points] == rows


def test_a_point_made_quickly_is_a_point():
    values = ("x", "4", "4.", "numbered", 1, None, None, 1, 7, 3, 8, None, "Wells", (Piece(0, 3, 5),))
    made = make_point(*values)
    assert type(made) is Point
    assert made == Point(*values)
    assert hash(made) == hash(Point(*values))
    with pytest.raises(FrozenInstanceError):
        made.level = 2
    with pytest.raises(TypeError):
        make_point(*values, "more")
