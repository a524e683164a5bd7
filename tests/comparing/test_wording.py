from __future__ import annotations

import pytest

from cnd_tools.comparing.wording import plain_words, stems, terms_of, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the laundering of money", ["laund", "money"]),
        ("money-laundering", ["money", "laund"]),
        ("Convention took effect; taken", ["conve", "take", "effec", "take"]),
        ("in 2009 and 2011", []),
        ("", []),
    ],
)
def test_stems(text, expected):
    assert stems(text) == expected


def test_words_keep_hyphens_and_apostrophes_and_tell_signs():
    found = list(words("States’ non-medical use (PEN Online)."))
    assert [word.text for word in found] == ["States", "’", "non-medical", "use", "(", "PEN", "Online", ")", "."]
    assert [word.key for word in found if word.key] == ["states", "non-medical", "use", "pen", "online"]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("MONEY-laundering", "money-laundering"),
        ("drug‐use", "drug-use"),
        ("follow‑up", "follow-up"),
        ("d’État", "d'état"),
    ],
)
def test_a_word_is_counted_under_one_form_whatever_its_case_hyphens_and_apostrophes(printed, key):
    assert list(words(printed)) == [(printed, key)]


def test_a_term_is_a_stem_or_two_neighbours_that_no_stop_word_counts_between():
    assert terms_of("the laundering of money") == {"laund": 1, "money": 1, "laund money": 1}
    assert terms_of("drugs, drug") == {"drugs": 1, "drug": 1, "drugs drug": 1}
    assert terms_of("of the") == {}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Urges States to act;", "Urges States to act.", True),
        ("the “northern route”", 'The "northern route"', True),
        ("follow‑up to it", "follow-up to it", True),
        ("Urges States to act", "Urges all States to act", False),
        ("act and report", "report and act", False),
    ],
)
def test_same_words(first, second, expected):
    assert (plain_words(first) == plain_words(second)) is expected
