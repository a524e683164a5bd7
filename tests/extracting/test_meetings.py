"""Who holds what and what they demand in records of meetings: one frame of the grid a row."""

from __future__ import annotations

import pytest

from one_point import analysed

# sentence, then for each position: source, verb, extent, stance
Position = tuple[str | None, str, str, str]
POSITIONS: list[tuple[str, list[Position]]] = [
    ("Several delegations saw merit in the text.", [("delegations", "see merit", "several", "support")]),
    ("Several delegations spoke in favour of the text.", [("delegations", "speak in favour", "several", "support")]),
    ("Some delegations argued against the text.", [("delegations", "argue against", "some", "oppose")]),
    ("Chile distanced itself from the text.", [("chl", "distance", "one", "oppose")]),
    ("Chile took the position that fees were high.", [("chl", "take the position", "one", "report")]),
    ("The issue of fees was raised.", [(None, "raise issue", "unstated", "report")]),
    ("Some delegations were wary of the text.", [("delegations", "be wary", "some", "concern")]),
    ("Several delegations were convinced that fees were high.", [("delegations", "be convinced", "several", "report")]),
    ("Chile was encouraged by the results.", [("chl", "be encouraged", "one", "support")]),
    # polite modals, and what somebody could or could not do
    ("Chile would prefer to keep the text.", [("chl", "prefer", "one", "support")]),
    ("Chile could accept the amendment.", [("chl", "accept", "one", "support")]),
    ("Chile would like to see the list published.", [("chl", "like", "one", "report")]),
    ("Chile would like to thank the host.", [("chl", "thank", "one", "support")]),
    ("The Fund could support small ports.", []),
    ("By the draft, Chile would have welcomed the visit.", []),
    ("There does not appear to be any support for the text.", []),
    ("Fees are high, more than two dozen speakers said.", [("speakers", "say", "several", "report")]),
    ("Chile was unable to accept the text.", [("chl", "accept", "one", "oppose")]),
    ("Chile was not in a position to support the text.", [("chl", "support", "one", "oppose")]),
    ("Chile took the opportunity to thank the host.", [("chl", "thank", "one", "support")]),
    ("Chile joined others in thanking the host.", [("chl", "thank", "one", "support")]),
    # whose a feeling, a call or a view is
    ("There was agreement among speakers that fees were high.", [("speakers", "agree", "consensus", "support")]),
    ("There was a call from Chile for funds.", [("chl", "call", "one", "report")]),
    ("It was the understanding of Chile that fees would rise.", [("chl", "understand", "one", "report")]),
    ("Opposition was expressed to the text.", [(None, "express opposition", "unstated", "oppose")]),
    ("There were no comments.", []),
    ("There was no agreement on the fees.", [(None, "agree", "unstated", "oppose")]),
    ("A consensus emerged that fees were high.", [(None, "consensus", "consensus", "support")]),
    ("Since there is recognition of small ports, fees are low.", []),
    ("It was taken up why Chile had been singled out.", []),
    ("Chile took the floor to thank the host.", [("chl", "thank", "one", "support")]),
    ("Chile wanted to keep the text.", [("chl", "want", "one", "report")]),
    ("The fund is for States wanting to mend ports.", []),
    ("The host was assured that fees were low.", []),
    # who goes on, and who does not
    (
        "The Chair said that the Committee had met. It had adopted a list. It urged States to pay.",
        [("chair", "say", "one", "report"), ("committee", "urge", "consensus", "report")],
    ),
    (
        "Several delegations feared delay. The Chair took note. They urged restraint.",
        [
            ("delegations", "fear", "several", "concern"),
            ("chair", "take note", "one", "report"),
            ("delegations", "urge", "several", "report"),
        ],
    ),
    (
        "Chile, speaking for the African Group, thanked the host. She urged restraint.",
        [
            ("chl", "thank", "one", "support"),
            ("african_group", "thank", "one", "support"),
            ("chl", "urge", "one", "report"),
            ("african_group", "urge", "one", "report"),
        ],
    ),
    ("The Council adopted a text in which it asked for funds.", [("council", "ask", "consensus", "report")]),
    ("Chile noted that the rise in fees had clarified the issue.", [("chl", "note", "one", "report")]),
    # who stands in a list, in brackets or beside a State
    (
        "On an annual levy, CHILE, MALI, and PERU underlined the need for a prompt start.",
        [
            ("chl", "underline", "one", "report"),
            ("mli", "underline", "one", "report"),
            ("per", "underline", "one", "report"),
        ],
    ),
    ("The Delegation of Iran (Islamic Republic of) opposed the text.", [("irn", "oppose", "one", "oppose")]),
    (
        "The Government members of Chile and Peru supported the text.",
        [("chl", "support", "one", "support"), ("per", "support", "one", "support")],
    ),
    ("Jan Kranz, Peru, underscored the need for data.", [("person:kranz", "underscore", "one", "report")]),
    (
        "The text was introduced by Chile, which also requested a vote.",
        [("chl", "request", "one", "report")],
    ),
    # what somebody does with a text or the floor
    ("Chile moved an amendment.", [("chl", "move", "one", "report")]),
    ("The Chair referred the draft to the Board.", []),
    ("Chile raised a point of order.", []),
    ("Broad agreement existed that fees were high.", [(None, "agree", "consensus", "support")]),
    (
        "On the contrary, underscored the delegate of Chile, the text shows that fees work.",
        [("chl", "underscore", "one", "report")],
    ),
    (
        "Some participants, noting the lack of data, called for surveys.",
        [("participants", "note", "some", "report"), ("participants", "call for", "some", "report")],
    ),
    ("Chile presented a text, suggesting a pause.", [("chl", "suggest", "one", "report")]),
    # what is left out, or said by another word
    ("Let me thank the host.", [(None, "thank", "one", "support")]),
    ("Chile opposed the text. So did Peru.", [("chl", "oppose", "one", "oppose"), ("per", "oppose", "one", "oppose")]),
    ("Chile and Peru sold fish. The latter proposed to wait.", [("per", "propose", "one", "report")]),
    (
        "The delegate of Chile said that the Peru text was late. His delegation opposed it.",
        [("chl", "say", "one", "report"), ("chl", "oppose", "one", "oppose")],
    ),
    ("The Peruvian observer was elected, and he thanked the host.", [("per", "thank", "one", "support")]),
    (
        "The delegate of Chile spoke on ports, saying they were full.",
        [("chl", "speak", "one", "report"), ("chl", "say", "one", "report")],
    ),
    # by the order of the words
    ("Costs, said the representative of Chile, would double.", [("chl", "say", "one", "report")]),
    ("Echoing Peru, Chile called for funds.", [("chl", "call for", "one", "report")]),
    ("One speaker from Africa urged restraint.", [("speakers", "urge", "one", "report")]),
    ("Virtually all speakers urged restraint.", [("speakers", "urge", "many", "report")]),
    (
        "Chile, for the African Group, noted the costs. He said that they were high.",
        [(who, verb, "one", "report") for verb in ("note", "say") for who in ("chl", "african_group")],
    ),
    ("The Chair regretted this before Chile had expressed its view.", [("chair", "regret", "one", "concern")]),
    ("The Chair said that he had expected a report.", [("chair", "say", "one", "report")]),
    ("The representative of Chile, who had asked for the floor, disagreed.", [("chl", "disagree", "one", "oppose")]),
]


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_positions_in_records(text: str, expected: list[Position]) -> None:
    assert [(row.source, row.verb, row.extent, row.stance) for row in analysed(text).positions] == expected


# sentence, then for each action: agent, lemma
DEMANDS: list[tuple[str, list[tuple[str | None, str]]]] = [
    ("A request was made that the text be deleted.", [(None, "delete")]),
    ("An appeal was made to States to publish data.", [("member_states", "publish")]),
    ("A call was made for States to publish data.", [("member_states", "publish")]),
    ("Calls were made for a review of fees and for the deletion of the text.", [(None, "review"), (None, "delete")]),
    ("The Committee agreed to request the secretariat to prepare a note.", [("secretariat", "prepare")]),
    ("The Committee agreed to recommend that the Council adopt the list.", [("council", "adopt")]),
    ("Chile insisted that the text be deleted.", [(None, "delete")]),
    ("It was incumbent on States to adopt laws.", [("member_states", "adopt")]),
    ("States should, where possible, adopt laws.", [("member_states", "adopt")]),
    (
        "Speakers noted the need for training, for better maps and to mend nets.",
        [(None, "train"), (None, "map"), (None, "mend")],
    ),
    ("The Committee endorsed a recommendation on livelihoods.", []),
    ("Several delegations cautioned against duplication.", [(None, "duplicate")]),
    ("Delegations asked about the plans of the Board to open ports.", []),
    ("Chile explained the notion of reliance.", []),
    (
        "Chile called on States to end dumping, to cease fishing, and protect turtles.",
        [("member_states", "end"), ("member_states", "cease"), ("member_states", "protect")],
    ),
    (
        "Speakers stressed the need for: clear rules; training of crews; and closer cooperation.",
        [(None, "rule"), (None, "train"), (None, "cooperate")],
    ),
    (
        "Chile called on States to: build confidence; share data; and unlock funds.",
        [("member_states", "build"), ("member_states", "share"), ("member_states", "unlock")],
    ),
    ("Chile called for capacity building on customs procedures.", [(None, "build")]),
    ("Speakers stressed the need for data, while welcoming the report.", [(None, "data")]),
    ("The Chair emphasized how important it was to protect the coast.", [(None, "protect")]),
    ("Priorities included deepening the dialogue and ensuring coherence.", [(None, "deepen"), (None, "ensure")]),
    ("Chile recognized the commitment by Peru to pay.", []),
]


@pytest.mark.parametrize(("text", "expected"), DEMANDS)
def test_demands_in_records(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(row.agent, row.lemma) for row in analysed(text).actions] == expected


def test_a_name_goes_with_its_body_and_office() -> None:
    text = "United Nations Secretary-General Ana Lind said that time was short."
    assert [row.source for row in analysed(text).positions] == ["secretary_general"]


NEEDS = [  # whoever holds a need holds all of it, wherever a parser hangs the end of a list
    (
        "The Chair reported on the talks, noting that Parties highlighted the need to: build trust; share data without "
        "delay; encourage broad participation, including from experts; and ensure peace.",
        {"states_parties"},
    ),
    ("The Chair said that Peru stressed the need to build trust, to share data and to open ports.", {"per"}),
    ("The need to build trust and to share data was underlined by several speakers.", {"speakers"}),
    ("Norway said that it saw a need to act, and Chad called for calm.", {"nor", "tcd"}),
]


@pytest.mark.parametrize(("text", "sources"), NEEDS)
def test_a_need_is_held_by_one(text: str, sources: set[str]) -> None:
    assert {row.source for row in analysed(text).actions} == sources
