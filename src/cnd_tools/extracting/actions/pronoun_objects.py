"""What a pronoun that is acted on stands for, where the nearest noun cannot be meant."""

from __future__ import annotations

from spacy.tokens import Span, Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS, child, noun_phrase, subject
from cnd_tools.extracting.grammar.number import many
from cnd_tools.extracting.matches import ActorRef
from cnd_tools.extracting.rulebook import rule


@rule("object.not_itself")
def not_itself(thing: Span | None, verb: Token, agents: tuple[ActorRef, ...], context: PointContext) -> Span | None:
    """Return what a pronoun stands for that was taken for who acts, else None: "requests the Office to assist it".

    It is what a verb before acts on, where that agrees ("ratify the treaty and keep it"), or the pronoun stands as it
    is. For "itself" English has another word (Huddleston & Pullum, ch. 17, 2.1).

    Args:
        thing: what the verb is thought to act on.
        verb: the verb.
        agents: who is to act.
        context: the point.
    """
    pronoun = child(verb, "dobj")
    if thing is None or pronoun is None or pronoun.tag_ != "PRP" or thing.start <= pronoun.i < thing.end:
        return None
    own = subject(verb)
    acts = [range(one.mention.start, one.mention.end) for one in agents if one.mention is not None]
    if thing.root != own and not any(thing.root.i in each for each in acts):
        return None
    plural = many(pronoun) or pronoun.lower_ == "them"
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        addressed = token.dep_ == "dobj" and context.words.find(token.head, "verb", "direct") is not None
        undergoes = token.dep_ == "dobj" and token.tag_ in NOUNS and token.head.tag_ == verb.tag_ and not addressed
        if undergoes and many(token) == plural and not any(token.i in each for each in acts):
            return noun_phrase(token)
    return verb.doc[pronoun.i : pronoun.i + 1]
