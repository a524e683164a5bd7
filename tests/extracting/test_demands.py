"""Constructions by which texts ask for something, as they stand in documents of many kinds: what is asked, and of whom."""

from __future__ import annotations

import pytest

from cnd_tools.pipeline import analyse
from cnd_tools.reading import document
from cnd_tools.segmenting import segment

SERIES = [
    (
        "The Board recommended that the authorities harmonise the rules on fees, reform the courts and amend the code.",
        ["harmonise authorities", "reform authorities", "amend authorities"],
    ),
    (
        "Peru urged that States adopt a code for ports, train crews and publish the fees.",
        ["adopt member_states", "train member_states", "publish member_states"],
    ),
    ("The Board urged that States adopt laws that it had proposed, said Peru.", ["adopt member_states"]),
    (
        "The Board called upon States to pass laws that make fishing there an offence, or to take other measures.",
        ["pass member_states", "take member_states"],
    ),
    ("The Board recommended ensuring that nets are mended and opening a port.", ["ensure -", "open -"]),
    ("The Board recommended ensuring that nets are mended, which costs little.", ["ensure -"]),
    (
        "The Board encouraged the ratification of, accession to and implementation of the treaty.",
        ["ratify -", "accede -", "implement -"],
    ),
    ("The Board called for support to, and protection of, fishers.", ["support -", "protect -"]),
    ("Chad recommended the Board publish the list.", ["publish board"]),
    (
        "The Board urged States to accede to the Protocol to Prevent, Suppress and Punish Trafficking in Persons.",
        ["accede member_states"],
    ),
]
LACKING = [
    ("The controls on trade require further strengthening if piracy is to be ended.", ["strengthen -"]),
    ("The Board condemned piracy, which harms trade and requires the arming of ships.", ["arm -"]),
    ("The Board thanked the coastal States, which need support.", []),
]
THE_STATE = [
    (
        "The Board thanked the Plurinational State of Bolivia, and it called upon the State to ratify the treaty.",
        ["ratify bol"],
    ),
    ("Chad commended Peru. It recommended that the State revise its code.", ["revise per"]),
]


@pytest.mark.parametrize(("text", "asked"), [*SERIES, *LACKING, *THE_STATE])
def test_what_is_asked_of_whom(text: str, asked: list[str]) -> None:
    actions = analyse(segment(document(text, name="demands"))).actions
    assert [f"{one.lemma} {one.agent or '-'}" for one in actions] == asked
