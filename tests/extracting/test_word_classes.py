"""Finding a lexicon's words in a text: by lemma or as printed, and none that no extractor asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

import cnd_tools.extracting
from cnd_tools.extracting.grammar.word_classes import word_classes
from cnd_tools.lexicon import load
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.records import Document, Piece, Point, Segmented

# text, form, the marker found at its first word that is one, or None
MARKERS = [
    ("They act provided that funds allow.", "condition", "provided"),
    ("They provide aid.", "condition", None),
    ("Where Appropriate, they act.", "proviso", "where appropriate"),
    ("Where they act, aid is appropriate.", "proviso", None),
    ("Palau, as well as Fiji, spoke.", "joining", "as well as"),
    ("Palau spoke as well.", "joining", None),
    ("They spoke on behalf", "joining", None),
]


@pytest.mark.parametrize(("text", "form", "expected"), MARKERS)
def test_markers_are_found_as_printed(text: str, form: str, expected: str | None) -> None:
    words = word_classes(load())
    found = [word.lemma for token in spacy.blank("en")(text) if (word := words.marker(token, form))]
    assert found == ([expected] if expected else [])


def test_verbs_are_found_by_their_lemma() -> None:
    doc = load_model()("The States pointed out that prices rose.")
    word = word_classes(load()).find(doc[2], "verb", "say")
    assert word is not None
    assert word.words == ("point", "out")


BEGINS = [
    ("point", "say", True),  # of "point out", though "out" is not there
    ("said", "say", True),
    ("hoped", "say", True),  # of which some models make "hop"
    ("hopped", "say", False),
    ("ratified", "say", False),
]


@pytest.mark.parametrize(("verb", "form", "expected"), BEGINS)
def test_a_verb_is_known_to_begin_a_word_of_a_form(verb: str, form: str, expected: bool) -> None:
    words = word_classes(load())
    lemma = {"said": "say", "hoped": "hop", "hopped": "hop", "ratified": "ratify"}.get(verb, verb)
    (token,) = Doc(spacy.blank("en").vocab, words=[verb], lemmas=[lemma])
    assert words.begins(token, "verb", "claim", form) is expected


def test_a_users_markers_are_markers(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[[marker]]\nid = "means"\nform = "proviso"\nwhy = "our drafters write it"\npatterns = ["means permitting"]\n',
        encoding="utf-8",
    )
    text = "Laws should, means permitting, be adopted."
    point = Point("t", "1", None, "numbered", 1, None, None, 1, 1, 0, len(text), None, text, (Piece(0, 0, len(text)),))
    segmented = Segmented(Document("t", text), (point,))
    for lexicon, expected in ((load(), None), (load(extra=[file]), "means permitting")):
        (action,) = analyse(segmented, model=load_model(), lexicon=lexicon).actions
        assert action.condition == expected


@pytest.mark.parametrize("kind", ["verb", "noun", "strength", "marker"])
def test_every_form_is_one_that_an_extractor_asks_for(kind: str) -> None:
    (room,) = cnd_tools.extracting.__path__
    code = "".join(path.read_text("utf-8") for path in Path(room).rglob("*.py"))
    assert [form for form in {entry.get("form") for entry in load()[kind]} if f'"{form}"' not in code] == []
