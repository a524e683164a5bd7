"""PDF: the reading order of pages with two columns."""

from __future__ import annotations

from reading.made_pdf import Sheet, firsts, marked, read

ROWS = ("of the harbour had been kept in good order", "all through the winter by the pilots there.")


def column(sheet: Sheet, x: int, *numbers: int, top: int = 740) -> int:
    """Print numbered paragraphs in a column; return how far down it reaches."""
    for place, number in enumerate(numbers):
        sheet.lines(x, top - 46 * place, f"{number}. The Board noted that the boats", *ROWS, step=11, size=9)
    return top - 46 * len(numbers)


def two_columns(left: range, right: range) -> Sheet:
    sheet = Sheet()
    column(sheet, 50, *left)
    column(sheet, 320, *right)
    return sheet


def test_a_short_right_column() -> None:
    found = read(two_columns(range(1, 13), range(13, 25)), two_columns(range(25, 37), range(37, 39)))
    assert firsts(found) == [f"{number}." for number in range(1, 39)]


def test_a_single_page_with_a_short_right_column() -> None:
    assert firsts(read(two_columns(range(1, 13), range(13, 15)))) == [f"{number}." for number in range(1, 15)]


def test_a_line_alone_in_the_right_column_of_the_last_page() -> None:
    last = two_columns(range(25, 37), range(0)).put(320, 740, "37. Done.", 9)
    found = read(two_columns(range(1, 13), range(13, 25)), last)
    assert firsts(found) == [f"{number}." for number in range(1, 38)]
    assert marked(found, "table") == []


def test_a_last_page_with_a_left_column_alone() -> None:
    found = read(two_columns(range(1, 13), range(13, 25)), two_columns(range(25, 28), range(0)))
    assert firsts(found) == [f"{number}." for number in range(1, 28)]


def test_room_in_the_left_column_beside_nothing() -> None:
    last = two_columns(range(25, 29), range(29, 31))
    column(last, 50, 41, 42, 43, top=520)
    found = read(two_columns(range(1, 13), range(13, 25)), last)
    assert firsts(found)[24:] == ["25.", "26.", "27.", "28.", "41.", "42.", "43.", "29.", "30."]


def test_what_stands_under_both_columns_comes_after_them() -> None:
    sheet = two_columns(range(1, 5), range(5, 8))
    sheet.put(50, 520, "Closing remarks", 9, "b")
    sheet.lines(
        50, 500, "8. The Board thanked the pilots of the harbour for all that they had done in the year, and", "asked."
    )
    assert firsts(read(sheet)) == [f"{number}." for number in range(1, 9)]
