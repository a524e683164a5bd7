"""How fast one long text is segmented, whether time grows with size alone, and how much memory it takes.

    python benchmarks/segmenting_speed.py [FILE] [--sizes 1 10 100]

The text is FILE (default: data/raw/2009.txt) over and over, to each size in millions of characters; and to the first
size once more with its lines wrapped, as a text from PDF has them. Each runs in a process of its own; memory is the
peak of that process less what it held before the text was made.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

from measuring import UNIT, call
from page import Goal, Section, rows

MILLION = 1_000_000
DEFAULT = Path(__file__).parents[1] / "data" / "raw" / "2009.txt"
SIZES = (1, 10, 100)
WIDTH = 80  # characters of a wrapped line
TIMES = 2.0  # as long as a flowed byte may a wrapped one take
FLOWED, WRAPPED = 30, 15  # MB a second
MEMORY = 3  # times the text
WHY_SLOWER = "a point takes some 2,000 steps of the interpreter in some 200 functions, none of which takes a tenth"
WHY_HELD = "all points are held until the last is found, with their pieces and ids"
HEADS = (
    "text",
    "MB",
    "points",
    "seconds",
    "seconds of CPU",
    "MB/s of CPU",
    "memory, times the text",
    "characters lost",
)


def main() -> None:
    """Print the section, or, for itself, the figures of one size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--sizes", nargs="+", type=float, default=SIZES, help="millions of characters")
    parser.add_argument("--one", type=float, help=argparse.SUPPRESS)
    parser.add_argument("--wrapped", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measured(args.file, args.one, wrapped=args.wrapped)))
    else:
        print("\n".join(section(args.file, args.sizes).lines))


def section(file: Path = DEFAULT, sizes: tuple[float, ...] = SIZES) -> Section:
    """Each size, in a process of its own."""
    found = [_apart(file, size) for size in sizes]
    wrapped = _apart(file, sizes[0], "--wrapped")
    first, last, broken = (one["cpu"] / one["bytes"] for one in (found[0], found[-1], wrapped))
    flowed, worn = (f"{1 / cost / MILLION:.1f}" for cost in (first, broken))
    held = found[-1]["memory"]
    goals = [
        Goal("MB a second of CPU, flowed", f"{FLOWED}", flowed, 1 / first >= FLOWED * MILLION, WHY_SLOWER),
        Goal("MB a second of CPU, wrapped", f"{WRAPPED}", worn, 1 / broken >= WRAPPED * MILLION, WHY_SLOWER),
        Goal(f"memory of {sizes[-1]:g} MB, times the text", f"{MEMORY}", f"{held:.1f}", held <= MEMORY, WHY_HELD),
        Goal(
            f"CPU a byte, one text of {sizes[-1]:g} MB to {sizes[0]:g}",
            "linear: 1.2",
            f"{last / first:.2f}",
            last <= 1.2 * first,
        ),
        Goal(
            "CPU a byte, wrapped text to flowed",
            f"{TIMES:g}",
            f"{broken / first:.2f}",
            broken <= TIMES * first,
            "each line is looked at, and a wrapped text has nearly four times as many",
        ),
    ]
    about = "`python benchmarks/segmenting_speed.py`: `segment` alone, on one text over and over.\n"
    return Section("One long text", [about, *rows(HEADS, map(_cells, [*found, wrapped]))], goals)


def measured(path: Path, size: float, *, wrapped: bool = False) -> dict[str, Any]:
    """Segment a text of so many millions of characters, or the same with its lines wrapped."""
    from cnd_tools.reading import document
    from cnd_tools.segmenting import segment

    once = path.read_text("utf-8")
    if wrapped:
        once = "\n".join(textwrap.fill(line, WIDTH) for line in once.splitlines())
    segment(document(once, name="warm"))
    before = _peak()
    text = "\n\n".join([once] * max(round(size * MILLION / len(once)), 1))
    source = document(text, name=path.stem)
    stored = len(text.encode("utf-8"))
    found: list[Any] = []
    cost = call(lambda: found.append(segment(source)))
    (done,) = found
    return {
        "text": "wrapped" if wrapped else "flowed",
        "bytes": stored,
        "points": len(done.points),
        "seconds": cost.wall,
        "cpu": cost.cpu,
        "memory": (_peak() - before) / stored,
        "lost": done.ledger["none"],
    }


def _apart(file: Path, size: float, *more: str) -> dict[str, Any]:
    line = [sys.executable, __file__, str(file), "--one", str(size), *more]
    found: dict[str, Any] = json.loads(subprocess.run(line, check=True, capture_output=True, text=True).stdout)
    return found


def _cells(one: dict[str, Any]) -> list[str]:
    size = one["bytes"] / MILLION
    figures = [f"{size:.1f}", f"{one['points']:,}", f"{one['seconds']:.2f}", f"{one['cpu']:.2f}"]
    return [one["text"], *figures, f"{size / one['cpu']:.1f}", f"{one['memory']:.1f}", str(one["lost"])]


def _peak() -> int:
    """Return the most memory this process has held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT


if __name__ == "__main__":
    main()
