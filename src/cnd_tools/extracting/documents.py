"""What the points of one document have in common, and what each is given before it is read."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from cnd_tools.budget import budget
from cnd_tools.errors import RefusedInput
from cnd_tools.extracting import PointAnalysis, analyse_point, name_point
from cnd_tools.extracting.actions.inheritance import adopting_bodies, bare_items
from cnd_tools.extracting.actors.abbreviations import learn_short_names
from cnd_tools.extracting.attributions.openings import own_opening
from cnd_tools.extracting.context import Chapeau, Place, PointContext
from cnd_tools.extracting.grammar.framing import Frame, frame
from cnd_tools.extracting.grammar.word_classes import known_verbs, word_classes
from cnd_tools.lexicon import Lexicon
from cnd_tools.records import Analysis, Point, Segmented
from cnd_tools.tables import CODED


class DocumentReader:
    """Reads one document point by point: frames a point for the parser, and gives `analyse_point` its context."""

    def __init__(self, segmented: Segmented, *, model: Language, lexicon: Lexicon) -> None:
        """Look at a document as a whole.

        Args:
            segmented: the document and its points.
            model: the pipeline that parses the points; its tokenizer and its table of verbs are used here.
            lexicon: the words to go by.
        """
        self._lexicon = lexicon
        self._words = word_classes(lexicon, known_verbs(model))
        self._bodies = adopting_bodies(segmented, model=model, lexicon=lexicon)
        document = segmented.document
        self._short_names = learn_short_names(document.text, lexicon=lexicon, body=document.masthead.body)
        self._points = {point.point: point for point in segmented.points}
        self._chapeaux: dict[str, Chapeau] = {}

    def frame(self, point: Point) -> Frame:
        """Return a point's text as the parser is to see it."""
        parent = self._points.get(point.parent) if point.parent else None
        opening = point.opening
        if parent is None:
            return frame(point.text, opening=opening)
        if opening is None and parent.opening is not None:
            opening = own_opening(point.text, self._words)
        bare = parent.opening is None and bare_items(parent.text, self._words)
        return frame(point.text, opening=opening, chapeau=parent.text, bare=bare)

    def read(self, point: Point, framed: Frame, doc: Doc) -> PointAnalysis:
        """Return what a point says; chapeaux must be read before their items, as they stand in the text.

        Args:
            point: the point.
            framed: what `frame` gave for it.
            doc: the framed text, parsed.
        """
        found = analyse_point(doc, self._context(point, framed))
        self._chapeaux[point.point] = found.chapeau
        return found

    def name(self, point: Point, doc: Doc) -> PointAnalysis:
        """Return what a point says as far as that needs no parse; `doc` is its text as it is."""
        return name_point(doc, self._context(point, Frame(point.text)))

    def _context(self, point: Point, framed: Frame) -> PointContext:
        return PointContext(
            self._lexicon,
            self._words,
            Place(point.document, point.point, point.locate, framed.prefix, point.text),
            body=self._bodies.get(point.point),
            opening=framed.opening,
            prefix=framed.tokens,
            chapeau=self._chapeaux.get(point.parent) if point.parent else None,
            short_names=self._short_names,
        )


def parsable(one: Segmented | Analysis) -> Iterator[Point]:
    """Yield the points of a document that are analysed.

    Raises:
        RefusedInput: one is too long to be parsed, or there are more than the budget of a document has.
    """
    bounds, origin, found = budget(), one.document.path or one.document.name, 0
    for point in one.points:
        if point.kind in CODED:
            found += 1
            if len(point.text) > bounds.point:
                long = f"paragraph {point.point} has {len(point.text)} characters, more than the {bounds.point} allowed"
                raise RefusedInput(f"{origin}:{point.line}: {long}; split it, or allow more with CND_BUDGET=point=…")
            if found > bounds.points:
                raise RefusedInput(f"{origin}:{point.line}: {bounds.exceeded('points', 'more than {} paragraphs')}")
            yield point
