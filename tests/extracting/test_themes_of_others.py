"""Themes in documents that no rule was learned from: what misled there, and what was missing; near misses beside."""

from __future__ import annotations

import pytest

from one_point import themes_in

# What a sentence speaks of, all of it, in groups of one kind; the last of a group is its near miss.
SENTENCES = [
    # A victim of a crime has a right to redress; a vulnerable group are those who are trafficked, beaten or displaced.
    ("The victims of the crash were identified.", ""),
    ("Remedies for the victims were wanting.", "judicial_cooperation"),
    ("Victims of trafficking were given shelter.", "vulnerable_groups"),
    ("Victims of violence were given shelter.", "vulnerable_groups"),
    ("Some ninety thousand people living with HIV were tested.", "public_health"),
    ("People living with disabilities were consulted.", "vulnerable_groups"),
    ("The smuggling of migrants was a crime.", "organized_crime"),
    ("The migrants were heard.", "vulnerable_groups"),
    ("Asylum applicants were heard.", "human_rights vulnerable_groups"),
    ("The dialogue on international migration went on.", ""),
    ("They would reach the furthest behind first.", ""),
    ("The countries furthest behind were named.", "vulnerable_groups"),
    ("Belts and child restraints were tested.", ""),
    # Water and services in a list of social services are no matter of health; nor are those who attended.
    ("Safe drinking water and sanitation were wanting in the settlement.", ""),
    ("They had no access to housing, health care and education.", "economic_development"),
    ("The training of health-care professionals was postponed.", "technical_assistance"),
    ("Health care was free of charge.", "public_health"),
    ("Sanitation and hospitals were wanting.", "public_health"),
    ("Progress in the area of health was reported.", "public_health"),
    # Money, capacities and guidance are assistance if somebody in need has them.
    ("The multi-year funding framework was introduced.", ""),
    ("A lack of capacity delayed the courts.", "judicial_cooperation"),
    ("The humanitarian crisis worsened.", ""),
    ("The secretariat was enhancing staff capacity.", ""),
    ("The publication gave guidance to States.", ""),
    ("The capacity of developing countries was enhanced.", "technical_assistance"),
    ("Assistance activities were reported on.", "technical_assistance"),
    ("A technology fund was proposed.", "technical_assistance"),
    ("She announced support for projects on forests in developing countries.", "technical_assistance environment"),
    ("They thanked Norway for assisting Kazakhstan.", "technical_assistance"),
    ("They thanked Norway for chairing the meeting.", ""),
    # Cooperation between States is international; of officers in one country, or with an inspector, it is not.
    ("Bilateral and multilateral donors wrote.", "technical_assistance"),
    ("Bilateral and multilateral cooperation grew.", "international_cooperation"),
    ("Concerted action was needed to end the crime.", ""),
    ("Concerted action by all countries was needed.", "international_cooperation"),
    ("Concerted international efforts were needed.", "international_cooperation"),
    ("The State was ready to cooperate further with the mechanisms.", ""),
    ("The State was ready to cooperate.", "international_cooperation"),
    ("Governments were to take action together.", "international_cooperation"),
    ("Cooperation under the Convention went on.", "international_cooperation"),
    ("A platform for cooperation was set up.", "international_cooperation"),
    ("A platform for passengers was set up.", ""),
    ("Cooperation across the human and animal health sectors was praised.", "public_health"),
    ("We will work together against the flood.", "international_cooperation environment"),
    ("They met to work together with a plumber.", ""),
    # The name of a programme, a body or a meeting is no cooperation in a region.
    ("The Pan-European Programme was published.", ""),
    ("The Conference of the Caribbean Community met.", ""),
    ("Regional reviews were under way.", ""),
    ("National, regional and multilateral efforts continued.", "international_cooperation"),
    ("Hemispheric cooperation was praised.", "regional_cooperation"),
    ("Regional and international co-operation was praised.", "regional_cooperation international_cooperation"),
    ("The collective efforts of ASEAN were praised.", "regional_cooperation"),
    ("Cooperative ties with States in the Asia-Pacific region grew.", "regional_cooperation"),
    ("The Asia-Pacific region is large.", ""),
    ("Global, regional, subregional and national papers were read.", ""),
    ("Subregional consultations were held.", "regional_cooperation"),
    ("SCO member States agreed to act jointly.", "regional_cooperation"),
    ("ASEAN member States met.", ""),
    # What is measured, and who measures.
    ("Self-assessments were prepared.", "data_and_research"),
    ("The study highlighted some gaps.", "data_and_research"),
    ("IPCC outlined its report.", "data_and_research"),
    ("The threat was formally assessed.", "data_and_research"),
    ("The threat was formally withdrawn.", ""),
    ("Performance indicators were discussed.", ""),
    ("Statistical indicators were discussed.", "data_and_research"),
    # Lessons are shared if it is said with whom, or that they are.
    ("The report had a chapter on lessons learned.", ""),
    ("Lessons learned were shared.", "information_exchange"),
    ("The dissemination of false information was condemned.", ""),
    ("The dissemination of information was praised.", "information_exchange"),
    ("Exchanges with other countries were needed.", "information_exchange"),
    ("The provision of timely information was needed.", "information_exchange"),
    ("The provision of timely meals was needed.", ""),
    # Of industry, of those who live together, of medicines.
    ("The Media Industry Development Authority wrote.", ""),
    ("Independent information was preferred to that of industry.", "private_sector"),
    ("The views of representatives of agencies and the private sector were heard.", ""),
    ("The private sector was heard.", "private_sector"),
    ("Community-based care was wanting.", ""),
    ("Community-based monitoring was wanting.", "civil_society"),
    ("Regulation at Community level was wanting.", "legislation_and_treaties"),
    ("Access to antiretroviral therapy grew.", "public_health"),
    ("Generic drugs were advertised.", ""),
    ("Medicinal products were prescribed to patients in pain.", "access_to_medicines"),
    ("Opioid receptor antagonists were in supply.", ""),
    # A substance that is diverted may be a drug; that it is a precursor must be said.
    ("The diversion of such goods into illicit channels continued.", ""),
    ("The diversion of precursors into illicit channels continued.", "precursor_control"),
    # Risks, lessons in school and rehabilitation are no prevention of drug use by themselves.
    ("Rehabilitation services and educational programmes were open to all.", "treatment_and_rehabilitation"),
    ("Preventive information was handed out.", "prevention"),
    ("Prevention looked at risk factors of bribery.", "corruption"),
    ("The prevention, diagnosis and treatment of infections were praised.", "public_health"),
    ("Drug control and treatment were reviewed.", "treatment_and_rehabilitation"),
    ("Access to prevention, treatment, care and support grew.", "prevention treatment_and_rehabilitation"),
    ("Genetic resources were discussed.", ""),
    ("The Transport and Environment Divisions opened the meeting.", ""),
    ("The ministers responsible for education and the environment met.", ""),
    ("Transport and environment were discussed.", "environment"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=lambda value: value[:60])
def test_sentences_of_other_documents(text: str, expected: str) -> None:
    assert themes_in(text) == set(expected.split())


def test_to_bring_together_is_no_attendance() -> None:
    """Who was brought together attended; who is to be brought together is asked for something."""
    assert "vulnerable_groups" in themes_in("The campaign should bring together schools and address young people.")
    assert "vulnerable_groups" not in themes_in("The meeting brought together young people.")
