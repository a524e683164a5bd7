"""Where a line break ends a paragraph, and where the printer merely wrapped it or began a page."""

import pytest

from cnd_tools.reading.plain import pages
from cnd_tools.records import Document, Mark
from cnd_tools.segmenting import segment

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
        ("in\nthe Council of\n\n\fEurope.", [("1", f"{SAID} in the Council of Europe.")]),
        ("in\nthe Council of\n\nEurope.", [("1", f"{SAID} in the Council of"), ("p1", "Europe.")]),
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
        ("   It was agreed that the measures of all the States Members\n"
         "should be reported to the Commission in good\n"
         "time.\n   It was also agreed that the Board should be asked for all\nit knows.\n",
         ["p1", "p2"]),
        ("1. The measures that all the States Members have taken in the\nlast year were reported.\n"
         "2. They were reported to the Commission on Narcotic Drugs at\nits session.\n3. It ended.\n",
         ["1", "2", "3"]),
        ("1. The measures of all the States Members were reported too.\n"
         "2. They were reported to the Commission on Narcotic Drugs and\n"
         "were welcomed by it in its resolution of the "
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
         ["1", "p1", "p2", "2"]),
        ("1. It was decided to add:\n\n“Rule 1. The Board shall meet.”;\n\n“Rule 2. It “reports”.”\n\n2. It ended.\n",
         ["1", "2"]),
        ("1. It was said:\n\n“The Board shall meet.”\n\nThe Board met.\n\n2. It ended.\n", ["1", "p1", "2"]),
        ("1. It was decided.\n\n“Rule 1. The Board shall meet.”\n\n2. It ended.\n", ["1", "p1", "2"]),
        ("1. (a) Each Party shall act.\n\n(b) Each Party shall report.\n\n2. It ended.\n",
         ["1", "1(a)", "1(b)", "2"]),
        ("1.1 (a) Each Party shall act.\n\n(b) Each Party shall report.\n\n1.2 It ended.\n",
         ["1.1", "1.1(a)", "1.1(b)", "1.2"]),
        ("1. (a) There is no other.\n\n2. It ended.\n", ["1", "2"]),
        ("1. (b) It does not begin.\n\n(c) So it is none.\n\n2. It ended.\n", ["1", "1(c)", "2"]),
        ("3. Of the States Members\n\n1990. The report\n\n4. It ended.\n", ["3", "p1", "4"]),
        ("The States met in\n\n12 countries.\n\n1. It ended.\n", ["p1", "p2", "1"]),
        # Full lines, and no blank ones between: who speaks and the first recital, a list and the next recital.
        ("We, the ministers of all the States Members of the bay, met,\n"
         "Recalling our decision on the measures of the States and on\n"
         "ports,\nCelebrating all that has been done by the ports of the bay so\nfar,\n1. Adopt the report.\n",
         ["p1", "p2", "p3", "1"]),
        ("THE PARTIES,\nDESIRING to set out the measures of the States Members of the\nbay for:\n"
         "(a) the lending of nets among all the ports of the bay; and\n"
         "(b) the training of all the harbour masters of the bay so,\n"
         "CONSIDERING that the States Members of the bay lend each other\nvessels,\nHAVE AGREED as follows:\n",
         ["p1", "p2", "p2(a)", "p2(b)", "p3", "p4"]),
        ("1. It asked that the States Members of the bay, with all boards:\n"
         "(a) lend each other the nets and vessels that are in use; or\n"
         "(b) train the harbour masters of the ports of the bay for that\nwork.\n2. It ended.\n",
         ["1", "1(a)", "1(b)", "2"]),
        ("1. It asked that States do what is set out in paragraphs 1 (a) or\n"
         "(b) above, and that they train the harbour masters of all the\n"
         "ports.\n2. It ended.\n", ["1", "2"]),
    ],
)  # fmt: skip
def test_line_breaks_begin_a_paragraph_or_not(text, expected):
    assert [point for point, _ in rows(text)] == expected


def test_what_a_format_has_as_paragraphs_are_some():
    text = "It was agreed\nby all.\nThe Board\n\fwas told.\nIt met.\n"
    marks = (Mark(0, 21, "paragraph"), Mark(22, 31, "paragraph"), Mark(33, 42, "paragraph"), Mark(43, 50, "paragraph"))
    assert [said for _, said in rows(text, marks=marks)] == ["It was agreed by all.", "The Board was told.", "It met."]


@pytest.mark.parametrize(
    ("before", "after", "points"),
    [("It met at", "Vienna.", 1), ("It met at", "noon.", 1), ("It met", "noon.", 1), ("It met", "Vienna.", 2)],
)
def test_a_page_in_mid_phrase_divides_no_paragraph_of_a_format(before, after, points):
    end = len(before)
    marks = (Mark(0, end, "paragraph"), Mark(end + 2, end + 2 + len(after), "paragraph"))
    assert len(rows(f"{before}\n\f{after}\n", marks=marks)) == points


def test_a_heading_before_a_page_is_not_gone_on_with():
    text = "The Board\n\fwas told.\n\nIt met.\n"
    kinds = [(kind, Mark(0, 9, kind, 1)) for kind in ("heading", "paragraph")]
    found = {kind: rows(text, marks=(mark, Mark(11, 20, "paragraph"))) for kind, mark in kinds}
    assert [said for _, said in found["heading"]] == ["The Board", "was told.", "It met."]
    assert [said for _, said in found["paragraph"]] == ["The Board was told.", "It met."]


@pytest.mark.parametrize(("inset", "points"), [(2, ["1", "1(a)"]), (6, ["1", "1(a)", "1(b)"])])
def test_a_label_at_the_top_of_a_page_counts_where_labels_stand(inset, points):
    text = (
        "      1.   It was agreed by all the Boards of States that met:\n\n"
        "      (a)  The Board of all the States, as it is said to be in the\n"
        "  rules, should meet as soon as it could and look at what item\n\n\f"
        f"{' ' * inset}(b) UNODC would have to say in the matter to the Board of\n  the States.\n"
    )
    assert [point for point, _ in rows(text)] == points


def test_on_a_facing_page_a_paragraph_goes_on_at_the_margin_of_that_page():
    text = (
        "              1.   The Board of all the States was told that it should\n"
        "          meet as soon as it could, and that it was to be heard.\n\n\f"
        "The Board met at once, as it had been told to do in that\nresolution. It was heard.\n\n    2.   It ended.\n"
    )
    assert [point for point, _ in rows(text)] == ["1", "2"]
