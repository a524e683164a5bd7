"""Many documents, from points to rows: batching and order, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from cnd_tools.extracting import PointAnalysis
from cnd_tools.extracting.citations import find_citations
from cnd_tools.extracting.documents import DocumentReader
from cnd_tools.extracting.grammar.framing import Frame
from cnd_tools.extracting.parsable import parsable
from cnd_tools.lexicon import Lexicon, load
from cnd_tools.parsing.cache import Pack, Parses, unpack
from cnd_tools.parsing.loading import load_model
from cnd_tools.parsing.stand_ins import read_docs
from cnd_tools.records import Analysis, Citation, Point, Segmented

__all__ = ["analyse", "analyse_many", "lemmas", "load_model"]

# Points parsed together, and the characters they may have: the parser is fastest with many texts of like length, and
# what it holds at once is bounded by itself.
BATCH = 128
BATCH_CHARACTERS = 60_000


@dataclass
class _Rows:
    """What is gathered for one document while its points come by."""

    segmented: Segmented
    reader: DocumentReader
    left: int
    points: list[PointAnalysis] = field(default_factory=list)
    citations: tuple[Citation, ...] = ()
    known: Mapping[str, Doc] = field(default_factory=dict)
    pack: Pack = field(default_factory=Pack)

    def add(self, found: PointAnalysis) -> None:
        """Take the rows of one point."""
        self.points.append(found)
        self.left -= 1

    def analysis(self) -> Analysis:
        """Return what was gathered."""
        one = self.segmented
        return Analysis(
            one.document,
            one.points,
            tuple(row for found in self.points for row in found.actors),
            tuple(row for found in self.points for row in found.themes),
            tuple(row for found in self.points for row in found.positions),
            tuple(row for found in self.points for row in found.actions),
            one.ledger,
            one.notices,
            self.citations,
        )


def analyse(segmented: Segmented, *, model: Language | None = None, lexicon: Lexicon | None = None) -> Analysis:
    """Return a segmented document with its actors, themes, positions, actions and citations, in order of the text.

    Args:
        segmented: the document and its points; headings, notes and the masthead are kept and not analysed.
        model: an English pipeline with tagger and parser; `load_model()` where None.
        lexicon: the words to go by; the built-in ones where None.

    Raises:
        UsageError: no model is installed.
        RefusedInput: a point is too long to be parsed.
    """
    return next(analyse_many([segmented], model=model, lexicon=lexicon))


def analyse_many(
    documents: Iterable[Segmented],
    *,
    model: Language | None = None,
    lexicon: Lexicon | None = None,
    parses: Parses | None = None,
) -> Iterator[Analysis]:
    """Yield each document's analysis, in order; batches go across documents, so many short ones are no slower.

    Args and errors are those of `analyse`; what a document gives does not depend on those beside it. `parses` is where
    parsed points are kept; what is there is not parsed again.
    """
    nlp = model or load_model()
    lexicon = lexicon or load()
    waiting: list[_Rows] = []

    def tasks() -> Iterator[_Task]:
        for segmented in documents:
            known = unpack(parses.get(segmented.document.text), nlp.vocab) if parses else {}
            pack = Pack()
            parser = _Parser(nlp, known, pack if parses else None)
            reader = DocumentReader(segmented, model=nlp, lexicon=lexicon, parse=parser)
            rows = _Rows(segmented, reader, sum(1 for _ in parsable(segmented)), known=known, pack=pack)
            rows.citations = find_citations(segmented, lexicon=lexicon)
            waiting.append(rows)
            for point in parsable(segmented):
                yield _Task(rows, point, reader.frame(point), reader.with_item(point), parser)

    for doc, (rows, point, framed, _, _) in parsed(tasks(), nlp):
        rows.add(rows.reader.read(point, framed, doc))
        while waiting and not waiting[0].left:
            yield _finished(waiting.pop(0), parses)
    for rest in waiting:
        yield rest.analysis()


@dataclass
class _Parser:
    """Parses the texts of a document; what is known is not parsed again, what is new is packed.

    Attributes:
        ahead: what was parsed in a batch for the point that is read now; by itself it would be three times as dear.
    """

    nlp: Language
    known: Mapping[str, Doc]
    pack: Pack | None
    ahead: dict[str, Doc] = field(default_factory=dict)

    def __call__(self, text: str) -> Doc:
        """Return the text, tagged, parsed and lemmatized."""
        if text in self.known:
            return self.known[text]
        doc = self.ahead[text] if text in self.ahead else next(read_docs(self.nlp, [text], batch=1))
        if self.pack is not None:
            self.pack.add(text, doc)
        return doc


class _Task(NamedTuple):
    """A point to be parsed, and where its rows go.

    Attributes:
        rows: of its document.
        point: the point.
        frame: how it is parsed.
        whole: how it is parsed with its first item, "" where it has none (`completing`).
        parser: that of its document, which is asked for the whole.
    """

    rows: _Rows
    point: Point
    frame: Frame
    whole: str
    parser: _Parser

    def missing(self) -> list[str]:
        """Return what is to be parsed."""
        both = dict.fromkeys((self.frame.text, self.whole) if self.whole else (self.frame.text,))
        return [text for text in both if text not in self.rows.known]


def parsed(tasks: Iterable[_Task], nlp: Language) -> Iterator[tuple[Doc, _Task]]:
    """Yield the tasks in order, each with its Doc: the known one, or one parsed in a batch with its neighbours."""
    for batch in _batches(tasks):
        missing = [text for task in batch for text in task.missing()]
        docs = read_docs(nlp, missing, batch=len(missing))
        for task in batch:
            task.parser.ahead = {text: next(docs) for text in task.missing()}
            yield task.parser(task.frame.text), task


def _batches(tasks: Iterable[_Task]) -> Iterator[list[_Task]]:
    batch: list[_Task] = []
    characters = 0
    for task in tasks:
        batch.append(task)
        characters += len(task.frame.text) + len(task.whole)
        if len(batch) == BATCH or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _finished(rows: _Rows, parses: Parses | None) -> Analysis:
    if parses and rows.pack.texts:  # something new; what was kept is kept on
        for text, doc in rows.known.items():
            rows.pack.add(text, doc)
        parses.put(rows.segmented.document.text, rows.pack.to_bytes())
    return rows.analysis()


def lemmas(analyses: Iterable[Analysis], *, model: Language) -> dict[tuple[str, str], list[tuple[str, int, int]]]:
    """Return the words of every analysed point by their dictionary forms; nothing is parsed for it.

    Returns:
        For each (document, point) its words in order: lemma, and start and end in the point's clean text.
    """
    points = [point for one in analyses for point in parsable(one)]
    with model.select_pipes(disable=[name for name in ("parser",) if name in model.pipe_names]):
        docs = model.pipe((point.text for point in points), batch_size=BATCH)
        return {
            (point.document, point.point): [(word.lemma_, word.idx, word.idx + len(word)) for word in doc]
            for point, doc in zip(points, docs, strict=True)
        }
