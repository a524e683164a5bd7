"""The subject that holds what a verb says: its own, or that of a verb above it which it goes on with."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FINITE,
    auxiliary,
    child,
    first_of,
    neighbour,
    own_subject,
)
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule

_FAR = 60  # tokens at most back to the clause that a verb goes on with
_OBJECTS = frozenset(("it", "them", "this", "that", "these", "those", "him", "her"))  # who speaks is "he" or "they"


def holding_subject(verb: Token, context: PointContext | None = None) -> Token | None:
    """Return the subject that holds what a verb says: its own, or that of a verb above it coordinated with it.

    A subject that can hold nothing ends the search where it is the verb's own, and is passed over where it is not: in
    "X replied that this is a role for banks, and noted …" a model may coordinate "noted" with "is".
    """
    if neighbour(verb, -1).tag_ == "''" and (speaker := child(verb, "dobj")) is not None:
        return speaker  # “We have to vote,” quipped one delegate
    if (speaker := _said_before(verb)) is not None:
        return speaker
    if context is not None and own_subject(verb) is None and (nearest := _nearest(verb, context)) is not None:
        return nearest
    own, first = True, verb
    verb = (in_position(verb, context.words) if context is not None else None) or verb
    for _ in range(6):
        found = None if _bare_beside(verb) else _own(verb, context)
        undergone = found is not None and not own and found.dep_ == "nsubjpass" and verb.dep_ in ("ccomp", "acl")
        inner = not own and context is not None and _inside_what_is_said(verb, first, context)
        asked = not own and first.tag_ in FINITE and verb.tag_ == "VB" and auxiliary(verb, "TO") is not None
        undergone = undergone or asked  # "requested the Secretariat to report, and proposed a break"
        if found is not None and not undergone and not inner and (own or context is None or context.can_hold(found)):
            return found if found.tag_ != "EX" else None
        onward = verb.dep_ == "advcl" and auxiliary(verb, "TO") is not None and child(verb.head, "prt") is not None
        # "went on to state"
        if verb.dep_ not in ("conj", "xcomp", "acomp") and not onward and (own or verb.dep_ not in ("ccomp", "acl")):
            return None
        own = False
        verb = verb.head
    return None


@rule("source.in_position")
def in_position(verb: Token, words: WordClasses) -> Token | None:
    """Return the verb above one that somebody is in a position to do, or takes the opportunity to do, or None.

    "Chad was in a position to support the text", "took the opportunity to thank the Chair".

    Args:
        verb: the verb.
        words: the word classes.
    """
    to = auxiliary(verb, "TO") is not None
    noun = verb.head if to and verb.dep_ in ("acl", "relcl") else None
    if to and verb.dep_ in ("advcl", "xcomp"):
        noun = child(verb.head, "dobj")  # "took the floor to support it"
    if noun is None or words.find(noun, "noun", "occasion") is None:
        return None
    if noun.dep_ == "dobj":
        return noun.head if words.find(noun.head, "verb", "seize") else None
    within = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ == "be"
    return noun.head.head if within else None


def _own(verb: Token, context: PointContext | None) -> Token | None:
    """A verb's own subject, also where a model hangs it by "were" or by a participle between commas."""
    aside = _inverted_aside(verb)
    if aside is not None and context is not None and not _somebody(aside, context):
        aside = None  # "Peru, with India, welcomed the plan, supported the fund and asked for data"
    found = aside or child(verb, "nsubj", "nsubjpass")
    found = (_past_name(found, verb) or found) if found is not None else _before_participle(verb)
    being = child(verb, "auxpass") if found is None and verb.tag_ == "VBN" else None
    return found if being is None else child(being, "nsubj", "nsubjpass")


def _somebody(noun: Token, context: PointContext) -> bool:
    """Whether a noun names somebody, by a name or by an office that no list has."""
    return context.can_hold(noun) or context.words.find(noun, "noun", "holder", "person") is not None


@rule("source.nearest_clause")
def _nearest(verb: Token, context: PointContext) -> Token | None:
    """The subject of the clause that a verb goes on with, past which it was hung.

    In "Peru noted the plan, while Chad asked for data and urged restraint" a small parser has Peru urge it.
    """
    if verb.dep_ != "conj" or verb.tag_ not in FINITE:
        return None
    for one in reversed(verb.doc[max(verb.head.i + 1, verb.i - _FAR) : verb.i]):
        beside = one.dep_ == "conj" or (one.dep_ == "advcl" and context.words.marker(one.left_edge, "contrast"))
        if one.tag_ in FINITE and beside and one.head in (verb.head, first_of(verb)):
            speaker = child(one, "nsubj")
            if speaker is not None:
                return speaker if speaker.i < one.i and context.can_hold(speaker) else None
    return None


@rule("source.inverted_aside")
def _inverted_aside(verb: Token) -> Token | None:
    """Who stands after a verb within what is said: "Costs, said the Director, would double"."""
    if verb.tag_ != "VBD" or neighbour(verb, -1).text != ",":
        return None
    who = next((one for one in verb.rights if one.dep_ in ("nsubj", "dobj")), None)
    if who is None or who.left_edge.i != verb.i + 1:
        return None
    comma = neighbour(who.right_edge)
    leads = verb.dep_ == "ccomp" and verb.head.i > comma.i and verb.head.tag_ in FINITE and own_subject(verb) is None
    if leads and comma.text == "," and comma.i > who.i:
        return who  # "On the contrary, underscored the delegate of Chad, the text shows"
    goes_on = comma.text == "," and (neighbour(comma).tag_ in FINITE or neighbour(comma).tag_ == "MD")
    return who if goes_on and any(one.dep_ == "nsubj" for one in verb.lefts) else None


@rule("source.past_fronted_name")
def _past_name(first: Token, verb: Token) -> Token | None:
    """The second of two subjects where the first is a participle and its object: "Echoing Peru, Kenya asked"."""
    if not (first.left_edge.is_sent_start and first.left_edge.lower_.endswith("ing")):
        return None
    return next((one for one in verb.lefts if one.dep_ == first.dep_ and one.i > first.i), None)


@rule("source.said_before")
def _said_before(verb: Token) -> Token | None:
    """Who stands after a verb whose saying stands before it, read as its object: "Time was short, added Japan"."""
    speaker = child(verb, "dobj") if verb.tag_ == "VBD" and neighbour(verb, -1).text == "," else None
    if speaker is not None and speaker.lower_ in _OBJECTS:
        return None  # "Chile supported the text, and Japan, pointing to costs, opposed it"
    said = any(one.dep_ == "ccomp" for one in verb.lefts) and own_subject(verb) is None
    return speaker if said else None


@rule("source.beyond_what_is_said")
def _inside_what_is_said(verb: Token, reporting: Token, context: PointContext) -> bool:
    """Whether a verb is part of what its reporter says, who goes on: "she said prices rose, and urged restraint"."""
    outer = verb.head if verb.dep_ == "ccomp" and reporting.tag_ == "VBD" else None
    if outer is None:
        return False
    parted = any(one.tag_ == "CC" and neighbour(one, -1).text == "," for one in verb.rights)
    if parted and auxiliary(verb, "MD") is not None and context.words.find(outer, "verb", "say") is not None:
        return True  # "said Lima should have shown how, and looked forward to the talks"
    speaker = own_subject(outer)
    if verb.tag_ != "VBD" or speaker is None or speaker.lower_ == "it" or not context.can_hold(speaker):
        return False
    asks = context.words.find(reporting, "verb", "direct") is not None
    said = context.words.find(outer, "verb", "say") is not None
    return parted and asks and said and context.words.find(verb, "verb", "say", "direct") is None


@rule("source.before_participle")
def _before_participle(verb: Token) -> Token | None:
    """The subject that a model hangs by the participle after it: "Mali, noting that time was short, said it agreed"."""
    if verb.tag_ not in FINITE:
        return None
    for one in verb.lefts:
        subject = child(one, "nsubj") if one.dep_ == "advcl" and one.tag_ == "VBG" else None
        if subject is not None and subject.i < one.i and neighbour(one, -1).text == ",":
            return subject
    return None


def _bare_beside(verb: Token) -> bool:
    """Whether a finite verb cannot be coordinated with this one: "noted that X should be the judge and outlined"."""
    being = child(verb, "auxpass")
    does = any(one.lemma_ == "do" for one in verb.lefts)  # "did not support the text and proposed another"
    after = [one for one in verb.rights if one.dep_ == "conj" and one.tag_ in ("VBD", "VBZ")]
    modal = auxiliary(verb, "MD")
    # "Japan would pay and called on all to pay"; not "shall notify Parties and authorized entities"
    goes_on = verb.dep_ == "ROOT" and modal is not None and modal.lower_ != "shall"
    goes_on = goes_on and all(neighbour(one, -1).tag_ in ("CC", "RB") for one in after)
    undergone = being is not None and being.tag_ == "VB" and modal is None
    return (undergone or (verb.tag_ == "VB" and not goes_on)) and not does and bool(after)
