"""Labels with no space after them, and signs of bullets alone on their line."""

import pytest

from cnd_tools.records import Document
from cnd_tools.segmenting import segment


def ids(text: str) -> list[str]:
    return [point.point for point in segment(Document("x", text)).points]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. The Board decides:\n(a)to lend nets;\n(b)to train crews.\n", ["1", "1(a)", "1(b)"]),
        ("1.DECIDES:\n(1)that crews rest;\n(2)that:\n(a)nets be mended;\n(b)sails be kept.\n",
         ["1", "1(1)", "1(2)", "1(2)(a)", "1(2)(b)"]),
        ("1. They adopted:\na.Bay Charter;\nb.Nets Plan; and\nc.Sails Code.\n", ["1", "1(a)", "1(b)", "1(c)"]),
        ("3. The Assembly calls on ports to:\n3.1.lend nets;\n3.2.train crews.\n", ["3", "3.1", "3.2"]),
        # No label without another of its series.
        ("(a)symmetric tides are met in the bay.\n\nThe Board met.\n", ["p1", "p2"]),
        ("(re)building quays costs money.\n\n(un)loading does not.\n", ["p1", "p2"]),
        ("e.g. the nets of the bay.\n\ni.e. the sails.\n", ["p1", "p2"]),
        ("2.5m nets were lent.\n\n3.5m nets were kept.\n", ["p1", "p2"]),
    ],
)  # fmt: skip
def test_labels_glued_to_words(text, expected):
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They agreed to:\n•\nlend nets;\n•\ntrain crews.\n", ["p1", "p1[1]", "p1[2]"]),
        ("They agreed to:\n\n–\n\nLend nets;\n\n–\n\nTrain crews.\n", ["p1", "p1[1]", "p1[2]"]),
        ("1. They met.\n\n*\n\n2. They parted.\n\n*\n\n3. They wrote.\n", ["1", "p1", "2", "p2", "3"]),
    ],
)
def test_bullets_alone_on_their_line(text, expected):
    assert ids(text) == expected
