"""Themes under the many wordings of one thing, as noun, as verb and in names; and what only looks alike."""

from __future__ import annotations

import pytest
from spacy.language import Language

from cnd_tools.extracting.themes import themes
from cnd_tools.pipeline import load_model

# From a sweep of sixty wordings and twenty near misses a theme; one row for each way in which they were missed.
SENTENCES = [
    # One thing as noun, as verb and as what is done to somebody
    ("Rehabilitating offenders takes time.", "judicial_cooperation treatment_and_rehabilitation"),
    ("Offender rehabilitation takes time.", "judicial_cooperation"),
    ("Rehabilitating buildings takes time.", ""),
    ("Recovering addicts were reintegrated into society.", "treatment_and_rehabilitation"),
    ("Returnees were reintegrated into society.", "vulnerable_groups"),
    ("Users were diverted to outpatient treatment.", "treatment_and_rehabilitation"),
    ("They stopped using drugs.", "demand_reduction"),
    ("They stopped using trams.", ""),
    ("Keep the young away from drugs.", "prevention vulnerable_groups"),
    ("Keep the door away from draughts.", ""),
    ("Assets were frozen, and dealers deprived of their profits.", "money_laundering"),
    ("Wages were frozen.", "economic_development"),
    ("Officers intercepted heroin.", "drug_trafficking opiates_and_cocaine"),
    ("Officers seized funds.", "money_laundering"),
    ("Women were empowered.", "human_rights vulnerable_groups"),
    ("Machines were powered.", ""),
    ("Farmers replaced illicit crops.", "alternative_development illicit_cultivation vulnerable_groups"),
    ("Farmers replaced their tractors.", "vulnerable_groups"),
    ("Countries learned from each other.", "information_exchange"),
    ("Countries learned Latin.", ""),
    ("All stood together and shared the burden.", "shared_responsibility"),
    ("Spouses should ensure the sharing of responsibilities within the household.", ""),
    # Several words where one alone says little
    ("The supply of morphine was short.", "access_to_medicines"),
    ("The supply of bread was short.", ""),
    ("The chemicals were needed to make heroin.", "precursor_control opiates_and_cocaine"),
    ("The chemicals were needed to make glass.", ""),
    ("Heroin processing spread.", "supply_reduction opiates_and_cocaine"),
    ("Data processing spread.", ""),
    ("The safety of journalists was at stake.", "human_rights"),
    ("The journalists travelled safely.", ""),
    ("Cronyism, vote-buying and favouritism flourished.", "corruption"),
    ("Import permits and goods in transit were inspected.", "border_control"),
    ("Traditional customs were described.", ""),
    ("Dialogue and cooperation came first, and all joined forces.", "international_cooperation"),
    ("It was done in close cooperation with other bodies.", ""),
    ("Cooperation with the treaty bodies was praised.", "human_rights"),
    ("Cooperation in Central Asia was praised.", "regional_cooperation"),
    ("Legal loopholes were closed.", "legislation_and_treaties"),
    ("Safrole and phenylacetic acid had vanished.", "precursor_control"),
    ("Precursors of ozone had vanished.", "precursor_control environment"),
    ("Tropospheric ozone precursors had vanished.", "environment"),
    ("Bath salts and herbal highs were sold.", "synthetic_drugs"),
    ("Cooking salts were sold.", ""),
    ("Drugs originating in Afghanistan were sold.", "opiates_and_cocaine"),
    ("Carpets originating in Afghanistan were sold.", ""),
    ("Crack troops marched past.", ""),
    ("We reaffirm our commitment to the cause.", "policy_commitments"),
    ("Two poppy fields were found.", "illicit_cultivation"),
    ("Two wheat fields were found.", ""),
    ("The eradication of malaria was within reach.", "public_health"),
    # Words of a subject in a place that gives them another one
    ("Drugs that were used for medical purposes ran out.", "access_to_medicines"),
    ("The consumption of substances under control was estimated.", ""),
    ("They condemned the misuse of shipping channels for drugs.", ""),
    ("They condemned the misuse of drugs.", "demand_reduction"),
    ("Corruption, fraud and tax evasion went hand in hand.", "corruption money_laundering"),
    ("Tax evasion harmed growth.", "economic_development"),
    ("Various jurisdictions had moved ahead.", ""),
    ("The court established jurisdiction.", "judicial_cooperation"),
    ("Each State has the sovereign right to choose.", ""),
    ("Negotiating twice was a waste of resources.", ""),
    ("Cooperation between the two ministries was close.", ""),
    ("Cooperation between the two countries was close.", "international_cooperation"),
    ("Education and training prepare the young for work.", "economic_development vulnerable_groups"),
    ("Training was offered to customs officers.", "technical_assistance border_control"),
    # What a word is joined with, or how it is formed
    ("Public and private sectors were asked.", "private_sector"),
    ("Judicial personnel lost their lives.", "judicial_cooperation"),
    ("International tax cooperation was in its infancy.", "international_cooperation economic_development"),
    ("The causes of migration were named.", ""),
    ("Financial flows linked to drugs were traced.", "money_laundering"),
    ("They spoke of trade, energy and environment.", "environment"),
    ("They spoke of an enabling environment.", ""),
    ("Agricultural safety and health lagged behind.", "public_health"),
    ("It compiled and disseminated what had worked.", "information_exchange"),
    ("Espionage by State-sponsored actors was feared.", "security_and_stability"),
    ("Hillsides were reforested by planting trees.", "environment"),
    ("The funding gap of the fund had grown.", "technical_assistance"),
    # What is done about a user is treatment or health
    ("Treatment of drug use disorders was scaled up.", "treatment_and_rehabilitation"),
    ("Opioid receptor antagonists were handed out.", ""),
    ("Opioid misuse had doubled.", "demand_reduction"),
    # As speakers put it
    ("We must invest in prevention.", "prevention"),
    ("We must invest in flood prevention.", "environment"),
    ("Scanners were used for scanning containers.", "border_control"),
    ("Studies show how little was known.", "data_and_research"),
    ("The responsibility must be shared.", "shared_responsibility"),
    ("They lived on livelihoods in growing areas.", "alternative_development illicit_cultivation"),
    ("Cybercriminals were at work.", "organized_crime"),
    ("Penalties for possession were lowered.", "judicial_cooperation"),
    # Names that say what they are about, and names of others
    ("The Convention against Transnational Organized Crime was named.", "organized_crime legislation_and_treaties"),
    ("The Guiding Principles on Alternative Development were named.", "alternative_development"),
    ("The Office on Drugs and Crime was named.", ""),
    ("The Biological Weapons Convention was named.", "security_and_stability legislation_and_treaties"),
    # What stands beside the words
    ("The fight went on against HIV/AIDS.", "public_health"),
    ("They fought against E/CN.7/AIDS.2.", ""),
    ("She drew attention to displaced people.", "vulnerable_groups"),
    ("The fair drew some three hundred displaced people.", ""),
    ("Trafficking in drugs and human beings went on.", "drug_trafficking organized_crime"),
    ("Precursors were diverted to the manufacture of heroin, cocaine and ecstasy.",
     "precursor_control opiates_and_cocaine synthetic_drugs"),
    ("The stability of the chemical was doubtful.", ""),
    ("A train left for the border of the county.", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=lambda value: value[:60])
def test_wordings_of_themes(nlp: Language, text: str, expected: str) -> None:
    assert {theme.theme for theme in themes(nlp(text))} == set(expected.split())
