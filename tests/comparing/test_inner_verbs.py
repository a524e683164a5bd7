"""Verbs that took each other's place inside a paragraph."""

from __future__ import annotations

import pytest

from cnd_tools.comparing.diffing import opcodes
from cnd_tools.comparing.inner_verbs import changed_verbs, inner_verbs
from cnd_tools.comparing.wording import plain_words


def changed(before, after, begin=0):
    steps = opcodes(plain_words(before), plain_words(after))
    pairs = changed_verbs(inner_verbs(before, begin), inner_verbs(after, begin), steps)
    return [f"{one.printed} → {other.printed}" for one, other in pairs]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Notes the delay, and encourages States to consider new depots",
            "Notes the delay, and urges States to take new depots",
            ["encourages → urges", "consider → take"],
        ),
        ("Bats are rare, noting the new caves", "Bats are rare, stressing the new caves", ["noting → stressing"]),
        (
            "Condemns the raid, and calls upon all parties to leave",
            "Condemns the raid, and demands that all parties leave",
            ["calls upon → demands"],
        ),
        (
            "Welcomes the plan, takes note of the budget",
            "Welcomes the plan, regrets the budget",
            ["takes note → regrets"],
        ),
        ("It met, and urges States to act", "It met, and strongly urges States to act", ["urges → strongly urges"]),
        (
            "It met, and expresses concern at the delay",
            "It met, and expresses its deep concern at the delay",
            ["expresses concern → expresses its deep concern"],
        ),
        ("Governments were encouraged to fund it", "Governments were urged to fund it", ["encouraged → urged"]),
        (
            "Speakers noted that bats are rare",
            "Speakers emphasized that bats are rare",
            ["noted → emphasized"],
        ),
        ("We encourage Governments to act", "We urge Governments to act", ["encourage → urge"]),
        (
            "We reaffirm the plan and invite donors to pay",
            "We reaffirm the plan and request donors to pay",
            ["invite → request"],
        ),
        (
            "The Committee recommends that States act",
            "The Committee requests that States act",
            ["recommends → requests"],
        ),
        # No verbs, or none that took another's place.
        ("the demands of the poor were met", "the requests of the poor were met", []),
        ("with the support of donors", "with the regard of donors", []),
        ("the recommended measures", "the requested measures", []),
        ("and urges States to act", "and urges all States to act", []),
        ("and urges States to act, and invites donors", "and invites donors, and urges States to act", []),
        ("and urges States to act", "and bats fly", []),
    ],
)
def test_verbs_that_took_each_others_place(before, after, expected):
    assert changed(before, after) == expected


def test_the_opening_is_looked_at_elsewhere():
    assert changed("Urges States to act", "Invites States to act", begin=len("Invites")) == []
