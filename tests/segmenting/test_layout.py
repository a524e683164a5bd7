"""How wide lines were wrapped, how far they are set in, and which markers may count."""

import pytest

from cnd_tools.reading.plain import pages
from cnd_tools.records import Mark
from cnd_tools.segmenting.furniture import mark_furniture
from cnd_tools.segmenting.layout import Layout, markers_of, read_layout
from cnd_tools.segmenting.lines import scan


def laid(text):
    lines = scan(text, pages(text))
    kinds = [""] * len(lines)
    mark_furniture(lines, kinds)
    return read_layout(lines, kinds, markers_of(lines, kinds, {}))


def labels(text, shapes=None, kind=""):
    lines = scan(text, pages(text))
    return [marker.label if marker else None for marker in markers_of(lines, [kind] * len(lines), shapes or {})]


def line(length, first="It", last="a"):
    """Return a line of so many characters."""
    return first + "-" * (length - len(first) - len(last)) + last


@pytest.mark.parametrize(
    ("lines", "width"),
    [
        # In lower case a line goes on, however long those before it are, …
        ([line(40), line(30, "it")], 40),
        ([line(10), line(30, "it")], 30),
        ([line(10, last="."), line(30, "it")], 30),
        # … else only where one of the length of print has not ended.
        ([line(20), line(30)], 30),
        ([line(19), line(30)], 0),
        ([line(119), line(30)], 119),
        ([line(120), line(30)], 0),
        ([line(40, last="."), line(30)], 0),
        ([line(40, last=";"), line(30)], 0),
        ([line(40, last=","), line(30)], 40),
        ([line(40, last=","), line(30, "Recalling its resolution 5/1")], 0),
        # Lines that are this short were broken by their author.
        ([line(10), line(29, "it")], 0),
        # Lines longer than print tell the width only where there are no others.
        ([line(130), line(110, "it"), line(110, "it")], 110),
        ([line(200), line(150, "it")], 200),
    ],
)
def test_the_width_of_lines(lines, width):
    assert laid("\n".join(lines)).width == width


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It met.\nIt rose.\n",
        f"It met.\n____\n{line(40, 'it')}\n",
        "1. It met\nat six.\n2. It rose\nat ten.\n3. It ended.\n",
    ],
)
def test_a_text_that_was_not_wrapped_has_no_layout(text):
    assert laid(text) == Layout(0, False, ())


def test_a_text_is_wrapped_if_a_tenth_of_its_lines_is():
    wrapped, whole = f"{line(40)}\n{line(30, 'it', '.')}\n", f"{line(40, last='.')}\n"
    assert laid(wrapped + whole * 9).width == 40
    assert laid(wrapped + whole * 10).width == 0
    assert laid(whole * 5).width == 0


def test_a_text_is_wrapped_if_half_of_it_is_that_narrow():
    wrapped = f"{line(40)}\n{line(40, 'it', '.')}\n\n" * 2
    assert laid(wrapped + line(160, last=".")).width == 40
    assert laid(wrapped + line(161, last=".")).width == 0


def test_a_line_may_be_wider_by_a_word():
    narrow = f"{line(40)}\n{line(40, 'it', '.')}\n\n"
    assert laid(narrow + f"{line(55, last='.')}\n\n" * 3).width == 40
    assert laid(narrow + f"{line(56, last='.')}\n\n" * 3).width == 0


@pytest.mark.parametrize(
    ("text", "insets"),
    [
        ("    {0}\n  {1}\n    {0}\n{1}\n", [4, 2, 4, 0]),
        ("    {0}\n  {1}\n\f        {0}\n    {1}\n", [2, 0, 4, 0]),
        ("    {0}\n  {1}\n____\n        {0}\n    {1}\n", [2, 0, 0, 4, 0]),
        ("    {0}\n  {1}\n\n\n\n  {0}\n{1}\n", [4, 2, 2, 0]),
    ],
)
def test_lines_are_set_in_from_the_margin_of_their_page(text, insets):
    assert laid(text.format(line(40), line(40, "it", "."))).insets == insets


def test_the_inset_counts_in_the_width():
    assert laid(f"    {line(40)}\n{line(41, 'it')}\n").width == 44


@pytest.mark.parametrize(
    ("between", "number", "dense"),
    [
        ("\n", "{}.", True),
        ("\n\n", "{}.", False),
        ("\n", "({})", True),
        ("\n", "•", False),
    ],
)
def test_numbered_paragraphs_may_follow_each_other_without_blank_lines(between, number, dense):
    points = [f"{number.format(place)} {line(40)}\n{line(30, 'it', '.')}" for place in (1, 2, 3)]
    assert laid(between.join(points)).dense is dense


def test_dense_is_what_most_numbers_say():
    text = "".join(f"{place}. {line(40)}\n{line(30, 'it', '.')}\n{{}}" for place in range(1, 6))
    assert laid(text.format("", "", "\n", "\n", "")).dense is False
    assert laid(text.format("", "", "", "\n", "")).dense is True
    assert laid(text.replace("-.\n", "-\n").format("", "", "", "", "")).dense is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. It met.\nIt rose.\n(a) One\n", ["1.", None, "(a)"]),
        ("1 It met.\n2 It rose.\n", ["1", "2"]),
        ("4 It met.\n5 It rose.\n6 It ended.\n", ["4", "5", "6"]),
        ("1 It met.\n3 It rose.\n", [None, None]),
        ("2 It met.\n2 It rose.\n", [None, None]),
        ("1990 was late.\n1 It met.\n", [None, None]),
        ("1 It met in\n2 It rose.\n", [None, None]),
        ("1 It met in\n\n2 It rose.\n", ["1", "2"]),
        ("1 It met in\n\f2 It rose.\n", ["1", "2"]),
        ("1 of those.\n2 It rose.\n", [None, None]),
        ("1 It met.\n\nThere were\n9 of them.\n\n2 It rose.\n", ["1", None, None, "2"]),
        ("1 It met.\n5 It rose.\n6 It ended.\n", [None, "5", "6"]),
        ("1 “it” met.\n2 “it” rose.\n", ["1", "2"]),
    ],
)
def test_a_bare_number_counts_beside_its_neighbour_alone(text, expected):
    assert labels(text) == expected


def test_an_item_has_a_marker_whatever_it_looks_like():
    text = "7 items.\nwords\n* a star\n"
    lines = text.splitlines()
    shapes = {place: Mark(0, len(said), "item", 2) for place, said in enumerate(lines)}
    assert labels(text) == [None, None, "*"]
    assert labels(text, shapes)[0] == "7"
    assert labels(text, shapes)[1] is not None
    assert labels(text, {1: Mark(9, 14, "heading", 1)}) == labels(text)
    assert [marker.level for marker in markers_of(scan(text), [""] * 3, shapes)] == [2, 2, 2]


def test_what_is_no_text_has_no_marker():
    assert labels("1. It met.\n(a) It rose.\n", kind="note") == [None, None]
