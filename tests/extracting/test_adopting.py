"""Who adopts: the body of the enacting formula, whatever it is called, or that of the masthead."""

import pytest
import spacy

from cnd_tools.extracting.attributions.adopting import adopting_bodies
from cnd_tools.lexicon import load
from cnd_tools.records import Document, Masthead
from cnd_tools.segmenting import segment

PARIS = "conference_of_the_parties_serving_as_the_meeting_of_the_parties_to_the_paris_agreement"
CARTAGENA = (
    "conference_of_the_parties_serving_as_the_meeting_of_the_parties_to_the_cartagena_protocol_on_biosafety",
    "The Conference of the Parties serving as the meeting of the Parties to the Cartagena Protocol on Biosafety,",
)
REST = "\n\nRecalling its earlier decision,\n\n1. Requests the secretariat to prepare a paper;\n"

FORMULAS = [
    ("The General Assembly,", "general_assembly"),
    ("THE GENERAL ASSEMBLY,", "general_assembly"),
    ("*The General Assembly*,", "general_assembly"),
    ("The Conference of the Parties,", "conference_of_the_parties"),
    ("[The Conference of the Parties,]", "conference_of_the_parties"),
    ("The Conference of the Parties serving as the meeting of the Parties to the Paris Agreement,", PARIS),
    ("The Conference of the Parties [serving as the meeting of the Parties to the Paris Agreement],", PARIS),
    CARTAGENA[::-1],
    ("The Conference of the Parties, acting as the supreme body of the Convention,", "conference_of_the_parties"),
    # Bodies the lexicon does not have adopt under their own names.
    ("The Meeting of the Parties,", "meeting_of_the_parties"),
    ("The Congress,", "congress"),
    ("The General Conference, at its fourth session,", "general_conference"),
    ("The General Conference of the Universal Postal Union,", "general_conference_of_the_universal_postal_union"),
    # A body named inside the name of another does not adopt.
    ("The Parliamentary Assembly of the Council of Europe,", "parliamentary_assembly_of_the_council_of_europe"),
    ("The Seventy-first World Health Assembly,", "world_health_assembly"),
    ("The First Committee,", "first_committee"),
    ("The World Conference on Signals (Lomé, 2023),", "world_conference_on_signals"),
    ("The Committee of Captains, under the terms of Article 15.b of the Statute of Ports,", "committee_of_captains"),
    ("The States Parties to the present Protocol,", "states_parties"),
    ("The need for rules,", None),
]


def bodies(text, masthead=None):
    segmented = segment(Document("x", text, masthead=masthead or Masthead()))
    found = adopting_bodies(segmented, model=spacy.blank("en"), lexicon=load())
    return {point: party.actor for point, party in found.items()}


def adopts(text, masthead=None):
    return bodies(text, masthead).get("1")


@pytest.mark.parametrize(("formula", "body"), FORMULAS)
def test_the_body_of_the_enacting_formula_adopts(formula, body):
    assert adopts(formula + REST) == body


def test_the_masthead_says_who_adopts_where_no_formula_does():
    assert adopts(REST, Masthead(body="Security Council")) == "security_council"
    assert adopts("The Congress," + REST, Masthead(body="Security Council")) == "congress"
    assert adopts(REST) is None


def test_each_formula_begins_a_resolution_of_its_own_body():
    second = "2/1. Rivers\n\nThe Board,\n\n5. Decides to meet.\n\nThe rivers,\n\n6. Notes it.\n"
    found = bodies(f"Report\n\nThe Congress,{REST}\n{second}", Masthead(body="Security Council"))
    assert (found["p1"], found["1"], found["5"], found["6"]) == ("congress", "congress", "board", "board")


def test_a_formula_stands_straight_above_what_it_enacts():
    text = f"The Congress,{REST}\nThe Board,\n\nIt met.\n\n2. Decides to meet."
    assert set(bodies(text).values()) == {"congress"}


def test_an_item_is_no_formula():
    items = "\n\n(a) The Board of Trustees,\n\n(b) The Council.\n"
    assert adopts("1. Invites:" + items, Masthead(body="Security Council")) == "security_council"


def test_nobody_adopts_what_does_not_open_as_resolutions_do():
    assert adopts("The Congress,\n\n1. It met.\n", Masthead(body="Security Council")) is None
