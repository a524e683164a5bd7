"""The part each named actor plays in a point: source, agent, recipient or mention (annotation guidelines, "actors")."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from cnd_tools.extracting.actions import Act
from cnd_tools.extracting.cast import Cast
from cnd_tools.extracting.clauses import NOUNS, VERBS, auxiliary, child, passive, subject
from cnd_tools.extracting.held import Held
from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.nominals import verb_of
from cnd_tools.extracting.setting import Setting
from cnd_tools.extracting.vocabulary import Vocabulary

# Types of actor that an action done to them reaches; a State or a body that is supervised or consulted is named only.
_PEOPLE = frozenset(("society", "justice", "adverse", "meeting"))


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
    done = {act.deed.token.i for act in acts}
    roles: dict[Mention, list[str]] = {mention: [] for mention in mentions}
    for mention in mentions:
        head = doc[mention.root]
        if mention not in sources and _speaks_for(head, sources, setting):
            del roles[mention]
            continue
        if mention in sources or _signs(mention, doc, setting):
            roles[mention].append("source")
        elif _acts(head, mention, setting):
            roles[mention].append("agent")
        if mention in agents and "agent" not in roles[mention]:
            roles[mention].append("agent")
        if _receives(_bearer(head, mention, setting.words), mention, setting, done):
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


def _bearer(head: Token, mention: Mention, words: Vocabulary) -> Token:
    """The noun that bears a State's part: "the Government" of "the Government of Chad"; not one that only titles."""
    if mention.type != "country" or head.dep_ != "pobj" or head.head.lower_ != "of":
        return head
    noun = head.head.head
    return noun if words.find(noun, "noun", "holder") and noun.dep_ not in ("appos", "compound") else head


def _speaks_for(head: Token, sources: Collection[Mention], setting: Setting) -> bool:
    """Whether who speaks for a source stands here: "the delegation of Norway said" names Norway alone."""
    if not setting.words.find(head, "noun", "holder"):
        return False
    return any(head.i < one.root <= head.right_edge.i and head.is_ancestor(head.doc[one.root]) for one in sources)


def _first(head: Token) -> Token:
    """The first of the nouns this one is coordinated with: it bears the phrase's function."""
    while True:
        if head.dep_ in ("conj", "appos"):
            head = head.head
        elif head.dep_ == "pobj" and head.head.lower_ == "including" and head.head.i > 1:
            before = head.head.nbor(-1)
            before = before.nbor(-1) if before.text == "," else before
            whole = before if before.tag_ in NOUNS else head.head.head
            if whole.tag_ not in NOUNS or whole.i >= head.i:
                return head
            head = whole
        else:
            return head


def _acts(head: Token, mention: Mention, setting: Setting) -> bool:
    """Whether the actor does something: subject of an active verb, after "by", or doer of a verbal noun."""
    first = _first(head)
    words = setting.words
    if mention.type in ("region", "person") or _hyphened(mention, head.doc):
        return mention.type not in ("region", "person")
    if first.dep_ == "nsubj" and not _bare_gerund(first.head):
        if words.find(first.head, "verb", "stative"):
            return _partner(first.head)
        return first.head.tag_ in VERBS and not passive(first.head)
    if first.dep_ in ("nsubjpass", "dobj"):
        return _made_to_act(first, words)
    if first.dep_ == "poss":
        return _owned(first.head, words)
    return first.dep_ == "pobj" and _acts_after(first.head, setting)


def _bare_gerund(verb: Token) -> bool:
    """Whether a gerund only describes what stands before it: "to punish officers abusing their office"."""
    return verb.tag_ == "VBG" and verb.dep_ == "ccomp" and child(verb, "aux") is None


def _owned(noun: Token, words: Vocabulary) -> bool:
    """Whether whose a noun is does it: "Norway's efforts", "the obligation of States", "their readiness to help"."""
    if words.find(noun, "noun", "own"):
        return True
    if words.find(noun, "noun", "care"):
        return False  # "the right of victims to seek redress"
    infinitive = child(noun, "acl", "relcl")
    return infinitive is not None and auxiliary(infinitive, "TO") is not None and not passive(infinitive)


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
        return words.find(verb, "verb", "enable") is not None and child(verb, "xcomp", "advcl") is not None
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
    if prep.lower_ == "by" or words.find(governing, "verb", "direct"):
        return True
    if prep.lower_ == "of" and _owned(governing, words):
        return True
    if prep.lower_ == "with" and words.find(prep.nbor(-1), "verb", "joint"):
        return True
    verbal = verb_of(governing, words, setting.verbs) is not None
    if prep.lower_ in ("between", "among"):
        return verbal
    if prep.lower_ in ("of", "with") and governing.dep_ == "pobj":
        # "with the assistance of agencies", "in cooperation with civil society"
        return verbal and governing.head.lower_ == ("with" if prep.lower_ == "of" else "in")
    return False


def _receives(head: Token, mention: Mention, setting: Setting, done: Collection[int]) -> bool:
    """Whether an action is to help, reach or address the actor: "assistance to States", "empower women"."""
    first = _first(head)
    words = setting.words
    if mention.type == "region":
        return False
    if first.dep_ in ("dobj", "dative", "nsubjpass"):
        return words.find(first.head, "verb", "help") is not None or (
            mention.type in _PEOPLE and first.head.i in done and not words.find(first.head, "verb", "direct", "involve")
        )
    if first.dep_ == "nsubj" and _bare_gerund(first.head):
        return first.head.head.i in done
    if first.dep_ == "nsubj":
        return words.find(first.head, "verb", "undergo") is not None
    return first.dep_ == "pobj" and _reached(_first(first.head), words)


def _reached(prep: Token, words: Vocabulary) -> bool:
    """Whether what a preposition governs is helped or reached: "aid to", "a code for", "the rehabilitation of"."""
    helped = prep.head
    beside = prep.doc[prep.i - 1]
    if helped.tag_ in ("NNP", "NNPS"):
        return False
    if prep.lower_ in ("to", "for"):
        given = subject(helped) if helped.tag_ in VERBS and passive(helped) else None  # "alternatives were found for"
        helping = [one for one in (helped, beside, given) if one is not None]
        if any(words.find(one, "noun", "help") or words.find(one, "verb", "help") for one in helping):
            return True
        if prep.lower_ == "for":
            return beside.lower_ in ("particular", "particularly", "especially") or _goes_on(prep, words)
        return bool(words.find(helped, "verb", "give") or _said_to(helped, words))
    harmed = any(one.dep_ == "amod" and words.find(one, "noun", "harm") for one in helped.lefts)
    return prep.lower_ == "of" and not harmed and words.find(helped, "noun", "care") is not None


def _goes_on(prep: Token, words: Vocabulary) -> bool:
    """Whether a preposition after "and" goes on with an earlier one: "for those who grow it and for those who"."""
    doc = prep.doc
    if doc[prep.i - 1].tag_ != "CC":
        return False
    earlier = (one for one in reversed(doc[prep.sent.start : prep.i]) if one.dep_ == "prep" and one.lower_ == "for")
    found = next(earlier, None)
    return found is not None and _reached(found, words)


def _said_to(noun: Token, words: Vocabulary) -> bool:
    """Whether something is said to somebody: "expressed its gratitude to", "appreciation was expressed to"."""
    for verb in (noun, noun.head):
        if words.find(verb, "verb", "voice", "utter"):
            return any(one.dep_ in ("dobj", "nsubjpass") and words.find(one, "noun", "saying") for one in verb.children)
    return False


def _helped(acts: Sequence[Act], cast: Cast, setting: Setting) -> Iterator[Mention]:
    """Who needs or receives help: "transit countries need assistance"; and whom an action has for recipient."""
    for act in acts:
        bearer = act.deed.demand.bearer
        if bearer is None and setting.words.find(act.deed.token, "verb", "undergo"):
            bearer = subject(act.deed.token)
        yield from (party.mention for party in cast.parties(bearer) if party.mention)
        if act.recipient is not None:
            yield act.recipient
