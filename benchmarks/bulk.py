"""In bulk: `cnd analyse` beside the full model's `nlp.pipe` on the same points, whole processes from start to end."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path

import corpora
from measuring import CND, Cost, command, interleaved
from page import Goal, Section, costs

ONE = "`cnd analyse --workers 1`"
FULL_MODEL = f"""
import sys, spacy
from pathlib import Path
from cnd_tools.reading import read
from cnd_tools.segmenting import segment
from cnd_tools.tables import CODED
nlp = spacy.load({corpora.MODEL!r})
paths = sorted(Path(sys.argv[1]).iterdir())
points = (point.text for path in paths for point in segment(read(path)).points if point.kind in CODED)
print(sum(len(doc) for doc in nlp.pipe(points, n_process=int(sys.argv[2]))))
"""

WHY_ONE = "where it goes is told under the stages: most of it is matching, whose rules have become eight times as many"
WHY_TWO = "as in one process, and each worker starts for itself"
WHY_GAINED = "each worker starts for itself, which 80 documents do not make up for"


def measure(folder: Path, *, documents: int, times: int) -> Section:
    """One process and two of each, in turns."""
    texts = folder / "texts"
    corpora.make(texts, documents=documents)

    def ours(workers: int) -> Cost:
        out = folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        return command([*CND, "analyse", str(texts), "-o", str(out), "--workers", str(workers), "--quiet"])

    def full(processes: int) -> Cost:
        return command([sys.executable, "-c", FULL_MODEL, str(texts), str(processes)])

    found = interleaved(
        {
            "`nlp.pipe`, full model": partial(full, 1),
            ONE: partial(ours, 1),
            "`nlp.pipe`, full model, n_process=2": partial(full, 2),
            "`cnd analyse --workers 2`": partial(ours, 2),
        },
        times=times,
        warm=False,
    )
    words = corpora.words(texts)
    about = f"`python benchmarks/speed.py --only bulk --documents {documents}`: {documents} documents,"
    said = "`cnd analyse` reads, segments, parses, extracts and writes; `nlp.pipe` is given the same points and parses."
    lines = [about, f"{words:,} words, whole processes from start to end, {times} turns. {said}\n"]
    lines += [*costs(found, words), "", _million(words / documents, words / found[ONE].cpu)]
    return Section("In bulk", lines, _goals(*found.values()))


def _million(words: float, rate: float) -> str:
    hours = 1_000_000 * words / rate / 3600
    return (
        f"A million documents like these ({words:,.0f} words) would take 1,000,000 × {words:,.0f} / {rate:,.0f} ="
        f" {hours * 3600:,.0f} seconds of CPU: {hours:.0f} core hours."
    )


def _goals(full: Cost, one: Cost, full_two: Cost, two: Cost) -> list[Goal]:
    by_one, by_two, beside = full.cpu / one.cpu, full.wall / two.wall, full_two.wall / two.wall
    most, gained = max(one.memory, two.memory), one.wall / two.wall
    seconds = f"{by_one:.2f} by CPU, {full.wall / one.wall:.2f} by the clock"
    other = f"{by_two:.2f} ({beside:.2f} times the full model in two processes)"
    return [
        Goal("words per second, one process, to the full model's", "4", seconds, by_one >= 4, WHY_ONE),
        Goal("words per second, two workers, to the full model in one process", "7", other, by_two >= 7, WHY_TWO),
        Goal("two workers to one", "1.9", f"{gained:.2f}", gained >= 1.9, WHY_GAINED),
        Goal("largest process in bulk", "300 MiB", f"{most:.0f} MiB", most < 300),
    ]
