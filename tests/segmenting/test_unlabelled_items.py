"""Lines under "should:" or "commit to:" that have no label: items, and no headings."""

from __future__ import annotations

import pytest

import cnd_tools
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.unlabelled_items import begins_item, leads

LEADS = [
    ("We therefore commit to:", True),
    ("Each Party shall:", True),
    ("Poverty is to be reduced by:", True),
    ("The following topics were discussed:", False),
    ("We commit to peace", False),
]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_what_leads_only_to_items(text, expected):
    assert leads(text) is expected


BEGINS = [
    ("Publish the accounts", True),
    ("Further strengthen the courts", True),
    ("To mend roads", True),
    ("Building new ports", True),
    ("Prevention", False),
    ("Review of the plan", False),
    ("Rural clinics", False),
]


@pytest.mark.parametrize(("text", "expected"), BEGINS)
def test_how_items_without_labels_begin(text, expected):
    assert begins_item(text) is expected


KINDS = [
    ("1. Ports matter.\n\n2. States should:\n\nPublish the accounts\n\nMend the roads\n\n3. Ships sail.",
     ["numbered", "numbered", "unnumbered", "unnumbered", "numbered"]),
    ("1. Ports matter.\n\n2. States should:\n\nPublish the accounts; and\n\nMend the roads.\n\n3. Ships sail.",
     ["numbered", "numbered", "unnumbered", "unnumbered", "numbered"]),
    ("1. Ports matter.\n\n2. States should:\n\nPrevention\n\n(a) train crews;\n\nHelp\n\n(b) mend roads.",
     ["numbered", "numbered", "heading", "lettered", "heading", "lettered"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_lines_under_a_chapeau_are_items(text, expected):
    found = segment(cnd_tools.document(text))
    assert [point.kind for point in found.points] == expected
    assert not found.notices
