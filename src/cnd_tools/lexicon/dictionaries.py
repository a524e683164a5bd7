"""Theme dictionaries as people have them, read as they stand: LIWC's .dic and .dicx, quanteda's YAML, CSV, trees."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

from cnd_tools.errors import RefusedInput, UsageError, short
from cnd_tools.lexicon.dictionary_trees import lexicoder, wordstat, yoshikoder
from cnd_tools.lexicon.words import Word

__all__ = ["READERS", "Word", "read_dictionary"]

MOST_WORDS = 200_000  # above any dictionary
MOST_CATEGORIES = 10_000  # LIWC has 120
LONGEST = 1_000  # characters of a word or of a category's name
LARGEST_YAML = 1_000_000  # bytes: to read them takes twenty seconds, as it is done by Python alone
# How the columns of a CSV file are called that has a word a line.
THEME_COLUMNS = ("theme", "category", "key", "code")
WORD_COLUMNS = ("pattern", "word", "term", "value")


def read_dictionary(data: bytes, name: str, *, encoding: str = "utf-8-sig") -> list[Word]:
    """Return the words of a dictionary in its own order.

    Args:
        data: the file's bytes.
        name: the file's name, whose ending says what it is.
        encoding: how its text is encoded.

    Raises:
        UsageError: no dictionary has this ending, or there is no such encoding.
        RefusedInput: it is not what its ending says; file and line are named.
    """
    ending = name[name.rfind(".") :].lower()
    if ending not in READERS:
        raise UsageError(f"{name}: no dictionary is known by this ending; use {' '.join(READERS)}")
    words: list[Word] = []
    categories = set[tuple[str, ...]]()
    for word in READERS[ending](_text(data, name, encoding), name):
        words.append(word)
        categories.add(word.categories)
        if len(words) > MOST_WORDS or len(categories) > MOST_CATEGORIES:
            most = f"{MOST_WORDS} words or {MOST_CATEGORIES} categories"
            raise RefusedInput(f"{name}: more than {most}; split it")
        if max(len(word.word), *map(len, word.categories)) > LONGEST:
            at = f", line {word.line}" if word.line else ""
            raise RefusedInput(f"{name}{at}: {short(word.word)!r} or its category has more than {LONGEST} characters")
    if not words:
        raise RefusedInput(f"{name}: there are no words under any category in it")
    return words


def _text(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (LookupError, ValueError) as error:
        if not isinstance(error, UnicodeDecodeError):
            raise UsageError(f"--encoding: there is no encoding {short(encoding)!r}; try windows-1252") from None
        line = data.count(b"\n", 0, error.start) + 1
        raise RefusedInput(f"{name}, line {line}: not {error.encoding}; say which with --encoding") from None


def _liwc(text: str, name: str) -> Iterator[Word]:
    """LIWC 2007 and 2015: categories between two lines of "%", each with its number; then words with numbers."""
    categories: dict[str, str] = {}
    marks = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() == "%":
            marks += 1
        elif marks == 1 and line.strip():
            code, _, label = line.strip().partition("\t" if "\t" in line.strip() else " ")
            if not label.strip():
                raise RefusedInput(f"{name}, line {number}: a category must be a number and a name; mend it there")
            categories[code.strip()] = label.strip()
        elif marks > 1 and line.strip():
            word, codes = _liwc_entry(line, categories)
            unknown = next((code for code in codes if code not in categories), None)
            if unknown is not None or not codes:
                what = (
                    f"no category has the number {short(unknown)!r}" if unknown else f"{short(word)!r} has no category"
                )
                raise RefusedInput(f"{name}, line {number}: {what}; mend it there")
            yield from (Word((categories[code],), word, number) for code in codes)
    if marks < 2:
        raise RefusedInput(f"{name}: not a LIWC dictionary: its categories must stand between two lines of %")


def _liwc_entry(line: str, categories: Mapping[str, str]) -> tuple[str, list[str]]:
    if "\t" in line.strip():
        word, *rest = line.strip().split("\t")
        return word.strip(), " ".join(rest).split()
    parts = line.split()
    codes: list[str] = []
    while len(parts) > 1 and parts[-1] in categories:
        codes.append(parts.pop())
    return " ".join(parts), codes[::-1]


def _yaml(text: str, name: str) -> Iterator[Word]:
    """quanteda: keys over lists of words, or over further keys."""
    import srsly

    if len(text) > LARGEST_YAML:
        raise RefusedInput(f"{name}: more than {LARGEST_YAML} characters of YAML; split it, or save it as CSV")
    try:
        _refuse_aliases(text, name)
        tree = srsly.yaml_loads(text)
    except (ValueError, RecursionError) as error:
        raise RefusedInput(f"{name}: not YAML: {short(' '.join(str(error)[:500].split()))}; mend it there") from None
    if not isinstance(tree, dict):
        raise RefusedInput(f"{name}: must be keys with lists of words under them")
    return _branches(tree, (), name)


def _refuse_aliases(text: str, name: str) -> None:
    """Refuse what stands for what is elsewhere in the file: ten lines of it can stand for billions of words.

    Raises:
        RefusedInput: there is an alias.
        ValueError: it is no YAML.
    """
    yaml = import_module("srsly.ruamel_yaml")  # which has no types
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader) if "*" in text else ():
            if token.id == "<alias>":
                line = token.start_mark.line + 1
                raise RefusedInput(f"{name}, line {line}: an alias (*) is not read; write its words out, or quote it")
    except yaml.error.YAMLError as error:
        raise ValueError(str(error)) from None


def _branches(tree: Any, above: tuple[str, ...], name: str) -> Iterator[Word]:
    """Yield the words of a tree of keys, over words or lists of words."""
    if len(above) > 20:
        raise RefusedInput(f"{name}: keys under {short(' > '.join(above[:3]))} … go more than 20 deep; flatten them")
    if isinstance(tree, dict):
        for key, below in tree.items():
            yield from _branches(below, (*above, _scalar(key, name)), name)
    elif isinstance(tree, list):
        for one in tree:
            yield from _branches(one, above, name) if isinstance(one, dict) else (Word(above, _scalar(one, name), 0),)
    elif tree is not None:
        yield Word(above, _scalar(tree, name), 0)


def _scalar(value: Any, name: str) -> str:
    """Return a word as text, also one that YAML takes for a number, a date or a truth."""
    if isinstance(value, list | tuple | dict | set):
        raise RefusedInput(f"{name}: a list or keys stand where a word should be; a list has words alone")
    try:
        return str(value)
    except ValueError:  # a number of more than 4,300 places
        raise RefusedInput(f"{name}: a number of thousands of places stands where a word should be") from None


def _csv(text: str, name: str) -> Iterator[Word]:
    """A word a line with its theme; or a column a theme; or LIWC-22's .dicx, a column a category with an X where so."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        head = [cell.strip() for cell in next(rows, [])]
        lower = [cell.lower() for cell in head]
        theme, word = _column(lower, THEME_COLUMNS), _column(lower, WORD_COLUMNS)
        for row in rows:
            at = rows.line_num
            if theme is not None and word is not None:
                yield from _cells([(row[theme], row[word])] if len(row) > max(theme, word) else [], at)
            elif lower and lower[0] == "dicterm":
                yield from _cells([(label, row[0]) for label, cell in zip(head, row, strict=False) if cell == "X"], at)
            else:
                yield from _cells(list(zip(head, row, strict=False)), at)
    except csv.Error as error:
        raise RefusedInput(f"{name}, line {rows.line_num}: not CSV: {short(str(error))}; mend it there") from None


def _delimiter(text: str) -> str:
    """Return what parts the cells: Excel writes semicolons where a comma is the decimal sign."""
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _column(head: Sequence[str], names: Sequence[str]) -> int | None:
    return next((head.index(name) for name in names if name in head), None)


def _cells(cells: Sequence[tuple[str, str]], line: int) -> Iterator[Word]:
    return (Word((label.strip(),), word.strip(), line) for label, word in cells if label.strip() and word.strip())


READERS: Mapping[str, Callable[[str, str], Iterator[Word]]] = {
    ".dic": _liwc,
    ".dicx": _csv,
    ".yaml": _yaml,
    ".yml": _yaml,
    ".csv": _csv,
    ".tsv": _csv,
    ".cat": wordstat,
    ".ykd": yoshikoder,
    ".lcd": yoshikoder,
    ".lc3": lexicoder,
}
