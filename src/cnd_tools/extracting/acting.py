"""Whether somebody acts: by a verb, after "by", or by a noun that says what is done (guidelines, role `agent`)."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from cnd_tools.extracting.clauses import VERBS, auxiliary, child, neighbour, passive
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.nominals import verb_of


def is_agent(first: Token, mention: Mention, context: PointContext) -> bool:
    """Whether an actor does something: subject of an active verb, after "by", or doer of a verbal noun.

    Args:
        first: the noun that bears the function of the phrase the actor stands in.
        mention: the actor.
        context: the point.
    """
    nobody = any(one.lower_ == "no" for one in first.lefts)  # "opposed by no delegation"
    if nobody or mention.type in ("region", "person"):
        return False
    if _hyphened(mention, first.doc):
        return True
    if first.dep_ == "nsubj" and not bare_gerund(first.head):
        verb = _meant(first.head, context)
        stative = context.words.find(verb, "verb", "stative") is not None
        return _partner(verb) if stative else verb.tag_ in VERBS and not passive(first.head)
    if first.dep_ in ("nsubjpass", "dobj"):
        return _made_to_act(first, context)
    if first.dep_ == "poss":
        return _owned(first.head, context)
    return first.dep_ == "pobj" and _acts_after(first.head, context)


def _meant(verb: Token, context: PointContext) -> Token:
    """The verb that says what a subject does, below those that say when: "continue to require" is require."""
    for _ in range(3):
        below = child(verb, "xcomp")
        if below is None or not context.words.find(verb, "verb", "light"):
            return verb
        verb = below
    return verb


def bare_gerund(verb: Token) -> bool:
    """Whether a gerund only describes what stands before it: "to punish officers abusing their office"."""
    return verb.tag_ == "VBG" and verb.dep_ == "ccomp" and child(verb, "aux") is None


def _owned(noun: Token, context: PointContext) -> bool:
    """Whether whose a noun is does it: "Norway's efforts", "the obligation of States", "their readiness to help"."""
    if context.words.find(noun, "noun", "own"):
        return True
    if context.words.find(noun, "noun", "care"):
        return False  # "the right of victims to seek redress"
    infinitive = child(noun, "acl", "relcl")
    return infinitive is not None and auxiliary(infinitive, "TO") is not None and not passive(infinitive)


def _partner(verb: Token) -> bool:
    """Whether what somebody is, is one who acts: "was a key partner in applying controls", "is in a position to"."""
    placed = child(verb, "prep")
    where = child(placed, "pobj") if placed is not None and placed.lower_ == "in" else None
    infinitive = child(where, "acl", "relcl") if where is not None else None
    if infinitive is not None and auxiliary(infinitive, "TO"):
        return True
    what = child(verb, "attr")
    prep = child(what, "prep") if what is not None else None
    return prep is not None and prep.lower_ == "in" and child(prep, "pcomp") is not None


def _made_to_act(noun: Token, context: PointContext) -> bool:
    """Whether a verb's object, or the subject of its passive, is to act, or has acted: "encouraged States to"."""
    verb = noun.head
    if verb.tag_ == "VBG" and context.words.find(verb, "verb", "involve"):
        return True
    if context.words.find(verb, "verb", "direct"):  # not "to advise the Committee on the report"
        return noun.dep_ == "nsubjpass" or child(verb, "prep") is None or _infinitive(verb) is not None or _listed(verb)
    if noun.dep_ == "nsubjpass":  # "should be empowered to promote"
        return context.words.find(verb, "verb", "enable") is not None and child(verb, "xcomp", "advcl") is not None
    praised = context.words.find(verb, "verb", "say")  # "commended Slovenia for improving"
    return praised is not None and praised.field("stance") == "support" and child(verb, "prep") is not None


def _infinitive(verb: Token) -> Token | None:
    """The infinitive that hangs on a verb: "to submit" of "requests the Board to submit"."""
    return next((one for one in verb.rights if one.tag_ in VERBS and auxiliary(one, "TO")), None)


def _listed(verb: Token) -> bool:
    """Whether what is asked stands in the items: "Encourages States, in accordance with their laws, to:"."""
    return [one.lower_ for one in verb.doc[-2:]] == ["to", ":"]


def _hyphened(mention: Mention, doc: Doc) -> bool:
    """Whether a participle hangs on the name: "Board-coordinated projects"."""
    after = doc[mention.end : mention.end + 2]
    return (
        len(after) == 2 and after[0].text == "-" and after[1].tag_ in ("VBN", "VBD", "VBG") and not after[0].whitespace_
    )


def _acts_after(prep: Token, context: PointContext) -> bool:
    governing = prep.head
    if governing.tag_ == "DT" and governing.dep_ == "conj":  # "the efforts of the Board, and those of the Union"
        governing = governing.head
    if prep.lower_ == "by":
        return not context.words.find(governing, "verb", "wrong")
    if prep.lower_ == "of":
        return _owned(governing, context) or _plays(governing, context) or _helping(prep, context)
    if prep.lower_ == "for":
        return _is_to(prep, context)
    if prep.lower_ in ("between", "among"):
        return verb_of(governing, context.words) is not None
    return _beside(prep, context) if prep.lower_ == "with" else bool(context.words.find(governing, "verb", "direct"))


def _beside(prep: Token, context: PointContext) -> bool:
    """Whether who is named after "with" acts too: "jointly with customs", "in cooperation with civil society"."""
    joined = (
        prep.head.dep_ == "pobj" and prep.head.head.lower_ == "in" and context.words.find(prep.head, "noun", "joint")
    )
    return bool(
        joined
        or context.words.find(neighbour(prep, -1), "verb", "joint")
        or context.words.find(prep.head, "verb", "direct")
    )


def _plays(noun: Token, context: PointContext) -> bool:
    """Whether it is said in what somebody has a part: "the role of the Council in", "the contribution of States to"."""
    said = any(one.dep_ == "prep" and one.lower_ in ("in", "to", "as") for one in noun.rights)
    return said and context.words.find(noun, "noun", "part") is not None


def _is_to(prep: Token, context: PointContext) -> bool:
    """Whether whom "for" names is to do what follows: "a motivation for States to address the problem"."""
    for one in prep.head.rights:
        if one.i > prep.i and one.dep_ in ("acl", "relcl", "xcomp", "advcl") and auxiliary(one, "TO"):
            return not (passive(one) or context.words.find(one, "verb", "stative", "undergo"))
    return False


def _helping(of: Token, context: PointContext) -> bool:
    """Whether what is whose helps another to act: "with the assistance of agencies"."""
    noun = of.head
    helping = noun.dep_ == "pobj" and noun.head.lower_ in ("with", "under")
    return helping and verb_of(noun, context.words) is not None
