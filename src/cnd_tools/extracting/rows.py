"""From what was found in a Doc to the rows of the tables, with offsets in the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from spacy.tokens import Doc

from cnd_tools.extracting.actions import Act
from cnd_tools.extracting.held import Held
from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.messages import message
from cnd_tools.extracting.setting import Setting
from cnd_tools.records import Action, Actor, Position, Theme

Found = TypeVar("Found", Actor, Theme)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a Doc's text stands.

    Attributes:
        document: the document's name.
        point: the point's citation.
        locate: from characters of the point's text to characters of the source.
        prefix: characters put before the point's text in the Doc.
        text: the point's own text.
    """

    document: str
    point: str
    locate: Callable[[int, int], tuple[int, int]]
    prefix: int
    text: str

    def characters(self, doc: Doc, start: int, end: int) -> tuple[int, int]:
        """Return tokens `start` to `end` as characters of the point's text."""
        first = doc[max(start, 0)].idx - self.prefix
        last = doc[end - 1].idx + len(doc[end - 1]) - self.prefix
        return max(first, 0), max(last, 1)

    def words(self, doc: Doc, start: int, end: int) -> str:
        """Return tokens `start` to `end` as printed in the point."""
        first, last = self.characters(doc, start, end)
        return self.text[first:last]


def position_row(held: Held, others: Sequence[Held], doc: Doc, place: Place) -> Position:
    """Return a position as a row; it stands where its reporting words do."""
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


def action_row(act: Act, doc: Doc, place: Place) -> Action:
    """Return an action as a row; it stands where its clause does."""
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


def implied(held: Sequence[Held], acts: Sequence[Act], doc: Doc, place: Place, setting: Setting) -> Iterator[Actor]:
    """Yield the actors a point has though it does not name them: the adopting body, and whom its chapeau asks.

    They stand where the words stand that imply them: the opening verb, the item's verb.
    """
    if setting.body and setting.body.mention and held and held[0].rule.startswith("opening"):
        yield _implied(setting.body.mention, "source", held[0].words, doc, place)
    body = setting.body
    own = [one for one in acts if body and any(p.actor == body.actor and not p.mention for p in one.deed.agents)]
    if own and body and body.mention:  # "Decides to include": whoever decides is to do it
        at = own[0].deed.token.i
        yield _implied(body.mention, "agent", (at, at + 1), doc, place)
    for act in [one for one in acts if one.deed.demand.rule == "chapeau"][:1]:
        at = act.deed.token.i
        for party in act.deed.agents:
            if party.mention:
                yield _implied(party.mention, "agent", (at, at + 1), doc, place)


def _implied(mention: Mention, role: str, tokens: tuple[int, int], doc: Doc, place: Place) -> Actor:
    first, last = place.characters(doc, *tokens)
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
