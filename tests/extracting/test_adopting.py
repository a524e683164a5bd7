"""Who adopts: the body of the enacting formula, whatever it is called, or that of the masthead."""

import pytest
import spacy

from cnd_tools.extracting.adopting import adopting_body
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
    ("The States Parties to the present Protocol,", "states_parties"),
    ("The need for rules,", None),
]


def adopts(text, masthead=None):
    segmented = segment(Document("x", text, masthead=masthead or Masthead()))
    party = adopting_body(segmented, model=spacy.blank("en"), lexicon=load())
    return party and party.actor


@pytest.mark.parametrize(("formula", "body"), FORMULAS)
def test_the_body_of_the_enacting_formula_adopts(formula, body):
    assert adopts(formula + REST) == body


def test_the_masthead_says_who_adopts_where_no_formula_does():
    assert adopts(REST, Masthead(body="Security Council")) == "security_council"
    assert adopts("The Congress," + REST, Masthead(body="Security Council")) == "congress"
    assert adopts(REST) is None


def test_an_item_is_no_formula():
    items = "\n\n(a) The Board of Trustees,\n\n(b) The Council.\n"
    assert adopts("1. Invites:" + items, Masthead(body="Security Council")) == "security_council"


def test_nobody_adopts_what_does_not_open_as_resolutions_do():
    assert adopts("The Congress,\n\n1. It met.\n", Masthead(body="Security Council")) is None
