"""Colours of the charts: as values for a picture, and as names for a page that gives them values for light and dark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for.

    Attributes:
        ground: what is behind.
        ink: words and figures.
        quiet: axes and what joins two marks.
        grid: lines to read a value by.
        documents: one each document; they come round again where there are more (`charts` changes the shape then).
        ramp: five steps, little to much.
        on_ramp: words on each step.
    """

    ground: str
    ink: str
    quiet: str
    grid: str
    documents: tuple[str, ...]
    ramp: tuple[str, ...]
    on_ramp: tuple[str, ...]


# Blue and vermilion first, then the rest of Okabe and Ito's colours ("Color Universal Design", 2008), darkened until
# each has 3:1 against white, as WCAG 2.2 asks of what is not text. The ramp is of one hue and differs in lightness.
PAPER = Palette(
    ground="#ffffff",
    ink="#1d2733",
    quiet="#7a8694",
    grid="#e3e7eb",
    documents=("#00659c", "#c94f00", "#00785a", "#a8497f", "#806400", "#4a4f57"),
    ramp=("#dfeaf3", "#b3d0e5", "#74a9cf", "#2f77ad", "#0b3f66"),
    on_ramp=("#1d2733", "#1d2733", "#10161d", "#ffffff", "#ffffff"),
)
# Named in report.css, where dark has other values.
PAGE = Palette(
    ground="var(--ground)",
    ink="var(--ink)",
    quiet="var(--quiet)",
    grid="var(--grid)",
    documents=tuple(f"var(--document-{n})" for n in range(1, 7)),
    ramp=tuple(f"var(--ramp-{n})" for n in range(1, 6)),
    on_ramp=tuple(f"var(--on-ramp-{n})" for n in range(1, 6)),
)
