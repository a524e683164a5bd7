"""The inputs that an earlier attack left beside the project, each given to every command that takes its kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attacking.cases import TEXT, Case

KIND = "found before"
FOLDER = Path(__file__).parents[3] / "shared" / "hostile"
_READ = (
    ("segment", "{}", "--ledger", "--json"),
    ("actions", "{}", "--csv"),
    ("positions", "{}", "--csv"),
    ("report", "{}", "-o", "r.html"),
    ("export", "{}", "-o", "x.xlsx"),
)
_EVALUATED = (("evaluate", "{}", "v.txt"), ("evaluate", "{}", "v.txt", "--differences"))
_COMMANDS = {
    **dict.fromkeys((".txt", ".docx", ".pdf"), _READ),
    **dict.fromkeys((".jsonl", ".json"), _EVALUATED),
    ".toml": (("lexicon", "check", "{}"), ("themes", "v.txt", "--lexicon", "{}", "--csv")),
    ".yaml": (("lexicon", "import", "{}", "-o", "o.toml", "--texts", "v.txt"),),
}


def cases() -> Iterator[Case]:
    """Yield a case for each file and command; none where the folder is absent."""
    for path in sorted(FOLDER.iterdir()) if FOLDER.is_dir() else ():
        name = f"given{path.suffix}"
        for words in _COMMANDS.get(path.suffix, _READ):
            command = [word.format(name) for word in words]
            yield Case(KIND, f"{path.name}, {' '.join(words)}", {name: path.read_bytes(), "v.txt": TEXT}, [command])
