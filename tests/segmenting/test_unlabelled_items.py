"""Lines under "should:" or "commit to:" that have no label: items, and no headings."""

from __future__ import annotations

import pytest

import cnd_tools
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.unlabelled_items import begins_item, leads

LEADS = [
    ("We therefore commit to:", "to"),
    ("Each Party shall:", "shall"),
    ("Poverty is to be reduced by:", "by"),
    ("The following topics were discussed:", ""),
    ("We commit to peace", ""),
    (":", ""),
]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_what_leads_only_to_items(text, expected):
    assert leads(text) == expected


BEGINS = [
    ("Publish the accounts", "should", True),
    ("Further strengthen the courts", "shall", True),
    ("To mend roads", "therefore", True),
    ("Building new ports", "by", True),
    ("Ending hunger", "to", True),
    ("Actively promoting peace", "to", True),
    ("Housing the homeless", "by", True),
    # No item: a noun, or a gerund where none can follow.
    ("Prevention", "should", False),
    ("Review of the plan", "to", False),
    ("Rural clinics", "to", False),
    ("Building new ports", "should", False),
    ("Spring fairs", "by", False),
    ("Housing and land", "to", False),
    ("Concluding remarks", "to", False),
    ("During the year, ports met", "by", False),
    ("According to the Board, ports met", "to", False),
    ("Following the meeting, ports closed", "by", False),
]


@pytest.mark.parametrize(("text", "lead", "expected"), BEGINS)
def test_how_items_without_labels_begin(text, lead, expected):
    assert begins_item(text, lead) is expected


KINDS = [
    ("1. Ports matter.\n\n2. States should:\n\nPublish the accounts\n\nMend the roads\n\n3. Ships sail.",
     ["numbered", "numbered", "unnumbered", "unnumbered", "numbered"]),
    ("1. Ports matter.\n\n2. States should:\n\nPublish the accounts; and\n\nMend the roads.\n\n3. Ships sail.",
     ["numbered", "numbered", "unnumbered", "unnumbered", "numbered"]),
    ("1. Ports matter.\n\n2. States should:\n\nPrevention\n\n(a) train crews;\n\nHelp\n\n(b) mend roads.",
     ["numbered", "numbered", "heading", "lettered", "heading", "lettered"]),
    # Headings under a chapeau, and after items that end in full stops.
    ("1. Ports matter.\n\n2. States should:\n\nTraining and lending\n\n(a) train crews;\n\n(b) mend roads.",
     ["numbered", "numbered", "heading", "lettered", "lettered"]),
    ("We commit to:\n\nTraining crews.\n\nMending roads.\n\nFunding of ports\n\nPorts need funds.",
     ["unnumbered", "unnumbered", "unnumbered", "heading", "unnumbered"]),
    ("We commit to:\n\nTraining crews.\n\nMending roads.\n\nLending nets.\n\nSupport ports",
     ["unnumbered", "unnumbered", "unnumbered", "unnumbered", "unnumbered"]),
    ("We commit to:\n\nTraining crews.\n\nMending roads.\n\nBuilding bridges\n\nPorts need funds.",
     ["unnumbered", "unnumbered", "unnumbered", "heading", "unnumbered"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_lines_under_a_chapeau_are_items(text, expected):
    found = segment(cnd_tools.document(text))
    assert [point.kind for point in found.points] == expected
    assert not found.notices
