"""What stands between two lines of dashes above a Markdown text: YAML, of which only simple values are understood.

Between two lines of plus signs it is TOML, whose strings are near enough to YAML's ("title = "…"", of Hugo).

https://yaml.org/spec/1.2.2/, 7.3 (flow scalars) and 8.1 (block scalars); a list or a map is kept as it stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_KEY = re.compile(r"([A-Za-z_][\w-]{0,60})[ \t]*[:=](?:[ \t]+(.*))?$")
_EDGES = {"---": ("---", "..."), "+++": ("+++",)}
_BLOCK = re.compile(r"([>|])[+-]?\d?[+-]?\s*(?:#.*)?$")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.S)
_SINGLE_ENDS = re.compile(r"(?<!')(?:'')*'(?!')")
_DOUBLE_ENDS = re.compile(r'(?<!\\)(?:\\\\)*"')
_SIGNS = {"n": " ", "t": " ", "r": " ", "_": "\xa0", "N": " ", "L": " ", "P": " ", "0": "", "e": "", " ": " "}


class Field(NamedTuple):
    """A field.

    Attributes:
        key: its name, "" where it is none.
        value: its text, None where it is a list or a map.
        raw: its lines as they stand.
        place: of the first of them.
    """

    key: str
    value: str | None
    raw: str
    place: int


def split(text: str) -> tuple[list[str], list[str]]:
    """Return the lines of the front matter, those of dashes included, and the lines of the text; [] for none."""
    lines = text.split("\n")
    edges = _EDGES.get(lines[0].rstrip(), ())
    last = next((place for place in range(1, len(lines)) if lines[place].rstrip() in edges), 0)
    return (lines[: last + 1], lines[last + 1 :]) if last else ([], lines)


def fields(lines: list[str]) -> list[Field]:
    """Return the fields of front matter in order, whatever is none with the key ""."""
    found: list[Field] = []
    place = 0
    while place < len(lines):
        key = _KEY.match(lines[place])
        after = place + 1
        while key and after < len(lines) and _goes_on(lines, place, after):
            after += 1
        raw = "\n".join(lines[place:after])
        value = _value(key[2] or "", lines[place + 1 : after]) if key else None
        found.append(Field(key[1] if key else "", value, raw, place))
        place = after
    return found


def _goes_on(lines: list[str], place: int, after: int) -> bool:
    """Return whether a line belongs to the field above: it is set in, blank, or an item of a list of the field."""
    line = lines[after]
    return not line.strip() or line[0] in " \t" or (line.startswith("- ") and lines[place].rstrip()[-1] in ":=")


def _value(first: str, rest: list[str]) -> str | None:
    first = first.strip()
    if _BLOCK.match(first):
        parts = [line.strip() for line in rest]
        return " ".join(part for part in parts if part)
    if first[:1] in {'"', "'"}:
        return _quoted(first, rest)
    if first[:1] in {"[", "{", "&", "*", "!"} or (not first and any(map(str.strip, rest))):
        return None
    plain = " ".join([first, *(line.strip() for line in rest if line.strip())])
    return re.split(r"\s#", plain, maxsplit=1)[0].strip()


def _quoted(first: str, rest: list[str]) -> str:
    """Return a text in quotation marks: folded where its lines end, its escapes read."""
    mark = first[0]
    parts = [first[1:]]
    for line in rest:
        above = parts[-1].rstrip()
        if mark == '"' and above.endswith("\\") and not above.endswith("\\\\"):
            parts[-1] = above[:-1]  # the line goes on: nothing stands between it and the next
        else:
            parts[-1] = f"{above} "
        parts.append(line.strip())
    said = "".join(parts).rstrip()
    if mark == "'":
        end = _SINGLE_ENDS.search(said)
        return (said[: end.end() - 1] if end else said).replace("''", "'")
    end = _DOUBLE_ENDS.search(said)
    return _ESCAPE.sub(_sign, said[: end.end() - 1] if end else said)


def _sign(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if not code:
        return _SIGNS.get(found[4], found[4])
    number = int(code, 16)
    return "" if 0xD800 <= number < 0xE000 or number > 0x10FFFF else chr(number)
