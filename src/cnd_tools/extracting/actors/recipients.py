"""Whether somebody is helped, reached or addressed (guidelines, role `recipient`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actors.duties import brought_about, enjoyed
from cnd_tools.extracting.context import PointContext, many
from cnd_tools.extracting.grammar.clauses import (
    DEEPEST,
    FARTHEST,
    NOUNS,
    VERBS,
    bare_gerund,
    child,
    neighbour,
    passive,
    subject,
)
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule

# Types of actor that an action done to them reaches; a State or a body that is supervised or consulted is named only.
_WRONGED = frozenset(("society", "groups"))
_DEEP = 8  # steps at most from a harm to the action on it
_BODIES = frozenset(("un", "organization", "groups"))
_GIVERS = _BODIES | {"states", "country"}
_MEETING = _BODIES | {"meeting"}  # "The Council had before it a report" helps nobody
_PEOPLE = frozenset(("society", "justice", "adverse", "meeting"))


def leading(head: Token) -> Token:
    """The first of the nouns this one is coordinated with: it bears the phrase's function."""
    for _ in range(DEEPEST):
        if head.dep_ in ("conj", "appos") or _first_of_two(head):
            head = head.head
        elif head.dep_ == "pobj" and _singles_out(head) and head.head.i > 1:
            before = neighbour(head.head, -1)
            before = neighbour(before, -1) if before.text == "," else before
            whole = before if before.tag_ in NOUNS else head.head.head
            if whole.tag_ not in NOUNS or whole.i >= head.i:
                return head
            head = whole
        else:
            break
    return head


@rule("role.first_of_two")
def _first_of_two(noun: Token) -> bool:
    """Whether a noun only seems to modify the next it is joined with by "and": "employers and trade unions met"."""
    joined = noun.dep_ == "nmod" and noun.head.i > noun.i and any(one.dep_ == "cc" for one in noun.rights)
    return joined and (noun.tag_ in ("NNS", "NNPS") or child(noun, "det") is not None)


def _singles_out(noun: Token) -> bool:
    """Whether a noun is one of those named before: ", including women", ", in particular women"."""
    particular = noun.head.lower_ == "in" and any(one.lower_ == "particular" for one in noun.lefts)
    example = noun.head.lower_ == "as" and neighbour(noun.head, -1).lower_ == "such"
    return noun.head.lower_ == "including" or particular or example


def is_recipient(first: Token, mention: Mention, context: PointContext, done: Collection[int]) -> bool:
    """Whether an action is to help, reach or address an actor: "assistance to States", "empower women".

    Args:
        first: the noun that bears the function of the phrase the actor stands in.
        mention: the actor; a region is none that is helped.
        context: the point.
        done: the tokens of what is to be done.
    """
    if first.dep_ == "nsubj":
        helped = _helped_subject(first, mention, context, done) or helped_to_act(first, context)
        return helped or _is_given(first, context) or (mention.type not in _MEETING and _gains(first, context))
    if first.dep_ in ("poss", "compound"):  # "women’s participation", "civil society participation"
        meant = first.head.dep_ == "pobj" and first.head.head.lower_ == "for"  # "funds for women's empowerment"
        aimed = meant or _leads_to(first, done) or _bettered(first.head, context)
        return _theirs(first.head, context) and aimed
    if first.dep_ in ("dobj", "dative", "nsubjpass"):
        made = mention.type == "meeting" and not many(first)  # "to establish a task force" helps it in nothing
        reached = first.head.i in done and not made and not context.words.find(first.head, "verb", "direct")
        helped = _helped_by(first, context) or _helped_later(first, context) or _is_given(first, context)
        return helped or (reached and mention.type in _PEOPLE)
    if first.dep_ == "pobj" and (first.head.lower_ == "against" or _suffered(first.head, context)):
        return mention.type in _WRONGED and _harm_ended(first.head, context, done)
    return first.dep_ == "pobj" and not takes_part(first.head, mention, context) and _is_reached(first.head, context)


@rule("role.takes_part")
def takes_part(prep: Token, mention: Mention, context: PointContext) -> bool:
    """Whether a body takes part, "the participation of the Bank", or who is to have one: "a role for the young"."""
    if prep.lower_ == "for":
        return context.words.find(prep.head, "noun", "part") is not None
    if prep.lower_ != "of" or mention.type not in _GIVERS:
        return False
    forms = ("giving", "taking") if mention.type in _BODIES else ("giving",)
    return context.words.find(prep.head, "noun", *forms) is not None


def _is_reached(prep: Token, context: PointContext) -> bool:
    return _faced_by(prep, context) or _reached(leading(prep), context)


@rule("recipient.faced_by")
def _faced_by(prep: Token, context: PointContext) -> bool:
    """Whether what is spoken of befalls them: "the challenges faced by developing countries"."""
    verb = prep.head
    if prep.lower_ != "by":
        return False
    befalls = verb.tag_ == "VBN" and context.words.find(verb, "verb", "befall") is not None
    return befalls or enjoyed(prep, context)


@rule("recipient.harm_ended")
def _harm_ended(against: Token, context: PointContext, done: Collection[int]) -> bool:
    """Whether an action, or its purpose, is on what harms somebody: "eliminate violence against women"."""
    ended = {one.i for one in _above(against) if one.tag_ in ("VB", "VBG") and context.words.find(one, "verb", "end")}
    return bool(ended) or _leads_to(against, done)


def _suffered(prep: Token, context: PointContext) -> bool:
    """Whether a wrong is done to whom a preposition names: "trafficking in women", "the exploitation of children"."""
    return prep.lower_ in ("in", "of") and context.words.find(prep.head, "noun", "wrong") is not None


def _above(token: Token) -> Iterator[Token]:
    """The words that what a phrase is part of hangs by, up to the verb: "violence", "eliminate"."""
    for _ in range(_DEEP):
        if token.dep_ not in ("prep", "pobj", "poss", "compound", "conj", "dobj", "nsubjpass", "appos", "pcomp", "acl"):
            return
        token = token.head
        yield token


def _leads_to(token: Token, done: Collection[int]) -> bool:
    """Whether a phrase is part of what is to be done."""
    return token.i in done or any(one.i in done for one in _above(token))


@rule("recipient.gains")
def _gains(noun: Token, context: PointContext) -> bool:
    """Whether the subject comes to have what helps: "ensure that women have access to credit"."""
    what = child(noun.head, "dobj")
    gained = what is not None and context.words.find(what, "noun", "help")
    return bool(gained and context.words.find(noun.head, "verb", "gain"))


@rule("recipient.helped_to_act")
def helped_to_act(noun: Token, context: PointContext) -> bool:
    """Whether the subject of an infinitive is helped to do it: "help Governments respond"."""
    verb = noun.head
    below = verb.dep_ in ("ccomp", "xcomp") and verb.tag_ == "VB" and not any(one.tag_ == "MD" for one in verb.lefts)
    return below and context.words.find(verb.head, "verb", "help") is not None


@rule("recipient.helped_subject")
def _helped_subject(first: Token, mention: Mention, context: PointContext, done: Collection[int]) -> bool:
    """Whether the subject of an active verb is helped: "judges need to be protected", "keep the Assembly informed"."""
    verb = first.head
    if bare_gerund(verb):
        return verb.head.i in done
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and child(verb, "aux", "auxpass") is None:
        return context.words.find(verb, "verb", "help") is not None
    needed = child(verb, "xcomp")
    helped = needed is not None and passive(needed) and _cared_for(needed, mention, context, done)
    return bool(helped or context.words.find(verb, "verb", "undergo"))


@rule("recipient.given")
def _is_given(noun: Token, context: PointContext) -> bool:
    """Whether something is given to somebody without a "to": "to give women access", "were granted a seat"."""
    if noun.dep_ == "dative":
        return context.words.find(noun.head, "verb", "give") is not None
    verb = child(noun.head, "xcomp") if noun.dep_ == "nsubj" else noun.head  # "had to be given the authority"
    if verb is None or noun.dep_ not in ("nsubj", "nsubjpass") or not context.words.find(verb, "verb", "give"):
        return False
    return passive(verb) and child(verb, "dobj") is not None


def _cared_for(verb: Token, mention: Mention, context: PointContext, done: Collection[int]) -> bool:
    """Whether what is to be done to somebody, in the passive, helps or reaches them: "needed to be protected"."""
    return context.words.find(verb, "verb", "help") is not None or (verb.i in done and mention.type == "society")


@rule("recipient.helped_object")
def _helped_by(noun: Token, context: PointContext) -> bool:
    """Whether a verb helps its object, or the subject of its passive: "supporting States", "keep States informed"."""
    kept = child(noun.head, "oprd", "acomp", "ccomp")
    said = context.words.find(kept, "verb", "help") if kept is not None and kept.tag_ == "VBN" else None
    return bool(said or context.words.find(noun.head, "verb", "help"))


@rule("recipient.helped_later")
def _helped_later(noun: Token, context: PointContext) -> bool:
    """Whether what is coordinated with the verb helps its subject: "cannot be left alone and need to be supported"."""
    if noun.dep_ != "nsubjpass":
        return False
    later = [one for one in noun.head.rights if one.dep_ == "conj" and not child(one, "nsubj", "nsubjpass")]
    done = [one for verb in later for one in (verb, child(verb, "xcomp")) if one is not None]
    return any(passive(one) and context.words.find(one, "verb", "help") for one in done)


def _reached(prep: Token, context: PointContext) -> bool:
    """Whether what a preposition governs is helped or reached: "aid to", "a code for", "the rehabilitation of"."""
    helped = prep.head
    if helped.tag_ in ("NNP", "NNPS"):
        return False
    if prep.lower_ in ("to", "for"):
        return _given_or_meant(prep, context)
    if prep.lower_ == "with":
        return context.words.find(helped, "verb", "share") is not None  # "deposited with the Director"
    if prep.lower_ == "of" and context.words.find(helped, "noun", "taking"):
        return brought_about(helped, context)  # "encourage the participation of farmers"
    return prep.lower_ == "of" and (_theirs(helped, context) or _brought_to(helped, context))


def _given_or_meant(prep: Token, context: PointContext) -> bool:
    """Whether something is given "to" whom a phrase names, or is "for" them."""
    helped, beside = prep.head, neighbour(prep, -1)
    given = subject(helped) if helped.tag_ in VERBS and passive(helped) else None  # "alternatives were found for"
    helping = [one for one in (helped, beside, given) if one is not None and not _reaches(prep, one, context)]
    helping += _come_to(helped, context) if prep.lower_ == "for" else []
    if any(context.words.find(one, "noun", "help") or context.words.find(one, "verb", "help") for one in helping):
        return not _own_support(helped, context)
    if prep.lower_ == "for":
        fares = context.words.find(helped, "noun", "lot") and child(helped, "amod", "compound") is not None
        return bool(fares) or context.words.marker(beside, "focus") is not None or _goes_on(prep, context)
    said = _said_to(helped, context) and not thanked_for(prep, context)
    return bool(said or _given(helped, context))


@rule("recipient.brought_to")
def _brought_to(noun: Token, context: PointContext) -> bool:
    """Whether something comes to whom a phrase names: "to the attention of the Board", "for the benefit of women"."""
    after = noun.dep_ == "pobj" and noun.head.lower_ in ("to", "for", "at", "in")
    return after and context.words.find(noun, "noun", "notice") is not None


def _come_to(noun: Token, context: PointContext) -> list[Token]:
    """The "access" to what a noun names: "access to vaccines for poor countries"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "to" else noun
    return [above] if context.words.find(above, "noun", "reaching") is not None else []


def _reaches(prep: Token, noun: Token, context: PointContext) -> bool:
    """Whether what follows is only come to: "access to schools"."""
    return prep.lower_ == "to" and context.words.find(noun, "noun", "reaching") is not None


@rule("recipient.own_support")
def _own_support(noun: Token, context: PointContext) -> bool:
    """Whether it is only said that one stands by somebody: "expressed its support for the Office"."""
    own = noun.dep_ == "dobj" and any(one.tag_ == "PRP$" for one in noun.lefts)
    return own and context.words.find(noun.head, "verb", "say", "voice") is not None


@rule("recipient.given_to")
def _given(helped: Token, context: PointContext) -> bool:
    """Whether something is given, also where a parser hangs whom to on a noun: "transmit the text to Governments"."""
    if helped.lower_ == "according":
        return False
    for _ in range(6):
        if helped.tag_ in VERBS:
            return context.words.find(helped, "verb", "give") is not None
        if helped.dep_ not in ("dobj", "pobj", "prep", "conj"):
            return False
        helped = helped.head
    return False


def _betterment(noun: Token, context: PointContext) -> bool:
    """Whether a noun says that how somebody fares is bettered: "the improvement of the living standards of"."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    better = context.words.table("verb", "better")
    return whole is not None and whole.tag_ in NOUNS and verb_of(whole, context.words) in better


@rule("recipient.bettered")
def _bettered(noun: Token, context: PointContext) -> bool:
    """Whether what is whose is cared for as a purpose: "a fund to meet farmers' needs"."""
    verb = noun.head
    aimed = noun.dep_ == "dobj" and verb.tag_ in ("VB", "VBG")
    return aimed and context.words.find(verb, "verb", "better", "help") is not None


@rule("recipient.theirs")
def _theirs(noun: Token, context: PointContext) -> bool:
    """Whether it helps them that what is theirs is cared for, or how they fare is bettered."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":
        return False  # "with the involvement of States": they act
    if context.words.find(noun, "noun", "lot"):  # "to improve the situation of migrants"
        bettered = noun.dep_ in ("dobj", "nsubjpass") and context.words.find(noun.head, "verb", "better") is not None
        return bettered or _betterment(noun, context)
    harmed = any(one.dep_ == "amod" and context.words.find(one, "noun", "harm") for one in noun.lefts)
    return not harmed and any(context.words.find(one, "noun", "care") for one in (noun, *_hyphened_to(noun)))


def _hyphened_to(noun: Token) -> list[Token]:
    """The noun that another hangs on by a hyphen: "capacity" of "capacity-building"."""
    return [noun.doc[noun.i - 2]] if noun.i > 1 and noun.doc[noun.i - 1].text == "-" else []


def _goes_on(prep: Token, context: PointContext) -> bool:
    """Whether a preposition after "and" or "including" goes on with an earlier one: "for growers and for those who"."""
    if neighbour(prep, -1).tag_ != "CC" and prep.head.lower_ != "including":
        return False
    earlier = (
        one
        for one in reversed(prep.doc[max(prep.sent.start, prep.i - FARTHEST) : prep.i])
        if one.dep_ == "prep" and one.lower_ == "for"
    )
    found = next(earlier, None)
    return found is not None and _reached(found, context)


@rule("recipient.said_to")
def _said_to(noun: Token, context: PointContext) -> bool:
    """Whether something is said to somebody: "expressed its gratitude to", "appreciation was expressed to"."""
    for verb in (noun, noun.head):
        if context.words.find(verb, "verb", "voice", "utter"):
            return any(
                one.dep_ in ("dobj", "nsubjpass") and context.words.find(one, "noun", "saying") for one in verb.children
            )
    return False


@rule("role.thanked_for")
def thanked_for(prep: Token, context: PointContext) -> bool:
    """Whether it is said what somebody is thanked for, who did it: "its appreciation to the Group for supporting"."""
    if prep.lower_ != "to" or not _said_to(prep.head, context):
        return False
    near = (prep.head, prep.head.head, *prep.rights)
    return any(one.lower_ == "for" and child(one, "pcomp") is not None for head in near for one in head.rights)
