"""For whom something is made: "activities for customs officials", "measures tailored to women", "codes for"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import DEEPEST, NOUNS, VERBS, coordinated, neighbour
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule

_PEOPLE = frozenset(("society", "justice"))  # "a strategy for the Council", "a target for States" are theirs to act on


@rule("recipient.meant_for")
def meant_for(prep: Token, mention: Mention, context: PointContext) -> bool:
    """Whether people are those for whom a policy, a measure or an activity is: "activities for customs officials".

    Args:
        prep: the preposition that names them.
        mention: the people.
        context: the point.
    """
    if mention.type not in _PEOPLE:
        return False
    if prep.lower_ == "for" and any(context.words.find(one, "noun", "meant") for one in _for_what(prep)):
        return True
    fitted = prep.head if prep.head.tag_ in VERBS else neighbour(prep, -1)  # not "funds can be tailored to managers"
    described = fitted.tag_ == "VBN" and fitted.dep_ in ("acl", "amod") and prep.lower_ in ("for", "to")
    return described and context.words.find(fitted, "verb", "fitted") is not None


def _for_what(prep: Token) -> Iterator[Token]:
    """What a "for" may say the people of: of "codes of conduct and standards for" all three, what "those for" is of."""
    noun = prep.head
    if noun.lower_ == "those" and noun.dep_ == "pobj":
        noun = noun.head.head  # "strategies, such as those for the Roma"
    if noun.tag_ not in NOUNS:
        return
    for one in coordinated(noun, DEEPEST):
        yield one
        if one.dep_ == "pobj" and one.head.lower_ == "of":
            yield one.head.head


@rule("recipient.targeted")
def targeted(noun: Token, mention: Mention, context: PointContext) -> bool:
    """Whether a measure is for those whom it targets: "programmes targeting sex workers"; not "hate speech targeting".

    Args:
        noun: the object of the verb.
        mention: the people.
        context: the point.
    """
    verb = noun.head
    described = noun.dep_ == "dobj" and verb.tag_ == "VBG" and verb.dep_ == "acl" and mention.type in _PEOPLE
    if not described or not context.words.find(verb, "verb", "targeting"):
        return False
    return any(context.words.find(one, "noun", "meant", "help") for one in coordinated(verb.head, DEEPEST))
