"""What masthead and format say of the lines: their kinds, shapes, notes and note marks."""

import pytest

from cnd_tools.records import Document, Mark, Masthead
from cnd_tools.segmenting.given import take
from cnd_tools.segmenting.lines import scan

TEXT = "One\nTwo\n\n  Three\n"  # at 0, 4 and 11


def taken(*marks, spans=()):
    """Return what is given, and the kinds of the three lines by their first letter, "-" for what is open."""
    lines = scan(TEXT)
    kinds = [""] * len(lines)
    given = take(Document("x", TEXT, masthead=Masthead(spans=spans), marks=marks), lines, kinds)
    return given, "".join(kind[:1] or "-" for kind in kinds)


@pytest.mark.parametrize(
    ("marks", "kinds"),
    [
        ([], "---"),
        ([Mark(0, 3, "furniture")], "f--"),
        ([Mark(0, 4, "furniture")], "f--"),
        ([Mark(0, 5, "furniture")], "ff-"),
        ([Mark(4, 7, "table")], "-t-"),
        ([Mark(3, 7, "table")], "tt-"),
        ([Mark(4, 16, "contents")], "-cc"),
        ([Mark(9, 11, "contents")], "---"),
        ([Mark(11, 16, "note")], "--n"),
        ([Mark(0, 3, "furniture"), Mark(4, 7, "table"), Mark(11, 16, "note")], "ftn"),
        ([Mark(0, 16, "table"), Mark(4, 7, "furniture")], "tft"),
        ([Mark(0, 3, "italic"), Mark(4, 7, "paragraph"), Mark(11, 16, "heading", 1)], "---"),
    ],
)
def test_a_line_is_of_the_kind_of_the_mark_that_touches_it(marks, kinds):
    assert taken(*marks)[1] == kinds


def test_the_masthead_is_taken_at_its_word():
    assert taken(spans=((0, 3), (11, 16)))[1] == "m-m"
    assert taken(Mark(4, 7, "furniture"), spans=((0, 16),))[1] == "mfm"


def test_notes_and_note_marks():
    given, kinds = taken(Mark(2, 3, "noteref"), Mark(4, 16, "note"), Mark(17, 17, "note"))
    assert [(note.first, note.last) for note in given.notes] == [(1, 2)]
    assert given.cuts == [(2, 3)]
    assert kinds == "-nn"


@pytest.mark.parametrize(
    ("marks", "shapes"),
    [
        ([Mark(0, 16, "paragraph")], ["paragraph 0"] * 3),
        ([Mark(0, 7, "paragraph"), Mark(4, 7, "item", 1)], ["paragraph 0", "item 1", None]),
        ([Mark(4, 7, "item", 1), Mark(4, 7, "heading", 2)], [None, "heading 2", None]),
        ([Mark(4, 7, "heading", 2), Mark(4, 7, "item", 1)], [None, "heading 2", None]),
        ([Mark(4, 7, "item", 1), Mark(4, 7, "paragraph")], [None, "item 1", None]),
        ([Mark(4, 7, "item", 1), Mark(4, 7, "item", 2)], [None, "item 2", None]),
        ([Mark(0, 16, "paragraph"), Mark(4, 7, "furniture")], ["paragraph 0", None, "paragraph 0"]),
    ],
)
def test_the_shape_of_a_line_is_the_strongest_that_is_said_of_it(marks, shapes):
    found = taken(*marks)[0].shapes
    assert [f"{found[place].kind} {found[place].level}" if place in found else None for place in range(3)] == shapes
