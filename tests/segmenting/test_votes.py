"""Recorded votes: which lines they take."""

import pytest

from cnd_tools.segmenting.lines import scan
from cnd_tools.segmenting.votes import mark_votes


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("In favour:\nChad, Peru\nAgainst:\nMalta", "vvvv"),
        ("In favour: Chad, Peru\n\nAgainst: None\n\nAbstaining: None\n\nIt rose.", "vvv-"),
        ("In favour:\n\nChad\n\nPeru\n\nAgainst:\n\nMalta\n\nAnnex", "vvvvv-"),
        ("Votes in favour (2): Chad, Peru.\nVotes against (1): Iran (Islamic Republic\nof).\nAnnex", "vvv-"),
        ("Adopted by a vote of 2 to none.\nIn favour: Chad, Côte d’Ivoire\nIt rose.", "vv-"),
        ("[Adopted by a recorded vote of 2\nto none, as follows:\nIn favour:\nChad]\nPeru", "vvvv-"),
        ("**In favour:** Chad, Peru\n**Against:** Malta", "vv"),
        ("Absent: Chad\nIt rose.", "--"),
        ("In favour: The pilots said so.\nAgainst: They said not.", "--"),
        ("Against all of it they spoke.\nIn favour of it too.", "--"),
    ],
)
def test_lines_of_a_vote(text, kept):
    lines = scan(text)
    kinds = [""] * len(lines)
    mark_votes(lines, kinds)
    assert "".join("v" if kind == "masthead" else "-" for kind in kinds) == kept
