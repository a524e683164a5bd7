"""Themes under the words that thesauri and lists of goals have for them; and what only looks alike."""

from __future__ import annotations

import pytest
from spacy.language import Language

from cnd_tools.extracting.themes import themes
from cnd_tools.pipeline import load_model

# From a sweep of some two thousand phrases on fourteen themes, a third of them near misses; a few for each theme.
SENTENCES = [
    ("No one is safe until everyone is safe.", "shared_responsibility"),
    ("Every country has a part to play.", "shared_responsibility"),
    ("Space is the province of all mankind.", "shared_responsibility"),
    ("A fairer distribution of responsibilities among host States is needed.", "shared_responsibility"),
    ("Couples share the duties of the household.", ""),
    ("The common position of the Bureau was read out.", ""),
    ("The vision that they share was painted over.", ""),
    ("Governments pledged to work hand in hand.", "international_cooperation"),
    ("Member States should cooperate in the management of aquifers.", "international_cooperation environment"),
    ("Closer ties between the two organizations were welcomed.", "international_cooperation"),
    ("Joint patrols by neighbouring States were proposed.", "law_enforcement international_cooperation"),
    ("Work and leisure went hand in hand.", ""),
    ("Teachers encouraged cooperation at the local level.", ""),
    ("Multinational forces left the island.", ""),
    ("A network of regional laboratories was built.", "regional_cooperation"),
    ("Regional bodies should be strengthened.", "regional_cooperation"),
    ("Regional offices of the ministry were closed.", ""),
    ("Equipment was donated to laboratories.", "technical_assistance"),
    ("Least developed countries need financing.", "technical_assistance economic_development"),
    ("Officials attended courses on the law of treaties.", "legislation_and_treaties technical_assistance"),
    ("Governments were helped to set up units.", "technical_assistance"),
    ("Least developed countries need peace.", "economic_development"),
    ("The training of athletes takes years.", ""),
    ("Little is known about the causes.", "data_and_research"),
    ("Facts should inform policy.", "data_and_research"),
    ("Progress should be measured.", "data_and_research"),
    ("More reliable figures are needed.", "data_and_research"),
    ("Figures of wood were carved.", ""),
    ("The evaluation of tenders took a week.", ""),
    ("Neighbouring States should be notified early.", "information_exchange"),
    ("Delegations described their national experience.", "information_exchange"),
    ("Successful models should be replicated.", "information_exchange"),
    ("Bring practitioners together to learn from each other.", "information_exchange"),
    ("Experienced judges were appointed.", "judicial_cooperation"),
    ("Shipowners and charterers must report.", "private_sector"),
    ("Responsible business conduct was demanded.", "private_sector"),
    ("Trade associations adopted codes.", "private_sector"),
    ("Private homes were searched.", ""),
    ("Participation of all segments of society is needed.", "civil_society"),
    ("Drugs affect all segments of society.", ""),
    ("Youth councils and student unions were founded.", "vulnerable_groups civil_society"),
    ("Bar associations and learned societies spoke out.", "judicial_cooperation civil_society"),
    ("He was sentenced to community service as punishment.", "judicial_cooperation"),
    ("Promises must be kept.", "policy_commitments"),
    ("Progress has been slow and uneven.", "policy_commitments"),
    ("The five-year review showed that targets were missed.", "policy_commitments"),
    ("A national strategy on ageing was developed and implemented.", "policy_commitments"),
    ("We recommit ourselves to the Goals.", "policy_commitments"),
    ("They renewed their commitment to each other.", ""),
    ("Goals were scored.", ""),
    ("Coffee replaced coca.", "opiates_and_cocaine alternative_development"),
    ("Growers need other ways to earn a living.", "alternative_development"),
    ("Alternative economic opportunities were sought in the forest.", "economic_development environment"),
    ("Coca is grown in three valleys.", "opiates_and_cocaine illicit_cultivation"),
    ("Eradicators were attacked.", "illicit_cultivation"),
    ("Forest plantations burnt.", "environment"),
    ("Glaciers melt, rainfall fails and the water table falls.", "environment"),
    ("Solar panels and wind turbines were installed.", "environment"),
    ("Packaging should be reusable.", "environment"),
    ("Actors won prizes for the film adaptation.", ""),
    ("Soldiers withdrew from the buffer zone.", "security_and_stability"),
    ("Extremists dug mass graves.", "security_and_stability"),
    ("Martial law and a curfew were imposed.", "security_and_stability"),
    ("The stability of the table was tested.", ""),
    ("Rich and poor drift apart.", "economic_development"),
    ("Textiles and raw materials are exported.", "economic_development"),
    ("Taxes were raised and the currency was devalued.", "economic_development"),
    ("Peace and prosperity were wished.", "security_and_stability"),
    ("Employment of force was ruled out.", ""),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=lambda value: value[:60])
def test_words_that_thesauri_list(nlp: Language, text: str, expected: str) -> None:
    assert {theme.theme for theme in themes(nlp(text))} == set(expected.split())
