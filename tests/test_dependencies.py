"""What we depend on is written down, with its reason, and is looked at before it is trusted."""

import importlib.util
import json
import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
LOCKS = {"requirements.lock", "tools.lock"}


def asked_for():
    """The packages that pyproject.toml names: needed, in extras, and in groups."""
    about = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    project = about["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values(), *about["dependency-groups"].values()]
    names = {re.match(r"[\w.-]+", one)[0].lower() for packages in lists for one in packages}
    extras = {extra for packages in lists for one in packages for extra in re.findall(r"dask\[(\w+)\]", one)}
    return (names | extras) - {"cnd-tools"}


def test_each_dependency_has_its_line_and_each_line_its_dependency():
    rows = re.findall(r"^\| ([^|]+) \|", (PROJECT / "docs" / "dependencies.md").read_text(), flags=re.MULTILINE)
    told = {name for row in rows if row != "package" for name in re.sub(r"\([^)]*\)", "", row).lower().split(", ")}
    assert {name.strip() for name in told} == asked_for()


def test_each_dependency_is_locked_with_hashes():
    locked = "".join((PROJECT / lock).read_text() for lock in sorted(LOCKS))
    pinned = dict(
        re.findall(r"^([\w.-]+)(?:\[.*\])?==.*?((?:\n    --hash=sha256:[0-9a-f]{64}.*)+)", locked, flags=re.MULTILINE)
    )
    assert asked_for() - set(pinned) == set()
    assert len(pinned) == len(set(re.findall(r"^([\w.-]+)(?:\[.*\])?==", locked, flags=re.MULTILINE)))


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
