"""Points to rows: who holds what, who should do what, on which theme. `analyse_point` is the one order of it.

Pipeline, spaCy components and notebooks all come here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from spacy.tokens import Doc

from cnd_tools.extracting.actions.finder import find_actions
from cnd_tools.extracting.actions.inheritance import asked_by
from cnd_tools.extracting.actors.gazetteer import Read, read_names
from cnd_tools.extracting.actors.mentions import Roles, actors, find_mentions
from cnd_tools.extracting.actors.roles import find_roles
from cnd_tools.extracting.actors.speakers import with_first_person
from cnd_tools.extracting.attributions.finder import find_attributions
from cnd_tools.extracting.attributions.floor import has_the_floor
from cnd_tools.extracting.completing import Complete, completing
from cnd_tools.extracting.context import Chapeau, PointContext
from cnd_tools.extracting.grammar.columns import let_go, look_at
from cnd_tools.extracting.grammar.reattachment import mended
from cnd_tools.extracting.matches import NOBODY_SPOKE, ActionMatch, Attribution, Floor
from cnd_tools.extracting.promised_above import with_times
from cnd_tools.extracting.rows import action_row, implied, placed, position_row, spoken
from cnd_tools.extracting.rulebook import reading
from cnd_tools.extracting.themes import themes
from cnd_tools.records import Action, Actor, Position, Theme


@dataclass(frozen=True, slots=True)
class PointAnalysis:
    """What a point says.

    Attributes:
        actors: its rows of actors, like all rows in order of the text and with offsets into the source.
        themes: its rows of themes.
        positions: its rows of positions.
        actions: its rows of actions.
        chapeau: what the items under it inherit.
        floor: who goes on speaking after it.
    """

    actors: tuple[Actor, ...]
    themes: tuple[Theme, ...]
    positions: tuple[Position, ...]
    actions: tuple[Action, ...]
    chapeau: Chapeau
    floor: Floor = NOBODY_SPOKE


def analyse_point(doc: Doc, context: PointContext, *, complete: Complete | None = None) -> PointAnalysis:
    """Return what a point says.

    Args:
        doc: the point as it was framed (`framing`), tagged, parsed and lemmatized.
        context: what is known of it beforehand, from its document and the points above (`documents`).
        complete: reads it with the first of its items, where it has some (`completing`).
    """
    reading(context.place.point, doc)
    context, names = in_context(doc, context)
    doc = context.doc
    attributions = find_attributions(context)
    actions = find_actions(attributions, context)
    actions, chapeau = completing(actions, asked_by(attributions, actions, context), complete, context)
    leads = doc[-1:].text == ":" and chapeau is not context.chapeau  # what stands above has its own words
    asked = chapeau.agents if leads else ()
    roles = find_roles(attributions, actions, context, asked=asked)
    found = PointAnalysis(
        actors=tuple(_actors(roles, attributions, actions, context)),
        themes=tuple(placed(one, context.place) for one in themes(doc, lexicon=context.lexicon, names=names)),
        positions=tuple(position_row(one, attributions, context) for one in attributions),
        actions=tuple(action_row(one, context) for one in actions),
        chapeau=with_times(chapeau, actions, context),
        floor=has_the_floor(attributions, context),
    )
    let_go(doc)
    return found


def in_context(doc: Doc, context: PointContext) -> tuple[PointContext, Read]:
    """Return the context of a point that is parsed, with whom it mentions, and its names."""
    look_at(doc)
    names = read_names(doc, context.lexicon, short_names=context.short_names)
    words = context.words
    find = partial(find_mentions, lexicon=context.lexicon, short_names=context.short_names, names=names, words=words)
    mentions = find(doc)
    spans = ((one.start, one.end) for one in mentions)
    makers, verb_in = words.table("verb", "compounding"), partial(words.base, ending="ing")
    whole = mended(doc, spans, words.adjectives, makers, said=words.reporting, nouns=words.nouns, verb_in=verb_in)
    if whole is not doc:
        let_go(doc)
        doc = whole
        look_at(doc)
        mentions = find(doc)
    mentions = [one for one in mentions if one.start >= context.prefix]
    if context.speaker is not None:
        mentions = with_first_person(mentions, doc, context.speaker)
    return context.reading(doc, names, mentions), names


def name_point(doc: Doc, context: PointContext) -> PointAnalysis:
    """Return what a point says as far as that needs no parse: who is named, as mentions, and its themes.

    Args:
        doc: the point as printed; tags and lemmas help.
        context: what is known of it beforehand.
    """
    names = read_names(doc, context.lexicon, short_names=context.short_names)
    mentions = find_mentions(doc, lexicon=context.lexicon, short_names=context.short_names, names=names)
    return PointAnalysis(
        actors=tuple(placed(one, context.place) for one in actors(doc, dict.fromkeys(mentions, ()))),
        themes=tuple(placed(one, context.place) for one in themes(doc, lexicon=context.lexicon, names=names)),
        positions=(),
        actions=(),
        chapeau=Chapeau(),
    )


def _actors(
    roles: Roles, attributions: Sequence[Attribution], actions: Sequence[ActionMatch], context: PointContext
) -> Iterator[Actor]:
    """Those who are named, then those who are only implied, each in a role once."""
    seen = set()
    here = {mention: played for mention, played in roles.items() if mention.start >= context.prefix}
    for one in actors(context.doc, here, lexicon=context.lexicon):
        seen.add((one.actor, one.role))
        yield placed(one, context.place)
    for one in (*spoken(roles, context), *implied(attributions, actions, context)):
        if (one.actor, one.role) not in seen:
            seen.add((one.actor, one.role))
            yield one
