"""Splitters on the same texts: what each makes of them, what that costs, and how many points of a resolution it finds.

The points are the official ones: 24 resolutions of the General Assembly as the United Nations publish their structure,
laid out in three ways (one line a paragraph; wrapped; pages with running heads, feet and notes). A point is found where
a piece has all its letters and digits and no others. Splitters of sentences are given what stands between blank lines,
block by block: given a whole resolution, they find next to none of its points.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import corpora
from measuring import call

LAYOUTS = ("flowed", "wrapped", "pdf")
CODED = frozenset({"preambular", "numbered", "lettered", "roman"})
MARK = re.compile(
    r"\s*\(?[0-9a-z]{1,4}[.)]\s"
)  # of a point; splitters leave it on the piece, which is no fault of theirs
Split = Callable[[str], list[str]]


def ours() -> Split:
    """The segmenter of this program."""
    from cnd_tools.reading import document
    from cnd_tools.segmenting import segment

    return lambda text: [point.text for point in segment(document(text, name="x")).points]


def blank_lines() -> Split:
    """What a user would write in a line."""
    return re.compile(r"\n\s*\n").split


def blingfire() -> Split:
    """BlingFire's sentences."""
    from blingfire import text_to_sentences

    return _block_by_block(lambda block: text_to_sentences(block).split("\n"))


def pysbd() -> Split:
    """PySBD's sentences."""
    from pysbd import Segmenter

    return _block_by_block(Segmenter(language="en", clean=False).segment)


def _block_by_block(split: Split) -> Split:
    blocks = blank_lines()
    return lambda text: [piece for block in blocks(text) for piece in split(block)]


SPLITTERS: dict[str, tuple[Callable[[], Split], int]] = {
    # each with how often it goes over the texts, as some are too fast to be measured by once
    "cnd-tools, points": (ours, 10),
    "blank lines (`re.split`)": (blank_lines, 100),
    "blingfire, sentences": (blingfire, 10),
    "pysbd, sentences": (pysbd, 1),
}


def measured(name: str) -> dict[str, Any]:
    """Return seconds of CPU for a MB, peak memory in MiB, pieces, and the points found of each layout."""
    made, passes = SPLITTERS[name]
    split = made()
    texts = [path.read_text("utf-8") for path in corpora.sources()]
    count = sum(len(split(text)) for text in texts)
    cost = call(lambda: [split(text) for _ in range(passes) for text in texts])
    size = passes * sum(len(text.encode()) for text in texts) / 1e6
    exact = {layout: found(split, layout) for layout in LAYOUTS} if corpora.RESOLUTIONS.is_dir() else {}
    return {"cpu": cost.cpu / size, "memory": cost.memory, "count": count, "exact": exact}


def found(split: Split, layout: str) -> tuple[int, int]:
    """Return how many official points are pieces, and how many there are."""
    exact = total = 0
    for path in sorted(corpora.RESOLUTIONS.glob("*.gold.jsonl")):
        want = Counter(_letters(text) for text in _official(path))
        text = path.with_name(path.name.replace("gold.jsonl", f"{layout}.txt")).read_text("utf-8")
        have = Counter(_letters(MARK.sub("", piece, count=1) if MARK.match(piece) else piece) for piece in split(text))
        exact += (want & have).total()
        total += want.total()
    return exact, total


def _official(path: Path) -> Iterable[str]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] in CODED:
            yield row["text"]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
