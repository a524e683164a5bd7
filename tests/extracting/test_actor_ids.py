"""Under which id somebody is found: words that name a kind of States, a body or a person, and near ones that do not."""

from __future__ import annotations

import pytest

import cnd_tools
from cnd_tools.pipeline import analyse
from cnd_tools.segmenting import segment


def ids(text):
    return {one.actor for one in analyse(segment(cnd_tools.document(text))).actors}


NAMED = [
    # kinds of States
    ("The Conference thanked the beneficiary countries.", "beneficiary_countries"),
    ("The Forum encouraged all other reporting countries to submit their reports.", "reporting_countries"),
    ("Action was needed in developed and newly industrializing countries.", "newly_industrialized_countries"),
    ("Heads of Government agreed to meet in May.", "member_states"),
    ("COP 19 met in March.\n\nIn the group, parties agreed to meet in May.", "states_parties"),
    ("ITALY called for a signal.", "ita"),
    ("MICRONESIA seconded the motion.", "fsm"),
    ("KOREA suggested that the group meet.", "kor"),
    # bodies
    ("The TRIPS Council agreed to meet in May.", "council_for_trips"),
    ("The seminar was organized by THE PEP and a city.", "the_pep"),
    ("OSCE/ODIHR recommended that the law be amended.", "office_for_democratic_institutions_and_human_rights"),
    ("The Sixth Meeting of HONLEA, Africa, met in Accra.", "heads_of_national_drug_law_enforcement_agencies"),
    ("Peru thanked the Advocate of the Principle of Equality (APE).", "advocate_of_the_principle_of_equality"),
    ("The Deputy Ombudsman spoke.\n\nThe Ombudsman had the power to visit prisons.", "ombudsman"),
    ("Report\n\nI. Universal periodic review\n\nFiji\n\n1. Peru commended the State for its efforts.", "fji"),
    (
        "The United Nations Commission on Crime Prevention and Criminal Justice met.",
        "commission_on_crime_prevention_and_criminal_justice",
    ),
    ("The UN Commission on Narcotic Drugs met.", "commission"),
    ("A text was adopted by the Commission on the Status of Women on Saturday.", "commission_on_the_status_of_women"),
    (
        "The debate ended with a call by the United Nations Office on Drugs and Crime for Member States to meet.",
        "unodc",
    ),
    ("The Fund for Small States paid.", "fund_for_small_states"),
    ("The Meeting of the Parties decided to meet in May.", "meeting_of_the_parties"),
    ("The Peace and Security Council decided to meet in May.", "african_union_peace_and_security_council"),
    (
        "The Regional Forum on Sustainable Development for the ECE Region met.",
        "regional_forum_on_sustainable_development",
    ),
    ("The EGTT was asked to meet.", "expert_group_on_technology_transfer"),
    ("Peru set up the office of the child rights ombudsman.", "child_rights_ombudsman"),
    # people
    ("The plan protects the most vulnerable.", "vulnerable_groups"),
    ("The plan protects the most vulnerable groups.", "vulnerable_groups"),
    ("The plan protects the most marginalized communities.", "marginalized_groups"),
    ("The fund helps people with psychosocial or intellectual disabilities.", "persons_with_disabilities"),
    ("Peru cooperates with other human rights mechanisms.", "human_rights_mechanisms"),
    ("Peru worked with the major groups.", "major_groups"),
    ("The two co-chairs proposed to meet in May.", "chair"),
    ("UNSG Guterres proposed to meet in May.", "secretary_general"),
    ("The plan helps high-, middle- and low-income countries.", "high_income_countries"),
    ("The Act helped local communities.", "communities"),
    ("The Act helped ethnic communities.", "ethnic_communities"),
    ("The Act helped the Roma communities.", "roma"),
    ("The Act raised the trust of citizens.", "citizens"),
    ("The Act helps immigrants.", "migrants"),
    ("Ana Ruiz, UNODC: We need data.", "person:ruiz"),
    ("Ms. Bjørg Sandkjær said that time was short.", "person:sandkjaer"),
]
NOT_NAMED = [
    ("Islands are the most vulnerable to storms.", "vulnerable_groups"),
    ("The plan served the most vulnerable sectors.", "vulnerable_groups"),
    ("VIENNA, 24 March (UN Information Service) -- A draft was approved.", "united_nations_information_service"),
    ("Ana Ruiz set up the office of the child rights ombudsman.", "children"),
    ("Peru set up other national human rights mechanisms.", "human_rights_mechanisms"),
    ("We commit to end waste.\n\nWe recall the plan.\n\nWe agree to meet.", "member_states"),
    ("The Meeting of the Parties decided to meet in May.", "states_parties"),
    ("The parties to the dispute agreed to meet in May.", "states_parties"),
    ("The meeting was held in Port of Spain.", "esp"),
    ("The meeting of HONLEA, Africa, agreed on a plan.", "africa"),
    ("THE PEP workplan was adopted.", "the_pep"),
    ("OSCE/ODIHR recommended that the law be amended.", "organization_for_security_and_cooperation_in_europe"),
    ("Report\n\nI. Reviews of rivers\n\nFiji\n\n1. Peru commended the State for its efforts.", "fji"),
    ("Report\n\nI. Universal periodic review\n\nFiji\n\n1. Peru visited the State Library.", "fji"),
    ("The Act helped the Roma communities.", "communities"),
    ("STRONGLY URGES Peru to act.", "strongly"),
]


@pytest.mark.parametrize(("text", "actor"), NAMED)
def test_actor_under_its_id(text, actor):
    assert actor in ids(text)


@pytest.mark.parametrize(("text", "actor"), NOT_NAMED)
def test_words_that_name_another(text, actor):
    assert actor not in ids(text)
