"""How fast flowed text is segmented, whether time grows with size alone, and how much memory it takes.

    python benchmarks/segmenting_speed.py [FILE] [--sizes 1 10 100]

The text is FILE (default: data/raw/2009.txt) over and over, to each size in millions of characters. Each size runs in a
process of its own; memory is the peak of that process less what it held before the text was made.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

MILLION = 1_000_000
DEFAULT = Path(__file__).parents[1] / "data" / "raw" / "2009.txt"


def main() -> None:
    """Print one line a size: characters, points, time on the clock and of the CPU, MB/s of UTF-8, peak memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--sizes", nargs="+", type=float, default=[1, 10, 100], help="millions of characters")
    parser.add_argument("--one", type=float, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(measure(args.file, args.one))
        return
    for size in args.sizes:
        subprocess.run([sys.executable, __file__, str(args.file), "--one", str(size)], check=True)


def measure(path: Path, size: float) -> str:
    """Return the line of one size."""
    from cnd_tools.reading import document
    from cnd_tools.segmenting import segment

    once = path.read_text("utf-8")
    segment(document(once, name="warm"))
    before = peak()
    text = "\n\n".join([once] * max(round(size * MILLION / len(once)), 1))
    source = document(text, name=path.stem)
    stored = len(text.encode("utf-8"))
    start, busy = time.perf_counter(), time.process_time()
    done = segment(source)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    memory = (peak() - before) / stored
    return (
        f"{len(text) / MILLION:7.1f} M characters  {len(done.points):9,} points  {seconds:6.2f} s ({busy:.2f} s of CPU)"
        f"  {stored / MILLION / busy:5.1f} MB/s of CPU time  peak memory {memory:4.1f} x text"
        f"  characters lost {done.ledger['none']}"
    )


def peak() -> int:
    """Return the most memory this process has held, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main()
