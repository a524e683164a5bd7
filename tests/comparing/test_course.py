"""The page of words of three texts or more: steps, trends, and what comes and goes."""

from __future__ import annotations

import pytest

from cnd_tools.comparing import content, telling
from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.citing import plain
from cnd_tools.comparing.course import course, in_words
from cnd_tools.comparing.page import page, statements
from cnd_tools.comparing.proposing import Asked
from cnd_tools.views.page import MOST_TEXTS, lines
from comparing.building import action, build, point, theme

FIRST = ["Bats live in caves of limestone and chalk;", "Lentils grow on terraces in the north;"]


def text(name, rivers, *, hills=(), asking=(), of=12):
    """Return a text of so many paragraphs, some with themes, some that ask for something."""
    points = [point(name, str(n), FIRST[n - 1] if n <= len(FIRST) else f"Number {name} {n}.") for n in range(1, of + 1)]
    themes = [theme(name, str(n), "rivers") for n in rivers] + [theme(name, str(n), "hills") for n in hills]
    return build(name, points, themes=themes, actions=[action(name, str(n), "obligation") for n in asking])


RISING = [
    text("A", range(1, 2), asking=[1]),
    text("B", range(1, 6), asking=[1, 2], hills=[3, 4]),
    text("C", range(1, 12)),
]


def said(found):
    return [(one.label, plain(one.spans)) for one in statements(found)]


def test_a_trend_is_told_with_the_q_of_its_table():
    told = dict(said(course(RISING)))
    assert told["More"].startswith("Rivers, 1 of 12 → 5 of 12 → 11 of 12; q < .001: 1 → 1–5 → 1–11")
    table = content.themes(RISING)
    rivers = next(row for row in table.rows if row[0] == "rivers")
    (mine,) = [one.q for one in telling.tested(RISING) if one.measure.key[0] == "rivers"]
    assert rivers[table.columns.index("q")] == pytest.approx(mine, rel=0.01)


def test_each_step_is_told():
    told = said(course(RISING))
    assert [label for label, _ in told if label.startswith("Step")] == ["Step 1", "Step 2"]
    assert all(words.startswith(("A → B: of 12: ", "B → C: of 12: ")) for label, words in told if "Step" in label)


def test_what_went_up_and_down_again_is_no_trend():
    up_and_down = [text("A", [1]), text("B", range(1, 12)), text("C", [1])]
    blocks = {block.heading: block for block in course(up_and_down).blocks}
    assert plain(blocks["CLEAR TRENDS"].statements[0].spans) == "no trend in texts this short"


def test_what_one_text_alone_has_is_named():
    assert ("Only B", "Hills 3 4") in said(course(RISING))


def test_two_texts_have_the_page_of_two():
    assert in_words(RISING[:2]) == page(*RISING[:2])


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("number", [3, 4, 9, 14])
def test_a_page_has_24_lines(number, width):
    texts = [text(f"text{n}", range(1, 1 + n % 12)) for n in range(number)]
    found = lines(course(texts), width)
    assert len(found) <= 24
    assert max(map(len, found[:-1])) <= width
    assert found[0].startswith("What changed from text0")
    assert sum(line.startswith((" text", " … ")) for line in found) == min(number, MOST_TEXTS)
    assert f"text{number - 1}" in "".join(found[1 : 1 + MOST_TEXTS])


def test_sizes_are_those_of_the_texts():
    assert [size for size, _ in course(RISING).sizes] == [len(coded(one)) for one in RISING]


def test_what_is_proposed_keeps_what_was_asked_for():
    asked = Asked(("A", "B", "C"), choosing=(("--section", "x"),))
    assert course(RISING, asked).proposed[0] == "cnd compare A B C --by themes --section x"
