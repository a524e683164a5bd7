"""What a noun says of those who hold a position: who they are where the lexicon has them not, and how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Span, Token

from cnd_tools.extracting.actors.gazetteer import own_id
from cnd_tools.extracting.actors.unlisted import PEOPLE, unlisted_party
from cnd_tools.extracting.context import SINGLE, PointContext
from cnd_tools.extracting.grammar.clauses import FINITE, NOUNS, VERBS, child, first_of, neighbour
from cnd_tools.extracting.grammar.delegates import spoken_for
from cnd_tools.extracting.grammar.number import many, plural
from cnd_tools.extracting.matches import BODIES, Mention
from cnd_tools.extracting.rulebook import rule

ADJUNCT = frozenset(("IN", "VBN", "VBG", "TO", "RB", "WRB"))  # tags of the first word of an adjunct
_ROMAN = re.compile("[IVX]+")
_LONGEST_NAME = 4  # words of a person's name: "Ana Maria de Lind"
_OFFICE = 14  # tokens at most after a name in which its office is named


@rule("source.unlisted")
def unlisted(head: Token, context: PointContext) -> Mention | None:
    """Return a holder the lexicon does not know: a name, or a noun that the lexicon says can hold a position."""
    at = (head.i, head.i + 1, head.i)
    gathering = _conference(head, context) or _gathering(head, context)
    if gathering is not None:
        return gathering
    kind = context.words.find(head, "head")
    role = kind.field("role") if kind is not None else ""
    text = role == "instrument"
    if (text or head.tag_ == "NN") and _body(head, context):
        return Mention(*at, own_id(head.lower_), head.text.capitalize(), "meeting", "holder:body")
    if text or role == "style":
        return None  # "the Universal Declaration recognizes": a text holds nothing; "Her Excellency Ms. Lind" is one
    if head.tag_ in ("NNP", "NNPS") or _read_as_plural(head, context):
        return _named(head, context)
    if context.words.find(head, "noun", "holder") or _seated(head, context):
        name = head.lower_ if head.tag_ == "NNS" else f"{head.lemma_}s"
        return Mention(*at, name, name.capitalize(), "meeting", "holder:noun")
    return unlisted_party(head, context.words, context.countries)


@rule("source.read_as_plural")
def _read_as_plural(head: Token, context: PointContext) -> bool:
    """Whether a family name in "s" was read as a plural at the start: "Guterres said"; not "Speakers said"."""
    opens = head.tag_ == "NNS" and head.is_sent_start and head.text.istitle() and head.left_edge == head
    return bool(opens) and context.words.find(head, "noun") is None and head.lemma_.lower() not in context.words.nouns


@rule("source.the_body")
def _body(head: Token, context: PointContext) -> bool:
    """Whether a noun is an organ that the text goes on about: "the conference decided"; not "a meeting of experts"."""
    the = any(one.lower_ == "the" for one in head.lefts) and head.dep_ in ("nsubj", "nsubjpass", "pobj")
    alone = not any(one.dep_ in ("compound", "amod", "nmod", "prep") for one in head.children)
    acts = head.head.lemma_ != "be"  # "the meeting was open to all"
    return the and alone and acts and context.words.find(head, "noun", "body") is not None


@rule("source.conference")
def _conference(head: Token, context: PointContext) -> Mention | None:
    """A conference that holds something under a name of its own: "the World Conference on Fisheries urged".

    As an event it is nobody; only who says that it holds something makes a holder of it.
    """
    first, end = head.left_edge, max(context.titles.get(head.i, 0), head.i + 1)
    named = head.tag_ == "NNP" or end > head.i + 1
    if not named or first.lower_ != "the" or context.words.find(head, "noun", "body", "gathering") is None:
        return None
    if head.dep_ not in ("nsubj", "nsubjpass") or not _speaks(head, context):
        return None
    words = context.doc[first.i + 1 : end]
    capitals = all(one.text[0].isupper() for one in words if one.i <= head.i)
    name = Mention(first.i + 1, end, head.i, own_id(words.text), words.text, "meeting", "holder:body")
    return name if capitals and len(words) > 1 else None


def _seated(head: Token, context: PointContext) -> bool:
    """Whether a noun names those who have a seat, in no other words: "some members", not "crew members"."""
    plain = not any(one.dep_ in ("compound", "nmod") for one in head.lefts)
    return (
        plain
        and context.words.find(head, "noun", "seat") is not None
        and unlisted_party(head, context.words, context.countries) is None
    )


def _named(head: Token, context: PointContext) -> Mention | None:
    """The holder a name is of: a person, or what has a name of its own."""
    if _ROMAN.fullmatch(head.text) or (head.tag_ == "NNPS" and neighbour(head).lower_ == "of"):
        return None  # "Working Group II": a number of one that has a name; "Heads of delegation"
    at, full = (head.i, head.i + 1, head.i), _full_name(head)
    if head.left_edge == head and context.words.find(head, "noun", "body") and head.dep_ in ("nsubj", "nsubjpass"):
        return Mention(*at, own_id(head.lower_), head.text, "meeting", "holder:body")  # "Council also commends"
    office = person_with_office(head, context)
    if office or (head.text.istitle() and head.left_edge.i == head.i):
        start = min(full.start, head.i - 1) if office else head.i
        return Mention(start, *at[1:], f"person:{own_id(head.text)}", head.text, "person", "holder:name")
    if full.start == head.left_edge.i < head.i and _after_particles(head, full, context):
        return Mention(full.start, *at[1:], f"person:{own_id(full.text)}", full.text, "person", "holder:name")
    name = own_id(full.text)
    return Mention(full.start, head.i + 1, head.i, name, full.text, "organization", "holder:name") if name else None


@rule("source.name_with_particle")
def _after_particles(head: Token, name: Span, context: PointContext) -> bool:
    """Whether nothing but particles stands before a family name: "De la Cruz"."""
    kinds = [context.words.find(one, "head") for one in name if one.i < head.i]
    return all(kind is not None and kind.field("role") == "particle" for kind in kinds)


@rule("source.gathering")
def _gathering(head: Token, context: PointContext) -> Mention | None:
    """A gathering that holds something as one: "the workshop recommended that"; not "the session concluded at noon"."""
    before = neighbour(head, -1)
    double = context.words.find(before, "noun", "body", "gathering") if before.i < head.i else None
    two_words = double is not None and len(double.words) > 1
    named = head.tag_ in ("NN", "NNS") or (head.tag_ == "NNP" and before.lower_ == "the")
    if unlisted_party(head, context.words, context.countries) is not None:
        return None
    if (
        not named
        or not (two_words or context.words.find(head, "noun", "body", "gathering"))
        or not _speaks(head, context)
    ):
        return None
    start = before.i if two_words else head.i
    while head.doc[start - 1].dep_ == "compound" and head.doc[start - 1].tag_ == "NN" and start > head.left_edge.i:
        start -= 1  # "the drafting group"
    words = head.doc[start : head.i + 1]
    name = own_id(words.text.lower())
    return Mention(start, head.i + 1, head.i, name, name.replace("_", " ").capitalize(), "meeting", "holder:noun")


@rule("source.exchange")
def exchange(head: Token, context: PointContext) -> bool:
    """Whether a noun is what was said, by whom nobody says: "the discussions highlighted the need for data"."""
    says = context.words.find(first_of(head).head, "verb", "say", "direct") is not None
    return says and context.words.find(head, "noun", "exchange") is not None and _speaks(head, context)


def _speaks(gathering: Token, context: PointContext) -> bool:
    """Whether a gathering says something, and does not only begin, end or exist."""
    verb = first_of(gathering).head
    says = any(one.dep_ in ("dobj", "ccomp", "xcomp", "prep", "prt") for one in verb.rights)
    saying = context.words.find(verb, "verb", "say", "direct", "voice", "utter") is not None
    thing, clause = child(verb, "dobj"), child(verb, "ccomp")
    if clause is not None and clause.tag_ == "VB" and context.words.find(verb, "verb", "claim"):
        return False  # "the session saw the Board agree on a plan"
    does = not saying and thing is not None and (clause is None or thing.i < clause.i)  # "held a panel discussion"
    return verb.tag_ in VERBS and says and not does


@rule("source.person_with_office")
def person_with_office(head: Token, context: PointContext) -> bool:
    """Whether a name of two words or more is a person's: an office stands after it, "Ana Lind, Head of the Unit,"."""
    doc, start = head.doc, head.i
    while start > head.sent.start and doc[start - 1].tag_ == "NNP" and head.i - start < _LONGEST_NAME:
        start -= 1
    words = doc[start : head.i + 1]
    plain = all(one.tag_ == "NNP" and one.text[0].isupper() and len(one) > 1 for one in words)
    if not plain or not 1 < len(words) <= _LONGEST_NAME or any(context.words.find(one, "head") for one in words):
        return False
    if neighbour(head).lower_ in ("of", "from"):
        return _of_a_body(head, context)
    if neighbour(head).text != ",":
        return False
    after = list(takewhile(lambda one: one.text != "," and one.tag_ not in FINITE, doc[head.i + 2 : head.i + _OFFICE]))
    if _for_a_state(head, after, context):
        return True
    return any(context.words.find(one, "noun", "person", "holder") or titled_word(one, context) for one in after)


@rule("source.person_of_state")
def _for_a_state(name: Token, after: list[Token], context: PointContext) -> bool:
    """Whether only a State stands between a name and what is done: "Ana Lind, Norway, underscored the costs"."""
    states = [one for one in after if any(m.type == "country" for m in context.at.get(one.i, ()))]
    if len(states) != 1 or name.is_upper or context.named_one(name) or name.i in context.at:
        return False
    last = max(m.end for m in context.at[states[0].i]) - 1
    comma = neighbour(name.doc[last])
    alone = all(one.tag_ == "DT" or context.named_one(one) for one in after)
    return alone and comma.text == "," and neighbour(comma).tag_ in FINITE


def _of_a_body(head: Token, context: PointContext) -> bool:
    """Whether a name is of somebody who comes from a body: "Pablo Ruiz of the Permanent Mission of Peru"."""
    after = takewhile(lambda one: one.text != "," and one.tag_ not in FINITE, head.doc[head.i + 2 : head.i + _OFFICE])
    kinds = (context.words.find(one, "head") for one in after)
    return any(kind is not None and kind.field("role") in ("organization", "mission") for kind in kinds)


def titled_word(token: Token, context: PointContext) -> bool:
    """Return whether a word is a title or an office: "Director", "Rapporteur"."""
    word = context.words.find(token, "head")
    return word is not None and word.field("role") in ("title", "officer")


def _full_name(head: Token) -> Span:
    """A name of three words or more, "Penal Reform International", or an office as it stands; else its head alone."""
    start = head.i
    if head.left_edge.lower_ == "the" and head.left_edge.i < head.i - 1:
        return head.doc[head.left_edge.i + 1 : head.i + 1]  # "the Deputy Director"
    while start > head.left_edge.i and head.doc[start - 1].dep_ == "compound" and head.doc[start - 1].tag_ == "NNP":
        start -= 1
    return head.doc[start if head.i - start > 1 else head.i : head.i + 1]


@rule("source.spoken_for")
def body_spoken_for(head: Token, context: PointContext) -> Mention | None:
    """Return the body without a name of its own that somebody speaks for: "the representative of a farmers’ union".

    Args:
        head: the noun for whoever speaks.
        context: the point.
    """
    if not context.words.find(head, "noun", "holder"):
        return None
    for one in spoken_for(head, context.lexicon):
        kind = context.words.find(one, "head")
        start = one.left_edge.i
        while context.doc[start].tag_ in ("DT", "CD", "PRP$"):
            start += 1
        if kind is not None and kind.field("role") == "organization" and start < one.i:
            words = context.doc[start : one.i + 1]
            return Mention(start, one.i + 1, one.i, own_id(words.text), words.text, "organization", "holder:body")
        people = unlisted_party(one, context.words, context.countries) if one.i not in context.at else None
        if people is not None:  # "a representative of the cannery workers"
            return people
    return None


def extent(head: Token, kind: str, context: PointContext) -> str:
    """Return how many are said to hold it, by the words before the noun and by the noun itself.

    Args:
        head: the noun or pronoun.
        kind: the actor's type.
        context: the point.
    """
    if head.lower_ == "we" and context.speaker is not None:
        return "one" if context.speaker.alone else "consensus"  # a declaration is that of all who make it
    if head.tag_ == "PRP":
        body = head.lower_ == "it" and kind == "meeting"  # "The Council met. It asked": as a whole, like the Council
        return "unqualified" if head.lower_ in ("they", "we") else "consensus" if body else "one"
    found = [word.entry.id for token in _quantifiers(head, context) if (word := context.words.find(token, "extent"))]
    for name in sorted(found, key="one".__eq__):  # "a number of": what says more than the article comes first
        if name != "one" or not plural(head):
            return name
    return _of_one(head, kind, context)


def _of_one(head: Token, kind: str, context: PointContext) -> str:
    """How many hold something where nothing counts them: a person is one, a body or gathering speaks as a whole."""
    before = neighbour(head, -1)  # "the Working Party"
    person = context.words.find(head, "noun", "person", "holder") if not many(head) else None
    if person is not None and person.entry.id in (PEOPLE, "holder"):
        return "one"  # "the Committee Chairman"
    if context.words.find(head, "noun", "body") or (not many(head) and context.words.find(before, "noun", "body")):
        return "consensus"
    # "the Panel"; "the African Group" is a group
    unnamed = kind in ("meeting", "society") or (kind == "organization" and before.lower_ == "the")
    met = context.words.find(head, "noun", "gathering") or context.words.find(before, "noun", "gathering")
    if unnamed and met and not many(head):
        return "consensus"
    return "one" if kind in SINGLE or not plural(head) else "unqualified"


def _quantifiers(head: Token, context: PointContext) -> Iterator[Token]:
    """The words that may say how many: those before the noun, or the quantity it is of, "a number of delegations"."""
    start, end = head.left_edge.i, head.i
    start = max([start, *(token.i + 1 for token in context.doc[start:end] if token.is_punct and token.text != "-")])
    prep = head.head
    if context.counted(head) is not None:
        end += 1
    elif head.dep_ == "pobj" and prep.lower_ == "of" and prep.head.tag_ in (*NOUNS, "JJ", "JJS", "DT"):
        start = prep.head.left_edge.i
    # "Group of 77" is no group of them
    return (token for token in context.doc[start:end] if not context.named_one(token))


def says_whose(token: Token, context: PointContext) -> bool:
    """Return whether a name before a noun only says whose it is: "Peru’s Minister", "the United States representative".

    Args:
        token: the name.
        context: the point.
    """
    if token.dep_ not in ("compound", "amod", "nmod"):
        return token.dep_ == "poss"
    kind = context.words.find(token.head, "noun", "holder") is not None
    return (kind and any(one.root == token.i for one in context.of(token.head))) or _organ_of(token, context)


@rule("source.organ_of")
def _organ_of(token: Token, context: PointContext) -> bool:
    """Whether a body's name only says whose organ speaks: "the Human Rights Council working group urged"."""
    bodies = any(one.type in BODIES for one in context.at.get(token.i, ()))
    if not bodies or token.head.i < token.i:
        return False
    organs = context.at.get(token.head.i) or (unlisted(token.head, context),)
    return any(one is not None and one.type in ("meeting", "society") and one.start > token.i for one in organs)


@rule("source.thing")
def holds_nothing(subject: Token, context: PointContext) -> bool:
    """Whether a subject is a thing, of which somebody is named: "the experience of Peru and Togo showed"."""
    if subject.tag_ not in ("NN", "NNS") or context.of(subject) or unlisted(subject, context) is not None:
        return False
    if statement(subject, context):
        return False
    of = next((one for one in subject.rights if one.dep_ == "prep" and one.lower_ == "of"), None)
    whose = child(of, "pobj") if of is not None else None
    return whose is not None and bool(context.of(whose)) and context.words.find(subject, "extent") is None


@rule("source.statement")
def statement(head: Token, context: PointContext) -> bool:
    """Return whether a noun is what somebody said, who holds what it says: "Mali's statement stressed the costs"."""
    says = context.words.find(head.head, "verb", "say", "direct") is not None and head.dep_ == "nsubj"
    return says and context.words.find(head, "noun", "statement") is not None


def stands_for_organ(mention: Mention, context: PointContext) -> bool:
    """Return whether a pronoun stands for an organ, which speaks as a whole: "The Council met. It asked"."""
    bodies = context.words.table("noun", "body")
    return mention.pronoun and any(word.lower() in bodies for word in mention.name.split())


@rule("source.past_adjunct")
def past_adjunct(first: Token, end: int, context: PointContext) -> Token:
    """Return the first word of whoever speaks after an adjunct that no comma ends: "On fees the delegate of Peru"."""
    if first.tag_ in ADJUNCT:
        for one in first.doc[first.i + 2 : end - 1]:
            apart = one.lower_ in ("the", "a", "one") and neighbour(one, -1).tag_ in NOUNS | {"CD"}
            if apart and context.words.find(neighbour(one), "noun", "holder") is not None:
                return one
    return first


def quoted(pronoun: Token) -> bool:
    """Return whether a pronoun is of the first person in what is quoted: “We have to vote,” said Peru, who is named."""
    if pronoun.lower_ not in ("i", "we"):
        return False
    marks = [one for one in pronoun.sent if one.i < pronoun.i and (one.tag_ in ("``", "''") or one.text in ("“", "”"))]
    return (bool(marks) and marks[-1].tag_ == "``") or (bool(marks) and marks[-1].text == "“")
