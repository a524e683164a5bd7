"""The language of patterns: what a word, an alternative, an option, a gap and a capital stand for."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from cnd_tools.lexicon.patterns import BadPattern, keys, pieces, unfold
from cnd_tools.lexicon.trie import Trie

PIECES = [
    ("money-laundering", ["money", "laundering"]),
    ("Lao People’s Democratic", ["Lao", "People", "’s", "Democratic"]),
    ("the States' views", ["the", "States", "views"]),
    ("Côte d’Ivoire", ["Côte", "d", "Ivoire"]),
    ("G-77/CHINA", ["G", "77", "/", "CHINA"]),
    ("the U.S., too", ["the", "U", ".", "S", ".", ",", "too"]),
    ("non‑medical", ["non", "medical"]),
    ("", []),
]

KEYS = [
    ("countries", "", {"countries", "country", "=countries", "^countries"}),
    ("CANADA", "", {"canada", "=canada", "^CANADA", "^Canada"}),
    ("access", "", {"access", "=access", "^access"}),
    ("crisis", "", {"crisis", "=crisis", "^crisis"}),
    ("processes", "", {"processes", "process", "=processes", "^processes"}),
    ("diverting", "divert", {"diverting", "divert", "=diverting", "^diverting"}),
    ("’s", "", {"'s", "='s", "^’s"}),
]

UNFOLDED = [
    ("member state", {("member", "state")}),
    ("producer|producing country", {("producer", "country"), ("producing", "country")}),
    ("the? world", {("the", "world"), ("world",)}),
    ("=mules", {("=mules",)}),
    ("Jordan Valley|River", {("^Jordan", "^Valley"), ("^Jordan", "^River")}),
    ("control ~ crime", {("control", "~", "crime")}),
    ("money-laundering", {("money", "laundering")}),
    ("people’s court", {("people", "'s", "court")}),
    ("Terror* act", {("*terror*", "act")}),
    ("=wom?n at work*|job*", {("*wom?n", "at", "*work*"), ("*wom?n", "at", "*job*")}),
    ("self-help*", {("self", "*help*")}),
    ("wom?n? work", {("*wom?n", "work"), ("work",)}),
    ("people's* court", {("people", "'s", "*", "court")}),  # no word begins with an apostrophe, so none with "'s"
    ("a * b", {("a", "*", "b")}),
]

BAD = ["", "   ", "a?", "a? b?", "~ a", "a ~", "~", "|", "a|", "?", "-", "a|b|c|d " * 5]

FOUND = [
    ("member state", "All Member States and each member State", ["Member States", "member State"]),
    ("Turkey", "Turkey and the turkey; TURKEY", ["Turkey", "TURKEY"]),
    ("=mules", "A mule and two mules", ["mules"]),
    (
        "seize ~ asset",
        "to seize and freeze criminal assets. They seize. The assets",
        ["seize and freeze criminal assets"],
    ),
    ("seize ~ asset", "to seize all of the many old hidden assets", []),
    ("drug user|abuser", "drug-users, drug abuser", ["drug users", "drug abuser"]),
    ("prevent ~ diversion", "prevent; diversion", []),
    ("terror*", "Terror, TERRORISTS; counter-terrorism and counterterror", ["Terror", "TERRORISTS", "terrorism"]),
    ("*care", "health care, healthcare, careful", ["care", "healthcare"]),
    ("organized crime programme", "ORGANISED crime programs, unorganised crime program", ["ORGANISED crime programs"]),
    ("Criminal Defence Centre", "the Criminal Defense Center", ["Criminal Defense Center"]),
    ("=programme", "one program, one programme", ["programme"]),
    ("labour", "labor in a laboratory", ["labor"]),
    ("four size", "for the sise", []),
    ("wom?n at work*", "women at workplaces, a womn at work", ["women at workplaces"]),
    ("c*t*y", "a country, its city, the cut", ["country", "city"]),
    ("fight ~ terror*", "to fight all terrorists. Terror", ["fight all terrorists"]),
]


@pytest.mark.parametrize(("text", "expected"), PIECES)
def test_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(("piece", "lemma", "expected"), KEYS)
def test_keys(piece: str, lemma: str, expected: set[str]) -> None:
    assert set(keys(piece, lemma)) == expected


@pytest.mark.parametrize(("pattern", "expected"), UNFOLDED)
def test_unfold(pattern: str, expected: set[tuple[str, ...]]) -> None:
    assert set(unfold(pattern)) == expected


@pytest.mark.parametrize("pattern", BAD)
def test_bad_patterns(pattern: str) -> None:
    with pytest.raises(BadPattern):
        unfold(pattern)


@pytest.mark.parametrize(("pattern", "text", "expected"), FOUND)
def test_trie_finds(pattern: str, text: str, expected: list[str]) -> None:
    trie: Trie[str] = Trie()
    trie.add(pattern, "it")
    words = pieces(text)
    matches = list(trie.matches([keys(word) for word in words]))
    assert [" ".join(words[match.start : match.end]) for match in matches] == expected


def test_what_is_no_word_is_none_of_a_wildcard() -> None:
    """Between two stretches of a text that are read as one, a piece stands without keys."""
    trie: Trie[str] = Trie()
    trie.add("terror*", "found")
    assert [m.start for m in trie.matches([(), ("x",), keys("terrorists"), ()])] == [2]
    assert trie.whole([()]) == []


def test_trie_gives_every_value_once() -> None:
    trie: Trie[str] = Trie()
    trie.add("a|a b", "first")
    trie.add("a b c", "second")
    assert [(m.start, m.end, m.value) for m in trie.matches([("x",), ("a",), ("b",), ("c",)])] == [
        (1, 3, "first"),
        (1, 4, "second"),
    ]
    assert trie.whole([("a",), ("b",)]) == ["first"]
    assert trie.whole([("b",)]) == []


def test_threads_that_share_a_trie_find_all() -> None:
    """It is laid out while it is read, by whoever comes by first."""
    words = [f"w{number}" for number in range(12)]
    text = [keys(word) for word in words]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(20):
            trie: Trie[str] = Trie()
            for first in words:
                trie.add(f"{first} {'|'.join(words)} {'|'.join(words)}?", first)
            with ThreadPoolExecutor(8) as threads:
                found = list(threads.map(lambda _: list(trie.matches(text)), range(8)))  # noqa: B023
            assert len(found[0]) == 21  # two for each of ten first words, one for the last that another follows
            assert all(one == found[0] for one in found)
    finally:
        sys.setswitchinterval(before)
