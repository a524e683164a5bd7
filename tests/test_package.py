"""What is given away: a wheel and an sdist that hold all they should, the same to the byte whenever they are built."""

import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "src" / "cnd_tools"
DATA = sorted(path for path in PACKAGE.rglob("*") if path.suffix in {".toml", ".j2", ".css", ".js", ".typed", ".json"})

pytestmark = pytest.mark.skipif(not PACKAGE.is_dir(), reason="there is no source tree here to build from (src/)")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Two folders, each with what was built into it; nothing is asked of a registry."""
    folders = [tmp_path_factory.mktemp(f"dist{number}") for number in (1, 2)]
    for folder in folders:
        line = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
        done = subprocess.run(line, cwd=PROJECT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    return folders


@pytest.mark.parametrize("ending", [".whl", ".tar.gz"])
def test_built_twice_is_the_same(built, ending):
    first, second = ([*folder.glob(f"*{ending}")] for folder in built)
    assert [one.name for one in first] == [one.name for one in second]
    assert first[0].read_bytes() == second[0].read_bytes()


def test_the_wheel_holds_all(built):
    [wheel] = built[0].glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {f"cnd_tools/{path.relative_to(PACKAGE).as_posix()}" for path in (*PACKAGE.rglob("*.py"), *DATA)}
    texts = {f"cnd_tools/data/raw/{path.name}" for path in (PROJECT / "data" / "raw").iterdir()}
    assert len(DATA) > 20
    assert (modules | texts) - names == set()
    assert {"cnd_tools/py.typed"} <= names
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert [name for name in names if not re.match(r"cnd_tools(-[\d.]+\.dist-info)?/", name)] == []


def test_the_sdist_can_be_tested(built):
    """It holds all that `make test` takes: tests and their texts, lock files, documentation, what CI runs."""
    [sdist] = built[0].glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    tests = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "tests").rglob("*.*") if _is_kept(path)}
    besides = {"Makefile", "requirements.lock", "dev.lock", "README.md", "LICENSE", ".ci/audit.py", "docs/tutorial.md"}
    assert (tests | besides) - names == set()


def _is_kept(path):
    return path.is_file() and not {"__pycache__", ".hypothesis", ".pytest_cache"} & set(path.parts)
