"""The way through the room: lines, what is no text, paragraphs, points, ledger."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress

from cnd_tools.records import Document, Notice, Point, Segmented
from cnd_tools.segmenting.clean import Cleaner
from cnd_tools.segmenting.closings import mark_closings
from cnd_tools.segmenting.divisions import mark_provisions, read_divisions
from cnd_tools.segmenting.furniture import mark_furniture
from cnd_tools.segmenting.gathering import Gatherer
from cnd_tools.segmenting.given import Given, take
from cnd_tools.segmenting.given_labels import take_labels
from cnd_tools.segmenting.layout import markers_of, read_layout
from cnd_tools.segmenting.lines import Line, Lines, numbered, of_kind, scan
from cnd_tools.segmenting.listed_contents import mark_listed_contents
from cnd_tools.segmenting.making import make_point
from cnd_tools.segmenting.marks import find_marks
from cnd_tools.segmenting.notes import Note, find_notes
from cnd_tools.segmenting.points import Builder
from cnd_tools.segmenting.run_together import part_lines
from cnd_tools.segmenting.scans import close_up, mend_labels
from cnd_tools.segmenting.votes import mark_votes

_LEDGER = {"masthead": "masthead", "heading": "heading", "point": "point", "note": "note", "furniture": "furniture",
           "contents": "furniture", "table": "furniture", "": "none"}  # fmt: skip
_SHORTEST = 10  # lines: a masthead that is longer than a short text below it says nothing


def segment(document: Document) -> Segmented:
    """Return a document's points in reading order, and a ledger in which every character of it has its place.

    Args:
        document: as read; its masthead and marks are taken at their word.
    """
    # Nothing here makes cycles, and the collector would walk over all points again and again: a tenth of the time.
    collects = gc.isenabled()
    gc.disable()
    try:
        return _segment(document)
    finally:
        if collects:
            gc.enable()


def _segment(document: Document) -> Segmented:
    text = document.text
    lines = numbered(scan(text, document.pages), document.rows)
    if not document.marks:
        lines = part_lines(close_up(lines))
    kinds = [""] * len(lines)
    given = take(document, lines, kinds)
    notes = _by_layout(lines, kinds, given)
    cleaner = Cleaner(text, given.cuts or find_marks(text, lines, kinds, notes))
    markers = markers_of(lines, kinds, given.shapes)
    mend_labels(lines, markers, kinds)
    take_labels(lines, kinds, given, markers)
    divisions = read_divisions(markers)
    mark_provisions(given.shapes, markers, divisions)
    gatherer = Gatherer(read_layout(lines, kinds, markers))
    lines.forget()
    builder = Builder(document, cleaner, divisions.running)
    builder.build(gatherer.gather(lines, kinds, markers, given.shapes), kinds)
    mastheads = _mastheads(document, lines, kinds, cleaner)
    points = [*builder.points, *mastheads, *_notes(document, lines, notes, Cleaner(text, like=cleaner))]
    points.sort(key=lambda point: point.start)
    ledger = _ledger(text, lines, kinds)
    notices = sorted([*builder.notices, *_kept_out(document, lines, kinds, ledger)], key=lambda notice: notice.line)
    return Segmented(document, tuple(points), ledger, tuple(notices))


def _by_layout(lines: Lines, kinds: list[str], given: Given) -> list[Note]:
    """Set the kinds that the layout tells, of lines of which nothing else is known; return all notes in order."""
    for place in given.shapes:
        kinds[place] = "shaped"
    mark_furniture(lines, kinds)
    mark_listed_contents(lines, kinds)
    notes = sorted([*given.notes, *find_notes(lines, kinds)], key=lambda note: note.first)
    for place in given.shapes:
        kinds[place] = ""
    mark_votes(lines, kinds)
    mark_closings(lines, kinds)
    return notes


def _mastheads(document: Document, lines: Sequence[Line], kinds: Sequence[str], cleaner: Cleaner) -> Iterator[Point]:
    for number, place in enumerate(of_kind(kinds, "masthead"), 1):
        line = lines[place]
        yield _plain(
            document,
            f"m{number}",
            "masthead",
            None,
            [(line.left, line.left + len(line.text))],
            line=line,
            cleaner=cleaner,
        )


def _notes(document: Document, lines: Sequence[Line], notes: Sequence[Note], cleaner: Cleaner) -> Iterator[Point]:
    for number, note in enumerate(notes, 1):
        rows = lines[note.first : note.last + 1]
        spans = [(row.left, row.left + len(row.text)) for row in rows]
        spans[0] = (spans[0][0] + note.text_from, spans[0][1])
        if spans[0][0] == spans[0][1] and len(spans) > 1:
            del spans[0]  # "1/" alone on its line
        yield _plain(document, f"n{number}", "note", note.label or None, spans, line=rows[0], cleaner=cleaner)


def _plain(
    document: Document,
    id_: str,
    kind: str,
    label: str | None,
    spans: list[tuple[int, int]],
    *,
    line: Line,
    cleaner: Cleaner,
) -> Point:
    """Return a point that stands outside the tree."""
    start, end = spans[0][0], spans[-1][1]
    text, pieces = cleaner.join(spans) if len(spans) > 1 else cleaner.line(document.text[start:end], start)
    page = bisect_right(document.pages, line.left) or None
    return make_point(document.name, id_, label, kind, 1, None, None, page, line.number, start, end, None, text, pieces)


def _kept_out(
    document: Document, lines: Sequence[Line], kinds: Sequence[str], ledger: Mapping[str, int]
) -> Iterator[Notice]:
    """Yield notices of what the file holds and the text does not, of too much masthead or no text, and of tables."""
    yield from (Notice(document.name, 1, "unread", what) for what in document.unread)
    if not any(kind in {"heading", "point", "note"} for kind in kinds):
        yield Notice(document.name, 1, "empty", "no text found that could be a paragraph")
    elif ledger["masthead"] * 2 > len(document.text) - ledger["blank"] and kinds.count("masthead") > _SHORTEST:
        said = f"title page and closing lines take {kinds.count('masthead')} of {len(lines)} lines: is some of it text?"
        yield Notice(document.name, lines[kinds.index("masthead")].number, "masthead", said)
    before = ""
    for line, kind in zip(lines, kinds, strict=True) if "table" in kinds else ():
        if kind == "table" and before != "table":
            yield Notice(
                document.name, line.number, "table", "a table begins here; its lines are not analysed as paragraphs"
            )
        before = kind


def _ledger(text: str, lines: Sequence[Line], kinds: Sequence[str]) -> dict[str, int]:
    """Return how many characters of the source went to which kind; line ends go with their line."""
    ledger = dict.fromkeys(("masthead", "heading", "point", "note", "furniture", "blank", "none"), 0)
    sizes = [line.end - line.start for line in lines]
    for kind in set(kinds):
        ledger[_LEDGER[kind]] += sum(compress(sizes, map(kind.__eq__, kinds)))
    ledger["blank"] = len(text) - sum(ledger.values())
    return ledger
