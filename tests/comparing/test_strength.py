from __future__ import annotations

from math import erfc, sqrt

import pytest

from cnd_tools.comparing import compare
from cnd_tools.comparing.ordinal import delta_interval
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
        ("urging", "urge"),
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


def test_two_against_eight_can_tell():
    # Of the 45 ways two are as uneven as can be. Wilson's interval of 2 of 2 begins at 2 / (2 + 1.96^2) = 0.3424.
    (row,) = effects([asked("A", *WEAK[:2]), asked("B", *STRONG, *STRONG)]).rows
    assert row[5:] == (1.0, -0.315, 1.0, None)


def test_what_one_document_does_not_ask_has_no_effect():
    (row,) = effects([asked("A"), asked("B", *STRONG)]).rows
    assert row == ("all", 0, None, 4, "obligation", None, None, None, "too few to say")


def test_a_strength_beside_the_scale_is_counted_but_not_ranked():
    strengths, overall, _ = compare([asked("A", "custom", "obligation"), asked("B", "custom")], by="strength")
    assert strengths.rows[-1][:3] == ("custom", 1, 50.0)
    assert overall.rows[0][1] == 1


STEPS = {10: "possibility", 20: "encouragement", 30: "recommendation", 40: "necessity", 50: "obligation"}


def test_delta_and_its_interval_are_those_published():
    # Hogarty & Kromrey (1999), see test_ordinal.
    control = asked("A", *(STEPS[value] for value in (10, 20, 30, 40, 40, 50)))
    treatment = asked("B", *(STEPS[value] for value in (10, 10, 20, 20, 20, 30, 30, 30, 40, 50)))
    (row,) = effects([control, treatment]).rows
    assert row == ("all", 6, "recommendation", 10, "encouragement", -0.25, -0.727, 0.389, None)


def test_delta_has_three_places():
    # 2 of the 6 ones and threes are threes against 4 of 6: of 36 pairs 16 are above and 4 below.
    one, three = "possibility", "recommendation"
    (row,) = effects([asked("A", *[one] * 4, *[three] * 2), asked("B", *[one] * 2, *[three] * 4)]).rows
    low, high = delta_interval((1, 1, 1, 1, 3, 3), (1, 1, 3, 3, 3, 3))
    assert row[5:] == (0.333, round(low, 3), round(high, 3), None)


@pytest.mark.parametrize(
    ("strengths", "middle"),
    [
        (["obligation"], "obligation"),
        (["obligation", "possibility", "necessity"], "necessity"),
        (["obligation", "possibility", "necessity", "recommendation"], "recommendation"),  # the weaker of two
        (["obligation", "possibility", "possibility", "necessity", "obligation"], "necessity"),
        ([], None),
    ],
)
def test_the_strength_in_the_middle(strengths, middle):
    assert effects([asked("A", *strengths), asked("B")]).rows[0][2] == middle


def test_the_p_of_a_trend_is_kendalls_with_ties():
    # Kendall (1970), Rank Correlation Methods, chapter 4: twelve actions, of which thrice four tie on either side.
    ties, documents = 3 * 4 * 3 * 13, [asked("A", *WEAK), asked("B", *["recommendation"] * 4), asked("C", *STRONG)]
    variance = (12 * 11 * 29 - 2 * ties) / 18 + (3 * 24) ** 2 / (9 * 12 * 11 * 10) + (3 * 12) ** 2 / (2 * 12 * 11)
    p = float(f"{erfc(3 * 4 * 4 / sqrt(2 * variance)):.3g}")
    (row,) = effects(documents).rows
    assert row[-5:] == ("▂▃▇", 1.0, p, p, None)


def by_theme(name, **strengths):
    """A document with a point for each strength, which is of one theme and asks for one thing."""
    at = [(each, strength) for each, some in strengths.items() for strength in some]
    return build(
        name,
        [point(name, str(number)) for number, _ in enumerate(at)],
        themes=[theme(name, str(number), each) for number, (each, _) in enumerate(at)],
        actions=[action(name, str(number), strength) for number, (_, strength) in enumerate(at)],
    )


def test_what_tells_most_comes_first_and_what_tells_nothing_last():
    first = by_theme("A", a=WEAK, b=WEAK, c=STRONG, d=WEAK, e=WEAK)
    second = by_theme("B", b=WEAK + STRONG, c=WEAK, d=STRONG, e=WEAK)
    rows = effects([first, second]).rows
    assert [(row[0], row[5]) for row in rows] == [
        ("all", 0.2), ("c", -1.0), ("d", 1.0), ("b", 0.5), ("e", 0.0), ("a", None),
    ]  # fmt: skip


def test_of_three_the_clearest_trend_comes_first_and_all_rows_are_one_family():
    middle = ["recommendation"] * 4
    first = by_theme("A", a=WEAK, b=STRONG, c=WEAK, d=WEAK)
    second = by_theme("B", a=middle, b=middle, c=WEAK)
    third = by_theme("C", a=STRONG, b=WEAK, c=STRONG)
    rows = effects([first, second, third]).rows
    assert [row[0] for row in rows] == ["all", "a", "b", "c", "d"]
    ps = sorted(row[-3] for row in rows if row[-3])
    for row in rows[:-1]:
        later = [p * len(ps) / rank for rank, p in enumerate(ps, 1) if p >= row[-3]]
        assert row[-2] == pytest.approx(min(later), rel=0.01)
    assert rows[-1][-5:] == ("▇··", None, None, None, "too few to say")


@pytest.mark.parametrize(
    ("counts", "told"),
    # The first that asks for anything against all others: of the ways to part them, the most uneven are less than 1/20.
    [((4, 4, 1), True), ((4, 1, 1), False), ((1, 4, 4), False), ((0, 4, 4), True), ((0, 0, 9), False)],
)
def test_a_trend_is_told_where_the_first_and_the_rest_could_differ(counts, told):
    first, second, third = counts
    documents = [
        asked("A", *["possibility"] * first),
        asked("B", *["necessity" if first else "possibility"] * second),
        asked("C", *["obligation"] * third),
    ]
    (row,) = effects(documents).rows
    assert (row[-1] is None) == (row[-4] is not None) == told


def test_a_mean_rank_does_not_grow_with_the_number_of_actions():
    (row,) = effects([asked("A", *WEAK), asked("B", *WEAK, *WEAK), asked("C", *STRONG)]).rows
    assert row[7] == "▂▂▇"


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
    assert row[8] == round(score / (len(apart) * len(uneven)) ** 0.5, 3)


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
