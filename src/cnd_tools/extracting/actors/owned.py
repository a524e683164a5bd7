"""Whether whoever stands before a noun, or after its "of", does what it says: "Norway's efforts", "the role of"."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.actors.duties import brought_about, spoken_of
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    DEEPEST,
    FINITE,
    VERBS,
    auxiliary,
    child,
    coordinated,
    neighbour,
    passive,
    tokens,
)
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.matches import BODIES, Mention
from cnd_tools.extracting.rulebook import rule

_GIVERS = BODIES | {"states", "country", "meeting"}
_QUOTES = frozenset(("“", '"'))
_FAR = 25  # tokens at most from a duty to what it is a duty to do


def is_doer_before(noun: Token, mention: Mention, context: PointContext) -> bool:
    """Return whether whoever stands in the possessive before a noun does what it says: "Norway's efforts".

    Args:
        noun: the noun.
        mention: who stands before it.
        context: the point.
    """
    return _owned(noun, context) or _gives(noun, mention, context)


@rule("role.whose_support")
def _gives(noun: Token, mention: Mention, context: PointContext) -> bool:
    """Whether a State or a body gives what helps: "the Bank's constant support", not "the victims' support"."""
    given = mention.type in _GIVERS and context.words.find(noun, "noun", "giving", "taking") is not None
    if not given or context.words.find(noun, "noun", "speech"):
        return False
    stand = mention.pronoun and context.words.find(noun.head, "verb", "say", "voice") is not None
    return not stand  # "expressed its support for the text" is what somebody holds


@rule("role.owned_act")
def _owned(noun: Token, context: PointContext) -> bool:
    """Whether whose a noun is does it: "Norway's efforts", "the obligation of States", "their readiness to help"."""
    if context.words.find(noun, "noun", "own") or _doing(noun, context):
        return True
    if context.words.find(noun, "noun", "care", "asset"):
        return False  # "the right of victims to seek redress"
    infinitive = child(noun, "acl", "relcl")
    if infinitive is None and noun.dep_ == "attr":  # "it is the duty of States to take part"
        infinitive = child(noun.head, "xcomp", "advcl")
    elif infinitive is None and noun.dep_ == "dobj" and context.words.find(noun, "strength", "duty"):
        later = (one for one in noun.head.rights if one.i > noun.i and one.dep_ in ("xcomp", "advcl"))
        infinitive = next(later, None)  # "reaffirm the responsibility of States to take part", hung by the verb
    if infinitive is None and context.words.find(noun, "strength", "duty"):
        infinitive = _to_do(noun)
    return infinitive is not None and auxiliary(infinitive, "TO") is not None and not passive(infinitive)


def _to_do(duty: Token) -> Token | None:
    """The infinitive after whose duty it is, wherever a parser hangs it: "the duties of States and the Bank to act"."""
    if neighbour(duty).lower_ != "of":
        return None
    for token in tokens(duty.doc, duty.i + 2, duty.i + _FAR):
        if token.tag_ == "TO":
            return token.head if token.head.i > token.i else None
        if token.tag_ in VERBS | FINITE or token.text in ",;:":
            return None
    return None


def is_doer_after(prep: Token, governing: Token, context: PointContext) -> bool:
    """Return whether whose a noun is does what it says: "the efforts of", "the participation of".

    Args:
        prep: the "of".
        governing: the noun it hangs on.
        context: the point.
    """
    if context.words.find(governing, "noun", "taking"):
        return not (brought_about(governing, context) or spoken_of(governing))
    return _owned(governing, context) or _plays(governing, context) or _helping(prep, context)


@rule("role.plays_a_part")
def _plays(noun: Token, context: PointContext) -> bool:
    """Whether it is said in what somebody has a part: "the role of the Council in", "the task of the Bank is to"."""
    said = any(_says_in_what(one, context) for one in _around(noun))
    is_to = noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and infinitive_below(noun.head) is not None
    return (said or is_to) and context.words.find(noun, "noun", "part") is not None


def _around(noun: Token) -> list[Token]:
    """What follows a noun and whose it is, wherever a parser hangs it: "the role of Peru and the Bank in"."""
    whose = [one for of in noun.rights if of.lower_ == "of" for one in of.rights]
    after = [neighbour(one.right_edge) for one in whose]
    within = [two for one in whose for other in coordinated(one, DEEPEST) for two in other.rights]  # "and the Bank in"
    beside = [two for one in noun.rights if one.dep_ == "conj" for two in one.rights]  # "and its mechanisms in"
    return [*noun.rights, *after, *within, *beside]


@rule("role.whose_doing")
def _doing(noun: Token, context: PointContext) -> bool:
    """Whether it is said what somebody does, or is bound to: "Peru's commitment to closing", "its experience in"."""
    bound = context.words.find(noun, "strength", "pledge") is not None
    titled = neighbour(noun.left_edge, -1).text in _QUOTES  # the declaration “Our commitment to addressing”
    if titled or not (bound or context.words.find(noun, "noun", "record")):
        return False
    preps = [one for one in _around(noun) if one.lower_ == ("to" if bound else "in")]
    return any(one.tag_ == "VBG" for prep in preps for one in prep.rights if one.dep_ == "pcomp")


def _says_in_what(prep: Token, context: PointContext) -> bool:
    """Whether a preposition says in what somebody has a part, and not only "in this regard"."""
    if prep.dep_ != "prep" or prep.lower_ not in ("in", "to", "as", "for"):
        return False
    what = child(prep, "pobj")
    return what is None or context.words.find(what, "noun", "manner") is None


@rule("role.helping")
def _helping(of: Token, context: PointContext) -> bool:
    """Whether what is whose helps another to action: "with the assistance of agencies"."""
    noun = of.head
    made = noun.dep_ == "pobj" and verb_of(noun, context.words) is not None
    led = made or context.words.find(noun, "noun", "given") is not None
    under = led and noun.dep_ == "pobj" and noun.head.lower_ == "under"  # "under the coordination of"
    return under or (made and noun.head.lower_ == "with" and _lent(noun, context))


def _lent(noun: Token, context: PointContext) -> bool:
    """Whether whoever it is of gives it, or takes it: "with the support of", not "with the establishment of"."""
    return context.words.find(noun, "noun", "help", "joint", "giving", "taking", "part", "own") is not None


def infinitive_below(verb: Token) -> Token | None:
    """Return the infinitive that hangs on a verb: "to submit" of "requests the Board to submit"."""
    return next((one for one in verb.rights if one.tag_ in VERBS and auxiliary(one, "TO")), None)
