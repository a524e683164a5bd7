"""Actions: what is to be done, by whom and how strongly (annotation guidelines, "actions")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from cnd_tools.extracting.clauses import child
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.deed import Deed
from cnd_tools.extracting.deeds import deeds
from cnd_tools.extracting.demands import find_demands
from cnd_tools.extracting.held import Held
from cnd_tools.extracting.mention import Mention


@dataclass(frozen=True, slots=True)
class Act:
    """One action in a Doc: a deed with its surroundings.

    Attributes:
        deed: what is to be done.
        source: whose position it is, an actor id or None.
        recipient: whom it is to help, reach or address, or None.
        condition: the clause or phrase under which it is to be done, or None.
        start: first token of the clause that says it.
        end: one past its last token.
    """

    deed: Deed
    source: str | None
    recipient: Mention | None
    condition: Span | None
    start: int
    end: int


def find_actions(held: Sequence[Held], context: PointContext) -> list[Act]:
    """Return the actions of a parsed Doc in order of the text, one for each verb.

    Args:
        held: its positions; directives among them are actions too.
        context: the point.
    """
    found: dict[int, Act] = {}
    for demand in find_demands(held, context):
        for deed in deeds(demand, context):
            if deed.token.i not in found:
                found[deed.token.i] = _act(deed, held, context)
    return [found[at] for at in sorted(found)]


def _act(deed: Deed, held: Sequence[Held], context: PointContext) -> Act:
    start, end = _clause(deed, context)
    return Act(
        deed,
        _source(deed.token, deed.demand.start, held, context),
        _recipient(deed, context),
        _condition(deed, context),
        start,
        end,
    )


def _source(token: Token, cue: int, held: Sequence[Held], context: PointContext) -> str | None:
    """The holder of the nearest position that governs the action, else of its sentence's opening."""
    if context.opening is not None or (context.chapeau and context.chapeau.cue):
        if context.body is not None and not (context.chapeau and context.chapeau.signed):
            return context.body.actor
        return context.chapeau.source if context.chapeau else None
    by_verb: dict[int, Held] = {}
    for one in held:
        by_verb.setdefault(one.verb.i, one)
    here = token
    for _ in range(40):
        if here.i in by_verb:
            return by_verb[here.i].holder.actor
        if here.head is here:
            break
        here = here.head
    governing = by_verb.get(cue)
    return governing.holder.actor if governing else None


def _clause(deed: Deed, context: PointContext) -> tuple[int, int]:
    token = deed.token
    start, end = token.i, token.i + 1
    if deed.demand.start >= context.prefix:
        start = min(start, deed.demand.start)
        end = max(end, deed.demand.end)
    if deed.object is not None and token.sent.start <= deed.object.start < token.sent.end:
        start, end = min(start, deed.object.start), max(end, deed.object.end)
    for one in token.children:
        if one.dep_ not in ("conj", "cc", "punct", "relcl"):
            start, end = min(start, one.left_edge.i), max(end, one.right_edge.i + 1)
    return max(start, context.prefix), end


def _recipient(deed: Deed, context: PointContext) -> Mention | None:
    """An actor after "to" or "for": "provide assistance to African States"."""
    heads = [deed.token]
    if deed.object is not None:
        heads.append(deed.object.root)
    for head in heads:
        for prep in head.rights:
            if prep.dep_ in ("prep", "dative") and prep.lower_ in ("to", "for"):
                thing = child(prep, "pobj")
                found = context.all_of(thing) if thing is not None else ()
                if found:
                    return found[0]
            elif prep.dep_ == "dative":
                found = context.all_of(prep)
                if found:
                    return found[0]
    return None


def _condition(deed: Deed, context: PointContext) -> Span | None:
    """The clause or phrase under which it is to be done: "if …", "where appropriate", "upon request"."""
    doc, verb = deed.token.doc, deed.token
    for one in verb.children:
        if one.dep_ == "advcl" and any(context.words.marker(two, "condition") for two in one.lefts):
            return doc[one.left_edge.i : one.right_edge.i + 1]
    for token in doc[max(deed.demand.start, verb.sent.start) : verb.right_edge.i]:
        proviso = context.words.marker(token, "proviso")
        if proviso is not None:
            return doc[token.i : token.i + len(proviso.words)]
    return None
