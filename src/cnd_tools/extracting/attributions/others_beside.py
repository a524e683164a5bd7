"""Others who are named between a holder and a verb, and hold something of their own."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FINITE, neighbour, own_subject
from cnd_tools.extracting.rulebook import rule

_FAR = 60  # tokens at most back to the "while" of a verb


@rule("source.after_while")
def named_after_while(verb: Token, context: PointContext) -> bool:
    """Return whether others are named before a verb that a parser joins to the first: "…, while X, for Y, regretted".

    Args:
        verb: the verb.
        context: the point.
    """
    if verb.dep_ != "conj" or own_subject(verb) is not None or verb.head.i > verb.i:
        return False
    between = verb.doc[max(verb.head.i, verb.i - _FAR) : verb.i]
    opens = next((one for one in reversed(between) if one.lower_ == "while"), None)
    if opens is None or any(one.tag_ in FINITE for one in verb.doc[opens.i : verb.i]):
        return False
    name = neighbour(opens, 2) if neighbour(opens).tag_ == "DT" else neighbour(opens)
    return name.i in context.at


@rule("source.with_others_saying")
def past_those_who(joining: Token, end: int, context: PointContext) -> int | None:
    """Return where to go on after those who do something of their own, or None: "Norway, with Japan opposing, urged".

    Args:
        joining: the word that may join them to a holder.
        end: one past the last token that may name a holder.
        context: the point.
    """
    stop = next((one.i for one in joining.doc[joining.i : end] if one.text == ","), end)
    ends = {one.end for one in context.mentions if joining.i < one.start}
    acts = any(one.tag_ == "VBG" and one.i in ends for one in joining.doc[joining.i + 1 : stop])
    return stop if acts and joining.lower_ == "with" else None
