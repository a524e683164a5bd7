"""What the cases of Word, HTML and Markdown give besides ids: titles, cells, pages, lines of the file."""

import pytest

from cnd_tools import reading
from cnd_tools.segmenting import segment

from .test_cases import HERE, points


def made(name):
    [path] = [path for path in HERE.glob(f"{name}.*") if path.suffix != ".json"]
    return segment(reading.read(path))


def test_a_title_of_front_matter_is_one():
    found = made("md_front_matter_title")
    title = "Statement of the Harbour Council on the marks of boats and on the nets of owners, Portée"
    assert found.document.masthead.title == title
    assert [point.point for point in points("md_front_matter_title")] == ["1"]
    assert not found.notices


@pytest.mark.parametrize("name", ["md_treaty_without_space", "md_treaty_without_space_2"])
def test_no_signs_of_markdown_in_titles(name):
    headings = [point.text for point in points(name) if point.kind == "heading"]
    assert headings
    assert not any(set(text) & {"#", "*", "\xa0"} for text in headings)


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        (
            "docx_table_of_recommendations_2",
            [
                "So:",
                "Let the ferry carry carts in winter too State: Norway Position: Noted",
                "Paint the ferry in bright colours State: Chad Position: Accepted",
                "It ended.",
            ],
        ),
        (
            "html_table_of_recommendations_3",
            [
                "So:",
                "On sailing",
                "Let the ferry carry carts in winter too (Norway); Position: Noted",
                "On colours",
                "Paint the ferry in bright colours (Chad); Position: Accepted",
            ],
        ),
        (
            "md_table_of_recommendations",
            [
                "So:",
                "Let the ferry carry carts in winter too (Norway); Position: Noted",
                "Paint the ferry in bright colours (Chad); Position: Accepted",
            ],
        ),
    ],
)
def test_cells_are_kept_with_their_heads(name, texts):
    assert [point.text for point in points(name)] == texts
    assert not any(notice.code == "table" for notice in made(name).notices)


def test_pages_that_are_not_known():
    assert {point.page for point in points("docx_pages_unknown")} == {None}
    assert {point.page for point in points("docx_letters_lower_case")} == {1}


def test_a_page_comment_begins_a_page():
    assert [(point.text, point.page) for point in points("md_page_comments")] == [
        ("The ferry sails past the quay and comes back.", 1),
        ("It stops.", 3),
    ]


@pytest.mark.parametrize(
    ("comment", "page"),
    [
        ("<!-- page 2 -->", 2),
        ("<!-- p. 2 -->", 2),
        ("<!-- 2 -->", 2),
        ("<!-- new page -->", 2),
        ("<!-- PageBreak -->", 2),
        ("\\newpage", 2),
        ('<div style="page-break-after: always;"></div>', 2),
        ("<!-- please check -->", 1),
        ("<!-- a page of notes -->", 1),
        ('<!-- PageFooter="FB/2009/1" -->', 1),
    ],
)
def test_comments_that_begin_a_page(comment, page):
    text = f"1. The ferry sails.\n\n{comment}\n\n2. It stops.\n"
    made = segment(reading.read_bytes(text.encode(), name="x", path="x.md"))
    assert [(point.point, point.page) for point in made.points] == [("1", 1), ("2", page)]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("md_front_matter_title", [1, 2, 4, 5, 7]),
        ("md_page_comments", [1, 10]),
        ("md_number_right_under_letter", [1, 3, 5, 6, 7]),
        ("md_table_of_recommendations", [1, 5, 6]),
        ("html_bullets_after_a_numbered_list_2", [3, 6, 7, 10]),
        ("html_lists_saved_by_word", [2, 3, 4, 5]),
    ],
)
def test_lines_are_those_of_the_file(name, lines):
    assert [point.line for point in made(name).points] == lines
