"""Time for finding times and amounts grows with the text and no faster, whatever it repeats."""

import pytest

from cnd_tools.norms import patterns
from cnd_tools.promises.quantities import quantities
from cnd_tools.promises.times import times
from fuzzing.laws import in_time
from fuzzing.test_linear import FLOOR, seconds

PARTS = [
    "by 2030 ",
    "at its first ",
    "within six months ",
    "every ",
    "at least 30 ",
    "1,000",
    "twenty-",
    "five new ",
    "$ 1 ",
]


@pytest.mark.parametrize("part", PARTS)
def test_times_and_amounts_are_found_in_linear_time(part):
    def found(text):
        return list(times(text)), list(quantities(text))

    with in_time(60):
        found("by 2030")  # what is made once
        short, long = (seconds(found, part * (size // len(part))) for size in (10_000, 40_000))
        assert long < 9 * max(short, FLOOR)


NORMS = ["States may, x, ", "No State of ", "“x ", "is entitled, ", "authorizes The ", "everyone "]


@pytest.mark.parametrize("part", NORMS)
def test_norms_are_found_in_linear_time(part):
    def found(text):
        return [list(one.regex.finditer(text)) for one in patterns().values()]

    with in_time(60):
        short, long = (seconds(found, part * (size // len(part))) for size in (10_000, 40_000))
        assert long < 9 * max(short, FLOOR)
