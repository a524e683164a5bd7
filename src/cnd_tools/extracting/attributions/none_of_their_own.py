"""What was found and is no position of its own: what a treaty allows, what a holder says of himself."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from spacy.tokens import Token

from cnd_tools.extracting.attributions.signatures import told_by
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import VERBS, child, own_subject
from cnd_tools.extracting.matches import OPPOSITE, Attribution
from cnd_tools.extracting.rulebook import rule

_OUT_OF = 5  # tokens from past a number to what it is of: "178 out of 193 recommendations"
_DEEPEST = 6  # steps at most from a verb up to one that says that it is held


def left_over(found: Iterable[Attribution], context: PointContext) -> list[Attribution]:
    """Return the positions that are left without those that are none of their own.

    Args:
        found: the positions of the point, in order.
        context: the point.
    """
    own = [one for one in found if not _lent(one, context) and not _of_law(one, context)]
    own = [one for one in own if not _of_review(one.verb, context)]
    spoken_for = {
        one.verb.i for one in own if one.source.ally >= 0 and one.source.actor and one.source.stance in ("", "report")
    }
    own = [one for one in own if not (one.verb.i in spoken_for and _somebody(one))]
    said = {(one.verb.i, one.source.actor) for one in own}
    return [one for one in own if not _of_itself(one, said) and not _done_before(one, said)]


@rule("attribution.of_law")
def _of_law(one: Attribution, context: PointContext) -> bool:
    """Whether a provision only speaks of what may be said: in a treaty nothing is held but what Parties undertake."""
    binds = context.words.find(one.verb, "strength", "bind") or context.words.find(one.verb, "verb", "direct")
    # "The Parties agree to exchange data"
    agreed = context.words.find(one.verb, "strength", "will") is not None and child(one.verb, "xcomp") is not None
    return context.legal and context.opening is None and binds is None and not agreed


def _lent(one: Attribution, context: PointContext) -> bool:
    """Whether a verb's holder is the subject that an item was lent: "They should stop it and declare"."""
    return context.signed_from >= 0 and 0 <= one.source.start < context.prefix and not told_by(one, context)


def _somebody(one: Attribution) -> bool:
    """Whether a pronoun is whoever speaks for those who are named: "Speaking for the African Group, she said"."""
    return one.source.actor is None and one.source.start >= 0 and one.verb.doc[one.source.start].tag_ == "PRP"


@rule("attribution.of_review")
def _of_review(verb: Token, context: PointContext) -> bool:
    """Whether it is only told what a State did with what it was advised: "was pleased that it had supported them all".

    In reports of reviews by peers that is the outcome: "the recommendations it had supported", "had been accepted".
    """
    perfect = any(one.lemma_ == "have" and one.dep_ == "aux" for one in verb.lefts)
    if not perfect or context.words.find(verb, "verb", "answering") is None:
        return False
    thing = child(verb, "dobj", "nsubjpass")
    inner = verb.dep_ == "relcl" and (thing is None or thing.tag_ in ("IN", "WDT"))
    if inner:  # "the recommendations on courts that it had supported"
        nouns = [verb.head, verb.head.head, verb.head.head.head]
    else:  # "had supported 178 out of 193 recommendations"
        nouns = [*verb.doc[thing.left_edge.i : thing.right_edge.i + _OUT_OF]] if thing is not None else []
    return any(context.words.find(one, "noun", "advice") for one in nouns)


@rule("attribution.of_itself")
def _of_itself(one: Attribution, said: Collection[tuple[int, str | None]]) -> bool:
    """Whether a verb only goes on with what its holder says: "Chad said it could not support the text" is said.

    So is what a person says that his country or delegation holds: "Ms. Lind (Chad) said that her delegation supported".
    """
    start, speaker = one.source.start, own_subject(one.verb)
    whose = next((two.lower_ for two in speaker.lefts if two.tag_ == "PRP$"), "") if speaker is not None else ""
    pronoun = 0 <= start < one.verb.i and (bool(whose) or one.verb.doc[start].tag_ == "PRP")
    here = one.verb
    before = any(two.lower_ == "had" and two.dep_ == "aux" for two in one.verb.lefts)  # "said he had expected it"
    for _ in range(_DEEPEST if pronoun and (one.stance in OPPOSITE or before) else 0):
        if here.dep_ == "advcl":
            return False  # "asked it to stop, as it condemned the attacks"
        governed, here = here.dep_ in ("ccomp", "xcomp"), here.head
        if governed and here.i < start and ((here.i, one.source.actor) in said or _a_person(here, whose, said)):
            return True
        if not governed and here.tag_ not in VERBS:
            return False
    return False


def _a_person(verb: Token, whose: str, said: Collection[tuple[int, str | None]]) -> bool:
    """Whether a person says something of what is his or hers."""
    return whose in ("his", "her") and any(at == verb.i and (actor or "").startswith("person:") for at, actor in said)


@rule("attribution.done_before")
def _done_before(one: Attribution, said: Collection[tuple[int, str | None]]) -> bool:
    """Whether it is only told that a text had been agreed, by nobody who is named: "recalled that it had been agreed".

    "Recalled that concern had been expressed" says that somebody did.
    """
    verb = one.verb
    agreed = one.source.start < 0 and one.source.extent == "consensus" and one.rule == "passive:verb"
    before = any(two.lower_ in ("had", "been") for two in verb.lefts)
    told = verb.dep_ == "ccomp" and verb.head.i < verb.i and any(at == verb.head.i for at, _ in said)
    thing = child(verb, "nsubjpass")  # "noted that it had been agreed that" says that all did
    return agreed and before and told and thing is not None and thing.tag_ != "PRP"
