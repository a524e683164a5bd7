"""Words as numbers, by fewer products: what the plain layers say, whatever stands beside a text."""

from __future__ import annotations

import numpy
import pytest
import spacy

from cnd_tools.parsing import embedding
from cnd_tools.parsing.speedups import quickened
from cnd_tools.pipeline import load_model

TEXTS = [
    "The Secretary-General urges Member States to combat trafficking in human beings, WHO said; “Ports” did not.",
    "Combat!",
    "",
    "Member States urge the Secretary-General  to combat\nthe combat of Member States. " * 9,
    "They did.",
    *(
        f"In {year}, {year - 1_900} ports of region {year % 13} were rebuilt by their owners."
        for year in range(1990, 2026)
    ),
]


@pytest.fixture(scope="module")
def models():
    """The layers of a plain pipeline and those of a quick one, and texts of both cut into words."""
    plain = spacy.load(load_model().path, exclude=["ner"])
    quick = quickened(spacy.load(load_model().path, exclude=["ner"]))
    docs = [plain.make_doc(text) for text in TEXTS]
    return plain.get_pipe("tok2vec").model, quick.get_pipe("tok2vec").model, docs


def test_it_says_what_the_plain_layers_say(models):
    plain, quick, docs = models
    for one, other in zip(plain.predict(docs), quick.predict(docs), strict=True):
        assert one.shape == other.shape
        assert numpy.allclose(one, other, atol=1e-5)


def test_a_text_is_told_the_same_alone_and_among_others(models):
    _, quick, docs = models
    for doc, among in zip(docs, quick.predict(docs), strict=True):
        assert numpy.array_equal(quick.predict([doc])[0], among)
    for doc, among in zip(reversed(docs), quick.predict(docs[::-1]), strict=True):
        assert numpy.array_equal(quick.predict([doc])[0], among)


def test_it_says_the_same_in_small_groups_and_having_forgotten(models, monkeypatch):
    _, quick, docs = models
    whole = quick.predict(docs)
    monkeypatch.setattr(embedding, "_TOGETHER", 30)
    monkeypatch.setattr(embedding, "_REMEMBERED", 20)
    monkeypatch.setattr(embedding, "_AT_ONCE", 40)
    for one, other in zip(whole, quick.predict(docs), strict=True):
        assert numpy.array_equal(one, other)


def test_each_different_word_is_seen_once(monkeypatch):
    quick = quickened(spacy.load(load_model().path, exclude=["ner"]))
    seen = []
    learn = embedding._Known._learn
    monkeypatch.setattr(
        embedding._Known, "_learn", lambda self, new, features: (seen.append(len(new)), learn(self, new, features))
    )
    model = quick.get_pipe("tok2vec").model
    vectors = model.predict([quick.make_doc("combat the combat of the combat"), quick.make_doc("the combat of")])
    assert seen == [5]  # the; of and combat, each before a blank and before none
    assert [len(one) for one in vectors] == [6, 3]
    model.predict([quick.make_doc("of combat the combat of")])
    assert seen == [5]


def test_layers_of_another_make_are_left_as_they_are():
    blank = spacy.blank("en")
    encode = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 16, "window_size": 2, "maxout_pieces": 3}
    embed = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 16, "attrs": ["NORM"], "rows": [50]}
    made = {"@architectures": "spacy.Tok2Vec.v2", "embed": {**embed, "include_static_vectors": False}}
    other = blank.add_pipe("tok2vec", config={"model": {**made, "encode": {**encode, "depth": 2}}})
    blank.initialize()
    said = other.model._func
    quickened(blank)
    assert other.model._func is said
    assert len(blank("States shall act.").tensor) == 4
