import shutil

import pytest

from cnd_tools.errors import UsageError
from cnd_tools.parsing import capitals
from cnd_tools.parsing.models import describe, folder, identity
from cnd_tools.store import keys


def test_points_are_known_by_content_ending_and_encoding(tmp_path):
    files = {}
    for name, content in {"a.txt": b"1. One.", "b.txt": b"1. One.", "c.txt": b"1. Two.", "a.md": b"1. One."}.items():
        files[name] = tmp_path / name
        files[name].write_bytes(content)
    key = {name: keys.segmented(path, encoding=None) for name, path in files.items()}
    assert key["a.txt"] == key["b.txt"]
    assert len({*key.values(), keys.segmented(files["a.txt"], encoding="mac_roman")}) == 4


def test_rows_are_known_by_model_and_lexicon_and_parses_by_the_model_alone(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        '[[theme]]\nid = "rain"\nlabel = "Rain"\npillar = "development"\npatterns = ["rain"]\nwhy = "test"\n'
    )
    model = tmp_path / "model"
    shutil.copytree(folder(), model)
    (model / "meta.json").write_text((model / "meta.json").read_text() + " ")
    plain, with_own, other = keys.analyser(None, ()), keys.analyser(None, (own,)), keys.analyser(str(model), ())
    assert len({plain, with_own, other}) == 3
    own.write_text(own.read_text() + "# changed\n")
    assert keys.analyser(None, (own,)) != with_own
    assert keys.parser(None) != keys.parser(str(model))
    assert keys.made(plain, b"one") != keys.made(plain, b"two")
    assert keys.made(plain, b"one") != keys.made(with_own, b"one")


def test_a_model_is_another_when_its_files_are(tmp_path):
    model = tmp_path / "model"
    shutil.copytree(folder(), model)
    before = identity(str(model))
    with open(next(path for path in model.rglob("*") if path.name == "model"), "ab") as weights:
        weights.write(b"\0")
    assert identity(str(model)) != before
    assert describe(str(model)) == describe()


@pytest.mark.parametrize("name", ["no_such_model", "no/such/folder", "json"])
def test_no_such_model(name):
    with pytest.raises(UsageError, match="spacy download"):
        identity(name)


def test_our_own_code_is_part_of_a_key(tmp_path, monkeypatch):
    (tmp_path / "one.py").write_text("x = 1\n")
    monkeypatch.setattr(keys, "PACKAGE", tmp_path)
    found = []
    for code in ("x = 1\n", "x = 2\n"):
        (tmp_path / "one.py").write_text(code)
        keys.code.cache_clear()
        found.append(keys.code())
    keys.code.cache_clear()
    assert found[0] != found[1]


def test_whatever_parses_are_made_with_is_in_their_key(tmp_path, monkeypatch):
    shutil.copytree(keys.PACKAGE, tmp_path / "package", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(keys, "PACKAGE", tmp_path / "package")
    parsing = [f"parsing/{path.name}" for path in (keys.PACKAGE / "parsing").iterdir()]
    found = []
    for name in ("extracting/rows.py", *parsing, *(f"lexicon/{name}" for name in capitals.NAMES)):
        keys.code.cache_clear()
        found.append(keys.code(keys.PARSING))
        (keys.PACKAGE / name).write_text("# changed\n")
    keys.code.cache_clear()
    assert found[0] == found[1]  # what only reads parses makes no others
    assert len({*found, keys.code(keys.PARSING)}) == len(found)
    keys.code.cache_clear()
