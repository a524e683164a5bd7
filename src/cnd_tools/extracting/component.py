"""The spaCy components `cnd_positions` and `cnd_actions`, for any English pipeline with tagger, parser and lemmatizer.

They mark spans (`doc.spans["positions"]`, `doc.spans["actions"]`) and keep the rows, with offsets into the Doc's text,
under `doc._.cnd_positions` and `doc._.cnd_actions`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from cnd_tools.extracting.actions import find_actions
from cnd_tools.extracting.chapeau import asked_by
from cnd_tools.extracting.held import Held
from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.mentions import find_mentions
from cnd_tools.extracting.positions import find_positions
from cnd_tools.extracting.regions import regions
from cnd_tools.extracting.rows import Place, action_row, position_row
from cnd_tools.extracting.setting import Chapeau, Setting
from cnd_tools.extracting.vocabulary import vocabulary
from cnd_tools.lexicon import Lexicon, load
from cnd_tools.records import Action, Position


def known_verbs(nlp: Language) -> Collection[str]:
    """Return lemmas of English verbs from the model's own tables; none where it has none.

    Without them only the verbal nouns of the lexicon are known for what they are.
    """
    if not nlp.has_pipe("lemmatizer"):
        return frozenset()
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    return frozenset(lookups.get_table("lemma_index")["verb"])


@dataclass(frozen=True)
class Extractor:
    """Finds positions or actions in a Doc, point by point where it has `doc.spans["points"]`.

    Attributes:
        wanted: "positions" or "actions".
        lexicon: the words to go by.
        verbs: lemmas of English verbs, see `known_verbs`.
    """

    wanted: str
    lexicon: Lexicon
    verbs: Collection[str]

    def __call__(self, doc: Doc) -> Doc:
        """Mark what is found as spans and keep its rows under the Doc's extension."""
        chapeau: Chapeau | None = None
        rows: list[Position | Action] = []
        spans: list[Span] = []
        for part in regions(doc):
            point = part.as_doc() if isinstance(part, Span) else part
            first = part.start if isinstance(part, Span) else 0
            setting = Setting(vocabulary(self.lexicon), self.verbs, chapeau=chapeau)
            mentions = find_mentions(point, lexicon=self.lexicon)
            held = find_positions(point, mentions, setting)
            place = Place("", "", _moved(part.start_char if isinstance(part, Span) else 0), 0, point.text)
            for row, start, end in self._rows(point, mentions, held, setting, place):
                rows.append(row)
                spans.append(Span(doc, start + first, end + first, label=self.wanted))
            if point.text.rstrip().endswith(":"):
                chapeau = asked_by(point, mentions, held, setting)
        doc.spans[self.wanted] = spans
        doc._.set(f"cnd_{self.wanted}", tuple(rows))
        return doc

    def _rows(
        self, doc: Doc, mentions: Sequence[Mention], held: Sequence[Held], setting: Setting, place: Place
    ) -> Iterator[tuple[Position | Action, int, int]]:
        if self.wanted == "positions":
            yield from ((position_row(one, held, doc, place), *one.words) for one in held)
        else:
            for act in find_actions(doc, mentions, held, setting):
                yield action_row(act, doc, place), act.start, act.end


def extractor(nlp: Language, wanted: str) -> Extractor:
    """Return the component for a pipeline, its extension registered."""
    if not Doc.has_extension(f"cnd_{wanted}"):
        Doc.set_extension(f"cnd_{wanted}", default=())
    return Extractor(wanted, load(), known_verbs(nlp))


def _moved(by: int) -> Callable[[int, int], tuple[int, int]]:
    return lambda start, end: (start + by, end + by)
