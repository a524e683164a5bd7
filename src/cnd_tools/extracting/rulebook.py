"""The rulebook: every construction that makes something of a text, with an id, a reason, examples and near misses.

A rule is a function under `@rule("cue.modal")`, of which `rules/*.toml` says the rest under the same id; or it is data
alone, with its anchor and its paths (`path_rules`), in `rules/paths.toml` or in a user's lexicon. What is said of rules
is read when somebody asks (`rules`). While somebody traces, each rule says when it found something, and what.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, ParamSpec, TypeVar

from spacy.tokens import Doc, Span, Token

from cnd_tools.errors import RefusedInput
from cnd_tools.lexicon import Entry, Lexicon, parsing
from cnd_tools.lexicon.parsing import refusal

P = ParamSpec("P")
R = TypeVar("R")
Q = TypeVar("Q")
HERE = Path(__file__).parent / "rules"
DATA = "paths.toml"
"""The file of `rules/` whose rules are data; all others are functions."""
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
        function: where it is written, for who changes it: "actions/cues.py:24"; a rule that is data is its entry.
        file: the file its fields stand in.
        line: 1-based line of its header there.
        match: what a rule that is data says of its words and paths, as written; empty for a function.
        entry: as it stands in its file, for messages.
    """

    id: str
    yields: str
    why: str
    examples: tuple[tuple[str, str], ...]
    near_misses: tuple[str, ...]
    function: str
    file: str
    line: int
    match: tuple[tuple[str, str], ...]
    entry: Entry


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
    """What rules found, in order, while it was followed; where rules that are data stopped; and the points parsed."""

    fired: list[Fired] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)
    docs: list[tuple[str, Doc]] = field(default_factory=list)
    point: str = ""
    _asked: list[Token | None] = field(default_factory=list)  # of each rule that has not answered yet, the token

    def add(self, name: str, found: object, anchor: Token | None) -> None:
        """Note that a rule found something; a near miss, "", None, False or empty, is no finding."""
        if found is None or found is False or found in ("", (), []):
            return
        at, word = (anchor.i, anchor.text) if anchor is not None else (-1, "")
        self.fired.append(Fired(name, self.point, at, word, _said(found) or word))

    def watch(self, frame: FrameType, event: str, found: object) -> None:
        """Note what a rule's function returns or yields, of what is called (`sys.setprofile`)."""
        name = _NAMES.get(frame.f_code) if event in ("call", "return") else None
        if name is None:
            return
        if event == "call":
            given = map(frame.f_locals.get, frame.f_code.co_varnames[: frame.f_code.co_argcount])
            self._asked.append(next((token for one in given if (token := _token(one)) is not None), None))
        else:
            self.add(name, found, self._asked.pop())


_FUNCTIONS: dict[str, Callable[..., Any]] = {}
_NAMES: dict[CodeType, str] = {}
_traces: list[Trace] = []


def rule(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Register a function as a rule. What it returns, or each thing it yields, is what it found."""

    def registered(function: Callable[P, R]) -> Callable[P, R]:
        if name in _FUNCTIONS:
            raise ValueError(f"two rules are called {name!r}")
        _FUNCTIONS[name] = function
        _NAMES[function.__code__] = name
        return function  # as it is: a function around each, for the sake of tracing, took a thirtieth of all matching

    return registered


def traced(name: str, found: Iterator[R], at: Token) -> Iterator[R]:
    """Yield what a rule that is data found at a word; whoever traces is told of it."""
    for one in found:
        if _traces:
            _traces[-1].add(name, one, at)
        yield one


def missed(name: str, stops: Callable[[Token, Q], str], at: Token, context: Q) -> None:
    """Note where a rule that is data stopped at a word that is its anchor; asked only while somebody traces."""
    where = stops(at, context) if _traces else ""
    if where:
        _traces[-1].missed.append((name, where))


@contextmanager
def tracing() -> Iterator[Trace]:
    """Follow what rules find in what is analysed inside; rows are the same with it and without."""
    trace, before = Trace(), sys.getprofile()
    _traces.append(trace)
    sys.setprofile(trace.watch)
    try:
        yield trace
    finally:
        sys.setprofile(before)
        _traces.remove(trace)


def reading(point: str, doc: Doc) -> None:
    """Say which point is read now, and how it was parsed, for whoever traces."""
    if _traces:
        _traces[-1].point = point
        _traces[-1].docs.append((point, doc))


@lru_cache(maxsize=4)
def rules(lexicon: Lexicon | None = None) -> dict[str, Rule]:
    """Return all rules by id, in order of their files.

    Args:
        lexicon: whose `[[rule]]` entries stand beside ours; None for ours alone.

    Raises:
        RefusedInput: a rule's fields are missing or wrong, or nobody wrote its function; with file and line.
    """
    import cnd_tools.extracting.documents  # noqa: F401  (its modules register their rules)

    ours = (one for path in sorted(HERE.glob("*.toml")) for one in parse(path.name, path.read_text("utf-8")))
    own = (_rule(entry) for entry in (lexicon["rule"] if lexicon is not None else ()))
    found: dict[str, Rule] = {}
    for one in (*ours, *own):
        if one.id in found:
            raise refusal(one.entry, f"the rule {one.id!r} is {_told(found[one.id])} already; give it another id")
        found[one.id] = one
    for name in _FUNCTIONS:
        if name not in found:
            raise RefusedInput(f"{_place(name)}: the rule {name!r} stands in no file of rules/; write what it is for")
    return found


@cache
def data_rules() -> Sequence[Entry]:
    """Return the rules of ours that are data, as they stand in their file."""
    path = HERE / DATA
    return tuple(entry for entry, _ in parsing.parse(path.name, path.read_bytes()))


def is_ours(name: str) -> bool:
    """Whether a rule of ours has this id."""
    return name in _FUNCTIONS or any(entry.id == name for entry in data_rules())


def parse(file: str, text: str) -> Iterator[Rule]:
    """Yield the rules of a file.

    Raises:
        RefusedInput: not TOML, a key missing or unknown, too few examples, no such function.
    """
    for entry, _ in parsing.parse(file, text.encode()):
        if entry.kind != "rule":
            raise refusal(entry, f"[[{entry.kind}]] is no rule; it stands in a lexicon")
        if entry.get("anchor") is None and entry.id not in _FUNCTIONS:
            raise refusal(entry, f"no function is registered as {entry.id!r}; write it under @rule({entry.id!r})")
        yield _rule(entry)


def _rule(entry: Entry) -> Rule:
    few = [key for key in ("examples", "near_misses") if len(entry.get(key)) < FEWEST]
    if few:
        raise refusal(entry, f"{few[0]!r} are fewer than {FEWEST}; add one")
    where = _place(entry.id) if entry.get("anchor") is None and entry.id in _FUNCTIONS else f"{entry.file}:{entry.line}"
    told = ("yields", "examples", "near_misses")
    match = [(key, text) for key, value in entry.fields.items() if key not in told for text in _texts(value)]
    examples = tuple((text, found) for text, found in entry.get("examples"))
    near = tuple(entry.get("near_misses"))
    about = (entry.get("yields"), entry.why, examples, near, where, entry.file, entry.line)
    return Rule(entry.id, *about, tuple(match), entry)


def _texts(value: object) -> Sequence[str]:
    return value if isinstance(value, tuple) else (str(value),)


def _told(one: Rule) -> str:
    return f"in {one.file}, line {one.line}"


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
