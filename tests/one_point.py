"""One point of text, analysed: what the tests of the extractors begin with."""

from __future__ import annotations

from functools import cache

from cnd_tools.extracting.themes import themes
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.records import Analysis, Document, Masthead, Piece, Point, Segmented


@cache
def analysed(text: str, opening: str | None = None, chapeau: str | None = None) -> Analysis:
    """Return the analysis of a text that is one point.

    Args:
        text: the point.
        opening: its opening phrase, where it is a paragraph of a resolution of the General Assembly.
        chapeau: the point it hangs under, with the opening phrase before a "|" where it has one.
    """
    points = []
    start = 0
    if chapeau is not None:
        above_opening, bar, above = chapeau.rpartition("|")
        points.append(_point("1", above, 0, above_opening if bar else None, None))
        start = len(above) + 1
        whole = f"{above}\n{text}"
    else:
        whole = text
    points.append(_point("1(a)" if chapeau is not None else "1", text, start, opening, "1" if chapeau else None))
    masthead = Masthead(body="General Assembly") if opening or (chapeau and "|" in chapeau) else Masthead()
    return analyse(Segmented(Document("text", whole, masthead=masthead), tuple(points)), model=load_model())


def themes_in(text: str) -> set[str]:
    """Return the ids of the themes that a text speaks of."""
    return {theme.theme for theme in themes(load_model()(text))}


def _point(name: str, text: str, start: int, opening: str | None, parent: str | None) -> Point:
    kind = "lettered" if parent else "numbered"
    pieces = (Piece(0, start, len(text)),)
    level = 2 if parent else 1
    return Point("text", name, None, kind, level, parent, None, 1, 1, start, start + len(text), opening, text, pieces)
