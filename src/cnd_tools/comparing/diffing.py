"""Two texts word by word: what stayed, what was taken out, what was put in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

# A word with the space before it, or a sign: joined, they are the text again.
_TOKEN = re.compile(r"\s*[^\W_]+(?:[-‐‑'’][^\W_]+)*|\s*[^\w\s]|\s*_|\s+$")


# Words by words that are compared at most: SequenceMatcher takes long where words come back again and again.
MOST_CELLS = 250_000
Step = tuple[str, int, int, int, int]


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
    steps = opcodes(old, new)
    for number, (kind, i, j, k, m) in enumerate(steps):
        lone = j - i == 1 and not old[i].strip().isalnum() and 0 < number < len(steps) - 1
        if kind == "equal" and not lone:
            found.append(Run("equal", "".join(old[i:j])))
        else:
            found += [Run("delete", "".join(old[i:j])), Run("insert", "".join(new[k:m]))]
    return list(_joined(found))


def opcodes(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """Return what makes one sequence of words the other, as `difflib` says it; what is too long as one replacement.

    What both begin and end with is taken first, so that only what lies between must be short enough.
    """
    short = min(len(old), len(new))
    head = next((at for at in range(short) if old[at] != new[at]), short)
    tail = next((at for at in range(short - head) if old[-1 - at] != new[-1 - at]), short - head)
    ends, begin = (len(old) - tail, len(new) - tail), head
    middle = old[head : ends[0]], new[head : ends[1]]
    steps: list[Step] = [("equal", 0, head, 0, head)] if head else []
    if len(middle[0]) * len(middle[1]) > MOST_CELLS:
        steps.append(("replace", begin, ends[0], begin, ends[1]))
    else:
        found = SequenceMatcher(None, *middle, autojunk=False).get_opcodes()
        steps += [(kind, i + begin, j + begin, k + begin, m + begin) for kind, i, j, k, m in found]
    return [*steps, ("equal", ends[0], len(old), ends[1], len(new))] if tail else steps


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
