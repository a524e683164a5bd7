"""Whether somebody is helped, reached or addressed (guidelines, role `recipient`)."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from cnd_tools.extracting.actors.after_prepositions import is_reached
from cnd_tools.extracting.actors.duties import enjoyed
from cnd_tools.extracting.actors.focuses import is_focus
from cnd_tools.extracting.actors.meant import meant_for, targeted
from cnd_tools.extracting.actors.theirs import above, bettered, cared_about_by_name, had_in, is_theirs, leads_to
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    DEEPEST,
    FINITE,
    NOUNS,
    VERBS,
    auxiliary,
    bare_gerund,
    child,
    first_of,
    negated,
    neighbour,
    passive,
)
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.grammar.number import many
from cnd_tools.extracting.matches import BODIES, Mention
from cnd_tools.extracting.rulebook import rule

# Types of actor that an action done to them reaches; a State or a body that is supervised or consulted is named only.
_WRONGED = frozenset(("society", "groups"))
_GIVERS = BODIES | {"states", "country"}
_MEETING = BODIES | {"meeting"}  # "The Council had before it a report" helps nobody
_FOCUSED = frozenset(("society", "states"))  # not "a focus on the Bank"
_PEOPLE = frozenset(("society", "justice", "adverse", "meeting"))


def leading(head: Token) -> Token:
    """The first of the nouns this one is coordinated with: it bears the phrase's function."""
    for _ in range(DEEPEST):
        if (head.dep_ in ("conj", "appos") and not _past_verb(head)) or _first_of_two(head):
            head = head.head
        elif head.dep_ == "pobj" and _singles_out(head) and head.head.i > 1:
            before = neighbour(head.head, -1)
            before = neighbour(before, -1) if before.text == "," else before
            whole = before if before.tag_ in NOUNS or before.dep_ == "pobj" else head.head.head
            if (whole.tag_ not in NOUNS and whole.dep_ != "pobj") or whole.i >= head.i:
                return head
            head = whole
        else:
            break
    return head


@rule("role.past_verb")
def _past_verb(noun: Token) -> bool:
    """Whether a noun stands beyond the verb whose subject a parser hangs it on: "They rest on banks, the Fund, and"."""
    subject_, verb = noun.head, noun.head.head
    beyond = noun.dep_ == "appos" and subject_.dep_ == "nsubj" and subject_.i < verb.i < noun.i
    return beyond and not any(one.text == ":" for one in noun.doc[verb.i : noun.i])  # "briefed the Board: Ms. Lind,"


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
        helped = helped or seen_to(first, mention, context)
        return helped or _is_given(first, context) or (mention.type not in _MEETING and _gains(first, context, done))
    if first.dep_ in ("poss", "compound", "nmod"):
        return _before_noun(first, context, done)
    if first.dep_ in ("dobj", "dative", "nsubjpass"):
        return _done_to(first, mention, context, done)
    if first.dep_ == "pobj" and (first.head.lower_ == "against" or _suffered(first.head, context)):
        return mention.type in _WRONGED and _harm_ended(first.head, context, done)
    return first.dep_ == "pobj" and _named_after(first.head, first, mention, context)


def _done_to(first: Token, mention: Mention, context: PointContext, done: Collection[int]) -> bool:
    """Whether who is a verb's object, or the subject of its passive, is helped or reached by it."""
    verb = first.head
    asked = verb.i in done
    if joining_in(first, context) and (not asked or _set_beside(verb)):
        return False  # "States should involve youth" is done to youth all the same
    if targeted(first, mention, context):
        return True
    made = mention.type == "meeting" and not many(first)  # "to establish a task force" helps it in nothing
    made = made or context.words.find(verb, "verb", "seating") is not None  # "shall designate a focal point"
    reached = asked and not made and not context.words.find(verb, "verb", "direct")
    helped = _helped_by(first, context) or _helped_later(first, context) or _is_given(first, context)
    return helped or (reached and mention.type in _PEOPLE)


def _named_after(prep: Token, first: Token, mention: Mention, context: PointContext) -> bool:
    """Whether who stands after a preposition is helped or reached: "invest in youth", "a focus on", "aid to"."""
    if prep.lower_ in ("in", "on", "upon"):
        put_in = mention.type == "society" and bool(context.of(first)) and _invested(prep, context)
        focused = prep.lower_ != "in" and mention.type in _FOCUSED and is_focus(prep, context)
        return put_in or focused or had_in(prep, mention, context)
    if takes_part(prep, mention, context):
        return False
    return meant_for(prep, mention, context) or _is_reached(prep, context)


def _before_noun(first: Token, context: PointContext, done: Collection[int]) -> bool:
    """Whether who stands before a noun is helped: "women’s participation", "civil society participation"."""
    if _read_as_part(first, context) or cared_about_by_name(first.head, context):
        return True
    whole = leading(first.head)
    meant = whole.dep_ == "pobj" and whole.head.lower_ == "for"  # "funds for women's empowerment"
    return is_theirs(first.head, context) and (meant or leads_to(first, done, context) or bettered(first.head, context))


@rule("role.takes_part")
def takes_part(prep: Token, mention: Mention, context: PointContext) -> bool:
    """Whether a body takes part, "the participation of the Bank", or who is to have one: "a role for the young"."""
    if prep.lower_ == "for":
        part = context.words.find(prep.head, "noun", "part") is not None
        return part and context.words.find(prep.head, "noun", "charge") is None
    if prep.lower_ != "of" or mention.type not in _GIVERS:
        return False
    forms = ("giving", "taking") if mention.type in BODIES else ("giving",)
    return context.words.find(prep.head, "noun", *forms) is not None


def _is_reached(prep: Token, context: PointContext) -> bool:
    first = leading(prep)  # "for women in need and for girls": a parser may join "for" to another preposition
    return _faced_by(prep, context) or is_reached(first if first.lower_ == prep.lower_ else prep, context)


@rule("recipient.invested_in")
def _invested(prep: Token, context: PointContext) -> bool:
    """Whether something is put into people themselves: "a world that invests in its children"; not "in roads"."""
    verb = verb_of(prep.head, context.words) if prep.head.tag_ in NOUNS else prep.head.lemma_
    return verb in context.words.table("verb", "into")


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
    nearest = next(
        (one for one in reversed(against.doc[against.sent.start : against.i]) if one.tag_ in VERBS | FINITE), against
    )
    if nearest.tag_ in ("VB", "VBG") and context.words.find(nearest, "verb", "end"):
        return True  # "combat hate speech, and racism against migrants", wherever a parser hangs racism
    ended = any(_ends(one, context) for one in above(against))
    return ended or leads_to(against, done, context)


def _ends(word: Token, context: PointContext) -> bool:
    """Whether a word above a harm says that it is to end, also as a noun: "the elimination of discrimination"."""
    if word.tag_ in NOUNS:
        return verb_of(word, context.words) in context.words.table("verb", "end")
    return word.tag_ in ("VB", "VBG") and context.words.find(word, "verb", "end") is not None


def _suffered(prep: Token, context: PointContext) -> bool:
    """Whether a wrong is done to whom a preposition names: "trafficking in women", "the exploitation of children"."""
    return prep.lower_ in ("in", "of") and context.words.find(prep.head, "noun", "wrong") is not None


@rule("recipient.gains")
def _gains(noun: Token, context: PointContext, done: Collection[int]) -> bool:
    """Whether the subject is to have what helps: "ensure that women have access to credit"; not "women have access"."""
    verb = noun.head
    if not gains_help(verb, context) or negated(verb, context.words):
        return False
    wished = verb.i in done or auxiliary(verb, "MD") is not None
    whole = first_of(verb)  # "ensure that care is a priority and that women have access"
    return wished or (whole.dep_ in ("ccomp", "advcl") and _wished(whole.head, context, done))


def _wished(verb: Token, context: PointContext, done: Collection[int]) -> bool:
    return verb.i in done or context.words.find(verb, "verb", "see_to", "help") is not None


def gains_help(verb: Token, context: PointContext) -> bool:
    """Return whether a verb says that somebody comes to have what helps: "have access to credit"."""
    what = child(verb, "dobj")
    gained = what is not None and context.words.find(what, "noun", "help")
    return bool(gained and context.words.find(verb, "verb", "gain"))


@rule("recipient.helped_to_act")
def helped_to_act(noun: Token, context: PointContext) -> bool:
    """Whether the subject of an infinitive is helped to do it: "help Governments respond"."""
    verb = noun.head
    below = (
        verb.dep_ in ("ccomp", "xcomp")
        and verb.tag_ in ("VB", "VBP")
        and not any(one.tag_ == "MD" for one in verb.lefts)
    )
    return below and context.words.find(verb.head, "verb", "help") is not None


@rule("recipient.seen_to")
def seen_to(noun: Token, mention: Mention, context: PointContext) -> bool:
    """Whether it is somebody else's to see to it that people can do something: "ensure that farmers can vote".

    Args:
        noun: the subject of the clause.
        mention: the actor; States and bodies act.
        context: the point.
    """
    verb = noun.head
    if mention.type != "society" or verb.dep_ != "ccomp" or not context.words.find(verb.head, "verb", "see_to"):
        return False
    modal, what = auxiliary(verb, "MD"), child(verb, "acomp")
    can = modal is not None and modal.lower_ in ("can", "may", "could")
    able = what is not None and what.lower_ == "able"
    return can or able or context.words.find(verb, "verb", "partake") is not None


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


@rule("recipient.read_as_part")
def _read_as_part(noun: Token, context: PointContext) -> bool:
    """Whether somebody between a verb of giving and its thing was read as part of it: "offer women free meals"."""
    thing = noun.head
    given = noun.dep_ in ("compound", "nmod") and noun.tag_ == "NNS" and thing.dep_ == "dobj"
    straight = given and noun.left_edge.i == thing.head.i + 1
    return straight and context.words.find(thing.head, "verb", "give") is not None


def _cared_for(verb: Token, mention: Mention, context: PointContext, done: Collection[int]) -> bool:
    """Whether what is to be done to somebody, in the passive, helps or reaches them: "needed to be protected"."""
    return context.words.find(verb, "verb", "help") is not None or (verb.i in done and mention.type == "society")


@rule("recipient.helped_object")
def _helped_by(noun: Token, context: PointContext) -> bool:
    """Whether a verb helps its object, or the subject of its passive: "supporting States", "keep States informed"."""
    if is_told(noun, context):
        return True
    kept = child(noun.head, "oprd", "acomp", "ccomp")
    said = context.words.find(kept, "verb", "help") if kept is not None and kept.tag_ == "VBN" else None
    return bool(said or context.words.find(noun.head, "verb", "help"))


@rule("role.joining_in")
def joining_in(noun: Token, context: PointContext) -> bool:
    """Whether a verb's object takes part in what is spoken of: "partnerships involving manufacturers".

    Args:
        noun: the object; of a passive, "parents should be involved", it is reached.
        context: the point.
    """
    return noun.dep_ == "dobj" and context.words.find(noun.head, "verb", "involve") is not None


def _set_beside(verb: Token) -> bool:
    """Whether a participle only adds to another verb or to a noun: "to widen partnerships, engaging women"."""
    apart = verb.dep_ == "conj" and neighbour(verb, -1).text == ","
    return verb.tag_ == "VBG" and (apart or verb.dep_ in ("acl", "advcl", "amod"))


@rule("recipient.told")
def is_told(noun: Token, context: PointContext) -> bool:
    """Whether somebody is addressed: "reminded the Council that", "delegates were told".

    Args:
        noun: the object of the verb, or the subject of its passive.
        context: the point.
    """
    if noun.dep_ not in ("dobj", "dative", "nsubjpass"):
        return False
    asked = child(noun.head, "xcomp") is not None  # "reminded States to report"
    return not asked and context.words.find(noun.head, "verb", "addressing") is not None


@rule("recipient.helped_later")
def _helped_later(noun: Token, context: PointContext) -> bool:
    """Whether what is coordinated with the verb helps its subject: "cannot be left alone and need to be supported"."""
    if noun.dep_ != "nsubjpass":
        return False
    later = [one for one in noun.head.rights if one.dep_ == "conj" and not child(one, "nsubj", "nsubjpass")]
    done = [one for verb in later for one in (verb, child(verb, "xcomp")) if one is not None]
    return any(passive(one) and context.words.find(one, "verb", "help") for one in done)
