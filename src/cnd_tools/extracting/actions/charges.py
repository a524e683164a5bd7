"""What somebody is charged with: "tasked the Office with drafting a plan"."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import child
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.rulebook import rule


@rule("cue.charged_with")
def charged_with(cue: Token, context: PointContext) -> Token | None:
    """What somebody is charged with: "tasked the Office with drafting a plan", "entrusts it with a review of fees"."""
    if context.words.find(cue, "verb", "charge") is None or cue.dep_ in ("acl", "relcl", "amod"):
        return None  # "the Board, tasked with drafting a plan" is described
    preps = (two for one in (cue, *cue.rights) for two in one.rights if two.lower_ == "with" and two.i > cue.i)
    thing = next((found for one in preps if (found := child(one, "pcomp", "pobj")) is not None), None)
    if thing is None or thing.tag_ == "VBG":
        return thing
    return thing if verb_of(thing, context.words) is not None else None
