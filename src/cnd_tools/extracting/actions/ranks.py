"""What is said to be a priority: "training is a priority of UNODC", "mending the lamps should be a priority"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.ratings import rated_as
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS, auxiliary, child, negated, own_subject, subject
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


@rule("cue.is_a_need")
def needed(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield the deed that is said to be a need: "disarmament is an imperative need"; not "water is a need"."""
    word = context.words.find(token, "strength", "noun")
    article = any(one.dep_ == "det" and one.lower_ in ("a", "an") for one in token.lefts)
    if (
        word is None
        or not article
        or token.dep_ != "attr"
        or token.head.lemma_ != "be"
        or child(token, "prep", "relcl")
    ):
        return
    noun = own_subject(token.head)
    if noun is not None and noun.tag_ in (*NOUNS, "VBG") and is_deed(noun, context) and not auxiliary(token.head, "MD"):
        yield cue_at(token, word, noun, CueKind.RANK, agents=(), negative=negated(token.head, context.words))


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
