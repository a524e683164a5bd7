"""What every extractor is given of a point: its parse, whom it speaks of, the word classes, and what stands around."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from cnd_tools.extracting.actors.affiliations import comes_from, first_titled, of_the_meeting
from cnd_tools.extracting.actors.gazetteer import Known, Read, office_ids
from cnd_tools.extracting.actors.speakers import Speaker
from cnd_tools.extracting.actors.unlisted import one_person, unlisted_party
from cnd_tools.extracting.grammar.clauses import FARTHEST, NOUNS, asker_of, child, coordinated, doers_of, subject
from cnd_tools.extracting.grammar.delegates import for_a_government, made_up_of, spoken_for
from cnd_tools.extracting.grammar.number import many
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.matches import NOBODY_SPOKE, ActorRef, Floor, Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon

# Types of actor that are one however many stand behind them; the rest are as many as their noun says.
SINGLE = frozenset(("country", "groups", "person", "un", "organization", "region"))
# Types of actor that somebody may speak for: "a representative of civil society said" is a position of civil society.
SPOKEN_FOR = SINGLE | {"society", "justice"}


@dataclass(frozen=True, slots=True)
class Chapeau:
    """What an item inherits from the point it hangs under, and that point from its own parent.

    Attributes:
        cue: the words that ask, "Urges"; "" where nothing is asked.
        strength: their strength.
        agents: who is asked, in order.
        source: who asks.
        polarity: "+" or "-".
        deeds: whether only items with a verb go on with it, not a mere noun.
        signed: whether the items name who asks at their end: "Ratify the Convention (France) (Lithuania)".
        speaker: the body whose deeds the items list: "The Committee: (a) Took note of …".
        times: by when what the items ask is to be done, as printed: "By 2030, States should: (a) …".
    """

    cue: str = ""
    strength: str = ""
    agents: tuple[ActorRef, ...] = ()
    source: str | None = None
    polarity: str = "+"
    signed: bool = False
    speaker: ActorRef | None = None
    deeds: bool = False
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a Doc's text stands.

    Attributes:
        document: the document's name.
        point: the point's citation.
        locate: from characters of the point's text to characters of the source.
        prefix: characters put before the point's text in the Doc.
        text: the point's own text.
    """

    document: str
    point: str
    locate: Callable[[int, int], tuple[int, int]]
    prefix: int
    text: str

    def characters(self, doc: Doc, start: int, end: int) -> tuple[int, int]:
        """Return tokens `start` to `end` as characters of the point's text."""
        first = doc[max(start, 0)].idx - self.prefix
        last = doc[end - 1].idx + len(doc[end - 1]) - self.prefix
        return max(first, 0), max(last, 1)

    def words(self, doc: Doc, start: int, end: int) -> str:
        """Return tokens `start` to `end` as printed in the point, "" of those that the frame put before it."""
        if doc[end - 1].idx < self.prefix:
            return ""
        first, last = self.characters(doc, start, end)
        return self.text[first:last]


_LONGEST_OFFICE = 3  # prepositions at most within an office, before the State whose it is
_UNREAD = Doc(Vocab())


@dataclass(frozen=True, eq=False)
class PointContext:
    """One point with its surroundings; whoever reads it asks here, and nothing is looked up twice.

    Attributes:
        lexicon: the words to go by.
        words: its verbs, nouns, cues and markers, as rules ask for them.
        place: where the point stands in its document.
        body: the body that adopts the resolution the point stands in, or None.
        opening: the opening phrase of a preambular or operative paragraph, or None.
        prefix: how many tokens were put before the point's own words so that the parser finds a subject; see `framing`.
        chapeau: what the point inherits, or None.
        signed: characters of the framed text before the names of those who sign it, or -1.
        reviewed: the State the document reviews, or None.
        legal: whether the document lays down what shall be, as treaties and rules of procedure do.
        short_names: whom the whole document means by an acronym or by "the Committee".
        year: of the document, by its masthead, or None.
        speaker: who "we" is, or None in a text that does not speak so.
        floor: who spoke last before the point, under the same heading.
        doc: the point, parsed; like all below, there once the point is read (`reading`).
        names, mentions: who is named in it, titles and exceptions too; the actors among them, in order.
        at: mentions by the token they hang by.
        countries: the tokens that name one.
        stepped: where the steps of paths led, by step and token (`paths`).
    """

    lexicon: Lexicon
    words: WordClasses
    place: Place
    body: ActorRef | None = None
    opening: str | None = None
    prefix: int = 0
    chapeau: Chapeau | None = None
    signed: int = -1
    reviewed: ActorRef | None = None
    legal: bool = False
    short_names: Mapping[str, Known] = field(default_factory=dict)
    year: int | None = None
    speaker: Speaker | None = None
    floor: Floor = NOBODY_SPOKE
    doc: Doc = field(default=_UNREAD, repr=False)
    names: Read | None = None
    mentions: Sequence[Mention] = ()
    at: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)
    countries: Container[int] = ()
    stepped: dict[tuple[object, int], list[Token]] = field(default_factory=dict, repr=False)
    _over: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)
    _all: dict[int, tuple[Mention, ...]] = field(default_factory=dict)  # a subject is asked for by each of its verbs

    def reading(self, doc: Doc, names: Read, mentions: Sequence[Mention]) -> PointContext:
        """Return the context of the same point, now parsed and its mentions indexed.

        Args:
            doc: the point, parsed, with the prefix before it.
            names: who is named in it (`naming.read_names`).
            mentions: whom these and the pronouns of it mean (`mentions.find_mentions`).
        """
        over = {at: (m,) for m in mentions for at in range(m.start, m.end)}
        countries = {i for i, named in over.items() if named[0].type == "country"}
        return replace(
            self,
            doc=doc,
            names=names,
            mentions=mentions,
            at=_by_root(mentions),
            countries=countries,
            stepped={},
            _over=over,
            _all={},
        )

    @cached_property
    def letters(self) -> str:
        """The point's own text in small letters, for rules of a rare word: whether it may be there at all."""
        return self.place.text.lower()

    @cached_property
    def signed_from(self) -> int:
        """The token from which on a point is signed, -1 where it is not."""
        if self.signed < 0:
            return -1
        return next((token.i for token in self.doc[self.prefix :] if token.idx >= self.signed), -1)

    @cached_property
    def signatories(self) -> tuple[Mention, ...]:
        """Those who sign the point, in order, each once."""
        after = [one for one in self.mentions if one.start >= self.signed_from >= 0 and one.type == "country"]
        return tuple({one.actor: one for one in reversed(after)}.values())[::-1]

    @cached_property
    def titles(self) -> Mapping[int, int]:
        """One past the last token of each instrument's name, by the tokens it has: "Convention on the Rights of …"."""
        if self.names is None:
            return {}
        spans = (self.names.pieces.span(one.start, one.end) for one in self.names.names if one.known is None)
        return {at: end for start, end in spans for at in range(start, end)}

    def of(self, head: Token) -> tuple[Mention, ...]:
        """Return the mentions that hang by this noun, or by the noun it speaks for ("representative of Norway")."""
        own = self.at.get(head.i, ()) or (self._over.get(head.i, ()) if head.tag_ in ("NNP", "NNPS") else ())
        if own and own[0].type == "person":
            own = self._seated(own[0]) or own
        ruler = self.words.find(head, "noun", "ruler") is not None
        if ruler or self.words.find(head, "noun", "holder") or for_a_government(head, self.lexicon):
            kinds = ("country",) if ruler else SPOKEN_FOR
            named = (self._spoken_for_before(head), spoken_for(head, self.lexicon), self._spoken_for_beyond(head))
            found = ([m for one in nouns for m in self.at.get(one.i, ()) if m.type in kinds] for nouns in named)
            parties = next((one for one in found if one), [])
            parties = [m for m in parties if m.type != "region" or not (many(head) or comes_from(m, head))]
            if not parties and not (ruler or many(head)):  # "the representative of the secretariat said"
                nouns = [one for one in spoken_for(head, self.lexicon) if one.i in self.at]
                parties = [m for one in nouns for m in self.at[one.i] if of_the_meeting(m, one)]
            return tuple(parties) or self._its(head) or own
        if not own and self.words.find(head, "noun", "member"):  # "the States members of the Alliance"
            named_so = (self.at[one.i] for one in made_up_of(head) if one.i in self.at)
            own = next((one for one in named_so if one[0].start < head.i or one[0].type == "un"), ())
        counted = self.counted(head) if not own else None
        return self.at.get(counted.i, ()) if counted is not None else own

    @rule("source.seated")
    def _seated(self, person: Mention) -> tuple[Mention, ...]:
        """Who speaks where a person is named with a seat, "Co-Chair Mensah said": the chair; an office is no seat."""
        start = first_titled(person, self.at, self.doc)
        held = office_ids(self.lexicon)
        before = self._over.get(start - 1, ())
        return tuple(m for m in before if m.type == "meeting" and m.end == start and m.actor not in held)

    @rule("source.whose")
    def _spoken_for_before(self, head: Token) -> list[Token]:
        """Whom a speaker before whose noun they stand speaks for: "Peru’s Minister", "the Swiss delegate"."""
        before = [one for one in head.lefts if one.dep_ in ("poss", "compound", "amod", "nmod") and one.i in self.at]
        return [one for one in before if not any(m.type == "region" for m in self.at[one.i])]

    @rule("source.beyond_office")
    def _spoken_for_beyond(self, head: Token) -> list[Token]:
        """The State at the end of a long office: "the Minister for Housing and Roads of Peru"."""
        things = spoken_for(head, self.lexicon)
        for _ in range(_LONGEST_OFFICE):
            things = [two for one in things for two in spoken_for(one, self.lexicon)]
            named = [one for one in things if any(m.type in ("country", "groups") for m in self.at.get(one.i, ()))]
            if named or not things:
                return named
        return []

    @rule("source.its")
    def _its(self, head: Token) -> tuple[Mention, ...]:
        """Whom "of its" or "her Government" speaks for: who spoke last, or was named last, of those that are one."""
        if many(head) or not any(one.tag_ == "PRP$" and one.lower_ != "their" for one in head.lefts):
            return ()
        named = [
            m
            for at in range(max(head.i - FARTHEST, 0), head.i)
            for m in self.at.get(at, ())
            if m.type in SINGLE and m.type != "region"
        ]
        goes_on = head.dep_ == "nsubj" and head.head.dep_ == "ROOT"
        spoke = [m for m in named if self._spoke(m)] if goes_on else []
        return tuple((spoke or named)[-1:])

    def _spoke(self, mention: Mention) -> bool:
        """Whether somebody is named as who said something: Peru in "The delegate of Peru said that Chile was late"."""
        noun = self.doc[mention.root]
        noun = noun.head if noun.dep_ == "poss" else noun.head.head if noun.dep_ == "pobj" else noun
        says = noun.dep_ == "nsubj" and noun.head.dep_ == "ROOT"
        return says and self.words.find(noun.head, "verb", "say", "direct", "claim") is not None

    def person_until(self, token: Token) -> int:
        """Return one past the last token of the person's name a token is in, -1 where it is in none."""
        return max((one.end for one in self._over.get(token.i, ()) if one.type == "person"), default=-1)

    def named_one(self, token: Token) -> bool:
        """Whether a token is part of the name of one State, group or organization."""
        return any(mention.type in SINGLE for mention in self._over.get(token.i, ()))

    @rule("source.counted")
    def counted(self, head: Token) -> Token | None:
        """Return the noun that a quantity is of: "a number of delegations", "most of the speakers"."""
        if self.words.find(head, "extent"):
            for one in head.rights:
                if one.dep_ == "prep" and one.lower_ == "of":
                    return child(one, "pobj")
        return None

    def all_of(self, head: Token) -> tuple[Mention, ...]:
        """Return the mentions of a noun and of those coordinated with it, in order of the text."""
        if head.i not in self._all:
            named = (m for one in coordinated(head) for m in self.of(one) or self._unlisted(one))
            self._all[head.i] = tuple(sorted(dict.fromkeys(named)))
        return self._all[head.i]

    def _unlisted(self, head: Token) -> tuple[Mention, ...]:
        """Whom a noun names that no list has, Iran for "the Iranian authorities"; not within a name."""
        found = unlisted_party(head, self.words, self.countries) if head.i not in self._over else None
        of = self._over.get(head.i - 1, ()) if self.words.find(head, "noun", "authority") else ()
        return (found,) if found is not None else tuple(one for one in of if one.type == "country")

    def parties(self, head: Token | None) -> tuple[ActorRef, ...]:
        """Return those a noun names, and those coordinated with it, as parties; a pronoun's are its antecedent's."""
        if head is None:
            return ()
        found = self.all_of(head)
        if head.tag_ == "PRP" or (not found and head.tag_ in ("DT", "PDT")):
            earlier = self.antecedent(head)
            found = (self.all_of(earlier) if earlier is not None else ()) or (
                () if head.dep_ == "dobj" or asker_of(head, self.words) else found
            )
        named = (m for m in found if not (head.lower_ == "it" and m.type == "person"))
        return tuple(ActorRef(m.actor, self.printed(m), m) for m in named)

    def printed(self, mention: Mention) -> str | None:
        """Return the words of a mention; None for a "we" that stands before the point's own words."""
        return self.doc[mention.start : mention.end].text if mention.start >= self.prefix else None

    def can_hold(self, noun: Token) -> bool:
        """Whether a subject names somebody, or is a pronoun for somebody."""
        return bool(self.all_of(noun)) or noun.tag_ in ("PRP", "NNP", "NNPS")

    def antecedent(self, pronoun: Token) -> Token | None:
        """Return the nearest earlier noun that a pronoun may stand for, agreeing in number, or None.

        Candidates are what the text goes on about (Hobbs 1978 comes to the same for these texts): subjects, and whom
        directives address; for an object ("A thanked B and asked it") anybody named but its own clause's subject.
        """
        plural = many(pronoun) or pronoun.lower_ in ("they", "them", "these", "those", "all", "both")
        own = subject(pronoun.head) if pronoun.dep_ in ("dobj", "iobj", "dative") else asker_of(pronoun, self.words)
        doers = (own, *doers_of(pronoun))
        named = None
        for token in reversed(self.doc[max(pronoun.i - FARTHEST, self.prefix) : pronoun.i]):
            topical = self._topical(token)
            if not topical and (own is None or named is not None):
                continue  # most tokens
            other = token.lower_ == "we" or (
                pronoun.lower_ == "it" and one_person(token, self.all_of(token), self.words)
            )
            if other or token.head == pronoun.head or many(token) != plural or token in doers:
                continue
            somebody = bool(self.all_of(token))
            if topical and (somebody or token.tag_ in NOUNS):
                return token
            if somebody and named is None and own is not None:
                named = token
        return named

    def _topical(self, noun: Token) -> bool:
        if noun.dep_ in ("nsubj", "nsubjpass"):
            return True
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        return noun.dep_ in ("dobj", "pobj") and self.words.find(verb, "verb", "direct") is not None


def _by_root(mentions: Sequence[Mention]) -> dict[int, tuple[Mention, ...]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.root, []).append(mention)
    return {root: tuple(here) for root, here in found.items()}
