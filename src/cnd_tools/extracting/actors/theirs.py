"""Whether it helps somebody what is done to what is theirs: their rights, their training, how they fare."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from spacy.tokens import Token

from cnd_tools.extracting.actors.focuses import is_focus
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import DEEPEST, NOUNS, VERBS, coordinated, first_of
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule

_CARING = ("better", "help", "give", "tend")
_DEEP = 14  # steps at most from a harm, or what is had, to the action on it


def above(token: Token) -> Iterator[Token]:
    """The words that what a phrase is part of hangs by, up to the verb: "violence", "eliminate"."""
    for _ in range(_DEEP):
        if token.dep_ not in ("prep", "pobj", "poss", "compound", "conj", "dobj", "nsubjpass", "appos", "pcomp", "acl"):
            return
        token = token.head
        yield token


def leads_to(token: Token, done: Collection[int], context: PointContext) -> bool:
    """Whether a phrase is part of what is to be done, and not only what a paper or a meeting is about."""
    for below, one in pairwise((token, token, *above(token))):
        about = below.lower_ in ("on", "about", "concerning", "regarding")
        if about and context.words.find(one, "noun", "about"):
            return False  # "to prepare a study on violence against women"
        if one.i in done:
            return True
    return False


def _betterment(noun: Token, context: PointContext) -> bool:
    """Whether a noun says that how somebody fares is bettered: "the improvement of the living standards of"."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    better = context.words.table("verb", "better")
    return whole is not None and whole.tag_ in NOUNS and verb_of(whole, context.words) in better


@rule("recipient.bettered")
def bettered(noun: Token, context: PointContext) -> bool:
    """Whether what is whose is cared for as a purpose: "a fund to meet farmers' needs"."""
    noun = first_of(noun)
    verb = noun.head
    aimed = noun.dep_ == "dobj" and verb.tag_ in ("VB", "VBG")
    return aimed and context.words.find(verb, "verb", "better", "help") is not None


def cared_about_by_name(noun: Token, context: PointContext) -> bool:
    """Return whether what a name stands before is theirs and cared for: "the realization of women’s rights"."""
    return context.words.find(noun, "noun", "asset") is not None and _cared_about(noun, context)


@rule("recipient.theirs")
def is_theirs(noun: Token, context: PointContext) -> bool:
    """Whether it helps them that what is theirs is cared for, or how they fare is bettered."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":
        return False  # "with the involvement of States": they act
    if context.words.find(noun, "noun", "lot"):  # "to improve the situation of migrants"
        first = first_of(noun)  # "address the question of access and the situation of women"
        better = first.dep_ in ("dobj", "nsubjpass") and context.words.find(first.head, "verb", "better") is not None
        return better or _betterment(noun, context)
    if context.words.find(noun, "noun", "asset"):
        beside = coordinated(first_of(noun), DEEPEST)  # "the safety and protection of civilians"
        cared = _cared_about(noun, context) or any(context.words.find(one, "noun", "care") for one in beside)
        return cared or _special_needs(noun, context)
    harmed = any(one.dep_ == "amod" and context.words.find(one, "noun", "harm") for one in noun.lefts)
    return not harmed and any(context.words.find(one, "noun", "care") for one in (noun, *_hyphened_to(noun)))


@rule("recipient.had_in")
def had_in(prep: Token, mention: Mention, context: PointContext) -> bool:
    """Whether what States or people have is cared for where "in" names them: "enhance capacity in poor countries".

    Args:
        prep: the preposition.
        mention: the States or people; a country or a region is a place.
        context: the point.
    """
    if prep.lower_ != "in" or mention.type not in ("states", "society") or prep.head.tag_ not in NOUNS:
        return False
    return any(
        context.words.find(one, "noun", "asset") is not None and _cared_about(one, context)
        for one in coordinated(prep.head, DEEPEST)
    )


@rule("recipient.asset")
def _cared_about(noun: Token, context: PointContext) -> bool:
    """Whether somebody cares for what is had: "the protection of the rights of women", "attention to their needs"."""
    chain = (noun, *above(noun))
    if any(_cares(one, below, context) for below, one in pairwise(chain)):
        return True
    said = chain[-1]  # "that the rights of women are not trampled upon, but protected"
    beside = coordinated(said, DEEPEST) if any(one.dep_ == "nsubjpass" for one in chain) else ()
    return any(one != said and one.tag_ in ("VBN", "VBD") and _cares(one, noun, context) for one in beside)


def _cares(word: Token, below: Token, context: PointContext) -> bool:
    """Whether a word above another says that what this names is cared for."""
    if word.tag_ in NOUNS:
        if context.words.find(word, "noun", "care", "enjoyed"):
            return True
        if below.lower_ == "for" or (below.lower_ == "to" and context.words.find(word, "noun", "help")):
            return True  # not "a seminar on the rights of women"
    if below.lower_ in ("on", "upon") and is_focus(below, context):
        return True  # "place attention on the needs of"
    if _into_account(word):
        return True
    verb = word.lemma_ if word.tag_ in VERBS else verb_of(word, context.words)
    return verb is not None and any(verb in context.words.table("verb", form) for form in _CARING)


@rule("recipient.special_needs")
def _special_needs(noun: Token, context: PointContext) -> bool:
    """Whether needs are called special, so that they are to be met: "a panel on the specific needs of women"."""
    called = any(one.dep_ == "amod" and context.words.find(one, "noun", "special") for one in noun.lefts)
    return called and context.words.find(noun, "strength", "noun") is not None  # not "the specific skills of women"


def _into_account(verb: Token) -> bool:
    """Whether a verb takes what it governs into account: "take into consideration the needs of women"."""
    into = [one for one in verb.rights if one.lower_ == "into"] if verb.lemma_ == "take" else []
    return any(two.lower_ in ("account", "consideration") for one in into for two in one.rights)


def _hyphened_to(noun: Token) -> list[Token]:
    """The noun that another hangs on by a hyphen: "capacity" of "capacity-building"."""
    return [noun.doc[noun.i - 2]] if noun.i > 1 and noun.doc[noun.i - 1].text == "-" else []
