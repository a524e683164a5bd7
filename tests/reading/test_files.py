"""Documents as they are found: the files beside the project, where they are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnd_tools.reading import read
from cnd_tools.segmenting import segment

FILES = Path(__file__).parents[2].parent / "shared" / "data" / "files"
pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="../shared/data/files is not there")


def test_every_file_is_read_and_every_character_has_its_place() -> None:
    for path in sorted(FILES.iterdir()):
        document = read(path)
        segmented = segment(document)
        assert segmented.ledger["none"] == 0, path.name
        assert sum(segmented.ledger.values()) == len(document.text), path.name
        assert all(0 <= mark.start < mark.end <= len(document.text) for mark in document.marks), path.name


def test_a_report_as_pdf_and_as_word_gives_the_same_points() -> None:
    printed, written = (
        {point.point: point.text for point in segment(read(FILES / f"A_81_6_SECT_25.{ending}")).points}
        for ending in ("pdf", "docx")
    )
    # The letterhead stands in a table in Word, cell by cell, and on two lines in print.
    points = {point for point in printed.keys() | written.keys() if not point.startswith("m")}
    same = sum(printed.get(point) == written.get(point) for point in points)
    assert same >= 0.98 * len(points)


def test_automatic_numbers_of_a_draft_decision() -> None:
    points = segment(read(FILES / "unfccc_art_6_2_inputs.docx")).points
    numbered = [point.point for point in points if point.kind == "numbered"]
    assert numbered == [str(number) for number in range(1, 72)]
    headings = [point.label for point in points if point.kind == "heading" and point.label]
    assert headings[:8] == ["I.", "II.", "III.", "A.", "B.", "C.", "D.", "E."]
    assert sum(point.point.startswith("14(") for point in points) == 15


def test_a_resolution_in_print() -> None:
    points = segment(read(FILES / "A_RES_73_6.pdf")).points
    assert [point.point for point in points if point.kind == "numbered"] == [str(number) for number in range(1, 15)]
    assert sum(point.kind == "preambular" for point in points) == 25
    assert [point.label for point in points if point.kind == "note"][:6] == ["1", "2", "3", "4", "5", "6"]
