"""Two paragraphs word by word: what makes them one, and which verb went on inside the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cnd_tools.comparing.side_by_side import SideBySide
from cnd_tools.segmenting.openings import opening
from comparing.building import point

OFFICE = "Requests the Office of the High Commissioner for Old Mills and Barns to"
KEPT = "Urges all who own mills to keep the wheels dry and the stones sharp through every winter that is long and cold"


def beside(before, after):
    return SideBySide(*(replace(point("A", "1", text), opening=opening(text)) for text in (before, after)))


@pytest.mark.parametrize(
    ("before", "after", "shortened"),
    [
        (f"{KEPT};", f"{KEPT}, and thanks those who grind rye for the poor;", True),
        (
            f"{KEPT}, and pays tribute to millers;",
            f"{KEPT}, and decides that the barns of the north are to be shut;",
            True,
        ),
        ("Thanks all millers of the north;", "Thanks all millers of the north, and asks for help;", False),
        (
            f"{OFFICE} make arrangements for the upkeep of the Barn Fund of Upper Rye;",
            f"{OFFICE} write a report, with the millers, on the upkeep of the Barn Fund of Upper Rye, and send it on;",
            False,
        ),
    ],
)
def test_a_paragraph_is_the_longer_one_cut_short_by_what_it_says_beside_names(before, after, shortened):
    assert beside(before, after).shortened is shortened


@pytest.mark.parametrize(
    ("before", "after", "inside"),
    [
        (
            "Calls upon States to pay all millers in full;",
            "Condemns raids on mills, and calls upon States to pay all millers in full;",
            True,
        ),
        (
            "Strongly encourages the full use of new stones in mills;",
            "Welcomes the efforts for the use of stones in mills, and strongly encourages the full use of new ones;",
            True,
        ),
        (
            "Condemns raids on mills, and urges States to pay all millers;",
            "Urges States to pay all millers;",
            True,
        ),
        (
            "Calls upon States to pay all millers in full;",
            "Urges States to pay all millers in full, and calls upon donors to help with barns;",
            False,
        ),
        ("Encourages States to pay all millers;", "Welcomes the payment of all millers by States;", False),
        ("All mills are shut;", "Mills are shut, and the Council urges States to act;", False),
    ],
)
def test_a_verb_goes_on_inside_where_what_followed_it_does(before, after, inside):
    assert beside(before, after).verb_moved_inside is inside
