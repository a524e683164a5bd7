"""What the paragraphs of a document cite: resolutions, documents, treaties, goals, and each other.

Nothing is parsed for it: what is cited has a form of its own, or a name. `find_citations` is the one order of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cnd_tools.extracting.citations.bodies import Bodies
from cnd_tools.extracting.citations.goals import Goals
from cnd_tools.extracting.citations.names import Names
from cnd_tools.extracting.citations.numbered import numbered
from cnd_tools.extracting.citations.paragraphs import paragraphs
from cnd_tools.extracting.citations.patterns import Cited
from cnd_tools.extracting.citations.symbols import Symbols
from cnd_tools.extracting.citations.titles import Titles
from cnd_tools.records import Citation
from cnd_tools.tables import CODED

if TYPE_CHECKING:
    from cnd_tools.lexicon import Lexicon
    from cnd_tools.records import Point, Segmented

_HYPHENS = str.maketrans("‐‑", "--")  # as numbers are printed so that no line breaks in them: "S‑10/2"
CITING = CODED | {"note"}
"""Kinds of point that are read for citations: those that are coded, and notes, where most symbols stand."""


def find_citations(segmented: Segmented, *, lexicon: Lexicon) -> tuple[Citation, ...]:
    """Return what each point of a document cites, in order of the text, each thing once a point.

    Args:
        segmented: the document and its points.
        lexicon: names of treaties, declarations, bodies and goals, and how symbols begin.
    """
    names = Names(lexicon)
    bodies, titles = Bodies.of(segmented, lexicon, names), Titles(lexicon, names)
    symbols, goals = Symbols(lexicon), Goals(names)
    points = [point for point in segmented.points if point.kind in CITING]
    known = {point.point: point for point in segmented.points}
    texts = {point.point: point.text.translate(_HYPHENS) for point in points}
    for title in segmented.points:  # "the Convention" may be that of the heading, "Conference of the Parties to the …"
        if title.kind in {"heading", "masthead"}:
            titles.full(title.text.translate(_HYPHENS))
    titles.at_home(segmented.document.masthead.symbol or "")
    titles.leave_out(texts.values())
    full = {point: titles.full(text, place) for place, (point, text) in enumerate(texts.items())}
    found: list[Citation] = []
    for place, point in enumerate(points):
        text, named = texts[point.point], full[point.point]
        made = [
            *numbered(text, bodies, bodies.named(text)),
            *symbols.find(text),
            *goals.find(text),
            *paragraphs(text, point.point, known),
            *(one for one, _ in named),
            *titles.short(text, named, place),
        ]
        found += _rows(point, _once(made))
    return tuple(found)


def _once(made: Iterable[Cited]) -> Iterator[Cited]:
    """Yield what was found by its place, each thing once."""
    seen = set()
    for one in sorted(made, key=lambda one: one.start):
        key = (one.type, one.cited) if one.cited else (one.type, one.start)
        if key not in seen:
            seen.add(key)
            yield one


def _rows(point: Point, made: Iterable[Cited]) -> Iterator[Citation]:
    for one in made:
        start, end = point.locate(one.start, one.end)
        yield Citation(point.document, point.point, one.cited, one.type, point.text[one.start : one.end], start, end)
