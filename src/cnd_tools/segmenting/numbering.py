"""Markers: the number, letter or bullet a paragraph begins with, and what it may count as."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cnd_tools.lexicon.openings import alternatives, words

_SUFFIXES = ("", "bis", "ter", "quater", "quinquies")
DASHES = frozenset("–—−-*")  # bullets that stand inside sentences too
_BULLETS = "•‣●▪▫◦∙·–—−*\\-\u2013\uf0b7\uf0a7\uf02d\u27a2\u2713■□○"

# One alternative a form; the first that fits is it. What follows a marker is white space or the end of the line, save
# "1.Text" and "(a)Text", which typists leave unspaced. Linear: every repetition is bounded.
_MARKER = re.compile(
    rf"""
    (?P<dotted> \d{{1,4}} (?:\.\d{{1,4}}){{1,4}} (?:\s?[–-]\s?\d{{1,4}})? (?:\.?(?=\s)|$) )
  | (?P<number> \d{{1,4}} (?:[ ]?(?:bis|ter|quater|quinquies))? \.(?=\s|$|[A-Z“"‘(]) )
  | (?P<closed> \d{{1,3}} \)(?=\s|$) )
  | (?P<bare>   \d{{1,3}} (?:[ ]?(?:bis|ter|quater|quinquies))? (?=\s|$) )
  | (?P<sign>   §\s?\d{{1,4}}\.? (?=\s|$) )
  | (?P<word>   (?:{alternatives(words()["label"]["words"])})\s(?:\d{{1,3}}|[IVXLC]{{1,7}})
                (?:[ ]?(?:bis|ter|quater))? (?:[.:](?=\s|$) | (?=\s\s|\s[–—]\s|$)) )
  | (?P<paren>  \( (?: \d{{1,3}} | [a-z]{{1,2}} | [ivxlc]{{1,7}} | [A-Z] ) (?:[ ](?:bis|ter|quater))? \)
                (?:[ ]?(?:bis|ter|quater)\b)? (?=\s|$|[A-Z“"‘]) )
  | (?P<half>   (?: [a-z] | [ivx]{{1,5}} ) \) (?=\s|$) )
  | (?P<stop>   (?: [a-z] | [ivx]{{2,5}} ) \. (?=\s\s?[A-Z“"‘]) )
  | (?P<upper>  (?: [IVXLC]{{1,7}} | [A-Z] ) (?: \.(?=\s) | (?=\s\s\s*\S) ) )
  | (?P<bullet> [{_BULLETS}] (?=\s) )
    """,
    re.VERBOSE,
)
_ROMAN = re.compile(r"(?:x{1,4}|xl|l?x{0,3})?(?:ix|iv|v?i{0,3})$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_FIRST = frozenset("0123456789(§•‣●▪▫◦∙·–—−*-\uf0b7\uf0a7\uf02d\u27a2\u2713■□○")


class Reading(NamedTuple):
    """One way to understand a marker: its series' style, its place in it, and which "bis" it is."""

    style: str
    value: int
    suffix: int = 0

    def follows(self, other: Reading) -> bool:
        """Return whether this is what comes after the other in a series of their style."""
        if self.style != other.style:
            return False
        if self.value == other.value:
            return self.suffix == other.suffix + 1
        return self.value == other.value + 1 and self.suffix == 0


class Marker(NamedTuple):
    """A marker as it stands at the start of a line.

    Attributes:
        label: as printed.
        form: which form it has ("number", "bare", "dotted", "paren", …).
        key: how a citation names it: "4", "16.2", "(c)", "Article 5".
        readings: what it may count as, the likelier first.
        end: where the text after it begins, in the line.
        starts: whether it can be the first of its series.
        level: how deep the format says its list is, 0 if it does not.
    """

    label: str
    form: str
    key: str
    readings: tuple[Reading, ...]
    end: int
    starts: bool
    level: int = 0


def read_marker(line: str, *, level: int = 0) -> Marker | None:
    """Return the marker a line begins with, or None; whether it counts is for the outline to say.

    Args:
        line: a line without the white space around it.
        level: how deep the list is that the format has it in, 1 outermost; 0 if that is not known. Bullets that look
            alike are then told by it.
    """
    found = _MARKER.match(line)
    if found is None:
        return None
    form = found.lastgroup or ""
    label = found.group()
    readings, key, starts = _understand(form, label)
    if not readings:
        return None
    if level and form == "bullet":
        readings = (readings[0]._replace(style=f"{readings[0].style} {level}"),)
    end = found.end()
    while end < len(line) and line[end].isspace():
        end += 1
    return Marker(label, form, key, readings, end, starts, level)


def any_marker(line: str, level: int) -> Marker:
    """Return the first word of a list item as its marker, whatever it is: the format says that it is one."""
    label = line.split(None, 1)[0]
    end = len(line) - len(line[len(label) :].lstrip())
    return Marker(label, "bullet", label, (Reading(f"bullet {level}", 1),), end, True, level)


@lru_cache(maxsize=4096)
def _understand(form: str, label: str) -> tuple[tuple[Reading, ...], str, bool]:
    """Return what a label may count as, how a citation names it, and whether it can be the first of its series.

    The same few labels come again and again.
    """
    readings, key = _READERS[form](label)
    if form in _SHAPES:
        readings = tuple(reading._replace(style=reading.style + _SHAPES[form]) for reading in readings)
    return readings, key, any(reading.value == 1 and not reading.suffix for reading in readings)


def may_mark(line: str) -> bool:
    """Return whether a line can begin with a marker at all; cheap, for the many lines that do not."""
    return line[0] in _FIRST or (len(line) > 1 and (line[1] in ".) \t" or line[0] in "IVXLCivxlARPGSO"))


def _suffix(label: str) -> tuple[str, int]:
    """Return a label without its "bis", and which "bis" it was."""
    for place in range(len(_SUFFIXES) - 1, 0, -1):
        if _SUFFIXES[place] in label:
            return label.replace(_SUFFIXES[place], ""), place
    return label, 0


def _number(label: str) -> tuple[tuple[Reading, ...], str]:
    digits, suffix = _suffix(label)
    value = int(digits.strip(" .)§\xa0"))
    return (Reading("number", value, suffix),), f"{value}{' ' + _SUFFIXES[suffix] if suffix else ''}"


def _dotted(label: str) -> tuple[tuple[Reading, ...], str]:
    key = re.sub(r"\s?[–-]\s?", "–", label).rstrip(".")
    parts = key.split("–")[0].split(".")
    last = int(key.split("–")[1]) if "–" in key else int(parts[-1])
    # A range stands for its last number: after "122.14–15" comes "122.16".
    return (Reading(".".join(parts[:-1]), max(last, int(parts[-1]))),), key


def _word(label: str) -> tuple[tuple[Reading, ...], str]:
    plain = " ".join(label.rstrip(".:").split())
    name, number = plain.split(" ", 1)
    digits, suffix = _suffix(number)
    value = int(digits) if digits.strip().isdigit() else roman(digits.strip().lower())
    return (Reading(name, value, suffix),), plain


def _paren(label: str) -> tuple[tuple[Reading, ...], str]:
    plain, suffix = _suffix(label)
    sign = plain.strip("(). ")
    key = f"({sign}{' ' + _SUFFIXES[suffix] if suffix else ''})"
    if sign.isdigit():
        return (Reading("(number)", int(sign), suffix),), key
    if sign.isupper():
        return (Reading("(CAPITAL)", ord(sign) - 64, suffix),), key
    return tuple(Reading(style, value, suffix) for style, value in _letters(sign)), key


def _letters(sign: str) -> list[tuple[str, int]]:
    """Return what a lower-case sign may be: roman, a letter, or one of the two ways to count on after (z)."""
    found = []
    if value := roman(sign):
        found.append(("roman", value))
    if len(sign) == 1:
        found.append(("letter", ord(sign) - 96))
    elif len(sign) == 2:
        first, second = ord(sign[0]) - 96, ord(sign[1]) - 96
        if first == second:
            found += [("letter", 26 + first), ("double", first)]
        found.append(("letter", 26 * first + second))
    return found


def _upper(label: str) -> tuple[tuple[Reading, ...], str]:
    sign = label.strip(". ")
    found = []
    if value := roman(sign.lower()):
        found.append(Reading("ROMAN", value))
    if len(sign) == 1:
        found.append(Reading("CAPITAL", ord(sign) - 64))
    return tuple(found), sign


def _bullet(label: str) -> tuple[tuple[Reading, ...], str]:
    return (Reading("bullet " + label, 1),), label


def roman(sign: str) -> int:
    """Return the value of a lower-case roman numeral up to 99, or 0 if it is none."""
    if not sign or not _ROMAN.match(sign):
        return 0
    total = 0
    for letter, after in zip(sign, sign[1:] + " ", strict=True):
        value = _VALUES[letter]
        total += -value if value < _VALUES.get(after, 0) else value
    return total


# "(a)", "a)" and "a." number different lists, the one inside the other, where a text has several of them.
_SHAPES = {"half": ")", "stop": ".", "closed": ")"}
_READERS = {
    "closed": _number,
    "dotted": _dotted,
    "number": _number,
    "bare": _number,
    "sign": _number,
    "word": _word,
    "paren": _paren,
    "half": _paren,
    "stop": _paren,
    "upper": _upper,
    "bullet": _bullet,
}

_KINDS = {
    "letter": "lettered",
    "double": "lettered",
    "(CAPITAL": "lettered",
    "CAPITAL": "lettered",
    "roman": "roman",
    "ROMAN": "roman",
}


@cache
def kind_of(style: str) -> str:
    """Return the kind of the points of a series: numbered, lettered, roman or bulleted."""
    return "bulleted" if style.startswith("bullet") else _KINDS.get(style.rstrip(")."), "numbered")
