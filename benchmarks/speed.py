"""How fast the program is and how much memory it takes, written to benchmarks/RESULTS.md with how it was measured.

    python benchmarks/speed.py [--times 5] [--documents 120] [--others PYTHON] [--large]

What is compared is run in turns, and the medians are compared: a machine busy with other things slows all of it alike.
`--others` names a Python that has what others offer (`make bench` makes one); `--large` adds 10 and 100 MB.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import corpora
import stages
from measuring import Cost, command, interleaved

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent
CND = [sys.executable, "-m", "cnd_tools"]
TEXTS = ["data/raw/2009.txt", "data/raw/2011.txt"]
BARE_APP = "import typer\napp = typer.Typer()\n@app.command()\ndef main(name: str = 'x'):\n    print(name)\napp()\n"
BARE_PARSE = f"""
import sys, spacy
from pathlib import Path
nlp = spacy.load({corpora.MODEL!r})
print(sum(len(doc) for doc in nlp.pipe(Path(path).read_text("utf-8") for path in sys.argv[1:])))
"""
FULL_MODEL = f"""
import os, sys, spacy
from pathlib import Path
from cnd_tools.reading import read
from cnd_tools.segmenting import segment
from cnd_tools.tables import CODED
nlp = spacy.load({corpora.MODEL!r})
paths = sorted(Path(sys.argv[1]).iterdir())
points = (point.text for path in paths for point in segment(read(path)).points if point.kind in CODED)
print(sum(len(doc) for doc in nlp.pipe(points, n_process=int(sys.argv[2]))))
"""
LATER = (
    ["themes", "2009", "2011"],
    ["actions", "2009", "2011", "--csv"],
    ["segment", "2009"],
    ["docs"],
    ["show", "2009"],
    ["compare", "2009", "2011"],
    ["find", "corruption", "2009"],
    ["find", "need", "2009", "--lemma"],
    ["terms", "2009", "2011"],
    ["report", "2009", "2011", "-o", "{out}.html", "--force"],
)
OWN_LEXICON = '[[theme]]\nid = "x"\nlabel = "X"\npillar = "development"\npatterns = ["round table"]\nwhy = "bench"\n'
Lines = Iterator[str]


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5, help="turns that count")
    parser.add_argument("--documents", type=int, default=120, help="of the corpus to compare bulk work on")
    parser.add_argument("--others", help="a Python with pysbd, blingfire, textacy and scattertext")
    parser.add_argument("--large", action="store_true", help="10 and 100 MB as well: half an hour and more")
    parser.add_argument("--only", help="one section: prompt, bulk, stages, growth or others")
    args = parser.parse_args()
    sections: dict[str, Callable[[Path], Lines]] = {
        "prompt": partial(prompt, times=args.times),
        "bulk": partial(bulk, documents=args.documents, times=max(args.times // 2, 1)),
        "stages": lambda folder: stages.lines(),
        "growth": partial(growth, large=args.large),
        "others": partial(others, python=args.others),
    }
    page = [__doc__.split("\n")[0].replace(", written to benchmarks/RESULTS.md with how it was measured", "") + "\n"]
    page += ["`make bench` writes this page. Seconds are medians; memory is the peak of the largest process, in MiB.\n"]
    for name, section in sections.items():
        if args.only in (None, name):
            with tempfile.TemporaryDirectory() as folder:
                page += section(Path(folder))
    text = "\n".join(page)
    print(text)
    if args.only is None:
        (HERE / "RESULTS.md").write_text(text, "utf-8")


def prompt(folder: Path, *, times: int) -> Lines:
    """The start of the program, the first analysis, and every later one."""
    (folder / "own.toml").write_text(OWN_LEXICON)
    kept, fresh = {"CND_CACHE": str(folder / "kept")}, folder / "fresh"
    command([*CND, "themes", *TEXTS, "--csv"], environment=kept)

    def first() -> Cost:
        subprocess.run(["rm", "-rf", str(fresh)], check=True)
        return command([*CND, "themes", *TEXTS, "--csv"], environment={"CND_CACHE": str(fresh)})

    def other_lexicon() -> Cost:
        with (folder / "own.toml").open("a") as own:
            own.write("#\n")  # another lexicon each time, by its bytes
        return command([*CND, "themes", *TEXTS, "--csv", "--lexicon", str(folder / "own.toml")], environment=kept)

    works = {
        "a bare typer app, `--help`": lambda: command([sys.executable, "-c", BARE_APP, "--help"]),
        "`cnd --help`": lambda: command([*CND, "--help"]),
        "bare `spacy.load` and parse of the two texts": lambda: command([sys.executable, "-c", BARE_PARSE, *TEXTS]),
        "`cnd themes` of the two texts, the first time": first,
        "the same with another lexicon (kept parses)": other_lexicon,
    }
    for words in LATER:
        line = [word.format(out=folder / "page") for word in words]
        command([*CND, *line], environment=kept)
        works[f"later: `cnd {' '.join(words[:3])}`"] = partial(command, [*CND, *line], environment=kept)
    cost = interleaved(works, times=times)
    yield from ["## At the prompt\n", f"`python benchmarks/speed.py --only prompt`, {times} turns.\n"]
    yield from table(cost)
    app, mine, bare, begun, *_ = (one.wall for one in cost.values())
    yield f"Help takes {mine / app:.2f} times a bare typer app (goal 1.6); the first analysis {begun / bare:.2f} times"
    yield "loading and parsing alone (goal 1.2); a later command is to take half a second.\n"
    yield from stages.parses()


def bulk(folder: Path, *, documents: int, times: int) -> Lines:
    """`cnd analyse` against the full model's `nlp.pipe`, whole processes."""
    corpora.make(folder / "texts", documents=documents)

    def ours(workers: int) -> Cost:
        subprocess.run(["rm", "-rf", str(folder / "out")], check=True)
        line = [*CND, "analyse", str(folder / "texts"), "-o", str(folder / "out"), "--workers", str(workers)]
        return command([*line, "--quiet"])

    works = {
        "`nlp.pipe`, full model": lambda: command([sys.executable, "-c", FULL_MODEL, str(folder / "texts"), "1"]),
        "`cnd analyse --workers 1`": lambda: ours(1),
        "`nlp.pipe`, full model, n_process=2": lambda: command(
            [sys.executable, "-c", FULL_MODEL, str(folder / "texts"), "2"]
        ),
        "`cnd analyse --workers 2`": lambda: ours(2),
    }
    cost = interleaved(works, times=times)
    words = corpora.words(folder / "texts")
    yield from ["## In bulk\n", f"`python benchmarks/speed.py --only bulk --documents {documents}`, {times} turns:"]
    yield f"{documents} documents, {words:,} words, whole processes from start to end, the same points.\n"
    yield from table(cost, words)
    full, one, full_two, two = cost.values()
    yield f"One process does {full.wall / one.wall:.2f} times the words per second of the full model in one (goal 2.5),"
    yield f"by CPU time {full.cpu / one.cpu:.2f}; two workers {full.wall / two.wall:.2f} times that (goal 4), and"
    yield f"{full_two.wall / two.wall:.2f} times the full model in two processes. Largest process {two.memory:.0f} MiB"
    yield "(goal 500).\n"


def growth(folder: Path, *, large: bool) -> Lines:
    """Time and memory over documents."""
    sizes = [1, 10, 100, 1000] + ([corpora.documents_of(n * 1_000_000) for n in (10, 100)] if large else [])
    yield from ["## Growth\n", "`python benchmarks/speed.py --only growth`: `cnd analyse --workers 1`, once each.\n"]
    yield "| documents | MB | words | seconds | seconds of CPU | words per second | largest process, MiB |"
    yield "|---|---|---|---|---|---|---|"
    for number in sizes:
        texts, out = folder / f"t{number}", folder / f"o{number}"
        size = sum(path.stat().st_size for path in corpora.make(texts, documents=number)) / 1e6
        cost = command([*CND, "analyse", str(texts), "-o", str(out), "--workers", "1", "--quiet"])
        words = corpora.words(texts)
        figures = (f"{number}", f"{size:.1f}", f"{words:,}", f"{cost.wall:.1f}", f"{cost.cpu:.1f}")
        yield f"| {' | '.join(figures)} | {words / cost.wall:,.0f} | {cost.memory:.0f} |"
    yield ""


def others(folder: Path, *, python: str | None) -> Lines:
    """What a user would pick instead, in a Python of its own."""
    yield "## Against others\n"
    if python is None:
        yield "Not measured here: `--others PYTHON` names a Python that has them.\n"
        return
    done = subprocess.run([python, str(HERE / "others.py")], capture_output=True, text=True, check=False)
    yield done.stdout if done.returncode == 0 else f"They did not run: {done.stderr.strip().splitlines()[-1:]}\n"


def table(costs: dict[str, Cost], words: int | None = None) -> Lines:
    """A table of costs."""
    yield "| what | seconds | seconds of CPU | MiB |" + (" words per second |" if words else "")
    yield "|---|---|---|---|" + ("---|" if words else "")
    for name, cost in costs.items():
        rate = f" {words / cost.wall:,.0f} |" if words else ""
        yield f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.memory:.0f} |{rate}"
    yield ""


if __name__ == "__main__":
    main()
