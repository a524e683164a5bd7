"""One thing to be done, and how a verb says it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from cnd_tools.extracting.clauses import child, negated, passive, subject
from cnd_tools.extracting.context import Party, PointContext
from cnd_tools.extracting.demand import Demand
from cnd_tools.extracting.nominals import verb_lemma
from cnd_tools.extracting.objects import object_of


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to be done.

    Attributes:
        demand: what asks for it.
        token: the verb or noun that carries the meaning.
        lemma: its lemma, or that of the verb in the noun.
        aim: the words that say it.
        agents: who is to do it, in order; empty where the text does not say.
        object: the phrase it acts on, or None.
        negative: whether it is not to be done.
    """

    demand: Demand
    token: Token
    lemma: str
    aim: str
    agents: tuple[Party, ...]
    object: Span | None
    negative: bool


def deed_of(demand: Demand, verb: Token, spoken: tuple[Token, Token], context: PointContext) -> Deed:
    """Return what a verb says is to be done.

    Args:
        demand: what asks for it.
        verb: the verb that carries the meaning.
        spoken: the first and the last verb of the words that say it.
        context: the point.
    """
    agents = demand.agents
    if passive(verb) and demand.agents is None:
        by = child(verb, "agent") or (child(verb.head, "agent") if _shares_passive(verb) else None)
        by = by if by is not None and (by.head == verb or by.i < verb.i) else None
        agents = context.parties(child(by, "pobj")) if by is not None else ()
    elif agents is None and context.words.find(verb, "verb", "undergo", "stay"):
        agents = ()
    elif agents is None:
        agents = context.parties(subject(verb)) if verb.lemma_ != "be" else ()
    aim = _aim(demand, *spoken)
    negative = demand.negative or negated(verb, context.words)
    return Deed(demand, verb, verb_lemma(verb, context.words), aim, agents, object_of(verb, context), negative)


def _shares_passive(verb: Token) -> bool:
    """Whether a participle has no auxiliary of its own: "audited by States and made public"."""
    return verb.dep_ == "conj" and child(verb, "aux", "auxpass") is None


def _aim(demand: Demand, first: Token, last: Token) -> str:
    """The verb's words: its auxiliaries but for the cue and "to", the light verb before it, and for "be" what it is."""
    doc = first.doc
    start = min(first.i, last.i)
    for one in first.lefts:
        if one.dep_ in ("auxpass", "aux") and one.tag_ not in ("MD", "TO") and one.i >= demand.end:
            start = min(start, one.i)
    end = max(first.i, last.i) + 1
    if last.lemma_ == "be":
        what = child(last, "acomp", "attr", "prep")
        if what is not None:
            end = what.right_edge.i + 1 if what.dep_ == "prep" else what.i + 1
    if end - start > 12:
        start = last.i
        end = last.i + 1
    return doc[start:end].text
