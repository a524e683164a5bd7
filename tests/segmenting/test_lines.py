"""Lines, where they stand in the source, and what lies before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.reading.plain import pages
from cnd_tools.segmenting.lines import scan


def rows(text):
    """Return (number, blank lines before, text) of every line."""
    return [(line.number, line.gap, line.text) for line in scan(text, pages(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n\n", []),
        ("One", [(1, 0, "One")]),
        ("One\nTwo\n", [(1, 0, "One"), (2, 0, "Two")]),
        ("\nOne\n\n\nTwo\n", [(2, 1, "One"), (5, 2, "Two")]),
        ("One\n \t\n\nTwo\nThree", [(1, 0, "One"), (4, 2, "Two"), (5, 0, "Three")]),
        ("One\n\n \nTwo\n", [(1, 0, "One"), (4, 2, "Two")]),
        ("One\n\u200b\n \u200b\u00a0\nTwo\n", [(1, 0, "One"), (4, 2, "Two")]),  # as a web page spaces paragraphs
        ("One\r\n\ufeff\r\n\u200bTwo\r\n", [(1, 0, "One"), (3, 1, "\u200bTwo")]),
        ("One\r\n\r\nTwo\r\n", [(1, 0, "One"), (3, 1, "Two")]),
        ("One\rTwo\r", [(1, 0, "One"), (2, 0, "Two")]),
        ("One\n\fTwo\n\nThree\n", [(1, 0, "One"), (2, 1, "Two"), (4, 1, "Three")]),
        ("One\fTwo\n", [(1, 0, "One"), (1, 0, "Two")]),
        ("One\u2028Two\n", [(1, 0, "One"), (1, 0, "Two")]),
    ],
)
def test_lines_are_counted_as_an_editor_does(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("One\nTwo\n", ""),
        ("\fOne\nTwo\n", "One"),
        ("One\n\fTwo\nThree\n", "Two"),
        ("One\n\f\n\nTwo\nThree\n", "Two"),
        ("One\n\n\f\fTwo\n\nThree\n", "Two"),
        ("One\n\fTwo\n\fThree\n", "Two Three"),
    ],
)
def test_where_a_page_begins(text, torn):
    assert " ".join(line.text for line in scan(text, pages(text)) if line.torn) == torn


def test_pages_may_begin_where_no_form_feed_says_so():
    text = "One\nTwo\nThree\n\nFour\n"
    begin = [0, text.index("Two"), text.index("Three"), text.index("\nFour")]
    assert [line.text for line in scan(text, begin) if line.torn] == ["Two", "Three", "Four"]
    assert [line.text for line in scan(text) if line.torn] == []


@pytest.mark.parametrize(("blanks", "rule"), [(19, False), (20, True), (49, True)])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_long_blank_line_is_a_rule(blanks, rule, end):
    text = f"Text{end}{' ' * blanks}{end}{end}1 A note.{end}2 Another.{end}"
    assert [line.rule for line in scan(text)] == [False, rule, False]


@given(st.text(st.sampled_from("ab  \t\n\r\f\v\x1c\x85\u2028\u00a0"), max_size=60))
def test_every_line_stands_where_it_says(text):
    lines = scan(text, pages(text))
    for line in lines:
        assert text[line.left : line.left + len(line.text)] == line.text == line.text.strip()
        assert text[line.start : line.end].strip() == line.text
        assert line.indent == len(text[line.start : line.left])
        assert line.right == len(text[line.start : line.end].rstrip())
        assert line.number == len((text[: line.left] + "x").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    between = zip([0, *(line.end for line in lines)], [*(line.start for line in lines), len(text)], strict=True)
    assert not "".join(text[low:high] for low, high in between).strip()
