"""What the last sign of a line says."""

import pytest

from cnd_tools.segmenting.paragraphs import ended, final


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("It ended.", "."),
        ("as follows:", ":"),
        ("to act;", ";"),
        ("the Commission,", ","),
        ("did it?", "?"),
        ("the Commission", "n"),
        ("it said “no.”", "."),
        ("(it ended.)", "."),
        ("(the Commission)", "n"),
        ("it ended.¹", "."),
        ("it ended.¹²", "."),
        ("it ended.12", "."),
        ("it ended.123", "."),
        ("it ended.1234", "4"),
        ("the Act;3", ";"),
        ("it said “no”3", "o"),
        ("some 2.5", "5"),
        ("some 12", "2"),
        ("the year 1990.", "."),
        ("the *Act*", "t"),
        ("and more…", "…"),
        ("in chap.", ""),
        ("(see paras.", ""),
        ("it was held at Chap", "p"),
        ("", ""),
    ],
)
def test_the_last_sign(text, sign):
    assert final(text) == sign


def test_a_paragraph_ends_so():
    assert [ended(text) for text in ("it met.", "so:", "and,", "the", "in chap.")] == [True, True, True, False, False]
