"""Statements, and the paragraphs behind them as a reader cites them: "6(a)–(i)" for a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from cnd_tools.records import Analysis, Document


class Span(NamedTuple):
    """Words of a statement; where they cite a paragraph, its document (by place among those compared) and its id.

    `quoted` tells the words of a text from ours: they are left out where texts may not be shared.
    """

    text: str
    document: int | None = None
    point: str | None = None
    quoted: bool = False


class Statement(NamedTuple):
    """One thing to be said: a short label, its words, and how many lines of a terminal it should and may take.

    Of `least` 0 is what may be left out for want of room.
    `whole` is one line however long: a command, that is to be typed as it stands.
    """

    label: str
    spans: tuple[Span, ...]
    most: int = 2
    least: int = 1
    whole: bool = False


CARRIED = ("data", "raw")  # folder of the texts that are known by their names
STDIN = "-"  # what is typed for a text that is piped in
LONG_RUN = 3  # paragraphs from which on a run is drawn together


def typed(document: Document) -> str:
    """Return what is typed to name a text again: its name where that is looked up, or its path, or -.

    >>> typed(Document("2009", "", "data/raw/2009.txt")), typed(Document("2009", "", "texts/2009.txt"))
    ('2009', 'texts/2009.txt')
    """
    if document.path is None:
        return STDIN if document.name == "stdin" else document.name
    return document.name if PurePath(document.path).parts[-3:-1] == CARRIED else document.path


def cited(points: Sequence[str], document: int, analysis: Analysis, *, most: int | None = None) -> Iterator[Span]:
    """Yield citations in reading order with spaces between, runs drawn together, cut after `most` of them with "…"."""
    runs = list(_runs(points, [point.point for point in analysis.points]))
    for number, run in enumerate(runs[:most]):
        if number:
            yield Span(" ")
        if len(run) < LONG_RUN:
            for place, point in enumerate(run):
                if place:
                    yield Span(" ")
                yield Span(point, document, point)
        else:
            yield Span(run[0], document, run[0])
            yield Span(f"–{_last(run)}", document, run[-1])
    if most is not None and len(runs) > most:
        yield Span(" …")


def _runs(points: Iterable[str], order: Sequence[str]) -> Iterator[list[str]]:
    """Yield the points in runs of neighbours under one parent: 6(a) 6(b) 6(c), or 11 12 13."""
    place = {point: at for at, point in enumerate(order)}
    run: list[str] = []
    for point in points:
        if run and place[point] == place[run[-1]] + 1 and _under(point) == _under(run[-1]):
            run.append(point)
        else:
            if run:
                yield run
            run = [point]
    if run:
        yield run


def _under(point: str) -> str:
    """Return what a citation hangs under: "6" for "6(a)", "p" for "p3", nothing for "6"."""
    if point.endswith(")"):
        return point[: point.rindex("(")]
    return point.rstrip("0123456789")


def _last(run: Sequence[str]) -> str:
    return run[-1][len(_under(run[-1])) :] if run[-1].endswith(")") else run[-1]


def plain(spans: Iterable[Span]) -> str:
    """Return statements' words alone."""
    return "".join(span.text for span in spans)
