"""Verbs inside a paragraph that took each other's place: ", and encourages States" that is ", and urges States" now.

The verbs are those that resolutions open with, read by the same grammar, in the past too, in which reports tell them
("were encouraged to", "stressed that"). What stands before a word says whether it is a verb: "requests" is a noun too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cnd_tools.comparing.diffing import Step
from cnd_tools.comparing.openings import Opening, bases, inside, modals, read
from cnd_tools.lexicon.openings import words
from cnd_tools.segmenting.openings import opening, third_person

_NEAR = 12  # words: of a longer stretch that was replaced or put in nobody can say that one verb took another's place


class InnerVerb(NamedTuple):
    """A verb inside a paragraph, and its form: "plain", "present" or "past"."""

    said: Opening
    form: str


Verbs = Mapping[int, InnerVerb]  # by the place of the verb among the words

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 120  # characters that a verb and what belongs to it may have


def inner_verbs(text: str, begin: int = 0) -> Verbs:
    """Return the verbs of a paragraph by their place among its words.

    Args:
        text: the paragraph, clean.
        begin: how many characters are its opening, which is looked at elsewhere.
    """
    found = list(_WORD.finditer(text))
    verbs: dict[int, InnerVerb] = {}
    plain = False  # whether a verb in its plain form went before, as "we urge", so that "and invite" is one too
    for at, word in enumerate(found):
        said = word[0].casefold()
        base = bases().get(said) or _past().get(said)
        if base and word.start() >= begin and _is_verb(text, found, at, base, plain=plain):
            form = "plain" if said == base else "past" if said in _past() else "present"
            verbs[at] = InnerVerb(_read(text, found, at, base), form)
            plain = plain or form == "plain"
    return verbs


def changed_verbs(before: Verbs, after: Verbs, steps: Sequence[Step]) -> Iterator[tuple[Opening, Opening]]:
    """Yield the verbs that took each other's place, and those that a word beside them makes stronger or weaker now.

    Args:
        before: the verbs of the first paragraph.
        after: those of the second.
        steps: what makes the words of the first those of the second (`diffing.opcodes`).
    """
    for number, (kind, start, end, begin, stop) in enumerate(steps):
        old = [at for at in range(start, end) if at in before]
        new = [at for at in range(begin, stop) if at in after]
        if kind == "equal":
            follow = steps[number + 1] if number + 1 < len(steps) else None
            # "expresses |serious concern at this …; expresses| concern at that": what follows the word is another's.
            cut = end - 1 if follow and follow[4] - follow[3] > _NEAR else None
            pairs = [(at, at - start + begin) for at in old if at != cut and at - start + begin in after]
        else:
            near = max(end - start, stop - begin) <= _NEAR
            pairs = [(old[0], new[0])] if near and len(old) == len(new) == 1 else []
        for one, other in pairs:
            if _differ(before[one], after[other]):
                yield before[one].said, after[other].said


def _differ(one: InnerVerb, other: InnerVerb) -> bool:
    ours, theirs = one.said, other.said
    return one.form == other.form and (ours.verb, ours.modified) != (theirs.verb, theirs.modified)


def _is_verb(text: str, found: Sequence[re.Match[str]], at: int, base: str, *, plain: bool) -> bool:
    """Return whether a form of a verb of the list is one, by the words beside it."""
    said = found[at][0].casefold()
    first = _begins(found, at)
    follows = found[first - 1][0].casefold() if first else ""
    after = found[at + 1][0].casefold() if at + 1 < len(found) else ""
    if said in _past():
        return follows in inside()["passive"] or after == "that"
    linked = follows in inside()["links"]
    if said == base:
        return follows in inside()["plain"] or follows in modals() or (linked and plain)
    parted = bool(first) and not text[found[first - 1].end() : found[first].start()].isspace()
    return linked or parted or (follows not in inside()["nouns"] and after in inside()["objects"])


def _begins(found: Sequence[re.Match[str]], at: int) -> int:
    """Return the place of the adverb before a verb, or its own."""
    beside = at > 0 and found[at - 1].end() + 1 == found[at].start()
    return at - 1 if beside and found[at - 1][0].casefold().endswith("ly") else at


def _read(text: str, found: Sequence[re.Match[str]], at: int, base: str) -> Opening:
    """Return a verb with what belongs to it; the grammar of openings knows no past, so it is given the present."""
    start, word = found[_begins(found, at)].start(), found[at]
    form = word[0] if word[0].casefold() in bases() else third_person(base)
    given = text[start : word.start()] + form
    phrase = opening(given + text[word.end() : word.end() + _LONGEST]) or given
    return read(phrase)._replace(printed=text[start : word.end()] + phrase[len(given) :])


@cache
def _past() -> Mapping[str, str]:
    """Return the past form of each regular verb with its base."""
    table = words()["opening"]
    doubling = set(table["words"]["doubling"].split())
    return {_past_form(verb, doubles=verb in doubling): verb for verb in table["verbs"].split()}


def _past_form(verb: str, *, doubles: bool) -> str:
    """Return "urged" for "urge", "called", "denied", "referred"."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if doubles else "") + "ed"
