"""The part each named actor plays in a point: source, agent, recipient or mention (annotation guidelines, "actors")."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from cnd_tools.extracting.acting import is_agent
from cnd_tools.extracting.actions import Act
from cnd_tools.extracting.clauses import neighbour, subject
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.held import Held
from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.receiving import is_recipient, leading


class _Known(NamedTuple):
    """What positions and actions say already: who holds one, who is to do one, and the tokens of what is to be done."""

    sources: Collection[Mention]
    agents: Collection[Mention]
    done: Collection[int]


def find_roles(held: Sequence[Held], acts: Sequence[Act], context: PointContext) -> dict[Mention, list[str]]:
    """Return the parts each mention plays, none for a mere mention.

    Args:
        held: the point's positions, whose holders are sources.
        acts: its actions, whose agents are agents.
        context: the point.
    """
    sources = {one.holder.mention for one in held if one.holder.mention}
    agents = {party.mention for act in acts for party in act.deed.agents if party.mention}
    known = _Known(sources, agents, {act.deed.token.i for act in acts})
    roles: dict[Mention, list[str]] = {mention: [] for mention in context.mentions}
    for mention, head in _heads(context).items():
        if mention in sources or not _speaks_for(head, sources, context):
            roles[mention] = _played(mention, head, known, context)
        else:
            del roles[mention]
    for mention in sources - roles.keys():
        roles[mention] = ["source"]  # a holder the lexicon does not know
    for mention in _helped(acts, context):
        roles.setdefault(mention, []).append("recipient")
    return roles


def _played(mention: Mention, head: Token, known: _Known, context: PointContext) -> list[str]:
    bracketed = _bracketed(mention, head.doc)
    source = mention in known.sources or (bracketed and context.chapeau is not None and context.chapeau.signed)
    if bracketed and not source and mention.type == "country":
        return []  # "chaired by Ms. Smith (Norway)" says only where she is from
    roles = ["source"] if source or _asked(leading(head), context) else []
    if mention in known.agents or (not roles and is_agent(leading(head), mention, context)):
        roles.append("agent")
    if is_recipient(leading(_bearer(head, mention, context)), mention, context, known.done):
        roles.append("recipient")
    return roles


def _bracketed(mention: Mention, doc: Doc) -> bool:
    """Whether an actor stands alone in brackets: where somebody is from or, after an item that is signed, who asks."""
    around = (neighbour(doc[mention.start], -1).text, neighbour(doc[mention.end - 1]).text)
    return around == ("(", ")")


def _heads(context: PointContext) -> dict[Mention, Token]:
    """Return the noun that bears each mention's part: its own, or that of the one before it in one enumeration.

    In "the rights of older persons, migrants and women" a parser may hang "migrants" on another noun than "persons".
    """
    heads: dict[Mention, Token] = {}
    last: Mention | None = None
    for mention in sorted(context.mentions):
        head = _counting(context.doc[mention.root], context)
        if last is not None and _enumerated(context.doc[last.end : mention.start], head, context):
            head = heads[last]
        heads[mention] = head
        last = mention
    return heads


def _counting(head: Token, context: PointContext) -> Token:
    """The noun that bears the function of a counted one: "number" in "a number of States"."""
    of = head.head
    counted = head.dep_ == "pobj" and of.lower_ == "of" and of.head.tag_ in ("NN", "NNS")
    return of.head if counted and context.words.find(of.head, "extent") else head


def _enumerated(between: Span, head: Token, context: PointContext) -> bool:
    """Whether nothing but what joins stands between two names: ", ", "and other", "as well as the"."""
    joining = [token for token in between if token.i < head.left_edge.i or token.dep_ in ("cc", "punct")]
    plain = [token.lower_ for token in joining if context.words.marker(token, "focus") is None]
    if len(plain) < len(joining):
        return {",", "and", "in"}.issuperset(plain)
    listed = head.dep_ in ("conj", "appos")
    return listed and bool(plain) and {",", "and", "or", "as", "well", "including"}.issuperset(plain)


def _asked(first: Token, context: PointContext) -> bool:
    """Whether it is said in passing who asks for something: "as called for by the Secretary-General"."""
    verb = first.head.head if first.dep_ == "pobj" and first.head.lower_ == "by" else None
    return verb is not None and verb.tag_ == "VBN" and context.words.find(verb, "verb", "direct") is not None


def _bearer(head: Token, mention: Mention, context: PointContext) -> Token:
    """The noun that bears a State's part: "the Government" of "the Government of Chad"; not one that only titles."""
    if mention.type not in ("country", "states") or head.dep_ != "pobj" or head.head.lower_ != "of":
        return head
    noun = head.head.head
    return noun if context.words.find(noun, "noun", "holder") and noun.dep_ not in ("appos", "compound") else head


def _speaks_for(head: Token, sources: Collection[Mention], context: PointContext) -> bool:
    """Whether who speaks for a source stands here: "the delegation of Norway said" names Norway alone."""
    if not context.words.find(head, "noun", "holder"):
        return False
    return any(head.i < one.root <= head.right_edge.i and head.is_ancestor(head.doc[one.root]) for one in sources)


def _helped(acts: Sequence[Act], context: PointContext) -> Iterator[Mention]:
    """Who needs or receives help: "transit countries need assistance"; and whom an action has for recipient."""
    for act in acts:
        bearer = act.deed.demand.bearer
        if bearer is None and context.words.find(act.deed.token, "verb", "undergo"):
            bearer = subject(act.deed.token)
        yield from (party.mention for party in context.parties(bearer) if party.mention)
        if act.recipient is not None:
            yield from context.all_of(context.doc[act.recipient.root])
