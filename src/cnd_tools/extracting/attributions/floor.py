"""Who goes on speaking where the text no longer says the name: "He added", "The delegation said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.actors.gazetteer import own_id
from cnd_tools.extracting.context import SINGLE, PointContext, many
from cnd_tools.extracting.matches import Mention, Source
from cnd_tools.extracting.rulebook import rule

_ALONE = frozenset(("the", "same", "his", "her"))  # what may stand before a delegation that is the one named before
_LONGEST_NAME = 4  # words of a person's name
_BODIES = frozenset(("groups", "organization", "region", "states"))  # types of actor of whom nobody says "he"


def in_person(source: Source, context: PointContext) -> bool:
    """Return whether "he" may be this holder: anybody but a group or a body that nobody is said to speak for.

    Args:
        source: a holder that was named before.
        context: the point.
    """
    if source.mention is None or source.mention.type not in _BODIES or source.start < 0 or source.ally >= 0:
        return source.mention is not None
    words = context.doc[source.start : source.end]
    return any(one.tag_ == "PRP" or context.words.find(one, "noun", "holder") for one in words)


@rule("source.named_person")
def named_person(noun: Token, context: PointContext) -> Mention | None:
    """Return the person that a name of two words or more is of, where nobody knows it: "Dieter Lang discussed risks".

    Args:
        noun: the last word of a subject.
        context: the point.
    """
    start = noun.i
    while start > noun.sent.start and context.doc[start - 1].dep_ == "compound" and noun.i - start < _LONGEST_NAME:
        start -= 1
    words = context.doc[start : noun.i + 1]
    plain = all(one.tag_ == "NNP" and one.text.istitle() and one.is_alpha and len(one) > 1 for one in words)
    known = any(one.i in context.at or context.words.find(one, "head") or context.named_one(one) for one in words)
    if not plain or known or len(words) == 1 or context.doc[start - 1 : start].text.lower() == "the":
        return None
    return Mention(start, noun.i + 1, noun.i, f"person:{own_id(noun.text)}", words.text, "person", "holder:name")


@rule("source.same_delegation")
def same_delegation(noun: Token, last: Sequence[Source], context: PointContext) -> Mention | None:
    """Return for whom "the Delegation" alone speaks: the one that spoke before, "The Delegation of Peru … It …".

    Args:
        noun: the holder's noun.
        last: who held the position before, in this point.
        context: the point.
    """
    whose = [one for one in noun.rights if one.dep_ == "prep" and one.lower_ in ("of", "for", "from")]
    if noun.tag_ not in ("NN", "NNP") or whose or many(noun) or not _ALONE.issuperset(one.lower_ for one in noun.lefts):
        return None
    if context.words.find(noun, "noun", "holder") is None or not any(one.lower_ == "the" for one in noun.lefts):
        return None
    spoke = [one.mention for one in last if one.mention is not None and one.mention.type in SINGLE]
    at = (noun.i, noun.i + 1, noun.i)
    return replace(spoke[0], start=at[0], end=at[1], root=at[2], pronoun=True) if spoke else None
