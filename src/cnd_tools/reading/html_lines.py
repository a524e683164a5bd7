"""On which line of its file a text of an HTML page stands; the parser does not say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from html import unescape

_RAW = re.compile(r"<(script|style)\b", re.I)
_ENDS = {name: re.compile(f"</{name}", re.I) for name in ("script", "style")}
_NEAR = 60  # texts: a short one may only be looked for as far ahead, as another like it may stand further down
_LONG = 25  # characters from which on a text is hardly there twice by chance


class FileLines:
    """Finds the texts of a page in its file; ask for each once, in the order of the page.

    Args:
        page: the file.
        first: the number of its first line.
    """

    def __init__(self, page: str, first: int = 1) -> None:
        self._lines: list[int] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        for line, text in _texts(page, first):
            self._places[" ".join(text.split())].append(len(self._lines))
            self._lines.append(line)
        self._next = 0
        self._last = first

    def of(self, text: str) -> int:
        """Return the line a text begins on, from 1; that of the text before it where it is not found."""
        key = " ".join(text.split())
        places = self._places.get(key, ())
        at = bisect_left(places, self._next)
        if at < len(places) and (len(key) >= _LONG or places[at] < self._next + _NEAR):
            self._next = places[at] + 1
            self._last = self._lines[places[at]]
        return self._last


def _texts(page: str, line: int) -> Iterator[tuple[int, str]]:
    """Yield what stands between the tags of a page and is not blank, with its line; `line` is the first."""
    feed = "\n" if "\n" in page else "\r"
    at = counted = 0
    while at < len(page):
        end = _tag(page, at)
        text = page[at:end]
        if text.strip():
            begins = at + len(text) - len(text.lstrip())
            line += page.count(feed, counted, begins)
            counted = begins
            yield line, _unescaped(text) if "&" in text else text
        at = _after(page, end)


def _unescaped(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # of a character whose number has thousands of digits
        return text


def _tag(page: str, at: int) -> int:
    """Return where the next tag or comment begins, or the page ends; "<" before a blank or figure begins none."""
    place = page.find("<", at)
    while place >= 0:
        if (sign := page[place + 1 : place + 2]).isalpha() or sign in {"/", "!", "?"}:
            return place
        place = page.find("<", place + 1)
    return len(page)


def _after(page: str, at: int) -> int:
    """Return where a tag or comment ends, with it what is inside a script or style."""
    if page.startswith("<!--", at):
        close = page.find("-->", at + 4)
        return len(page) if close < 0 else close + 3
    if raw := _RAW.match(page, at):
        ends = _ENDS[raw[1].lower()].search(page, at)
        at = ends.start() if ends else len(page)
    end = page.find(">", at)
    return len(page) if end < 0 else end + 1
