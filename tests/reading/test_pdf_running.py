"""PDF: running heads and feet, and page numbers wherever they stand."""

from __future__ import annotations

import pytest

from reading.made_pdf import HEIGHT, Sheet, firsts, marked, read

TEXT = ("The Board noted that the boats of the harbour had been kept in good order", "all through the winter.")


def report(number: int, *, count: int = 2) -> Sheet:
    """Return a page of numbered paragraphs with the same words as every other page."""
    sheet = Sheet()
    for place in range(count):
        y = 660 - 60 * place
        sheet.put(100, y, f"{number * count + place + 1}.").put(130, y, TEXT[0]).put(100, y - 12, TEXT[1])
    return sheet


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("{}", 4),
        ("- {} -", 5),
        ("-{}-", 9),
        ("Page {}", 2),
        ("page {} of 30", 1),
        ("{}/30", 1),
        ("GE.09-15299 {}", 3),
        ("A/HRC/12/5 page {}", 7),
        ("[{}]", 98),
        ("{} | Page", 1),
    ],
)
@pytest.mark.parametrize("y", [30, 87, 110, HEIGHT - 95])
def test_page_numbers_are_furniture_wherever_they_stand(form: str, first: int, y: int) -> None:
    sheets = [report(page).put(100 + 350 * (page % 2), y, form.format(first + page), 9) for page in range(3)]
    found = read(*sheets)
    assert firsts(found) == [f"{number}." for number in range(1, 7)]
    assert marked(found, "furniture") == [form.format(first + page) for page in range(3)]
    assert marked(found, "heading") == []


@pytest.mark.parametrize("numerals", ["ii iii iv", "ix x xi"])
def test_roman_page_numbers(numerals: str) -> None:
    sheets = [report(page).put(290, 100, numeral) for page, numeral in enumerate(numerals.split())]
    assert marked(read(*sheets), "furniture") == numerals.split()


def test_heads_of_three_lines() -> None:
    sheets = [
        report(page).lines(60 + 400 * (page % 2), 760, "A/48/263", "English", f"Page {page + 1}") for page in range(3)
    ]
    assert marked(read(*sheets), "furniture")[-3:] == ["A/48/263", "English", "Page 3"]
    assert len(firsts(read(*sheets))) == 6


def test_a_symbol_below_the_margin_is_furniture_where_it_comes_back() -> None:
    sheets = [report(page).put(100, HEIGHT - 95, "A/HRC/27/11", 9, "b") for page in range(3)]
    assert marked(read(*sheets), "furniture") == ["A/HRC/27/11"] * 3


def test_numbers_that_do_not_grow_are_text() -> None:
    sheets = [report(page).put(100, 400, "1990") for page in range(3)]
    assert marked(read(*sheets), "furniture") == []


def test_paragraphs_and_articles_at_one_height_are_no_heads() -> None:
    sheets = [
        report(page).put(250, 730, f"Article {page + 4}", 10, "b").put(100, 75, f"{page}. {TEXT[0]}")
        for page in range(3)
    ]
    found = read(*sheets)
    assert marked(found, "furniture") == []
    assert marked(found, "heading") == ["Article 4", "Article 5", "Article 6"]


def test_the_number_of_a_single_page() -> None:
    assert marked(read(report(0).put(290, 90, "- 1 -")), "furniture") == ["- 1 -"]
    assert marked(read(report(0).put(290, 770, "1")), "furniture") == ["1"]
