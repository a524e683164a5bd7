"""Paragraphs around a preamble that have no sign to tell them by."""

from __future__ import annotations

import pytest

from cnd_tools import document
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.preambles import stands_alone

FORMULA = "The Commission on Narcotic Drugs,\n\n"
KINDS = [
    (FORMULA + "Considering that the sea is a common heritage\n\nRecalling its resolution 5/2,\n\n1. Acts.",
     ["unnumbered", "preambular", "preambular", "numbered"]),
    ("PREAMBLE\n\nWhereas fishers want peace,\n\nWhereas storms are many,\n\nBoats sail.",
     ["heading", "preambular", "preambular", "unnumbered"]),
    ("The Governments of the States parties declare:\n\nThat storms begin at sea, where boats are;\n\nBoats sail.",
     ["unnumbered", "preambular", "unnumbered"]),
    ("Members said:\n\nThat storms begin at sea.\n\nBoats sail.", ["unnumbered", "unnumbered", "unnumbered"]),
    ("The future of ports\n\nConsidering the future of small ports\n\nBoats sail.",
     ["heading", "heading", "unnumbered"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kinds_around_a_preamble(text, kinds):
    assert [point.kind for point in segment(document(text)).points] == kinds


OPERATIVE = [
    (FORMULA + "Recalling its resolution 5/2,\n\nRecommends that States lend vessels;\n\nRequests a report.",
     [None, "Recalling", "Recommends", "Requests"]),
    ("Report\n\nThe General Assembly\n\nAdopts the proposals annexed to the present resolution.",
     [None, None, "Adopts"]),
    ("The report\n\nMany speakers met.\n\nRecommends is a verb.", [None, None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "openings"), OPERATIVE)
def test_operative_without_a_number(text, openings):
    assert [point.opening for point in segment(document(text)).points] == openings


ALONE = [
    ("considering", True),
    ("recognizing further", True),
    ("instructs the Director of the Lamp Office", True),
    ("invites Member States, in close collaboration with ports", True),
    ("noting that lamps are dear,", False),  # a paragraph of its own
    ("Considering", False),
    ("lamps", False),
    ("requests made by any of the ports in the north, the south, the east and the west since the end of May", False),
]


@pytest.mark.parametrize(("text", "alone"), ALONE)
def test_an_opening_alone_on_its_line(text, alone):
    assert stands_alone(text) == alone
