"""Time for what a point cites grows with the point and no faster, whatever it repeats."""

from functools import partial

import pytest

from cnd_tools.extracting.citations import find_citations
from cnd_tools.lexicon import load
from cnd_tools.records import Document, Piece, Point, Segmented
from fuzzing.laws import in_time
from fuzzing.test_linear import FLOOR, seconds

PARTS = [
    "resolution 70/1, ",
    "resolutions ",
    "70/1 and ",
    "General Assembly ",
    "the Council ",
    "A/1",
    "A/65/190-",
    " and Add.1",
    "the Convention ",
    "Convention and ",
    "Paris Agreement ",
    "Kyoto Declaration on Crime, ",
    "Goals 1, ",
    "paragraph 1 (a), ",
    "1 to 60 ",
]


def citing(text):
    """A call that finds what a point of this text cites."""
    point = Point("d", "1", None, "numbered", 1, None, None, 1, 1, 0, len(text), None, text, (Piece(0, 0, len(text)),))
    return partial(find_citations, Segmented(Document("d", text), (point,)), lexicon=load())


@pytest.mark.parametrize("part", PARTS)
def test_what_a_point_cites_is_found_in_linear_time(part):
    with in_time(60):
        citing("A/1/1")()  # what is made once
        short, long = (seconds(lambda _, n=n: citing("the " + part * (n // len(part)))(), "") for n in (16_000, 64_000))
        assert long < 9 * max(short, FLOOR)
