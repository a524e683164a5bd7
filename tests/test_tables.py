"""What is counted as a paragraph, and how an analysis says how many there are."""

import pytest

from cnd_tools import analyse, document
from cnd_tools.segmenting import segment
from cnd_tools.tables import is_paragraph, paragraphs

RESOLUTION = """\
The General Assembly,

Recalling its resolution 60/178 of 16 December 2005,

1. Calls upon Member States:

(a) To act;

(b) To report.
"""


def test_the_line_that_names_who_adopts_is_no_paragraph():
    points = segment(document(RESOLUTION)).points
    assert [point.text for point in points if not is_paragraph(point)] == ["The General Assembly,"]
    assert paragraphs(points).startswith("4 paragraphs")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. States should act.\n", "1 paragraph"),
        ("I. Heading\n\n1. States should act.\n\n2. They should meet.\n", "2 paragraphs (+1 headings)"),
        ("", "0 paragraphs"),
    ],
)
def test_paragraphs_are_counted_apart_from_the_rest(text, said):
    assert paragraphs(segment(document(text)).points) == said


def test_an_analysis_says_paragraphs_and_rows():
    found = analyse(document("1. States should act.\n", name="a"))
    assert repr(found) == "<a: 1 paragraph; rows: actors 1, themes 0, positions 0, actions 1, citations 0>"
