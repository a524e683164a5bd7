"""What Prodigy (JSONL) and Label Studio (JSON, JSON-MIN) export, as tasks: a text, and the labels a reader gave it.

What doccano and INCEpTION export is read in `annotation_exports`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cnd_tools.errors import RefusedInput, short
from cnd_tools.inputs import read_file
from cnd_tools.typed import Mismatch, hold, parsed

LARGEST = 32_000_000  # bytes of an export

# What of an export is read, as `cnd_tools.typed` takes it; there is much more in one.
_NAME = str | int | None
_VALUE = {"labels?": [str], "choices?": [str], "taxonomy?": [[str]]}
_STUDIO = {
    "annotations": [{"completed_by?": _NAME | dict, "result": [{"value?": dict}]}],
    "data": {"text": str, "point?": _NAME},
}
_STUDIO_MIN = {"text": str, "point?": _NAME, "annotator?": _NAME | dict}
_PRODIGY = {
    "text": str,
    "point?": _NAME,
    "answer?": str,
    "label?": str | None,
    "accept?": [str],
    "spans?": [{"label": str, "start": int, "end": int}],
    "_annotator_id?": _NAME,
    "_session_id?": _NAME,
}


class Label(NamedTuple):
    """A label, on `start` to `end` of the task's text, or on all of it where both are None."""

    label: str
    start: int | None = None
    end: int | None = None


class Task(NamedTuple):
    """What one reader said of one text.

    Attributes:
        place: file and line or task, for messages.
        reader: who; "" where the export does not say.
        text: what was read.
        point: the point it is of, where the task says so.
        labels: what was accepted.
        asked: the one label that was asked for, in Prodigy's yes-or-no tasks; nothing is known of any other.
        document: the text it is of, where the task says so.
    """

    place: str
    reader: str
    text: str
    point: str | None
    labels: tuple[Label, ...]
    asked: str | None = None
    document: str | None = None


def read_tasks(path: Path, data: bytes | None = None) -> list[Task] | None:
    """Return the tasks of an export; None where the file is none, and so may be a reference of our own form.

    Args:
        path: its name.
        data: what is in it, if that was read already: a pipe is read but once.

    Raises:
        UsageError: no such file.
        RefusedInput: an export that is broken; file and place are named.
    """
    data = read_file(path, most=LARGEST, what="an annotation") if data is None else data
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedInput(f"{path}: not UTF-8 at byte {error.start}; export it as UTF-8") from error
    if text.lstrip().startswith("{") and (one := _cas(text, path)):
        return [one]
    found = _array(text, path) if text.lstrip().startswith("[") else _lines(text, path)
    if not found or not all(_is_task(row) for _, row in found):
        return None
    return [task for place, row in found for task in _checked(row, place)]


def _cas(text: str, path: Path) -> Task | None:
    """Return a document of INCEpTION as a task; None where the file is something else."""
    from cnd_tools.evaluation.annotation_exports import STRUCTURES, cas, is_cas

    if STRUCTURES not in text:
        return None
    try:
        found = parsed(text)
        return cas(found, short(str(path))) if is_cas(found) else None
    except Mismatch as error:
        raise RefusedInput(f"{short(str(path))}: not as INCEpTION exports it: {error}; export it anew") from None


def _checked(row: Mapping[str, Any], place: str) -> list[Task]:
    try:
        return list(_tasks(row, place))
    except Mismatch as error:
        why = f"not as Prodigy, Label Studio or doccano export it: {error}"
        raise RefusedInput(f"{place}: {why}; export it anew") from None


def _array(text: str, path: Path) -> list[tuple[str, Any]]:
    try:
        rows = parsed(text)
    except Mismatch as error:
        raise RefusedInput(f"{short(str(path))}: {error}; export it anew") from None
    return [(f"{short(str(path))}, task {number}", row) for number, row in enumerate(rows, 1)]


def _lines(text: str, path: Path) -> list[tuple[str, Any]]:
    """Return the objects of JSON Lines; none where a line is no JSON, which the reader of our own form tells of."""
    lines = enumerate(text.split("\n"), 1)
    try:
        return [(f"{short(str(path))}:{number}", parsed(line)) for number, line in lines if line.strip()]
    except Mismatch:
        return []


def _is_task(row: Any) -> bool:
    """Tell a task from a point of our own form, which has neither a text nor annotations."""
    return isinstance(row, dict) and ("annotations" in row or "text" in row)


def _tasks(row: Mapping[str, Any], place: str) -> Iterator[Task]:
    from cnd_tools.evaluation.annotation_exports import doccano, is_doccano

    if is_doccano(row):
        yield doccano(row, place)
    elif "annotations" in row:
        hold(row, _STUDIO)
        text = row["data"]["text"]
        for given in row["annotations"]:
            if not given.get("was_cancelled"):
                labels = [
                    label
                    for result in given["result"]
                    for label in _studio(result.get("value", {}), text, _actor(result))
                ]
                reader = _reader(given.get("completed_by"))
                data = row["data"]
                yield Task(place, reader, text, _point(data), tuple(labels), document=_document(data))
    elif "annotation_id" in row or "annotator" in row:
        hold(row, _STUDIO_MIN)
        reader = _reader(row.get("annotator"))
        yield Task(place, reader, row["text"], _point(row), tuple(_studio_min(row)), document=_document(row))
    elif row.get("answer", "accept") != "ignore":
        # Prodigy writes null where there is none.
        row = {key: value for key, value in row.items() if value is not None or key == "text"}
        hold(row, _PRODIGY)
        yield _prodigy(row, place)


def _reader(given: Any) -> str:
    """Return who read; Label Studio has a number, or an object with an id or an address."""
    if isinstance(given, dict):
        hold(given, {"id?": _NAME, "email?": _NAME}, "completed_by")
        given = given.get("id", given.get("email"))
    return str(given or "")


def _point(row: Mapping[str, Any], key: str = "point") -> str | None:
    meta = row.get("meta")
    for place in (row, meta if isinstance(meta, dict) else {}):
        if place.get(key) is not None:
            hold(place, {key: _NAME})
            return str(place[key])
    return None


def _document(row: Mapping[str, Any]) -> str | None:
    return _point(row, "document")


def _actor(result: Mapping[str, Any]) -> str:
    """Return ":unodc" where a stretch has the note "actor=unodc", as those that we suggested have."""
    meta = result.get("meta")
    notes = meta.get("text") if isinstance(meta, dict) else None
    for note in notes if isinstance(notes, list) else ():
        if isinstance(note, str) and note.startswith("actor="):
            return f":{note.removeprefix('actor=')}"
    return ""


def _prodigy(row: Mapping[str, Any], place: str) -> Task:
    accepted = row.get("answer", "accept") == "accept"
    asked = row["label"] if row.get("label") and not row.get("accept") and not row.get("spans") else None
    labels: list[Label] = []
    if accepted:
        labels += [
            Label(one["label"] + _linked(one), *_within(row["text"], one["start"], one["end"]))
            for one in row.get("spans") or ()
        ]
        labels += [Label(one) for one in row.get("accept") or ()]
        labels += [Label(asked)] if asked is not None else []
    reader = str(row.get("_annotator_id") or row.get("_session_id") or "")
    return Task(place, reader, row["text"], _point(row), tuple(labels), asked, _document(row))


def _linked(span: Mapping[str, Any]) -> str:
    """Return ":unodc" where a stretch says which actor it is, as those that we suggested do."""
    return f":{span['actor']}" if isinstance(span.get("actor"), str) and ":" not in span["label"] else ""


def _studio(value: Mapping[str, Any], text: str, actor: str = "") -> Iterator[Label]:
    hold(value, _VALUE, "value")
    for label in value.get("labels", ()):
        yield Label(label if ":" in label else label + actor, *_characters(text, value))
    yield from (Label(choice) for choice in _choices(value))


def _studio_min(row: Mapping[str, Any]) -> Iterator[Label]:
    """Yield the labels of JSON-MIN, where every control of the interface is a key of the task."""
    for key, value in row.items():
        if key in {"text", "document", "point", "annotator", "id", "annotation_id"}:
            continue
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, dict):
                yield from _studio(one if "labels" in one else {**one, "labels": []}, row["text"])
            elif isinstance(one, str) and key in {"choice", "choices", "theme", "themes", "taxonomy"}:
                yield Label(one)


def _choices(value: Mapping[str, Any]) -> Iterator[str]:
    """Yield what was chosen; of a taxonomy, the last name of each path."""
    yield from value.get("choices", ())
    yield from (path[-1] for path in value.get("taxonomy", ()) if path)


def _characters(text: str, value: Mapping[str, Any]) -> tuple[int, int]:
    """Return a stretch in characters; Label Studio counts as JavaScript does, in UTF-16 units."""
    hold(value, {"start": int, "end": int}, "value")
    start, end = value["start"], value["end"]
    if text.isascii() or max(text) < "\U00010000":
        return _within(text, start, end)
    units = text.encode("utf-16-le", "surrogatepass")
    start, end = _within(units[::2], start, end)
    return len(units[: 2 * start].decode("utf-16-le", "replace")), len(units[: 2 * end].decode("utf-16-le", "replace"))


def _within(text: Sequence[Any], start: int, end: int) -> tuple[int, int]:
    if not 0 <= start <= end <= len(text):
        raise Mismatch(f"start and end must be in the text, 0 to {len(text)}, not {short(start)} to {short(end)}")
    return start, end
