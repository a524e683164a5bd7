"""Reading a clause: the subject, voice and polarity of a verb, what is asserted, and the phrase of a noun.

Steps on the tree (`tree`) are given on from here, so that a rule has its English from one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Span, Token

from cnd_tools.extracting.grammar.repairs import begins_infinitive, stranded_subject
from cnd_tools.extracting.grammar.tree import (
    ARTICLES,
    DEEPEST,
    FARTHEST,
    FINITE,
    NOUNS,
    VERBS,
    WIDEST,
    child,
    coordinated,
    first_of,
    neighbour,
    own_subject,
    subtree,
    tokens,
)
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule

__all__ = [
    "ARTICLES",
    "DEEPEST",
    "FARTHEST",
    "FINITE",
    "NOUNS",
    "VERBS",
    "asserted",
    "auxiliary",
    "bare_gerund",
    "child",
    "coordinated",
    "first_of",
    "negated",
    "neighbour",
    "noun_phrase",
    "own_subject",
    "passive",
    "repeated",
    "subject",
    "subtree",
    "tokens",
]

# What no phrase of a noun ends with (Penn Treebank tags): "efforts to", "its operation and", "vessels which".
_LOOSE_END = frozenset(("IN", "TO", "CC", "WDT", "WP", "WRB", "PRP$"))
_WHICH = frozenset(("of", "against"))  # "all forms of violence against women"
LOOSE = frozenset(("relcl", "acl", "appos", "advcl", "cc", "conj", "punct", "preconj"))


def subject(verb: Token) -> Token | None:
    """Return the verb's subject: its own, or that of the verb it is coordinated with or stands under."""
    for _ in range(8):
        found = own_subject(verb)
        found = found or stranded_subject(verb)
        if found is not None:
            return found
        if verb.dep_ not in ("conj", "xcomp", "aux", "auxpass"):
            return None
        if verb.dep_ == "xcomp" and child(verb.head, "dobj", "iobj") is not None:
            return None
        verb = verb.head
    return None


def passive(verb: Token) -> bool:
    """Whether the verb is passive, an auxiliary shared with the verb it is coordinated with included."""
    for _ in range(6):
        for one in islice(verb.lefts, WIDEST):
            if one.dep_ in ("auxpass", "nsubjpass", "csubjpass"):
                return True
        if verb.dep_ == "conj" and (child(verb, "dobj") or neighbour(verb).lower_ == "that"):
            return False  # "was concerned about …, and noted that"
        if verb.dep_ != "conj" or verb.tag_ not in ("VBN", "VBD") or child(verb, "nsubj", "aux"):
            return False
        verb = verb.head
    return False


def asserted(verb: Token, words: WordClasses) -> bool:
    """Whether the verb's clause states something: not a relative clause, a condition or a question.

    A relative clause states what its noun is said to be: "remains a responsibility that should be shared".
    """
    head = first_of(verb)
    mark = child(head, "mark")
    said = mark is not None and mark.lower_ == "that"  # "agreement that it must not be reduced" is no relative clause
    if head.dep_ in ("relcl", "acl") and not said and stranded_subject(head) is None:
        return head.head.dep_ == "attr"
    for one in head.lefts:
        if one.dep_ == "mark" and words.marker(one, "question"):
            return False
        asking = one.dep_ == "dobj" and one.left_edge.tag_ in ("WP", "WDT")  # "what form it should take"
        if asking or (one.tag_ in ("WRB", "WP", "WDT") and one != mark):
            return False
    return True


def joined_as_noun(token: Token, words: WordClasses) -> bool:
    """Whether a verb joined to another by "and" was read as a noun: "steps to end and address piracy"."""
    return token.tag_ == "NN" and words.is_verb(token.lower_) and neighbour(token, -1).tag_ == "CC"


def negated(verb: Token, words: WordClasses) -> bool:
    """Whether the verb, or an auxiliary of it, is negated."""
    for one in verb.children:
        if one.dep_ == "neg" and one.lower_ != "only" and not words.marker(neighbour(one), "merely"):
            return True
        if one.dep_ in ("aux", "auxpass") and any(two.dep_ == "neg" for two in one.children):
            return True
        if (one.tag_ == "TO" and neighbour(one, -1).lower_ == "not") or _denies_both(one):
            return True
        bearer = one.dep_ in ("dobj", "nsubj", "nsubjpass") or (one.dep_ == "attr" and child(verb, "expl") is not None)
        if bearer and (words.marker(one, "nobody") or any(_denies(two, words) for two in one.lefts)):
            return True
        before = one.i < verb.i or one.dep_ == "advmod"  # "should be postponed no longer"
        if one.dep_ in ("prep", "advmod") and before and words.marker(one.left_edge, "never"):
            return True
    return False


def _denies_both(word: Token) -> bool:
    """Whether "neither" stands before a verb: "shall neither fish nor trade"."""
    return word.dep_ == "preconj" and word.lower_ == "neither"


def _denies(word: Token, words: WordClasses) -> bool:
    """Whether a word before a noun denies it: "no child", "neither party"."""
    return word.lower_ == "no" or (word.dep_ in ("det", "preconj") and words.marker(word, "nobody") is not None)


def repeated(preposition: Token, end: int) -> Iterator[Token]:
    """Yield the preposition where it goes on: "a need for funds, for simpler forms and for advice".

    It goes on with a nearer one of the same word ("the importance of the care of infants and of mothers") unless a
    comma parts them or a gerund follows.

    Args:
        preposition: the first.
        end: where to stop looking.
    """
    doc, found, closed, nearer = preposition.doc, list[Token](), False, False
    for token in doc[preposition.i + 1 : min(end, preposition.i + FARTHEST)]:
        if token.tag_ in FINITE or token.text in (";", ":"):
            break
        if token.tag_ == "TO" and neighbour(token, -1).tag_ == "CC":
            closed = closed or bool(found)  # "for funds, for simpler forms and to train crews"
        if token.lower_ != preposition.lower_:
            continue
        before = neighbour(token, -1)
        parted = neighbour(before, -1).text == "," or neighbour(token).tag_ == "VBG"
        if before.text == "," or (before.tag_ == "CC" and (parted or not nearer)):
            found.append(token)
            closed = closed or before.tag_ == "CC"
        else:
            nearer = True
    yield from found if closed else ()


def bare_gerund(verb: Token) -> bool:
    """Whether a gerund only describes what stands before it: "to punish officers abusing their office"."""
    return verb.tag_ == "VBG" and verb.dep_ == "ccomp" and child(verb, "aux") is None


def auxiliary(verb: Token, tag: str) -> Token | None:
    """Return the verb's auxiliary with this tag ("MD", "TO"), or None."""
    for one in verb.lefts:
        if one.dep_ in ("aux", "auxpass") and (one.tag_ == tag or (tag == "TO" and begins_infinitive(one))):
            return one
    return None


def noun_phrase(head: Token) -> Span:
    """Return the noun with what stands before it and the prepositional phrases that say which, without clauses.

    "the barriers to cooperation that remain" gives "barriers to cooperation"; articles, quotation marks and loose
    modifiers at the edges are left out.
    """
    doc = head.doc
    start, end = head.left_edge.i, head.i + 1
    for one in head.lefts:
        if one.dep_ in LOOSE and one.dep_ not in ("cc", "conj", "punct"):
            start = max(start, one.right_edge.i + 1)
    end = _modified_end(head, end)
    while (
        start < head.i
        and doc[start + 1].text != "-"
        and (doc[start].dep_ in ("det", "predet", "punct", "advmod", "cc") or doc[start].is_punct)
    ):
        start += 1
    if start + 1 < head.i and doc[start + 1].text == ")" and doc[start - 1].text == "(":
        start += 2  # "(a) stronger data": the label of an item is no part of it
    end = _shared(head, _closed(head, start, end))
    while end > head.i + 1 and _loose(doc[end - 1], doc[start:end]):
        end -= 1
    return doc[start:end]


def _loose(last: Token, phrase: Span) -> bool:
    """Whether a phrase cannot end with this token: "efforts to", "vessels which", a bracket that none opened."""
    words = [one.text for one in phrase]
    opened = {")": "(", "]": "[", "”": "“"}.get(last.text)
    if opened is not None:
        return words.count(opened) < words.count(last.text)
    return last.is_punct or last.tag_ in _LOOSE_END or last.dep_ == "det"


def _shared(head: Token, end: int) -> int:
    """Where a phrase ends whose preposition waits for a noun it shares: "the storage of, access to, … the data"."""
    waiting = (one.i for one in tokens(head.doc, head.i + 1, end) if one.tag_ == "IN" and neighbour(one).text == ",")
    return next(waiting, end)


def _closed(head: Token, start: int, end: int) -> int:
    """Where a phrase ends that would end inside brackets: before them."""
    opened = [one.i for one in tokens(head.doc, start, end) if one.text in ("(", "[")]
    closed = sum(one.text in (")", "]") for one in tokens(head.doc, start, end))
    return opened[-1] if len(opened) > closed and opened[-1] > head.i else end


def _modified_end(head: Token, end: int) -> int:
    said = False
    for one in head.rights:
        if one.dep_ in ("prep", "case", "punct", "nummod") and one.i <= end + 1:
            if one.dep_ == "punct" and one.text == ",":
                break
            if one.dep_ == "prep" and child(one, "pobj", "pcomp") is None:
                break
            if one.dep_ == "prep" and said and one.lower_ not in _WHICH:
                break  # which one it is the first says: "the transfer of skills on fair terms"
            said = said or one.dep_ == "prep"
            end = max(end, _phrase_end(one))
        else:
            break
    return end


def _phrase_end(prep: Token) -> int:
    """One past the phrase of a preposition; only its nearest noun and what is coordinated with it."""
    end = prep.i + 1
    for one in prep.rights:
        if one.dep_ in ("pobj", "pcomp"):
            end = one.i + 1
            tree = subtree(one)
            clause = min((two.left_edge.i for two in tree if two.dep_ == "relcl"), default=len(prep.doc))
            for two in tree:
                if two.i == end < clause and two.dep_ not in ("relcl", "acl", "advcl") and two.text not in (",", ";"):
                    end = two.i + 1
    return end


@rule("subject.asker")
def asker_of(pronoun: Token, words: WordClasses) -> Token | None:
    """Return who asks that a pronoun do something, and means another by it: "Peru thanked Chile and asked that it act".

    Args:
        pronoun: the pronoun.
        words: the word classes, of which the verbs that ask are used.
    """
    clause = pronoun.head
    if pronoun.dep_ != "nsubj" or clause.tag_ not in ("VB", "VBP") or auxiliary(clause, "MD") is not None:
        return None
    asked = clause.dep_ == "ccomp" and words.find(clause.head, "verb", "direct") is not None
    return subject(clause.head) if asked else None


def doers_of(pronoun: Token) -> tuple[Token | None, ...]:
    """Return who acts on what a pronoun stands for, and so is not it: not donors in "asked donors to fund them".

    Principle B of binding theory (Chomsky 1981): a pronoun is free in its clause.
    """
    verb = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    if pronoun.dep_ not in ("dobj", "iobj", "dative", "pobj") or verb.tag_ not in VERBS:
        return ()
    asked = child(verb.head, "dobj", "iobj") if verb.dep_ == "xcomp" else None
    prep = child(verb.head, "prep", "dative") if verb.dep_ == "xcomp" else None
    return (subject(verb), asked, child(prep, "pobj") if prep is not None else None)
