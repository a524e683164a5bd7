"""The part each actor plays: a table of sentences for each role."""

from __future__ import annotations

import pytest

from one_point import analysed

ROLES = [
    ("Participants stressed that UNODC should train judges.",
     {"participants:source", "unodc:agent", "judiciary:recipient"}),
    ("Governments were encouraged to share data.", {"member_states:agent"}),
    ("Chile urged Peru to ratify the treaty.", {"chl:source", "per:agent"}),
    ("Assistance to developing countries should be increased.", {"developing_countries:recipient"}),
    ("Transit countries need assistance.", {"transit_countries:recipient"}),
    ("The rehabilitation of drug users was under way.", {"people_who_use_drugs:recipient"}),
    ("The cultivation of coca in Colombia had fallen.", {"col:mention"}),
    ("The network, managed by UNODC, had grown.", {"unodc:agent"}),
    ("Intelligence-sharing between law enforcement agencies should be enhanced.", {"law_enforcement_agencies:agent"}),
    ("The regional offices of UNODC should be empowered to promote programmes.",
     {"unodc_regional_offices:agent", "unodc_regional_offices:recipient"}),
    ("Member States mentioned that they should assess progress.", {"member_states:source", "member_states:agent"}),
    ("Plans should be made in cooperation with civil society.", {"civil_society:agent"}),
]  # fmt: skip
DOERS = [  # who does what a noun says, and who acts with others
    ("The readiness of Chad to cooperate was noted.", {"tcd:agent"}),
    ("The obligation of States to extradite was recalled.", {"member_states:agent"}),
    ("The right of victims to seek redress was recalled.", {"victims:mention"}),
    ("States should protect the right of victims to seek redress.", {"member_states:agent", "victims:recipient"}),
    ("Each country’s commitments were recalled.", {"member_states:mention"}),
    ("Norway's efforts were commended.", {"nor:agent"}),
    ("Action by Member States was needed.", {"member_states:agent"}),
    ("Chair Becker will prepare a report.", {"chair:agent", "person:becker:mention"}),
    ("Co-Chair Helen Plume presented a text.", {"chair:agent", "person:plume:mention"}),
    ("A report prepared by Chair Becker was long.", {"chair:agent", "person:becker:mention"}),
    ("The report on Chair Becker was long.", {"chair:mention", "person:becker:mention"}),
    ("UNODC should map routes jointly with civil society.", {"unodc:agent", "civil_society:agent"}),
    ("The meeting was opened by Aiko Mori, Ambassador of Japan.", {"person:mori:mention", "jpn:mention"}),
    ("The delegation of Norway said that time was short.", {"nor:source"}),
    ("The role of the Council in mediation was recalled.", {"council:agent"}),
    ("The role of families and schools was the topic.", {"families:mention"}),
    ("The participation of parents as advisers was recalled.", {"parents:agent"}),
    ("The participation of parents was recalled.", {"parents:agent"}),
    ("States should ensure the participation of parents in schools.", {"member_states:agent", "parents:recipient"}),
    ("Crimes committed by United Nations officials were deplored.", {"united_nations_officials:mention"}),
    ("The plan was drawn up as requested by the General Assembly.", {"general_assembly:source"}),
    ("There was reason for Governments to act.", {"member_states:agent"}),
    ("UNODC was in a position to help.", {"unodc:agent"}),
    ("Operations were carried out under the coordination of INTERPOL.", {"interpol:agent"}),
    ("Training was offered with the involvement of WHO.", {"who:agent"}),
    ("The text was supported by no delegation.", {"delegations:mention"}),
    ("The group was led by Ms. Ana Ruiz (Chile).", {"person:ruiz:mention", "chl:mention"}),
    ("Malta thanked Chad and encouraged it to sign.", {"mlt:source", "tcd:agent"}),
    ("Judges were trained to use the system.", {"judiciary:recipient"}),
    ("Plans should be made in cooperation with civil society, including non-governmental organizations.",
     {"civil_society:agent", "ngos:agent"}),
    ("The representative of Norway made a statement.", {"nor:mention"}),
    ("Plans were made in cooperation with representatives of minorities.", {"minorities:agent"}),
    ("Interpreters accompanied the judges.", {"interpreters:agent", "judiciary:mention"}),
    ("Guidance for court clerks was issued.", {"court_clerks:recipient"}),
    ("The persons accompanied the judges.", {"judiciary:mention"}),
    ("The task of the Bank is to lend.", {"bank:agent"}),
    ("The role of women in the talks was recalled.", {"women:agent"}),
    ("It was the duty of States to take the side of the weak.", {"member_states:agent"}),
    ("The Board thanked Norway and voiced its appreciation to Malta for leading the talks.",
     {"board:source", "nor:mention", "mlt:agent"}),
    ("Funds were found for women's empowerment.", {"women:recipient"}),
    ("The role that women have in the talks was recalled.", {"women:agent"}),
    ("Manuals for schools, including for teachers and clerks, were sold.",
     {"schools:recipient", "teachers:recipient", "clerks:recipient"}),
    ("Now it is up to Governments to act.", {"member_states:agent"}),
    ("Officials of States, including Chad and Togo, met the Board.",
     {"member_states:agent", "tcd:agent", "tgo:agent", "board:mention"}),
    ("The letter was brought to the attention of the General Assembly.", {"general_assembly:recipient"}),
    ("Bloggers, journalists and trade unions were arrested.",
     {"bloggers:mention", "journalists:mention", "trade_unions:mention"}),
]  # fmt: skip
AMONG = [  # who is among others though words stand between; who is only told of
    ("They met in a process that involves farmers, including, where appropriate, youth.",
     {"farmers:agent", "youth:agent"}),
    ("UNODC should work with civil society, including, as appropriate, academia.",
     {"unodc:agent", "civil_society:agent", "academia:agent"}),
    ("The law was drafted by farmers, including, where possible, youth.", {"farmers:agent", "youth:agent"}),
    ("Farmers met in towns, including, where possible, Rome.", {"farmers:agent"}),
    ("The report on the activities of UNODC was long.", {"unodc:mention"}),
    ("Youth possess great talent.", {"youth:mention"}),
    ("UNODC had extensive discussions with Norway.", {"unodc:agent", "nor:mention"}),
]  # fmt: skip
COUNTED = [  # who acts is counted, named again, or asked in a list
    ("The pledges made by a number of States were recalled.", {"member_states:agent"}),
    ("The roads of a number of States were closed.", {"member_states:mention"}),
    ("Projects funded by a group of donors had ended.", {"donors:agent"}),
    ("The efforts of WHO in this field, and those of UNICEF and UNAIDS, were noted.",
     {"who:agent", "unicef:agent", "unaids:agent"}),
    ("The borders of Chad, and those of Niger, were closed.", {"tcd:mention", "ner:mention"}),
    ("Encourages donors, in line with their means, to:", {"donors:agent"}),
    ("Draws the attention of donors, in line with their wish, to:", {"donors:mention"}),
]  # fmt: skip
GIVEN = [  # to whom something is given, wherever the words stand
    ("The Board should transmit the text of its findings to all Governments.",
     {"board:agent", "member_states:recipient"}),
    ("The pledge was sent without delay to UNICEF.", {"unicef:recipient"}),
    ("The text relating to UNICEF was long.", {"unicef:mention"}),
    ("UNODC should give women equal access to land.", {"unodc:agent", "women:recipient"}),
    ("Judges had to be given the power to freeze assets.", {"judiciary:recipient"}),
    ("Judges had to give their reasons.", {"judiciary:agent"}),
    ("Migrants were granted a permit.", {"migrants:recipient"}),
    ("Parents needed to be involved from the outset.", {"parents:recipient"}),
    ("Parents needed to arrive on time.", {"parents:agent"}),
    ("Civil society asked to be consulted.", {"civil_society:source", "civil_society:recipient"}),
]  # fmt: skip
HELPED = [  # whom it reaches
    ("Speakers expressed their gratitude to the Secretariat.", {"speakers:source", "secretariat:recipient"}),
    ("Regret was expressed to the Government of Chad.", {"tcd:recipient"}),
    ("Equal access should be granted to women.", {"women:recipient"}),
    ("The land was returned to farmers.", {"farmers:recipient"}),
    ("Farmers were entitled to compensation.", {"farmers:recipient"}),
    ("Measures were taken to improve the situation of migrants.", {"migrants:recipient"}),
    ("The situation of migrants was discussed.", {"migrants:mention"}),
    ("INCB was asked to submit data to Governments and to the Commission.",
     {"incb:agent", "member_states:recipient", "commission:recipient"}),
    ("Findings should be shared with INCB.", {"incb:recipient"}),
    ("Small States needed to be equipped with vessels.", {"member_states:recipient"}),
    ("The refugees continue to require help.", {"refugees:recipient"}),
    ("Outreach to young people had grown.", {"youth:recipient"}),
    ("Services were lacking, in particular for developing countries.", {"developing_countries:recipient"}),
    ("Aid was planned for farmers.", {"farmers:recipient"}),
    ("States should not punish doctors acting in good faith.", {"member_states:agent", "health_workers:recipient"}),
    ("The Secretary-General was asked to update Member States on progress.",
     {"secretary_general:agent", "member_states:recipient"}),
    ("UNODC should report to the Commission.", {"unodc:agent", "commission:recipient"}),
    ("The retraining of police officers was essential.", {"law_enforcement_agencies:recipient"}),
    ("The treatment of children was discussed.", {"children:recipient"}),
    ("The cruel treatment of children was deplored.", {"children:mention"}),
    ("Such rules limited women's participation.", {"women:mention"}),
    ("For farmers the harvest was a relief", {"farmers:mention"}),  # the last word stands before none
    ("Roads were built, notably for women.", {"women:recipient"}),
]  # fmt: skip

PERSONS = [  # who is named with an office and a place, and what is only said of them
    ("Ms. Anna Holm, Chief Specialist, Ministry of Health, Peru, presented the guide.",
     {"person:holm:agent", "per:mention"}),
    ("Mr. Carlo Di Marco, Chair, said that time was short.", {"person:di_marco:source"}),
    ("Statements were made by the Minister of Finance of Togo, Peter Lund; and the delegate of Mali.",
     {"person:lund:mention", "tgo:mention", "mli:mention"}),
    ("Ana Ruiz, facilitator of the talks, said that time was short.", {"person:ruiz:source"}),
    ("Ana Ruiz, Bolivia's Minister of Water, said that time was short.", {"person:ruiz:source", "bol:mention"}),
    ("Peru's delegate said that time was short.", {"per:source"}),
    ("In the view of Mr. Lund, the Bank should pay.", {"person:lund:source", "bank:agent"}),
    ("Chile thanked the delegation of Fiji for its report.", {"chl:source", "fji:agent"}),
]  # fmt: skip
PARTS = [  # whose part in something it is, and whom it is to help
    ("The involvement of the World Bank was welcomed.", {"world_bank:agent"}),
    ("The involvement of women was welcomed.", {"women:agent"}),
    ("The Board encouraged the involvement of women in trade.", {"board:source", "women:recipient"}),
    ("The Fund helps Governments respond to crises.", {"fund:agent", "member_states:recipient"}),
    ("States should ensure that girls have access to schools.", {"member_states:agent", "girls:recipient"}),
    ("The Council had before it a report.", {"council:mention"}),
    ("States should adopt a plan to prevent violence against women.", {"member_states:agent", "women:recipient"}),
    ("UNODC should train farmers, in particular women.", {"unodc:agent", "farmers:recipient", "women:recipient"}),
    ("Norway expressed its support for UNODC.", {"nor:source", "unodc:mention"}),
    ("UNODC should draft the guide in consultation with States.", {"unodc:agent", "member_states:mention"}),
    ("The gap between rich and developing countries had grown.", {"developing_countries:mention"}),
    ("Women have a role in peace.", {"women:agent"}),
]  # fmt: skip

TAKING_PART = [  # who takes part acts, unless others are to bring it about; who is only told of does nothing
    ("The participation of farmers in planning is essential.", {"farmers:agent"}),
    ("Ports should increase the participation of farmers in planning.", {"farmers:recipient"}),
    ("The Board read a paper on the participation of farmers.", {"board:agent", "farmers:mention"}),
    ("A farm was rebuilt with support from donors.", {"donors:agent"}),
    ("A farm was rebuilt with stones from donors.", {"donors:mention"}),
    ("The round table was chaired by Peru and attended by donors.", {"per:mention", "donors:mention"}),
    ("The Committee against Torture (CAT) called on Chad to act.", {"committee_against_torture:source", "tcd:agent"}),
    ("Employers and trade unions in the valley were invited to act.", {"employers:agent", "trade_unions:agent"}),
    ("UNESCO should advise Governments.", {"unesco:agent", "member_states:recipient"}),
    ("The role of Governments in this regard was recalled.", {"member_states:mention"}),
    ("The programme was a success with the establishment of the Fund for Ports.", {"fund_for_ports:mention"}),
]  # fmt: skip
REACHED = [  # who is reached by what is theirs, by remedies, and by the end of a wrong
    ("A fund was opened to meet farmers’ needs.", {"farmers:recipient"}),
    ("States should offer effective remedies for victims.", {"member_states:agent", "victims:recipient"}),
    ("States should combat trafficking in women.", {"member_states:agent", "women:recipient"}),
    ("Members recalled the enjoyment of rights by women.", {"members:source", "women:recipient"}),
    ("States should ensure access to vaccines for farmers.", {"member_states:agent", "farmers:recipient"}),
    ("States parties shall afford each other assistance.", {"states_parties:agent", "states_parties:recipient"}),
    ("The text shall be deposited with UNESCO.", {"unesco:recipient"}),
    ("States should protect persons with albinism.", {"member_states:agent", "persons_with_albinism:recipient"}),
    ("States should treat people with dignity.", {"member_states:agent", "people:recipient"}),
]  # fmt: skip

CARED_FOR = [  # whose rights and needs are cared for, and whose are only spoken of
    ("States should protect the rights of farmers.", {"member_states:agent", "farmers:recipient"}),
    ("A seminar on the rights of farmers was held.", {"farmers:mention"}),
    ("The capacity of developing countries was small.", {"developing_countries:mention"}),
    ("The strengthening of the capacity of developing countries is under way.", {"developing_countries:recipient"}),
    ("Attention to the needs of women had grown.", {"women:recipient"}),
    ("States should respect the rights of migrants.", {"member_states:agent", "migrants:recipient"}),
    ("UNESCO should prepare a study on violence against women.", {"unesco:agent", "women:mention"}),
    ("Plans to combat hate speech, and racism against migrants, were drawn up.", {"migrants:recipient"}),
    ("States should ensure that farmers can vote.", {"member_states:agent", "farmers:recipient"}),
    ("States should ensure that farmers pay taxes.", {"member_states:agent", "farmers:agent"}),
    ("Schools offer women free meals.", {"schools:agent", "women:recipient"}),
]  # fmt: skip
TOLD_OF = [  # who is told of only: who held it, who was there, who was informed, whose it is
    ("The concerns raised by farmers were noted.", {"farmers:source"}),
    ("The Committee considered the requests from Peru.", {"committee:agent", "per:source"}),
    ("The item was added at the request of Chad.", {"tcd:source"}),
    ("Targets agreed upon by Chad were met.", {"tcd:agent"}),
    ("Member States had been informed of the outcome.", {"member_states:recipient"}),
    ("Delegates were briefed on the workshop.", {"delegations:recipient"}),
    ("Owners shall be informed of the outcome.", {"owners:recipient"}),
    ("Representatives of UNICEF took part.", {"unicef:mention"}),
    ("Land owned or managed by women was sold.", {"women:mention"}),
    ("UNICEF-related matters were raised.", {"unicef:mention"}),
    ("The Board referred to UNICEF.", {"board:source", "unicef:mention"}),
]  # fmt: skip
MEANT_FOR = [  # for whom something is made, in whom something is bettered; who is involved or did what thanks are for
    ("Awareness-raising activities for customs officials were held.", {"customs_officials:recipient"}),
    ("Codes of conduct and other standards for judges were drawn up.", {"judiciary:recipient"}),
    ("Plans for the Board were drawn up.", {"board:mention"}),
    ("Strategies, such as those for the Roma, were drawn up.", {"roma:recipient"}),
    ("Health programmes targeting sex workers and youth were recalled.",
     {"sex_workers:recipient", "youth:recipient"}),
    ("Hate speech targeting minorities had risen.", {"minorities:mention"}),
    ("Norway called for enhancing capacity in developing countries.", {"nor:source", "developing_countries:recipient"}),
    ("Plans to promote the contribution of youth to peace were drawn up.", {"youth:agent"}),
    ("A working group on the specific needs of women and girls was held.", {"women:recipient", "girls:recipient"}),
    ("The needs of women were discussed.", {"women:mention"}),
    ("The storms in developing countries were recalled.", {"developing_countries:mention"}),
    ("States should address the vulnerabilities of women.", {"member_states:agent", "women:recipient"}),
    ("The vulnerability of women was recalled.", {"women:mention"}),
    ("States should ensure that care is free and that women have access to it.",
     {"member_states:agent", "women:recipient"}),
    ("Some women do not have access to treatment.", {"women:mention"}),
    ("Women lack the means to protect themselves.", {"women:mention"}),
    ("The Chair reminded delegates that the list was closed.", {"chair:source", "delegations:recipient"}),
    ("The Chair reminded delegates to sign the list.", {"chair:source", "delegations:agent"}),
    ("Particular focus should be placed on families and communities.",
     {"families:recipient", "communities:recipient"}),
    ("Progress in the elimination of discrimination against women was made.", {"women:recipient"}),
    ("The process involves all stakeholders.", {"stakeholders:agent"}),
    ("States should involve youth in planning.", {"member_states:agent", "youth:recipient"}),
    ("States should widen partnerships, engaging youth.", {"member_states:agent", "youth:agent"}),
    ("Peru voiced its appreciation to the Governments that had provided assistance to refugees.",
     {"per:source", "member_states:agent", "refugees:recipient"}),
]  # fmt: skip
TASKS = [  # whose task something is, whom an opportunity is for, who joins in
    ("The primary responsibility lay with Governments.", {"member_states:agent"}),
    ("Norway is responsible for training judges.", {"nor:agent", "judiciary:mention"}),
    ("UNICEF became the first body to report.", {"unicef:agent"}),
    ("The talks are an opportunity for Governments to take stock.", {"member_states:agent"}),
    ("We shall form partnerships, engaging youth.", {"youth:agent"}),
    ("Work was done under the leadership of UNICEF.", {"unicef:agent"}),
    ("All stakeholders took part in policy development, including civil society.",
     {"stakeholders:agent", "civil_society:agent"}),
]  # fmt: skip
MENDED = [  # names that a parser took apart, subjects read as objects, verbs tagged as nouns
    ("States should support small island developing States.",
     {"member_states:agent", "small_island_developing_states:recipient"}),
    ("The programme helped developing countries.", {"developing_countries:recipient"}),
    ("Civil society should monitor schools and parliaments should enact laws.",
     {"civil_society:agent", "schools:recipient", "parliaments:agent"}),
    ("The Council recommended that UNESCO redouble its efforts.", {"council:source", "unesco:agent"}),
]  # fmt: skip


LISTED = [  # lists that a parser loses, titles of persons, and what another body asked or held
    (
        "The Director should report, in close collaboration with the Food and Agriculture Organization of the United "
        "Nations, the World Health Organization and the World Bank, as well as with the Fish Panel, on reefs.",
        {"director:agent", "fao:agent", "who:agent", "world_bank:agent", "fish_panel:agent"},
    ),
    ("Aid should address the needs of developing countries, particularly LDCs.",
     {"developing_countries:recipient", "least_developed_countries:recipient"}),
    ("States should work with the members of the Reef Alliance.", {"member_states:agent", "reef_alliance:agent"}),
    ("The Chair, Ms. Diaz, said that debt grew.", {"chair:source", "person:diaz:mention"}),
    ("Ms. Diaz, Assistant Secretary-General for Trade, said that debt grew.", {"person:diaz:source"}),
    ("Executive Secretary Ana Lind said that time was short.", {"person:lind:source"}),
    ("Recalling resolution 60/2, in which the Assembly asked States to act,",
     {"general_assembly:source", "member_states:agent"}),
    ("Plans were made to facilitate exchanges among farmers and judges.", {"farmers:agent", "judiciary:agent"}),
    ("The fund was set up for the women’s group of Ghana.", {"womens_organizations:recipient", "gha:mention"}),
    ("Guidelines for working with children were drawn up.", {"children:mention"}),
    ("Trade is slow, Peru’s delegate told the Port Board, as it met again.", {"per:source", "port_board:recipient"}),
    ("Each Party shall designate a national focal point.", {"states_parties:agent", "national_focal_points:mention"}),
    ("Ms. Lind reminded UN member States that time was short.", {"person:lind:source", "member_states:recipient"}),
    ("Parents have the primary responsibility for children.", {"parents:agent", "children:mention"}),
    ("States should ensure access to services for women who were ill and for girls who are well.",
     {"member_states:agent", "women:recipient", "girls:recipient"}),
    ("States should provide assistance to trade unions.", {"member_states:agent", "trade_unions:recipient"}),
    ("Help was given to flag States.", {"flag_states:recipient"}),
    ("The Assembly charged the Harbour Bureau with the task.", {"general_assembly:agent", "harbour_bureau:agent"}),
    ("Co-Chairs Mensah and Diallo proposed a pause.",
     {"chair:source", "person:mensah:mention", "person:diallo:mention"}),
    ("Ms. Lind (UNICEF) called for debt relief.", {"person:lind:source", "unicef:mention"}),
    ("The President of Colombia called for debt relief.", {"col:source"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*CARED_FOR, *TOLD_OF, *MEANT_FOR, *TASKS, *MENDED, *LISTED])
def test_who_is_cared_for_told_of_or_charged(text: str, expected: set[str]) -> None:
    assert {f"{row.actor}:{row.role}" for row in analysed(text).actors} == expected


@pytest.mark.parametrize(("text", "expected"), [*TAKING_PART, *REACHED])
def test_who_takes_part_and_who_is_reached(text: str, expected: set[str]) -> None:
    assert {f"{row.actor}:{row.role}" for row in analysed(text).actors} == expected


@pytest.mark.parametrize(("text", "expected"), [*DOERS, *AMONG, *COUNTED, *GIVEN, *HELPED, *PERSONS, *PARTS])
def test_doers_of_nouns_and_those_helped(text: str, expected: set[str]) -> None:
    assert {f"{row.actor}:{row.role}" for row in analysed(text).actors} == expected


def test_who_decides_is_to_do_it() -> None:
    rows = analysed("Decides to include the item in its agenda;", "Decides").actors
    assert {(row.actor, row.role, row.text) for row in rows} == {
        ("general_assembly", "source", "Decides"),
        ("general_assembly", "agent", "include"),
    }


def test_who_does_a_verbal_noun_is_the_agent_of_the_action() -> None:
    rows = analysed("The withdrawal of Chad from the area;", None, "Calls for|Calls for:").actions
    assert [(row.lemma, row.agent) for row in rows if row.point == "1(a)"] == [("withdraw", "tcd")]
    rows = analysed("Calls for the accession of all States to the treaty;", "Calls for").actions
    assert [(row.agent, row.object) for row in rows] == [("member_states", None)]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(text: str, expected: set[str]) -> None:
    assert {f"{row.actor}:{row.role}" for row in analysed(text).actors} == expected


def test_the_adopting_body_is_a_source_though_unnamed() -> None:
    rows = analysed("Urges Member States to adopt plans;", "Urges").actors
    assert [(row.actor, row.role, row.text) for row in rows] == [
        ("member_states", "agent", "Member States"),
        ("general_assembly", "source", "Urges"),
    ]


def test_whom_a_chapeau_asks_is_an_agent_of_its_items() -> None:
    rows = analysed("To submit a report;", None, "Requests|Requests the Secretary-General:").actors
    assert ("1(a)", "secretary_general", "agent", "submit") in [(r.point, r.actor, r.role, r.text) for r in rows]
