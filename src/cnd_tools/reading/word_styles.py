"""What Word's styles say of a paragraph or a run: heading, list, bold, italic, hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from cnd_tools.budget import Exceeded

Element = Any
"""An lxml element; lxml comes without types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# "heading 2", and the house styles of United Nations templates, by name or id without blanks and "_":
# "_ H _Ch_G", "H23", "Reg_H_1_G", "TitleHCH", "_ H _M_G" (ST/CS templates of New York, Geneva and Bonn).
_HEADING = re.compile(r"^heading([1-9])$")
_HOUSE_HEADING = re.compile(r"^(?:[A-Za-z]*[a-z])?H(M|Ch|CH|[1-6])[1-6]?(?:G|GR|G\d)?$")
_HOUSE_LEVELS = {"M": 1, "CH": 1, "1": 2, "2": 3, "3": 3, "4": 4, "5": 5, "6": 5}
# Sizes (half points) at which the same templates print the levels 1 and 2; smaller bold headings are level 3.
_SIZES = ((28, 1), (24, 2))
DEEPEST = 50
"""Most styles that one is based on; Word itself allows some ten."""
_OFF = {"0", "false", "off", "none"}


def value(element: Element | None, name: str) -> str | None:
    """Return `w:val` of a child, None where there is no such child or value."""
    child = None if element is None else element.find(W + name)
    return None if child is None else child.get(W + "val")


def number(text: str | None, default: int) -> int:
    """Return a whole number as written in an attribute, or the default where it is none."""
    return int(text) if text and len(text) < 10 and text.removeprefix("-").isdecimal() else default


def switch(element: Element | None, name: str) -> bool | None:
    """Return whether a switch such as `w:b` is on, off or (None) not mentioned."""
    child = None if element is None else element.find(W + name)
    return None if child is None else child.get(W + "val", "1") not in _OFF


class Look(NamedTuple):
    """How a paragraph looks by its style and its own properties."""

    properties: Element | None
    style: str | None
    heading: int
    list: tuple[str, int] | None


class Styles:
    """The styles of a document, looked up through what they are based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {} if root is None else {style.get(W + "styleId"): style for style in root.iter(W + "style")}
        defaults = (
            key
            for key, style in self._styles.items()
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true", "on"}
        )
        self._default = next(defaults, None)
        self._chains: dict[str | None, tuple[Element, ...]] = {}

    def chain(self, style: str | None) -> tuple[Element, ...]:
        """Return a style and those it is based on, nearest first; a circle ends.

        Raises:
            Exceeded: one is based on another deeper than Word lets anybody do.
        """
        if style not in self._chains:
            self._chains[style] = tuple(self._followed(style))
        return self._chains[style]

    def _followed(self, style: str | None) -> Iterator[Element]:
        seen: set[str | None] = set()
        while style in self._styles and style not in seen:
            if len(seen) == DEEPEST:
                raise Exceeded(f"styles based on each other more than {DEEPEST} deep; save it again as .docx in Word")
            seen.add(style)
            element = self._styles[style]
            yield element
            style = value(element, "basedOn")

    def look(self, paragraph: Element) -> Look:
        """Return how a paragraph looks."""
        properties = paragraph.find(W + "pPr")
        style = value(properties, "pStyle") or self._default
        return Look(properties, style, self._heading(properties, style), self._list(properties, style))

    def run(self, look: Look, properties: Element | None, name: str) -> bool:
        """Return whether a run has "b", "i" or "vanish" on.

        What the run itself says counts; else its character style and its paragraph's style are added up, both
        together undoing each other (ISO/IEC 29500-1, 17.7.3, toggle properties).
        """
        own = switch(properties, name)
        if own is not None:
            return own
        return self._styled(value(properties, "rStyle"), name) != self._styled(look.style, name)

    def size(self, look: Look, properties: Element | None) -> int:
        """Return a run's size in half points, 0 where nothing says it."""
        chains = (*self.chain(value(properties, "rStyle")), *self.chain(look.style))
        sizes = (value(where, "sz") for where in (properties, *(style.find(W + "rPr") for style in chains)))
        return next((number(size, 0) for size in sizes if size), 0)

    def kept_with_next(self, look: Look) -> bool:
        """Return whether a paragraph stays on the page of the next one, as headings do."""
        places = (look.properties, *(style.find(W + "pPr") for style in self.chain(look.style)))
        return next((said for place in places if (said := switch(place, "keepNext")) is not None), False)

    def room(self, look: Look, side: str) -> int:
        """Return the room left "before" or "after" a paragraph, in twentieths of a point."""
        places = (look.properties, *(style.find(W + "pPr") for style in self.chain(look.style)))
        spacings = (place.find(W + "spacing") for place in places if place is not None)
        said = (spacing.get(W + side) for spacing in spacings if spacing is not None)
        return number(next((value for value in said if value is not None), None), 0)

    def contents(self, look: Look) -> bool:
        """Return whether a paragraph is a line of a table of contents ("toc 1")."""
        names = (value(style, "name") or "" for style in self.chain(look.style))
        return any(re.match(r"toc \d$", name, re.I) for name in names)

    def numbering_style(self, style: str) -> str | None:
        """Return the `w:numId` a numbering style stands for."""
        for element in self.chain(style):
            if (found := value(element.find(f"{W}pPr/{W}numPr"), "numId")) is not None:
                return found
        return None

    def _styled(self, style: str | None, name: str) -> bool:
        said = (switch(element.find(W + "rPr"), name) for element in self.chain(style))
        return next((answer for answer in said if answer is not None), False)

    def _heading(self, properties: Element | None, style: str | None) -> int:
        for element in self.chain(style):
            name = re.sub(r"[\s_/-]", "", value(element, "name") or "")
            if found := _HEADING.match(name.lower()):
                return int(found[1])
            if found := _HOUSE_HEADING.match(name):
                return _HOUSE_LEVELS[found[1].upper()]
        places = (properties, *(element.find(W + "pPr") for element in self.chain(style)))
        level = number(next((said for place in places if (said := value(place, "outlineLvl"))), None), 9)
        # Level 9 is Word's "body text".
        return level + 1 if 0 <= level < 9 else 0

    def _list(self, properties: Element | None, style: str | None) -> tuple[str, int] | None:
        """Return the `w:numId` and level of a paragraph's list; each may come from another style of the chain."""
        places = (properties, *(element.find(W + "pPr") for element in self.chain(style)))
        said = [place.find(W + "numPr") for place in places if place is not None]
        ident = next((ident for place in said if (ident := value(place, "numId")) is not None), None)
        level = next((level for place in said if (level := value(place, "ilvl")) is not None), None)
        # numId 0 takes a paragraph out of its style's list.
        return None if ident in {None, "0"} else (str(ident), number(level, -1))


def bold_level(size: int) -> int:
    """Return the level of a heading that is one by its bold type alone, by its size in half points."""
    return next((level for least, level in _SIZES if size >= least), 3)
