"""Each line break by itself: whether a paragraph goes on over it, in flowed, wrapped, paged and dense text."""

import pytest

from cnd_tools.reading.plain import pages
from cnd_tools.records import Mark
from cnd_tools.segmenting.gathering import Gatherer
from cnd_tools.segmenting.layout import Layout, markers_of
from cnd_tools.segmenting.lines import scan

# Of print 40 wide; a line is full where the next word would have made it longer than 34.
WIDTH = 40
FULL = "The Board was told of all that States"


def gathered(text, *, width=0, dense=False, kinds=None, marks=None):
    lines = scan(text, pages(text))
    kinds = kinds or [""] * len(lines)
    layout = Layout(width, dense, [line.indent for line in lines] if width else ())
    found = list(Gatherer(layout).gather(lines, kinds, markers_of(lines, kinds, {}), marks or {}))
    for line in (line for paragraph in found for line in paragraph.lines):
        assert text[line.left : line.left + len(line.text)] == line.text
    return found


def broken(text, **more):
    """Return which lines make each paragraph: "12|3" for one of the first and second, and one of the third."""
    return "|".join("".join(str(place + 1) for place in found.places) for found in gathered(text, **more))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It met\nThe Board rose", "1|2"),
        ("It met\n“Legal highs” rose", "1|2"),
        ("It met\nand rose", "12"),
        ("It met.\nand rose", "1|2"),
        ("      It met for as long as it had to\nThe Board rose", "12"),
        ("      It met for as long as it had to\n      The Board rose", "1|2"),
        ("      It met\nThe Board rose", "1|2"),
        # A dash in mid-sentence, or an item.
        ("It was agreed by all of the States\n– some of them – to meet", "12"),
        ("It was agreed by all of the States\n\f– some of them – to meet", "12"),
        ("They agreed:\n– some of them to meet", "1|2"),
        ("They agreed\n– some of them to meet", "1|2"),
        ("They\nwere agreed by all of the States\n– some of them – to meet", "123"),
        ("They\nwere\nagreed upon by all of the States\n– some of them – to meet", "1234"),
        ("They agreed:\n– some of the Members of the Board\n– others", "1|2|3"),
        ("They agreed on\n• some of the Members", "1|2"),
        # A number in mid-sentence, or a point.
        ("It said that\n(a) it met", "1|2"),
        ("It said that\n(c) it met", "12"),
        ("It said that\n1. It met", "1|2"),
        ("4. It said that\n(a) it met", "1|2"),
        ("4. It said that\n1. January was", "12"),
        ("4. It said:\n1. January was", "1|2"),
        ("4. It said that\n5. It met", "1|2"),
        ("4. It said that\n(c) it met", "12"),
        ("3. Of the\n\n999. The report", "1|2"),
        ("3. Of the\n\n1000. The report", "1|2"),
        ("3. Of the\n\n7. of the report", "1|2"),
    ],
)
def test_where_nothing_was_wrapped(text, expected):
    assert broken(text) == expected


def test_a_number_that_cannot_be_one_is_text():
    texts = (
        "3. Of the\n\n999. The report",
        "3. Of the\n\n1000. The report",
        "3. Of the\n\n7. of them",
        "3. It\n\n2.5 of it",
    )
    assert [gathered(text)[-1].marker is not None for text in texts] == [True, False, False, False]
    assert gathered("3. Of the\n\n7. “the” report")[-1].marker is not None
    assert gathered("6.4 It met.\n\n6.5 of it")[-1].marker is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # After a sentence: was there room for the first word of the next line?
        ("The Board was told at six.\nPlease see", "1|2"),
        ("The Board was told at seven.\nPeace was", "1|2"),
        ("The Board was told at seven.\nStates met", "12"),
        ("  The Board was told at six.\n  States met", "12"),
        ("The Board was told at six.\nand rose", "12"),
        ("The Board was told.\n\nand rose", "1|2"),
        # In mid-sentence only a line that is set in begins anew, under one that is not full.
        ("Scope of it\n  The Board met", "1|2"),
        ("Scope of it\n “The” Board met", "12"),
        ("Scope of it\n  “The” Board met", "1|2"),
        ("Scope of it\n  the Board met", "12"),
        ("Scope of it\nThe Board met", "12"),
        (f"{FULL}\n  Members met", "12"),
        ("1. Scope of it\n     The Board met", "12"),
        ("  Scope\nof it\n    The Board met", "123"),
        # A line further in than the others of its paragraph, which have come to an end.
        (f"The Board was told, and so\n{FULL}.\n  The Council met", "12|3"),
        (f"The Board was told, and so\n{FULL}.\n The Council met", "123"),
        (f"   The Board was told, and so\n {FULL}.\n   The Council met", "12|3"),
        # After a comma only a preambular paragraph follows another.
        ("Recalling its resolution,\nNoting the report", "1|2"),
        ("Recalling its resolution,\nParties met", "12"),
        ("The Parties met,\nNoting the report", "12"),
    ],
)
def test_where_lines_were_wrapped(text, expected):
    assert broken(text, width=WIDTH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"1. {FULL}\n\nParties met", "12"),
        (f"{FULL}\n\nParties met", "1|2"),
        (f"Noting {FULL}\n\nParties met", "12"),
        (f"{FULL}\n\fParties met", "12"),
        ("1. It met\n\nParties met", "1|2"),
        (f"1. {FULL},\n\nParties met", "1|2"),
        (f"1. {FULL},\n\fParties met", "12"),
        (f"1. {FULL},\n\fRecalling it", "1|2"),
        (f"1. It met in\n{FULL}\n\n Parties met", "123"),
        (f"1. It met in\n{FULL}\n\n  Parties met", "12|3"),
        (f"1. {FULL}\n\f2. The Board met", "1|2"),
        (f"1. {FULL}\n\f2. “the Board” met", "1|2"),
        (f"1. {FULL}\n\f2. the Board met", "12"),
        (f"1. {FULL}\n\f5. The Board met", "12"),
        (f"{FULL}\n\f1. The Board met", "12"),
        (f"{FULL}\n\n– some of them – met", "1|2"),
        (f"{FULL}\n\f– some of them – met", "12"),
        ("The Board\n\f– some of them – met", "1|2"),
    ],
)
def test_where_blank_lines_or_pages_lie_between_wrapped_lines(text, expected):
    assert broken(text, width=WIDTH) == expected


@pytest.mark.parametrize(
    ("text", "dense", "sparse"),
    [
        (f"1. {FULL}.\n2. The Board met", "1|2", "1|2"),
        (f"1. {FULL}\n2. The Board met", "12", "12"),
        (f"1. {FULL}:\n(a) The Board met", "1|2", "1|2"),
        (f"1. {FULL};\n(a) The Board met", "12", "12"),
        (f"4. {FULL}:\n1. The Board met", "12", "12"),
        (f"4. {FULL}:\n(c) The Board met", "12", "12"),
        (f"1. {FULL}\n• The Board met", "1|2", "1|2"),
        # The last word of a sentence, or a label alone on its line.
        (f"1. {FULL}\na.\n\n2. It rose", "12|3", "12|3"),
        ("1. It met:\na.\nat six", "1|23", "1|23"),
        # What comes below may tell that a list begins under a full line: its second item, under one that ended early.
        (f"1. {FULL}\n(a) met; and\n(b) rose", "1|2|3", "1|2|3"),
        (f"1. {FULL}\n(i) met, with the others who were\nthere, or\n(ii) rose", "1|23|4", "1|23|4"),
        (f"1. {FULL}\n(a) met, that they all came again, and\n(b) rose", "123", "123"),
        (f"1. {FULL}\n(a) met\n(b) rose", "123", "123"),
        ("1. It met\n(a) The Board met", "1|2", "1|2"),
    ],
)
def test_numbers_straight_under_a_full_line_count_where_paragraphs_are_dense(text, dense, sparse):
    assert broken(text, width=WIDTH, dense=True) == dense
    assert broken(text, width=WIDTH) == sparse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It reads:\n\n“Rule 1.\n\nRule 2.”\n\nIt met.", "123|4"),
        ("It reads:\n\n“Rule “one” is\n\n“two” and\n\nthree.”\n\nIt met.", "1234|5"),
        ("It reads:\n\n“Rule 1.\n\n“Rule 2.”;\n\nIt met.", "1|2|3|4"),
        ("It reads:\n\n“Rule 1.”\n\n“Rule 2.”\n\nIt met.", "123|4"),
        ("It reads:\n\n“Peace” and order.\n\nIt met.\n\nIt was “so”.", "12|3|4"),
        ("It reads “so”\n\n“Rule 1.”\n\nIt met.", "1|2|3"),
        ("It reads:\n\n“Rule 1 is never shut.\n\nIt met.", "1|2|3"),
    ],
)
def test_what_is_quoted_after_a_colon_goes_with_it(text, expected):
    assert broken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. (a) One.\n\n(b) Two.", "1|1|2"),
        ("1 (a) One.\n\n(b) Two.\n\n2 Three.", "1|1|2|3"),
        ("1. (a) One.\n\n(c) Three.", "1|2"),
        ("1. (a) One.\n\n2. It met:\n\n(b) Two.", "1|2|3"),
        ("1. (see below) One.\n\n(b) Two.", "1|2"),
        ("1. (b) One.\n\n(c) Two.", "1|2"),
        ("I. (a) One.\n\n(b) Two.", "1|2"),
    ],
)
def test_a_marker_behind_a_marker(text, expected):
    assert broken(text) == expected


def test_a_marker_behind_a_marker_has_the_text():
    outer, inner, _ = gathered("1.  (a) One.\n\n(b) Two.")
    assert (outer.marker.label, outer.first, outer.lines[0].text) == ("1.", "", "1.")
    assert (inner.marker.label, inner.first) == ("(a)", "One.")


def test_a_marker_behind_a_marker_stands_where_the_first_does():
    mark = Mark(2, 13, "paragraph")
    outer, inner, _ = gathered("  1. (a) One.\n\n(b) Two.", marks={0: mark})
    assert (outer.mark, outer.inset) == (inner.mark, inner.inset) == (mark, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("(c)\n\n(d) Two.", "1|2"), ("(c)\n\n(a) One.", "1|2"), ("(c)\n\n(f) and so on", "12"), ("(c)\n\nThree", "12")],
)
def test_a_marker_alone_on_its_line(text, expected):
    assert broken(text) == expected


def test_what_lies_between_two_lines_may_be_a_page_break():
    text = "The Board;\nHead\nwas told"
    assert broken(text, kinds=["", "masthead", ""]) == "1|3"
    assert broken(text, kinds=["", "note", ""]) == "13"


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("The Board\nwas told", "1", "1|2"),
        ("The Board\nwas told", "2", "1|2"),
        ("The Board\nwas told", "12", "1|2"),
        ("The Board\n\fwas told", "12", "12"),
        ("The Board\n\fwas told", "2", "1|2"),
        ("The Board\n\fa word", "12", "12"),
        ("The Board\n\fVienna", "12", "1|2"),
        ("It met.\n\fand rose", "12", "1|2"),
    ],
)
def test_what_the_format_has_as_paragraphs(text, marked, expected):
    marks = {int(place) - 1: Mark(int(place), int(place), "paragraph") for place in marked}
    assert broken(text, marks=marks) == expected
