"""Time and memory over the number of documents, and over corpora of 10 and 100 MB."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import corpora
from measuring import Cost, command
from page import Goal, Section, rows

SIZES = (1, 10, 100, 1000)
LARGE = (10, 100)  # MB
BUSY = "each was run once, one after the other; what else the machine did is said above"
HEADS = ("documents", "MB", "words", "seconds", "seconds of CPU", "words per second of CPU", "largest process, MiB")


class Run(NamedTuple):
    """One corpus analysed."""

    documents: int
    size: int
    words: int
    cost: Cost


def growth(folder: Path) -> Section:
    """From one document to a thousand."""
    runs = [_run(folder, number) for number in SIZES]
    few, many = runs[-2:]
    slower = (many.cost.cpu / many.words) / (few.cost.cpu / few.words)
    most = max(run.cost.memory for run in runs)
    goals = [
        Goal("CPU a word, 1000 documents to 100", "linear: 1.1", f"{slower:.2f}", slower <= 1.1, BUSY),
        Goal("largest process of 1000 documents", "300 MiB", f"{most:.0f} MiB", most < 300),
    ]
    about = "`python benchmarks/speed.py --only growth`: `cnd analyse --workers 1`, each once, with its start.\n"
    return Section("Growth", [about, *_table(runs)], goals)


def large(folder: Path) -> Section:
    """10 and 100 MB."""
    ten, hundred = (_run(folder, corpora.documents_of(size * 1_000_000)) for size in LARGE)
    more = hundred.cost.memory / ten.cost.memory
    slower = (hundred.cost.cpu / hundred.words) / (ten.cost.cpu / ten.words)
    goals = [
        Goal("memory, 100 MB to 10 MB", "bounded: 1.1", f"{more:.2f}", more <= 1.1),
        Goal("largest process", "300 MiB", f"{hundred.cost.memory:.0f} MiB", hundred.cost.memory < 300),
        Goal("CPU a word, 100 MB to 10 MB", "linear: 1.1", f"{slower:.2f}", slower <= 1.1, BUSY),
    ]
    about = "`python benchmarks/speed.py --large`: `cnd analyse --workers 1`, each once, with its start.\n"
    return Section("10 and 100 MB", [about, *_table([ten, hundred])], goals)


def _run(folder: Path, number: int) -> Run:
    texts, out = folder / f"texts-{number}", folder / f"out-{number}"
    size = sum(path.stat().st_size for path in corpora.make(texts, documents=number))
    line = [sys.executable, "-m", "cnd_tools", "analyse", str(texts), "-o", str(out), "--workers", "1", "--quiet"]
    run = Run(number, size, corpora.words(texts), command(line))
    shutil.rmtree(texts)
    shutil.rmtree(out)
    return run


def _table(runs: list[Run]) -> list[str]:
    return rows(HEADS, map(_cells, runs))


def _cells(run: Run) -> list[str]:
    cost = run.cost
    figures = [f"{run.documents:,}", f"{run.size / 1e6:.2f}", f"{run.words:,}", f"{cost.wall:.1f}", f"{cost.cpu:.1f}"]
    return [*figures, f"{run.words / cost.cpu:,.0f}", f"{cost.memory:.0f}"]
