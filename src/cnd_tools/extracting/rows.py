"""From what was found in a Doc to the rows of the tables, with offsets in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from cnd_tools.extracting.actions import Act
from cnd_tools.extracting.context import Place, PointContext
from cnd_tools.extracting.held import Held
from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.messages import message
from cnd_tools.records import Action, Actor, Position, Theme

Found = TypeVar("Found", Actor, Theme)


def position_row(held: Held, others: Sequence[Held], context: PointContext) -> Position:
    """Return a position as a row; it stands where its reporting words do."""
    doc, place = context.doc, context.place
    first, last = place.characters(doc, *held.words)
    start, end = place.locate(first, last)
    holder = held.holder
    return Position(
        document=place.document,
        point=place.point,
        source=holder.actor,
        source_text=holder.text or None,
        verb=held.lemma,
        verb_text=place.text[first:last],
        stance=held.stance,
        extent=holder.extent,
        message=message(held, others, doc, place.prefix, place.text),
        start=start,
        end=end,
        rule=held.rule,
    )


def action_row(act: Act, context: PointContext) -> Action:
    """Return an action as a row; it stands where its clause does."""
    doc, place = context.doc, context.place
    deed, demand = act.deed, act.deed.demand
    first, last = place.characters(doc, act.start, act.end)
    start, end = place.locate(first, last)
    agent = deed.agents[0] if deed.agents else None
    thing = deed.object
    return Action(
        document=place.document,
        point=place.point,
        agent=agent.actor if agent else None,
        agent_text=agent.text if agent else None,
        cue=demand.cue,
        strength=demand.strength,
        aim=deed.aim,
        lemma=deed.lemma,
        object=place.words(doc, thing.start, thing.end) if thing is not None else None,
        recipient=act.recipient.actor if act.recipient else None,
        condition=place.words(doc, act.condition.start, act.condition.end) if act.condition is not None else None,
        polarity="-" if deed.negative else "+",
        source=act.source,
        text=place.text[first:last],
        start=start,
        end=end,
        rule=demand.rule,
    )


def placed(row: Found, place: Place) -> Found:
    """Return an actor or a theme found in a Doc with its document, point and offsets in the source."""
    first, last = max(row.start - place.prefix, 0), row.end - place.prefix
    start, end = place.locate(first, last)
    row = replace(row, document=place.document, point=place.point, start=start, end=end)
    printed = place.text[first:last]  # for the parser a point's first letter may have been made small
    if isinstance(row, Actor):
        return replace(row, text=printed)
    return replace(row, evidence=printed + row.evidence[len(printed) :])


def implied(held: Sequence[Held], acts: Sequence[Act], context: PointContext) -> Iterator[Actor]:
    """Yield the actors a point has though it does not name them: the adopting body, and whom its chapeau asks.

    They stand where the words stand that imply them: the opening verb, the item's verb.
    """
    if context.body and context.body.mention and held and held[0].rule.startswith("opening"):
        yield _implied(context.body.mention, "source", held[0].words, context)
    body = context.body
    own = [one for one in acts if body and any(p.actor == body.actor and not p.mention for p in one.deed.agents)]
    if own and body and body.mention:  # "Decides to include": whoever decides is to do it
        at = own[0].deed.token.i
        yield _implied(body.mention, "agent", (at, at + 1), context)
    for act in [one for one in acts if one.deed.demand.rule == "chapeau"][:1]:
        at = act.deed.token.i
        for party in act.deed.agents:
            if party.mention:
                yield _implied(party.mention, "agent", (at, at + 1), context)


def _implied(mention: Mention, role: str, tokens: tuple[int, int], context: PointContext) -> Actor:
    place = context.place
    first, last = place.characters(context.doc, *tokens)
    start, end = place.locate(first, last)
    text = place.text[first:last]
    return Actor(
        place.document,
        place.point,
        mention.actor,
        mention.name,
        mention.type,
        role,
        text,
        start,
        end,
        f"implied:{role}",
    )
