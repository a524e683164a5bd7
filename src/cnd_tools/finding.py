"""Concordance: where words stand, each with the words around it (key word in context)."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

import regex

from cnd_tools.errors import UsageError
from cnd_tools.records import Analysis, Point
from cnd_tools.tables import CODED, Table

COLUMNS = ("document", "point", "left", "match", "right", "start", "end")
SHORTEST = 4  # letters that tell something of a word
_WORD = regex.compile(r"\w+")
TIME_LIMIT = 10.0  # seconds a pattern may take over all texts
_CALL = regex.compile(r"(?<!\\)(?:\\\\)*+\(\?(?:R|[+-]?\d|&|P>)")  # of a group of the pattern, or of all of it
Spans = Callable[[Point], Iterable[tuple[int, int]]]


def by_word(pattern: str) -> Spans:
    """Return what finds whole words, however they are cased and spaced; `*` stands for any letters, as in "traffic*".

    Raises:
        UsageError: there is no word in the pattern.
    """
    words = pattern.split()
    if not any(word.strip("*") for word in words):
        raise UsageError(f"{pattern!r}: no word to find")
    escaped = (regex.escape(word, literal_spaces=True).replace(r"\*", r"\w*+") for word in words)
    return _spans_of(r"(?<![\w])" + r"\s+".join(escaped) + r"(?![\w])", regex.IGNORECASE)


def by_regex(pattern: str) -> Spans:
    """Return what finds a regular expression; case counts.

    Raises:
        UsageError: it is no regular expression, or calls itself: `(?R)` fills gigabytes in a second.
    """
    if _CALL.search(pattern):
        raise UsageError(f"{pattern!r}: a pattern that calls itself or a group of its own cannot be looked for")
    return _spans_of(pattern, 0)


def by_lemma(pattern: str, lemmas: Mapping[tuple[str, str], list[tuple[str, int, int]]]) -> Spans:
    """Return what finds a run of words by their lemmas, as "need" for needs, needed and needing.

    Args:
        pattern: lemmas, with spaces between; case does not count.
        lemmas: for each (document, point) its words in order: lemma, and start and end in the point's text.
    """
    wanted = [word.casefold() for word in pattern.split()]
    if not wanted:
        raise UsageError(f"{pattern!r}: no word to find")

    def spans(point: Point) -> Iterator[tuple[int, int]]:
        words = lemmas.get((point.document, point.point), [])
        for first in range(len(words) - len(wanted) + 1):
            run = words[first : first + len(wanted)]
            if [lemma.casefold() for lemma, _, _ in run] == wanted:
                yield run[0][1], run[-1][2]

    return spans


def _spans_of(pattern: str, flags: int) -> Spans:
    try:
        compiled = regex.compile(pattern, flags)
    except regex.error as error:
        raise UsageError(f"{pattern!r}: not a regular expression: {error}") from error
    except RecursionError:
        raise UsageError(f"{pattern!r}: groups too deep within each other; make the pattern simpler") from None
    ends = time.monotonic() + TIME_LIMIT

    def spans(point: Point) -> Iterator[tuple[int, int]]:
        left = max(ends - time.monotonic(), 0.001)
        try:
            for match in compiled.finditer(point.text, timeout=left):
                if match.end() > match.start():
                    yield match.span()
        except TimeoutError:
            raise UsageError(
                f"{pattern!r}: not done after {TIME_LIMIT:.0f} seconds; make the pattern simpler"
            ) from None

    return spans


def concordance(
    analyses: Iterable[Analysis],
    spans: Spans,
    *,
    theme: str | None = None,
    actor: str | None = None,
    strength: str | None = None,
    width: int = 50,
) -> Table:
    """Return every place that `spans` finds, in reading order.

    Args:
        analyses: where to look; headings, notes and mastheads are left out.
        spans: one of `by_word`, `by_lemma`, `by_regex`.
        theme: only in points that carry it.
        actor: the same.
        strength: the same, of an action.
        width: characters of context on each side; a word that does not fit is left out whole.
    """
    rows = [
        _row(point, start, end, width)
        for analysis in analyses
        for point in _points(analysis, theme, actor, strength)
        for start, end in spans(point)
    ]
    return Table("concordance", COLUMNS, tuple(rows))


def _points(analysis: Analysis, theme: str | None, actor: str | None, strength: str | None) -> Iterator[Point]:
    asked = (
        (theme, {(row.point, row.theme) for row in analysis.themes}),
        (actor, {(row.point, row.actor) for row in analysis.actors}),
        (strength, {(row.point, row.strength) for row in analysis.actions}),
    )
    for point in analysis.points:
        if point.kind in CODED and all(not wanted or (point.point, wanted) in carried for wanted, carried in asked):
            yield point


def _row(point: Point, start: int, end: int, width: int) -> tuple[object, ...]:
    left, right = point.text[:start], point.text[end:]
    if len(left) > width:
        left = left[-width - 1 :].partition(" ")[2]
    if len(right) > width:
        right = right[: width + 1].rpartition(" ")[0]
    return (point.document, point.point, left, point.text[start:end], right, *point.locate(start, end))


def near(pattern: str, analyses: Sequence[Analysis], *, most: int = 5) -> list[tuple[str, int]]:
    """Return what may have been meant by a pattern that is nowhere: patterns and words, and how often each stands.

    First the pattern's beginnings with a star ("encourag*" for "encouragements"), then words spelled like one of its.
    """
    words = [word.casefold() for word in pattern.replace("*", " ").split()]
    known = Counter(
        word
        for one in analyses
        for point in _points(one, None, None, None)
        for word in _WORD.findall(point.text.casefold())
    )
    found: dict[str, int] = {}
    for word in words if len(words) == 1 else ():
        starts = (word[:size] for size in range(len(word), max(SHORTEST, len(word) // 2) - 1, -1))
        start = next((one for one in starts if any(other.startswith(one) for other in known)), None)
        if start:
            found[f"{start}*"] = sum(count for other, count in known.items() if other.startswith(start))
    for word in words:
        found |= {other: known[other] for other in get_close_matches(word, known, n=most, cutoff=0.75)}
    return list(found.items())[:most]


def ordered(table: Table, by: str) -> Table:
    """Return a concordance sorted by "left" (nearest word first), "match" or "right", or as it stands by "text"."""
    if by == "text":
        return table
    place = table.columns.index(by)

    def key(row: tuple[object, ...]) -> list[str]:
        words = str(row[place]).casefold().split()
        return words[::-1] if by == "left" else words

    return Table(table.name, table.columns, tuple(sorted(table.rows, key=key)))
