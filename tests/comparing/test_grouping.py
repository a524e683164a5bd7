"""Several texts as one side of a comparison."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cnd_tools.comparing import compare
from cnd_tools.comparing.grouping import by_column, together
from cnd_tools.errors import UsageError
from cnd_tools.records import Masthead
from comparing.building import build, point, texts, theme


def headed(name, body, date):
    made = build(
        name,
        [point(name, "1", "Words."), point(name, "1(a)", "More.", parent="1")],
        themes=[theme(name, "1", "rivers")],
    )
    return replace(made, document=replace(made.document, masthead=Masthead(body=body, date=date)))


def test_the_paragraphs_of_a_group_are_cited_with_their_text():
    one = together("A,B", [headed("A", "Board", None), headed("B", "Board", None)])
    assert [(each.document, each.point, each.parent) for each in one.points] == [
        ("A,B", "A:1", None), ("A,B", "A:1(a)", "A:1"), ("A,B", "B:1", None), ("A,B", "B:1(a)", "B:1"),
    ]  # fmt: skip
    assert [row.point for row in one.themes] == ["A:1", "B:1"]
    assert one.document.masthead.body == "Board"


def test_texts_are_put_together_by_what_their_title_pages_say():
    found = [headed("A", "Board", "1 May 2009"), headed("B", None, "2 May 2010"), headed("C", "Board", "3 May 2010")]
    assert [one.document.name for one in by_column(found, "body")] == ["Board", "no body"]
    assert [(one.document.name, len(one.points)) for one in by_column(found, "year")] == [("2009", 2), ("2010", 4)]
    (table,) = compare(by_column(found, "body"), by="themes")
    assert table.rows[0][:2] == ("rivers", "Rivers")
    with pytest.raises(
        UsageError, match=r"^--group-by: no column 'colour'; there are: document, symbol, body, session, "
    ):
        by_column(found, "colour")


def test_a_group_of_one_is_that_text_under_its_own_name():
    assert [each.point for each in together("A", [texts("A", "One.", "Two.")]).points] == ["1", "2"]
