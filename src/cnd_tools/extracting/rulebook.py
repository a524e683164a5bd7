"""The rulebook: every construction that makes something of a text, with an id, a reason, examples and near misses.

A rule is a function under `@rule("cue.modal")`; what is said of it stands in `rules/*.toml` under the same id, and is
read when somebody asks (`rules`). While somebody traces, each rule says when it found something, and what.
"""

from __future__ import annotations

import inspect
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from spacy.tokens import Span, Token

from cnd_tools.errors import RefusedInput

P = ParamSpec("P")
R = TypeVar("R")
HERE = Path(__file__).parent / "rules"
KEYS = ("id", "yields", "why", "examples", "near_misses")
# Fields of the records of `matches` by which they hang on a token, and which say in a word what was found.
_ANCHORS = ("verb", "token", "head")
_SAYING = ("lemma", "head", "text", "actor", "known", "extent")
FEWEST = 2
"""Examples a rule must have, and near misses."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction.

    Attributes:
        id: its name, "cue.modal": the subject and the construction.
        yields: what it finds: a cue, an action, an attribution, a source, an object, …
        why: what it is for, and the kind of text that forced it.
        examples: texts with what the rule finds in each, as printed or as a lemma.
        near_misses: texts as near as can be, in which it finds nothing.
        function: where it is written, for who changes it: "actions/cues.py:24".
        file: the file its fields stand in.
        line: 1-based line of its header there.
    """

    id: str
    yields: str
    why: str
    examples: tuple[tuple[str, str], ...]
    near_misses: tuple[str, ...]
    function: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule found something.

    Attributes:
        rule: the rule's id.
        point: the point it was read in.
        at: the token it was asked of; -1 where it was asked of the whole point.
        word: that token as printed, "" where there is none.
        found: what it found, as printed or as a lemma.
    """

    rule: str
    point: str
    at: int
    word: str
    found: str


@dataclass
class Trace:
    """What rules found, in order, while it was followed."""

    fired: list[Fired] = field(default_factory=list)
    point: str = ""

    def add(self, name: str, found: object, args: tuple[object, ...]) -> None:
        """Note that a rule found something; a near miss, "", None, False or empty, is no finding."""
        if found is None or found is False or found in ("", (), []):
            return
        anchor = next((token for one in args if (token := _token(one)) is not None), None)
        at, word = (anchor.i, anchor.text) if anchor is not None else (-1, "")
        self.fired.append(Fired(name, self.point, at, word, _said(found) or word))


_FUNCTIONS: dict[str, Callable[..., Any]] = {}
_traces: list[Trace] = []


def rule(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Register a function as a rule. What it returns, or each thing it yields, is what it found."""

    def registered(function: Callable[P, R]) -> Callable[P, R]:
        if name in _FUNCTIONS:
            raise ValueError(f"two rules are called {name!r}")
        _FUNCTIONS[name] = function
        yields = inspect.isgeneratorfunction(function)

        @wraps(function)
        def asked(*args: P.args, **kwargs: P.kwargs) -> R:
            found = function(*args, **kwargs)
            if not _traces:
                return found
            if yields:
                return _followed(name, found, args)  # type: ignore[return-value, arg-type]
            _traces[-1].add(name, found, args)
            return found

        return asked

    return registered


def _followed(name: str, found: Iterator[object], args: tuple[object, ...]) -> Iterator[object]:
    for one in found:
        if _traces:
            _traces[-1].add(name, one, args)
        yield one


@contextmanager
def tracing() -> Iterator[Trace]:
    """Follow what rules find in what is analysed inside; rows are the same with it and without."""
    trace = Trace()
    _traces.append(trace)
    try:
        yield trace
    finally:
        _traces.remove(trace)


def reading(point: str) -> None:
    """Say which point is read now, for whoever traces."""
    if _traces:
        _traces[-1].point = point


@cache
def rules() -> dict[str, Rule]:
    """Return all rules by id, in order of their files.

    Raises:
        RefusedInput: a rule's fields are missing or wrong, or nobody wrote its function; with file and line.
    """
    import cnd_tools.extracting.documents  # noqa: F401  (its modules register their rules)

    found: dict[str, Rule] = {}
    for path in sorted(HERE.glob("*.toml")):
        for one in parse(path.name, path.read_text("utf-8")):
            if one.id in found:
                raise RefusedInput(f"{one.file}, line {one.line}: the rule {one.id!r} stands twice; take one out")
            found[one.id] = one
    for name in _FUNCTIONS:
        if name not in found:
            raise RefusedInput(f"{_place(name)}: the rule {name!r} stands in no file of rules/; write what it is for")
    return found


def parse(file: str, text: str) -> Iterator[Rule]:
    """Yield the rules of a file.

    Raises:
        RefusedInput: not TOML, a key missing or unknown, too few examples, no such function.
    """
    try:
        rows = tomllib.loads(text).get("rule", [])
    except tomllib.TOMLDecodeError as error:
        raise RefusedInput(f"{file}: not TOML: {error}; mend it there") from None
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[rule]]"]
    for line, row in zip(lines, rows, strict=True):
        wrong = _fault(row)
        if wrong:
            raise RefusedInput(f"{file}, line {line}: {wrong}")
        examples = tuple((said, found) for said, found in row["examples"])
        near = tuple(row["near_misses"])
        yield Rule(row["id"], row["yields"], row["why"], examples, near, _place(row["id"]), file, line)


def _fault(row: dict[str, Any]) -> str:
    for key in (*KEYS, *row):
        if key not in row:
            return f"a rule must have {key!r}; add it"
        if key not in KEYS:
            return f"unknown key {key!r}; a rule has {', '.join(KEYS)}"
    if row["id"] not in _FUNCTIONS:
        return f"no function is registered as {row['id']!r}; write it under @rule({row['id']!r})"
    if any(len(one) != FEWEST for one in row["examples"]):
        return 'an example is a text and what is found in it: ["States should act.", "act"]'
    few = [key for key in ("examples", "near_misses") if len(row[key]) < FEWEST]
    return f"{few[0]!r} are fewer than {FEWEST}; add one" if few else ""


def _place(name: str) -> str:
    code = _FUNCTIONS[name].__code__
    path = Path(code.co_filename)
    return f"{path.parent.name}/{path.name}:{code.co_firstlineno}"


def _token(one: object) -> Token | None:
    """The token something hangs by: a cue's head, an attribution's or an action's verb."""
    found = (
        one
        if isinstance(one, Token)
        else next((getattr(one, key, None) for key in _ANCHORS if hasattr(one, key)), None)
    )
    return found if isinstance(found, Token) else None


def _said(found: object) -> str:
    """What was found in words, by the first of a record's fields that says it; "" for a plain yes."""
    if isinstance(found, Token | Span):
        return found.text
    if isinstance(found, tuple | list) and not hasattr(found, "_fields"):
        return "; ".join(filter(None, map(_said, found)))
    if isinstance(found, str):
        return found
    said = (getattr(found, key, None) for key in _SAYING)
    return next((_said(one) for one in said if one), "")
