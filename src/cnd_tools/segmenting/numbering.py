"""Markers: the number, letter or bullet a paragraph begins with, and what it may count as."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from cnd_tools.segmenting.labels import PARAGRAPHS, PLAIN, SPELLED, find_label, glued_form

_SUFFIXES = ("", "bis", "ter", "quater", "quinquies")
DASHES = frozenset("–—−-*")  # bullets that stand inside sentences too
_ROMAN = re.compile(r"(?:x{1,4}|xl|l?x{0,3})?(?:ix|iv|v?i{0,3})$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LETTERED = re.compile(r"(\d+)([A-Ha-h])")
_LETTERED_ROMAN = re.compile(r"(\d+|[IVXLC]+)([ABD-Habd-h])")
_RANGED = re.compile(r"\s?[–-]\s?")
_LISTED = re.compile(r"[,;]\s?|,?\s(?:and|&)\s")


@dataclass(slots=True)
class Reading:
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

    def problem_after(self, other: Reading) -> str:
        """Return what is wrong if this comes after the other: it is the same, lower, or too high."""
        if (self.value, self.suffix) == (other.value, other.suffix):
            return "repeat"
        return "order" if self.value < other.value else "gap"


@dataclass(slots=True)
class Marker:
    """A marker as it stands at the start of a line.

    Attributes:
        label: as printed.
        form: which form it has ("number", "bare", "dotted", "paren", …).
        key: how a citation names it: "4", "2A", "16.2", "(c)", "Article 5".
        readings: what it may count as, the likelier first.
        end: where the text after it begins, in the line.
        starts: whether it can be the first of its series.
        level: how deep the format says its list is, 0 if it does not.
        chapter: the number it names before its letter, "59" of "59 (a)"; "" if it names none.
    """

    label: str
    form: str
    key: str
    readings: tuple[Reading, ...]
    end: int
    starts: bool
    level: int = 0
    chapter: str = ""

    @property
    def likely(self) -> tuple[Reading, ...]:
        """What it may count as where it was not due: "(ii)" is the numeral, and not the letter after (hh)."""
        first = self.readings[0]
        return (first,) if first.style.startswith("roman") and len(self.key) > len("(i)") else self.readings

    def follows(self, other: Marker) -> bool:
        """Return whether this may be what comes after the other, in one of the ways to read both."""
        return any(one.follows(two) for one in self.readings for two in other.readings)


def read_marker(line: str, *, level: int = 0, glued: bool = False) -> Marker | None:
    """Return the marker a line begins with, or None; whether it counts is for the outline to say.

    Args:
        line: a line without the white space around it.
        level: how deep the list is that the format has it in, 1 outermost; 0 if that is not known. Bullets that look
            alike are then told by it.
        glued: a label straight before a word counts too, "(a)to"; only others of its series can tell it from a word.
    """
    found = find_label(line)
    if found is None or (found[0] == "glued" and not glued):
        return None
    return _marker(*found, level)


def any_marker(line: str, level: int) -> Marker:
    """Return the first word of a list item as its marker, whatever it is: the format says that it is one."""
    label = line.split(None, 1)[0]
    end = len(line) - len(line[len(label) :].lstrip())
    return Marker(label, "bullet", label, (Reading(f"bullet {level}", 1),), end, True, level)


@lru_cache(maxsize=4096)
def _marker(form: str, label: str, end: int, level: int) -> Marker | None:
    """Return the marker of a label that is found; the same few labels come again and again."""
    readings, key, starts, chapter = _understand(form, label)
    if not readings:
        return None
    if level and form == "bullet":
        readings = (replace(readings[0], style=f"{readings[0].style} {level}"),)
    return Marker(label, form, key, readings, end, starts, level, chapter)


def _understand(form: str, label: str) -> tuple[tuple[Reading, ...], str, bool, str]:
    """Return what a label may count as, how a citation names it, whether it can be the first, and its chapter."""
    plain = label if label.isascii() else label.translate(PLAIN)
    plain = plain.lstrip("[") if form != "square" else plain.strip("[]")
    chapter = ""
    if form == "under":
        chapter, plain = plain.split("(")
        chapter, plain = chapter.strip(), f"({plain}"
    form = glued_form(label) if form == "glued" else form
    readings, key = _READERS[form](plain)
    if form in _SHAPES:
        readings = tuple(replace(reading, style=reading.style + _SHAPES[form]) for reading in readings)
    return readings, key, any(reading.value == 1 and not reading.suffix for reading in readings), chapter


def _suffix(label: str) -> tuple[str, int]:
    """Return a label without its "bis", and which "bis" it was."""
    for place in range(len(_SUFFIXES) - 1, 0, -1):
        if _SUFFIXES[place] in label:
            return label.replace(_SUFFIXES[place], ""), place
    return label, 0


def _number(label: str) -> tuple[tuple[Reading, ...], str]:
    digits, suffix = _suffix(label)
    digits = digits.strip(" .:)§¶°º–—-\xa0")
    if lettered := _LETTERED.fullmatch(digits):  # "2A." comes after 2, as "2 bis" does
        value = int(lettered[1])
        return (Reading("number", value, ord(lettered[2].lower()) - 96),), f"{value}{lettered[2]}"
    value = int(digits)
    return (Reading("number", value, suffix),), f"{value}{' ' + _SUFFIXES[suffix] if suffix else ''}"


def _dotted(label: str) -> tuple[tuple[Reading, ...], str]:
    key = " ".join(_RANGED.sub("–", label).rstrip(".:)").split())
    chapter, last = _LISTED.split(key)[0].split("–")[0].rsplit(".", 1)
    if last.isalpha():
        return (Reading(f"{chapter} letter", ord(last) - 96),), key
    # A range or a list stands for its last number: after "122.14–15" comes "122.16".
    ends = (int(number.rsplit(".", 1)[-1]) for number in _LISTED.split(key.replace("–", ",")))
    return (Reading(chapter, max(ends)),), key


def _word(label: str) -> tuple[tuple[Reading, ...], str]:
    name, number = " ".join(label.rstrip(".:").split()).rsplit(" ", 1)
    if number in _SUFFIXES:
        name, digits = name.rsplit(" ", 1)
        number = f"{digits} {number}"
    if name.upper() in PARAGRAPHS:
        return _number(number) if number[0].isdigit() else ((), "")
    name = SPELLED[name.upper()]
    digits, suffix = _suffix(number)
    key = f"{name} {digits.strip()}{' ' + _SUFFIXES[suffix] if suffix else ''}"
    chapter, _, last = digits.strip().rpartition(".")
    if chapter and last.isalpha():
        return (Reading(f"{name} {chapter} letter", ord(last) - 96),), key
    if lettered := _LETTERED_ROMAN.fullmatch(last):
        last, suffix = lettered[1], ord(lettered[2].lower()) - 96
    value = int(last) if last.isdigit() else roman(last.lower())
    return (Reading(f"{name} {chapter}" if chapter else name, value, suffix),) if value else (), key


def _paren(label: str) -> tuple[tuple[Reading, ...], str]:
    plain, suffix = _suffix(label)
    sign = plain.strip("(). ")
    key = f"({sign}{' ' + _SUFFIXES[suffix] if suffix else ''})"
    if sign.isdigit():
        return (Reading("(number)", int(sign), suffix),), key
    if sign.isupper():
        return tuple(Reading(f"({style})", value, suffix) for style, value in _capitals(sign)), key
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


def _capitals(sign: str) -> list[tuple[str, int]]:
    """Return what a sign in capitals may be: roman, or a letter."""
    value = roman(sign.lower())
    found = [("ROMAN", value)] if value else []
    return found if len(sign) > 1 else [*found, ("CAPITAL", ord(sign) - 64)]


def _upper(label: str) -> tuple[tuple[Reading, ...], str]:
    sign = label.strip(". ")
    return tuple(Reading(style, value) for style, value in _capitals(sign)), sign


def _point(label: str) -> tuple[tuple[Reading, ...], str]:
    """Read ".1" and ".2.1" of the International Maritime Organization; under 4.2 they are cited as 4.2.1, 4.2.2.1."""
    chapter, last = label.rsplit(".", 1)
    return (Reading(f"point{chapter}", int(last)),), f".{last}"


def _bullet(label: str) -> tuple[tuple[Reading, ...], str]:
    return (Reading("bullet " + label.rstrip("."), 1),), label


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
_SHAPES = {"half": ")", "stop": ".", "closed": ")", "dashed": "–"}
_READERS = {
    "closed": _number,
    "dotted": _dotted,
    "number": _number,
    "bare": _number,
    "dashed": _number,
    "square": _number,
    "sign": _number,
    "word": _word,
    "titled": _word,
    "paren": _paren,
    "under": _paren,
    "half": _paren,
    "stop": _paren,
    "upper": _upper,
    "point": _point,
    "bullet": _bullet,
}

_KINDS = {
    "letter": "lettered",
    "double": "lettered",
    "(CAPITAL": "lettered",
    "CAPITAL": "lettered",
    "(ROMAN": "roman",
    "roman": "roman",
    "ROMAN": "roman",
}


@cache
def kind_of(style: str) -> str:
    """Return the kind of the points of a series: numbered, lettered, roman or bulleted."""
    if style.startswith("bullet"):
        return "bulleted"
    return "lettered" if style.endswith(" letter") else _KINDS.get(style.rstrip(")."), "numbered")
