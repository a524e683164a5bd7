"""Word's automatic numbers, computed as Word prints them (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from typing import NamedTuple

from cnd_tools.budget import Exceeded
from cnd_tools.reading.nesting import Item
from cnd_tools.reading.symbols import sign
from cnd_tools.reading.word_styles import Element, Styles, W, number, switch, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SUFFIXES = {"space": " ", "nothing": ""}
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_MAX_LEVEL = 8
LONGEST = 500
"""Most characters of the pattern of a list's numbers, which is printed before each paragraph of it."""


class Level(NamedTuple):
    """One level of a list, as defined."""

    start: int
    format: str
    text: str
    suffix: str
    legal: bool
    restart: int | None
    style: str | None
    indent: int


class Label(NamedTuple):
    """What Word prints before a paragraph: the label, what follows it, its level in its list, and the item itself."""

    text: str
    suffix: str
    level: int
    item: Item


class Numbers:
    """The running numbers of a document's lists; ask for each paragraph's label once, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {} if root is None else {a.get(W + "abstractNumId"): a for a in root.iter(W + "abstractNum")}
        self._nums = {} if root is None else {num.get(W + "numId"): num for num in root.iter(W + "num")}
        self._levels: dict[str, tuple[str, dict[int, Level]]] = {}
        # Lists that share their definition count on from each other, so counts are kept by definition.
        self._counts: dict[str, dict[int, int]] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def label(self, ident: str, level: int, style: str | None) -> Label | None:
        """Return a paragraph's label; None where it has no number.

        Args:
            ident: `w:numId`.
            level: `w:ilvl`, from 0; -1 where nothing says it, and the level linked with the style is meant.
            style: the paragraph's style.
        """
        if ident not in self._nums:
            return None
        abstract, levels = self._list(ident)
        if level < 0:
            linked = {element.get(W + "styleId") for element in self._styles.chain(style)}
            level = next((key for key, one in levels.items() if one.style in linked), 0)
        level = min(level, _MAX_LEVEL)
        if level not in levels:
            return None
        self._count(abstract, ident, level, levels)
        text = self._text(level, levels, self._counts[abstract])
        this = levels[level]
        shape = (
            f"bullet {text}" if this.format == "bullet" else f"{this.format} {this.text.replace(str(level + 1), '')}"
        )
        item = Item(abstract, level, shape, self._counts[abstract][level], this.indent)
        return Label(text, this.suffix if text else "", level, item)

    def _count(self, abstract: str, ident: str, level: int, levels: dict[int, Level]) -> None:
        counts = self._counts.setdefault(abstract, {})
        overridden = self._override(ident, level)
        if overridden is not None and (ident, level) not in self._restarted:
            self._restarted.add((ident, level))
            counts.pop(level, None)
        counts[level] = counts[level] + 1 if level in counts else levels[level].start
        for deeper in [key for key in counts if key > level]:
            restart = levels[deeper].restart if deeper in levels else None
            # lvlRestart names, counted from 1, the level whose use (or that of one above it) restarts this one.
            if restart is None or level < restart:
                del counts[deeper]

    def _text(self, level: int, levels: dict[int, Level], counts: dict[int, int]) -> str:
        this = levels[level]
        if this.format == "bullet":
            return this.text

        def shown(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            if place not in levels:
                return ""
            style = "decimal" if this.legal and levels[place].format != "none" else levels[place].format
            return printed(counts.get(place, levels[place].start), style)

        return re.sub(r"%([1-9])", shown, this.text)

    def _override(self, ident: str, level: int) -> int | None:
        """Return the number at which this list restarts a level of its definition, if it does."""
        if ident not in self._overrides:
            starts: dict[int, int] = {}
            for override in self._nums[ident].iterchildren(W + "lvlOverride"):
                if override.find(W + "startOverride") is not None:
                    starts.setdefault(number(override.get(W + "ilvl"), -1), number(value(override, "startOverride"), 1))
            self._overrides[ident] = starts
        return self._overrides[ident].get(level)

    def _list(self, ident: str) -> tuple[str, dict[int, Level]]:
        """Return a list's definition and its levels, with what the list overrides."""
        if ident not in self._levels:
            num = self._nums[ident]
            abstract = self._definition(ident)
            levels = {}
            for holder in (self._abstract.get(abstract), *num.findall(W + "lvlOverride")):
                for lvl in () if holder is None else holder.findall(W + "lvl"):
                    place = number(lvl.get(W + "ilvl"), 0)
                    if 0 <= place <= _MAX_LEVEL:
                        levels[place] = _level(lvl)
            for key, level in list(levels.items()):
                if (start := self._override(ident, key)) is not None:
                    levels[key] = level._replace(start=start)
            self._levels[ident] = (abstract, levels)
        return self._levels[ident]

    def _definition(self, ident: str) -> str:
        """Return the `w:abstractNumId` of a list, through a numbering style where it stands for one."""
        abstract = value(self._nums[ident], "abstractNumId") or ""
        link = value(self._abstract.get(abstract), "numStyleLink")
        target = self._styles.numbering_style(link) if link else None
        if target in self._nums and target != ident:
            return value(self._nums[target], "abstractNumId") or abstract
        return abstract


def _level(lvl: Element) -> Level:
    # A custom format ("01, 02, …") stands in an alternative; what Word 2007 would print is its fallback.
    kind = value(lvl, "numFmt") or value(lvl.find(f"{_MC}AlternateContent/{_MC}Fallback"), "numFmt") or "decimal"
    text = value(lvl, "lvlText") or ""
    if len(text) > LONGEST:
        raise Exceeded(f"a list whose numbers have {len(text)} characters, more than {LONGEST}; save its text")
    fonts = lvl.find(f"{W}rPr/{W}rFonts")
    if kind == "bullet":
        text = "".join(sign(ord(char), "" if fonts is None else fonts.get(W + "ascii", "")) for char in text) or "•"
    restart = value(lvl, "lvlRestart")
    return Level(
        start=number(value(lvl, "start"), 0),
        format=kind,
        text=text,
        suffix=_SUFFIXES.get(value(lvl, "suff") or "tab", "\t"),
        legal=bool(switch(lvl, "isLgl")),
        restart=None if restart is None else number(restart, 0),
        style=value(lvl, "pStyle"),
        indent=_indent(lvl),
    )


def _indent(lvl: Element) -> int:
    """Return how far the text of a level is set in, in twentieths of a point."""
    ind = lvl.find(f"{W}pPr/{W}ind")
    return 0 if ind is None else number(ind.get(W + "left") or ind.get(W + "start"), 0)


def printed(count: int, style: str) -> str:
    """Return a number as `w:numFmt` prints it; formats that English documents do not have come out decimal."""
    if style == "none":
        return ""
    if style in {"lowerLetter", "upperLetter"} and 1 <= count <= 780:
        # Word doubles the letter after z (aa, bb, …) and has no more than thirty of them.
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if style == "lowerLetter" else letters.upper()
    if style in {"lowerRoman", "upperRoman"} and 1 <= count <= 32767:
        return _roman(count) if style == "lowerRoman" else _roman(count).upper()
    if style == "decimalZero":
        return f"{count:02}"
    if style == "ordinal":
        teen = count % 100 in {11, 12, 13}
        return f"{count}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"
    return f"- {count} -" if style == "numberInDash" else str(count)


def _roman(count: int) -> str:
    letters = []
    for worth, letter in _ROMAN:
        times, count = divmod(count, worth)
        letters.append(letter * times)
    return "".join(letters)
