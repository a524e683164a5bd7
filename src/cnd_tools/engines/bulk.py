"""A whole dataset: planned, begun or taken up again, worked through, and closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cnd_tools import __version__, lexicon
from cnd_tools.dataset.places import UNFINISHED, Place
from cnd_tools.dataset.schema import ABOUT, DOCUMENTS, FORMAT, TABLES, require
from cnd_tools.dataset.writing import Failure, Summary, json_bytes, part_name, read_summary
from cnd_tools.engines import plan
from cnd_tools.engines.plan import Part, Settings, Text
from cnd_tools.engines.work import Task
from cnd_tools.errors import UsageError
from cnd_tools.parsing import models
from cnd_tools.store import keys
from cnd_tools.typed import Mismatch, hold, parsed

Engine = Callable[[Iterable[Task]], Iterator[tuple[Task, Summary]]]


class Step(NamedTuple):
    """A part that is done: now, or in an earlier run."""

    part: Part
    summary: Summary


class Work:
    """The making of a dataset.

    Attributes:
        texts: what is analysed.
        parts: how it is cut.
    """

    def __init__(self, texts: Sequence[Text], settings: Settings, output: str, *, force: bool = False) -> None:
        """Look what is there already.

        Args:
            texts: what to analyse.
            settings: what with.
            output: the dataset's folder.
            force: begin anew where there is another dataset.

        Raises:
            UsageError: there is something else in the folder; or no such model or lexicon, or pyarrow is missing.
        """
        require("pyarrow.parquet")
        self.texts, self.parts = texts, list(plan.parts(texts))
        self._settings, self._place = settings, Place(output)
        self._about = _about(texts, len(self.parts), settings)
        self._continued = _check(self._place, self._about, force=force)

    def steps(self, engine: Engine) -> Iterator[Step]:
        """Do what is left to do, and yield every part as it is done, first those that were done before.

        Raises:
            CndError: what the engine raises; what is done stays done, and the same call goes on from there.
        """
        if not self._continued:
            _clear(self._place)
        self._place.write(ABOUT, json_bytes(self._about))
        done: dict[int, Summary] = {}
        by_number = {part.number: part for part in self.parts}
        for number, summary in self._earlier():
            done[number] = summary
            yield Step(by_number[number], summary)
        todo = (Task(part, self._settings, self._place.path) for part in self.parts if part.number not in done)
        for task, summary in engine(todo):
            done[task.part.number] = summary
            yield Step(task.part, summary)
        self._close([done[number] for number in sorted(done)])

    def _earlier(self) -> Iterator[tuple[int, Summary]]:
        there = set(self._place.names(DOCUMENTS)) if self._continued else set()
        for part in self.parts:
            data = (
                self._place.read(f"{DOCUMENTS}/{part_name(part.number)}") if part_name(part.number) in there else None
            )
            summary = read_summary(data) if data else None
            if summary is not None:
                yield part.number, summary

    def _close(self, summaries: Sequence[Summary]) -> None:
        _sweep(self._place)
        failed = [failure._asdict() for summary in summaries for failure in summary.failed]
        totals = {"documents": sum(one.documents for one in summaries), "words": sum(one.words for one in summaries)}
        about = {key: value for key, value in self._about.items() if key != "plan"}
        self._place.write(ABOUT, json_bytes({**about, "complete": True, **totals, "failed": failed}))


def failures(steps: Iterable[Step]) -> list[Failure]:
    """Return what could not be analysed, in order of the parts."""
    return [failure for step in sorted(steps) for failure in step.summary.failed]


def _about(texts: Sequence[Text], parts: int, settings: Settings) -> dict[str, Any]:
    name, version = models.describe(settings.model)
    made_with = {
        "cnd-tools": __version__,
        "code": keys.code(),
        "model": f"{name} {version}",
        "lexicon": lexicon.version(extra=[Path(path) for path in settings.lexicon]),
        "encoding": settings.encoding,
        "strict": settings.strict,
    }
    return {"format": FORMAT, "complete": False, "parts": parts, "made_with": made_with, "plan": plan.digest(texts)}


def _check(place: Place, about: dict[str, Any], *, force: bool) -> bool:
    """Return whether the work was begun here before and is to be gone on with."""
    data = place.read(ABOUT)
    if data is None:
        if place.names():
            raise UsageError(f"{place.path} has other things in it; name a folder that is empty or not there yet")
        return False
    place.hold_folders(TABLES)
    try:
        there = parsed(data)
        hold(there, {"complete?": bool})
    except Mismatch:
        there = {}
    if there == about:
        return True
    if not force:
        what = "is finished" if there.get("complete") else "was begun with other texts or settings"
        raise UsageError(f"{place.path}: the dataset there {what}; --force replaces it")
    return False


def _sweep(place: Place) -> None:
    """Take away what processes that were killed had begun to write."""
    for folder in ("", *(f"{table}/" for table in TABLES)):
        for name in place.names(folder):
            if name.startswith(".") and name.endswith(UNFINISHED):
                place.remove(f"{folder}{name}")


def _clear(place: Place) -> None:
    """Take an older dataset away: its parts and nothing else."""
    place.remove(ABOUT)
    for table in TABLES:
        for name in place.names(table):
            if name.startswith("part-") and name.endswith(".parquet"):
                place.remove(f"{table}/{name}")
