"""`cnd themes`: a line a theme, with the paragraphs that speak of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from cnd_tools.comparing.analysed import coded, rows_of
from cnd_tools.comparing.proposing import NOTHING, Asked
from cnd_tools.records import Analysis
from cnd_tools.views.safe import visible
from cnd_tools.views.screens.lines import Screen, column, fitted, places

LONGEST = 34  # cells of a theme's title
_NONE = "no theme"
MEANT = "How many of the text's paragraphs speak of it, and which. A paragraph may have several themes, or none."


def show(analyses: Sequence[Analysis], out: TextIO, asked: Asked = NOTHING) -> None:
    """Print the themes of texts, the most frequent first."""
    screen = Screen(out, asked)
    screen.tables(analyses, _themes, MEANT)
    first = next((one for one in analyses if one.themes), None)
    if first:
        point, _ = Counter(row.point for row in first.themes).most_common(1)[0]
        screen.next(
            screen.command("show", first, point, "--why"),
            screen.command("themes", first, "--columns", "point,theme,evidence"),
        )
    elif analyses:
        screen.next(asked.all("terms"), asked.lexicon("list", "theme"))


def _themes(one: Analysis, screen: Screen) -> None:
    rows = rows_of(one, one.themes)
    titles = {row.theme: visible(row.title) for row in reversed(rows)}
    found = {theme: {row.point for row in rows if row.theme == theme} for theme in titles}
    whole = len(coded(one))
    sizes = {theme: f"{len(points)} of {whole}" for theme, points in found.items()}
    first, second = (
        column("", [_NONE, *titles.values()], LONGEST),
        column("", [*sizes.values(), f"{whole} of {whole}"], 14),
    )
    for theme in sorted(found, key=lambda theme: (-len(found[theme]), titles[theme])):
        listed = places(found[theme], one, screen.width - first - second - 5)
        screen.line(f" {fitted(titles[theme], first)}  {sizes[theme].rjust(second)}  {listed}")
    bare = [point.point for point in coded(one) if not any(point.point in points for points in found.values())]
    if bare:
        size = f"{len(bare)} of {whole}"
        listed = places(bare, one, screen.width - first - second - 5)
        screen.line(f" {fitted(_NONE, first)}  {size.rjust(second)}  {listed}", "italic")
