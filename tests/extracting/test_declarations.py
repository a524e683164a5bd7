"""Declarations and plans of action as wholes: who "we" is, what chapeaux hand on, and what a bare verb asks."""

from __future__ import annotations

import pytest

import cnd_tools
from cnd_tools.pipeline import analyse
from cnd_tools.segmenting import segment

WE = "We, the ministers of fisheries and high representatives, have met.\n\n"
GROUP = "We, the Heads of State of the African Union, meeting in Lagos,\n\nDeeply concerned by storms,\n\n"
SUMMIT = "We, the Presidents of Chile and Peru, have met.\n\n"


def read(text):
    return analyse(segment(cnd_tools.document(text)))


POSITIONS = [
    (WE + "1. We stress the need for peace and, in this regard, urge all States to act.",
     [("member_states", "stress"), ("member_states", "urge")]),
    (WE + "1. We are convinced that ports matter and we are determined to mend them.",
     [("member_states", "be convinced"), ("member_states", "determine")]),
    (WE + "1. We note the losses, highlighting that storms have grown.",
     [("member_states", "note"), ("member_states", "highlight")]),
    (GROUP + "1. Call upon partners to pay;\n\n2. Are alarmed by losses.",
     [("african_union", "concern"), ("african_union", "call upon"), ("african_union", "be alarmed")]),
    (SUMMIT + "1. We welcome the plan.", [("chl", "welcome"), ("per", "welcome")]),
    ("We welcome the plan.", [(None, "welcome")]),
    (WE + "1. We affirm that peace is precious.", [("member_states", "affirm")]),
    (WE + "1. We rededicate ourselves to peace.", [("member_states", "rededicate")]),
    (WE + "1. We stand in solidarity with the crews.", [("member_states", "stand in solidarity")]),
    (WE + "1. We view with concern the loss of nets.", [("member_states", "view with concern")]),
    (WE + "1. The lamps stand with their backs to the sea.", []),
    ("The General Assembly\n\nAdopts the annexed declaration.\n\nAnnex\n\n1. In order to end waste, we, Heads of State "
     "and Government assembled in Rome:\n\n(a) Regret the losses;\n\n(b) Commit to mending nets;\n\n"
     "2. Recognize that ports matter;\n\n3. Note with concern that storms have grown.",
     [("general_assembly", "adopt"), ("member_states", "regret"), ("member_states", "commit"),
      ("member_states", "recognize"), ("member_states", "note")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_positions_of_those_who_say_we(text, expected):
    found = read(text)
    assert [(one.source, one.verb) for one in found.positions] == expected
    assert all(one.extent == "consensus" for one in found.positions if one.source)


SIGNALS = "The World Conference on Signals (Lomé, 2023),\n\nrecalling\n\na) its resolution 7;\n\n"
ACTIONS = [
    ("1. Ministers agreed that port authorities should:\n\n(a) Train crews.",
     [("train", "port_authorities", "recommendation")]),
    ("The Council,\n\n1. Decides that all States shall:\n\n(a) Freeze funds.",
     [("freeze", "member_states", "obligation")]),
    ("The Council,\n\n2. Urges States to lend boats, to answer requests to visit and to consider mending nets.",
     [("lend", "member_states", "recommendation"), ("answer", "member_states", "recommendation"),
      ("mend", "member_states", "recommendation")]),
    (SIGNALS + "instructs the Secretary-General\n\n1 to report on lamps;\n\n2 to meet captains,\n\n"
     "invites Member States\n\n1 to mend lamps;\n\n2 to share charts.",
     [("report", "secretary_general", "obligation"), ("meet", "secretary_general", "obligation"),
      ("mend", "member_states", "encouragement"), ("share", "member_states", "encouragement")]),
    ("We, the ministers of fisheries, met in Rome, and in this regard we:\n\n1. Recognize losses;\n\n"
     "Commitments\n\n2. Strengthen the fleets;\n\n3. Ensure the safety of crews;\n\n4. Invite donors to pay.",
     [("strengthen", "member_states", "obligation"), ("ensure", "member_states", "obligation"),
      ("pay", "donors", "encouragement")]),
    ("We, the ministers of fisheries, assembled in Rome:\n\nRecognize the losses;\n\n"
     "Commit to taking the following actions:\n\n1. Train the crews of all boats;\n\n2. Ensure that nets are marked.",
     [("train", "member_states", "obligation"), ("ensure", "member_states", "obligation")]),
    ("We, the ministers of fisheries, meeting in Rome,\n\nWelcoming the report,\n\n"
     "9. Focus on mending nets by:\n\n(a) Inviting donors to lend boats;\n\n(b) Asking Member States to train crews.",
     [("focus", "member_states", "obligation"), ("lend", "donors", "encouragement"),
      ("train", "member_states", "recommendation")]),
    ("The Assembly,\n\n3. Supports the following ten key actions:\n\n"
     "(a) Collect data: Improve the methods of mapping;\n\n(b) Map rivers.",
     [("collect", None, "encouragement"), ("improve", None, "encouragement"), ("map", None, "encouragement")]),
    ("2020 G20 Summit Leaders' Declaration\n\n1. Prices have risen. We will strive to support the poor.",
     [("support", "group_of_20", "obligation")]),
    (WE + "1. We commit ourselves to ending waste and to mending nets.",
     [("end", "member_states", "obligation"), ("mend", "member_states", "obligation")]),
    (WE + "1. We note the good that ports bring, and will bring, to islands.", []),
    (WE + "1. We note the plan that ports made, and will fund it.", [("fund", "member_states", "obligation")]),
    (WE + "1. We pledge that nobody will be left behind.", [("leave", "member_states", "obligation")]),
    (WE + "1. We reaffirm our commitment to the conventions.", []),
    (WE + "1. We reiterate our resolve to end waste, and recommend the following measures:\n\nPorts\n\n"
     "(a) Take steps to open ports;\n\nCrews\n\n(b) Also consider training crews, as appropriate;\n\n"
     "2. (a) Mend nets;\n\n(b) Mend sails.",
     [("end", "member_states", "obligation"), ("open", None, "recommendation"), ("train", None, "recommendation"),
      ("mend", None, "recommendation"), ("mend", None, "recommendation")]),
    (WE + "1. We therefore:\n\n(a) Call upon States to act;\n\n(b) Welcome the plan.",
     [("act", "member_states", "recommendation")]),
    ("We, Heads of State and representatives, assembled in Lagos,\n\n1. Deeply concerned by losses;\n\n"
     "2. Declare our commitment to protect crews by taking action as follows, in every port;\n\nPorts\n\n"
     "Ports matter.\n\n3. By 2035, ensure safety;\n\nCrews\n\n4. Urge owners to pay.",
     [("protect", "member_states", "obligation"), ("ensure", "member_states", "obligation"),
      ("pay", "owners", "recommendation")]),
    ("The plan is short.\n\nMember States should:\n\nPorts\n\n1. Mend ports.\n\nCrews\n\n2. Also ensure rest.",
     [("mend", "member_states", "recommendation"), ("ensure", "member_states", "recommendation")]),
    ("1. The Board recommends:\n\n(a) That priority be given to ports;\n\n(b) That States pay the crews.",
     [("give", None, "recommendation"), ("pay", "member_states", "recommendation")]),
    ("1. States should reduce waste, inter alia, by:\n\n(a) Banning, where needed, plastic bags;\n\n(b) Boats.",
     [("reduce", "member_states", "recommendation"), ("ban", "member_states", "recommendation")]),
    ("1. Ensure peace.\n\n2. Adopt the plan.\n\n3. Further develop ports.\n\n4. Urge States to pay.",
     [("ensure", None, "recommendation"), ("adopt", None, "recommendation"), ("develop", None, "recommendation"),
      ("pay", "member_states", "recommendation")]),
    ("1. The report covers:\n\n(a) Support services;\n\n(b) Trade flows.", []),
    (GROUP + "1. We welcome the plan.\n\n2. Invite donors to lend boats.\n\n3. Support for ports has grown.",
     [("lend", "donors", "encouragement")]),
    (GROUP + "DO HEREBY DECLARE TO:\n\n1. STEP UP aid to ports;\n\n2. ENDEAVOUR to open ports;\n\n"
     "3. FORWARD the list.",
     [("step up", "african_union", "obligation"), ("open", "african_union", "obligation"),
      ("forward", "african_union", "obligation")]),
    (GROUP + "Agree:\n\n1. to mend nets;\n\n2. not to license boats;\n\n3. to invite banks to lend.",
     [("mend", "african_union", "obligation"), ("license", "african_union", "obligation"),
      ("lend", "banks", "encouragement")]),
    (WE + "1. We will work together to:\n\n(a) Advance trade;\n\n(b) Operationalize the fund;\n\n"
     "(c) As needed, review laws.",
     [("advance", "member_states", "obligation"), ("operationalize", "member_states", "obligation"),
      ("review", "member_states", "obligation")]),
    (WE + "1. We agree on the following actions:\n\n(a) Promotion of trade;\n\n(b) To mend nets.",
     [("promote", "member_states", "obligation"), ("mend", "member_states", "obligation")]),
    (WE + "1. We therefore endeavour to take the following actions:\n\nPorts\n\n2. Mend nets;\n\n3. Train crews.",
     [("mend", "member_states", "obligation"), ("train", "member_states", "obligation")]),
    (WE + "1. To this end, we intend to take the following measures:\n\n(a) Build ports;\n\n(b) Review fees.",
     [("build", "member_states", "obligation"), ("review", "member_states", "obligation")]),
    (WE + "1. Owners intend to take the following steps:\n\n(a) Build ports;\n\n(b) Ports are full.", []),
    (WE + "1. We undertake that our ports will publish their fees. We stand ready to help crews.",
     [("publish", "member_states", "obligation"), ("help", "member_states", "obligation")]),
    (WE + "1. We are committed to:\n\n(a) The repair of ports;\n\n(b) Training crews in ports.",
     [("repair", "member_states", "obligation"), ("train", "member_states", "obligation")]),
    (WE + "1. We remain determined to support fishers. We remain resolved to end waste.",
     [("support", "member_states", "obligation"), ("end", "member_states", "obligation")]),
    ("1. We note the storms.\n\n2. We value boats and commit to mend nets.\n\n3. We thank the crews.",
     [("mend", None, "obligation")]),
    (WE + "1. We recall commitments to end waste and reiterate that sails are vital to trade.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ACTIONS)
def test_actions_of_declarations_and_plans(text, expected):
    assert [(one.lemma, one.agent, one.strength) for one in read(text).actions] == expected


def test_rows_of_a_we_that_stands_outside():
    found = read("We the States Members of the United Nations,\n\n1. Resolve to end waste.")
    assert [(one.source_text, one.verb_text) for one in found.positions] == [(None, "Resolve")]
    assert [(one.agent_text, one.text) for one in found.actions] == [(None, "Resolve to end waste")]
    ours = [(one.role, one.text) for one in found.actors if one.actor == "member_states" and one.point == "1"]
    assert ours == [("source", "Resolve"), ("agent", "Resolve")]


CHAPEAU = (
    "1. Urges States to protect reefs by:\n\n(a) Mapping them;\n\n(b) Being open to advice;\n\n(c) Taking care of, and "
)


@pytest.mark.parametrize("last", ["visiting, them.", "mending, them.", "cleaning them."])
def test_an_aim_has_words_of_the_item_and_no_others(last):
    found = read(CHAPEAU + last)
    texts = {point.point: point.text.lower() for point in found.points}
    assert len(found.actions) >= 3
    assert [one.aim for one in found.actions if one.aim.lower() not in texts[one.point]] == []


DUE = [
    ("States should ratify the Convention on Reefs by 2021.", "Convention on Reefs", "by 2021"),
    ("States should submit a report on the harbours every two years.", "report", "every two years"),
    ("States should keep a list of harbours.", "list of harbours", None),
]


@pytest.mark.parametrize(("text", "thing", "due"), DUE)
def test_an_object_has_no_deadline_in_it(text, thing, due):
    assert [(one.object, one.deadline) for one in read(text).actions] == [(thing, due)]
