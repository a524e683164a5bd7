"""From points to rows: the only place that builds a spaCy pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from cnd_tools.budget import budget
from cnd_tools.errors import RefusedInput, UsageError, short
from cnd_tools.extracting.actions import find_actions
from cnd_tools.extracting.actors import actors
from cnd_tools.extracting.adopting import adopting_bodies
from cnd_tools.extracting.chapeau import asked_by, bare_items
from cnd_tools.extracting.component import known_verbs
from cnd_tools.extracting.framing import Frame, frame
from cnd_tools.extracting.mentions import find_mentions
from cnd_tools.extracting.morphology import Morphology
from cnd_tools.extracting.naming import READ, SHORT_NAMES, Known, read_names
from cnd_tools.extracting.openings import own_opening
from cnd_tools.extracting.positions import find_positions
from cnd_tools.extracting.roles import find_roles
from cnd_tools.extracting.rows import Place, action_row, implied, placed, position_row
from cnd_tools.extracting.setting import Chapeau, Party, Setting
from cnd_tools.extracting.short_names import learn_short_names
from cnd_tools.extracting.themes import themes
from cnd_tools.extracting.vocabulary import Vocabulary, vocabulary
from cnd_tools.lexicon import Lexicon, load
from cnd_tools.models import loadable
from cnd_tools.parses import Pack, Parses, unpack
from cnd_tools.quickening import quickened
from cnd_tools.records import Action, Actor, Analysis, Point, Position, Segmented, Theme
from cnd_tools.tables import CODED

# Points parsed together, and the characters they may have: memory is what a batch's products need, and batches twice as
# large are no faster.
BATCH = 64
BATCH_CHARACTERS = 30_000


@lru_cache(maxsize=2)
def load_model(name: str | None = None) -> Language:
    """Return the English pipeline the extractors read with, without what they do not need; loaded once.

    Args:
        name: an installed model or a path to one; None for `en_core_web_sm`, or the same weights from the registry.

    Raises:
        UsageError: there is no such model.
    """
    wanted = loadable(name)
    try:
        return quickened(spacy.load(wanted, exclude=["ner"]))
    except (
        ImportError,
        KeyError,
        OSError,
        TypeError,
        ValueError,
    ) as error:  # as its config, or a file of it, is broken
        why = short(" ".join(str(error).split()))
        raise UsageError(f"{short(wanted)}: cannot be loaded as a spaCy model: {why}") from None


@lru_cache(maxsize=2)
def _morphology(nlp: Language) -> Morphology:
    return Morphology(nlp)


@dataclass
class _Rows:
    """What is gathered for one document while its points come by."""

    segmented: Segmented
    left: int
    bodies: Mapping[str, Party]
    short_names: Mapping[str, Known]
    actors: list[Actor] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    chapeaux: dict[str, Chapeau] = field(default_factory=dict)
    known: Mapping[str, Doc] = field(default_factory=dict)
    pack: Pack = field(default_factory=Pack)

    def add(self, doc: Doc, place: Place, setting: Setting, lexicon: Lexicon) -> None:
        """Take the rows of one parsed point."""
        doc.user_data[SHORT_NAMES] = self.short_names
        doc.user_data[READ] = read_names(doc, lexicon)
        mentions = [one for one in find_mentions(doc, lexicon=lexicon) if one.start >= setting.prefix]
        held = find_positions(doc, mentions, setting)
        acts = find_actions(doc, mentions, held, setting)
        roles = find_roles(doc, mentions, held, acts, setting)
        self.chapeaux[place.point] = asked_by(doc, mentions, held, setting)
        self.positions.extend(position_row(one, held, doc, place) for one in held)
        self.actions.extend(action_row(one, doc, place) for one in acts)
        found_actors = [placed(one, place) for one in actors(doc, roles, lexicon=lexicon)]
        seen = {(one.actor, one.role) for one in found_actors}
        unnamed = (one for one in implied(held, acts, doc, place, setting) if (one.actor, one.role) not in seen)
        self.actors.extend((*found_actors, *unnamed))
        self.themes.extend(placed(one, place) for one in themes(doc, lexicon=lexicon))
        self.left -= 1

    def analysis(self) -> Analysis:
        """Return what was gathered."""
        one = self.segmented
        return Analysis(
            one.document,
            one.points,
            tuple(self.actors),
            tuple(self.themes),
            tuple(self.positions),
            tuple(self.actions),
            one.ledger,
            one.notices,
        )


def analyse(segmented: Segmented, *, model: Language | None = None, lexicon: Lexicon | None = None) -> Analysis:
    """Return a segmented document with its actors, themes, positions and actions, in order of the text.

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
    words = vocabulary(lexicon)
    verbs = known_verbs(nlp)
    waiting: list[_Rows] = []

    def tasks() -> Iterator[_Task]:
        for segmented in documents:
            document = segmented.document
            short_names = learn_short_names(document.text, lexicon=lexicon, body=document.masthead.body)
            bodies = adopting_bodies(segmented, model=nlp, lexicon=lexicon)
            rows = _Rows(segmented, 0, bodies, short_names)
            waiting.append(rows)
            rows.left = sum(1 for _ in parsable(segmented))
            rows.known = unpack(parses.get(segmented.document.text), nlp.vocab) if parses else {}
            by_id = {point.point: point for point in segmented.points}
            for point in parsable(segmented):
                yield _Task(rows, point, _framed(point, by_id, words))

    for doc, (rows, point, framed) in parsed(tasks(), nlp):
        chapeau = rows.chapeaux.get(point.parent) if point.parent else None
        setting = Setting(words, verbs, rows.bodies.get(point.point), framed.opening, framed.tokens, chapeau)
        place = Place(point.document, point.point, point.locate, framed.prefix, point.text)
        if parses and framed.text not in rows.known:
            rows.pack.add(framed.text, doc)
        rows.add(doc, place, setting, lexicon)
        while waiting and not waiting[0].left:
            yield _finished(waiting.pop(0), parses)
    for rest in waiting:
        yield rest.analysis()


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
                long = f"point {point.point} has {len(point.text)} characters, at most {bounds.point} can be analysed"
                raise RefusedInput(f"{origin}:{point.line}: {long}; part it, or allow more with CND_BUDGET=point=…")
            if found > bounds.points:
                raise RefusedInput(f"{origin}:{point.line}: {bounds.exceeded('points', 'more than {} points')}")
            yield point


class _Task(NamedTuple):
    """A point to be parsed, and where its rows go."""

    rows: _Rows
    point: Point
    frame: Frame


def parsed(tasks: Iterable[_Task], nlp: Language) -> Iterator[tuple[Doc, _Task]]:
    """Yield the tasks in order, each with its Doc: the known one, or one parsed in a batch with its neighbours."""
    morphology = _morphology(nlp)
    for batch in _batches(tasks):
        missing = [task.frame.text for task in batch if task.frame.text not in task.rows.known]
        docs = nlp.pipe(missing, batch_size=BATCH, disable=morphology.skipped)
        for task in batch:
            doc = task.rows.known.get(task.frame.text)
            yield morphology(next(docs)) if doc is None else doc, task


def _batches(tasks: Iterable[_Task]) -> Iterator[list[_Task]]:
    batch: list[_Task] = []
    characters = 0
    for task in tasks:
        batch.append(task)
        characters += len(task.frame.text)
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


def _framed(point: Point, points: Mapping[str, Point], words: Vocabulary) -> Frame:
    parent = points.get(point.parent) if point.parent else None
    opening = point.opening
    if parent is None:
        return frame(point.text, opening=opening)
    if opening is None and parent.opening is not None:
        opening = own_opening(point.text, words)
    bare = parent.opening is None and bare_items(parent.text, words)
    return frame(point.text, opening=opening, chapeau=parent.text, bare=bare)


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
