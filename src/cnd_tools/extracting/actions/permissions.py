"""What treaties and rules say besides "shall": leave, its denial, rights, what is forbidden and what "is to" be."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    asserted,
    auxiliary,
    child,
    first_of,
    negated,
    neighbour,
    passive,
    subject,
)
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import Cue, CueKind, cue_at
from cnd_tools.extracting.rulebook import rule


@rule("cue.prohibition")
def forbids(token: Token, modal: Word, head: Token, context: PointContext) -> bool:
    """Whether a legal text denies leave: "a Party may not deny a certificate"; elsewhere it "may not be attainable".

    Args:
        token: the modal.
        modal: its entry.
        head: the verb it governs.
        context: the point.
    """
    denied = neighbour(token).lower_ == "not" or negated(head, context.words)  # "no member may speak twice"
    return denied and _leaves(modal, head, context)


@rule("cue.permission")
def permits(modal: Word, head: Token, context: PointContext) -> bool:
    """Whether a legal text gives leave: "the Chair may call a speaker to order"."""
    return _leaves(modal, head, context) and not negated(head, context.words) and not _purpose(head)


def _purpose(verb: Token) -> bool:
    """Whether a clause only says what for: "in order that they may be studied"."""
    mark = child(first_of(verb), "mark")
    return mark is not None and mark.lower_ == "that" and neighbour(mark, -1).lower_ in ("order", "so")


def _leaves(modal: Word, head: Token, context: PointContext) -> bool:
    if not context.legal or modal.field("proposes") != "permission" or context.words.find(head, "verb", "stative"):
        return False
    return passive(head) or bool(context.parties(subject(head)))


@rule("cue.right")
def gives_right(modal: Word, head: Token, context: PointContext) -> bool:
    """Whether what "shall" be is a right, and nobody's duty: "shall have the right to", "shall be entitled to"."""
    if modal.field("proposes") != "right":
        return False
    if context.words.find(head, "verb", "entitle") and passive(head):
        return True
    thing = child(head, "dobj") if head.lemma_ == "have" else None
    return thing is not None and context.words.find(thing, "noun", "right") is not None


def forbidden_deed(verb: Token, context: PointContext) -> Token | None:
    """Return what a passive says is not to be done; None where it forbids nothing, or a thing that is no deed.

    "It is forbidden to take nests", "vessels shall be prohibited from fishing", "the sale of eggs is prohibited".
    """
    if not passive(verb) or context.words.find(verb, "strength", "forbid") is None:
        return None
    inner, away = child(verb, "xcomp"), child(verb, "prep")
    if inner is not None and auxiliary(inner, "TO") is not None:
        return inner
    if away is not None and away.lower_ == "from" and (gerund := child(away, "pcomp")) is not None:
        return gerund
    thing = child(verb, "nsubjpass")
    if thing is None or thing.tag_ not in ("NN", "VBG") or context.of(thing):
        return None
    return thing if verb_of(thing, context.words) is not None else None


@rule("cue.forbidden")
def forbidden(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what is forbidden by a passive in the present, without a modal; what was forbidden is told.

    Args:
        token: the verb.
        context: the point.
    """
    word = context.words.find(token, "strength", "forbid")
    if word is None:
        return
    being = child(token, "auxpass")
    now = being is not None and being.tag_ in ("VBZ", "VBP") and auxiliary(token, "MD") is None
    now = now and context.opening is None  # "Convinced that their use is prohibited" directs nothing
    deed = forbidden_deed(token, context) if now and asserted(token, context.words) else None
    if deed is not None:
        agents = context.parties(subject(token)) if deed.head.lower_ == "from" else ()
        yield cue_at(
            token, word, deed, CueKind.PASSIVE, "forbid", agents=agents, negative=not negated(token, context.words)
        )


@rule("cue.is_to")
def is_to(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what somebody "is to" do in a legal text: "The Depositary is to notify all Parties".

    Elsewhere it may only be foreseen: "The Board is to meet in May".

    Args:
        token: the verb.
        context: the point.
    """
    if not context.legal or token.lemma_ != "be" or token.tag_ not in ("VBZ", "VBP"):
        return
    inner, bearer = child(token, "xcomp"), child(token, "nsubj")
    if inner is None or bearer is None or auxiliary(inner, "TO") is None or child(token, "attr", "acomp") is not None:
        return
    agents = context.parties(bearer)
    if agents and inner.tag_ == "VB" and neighbour(token).tag_ in ("TO", "RB") and asserted(token, context.words):
        words = token.doc[token.i : token.i + 1].text
        rule_name = f"{CueKind.MODAL}:is to"
        negative = negated(token, context.words)
        yield Cue(
            token.i, token.i + 1, words, "obligation", inner, rule_name, CueKind.MODAL, agents=agents, negative=negative
        )
