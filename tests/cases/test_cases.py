"""Small inputs that were once segmented wrongly, and variants of them: the ids of their points, in order.

`NAME.expected.json` says what `NAME.txt` (or .md, .html, .docx, .pdf) gives: `ids`, with "p" for any point without a
number. What ids cannot say is said by the tests beside this one.
"""

import json
import re
from pathlib import Path

import pytest

from cnd_tools import reading
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.segmenting import segment

HERE = Path(__file__).parent
CASES = sorted(path.name.removesuffix(".expected.json") for path in HERE.glob("*.expected.json"))
TEXT = {"preambular", "numbered", "lettered", "roman", "bulleted", "unnumbered", "heading"}


def points(name):
    """Return the points of a case, without masthead and notes."""
    [path] = [path for path in HERE.glob(f"{name}.*") if path.suffix != ".json"]
    return [point for point in segment(reading.read(path)).points if point.kind in TEXT]


def expected(name):
    return json.loads((HERE / f"{name}.expected.json").read_text(encoding="utf8"))


@pytest.mark.parametrize("name", [name for name in CASES if "ids" in expected(name)])
def test_ids_of_a_case(name):
    found = ["p" if re.fullmatch(r"p\d+", point.point) else point.point for point in points(name)]
    assert found == expected(name)["ids"]


def test_each_case_is_analysed():
    """A label alone, a row of a table, a quotation: whatever is a point can be read for actors and actions."""
    model = load_model()
    for name in CASES:
        [path] = [path for path in HERE.glob(f"{name}.*") if path.suffix != ".json"]
        found = analyse(segment(reading.read(path)), model=model)
        assert {row.point for row in found.actions} <= {point.point for point in found.points}, name
