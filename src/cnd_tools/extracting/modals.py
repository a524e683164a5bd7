"""Cues that are auxiliaries, and verbs used like them: "should", "must not", "has to", "is required to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.clauses import VERBS, asserted, auxiliary, child, negated, passive, subject
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.demand import Demand, demand
from cnd_tools.extracting.lists import listed
from cnd_tools.extracting.vocabulary import Word

_ASIDE = 30  # tokens at most from a modal to its verb


def modal(token: Token, context: PointContext) -> Iterator[Demand]:
    """Yield what an auxiliary asks: "should be ratified", "ought to be returned", "must: (a) sign; (b) pay"."""
    word = context.words.find(token, "strength", "modal")
    if word is None:
        return
    inner = child(token, "xcomp")
    # "property ought to be returned"
    if inner is not None and auxiliary(inner, "TO") and asserted(token, context.words):
        yield demand(token, word, inner, "modal", negative=negated(token, context.words))
        return
    head = token.head
    if token.dep_ not in ("aux", "ROOT", "auxpass"):
        return
    items = listed(token, context.words)
    if items and head.i > token.i:
        yield demand(token, word, head, "modal", agents=context.parties(_bearer(token)))
        return
    if head is token or head.tag_ not in VERBS:
        head = _next_verb(token) or head
    perfect = any(
        one.lower_ == "have" and one.dep_ == "aux" for one in head.lefts
    )  # "should have signed": they did not
    if perfect or head.tag_ not in VERBS or not asserted(head, context.words):
        return
    if word.entry.get("strength") == "possibility" and not _proposed(word, head, context):
        return
    parted = token.dep_ == "ROOT" and not passive(head)  # "States should, where appropriate, adopt": told by its place
    agents = context.parties(_bearer(token)) if parted else None
    yield demand(token, word, head, "modal", agents=agents, negative=any(c.dep_ == "neg" for c in token.children))


def _bearer(modal: Token) -> Token | None:
    """The subject that stands before a modal, whatever the parser hangs it by."""
    before = [one for one in modal.sent if one.i < modal.i and one.dep_ in ("nsubj", "nsubjpass")]
    return before[-1] if before else None


def semi(token: Token, context: PointContext) -> Iterator[Demand]:
    """Cues that take an infinitive: "has to be strengthened", "need to be identified", "is required to report"."""
    taking = context.words.find(token, "strength", "semi")
    undergone = token.tag_ in ("VBN", "VBD") and passive(token)
    obliged = context.words.find(token, "strength", "passive") if undergone else None
    if not (taking or obliged) or not asserted(token, context.words) or auxiliary(token, "MD"):
        return
    for one in token.rights:
        if one.tag_ in VERBS and one.dep_ in ("xcomp", "ccomp", "advcl") and auxiliary(one, "TO"):
            if taking and not obliged and child(token, "dobj") is None and one.i - token.i <= 6:
                yield demand(token, taking, one, "semi", negative=negated(token, context.words))
            elif obliged and obliged.entry.get("strength") == "obligation" and one.dep_ != "advcl":
                yield demand(token, obliged, one, "passive", negative=negated(token, context.words))
            return


def _next_verb(modal: Token) -> Token | None:
    """The verb after a modal that the parser left alone, past an aside: "should, where appropriate, share"."""
    for one in modal.doc[modal.i + 1 : modal.i + _ASIDE]:
        if one.tag_ in ("MD", "VBZ", "WDT") or one.text == ";":
            return None
        if one.tag_ == "VB":
            return one.head if one.dep_ == "auxpass" else one
    return None


def _proposed(modal: Word, head: Token, context: PointContext) -> bool:
    """Whether a modal of possibility proposes to act: "could be established", "Governments could introduce".

    Capability, risk and description are no actions (annotation guidelines).
    """
    if negated(head, context.words) or _outcome(head, context):
        return False
    if context.words.find(head, "verb", "light") and head.lemma_ == "wish":
        return True
    if modal.field("proposes") == "leave" and not _put_forward(head, context):
        return passive(head) and context.words.find(head, "verb", "enable") is not None
    if not modal.field("proposes"):
        return False
    if passive(head):
        return True
    bearer = subject(head)
    return (
        bearer is not None
        and any(m.type not in ("adverse", "region") for m in context.all_of(bearer))
        and head.lemma_ != "be"
    )


def _outcome(verb: Token, context: PointContext) -> bool:
    """Whether a clause only says what comes of another: "so that farmers could sell", "sooner than it could"."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ in ("advcl", "ccomp") and any(context.words.marker(one, "outcome") for one in verb.lefts)


def _put_forward(verb: Token, context: PointContext) -> bool:
    """Whether a clause says what is suggested to be done: "it was suggested that importers might notify the Board"."""
    while verb.dep_ == "conj":
        verb = verb.head
    mark = child(verb, "mark")
    puts = mark is not None and mark.lower_ == "that" and context.words.find(verb.head, "strength", "put") is not None
    return puts and context.words.find(verb, "verb", "stative") is None
