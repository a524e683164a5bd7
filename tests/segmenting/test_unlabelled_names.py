"""Names a line each under a colon, and headings that stand there."""

import pytest

from cnd_tools.records import Document
from cnd_tools.segmenting import segment

CHAPEAU = "1. The Board elected the following officers:\n\n"


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        (["Chair: Ana Hill (Fiji)", "Rapporteur: Ben Reed (Togo)", "Secretary: Cy Low (Peru)"], 0),
        (["Chair: Ana Hill (Fiji)", "Rapporteur: Ben Reed (Togo)", "Secretary: Cy Low (Peru)", "Other business"], 1),
        (["Fiji", "Togo", "Peru", "Other business"], 1),
        (["Note by the Secretariat (A/91/7)", "Report of the Chair (A/91/8)", "Letter from Fiji (A/91/9)"], 0),
        # One line over what has numbers, or in capitals, is a heading.
        (["Ports of the bay"], 1),
        (["RESOLUTION 5", "PORTS OF THE BAY", "NETS AND SAILS"], 3),
    ],
)
def test_names_under_a_colon(lines, headings):
    text = CHAPEAU + "\n\n".join(lines) + "\n\n2. The Board parted.\n"
    assert sum(point.kind == "heading" for point in segment(Document("x", text)).points) == headings


def test_symbols_are_no_headings():
    text = "Agenda item 3\n\nDocumentation: ECE/TRANS/2036/15\n\n1. The Board met.\n"
    assert [point.kind for point in segment(Document("x", text)).points][-2:] == ["unnumbered", "numbered"]
