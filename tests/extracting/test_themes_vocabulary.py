"""Themes by families of words, as thesauri list them: a thing with all that is done with it, and its near misses."""

from __future__ import annotations

import pytest

from one_point import themes_in

# What a sentence speaks of, all of it; near misses stand with their family.
SENTENCES = [
    # A drug, whatever its name, and its use.
    ("Cocaine was snorted at parties.", "demand_reduction opiates_and_cocaine"),
    ("Hashish dependence had doubled.", "demand_reduction"),
    ("Pupils hooked on tramadol dropped out.", "demand_reduction synthetic_drugs"),
    ("Morphine was injected by the nurse.", "access_to_medicines"),
    ("Services for people who inject drugs were closed.", "public_health"),
    # A drug and its making.
    ("Captagon factories were shut down.", "supply_reduction synthetic_drugs"),
    ("The market for heroin had collapsed.", "supply_reduction opiates_and_cocaine"),
    ("The market for tyres had collapsed.", ""),
    # A drug on its way.
    ("Fentanyl shipments were found.", "drug_trafficking synthetic_drugs"),
    ("Hashish was posted to buyers.", ""),
    ("Marijuana was shipped in crates.", "drug_trafficking"),
    ("Possession with intent to supply was punished.", "drug_trafficking"),
    ("The trade in essential drugs was eased.", "access_to_medicines"),
    # Medicines that cannot be had.
    ("Insulin was unaffordable.", "access_to_medicines"),
    ("The supply of anaesthetics had run dry.", "access_to_medicines"),
    ("The legitimate demands of the strikers were heard.", ""),
    # Goods that criminals move.
    ("Antiquities were smuggled out in crates.", "organized_crime"),
    ("Ghost guns were found.", "organized_crime"),
    ("Antiquities were shipped out in crates.", ""),
    # The police and those they look for.
    ("Two suspects were caught.", "law_enforcement"),
    ("Two fish were caught.", ""),
    # Courts and those before them.
    ("The accused was acquitted.", "judicial_cooperation"),
    ("Plea bargaining was tried.", "judicial_cooperation"),
    ("The cook was praised.", ""),
    # Public money that goes elsewhere.
    ("State funds were siphoned off.", "corruption"),
    ("Bid rigging was found.", "corruption"),
    ("The rigging of the ship was old.", ""),
    # Money that has something to hide.
    ("Bitcoin payments were traced.", "money_laundering"),
    ("The proceeds of the sale went to him.", ""),
    # Law that changes.
    ("The Constitution was amended.", "legislation_and_treaties"),
    ("Act now, the speaker said.", ""),
    # Rights and those who lose them.
    ("Inmates were beaten.", "human_rights"),
    ("The press was censored.", "human_rights"),
    ("Non-discriminatory rules of the multilateral trading system were praised.", "economic_development"),
    # Teaching and telling are prevention of drug use only where drugs are spoken of.
    ("Education and raising awareness of beliefs were called for.", ""),
    ("Schools raised awareness of road safety.", ""),
    ("Education and treatment of drug dependence were called for.", "prevention treatment_and_rehabilitation"),
    ("Pupils learned to refuse drugs.", "prevention"),
    # A pandemic that only dates.
    ("In the wake of the pandemic, tourism grew.", "economic_development"),
    ("The pandemic killed thousands.", "public_health"),
    ("Frontier technologies were shown.", ""),
    # Words that are of drugs in one text and of something else in another.
    ("Prevention programmes were run.", "prevention"),
    ("Prevention programmes against floods were run.", "environment"),
    ("Schools lacked teachers.", ""),
    ("Prevention was a sound investment.", "prevention"),
    ("Relapse into conflict was feared.", "security_and_stability"),
    ("Relapse and chronic dependence were spoken of.", "treatment_and_rehabilitation"),
    ("Trafficking routes were mapped.", "drug_trafficking"),
    ("Trafficking routes for ivory were mapped.", "environment organized_crime"),
    ("Supply side constraints held them back.", ""),
    ("Drugs were fought on the supply side.", "supply_reduction"),
    # Who commits a crime is no organization, and who uses drugs is not thereby treated.
    ("The police arrested two criminals.", "law_enforcement"),
    ("Prosecution of criminals was slow.", "judicial_cooperation"),
    ("Criminals exploit such gaps.", "organized_crime"),
    ("Drug abusers and stimulants were spoken of.", "synthetic_drugs"),
    # Ports and airports are of border control where something is guarded there.
    ("Airports were rebuilt.", ""),
    ("Contraband was found in ports.", "border_control organized_crime"),
    ("The use of force against protesters was condemned.", "law_enforcement"),
    ("The threat or use of force was condemned.", "security_and_stability"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=lambda value: value[:60])
def test_families_of_words(text: str, expected: str) -> None:
    assert themes_in(text) == set(expected.split())
