"""How concrete an action is, by the published scale; a verb on no step has no kind."""

import tomllib
from importlib.resources import files

import pytest

from cnd_tools.kinds_of_action import kind_of, kinds, kinds_of_action
from one_point import analysed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("States should seek technical assistance.", "minimal"),
        ("States should continue protecting migrants.", "continuing"),
        ("States should consider ratifying the treaty.", "considering"),
        ("States should take steps to consider a moratorium.", "considering"),
        ("States should ensure access to water.", "general"),
        ("Access to water should be ensured.", "general"),
        ("States should ratify the treaty.", "specific"),
        ("States should abolish the death penalty.", "specific"),
        ("States should xylograph the treaty.", None),
    ],
)
def test_the_kind_of_an_action(text, expected):
    kind = kind_of(analysed(text).actions[0])
    assert (kind.id if kind else None) == expected


def test_the_table():
    table = kinds_of_action([analysed("States should ratify the treaty and ensure access.")])
    row = [dict(zip(table.columns, one, strict=True)) for one in table.rows]
    assert [(one["lemma"], one["step"], one["kind"]) for one in row] == [
        ("ratify", "5", "specific"),
        ("ensure", "4", "general"),
    ]


def test_no_verb_stands_on_two_steps():
    rows = tomllib.loads(files("cnd_tools.lexicon").joinpath("kinds_of_action.toml").read_text("utf-8"))["kind"]
    assert sum(len(row["verbs"]) for row in rows) == len(kinds())
    assert [row["step"] for row in rows] == [1, 2, 3, 4, 5]
