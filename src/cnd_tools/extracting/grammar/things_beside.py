"""Things that one verb acts on together: "peace, security and stability" is one object (annotation guidelines)."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Span, Token

from cnd_tools.extracting.grammar.clauses import NOUNS, child, coordinated, neighbour, noun_phrase
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule

_MOST = 4  # things of one object; what is longer is a list
_JOINS = frozenset(("and", "or"))


@rule("object.things_beside")
def with_those_beside(phrase: Span, head: Token, words: WordClasses | None = None) -> Span:
    """Return a noun's phrase with the nouns coordinated with it, where nothing else parts them.

    "Strengthen the functioning and governance of these organs"; of "the making of nets and the mending of lamps", whose
    first has a phrase of its own, the first alone.

    Args:
        phrase: the noun's own phrase.
        head: the noun.
        words: the word classes, where a verb may have been read as part of a noun: "build roads, train judges".
    """
    last = phrase[-1]
    if last != head and last.dep_ == "pobj" and neighbour(last).text == ",":
        inner = with_those_beside(noun_phrase(last), last, words)  # "all forms of neglect, abuse and violence"
        return phrase.doc[phrase.start : max(inner.end, phrase.end)]
    if phrase.end != head.i + 1 or head.tag_ not in NOUNS:
        return phrase
    doc, end, whole = phrase.doc, phrase.end, phrase.end
    for other in islice(coordinated(head, _MOST * 2), 1, _MOST * 2):
        between = doc[end : other.left_edge.i]
        if other.i < end or other.tag_ not in NOUNS or not _joint(between) or _begins_with_verb(other, words):
            break
        end = noun_phrase(other).end
        whole = end if _joins(between) else whole
        if end != other.i + 1:
            break
    return doc[phrase.start : _with_of(whole, head)]


def _with_of(end: int, head: Token) -> int:
    """Where things end with what "of" after the last of them governs, which a parser may hang by the first."""
    of = head.doc[end] if head.i + 1 < end < len(head.doc) else None
    thing = child(of, "pobj") if of is not None and of.lower_ == "of" and of.head == head else None
    return noun_phrase(thing).end if thing is not None else end


def _joint(between: Span) -> bool:
    """Whether only a comma, "and" or "or" stands between two nouns."""
    return 0 < len(between) <= 2 and all(one.text == "," or one.lower_ in _JOINS for one in between)


def _joins(between: Span) -> bool:
    return between[-1].lower_ in _JOINS


def _begins_with_verb(noun: Token, words: WordClasses | None) -> bool:
    """Whether the first word of a noun's phrase may be a verb that was read as a noun: "…, and issue permits"."""
    first = noun.left_edge
    beside = first is not noun and first.dep_ in ("compound", "amod", "nmod") and neighbour(first).tag_ in NOUNS
    if words is None or not beside or not words.is_verb(first.lower_):
        return False
    seldom = words.printed(first, "verb", "acting") is not None
    return seldom or (first.lower_ not in words.nouns and first.lower_ not in words.adjectives)
