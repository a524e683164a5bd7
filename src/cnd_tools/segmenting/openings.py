"""Opening phrases: "Calls upon", "Reaffirming also", "Expresses its deep appreciation".

A grammar over the words of `lexicon/openings.toml`, not a list of phrases:

    opening = adverb* head after* complement? after*
    head    = a verb's third person, participle or base, "Having" and a participle, or a state of mind
"""

from __future__ import annotations

import re
from functools import cache

from cnd_tools.lexicon.openings import alternatives, words

_NAME = f"{alternatives(words()['masthead']['bodies'])}|{alternatives(words()['masthead']['organs'])}"
# "The Commission on Narcotic Drugs," alone: the body that resolves, in capitals too; after a comma, under what it does
# ("The Committee of Ministers, under the terms of Article 15.b of …,"). Drafts have brackets in it or around it.
_ENACTING = re.compile(
    rf"[\[*_]{{0,3}}(?i:The|We, the)\s(?=.{{0,120}}\b(?:{_NAME}|{_NAME.upper()})\b)"
    r"[A-Z0-9\[](?:[\w\s’'\[\]-]|\([^()]{1,80}\)){2,160}"
    rf"(?:,\s(?:{alternatives(words()['masthead']['acting'])})\b[^;:]{{3,200}})?,[\]*_]{{0,3}}"
)
_SHOUTED = re.compile(r"[A-Z]{2,}\b(?:,?\s[A-Z]{2,}\b)*")  # "CALLS UPON", of the same length in lower case
_VOWELS = "aeiou"
_HEAD = re.compile(r"[A-Za-z]+\b")
_HAVING = "having"  # a participle may follow it
_ADVERBS = 3  # before a verb: "Once again strongly also"


def third_person(verb: str) -> str:
    """Return "calls" for "call", "expresses", "denies"; a noun's plural has the same ending."""
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def ing_form(verb: str) -> str:
    """Return "calling" for "call", "urging", "submitting"."""
    if verb.endswith("ee"):
        return verb + "ing"
    if verb.endswith("e"):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in words()["opening"]["words"]["doubling"].split() else "") + "ing"


@cache
def _forms() -> dict[str, str]:
    """Return every form of every opening verb with its base; a state of mind and "having" are their own."""
    table = words()["opening"]
    forms = {}
    never = table["words"]["prepositions"].split()  # "Regarding the ports, Peru said"
    for verb in table["verbs"].split():
        for form in (verb, third_person(verb), ing_form(verb)):
            if form not in never:
                forms[form] = verb
    for verb, irregular in table["irregular"].items():
        forms |= dict.fromkeys(irregular, verb)
    return forms | {own: own for own in (*table["words"]["adjectives"].split(), _HAVING)}


@cache
def _grammar() -> _Grammar:
    return _Grammar()


class _Grammar:
    """The expressions of the grammar, made once of the lexicon."""

    def __init__(self) -> None:
        table = words()["opening"]
        said, particles = table["words"], table["particles"]
        adverbs = alternatives(said["adverbs"])
        stances, sentiments = alternatives(said["stances"]), alternatives(said["sentiments"])
        kind_of = r"(?:[a-z][a-z-]*,?\s+(?:and\s+)?){0,3}?"
        # A verb after the head makes a sentence of the words, "Meetings are", or a title: "Views expressed by States".
        voiced = rf"(?:[a-z]+ed|made|given)\s+(?:{alternatives(said['voiced'])})\b"
        self.no_finite = rf"(?!\s+(?:{alternatives(said['finite'])})\b)"
        self.no_title = rf"(?!\s+{voiced})"
        self.past = re.compile(
            rf"\s+(?:(?:{adverbs}|[a-z]+ly)\s+)?(?:[a-z]+ed|{alternatives(said['past'])})\b", re.IGNORECASE
        )
        self.adverb_heads = frozenset(adverb.split()[0] for adverb in said["adverbs"])
        self.adverb = re.compile(rf"(?:{adverbs}|[a-z]+ly),?\s+", re.IGNORECASE)
        self.having = (
            rf"(?:\s+(?:{adverbs}))?\s+(?:[a-z]+ly\s+)?(?:[a-z]+ed|{alternatives(said['past'])})\b(?:\s+note\b)?"
        )
        # What may follow, each as it stands after white space.
        self.after = (
            rf"(?:{alternatives(said['after'])})\b|(?<=ing\s)(?:{alternatives(said['doubtful'])})\b"
            rf"|(?:{alternatives(said['doubtful'])})(?=,|\s+(?:(?:{alternatives(said['before'])})\b|[A-Z“]))"
        )
        self.sentiment = rf"with\s+{kind_of}(?:{sentiments})\b(?:\s+and\s+{kind_of}(?:{sentiments})\b)?"
        owned = rf"(?:{stances})\b(?:\s+and\s+(?:(?:its|their|our)\s+)?{kind_of}(?:{stances})\b)?"
        calling = r"(?:(?<=call)\s+(?:upon|for|on)\b)?"
        self.its = rf"(?:its|their|our)\s+{kind_of}{owned}{calling}"
        self.bare = rf"(?:(?:its|their|our|the)\s+)?{kind_of}{owned}{calling}"
        self.with_its = frozenset(said["with_its"])
        self.bare_stance = frozenset(said["bare_stance"])
        self.particles = {verb: rf"(?:[a-z]+ly\s+)?(?:{alternatives(after)})\b" for verb, after in particles.items()}
        self.particles["take"] += r"|[a-z]+\s+note\b"


def enacts(text: str) -> bool:
    """Return whether a paragraph only names the body that resolves: "The General Assembly,"."""
    return _ENACTING.fullmatch(text) is not None


def opens(text: str) -> bool:
    """Return whether a paragraph of a resolution may begin so: with a known participle, verb or state of mind."""
    return text[:1].isupper() and opening(text) is not None


def opening(text: str, *, unknown: str = "") -> str | None:
    """Return the opening phrase of a preambular or operative paragraph, or None.

    Args:
        text: the paragraph, clean, without its label.
        unknown: which verbs count besides those of the lexicon, going by their ending: "participle" ("Deploring")
            in a preamble, "verb" ("Deplores") in an operative part, "" for none.
    """
    end = _end(text, unknown)
    return text[:end] if end else None


def _end(text: str, unknown: str) -> int:
    """Return where the opening phrase ends, 0 if there is none."""
    forms = _forms()
    head = _HEAD.match(text)
    if head is None:
        return 0
    said = head.group()
    if len(said) > 1 and said.isupper():
        text = _SHOUTED.sub(lambda run: run.group().lower(), text, count=1)
    base = forms.get(said.lower())
    if base is None:  # an adverb may stand before the verb, or it is none that is known
        if not (unknown or _may_be_adverb(said.lower())):
            return 0  # most texts
        head = _head(text)
        if head is None:
            return 0
        word = head.group().lower()
        base = forms.get(word, "" if _looks(word, unknown) and not _speak(text, head.end(), unknown) else None)
    after = _tail(base).match(text, head.end()) if base is not None else None
    return after.end() if after is not None else 0


def _head(text: str) -> re.Match[str] | None:
    """Return the word that has to be a verb: the first, or the first that is no adverb."""
    forms = _forms()
    at = 0
    for _ in range(_ADVERBS + 1):
        head = _HEAD.match(text, at)
        word = head.group().lower() if head else ""
        may_be = word not in forms and _may_be_adverb(word)
        adverb = _grammar().adverb.match(text, at) if may_be else None
        if adverb is None:
            break
        at = adverb.end()
    return head


def _may_be_adverb(word: str) -> bool:
    """Return whether a word begins an adverb; most begin none, and the pattern is slow to say so."""
    return word.endswith("ly") or word in _grammar().adverb_heads


def _looks(head: str, unknown: str) -> bool:
    """Return whether an unknown word has the ending of what is expected here."""
    if unknown == "participle":
        return head.endswith(("ing", "ed")) and len(head) > 4
    return unknown == "verb" and head.endswith("s") and not head.endswith(("ss", "us", "is")) and len(head) > 3


def _speak(text: str, at: int, unknown: str) -> bool:
    """Return whether a past tense follows what looked like a verb, a noun for those who speak: "Speakers noted"."""
    return unknown == "verb" and _grammar().past.match(text, at) is not None


@cache
def _tail(base: str) -> re.Pattern[str]:
    """Return the expression for what may follow a form of a verb; `base` is "" for an unknown one."""
    grammar = _grammar()
    if base == _HAVING:
        return re.compile(f"{grammar.no_finite}{grammar.having}|{_tail('have').pattern}")
    parts = [grammar.after, grammar.sentiment]
    if base in grammar.particles:
        parts.append(grammar.particles[base])
    if base in grammar.bare_stance:
        parts.append(grammar.bare)
    elif base in grammar.with_its:
        parts.append(grammar.its)
    return re.compile(rf"{grammar.no_finite}{grammar.no_title}(?:\s+(?:{'|'.join(parts)})){{0,4}}")
