"""Whether a verb of holding says that something is held: its complement, its mood, and what stands above it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.attributions.courtesy import courteous
from cnd_tools.extracting.attributions.holding_subjects import in_position
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FINITE,
    auxiliary,
    child,
    first_of,
    negated,
    neighbour,
    own_subject,
    passive,
    subtree,
)
from cnd_tools.extracting.matches import OPPOSITE, Attribution
from cnd_tools.extracting.rulebook import rule

_LABEL = 5  # tokens at most from a quotation mark to a verb of what is quoted as a label
_CLOSING = frozenset(("”", "’"))


@rule("attribution.claim")
def claims(token: Token) -> bool:
    """Whether a clause, or a thing said to be so, follows or stands before: "considered that", "saw X as"."""
    holder = child(token, "nsubj")
    before = holder is not None and neighbour(holder.left_edge, -1).text in (",", "”", "''")
    if before and any(one.dep_ == "ccomp" for one in token.lefts):
        return True  # "Time was short, he concluded."
    return any(_complements(one, token) for one in token.rights)


def _complements(one: Token, verb: Token) -> bool:
    """Whether what hangs behind a verb is a clause that it claims, or says as what it is held."""
    gerund = child(one, "pcomp") if one.lower_ == "by" else None
    if gerund is not None and child(gerund, "dobj", "ccomp", "prep") is not None and child(verb, "dobj") is None:
        return True  # "concluded by calling for"; not "concluded its session by electing a chair"
    premature = one.dep_ == "advcl" and one.tag_ == "JJ" and neighbour(one, -1).lower_ == "as"  # "saw it as premature"
    if one.dep_ == "ccomp" or (one.dep_ == "prep" and one.lower_ == "as") or premature:
        return True
    after = neighbour(one)
    if one.dep_ == "dobj" and after.lower_ == "that" and after.tag_ == "IN":
        return True  # "assured delegations that", hung by whom it was told
    if one.dep_ == "xcomp" and one.lemma_ == "be" and (passive(verb) or child(verb, "dobj") is not None):
        return True  # "was held to be", "considered aid to be vital"
    if one.dep_ == "dobj" and any(two.lemma_ == "be" for three in one.conjuncts for two in three.rights):
        return True  # "considered aid and opening ports to be vital"
    # "was seen by some as a burden"
    return one.dep_ == "agent" and any(two.lower_ == "as" and two.dep_ == "prep" for two in subtree(one))


@rule("attribution.rating")
def rated(token: Token) -> bool:
    """Whether it is said what something is held to be: "deemed it necessary", "was termed a priority"."""
    things = [one for one in token.rights if one.dep_ == "dobj"]
    if len(things) > 1 and things[-1].tag_ in ("NN", "NNS"):
        return True  # "deemed the plan a sound basis"
    what = child(token, "oprd")
    return what is not None and (what.tag_ in ("JJ", "VBN") or (what.tag_ == "NN" and passive(token)))


def asserted(token: Token, base: Attribution, context: PointContext) -> bool:
    """Whether the text says that it is held, not that it could, should or is to be."""
    if auxiliary(token, "MD") is not None:
        # "could not support the text" is opposed to it; in a treaty "may not deny a licence" forbids
        refused = base.stance in OPPOSITE and negated(token, context.words) and not _advised(token, context)
        return not context.legal and (refused or courteous(token, context))
    if _supposed(token, context) or _ordered(token, context) or _asked_for(token, context):
        return False
    if token.tag_ in ("VBD", "VBP", "VBZ", "VBN"):
        return True
    if auxiliary(token, "TO") is not None:
        return _in_infinitive(token, base, context)
    return any(one.tag_ in FINITE for one in auxiliaries(token))


def _advised(verb: Token, context: PointContext) -> bool:
    """Whether a modal says what somebody else is to do: "the Council should not agree to it" refuses nothing itself."""
    modal = auxiliary(verb, "MD")
    word = context.words.find(modal, "strength", "modal") if modal is not None else None
    return word is not None and word.field("strength") == "recommendation"


def _in_infinitive(token: Token, base: Attribution, context: PointContext) -> bool:
    """Whether an infinitive is held: "wished to thank", "was unable to accept"; not "is to begin to report"."""
    if in_position(token, context.words) is not None:
        return True
    if context.words.find(token, "verb", "behold"):
        return False  # "wished to see the list published" is wish
    if _unable(token):
        agrees = base.rule != "verb" or base.source.extent == "consensus"  # "unable to reach agreement"
        return base.stance in OPPOSITE and not agrees
    to_be = token.head.dep_ == "acomp" and (auxiliary(token.head.head, "TO") or auxiliary(token.head.head, "MD"))
    able = token.head.tag_ == "JJ" and not to_be and not context.words.marker(token.head, "incapable")
    wishes = courteous(token.head, context)  # "would like to thank the Chair"
    light = able or wishes or context.words.find(token.head, "verb", "light") is not None
    goes_on = token.dep_ == "advcl" and context.words.find(token.head, "verb", "insert", "light") is not None
    return (token.dep_ == "xcomp" or goes_on) and light and (wishes or not _to_be_done(token.head))


def _unable(verb: Token) -> bool:
    """Whether somebody could not: "was unable to accept the text"."""
    return verb.dep_ == "xcomp" and verb.head.tag_ == "JJ" and verb.head.lower_ == "unable"


def _to_be_done(verb: Token) -> bool:
    """Whether a light verb is itself only to be done: "must continue to advocate", "is to begin to report"."""
    return auxiliary(verb, "TO") is not None or auxiliary(verb, "MD") is not None


@rule("attribution.to_be_done_too")
def to_be_done_too(verb: Token) -> bool:
    """Return whether a passive shares the modal of one before it: "must be nurtured, emphasized and encouraged".

    Args:
        verb: the participle.
    """
    first = first_of(verb)
    shared = verb != first and child(verb, "aux", "auxpass", "nsubj", "nsubjpass") is None
    passive_too = shared and child(first, "auxpass") is not None
    return passive_too and (auxiliary(first, "MD") is not None or auxiliary(first, "TO") is not None)


@rule("attribution.supposed")
def _supposed(token: Token, context: PointContext) -> bool:
    """Whether a clause only supposes or asks that it is held: "where the Parties agree", "if they wished to vote".

    "When Chad proposed a text" says that it did.
    """
    first = first_of(token)
    below = first.dep_ in ("advcl", "ccomp")
    of_a_thing = (whose := own_subject(first)) is not None and not context.can_hold(whose)
    if token is not first and token.tag_ in FINITE and (first.tag_ == "VB" or (below and of_a_thing)):
        below = False  # "asked if the fund could grow, and noted": it goes on with "asked"
    if below and any(context.words.marker(one, form) for one in first.lefts for form in ("question", "pending")):
        return True  # "asked whether Norway supported the text", "before Norway had expressed its views"
    if first.dep_ == "ccomp" and context.words.find(first.head, "verb", "suppose") is not None:
        return True  # "took it that the Council agreed"
    present = first.tag_ in ("VBP", "VBZ") and below
    if present and first.dep_ == "ccomp" and _to_be_so(first.head, context):
        return True
    return present and any(context.words.marker(one, "condition") for one in first.lefts)


def _to_be_so(verb: Token, context: PointContext) -> bool:
    """Whether a verb in the infinitive says that something is to be so: "to ensure they support ports"."""
    said = context.words.find(verb, "verb", "say", "direct", "claim") is not None
    return auxiliary(verb, "TO") is not None and not said


@rule("attribution.asked_for")
def _asked_for(token: Token, context: PointContext) -> bool:
    """Whether a clause in the subjunctive asks that it be held: "recommended that the Assembly approve the post"."""
    first = first_of(token)
    verb = first.head if first.dep_ == "ccomp" and token.tag_ in ("VB", "VBP") else None
    asks = verb is not None and verb.tag_ in ("VBD", "VBN", "VBG") and child(first, "mark") is not None
    return asks and (
        context.words.find(first.head, "verb", "direct") is not None
        or context.words.find(first.head, "strength", "put") is not None
    )


@rule("attribution.ordered")
def _ordered(token: Token, context: PointContext) -> bool:
    """Whether a verb goes on with what somebody is to do: "shall review its rules and align them with ours"."""
    first = first_of(token)
    modal = auxiliary(first, "MD") if first is not token and token.tag_ in ("VB", "VBP") else None
    word = context.words.find(modal, "strength", "modal") if modal is not None else None
    asks = word is not None and word.field("strength") in ("obligation", "recommendation")
    return asks and own_subject(token) is None and child(token, "aux") is None  # "… and did not accept it"


@rule("attribution.of_a_label")
def of_a_label(token: Token, context: PointContext) -> bool:
    """Return whether a verb is a word that is spoken about: "preferred “encourage” to “urge”", "the phrase “as noted”".

    What somebody is said to do in words of his own is not: "Peru “strongly objected”".

    Args:
        token: the verb.
        context: the point.
    """
    doc = token.doc
    first = next(
        (one for one in reversed(doc[max(token.sent.start, token.i - _LABEL) : token.i]) if one.is_quote), None
    )
    if first is None or first.text in _CLOSING:
        return False
    inside = doc[first.i + 1 : token.i]
    who = neighbour(first, -1)
    its = first.i > token.sent.start and (who.i in context.at or who.tag_ == "PRP")
    closed = any(one.is_quote for one in doc[token.i + 1 : token.i + _LABEL])
    return closed and not its and not any(one.dep_ in ("nsubj", "nsubjpass") for one in inside)


def auxiliaries(token: Token) -> Iterator[Token]:
    """The auxiliaries of a verb or, where it has none, of the one it is coordinated with."""
    for _ in range(4):
        found = [one for one in token.lefts if one.dep_ in ("aux", "auxpass")]
        yield from found
        if found or token.dep_ != "conj":
            return
        token = token.head


def unless_negated(stance: str, verb: Token, context: PointContext) -> str:
    """Return the stance of a verb, or the opposite one where the verb is negated."""
    being = in_position(verb, context.words) or verb  # "was not in a position to support the text"
    return OPPOSITE.get(stance, stance) if negated(being, context.words) or _unable(verb) else stance
