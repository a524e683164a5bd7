"""Names, groups of people and coordinations in the frames of real documents: each found once, by its id, nothing else.

A small part of a sweep: some 1,300 names, one a row, were put through eight to ten frames each.
"""

from __future__ import annotations

import pytest
from tests.one_point import analysed

NAMES = [
    ("The Republic of the Union of Myanmar should publish a report.", "mmr"),
    ("The fees were raised (Iran (Islamic Republic of)).", "irn"),
    ("Prices rose in Kosovo.", "kosovo"),
    ("A film was shown with help from the Chinese authorities.", "chn"),
    ("Chinese authorities stressed that time was short.", "chn"),
    ("Peru, the Group of Asian and Pacific States and UNICEF paid.", "asia_pacific_group per unicef"),
    ("The EU and its member States paid.", "european_union"),
    ("The League of Arab States paid.", "league_of_arab_states"),
    ("Help was given to Nordic countries.", "nordic_countries"),
    ("Help was given to Pacific small island developing States.", "pacific_small_island_developing_states"),
    ("The report was prepared by the World Health Organisation.", "who"),
    ("The report was prepared by UNAMA.", "united_nations_assistance_mission_in_afghanistan"),
    (
        "The Special Rapporteur in the field of cultural rights paid.",
        "special_rapporteur_in_the_field_of_cultural_rights",
    ),
    ("The CEDAW Committee paid.", "committee_on_the_elimination_of_discrimination_against_women"),
    ("The Deputy High Commissioner stressed that time was short.", "deputy_high_commissioner_for_human_rights"),
    ("The Assistant Secretary-General stressed that time was short.", "assistant_secretary_general"),
    ("The UN Secretary-General paid.", "secretary_general"),
    ("Harm Reduction International paid.", "harm_reduction_international"),
    ("The International Development Law Organization paid.", "international_development_law_organization"),
    ("The Smith & Holm Foundation paid.", "smith_holm_foundation"),
    ("Working Parties and Administrative Committees paid.", "working_parties administrative_committees"),
    ("The Association of Commonwealth Universities paid.", "association_of_commonwealth_universities"),
    ("Much was done by the Commission on Fish and Peru.", "commission_on_fish per"),
    ("Much was done by the Group for India and Pakistan.", "group_for_india_and_pakistan"),
    (
        "The Commissioner for Human Rights of the Council of Europe paid.",
        "commissioner_for_human_rights_of_the_council_of_europe",
    ),
    (
        "The report was prepared with OSJD and UITP.",
        "international_association_of_public_transport organization_for_cooperation_of_railways",
    ),
    ("Help was sought from the Indian Ocean Tuna Commission and IOTC.", "indian_ocean_tuna_commission"),
    ("The New Partnership for Africa’s Development paid.", "new_partnership_for_africa_s_development"),
    ("Help was sought from CICTE.", "inter_american_committee_against_terrorism"),
    ("The Group of Experts paid.", "group_of_experts"),
    ("Co-Chairs Mensah and Diallo proposed a pause.", "chair person:diallo person:mensah"),
    ("Mr. Ban Ki-moon stressed that time was short.", "person:ki_moon"),
    ("Sir David King stressed that time was short.", "person:king"),
    ("Amb. H.L. de Silva (Peru) paid.", "per person:de_silva"),
    ("Theo-Ben Gurirab (Peru) paid.", "per person:gurirab"),
    ("Her Excellency Ms. Maria Silva stressed that time was short.", "person:silva"),
    ("De la Cruz stressed that time was short.", "person:de_la_cruz"),
    ("Guterres stressed that time was short.", "person:guterres"),
    ("Climate envoy Todd Stern stressed that time was short.", "person:stern"),
    ("The King of Jordan stressed that time was short.", "jor"),
    ("The Danish Presidency should convene a meeting.", "dnk"),
    ("The Speaker of the House paid.", ""),
]
GROUPS = [
    ("Member States should consult women human rights defenders.", "member_states women_human_rights_defenders"),
    ("Help for victims of trafficking was increased.", "victims_of_trafficking"),
    ("Help for victims was increased.", "victims"),
    ("The report was prepared by community leaders.", "community_leaders"),
    ("Help for rural women was increased.", "rural_women"),
    ("Help for people living with HIV/AIDS.", "people_living_with_hiv"),
    ("The role of people with dementia was noted.", "people_with_dementia"),
    ("Fees were raised for many, in particular beekeepers.", "beekeepers"),
    ("Fees were raised for some, such as beekeepers.", "beekeepers"),
    ("Ministers stressed that time was short.", "ministers"),
    ("Political parties paid.", "political_parties"),
    ("Mr. Carlos A. Holm spoke.", "person:holm"),
    ("The Secretary-General’s Special Envoy spoke.", "special_envoy_of_the_secretary_general"),
    (
        "Member States should consult intergovernmental and relevant non-governmental organizations.",
        "intergovernmental_organizations member_states ngos",
    ),
    (
        "A statement was read by the Director of the Fund, Ana Ruiz, and the Mayor of Lima, Jan Holm.",
        "fund person:holm person:ruiz",
    ),
]
COORDINATED = [
    ("Latin American and African countries paid.", "african_states latin_american_and_caribbean_states"),
    (
        "Least developed, landlocked and small island developing countries paid.",
        "landlocked_developing_countries least_developed_countries small_island_developing_states",
    ),
    ("Help for women and girls with disabilities was increased.", "girls_with_disabilities women_with_disabilities"),
    ("The law enforcement and judicial authorities paid.", "judiciary law_enforcement_agencies"),
    ("The workers’ and employers’ organizations paid.", "employers_organizations workers_organizations"),
    ("Youth and women’s organizations paid.", "womens_organizations youth_organizations"),
]
NOBODY = [
    ("Prices rose in many countries.", ""),
    ("The gap between countries grew.", ""),
    ("Prices rose in many developing countries.", "developing_countries"),
    ("The Convention on the Rights of the Child was ratified.", ""),
    ("World Health Day was marked.", ""),
    ("Country-led processes were praised.", ""),
    ("Child labour was rife.", ""),
    ("Persons paid.", ""),
    ("The role of beekeepers was noted.", ""),
]


@pytest.mark.parametrize(("text", "expected"), [*NAMES, *GROUPS, *COORDINATED, *NOBODY])
def test_who_is_named_in_it(text: str, expected: str) -> None:
    assert sorted({row.actor for row in analysed(text).actors}) == sorted(expected.split())
