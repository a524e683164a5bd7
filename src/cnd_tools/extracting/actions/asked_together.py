"""What two directives ask alike, over one list of items: "Calls upon States, and invites banks, to: (a) Fund …"."""

from __future__ import annotations

from dataclasses import replace

from cnd_tools.extracting.actions.directives import addressee_of
from cnd_tools.extracting.context import Chapeau, PointContext
from cnd_tools.extracting.grammar.clauses import VERBS
from cnd_tools.extracting.matches import Attribution
from cnd_tools.extracting.rulebook import rule

_ASKS_OWN = VERBS | {"TO", "MD", "WDT"}  # tags of words by which a directive asks something of its own


@rule("chapeau.asked_together")
def asked_together(asked: Chapeau, before: Attribution, last: Attribution, context: PointContext) -> Chapeau | None:
    """Return what items inherit where the directive before the last one of their chapeau asks the same of others.

    Who is addressed first is asked first, and as strongly as the verb says that addresses them. "Urges States to report
    and invites banks to: (a) …" asks two things.

    Args:
        asked: what the last directive hands on.
        before: the position that stands before it.
        last: that of the last directive.
        context: the chapeau.
    """
    word = context.words.find(before.verb, "verb", "direct")
    between = context.doc[before.verb.i + 1 : last.verb.i]
    if word is None or not asked.agents or not len(between) or last.verb.head != before.verb:
        return None
    addressee = addressee_of(before.verb, word)
    if addressee is None or between[-1].tag_ not in ("CC", "RB") or any(one.tag_ in _ASKS_OWN for one in between):
        return None
    known = {one.actor for one in asked.agents}
    others = tuple(one for one in context.parties(addressee) if one.actor not in known)
    if not others:
        return None
    cue = context.doc[before.verb.i : before.end].text
    return replace(asked, cue=cue, strength=word.field("strength"), agents=(*others, *asked.agents))
