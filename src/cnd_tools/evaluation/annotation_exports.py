"""What doccano (JSONL) and INCEpTION (UIMA CAS JSON) export, as tasks: the other half of `annotation_tools`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

from cnd_tools.evaluation.annotation_tools import Label, Task
from cnd_tools.typed import Mismatch, hold

STRUCTURES = "%FEATURE_STRUCTURES"
ENTITY = "NamedEntity"  # the last part of the name of INCEpTION's layer "Named entity"
_DOCCANO = {"text": str, "point?": str | int | None, "document?": str | int | None, "actors?": [list]}
_STRETCH = {"start_offset": int, "end_offset": int, "label": str}
_SOFA = {"%TYPE": str, "sofaString": str}
_ENTITY = {"%TYPE": str, "begin": int, "end": int, "value?": str | None, "identifier?": str | None}


def is_doccano(row: Mapping[str, Any]) -> bool:
    """Tell a line of doccano: it has a list of labels, under a name that depends on the project."""
    studio = row.keys() & {"annotations", "annotation_id", "annotator"}
    return not studio and any(isinstance(row.get(key), list) for key in ("entities", "cats", "label"))


def doccano(row: Mapping[str, Any], place: str) -> Task:
    """Return a line as a task; doccano counts characters.

    Raises:
        Mismatch: it is not as doccano exports it.
    """
    hold(row, _DOCCANO)
    # Where a project has one kind of labels alone, they stand under "label", and what we gave as others comes back too.
    given = row["label"] if isinstance(row.get("label"), list) else [*row.get("entities", ()), *row.get("cats", ())]
    # Where a suggestion was left as it was, it is still known which actor it is.
    known = {tuple(one[:3]): one[3] for one in row.get("actors", ()) if [*map(type, one)] == [int, int, str, str]}
    found = (_doccano_label(one, len(row["text"])) for one in given)
    labels = tuple(_known(label, known.get((label.start, label.end, label.label))) for label in found)
    point, document = row.get("point"), row.get("document")
    return Task(place, "", row["text"], _said(point), labels, document=_said(document))


def _known(label: Label, actor: str | None) -> Label:
    return label if actor is None else label._replace(label=f"{label.label}:{actor}")


def _said(value: str | int | None) -> str | None:
    return None if value is None else str(value)


def _doccano_label(one: Any, length: int) -> Label:
    if isinstance(one, str):
        return Label(one)
    if isinstance(one, list) and len(one) == 3:
        one = dict(zip(_STRETCH, one, strict=True))
    hold(one, _STRETCH, "label")
    if not 0 <= one["start_offset"] <= one["end_offset"] <= length:
        raise Mismatch(f"a label must stand in the text, 0 to {length}")
    return Label(one["label"], one["start_offset"], one["end_offset"])


def is_cas(found: Any) -> bool:
    """Tell UIMA CAS JSON."""
    return isinstance(found, dict) and STRUCTURES in found


def cas(found: Mapping[str, Any], place: str) -> Task:
    """Return a document of INCEpTION as a task: each named entity is a role with an actor, or a theme.

    Raises:
        Mismatch: it is not as INCEpTION exports it.
    """
    hold(found, {STRUCTURES: [{"%TYPE": str}]})
    texts = [one for one in found[STRUCTURES] if one["%TYPE"] == "uima.cas.Sofa"]
    if len(texts) != 1:
        raise Mismatch(f"it must have one text, not {len(texts)}")
    hold(texts[0], _SOFA, "uima.cas.Sofa")
    text = texts[0]["sofaString"]
    characters = _Characters(text)
    entities = [one for one in found[STRUCTURES] if one["%TYPE"].rpartition(".")[2] == ENTITY]
    return Task(place, "", text, None, tuple(label for one in entities for label in _entity(one, characters)))


def _entity(one: Mapping[str, Any], characters: _Characters) -> Iterator[Label]:
    hold(one, _ENTITY, ENTITY)
    if one.get("value"):
        actor = f":{one['identifier']}" if one.get("identifier") else ""
        yield Label(f"{one['value']}{actor}", characters(one["begin"]), characters(one["end"]))


class _Characters:
    """From UTF-16 units of a text to characters."""

    def __init__(self, text: str) -> None:
        wide = [place for place, letter in enumerate(text) if letter > "\uffff"]
        self._wide = [place + number for number, place in enumerate(wide)]  # where they begin, in units
        self._length = len(text) + len(wide)

    def __call__(self, unit: int) -> int:
        if not 0 <= unit <= self._length:
            raise Mismatch(f"begin and end must be in the text, 0 to {self._length}, not {unit}")
        return unit - bisect_left(self._wide, unit)
