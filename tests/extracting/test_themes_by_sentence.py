"""Themes by what the sentence makes of a word: whose funding, which stability, who takes part and who is only there."""

from __future__ import annotations

import pytest
from spacy.language import Language

from cnd_tools.extracting.themes import themes
from cnd_tools.pipeline import load_model
from one_point import themes_in

SENTENCES = [
    # What a body lives on, reports on and is bound by is its own business
    ("Sustainable funding for developing countries was sought.", "technical_assistance"),
    ("Adequate and predictable funding for the secretariat was sought.", ""),
    ("Members pledged to raise their voluntary contributions to the programme budget.", ""),
    ("Members pledged two million for the relief effort.", "technical_assistance"),
    ("The Committee will follow up on this resolution.", ""),
    ("The Committee will follow up on the summit.", "policy_commitments"),
    ("The Panel shall report on the implementation of paragraph 3.", ""),
    ("The inventory of decisions was brought up to date.", ""),
    ("The inventory of sources was brought up to date.", "data_and_research"),
    ("Employer delegates and worker delegates shall vote apart.", ""),
    ("Employers were asked to help.", "private_sector"),
    ("The peace treaty was awaited.", ""),
    ("The investment treaty was ratified.", "legislation_and_treaties economic_development"),
    # Whose right, which stability, whose environment
    ("The Government shall have the right to fix the water level.", ""),
    ("The right of everyone to such care was stressed.", "human_rights"),
    ("Economic and social stability was wanted.", ""),
    ("Lasting stability was wanted in the valley.", "security_and_stability"),
    ("Such farming spares animals and the environment.", "environment"),
    ("The Minister of the Environment opened the meeting.", ""),
    ("Pollinators are in decline.", "environment"),
    ("Arbitral awards shall be enforced.", "judicial_cooperation"),
    ("Small arms were at issue.", "security_and_stability"),
    ("Conflicting views were heard.", ""),
    ("The Convention on Human Rights was praised.", "human_rights legislation_and_treaties"),
    ("Prevention and response were discussed in schools.", ""),
    # Communities that take part are partners; where something happens they are only a place
    ("Local communities were involved in the plan.", "civil_society"),
    ("The role of communities was stressed.", "civil_society"),
    ("Floods struck coastal communities.", "environment"),
    ("The burden on host communities grew.", ""),
    ("A community based on mutual trust was hoped for.", ""),
    # Whose vision, whose treatment, whose order of the day
    ("The vision of the 2030 Agenda must be kept.", "policy_commitments"),
    ("A midterm report was presented.", ""),
    ("A midterm review was held.", "policy_commitments"),
    ("The treatment of HIV reached more patients.", "public_health"),
    ("Treatment for stimulant users was wanting.", "treatment_and_rehabilitation synthetic_drugs"),
    ("Prevention and treatment of noncommunicable diseases were discussed.", "public_health"),
    ("Alternatives to imprisonment were discussed.", "human_rights judicial_cooperation"),
    ("Development is key to a just society.", "economic_development"),
    ("The well-being of all people was recalled.", ""),
    ("Reductions through unilateral, bilateral, regional and multilateral measures were sought.", ""),
    ("Mutually beneficial cooperation was wanted.", "international_cooperation"),
    ("Foreign troops left the valley.", "security_and_stability"),
    ("The Division for Treaty Affairs was thanked.", ""),
    ("Human, technical and financial resources were given to the board.", ""),
    ("Regionalism was praised.", "regional_cooperation"),
    # A meeting gathers people; leaders who have gathered still speak of their subject
    ("The forum gathered NGOs and youth leaders.", ""),
    ("Gathered in a spirit of regional integration, we met.", "regional_cooperation"),
    ("Food security and nutrition were discussed.", "economic_development"),
    ("Health and nutrition were discussed.", "public_health"),
    ("The ageing infrastructure was deplored.", "economic_development"),
    ("The prison was overcrowded.", "human_rights"),
    ("The schools were overcrowded.", ""),
    ("Public and private land was mapped.", ""),
    ("Public and private partners met.", "private_sector"),
    ("Slum and settlement dwellers spoke.", "vulnerable_groups economic_development"),
    ("The body should continue to support landlocked countries in facing new tasks.", "technical_assistance"),
    ("The capacities of the vessel were measured.", ""),
    ("The best technical capabilities were used.", ""),
    ("Sovereign rights and jurisdiction at sea were recalled.", ""),
    # British and American spelling
    ("Groups that radicalise the young were named.", "security_and_stability vulnerable_groups"),
    ("Drug use was decriminalised.", "demand_reduction legislation_and_treaties"),
    ("The labor market was short of workers.", "economic_development"),
    ("The prevention program was praised.", "prevention"),
    # Rapid growth of towns, rights of the imprisoned, means of living
    ("The challenges of rapid urbanization were met.", "economic_development"),
    ("Sustainable livelihoods were wanted.", "economic_development"),
    ("Sustainable livelihoods must replace drugs.", "economic_development alternative_development"),
    ("The rational use of soils was sought.", "environment"),
    ("The rational use of medicines was sought.", "access_to_medicines"),
    ("The availability and accessibility of morphine were discussed.", "access_to_medicines"),
    ("The availability and accessibility of such places were discussed.", ""),
    ("The jailed journalists were freed.", "human_rights"),
    ("Exchange rates were kept stable: stability of exchange was sought.", "economic_development"),
    ("The preamble to the Constitution was quoted.", ""),
    ("Cooperation within the region grew.", "regional_cooperation"),
    ("Global challenges require global collaboration.", "international_cooperation"),
    ("Regulators should cooperate across borders.", "international_cooperation"),
    ("Two hundred girls had participated in the session.", ""),
    ("The environmental dimension of sustainable development was neglected.", "environment"),
    (
        "The economic and environmental dimensions of sustainable development were weighed.",
        "environment economic_development",
    ),
    ("The Director is elected in pursuance of article 5 of the Constitution.", ""),
    ("In a spirit of equality and trust, they spoke.", ""),
    ("The fund must be replenished.", "technical_assistance"),
    ("Technical and financial support was wanting.", "technical_assistance"),
    ("Food contamination was found.", "public_health"),
    ("The road to peace is long.", "security_and_stability"),
    ("The road to Peacehaven is long.", ""),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=lambda value: value[:60])
def test_words_by_their_sentence(text: str, expected: str) -> None:
    assert themes_in(text) == set(expected.split())


def test_passing_theme_in_a_very_long_point(nlp: Language) -> None:
    """A theme often named in passing must be named twice in a very long point; once is enough in a shorter one."""
    filler = "The Chair thanked the interpreters, who had stayed on until late in the evening of that day. "
    once = "Mentoring was spoken of. "
    assert [theme.theme for theme in themes(nlp(once + filler * 8))] == []
    assert [theme.theme for theme in themes(nlp(once + filler * 3))] == ["technical_assistance"]
    assert [theme.theme for theme in themes(nlp(once + "Training too. " + filler * 8))] == ["technical_assistance"]
    assert [theme.theme for theme in themes(nlp("Corruption was spoken of. " + filler * 8))] == ["corruption"]


def test_words_that_are_never_in_passing(nlp: Language) -> None:
    """Who says "capacity-building" speaks of it, however long the point; who is mentored may be named in passing."""
    filler = "The Chair thanked the interpreters, who had stayed on until late in the evening of that day. "
    for once, theme in (
        ("Capacity-building was spoken of. ", "technical_assistance"),
        ("Technical assistance was wanting. ", "technical_assistance"),
        ("Technology transfer was praised. ", "technical_assistance"),
        ("Public health was at stake. ", "public_health"),
        ("Prevention and treatment lagged behind. ", "prevention"),
    ):
        assert theme in {found.theme for found in themes(nlp(once + filler * 8))}, once


def test_company_of_weak_words_far_off(nlp: Language) -> None:
    """What stands far from a weak word is no company for it: it speaks of something else."""
    filler = "The Chair thanked the interpreters, who had stayed on until late in the evening of that day. "
    weak, company = "Tensions ran high. ", "The gang was named. "
    assert "security_and_stability" in {theme.theme for theme in themes(nlp(weak + filler + company))}
    assert "security_and_stability" not in {theme.theme for theme in themes(nlp(weak + filler * 3 + company))}
