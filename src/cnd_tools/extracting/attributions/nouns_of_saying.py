"""Nouns of saying and what reports them: "there was recognition that", "expressed concern", "were of the view that"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.attributions.holding_subjects import holding_subject
from cnd_tools.extracting.attributions.sources import after, holders
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FINITE, auxiliary, child, neighbour, passive
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import NOBODY, OPPOSITE, Attribution, How, Source
from cnd_tools.extracting.rulebook import rule

_HELD = frozenset(("of", "among", "amongst", "by", "from", "between"))  # before whoever holds what a noun says
_MEANT = frozenset(("the", "this", "that", "these", "those"))  # before what somebody agrees with
_RECORD = ("on", "record")
_FARTHEST = 8  # words at most from "on record" to what is put there: "the deep appreciation of its Government"


@rule("attribution.existential")
def existential(noun: Token, context: PointContext) -> Iterator[Attribution]:
    """Yield the position a noun reports that nobody is named for: "there was recognition that", "a view prevailed"."""
    word = context.words.find(noun, "noun", "saying")
    if word is None or noun.dep_ not in ("attr", "dobj", "nsubj", "pobj") or _of_none(noun, word, context):
        return
    arises = _arises(noun, context)
    if not arises and not _there_is(noun.head):
        return
    lemma = word.field("verb")
    lemma = f"express {noun.lemma_.lower()}" if lemma.startswith("express ") else lemma
    denied = any(one.lower_ == "no" for one in noun.lefts)  # "there was no agreement on fees"
    stance = OPPOSITE.get(word.field("stance"), word.field("stance")) if denied else word.field("stance")
    holder = replace(NOBODY, extent=(not denied and word.field("extent")) or "unstated")
    verb = noun.head if arises else noun
    base = Attribution(verb, lemma, stance, holder, verb.i + 1, "there is")
    whose = list(_among(noun, context))
    yield from (base.by(one, How.ACTIVE) for one in whose) if whose else (base,)


def _of_none(noun: Token, word: Word, context: PointContext) -> bool:
    """Whether things are spoken of, or what is only supposed, given as a cause or is not there."""
    if noun.tag_ == "NNS" and word.field("extent"):
        return True  # "there were agreements for loans"
    if noun.head.dep_ == "advcl" or any(context.words.marker(one, "condition") for one in noun.head.lefts):
        return True  # "if there were no objections", "since there is recognition of regional bodies"
    return word.field("stance") == "report" and any(
        one.lower_ == "no" for one in noun.lefts
    )  # "there were no comments"


def _arises(noun: Token, context: PointContext) -> bool:
    """Whether a noun is said to come about: "a consensus emerged that"; not "said that a view would emerge"."""
    stated = noun.dep_ == "nsubj" and noun.head.dep_ == "ROOT" and noun.head.tag_ in FINITE
    return stated and context.words.find(noun.head, "verb", "emerge") is not None


def _there_is(head: Token) -> bool:
    """Whether a verb says that something is there: "there seems to be"; not "there does not appear to be"."""
    for _ in range(3):
        if any(one.dep_ == "neg" for one in head.lefts):
            return False
        if any(one.dep_ == "expl" or one.tag_ == "EX" for one in head.lefts):
            return True
        if head.dep_ != "xcomp":
            return False
        head = head.head
    return False


@rule("source.among")
def _among(noun: Token, context: PointContext) -> Iterator[Source]:
    """Yield whose a feeling or a call is that there is: "agreement among delegations that", "a call by Peru for"."""
    preps = (one for one in (*noun.rights, *noun.head.rights) if one.dep_ in ("prep", "agent") and one.i > noun.i)
    for prep in preps:
        if prep.lower_ in _HELD - {"of"}:
            yield from (one for one in after(prep, context) if one.mention is not None)


@rule("attribution.view_is")
def view_is(noun: Token, context: PointContext) -> Iterator[Attribution]:
    """Yield what a view is said to be, with whose it is: "the prevailing view was that", "it was Peru’s view that"."""
    word = context.words.find(noun, "noun", "saying")
    being = noun.head
    if word is None or noun.dep_ not in ("nsubj", "attr") or not context.words.find(being, "verb", "be"):
        return
    of = next((one for one in noun.rights if one.dep_ == "prep" and one.lower_ in _HELD), None) or _shared_by(noun)
    whose = list(after(of, context)) if of is not None else []
    heads = [being, noun, *(one for one in of.rights if of.lower_ == "of")] if of is not None else [being, noun]
    clauses = (one for head in heads for one in head.rights if one.dep_ in ("ccomp", "acl", "relcl", "advcl"))
    told = any(two.lower_ == "that" and two.dep_ == "mark" for one in clauses if one.i > noun.i for two in one.lefts)
    it = noun.dep_ == "nsubj" or any(one.lower_ == "it" for one in being.lefts)
    # "it was the view of Peru that", the clause read as one that says which Peru
    told = told or (bool(whose) and context.doc[min(whose[-1].end, len(context.doc) - 1)].lower_ == "that")
    told = told or (bool(whose) and neighbour(being).lower_ == "that" and child(being, "ccomp") is not None)
    if not told or not it or auxiliary(being, "MD"):
        return
    whose += [holder for one in noun.lefts if one.dep_ == "poss" for holder in holders(one, context)]
    if not whose and being.dep_ == "ccomp" and any(one.tag_ == "PRP$" for one in noun.lefts):
        return  # "said it was his belief that": whoever says so, of whom it is told already
    end = max([noun.i, being.i, *(holder.end - 1 for holder in whose)]) + 1
    base = Attribution(being, word.field("verb"), word.field("stance"), NOBODY, end, "noun")
    yield from (base.by(holder, How.ACTIVE) for holder in whose) if whose else (base,)


@rule("source.shared_by")
def _shared_by(view: Token) -> Token | None:
    """The "by" before whoever is said to share a view: "a view shared by Kenya was that time was short"."""
    said = next((one for one in view.rights if one.dep_ == "acl" and one.tag_ == "VBN"), None)
    return child(said, "agent", "prep") if said is not None else None


@rule("attribution.voiced_noun")
def voiced_noun(token: Token, context: PointContext) -> tuple[Token, str, str] | None:
    """Return the noun of saying that a verb of voicing governs, with the lemma and stance of both, or None."""
    if context.words.find(token, "verb", "utter", "be", "voice") is None:
        return None
    weak = context.words.find(token, "verb", "utter")
    if context.words.find(token, "verb", "be"):
        return _of_a_view(token, context)
    if not weak and not context.words.find(token, "verb", "voice"):
        return None
    for thing in _voiced(token):
        for said in (thing, *(two for two in thing.rights if two.dep_ == "conj")):
            noun = context.counted(said) or said  # "raised a number of concerns"
            word = context.words.find(noun, "noun", "saying")
            unsaid = weak is not None and any(two.lower_ == "no" for two in noun.lefts)  # "made no mention of"
            unsaid = unsaid or (word is not None and _untold(token, noun, word, context))
            if word and not unsaid:
                lemma = word.field("verb") if weak else f"{token.lemma_.lower()} {noun.lemma_.lower()}"
                return noun, lemma, word.field("stance")
    return _on_record(token, context) if weak else None


@rule("attribution.voiced_far")
def _voiced(verb: Token) -> Iterator[Token]:
    """Yield what a verb voices, also parted from it: "Concern about fees, costs and delays was voiced"."""
    yield from (one for one in verb.children if one.dep_ in ("dobj", "nsubjpass"))
    yield from (one for one in verb.rights if one.dep_ == "dep" and neighbour(one, -1).text == ",")
    first = next((one for one in verb.sent if one.tag_ in ("NN", "NNS")), verb)
    if passive(verb) and first.i < verb.i and first.dep_ in ("advcl", "dep", "npadvmod") and first.head == verb:
        yield first


@rule("attribution.untold")
def _untold(verb: Token, noun: Token, word: Word, context: PointContext) -> bool:
    """Whether a noun only tells of what somebody has or spoke: "has a commitment to ports", "shared views on ports"."""
    if context.words.find(noun, "noun", "unsaid") is not None:
        return True  # "raised a point of order"
    has = verb.lemma_ == "have" and word.field("stance") == "support"
    views = word.field("verb") == "express view" and noun.tag_ == "NNS"
    return has or (views and neighbour(noun).lower_ in ("on", "about", "regarding"))


@rule("attribution.on_record")
def _on_record(token: Token, context: PointContext) -> tuple[Token, str, str] | None:
    """The noun of what somebody puts on record; models take "record" for a verb: "placed on record its concern"."""
    first = token.i + len(_RECORD) + 1
    if tuple(one.lower_ for one in token.doc[token.i + 1 : first]) != _RECORD:
        return None
    for one in token.doc[first : first + _FARTHEST]:
        word = context.words.find(one, "noun", "saying") if one.tag_ in ("NN", "NNS") else None
        if word is not None:
            return one, word.field("verb"), word.field("stance")
        if one.tag_ in FINITE or one.is_punct or one.tag_ == "IN":
            return None
    return None


@rule("attribution.of_a_view")
def _of_a_view(being: Token, context: PointContext) -> tuple[Token, str, str] | None:
    """The noun of saying that somebody is "of" or "in": "were of the view that", "was in agreement with"."""
    stances = {"of": ("report",), "in": ("support", "oppose")}  # what is "of concern" nobody is said to hold
    for prep in being.rights:
        if prep.lower_ == "against" and prep.dep_ == "prep" and holding_subject(being) is not None:
            return prep, "be against", "oppose"
        noun = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ in stances else None
        word = (
            context.words.find(noun, "noun", "saying")
            if noun is not None and holding_subject(being) is not None
            else None
        )
        if word is not None and noun is not None and word.field("stance") in stances[prep.lower_]:
            between = being.doc[prep.i : noun.i + 1].text.lower()
            return noun, f"{being.lemma_.lower()} {between}", word.field("stance")
    return None


def feeling(token: Token, stance: str, end: int, context: PointContext) -> str:
    """Return the stance of what something is said with ("noted with concern"), or the verb's own.

    A "with" before `end` is the verb's own: "could not go along with the proposal". So is one before a thing that is
    meant: "agreed with the proposal", "disagreed with Norway’s view".
    """
    for one in token.rights:
        if one.dep_ == "prep" and one.lower_ == "with" and one.i >= end:
            for two in one.children:
                meant = any(three.dep_ == "poss" or three.lower_ in _MEANT for three in two.lefts)
                felt = two.dep_ == "pobj" and not meant
                word = context.words.find(two, "noun", "saying") if felt else None
                if word and word.field("stance") != "report":
                    return word.field("stance")
    return stance
