"""What ids cannot say of the PDFs among the cases."""

import pytest

from cases.test_cases import HERE, points
from cnd_tools import reading
from cnd_tools.segmenting import segment


def kinds(name):
    return [point.kind for point in segment(reading.read(HERE / f"{name}.pdf")).points]


def test_underlined_words_begin_no_notes():
    found = points("pdf_underlined_words")
    assert [point.point for point in found][-5:] == ["9", "p1", "p2", "10", "11"]
    assert [point.text.split(":")[0] for point in found[-4:-2]] == ["Option i", "Option ii"]
    assert "note" not in kinds("pdf_underlined_words")


def test_raised_labels_of_a_preamble_are_no_note_marks():
    found = points("pdf_raised_labels_of_preamble")
    assert [point.kind for point in found].count("preambular") == 3
    assert [point.label for point in found if point.kind == "preambular"] == ["Pp1", "Pp2", "Pp3"]
    assert [point.point for point in found if point.kind == "numbered"] == ["1", "2"]
    assert "note" not in kinds("pdf_raised_labels_of_preamble")


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("article_heading_pdf", ["Marks", "Nets"]),
        ("article_heading_pdf_2", ["Buoys", "Lamps"]),
        ("article_heading_pdf_3", ["Use of the quay", "Disputes"]),
    ],
)
def test_the_label_of_an_article_is_no_heading(name, titles):
    found = points(name)
    headings = [point for point in found if point.kind == "heading"]
    assert [point.text for point in headings] == titles
    assert not any(point.label for point in headings)
    assert all(point.label for point in found if point not in headings)


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("pdf_recorded_vote", "Japan.]"),
        ("pdf_recorded_vote_2", "Mexico, Paraguay]"),
        ("pdf_recorded_vote_3", "Abstaining: Thailand"),
    ],
)
def test_a_vote_in_a_pdf_is_kept_with_the_closing_lines(name, last):
    done = segment(reading.read(HERE / f"{name}.pdf")).points
    closing = [point.text for point in done if point.kind == "masthead"]
    assert {text.split(":")[0] for text in closing} >= {"In favour", "Against", "Abstaining"}
    assert any("dopted by a recorded vote" in text for text in closing)
    assert closing[-1] == last
    assert {point.kind for point in done} == {"masthead", "numbered"}
    assert not any(point.section for point in done)
