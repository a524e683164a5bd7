"""The verb in a noun."""

from __future__ import annotations

import pytest

from cnd_tools.extracting.grammar.nominalization import verb_lemma, verb_of
from cnd_tools.extracting.grammar.word_classes import word_classes
from cnd_tools.lexicon import load
from cnd_tools.parsing.vocabulary import known_words
from cnd_tools.pipeline import load_model

NOUNS = {
    "harmonization": "harmonize", "cooperation": "cooperate", "assessment": "assess", "assistance": "assist",
    "ratification": "ratify", "implementation": "implement", "reduction": "reduce", "adoption": "adopt",
    "recognition": "recognize", "prevention": "prevent", "inclusion": "include", "expansion": "expand",
    "support": "support", "review": "review", "response": "respond", "removal": "remove", "growth": "grow",
    "legislation": None, "system": None, "partnership": None, "government": None, "information": None,
    "intervention": "intervene", "cessation": "cease", "resolution": None,
    "convention": None, "approach": None, "strategy": None,
}  # fmt: skip


@pytest.mark.parametrize(("noun", "verb"), NOUNS.items())
def test_verbs_in_nouns(noun: str, verb: str | None) -> None:
    nlp = load_model()
    token = nlp(f"There is a need for {noun} now.")[5]
    assert verb_of(token, word_classes(load(), known_words(nlp, "verb"))) == verb


def test_the_second_part_of_a_compound_is_its_verb() -> None:
    nlp = load_model()
    doc = nlp("Intelligence-sharing is vital.")
    assert verb_of(doc[2], word_classes(load(), known_words(nlp, "verb"))) == "share"


def test_a_wrong_lemma_is_set_right_and_particles_are_kept() -> None:
    nlp = load_model()
    doc = nlp("Assets could be reinvested. States should set out criteria.")
    words = word_classes(load(), known_words(nlp, "verb"))
    found = {token.text: verb_lemma(token, words) for token in doc if token.text in ("reinvested", "set")}
    assert found == {"reinvested": "reinvest", "set": "set out"}
