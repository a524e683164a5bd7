"""Themes of cooperation, knowledge, health and society in documents no rule was learned from; near misses beside."""

from __future__ import annotations

import pytest

from one_point import themes_in

# What a sentence speaks of, all of it, in groups of one kind; the last of a group is its near miss.
SENTENCES = [
    # Eradication is of crops where livelihoods are alternative, not where poverty is what shall go.
    ("Livelihoods and poverty eradication were discussed.", "economic_development"),
    ("The eradication of hunger would secure livelihoods.", "economic_development"),
    ("The eradication of poverty and the livelihoods of fishers were named.", "economic_development"),
    ("Livelihoods after the eradication were discussed.", "alternative_development illicit_cultivation"),
    # Stakeholders may be anyone: States, firms, agencies.
    ("All stakeholders participated.", ""),
    ("The engagement of all stakeholders was sought.", ""),
    ("Stakeholders were consulted on the text.", ""),
    ("The engagement of citizens was sought.", "civil_society"),
    # Some words of society are of something else: a sentence of a court, a procedure, harm done.
    ("They were sentenced to community service.", "judicial_cooperation"),
    ("The standards were released for public consultation.", ""),
    ("Storms wreaked havoc on communities.", ""),
    ("Members of the public consultation panel met.", "civil_society"),
    ("Governments and major groups were heard.", "civil_society"),
    ("The major groups of languages were listed.", ""),
    ("Some NPOs were closed.", "civil_society"),
    ("Not-for-profit bodies were closed.", "civil_society"),
    # Whom one assists: a country, not the host of a meeting, a victim or the State's own treasury.
    ("They thanked Fiji for providing all necessary support.", ""),
    ("Domestic resource mobilization was a priority.", "economic_development"),
    ("The need to mobilize domestic resources was stressed.", ""),
    ("The need to mobilize resources was stressed.", "technical_assistance"),
    ("They accompanied African countries in the process.", "technical_assistance"),
    ("They would support interested States.", "technical_assistance"),
    ("The secretariat was thanked for the support provided to countries.", "technical_assistance"),
    ("A musician accompanied the choir.", ""),
    ("Scaled-up finance was called for.", "technical_assistance"),
    ("Two million dollars were provided to the developing countries.", "technical_assistance"),
    ("Incremental costs were agreed.", "technical_assistance"),
    ("Scaled-up production was called for.", ""),
    # Cooperation between States, also where it is but wanted or required.
    ("They called for more cooperation.", "international_cooperation"),
    ("Their action requires cooperation among them.", "international_cooperation"),
    ("The need for better collaboration was stressed.", "international_cooperation"),
    ("Cooperation between fishers was stressed.", ""),
    # A plan, a standing forum and guidelines of a region are cooperation in it; a list of bodies is not.
    ("The regional strategic plan was endorsed.", "policy_commitments regional_cooperation"),
    ("The Regional Forum on Sustainable Development met.", "regional_cooperation"),
    ("It was the main forum in the region.", "regional_cooperation"),
    ("Regional bodies, civil society and banks were invited.", "civil_society"),
    # Health is of people: not an ocean's, and a disability of the mind is no illness to be treated.
    ("The health and productivity of the ocean declined.", "environment"),
    ("People with psychosocial disabilities were heard.", "vulnerable_groups"),
    ("They learned little during the pandemic.", ""),
    ("The pandemic killed thousands.", "public_health"),
    ("The Stop TB project was set up.", "public_health"),
    # Diseases are prevented and treated too; drug use is what these two themes are on.
    ("Non-communicable diseases were reduced by prevention and treatment.", "public_health"),
    ("Tuberculosis is beaten by prevention and treatment.", "public_health"),
    ("Prevention and early warning were discussed.", "data_and_research"),
    ("Prevention and treatment were discussed.", "prevention treatment_and_rehabilitation"),
    # Morphine in a hospital is a medicine, in blocks it is contraband.
    ("The source of the morphine blocks was unknown.", "opiates_and_cocaine"),
    ("Morphine laboratories were found.", "opiates_and_cocaine"),
    ("The seizure of the morphine base was reported.", "drug_trafficking opiates_and_cocaine"),
    ("Morphine was wanting in the hospitals.", "access_to_medicines"),
    ("Affordable medical products were promoted.", "access_to_medicines public_health"),
    ("Medicines policies were compared.", "access_to_medicines"),
    ("The narcotic raw materials were short.", "access_to_medicines"),
    ("Chewing of the coca leaf was common.", ""),
    ("The coca leaf was harvested.", "illicit_cultivation"),
    # What is watched and weighed is knowledge; chemicals that are watched are kept from being diverted.
    ("Assessing the legal implications was difficult.", "data_and_research"),
    ("The legal implications were many.", ""),
    ("Monitoring policy changes was difficult.", "data_and_research"),
    ("The analysis of the factors was wanting.", "data_and_research"),
    ("Closer monitoring of chemicals was called for.", "precursor_control"),
    ("They shared their achievements.", "information_exchange"),
    ("They shared the achievements of the year.", "information_exchange"),
    ("They shared a car.", ""),
    # Groups by other names; what is indigenous to a country is no people.
    ("Juvenile justice was reformed.", "vulnerable_groups judicial_cooperation"),
    ("LGBTQIA+ couples were heard.", "vulnerable_groups"),
    ("People living with mental disorders were heard.", "vulnerable_groups public_health"),
    ("Indigenous technologies were wanting.", ""),
    ("Indigenous people were heard.", "vulnerable_groups"),
    ("Circular value chains were shown.", "environment economic_development"),
    ("Value chains were shown.", "economic_development"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=lambda value: value[:60])
def test_themes_of_cooperation(text: str, expected: str) -> None:
    assert themes_in(text) == set(expected.split())
