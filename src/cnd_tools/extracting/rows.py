"""From what was found in a Doc to the rows of the tables, with offsets in the source."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from cnd_tools.extracting.attributions.messages import message
from cnd_tools.extracting.context import Place, PointContext
from cnd_tools.extracting.matches import ActionMatch, Attribution, CueKind, How, Mention
from cnd_tools.records import Action, Actor, Position, Theme

Found = TypeVar("Found", Actor, Theme)


def position_row(attribution: Attribution, others: Sequence[Attribution], context: PointContext) -> Position:
    """Return a position as a row; it stands where its reporting words do."""
    doc, place = context.doc, context.place
    first, last = place.characters(doc, *attribution.words)
    start, end = place.locate(first, last)
    holder = attribution.source
    return Position(
        document=place.document,
        point=place.point,
        source=holder.actor,
        source_text=holder.text or None,
        verb=attribution.lemma,
        verb_text=place.text[first:last],
        stance=attribution.stance,
        extent=holder.extent,
        message=message(attribution, others, doc, place.prefix, place.text),
        start=start,
        end=end,
        rule=attribution.rule,
    )


def _acted_on(words: str, deadline: str) -> str | None:
    """Return what is acted on without the time at its end, which has a column: "ratify the treaty by 2021"."""
    for time in deadline.split("; ") if deadline else ():
        if words.endswith(f" {time}"):
            return words.removesuffix(time).rstrip(" ,") or None
    return words or None


def action_row(action: ActionMatch, context: PointContext) -> Action:
    """Return an action as a row; it stands where its clause does."""
    doc, place = context.doc, context.place
    cue = action.cue
    first, last = place.characters(doc, action.start, action.end)
    start, end = place.locate(first, last)
    agent = action.agents[0] if action.agents else None
    thing = action.object
    return Action(
        document=place.document,
        point=place.point,
        agent=agent.actor if agent else None,
        agent_text=agent.text if agent else None,
        cue=cue.text,
        strength=cue.strength,
        aim=action.aim,
        lemma=action.lemma,
        object=_acted_on(place.words(doc, thing.start, thing.end), action.deadline) if thing is not None else None,
        recipient=action.recipient.actor if action.recipient else None,
        condition=place.words(doc, action.condition.start, action.condition.end)
        if action.condition is not None
        else None,
        polarity="-" if action.negative else "+",
        source=action.source,
        text=place.text[first:last],
        start=start,
        end=end,
        rule=cue.rule,
        agents="; ".join(dict.fromkeys(one.actor for one in action.agents if one.actor)) or None,
        deadline=action.deadline or None,
        quantity=action.quantity or None,
    )


def placed(row: Found, place: Place) -> Found:
    """Return an actor or a theme found in a Doc with its document, point and offsets in the source."""
    first, last = max(row.start - place.prefix, 0), row.end - place.prefix
    start, end = place.locate(first, last)
    printed = place.text[first:last]  # for the parser a point's first letter may have been made small
    at = (place.document, place.point)
    if isinstance(row, Actor):
        return Actor(*at, row.actor, row.name, row.type, row.role, printed, start, end, row.rule)
    words = printed + row.evidence[len(printed) :]
    return Theme(*at, row.theme, row.title, row.pillar, row.hits, words, start, end)


def implied(
    attributions: Sequence[Attribution], actions: Sequence[ActionMatch], context: PointContext
) -> Iterator[Actor]:
    """Yield the actors a point has though it does not name them: the adopting body, and whom its chapeau asks or names.

    They stand where the words stand that imply them: the opening verb, the item's verb.
    """
    if context.body and context.body.mention and attributions and attributions[0].how is How.OPENING:
        yield _implied(context.body.mention, "source", attributions[0].words, context)
    listing = context.chapeau.speaker if context.chapeau and context.prefix else None
    held = [one for one in attributions if listing and one.source.actor == listing.actor and one.source.start < 0]
    if held and listing and listing.mention:
        yield _implied(listing.mention, "source", held[0].words, context)
    body = context.body
    own = [one for one in actions if body and any(p.actor == body.actor and not p.mention for p in one.agents)]
    if own and body and body.mention:  # "Decides to include": whoever decides is to do it
        at = own[0].token.i
        yield _implied(body.mention, "agent", (at, at + 1), context)
    for action in [one for one in actions if one.cue.kind is CueKind.CHAPEAU][:1]:
        at = action.token.i
        for party in action.agents:
            if party.mention:
                yield _implied(party.mention, "agent", (at, at + 1), context)


def spoken(roles: Mapping[Mention, Collection[str]], context: PointContext) -> Iterator[Actor]:
    """Yield the part of a "we" that stands only before the point's own words, with the first of these for its place."""
    for mention, played in roles.items():
        for role in played if mention.start < context.prefix < len(context.doc) else ():
            yield _implied(mention, role, (context.prefix, context.prefix + 1), context)


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
