"""Products take one thread while a text is read, whoever reads it, and as many as before when it is read."""

import pytest
import spacy
from spacy.language import Language
from threadpoolctl import ThreadpoolController

from cnd_tools.parsing.stand_ins import read_docs
from cnd_tools.parsing.threads import one_thread

BLAS = ThreadpoolController().select(user_api="blas")


def threads():
    return {library["num_threads"] for library in BLAS.info()}


@pytest.fixture
def notebook(monkeypatch):
    """A process in which numpy was loaded before us, with two threads."""
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    with BLAS.limit(limits=2):
        yield


def test_one_thread_within_and_as_many_as_before_after(notebook):
    assert threads() == {2}
    with one_thread():
        assert threads() == {1}
    assert threads() == {2}


def test_after_an_error_too(notebook):
    with pytest.raises(RuntimeError), one_thread():
        raise RuntimeError
    assert threads() == {2}


def test_while_texts_are_read_and_not_while_their_reader_waits(notebook):
    seen = []

    @Language.component("threads_seen")
    def look(doc):
        seen.append(threads())
        return doc

    nlp = spacy.blank("en")
    nlp.add_pipe("threads_seen")
    for _ in read_docs(nlp, ["One text.", "Another."], batch=1):
        assert threads() == {2}
    assert seen == [{1}, {1}]


def test_nothing_is_set_where_the_environment_has_said_it(monkeypatch):
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    with BLAS.limit(limits=2), one_thread():
        assert threads() == {2}
