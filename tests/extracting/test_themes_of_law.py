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
    ("Penal sanctions were laid down.", "legislation_and_treaties"),
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
    # The Agenda is a commitment, the Goals are economic too; a group of countries is no economy
    ("The 2030 Agenda for Sustainable Development was named.", "policy_commitments"),
    ("The Regional Forum on Sustainable Development met.", "regional_cooperation"),
    ("The Millennium Development Goals were discussed.", "economic_development policy_commitments"),
    ("The MDGs were discussed.", "economic_development policy_commitments"),
    ("Seats went to economies in transition.", ""),
    ("The economies of the region shrank.", "economic_development"),
    ("Stocks of opiate raw materials were large.", "access_to_medicines opiates_and_cocaine"),
    ("Raw materials were exported.", "economic_development"),
    ("Crime was a threat to the rule of law and development.", "economic_development"),
    ("Peace, development and solidarity were at stake.", "security_and_stability economic_development"),
    ("They created conditions for development.", "economic_development"),
    ("Justice and development of standards were discussed.", ""),
    ("Access to clean drinking water was poor.", "economic_development"),
    ("The right to drinking water was named.", "human_rights"),
    ("Intellectual property rights were discussed.", "legislation_and_treaties"),
    # An item of an agenda, a statute that is ratified, countries and courts
    ("They debated crime prevention, criminal justice and international drug control.", ""),
    ("Criminal justice was to be strengthened.", "judicial_cooperation"),
    ("Ratify the Rome Statute of the International Criminal Court.", "legislation_and_treaties"),
    ("The International Criminal Court punished it.", "judicial_cooperation"),
    ("Two hundred jurisdictions took part.", ""),
    ("Technical and legal assistance was given.", ""),
    ("Legal assistance was given.", "judicial_cooperation"),
    # What the law forbids and threatens, and an article that is only cited
    ("Tougher administrative sanctions were called for.", "legislation_and_treaties"),
    ("Governments should prohibit the manufacture of kites.", "legislation_and_treaties"),
    ("The guide helped in drafting new agreements.", "legislation_and_treaties"),
    ("They reached agreement.", ""),
    ("Sanctions were discussed.", ""),
    ("Protocol Article 3.9 was discussed.", ""),
    ("The Protocol was discussed.", "legislation_and_treaties"),
    # Plans that are endorsed
    ("They endorse the Regional Strategic Plan.", "policy_commitments"),
    ("They welcomed the adoption of the Vientiane Action Programme.", "policy_commitments"),
    ("A European action plan for 2000 was endorsed.", "policy_commitments"),
    ("They worked towards a Drug-Free ASEAN.", "policy_commitments regional_cooperation"),
    ("A strategic plan was missing.", ""),
    ("People-centred approaches were praised.", ""),
    # Trafficking in persons among measures that are praised
    ("Peru welcomed measures regarding trafficking in persons.", ""),
    ("Peru noted progress in combating trafficking in persons.", ""),
    ("Measures against trafficking in persons were lacking.", "organized_crime"),
    ("Peru extended a standing invitation to the special procedures.", "human_rights"),
    ("Peru accorded equal status to both.", ""),
    # Security, genocide, arms that flow and arms that are made
    ("The scourge of genocide remained.", ""),
    ("Genocide and a massacre were reported.", "security_and_stability"),
    ("Law enforcement and security services had used torture.", "law_enforcement human_rights"),
    ("The illicit manufacturing of firearms was discussed.", "organized_crime"),
    ("The illicit manufacturing of ketamine was discussed.", "supply_reduction synthetic_drugs"),
    ("We fight the production, distribution and sale of such drugs.", "supply_reduction drug_trafficking"),
    ("An uninterrupted drug supply was secured.", "access_to_medicines"),
    ("Issues of shared concern were discussed.", ""),
    ("Cross-border investigations went on.", "law_enforcement"),
    # Demand that is lawful, and consumption of other substances
    ("The legitimate demand for opiates was met.", "opiates_and_cocaine"),
    ("The consumption of ozone-depleting substances fell.", "environment"),
    ("The demand for heroin fell.", "demand_reduction opiates_and_cocaine"),
    # Social protection, labour markets and digital transformation are economic beside the economy
    ("Social protection was praised.", ""),
    ("Wages and social protection were discussed.", "economic_development"),
    ("They took part in the labour market.", ""),
    ("Universal social protection was praised.", "economic_development"),
    ("Growth of the labour market was slow.", "economic_development"),
    ("Digital transformation was praised.", ""),
    ("Information on water was public.", ""),
    ("Access to clean water was poor.", "economic_development environment"),
    ("The Ombudsman reported on shops.", ""),
    ("An Ombudsman was appointed.", "human_rights"),
    ("Health, security and well-being suffered.", "public_health"),
    ("Security and stability suffered.", "security_and_stability"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_signs_of_policy_and_law(text: str, expected: str) -> None:
    assert sorted(themes_in(text)) == sorted(expected.split())
