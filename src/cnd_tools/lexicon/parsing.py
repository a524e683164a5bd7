"""One TOML file to entries; whatever is wrong with it is refused with its line and the remedy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from cnd_tools.errors import RefusedInput, short
from cnd_tools.lexicon.bounds import LONGEST_NAME, MOST_KEYS, MOST_TEXTS, MOST_WILD_STARTS, hold_toml
from cnd_tools.lexicon.entries import Entry
from cnd_tools.lexicon.patterns import LONGEST, BadPattern, begins_wild, word_count
from cnd_tools.lexicon.schema import COMMON, KINDS, SENTENCES, Kind

_HEADER = re.compile(r"\[\[\s*([\w-]+)\s*\]\]\s*(?:#.*)?")
_LISTS = ("where", "examples", "near_misses")  # of a rule
HEAD = "codebook"
_TYPES: Mapping[type, str] = {str: "text", list: "list of texts", bool: "true or false", int: "whole number"}


def parse(file: str, data: bytes, *, known: bool = False) -> Iterator[tuple[Entry, bool]]:
    """Yield the entries of a file, kind by kind, each with whether it takes an earlier one's place.

    A table `[defaults]` gives the keys, `why` and `type` above all, that its entries need not repeat; `[codebook]` says
    that the file's themes stand alone (`head_of`).

    Args:
        file: its name, for messages.
        data: its bytes.
        known: whether it is one of ours, which our tests hold to its form: to look again takes half of a start.

    Raises:
        RefusedInput: not UTF-8, not TOML, an unknown kind or key, a missing or wrong value, a pattern without meaning.
    """
    tables = dict(_tables(file, data, known))
    text = data.decode("utf-8-sig")
    lines, rows_of_file = _headers(text), text.splitlines()
    defaults = tables.pop("defaults", {})
    _check_head(file, tables.pop(HEAD, {}))
    keys = 0
    for kind, rows in tables.items():
        if kind not in KINDS or not isinstance(rows, list):
            line = lines.get((kind, 0), 1)
            there_are = "]], [[".join(KINDS)
            raise RefusedInput(f"{file}, line {line}: {short(repr(kind))} is no kind of entry; write [[{there_are}]]")
        for number, given in enumerate(rows):
            at = Entry(kind, "", file=file, line=lines.get((kind, number), 1))
            if not isinstance(given, dict) or not isinstance(defaults, dict):
                raise refusal(at, f"{an(kind)} must be a table of keys; write [[{kind}]] and its keys below")
            row = defaults | given
            if not known:
                _check_closed(at, given, defaults, rows_of_file)
                _check_keys(at, row, KINDS[kind], rows_of_file)
                keys += _check_lists(at, row, rows_of_file)
            if keys > MOST_KEYS:
                raise refusal(at, f"up to here the patterns stand for more than {MOST_KEYS} words; part the file")
            yield _entry(replace(at, lines=_lines_of(row, rows_of_file, at.line)), row)


def _check_lists(at: Entry, row: Mapping[str, Any], rows_of_file: Sequence[str]) -> int:
    """Hold an entry's patterns, sentences and paths to be what they should; return for how many words they stand."""
    if not KINDS[at.kind].patterned:
        _check_rule(at, row)
        return 0
    lists = [(key, value) for key, value in row.items() if isinstance(value, list)]
    return sum(
        _check_sentences(at, key, value) if key in SENTENCES else _check_patterns(at, key, value, rows_of_file)
        for key, value in lists
    )


def head_of(file: str, data: bytes, *, known: bool = False) -> Mapping[str, str] | None:
    """Return what a file says of itself where it is a codebook, one whose themes take the place of all earlier ones.

    Args:
        file: its name, for messages.
        data: its bytes.
        known: as for `parse`.

    Returns:
        Its `id`, and `label` and `source` where it has them; None for any other file.

    Raises:
        RefusedInput: it is no TOML, or its head is not as it should be.
    """
    if HEAD.encode() not in data:
        return None
    head = _tables(file, data, known).get(HEAD)
    if head is None:
        return None
    _check_head(file, head)
    return {key: str(value) for key, value in head.items()}


def _check_head(file: str, head: Any) -> None:
    known = {"id", "label", "source"}
    if head == {}:
        return
    if not isinstance(head, dict) or "id" not in head or not head.keys() <= known:
        raise RefusedInput(f"{file}: [{HEAD}] must have id, may have label and source, and nothing else; mend it there")
    if not all(isinstance(value, str) and 0 < len(value) <= LONGEST for value in head.values()):
        raise RefusedInput(f"{file}: what [{HEAD}] says must be text; mend it there")


def refusal(entry: Entry, what: str) -> RefusedInput:
    """Return the error that says what is wrong with an entry, and where it stands."""
    return RefusedInput(f"{entry.file}, line {entry.line}: {what}")


def at_pattern(entry: Entry, pattern: str, data: bytes) -> Entry:
    """Return an entry as one at the line of its file at which a pattern of it stands."""
    lines = data.decode("utf-8-sig").splitlines()
    return replace(entry, line=_line_of_text(pattern, "patterns", lines, entry.line))


@lru_cache(maxsize=1)  # whoever asks for a file's head asks for its entries next
def _tables(file: str, data: bytes, known: bool = False) -> Mapping[str, Any]:
    try:
        text = data.decode("utf-8-sig")
        if not known:
            hold_toml(file, text)
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RefusedInput(f"{file}, line {line}: not UTF-8; save the lexicon as UTF-8") from None
    except RecursionError:
        raise RefusedInput(f"{file}: lists nested without end; a lexicon has lists of texts alone") from None
    except ValueError as error:  # TOMLDecodeError, and dates and numbers that Python does not take
        raise RefusedInput(f"{file}: not TOML: {short(str(error))}; mend it there") from None


def _headers(text: str) -> dict[tuple[str, int], int]:
    """Return the line of each kind's k-th `[[kind]]`; tomllib does not keep it."""
    lines: dict[tuple[str, int], int] = {}
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.fullmatch(line.strip())
        if header:
            kind = header[1]
            lines[kind, counts.get(kind, 0)] = number
            counts[kind] = counts.get(kind, 0) + 1
    return lines


def _entry(at: Entry, row: Mapping[str, Any]) -> tuple[Entry, bool]:
    lists: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    fields = {key: value for key, value in lists.items() if key not in COMMON}
    label = str(row.get("label", row["id"]))
    patterns = lists.get("patterns", ())
    entry = Entry(at.kind, row["id"], label, patterns, row["why"], fields, at.file, at.line, at.lines)
    return entry, bool(row.get("replace", False))


def _lines_of(row: Mapping[str, Any], lines: Sequence[str], first: int) -> dict[str, int]:
    """Return at which line each key of a rule stands, and each text of its lists, where they are written plainly."""
    if "examples" not in row:
        return {}
    texts = [one if isinstance(one, str) else one[0] for key in _LISTS for one in row.get(key, ())]
    known: dict[str, int] = {}
    for at in range(first, len(lines)):
        if _HEADER.fullmatch(lines[at].strip()):
            break
        known.setdefault(lines[at].partition("=")[0].strip().strip("\"'"), at + 1)
        known.update((text, at + 1) for text in texts if text not in known and text in lines[at])
    return known


def _check_rule(at: Entry, row: Mapping[str, Any]) -> None:
    """Refuse lists that are not what a rule has: texts, and for examples couples of texts."""
    for key in _LISTS:
        if len(row.get(key, ())) > MOST_TEXTS:
            raise refusal(at, f"{key!r} are more than {MOST_TEXTS}; a rule so wide is better two")
    for key in ("where", "near_misses"):
        for one in row.get(key, ()):
            if not isinstance(one, str) or not one.strip() or len(one) > LONGEST:
                raise refusal(at, f"{_told(one)} in {key!r} must be a text of at most {LONGEST} characters")
    for one in row["examples"]:
        couple = isinstance(one, list) and len(one) == 2 and all(isinstance(text, str) for text in one)
        if not couple or not 0 < len(one[0].strip()) <= LONGEST:
            raise refusal(at, 'an example is a text and what is found in it: ["States should act.", "act"]')


def _check_keys(at: Entry, row: Mapping[str, Any], kind: Kind, lines: Sequence[str]) -> None:
    def wrong(key: str, what: str) -> RefusedInput:
        return refusal(replace(at, line=_line_of(key, lines, at.line)), what)

    allowed = kind.keys
    for key, value in row.items():
        if key not in allowed:
            near = get_close_matches(key, allowed, n=1)
            remedy = f"did you mean {near[0]!r}?" if near else f"{an(at.kind)} has {', '.join(sorted(allowed))}"
            raise wrong(key, f"unknown key {short(repr(key))}; {remedy}")
        if not isinstance(value, allowed[key]) or (allowed[key] is not bool and isinstance(value, bool)):
            raise wrong(key, f"{key!r} must be a {_TYPES[allowed[key]]}")
        if value in ("", []):
            raise wrong(key, f"{key!r} is empty; fill it in or take it out")
        if isinstance(value, str) and len(value) > (LONGEST_NAME if key == "id" else LONGEST):
            raise wrong(key, f"{key!r} has {len(value)} characters; shorten it")
    for key in ("id", *(["patterns"] if kind.patterned else []), "why", *kind.required):
        if key not in row:
            raise refusal(at, f"{an(at.kind)} must have {key!r}; add it")


def _check_closed(at: Entry, row: Mapping[str, Any], defaults: Mapping[str, Any], lines: Sequence[str]) -> None:
    """Refuse a value that is not of its closed list, at its own line, with the nearest that is."""
    for key, allowed in KINDS[at.kind].closed.items():
        value = row.get(key, defaults.get(key))
        if isinstance(value, str) and value and value not in allowed:
            near = get_close_matches(value, allowed, n=1, cutoff=0.5)
            remedy = f"did you mean {near[0]!r}?" if near else f"write one of {', '.join(allowed)}"
            line = _line_of(key, lines, at.line) if key in row else _line_of(key, lines, 1)
            raise refusal(replace(at, line=line), f"{key!r} of {an(at.kind)} cannot be {short(repr(value))}; {remedy}")


def _line_of(key: str, lines: Sequence[str], first: int) -> int:
    """Return the line at which an entry's key stands; that of its head where it is written in an unusual way."""
    for number, line in enumerate(lines[first - 1 :], first):
        if number > first and _HEADER.fullmatch(line.strip()):
            break
        if line.partition("=")[0].strip().strip("\"'") == key:
            return number
    return first


def _line_of_text(text: str, key: str, lines: Sequence[str], first: int) -> int:
    """Return the line at which one of the texts of a key's list stands; the key's where it is written otherwise."""
    start = _line_of(key, lines, first)
    for number, line in enumerate(lines[start - 1 :], start):
        if number > start and _HEADER.fullmatch(line.strip()):
            break
        if text in line:
            return number
    return start


def _check_patterns(entry: Entry, key: str, patterns: Sequence[Any], lines: Sequence[str]) -> int:
    """Return how many words they unfold to, each that begins with a wildcard counted as so many as it costs."""
    seen, words = set[str](), 0

    def wrong(what: str, pattern: str = "") -> RefusedInput:
        return refusal(replace(entry, line=_line_of_text(pattern, key, lines, entry.line)), what)

    for pattern in patterns:
        if not isinstance(pattern, str):
            raise wrong(f"{_told(pattern)} in {key!r} must be a text")
        if pattern in seen:
            raise wrong(f"the pattern {short(repr(pattern))} stands twice in {key!r}; take one out", pattern)
        seen.add(pattern)
        try:
            words += word_count(pattern, _cost)
        except BadPattern as error:
            raise wrong(f"the pattern {short(repr(pattern))} in {key!r} {error}", pattern) from None
    return words


def _cost(word: str) -> int:
    return 1 + MOST_KEYS // MOST_WILD_STARTS if begins_wild(word) else 1


def _check_sentences(at: Entry, key: str, sentences: Sequence[Any]) -> int:
    """Return how many words there are."""
    for sentence in sentences:
        if not isinstance(sentence, str) or len(sentence) > LONGEST:
            raise refusal(at, f"{_told(sentence)} in {key!r} must be a text")
    return sum(len(sentence.split()) for sentence in sentences)


def _told(value: object) -> str:
    """Return a value as a message repeats it, in time that does not hang on how large it is."""
    return f"a {type(value).__name__}" if isinstance(value, list | dict) else short(value)


def an(kind: str) -> str:
    """Return a kind of entry with its article: "an actor", "a theme"."""
    return f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"
