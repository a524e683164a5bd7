"""Who says "we", "I" or "my delegation" where one speaks, and not all who adopt a text.

A record prints the name before what is said ("Thailand: We had five hours of informals."), or above it on a line of its
own; or a title says whose statement it is ("Statement by Norway").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.language import Language

from cnd_tools.extracting.actors.gazetteer import own_id
from cnd_tools.extracting.actors.mentions import find_mentions
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.records import Point, Segmented

_SAID = words()["speaker"]
_TURN = re.compile(r"(?:>>\s?)?(?P<name>[A-Z][^:;!?“”\"]{1,100}?)\s?:\s")
# What may stand before a name: "The representative of Norway: …", "Mr. Lind (Norway): …", "Ana Lind, UNODC: …".
_BEFORE = re.compile(
    rf"(?:(?i:{alternatives(_SAID['forms_of_address'])})\b\.?\s?)?(?:[\w-]+\s(?:of|for)\s(?:the\s)?|(?:[A-Z][\w.’'-]*\s){{1,3}}[A-Z][\w’'-]+,\s"
    r"|(?:[A-Z][\w.’'-]*\s){1,5}\((?=[A-Z]))?"
)
_UNKNOWN = re.compile(r"(?:[A-Z][\w’'-]*)(?:\s[A-Z][\w’'-]*){0,4}")  # a name that no list has: "Harm Reduction Abroad"
_ADDRESSES = alternatives(_SAID["addresses"])
# A title: "Statement by Norway", "National statement delivered by Ms. Lind on behalf of the African Group".
_TITLES = tuple(
    re.compile(rf"\W*(?:\w+\W+){{0,2}}(?:{_ADDRESSES})\b.{{0,200}}?\b{how}\s(?P<name>.{{2,120}})", re.IGNORECASE)
    for how in sorted(_SAID["delivered"], key=len, reverse=True)
)
# What one says of it oneself: "I have the honour to speak on behalf of the African Group".
_SELF = re.compile(rf"\b(?:I|[Tt]his\s(?:{_ADDRESSES}))\b[^.:;]{{0,80}}?\bon behalf of\s(?P<name>.{{2,120}})")
_WHERE = re.compile(rf"\s(?:{alternatives(_SAID['whose_end'])})\b", re.IGNORECASE)  # "… to the United Nations"
_FIRST = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Mm]y)\b|(?<![A-Za-z] )\bI\b(?! [A-Z])|\b[a-z]+ I [a-z]")
_LONGEST_LABEL = 100  # characters of a name on a line of its own, with what one is and for whom one speaks
_STOPS = tuple(".;:,?!")
_NAME_ENDS = re.compile(r"\s?(?:$|[|()\[/,–—])")
_PARTED = re.compile(r"\S\s\|\s\S")
_IN_BRACKETS = re.compile(r"\((?P<name>[^()]{2,60})\)")
_ACRONYM = 6  # letters at most of a word in capitals that may be an acronym
_SMALL = frozenset({"OF", "THE", "AND", "FOR"})
_NONE = frozenset({"heading", "note", "masthead"})
_FEWEST = 2  # paragraphs with a name before them
_SHARE = 3  # of the paragraphs in the first person a third at least has a name before it
_SEVERAL = 2
_ABOVE = 12  # points at most above a statement, in which its title stands
_LONGEST_TITLE = 300  # characters
_PERSONS = frozenset({"person", "meeting"})  # "the delegation of Peru", "the Chair of the African Group"
_SPEAKING = frozenset({"country", "groups", "organization", "un", "person", "meeting", "region", "society"})


class _Above(NamedTuple):
    """A line that is a name: the point it is, whose name it is, and for whom that one speaks, if a list has it."""

    point: str
    named: Mention | None
    speaker: Mention | None


def turns(segmented: Segmented, *, model: Language, lexicon: Lexicon) -> dict[str, Mention]:
    """Return who speaks in each point of a record that prints names before what is said; nothing of other texts.

    A point without a name goes on with the one above it, up to the next heading.

    Args:
        segmented: the document and its points.
        model: a pipeline, of which only the tokenizer is used.
        lexicon: whose actors to go by.
    """
    found = {
        point.point: next(_bracketed(label["name"], model, lexicon), speaker)
        for point in segmented.points
        if point.kind not in _NONE and (label := _TURN.match(point.text)) and _FIRST.search(point.text, label.end())
        for speaker in _first_named(label["name"], model, lexicon)
    }
    spoken = sum(_FIRST.search(point.text) is not None for point in segmented.points if point.kind not in _NONE)
    if _take_turns(tuple(found.values()), spoken):
        return dict(_carried(segmented.points, dict(_unlisted(segmented.points)) | found))
    above = list(_above_turns(segmented.points, model, lexicon)) if spoken >= _FEWEST else []
    if not _take_turns_above(tuple(one.named for one in above if one.named is not None)):
        return {}
    return dict(_carried(segmented.points, {one.point: one.speaker for one in above}))


@rule("actor.turn")
def _take_turns(named: tuple[Mention, ...], spoken: int) -> tuple[Mention, ...]:
    """Return who has names before what they say, if they speak in turns: one may be anything ("Peru: A case study")."""
    return named if len(named) >= _FEWEST and len(named) * _SHARE >= spoken else ()


def _above_turns(points: tuple[Point, ...], model: Language, lexicon: Lexicon) -> Iterator[_Above]:
    """Yield lines that may stand above what somebody says: nothing but a name, and what the one who has it is."""
    for point in points:
        text = point.text
        if point.kind in ("note", "masthead") or len(text) > _LONGEST_LABEL or text[-1:] in _STOPS:
            continue
        speaker = next(_first_named(text, model, lexicon), None)
        if speaker is not None and _NAME_ENDS.match(text[model.make_doc(text)[: speaker.end].end_char :]):
            yield _Above(point.point, speaker, next(_bracketed(text, model, lexicon), speaker))
        elif _PARTED.search(text):
            yield _Above(point.point, None, None)


def _bracketed(label: str, model: Language, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the group that a label says in brackets one speaks for: "Iraq (G77 and China)"."""
    group = _IN_BRACKETS.search(label)
    if group is not None:
        found = find_mentions(model.make_doc(group["name"]), lexicon=lexicon)
        yield from (one for one in found if one.type in ("groups", "organization"))


@rule("actor.turn_above")
def _take_turns_above(named: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return whose names stand on lines of their own, if two are States: other such lines may be any headings."""
    return named if len({one.actor for one in named if one.type == "country"}) >= _FEWEST else ()


def _carried(points: tuple[Point, ...], found: Mapping[str, Mention | None]) -> Iterator[tuple[str, Mention]]:
    speaker: Mention | None = None
    for point in points:
        speaker = found.get(point.point, None if point.kind == "heading" else speaker)
        if speaker is not None:
            yield point.point, speaker


def _first_named(name: str, model: Language, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield whom a label names: the first in it, if nothing but an office stands before."""
    doc = model.make_doc(name)
    before = _BEFORE.match(name)
    starts = {0, before.end() if before else 0}
    named = [
        one for one in find_mentions(doc, lexicon=lexicon) if one.type in _SPEAKING and doc[one.start].idx in starts
    ]
    yield from sorted(named, key=lambda one: one.type in _PERSONS)[:1]  # "Mr. Lind (Norway)" speaks for Norway


def _told(segmented: Segmented) -> Iterator[re.Match[str]]:
    """Yield where the beginning of a text says by whom, or on whose behalf, it was spoken: its titles, then itself."""
    above = [point for point in segmented.points[:_ABOVE] if len(point.text) <= _LONGEST_TITLE]
    plain = next((point.text for point in above if point.kind == "unnumbered"), "")
    titles = [point.text for point in above if point.kind in ("heading", "masthead")]
    for title in (segmented.document.masthead.title or "", *titles, plain):
        yield from filter(None, (how.match(title) for how in _TITLES))
    yield from filter(None, (_SELF.search(point.text) for point in above))


def capitalized(title: str) -> str:
    """Return a title in capitals as names are written; short words stay, as acronyms do, but for prepositions."""
    said = (word.lower() if word in _SMALL else word for word in title.split())
    return " ".join(word.title() if word.isupper() and len(word) > _ACRONYM else word for word in said)


def _unlisted(points: tuple[Point, ...]) -> Iterator[tuple[str, Mention]]:
    """Yield those who speak in the first person under a name that no list has, and where."""
    for point in points:
        label = _TURN.match(point.text) if point.kind not in _NONE else None
        name = label["name"] if label is not None else ""
        told = " " in name or name.isupper()  # "Harm Watch:", "IDPC:"; not "Background:"
        if label is not None and told and _UNKNOWN.fullmatch(name) and _FIRST.search(point.text, label.end()):
            yield point.point, Mention(0, 0, 0, own_id(name), name, "organization", "name:turn")


@rule("actor.statement_by")
def statement_by(segmented: Segmented, *, model: Language, lexicon: Lexicon) -> Mention | None:
    """Return whose statement a document is, by its title, if it speaks in the first person.

    Args:
        segmented: the document and its points.
        model: a pipeline, of which only the tokenizer is used.
        lexicon: whose actors to go by.
    """
    if not any(_FIRST.search(point.text) for point in segmented.points if point.kind not in _NONE):
        return None
    for by in _told(segmented):
        name = capitalized(_WHERE.split(by["name"])[0])
        named = find_mentions(model.make_doc(name), lexicon=lexicon)
        speaking = [one for one in named if one.type in _SPEAKING]
        speaking = [one for one in speaking if one.rule.startswith("lexicon")] or speaking
        bodies = [one for one in speaking if one.type not in _PERSONS]
        if speaking:  # of several States it is a joint one
            several = len({one.actor for one in bodies if one.type == "country"}) >= _SEVERAL
            return None if several else (bodies or speaking)[0]
    return None
