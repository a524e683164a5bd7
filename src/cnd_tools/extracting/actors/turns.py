"""Who says "we", "I" or "my delegation" where one speaks, and not all who adopt a text.

A record prints the name before what is said ("Thailand: We had five hours of informals."), or a title says whose
statement it is ("Statement by Norway").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language

from cnd_tools.extracting.actors.mentions import find_mentions
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.records import Point, Segmented

_SAID = words()["speaker"]
_TURN = re.compile(r"(?:>>\s?)?(?P<name>[A-Z][^:;!?“”\"]{1,100}?)\s?:\s")
# What may stand before a name: "The representative of Norway: …", "Mr. Lind (Norway): …".
_BEFORE = re.compile(r"(?:(?:the|mr|ms|mrs|dr)\b\.?\s?)?(?:[\w-]+\s(?:of|for)\s(?:the\s)?)?", re.IGNORECASE)
_BY = re.compile(
    rf"\b(?:{alternatives(_SAID['addresses'])})\b.{{0,120}}?\b(?:{alternatives(_SAID['delivered'])})\s(?P<name>.{{2,120}})",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:We|I|Our|My|we|our|my)\b")
_NONE = frozenset({"heading", "note", "masthead"})
_FEWEST = 2  # paragraphs with a name before them
_SEVERAL = 2
_ABOVE = 12  # points at most above a statement, in which its title stands
_LONGEST_TITLE = 300  # characters
_SPEAKING = frozenset({"country", "groups", "organization", "un", "person", "meeting", "region", "society"})


def turns(segmented: Segmented, *, model: Language, lexicon: Lexicon) -> dict[str, Mention]:
    """Return who speaks in each point of a record that prints names before what is said; nothing of other texts.

    A point without a name goes on with the one above it, up to the next heading.

    Args:
        segmented: the document and its points.
        model: a pipeline, of which only the tokenizer is used.
        lexicon: whose actors to go by.
    """
    found = {
        point.point: speaker
        for point in segmented.points
        if point.kind not in _NONE and (label := _TURN.match(point.text)) and _FIRST.search(point.text, label.end())
        for speaker in _first_named(label["name"], model, lexicon)
    }
    return dict(_carried(segmented.points, found)) if _take_turns(tuple(found.values())) else {}


@rule("actor.turn")
def _take_turns(named: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return who has names before what they say, if there are several: one may be anything ("Peru: A case study")."""
    return named if len(named) >= _FEWEST else ()


def _carried(points: tuple[Point, ...], found: dict[str, Mention]) -> Iterator[tuple[str, Mention]]:
    speaker = None
    for point in points:
        speaker = None if point.kind == "heading" else found.get(point.point, speaker)
        if speaker is not None:
            yield point.point, speaker


def _first_named(name: str, model: Language, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield whom a label names: the first in it, if nothing but an office stands before."""
    doc = model.make_doc(name)
    before = _BEFORE.match(name)
    first = next(iter(find_mentions(doc, lexicon=lexicon)), None)
    if first is not None and first.type in _SPEAKING and doc[first.start].idx in {0, before.end() if before else 0}:
        yield first


@rule("actor.statement_by")
def states(segmented: Segmented, *, model: Language, lexicon: Lexicon) -> Mention | None:
    """Return whose statement a document is, by its title, if it speaks in the first person.

    Args:
        segmented: the document and its points.
        model: a pipeline, of which only the tokenizer is used.
        lexicon: whose actors to go by.
    """
    above = [point.text for point in segmented.points[:_ABOVE] if len(point.text) <= _LONGEST_TITLE]
    for title in (segmented.document.masthead.title or "", *above):
        by = _BY.search(title)
        if by is None or not any(_FIRST.search(point.text) for point in segmented.points if point.kind not in _NONE):
            continue
        named = find_mentions(model.make_doc(by["name"]), lexicon=lexicon)
        speaking = [one for one in named if one.type in _SPEAKING]
        bodies = [one for one in speaking if one.type != "person"]
        if speaking:  # of several it is a joint one
            return (bodies or speaking)[0] if len({one.actor for one in bodies}) < _SEVERAL else None
    return None
