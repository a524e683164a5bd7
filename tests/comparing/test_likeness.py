"""How alike two paragraphs are, and whether two texts are on one subject."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import log, sqrt

import pytest

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.counterparts import counterparts
from cnd_tools.comparing.likeness import likeness, side, weights
from cnd_tools.comparing.relatedness import RELATED, are_related, background, relatedness
from cnd_tools.comparing.wording import terms_of
from cnd_tools.segmenting.openings import opening
from comparing.building import build, point, reference, texts

BATS = "Bats sleep in limestone caves."
OWLS = "Owls hunt mice at night."


def test_the_cosine_by_hand():
    first, second = side(texts("A", "bats sleep", "owls")), side(texts("B", "bats"))
    # Three paragraphs: "bats" stands in two of them, "sleep" and "bats sleep" in one.
    bats, rare = log(4 / 2.5), log(4 / 1.5)
    assert weights([*first.bags, *second.bags])["bats"] == pytest.approx(bats)
    expected = bats / sqrt(bats**2 + 2 * rare**2)
    assert likeness(first, second).cosine.tolist() == [[pytest.approx(expected)], [0]]


def test_the_place_in_the_text_decides_between_equals():
    first, second = texts("A", BATS, OWLS, BATS), texts("B", BATS, OWLS, BATS)
    assert [(pair.first, pair.second) for pair in counterparts(first, second).pairs] == [(0, 0), (1, 1), (2, 2)]
    score = likeness(side(first), side(second)).score
    assert score[0, 0] == pytest.approx(1)
    assert score[0, 2] == pytest.approx(0.6)  # at the other end of the text


def test_the_same_opening_counts_for_a_tenth():
    def opened(name, *paragraphs):
        made = texts(name, *paragraphs)
        return replace(made, points=tuple(replace(one, opening=opening(one.text)) for one in made.points))

    first, second = (
        opened("A", "Urges bats to sleep;"),
        opened("B", "Also urges bats to sleep;", "Invites bats to sleep;"),
    )
    alike = likeness(side(first), side(second))
    added = alike.score[0] / alike.cosine[0]
    assert added.tolist() == [pytest.approx(1.1), pytest.approx(0.6)]


def test_nothing_is_like_nothing():
    assert likeness(side(texts("A", "", BATS)), side(texts("B", ""))).score.tolist() == [[0], [0]]


def test_the_line_of_the_adopting_body_is_no_paragraph():
    line = point("A", "p1", "The General Assembly,", "preambular")
    assert coded(build("A", [line, point("A", "1", BATS)])) == (point("A", "1", BATS),)
    for text in (
        "The Chair spoke.",
        "We, the Ministers and high representatives,",
        "The end of the session; the next one,",
    ):
        assert len(coded(build("A", [point("A", "p1", text, "preambular")]))) == 1


def test_the_background_is_of_many_paragraphs_and_no_stem_is_in_more():
    paragraphs, holding = background()
    assert paragraphs > 4000
    assert len(holding) == 2000
    assert all(0 < count <= paragraphs and len(stem) <= 5 for stem, count in holding.items())


def test_texts_are_related_by_what_is_rare_elsewhere():
    def bags(*paragraphs):
        return [terms_of(text) for text in paragraphs]

    drafting = (
        "Requests the Secretary-General to report to the General Assembly at its next session on the implementation"
    )
    bats, owls = bags(drafting, BATS, "Limestone keeps bats cool."), bags(drafting, OWLS, "Night owls see mice.")
    more = bags("Caves of limestone are where bats sleep.", "Bats like it cool.")
    assert relatedness(bats, more) > RELATED > relatedness(owls, more)
    assert relatedness(bats, bats) == pytest.approx(1)
    assert relatedness([Counter()], more) == 0


FIELDS = ("bats", "owls", "mills", "ships", "glass", "wool", "rivers", "snow", "bread", "salt", "iron", "clay")


def test_long_texts_must_speak_of_the_same_again_and_again():
    """What a long text brings up once it shares with any other long text, whatever either is on."""
    once = [f"{one}work and {other}craft in brief" for one in FIELDS for other in FIELDS]
    bats, owls = ([Counter({name: 1, **terms_of(text)}) for text in once] for name in ("bat", "owl"))
    short = are_related(bats[:40], owls[:40])
    assert short
    many = [[*each, *(Counter({name: 1}) for _ in range(800))] for each, name in ((bats, "limes"), (owls, "mouse"))]
    assert relatedness(*many) > RELATED
    assert not are_related(*many)
    assert are_related(many[0], [*many[1], *(Counter({"limes": 1}) for _ in range(800))])


def test_points_with_the_same_codes_are_perhaps_on_one_subject():
    """In the two texts: "9 ~ 4(f)", whose words are like for .15, below what any pair needs."""
    found = counterparts(reference("2009"), reference("2011"))
    perhaps = {
        (found.first.points[pair.first].point, found.second.points[pair.second].point): pair
        for pair in found.pairs
        if pair.perhaps
    }
    assert ("9", "4(f)") in perhaps
    assert found.little_in_common
    assert all(pair.cosine >= 0.05 and pair.score >= 0.2 for pair in perhaps.values())
    ours, theirs = ({(row.point, row.theme) for row in reference(name).themes} for name in ("2009", "2011"))
    for first, second in perhaps:
        assert {theme for at, theme in ours if at == first} & {theme for at, theme in theirs if at == second}
