"""The verb a paragraph opens with, brought to one form, and which of two is the stronger."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from cnd_tools.comparing.wording import lists
from cnd_tools.lexicon.openings import words
from cnd_tools.records import Point
from cnd_tools.segmenting.openings import ing_form, third_person

_ASIDE = frozenset(lists()["opening"]["aside"].split())


class Opening(NamedTuple):
    """How a paragraph opens.

    Attributes:
        printed: as it stands there, "Also calls upon".
        verb: base form with what makes it whole, no adverbs: "call upon", "note with concern", "express appreciation".
        modified: whether a word makes it stronger: "Strongly condemns", "Expresses its deep concern".
    """

    printed: str
    verb: str
    modified: bool


def opening_of(point: Point) -> Opening | None:
    """Return how a point opens, None where it opens with no verb that resolutions open with.

    >>> opening_of(Point("A", "1", "1.", "numbered", 1, None, None, 1, 1, 0, 0, "Also strongly urges", "…"))
    Opening(printed='Also strongly urges', verb='urge', modified=True)
    """
    return read(point.opening) if point.opening else None


def read(phrase: str) -> Opening:
    """Return what an opening phrase says: "Also strongly urges" is "urge", made stronger."""
    said = [word.strip(",").casefold() for word in phrase.split()]
    modifiers = frozenset(_ladders()["modifiers"]["words"])
    core = [word for word in said if word not in _adverbs() and word not in modifiers and word not in _ASIDE]
    core = [word for word in core if not word.endswith("ly")] or core or said
    verb = " ".join([bases().get(core[0], core[0]), *core[1:]])
    return Opening(phrase, verb, not modifiers.isdisjoint(said))


def stronger(before: Opening, after: Opening) -> int | None:
    """Return 1 where the second verb is the stronger, -1 where it is the weaker, 0 for equals; None off the ladder."""
    return climb(before.verb, after.verb, before.modified, after.modified)


def climb(before: str, after: str, *modified: bool) -> int | None:
    """Return what `stronger` does, of two words on one ladder and whether each is made stronger by a word beside it."""
    steps = _steps()
    if before == after:
        step = 0
    elif before in steps and after in steps and steps[before][0] == steps[after][0]:
        step = steps[after][1] - steps[before][1]
    else:
        return None
    if not step and modified:
        step = modified[1] - modified[0]
    return (step > 0) - (step < 0)


def modals() -> frozenset[str]:
    """Return the modal verbs that stand on a ladder of their own."""
    return frozenset(word for word, (ladder, _) in _steps().items() if ladder == "modals")


@cache
def inside() -> Mapping[str, frozenset[str]]:
    """Return the lists of words that tell a verb inside a paragraph from a noun."""
    return {name: frozenset(said) for name, said in _ladders()["inside"].items()}


@cache
def _steps() -> Mapping[str, tuple[str, int]]:
    """Return each verb's ladder and its step there, 0 the weakest."""
    return {
        verb: (ladder["id"], step)
        for ladder in _ladders()["ladder"]
        for step, verbs in enumerate(ladder["steps"])
        for verb in verbs
    }


@cache
def _ladders() -> dict[str, Any]:
    return tomllib.loads(files("cnd_tools.lexicon").joinpath("ladders.toml").read_text("utf-8"))


@cache
def _adverbs() -> frozenset[str]:
    said = words()["opening"]["words"]
    phrases = (*said["adverbs"], *said["after"], *said["doubtful"])
    return frozenset(word for phrase in phrases for word in phrase.split()) - {"particular"}


@cache
def bases() -> Mapping[str, str]:
    """Return the forms in which a verb opens a paragraph, each with its base."""
    table = words()["opening"]
    found = {form: verb for verb in table["verbs"].split() for form in (verb, third_person(verb), ing_form(verb))}
    return found | {form: verb for verb, forms in table["irregular"].items() for form in forms}
