"""Themes of policy and law: which words make one alone, and which only beside others or not at all."""

from __future__ import annotations

import pytest

from one_point import themes_in

# Readers of documents that nobody had learned from saw no theme where these words stood alone.
SENTENCES = [
    # Trafficking in persons is organized crime; rights are at stake where it stands among abuses or women and children
    ("The Assembly condemned trafficking in persons.", "organized_crime"),
    ("States were to combat human trafficking.", "organized_crime"),
    ("Measures against people traffickers were lacking.", "organized_crime"),
    ("States should end trafficking and slavery.", "human_rights"),
    ("Forced labour and human trafficking should end.", "human_rights"),
    ("Shelter was given to victims of trafficking in persons.", "vulnerable_groups"),
    # What is criminal by law is legislation; what is done before a court is justice
    ("The Penal Code was changed.", "legislation_and_treaties"),
    ("The law made it a punishable offence.", "judicial_cooperation"),
    ("Penal sanctions were laid down.", ""),
    ("Criminal responsibility was at issue.", ""),
    ("Criminal proceedings were opened.", "judicial_cooperation"),
    ("Respect for the rule of law was stressed.", ""),
    ("Banks left those jurisdictions.", ""),
    ("Courts had jurisdiction.", "judicial_cooperation"),
    # Plans that are carried out, adopted or reviewed, and plans that are only named
    ("They implemented the World Plan of Action.", "policy_commitments"),
    ("The Action Plan was adopted in May.", "policy_commitments"),
    ("We reaffirm the Programme of Action.", "policy_commitments"),
    ("A committee was set up in accordance with the Plan of Action.", ""),
    ("Peru welcomed the Action Plan on hedges.", ""),
    ("The term was taken from the Programme of Action.", ""),
    ("Peru supported a roadmap.", ""),
    ("The commitments were set out in a roadmap.", "policy_commitments"),
    # Education is no economy, nor is intellectual property, nor what a ministry is called
    ("Free education was of high quality.", ""),
    ("Literacy rose in primary schools.", ""),
    ("Vocational training leads to jobs.", "economic_development"),
    ("Intellectual property was discussed.", "legislation_and_treaties"),
    ("A disclosure requirement was proposed.", "legislation_and_treaties"),
    ("Intellectual property crime grew.", "organized_crime"),
    ("The Minister for Agriculture spoke.", ""),
    ("Regional economic integration organizations may sign.", ""),
    ("Health inequalities grew.", "public_health"),
    ("Inequality grew.", "economic_development"),
    ("Roads are part of national development plans.", "economic_development"),
    ("The national sustainable development strategy was new.", "economic_development policy_commitments"),
    ("It was said in the high-level political forum on sustainable development.", ""),
    ("Drug abuse endangers the development of nations.", "demand_reduction economic_development"),
    ("Sport is a force for development.", "economic_development"),
    ("The development of a method went on.", ""),
    # Forces that violate rights, and forces that keep or break the peace
    ("Members of the security forces were tried.", ""),
    ("Violations committed by security forces were reported.", ""),
    ("Security forces were attacked.", "security_and_stability"),
    ("Officers were tried before military courts.", "judicial_cooperation"),
    ("Women and violence were discussed.", "vulnerable_groups"),
    ("Political and security matters were discussed.", "security_and_stability"),
    ("Democratic institutions were undermined.", ""),
    ("The democratic process was observed.", "human_rights"),
    ("Racial tolerance was taught.", "human_rights"),
    ("Minority status was granted.", "human_rights vulnerable_groups"),
    ("The Special Rapporteur on freedom of religion came.", "human_rights"),
    ("The Special Rapporteur on toxics came.", ""),
    ("The tolerance of drugs was deplored.", ""),
    # Who takes part is no operation, a rank no police
    ("Participants from law enforcement met.", ""),
    ("Law enforcement was strengthened.", "law_enforcement"),
    ("Police General Ruiz spoke.", ""),
    ("The Commissioners of Police met.", ""),
    ("The police acted.", "law_enforcement"),
    ("The authorities detect, investigate and seize.", "law_enforcement"),
    # What a treaty is called upon for, and what only hangs on its name
    ("The Protocol mechanisms were discussed.", ""),
    ("It was outside the scope of the Convention.", ""),
    ("The Protocol was signed.", "legislation_and_treaties"),
    ("The law governing associations was criticized.", "legislation_and_treaties"),
    # Interests of all, and a common word
    ("Delegations had a common goal.", ""),
    ("They discussed issues of common interest.", ""),
    ("Good roads are in our common interest.", "shared_responsibility"),
    ("We all have a stake in it.", "shared_responsibility"),
    # Drugs and other things
    ("The growth of the drug market went on.", ""),
    ("The dependence of farmers on illicit cultivation of cannabis grew.", "illicit_cultivation vulnerable_groups"),
    ("The misappropriation of genetic resources was discussed.", ""),
    ("The misappropriation of funds was discussed.", "corruption"),
    ("The illicit trade in drugs grew.", "drug_trafficking"),
    ("The illicit trade in cigarettes grew.", "organized_crime"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_signs_of_policy_and_law(text: str, expected: str) -> None:
    assert sorted(themes_in(text)) == sorted(expected.split())
