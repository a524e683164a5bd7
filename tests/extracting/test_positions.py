"""Who is said to hold what: a table of sentences for each construction."""

from __future__ import annotations

import pytest

from one_point import analysed

# sentence, then for each position: source, verb, extent, stance
Row = tuple[str, list[tuple[str | None, str, str, str]]]

ACTIVE: list[Row] = [
    ("Participants stressed that training was under way.", [("participants", "stress", "unqualified", "report")]),
    ("Speakers welcomed the new guidelines.", [("speakers", "welcome", "unqualified", "support")]),
    ("Member States pointed out that demand had fallen.", [("member_states", "point out", "unqualified", "report")]),
    ("The Chair summarized the discussion as follows:", [("chair", "summarize", "one", "report")]),
    ("UNODC reported that prices had risen.", [("unodc", "report", "one", "report")]),
    ("Norway opposed the amendment.", [("nor", "oppose", "one", "oppose")]),
    ("Norway did not oppose the amendment.", [("nor", "oppose", "one", "support")]),
    ("Norway could not support the amendment.", [("nor", "support", "one", "oppose")]),
    ("Chile regretted the delay.", [("chl", "regret", "one", "concern")]),
    ("Participants agreed that the plan was sound.", [("participants", "agree", "consensus", "support")]),
    ("Kenya noted with concern the rise in prices.", [("ken", "note", "one", "concern")]),
    ("Kenya noted with appreciation the progress made.", [("ken", "note", "one", "support")]),
    ("Peru took note of the report.", [("per", "take note", "one", "report")]),
    ("Brazil considered that the text was balanced.", [("bra", "consider", "one", "report")]),
    ("The Commission considered agenda item 4.", []),
    ("The Government built a new laboratory.", []),
    ("The report highlighted three gaps.", []),
    ("The Universal Declaration recognizes that right.", []),
]
HOLDERS: list[Row] = [
    ("Canada and Japan said that time was short.", [("can", "say", "one", "report"), ("jpn", "say", "one", "report")]),
    (
        "Jordan, with China and India, opposed the review.",
        [(c, "oppose", "one", "oppose") for c in ("jor", "chn", "ind")],
    ),
    (
        "The EU, supported by Norway and opposed by Kenya, proposed a new paragraph.",
        [
            ("european_union", "propose", "one", "report"),
            ("nor", "support", "one", "support"),
            ("ken", "oppose", "one", "oppose"),
        ],
    ),
    (
        "On finance, the EU, supported by the MARSHALL ISLANDS and opposed by KENYA, proposed a new paragraph.",
        [
            ("european_union", "propose", "one", "report"),
            ("mhl", "support", "one", "support"),
            ("ken", "oppose", "one", "oppose"),
        ],
    ),
    (
        "Finland, on behalf of the EU, stressed the urgency of the matter.",
        [("fin", "stress", "one", "report"), ("european_union", "stress", "one", "report")],
    ),
    (
        "Fiji, for the G-77/China, asked for more time.",
        [("fji", "ask", "one", "report"), ("group_of_77", "ask", "one", "report")],
    ),
    (
        "Supported by Malaysia, Peru suggested a pause.",
        [("mys", "support", "one", "support"), ("per", "suggest", "one", "report")],
    ),
    ("The representative of Ghana stated that training was needed.", [("gha", "state", "one", "report")]),
    (
        "The proposal was supported by several delegations but opposed by many developing countries.",
        [("delegations", "support", "several", "support"), ("developing_countries", "oppose", "many", "oppose")],
    ),
    (
        "Samoa supported the text, while Japan opposed it.",
        [("wsm", "support", "one", "support"), ("jpn", "oppose", "one", "oppose")],
    ),
    ("Noting that time was short, Canada withdrew its proposal.", [("can", "note", "one", "report")]),
    (
        "Norway requested removing the reference, saying it was out of date.",
        [("nor", "request", "one", "report"), ("nor", "say", "one", "report")],
    ),
    (
        "INDIA stressed the need for clarity. He said that the text was long.",
        [("ind", "stress", "one", "report"), ("ind", "say", "one", "report")],
    ),
    ("“Not acceptable,” said one delegation.", [("delegations", "say", "one", "report")]),
]
TAKEN_UP: list[Row] = [
    ("Kenya, speaking on behalf of the African Group, requested a vote.",
     [("ken", "request", "one", "report"), ("african_group", "request", "one", "report")]),
    ("Representatives of civil society asked for a seat.", [("civil_society", "ask", "unqualified", "report")]),
    ("The experience of Chile, Peru and Togo showed that results took time.", []),
    ("Chad noted that the host should decide and outlined two options.",
     [("tcd", "note", "one", "report"), ("tcd", "outline", "one", "report")]),
    # second verbs, absolute phrases, and deeds that are no saying
    ("Delegates debated the text, with Norway, Japan and others initially opposed.",
     [("nor", "oppose", "one", "oppose"), ("jpn", "oppose", "one", "oppose")]),
    ("A number of States said that they would sign the Protocol and offered to host the meeting.",
     [("member_states", "say", "several", "report"), ("member_states", "offer", "several", "support")]),
    ("Norway offered to fund the study.", [("nor", "offer", "one", "support")]),
    ("Norway offered courses.", []),
    ("Norway undertook that its ships would stay away.", [("nor", "undertake", "one", "support")]),
    ("Chile preferred that the phrase be deleted.", [("chl", "prefer", "one", "support")]),
    ("Peru stood ready to share its data.", [("per", "stand ready", "one", "support")]),
    ("States wishing that the fund be closed may leave.", []),
    ("The bridge stood open to traffic.", []),
    ("SWITZERLAND preferred option 2, while NORWAY preferred the shorter text.",
     [("che", "prefer", "one", "support"), ("nor", "prefer", "one", "support")]),
    ("Kenya noted the offences alleged to have been committed by officials.", [("ken", "note", "one", "report")]),
    ("Peru welcomed steps to apply the measures accepted in 2014.", [("per", "welcome", "one", "support")]),
    ("Chile, supported by Peru, as well as Kenya, proposed a vote.",
     [("chl", "propose", "one", "report"), ("per", "support", "one", "support"), ("ken", "support", "one", "support")]),
]  # fmt: skip


SPOKEN_FOR: list[Row] = [
    # who speaks for whom, and goes on speaking for them
    ("Malawi declared, on behalf of the African Group, that time was short. It asked for a vote.",
     [("mwi", "declare", "one", "report"), ("african_group", "declare", "one", "report"),
      ("mwi", "ask", "one", "report"), ("african_group", "ask", "one", "report")]),
    ("On behalf of the European Union, Malta recalled the deadline.",
     [("european_union", "recall", "one", "report"), ("mlt", "recall", "one", "report")]),
    ("Malta and Chile recalled the deadline. It proposed a vote.",
     [("mlt", "recall", "one", "report"), ("chl", "recall", "one", "report"), ("mlt", "propose", "one", "report")]),
    ("Tonga asked for funds on behalf of its farmers.", [("ton", "ask", "one", "report")]),
    ("The Arab Group, represented by Jordan, welcomed the text.",
     [("arab_group", "welcome", "one", "support"), ("jor", "welcome", "one", "support")]),
    ("The European Union, in a statement read out by Italy on behalf of its member States, regretted the delay.",
     [("european_union", "regret", "one", "concern"), ("ita", "regret", "one", "concern")]),
    ("For the Arab Group, the matter was closed; its representative opposed a vote.",
     [("arab_group", "oppose", "one", "oppose")]),
    ("The region was large; its representative opposed a vote.", [("representatives", "oppose", "one", "oppose")]),
    ("The spokesperson for a housing coalition regretted the delay.",
     [("housing_coalition", "regret", "one", "concern")]),
    ("A delegate from a farmers’ association, speaking on behalf of a network of non-governmental organizations, "
     "questioned the figures.",
     [("farmers_association", "question", "one", "oppose"), ("ngos", "question", "one", "oppose")]),
    ("Harm Reduction Worldwide thanked the Chair. She said that time was short.",
     [("harm_reduction_worldwide", "thank", "one", "support"), ("harm_reduction_worldwide", "say", "one", "report")]),
    # who joins, only for the second verb, or is counted
    ("Samoa thanked the Chair and, joined by Palau and Tonga, requested a vote.",
     [("wsm", "thank", "one", "support"), *((c, "request", "one", "report") for c in ("wsm", "plw", "ton"))]),
    ("Samoa thanked the Chair and, after a pause, requested a vote.",
     [("wsm", "thank", "one", "support"), ("wsm", "request", "one", "report")]),
    ("Togo, opposed by a number of delegations, proposed a vote.",
     [("tgo", "propose", "one", "report"), ("delegations", "oppose", "several", "oppose")]),
    ("Many delegations, including those of Togo and Malta, doubted the figures.",
     [("delegations", "doubt", "many", "oppose"), *((c, "doubt", "one", "oppose") for c in ("tgo", "mlt"))]),
    ("Peru added that some projects, including those of UNODC, stressed jobs.", [("per", "add", "one", "report")]),
]  # fmt: skip
VIEWS: list[Row] = [
    # holding a view without a verb of saying, or in the passive
    ("Some participants were of the opinion that the rules had put emphasis on supply.",
     [("participants", "be of the opinion", "some", "report")]),
    ("Chad was in agreement with the text.", [("tcd", "be in agreement", "one", "support")]),
    ("The spread of fentanyl was of grave concern.", []),
    ("Speakers were of one age.", []),
    ("Although the help of donors was warmly welcomed, regret was voiced about the delay.",
     [(None, "welcome", "unstated", "support"), (None, "voice regret", "unstated", "concern")]),
    ("If the help of donors was welcomed, more might come.", []),
    ("The main findings, as outlined by the Secretariat, were grim.", [("secretariat", "outline", "one", "report")]),
    ("The findings collected by the Secretariat were grim.", []),
    ("Such crops were seen by many delegations as a lifeline.", [("delegations", "see", "many", "report")]),
    ("Such crops were seen by many delegations in June.", []),
    ("Cuba, opposed by Chile, wished to delete the phrase.",
     [("cub", "wish", "one", "report"), ("chl", "oppose", "one", "oppose")]),
    ("Delegations that wished to speak were few.", []),
    ("Member States may wish to act.", []),
    ("Mali said that seeds must be replaced, and appealed to donors not to wait.",
     [("mli", "say", "one", "report"), ("mli", "appeal", "one", "report")]),
    ("The Group of Arab States said no.", [("arab_group", "say", "one", "report")]),
    ("A group of delegations said no.", [("delegations", "say", "several", "report")]),
    ("A small number of delegations said no.", [("delegations", "say", "some", "report")]),
]  # fmt: skip


TURNED: list[Row] = [
    # the noun of a verb stands before it, or the holder behind it
    ("Attention was drawn to the costs.", [(None, "draw attention", "unstated", "report")]),
    ("Attention was paid to the costs.", []),
    ("“We shall see,” quipped one delegate.", [("delegations", "quip", "one", "report")]),
    ("“We shall see.” Togo opposed it.", [("tgo", "oppose", "one", "oppose")]),
    ("Delegates converged on a text.", [("delegations", "converge", "consensus", "support")]),
    ("Togo submitted that it was late.", [("tgo", "submit", "one", "report")]),
    ("Togo submitted a plan.", []),
    ("Togo, speaking for Benin, reserved its position.",
     [("tgo", "reserve position", "one", "report"), ("ben", "reserve position", "one", "report")]),
    ("Togo reserved a room.", []),
    # a second verb goes on with the main one, not with a passive below it
    ("Chad regretted the fact that women were seldom asked, and suggested a vote.",
     [("tcd", "regret", "one", "concern"), ("tcd", "suggest", "one", "report")]),
    ("Benin regretted that the deadline was missed, and proposed a pause.",
     [("ben", "regret", "one", "concern"), ("ben", "propose", "one", "report")]),
    ("The letter was sent, and Benin proposed a pause.", [("ben", "propose", "one", "report")]),
    ("One delegate of Togo smiled, and the delegate of Mali said no.", [("mli", "say", "one", "report")]),
]  # fmt: skip
PAPERS: list[Row] = [
    # who put a text forward, or took it up
    ("The Chair noted that a compromise suggested by Togo was on the table.",
     [("chair", "note", "one", "report"), ("tgo", "suggest", "one", "report")]),
    ("No decision was taken on an amendment put forward by Benin.", [("ben", "put forward", "one", "report")]),
    ("The wording proposed by Mali and Chad was long.",
     [("mli", "propose", "one", "report"), ("tcd", "propose", "one", "report")]),
    ("The measures proposed by banks were costly.", []),
    ("The text printed by Mali was long.", []),
]  # fmt: skip
SEATED: list[Row] = [
    # a seat with a name, and those who are only counted
    ("Vice-Chair Haddad proposed a pause.", [("chair", "propose", "one", "report")]),
    ("Facilitator Ana Ruiz thanked all.", [("facilitator", "thank", "one", "support")]),
    ("Ambassador Haddad proposed a pause.", [("person:haddad", "propose", "one", "report")]),
    ("Delegates debated the text. Many preferred the first option.", [("delegations", "prefer", "many", "support")]),
    ("Two observers smiled. Without fish, one said, ponds were dull.", [("observers", "say", "one", "report")]),
    ("Prices rose. Many said so.", [(None, "say", "many", "report")]),
    ("Kenya spoke first. Many welcomed this.",
     [("ken", "speak", "one", "report"), (None, "welcome", "many", "support")]),
]  # fmt: skip
GATHERED: list[Row] = [
    # gatherings and what was said there, persons with an office, who joins behind the verb, who goes on
    ("The workshop noted that fees were high.", [("workshop", "note", "consensus", "report")]),
    ("The drafting group proposed a new text.", [("drafting_group", "propose", "consensus", "report")]),
    ("Most of the time was spent on fees. The discussions highlighted the need for data.",
     [(None, "highlight", "unstated", "report")]),
    ("The Council concluded its work. The session opened at noon.", []),
    ("Olga Brandt, Chief of the Ports Division, Ministry of Transport, said that fees were high. She urged a pause.",
     [("person:brandt", "say", "one", "report"), ("person:brandt", "urge", "one", "report")]),
    ("Togo objected, requesting, with Mali, to delete the text.",
     [("tgo", "object", "one", "oppose"), ("tgo", "request", "one", "report"), ("mli", "request", "one", "report")]),
    ("Most agreed that the fund should be small.", [(None, "agree", "many", "support")]),
    ("No mention was made of ports.", []),
    ("It was important that the role of ports was recognized.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*SPOKEN_FOR, *VIEWS, *TURNED, *PAPERS, *SEATED, *GATHERED])
def test_who_speaks_for_whom_and_who_is_of_a_view(text: str, expected: list[tuple[str | None, str, str, str]]) -> None:
    test_positions(text, expected)


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP)
def test_positions_that_small_parsers_hide(text: str, expected: list[tuple[str | None, str, str, str]]) -> None:
    test_positions(text, expected)


EXTENTS: list[Row] = [
    ("Some speakers noted the trend.", [("speakers", "note", "some", "report")]),
    ("Several speakers noted the trend.", [("speakers", "note", "several", "report")]),
    ("A number of delegations noted the trend.", [("delegations", "note", "several", "report")]),
    ("Many delegations noted the trend.", [("delegations", "note", "many", "report")]),
    ("Most participants noted the trend.", [("participants", "note", "many", "report")]),
    ("One delegation noted the trend.", [("delegations", "note", "one", "report")]),
    ("All participants noted the trend.", [("participants", "note", "consensus", "report")]),
]
PASSIVE: list[Row] = [
    ("It was recognized that supply had grown.", [(None, "recognize", "unstated", "report")]),
    ("It was recognized by some delegations that supply had grown.", [("delegations", "recognize", "some", "report")]),
    ("Cocaine was identified as the main threat.", [(None, "identify", "unstated", "report")]),
    ("Concern was expressed about the delay.", [(None, "express concern", "unstated", "concern")]),
    ("Governments were encouraged to share data.", [(None, "encourage", "unstated", "report")]),
    ("Cooperation was considered essential.", [(None, "consider", "unstated", "report")]),
    ("Ratification was termed a duty.", [(None, "term", "unstated", "report")]),
    ("Housing was held to be a matter of health.", [(None, "hold", "unstated", "report")]),
    ("Three points were made by participants:", [("participants", "make point", "unqualified", "report")]),
    ("Several delegations were opposed to the text.", [("delegations", "oppose", "several", "oppose")]),
    ("Judges were held accountable.", []),
    ("The networks managed by UNODC had grown.", []),
    ("As mentioned above, prices had risen.", []),
]
NOUNS: list[Row] = [
    ("There was a call for Governments to share data.", [(None, "call", "unstated", "report")]),
    ("There was recognition that more time was needed.", [(None, "recognize", "unstated", "report")]),
    ("There was broad consensus on the following points.", [(None, "consensus", "consensus", "support")]),
    (
        "Participants expressed concern about the delay.",
        [("participants", "express concern", "unqualified", "concern")],
    ),
    ("Iran expressed support for the proposal.", [("irn", "express support", "one", "support")]),
    ("Cuba made a request for more time.", [("cub", "request", "one", "report")]),
    ("Italy was concerned about the delay.", [("ita", "be concerned", "one", "concern")]),
    ("Mali remained concerned about the delay.", [("mli", "remain concerned", "one", "concern")]),
]


@pytest.mark.parametrize(("text", "expected"), [*ACTIVE, *HOLDERS, *EXTENTS, *PASSIVE, *NOUNS])
def test_positions(text: str, expected: list[tuple[str | None, str, str, str]]) -> None:
    found = [(p.source, p.verb, p.extent, p.stance) for p in analysed(text).positions]
    assert sorted(found, key=str) == sorted(expected, key=str)


# paragraph, opening phrase, verbs in order
OPENINGS = [
    ("Reaffirms its concern about the threat of weapons, including mines, as well as all acts of terror;",
     "Reaffirms", ["reaffirm"]),
    ("Noting with regret that the supply of grain remains low in many regions, and highlighting the need to act,",
     "Noting", ["note", "highlight"]),
    ("Recalling its resolution 70/1, and recognizing the need for action,", "Recalling", ["recall", "recognize"]),
    ("Deeply concerned that prices have risen,", "Deeply concerned", ["concern"]),
    ("Aware of the role of farmers,", "Aware", ["aware"]),
    ("Deeply concerned at the rise in prices, and alarmed that gangs recruit children,", "Deeply concerned",
     ["concern", "alarm"]),
    ("Deeply concerned that States adopted laws and gangs moved on,", "Deeply concerned", ["concern"]),
    ("Having considered the report of the Secretary-General,", "Having considered", ["consider"]),
    ("Taking note also of the report, and expressing its appreciation to donors,", "Taking note also",
     ["take note", "express appreciation"]),
    ("Also calls upon States to adopt laws, and in this regard takes note of the report;", "Also calls upon",
     ["call upon", "take note"]),
    ("Recognizes that the programme supports farmers, and requests the Secretary-General to extend it;", "Recognizes",
     ["recognize", "request"]),
    ("URGES Member States to adopt the plan;", "URGES", ["urge"]),
    ("Encourages States to gather data, including on sailors’ needs and challenges in reaching ports;", "Encourages",
     ["encourage"]),
    ("Encourages States to gather data, and stresses in this regard the needs of sailors;", "Encourages",
     ["encourage", "stress"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "opening", "verbs"), OPENINGS)
def test_openings(text: str, opening: str, verbs: list[str]) -> None:
    rows = analysed(text, opening).positions
    assert [row.verb for row in rows] == verbs
    assert {(row.source, row.extent) for row in rows} == {("general_assembly", "consensus")}


def test_an_item_that_opens_for_itself_holds_for_itself() -> None:
    rows = analysed(
        "Urges States to adopt laws;", None, "Reaffirms|Reaffirms those rights, and in this regard:"
    ).positions
    assert [(row.point, row.source, row.verb) for row in rows if row.point == "1(a)"] == [
        ("1(a)", "general_assembly", "urge")
    ]


MESSAGES = [
    ("Participants stressed that training was under way.", "training was under way"),
    ("It was recognized by some delegations that supply had grown.", "supply had grown"),
    ("On finance, Canada preferred the first option.", "the first option, on finance"),
    ("Samoa supported the text, while Japan opposed it.", "the text"),
    ("Cocaine was identified as the main threat.", "Cocaine as the main threat"),
    ("Norway stressed that time was short, and asked for more.", "time was short"),
    ("“Not acceptable,” said one delegation.", "“Not acceptable,”"),
    ("A text supported by Japan was tabled.", "A text"),
    ("Peru reminded the Board that ports were full.", "ports were full"),
    ("Ports were full, Peru told the Board as it met.", "Ports were full"),
    ("Peru opposed the text, as did Chile.", "the text"),
    (
        "Welcoming the accord between Mali and Togo, the delegate of Peru said it was late.",
        "the accord between Mali and Togo",
    ),
]


@pytest.mark.parametrize(("text", "message"), MESSAGES)
def test_messages(text: str, message: str) -> None:
    assert analysed(text).positions[0].message == message


def test_the_message_of_an_opening_that_a_parser_parts_from_it() -> None:
    row = analysed("Mindful that leaking tankers may foul beaches,", "Mindful").positions[0]
    assert row.message == "leaking tankers may foul beaches"


def test_positions_stand_where_their_words_stand() -> None:
    text = "The EU, opposed by Kenya, proposed a new paragraph."
    assert [(row.verb, text[row.start : row.end]) for row in analysed(text).positions] == [
        ("propose", "proposed"),
        ("oppose", "opposed"),
    ]
