"""What a need goes on with: from deeds to things, and from things to deeds."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FARTHEST, FINITE, NOUNS, auxiliary, child, neighbour
from cnd_tools.extracting.grammar.nominal_series import nominal_series
from cnd_tools.extracting.rulebook import rule

_OF = frozenset(("for", "of"))


@rule("cue.need_and_for")
def and_for(infinitive: Token, context: PointContext) -> Iterator[Token]:
    """Yield what a need is for besides what is to be done: "the need to combat fraud and for closer cooperation".

    Args:
        infinitive: what is to be done.
        context: the point.
    """
    for token in infinitive.doc[infinitive.i + 1 : min(infinitive.sent.end, infinitive.i + FARTHEST)]:
        if token.lower_ in _OF and neighbour(token, -1).tag_ == "CC":
            thing = child(token, "pobj", "pcomp") if token.lower_ == "for" else None
            if thing is not None:
                yield thing
                yield from nominal_series(token, thing, context.words) if thing.tag_ not in ("VB", "VBN") else ()
            return
        own = token.tag_ in FINITE and token.dep_ not in ("relcl", "aux", "auxpass")
        if own or token.lower_ == "for" or token.text in (";", ":"):
            return


@rule("cue.need_for_and_to")
def and_to(infinitive: Token) -> bool:
    """Whether an infinitive goes on with what is needed: "the need for training, for better maps and to mend nets".

    Args:
        infinitive: the first infinitive after the need.
    """
    to = auxiliary(infinitive, "TO")
    return to is not None and neighbour(to, -1).tag_ == "CC" and infinitive.head.tag_ in NOUNS
