"""How alike two paragraphs are, and whether two texts are on one subject."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import log, sqrt

import numpy as np
import pytest

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.counterparts import IN_OTHER_WORDS, counterparts
from cnd_tools.comparing.likeness import likeness, side, weights
from cnd_tools.comparing.neighbours import alike_on_one_subject, share_a_theme, standing_out
from cnd_tools.comparing.relatedness import RELATED, are_related, background, relatedness
from cnd_tools.comparing.wording import terms_of
from cnd_tools.segmenting.openings import opening
from comparing.building import build, point, reference, texts, theme

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
    worth = standing_out(alike_on_one_subject(found.first, found.second))
    assert all(worth[pair.first, pair.second] >= IN_OTHER_WORDS for pair in perhaps.values())


def test_a_pair_is_worth_the_more_the_less_alike_either_is_the_next_best():
    worth = standing_out(np.array([[0.2, 0.19], [0.1, 0.1]]))
    alone = standing_out(np.array([[0.2, 0.0], [0.0, 0.1]]))
    assert alone[0, 0] > 2 * worth[0, 0] > 0.4
    assert worth[0, 1] > 0.19 > worth[1, 0]
    assert standing_out(np.array([[0.2]])) == pytest.approx(1.0)
    assert standing_out(np.zeros((2, 3))) == pytest.approx(np.zeros((2, 3)))


def test_a_word_that_is_rare_elsewhere_counts_more_than_one_of_drafting():
    others = [" ".join(f"{name}{number}" for number in range(40)) for name in ("bats", "owls")]
    first = side(texts("A", "Overdose.", "Resolution."))
    second = side(texts("B", f"Overdose {others[0]}", f"Resolution {others[1]}"))
    words, alike = likeness(first, second).score, alike_on_one_subject(first, second)
    assert words[0, 0] == pytest.approx(words[1, 1])
    assert alike[0, 0] > 1.2 * alike[1, 1]


def test_what_is_coded_counts_beside_the_words():
    def coded_as(name, *codes):
        return build(
            name,
            [point(name, str(number), BATS if number == 3 else f"{OWLS} Word{name}{number}.") for number in (1, 2, 3)],
            themes=[theme(name, at, code) for at, code in codes],
        )

    first = side(coded_as("A", ("1", "owls"), ("2", "mice")))
    second = side(coded_as("B", ("1", "mice"), ("2", "owls")))
    words = likeness(first, second).cosine
    alike = alike_on_one_subject(first, second)
    assert words[0, 0] == pytest.approx(words[0, 1])
    assert alike[0, 1] > alike[0, 0]
    assert share_a_theme(first, 0, second, 1)
    assert not share_a_theme(first, 0, second, 0)


def test_a_theme_that_many_points_have_says_nothing():
    points = [point("A", str(number), OWLS) for number in range(1, 11)]
    everywhere = side(build("A", points, themes=[theme("A", str(number), "owls") for number in range(1, 11)]))
    assert not share_a_theme(everywhere, 0, everywhere, 1)


def test_versions_of_one_text_are_told_by_their_words_alone():
    """What is coded brings no pair where the words of a third of the paragraphs come back."""
    kept = ("Bats sleep in limestone caves.", "Echoes guide hunters among moths.")
    first = build("A", [point("A", "1", kept[0]), point("A", "2", kept[1]), point("A", "3", "Wings fold at dusk.")],
                  themes=[theme("A", "3", "rest")])  # fmt: skip
    second = build("B", [point("B", "1", kept[0]), point("B", "2", kept[1]), point("B", "3", "Colonies need quiet.")],
                   themes=[theme("B", "3", "rest")])  # fmt: skip
    assert [(pair.first, pair.second) for pair in counterparts(first, second).pairs] == [(0, 0), (1, 1)]
