"""Persons who are named without a title or an office: "Ana Ruiz briefed the Council", "a message by Juan Soto".

Press releases and bulletins name the speakers of a panel so. A parse is needed: that a name of two words is a person's
is told by what is done under it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import takewhile

from spacy.tokens import Doc, Token

from cnd_tools.extracting.actors.gazetteer import own_id
from cnd_tools.extracting.grammar.clauses import FINITE, NOUNS, VERBS, first_of, neighbour
from cnd_tools.extracting.grammar.columns import numbers, tokens_with
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule

_NAME = numbers(("NNP",))
_PLACES = frozenset(("nsubj", "nsubjpass", "pobj", "conj", "appos"))
_BEFORE = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "CD", "``"))
_LIST = frozenset((",", ";", "and"))
_JOINS = ("-", "’", "'")
_LONGEST = 8  # tokens of a name: "Ana-Maria de la Cruz-Soto"
_OFFICE = 12  # tokens after a name in which the office is named
_SPEAKS = ("say", "direct", "voice", "claim", "rate", "tell", "promise", "stage")


@rule("actor.person_by_deed")
def bare_persons(
    doc: Doc, taken: Collection[int], words: WordClasses, *, held: Collection[int] = ()
) -> Iterator[Mention]:
    """Yield persons with a first name and no title, told by what they do at a meeting or what they are said to be.

    Args:
        doc: the text of a point, parsed.
        taken: its tokens that name somebody or something already.
        words: the lexicon as the extractors use it.
        held: one past the last tokens of offices, after which stands who holds them.
    """
    before: Mention | None = None
    for last in tokens_with(doc, "TAG", _NAME):
        if last.dep_ not in _PLACES or last.i in taken or (start := _start(last, taken, held, words)) is None:
            continue
        foreign = any(_foreign(one, words) for one in doc[start : last.i + 1])
        foreign = foreign or (start > 0 and _called(doc[start - 1], words))  # "envoy Todd Stern"
        told = (foreign and (start in held or _acts(last, words))) or _told_of(last, words, sure=not foreign)
        if told or (before is not None and _goes_on(last, before, doc, foreign=foreign)):
            before = _person(doc, start, last, words)
            yield before


def _start(last: Token, taken: Collection[int], held: Collection[int], words: WordClasses) -> int | None:
    """Where a name begins that ends at a token and has a first name; None where it is none of a person."""
    doc, start, count = last.doc, last.i, 1
    if not _part(last, words) or neighbour(last).text in (*_JOINS, "/") or neighbour(last).tag_ in ("NN", "NNS", "NNP"):
        return None
    while start > last.sent.start and last.i - start < _LONGEST:
        before = doc[start - 1]
        inside = (before.text in _JOINS and not before.whitespace_) or _particle(before, words)
        if before.i in taken or not (inside or (before.tag_ == "NNP" and _part(before, words))):
            break
        count += not inside
        start -= 1
    alone = start == last.sent.start or start in held or doc[start - 1].tag_ not in _BEFORE
    alone = alone or _called(doc[start - 1], words)
    return start if count > 1 and alone and doc[start].text[0].isupper() else None


@rule("actor.called_before_name")
def _called(before: Token, words: WordClasses) -> bool:
    """Whether a noun before a name says in small letters what somebody is: "climate envoy Ana Ruiz"."""
    return before.tag_ == "NN" and before.dep_ == "compound" and before.text.islower() and is_office(before, words)


def _part(word: Token, words: WordClasses) -> bool:
    """Whether a word may be part of a person's name: it has a capital and is no title, body or instrument."""
    text = word.text
    shouted = text.isupper() and len(text) > 1
    plain = text[0].isupper() and text.replace(".", "").isalpha() and not shouted
    return plain and (words.find(word, "head") is None or _particle(word, words))


def _particle(word: Token, words: WordClasses) -> bool:
    kind = words.find(word, "head")
    return kind is not None and kind.field("role") == "particle"


def _foreign(word: Token, words: WordClasses) -> bool:
    """Whether a word is none of the English language: "Ruiz", not "Climate Action"."""
    plain = word.lower_
    return len(plain) > 2 and not (plain in words.nouns or plain in words.verbs or plain in words.adjectives)


def _acts(last: Token, words: WordClasses) -> bool:
    """Whether somebody speaks or presents under a name, or has a message: "Ana Ruiz moderated", "made by Ana Ruiz"."""
    if last.dep_ == "nsubj":
        return last.head.tag_ in FINITE | VERBS and words.find(last.head, "verb", *_SPEAKS) is not None
    by = last.head
    if last.dep_ != "pobj" or by.lower_ not in ("by", "from"):
        return False
    told = verb_of(by.head, words) if by.head.tag_ in NOUNS else None  # "a briefing by Ana Ruiz"
    speech = told in words.table("verb", "tell") or words.find(by.head, "noun", "speech", "saying") is not None
    return speech or (by.lower_ == "by" and words.find(by.head, "verb", *_SPEAKS) is not None)


def _told_of(last: Token, words: WordClasses, *, sure: bool) -> bool:
    """Whether it is said after a comma what somebody is: "Ana Ruiz and Juan Soto, the coordinators of the group,"."""
    first = first_of(last)
    if sure and first.dep_ not in ("nsubj", "nsubjpass") and first.head.lower_ not in ("by", "from"):
        return False  # "the Minister of Economic Development, Chair of the Bank"
    joined = (two for one in (last, *last.conjuncts) for two in one.rights)
    if any(one.dep_ == "appos" and one.i > last.i + 1 and is_office(one, words) for one in joined):
        return True
    if sure or neighbour(last).text != "," or last.dep_ == "pobj":
        return False
    after = last.doc[last.i + 2 : last.i + _OFFICE]
    begins = next(iter(after), None)
    if begins is None or not (begins.tag_ == "DT" or begins.text[0].isupper()):
        return False
    office = takewhile(lambda one: one.text not in (",", ";", ".") and one.tag_ not in FINITE, after)
    return any(is_office(one, words) for one in office)


def is_office(word: Token, words: WordClasses) -> bool:
    """Return whether a word is of an office or of what somebody is: "Director", "coordinator".

    Args:
        word: the word.
        words: the lexicon as the extractors use it.
    """
    kind = words.find(word, "head")
    titled = kind is not None and kind.field("role") in ("title", "officer", "post")
    return titled or words.find(word, "noun", "person", "holder") is not None


def _goes_on(last: Token, before: Mention, doc: Doc, *, foreign: bool) -> bool:
    """Whether a list of persons goes on over some words: "and", ",", "(on behalf of Peru),"; not to where one is of."""
    between = doc[before.end : last.left_edge.i]
    joined = last.dep_ == "conj" and before.start <= last.head.i < before.end
    if not joined and not (foreign and any(token.text == "(" or token.tag_ == "CC" for token in between)):
        return False  # "Ana Ruiz, Margaree Consultants, said", "the Minister, Ana Ruiz, and Economic Development"
    depth, plain = 0, list[str]()
    for token in between:
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and token.text != ")":
            plain.append(token.lower_)
    return bool(plain) and len(plain) <= len(_LIST) and _LIST.issuperset(plain)


def _person(doc: Doc, start: int, last: Token, words: WordClasses) -> Mention:
    """The person under a name; the family name is its last word, with what a hyphen or a particle joins to it."""
    family = last.i
    while family - 1 > start and (doc[family - 1].text in _JOINS or _particle(doc[family - 1], words)):
        family -= 2 if doc[family - 1].text in _JOINS else 1
    name = own_id(doc[max(family, start) : last.i + 1].text)
    return Mention(start, last.i + 1, last.i, f"person:{name}", doc[start : last.i + 1].text, "person", "person:deed")
