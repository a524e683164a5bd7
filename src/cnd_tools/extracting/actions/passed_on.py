"""Demands that ask somebody else: "recommends: (a) To invite donors to fund clinics", "decided to urge States to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.actions.directives import addressee_of
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import child, own_subject, passive
from cnd_tools.extracting.grammar.repairs import far_infinitive
from cnd_tools.extracting.grammar.verb_series import infinitive_beside
from cnd_tools.extracting.matches import Cue, CueKind
from cnd_tools.extracting.rulebook import rule


def asked_of_nobody(cue: Cue, context: PointContext) -> bool:
    """Whether what an item inherits is asked of nobody, or of the body that resolves: "RESOLVES: 1. To urge …"."""
    asked, chapeau = cue.agents or (), context.chapeau
    itself = len(asked) == 1 and chapeau is not None and asked[0].actor == chapeau.source
    return (cue.kind is CueKind.CHAPEAU and (not cue.agents or itself)) or _decided(cue, context)


def _decided(cue: Cue, context: PointContext) -> bool:
    """Whether a body says what itself does: "decided to request the secretariat to prepare a paper"."""
    word = context.words.find(context.doc[cue.start], "verb", "direct") if cue.kind is CueKind.DIRECTIVE else None
    return word is not None and bool(word.field("self")) and cue.head.tag_ == "VB"


@rule("cue.passed_on")
def passed_on(cue: Cue, verb: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what an item asks somebody else to do: "recommends: (a) To invite donors to fund clinics".

    Args:
        cue: what the item inherits, or what a body decides; whoever is asked already is to ask others.
        verb: one of the verbs that the item begins with, or that it decides to do.
        context: the point.
    """
    asks = asked_of_nobody(cue, context) and verb.tag_ in ("VB", "VBP", "VBG")
    word = context.words.find(verb, "verb", "direct") if asks else None
    if word is None:
        return
    onwards = replace(cue, text=verb.text, strength=word.field("strength"), kind=CueKind.DIRECTIVE)
    clause = child(verb, "ccomp")
    doer = own_subject(clause) if clause is not None and clause.tag_ in ("VB", "VBP") else None
    if clause is not None and doer is not None:  # "To recommend that States open ports"
        yield replace(onwards, head=clause, agents=() if passive(clause) else context.parties(doer))
        return
    addressee = addressee_of(verb, word) if not word.field("self") else None
    if addressee is None or passive(verb):
        return
    parties, named = context.parties(addressee), context.all_of(addressee)
    if named:
        asked = infinitive_beside(context.doc[max(m.end for m in named) - 1])
    else:  # "to urge the organs concerned, within their mandates, to provide"; things are asked of nobody
        asked = far_infinitive(addressee, addressee.sent.end) if cue.agents else None
    if asked is not None:
        yield replace(onwards, head=asked, agents=parties)
