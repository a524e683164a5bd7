"""What we depend on is written down, with its reason, and is looked at before it is trusted."""

import importlib.util
import json
import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
LOCKS = {"requirements.lock", "dev.lock", "tools.lock", "fuzz.lock"}
PINNED = re.compile(r"^([\w.-]+)(?:\[.*\])?==(\S+).*?((?:\n    --hash=sha256:[0-9a-f]{64}.*)+)", re.MULTILINE)


def asked_for():
    """The packages that pyproject.toml names: needed, in extras, and in groups."""
    about = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    project = about["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values(), *about["dependency-groups"].values()]
    packages = [one for packages in lists for one in packages if isinstance(one, str)]  # the rest include a group
    names = {re.match(r"[\w.-]+", one)[0].lower() for one in packages}
    extras = {extra for one in packages for extra in re.findall(r"dask\[(\w+)\]", one)}
    return (names | extras) - {"cnd-tools"}


def test_each_dependency_has_its_line_and_each_line_its_dependency():
    page = (PROJECT / "docs" / "dependencies.md").read_text()
    rows = re.findall(r"^\| ([^|]+) \|", page.partition("\n## ")[2], flags=re.MULTILINE)
    told = {name for row in rows if row != "package" for name in re.sub(r"\([^)]*\)", "", row).lower().split(", ")}
    assert {name.strip() for name in told} == asked_for()


def locked(name):
    """The packages of a lock file that have hashes, and their versions."""
    return {(package, version) for package, version, _ in PINNED.findall((PROJECT / name).read_text())}


def test_each_dependency_is_locked_with_hashes():
    assert asked_for() - {package for lock in LOCKS for package, _ in locked(lock)} == set()
    for lock in LOCKS:
        lines = re.findall(r"^([\w.-]+)(?:\[.*\])?==", (PROJECT / lock).read_text(), flags=re.MULTILINE)
        assert len(lines) == len(PINNED.findall((PROJECT / lock).read_text()))


def test_developers_have_what_users_have():
    assert locked("requirements.lock") < locked("dev.lock")


def test_users_are_spared_what_only_we_need():
    """`make demo` installs what `cnd` imports and what builds it, and no linter, test or documentation tool."""
    groups = tomllib.loads((PROJECT / "pyproject.toml").read_text())["dependency-groups"]
    ours = {re.match(r"[\w-]+", one)[0] for one in groups["dev"] if isinstance(one, str)} - {
        "lxml"
    }  # python-docx needs it
    assert (ours | {"pyarrow", "duckdb", "dask"}) & {package for package, _ in locked("requirements.lock")} == set()


@pytest.fixture
def audit():
    spec = importlib.util.spec_from_file_location("audit", PROJECT / ".ci" / "audit.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SOUND = {"name": "good", "version": "1.0", "vulns": []}
FAULTY = {"name": "bad", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1", "2.0"]}]}
UNMENDED = {"name": "bad", "version": "1.0", "vulns": [{"id": "PYSEC-2", "fix_versions": []}]}
UNKNOWN = {"name": "odd", "skip_reason": "Dependency not found on PyPI and could not be audited: odd (1.0)"}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ([SOUND], 0, "x.lock: 1 packages, 0 known faults"),
        ([SOUND, FAULTY], 1, "x.lock: bad 1.0: PYSEC-1, mended in 1.1, 2.0"),
        ([UNMENDED], 1, "PYSEC-2, mended in no version yet"),
        ([SOUND, UNKNOWN], 3, "NOT AUDITED: 1 of 2 packages, odd"),
        ([FAULTY, UNKNOWN], 3, "PYSEC-1"),
        (None, 3, ""),
    ],
)
def test_no_answer_is_no_clean_bill(audit, capsys, packages, code, said):
    assert audit.told("x.lock", packages) == code
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (json.dumps({"dependencies": [SOUND], "fixes": []}), (0, "0 known faults")),
        ("", (3, "pip-audit gave no answer: ConnectionError: no route")),
        ("{}", (3, "no answer")),
    ],
)
def test_what_pip_audit_says_is_read(audit, capsys, tmp_path, written, told):
    code, said = told
    answer = tmp_path / "pip_audit.py"
    answer.write_text(f"import sys\nprint({written!r})\nsys.exit('Traceback\\nConnectionError: no route')\n")
    audit.AUDIT = (str(answer),)
    assert audit.main(["a.lock", "b.lock"]) == code
    assert said in capsys.readouterr().out
