"""Opening phrases: "Calls upon", "Reaffirming also", "Expresses its deep appreciation".

A grammar over the words of `lexicon/openings.toml`, not a list of phrases:

    opening = adverb* head after* complement? after*
    head    = a verb's third person, participle or base, "Having" and a participle, or a state of mind
"""

from __future__ import annotations

import re
from functools import cache

from cnd_tools.lexicon.openings import alternatives, words

_VOWELS = "aeiou"


def third_person(verb: str) -> str:
    """Return "calls" for "call", "expresses", "denies"."""
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def ing_form(verb: str) -> str:
    """Return "calling" for "call", "urging", "submitting"."""
    if verb.endswith("ee"):
        return verb + "ing"
    if verb.endswith("e"):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ing"


def past_form(verb: str) -> str:
    """Return "called" for "call", "urged", "denied"."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ed"


def _doubles(verb: str) -> bool:
    return bool(re.search(r"[^aeiou][aeiou][bdgmnprt]$", verb)) and verb in {
        "regret",
        "submit",
        "commit",
        "permit",
        "defer",
        "refer",
        "transmit",
        "concur",
        "admit",
        "abhor",
        "recur",
        "set",
        "put",
    }


@cache
def _forms() -> dict[str, str]:
    """Return every form of every opening verb with its base; a state of mind is its own."""
    table = words()["opening"]
    forms = {}
    for verb in table["verbs"].split():
        for form in (verb, third_person(verb), ing_form(verb)):
            forms[form] = verb
    for verb, irregular in table["irregular"].items():
        forms |= dict.fromkeys(irregular, verb)
    return forms | {state: state for state in table["words"]["adjectives"].split()}


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
        self.head = re.compile(rf"(?:(?:{adverbs}|[A-Za-z]+ly)\s+){{0,3}}?(?P<head>[A-Za-z]+)\b", re.IGNORECASE)
        self.after = re.compile(
            rf"\s+(?:(?:{alternatives(said['after'])})\b"
            rf"|(?<=ing\s)(?:{alternatives(said['doubtful'])})\b"
            rf"|(?:{alternatives(said['doubtful'])})(?=,|\s+(?:(?:{alternatives(said['before'])})\b|[A-Z“])))"
        )
        self.having = re.compile(
            rf"(?:\s+(?:{adverbs}))?\s+(?:[a-z]+ly\s+)?(?:[a-z]+ed|met|heard|taken|given|had|seen|held|read|noted|borne|made|come|found|sought|begun|set|put|kept|been|drawn)\b(?:\s+note\b)?"
        )
        self.sentiment = re.compile(rf"\s+with\s+{kind_of}(?:{sentiments})\b(?:\s+and\s+{kind_of}(?:{sentiments})\b)?")
        owned = rf"(?:{stances})\b(?:\s+and\s+(?:(?:its|their|our)\s+)?{kind_of}(?:{stances})\b)?"
        calling = r"(?:(?<=call)\s+(?:upon|for|on)\b)?"
        self.its = re.compile(rf"\s+(?:its|their|our)\s+{kind_of}{owned}{calling}")
        self.bare = re.compile(rf"\s+(?:(?:its|their|our|the)\s+)?{kind_of}{owned}{calling}")
        self.with_its = frozenset(said["with_its"])
        self.bare_stance = frozenset(said["bare_stance"])
        self.particles = {
            verb: re.compile(rf"\s+(?:[a-z]+ly\s+)?(?:{alternatives(after)})\b") for verb, after in particles.items()
        }
        self.note = re.compile(r"\s+[a-z]+\s+note\b")


def opens(text: str) -> bool:
    """Return whether a paragraph of a resolution may begin so: with a known participle, verb or state of mind."""
    return text[0].isupper() and opening(text) is not None


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
    grammar = _grammar()
    found = grammar.head.match(text)
    while found is not None:
        head = found["head"].lower()
        base = _forms().get(head, "")
        if base or not (found["head"].endswith("ly") or _is_adverb(found["head"])):
            break
        found = re.compile(rf"(?:{re.escape(found.group())})\s+(?P<head>[A-Za-z]+)\b").match(text)
    if found is None:
        return 0
    if not base and not _looks(head, unknown):
        return 0
    at = found.end()
    if head == "having":
        done = grammar.having.match(text, at)
        if done:
            return done.end()
    return _complement(text, at, base or head)


def _is_adverb(word: str) -> bool:
    return word.lower() in words()["opening"]["words"]["adverbs"]


def _looks(head: str, unknown: str) -> bool:
    """Return whether an unknown word has the ending of what is expected here."""
    if unknown == "participle":
        return head.endswith(("ing", "ed")) and len(head) > 4
    return unknown == "verb" and head.endswith("s") and not head.endswith(("ss", "us", "is")) and len(head) > 3


def _complement(text: str, at: int, base: str) -> int:
    """Return where the phrase ends that begins with this verb, whose form ends at `at`."""
    grammar = _grammar()
    rest = []
    if base in grammar.particles:
        rest.append(grammar.particles[base])
    if base == "take":
        rest.append(grammar.note)
    rest.append(grammar.sentiment)
    if base in grammar.bare_stance:
        rest.append(grammar.bare)
    elif base in grammar.with_its:
        rest.append(grammar.its)
    while True:
        if found := grammar.after.match(text, at):
            at = found.end()
            continue
        hit = next((pattern for pattern in rest if pattern.match(text, at)), None)
        if hit is None:
            return at
        at = hit.match(text, at).end()  # type: ignore[union-attr]
        rest.remove(hit)
