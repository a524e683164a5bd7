"""Signs found by C stand where a look at each character finds them."""

import pytest

from cnd_tools.segmenting.signs import other_signs, places_of, runs_of

TEXTS = ["", "in 2009", "² Corruption¹ of 1990–2000", "٣٤ and 12", "\ud800 alone", "👍🏽 9"]


@pytest.mark.parametrize("text", TEXTS)
def test_signs_beyond_ascii(text):
    assert other_signs(text) == {sign for sign in text if ord(sign) > 127}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("signs", ["0123456789", "¹²³", "", "٣4"])
def test_places_in_order(text, signs):
    expected = [place for place, sign in enumerate(text) if sign in signs]
    assert places_of(text, signs) == expected
    assert places_of(text, signs, 2, 8) == [place for place in expected if 2 <= place < 8]


@pytest.mark.parametrize(
    ("places", "runs"), [([], []), ([0], [(0, 1)]), ([0, 1, 3], [(0, 2), (3, 4)]), ([4, 5, 6], [(4, 7)])]
)
def test_runs(places, runs):
    assert list(runs_of(places)) == runs
