"""At the prompt: how long a command keeps one waiting."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import corpora
from measuring import CND, Cost, command, environment, interleaved
from page import Goal, Section, costs
from stages import parses

TEXTS = ["data/raw/2009.txt", "data/raw/2011.txt"]
BARE_APP = "import typer\napp = typer.Typer()\n@app.command()\ndef main(name: str = 'x'):\n    print(name)\napp()\n"
BARE_PARSE = f"""
import sys, spacy
from pathlib import Path
nlp = spacy.load({corpora.MODEL!r})
print(sum(len(doc) for doc in nlp.pipe(Path(path).read_text("utf-8") for path in sys.argv[1:])))
"""
LATER = (
    ["themes", "2009", "2011"],
    ["actions", "2009", "2011", "--csv"],
    ["segment", "2009"],
    ["docs"],
    ["show", "2009"],
    ["compare", "2009", "2011"],
    ["compare", "2009", "2011", "--by", "strength"],
    ["compare", "2009", "2011", "--by", "points"],
    ["compare", "2009", "2011", "--by", "terms"],
    ["find", "corruption", "2009"],
    ["find", "need", "2009", "--lemma"],
    ["terms", "2009", "2011"],
    ["report", "2009", "2011", "-o", "{out}.html", "--force"],
)
OWN_LEXICON = '[[theme]]\nid = "x"\nlabel = "X"\npillar = "development"\npatterns = ["round table"]\nwhy = "bench"\n'

WAITED = "most of it is loading modules; a screen loads the comparison too, which it proposes"


def measure(folder: Path, *, times: int) -> Section:
    """The start of the program, the first analysis, and every later one."""
    kept, fresh, own = folder / "kept", folder / "fresh", folder / "own.toml"
    own.write_text(OWN_LEXICON)
    later = [[*CND, *(word.format(out=folder / "page") for word in words)] for words in LATER]
    _cnd(kept, *CND, "themes", *TEXTS, "--csv")
    loading = [line for line in later if _loads_spacy(kept, line)]  # also keeps what they make

    def first() -> Cost:
        shutil.rmtree(fresh, ignore_errors=True)
        return _cnd(fresh, *CND, "themes", *TEXTS, "--csv")

    def other_lexicon() -> Cost:
        with own.open("a") as file:
            file.write("#\n")  # another lexicon each time, by its bytes
        return _cnd(kept, *CND, "themes", *TEXTS, "--csv", "--lexicon", str(own))

    works: dict[str, Callable[[], Cost]] = {
        "a bare typer app, `--help`": partial(_cnd, kept, sys.executable, "-c", BARE_APP, "--help"),
        "`cnd --help`": partial(_cnd, kept, *CND, "--help"),
        "bare `spacy.load` and parse of the two texts": partial(_cnd, kept, sys.executable, "-c", BARE_PARSE, *TEXTS),
        "`cnd themes` of the two texts, the first time": first,
        "the same with another lexicon, parses kept": other_lexicon,
    }
    for words, line in zip(LATER, later, strict=True):
        works[f"later: `cnd {' '.join(word for word in words if '{' not in word)}`"] = partial(_cnd, kept, *line)
    found = interleaved(works, times=times)
    about = f"`python benchmarks/speed.py --only prompt --times {times}`: whole processes, {times} turns.\n"
    taken, lexicon_goal = parses()
    goals = [*_goals(list(found.values()), len(loading)), lexicon_goal]
    return Section("At the prompt", [about, *costs(found), "", *taken], goals)


def _goals(found: list[Cost], loading: int) -> list[Goal]:
    app, ours, bare, first, _, *later = found
    help_takes, first_takes = ours.cpu / app.cpu, first.cpu / bare.cpu
    slowest = max(later, key=lambda cost: cost.wall)
    return [
        Goal("`cnd --help` to a bare typer app, CPU", "1.6", f"{help_takes:.2f}", help_takes <= 1.6),
        Goal(
            "first analysis of two texts to bare load and parse, CPU", "1.0", f"{first_takes:.2f}", first_takes <= 1.0
        ),
        Goal("slowest later command", "0.5 s", _waited(slowest), slowest.wall <= 0.5, WAITED),
        Goal("later commands that import spaCy", f"none of {len(later)}", str(loading), loading == 0),
    ]


def _waited(cost: Cost) -> str:
    return f"{cost.wall:.2f} s ({cost.cpu:.2f} s of CPU)"


def _cnd(cache: Path, *line: str) -> Cost:
    return command(line, CND_CACHE=str(cache))


def _loads_spacy(cache: Path, line: list[str]) -> bool:
    """Run a command once to have it kept, and once more to see what it imports."""
    _cnd(cache, *line)
    told = [line[0], "-X", "importtime", *line[1:]]
    done = subprocess.run(told, capture_output=True, text=True, check=True, env=environment(CND_CACHE=str(cache)))
    return any(said.rpartition("|")[2].strip() == "spacy" for said in done.stderr.splitlines())
