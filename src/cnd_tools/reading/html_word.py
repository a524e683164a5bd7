"""The lists of pages that Word saved: paragraphs whose number stands in a stretch that browsers are told to ignore.

<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>(a)<span>&nbsp;</span></span>The text</p>
"""

from __future__ import annotations

import re

from cnd_tools.reading.html_tree import Node
from cnd_tools.reading.nesting import Item
from cnd_tools.reading.symbols import sign

_LIST = re.compile(r"mso-list\s{0,9}:\s{0,9}(l\d{1,5})\s+level(\d)\s+(lfo\d{1,5})", re.I)
_IGNORED = re.compile(r"mso-list\s{0,9}:\s{0,9}ignore", re.I)
_FONT = re.compile(r"font-family\s{0,9}:\s{0,9}[\"']?(Symbol|Wingdings|Courier)", re.I)


class WordItem:
    """The number of the paragraph that is open, taken out of its text."""

    def __init__(self) -> None:
        self._list: tuple[str, int] | None = None
        self._depth = 0  # of open elements since the stretch began that holds the number
        self._label = ""
        self._font = ""

    def begin(self, node: Node) -> None:
        """Follow an element that begins."""
        style = node.attributes.get("style") or ""
        if self._depth:
            self._depth += 1
        elif "mso-list" in style.lower():
            if found := _LIST.search(style):
                self._list = (f"{found[1]} {found[3]}", int(found[2]) - 1)
            elif _IGNORED.search(style):
                self._depth, self._label = 1, ""
        if font := _FONT.search(style):
            self._font = font[1]

    def close(self, node: Node) -> None:
        """Follow an element that ends."""
        self._depth = max(self._depth - 1, 0)
        if node.tag == "p":
            self._list, self._label, self._font = None, "", ""

    def takes(self, text: str) -> bool:
        """Return whether a text is of the number, and keep it."""
        if self._depth:
            self._label += text
        return self._depth > 0

    def take(self) -> tuple[str, Item] | None:
        """Return the label of the paragraph and what it is in its list; None where Word numbers nothing."""
        label = " ".join(self._label.split())
        if not label or self._list is None:
            return None
        if len(label) == 1 and self._font and not label.isdecimal():
            code = ord(label) if label == "o" else 0xF000 + ord(label) % 256
            label = sign(code, self._font)
        digits = re.findall(r"\d{1,6}", label)
        shape = re.sub(r"\d+", "%", label) if any(map(str.isalnum, label)) else "bullet"
        return label, Item(*self._list, f"decimal {shape}" if digits else shape, int(digits[-1]) if digits else 0)
