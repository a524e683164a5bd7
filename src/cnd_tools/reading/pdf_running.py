"""What runs through a PDF from page to page: heads, feet, and the number of the page, wherever that stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cnd_tools.reading.pdf_glyphs import Page
from cnd_tools.reading.pdf_labels import is_provision
from cnd_tools.reading.pdf_lines import Line

# The margins are a tenth of the page's height, and at least so many points: on a page that lies on its side too.
_MARGIN = 80
_SAME_HEIGHT = 3  # points
_LONGEST = 60  # characters
_WORDS = 4  # more of them after a number are a paragraph
_NUMBER = re.compile(r"(?<![\w/.])(?<!\w-)(?:\d{1,4}|[ivxl]{1,6})(?![\w.])(?!-\w|/\d{3})")
_PAGE_WORD = re.compile(r"(?:[Pp]age|PAGE|[Pp]\.|of|\||[-–—•*()\[\]/])+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def head_of(page: Page) -> float:
    """Return how high the margin above begins."""
    return page.height - max(0.1 * page.height, _MARGIN)


def foot_of(page: Page) -> float:
    """Return how high the margin below reaches."""
    return max(0.1 * page.height, _MARGIN)


def mark_running(pages: Sequence[Page], rows: Sequence[list[Line]]) -> None:
    """Mark what stands on several pages at one height, as furniture.

    In the margins that is what has the same words, whatever its numbers; anywhere, a number that grows as pages do
    ("- 5 -"), and a symbol.

    Args:
        pages: what is printed on the pages.
        rows: their lines from top to bottom.
    """
    _mark_repeated(pages, rows)
    _mark_folios(rows)
    _mark_symbols(pages, rows)


def coded(line: Line) -> bool:
    """Return whether a line has nothing but numbers, symbols and signs: "2/5 18-17962", "A/RES/73/6", "Page 3"."""
    if line.glyphs[0][1] or (line.text.startswith("*") and not line.text.endswith("*")):
        return False
    tokens = line.text.split()
    return any(not _PAGE_WORD.fullmatch(token) for token in tokens) and all(
        any(char.isdigit() for char in token) or not re.search(r"\w\w", token) or _PAGE_WORD.fullmatch(token)
        for token in tokens
    )


def _mark_repeated(pages: Sequence[Page], rows: Sequence[list[Line]]) -> None:
    found: dict[tuple[str, int], list[Line]] = {}
    for page, lines in zip(pages, rows, strict=True):
        for line in lines:
            # Numbered paragraphs of alike words may begin at one height on several pages, and so may Articles.
            paragraph = (line.label and len(line.text.split()) > _WORDS) or is_provision(line.text)
            if not foot_of(page) < line.y < head_of(page) and not line.glyphs[0][1] and not paragraph:
                key = re.sub(r"\d+", "#", line.text), round((page.height if line.y > page.height / 2 else 0) - line.y)
                found.setdefault(key, []).append(line)
    often = [lines for lines in found.values() if len({line.page for line in lines}) > 1]
    apart = _apart(pages, rows, {(line.page, line.y) for lines in often for line in lines})
    for lines in often:
        if 2 * sum((line.page, line.y) in apart for line in lines) > len(lines):
            _mark(lines)


def _apart(pages: Sequence[Page], rows: Sequence[list[Line]], often: set[tuple[int, float]]) -> set[tuple[int, float]]:
    """Return the page and height of the lines that come back and that room or type sets apart, and of those beyond.

    Alike paragraphs at the top of two pages are text.
    """
    found: set[tuple[int, float]] = set()
    for page, lines in zip(pages, rows, strict=True):
        half = (
            [line for line in lines if line.y > page.height / 2],
            [line for line in lines if line.y <= page.height / 2],
        )
        for inward in (half[0][::-1], half[1]):
            last: Line | None = None
            for line in inward:
                place = line.page, line.y
                apart = last is None or abs(line.y - last.y) > 1.6 * line.size or abs(line.size - last.size) > 0.4
                if place in often and (apart or (last is not None and (last.page, last.y) in found)):
                    found.add(place)
                last = line
    return found


def _mark_folios(rows: Sequence[list[Line]]) -> None:
    """Mark the numbers of pages: alone in their line or with codes, at one height, each so much more than the page's.

    A_HRC reports have theirs higher than a tenth of the page, in letters of the United Nations they stand on top.
    """
    found: dict[int, list[Line]] = {}
    for lines in rows:
        for line in lines:
            if len(line.text) <= _LONGEST and _may_be_folio(line):
                for value in {_value(number) for number in _NUMBER.findall(line.text)} - {0}:
                    found.setdefault(value - line.page, []).append(line)
    for candidates in found.values():
        for lines in _at_one_height(candidates):
            pages = [line.page for line in lines]
            outermost = all(line is rows[line.page][0] or line is rows[line.page][-1] for line in lines)
            least = 2 if outermost or any(line.kind for line in lines) else 3
            if len(set(pages)) >= least and 2 * len(set(pages)) > max(pages) - min(pages):
                _mark(lines)


def _may_be_folio(line: Line) -> bool:
    tokens = [token for token in line.text.split() if not _PAGE_WORD.fullmatch(token)]
    return not line.glyphs[0][1] and all(
        any(char.isdigit() for char in token) or _NUMBER.fullmatch(token) for token in tokens
    )


def _value(number: str) -> int:
    """Return the value of a page number, in figures or in small roman numerals."""
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[letter] for letter in number]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def _at_one_height(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines that stand at one height, together."""
    group: list[Line] = []
    for line in sorted(lines, key=lambda line: line.y):
        if group and line.y - group[-1].y > _SAME_HEIGHT:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _mark_symbols(pages: Sequence[Page], rows: Sequence[list[Line]]) -> None:
    """Mark a document's symbol where it is the outermost line of several pages, or next to what is furniture."""
    found: dict[str, list[Line]] = {}
    for page, lines in zip(pages, rows, strict=True):
        for edge in (lines, lines[::-1]):
            for line in edge:
                if line.kind != "furniture" and coded(line) and re.search(r"[A-Z]+/", line.text):
                    found.setdefault(f"{line.text} {line.y > page.height / 2}", []).append(line)
                if line.kind != "furniture":
                    break
    for candidates in found.values():
        for same in _at_one_height(candidates):
            if len({line.page for line in same}) > 1:
                _mark(same)


def _mark(lines: Sequence[Line]) -> None:
    for line in lines:
        line.kind = "furniture"
