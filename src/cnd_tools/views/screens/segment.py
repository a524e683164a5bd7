"""`cnd segment`: headings as lines, paragraphs under them, and the account of every character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TextIO

from cnd_tools.comparing.proposing import NOTHING, Asked
from cnd_tools.records import Analysis, Point
from cnd_tools.tables import CODED, is_paragraph
from cnd_tools.views.safe import visible
from cnd_tools.views.screens.lines import GAP, Screen, both_ends, column, counted, cut, fitted

LINES = 2  # of a paragraph: how it begins and how it ends
LONGEST = 16  # cells of a paragraph's number
ASIDE = {"masthead": "title page", "note": "note"}


def show(analyses: Sequence[Analysis], out: TextIO, asked: Asked = NOTHING, *, everything: bool = False) -> None:
    """Print the paragraphs of texts, how each begins and ends.

    Args:
        analyses: texts with their points; with a ledger where all of a text is shown.
        out: a terminal.
        asked: what the user typed.
        everything: title page and notes as well.
    """
    screen = Screen(out, asked)
    for number, one in enumerate(analyses):
        if number:
            screen.line()
        screen.head(one)
        width = column("", [visible(point.point) for point in one.points], LONGEST)
        for point in one.points:
            if everything or point.kind not in ASIDE:
                _paragraph(point, screen, width)
        screen.line()
        screen.line(account(one))
    first = next((one for one in analyses if one.points), None)
    if first:
        tables = (screen.command(name, first) for name in ("themes", "actions"))
        screen.next(screen.command("show", first, telling(first)), *tables)


def account(one: Analysis) -> str:
    """Return how many paragraphs, headings and notes a text has, and of a whole one whether all of it has a place."""
    kinds = Counter("paragraph" if is_paragraph(point) else _besides(point) for point in one.points)
    parts = [counted(kinds["paragraph"], "paragraph")]
    parts += [counted(kinds[kind], kind) for kind in ("heading", "enacting line", "note") if kinds[kind]]
    parts += ["title page"] if kinds["masthead"] else []
    return ", ".join(parts) + _placed(one)


def _besides(point: Point) -> str:
    return "enacting line" if point.kind in CODED else point.kind


def _placed(one: Analysis) -> str:
    if not one.ledger:
        return ""
    left = len(one.document.text) - sum(one.ledger.values()) + one.ledger.get("none", 0)
    return f"; {counted(left, 'character')} not placed" if left else "; every character placed"


def telling(one: Analysis) -> str:
    """Return a paragraph worth looking at: the first long one with a letter, or else the longest."""
    found = [point for point in one.points if point.kind in CODED] or list(one.points)
    lettered = [point for point in found if point.kind == "lettered" and point.words >= 20]
    return (lettered or [max(found, key=lambda point: point.words)])[0].point


def _paragraph(point: Point, screen: Screen, width: int) -> None:
    if point.kind == "heading":
        screen.line()
        screen.line(cut(f"{visible(point.point)}  {visible(point.text)}", screen.width), "bold")
        return
    aside = ASIDE.get(point.kind)
    text = f"[{aside}] {visible(point.text)}" if aside else visible(point.text)
    for label, line in zip(
        _labels(visible(point.point), width), both_ends(text, screen.width - width - GAP - 1, LINES), strict=False
    ):
        screen.line(f" {label}{' ' * GAP}{line}")


def _labels(point: str, width: int) -> Iterator[str]:
    yield fitted(point, width)
    while True:
        yield " " * width
