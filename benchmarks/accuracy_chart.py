"""A drawing of F1 by kind of document: held out with its interval, learned, and how far two readers agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

LABELS, PANEL, GAP, ROW, TOP = 300, 250, 30, 24, 64
INK, LIGHT, MARK = "#24292f", "#8c959f", "#0a6ebd"


class Bar(NamedTuple):
    """A row of a panel: F1, None where there is nothing to find or it is not known."""

    title: str
    learned: float | None
    held_out: float | None
    low: float
    high: float
    readers: float | None


def chart(panels: Mapping[str, Sequence[Bar]]) -> str:
    """Return an SVG with a panel for each measure, a row for each kind of document; every panel has the same kinds."""
    rows = next(iter(panels.values()))
    width, height = LABELS + len(panels) * (PANEL + GAP), TOP + len(rows) * ROW + 28
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" '
        f'font-size="12" fill="{INK}">',
        "<title>F1 by kind of document</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        _legend(),
    ]
    drawn += [
        f'<text x="{LABELS - 12}" y="{_y(place) + 4}" text-anchor="end">{escape(bar.title)}</text>'
        for place, bar in enumerate(rows)
    ]
    for number, (measure, bars) in enumerate(panels.items()):
        drawn += _panel(LABELS + number * (PANEL + GAP), measure, bars)
    return "\n".join([*drawn, "</svg>", ""])


def _y(place: int) -> int:
    return TOP + place * ROW + ROW // 2


def _panel(left: int, measure: str, bars: Sequence[Bar]) -> list[str]:
    bottom = TOP + len(bars) * ROW
    drawn = [f'<text x="{left}" y="{TOP - 10}" font-weight="bold">{escape(measure)}</text>']
    for tenth in (0, 5, 10):
        x = left + PANEL * tenth / 10
        drawn.append(f'<line x1="{x}" x2="{x}" y1="{TOP}" y2="{bottom}" stroke="#d0d7de"/>')
        drawn.append(f'<text x="{x}" y="{bottom + 16}" text-anchor="middle" fill="{INK}">{tenth / 10:g}</text>')
    for place, bar in enumerate(bars):
        drawn += _row(left, _y(place), bar)
    return drawn


def _row(left: int, y: int, bar: Bar) -> list[str]:
    drawn = []
    if bar.learned is not None:
        x = left + PANEL * bar.learned
        drawn.append(f'<circle cx="{x:.1f}" cy="{y}" r="4" fill="none" stroke="{LIGHT}" stroke-width="1.5"/>')
    if bar.held_out is not None:
        low, x, high = (left + PANEL * value for value in (bar.low, bar.held_out, bar.high))
        drawn.append(f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}" stroke="{MARK}" stroke-width="2"/>')
        drawn.append(f'<circle cx="{x:.1f}" cy="{y}" r="4.5" fill="{MARK}"/>')
    if bar.readers is not None:
        x = left + PANEL * bar.readers
        drawn.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y - 8}" y2="{y + 8}" stroke="{INK}" stroke-width="2"/>')
    return drawn


def _legend() -> str:
    return (
        f'<circle cx="16" cy="18" r="4.5" fill="{MARK}"/><text x="28" y="22">held out, 95 % interval</text>'
        f'<circle cx="196" cy="18" r="4" fill="none" stroke="{LIGHT}" stroke-width="1.5"/>'
        '<text x="208" y="22">learned</text>'
        f'<line x1="276" x2="276" y1="10" y2="26" stroke="{INK}" stroke-width="2"/>'
        '<text x="286" y="22">how far two readers agree</text>'
    )
