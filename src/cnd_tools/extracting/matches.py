"""The records that extractors hand on: who is named, who holds what, what asks for something, and what is to be done.

All of them point into the tokens of one Doc; `rows` makes rows of the tables of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from spacy.tokens import Span, Token

from cnd_tools.extracting.grammar.word_classes import Word

OPPOSITE = {"support": "oppose", "oppose": "support"}
BODIES = frozenset({"un", "organization", "groups"})
"""Types of actors that decide together and have organs and offices under them."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """An actor named by some tokens of a Doc.

    Attributes:
        start: first token of its own words; of "transit" in "producing, transit and destination countries".
        end: one past its last own token.
        root: the token the parse hangs it by: its head noun, "countries" for all three above.
        actor: canonical id, "transit_countries".
        name: the actor's name for people, "Transit countries".
        type: states, country, region, groups, meeting, un, organization, society, justice, adverse or person.
        rule: what made it: "lexicon:<pattern>", "coordination:<pattern>", "acronym:<long name>", "name:<head>",
            "short:<long name>" for "the Committee" of a document that has one, "person:<title>", "office:<office>" of
            an organization, "people:<word>" of a country, "holder:name" and "holder:noun" for holders the lexicon does
            not have, or "pronoun:<word>"; a pronoun's mention carries the actor it stands for.
        pronoun: whether this is a pronoun or "those States", "the region": another mention says the name.
    """

    start: int
    end: int
    root: int
    actor: str
    name: str
    type: str
    rule: str
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class ActorRef:
    """Who acts or adopts, or is asked to.

    Attributes:
        actor: canonical id, None where nobody knows whose.
        text: the words that name it in the point, None where it stands outside: the adopting body, whom a chapeau asks.
        mention: where it is named, in this point or where it was.
    """

    actor: str | None
    text: str | None
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One holder of a position.

    Attributes:
        actor: canonical id, None for a pronoun that stands for nobody named in the point.
        text: the words that name it.
        start: first token of those words, -1 where there are none.
        end: one past the last.
        extent: how many they are.
        stance: "" for the verb's own, or what "supported by" and "opposed by" make of it.
        mention: the mention, where there is one.
        ally: token of "supported" or "opposed", -1 where there is none.
    """

    actor: str | None
    text: str
    start: int
    end: int
    extent: str
    stance: str = ""
    mention: Mention | None = None
    ally: int = -1


NOBODY = Source(None, "", -1, -1, "unstated")


class How(StrEnum):
    """By which way the source of a position was found."""

    OPENING = "opening"
    ACTIVE = "active"
    PASSIVE = "passive"
    PARTICIPLE = "participle"
    ORDER = "order"
    TAKEN_UP = "taken up"
    PHRASED = "phrase"
    SIGNED = "signed"
    OF_A_NOUN = "of a noun"
    LIKEWISE = "likewise"


@dataclass(frozen=True, slots=True)
class Floor:
    """Who goes on speaking in the point after.

    Attributes:
        person: whom "he" may mean, None where nobody is.
        several: whom "they" may mean, or "it" where it is one body.
    """

    person: Mention | None = None
    several: tuple[Source, ...] = ()


NOBODY_SPOKE = Floor()


@dataclass(frozen=True, slots=True)
class Attribution:
    """One position, in tokens.

    Attributes:
        verb: the reporting verb, noun or adjective.
        lemma: its lemma, "point out", "express concern".
        stance: report, support, oppose or concern.
        source: who holds it; `NOBODY` where nobody is named.
        end: one past the last token of the reporting words.
        rule: what found it.
        how: by which way its source was found; the message depends on it.
    """

    verb: Token
    lemma: str
    stance: str
    source: Source
    end: int
    rule: str
    how: How | None = None

    @property
    def words(self) -> tuple[int, int]:
        """First token of the words that say it, and one past the last: the verb, or "opposed" in "opposed by"."""
        if self.source.stance == "oppose" and self.source.ally >= 0:
            return self.source.ally, self.source.ally + 1
        return self.verb.i, max(self.end, self.verb.i + 1)

    def by(self, source: Source, how: How) -> Attribution:
        """Return the position as this source's; who supports or opposes it says so, and who all agree do so as one."""
        lemma, stance, extent = self.lemma, self.stance, source.extent
        if source.stance == "oppose":
            lemma, stance = "oppose", "oppose"
        elif source.stance == "support":
            lemma, stance = self.verb.doc[source.ally].lemma_.lower(), "support"
        if self.source.extent == "consensus" and extent == "unqualified":
            extent = "consensus"
        rule = f"{how}:{self.rule}"
        return replace(self, source=replace(source, extent=extent), lemma=lemma, stance=stance, rule=rule, how=how)


class CueKind(StrEnum):
    """By which construction a cue asks."""

    MODAL = "modal"
    SEMI = "semi"
    PASSIVE = "passive"
    NEEDED = "needed"
    PURPOSE = "needed:purpose"
    LACK = "lack"
    PREDICATE = "predicate"
    NOUN = "noun"
    RANK = "rank"
    IDEA = "idea"
    DIRECTIVE = "directive"
    INVITED = "invited"
    CHAPEAU = "chapeau"
    PATH = "path"
    COMMITMENT = "commitment"
    PLEDGE = "pledge"


@dataclass(frozen=True, slots=True)
class Cue:
    """A deontic cue with the verb or noun it governs.

    Attributes:
        start: first token of the cue.
        end: one past its last.
        text: its words.
        strength: obligation, necessity, recommendation, encouragement or possibility.
        head: the verb or noun that is to be done.
        rule: what found it.
        kind: by which construction it asks.
        agents: who is to do it, where the cue says so (an addressee); None where the verb's subject does.
        bearer: the noun that lacks it ("transit countries need assistance"), its object.
        negative: whether the cue is negated.
        until: one past the last token it may govern, where the paragraph goes on with another opening; else 0.
        object: what it acts on, where the rule says so; None where the verb's own object is it.
    """

    start: int
    end: int
    text: str
    strength: str
    head: Token
    rule: str
    kind: CueKind
    agents: tuple[ActorRef, ...] | None = None
    bearer: Token | None = None
    negative: bool = False
    until: int = 0
    object: Token | None = None


def cue_at(token: Token, word: Word, head: Token, kind: CueKind, detail: str = "", **more: object) -> Cue:
    """Return the cue that stands at a token.

    Args:
        token: its first word.
        word: its entry.
        head: what it governs.
        kind: by which construction it asks.
        detail: what the rule's name says besides.
        more: more of its attributes by name.
    """
    end = token.i + len(word.words)
    text = token.doc[token.i : end].text if len(word.words) > 1 else token.text
    rule = f"{kind}:{detail}" if detail else str(kind)
    return Cue(token.i, end, text, word.field("strength"), head, rule, kind, **more)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class ActionMatch:
    """One thing to be done: a cue, the verb or noun that carries the meaning, and its slots.

    Attributes:
        cue: what asks for it.
        token: the verb or noun that carries the meaning.
        lemma: its lemma, or that of the verb in the noun.
        aim: the words that say it.
        agents: who is to do it, in order; empty where the text does not say.
        object: the phrase it acts on, or None.
        negative: whether it is not to be done.
        source: whose position it is, an actor id or None; like all below, there once its surroundings were read.
        recipient: whom it is to help, reach or address, or None.
        condition: the clause or phrase under which it is to be done, or None.
        start: first token of the clause that says it.
        end: one past its last token.
        deadline: by when, as printed, "; " between several; "" where the text does not say.
        quantity: how much, likewise.
    """

    cue: Cue
    token: Token
    lemma: str
    aim: str
    agents: tuple[ActorRef, ...]
    object: Span | None
    negative: bool
    source: str | None = None
    recipient: Mention | None = None
    condition: Span | None = None
    start: int = -1
    end: int = -1
    deadline: str = ""
    quantity: str = ""
