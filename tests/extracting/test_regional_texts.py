"""Communiqués and resolutions of regional bodies, and reports of reviews: who holds what."""

from __future__ import annotations

import pytest

import cnd_tools
from cnd_tools.pipeline import analyse
from cnd_tools.segmenting import segment

ASSEMBLY = "THE GENERAL ASSEMBLY,\n\nRECALLING its resolution on ports,\n\nRESOLVES:\n\n"
ADOPTED = (
    "72/9. Ports\n\nThe General Assembly\n\nAdopts the following declaration:\n\nDeclaration on ports\n\n"
    "We, the Heads of State and Government and High Representatives, meeting in New York, have met.\n\n1. We act.\n\n"
)
REVIEW = "1. Views expressed by Member States on the outcome\n\n"

# A text, and of its positions source and verb; the first ones, of what stands above, are left out.
POSITIONS: list[tuple[str, list[tuple[str | None, str]]]] = [
    ("We, ASEAN Ministers, met.\n\n2. We recognised the need to act.", [("ministers", "recognize")]),
    (ASSEMBLY + "1. To urge member states to act.", [("general_assembly", "urge")]),
    (ASSEMBLY + "1. To thank Peru and to instruct the Board to meet.",
     [("general_assembly", "thank"), ("general_assembly", "instruct")]),
    (ASSEMBLY + "1. To open ports.", []),
    (ADOPTED + "2. Underlining the value of ports, we will train crews.", [("member_states", "underline")]),
    (ADOPTED + "2. Reaffirming that crews matter, we encourage all to train them.",
     [("member_states", "reaffirm"), ("member_states", "encourage")]),
    (REVIEW + "2. Regarding the recommendations, Fiji reiterated its views.", [("fji", "reiterate")]),
    (REVIEW + "2. Ports International was pleased that Chad had supported most of the recommendations.",
     [("ports_international", "be pleased")]),
    ("Commonwealth Heads of Government agreed to act.", [("member_states", "agree")]),
    ("The Committee of Ministers welcomes the report. It would encourage States to read it.",
     [("committee_of_ministers", "welcome"), ("committee_of_ministers", "encourage")]),
    ("The Chair, on behalf of the Bureau, reported on key activities.", [("chair", "report"), ("bureau", "report")]),
    ("ITALY called for a fund.", [("ita", "call for")]),
    ("THE COUNCIL,\n\n(2) STRESSES the need for ports;\n\n(6) POINTS OUT that ports matter;",
     [("council", "stress"), ("council", "point out")]),
    ("The Chair noted that terms were difficult to accept.", [("chair", "note")]),
    ("We support the work of the Task Force with weak States to apply the FATF standards calling for transparency.",
     [(None, "support")]),
    ("1. The Parliamentary Assembly met.\n\n2. The Assembly advises that:\n\n2.1 States act.\n\n3. It regrets delay.",
     [("parliamentary_assembly", "advise"), ("parliamentary_assembly", "regret")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_positions_of_regional_texts_and_reviews(text: str, expected: list[tuple[str | None, str]]) -> None:
    found = analyse(segment(cnd_tools.document(text))).positions
    above = ("recall", "resolve", "adopt", "act")
    assert [(one.source, one.verb) for one in found if one.verb not in above] == expected
