"""How fast the program is and how much memory it takes, written to benchmarks/RESULTS.md.

    python benchmarks/speed.py [--times 3] [--documents 80] [--others PYTHON] [--only SECTION]
    python benchmarks/speed.py --large

What is compared is run in turns, and the medians are compared: a machine busy with other things slows all of it alike.
`--others` names a Python that has what others offer (`make bench` makes one). `--only` prints one section and writes
nothing. `--large` measures 10 and 100 MB alone, half an hour of one processor, and writes benchmarks/LARGE.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import bulk
import growth
import machine
import others
import page
import prompt
import segmenting_speed
import stages

HERE = Path(__file__).parent
ABOUT = "Seconds are medians of turns; memory is the peak of the largest process, in MiB. CPU is that of all processes."
Measuring = Callable[[Path], page.Section]


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=3, help="turns that count")
    parser.add_argument("--documents", type=int, default=80, help="of the corpus to compare bulk work on")
    parser.add_argument("--others", help="a Python with pysbd, blingfire, textacy and scattertext")
    parser.add_argument("--large", action="store_true", help="10 and 100 MB alone, to LARGE.md")
    parser.add_argument("--only", choices=("prompt", "bulk", "stages", "growth", "one-text", "others"))
    args = parser.parse_args()
    sections: dict[str, Measuring] = {
        "prompt": partial(prompt.measure, times=args.times),
        "bulk": partial(bulk.measure, documents=args.documents, times=max(args.times - 1, 1)),
        "stages": stages.measure,
        "growth": growth.growth,
        "one-text": one_text,
        "others": partial(others.measure, python=args.others),
    }
    if args.large:
        _written("LARGE.md", "Large corpora", "make bench BENCH=--large", {"large": growth.large})
    elif args.only:
        print(page.text(args.only, machine.described(), _measured({args.only: sections[args.only]})))
    else:
        _written("RESULTS.md", "How fast, and in how much memory", "make bench", sections)


def _written(name: str, title: str, command: str, sections: dict[str, Measuring]) -> None:
    before = machine.described()
    found = _measured(sections)
    about = [f"`{command}` writes this page. {ABOUT}\n", *before, f"- At the end: {machine.load()}"]
    text = page.text(title, about, found)
    (HERE / name).write_text(text, "utf-8")
    print(text)


def one_text(_: Path) -> page.Section:
    """`segment` alone, which needs no folder."""
    return segmenting_speed.section()


def _measured(sections: dict[str, Measuring]) -> list[page.Section]:
    """Measure each section in a process of its own: Linux counts a parent's peak of memory as its children's."""
    found = []
    for name, section in sections.items():
        print(f"measuring: {name}", file=sys.stderr)
        own = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        with tempfile.TemporaryDirectory() as folder, own:
            found.append(own.submit(section, Path(folder)).result())
    return found


if __name__ == "__main__":
    main()
