"""Two texts word by word: what stayed, what was taken out, what was put in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

# A word with the space before it, or a sign: joined, they are the text again.
_TOKEN = re.compile(r"\s*[^\W_]+(?:[-‐‑'’][^\W_]+)*|\s*[^\w\s]|\s*_|\s+$")


class Run(NamedTuple):
    """A stretch of text that stayed ("equal"), was taken out ("delete") or was put in ("insert")."""

    kind: str
    text: str


def runs(before: str, after: str) -> list[Run]:
    """Return the word-level difference of two texts.

    The runs that are not "insert" joined are `before`, those that are not "delete" joined are `after`, to the
    character. Where words were replaced, what was taken out comes first. A lone sign between two changes is taken as
    changed with them: single commas that happened to stay make a difference unreadable.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found: list[Run] = []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (kind, i, j, k, m) in enumerate(steps):
        lone = j - i == 1 and not old[i].strip().isalnum() and 0 < number < len(steps) - 1
        if kind == "equal" and not lone:
            found.append(Run("equal", "".join(old[i:j])))
        else:
            found += [Run("delete", "".join(old[i:j])), Run("insert", "".join(new[k:m]))]
    return list(_joined(found))


def _joined(found: Iterable[Run]) -> Iterable[Run]:
    """Yield the runs with neighbours joined: all that was taken out in one place, then all that was put in."""
    changed = {"delete": "", "insert": ""}
    for run in found:
        if run.kind == "equal":
            yield from (Run(kind, text) for kind, text in changed.items() if text)
            changed = {"delete": "", "insert": ""}
            yield run
        else:
            changed[run.kind] += run.text
    yield from (Run(kind, text) for kind, text in changed.items() if text)


def marked(difference: Iterable[Run]) -> str:
    """Return a difference as one text in the notation of GNU wdiff.

    >>> marked(runs("States should adopt laws.", "States must adopt new laws."))
    'States[- should-]{+ must+} adopt{+ new+} laws.'
    """
    marks = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}
    return "".join(marks[run.kind][0] + run.text + marks[run.kind][1] for run in difference)
