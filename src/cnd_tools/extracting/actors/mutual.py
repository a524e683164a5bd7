"""Those who do something with or for each other: "cooperation among States", "shall afford one another assistance"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS, VERBS, child, first_of, neighbour, tokens
from cnd_tools.extracting.matches import ActionMatch, Mention
from cnd_tools.extracting.rulebook import rule

_NESTED = 5  # nouns at most in one another's phrases
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


def both_act(prep: Token, governing: Token, context: PointContext) -> bool:
    """Return whether those "between" or "among" whom something is do it: "the exchange of information among ports".

    Args:
        prep: the preposition.
        governing: what it hangs on.
        context: the point.
    """
    before = neighbour(prep, -1)
    if governing.dep_ == "acl":
        governing = governing.head  # "the cooperation begun between"
    elif governing.tag_ in VERBS and before.tag_ in NOUNS:
        governing = before
    chain = [*_within(governing), before]
    shared = [child(one, "dobj") for one in chain if one.tag_ in VERBS]  # "close cooperation in this regard among"
    near = [one for one in (*chain, *shared) if one is not None and one.i < prep.i]
    nouns = (two for one in near for two in (one, first_of(one)))  # "exchanges and training among"
    return any(_is_mutual(one, context) for one in nouns)


@rule("role.mutual_noun")
def _is_mutual(noun: Token, context: PointContext) -> bool:
    """Whether both sides do what a noun says, also where a tokenizer parts it: "co-operation"."""
    joined = neighbour(noun, -1).text == "-" and not neighbour(noun, -1).whitespace_
    parted = f"{neighbour(noun, -2).lower_}{noun.lemma_.lower()}" if joined else ""
    known = context.words.find(noun, "noun", "mutual") is not None
    return known or (parted != "" and parted in context.words.table("noun", "mutual"))


def _within(noun: Token) -> Iterator[Token]:
    """A noun and those it belongs to: "cooperation in the promotion of trade" of "trade"."""
    for _ in range(_NESTED):
        yield noun
        if noun.dep_ != "pobj" or noun.head.head == noun.head:
            return
        noun = noun.head.head
