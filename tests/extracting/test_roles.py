"""The part each actor plays: a table of sentences for each role."""

from __future__ import annotations

import pytest

from one_point import analysed

ROLES = [
    ("Participants stressed that UNODC should train judges.",
     {"participants:source", "unodc:agent", "judiciary:recipient"}),
    ("Governments were encouraged to share data.", {"member_states:agent"}),
    ("Chile urged Peru to ratify the treaty.", {"chl:source", "per:agent"}),
    ("Assistance to developing countries should be increased.", {"developing_countries:recipient"}),
    ("Transit countries need assistance.", {"transit_countries:recipient"}),
    ("The rehabilitation of drug users was under way.", {"people_who_use_drugs:recipient"}),
    ("The cultivation of coca in Colombia had fallen.", {"col:mention"}),
    ("The network, managed by UNODC, had grown.", {"unodc:agent"}),
    ("Intelligence-sharing between law enforcement agencies should be enhanced.", {"law_enforcement_agencies:agent"}),
    ("The regional offices of UNODC should be empowered to promote programmes.",
     {"unodc_regional_offices:agent", "unodc_regional_offices:recipient"}),
    ("Member States mentioned that they should assess progress.", {"member_states:source", "member_states:agent"}),
    ("Plans should be made in cooperation with civil society.", {"civil_society:agent"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(text: str, expected: set[str]) -> None:
    assert {f"{row.actor}:{row.role}" for row in analysed(text).actors} == expected


def test_the_adopting_body_is_a_source_though_unnamed() -> None:
    rows = analysed("Urges Member States to adopt plans;", "Urges").actors
    assert [(row.actor, row.role, row.text) for row in rows] == [
        ("member_states", "agent", "Member States"),
        ("general_assembly", "source", "Urges"),
    ]


def test_whom_a_chapeau_asks_is_an_agent_of_its_items() -> None:
    rows = analysed("To submit a report;", None, "Requests|Requests the Secretary-General:").actors
    assert ("1(a)", "secretary_general", "agent", "submit") in [(r.point, r.actor, r.role, r.text) for r in rows]
