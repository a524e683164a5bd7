"""How fast one long text is segmented, whether time grows with size alone, and how much memory it takes.

    python benchmarks/segmenting_speed.py [FILE] [--sizes 1 10 100]

The text is FILE (default: data/raw/2009.txt) over and over, to each size in millions of characters. Each size runs in a
process of its own; memory is the peak of that process less what it held before the text was made.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

from measuring import UNIT, call
from page import Goal, Section, rows

MILLION = 1_000_000
DEFAULT = Path(__file__).parents[1] / "data" / "raw" / "2009.txt"
SIZES = (1, 10, 100)
HEADS = ("MB", "points", "seconds", "seconds of CPU", "MB/s of CPU", "memory, times the text", "characters lost")


def main() -> None:
    """Print the section, or, for itself, the figures of one size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--sizes", nargs="+", type=float, default=SIZES, help="millions of characters")
    parser.add_argument("--one", type=float, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measured(args.file, args.one)))
    else:
        print("\n".join(section(args.file, args.sizes).lines))


def section(file: Path = DEFAULT, sizes: tuple[float, ...] = SIZES) -> Section:
    """Each size, in a process of its own."""
    found = [_apart(file, size) for size in sizes]
    slower = (found[-1]["cpu"] / found[-1]["bytes"]) / (found[0]["cpu"] / found[0]["bytes"])
    goal = Goal(
        f"CPU a byte, one text of {sizes[-1]:g} MB to {sizes[0]:g}", "linear: 1.2", f"{slower:.2f}", slower <= 1.2
    )
    about = "`python benchmarks/segmenting_speed.py`: `segment` alone, on one text over and over.\n"
    return Section("One long text", [about, *rows(HEADS, map(_cells, found))], [goal])


def measured(path: Path, size: float) -> dict[str, Any]:
    """Segment a text of so many millions of characters."""
    from cnd_tools.reading import document
    from cnd_tools.segmenting import segment

    once = path.read_text("utf-8")
    segment(document(once, name="warm"))
    before = _peak()
    text = "\n\n".join([once] * max(round(size * MILLION / len(once)), 1))
    source = document(text, name=path.stem)
    stored = len(text.encode("utf-8"))
    found: list[Any] = []
    cost = call(lambda: found.append(segment(source)))
    (done,) = found
    return {
        "bytes": stored,
        "points": len(done.points),
        "seconds": cost.wall,
        "cpu": cost.cpu,
        "memory": (_peak() - before) / stored,
        "lost": done.ledger["none"],
    }


def _apart(file: Path, size: float) -> dict[str, Any]:
    line = [sys.executable, __file__, str(file), "--one", str(size)]
    found: dict[str, Any] = json.loads(subprocess.run(line, check=True, capture_output=True, text=True).stdout)
    return found


def _cells(one: dict[str, Any]) -> list[str]:
    size = one["bytes"] / MILLION
    figures = [f"{size:.1f}", f"{one['points']:,}", f"{one['seconds']:.2f}", f"{one['cpu']:.2f}"]
    return [*figures, f"{size / one['cpu']:.1f}", f"{one['memory']:.1f}", str(one["lost"])]


def _peak() -> int:
    """Return the most memory this process has held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT


if __name__ == "__main__":
    main()
