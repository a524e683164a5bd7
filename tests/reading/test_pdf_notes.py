"""PDF: notes at the foot of a page, and what only looks like them."""

from __future__ import annotations

import pytest

from reading.made_pdf import Sheet, firsts, marked, read

TEXT = (
    "The Board asks the owners of boats to keep them in good order through the",
    "winter, and to mark them in the colours of the harbour, so that pilots see them.",
)


def page(*numbers: int, top: int = 700, size: float = 10) -> Sheet:
    sheet = Sheet()
    for place, number in enumerate(numbers):
        sheet.put(80, top - 40 * place, f"{number}. {TEXT[0]}", size).put(80, top - 40 * place - 12, TEXT[1], size)
    return sheet


@pytest.mark.parametrize("low", [-1.2, 3.0])
def test_underlined_and_struck_words_are_no_rule_above_notes(low: float) -> None:
    one, two = page(1, 2, 3, 4, 5), page(6, 7, top=600, size=9)
    two.put(95, 500, "Option i:", 9).box(95, 500 + low, 128, 500.5 + low).put(135, 500, "They mark the boats.", 9)
    two.put(80, 480, "8. The Board meets in June.", 9)
    found = read(one, two)
    assert marked(found, "note") == []
    assert firsts(found)[-2:] == ["Option", "8."]


def test_words_in_a_rule_as_wide_as_the_line_stay_under_it() -> None:
    sheet = page(1, 2).put(394, 692, "1", 6).box(80, 120, 152, 120.5).put(80, 108, "1 See A/99/1.", 8)
    assert marked(read(sheet), "note") == ["1 See A/99/1."]


def test_a_rule_close_under_the_last_line_is_one() -> None:
    sheet = page(1).box(80, 680, 152, 680.5).put(80, 670, "1", 5).put(84, 667, "See A/99/1.", 8)
    assert marked(read(sheet), "note") == ["1 See A/99/1."]


@pytest.mark.parametrize("labels", ["1 2 3", "7 8 9", "12 13 14"])
def test_raised_numbers_of_paragraphs_are_no_notes(labels: str) -> None:
    sheet = Sheet()
    for place, label in enumerate(labels.split()):
        sheet.put(80, 704 - 40 * place, label, 6.5).lines(95, 700 - 40 * place, *TEXT)
    found = read(sheet)
    assert marked(found, "note") == []
    assert firsts(found) == labels.split()


def test_a_page_of_smaller_text_after_notes_is_text() -> None:
    one = page(1, 2).put(394, 692, "1", 6).box(80, 120, 152, 120.5).put(80, 111, "1", 5).put(84, 108, "See A/99/1.", 8)
    two = page(3, 4, size=8)
    found = read(one, page(5, 6, 7, 8), two)
    assert marked(found, "note") == ["1 See A/99/1."]
    assert firsts(found)[-2:] == ["3.", "4."]


@pytest.mark.parametrize(
    "notes",
    [
        ["1 See A/99/1.", "2 Ibid."],
        ["* See A/99/1.", "3 Ibid., para. 4."],
        ["4 See A/99/1.", "6 Ibid., para. 4."],
        ["1/ See A/99/1.", "2/ Ibid., para. 4."],
        ["* Reissued for technical reasons.", "** A/99/50.", "1 See A/99/1."],
    ],
)
def test_every_note_of_a_page_is_one(notes: list[str]) -> None:
    sheet = page(1, 2).box(80, 140, 152, 140.5).lines(80, 125, *notes, step=10, size=8)
    assert marked(read(sheet), "note") == notes


def test_a_number_in_a_note_begins_none() -> None:
    sheet = page(1, 2).box(80, 140, 152, 140.5).lines(80, 125, "1 See the report of", "12 May 2010.", step=10, size=8)
    assert marked(read(sheet), "note") == ["1 See the report of 12 May 2010."]


@pytest.mark.parametrize(("cited", "count"), [(True, 1), (False, 0)])
def test_notes_as_large_as_the_text_are_cited_by_it(*, cited: bool, count: int) -> None:
    sheet = page(1, 2, 3)
    if cited:
        sheet.put(394, 692, "3", 6)
    sheet.put(80, 123, "3", 6).put(86, 119, "See A/99/1.")
    assert len(marked(read(sheet), "note")) == count


def test_a_mark_after_a_short_word_is_one() -> None:
    sheet = page(1).put(80, 640, TEXT[0] + " rules of").put(80, 628, "law,").put(98, 632, "2", 6)
    assert marked(read(sheet), "noteref") == ["2"]
