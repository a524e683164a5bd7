"""Constructions by which texts of many kinds ask for something: what is asked, and of whom."""

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
SERIES += [
    ("The Board called for steps to end and address piracy.", ["end -", "address -"]),
    ("The Board called for steps to end piracy and hunger.", ["end -"]),
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

WHO_ACTS = [
    (
        "The Board stressed the importance of the participation of and consultation with women.",
        ["participate women", "consult -"],
    ),
    ("Recalling the need for close co-operation among banks in tracing the trade,", ["cooperate banks"]),
    ("Peru recommended that Governments should be encouraged to test ships.", ["test member_states"]),
    ("Peru recommended that Governments be encouraged to test ships.", ["test member_states"]),
    (
        "Chad thanked Peru and underscored that donor-driven priorities should not overshadow its needs.",
        ["overshadow -"],
    ),
    ("The Board recommended that Governments be thanked.", ["thank -"]),
    ("It is essential that women have access to credit.", ["have -"]),
    ("Peru stressed that women should open ports.", ["open women"]),
    ("Peru thanked the Office on Drugs in Asia, and invited it to open a port.", ["open office_on_drugs"]),
]
TOLD_ONLY = [
    ("Peru was pleased that Chad had supported its two recommendations on continuing to train judges.", []),
    ("Peru was pleased that Chad had supported recommendations on fees for ports.", []),
    ("Chad supported the call for a review of fees.", ["review -"]),
    ("In its resolution 7/2, the Board had decided to hold a debate on fees.", []),
    ("The Board decided to hold a debate on fees.", ["hold board"]),
    ("Chad had ratified the treaty, which showed its commitment to ending piracy.", []),
    ("Affirming its commitment to the Declaration on Rural Roads,", []),
    ("The Chair said that the Board should settle whether a report was necessary.", ["settle board"]),
    ("The Board asked what form the fund should take.", []),
    ("Norway would urge all States to sign the treaty.", ["sign member_states"]),
    ("The new rules would encourage States to open ports.", []),
    ("States need to counter the sale and abuse of drugs.", ["counter member_states"]),
]


@pytest.mark.parametrize(("text", "asked"), [*WHO_ACTS, *TOLD_ONLY, *SERIES, *LACKING, *THE_STATE])
def test_what_is_asked_of_whom(text: str, asked: list[str]) -> None:
    actions = analyse(segment(document(text, name="demands"))).actions
    assert [f"{one.lemma} {one.agent or '-'}" for one in actions] == asked
