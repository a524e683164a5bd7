"""Paragraphs of the same document: "paragraph 12 above" is point 12, "paragraphs 4 (a) and (b)" 4(a) and 4(b)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cnd_tools.extracting.citations.patterns import Cited, matches, pattern

MOST = 60  # paragraphs that a range is taken apart into
BEFORE = 40  # characters before a paragraph's number that may say whose it is
_PARTS = re.compile(r"\d{1,3}|\([a-z]{1,4}\)")


def paragraphs(text: str, point: str, known: Mapping[str, object]) -> Iterator[Cited]:
    """Yield the paragraphs of its own document that a text cites.

    Args:
        text: a point's clean text.
        point: its citation, whose series of numbers ("s2:") the paragraphs are looked for in first.
        known: the citations of the document's points; a paragraph that is none of them is cited as None.
    """
    series = point[: point.rfind(":") + 1]
    for found in matches("paragraph", text):
        before = text[max(found.start() - BEFORE, 0) : found.start()]
        if not found["where"] and (pattern("inside").search(before) or pattern("elsewhere").match(text, found.end())):
            continue
        if found["short"] and not found["where"] and not pattern("see").search(before):
            continue
        at = found.start("list")
        for number, (first, last, name) in enumerate(_items(found["list"])):
            start, place = found.start() if number == 0 else at + first, _place(name, series, known)
            if found["where"] or place is not None:  # without "above" it may well be another document's
                yield Cited(start, at + last, "paragraph", place)


def _place(name: str, series: str, known: Mapping[str, object]) -> str | None:
    """Return the point of this number: of the same series, or the only one of this number there is."""
    if f"{series}{name}" in known:
        return f"{series}{name}"
    if name in known:
        return name
    others = [point for point in known if point.partition(":")[2] == name]
    return others[0] if len(others) == 1 else None


def _items(listed: str) -> Iterator[tuple[int, int, str]]:
    """Yield each paragraph of a list with the characters it stands at: "4 (a) and (b)" is 4(a) and 4(b)."""
    before: list[str] = []
    for one in pattern("paragraph_item").finditer(listed):
        parts = _PARTS.findall(one["item"])
        if not parts[0].isdecimal():
            parts = [*before[: max(len(before) - len(parts), 1)], *parts] if before else parts
        if one["link"].strip() in {"to", "–"} and before:
            for name in _between(before, parts):
                yield one.start("item"), one.end("item"), name
        before = parts
        yield one.start("item"), one.end("item"), "".join(parts)


def _between(first: list[str], last: list[str]) -> Iterator[str]:
    stem = "".join(first[:-1])
    if len(first) != len(last) or stem != "".join(last[:-1]):
        return
    if first[-1].isdecimal() and last[-1].isdecimal():
        low, high = int(first[-1]), int(last[-1])
        yield from (f"{stem}{number}" for number in range(low + 1, min(high, low + MOST)))
    elif len(first[-1]) == len(last[-1]) == 3:
        yield from (f"{stem}({chr(code)})" for code in range(ord(first[-1][1]) + 1, ord(last[-1][1])))
