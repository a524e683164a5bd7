"""What ids cannot say of the PDFs among the cases."""

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
