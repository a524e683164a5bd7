"""Lists that stand beside each other and belong inside each other."""

from __future__ import annotations

import pytest

from cnd_tools.reading.breaks import parted
from cnd_tools.reading.nesting import Item, Nesting
from cnd_tools.reading.pieces import Piece


@pytest.mark.parametrize(
    ("texts", "depths"),
    [
        ("A1: B1 B2 A2", [1, 2, 2, 1]),
        ("A1 B1 A2", [1, 2, 1]),  # bullets need no colon
        ("B1 A1 A2", [1, 1, 1]),  # and numbers are in no list of bullets
        ("B1: A1 B2", [1, 2, 1]),
        ("A1: C1: D1 C2 A2", [1, 2, 3, 2, 1]),
        ("A1: E1 E2 A2", [1, 2, 2, 1]),  # numbers inside numbers
        ("A1 A2 E1 E2", [1, 1, 1, 1]),  # a new series
        ("A1: B1 E2", [1, 2, 1]),  # another list goes on where the first one stopped
    ],
)
def test_depth_of_items(texts: str, depths: list[int]) -> None:
    shapes = {"A": "decimal %.", "E": "decimal %.", "B": "bullet", "C": "lowerLetter", "D": "lowerRoman"}
    nesting = Nesting()
    found = []
    for text in texts.split():
        found.append(nesting.depth(Item(text[0], 0, shapes[text[0]], int(text[1]))))
        nesting.paragraph(text)
    assert found == depths


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ("1. Buys boats;|2. Buys nets.", 2),
        ("It buys:|(a) boats;|(b) nets.", 3),
        ("It buys:|- boats;|- nets.", 3),
        ("It met in May.|It bought boats.|It rose.", 3),
        ("The Board met||and rose", 2),
        ("4. It met in May.|It bought boats.|It rose.", 1),
        ("The Board|Quay Street 2|Ness", 1),
        ("It met in May, with|no. 4 of the boats,|i.e. all.", 1),
        ("It met at the|– old – quay", 1),
        ("It met in May and then|it rose. It|ended.", 1),
    ],
)
def test_breaks_that_part(lines: str, parts: int) -> None:
    pieces = [piece for line in lines.split("|") for piece in (Piece(line), Piece("\n"))][:-1]
    assert len([part for part in parted(pieces) if "".join(piece.text for piece in part).strip()]) == parts


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ("1. Buys boats;|2. Buys nets.", 2),
        ("It recalls paragraphs 1 and|2. The rest.", 1),
        ("It met in|2. Vienna", 1),
        ("It met in May.|It rose.", 1),
        ("It buys:|(a) boats;|(b) nets.", 3),
        ("It buys;|(d) nets.", 1),
    ],
)
def test_lines_of_a_file_that_part(lines: str, parts: int) -> None:
    pieces = [piece for line in lines.split("|") for piece in (Piece(line), Piece(" ", soft=True))][:-1]
    assert len(list(parted(pieces))) == parts
