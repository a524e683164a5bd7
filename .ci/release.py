"""Hold a release to one version, the tag's, and print its part of the changelog.

`release.py 0.2.0` ends with 1 and says which file has another version; `--notes` prints what changed instead.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main(words: list[str]) -> int:
    """Check the version that is named first, or with `--notes` print its notes; return the exit code."""
    version, *options = words
    if "--notes" in options:
        print(notes(version, (ROOT / "CHANGELOG.md").read_text("utf-8")))
        return 0
    wrong = [f"{where} says {said or 'none'}, not {version}" for where, said in versions(ROOT) if said != version]
    print("\n".join(wrong) or f"{version} everywhere")
    return 1 if wrong else 0


def versions(root: Path) -> Iterator[tuple[str, str | None]]:
    """Yield each place that names the version, with what it says."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    yield "pyproject.toml", project["version"]
    for name, pattern in (
        ("src/cnd_tools/__init__.py", r'^__version__ = "(.+)"$'),
        ("CITATION.cff", r"^version: (\S+)$"),
        ("CHANGELOG.md", r"^## \[(\d[^\]]*)\] - \d{4}-\d\d-\d\d$"),
    ):
        found = re.search(pattern, (root / name).read_text("utf-8"), re.MULTILINE)
        yield name, found[1] if found else None


def notes(version: str, changelog: str) -> str:
    """Return what the changelog says of a version.

    Raises:
        SystemExit: it says nothing.
    """
    found = re.search(rf"^## \[{re.escape(version)}\][^\n]*\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    if not found or not found[1].strip():
        sys.exit(f"CHANGELOG.md says nothing of {version}")
    return found[1].strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
