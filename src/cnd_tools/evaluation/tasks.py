"""Other tools' annotation as a reference: each task finds its point, each label its theme or its actor and role.

A label is the id or the title of a theme; or a role ("agent"), whose actor the lexicon knows by the words it is on; or
both ("agent:unodc"). What one reader of several alone saw is optional, as in references of our own form.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from cnd_tools.errors import RefusedInput, short
from cnd_tools.evaluation.annotation_tools import Label, Task
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.codebook import codebook
from cnd_tools.lexicon.patterns import keys, pieces
from cnd_tools.lexicon.trie import Trie
from cnd_tools.records import Analysis, Point
from cnd_tools.tables import CODED

Said = tuple[str, ...]  # ("themes", id) or ("actors", id, role)


@dataclass
class Reference:
    """What was made of tasks.

    Attributes:
        points: the reference, a row each point that was read, in the document's order.
        tables: the tables there are labels of.
        unknown: labels that mean nothing here, and how often they stand.
    """

    points: list[dict[str, Any]]
    tables: tuple[str, ...]
    unknown: Counter[str]


@dataclass
class _Reading:
    """What one reader said of one point; `asked` are the only themes that were asked for, if not all were."""

    said: set[Said] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    whole: bool = False


def reference(tasks: Sequence[Task], analysis: Analysis, lexicon: Lexicon) -> Reference:
    """Return tasks as the reference of a document.

    Args:
        tasks: what `read_tasks` returns; the text of each is a point's, or a stretch of the document's source.
        analysis: of the document; only its text and points are looked at.
        lexicon: the words by which labels and actors are known.

    Raises:
        RefusedInput: a task's text is not in the document, or no label means anything.
    """
    labels, places = Labels(lexicon), _Places(analysis)
    readings: defaultdict[str, defaultdict[str, _Reading]] = defaultdict(lambda: defaultdict(_Reading))
    for task in _of_document(tasks, analysis.document.name):
        for point, label, words in places.of(task):
            reading = readings[point.point][task.reader]
            # A task made of our own points may still have the point's number, "4.", where a tool puts what it asks for.
            if label is not None and label != point.label:
                reading.said.update(labels.said(label, words))
            if task.asked is not None and task.asked != point.label:
                reading.asked.update(one[1] for one in labels.said(task.asked, "") if one[0] == "themes")
            else:
                reading.whole = True
    if labels.unknown and not labels.known:
        names = ", ".join(short(repr(label)) for label, _ in labels.unknown.most_common(3))
        raise RefusedInput(
            f"no label is a theme, a role or a role with an actor ({names} …); "
            "name labels as cnd lexicon list theme does, or agent, source, recipient, mention"
        )
    order = [point.point for point in analysis.points if point.point in readings]
    rows = [_row(point, list(readings[point].values()), labels.themes) for point in order]
    tables = tuple(table for table in ("themes", "actors") if table in labels.known)
    return Reference(rows, tables, labels.unknown)


def _of_document(tasks: Sequence[Task], name: str) -> Sequence[Task]:
    """Return, of tasks from several documents, those of this one; tasks of one document are taken as they are.

    Raises:
        RefusedInput: none is of this one.
    """
    named = {task.document for task in tasks} - {None}
    if len(named) < 2:
        return tasks
    if name not in named:
        known = ", ".join(sorted(short(one) for one in named if one)[:5])
        raise RefusedInput(f"{tasks[0].place}: no task is of {short(name)}; they are of {known}")
    return [task for task in tasks if task.document in {None, name}]


class Labels:
    """What labels mean.

    Attributes:
        themes: the ids there are.
        roles: the same.
        unknown: labels that mean nothing, and how often.
        known: tables that labels were of.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.themes = {entry.id for entry in lexicon["theme"]}
        self._titles = {_plain(name): entry.id for entry in lexicon["theme"] for name in (entry.label, entry.id)}
        self.roles = {code.code for code in codebook(lexicon, actors=()) if code.variable == "role"}
        self._actors: Trie[str] = Trie()
        for entry in lexicon["actor"]:
            for pattern in entry.patterns:
                self._actors.add(pattern, entry.id)
        self.unknown: Counter[str] = Counter()
        self.known: set[str] = set()

    def said(self, label: str, words: str) -> Iterator[Said]:
        """Yield what a label on these words says; nothing, and count it, where it means nothing."""
        role, _, actor = label.strip().lower().partition(":")
        if _plain(label) in self._titles:
            self.known.add("themes")
            yield "themes", self._titles[_plain(label)]
        elif role in self.roles and (actor or words.strip()):
            self.known.add("actors")
            yield "actors", actor.strip() or self.actor(words), role
        else:
            self.unknown[label] += 1

    def theme(self, name: str) -> str | None:
        """Return the theme of this id or title; None where there is none."""
        return self._titles.get(_plain(name))

    def actor(self, words: str) -> str:
        """Return the id of an actor by its words, or as it is where it is an id; others get one made of their words."""
        cut = pieces(words)
        for start in (0, 1):  # "the Commission" is the Commission
            found = self._actors.whole([keys(piece) for piece in cut[start:]])
            if found:
                return found[0]
        if re.fullmatch(r"[a-z0-9_]+:[a-z0-9_]+", words):  # "person:farouk"
            return words
        return "_".join(piece.lower() for piece in cut if piece[0].isalnum()).removeprefix("the_")


class _Places:
    """Where tasks stand in a document."""

    def __init__(self, analysis: Analysis) -> None:
        self._source = analysis.document.text
        self._points = [point for point in analysis.points if point.kind in CODED]
        self._by_name = {point.point: point for point in self._points}
        self._by_text: defaultdict[str, list[Point]] = defaultdict(list)
        for point in reversed(self._points):
            self._by_text[" ".join(point.text.split())].append(point)
        self._given: dict[tuple[str, str], Point] = {}

    def of(self, task: Task) -> Iterator[tuple[Point, str | None, str]]:
        """Yield each point a task is of, with each label and its words; a point without labels once, with None."""
        point = self._point(task)
        if point is not None:
            yield point, None, ""
            yield from ((point, label.label, _words(task, label)) for label in task.labels)
            return
        start = 0 if self._is_whole(task.text) else self._source.find(task.text) if task.text.strip() else -1
        if start < 0:
            raise RefusedInput(
                f"{task.place}: its text is in no point of the document; make tasks with cnd segment DOC -o tasks.jsonl"
            )
        end = start + len(task.text)
        yield from ((point, None, "") for point in self._points if start <= point.start and point.end <= end)
        for label in task.labels:
            yield self._under(task, label, start), label.label, _words(task, label)

    def _is_whole(self, text: str) -> bool:
        """Return whether this is the document itself, but for what XML cannot hold and U+FFFD stands for."""
        return len(text) == len(self._source) and all(map(_alike, text, self._source))

    def _point(self, task: Task) -> Point | None:
        if task.point is not None and task.point in self._by_name:
            return self._by_name[task.point]
        text = " ".join(task.text.split())
        found = self._by_text.get(text, [])
        if (text, task.place) not in self._given and found:
            # Two points of the same words: each task is of the next one, until the last.
            self._given[text, task.place] = found.pop() if len(found) > 1 else found[-1]
        return self._given.get((text, task.place))

    def _under(self, task: Task, label: Label, start: int) -> Point:
        if label.start is None:
            raise RefusedInput(
                f"{task.place}: {short(label.label)!r} is said of more than one point; label points, or words"
            )
        at = start + label.start
        point = next((point for point in self._points if point.start <= at < point.end), None)
        if point is None:
            raise RefusedInput(f"{task.place}: {short(label.label)!r} stands on words that are in no point")
        return point


def _alike(given: str, own: str) -> bool:
    return given in {own, "\ufffd"}


def _words(task: Task, label: Label) -> str:
    return task.text[label.start : label.end] if label.start is not None else ""


def _row(point: str, readings: Sequence[_Reading], themes: set[str]) -> dict[str, Any]:
    """Return a point as a reference has it: what all readers said, and as optional what some said or none was asked."""
    agreed = set.intersection(*(reading.said for reading in readings))
    optional = set.union(*(reading.said for reading in readings)) - agreed
    if not any(reading.whole for reading in readings):
        asked = set.union(*(reading.asked for reading in readings))
        optional |= {("themes", theme) for theme in themes - asked}
    return {"point": point, **_fields(agreed), "optional": _fields(optional)}


def _fields(said: Iterable[Said]) -> dict[str, Any]:
    ordered = sorted(said)
    return {
        "themes": [one[1] for one in ordered if one[0] == "themes"],
        "actors": [{"id": one[1], "role": one[2]} for one in ordered if one[0] == "actors"],
    }


def _plain(name: str) -> str:
    """Return a name as readers may have it: "Money-laundering", "money_laundering", "MONEY LAUNDERING"."""
    return " ".join(re.findall(r"[^\W_]+", name.lower()))
