"""The built-in words: complete where they must be, and of the right shape everywhere."""

import re

import pycountry
import pytest

from cnd_tools.lexicon import load
from cnd_tools.lexicon.loading import check_ours
from cnd_tools.lexicon.patterns import keys, pieces
from cnd_tools.lexicon.trie import Trie

TYPES = {"states", "country", "region", "groups", "meeting", "un", "society", "justice", "adverse"}
# What the annotation's list of actors names beside countries and regions.
LISTED = """
member_states producing_countries transit_countries destination_countries developing_countries african_states
states_parties international_community participants speakers delegations chair secretariat commission united_nations
general_assembly economic_and_social_council security_council human_rights_council secretary_general unodc incb
unodc_regional_offices international_agencies who unaids civil_society ngos private_sector precursor_manufacturers
chemical_industry pharmaceutical_industry scientific_community academia communities farmers children youth women
people_who_use_drugs marginalized_groups law_enforcement_agencies border_liaison_officers judiciary health_workers
policymakers practitioners european_union group_of_77 african_group alliance_of_small_island_states
least_developed_countries umbrella_group group_of_latin_american_and_caribbean_states drug_traffickers
organized_crime_groups mules terrorists west_africa central_america africa
"""
THEMES = """
demand_reduction prevention treatment_and_rehabilitation public_health access_to_medicines supply_reduction
drug_trafficking law_enforcement border_control organized_crime corruption money_laundering judicial_cooperation
legislation_and_treaties human_rights vulnerable_groups precursor_control synthetic_drugs opiates_and_cocaine
shared_responsibility international_cooperation regional_cooperation technical_assistance data_and_research
information_exchange private_sector civil_society policy_commitments alternative_development illicit_cultivation
economic_development environment security_and_stability
"""


def actor_trie() -> Trie[str]:
    trie: Trie[str] = Trie()
    for entry in load()["actor"]:
        for pattern in entry.patterns:
            trie.add(pattern, entry.id)
    return trie


ACTORS = actor_trie()


def whole(text: str) -> set[str]:
    return set(ACTORS.whole([keys(piece) for piece in pieces(text)]))


def plain(name: str) -> str:
    """ISO writes "Bolivia, Plurinational State of"; nobody else does."""
    first, comma, rest = name.partition(", ")
    turned = comma and (rest.endswith((" of", " of the")) or rest in ("British", "U.S."))
    name = f"{rest} {first}" if turned else name
    return name.removeprefix("the ").removeprefix("The ")


def test_our_files_are_as_users_must_write_them() -> None:
    check_ours()


def test_actors_of_the_annotation_are_there() -> None:
    assert set(LISTED.split()) - {entry.id for entry in load()["actor"]} == set()


def test_themes_are_the_closed_list() -> None:
    assert [entry.id for entry in load()["theme"]] == THEMES.split()


def test_ids_and_types() -> None:
    for entry in load()["actor"]:
        assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", entry.id), entry.id
        assert entry.get("type") in TYPES, entry.id
        assert entry.why


def test_every_pattern_names_its_actor_alone() -> None:
    for entry in load()["actor"]:
        for pattern in entry.patterns:
            text = " ".join(word.removesuffix("?").split("|")[0].lstrip("=") for word in pattern.split() if word != "~")
            assert entry.id in whole(text), (entry.id, pattern)


@pytest.mark.parametrize("country", sorted(pycountry.countries, key=lambda c: c.alpha_3), ids=lambda c: c.alpha_3)
def test_countries_by_their_iso_names(country) -> None:
    names = [country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")]
    assert all(country.alpha_3.lower() in whole(plain(name)) for name in names if name), names
