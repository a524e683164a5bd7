import numpy
import pytest
import spacy

from cnd_tools.parsing.speedups import quickened
from cnd_tools.pipeline import load_model
from fuzzing.laws import in_time

TEXTS = [
    "The Secretary-General urges Member States to combat trafficking in human beings.",
    "Member States urge the Secretary-General to combat the combat of Member States.",
    "",
    "Combat!",
]


@pytest.fixture(scope="module")
def plain():
    return spacy.load(load_model().path, exclude=["ner"])


@pytest.fixture(scope="module")
def quick():
    return quickened(spacy.load(load_model().path, exclude=["ner"]))


def test_it_says_what_the_model_says(plain, quick):
    for one, other in zip(plain.pipe(TEXTS), quick.pipe(TEXTS), strict=True):
        assert [(t.tag_, t.dep_, t.head.i, t.lemma_) for t in one] == [
            (t.tag_, t.dep_, t.head.i, t.lemma_) for t in other
        ]
        assert numpy.allclose(one.tensor, other.tensor, atol=1e-4)


def test_a_beam_is_searched_by_the_model(plain, quick, monkeypatch):
    for nlp in (plain, quick):
        monkeypatch.setitem(nlp.get_pipe("parser").cfg, "beam_width", 4)
    assert [t.head.i for t in quick(TEXTS[1])] == [t.head.i for t in plain(TEXTS[1])]


@pytest.mark.parametrize("text", ["x" * 400, "States shall  act. " * 40, "https://un.org/" + "a" * 380])
def test_words_are_cut_as_the_model_cuts_them(plain, quick, text):
    cut, expected = ([token.text_with_ws for token in nlp.make_doc(text)] for nlp in (quick, plain))
    assert cut == expected


@pytest.mark.parametrize("text", ["States " + "(" * 50_000 + " act", "“" * 20_000, "See " + "a)(" * 9_000 + ".  Act "])
def test_a_word_without_end_is_cut_in_linear_time(quick, text):
    with in_time(10):
        assert quick.make_doc(text).text == text


def test_it_is_for_reading_alone(quick):
    _, back = quick.get_pipe("tok2vec").model([quick.make_doc("combat")], is_train=True)
    with pytest.raises(NotImplementedError, match="to train it"):
        back([numpy.zeros((1, 96), dtype="f")])


def test_pipelines_of_another_make_are_left_as_they_are():
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    assert quickened(blank) is blank
    assert [len(list(doc.sents)) for doc in blank.pipe(["One. Two."])] == [2]
