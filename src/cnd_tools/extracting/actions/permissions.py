"""What "may" and "shall" say in treaties and rules of procedure besides duties: leave, its denial, and rights."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import child, first_of, negated, neighbour, passive, subject
from cnd_tools.extracting.grammar.word_classes import Word
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
