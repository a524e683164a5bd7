"""Items that name whom their chapeau asks: "Calls upon: (a) Member States to ratify the treaty; (b) Donors to pay".

Or that go on with its "that": "Recommends that: (a) The secretariat prepare a paper".
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from cnd_tools.extracting.actors.unlisted import asked_party
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import child, own_subject
from cnd_tools.extracting.grammar.framing import ASKED
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.matches import ActorRef
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import alternatives
from cnd_tools.lexicon.openings import words as opening_words

_LAST = re.compile(r"(?<![a-z])(?P<verb>[a-z]+)(?:\s(?:on|upon|to|(?P<that>that)))?(?:,[^:]{0,80})?\s?:$")
_FINITE = alternatives(opening_words()["opening"]["words"]["finite"])
_ADVERBS = alternatives(opening_words()["opening"]["words"]["adverbs"])
_STATES = re.compile(rf"\b(?:{_FINITE})\b")
# "Member States to ratify": a name and "to", before any verb that makes a sentence of its own.
_NAMES = re.compile(
    rf"(?!(?:to|that)\b)(?:(?!\b(?:{_FINITE})\b)[^:;]){{2,200}}?"
    rf"\sto\s(?:[a-z]+ly\s|(?:{_ADVERBS})\s)?(?P<does>[a-z]+)",
    re.IGNORECASE,
)
_THAT = frozenset(opening_words()["plan"]["asks_that"].split())  # verbs that ask only with a clause
_LONGEST_END = 160  # characters at the end of a chapeau


@rule("chapeau.asked_in_items")
def asking_lead(chapeau: str, item: str, words: WordClasses) -> str:
    """Return what goes before an item that names whom its chapeau asks: "We call on: (i) ship owners to train"; or "".

    Args:
        chapeau: clean text of the chapeau.
        item: clean text of the item.
        words: the lexicon, with the verbs a model knows.
    """
    last = _LAST.search(chapeau.rstrip()[-_LONGEST_END:].lower())
    if last is None or _tries(item, words):
        return ""
    stated = last["that"] and not _STATES.search(item) and item.split(None, 1)[0].lower() != "that"
    names = None if last["that"] else _NAMES.match(item)
    if not stated and (names is None or names["does"].lower() not in words.verbs):
        return ""
    asking = words.table("verb", "direct")
    stems = [last["verb"].removesuffix(ending) for ending in ("s", "es", "ed", "d", "")]
    asks = any(stem in asking or (stated and stem in _THAT) for stem in stems)
    return (f"{ASKED}that " if stated else ASKED) if asks else ""


def _tries(item: str, words: WordClasses) -> bool:
    """Whether an item begins with a verb that only says when or how, and names nobody: "Continue to develop"."""
    first = item.split(None, 1)[0].lower() if item.strip() else ""
    return any(first in words.table("verb", form) for form in ("light", "toil"))


def asked_of(context: PointContext) -> tuple[Token, tuple[ActorRef, ...]] | None:
    """Return what an item of such a chapeau asks, and of whom; None where the item is none."""
    doc = context.doc
    if context.prefix < 2 or len(doc) <= context.prefix or doc[:2].text != ASKED.strip() or _is_that(doc, context):
        return None
    asked = doc[1]
    for verb in asked.rights:
        if verb.dep_ in ("ccomp", "xcomp") and verb.tag_ in ("VB", "VBP", "VBN"):
            break
    else:
        to = next((one for one in doc[context.prefix :] if one.tag_ == "TO" and one.head.tag_ == "VB"), None)
        if to is None or to.head.i < to.i:
            return None
        verb = to.head
    whom = own_subject(verb) or child(asked, "dobj") or doc[context.prefix]
    named = asked_party(whom)
    return verb, context.parties(whom) or ((ActorRef(named.actor, named.name, named),) if named else ())


def _is_that(doc: Doc, context: PointContext) -> bool:
    """Whether an item begins with "that" itself: "(a) That priority be given to clinics"."""
    return doc[context.prefix].lower_ == "that"
