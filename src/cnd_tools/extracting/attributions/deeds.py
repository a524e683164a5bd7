"""What a body did, listed under its name: "The Committee: • Took note of the report; • Invited member States to …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.actors.gazetteer import own_id
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import passive
from cnd_tools.extracting.grammar.framing import in_base_form, is_participle
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.matches import ActorRef, Attribution, How, Mention, Source
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import alternatives
from cnd_tools.lexicon.openings import words as opening_words
from cnd_tools.segmenting.openings import opening

_FORMS = ("say", "direct", "claim", "heed", "open", "voice", "utter")
_ORGANS = alternatives([*opening_words()["masthead"]["organs"], *opening_words()["speaker"]["bodies"]])
# "The Committee:", "In this regard, the Working Party on Ports:"; not "The Committee was informed of the following:".
_BODY_ALONE = re.compile(
    rf"(?:[^.:;]{{3,80}}, )?the (?:[\w’'-]+ ){{0,6}}(?:{_ORGANS})(?: (?:on|of|for) [^.:;,]{{3,80}})?:", re.I
)
# "The Board welcomed the plan and decided the following:"
_DECIDED = alternatives(opening_words()["speaker"]["deciding"])
_DECIDING = re.compile(rf"\b(?:{_DECIDED})(?: on| upon)? (?:the following(?: (?:\w+ )?\w+s)?|as follows):$", re.I)
_LONGEST_END = 120  # characters at the end of a chapeau that say that decisions follow
_PAST = frozenset(opening_words()["opening"]["words"]["past"].split())
_STEMS = (("ed", ""), ("d", ""), ("ied", "y"))


def names_body(chapeau: str) -> bool:
    """Return whether a chapeau is a body's name and no more: "The Committee:".

    Args:
        chapeau: its clean text.
    """
    return _BODY_ALONE.fullmatch(chapeau.strip()) is not None


def announces_deeds(chapeau: str) -> bool:
    """Return whether a chapeau says that what was decided follows: "The Board met and decided the following:".

    Args:
        chapeau: its clean text.
    """
    return _DECIDING.search(chapeau.rstrip()[-_LONGEST_END:]) is not None


def lists_decisions(chapeau: str, item: str) -> bool:
    """Return whether an item under a body's name opens as a paragraph of a decision does: "Invites countries to …".

    Args:
        chapeau: clean text of the point it hangs under.
        item: its own clean text.
    """
    phrase = opening(item) if _BODY_ALONE.fullmatch(chapeau.strip()) else None
    return phrase is not None and not is_participle(phrase) and not in_base_form(phrase)


def lists_deeds(chapeau: str, item: str, words: WordClasses) -> bool:
    """Return whether an item under a body's name says what the body did: "Took note of …", "Welcomed …".

    Args:
        chapeau: clean text of the point it hangs under.
        item: its own clean text.
        words: the word classes.
    """
    first = next((word for word in item.lower().split()[:3] if not word.endswith("ly") and word != "also"), "")
    if not (_BODY_ALONE.fullmatch(chapeau.strip()) or announces_deeds(chapeau)):
        return False
    return first in _PAST or any(
        first.endswith(ending)
        and any(first.removesuffix(ending) + rest in words.table("verb", form) for form in _FORMS)
        for ending, rest in _STEMS
    )


@rule("chapeau.body_alone")
def speaker(context: PointContext) -> ActorRef | None:
    """The body whose deeds the items under a point list: "The Committee:"."""
    doc = context.doc
    if not len(doc) or doc[-1].text != ":" or not _BODY_ALONE.fullmatch(context.place.text.strip()):
        return None
    named = [one for one in context.mentions if one.type in ("meeting", "un", "organization")]
    one = named[-1] if named else _unlisted(context)
    return ActorRef(one.actor, None, one)


@rule("chapeau.decided_so")
def decided_by(attributions: Sequence[Attribution], context: PointContext) -> ActorRef | None:
    """The body whose deeds follow what it decided: "The Board met and decided the following: (a) invited States to"."""
    last = attributions[-1] if attributions and announces_deeds(context.place.text) else None
    return ActorRef(last.source.actor, None, last.source.mention) if last is not None and last.source.actor else None


def _unlisted(context: PointContext) -> Mention:
    """The body under its own name that no list has: "The Regional Conference:"."""
    end = len(context.doc) - 1
    start = next((one.i + 1 for one in reversed(context.doc[:end]) if one.lower_ == "the"), 0)
    printed = context.doc[start:end].text
    return Mention(start, end, end - 1, own_id(printed.lower()), printed, "meeting", "name:body")


def deeds(token: Token, reported: Iterable[Attribution], context: PointContext) -> Iterator[Attribution]:
    """Yield what a word reports; in an item of such a list what it decides too, and all of it is the body's.

    Args:
        token: the word.
        reported: what it reports anywhere.
        context: the point.
    """
    body = context.chapeau.speaker if context.chapeau is not None and context.prefix else None
    said = False
    for one in reported:
        said = True
        yield (_held_by(one, body, context) if body is not None else None) or one
    if body is not None and not said:
        yield from _decided(token, body, context)


@rule("attribution.listed_deed")
def _held_by(one: Attribution, body: ActorRef, context: PointContext) -> Attribution | None:
    """The position of such an item as the body's: "They" is not in the text, "The Committee" above it is."""
    theirs = 0 <= one.source.start < context.prefix
    return replace(one, source=_whole(body)) if theirs else None


@rule("attribution.listed_decree")
def _decided(token: Token, body: ActorRef, context: PointContext) -> Iterator[Attribution]:
    """What a body decided by a verb that says so of nobody else: "Adopted the programme of work"."""
    word = context.words.find(token, "verb", "open") if token.tag_ in ("VBD", "VBN") else None
    own = token.dep_ in ("ROOT", "conj") and not passive(token)
    if word is not None and own and word.field("stance") == "support":
        yield Attribution(token, word.lemma, "support", _whole(body), token.i + 1, "deed", How.ACTIVE)


def _whole(body: ActorRef) -> Source:
    return Source(body.actor, "", -1, -1, "consensus")
