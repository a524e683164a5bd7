"""How paragraphs open, and which of two verbs is the stronger, by the published ladders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cnd_tools.comparing.openings import climb, opening_of, stronger
from cnd_tools.segmenting.openings import opening
from comparing.building import point


def opened(text):
    return opening_of(replace(point("A", "1", text), opening=opening(text)))


@pytest.mark.parametrize(
    ("text", "verb", "modified"),
    [
        ("Also calls upon all States to act;", "call upon", False),
        ("Calling upon all parties,", "call upon", False),
        ("Strongly condemns all acts;", "condemn", True),
        ("Expressing its deep concern at the situation,", "express concern", True),
        ("Takes note with appreciation of the report;", "take note with appreciation", False),
        ("Noting with concern that it is late,", "note with concern", False),
        ("Once again urges the parties to meet;", "urge", False),
        ("Having examined the report,", "have examined", False),
        ("Mindful of the time,", "mindful", False),
    ],
)
def test_a_verb_is_brought_to_one_form(text, verb, modified):
    found = opened(text)
    assert (found.verb, found.modified) == (verb, modified)


def test_no_verb_no_opening():
    assert opened("States should act.") is None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Invites States to act;", "Encourages States to act;", 1),
        ("Encourages States to act;", "Calls upon States to act;", 1),
        ("Urges States to act;", "Requests States to act;", -1),
        ("Demands that they act;", "Urges them to act;", -1),
        ("Takes note of the report;", "Welcomes the report;", 1),
        ("Welcomes the report;", "Commends the report;", 0),  # both approve, and no source says which more
        ("Condemns it;", "Strongly condemns it;", 1),
        ("Calls upon States to act;", "Also calls upon States to act;", 0),
        ("Recalls the report;", "Urges States to act;", None),
        ("Deplores it;", "Urges States to act;", None),  # on two ladders
    ],
)
def test_the_stronger_of_two_openings(before, after, expected):
    assert stronger(opened(before), opened(after)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [("should", "must", 1), ("shall", "may", -1), ("must", "shall", 0), ("is", "must", None)],
)
def test_the_stronger_of_two_modals(before, after, expected):
    assert climb(before, after) == expected
