"""Which paragraphs are headings, how deep each is, and the path a point stands under."""

import pytest

from cnd_tools.records import Document, Mark
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.headings import Headings, is_part
from cnd_tools.segmenting.lines import scan
from cnd_tools.segmenting.numbering import read_marker
from cnd_tools.segmenting.paragraphs import Paragraph


def entered(titles, marks=None):
    """Return the headings after all these paragraphs, and the level of each, 0 for what is none."""
    headings, levels = Headings(), []
    for place, title in enumerate(titles):
        mark = (marks or {}).get(title)
        paragraph = Paragraph(scan(title)[0], place, read_marker(title), mark, 0)
        level = headings.level(paragraph, last=place == len(titles) - 1)
        if level:
            headings.enter(level, title)
        headings.fresh = level > 0
        levels.append(level)
    return headings, levels


@pytest.mark.parametrize(
    ("titles", "levels"),
    [
        ("Introduction|text|Conclusion|text", "1010"),
        ("Introduction", "0"),
        ("I. General|A. First|text|B. Second|text|II. Work|text", "1202010"),
        ("A. First|II. General|text|B. Second|III. Work|text", "120120"),
        ("A. First|text|I. Ninth|text", "1010"),
        ("I. General|Background|text|Outlook|text|II. Work|text", "1202010"),
        ("I. General|A. First|text|Background|text|II. Work|Background|text", "12030120"),
        ("Title|Subtitle|text|Outlook|text", "12010"),
        ("Ms. Abara|Mr. Basu|Ms. Costa|Mr. Diallo|text", "12220"),
        ("I. General|Title|Subtitle|text|Title|text", "123020"),
        ("Introduction|text|Annex|Mandate|text|Duration|text", "1012020"),
        ("I. General|text|Annex|text", "1010"),
        ("Annex|A. First|text", "110"),
    ],
)
def test_how_deep_headings_are(titles, levels):
    assert "".join(map(str, entered(titles.split("|"))[1])) == levels


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("General", 1),
        ("“Legal highs”", 1),
        ("‘Legal highs’", 1),
        ('"Legal highs"', 1),
        ("*Legal highs*", 1),
        ("[Legal highs]", 1),
        ("2009 in review", 1),
        ("I. General", 1),
        ("A. General", 1),
        ("I. general", 0),
        ("general", 0),
        ("(General)", 0),
        ("1. General", 0),
        ("(a) General", 0),
        ("• General", 0),
        ("It" + " was" * 59, 1),
        ("It" + " was" * 60, 0),
    ],
)
def test_what_may_be_a_heading(title, level):
    assert entered([title, "text"])[1] == [level, 0]


@pytest.mark.parametrize(
    ("titles", "levels"),
    [
        ("H1|text|H2|text", "1020"),
        ("H0|text", "10"),
        ("H2|Annex|text", "230"),
        ("H2|Background|text", "230"),
        ("H1|I. General|A. First|text", "1230"),
        ("H1|I. General|A. First|Background|text", "12340"),
        ("H1|item|I. General|text", "1010"),
        ("H3. As labelled|item|Background|text", "3010"),
        ("H1|general|Background|text", "1020"),
    ],
)
def test_a_format_that_knows_headings_is_believed(titles, levels):
    marks = {f"H{level}": Mark(0, 2, "heading", level) for level in range(3)}
    marks |= {"item": Mark(0, 4, "item", 3), "H3. As labelled": Mark(0, 15, "heading", 3)}
    assert "".join(map(str, entered(titles.split("|"), marks)[1])) == levels


@pytest.mark.parametrize(
    ("titles", "section", "above"),
    [
        ("text|text", None, [None, None, None]),
        ("I. General|text", "I. General", [None, "I. General", "I. General"]),
        ("I. General|A. First|text", "I. General > A. First", [None, "I. General", "I. General > A. First"]),
        ("I. General|A. First|text|II. Work|text", "II. Work", [None, "II. Work", "II. Work"]),
        ("A. First|II. General|text|B. Second|text", "B. Second", [None, "B. Second", "B. Second"]),
    ],
)
def test_the_path_of_headings(titles, section, above):
    headings = entered(titles.split("|"))[0]
    assert headings.section == section
    left = []
    for level in (3, 2, 1):
        headings.close(level)
        left.append(headings.section)
    assert left[::-1] == above


@pytest.mark.parametrize(
    ("titles", "section"),
    [
        ("Preamble|text", None),
        ("The preamble|text", None),
        ("PREAMBLE|text", None),
        ("Preambles of old|text", "Preambles of old"),
        ("I. The treaty|text", "I. The treaty"),
        ("H1|Preamble|text", "H1"),
        ("H1|H2|Preamble|text", "H1 > H2"),
        ("text|text", None),
    ],
)
def test_the_preamble_ends(titles, section):
    marks = {"H1": Mark(0, 2, "heading", 1), "H2": Mark(0, 2, "heading", 2)}
    headings = entered(titles.split("|"), marks)[0]
    headings.end_preamble()
    assert headings.section == section


def test_a_preamble_that_has_ended_has_nothing_below_it():
    headings = entered(["Preamble", "text"])[0]
    headings.end_preamble()
    headings.enter(2, "Scope")
    assert headings.section == "Scope"
    assert headings.fresh


@pytest.mark.parametrize(
    ("title", "part"),
    [("Annex", True), ("ANNEX II", True), ("Appendix A", True), ("Annexation", False), ("The annex", False)],
)
def test_parts(title, part):
    assert is_part(title) is part


MET = "The Board met twice in the year, and lent nets to ports."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Sections with numbers, over paragraphs that are numbered through.
        (f"I. Ports\n\n1. {MET}\n\n2. {MET}\n\nA. Nets\n\n1. Nets\n\n3. {MET}\n\n2. Ropes\n\n4. {MET}\n",
         "* 1 2 * * 3 * 4"),
        (f"1. {MET}\n\n2. {MET}\n\n1. Nets of the bay\n\n3. {MET}\n", "1 2 * 3"),
        (f"1. Introduction\n\n1. {MET}\n\n2. Nets of the bay\n\n2. {MET}\n", "* 1 * 2"),
        (f"3. Nets of the bay\n\n14. {MET}\n\n15. {MET}\n", "* 14 15"),
        # Near misses: items without a sign at their end, a number that is the next, a new series.
        ("1. Nets\n\n2. Ropes\n\n3. Floats\n", "1 2 3"),
        ("1. Nets\n\n2. Ropes\n\n2. Floats\n", "1 2 2~2"),
        (f"1. {MET}\n\n1. Nets.\n\n2. {MET}\n", "1 s2:1 s2:2"),
        (f"1. {MET}\n\n2. {MET}\n\nAnnex\n\n1. Nets of the bay\n\n2. Ropes\n\n3. {MET}\n", "1 2 * s2:1 s2:2 s2:3"),
    ],
)  # fmt: skip
def test_titles_with_numbers_of_their_own(text, expected):
    points = segment(Document("x", text)).points
    assert " ".join("*" if point.kind == "heading" else point.point for point in points) == expected
