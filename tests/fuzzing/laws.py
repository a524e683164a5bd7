"""What holds whatever comes: of bytes that are read, of the points of any text, of the rows of any analysis."""

from __future__ import annotations

import re
import signal
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import accumulate, pairwise
from unicodedata import category

from cnd_tools.errors import CndError
from cnd_tools.reading import read_bytes
from cnd_tools.records import Analysis, Document, Point, Segmented
from cnd_tools.segmenting import segment

# What of a row is words of the text, and so must be found between its start and its end.
_WORDS = {"points": "text", "actors": "text", "themes": "evidence", "actions": "text", "positions": "verb_text"}


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Fail when what is inside needs more seconds of the processor, also if it would never end.

    The processor's seconds, so that a busy machine is no fault; where the system has no such timer, nothing is asked.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return

    def late(_number: int, _frame: object) -> None:
        raise AssertionError(f"not done after {seconds:.1f} seconds of the processor")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def readable(data: bytes, **how: str) -> Document | None:
    """Read bytes as a user's file would be; None where they are refused in one line, as a user should be told."""
    try:
        with in_time(2 + len(data) / 10_000):
            document = read_bytes(data, name="x", **how)
    except CndError as error:
        refusal = str(error)
    else:
        well_formed(document)
        assert read_bytes(data, name="x", **how) == document
        return document
    assert len(refusal.strip().splitlines()) == 1, refusal
    return None


def well_formed(document: Document) -> None:
    """Hold that pages, marks and masthead lie in the text, in order, and that the text can be written out again."""
    size = len(document.text)
    assert document.text.encode("utf-8").count(0) == 0
    assert document.pages[:1] in {(), (0,)}
    assert list(document.pages) == sorted(set(document.pages))
    assert all(page <= size for page in document.pages)
    assert list(document.marks) == sorted(document.marks, key=lambda mark: mark.start)
    assert all(0 <= mark.start < mark.end <= size for mark in document.marks)
    spans = [0, *(edge for span in document.masthead.spans for edge in span), size]
    assert spans == sorted(spans)


def lawful(document: Document) -> Segmented:
    """Return the points of a document, after looking at everything that holds for the points of any."""
    with in_time(2 + len(document.text) / 5_000):
        done = segment(document)
    assert segment(document) == done
    assert sum(done.ledger.values()) == len(document.text)
    assert done.ledger["none"] == 0
    ids = [point.point for point in done.points]
    assert len(ids) == len(set(ids))
    places = {point.point: place for place, point in enumerate(done.points)}
    for place, point in enumerate(done.points):
        assert point.parent is None or places[point.parent] < place
    _well_pieced(done)
    _nothing_lost(done)
    return done


def _well_pieced(done: Segmented) -> None:
    """Hold that clean texts are made of pieces of the source in order, no character of it in two points."""
    source = done.document.text
    assert [point.start for point in done.points] == sorted(point.start for point in done.points)
    taken = []
    for point in done.points:
        assert 0 <= point.start <= point.end <= len(source)
        at = point.start
        for piece in point.pieces:
            clean = point.text[piece.text : piece.text + piece.length]
            assert piece.length > 0
            assert clean == source[piece.source : piece.source + piece.length]
            assert at <= piece.source <= piece.source + piece.length <= point.end
            at = piece.source + piece.length
            taken.append((piece.source, at))
        between = sum(piece.length for piece in point.pieces)
        assert between == len(point.text) or "".join(point.text.split()) == "".join(
            "".join(source[piece.source : piece.source + piece.length] for piece in point.pieces).split()
        )
    taken.sort()
    assert all(one[1] <= other[0] for one, other in pairwise(taken))


def _nothing_lost(done: Segmented) -> None:
    """Hold that each character to be seen is in a point or its label, or on a line that the ledger has as furniture."""
    source = done.document.text
    lines = [0, *accumulate(map(len, source.splitlines(keepends=True)))]
    heads = [end - len(source[start:end].lstrip()) for start, end in pairwise(lines)]
    covered = bytearray(len(source))
    for point in done.points:
        covered[point.start : point.end] = bytes([1]) * (point.end - point.start)
        if point.label:
            at, to = _label_of(point, source, heads)
            covered[at:to] = bytes([1]) * (to - at)
    outside = offset = 0
    for line in source.splitlines(keepends=True):
        seen = [covered[offset + at] for at, char in enumerate(line) if not (char.isspace() or category(char) == "Cf")]
        outside += len(line) if seen and not any(seen) else 0
        # Between a mark on a note and its text there may be a stroke, "3/ See", which is neither.
        assert all(seen) or not any(seen) or 0 < seen.count(0) <= 1, (line, seen)
        offset += len(line)
    assert outside <= done.ledger["furniture"]


def _label_of(point: Point, source: str, heads: list[int]) -> tuple[int, int]:
    """Return from where to where the label of a point stands.

    Right before its text, signs that are not seen aside; else at the head of the last line that begins so; else
    anywhere before.

    Args:
        point: with a label.
        source: the whole text.
        heads: where each line of it begins, blanks aside.
    """
    label = point.label or ""
    at = to = _back_to(point.start, source, lambda sign: not (sign.isspace() or category(sign) == "Cf"))
    for sign in reversed(label):
        at = _back_to(at, source, lambda sign: category(sign) != "Cf") - 1
        if at < 0 or source[at] != sign:
            break
    else:
        return at, to
    above = reversed(heads[: bisect_left(heads, point.start)])
    at = next((head for head in above if source.startswith(label, head)), -1)
    at = at if at >= 0 else source.rindex(label, 0, point.start)
    return at, at + len(label)


def _back_to(end: int, source: str, wanted: Callable[[str], bool]) -> int:
    """Return the end of the last sign before `end` that is wanted."""
    while end and not wanted(source[end - 1]):
        end -= 1
    return end


def letters(text: str) -> str:
    """Return the letters and figures of a text."""
    return re.sub(r"[\W_]+", "", text)


def is_inside(part: str, whole: str) -> bool:
    """Return whether the characters of `part` stand in `whole` in this order, perhaps with others between."""
    rest = iter(whole)
    return all(char in rest for char in part)


def grounded(analysis: Analysis) -> None:
    """Hold that every row belongs to a point, lies inside it, and that its words stand where it says."""
    source = analysis.document.text
    points = {point.point: point for point in analysis.points}
    for name, column in _WORDS.items():
        for row in getattr(analysis, name):
            said = getattr(row, column)
            said = said.split("; ")[0] if name == "themes" else said
            assert is_inside(letters(said), letters(source[row.start : row.end])), (name, row)
            if name != "points":
                point = points[row.point]
                assert point.start <= row.start < row.end <= point.end, (name, row)
    for action in analysis.actions:
        text = points[action.point].text
        assert all(words is None or words in text for words in (action.object, action.condition)), action
        assert is_inside(letters(action.aim).casefold(), letters(text).casefold()), action
