"""Who is whose counterpart: real texts read by hand before any program said so, and made cases.

`counterparts.json` has only citations, and hashes of the texts they are of; the texts stay in ../shared. What a reader
would take either way stands under "doubtful", and counts neither for nor against.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

import cnd_tools
from cnd_tools import corpus
from cnd_tools.comparing.counterparts import Counterparts, counterparts
from cnd_tools.errors import UsageError
from cnd_tools.records import Analysis
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.openings import opening
from comparing.building import SHARED, texts

# Told by what is coded in their paragraphs as well; versions of one text and strangers are told by their words alone.
CODED = frozenset({"neighbours", "put away", "successive", "genres"})
READ = json.loads(Path(__file__).with_name("counterparts.json").read_text("utf-8"))


@cache
def text(name: str, *, coded: bool = False) -> Analysis:
    """A text as it is segmented, or with what is coded in it; skips the test where it is not there, or another one."""
    told = READ["texts"][name]
    path = SHARED / "data" / told["path"]
    if not path.exists():
        pytest.skip(f"no data/{told['path']} in ../shared")
    assert sha256(path.read_bytes()).hexdigest() == told["sha256"], f"{path} is not the text that was read"
    if coded:
        return cnd_tools.analyse(str(path)).records
    made = segment(corpus.load(corpus.resolve([str(path)])[0]))
    return Analysis(made.document, made.points)


def found(couple: dict) -> tuple[Counterparts, set[tuple[str, str]]]:
    coded = couple["kind"] in CODED
    who = counterparts(text(couple["first"], coded=coded), text(couple["second"], coded=coded))
    return who, {(who.first.points[p.first].point, who.second.points[p.second].point) for p in who.pairs}


def scores(kind: str) -> tuple[int, int, int]:
    """Pairs of all couples of a kind that are right, that were found, that a reader found; doubtful ones left out."""
    right = made = read = 0
    for couple in READ["couples"]:
        if couple["kind"] == kind:
            wanted, doubtful = (set(map(tuple, couple[which])) for which in ("counterparts", "doubtful"))
            pairs = found(couple)[1] - doubtful
            right, made, read = right + len(pairs & wanted), made + len(pairs), read + len(wanted)
    return right, made, read


def f1(kind: str) -> float:
    right, made, read = scores(kind)
    return 2 * right / (made + read)


# What is held: the figures of 30 November 2026, on couples that the rules were made on. The goals on couples nobody
# here has read are .97 for successive texts, .78 for neighbours, at most two false pairs in five couples of strangers.
# "put away" are neighbours that nothing was made on: a declaration of 16 pairs. "genres" are a declaration and the
# outcomes of two round tables, ten years later: no words come back, subjects do.
@pytest.mark.parametrize(
    ("kind", "least"),
    [("sisters", 0.93), ("successive", 0.89), ("neighbours", 0.78), ("put away", 0.55), ("genres", 0.76)],
)
def test_counterparts_as_a_reader_finds_them(kind, least):
    assert f1(kind) >= least, scores(kind)


def test_strangers_have_hardly_any_counterparts():
    couples = sum(couple["kind"] == "unrelated" for couple in READ["couples"])
    assert scores("unrelated")[1] <= 2 * couples // 5


def test_texts_on_one_subject_are_told_from_strangers():
    for couple in READ["couples"]:
        assert found(couple)[0].related == (couple["kind"] != "unrelated")


def test_a_formula_makes_no_counterparts_of_strangers():
    note = "Takes note of the report of the Secretary-General"
    lentils = ("Urges farmers to grow lentils on terraces;", "Barley follows rye in dry summers;", "Ploughs need iron;")
    bats = ("Bats sleep in limestone caves;", "Wings of membrane fold at dusk;", "Echoes guide hunters among moths;")
    first, second = opened("A", f"{note};", *lentils), opened("B", f"{note} on bats;", *bats)
    assert counterparts(first, second).pairs == ()


def test_lists_of_dates_make_no_counterparts_of_strangers():
    dates = "33/83 of 15 March 1978, 34/91 of 12 March 1979, 35/46 of 3 March 1980, 36/12 of 9 March 1981"
    lentils = (
        "Urges farmers to grow lentils on terraces and barley where rye stood in dry summers;",
        "Ploughs need iron;",
    )
    bats = ("Bats sleep in limestone caves and fold wings of membrane at dusk;", "Echoes guide hunters among moths;")
    first = opened("A", f"Recalling its resolutions {dates},", *lentils)
    second = opened("B", f"Welcoming resolutions {dates} and 37/40 of 7 March 1982,", *bats)
    assert counterparts(first, second).pairs == ()


REEFS = (
    "Urges States to protect coral reefs from acid oceans and to fund laboratories that measure them;",
    "Encourages donors to support the trust fund for coastal communities;",
    "Calls upon fishers to land what they catch in ports that are inspected;",
)


@pytest.mark.parametrize(
    ("before", "after", "paired"),
    [
        ("Invites the Council to act;", "Requests the Council to act;", True),
        ("Invites the Council to consider the report;", "Also urges the Council to consider the report;", True),
        ("Encourages it to report to the Assembly;", "Calls upon it to report to the Assembly;", True),
        ("Invites the Council to act;", "Requests the Office to meet;", False),
        ("Invites the Council to consider the report;", "Requests the Secretary-General to circulate it;", False),
    ],
)
def test_a_demand_with_another_verb_is_the_same_demand(before, after, paired):
    """Even where it moved from one end of the text to the other, and has no word that few paragraphs elsewhere have."""
    who = counterparts(opened("A", before, *REEFS), opened("B", *REEFS, after))
    assert ((0, 3) in {(pair.first, pair.second) for pair in who.pairs}) is paired


def opened(name: str, *paragraphs: str) -> Analysis:
    """Paragraphs that open as those of resolutions do."""
    made = texts(name, *paragraphs)
    return replace(made, points=tuple(replace(point, opening=opening(point.text)) for point in made.points))


ORCHARDS = (
    "We will graft old pears and plums before they are lost. Schools shall teach children how hedges are laid.",
    "Bees need flowering verges along every road.",
    "Lime trees shade the market squares of small towns.",
)
HEDGES = "Schools shall teach children, and their parents, how hedges are laid by hand."


def found_in(first: Analysis, second: Analysis) -> dict[tuple[int, int], bool]:
    """The pairs of two texts, and whether each is part of a split."""
    return {(pair.first, pair.second): pair.split for pair in counterparts(first, second).pairs}


def test_a_sentence_that_became_a_paragraph_is_a_split():
    """Though the rest of its paragraph has a likelier counterpart, and as a whole it is little like the sentence."""
    grafted = "We will graft old pears and plums, and quinces and medlars, before they are lost to the last orchard."
    before = texts("A", *ORCHARDS)
    after = texts("B", grafted, *ORCHARDS[1:], "Rivers are dredged each spring and mills mended.", HEDGES)
    pairs = found_in(before, after)
    assert pairs[0, 0]
    assert pairs[0, 4]
    assert 3 not in {second for _, second in pairs}


def test_a_sentence_that_another_paragraph_took_in_is_a_merge():
    before = texts("A", "Bees need flowering verges along every road.", HEDGES, ORCHARDS[2])
    after = texts("B", f"Bees need flowering verges along every road, lane and railway. {HEDGES}", ORCHARDS[2])
    assert found_in(before, after).keys() == {(0, 0), (1, 0), (2, 1)}


def test_a_paragraph_whose_sentence_was_taken_over_is_not_dropped():
    """Even in two texts on one subject that are no versions of each other; one that has a counterpart needs no more."""
    shared = "Keepers leave orchards and hedges standing for swarms."
    before = texts(
        "A",
        "Bees gather honey in May, when clover and sainfoin flower along lanes and meadows are not yet mown. Frost "
        f"in April spoils blossom of plums and pears, and hungry hives rob weaker neighbours. {shared}",
        "Hives of straw need roofs against the rain, and bees need water near the hives.",
        "Honey of lime trees is pale, and bees bring little of it in wet summers.",
        "Smoke calms bees where hives are opened, and veils keep stings away.",
    )
    after = texts(
        "B",
        f"{shared} Nobody may sell queens abroad without papers from a veterinary surgeon who has seen the brood. "
        "Inspectors burn combs in which foulbrood was found, and pay half of what they were worth.",
        "Wax of bees is rendered in autumn, when honey is weighed and taxed.",
        "Mites kill bees in winter, and honey may not be sold from their hives for a year.",
        "Mead is brewed of honey where bees are kept by monks.",
    )
    who = counterparts(before, after)
    assert who.related
    assert not who.versions
    assert (0, 0) in {(pair.first, pair.second) for pair in who.pairs}


@pytest.mark.parametrize(
    ("rest", "other"),
    [
        ("This shall be done.", "It is late. This shall be done."),  # too short to tell
        ("Mills grind barley where the river bends.", "Mills are old. Barley is sown in spring by the river."),
    ],
)
def test_sentences_that_are_not_one_make_no_pair(rest, other):
    before = texts("A", f"We will graft old pears and plums before they are lost. {rest}", *ORCHARDS[1:])
    after = texts("B", "We will graft old pears and plums before they are lost.", *ORCHARDS[1:], other)
    assert (0, 3) not in found_in(before, after)


def test_what_a_counterpart_has_already_is_no_merge():
    committee = "the Special Committee on the Situation with regard to the Implementation of the Declaration on Peoples"
    first = texts("A", f"Having examined the report of {committee},", "Lentils grow on terraces in the mountains;")
    second = texts(
        "B",
        f"Having examined the report of {committee},",
        f"Calls upon the Power to speak with {committee} about visits;",
        "Lentils grow on terraces in the mountains;",
    )
    assert [(pair.first, pair.second) for pair in counterparts(first, second).pairs] == [(0, 0), (1, 2)]


def test_too_many_paragraphs_are_refused(monkeypatch):
    monkeypatch.setattr("cnd_tools.comparing.counterparts.MOST_CELLS", 3)
    with pytest.raises(UsageError, match=r"^2 and 2 paragraphs are too many .* --section or --theme compares a part"):
        counterparts(texts("A", "One.", "Two."), texts("B", "One.", "Two."))
