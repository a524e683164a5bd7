"""Corpora of any size to measure on: real resolutions and reports, over and over, each time under another name."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path

from cnd_tools.parsing.models import MODELS

ROOT = Path(__file__).parents[1]
OWN = ROOT / "data" / "raw"
RESOLUTIONS = ROOT.parent / "shared" / "data" / "akn"
MODEL = next(name for name in MODELS if find_spec(name))


def sources() -> list[Path]:
    """Return the texts that corpora are made of: the resolutions beside the project if they are there, and our two."""
    return [*sorted(RESOLUTIONS.glob("*.flowed.txt")), OWN / "2009.txt", OWN / "2011.txt"]


def make(folder: Path, *, documents: int) -> list[Path]:
    """Write so many documents into a folder and return them."""
    folder.mkdir(parents=True)
    made = []
    for number, source in enumerate(islice(cycle(sources()), documents)):
        made.append(folder / f"{number:06}-{source.name}")
        made[-1].write_bytes(source.read_bytes())
    return made


def documents_of(size: int) -> int:
    """Return how many documents make about `size` bytes."""
    mean = sum(source.stat().st_size for source in sources()) / len(sources())
    return max(round(size / mean), 1)


def words(folder: Path) -> int:
    """Return the words of a folder's points, which are what is analysed."""
    from cnd_tools.reading import read
    from cnd_tools.segmenting import segment
    from cnd_tools.tables import CODED

    counted: dict[bytes, int] = {}
    total = 0
    for path in folder.iterdir():
        data = path.read_bytes()
        if data not in counted:
            counted[data] = sum(one.words for one in segment(read(path)).points if one.kind in CODED)
        total += counted[data]
    return total
