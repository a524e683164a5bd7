"""The part each named actor plays in a point: source, agent, recipient or mention (annotation guidelines, "actors")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from cnd_tools.extracting.actions import Act
from cnd_tools.extracting.clauses import VERBS, passive
from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.nominals import verb_of
from cnd_tools.extracting.positions import Held
from cnd_tools.extracting.setting import Setting


def find_roles(
    doc: Doc, mentions: Sequence[Mention], held: Sequence[Held], acts: Sequence[Act], setting: Setting
) -> dict[Mention, list[str]]:
    """Return the parts each mention plays, none for a mere mention.

    Args:
        doc: one point, parsed.
        mentions: the actors it names.
        held: its positions, whose holders are sources.
        acts: its actions, whose agents are agents.
        setting: the lexicon and the rest.
    """
    sources = {one.holder.mention for one in held if one.holder.mention}
    agents = {party.actor for act in acts for party in act.deed.agents}
    roles: dict[Mention, list[str]] = {mention: [] for mention in mentions}
    for mention in mentions:
        head = doc[mention.root]
        if mention in sources:
            roles[mention].append("source")
        elif _acts(head, mention, setting) or (mention.actor in agents and not mention.pronoun and _bears(head, acts)):
            roles[mention].append("agent")
        if _receives(head, mention, setting):
            roles[mention].append("recipient")
    for mention in _helped(acts, mentions, doc):
        roles.setdefault(mention, []).append("recipient")
    return roles


def _first(head: Token) -> Token:
    """The first of the nouns this one is coordinated with: it bears the phrase's function."""
    while head.dep_ in ("conj", "appos"):
        head = head.head
    return head


def _acts(head: Token, mention: Mention, setting: Setting) -> bool:
    """Whether the actor does something: subject of an active verb, after "by", or doer of a verbal noun."""
    first = _first(head)
    words = setting.words
    if mention.type == "region":
        return False
    if first.dep_ == "nsubj":
        return first.head.tag_ in VERBS and not (words.find(first.head, "verb", "stative") or passive(first.head))
    if first.dep_ in ("nsubjpass", "dobj"):
        return words.find(first.head, "verb", "direct") is not None
    return first.dep_ == "pobj" and _acts_after(first.head, setting)


def _acts_after(prep: Token, setting: Setting) -> bool:
    words, governing = setting.words, prep.head
    if prep.lower_ == "by":
        return True
    if words.find(governing, "verb", "direct"):
        return True
    verbal = verb_of(governing, words, setting.verbs) is not None
    if prep.lower_ in ("between", "among"):
        return verbal
    if prep.lower_ in ("of", "with") and governing.dep_ == "pobj":
        # "with the assistance of agencies", "in cooperation with civil society"
        return verbal and governing.head.lower_ == ("with" if prep.lower_ == "of" else "in")
    return False


def _bears(head: Token, acts: Sequence[Act]) -> bool:
    return head.dep_ in ("nsubj", "poss") or any(act.deed.token is head.head for act in acts)


def _receives(head: Token, mention: Mention, setting: Setting) -> bool:
    """Whether an action is to help, reach or address the actor: "assistance to States", "empower women"."""
    first = _first(head)
    words = setting.words
    if mention.type == "region" or first.dep_ not in ("dobj", "pobj", "dative", "nsubjpass", "nsubj"):
        return False
    if first.dep_ in ("dobj", "dative", "nsubjpass"):
        return words.find(first.head, "verb", "help") is not None
    if first.dep_ == "nsubj":
        return False
    prep = first.head
    helped = prep.head
    if prep.lower_ in ("to", "for", "of"):
        return words.find(helped, "noun", "help") is not None or words.find(helped, "verb", "help") is not None
    return False


def _helped(acts: Sequence[Act], mentions: Sequence[Mention], doc: Doc) -> Iterator[Mention]:
    """Who needs or receives help: "transit countries need assistance"; and whom an action has for recipient."""
    for act in acts:
        bearer = act.deed.demand.bearer
        for mention in mentions:
            if bearer is not None and _first(doc[mention.root]) is bearer:
                yield mention
        if act.recipient is not None:
            yield act.recipient
