"""The house keeps its plan: who may import whom, and what is heavy stays behind its door."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "cnd_tools"

# Each room with the rooms it may know (design: a room knows only rooms below it).
BELOW = {
    "records": {"segmenting"},  # Point.sentences asks the segmenter, when asked, what a sentence is
    "errors": set(),
    "accuracy": set(),
    "budget": {"errors"},
    "starting": set(),
    "lexicon": {"records", "errors", "inputs"},
    "reading": {"records", "errors", "budget", "lexicon"},
    "segmenting": {"records", "errors", "lexicon", "reading"},
    "tables": {"records", "errors", "lexicon"},
    "views": {"records", "errors", "tables", "comparing", "accuracy", "lexicon"},  # a comparison is shown as it is made
    "promises": {"records", "lexicon"},
    "norms": {"records", "tables", "lexicon"},
    "kinds_of_action": {"records", "tables", "lexicon"},
    "tracking": {"records", "tables", "promises", "lexicon"},
    "extracting": {"records", "errors", "budget", "lexicon", "parsing", "promises", "reading", "segmenting", "tables"},
    "comparing": {"accuracy", "records", "errors", "lexicon", "promises", "reading", "segmenting", "tables"},
    "corpus": {"records", "errors", "inputs", "lexicon", "reading", "segmenting"},
    "inputs": {"errors"},
    "typed": {"errors"},
    "evaluation": {"records", "errors", "tables", "inputs", "typed", "lexicon"},
    "notebooks": {"records", "errors", "tables", "comparing", "views"},
    "finding": {"records", "errors", "tables"},
    "parsing": {"errors", "inputs", "typed"},
    "pipeline": {
        "budget",
        "parsing",
        "records",
        "errors",
        "lexicon",
        "reading",
        "segmenting",
        "tables",
        "extracting",
        "comparing",
        "corpus",
    },
    "dataset": {"records", "errors", "tables", "corpus", "lexicon", "inputs", "typed", "starting"},
    "engines": {
        "records",
        "errors",
        "lexicon",
        "reading",
        "segmenting",
        "corpus",
        "parsing",
        "extracting",
        "pipeline",
        "dataset",
        "store",
        "typed",
        "starting",
    },
    "store": {
        "records",
        "errors",
        "lexicon",
        "reading",
        "segmenting",
        "tables",
        "corpus",
        "parsing",
        "pipeline",
        "inputs",
        "typed",
        "starting",
    },
}
ALONE = {
    "typer": {"cli"},
    "rich": {"views"},
    "pandas": {"tables", "comparing", "views", "notebooks"},
    "spacy": {"segmenting", "extracting", "parsing", "pipeline"},
}
# Exports that are spaCy's own.
SPACY_EXPORTS = {SOURCE / "views" / "exports" / f"{name}.py" for name in ("conllu", "docbin", "displacy")}
FILES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_knows_only_rooms_below_it(path):
    room = room_of(path)
    if room not in BELOW:
        return  # the top floor: the public API and the command line may know every room
    known = {name.split(".")[1] for name in imports(path) if name.startswith("cnd_tools.")}
    assert known - BELOW[room] - {room, "__version__"} == set()


def test_contributors_are_told_of_each_room():
    told = re.findall(r"`([a-z_]+)/?`", (SOURCE.parents[1] / "docs" / "contributing.md").read_text("utf-8"))
    assert {room_of(path) for path in FILES} - {"__init__", "__main__"} - set(told) == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_each_library_lives_in_its_room(path):
    used = {name.split(".")[0] for name in imports(path)}
    strangers = {library for library, rooms in ALONE.items() if library in used and room_of(path) not in rooms}
    allowed = {"pandas"} if room_of(path) == "__init__" else {"spacy"} if path in SPACY_EXPORTS else set()
    assert strangers - allowed == set()


# The subjects of the extraction, each with those it may know; the files beside them may know all.
SUBJECTS = {
    "grammar": set(),
    "actors": {"grammar"},
    "attributions": {"grammar", "actors"},
    "actions": {"grammar", "actors", "attributions"},
}


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name in SUBJECTS], ids=lambda path: path.stem)
def test_a_subject_knows_only_those_below_it(path):
    known = {name.split(".")[2] for name in imports(path) if name.startswith("cnd_tools.extracting.")}
    subject = path.parent.name
    assert known & set(SUBJECTS) - SUBJECTS[subject] - {subject} == set()
    if subject == "grammar":
        assert known <= {"grammar", "rulebook"}


@pytest.mark.parametrize(
    "line",
    [
        ["-m", "cnd_tools", "--help"],
        ["-m", "cnd_tools", "compare", "--help"],
        ["-m", "cnd_tools", "doctor", "--help"],
        ["-c", "import os; os.environ['_CND_COMPLETE']='complete_bash'; os.environ['COMP_WORDS']='cnd th';"
         "os.environ['COMP_CWORD']='1'; from cnd_tools.cli.app import main; main()"],
        ["-c", "import cnd_tools"],
    ],
    ids=["help", "command help", "doctor help", "completion", "import"],
)  # fmt: skip
def test_help_and_completion_import_nothing_heavy(line):
    done = subprocess.run([sys.executable, "-X", "importtime", *line], capture_output=True, text=True, check=True)
    loaded = {row.rsplit("|", 1)[-1].strip().split(".")[0] for row in done.stderr.splitlines() if "|" in row}
    assert "cnd_tools" in loaded
    assert loaded & {"spacy", "pandas", "numpy", "scipy", "thinc", "pycountry"} == set()
