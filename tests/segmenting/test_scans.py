"""What scanners print: a blank line after each line, and labels that are not what they look like."""

import pytest

from cnd_tools.segmenting.layout import markers_of
from cnd_tools.segmenting.lines import scan
from cnd_tools.segmenting.scans import close_up, mend_labels


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("The Board met in\n\nthe harbour, and\n\nspoke of boats.\n\n\nIt rose.", [0, 0, 0, 1]),
        ("It met in\n\nthe harbour.\n\nIt rose.\n\nIt left.\n\nIt slept.\n\nIt woke.", [0, 1, 1, 1, 1, 1]),
        ("It met in\nthe harbour, and\nspoke of\n\nboats.", [0, 0, 0, 1]),
        ("It met in\n\nthe harbour.", [0, 1]),
        # Long lines that have not ended go on, though in capitals: a site's double spacing.
        ("1. Pursuant to its rules, the Board met in the hall of the old\n\nHarbour of Brest, with its lamps.\n\n"
         "2. It heard the reports of all of the committees of the northern\n\nShore.\n\n3. It rose and\n\nleft.",
         [0, 0, 0, 0, 0, 0]),
        ("Harbour masters of the northern shore and their lamp boats\n\nNets and lines\n\nLamps\n\nPorts\n\nBoats.",
         [0, 1, 1, 1, 1]),
    ],
)  # fmt: skip
def test_blank_lines_after_each_line(text, gaps):
    assert [line.gap for line in close_up(scan(text))] == gaps


@pytest.mark.parametrize(
    ("labels", "keys"),
    [
        ("(a) A|(6) B|(c) C", "(a) (b) (c)"),
        ("(a) A|(b B|(c) C", "(a) (b) (c)"),
        ("(a) A|(b) B|(c C", "(a) (b) (c)"),
        ("(r) R|(5) S", "(r) (5)"),
        ("(a) A|(1) A|(2) A|(3) A|(4) A|(5) A|(6) A|(b) B", "(a) (1) (2) (3) (4) (5) (6) (b)"),
        ("(a) A|2. Two|(6) B", "(a) 2 (6)"),
        ("(b B|(6) B", "- (6)"),
        ("(a) A|(b) B|(6) B", "(a) (b) (6)"),
        ("(a) A|(see below) B|(b) B", "(a) - (b)"),
    ],
)
def test_labels_that_are_due_as_letters(labels, keys):
    lines = scan(labels.replace("|", "\n\n"))
    kinds = [""] * len(lines)
    markers = markers_of(lines, kinds, {})
    mend_labels(lines, markers, kinds)
    assert " ".join(marker.key if marker else "-" for marker in markers) == keys
