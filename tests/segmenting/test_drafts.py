"""Labels of the paragraphs of a draft."""

import pytest

from cnd_tools.reading import document
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.drafts import draft_marker

DRAFT = """PP1 Recalling the decision of the Board,

Pp2. Boats being what they are,

PP2 bis Noting the reports of the pilots,

OP1 Asks the owners to mark boats;

OP2 Asks them to pay."""


def test_a_draft_of_a_resolution():
    found = segment(document(DRAFT, name="draft")).points
    assert [(point.point, point.label, point.kind) for point in found] == [
        ("p1", "PP1", "preambular"),
        ("p2", "Pp2.", "preambular"),
        ("p3", "PP2 bis", "preambular"),
        ("OP1", "OP1", "numbered"),
        ("OP2", "OP2", "numbered"),
    ]
    assert found[1].text == "Boats being what they are,"


@pytest.mark.parametrize(
    "line", ["OPEC countries", "PPP 2 and 3", "PP", "OPs of the Board", "Pp12345 boats", "P1 Boats"]
)
def test_what_is_no_label_of_a_draft(line):
    assert draft_marker(line) is None


def test_a_label_with_nothing_after_it_is_a_paragraph_yet_to_be_written():
    points = segment(document("PP1 Noting the reports of the pilots,\nPP2\n", name="draft")).points
    assert [(point.label, point.kind, point.text) for point in points][1:] == [("PP2", "preambular", "")]
