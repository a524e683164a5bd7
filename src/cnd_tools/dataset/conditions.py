"""What follows `--where`: comparisons of columns with values, joined by and, or, not; nothing else of SQL.

A condition is read here and only its parts are handed on: columns that are known, operators from a list, and values
bound as parameters. No word of the user's becomes part of a statement.

A comparison with a column of another table than the one shown is true of a point where a row of that table makes it so:
`theme = 'corruption'` keeps of the actions those in points with that theme.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple, NoReturn

from cnd_tools.dataset.schema import DOCUMENTS, TABLES, WHOLE, columns
from cnd_tools.errors import UsageError

LONGEST = 10_000  # characters
DEEPEST = 50  # brackets in brackets

Value = str | int | float
_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>-?\d+(?:\.\d+)?)(?![\w.])|(?P<word>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)"
    r"|(?P<sign><=|>=|<>|!=|==|[=<>(),]))"
)
_SIGNS = {"=": "=", "==": "=", "!=": "<>", "<>": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_KEYWORDS = frozenset({"and", "or", "not", "in", "like", "is", "null", "between"})
EXAMPLE = "as in --where \"theme = 'corruption' and date like '%2011'\""


class Filter(NamedTuple):
    """A condition as SQL over one table, `?` for each value; other tables are read from what `{table}` stands for.

    `equal` has the words that a column is asked to be equal to: table, column, word.
    """

    sql: str
    values: tuple[Value, ...]
    equal: tuple[tuple[str, str, str], ...] = ()


def read(condition: str, *, table: str) -> Filter:
    """Return a condition as it filters one table.

    Args:
        condition: as the user wrote it.
        table: the table whose rows it is to filter.

    Raises:
        UsageError: it is no condition, or names a column that is not there.
    """
    if len(condition) > LONGEST:
        raise UsageError(f"--where: {len(condition)} characters are more than the {LONGEST} a condition may have")
    return _Reader(condition, table).read()


class _Reader:
    """A recursive descent: or, and, not, brackets, comparisons."""

    def __init__(self, condition: str, table: str) -> None:
        self._tokens = _tokens(condition)
        self._table = table
        self._at = 0
        self._depth = 0
        self._values: list[Value] = []
        self._equal: list[tuple[str, str, str]] = []

    def read(self) -> Filter:
        sql = self._any()
        if self._at < len(self._tokens):
            self._fail("and, or, or the end")
        return Filter(sql, tuple(self._values), tuple(self._equal))

    def _any(self) -> str:
        found = [self._all()]
        while self._take("or"):
            found.append(self._all())
        return f"({' OR '.join(found)})"

    def _all(self) -> str:
        found = [self._one()]
        while self._take("and"):
            found.append(self._one())
        return f"({' AND '.join(found)})"

    def _one(self) -> str:
        self._depth += 1
        if self._depth > DEEPEST:
            raise UsageError(f"--where: more than {DEEPEST} brackets in brackets; make the condition simpler")
        try:
            if self._take("not"):
                return f"(NOT {self._one()})"
            if self._take("("):
                inner = self._any()
                self._need(")")
                return inner
            return self._comparison()
        finally:
            self._depth -= 1

    def _comparison(self) -> str:
        kind, word = self._next()
        if kind != "word" or word.lower() in _KEYWORDS:
            self._at -= 1
            self._fail("a column")
        table, column = _column(word, self._table)
        before = len(self._values)
        test = f'"{column}" {self._test(column)}'
        if test.startswith((f'"{column}" = ', f'"{column}" IN ')):
            self._equal += [(table, column, one) for one in self._values[before:] if isinstance(one, str)]
        if table == self._table:
            return f"({test})"
        by = '"document"' if DOCUMENTS in (table, self._table) else '("document", "point")'
        return f"({by} IN (SELECT {by.strip('()')} FROM {{{table}}} WHERE {test}))"

    def _test(self, column: str) -> str:
        kind, word = self._next()
        if kind == "sign" and word in _SIGNS:
            return f"{_SIGNS[word]} {self._value(column)}"
        if kind == "word" and word.lower() == "is":
            negated = "NOT " if self._take("not") else ""
            self._need("null")
            return f"IS {negated}NULL"
        self._at -= 1
        negated = "NOT " if self._take("not") else ""
        if self._take("in"):
            self._need("(")
            values = [self._value(column)]
            while self._take(","):
                values.append(self._value(column))
            self._need(")")
            return f"{negated}IN ({', '.join(values)})"
        if self._take("between"):
            low = self._value(column)
            self._need("and")
            return f"{negated}BETWEEN {low} AND {self._value(column)}"
        if self._take("like"):
            if column in WHOLE:
                raise UsageError(f"--where: {column} is a number and is like nothing; compare it with =, < or >")
            return f"{negated}LIKE {self._value(column)}"
        return self._fail("=, <, >, in, like, between or is")

    def _value(self, column: str) -> str:
        kind, word = self._next()
        if kind not in ("text", "number"):
            self._at -= 1
            self._fail("a value: a number, or text in single quotes")
        if (kind == "number") != (column in WHOLE):
            needed = "a number" if column in WHOLE else "text in single quotes"
            raise UsageError(f"--where: {column} is compared with {needed}, not with {word}; {EXAMPLE}")
        self._values.append(word[1:-1].replace("''", "'") if kind == "text" else _number(word))
        return "?"

    def _next(self) -> tuple[str, str]:
        self._at += 1
        return self._tokens[self._at - 1] if self._at <= len(self._tokens) else ("end", "")

    def _take(self, word: str) -> bool:
        if self._at < len(self._tokens):
            kind, found = self._tokens[self._at]
            if kind != "text" and found.lower() == word:
                self._at += 1
                return True
        return False

    def _need(self, word: str) -> None:
        if not self._take(word):
            self._fail(word)

    def _fail(self, expected: str) -> NoReturn:
        there = self._tokens[self._at][1] if self._at < len(self._tokens) else "the end"
        raise UsageError(f"--where: expected {expected} where {there} stands; {EXAMPLE}")


def _tokens(condition: str) -> list[tuple[str, str]]:
    found, at, end = [], 0, len(condition.rstrip())
    while at < end:
        match = _TOKEN.match(condition, at)
        if match is None or match.lastgroup is None:
            raise UsageError(f"--where: not understood from {condition[at:].strip()[:20]!r} on; {EXAMPLE}")
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


def _column(word: str, own: str) -> tuple[str, str]:
    """Return the table and the column a word means: the shown table's, else the first of all that has it."""
    table, _, name = word.lower().rpartition(".")
    places = [table] if table else [own, *TABLES]
    for place in places:
        if place in TABLES and name in columns(place):
            return place, name
    known = _known(places if table in TABLES else TABLES)
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
    raise UsageError(f"--where: no column {word!r}; {hint}")


def _known(tables: Sequence[str]) -> list[str]:
    return sorted({column for table in tables for column in columns(table)})


def _number(word: str) -> Value:
    return float(word) if "." in word else int(word)
