"""The parser's steps, taken for many texts at once."""

from __future__ import annotations

import pytest
import spacy

from cnd_tools.parsing import stepping
from cnd_tools.parsing.speedups import quickened
from cnd_tools.pipeline import load_model

TEXTS = [
    "The Secretary-General urges Member States to combat trafficking in human beings, and they agreed.",
    "",
    "Combat!",
    "We, the ministers, recall that ports were closed; that nobody, however, was told; and that all must now be. " * 3,
    "Ports.  Open\nthem.",
    *(f"In {year}, the {year - 1_900} ports of region {year % 13} were rebuilt. " * (year % 7) for year in range(40)),
]


@pytest.fixture(scope="module")
def plain():
    nlp = spacy.load(load_model().path, exclude=["ner"])
    return [_tree(doc) for doc in nlp.pipe(TEXTS)]


@pytest.fixture(scope="module")
def quick():
    return quickened(spacy.load(load_model().path, exclude=["ner"]))


def _tree(doc):
    return [(token.head.i, token.dep_, token.is_sent_start, token.tag_) for token in doc]


@pytest.mark.parametrize("batch", [1, 2, 5, 64])
def test_heads_and_labels_are_those_of_the_model(plain, quick, batch):
    assert [_tree(doc) for doc in quick.pipe(TEXTS, batch_size=batch)] == plain


@pytest.mark.parametrize(("together", "most"), [(1, 128), (50, 128), (6_000, 3)])
def test_nor_do_they_hang_on_the_groups(plain, quick, monkeypatch, together, most):
    monkeypatch.setattr(stepping, "_TOGETHER", together)
    monkeypatch.setattr(stepping, "_MOST", most)
    assert [_tree(doc) for doc in quick.pipe(TEXTS)] == plain


def test_texts_are_grouped_by_length(quick, monkeypatch):
    monkeypatch.setattr(stepping, "_TOGETHER", 7)
    docs = [quick.make_doc(text) for text in ("a b", "a b c d e f g h i", "a", "a b c d", "", "a b c")]
    assert list(stepping._alike(docs)) == [[1], [3, 5], [0, 2, 4]]
