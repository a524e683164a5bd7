"""Targets: what somebody, or a plan, sets out to do by then or so much: "The strategy aims to halve waste by 2030".

A goal that is set is an action (annotation guidelines, "actions"). In "the project aims to raise awareness" a purpose
is told; an amount, or a time by which, makes a target of it, and without one of them these words ask for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.actions.goals import measured
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    NOUNS,
    VERBS,
    asserted,
    auxiliary,
    child,
    coordinated,
    first_of,
    negated,
    passive,
    subject,
)
from cnd_tools.extracting.grammar.verb_series import infinitive_beside
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import ActorRef, Cue, CueKind, cue_at
from cnd_tools.extracting.rulebook import rule
from cnd_tools.promises.quantities import quantities

_PRESENT = frozenset({"VBZ", "VBP"})
_TOLD = frozenset({"VBZ", "VBP", "VBD", "VBN"})
_BEFORE_DEEDS = frozenset({"of", "at", "for", "to"})
_BEING = frozenset({"be", "include"})
_TIES = frozenset({"on", "to", "upon"})
_WILLS = frozenset({"will", "would"})
_OURS = frozenset({"my", "our"})


@rule("cue.aims_to")
def aimed(verb: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what a verb of aiming governs, where it says how much or by when: "Peru plans to plant 2 million trees".

    Of what "we" aim to do another rule tells; what a meeting agreed to do at its next session it is to do.

    Args:
        verb: a verb.
        context: the point.
    """
    binds = context.words.find(verb, "strength", "bind")
    word = binds or context.words.find(verb, "strength", "aiming")
    if word is None or passive(verb) or not (_now(verb) or ((binds or verb.lemma_ == "agree") and _says(verb))):
        return
    bearer = subject(verb.head) if verb.tag_ == "VBG" and verb.dep_ == "advcl" else subject(verb)
    if bearer is None or not asserted(verb, context.words) or negated(verb, context.words):
        return
    ours, money = bearer.lower_ == "we", child(verb, "dobj") if binds else None
    if money is not None and (_now(verb) or not ours) and _sum(money):  # "Norway pledged $5 million"
        yield cue_at(verb, word, verb, CueKind.COMMITMENT, "sum", agents=context.parties(bearer))
    found = ([] if ours else _to_do(verb)) or _to_goal(verb, context) or _for_change(verb, context)
    yield from _targets(verb, word, found, context.parties(bearer))


@rule("cue.will_reach")
def will_reach(modal: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what somebody will do by then or so much, or what was agreed that somebody would do.

    "Norway will provide 50 million euros", "It was agreed that the secretariat would circulate a draft by May". What
    becomes of somebody is foreseen, "Africa will have 2 billion people by 2050"; of "we" another rule tells.

    Args:
        modal: an auxiliary.
        context: the point.
    """
    verb = modal.head
    if modal.lower_ not in _WILLS or modal.dep_ != "aux" or verb.tag_ != "VB" or negated(verb, context.words):
        return
    first, bearer = first_of(verb), subject(verb)
    if bearer is None or bearer.lower_ == "we" or verb.lemma_ == "be" or not asserted(verb, context.words):
        return
    teller = first.head if first.dep_ == "ccomp" else None
    agreed = teller is not None and context.words.find(teller, "strength", "will") is not None
    said = teller is not None and context.words.find(teller, "verb", "say") is not None
    told = said or (first.dep_ == "ROOT" and modal.lower_ == "will")
    if context.words.find(verb, "strength", "deed") is None or not (agreed or (told and not passive(verb))):
        return
    agents = context.parties(bearer) if not passive(verb) else ()
    ours = any(one.lower_ in _OURS for one in bearer.lefts) or context.words.find(bearer, "strength", "scheme")
    if (agents or ours or agreed) and _measured(verb, sessions=agreed):
        strength = "obligation" if agents or agreed else "recommendation"
        name = f"{CueKind.COMMITMENT}:will reach"
        yield Cue(modal.i, modal.i + 1, modal.text, strength, verb, name, CueKind.COMMITMENT, agents=agents)


@rule("cue.goal_is_to")
def goal_is(noun: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what a goal is said to be or is set as: "The target is to halve waste", "sets a target of halving it".

    Args:
        noun: a noun.
        context: the point.
    """
    word = context.words.find(noun, "strength", "goal", "scheme")
    said = noun.head
    if word is None:
        return
    whose = {one.lower_ for one in noun.lefts}
    again = "the" in whose and context.speaker is not None and context.words.find(said, "verb", "stand_by") is not None
    if "our" in whose or again:
        bearer = subject(said) if noun.dep_ == "dobj" and context.words.find(said, "verb", "say", "voice") else None
        if bearer is not None and bearer.lower_ == "we":  # "We reaffirm our aim to end it by 2031"
            yield from _targets(noun, word, _to_do(noun), context.parties(bearer))
        return
    if noun.dep_ == "nsubj" and said.lemma_ in _BEING and said.tag_ in _PRESENT:
        found, agents = _to_do(said) or _deeds(said) or _change(said), _owners(noun, context)
    elif (setting := _setting(noun, context)) is not None and asserted(setting, context.words):
        bearer = subject(setting)
        if bearer is None or bearer.i < context.prefix:
            return  # "Set targets to halve waste": to set them is what is asked
        beside = infinitive_beside(noun)  # hung by the verb: "sets a target to halve waste"
        found = _to_do(noun) or ([beside] if beside is not None else []) or _set(setting, noun, context)
        agents = context.parties(bearer) if not passive(setting) else ()
    else:
        return
    yield from _targets(noun, word, found, agents)


@rule("cue.is_to_reach")
def is_to_reach(verb: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what "is to" be, by how much: "Losses are to be cut by half", "fees are not to exceed 5 per cent".

    Without an amount it may only be foreseen: "The Board is to meet in May".

    Args:
        verb: a form of "be".
        context: the point.
    """
    inner, bearer = child(verb, "xcomp"), child(verb, "nsubj", "nsubjpass")
    if verb.tag_ not in _PRESENT or inner is None or bearer is None or not auxiliary(inner, "TO"):
        return
    goal = context.words.find(bearer, "strength", "goal", "rank", "pledge", "duty") or child(verb, "attr", "acomp")
    straight = all(one.tag_ in ("RB", "TO", "VB", "VBN") for one in verb.doc[verb.i + 1 : inner.i])
    if goal or not straight or not asserted(verb, context.words) or next(quantities(_clause(inner)), None) is None:
        return
    negative = negated(verb, context.words)
    name = f"{CueKind.MODAL}:is to reach"
    yield Cue(verb.i, verb.i + 1, verb.text, "recommendation", inner, name, CueKind.MODAL, negative=negative)


def _now(verb: Token) -> bool:
    """Whether a verb says what somebody sets out to do now: "aims", "is aiming", "are planning"."""
    helped = any(one.dep_ == "aux" and one.lemma_ == "be" and one.tag_ in _PRESENT for one in verb.lefts)
    return verb.tag_ in _PRESENT or (verb.tag_ == "VBG" and helped)


def _says(verb: Token) -> bool:
    """Whether a verb says that somebody bound himself: "agreed", or beside another, "signed it, agreeing to"."""
    return verb.tag_ in _TOLD or (verb.tag_ == "VBG" and verb.dep_ == "advcl" and child(verb, "mark", "prep") is None)


def _setting(noun: Token, context: PointContext) -> Token | None:
    """The verb that sets a goal, of which it is the object: "adopted a target", "agreed on the target"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in _TIES:
        verb = verb.head
    elif noun.dep_ not in ("dobj", "attr", "nsubjpass"):
        return None
    return verb if verb.tag_ in _TOLD and context.words.find(verb, "strength", "setting") else None


def _set(verb: Token, noun: Token, context: PointContext) -> list[Token]:
    """The verb itself where it sets a goal of so much, which names no deed: "We set a target of 50 per cent"."""
    of = next((one for one in noun.rights if one.dep_ == "prep" and one.lower_ == "of"), None)
    amount = next(quantities(verb.doc.text[of.idx :]), None) if of is not None else None
    close = amount is not None and amount.start == len("of ")
    return [verb] if close and verb.tag_ in _PRESENT and context.words.find(verb, "verb", "contain") is None else []


def _owners(noun: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """Those whose goal it is: "Norway's target is to"."""
    owner = child(noun, "poss")
    return context.parties(owner) if owner is not None else ()


def _to_do(head: Token) -> list[Token]:
    """What is set out to be done: "aims to halve", "aim at halving", "a target to halve", "the goal of halving"."""
    for one in head.rights:
        if one.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl") and one.tag_ == "VB" and auxiliary(one, "TO"):
            return [one]
        if one.dep_ == "prep" and one.lower_ in _BEFORE_DEEDS:
            gerund = child(one, "pcomp")
            if gerund is not None and gerund.tag_ == "VBG":
                return [gerund, *(two for two in coordinated(gerund) if two is not gerund and two.tag_ == "VBG")]
    return []


def _to_goal(verb: Token, context: PointContext) -> list[Token]:
    """What a goal is to which somebody binds himself: "commits to the goal of mobilizing 100 billion dollars"."""
    prep = next((one for one in verb.rights if one.dep_ == "prep" and one.lower_ in _TIES), None)
    goal = child(prep, "pobj") if prep is not None else None
    return _to_do(goal) if goal is not None and context.words.find(goal, "strength", "goal") else []


def _for_change(verb: Token, context: PointContext) -> list[Token]:
    """The noun that says what is aimed for: "aims for a 50 per cent reduction"."""
    prep = next((one for one in verb.rights if one.dep_ == "prep" and one.lower_ == "for"), None)
    noun = child(prep, "pobj") if prep is not None and context.words.find(verb, "strength", "aiming") else None
    return [noun] if noun is not None and noun.tag_ in NOUNS else []


def _sum(noun: Token) -> bool:
    """Whether a noun phrase begins with a sum of money: "$5 million to the fund"."""
    words = noun.doc.text[noun.left_edge.idx : noun.right_edge.idx + len(noun.right_edge)]
    first = next(quantities(words), None)
    return first is not None and first.unit[:3].isupper() and first.start < noun.idx + len(noun) - noun.left_edge.idx


def _deeds(verb: Token) -> list[Token]:
    """The gerunds that say what goals are: "The goals include restoring land and halving waste"."""
    first = next((one for one in verb.rights if one.tag_ == "VBG" and one.dep_ in ("xcomp", "dobj", "attr")), None)
    return [one for one in coordinated(first) if one.tag_ == "VBG"] if first is not None else []


def _change(verb: Token) -> list[Token]:
    """The noun that says what a goal is: "The objective is a 50 per cent reduction in losses"."""
    noun = child(verb, "attr")
    return [noun] if noun is not None and noun.tag_ in NOUNS else []


def _targets(token: Token, word: Word, found: list[Token], agents: tuple[ActorRef, ...]) -> Iterator[Cue]:
    """Yield the cue of each that is measured; whoever says so is bound, a plan that says so only recommends."""
    for head in found:
        if _measured(head, sessions=token.lemma_ == "agree"):
            cue = cue_at(token, word, head, CueKind.COMMITMENT, f"aims:{word.lemma}", agents=agents)
            yield replace(cue, strength="obligation") if agents else cue


def _measured(verb: Token, *, sessions: bool) -> bool:
    """Whether the clause of a verb says how much, or by when."""
    return measured(_clause(verb), sessions=sessions)


def _clause(verb: Token) -> str:
    """The words from a verb, or from the first of a noun's, to the end of its sentence, or to a semicolon."""
    end = next((one.idx for one in verb.doc[verb.i : verb.sent.end] if one.text == ";"), verb.sent[-1].idx + 1)
    return verb.doc.text[(verb if verb.tag_ in VERBS else verb.left_edge).idx : end]
