"""Verbs that a model does not know as verbs, at places where only a verb can stand."""

from __future__ import annotations

import pytest
import spacy

import cnd_tools
from cnd_tools.parsing.loading import load_model
from cnd_tools.parsing.stand_ins import read_docs
from cnd_tools.parsing.verb_places import Places
from cnd_tools.parsing.vocabulary import Vocabulary
from cnd_tools.pipeline import analyse
from cnd_tools.segmenting import segment

# One row for each frame of the grid, with verbs that were read as nouns, adjectives or nothing known.
FRAMES = {
    "States should ring-fence the available funds.": ["ring-fence"],
    "States should fully phase in the new fees.": ["phase in"],
    "The Committee recommends that the State party leverage private finance.": ["leverage"],
    "The Committee recommends that the State party, in due course, pilot new tools.": ["pilot"],
    "The Committee recommends that the State party enable women to vote.": ["enable"],
    "The Board recommends that all Parties issue permits.": ["issue"],
    "Delegations underlined the need to de-risk public budgets.": ["de-risk"],
    "The Board urged Governments to improve training and to shorten supply chains.": ["improve", "shorten"],
    "The Board called on ports to co-finance, pilot and scale up works.": ["co-finance", "pilot", "scale up"],
    "Ports should strengthen their laws and aid rural communities.": ["strengthen", "aid"],
    "Ports should strengthen their laws and flag the new risks.": ["strengthen", "flag"],
    "Harmful fees must be pre-empted.": ["preempt"],
    "The Board invites States to consider branding plastic waste.": ["brand"],
    "Calming tensions was considered essential.": ["calm"],
    "Co-chairing the group was considered essential.": ["co-chair"],
    "Sharing information is essential.": ["share"],
    "The fees must be routed elsewhere.": ["route"],
    "States should co-operate.": ["cooperate"],
    "We, the ministers, met in Dakar.\n\n1. We commit to:\n\n(a) Kick-start ports;\n\n(b) Co-host the fair.": [
        "kick-start",
        "co-host",
    ],
}


@pytest.mark.parametrize("text", FRAMES)
def test_an_unknown_verb_is_one(text: str) -> None:
    assert [row.lemma for row in analyse(segment(cnd_tools.document(text))).actions] == FRAMES[text]


@pytest.mark.parametrize(
    "text",
    [
        "Everybody needs access to finance and to land.",
        "We ministers met, and they all went.",
        "Regarding the fees, Chile said nothing.",
        "Local people must be open-minded and well-fed.",
        "He kept it up to date the whole year.",
        "The report on support services and trade was read.",
        "All parties to conflict had gone.",
    ],
)
def test_other_words_are_let_be(text: str) -> None:
    model = load_model()
    assert [place.verb for place in Places(model.make_doc(text), Vocabulary.of(model))] == []


def test_no_letter_is_changed() -> None:
    (doc,) = read_docs(load_model(), ["States should ring-fence funds and pre-empt  fraud."], batch=8)
    assert doc.text == "States should ring-fence funds and pre-empt  fraud."
    assert [(token.text, token.tag_, token.lemma_) for token in doc[2:3]] == [("ring-fence", "VB", "ring-fence")]


def test_a_pipeline_without_words_reads_as_it_did() -> None:
    blank = spacy.blank("en")
    assert [doc.text for doc in read_docs(blank, ["States should co-chair it.", "They did."], batch=1)] == [
        "States should co-chair it.",
        "They did.",
    ]


@pytest.mark.parametrize(
    "text", ["The Committee recommends that the State", "recommends that States", "It asks that Peru"]
)
def test_a_text_that_is_cut_off_is_read(text):
    [doc] = read_docs(load_model(), [text], batch=1)
    assert doc.text == text
