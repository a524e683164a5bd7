from __future__ import annotations

import pytest

from cnd_tools.comparing import compare
from cnd_tools.comparing.strength import base, cues, effects
from comparing.building import action, build, lines, point, reference, theme


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("need to be", "need to be"),
        ("needed to be", "need to be"),
        ("needs to be", "need to be"),
        ("had to", "have to"),
        ("has to", "have to"),
        ("Should", "should"),
        ("were encouraged", "be encourage"),
        ("urged", "urge"),
        ("calling", "call"),
        ("must", "must"),
        ("necessary", "necessary"),
        ("indeed", "indeed"),
    ],
)
def test_a_cue_is_one_whatever_its_tense(cue, expected):
    assert base(cue) == expected


def asked(name, *strengths, cue="should", themes=()):
    points = [point(name, str(n)) for n in range(1, len(strengths) + 1)]
    return build(
        name,
        points,
        themes=[theme(name, at.point, each) for at in points for each in themes],
        actions=[action(name, at.point, strength, cue=cue) for at, strength in zip(points, strengths, strict=True)],
    )


def test_two_tenses_are_counted_together():
    first, second = asked("A", "necessity", "necessity", cue="needed to"), asked("B", "necessity", cue="need to")
    (row,) = cues([first, second]).rows
    assert row[:6] == ("need to", "necessity", 2, 100.0, 1, 100.0)


WEAK, STRONG = ["possibility"] * 4, ["obligation"] * 4


def test_all_asked_for_more_strongly():
    table = effects([asked("A", *WEAK, themes=["prevention"]), asked("B", *STRONG, themes=["prevention"])])
    assert table.columns == (
        "theme", "actions_A", "median_A", "actions_B", "median_B", "delta", "low", "high", "note",
    )  # fmt: skip
    assert [row[0] for row in table.rows] == ["all", "prevention"]
    assert all(row[1:] == (4, "possibility", 4, "obligation", 1.0, 0.02, 1.0, None) for row in table.rows)


def test_three_against_three_cannot_tell():
    # Of the 20 ways to part six actions, two are as uneven as can be: p = .1 at the least.
    (row,) = effects([asked("A", *WEAK[:3]), asked("B", *STRONG[:3])]).rows
    assert row[5:] == (1.0, None, None, "too few to say")


def test_one_action_against_very_many_has_no_interval():
    # Were it the one obligation of 41, it could be told from the rest (p = .024); but one value has no spread.
    one, many = asked("A", "recommendation"), asked("B", *["possibility"] * 30, *["necessity"] * 9, "obligation")
    for sides, delta in (([one, many], -0.5), ([many, one], 0.5)):
        (row,) = effects(sides).rows
        assert row[5:] == (delta, None, None, "too few to say")


def test_what_one_document_does_not_ask_has_no_effect():
    (row,) = effects([asked("A"), asked("B", *STRONG)]).rows
    assert row == ("all", 0, None, 4, "obligation", None, None, None, "too few to say")


def test_a_strength_beside_the_scale_is_counted_but_not_ranked():
    strengths, overall, _ = compare([asked("A", "custom", "obligation"), asked("B", "custom")], by="strength")
    assert strengths.rows[-1][:3] == ("custom", 1, 50.0)
    assert overall.rows[0][1] == 1


def test_a_trend_in_strength_is_kendalls_tau_b():
    documents = [asked("A", *WEAK), asked("B", *["recommendation"] * 4), asked("C", *STRONG)]
    (row,) = effects(documents).rows
    assert row[7:9] == ("▂▃▇", 1.0)  # mean ranks 1, 3 and 5
    values = [(0, 1)] * 4 + [(1, 3)] * 3 + [(1, 1)] + [(2, 5)] * 4
    mixed = [asked("A", *WEAK), asked("B", *["recommendation"] * 3, "possibility"), asked("C", *STRONG)]
    (row,) = effects(mixed).rows
    pairs = [(a, b) for i, a in enumerate(values) for b in values[i + 1 :]]
    apart = [pair for pair in pairs if pair[0][0] != pair[1][0]]
    uneven = [pair for pair in pairs if pair[0][1] != pair[1][1]]
    score = sum((a[0] < b[0]) * ((a[1] < b[1]) - (a[1] > b[1])) for a, b in apart)
    assert row[8] == pytest.approx(score / (len(apart) * len(uneven)) ** 0.5, abs=0.0005)


def test_the_two_texts_by_another_route():
    order = ("possibility", "encouragement", "recommendation", "necessity", "obligation")
    ranks = {
        year: [order.index(a["strength"]) for row in lines("annotation", f"{year}.jsonl") for a in row["actions"]]
        for year in ("2009", "2011")
    }
    overall = effects([reference("2009"), reference("2011")]).rows[0]
    above = sum((b > a) - (b < a) for a in ranks["2009"] for b in ranks["2011"])
    assert overall[:2] == ("all", len(ranks["2009"]))
    assert overall[5] == round(above / len(ranks["2009"]) / len(ranks["2011"]), 3)
