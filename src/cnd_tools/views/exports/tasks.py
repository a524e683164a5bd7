"""Task files for annotation tools, a task a paragraph, with our themes and actors as suggestions to be put right.

Label Studio (JSON with `predictions`, and the labelling interface that goes with them), Prodigy (JSONL with `spans` and
`accept`) and doccano (JSONL with `entities` and `cats`, as its projects for intent detection and slot filling take
them). A theme is a choice for the whole paragraph; an actor is a stretch of words labelled with its role. What comes
back is read by `cnd evaluate`. Positions and actions have more parts than these tools have boxes, and are not in them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, TextIO
from xml.etree import ElementTree as ET

from cnd_tools.records import Analysis, Point
from cnd_tools.tables import CODED

ROLES = ("source", "agent", "recipient", "mention")
TOKEN = re.compile(r"\w+|[^\w\s]")  # Prodigy marks whole tokens


class Marked(NamedTuple):
    """Words of a paragraph's clean text that name an actor."""

    start: int
    end: int
    label: str  # the role
    actor: str


class Suggested(NamedTuple):
    """A paragraph with what was found in it."""

    point: Point
    themes: list[str]
    actors: list[Marked]


def suggested(analyses: Iterable[Analysis]) -> Iterator[Suggested]:
    """Yield the paragraphs that can be coded, in order, each with its themes and actors."""
    for analysis in analyses:
        themes: dict[str, dict[str, None]] = {}
        actors: dict[str, dict[Marked, None]] = {}
        points = {point.point: point for point in analysis.points}
        for row in analysis.themes:
            themes.setdefault(row.point, {})[row.theme] = None
        for actor in analysis.actors:
            place = points[actor.point].find(actor.start, actor.end)
            actors.setdefault(actor.point, {})[Marked(*place, actor.role, actor.actor)] = None
        for point in analysis.points:
            if point.kind in CODED:
                yield Suggested(point, list(themes.get(point.point, ())), list(actors.get(point.point, ())))


def write_label_studio(analyses: Iterable[Analysis], out: TextIO, *, made_with: str) -> None:
    """Write Label Studio's tasks, a list of objects; offsets are UTF-16 units, as JavaScript counts.

    An actor's id goes along as a note of its stretch ("actor=unodc"), since what it is may not stand in the words:
    "they".
    """
    tasks = [
        {
            "data": {"text": one.point.text, "document": one.point.document, "point": one.point.point},
            "predictions": [{"model_version": made_with, "result": list(_results(one))}],
        }
        for one in suggested(analyses)
    ]
    json.dump(tasks, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _results(one: Suggested) -> Iterator[dict[str, Any]]:
    text = one.point.text
    for number, actor in enumerate(one.actors):
        place = {"start": _units(text, actor.start), "end": _units(text, actor.end)}
        value = {**place, "text": text[actor.start : actor.end], "labels": [actor.label]}
        about = {"id": f"a{number}", "from_name": "actors", "to_name": "text", "type": "labels"}
        yield {**about, "value": value, "meta": {"text": [f"actor={actor.actor}"]}}
    if one.themes:
        about = {"id": "t", "from_name": "themes", "to_name": "text", "type": "choices"}
        yield {**about, "value": {"choices": one.themes}}


def _units(text: str, at: int) -> int:
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def label_studio_interface(themes: Iterable[tuple[str, str]]) -> str:
    """Return the labelling interface (XML) that Label Studio's tasks need; `themes` are ids with their titles."""
    view = ET.Element("View")
    ET.SubElement(view, "Header", {"value": "$document, paragraph $point"})
    labels = ET.SubElement(view, "Labels", {"name": "actors", "toName": "text"})
    for role in ROLES:
        ET.SubElement(labels, "Label", {"value": role})
    ET.SubElement(view, "Text", {"name": "text", "value": "$text", "granularity": "word"})
    choices = ET.SubElement(
        view, "Choices", {"name": "themes", "toName": "text", "choice": "multiple", "layout": "inline"}
    )
    for theme, title in themes:
        ET.SubElement(choices, "Choice", {"value": theme, "hint": title})
    ET.indent(view)
    return ET.tostring(view, encoding="unicode") + "\n"


def write_prodigy(analyses: Iterable[Analysis], out: TextIO, *, themes: Sequence[tuple[str, str]]) -> None:
    """Write Prodigy's tasks, one a line: `spans` for spans.manual and ner.manual, `options` and `accept` for choice."""
    options = [{"id": theme, "text": title} for theme, title in themes]
    for one in suggested(analyses):
        tokens = list(_tokens(one))
        starts = {token["start"]: token["id"] for token in tokens}
        ends = {token["end"]: token["id"] for token in tokens}
        spans = [
            {**actor._asdict(), "token_start": starts[actor.start], "token_end": ends[actor.end]}
            for actor in one.actors
        ]
        meta = {"document": one.point.document, "point": one.point.point}
        task = {"text": one.point.text, "tokens": tokens, "spans": spans, "options": options, "accept": one.themes}
        out.write(json.dumps({**task, "meta": meta}, ensure_ascii=False) + "\n")


def _tokens(one: Suggested) -> Iterator[dict[str, Any]]:
    """Yield the words and signs; where an actor begins or ends inside one, as in "US-led", it is parted there."""
    text = one.point.text
    cuts = {place for actor in one.actors for place in (actor.start, actor.end)}
    number = 0
    for found in TOKEN.finditer(text):
        inside = (place for place in range(found.start() + 1, found.end()) if place in cuts)
        for start, end in pairwise([found.start(), *inside, found.end()]):
            after = end < len(text) and text[end].isspace()
            yield {"text": text[start:end], "start": start, "end": end, "id": number, "ws": after}
            number += 1


def write_doccano(analyses: Iterable[Analysis], out: TextIO) -> None:
    """Write doccano's examples, one a line: roles as `entities`, themes as `cats`; other keys come back as they are.

    Its labels have room for a role alone, so `actors` says beside them which actor each suggestion is.
    """
    for one in suggested(analyses):
        entities = [[actor.start, actor.end, actor.label] for actor in one.actors]
        about = {"document": one.point.document, "point": one.point.point, "actors": [list(one) for one in one.actors]}
        line = {"text": one.point.text, "entities": entities, "cats": one.themes, **about}
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
