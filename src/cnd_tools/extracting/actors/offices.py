"""Offices, units and delegations that are named only for whom they speak for, or who leads them."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from cnd_tools.extracting.actors.recipients import leading
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import neighbour
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule


@rule("role.of_whose")
def of_whose(mention: Mention, head: Token, context: PointContext) -> list[Mention]:
    """Return whose delegation acts that a pronoun stands before: "His delegation had abstained" is of Japan, who spoke.

    Args:
        mention: the delegation.
        head: its noun.
        context: the point.
    """
    own = mention.type == "meeting" and head.tag_ == "NN" and any(one.tag_ == "PRP$" for one in head.lefts)
    if not own or not context.words.find(head, "noun", "holder"):
        return []
    return [one for one in context.of(head) if one.type == "country" and one.end <= mention.start]


@rule("role.led_by_holder")
def led_by_holder(mention: Mention, sources: Collection[Mention], context: PointContext) -> bool:
    """Return whether a name only says of what somebody is head: "the Chief of the Planning Office said".

    Args:
        mention: somebody who is named.
        sources: those who hold a position.
        context: the point.
    """
    of = context.doc[mention.root].head
    if of.lower_ != "of" or of.i >= mention.start:
        return False
    if mention.type == "meeting" and context.words.find(context.doc[mention.root], "noun", "holder"):
        leader = neighbour(of, -1).lower_.removesuffix("s")  # "Ministers and Heads of Delegation", read as a name
        return leader in context.words.table("noun", "rank")
    unit = mention.type == "organization" and mention.rule.startswith("name:")
    return unit and any(one.rule == "holder:name" and one.end == of.i for one in sources)


@rule("role.speaks_for_source")
def speaks_for_source(head: Token, named: Collection[Mention], context: PointContext) -> bool:
    """Return whether who speaks for a source stands here: "the delegation of Norway said", "Norway's delegate said".

    Args:
        head: the noun of whoever stands here.
        named: the sources and States that are named.
        context: the point.
    """
    if not context.words.find(head, "noun", "holder", "ruler"):
        return False
    near = range(head.left_edge.i, head.right_edge.i + 1)
    within = (head.doc[one.root] for one in named if one.root in near and one.root != head.i)
    return any(head.is_ancestor(one) and leading(one) != head for one in within)  # not "States, including Norway"
