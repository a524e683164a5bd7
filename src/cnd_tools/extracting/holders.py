"""Who holds a position: the holders named before a verb, or after its "by", each with how many of them there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from cnd_tools.extracting.clauses import NOUNS, child, coordinated, subject
from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.setting import Party
from cnd_tools.extracting.vocabulary import Vocabulary

# Types of actor that are one however many stand behind them; the rest are as many as their noun says.
SINGLE = frozenset(("country", "groups", "person", "un", "organization", "region"))
# What comes after one of these says which holder is meant and is no holder itself: "speakers from Africa", "(Norway)".
_NESTS = frozenset(("IN", "TO", "WDT", "WP", "WP$", "-LRB-", "VBG", "VBN"))


@dataclass(frozen=True, slots=True)
class Holder:
    """One holder of a position.

    Attributes:
        actor: canonical id, None for a pronoun that stands for nobody named in the point.
        text: the words that name it.
        start: first token of those words.
        end: one past the last.
        extent: how many they are.
        stance: "" for the verb's own, or what "supported by" and "opposed by" make of it.
        mention: the mention, where there is one.
    """

    actor: str | None
    text: str
    start: int
    end: int
    extent: str
    stance: str = ""
    mention: Mention | None = None


class Named:
    """The mentions of a Doc, by the token they hang by and by the token they begin with."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], words: Vocabulary) -> None:
        self.doc = doc
        self.words = words
        self.mentions = tuple(mentions)
        self.at: Mapping[int, tuple[Mention, ...]] = _by(mentions)
        self._over = {at: (m,) for m in mentions for at in range(m.start, m.end)}

    def of(self, head: Token) -> tuple[Mention, ...]:
        """Return the mentions that hang by this noun, or by the noun it speaks for ("representative of Norway")."""
        own = self.at.get(head.i, ()) or (self._over.get(head.i, ()) if head.tag_ in ("NNP", "NNPS") else ())
        if self.words.find(head, "noun", "holder"):
            spoken_for = [m for one in _after(head) for m in self.at.get(one.i, ()) if m.type in SINGLE]
            return tuple(spoken_for) or own
        counted = self.counted(head) if not own else None
        return self.at.get(counted.i, ()) if counted is not None else own

    def counted(self, head: Token) -> Token | None:
        """Return the noun that a quantity is of: "a number of delegations", "most of the speakers"."""
        if self.words.find(head, "extent"):
            for one in head.rights:
                if one.dep_ == "prep" and one.lower_ == "of":
                    return child(one, "pobj")
        return None

    def agents(self, head: Token) -> tuple[Mention, ...]:
        """Return the mentions that hang by this noun and those coordinated with it, in order of the text."""
        return tuple(m for one in coordinated(head) for m in self.of(one))

    def parties(self, head: Token | None) -> tuple[Party, ...]:
        """Return those a noun names, and those coordinated with it, as parties; a pronoun's are its antecedent's."""
        if head is None:
            return ()
        found = self.agents(head)
        if not found and head.tag_ in ("PRP", "DT", "PDT"):
            earlier = self.antecedent(head)
            return () if earlier is None else self.parties(earlier)
        return tuple(Party(m.actor, self.doc[m.start : m.end].text, m) for m in found)

    def antecedent(self, pronoun: Token) -> Token | None:
        """Return the nearest earlier subject that a pronoun may stand for, agreeing in number, or None.

        Subjects are what a text goes on about (Hobbs 1978 comes to the same for these texts).
        """
        plural = pronoun.lower_ in ("they", "them", "these", "those", "all", "both")
        own = (
            subject(pronoun.head) if pronoun.dep_ in ("dobj", "iobj", "dative") else None
        )  # "A thanked B and asked it"
        for token in reversed(self.doc[: pronoun.i]):
            if token.head is pronoun.head or _many(token) != plural or token == own:
                continue
            named = bool(self.agents(token))
            if (self._topical(token) and (named or token.tag_ in NOUNS)) or (named and own is not None):
                return token
        return None

    def _topical(self, noun: Token) -> bool:
        """Whether a noun is what its clause is about: a subject, or whom a directive addresses."""
        if noun.dep_ in ("nsubj", "nsubjpass"):
            return True
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        return noun.dep_ in ("dobj", "pobj") and self.words.find(verb, "verb", "direct") is not None

    def can_hold(self, subject: Token) -> bool:
        """Whether a subject names somebody, or is a pronoun for somebody."""
        return bool(self.agents(subject)) or subject.tag_ in ("PRP", "NNP", "NNPS")

    def before(self, verb: Token, subject: Token) -> Iterator[Holder]:
        """Yield the holders named from the subject's first word to the verb, with those who join or oppose them."""
        first = subject.head if subject.i < subject.head.i < verb.i else verb
        yield from self._scan(subject.left_edge.i, first.i, subject)

    def inverted(self, subject: Token) -> Iterator[Holder]:
        """Yield the holders named after the verb: "said one delegate"."""
        for head in coordinated(subject):
            yield from self._holders(head, "")

    def after(self, by: Token) -> Iterator[Holder]:
        """Yield the holders that a preposition ("by") governs."""
        for one in by.children:
            if one.dep_ in ("pobj", "pcomp"):
                for head in coordinated(one):
                    yield from self._holders(head, "")

    def _scan(self, start: int, end: int, subject: Token) -> Iterator[Holder]:
        stance, nested, index = "", False, start
        seen: set[int] = set()
        while index < end:
            token = self.doc[index]
            ally = self.words.find(token, "verb", "ally")
            if ally:
                stance, nested, index = ally.field("stance"), False, index + len(ally.words)
                continue
            if _joins(token):
                nested = False
            elif token.tag_ in _NESTS and token.i > subject.left_edge.i and self.doc[token.i - 1].lower_ != "behalf":
                nested = True
            elif not nested and (token.i == subject.i or (token.i in self.at and token.i not in seen)):
                seen.add(token.i)
                yield from self._holders(token, stance)
            index += 1

    def _holders(self, head: Token, stance: str) -> Iterator[Holder]:
        found = self.of(head)
        for mention in found:
            extent = self.extent(head, mention.type)
            span = self.doc[min(mention.start, head.i) : max(mention.end, head.i + 1)]
            yield Holder(mention.actor, span.text, span.start, span.end, extent, stance, mention)
        if found:
            return
        counted = head.tag_ in ("DT", "JJ", "JJS", "NNS", "NN") and self.words.find(head, "extent")
        if counted:  # "others", "many": of those who spoke before
            yield Holder(None, head.text, head.i, head.i + 1, counted.entry.id, stance)
            return
        new = self._unlisted(head)
        if new is not None:
            yield Holder(new.actor, head.text, head.i, head.i + 1, self.extent(head, new.type), stance, new)
        elif head.tag_ == "PRP":
            yield Holder(None, head.text, head.i, head.i + 1, self.extent(head, "person"), stance)

    def _unlisted(self, head: Token) -> Mention | None:
        """A holder the lexicon does not know: a name, or a noun that the lexicon says can hold a position."""
        at = (head.i, head.i + 1, head.i)
        if head.tag_ in ("NNP", "NNPS"):
            name = re.sub(r"\W+", "_", head.text.lower()).strip("_")
            if head.text.istitle() and head.left_edge.i == head.i:
                return Mention(*at, f"person:{name}", head.text, "person", "holder:name")
            return Mention(*at, name, head.text, "organization", "holder:name") if name else None
        if self.words.find(head, "noun", "holder"):
            name = head.lower_ if head.tag_ == "NNS" else f"{head.lemma_}s"
            return Mention(*at, name, name.capitalize(), "meeting", "holder:noun")
        return None

    def extent(self, head: Token, kind: str) -> str:
        """Return how many are said to hold it, by the words before the noun and by the noun itself."""
        if head.tag_ == "PRP":
            return "unqualified" if head.lower_ in ("they", "we") else "one"
        for token in self._quantifiers(head):
            word = self.words.find(token, "extent")
            if word and (word.entry.id != "one" or not _many(head)):
                return word.entry.id
        if self.words.find(head, "noun", "body"):
            return "consensus"
        if kind in SINGLE or not _many(head):
            return "one"
        return "unqualified"

    def _quantifiers(self, head: Token) -> Iterator[Token]:
        start = head.left_edge.i
        if self.counted(head) is not None:
            return iter(self.doc[start : head.i + 1])
        prep = head.head
        if head.dep_ == "pobj" and prep.lower_ == "of" and prep.head.tag_ in (*NOUNS, "JJ", "JJS", "DT"):
            start = prep.head.left_edge.i
        return iter(self.doc[start : head.i])


def _many(noun: Token) -> bool:
    """Whether a noun is plural; models tag the "States" of "Member States" as one name."""
    plural = noun.tag_ in ("NNS", "NNPS") or (noun.tag_ == "NNP" and noun.lower_.endswith("s") and not noun.is_upper)
    return plural or any(one.dep_ == "conj" for one in noun.rights)


def _by(mentions: Sequence[Mention]) -> dict[int, tuple[Mention, ...]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.root, []).append(mention)
    return {root: tuple(here) for root, here in found.items()}


def _joins(token: Token) -> bool:
    return token.text in (",", ")", ";") or token.lower_ in ("with", "for", "behalf", "also")


def _after(head: Token) -> Iterator[Token]:
    for one in head.rights:
        if one.dep_ == "prep" and one.lower_ in ("of", "for", "from"):
            for two in one.children:
                if two.dep_ == "pobj":
                    yield from coordinated(two)
