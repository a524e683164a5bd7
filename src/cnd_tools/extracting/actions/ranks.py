"""What is said to be a priority: "training is a priority of UNODC", "mending the lamps should be a priority"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.ratings import rated_as
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import auxiliary, child, own_subject, subject
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.grammar.repairs import acted_on, stranded_subject
from cnd_tools.extracting.matches import Cue, CueKind, cue_at
from cnd_tools.extracting.rulebook import rule


@rule("cue.rank")
def rank(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what a noun ranks: "training is a priority of UNODC", "fighting piracy remained one of the priorities"."""
    word = context.words.find(token, "strength", "rank")
    if word is None:
        return
    said = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    if token.dep_ in ("compound", "amod") and context.words.find(token.head, "noun", "topic", "element"):
        said = token.head  # "was a priority objective"
    verb = said.head if said.dep_ == "attr" else rated_as(said, context)  # "was seen as a priority"
    if verb is None or auxiliary(verb, "MD"):
        return
    noun = own_subject(verb) or stranded_subject(verb)
    if noun is None:
        return
    gerund = noun.left_edge
    if gerund.tag_ == "VBG" and acted_on(gerund) == noun:
        noun = gerund
    if noun.tag_.startswith("N") or noun.tag_ == "VBG" or auxiliary(noun, "TO"):
        agents = tuple(
            party for one in token.rights if one.dep_ == "prep" for party in context.parties(child(one, "pobj"))
        )
        yield cue_at(token, word, noun, CueKind.RANK, agents=agents)


@rule("cue.to_be_priority")
def prioritized(verb: Token, context: PointContext) -> Token | None:
    """Return the deed that is to be a priority: "mending the lamps should be a priority"; not "ports should be one"."""
    what = child(verb, "attr") if verb.lemma_ == "be" else None
    if what is None or context.words.find(what, "strength", "rank") is None:
        return None
    noun = own_subject(verb) or subject(verb)
    begun = noun.left_edge if noun is not None else None
    noun = begun if begun is not None and begun.tag_ == "VBG" and acted_on(begun) == noun else noun
    return noun if noun is not None and is_deed(noun, context) else None


def is_deed(noun: Token, context: PointContext) -> bool:
    """Return whether a noun or a gerund names something to do: "closer cooperation", "mending lamps", "measures"."""
    if noun.tag_ == "VBG" or verb_of(noun, context.words) is not None:
        return True
    return context.words.find(noun, "noun", "light", "way") is not None
