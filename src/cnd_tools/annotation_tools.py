"""What Prodigy (JSONL) and Label Studio (JSON, JSON-MIN) export, as tasks: a text, and the labels a reader gave it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cnd_tools.errors import RefusedInput, UsageError


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
    """

    place: str
    reader: str
    text: str
    point: str | None
    labels: tuple[Label, ...]
    asked: str | None = None


def read_tasks(path: Path) -> list[Task] | None:
    """Return the tasks of an export; None where the file is none, and so may be a reference of our own form.

    Raises:
        UsageError: no such file.
        RefusedInput: an export that is broken; file and place are named.
    """
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RefusedInput(f"{path}: not UTF-8 at byte {error.start}; export it as UTF-8") from error
    found = _array(text, path) if text.lstrip().startswith("[") else _lines(text, path)
    if not found or not all(_is_task(row) for _, row in found):
        return None
    try:
        return [task for place, row in found for task in _tasks(row, place)]
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise RefusedInput(f"{path}: not as Prodigy or Label Studio export it ({error!r}); export it anew") from error


def _array(text: str, path: Path) -> list[tuple[str, Any]]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RefusedInput(f"{path}: not JSON ({error}); export it anew") from error
    return [(f"{path}, task {number}", row) for number, row in enumerate(rows, 1)]


def _lines(text: str, path: Path) -> list[tuple[str, Any]]:
    """Return the objects of JSON Lines; none where a line is no JSON, which the reader of our own form tells of."""
    try:
        return [
            (f"{path}:{number}", json.loads(line)) for number, line in enumerate(text.split("\n"), 1) if line.strip()
        ]
    except (ValueError, RecursionError):
        return []


def _is_task(row: Any) -> bool:
    """Tell a task from a point of our own form, which has neither a text nor annotations."""
    return isinstance(row, dict) and ("annotations" in row or "text" in row)


def _tasks(row: Mapping[str, Any], place: str) -> Iterator[Task]:
    if "annotations" in row:
        for given in row["annotations"]:
            if not given.get("was_cancelled"):
                labels = [label for result in given["result"] for label in _studio(result, row["data"]["text"])]
                reader = _reader(given.get("completed_by"))
                yield Task(place, reader, row["data"]["text"], _point(row["data"]), tuple(labels))
    elif "annotation_id" in row or "annotator" in row:
        yield Task(place, _reader(row.get("annotator")), row["text"], _point(row), tuple(_studio_min(row)))
    elif row.get("answer", "accept") != "ignore":
        yield _prodigy(row, place)


def _reader(given: Any) -> str:
    """Return who read; Label Studio has a number, or an object with an id or an address."""
    return str(given.get("id", given.get("email", "")) if isinstance(given, dict) else given or "")


def _point(row: Mapping[str, Any]) -> str | None:
    meta = row.get("meta")
    for place in (row, meta if isinstance(meta, dict) else {}):
        if place.get("point") is not None:
            return str(place["point"])
    return None


def _prodigy(row: Mapping[str, Any], place: str) -> Task:
    accepted = row.get("answer", "accept") == "accept"
    asked = str(row["label"]) if row.get("label") and not row.get("accept") and not row.get("spans") else None
    labels: list[Label] = []
    if accepted:
        labels += [Label(one["label"], int(one["start"]), int(one["end"])) for one in row.get("spans") or ()]
        labels += [Label(str(one)) for one in row.get("accept") or ()]
        labels += [Label(asked)] if asked is not None else []
    reader = str(row.get("_annotator_id") or row.get("_session_id") or "")
    return Task(place, reader, row["text"], _point(row), tuple(labels), asked)


def _studio(result: Mapping[str, Any], text: str) -> Iterator[Label]:
    value = result.get("value", {})
    for label in value.get("labels", ()):
        yield Label(label, *_characters(text, value))
    yield from (Label(choice) for choice in _choices(value))


def _studio_min(row: Mapping[str, Any]) -> Iterator[Label]:
    """Yield the labels of JSON-MIN, where every control of the interface is a key of the task."""
    for key, value in row.items():
        if key in {"text", "document", "point", "annotator", "id", "annotation_id"}:
            continue
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, dict) and "labels" in one:
                yield from (Label(label, *_characters(row["text"], one)) for label in one["labels"])
            elif isinstance(one, dict):
                yield from (Label(choice) for choice in _choices(one))
            elif isinstance(one, str) and key in {"choice", "choices", "theme", "themes", "taxonomy"}:
                yield Label(one)


def _choices(value: Mapping[str, Any]) -> Iterator[str]:
    """Yield what was chosen; of a taxonomy, the last name of each path."""
    yield from value.get("choices", ())
    yield from (path[-1] for path in value.get("taxonomy", ()))


def _characters(text: str, value: Mapping[str, Any]) -> Sequence[int]:
    """Return a stretch in characters; Label Studio counts as JavaScript does, in UTF-16 units."""
    start, end = int(value["start"]), int(value["end"])
    if text.isascii() or max(text) < "\U00010000":
        return start, end
    units = text.encode("utf-16-le", "surrogatepass")
    return tuple(len(units[: 2 * at].decode("utf-16-le", "replace")) for at in (start, end))
