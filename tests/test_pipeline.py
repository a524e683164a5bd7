"""The whole way from points to rows."""

from __future__ import annotations

import pytest
from spacy.language import Language

from cnd_tools.errors import UsageError
from cnd_tools.pipeline import analyse, analyse_many, load_model
from cnd_tools.records import Analysis, Document, Segmented
from cnd_tools.segmenting import segment

SUMMARY = """1. Participants emphasized that Governments should ratify the Convention.

2. Many speakers supported the idea of joint training. It was noted that funds could be set aside for it.
"""
RESOLUTION = """The General Assembly,

Recalling its resolution 70/1 of 25 September 2015, and recognizing the need to protect farmers,

1. Urges the Secretary-General:

(a) To submit a report on rural roads;

(b) To consult Member States;

2. Calls upon Member States to adopt and implement national plans, and takes note of the report.
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


def points_of(text: str, name: str = "text") -> Segmented:
    return segment(Document(name, text))


def test_summary(nlp: Language) -> None:
    found = analyse(points_of(SUMMARY), model=nlp)
    assert [(p.point, p.source, p.verb, p.extent, p.stance) for p in found.positions] == [
        ("1", "participants", "emphasize", "unqualified", "report"),
        ("2", "speakers", "support", "many", "support"),
        ("2", None, "note", "unstated", "report"),
    ]
    assert [(a.point, a.agent, a.lemma, a.strength, a.object, a.source) for a in found.actions] == [
        ("1", "member_states", "ratify", "recommendation", "Convention", "participants"),
        ("2", None, "train", "encouragement", None, "speakers"),
        ("2", None, "set aside", "possibility", "funds", None),
    ]


def test_resolution(nlp: Language) -> None:
    found = analyse(points_of(RESOLUTION), model=nlp)
    assert {(p.point, p.source, p.verb, p.extent) for p in found.positions} == {
        ("p2", "general_assembly", "recall", "consensus"),
        ("p2", "general_assembly", "recognize", "consensus"),
        ("1", "general_assembly", "urge", "consensus"),
        ("2", "general_assembly", "call upon", "consensus"),
        ("2", "general_assembly", "take note", "consensus"),
    }
    assert [(a.point, a.agent, a.lemma, a.object) for a in found.actions] == [
        ("p2", None, "protect", "farmers"),
        ("1(a)", "secretary_general", "submit", "report on rural roads"),
        ("1(b)", "secretary_general", "consult", "Member States"),
        ("2", "member_states", "adopt", "national plans"),
        ("2", "member_states", "implement", "national plans"),
    ]


def rows_of(analysis: Analysis) -> list[object]:
    return [*analysis.actors, *analysis.themes, *analysis.positions, *analysis.actions]


def test_offsets_point_into_the_source(nlp: Language) -> None:
    for text in (SUMMARY, RESOLUTION):
        found = analyse(points_of(text), model=nlp)
        assert rows_of(found)
        for actor in found.actors:
            assert " ".join(text[actor.start : actor.end].split()) == actor.text
        for position in found.positions:
            assert " ".join(text[position.start : position.end].split()) == position.verb_text
        for action in found.actions:
            assert " ".join(text[action.start : action.end].split()) == action.text


def test_the_same_in_any_company(nlp: Language) -> None:
    alone = [analyse(points_of(text, name), model=nlp) for name, text in (("a", SUMMARY), ("b", RESOLUTION))]
    together = list(analyse_many([points_of(SUMMARY, "a"), points_of(RESOLUTION, "b")], model=nlp))
    assert together == alone


def test_an_empty_text_has_no_rows(nlp: Language) -> None:
    assert rows_of(analyse(points_of(""), model=nlp)) == []


def test_a_point_may_have_no_words(nlp: Language) -> None:
    found = analyse(points_of("1.\n\n2. States should act.\n\nArticle 4\n\n(a)\n"), model=nlp)
    assert [(action.point, action.lemma) for action in found.actions] == [("2", "act")]


CUT = (
    "Urges Member States to adopt laws, and, where appropriate, to train judges and support victims, in prisons too",
    "It was noted with regret that funds needed to be pooled and, at the same time, not wasted, as some speakers said",
    "The importance of strengthening courts, of sharing data and with the participation of women was stressed by Peru",
    "Also invites donors, in cooperation with UNODC, to consider assisting those States, and encourages others to",
)


@pytest.mark.parametrize("sentence", CUT)
def test_a_text_may_begin_and_end_anywhere(sentence: str, nlp: Language) -> None:
    words = sentence.split()
    cut = [words[:at] for at in range(1, len(words))] + [words[at:] for at in range(1, len(words))]
    text = "\n\n".join(f"{number}. {' '.join(part)}" for number, part in enumerate(cut, start=1))
    found = analyse(points_of(text), model=nlp)
    assert len(found.points) == len(cut)
    assert found.actions


def test_no_such_model() -> None:
    with pytest.raises(UsageError, match="install one with"):
        load_model("en_core_web_nonesuch")
