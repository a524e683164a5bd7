"""The bare verb an item begins with: "Lend vessels", "Where appropriate, adopt laws", "Further develop the list".

Many verbs are nouns too, and nothing is parsed yet: what follows tells ("Support their work", "Support services").
"""

from __future__ import annotations

import re

from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import alternatives
from cnd_tools.lexicon.openings import words as opening_words
from cnd_tools.parsing.vocabulary import particles

_PLAN = opening_words()["plan"]
_ADVERBS = frozenset(opening_words()["opening"]["words"]["adverbs"])
_CERTAIN, _NEVER, _FRONTS, _DOING = (frozenset(_PLAN[name].split()) for name in ("certain", "never", "fronts", "doing"))
_APART = frozenset(_PLAN["apart"].split())
_MADE = frozenset(_PLAN["made"].split())
_BEING = frozenset(_PLAN["being"].split())
_COMPOUNDS = frozenset(_PLAN["compounds"].split())
_WHOLE = frozenset(_PLAN["whole"])
_AFTER_COMMA = re.compile(r",\s+(?:(?:also|further|inter alia,)\s+)?(?P<verb>[a-z]+)(?P<rest>[ ,].*)", re.DOTALL)
FINITE = re.compile(rf"\b(?:{alternatives(opening_words()['opening']['words']['finite'] + ' ' + _PLAN['finite'])})\b")
"""Verbs that show that the words before them are no verb."""
_REFERS = re.compile(
    rf"\s*(?:{alternatives(_PLAN['refers'])})\s(?:also\s)?(?:the\s)?(?:{alternatives(_PLAN['parts'])})\b(?!\s(?-i:[a-z]))",
    re.IGNORECASE,
)
_LONGEST_SUBJECT = 60  # characters, in which a verb shows that the first word is none
_LONGEST_FRONT = 400  # characters of an adverbial before the verb
_BRIEF = 3  # words at most of an adverbial that is no list


@rule("chapeau.bare_verb")
def imperative(text: str, words: WordClasses, *, sure: bool) -> str | None:
    """Return the bare verb that an item begins with, after adverbs or an adverbial, or None.

    Args:
        text: clean text of the item.
        words: the lexicon, with the verbs and nouns a model knows.
        sure: whether other items begin so, or the chapeau asks: a word that is a noun too then counts as a verb.
    """
    if _REFERS.match(text):
        return None
    front = text.split(None, 1)[0].lower().rstrip(",") if text.strip() else ""
    if front in _FRONTS:
        after = _AFTER_COMMA.search(text[:_LONGEST_FRONT]) if sure else None
        while after is not None:
            brief = len(text[: after.start()].split()) <= _BRIEF  # "Where appropriate, review laws"
            comma = "," if after["rest"].startswith(",") else ""  # "By 2031, develop, and by 2033 apply, rules"
            if _verb(after["verb"] + comma, after["rest"].removeprefix(","), words, sure=brief):
                return after["verb"]
            after = _AFTER_COMMA.search(text[:_LONGEST_FRONT], after.start("verb"))
        return None
    rest = text
    for _ in range(4):
        first, _, rest = rest.partition(" ")
        lower = first.lower().rstrip(",")
        then = rest.partition(" ")[0].lower()
        if lower in _ADVERBS and (then in words.verbs or then in _ADVERBS or then.endswith("ly")):
            continue  # "Further develop"; not "Further the aims"
        if _known(lower, words):
            return first if _verb(first, rest, words, sure=sure) else None
        if not (lower.endswith("ly") or lower in _ADVERBS or lower == "and/or"):
            return None
    return None


def _known(word: str, words: WordClasses) -> bool:
    """Whether a word may be a verb, one that no dictionary has too: "operationalize", "upskill", "co-create"."""
    return word in _DOING or words.is_verb(word)


def _verb(word: str, rest: str, words: WordClasses, *, sure: bool) -> bool:
    """Whether a word is a verb in its base form, by what it may be and by what follows it."""
    lower = word.lower().rstrip(",")
    after = rest.split(None, 2)
    following = after[0].lower().strip(",;.") if after else ""
    compound = _is_compound(word, words) and following not in _CERTAIN
    if not _known(lower, words) or not following or lower in _FRONTS or compound:
        return False
    if any(pattern.words[1:2] == (following,) for pattern in words.table("verb", "shun").get(lower, ())):
        return True  # "Refrain from"
    if f"{lower} {following}" in _WHOLE or lower in particles().get(following, ()):
        return sure  # "Build on past work", "Crowd in private finance"
    if lower not in words.nouns or (following in _CERTAIN and following != "to"):
        return following not in _BEING
    if lower in _COMPOUNDS:
        return False  # "Demand reduction and related measures", an item of an agenda
    return (
        sure and _listed_or_parted(following, words)
        if word.endswith(",")
        else _no_noun(lower, after, rest, words, sure=sure)
    )


def _is_compound(word: str, words: WordClasses) -> bool:
    """Whether a word with a hyphen is a name or an adjective: "Pre-Export Notification", "Cross-border trade"."""
    first, hyphen, last = word.rstrip(",").partition("-")
    made = first.lower() in _MADE and not last[:1].isupper()
    return bool(hyphen) and not made and word.lower() not in words.verbs


def _listed_or_parted(following: str, words: WordClasses) -> bool:
    """Whether a verb stands before a comma: "Review, adopt and keep laws", "Implement, as appropriate, the plan"."""
    return following in _FRONTS | _APART or (following in words.verbs and following not in words.nouns)


def _no_noun(lower: str, after: list[str], rest: str, words: WordClasses, *, sure: bool) -> bool:
    """Whether a word that may be either is a verb, by what follows it: "Clear the ports", not "Clear definition of"."""
    following, other = (word.lower().strip(",;.") for word in (*after, "")[:2])
    if following == "to":  # "Work to end hunger", "Access to medicines"
        tries = sure and any(lower in words.table("verb", form) for form in ("light", "toil"))
        return other in words.verbs and (tries or other not in words.nouns)  # "Endeavour to open clinics"
    joined = following in ("and", "or") and other in words.verbs
    if joined and other not in words.nouns and other not in words.adjectives:
        return True  # "Sign and ratify the treaty"
    described = lower in words.adjectives and lower not in _DOING and following != "up"  # "Scale up aid"
    if described or begins_clause(rest):
        return False  # "Clear definition of priorities", "Flag States should respond"
    if following in ("and", "or") and other:
        return joined and sure
    return sure and following not in _NEVER


def begins_clause(text: str) -> bool:
    """Return whether a verb soon follows the first words of a text, which then are its subject: "Support is needed"."""
    return FINITE.search(text[:_LONGEST_SUBJECT]) is not None
