"""Actors: who is named, by which words, and who is not though the words are there."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import cnd_tools
from cnd_tools.extracting.actors.abbreviations import has_head, learn_short_names
from cnd_tools.extracting.actors.mentions import actors, find_mentions
from cnd_tools.extracting.matches import Mention
from cnd_tools.lexicon import load
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.segmenting import segment

BLANK = spacy.blank("en")

# Everybody a sentence names, with a capital or without, and nobody else.
SENTENCES = [
    # States, and coordinations that share their noun
    ("Member States and Governments took the floor.", "member_states"),
    ("Producing, transit and other countries met.", "producing_countries transit_countries member_states"),
    ("Producer and consumer States met.", "producing_countries destination_countries"),
    ("Countries of origin and destination met.", "countries_of_origin destination_countries"),
    ("Developing transit States struggled.", "developing_countries"),
    ("African and Asian States agreed.", "african_states asian_states"),
    ("Developed and landlocked developing countries agreed.", "developed_countries landlocked_developing_countries"),
    ("Nobody can solve this in one country alone.", ""),
    ("Austria hosts Croatian, Czech and Slovene minorities and a Turkish-speaking school.", "aut minorities"),
    ("In Austria, minorities and the Croatian Government agreed.", "aut minorities hrv"),
    (
        "Help reached migrants, migrant workers and people who are poor or marginalized.",
        "migrants migrant_workers marginalized_groups",
    ),
    ("Deaths in police custody were counted.", ""),
    ("The report states that the state of the art was poor.", ""),
    ("Parties adopted the text.", "states_parties"),
    ("Political parties adopted the text.", "political_parties"),
    ("No State can act alone; any interested Government may join.", "member_states"),
    ("Any State party may join.", "states_parties"),
    ("Low- and middle-income countries met.", "low_and_middle_income_countries"),
    ("Middle-income countries met.", "middle_income_countries"),
    ("Co-Chair Mensah met Ambassador Haddad.", "chair person:mensah person:haddad"),
    ("The Executive Secretary, Mr. Haddad, left.", "executive_secretary person:haddad"),
    ("Anna van der Berg, Envoy for the Danube, spoke.", "person:van_der_berg envoy_for_the_danube"),
    (
        "Ana Ruiz, co-facilitator of the talks, and the Sovereign Order of Malta spoke.",
        "person:ruiz facilitator sovereign_order_of_malta",
    ),
    ("The World Conference on Water and Member of the Sami Parliament met.", "sami_parliament"),
    (
        "At the Commission on Narcotic Drugs, Ana Maria Ruiz, Executive Director, spoke.",
        "commission person:ruiz executive_director",
    ),
    (
        "The Ministry of Labour, Family, Social Affairs and Trade met.",
        "ministry_of_labour_family_social_affairs_and_trade",
    ),
    (
        "Zeid Ra’ad Al Hussein, Ministry of Health, and Maria de los Santos, UNIDO, spoke.",
        "person:al_hussein ministry_of_health person:de_los_santos unido",
    ),
    ("WP.5 met WP.29; WP.52 and document WP.5 did not.", "wp_5 wp_29"),
    ("Other international and regional organizations met.", "international_agencies regional_organizations"),
    ("Persons belonging to national or ethnic, religious and linguistic minorities met.", "minorities"),
    # Trades and services
    (
        "Manufacturers, importers and distributors met precursor manufacturers.",
        "manufacturers importers distributors precursor_manufacturers",
    ),
    (
        "Drug control, education and justice authorities met customs officials and customs officers.",
        "drug_control_authorities education_authorities justice_authorities customs_officials customs_officers",
    ),
    ("Online platforms and social media companies met.", "online_platforms social_media_companies"),
    ("Front-line officers, journalists and school counsellors met.", "front_line_officers journalists counsellors"),
    ("Smallholders and development partners met at the front line.", "farmers development_partners"),
    # Countries
    ("Iran (Islamic Republic of) and the Lao People’s Democratic Republic spoke.", "irn lao"),
    ("The Netherlands (Kingdom of the), Türkiye and the Republic of Korea spoke.", "nld tur kor"),
    ("The US, the U.K. and Viet Nam spoke.", "usa gbr vnm"),
    ("CANADA and the MARSHALL ISLANDS opposed SAUDI ARABIA.", "can mhl sau"),
    ("The Afghan delegation thanked Côte d’Ivoire.", "afg delegations civ"),
    ("The Democratic Republic of the Congo and the Congo share a river.", "cod cog"),
    ("Equatorial Guinea, Guinea-Bissau, Papua New Guinea and Guinea spoke.", "gnq gnb png gin"),
    ("Niger and Nigeria spoke.", "ner nga"),
    ("They ate turkey from china with a chad.", ""),
    ("The book came from New Mexico, New Jersey and the Gulf of Guinea.", ""),
    ("Documents exist in English, French, Russian and Spanish.", ""),
    ("Latin American states differ.", "latin_american_and_caribbean_states"),
    # Regions
    ("West Africa and Central America suffered.", "west_africa central_america"),
    ("Western and Central Africa suffered.", "west_africa central_africa"),
    ("Latin America and the Caribbean suffered.", "latin_america_and_the_caribbean"),
    # Groups
    ("The G-77/CHINA and AOSIS supported the EU.", "group_of_77 alliance_of_small_island_states european_union"),
    ("The Group of 77 and China met the Umbrella Group.", "group_of_77 umbrella_group"),
    ("Tuvalu, for the LDCs, disagreed.", "tuv least_developed_countries"),
    # The United Nations
    ("The United Nations Office on Drugs and Crime (UNODC) helped.", "unodc"),
    ("Regional offices of UNODC helped.", "unodc_regional_offices"),
    ("INCB, WHO and UNAIDS were thanked.", "incb who unaids"),
    ("Who was thanked?", ""),
    ("The Secretary-General of the United Nations reported.", "secretary_general"),
    ("The Charter of the United Nations says so.", ""),
    ("Secretary-General Ana Moreira opened the session.", "secretary_general"),
    ("The budget was left until COP 9.", ""),
    ("The COP elected its officers.", "conference_of_the_parties"),
    ("See FCCC/SBI/2006/L.24 and document E/CN.7/2011/8.", ""),
    # Titles name nobody
    ("The United Nations Convention against Transnational Organized Crime entered into force.", ""),
    ("The Plan of Action on Assistance to Children and Farmers was adopted.", ""),
    ("The Single Convention on Narcotic Drugs of 1961 as amended by the 1972 Protocol stands.", ""),
    # Events do nothing; a conference of its members does
    ("The tenth Review Conference of the Seabed Treaty was held.", ""),
    ("The World Conference on Fisheries and the Thirteenth Congress on Crime were held.", ""),
    (
        "The Conference of Ministers of Fisheries and the Conference on Disarmament met.",
        "conference_of_ministers_of_fisheries conference_on_disarmament",
    ),
    # Names go on over "with regard to"; one Power is not all of them
    (
        "The Working Group on the Situation with regard to the Charting of Reefs met the administering Power.",
        "working_group_on_the_situation_with_regard_to_the_charting_of_reefs administering_power",
    ),
    ("The administering Powers were invited.", "administering_powers"),
    # Programmes are carried out, not asked; the ones that are bodies are known
    (
        "The Clean Harbours Programme and the Programme on Safe Piers were launched with the World Food Programme.",
        "wfp",
    ),
    # Named bodies the lexicon does not have
    ("The Supreme Auditor General and the Permanent Representative spoke.", "supreme_auditor_general"),
    ("They were treated as criminals by experts on mission.", ""),
    ("The Federal Fisheries Control Service wrote.", "federal_fisheries_control_service"),
    ("The Ministry of Justice of Slovenia wrote.", "ministry_of_justice svn"),
    ("The Lighthouse Keepers Union and the Harbour Authority wrote.", "lighthouse_keepers_union harbour_authority"),
    ("Law enforcement was not at issue.", ""),
    (
        "The Ministry of Labour, Family and Social Affairs of Slovenia wrote.",
        "ministry_of_labour_family_and_social_affairs svn",
    ),
    (
        "The Committee on the Rights of Persons with Disabilities met in May.",
        "committee_on_the_rights_of_persons_with_disabilities",
    ),
    ("The United Nations Office on Drugs and Crime World Drug Report was read.", "unodc"),
    # Persons
    ("Ambassador Maria Nováková of Czechia chaired.", "person:novakova cze"),
    ("It was chaired by Ann Brook, Counsellor of the Embassy of Kenya.", "person:brook ken"),
    ("Co-Chair Lindqvist presented the text.", "chair person:lindqvist"),
    ("Jane Doe (Norway) presented the text.", "person:doe nor"),
    ("John Roe, UNIDO, presented the text.", "person:roe unido"),
    ("The Chair presented the text.", "chair"),
    (
        "Ambassador Luisa Ruiz-Ortega of Chile and Mr. Ian O'Brien of Ireland spoke.",
        "person:ruiz_ortega chl person:o_brien irl",
    ),
    ("The table was chaired well.", ""),
    ("They flew to Buenos Aires, Argentina, for the session.", "arg"),
    # Society, justice, adverse
    ("Civil society, including non-governmental organizations, took part.", "civil_society ngos"),
    ("The chemical and pharmaceutical industries took part.", "chemical_industry pharmaceutical_industry"),
    ("The public and private sectors took part.", "public_sector private_sector"),
    ("The scientific and academic communities took part.", "scientific_community academia"),
    ("Drug users and those at risk of drug use were asked.", "people_who_use_drugs people_at_risk_of_drug_use"),
    ("Police officers, judges and prosecutors were trained.", "law_enforcement_agencies judiciary prosecutors"),
    ("Drug traffickers and other criminals use mules.", "drug_traffickers organized_crime_groups mules"),
    ("The objective of organized crime is profit.", "organized_crime_groups"),
    ("Organized crime was discussed.", ""),
    # Names that go on over a country, an office, small words; peoples; and titles in which nobody is named
    ("The Conciliation Commission for Chad met in Lima.", "conciliation_commission_for_chad"),
    ("The Assistance Mission in Togo and the Bank of Togo were closed.", "assistance_mission_in_togo bank_of_togo"),
    (
        "The Secretary-General of the Organization of American States spoke.",
        "secretary_general_of_the_organization_of_american_states",
    ),
    ("The Executive Director of UNODC spoke.", "executive_director unodc"),
    ("The Special Rapporteur on the right to food wrote.", "special_rapporteur_on_the_right_to_food"),
    ("The Special Committee on Reefs met. The Special Committee rose.", "special_committee_on_reefs"),
    ("The Ninth Conference of States Parties will be held.", "ninth_conference_of_states_parties"),
    ("The people of Togo voted.", "people_of_togo tgo"),
    ("The parties resumed their talks.", "parties"),
    ("The Biennial Meeting of States to Consider the Programme of Action was held.", ""),
    ("The High-level Meeting of the General Assembly was held.", ""),
    ("The Russian Federation voted.", "rus"),
    ("Child-sensitive rules were adopted.", ""),
    ("The Governments of Chad and Togo agreed.", "tcd tgo"),
    ("Neighbouring countries, host States and flag States agreed.", "neighbouring_countries host_states flag_states"),
    ("Competent authorities and customs officers were trained.", "competent_authorities customs_officers"),
]

# What a pronoun or its like stands for, in order; "" for nobody.
PRONOUNS = [
    ("Member States mentioned that they should go on.", "they", "member_states"),
    ("Canada and Japan said they agreed.", "they", "can jpn"),
    ("Producing and transit countries met. All have to work.", "All", "producing_countries transit_countries"),
    ("Those efforts failed. Rather, they should be joint.", "they", ""),
    ("African States lacked means, and help for those States was vital.", "those States", "african_states"),
    ("Crime grew in Central America, and the region asked for help.", "the region", "central_america"),
    ("The International Narcotics Control Board reported. The Board was thanked.", "The Board", "incb"),
    (
        "The World Tourism Organization wrote to staff of the Organization.",
        "the Organization",
        "world_tourism_organization",
    ),
    ("UNODC reported that it would go on.", "it", "unodc"),
    ("It was recognized that Canada was right.", "It", ""),
    ("Slovenia had agreed, and the Government had signed.", "the Government", "svn"),
    ("The Chair opened the debate. She thanked everybody.", "She", "chair"),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


def named(mentions: list[Mention]) -> list[str]:
    return list(dict.fromkeys(one.actor for one in mentions if not one.pronoun))


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=lambda value: value[:60])
def test_sentences(nlp: Language, text: str, expected: str) -> None:
    assert named(find_mentions(nlp(text))) == expected.split()


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=lambda value: value[:60])
def test_what_the_lexicon_has_needs_no_parse(text: str, expected: str) -> None:
    known = {entry.id for entry in load()["actor"]}
    found = set(named(find_mentions(BLANK(text))))
    assert known & set(expected.split()) == known & found


@pytest.mark.parametrize(("text", "word", "expected"), PRONOUNS, ids=lambda value: value[:60])
def test_pronouns(nlp: Language, text: str, word: str, expected: str) -> None:
    doc = nlp(text)
    found = [one.actor for one in find_mentions(doc) if one.pronoun and doc[one.start : one.end].text == word]
    assert found == expected.split()


def test_a_body_nobody_named_in_full_is_itself(nlp: Language) -> None:
    assert named(find_mentions(nlp("The Tribunal sat."))) == ["tribunal"]
    assert named(find_mentions(nlp("The Commission sat."))) == ["commission"]
    assert named(find_mentions(nlp("Staff of the Organization sat."))) == ["united_nations"]
    assert named(find_mentions(nlp("The Disarmament Commission met, and the Commission sat."))) == [
        "disarmament_commission"
    ]


def test_parts_of_a_coordination_have_their_own_words_and_one_root(nlp: Language) -> None:
    doc = nlp("They met producer, consumer and transit countries.")
    found = [(doc[one.start : one.end].text, doc[one.root].text, one.rule) for one in find_mentions(doc)]
    assert [(text, root) for text, root, _ in found] == [
        ("producer", "countries"),
        ("consumer", "countries"),
        ("transit countries", "countries"),
    ]
    assert [rule.partition(":")[0] for _, _, rule in found] == ["coordination", "coordination", "lexicon"]


def test_acronyms_are_learned_from_the_whole_document(nlp: Language) -> None:
    text = "The Lighthouse Keepers Union (LKU) met. The Pre-Fog Notification Tool (PFNT) was shown. LKU left."
    assert named(find_mentions(nlp(text))) == ["lighthouse_keepers_union"]
    learned = learn_short_names(text, lexicon=load())
    assert {short: known.actor for short, known in learned.items()} == {"LKU": "lighthouse_keepers_union"}
    later = nlp("LKU and PFNT came back.")
    assert named(find_mentions(later)) == []
    assert named(find_mentions(later, short_names=learned)) == ["lighthouse_keepers_union"]


@pytest.mark.parametrize(
    ("document", "body", "actor"),
    [
        ("The Committee on Tides met. The Committee rose.", None, "committee_on_tides"),
        ("The Tides Committee and the Committee on Tides met. The Committee rose.", None, "committee"),
        (
            "The Committee on Tides and the Committee on Fog met. The Committee rose.",
            "Committee on Fog",
            "committee_on_fog",
        ),
        ("The Security Council met. The Committee rose.", None, "committee"),
    ],
)
def test_the_committee_is_the_one_a_document_names(nlp: Language, document: str, body: str | None, actor: str) -> None:
    doc = nlp("It was submitted to the Committee.")
    learned = learn_short_names(document, lexicon=load(), body=body)
    assert named(find_mentions(doc, short_names=learned)) == [actor]


@pytest.mark.parametrize(
    ("document", "actor"),
    [
        ("The United Nations Commission on International Trade Law met. The Commission rose.",
         "united_nations_commission_on_international_trade_law"),
        ("The Commission on Fog and the Commission on Tides met. The Commission rose.", "commission"),
        ("The Board met. The Commission rose.", "commission"),
    ],
)  # fmt: skip
def test_the_commission_is_that_on_narcotic_drugs_unless_a_document_names_one_other(
    nlp: Language, document: str, actor: str
) -> None:
    doc = nlp("It was submitted to the Commission.")
    learned = learn_short_names(document, lexicon=load())
    assert named(find_mentions(doc, short_names=learned)) == [actor]


@pytest.mark.parametrize(
    ("document", "actor"),
    [
        ("UNODC met. The Office rose.", "unodc"),
        ("UNODC met OHCHR. The Office rose.", "office"),
        ("INCB met. The Office rose.", "office"),
    ],
)
def test_the_office_is_the_one_a_document_names_by_its_initials(nlp: Language, document: str, actor: str) -> None:
    doc = nlp("It was submitted to the Office.")
    learned = learn_short_names(document, lexicon=load())
    assert named(find_mentions(doc, short_names=learned)) == [actor]


@pytest.mark.parametrize(
    ("document", "text", "actor"),
    [
        ("WORLD TOURISM ORGANIZATION\n\nReport", "It thanked the Organization.", "world_tourism_organization"),
        ("WORLD TOURISM ORGANIZATION\n\nASSEMBLY", "It thanked the Assembly.", "assembly"),
        ("UNITED NATIONS\n\nThe Assembly met.", "It thanked the Assembly.", "general_assembly"),
        ("The World Tourism Organization met.", "It thanked the Organization.", "united_nations"),
        ("Report of the Human Rights Council on its session\n\nThe Council met.", "It thanked the Council.",
         "human_rights_council"),
    ],
)  # fmt: skip
def test_the_organization_is_the_one_whose_document_it_is(nlp: Language, document: str, text: str, actor: str) -> None:
    learned = learn_short_names(document, lexicon=load())
    assert named(find_mentions(nlp(text), short_names=learned)) == [actor]


def test_rows(nlp: Language) -> None:
    doc = nlp("Canada spoke. Canada said that UNODC should help Member States, as they had asked.")
    can, again, unodc, states, they = find_mentions(doc)
    roles = {can: [], again: ["source"], unodc: ["agent"], states: ["recipient"], they: ["agent"]}
    rows = [(row.actor, row.role, row.text) for row in actors(doc, roles)]
    assert rows == [
        ("can", "source", "Canada"),
        ("unodc", "agent", "UNODC"),
        ("member_states", "recipient", "Member States"),
        ("member_states", "agent", "they"),
    ]
    first = next(actors(doc, roles))
    assert (first.document, first.point, first.name, first.type) == ("", "", "Canada", "country")
    assert doc.text[first.start : first.end] == "Canada"
    assert first.start == doc.text.rindex("Canada")


def test_rows_without_roles_are_mentions_and_pronouns_none(nlp: Language) -> None:
    rows = list(actors(nlp("Member States said that they agreed, and Member States left.")))
    assert [(row.actor, row.role, row.start) for row in rows] == [("member_states", "mention", 0)]


def test_some_are_actors_only_where_they_play_a_part(nlp: Language) -> None:
    doc = nlp("Experts met lawyers and women.")
    experts, lawyers, women = find_mentions(doc)
    rows = [(row.actor, row.role) for row in actors(doc, {experts: ["agent"], lawyers: ["mention"], women: []})]
    assert rows == [("experts", "agent"), ("women", "mention")]
    assert [row.actor for row in actors(doc)] == ["experts", "lawyers", "women"]


WORDS = [word for text, _ in SENTENCES for word in text.split()] + ["(", ")", "’s", ",", "\n", "-", "/"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_text_is_read_and_offsets_hold_the_words(words: list[str]) -> None:
    doc = BLANK(" ".join(words))
    for row in actors(doc):
        assert doc.text[row.start : row.end] == row.text
        assert row.text.strip()


HEADS = [
    ("Security Council", "Council", True),
    ("President of the Security Council", "Council", False),
    ("Working Party on Ports", "Working Party", True),
    ("Office of the High Commissioner", "Commissioner", False),
]


@pytest.mark.parametrize(("name", "head", "has"), HEADS)
def test_the_head_of_a_name(name, head, has):
    assert has_head(name, head) == has


def test_the_council_of_which_only_the_president_is_named():
    said = "The President of the Security Council made a statement.\n\n“The Council calls upon States to act.”"
    found = analyse(segment(cnd_tools.document(said)))
    assert [one.source for one in found.positions][-1] == "security_council"
