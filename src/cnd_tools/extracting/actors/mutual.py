"""Those who do something for each other: "shall afford one another assistance" helps whoever is to give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import neighbour, tokens
from cnd_tools.extracting.matches import ActionMatch, Mention
from cnd_tools.extracting.rulebook import rule

_NEAR = 12  # tokens at most from a verb to those it is done to


def mutual(actions: Sequence[ActionMatch], context: PointContext) -> Iterator[Mention]:
    """Yield a mention of whoever is to act for "each other" after a verb, as those it is done to.

    Args:
        actions: what is to be done in the point.
        context: the point.
    """
    for action in actions:
        other = each_other(action.token, context)
        for party in action.agents if other is not None else ():
            if other is not None and party.mention is not None:
                rule_of = f"pronoun:{context.doc[other.i - 1 : other.i + 1].text}"
                start = other.i - 1
                yield replace(party.mention, start=start, end=other.i + 1, root=other.i, rule=rule_of, pronoun=True)


@rule("recipient.each_other")
def each_other(verb: Token, context: PointContext) -> Token | None:
    """Return the last word of "each other" or "one another" where it is done to them, None where it is not.

    Args:
        verb: what is to be done.
        context: the point.
    """
    for token in tokens(verb.doc, verb.i + 1, verb.i + _NEAR):
        if token.text in ";:":
            break
        if context.words.marker(token, "reciprocal") is not None:
            before = neighbour(token, -1)
            joined = before.tag_ == "IN" and before.lower_ not in ("to", "for")  # "cooperate with each other"
            return None if joined else neighbour(token)
    return None
