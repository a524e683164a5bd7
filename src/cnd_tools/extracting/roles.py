"""The part each named actor plays in a point: source, agent, recipient or mention (annotation guidelines, "actors")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from cnd_tools.extracting.actions import Act
from cnd_tools.extracting.cast import Cast
from cnd_tools.extracting.clauses import NOUNS, VERBS, child, passive, subject
from cnd_tools.extracting.held import Held
from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.nominals import verb_of
from cnd_tools.extracting.setting import Setting
from cnd_tools.extracting.vocabulary import Vocabulary


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
    agents = {party.mention for act in acts for party in act.deed.agents if party.mention}
    roles: dict[Mention, list[str]] = {mention: [] for mention in mentions}
    for mention in mentions:
        head = doc[mention.root]
        if mention in sources or _signs(mention, doc, setting):
            roles[mention].append("source")
        elif _acts(head, mention, setting):
            roles[mention].append("agent")
        if mention in agents and "agent" not in roles[mention]:
            roles[mention].append("agent")
        if _receives(head, mention, setting):
            roles[mention].append("recipient")
    for mention in sources - roles.keys():
        roles[mention] = ["source"]  # a holder the lexicon does not know
    for mention in _helped(acts, Cast(doc, mentions, setting.words), setting):
        roles.setdefault(mention, []).append("recipient")
    return roles


def _signs(mention: Mention, doc: Doc, setting: Setting) -> bool:
    """Whether the actor stands in brackets at the end of an item that names there who asks."""
    if setting.chapeau is None or not setting.chapeau.signed or doc[mention.start - 1].text != "(":
        return False
    return doc[min(mention.end, len(doc) - 1)].text == ")"


def _first(head: Token) -> Token:
    """The first of the nouns this one is coordinated with: it bears the phrase's function."""
    while True:
        if head.dep_ in ("conj", "appos"):
            head = head.head
        elif head.dep_ == "pobj" and head.head.lower_ == "including" and head.head.head.tag_ in NOUNS:
            head = head.head.head
        else:
            return head


def _acts(head: Token, mention: Mention, setting: Setting) -> bool:
    """Whether the actor does something: subject of an active verb, after "by", or doer of a verbal noun."""
    first = _first(head)
    words = setting.words
    if mention.type in ("region", "person"):
        return False
    if _hyphened(mention, head.doc):
        return True
    if first.dep_ == "nsubj":
        if words.find(first.head, "verb", "stative"):
            return _partner(first.head)
        return first.head.tag_ in VERBS and not passive(first.head)
    if first.dep_ in ("nsubjpass", "dobj"):
        return _made_to_act(first, words)
    return first.dep_ == "pobj" and _acts_after(first.head, setting)


def _partner(verb: Token) -> bool:
    """Whether what a subject is, is somebody who does something: "was a key partner in applying controls"."""
    what = child(verb, "attr")
    prep = child(what, "prep") if what is not None else None
    return prep is not None and prep.lower_ == "in" and child(prep, "pcomp") is not None


def _made_to_act(noun: Token, words: Vocabulary) -> bool:
    """Whether a verb's object, or the subject of its passive, is to act, or has acted: "encouraged States to"."""
    verb = noun.head
    if words.find(verb, "verb", "direct") or (verb.tag_ == "VBG" and words.find(verb, "verb", "involve")):
        return True
    if noun.dep_ == "nsubjpass":  # "should be empowered to promote"
        return words.find(verb, "verb", "help") is not None and child(verb, "xcomp", "advcl") is not None
    praised = words.find(verb, "verb", "say")  # "commended Slovenia for improving"
    return praised is not None and praised.field("stance") == "support" and child(verb, "prep") is not None


def _hyphened(mention: Mention, doc: Doc) -> bool:
    """Whether a participle hangs on the name: "Board-coordinated projects"."""
    after = doc[mention.end : mention.end + 2]
    return (
        len(after) == 2 and after[0].text == "-" and after[1].tag_ in ("VBN", "VBD", "VBG") and not after[0].whitespace_
    )


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


def _receives(head: Token, mention: Mention, setting: Setting) -> bool:
    """Whether an action is to help, reach or address the actor: "assistance to States", "empower women"."""
    first = _first(head)
    words = setting.words
    if mention.type == "region" or first.dep_ not in ("dobj", "pobj", "dative", "nsubjpass", "nsubj"):
        return False
    if first.dep_ in ("dobj", "dative", "nsubjpass"):
        return words.find(first.head, "verb", "help") is not None
    if first.dep_ == "nsubj":
        return words.find(first.head, "verb", "undergo") is not None
    prep = _first(first.head)
    helped = prep.head
    if helped.tag_ in ("NNP", "NNPS"):
        return False
    if prep.lower_ in ("to", "for"):
        beside = head.doc[prep.i - 1]
        return any(words.find(one, "noun", "help") or words.find(one, "verb", "help") for one in (helped, beside))
    return prep.lower_ == "of" and words.find(helped, "noun", "care") is not None


def _helped(acts: Sequence[Act], cast: Cast, setting: Setting) -> Iterator[Mention]:
    """Who needs or receives help: "transit countries need assistance"; and whom an action has for recipient."""
    for act in acts:
        bearer = act.deed.demand.bearer
        if bearer is None and setting.words.find(act.deed.token, "verb", "undergo"):
            bearer = subject(act.deed.token)
        yield from (party.mention for party in cast.parties(bearer) if party.mention)
        if act.recipient is not None:
            yield act.recipient
