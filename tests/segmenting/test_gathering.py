"""Where a line break ends a paragraph, and where the printer merely wrapped it or began a page."""

import pytest

from cnd_tools.reading.plain import pages
from cnd_tools.records import Document, Mark
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.gathering import Gatherer
from cnd_tools.segmenting.layout import Layout, markers_of
from cnd_tools.segmenting.lines import scan

# Two lines of print, full to the width, and how the sentence goes on.
WRAPPED = (
    "1. The measures that all the States Members have taken in the\n"
    "last year, as reported to the Commission on Narcotic Drugs "
)
SAID = WRAPPED.replace("\n", " ").strip().removeprefix("1. ")


def rows(text, **more):
    return [(point.point, point.text) for point in segment(Document("x", text, pages=pages(text), **more)).points]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("at\nits session, were welcome.", [("1", f"{SAID} at its session, were welcome.")]),
        ("at\n\nits session, were welcome.", [("1", f"{SAID} at its session, were welcome.")]),
        ("at\n\n\fits session, were welcome.", [("1", f"{SAID} at its session, were welcome.")]),
        ("of\n\fVienna, were welcome.", [("1", f"{SAID} of Vienna, were welcome.")]),
        ("in\n\f1990. They were welcome.", [("1", f"{SAID} in 1990. They were welcome.")]),
        ("in\nits resolution\n\fVienna was told.", [("1", f"{SAID} in its resolution"), ("p1", "Vienna was told.")]),
        ("met.\n\fVienna was told.", [("1", f"{SAID} met."), ("p1", "Vienna was told.")]),
        ("met;\n\fand told.", [("1", f"{SAID} met; and told.")]),
        ("met;\n\nand told.", [("1", f"{SAID} met;"), ("p1", "and told.")]),
        ("met:\n\n\fand told.", [("1", f"{SAID} met:"), ("p1", "and told.")]),
        ("met,\n\n\fVienna was told.", [("1", f"{SAID} met, Vienna was told.")]),
    ],
)
def test_blank_lines_and_pages_end_a_paragraph_or_not(rest, expected):
    assert rows(f"{WRAPPED}{rest}\n\n2. It ended.\n") == [*expected, ("2", "It ended.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("   It was agreed that the measures of all the States Members\nshould be reported to the Commission in good\n"
         "time.\n   It was also agreed that the Board should be asked for all\nit knows.\n",
         ["p1", "p2"]),
        ("1. The measures that all the States Members have taken in the\nlast year were reported.\n"
         "2. They were reported to the Commission on Narcotic Drugs at\nits session.\n3. It ended.\n",
         ["1", "2", "3"]),
        ("1. The measures of all the States Members were reported too.\n"
         "2. They were reported to the Commission on Narcotic Drugs and\nwere welcomed by it in its resolution of the "
         "year\n1990. That was before it met.\n3. It ended.\n",
         ["1", "2", "3"]),
        ("Recalling its resolution 60/1 of 16 September 2005 and those\nbefore it on the same matter,\n"
         "Noting the report of the Secretary-General and what it says on\nthe matter,\n1. Welcomes the report;\n",
         ["p1", "p2", "1"]),
        ("It was agreed that the measures of all the States Members of\n– and here opinions were divided – the "
         "Commission should not\nbe reported:\n– Some were for it;\n– Others were not, and said so.\n",
         ["p1", "p1[1]", "p1[2]"]),
        ("1. It was decided to amend the rule to read as follows:\n\n“1. The Board shall meet.\n\n"
         "“2. The Board shall report.”\n\n2. It ended.\n",
         ["1", "2"]),
        ("1. It was decided to add:\n\n“Rule 1. The Board shall meet.”;\n\n“Rule 2. It “reports”.”\n\n2. It ended.\n",
         ["1", "2"]),
        ("1. It was said:\n\n“The Board shall meet.”\n\nThe Board met.\n\n2. It ended.\n", ["1", "p1", "2"]),
        ("1. It was decided.\n\n“Rule 1. The Board shall meet.”\n\n2. It ended.\n", ["1", "p1", "2"]),
        ("1. (a) Each Party shall act.\n\n(b) Each Party shall report.\n\n2. It ended.\n", ["1", "1(a)", "1(b)", "2"]),
        ("1.1 (a) Each Party shall act.\n\n(b) Each Party shall report.\n\n1.2 It ended.\n",
         ["1.1", "1.1(a)", "1.1(b)", "1.2"]),
        ("1. (a) There is no other.\n\n2. It ended.\n", ["1", "2"]),
        ("1. (b) It does not begin.\n\n(c) So it is none.\n\n2. It ended.\n", ["1", "1(c)", "2"]),
        ("3. Of the States Members\n\n1990. The report\n\n4. It ended.\n", ["3", "p1", "4"]),
        ("The States met in\n\n12 countries.\n\n1. It ended.\n", ["p1", "p2", "1"]),
    ],
)  # fmt: skip
def test_line_breaks_begin_a_paragraph_or_not(text, expected):
    assert [point for point, _ in rows(text)] == expected


def test_what_a_format_has_as_paragraphs_are_some():
    text = "It was agreed\nby all.\nThe Board\n\fwas told.\nIt met.\n"
    marks = (Mark(0, 21, "paragraph"), Mark(22, 31, "paragraph"), Mark(33, 42, "paragraph"), Mark(43, 50, "paragraph"))
    assert [said for _, said in rows(text, marks=marks)] == ["It was agreed by all.", "The Board was told.", "It met."]


def test_a_heading_before_a_page_is_not_gone_on_with():
    text = "The Board\n\fwas told.\n\nIt met.\n"
    kinds = [(kind, Mark(0, 9, kind, 1)) for kind in ("heading", "paragraph")]
    found = {kind: rows(text, marks=(mark, Mark(11, 20, "paragraph"))) for kind, mark in kinds}
    assert [said for _, said in found["heading"]] == ["The Board", "was told.", "It met."]
    assert [said for _, said in found["paragraph"]] == ["The Board was told.", "It met."]


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
    assert gathered("6.4 It met.\n\n6.5 of it")[-1].marker is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # After a sentence: was there room for the first word of the next line?
        ("The Board was told at six.\nPlease see", "1|2"),
        ("The Board was told at seven.\nNone of it", "1|2"),
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
        (f"1. {FULL}.\n2. The Board met", "1|2", "12"),
        (f"1. {FULL}\n2. The Board met", "12", "12"),
        (f"1. {FULL}:\n(a) The Board met", "1|2", "12"),
        (f"1. {FULL};\n(a) The Board met", "12", "12"),
        (f"4. {FULL}:\n1. The Board met", "12", "12"),
        (f"4. {FULL}:\n(c) The Board met", "12", "12"),
        (f"1. {FULL}\n• The Board met", "1|2", "1|2"),
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
        ("It reads:\n\n“Rule 1.\n\n“Rule 2.”;\n\nIt met.", "123|4"),
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
