"""What asks, crosswise with how it is set: one frame a row, each with another cue.

A small part of a grid of 340 cues and 16 frames, of which each row and each column was right or wrong as a whole.
"""

from __future__ import annotations

import pytest

import cnd_tools
from cnd_tools.pipeline import analyse
from cnd_tools.segmenting import segment

WE = "We, the ministers of health of the member States, meeting in Geneva,\n\n"
LAW = "Article 1\n\n1. Each Party shall keep a register.\n\n2. Each Party shall license its vessels.\n\nArticle 2\n\n"
ITEMS = "\n\n(a) Publish the accounts;\n\n(b) Strengthen the courts."
LINES = "\n\nPublish the accounts\n\nStrengthen the courts"
INFINITIVES = "\n\n(a) To publish the accounts;\n\n(b) To strengthen the courts."


def both(agent, strength, polarity="+"):
    return [(lemma, agent, strength, polarity) for lemma in ("publish", "strengthen")]


FRAMES = [
    # over items of their own
    (f"1. Member States should, inter alia:{ITEMS}", both("member_states", "recommendation")),
    (f"{LAW}1. The Parties shall, as far as possible:{ITEMS}", both("states_parties", "obligation")),
    (f"1. It is essential for Member States to:{ITEMS}", both("member_states", "necessity")),
    (f"1. It is of the utmost importance that Member States:{ITEMS}", both("member_states", "recommendation")),
    (f"1. There is an urgent need:{INFINITIVES}", both(None, "necessity")),
    (f"1. Member States are under an obligation to:{ITEMS}", both("member_states", "obligation")),
    (f"1. Efforts should be made by Member States to:{ITEMS}", both("member_states", "recommendation")),
    (f"1. No State shall:{ITEMS}", both("member_states", "obligation", "-")),
    (f"1. Member States must never:{ITEMS}", both("member_states", "obligation", "-")),
    (f"{WE}1. We renew our appeal to donors to:{ITEMS}", both("donors", "encouragement")),
    ("1. Insists that:\n\n(a) Member States publish the accounts;\n\n(b) The Council strengthen the courts.",
     [("publish", "member_states", "recommendation", "+"), ("strengthen", "council", "recommendation", "+")]),
    # over lines without labels, and over two levels
    (f"1. Member States are urged to:{LINES}", both("member_states", "recommendation")),
    (f"{WE}We commit to:\n\nPublishing the accounts\n\nStrengthening the courts", both("member_states", "obligation")),
    ("1. Member States should:\n\n(a) On trust:\n\n(i) Publish the accounts;\n\n(ii) Strengthen the courts.",
     both("member_states", "recommendation")),
    (f"Objective 1: Safe ports\n\nActions:{ITEMS}", both(None, "recommendation")),
    # in one line
    ("1. Member States are urged: (a) to publish the accounts; and (b) to strengthen the courts.",
     both("member_states", "recommendation")),
    ("1. Member States should (i) publish the accounts and (ii) strengthen the courts.",
     both("member_states", "recommendation")),
    ("1. It is vital that Member States: (a) publish the accounts; (b) strengthen the courts.",
     both("member_states", "necessity")),
    ("1. Member States shall not: (a) publish the accounts; (b) strengthen the courts.",
     both("member_states", "obligation", "-")),
    # one verb
    ("1. Member States are urged to, as a matter of urgency, publish the accounts.",
     [("publish", "member_states", "recommendation", "+")]),
    ("1. It is the duty of Member States to publish the accounts.", [("publish", "member_states", "obligation", "+")]),
    ("1. Member States shall neither publish nor sell the accounts.",
     [("publish", "member_states", "obligation", "-"), ("sell", "member_states", "obligation", "-")]),
    ("1. No State shall take measures to publish the accounts.",
     [("publish", "member_states", "obligation", "-")]),
    (f"{WE}1. We commit to improving ports.\n\n2. Invites the secretariat to publish the accounts.",
     [("improve", "member_states", "obligation", "+"), ("publish", "secretariat", "encouragement", "+")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_a_cue_asks_in_every_frame(text, expected):
    found = [
        (one.lemma, one.agent, one.strength, one.polarity)
        for one in analyse(segment(cnd_tools.document(text))).actions
        if one.lemma not in ("keep", "license")
    ]
    assert found == expected


DIRECTS_NOTHING = [
    f"1. The report found that some States:{ITEMS}",
    f"1. Member States are free to choose whether to:{ITEMS}",
]


@pytest.mark.parametrize("text", DIRECTS_NOTHING)
def test_a_chapeau_that_tells_asks_for_nothing(text):
    assert not analyse(segment(cnd_tools.document(text))).actions


def test_a_proviso_belongs_to_its_own_verb():
    text = "1. The Council requests the Director to provide, upon request, aid to ports and to submit a report."
    assert [one.condition for one in analyse(segment(cnd_tools.document(text))).actions] == ["upon request", None]
