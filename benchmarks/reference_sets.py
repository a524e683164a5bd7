"""The reference annotations of tests/gold, by their manifest: each file's kind of document, readers and text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from cnd_tools.evaluation.references import Row, covering, read_reference
from cnd_tools.evaluation.scoring import Tally, evaluate, tallies
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.reading import read
from cnd_tools.records import Analysis
from cnd_tools.segmenting import segment

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"
SIDES = ("learned", "held_out")


@dataclass(frozen=True)
class Reference:
    """A file of labels: one document, as one set of readers saw it.

    Attributes:
        labels: the file, below tests/gold.
        kind: of document.
        text: below ../shared/data, or in tests/gold where it was written for this.
        set: the set of the manifest it belongs to.
        readers: how many labelled each point.
        seen_document: whether other points of a held-out document are among the learned ones.
        seen_points: held-out points whose words are among the learned ones under another reader's labels.
    """

    labels: str
    kind: str
    text: str
    set: str
    readers: int
    seen_document: bool = False
    seen_points: Sequence[str] = ()

    @property
    def side(self) -> str:
        """Return "learned" or "held_out"."""
        return "held_out" if self.labels.startswith("held_out/") else "learned"

    @property
    def invented(self) -> bool:
        """Whether the text was written for this."""
        return "/own_" in self.text

    @property
    def place(self) -> Path:
        """Where the text is to be."""
        if self.invented:
            return GOLD / self.text
        return ROOT / "data" / self.text if self.text.startswith("raw/") else SHARED / "data" / self.text

    @property
    def is_here(self) -> bool:
        """Whether both the labels and the text are here."""
        return self.place.is_file() and (GOLD / self.labels).is_file()

    @cached_property
    def points(self) -> list[Row]:
        """The points of the file, but for those that are no longer held out."""
        return [row for row in read_reference(GOLD / self.labels) if row["point"] not in self.seen_points]


@dataclass(frozen=True)
class Scored:
    """A file of labels with what the program makes of its document, in the labelled points alone."""

    reference: Reference
    found: Analysis

    @cached_property
    def tallies(self) -> dict[str, dict[str, Tally]]:
        """Hits, labels of the reference and labels of ours, by measure and point."""
        return tallies(self.reference.points, self.found)

    @cached_property
    def strict(self) -> dict[str, dict[str, Tally]]:
        """The same with what is optional counted as wrong."""
        return tallies([{**row, "optional": {}} for row in self.reference.points], self.found)

    @cached_property
    def differences(self) -> Mapping[str, list[tuple[str, str, str]]]:
        """What is missing and what is extra, by point: measure, which of the two, label."""
        by_point: dict[str, list[tuple[str, str, str]]] = {str(row["point"]): [] for row in self.reference.points}
        for point, *said in evaluate(self.reference.points, self.found)[1].rows:
            by_point[str(point)].append((str(said[0]), str(said[1]), str(said[2])))
        return by_point


def manifest() -> dict[str, Any]:
    """Return what the manifest says: `measures`, `set` and `file`."""
    return tomllib.loads((GOLD / "manifest.toml").read_text("utf-8"))


def references() -> list[Reference]:
    """Return all files of labels, in the manifest's order."""
    said = manifest()
    return [Reference(**file, readers=said["set"][file["set"]]["readers"]) for file in said["file"]]


def scored(files: Sequence[Reference]) -> Iterator[Scored]:
    """Yield each file of labels whose text is here with what the program finds."""
    yield from (Scored(file, covering(analysed(file.place), file.points)) for file in files if file.is_here)


@cache
def analysed(place: Path) -> Analysis:
    """Return a text analysed, once in a run."""
    return analyse(segment(read(place)), model=load_model())
