"""What is handed over: one version everywhere, a changelog in its form, and files that other programs read."""

import importlib.util
import re
from pathlib import Path

import pytest

from cnd_tools import __version__

ROOT = Path(__file__).parents[1]
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.fixture
def release():
    spec = importlib.util.spec_from_file_location("release", ROOT / ".ci" / "release.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_one_version_everywhere(release):
    assert {said for _, said in release.versions(ROOT)} == {__version__}
    assert release.main([__version__]) == 0


def test_another_version_is_told_from_where(release, capsys):
    assert release.main(["9.9.9"]) == 1
    said = capsys.readouterr().out
    assert f"CITATION.cff says {__version__}, not 9.9.9" in said
    assert len(said.splitlines()) == 4


def test_notes_are_of_one_version(release):
    said = "## [Unreleased]\n\n- c\n\n## [2.0.0] - 2027-01-01\n\n### Added\n\n- b\n\n## [1.0.0] - 2026-01-01\n\n- a\n"
    assert release.notes("2.0.0", said) == "### Added\n\n- b"
    assert release.notes("1.0.0", said) == "- a"
    with pytest.raises(SystemExit, match=r"nothing of 3\.0\.0"):
        release.notes("3.0.0", said)


def test_the_changelog_keeps_its_form():
    versions = re.findall(r"^## (.*)$", CHANGELOG, re.MULTILINE)
    assert versions[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", one) for one in versions[1:])
    assert set(re.findall(r"^### (.*)$", CHANGELOG, re.MULTILINE)) <= KINDS


def test_issue_forms_and_workflows_are_yaml():
    srsly = pytest.importorskip("srsly")
    files = [*ROOT.glob(".github/**/*.yml"), ROOT / ".pre-commit-config.yaml", ROOT / "CITATION.cff"]
    if not (ROOT / ".github").exists():
        pytest.skip("an sdist has no .github")
    for path in files:
        assert isinstance(srsly.yaml_loads(path.read_text("utf-8")), dict), path
    for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*-*.yml"):
        form = srsly.yaml_loads(path.read_text("utf-8"))
        assert form["name"]
        assert form["description"]
        assert len({part["id"] for part in form["body"]}) == len(form["body"])
