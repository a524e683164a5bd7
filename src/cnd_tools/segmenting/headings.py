"""What a heading looks like in a text that does not say so, and the path of headings a point stands under."""

from __future__ import annotations

import re

from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.segmenting.numbering import read_marker
from cnd_tools.segmenting.openings import opens
from cnd_tools.segmenting.paragraphs import Paragraph

_LONGEST = 60  # words: 2011.txt has a heading of 33
_PART = re.compile(rf"(?:{alternatives(words()['heading']['parts'])})\b", re.IGNORECASE)
_PART_INITIALS = frozenset("".join(part[0].lower() + part[0].upper() for part in words()["heading"]["parts"]))
_PREAMBLE = re.compile(rf"(?:The )?(?:{alternatives(words()['heading']['preambles'])})", re.IGNORECASE)
_DANGLING = frozenset(words()["sentence"]["dangling"])
_LETTERS = frozenset({"half", "stop", "paren"})  # forms of labels
_NUMBERS = frozenset({"number", "dotted"})
_LONGEST_LETTERED = 12  # words
_LONGEST_COUNTED = 8
_STATED = re.compile(r"[A-Z][a-z]{1,20}(?:\s[a-z]{1,20})?:\s[A-Z]{1,6}/[A-Z0-9]")  # "Documentation: ECE/TRANS/2024/15"
_OPENERS = frozenset('“"‘*[')


def is_part(title: str) -> bool:
    """Return whether a heading begins a part of its own: an annex, an appendix, a chapter."""
    return title[:1] in _PART_INITIALS and _PART.match(title) is not None


def is_lettered(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Return whether a title with a letter may head the numbers under it: "a) Competitiveness" over paragraph 4.

    So conclusions of the European Council are set, and recommendations of the Council of Europe. It is an item where
    something introduces it, or the one before it has not ended either.

    Args:
        paragraph: what may be one.
        after: the next, if there is one.
    """
    if paragraph.marker is None or paragraph.marker.form not in _LETTERS or len(paragraph.lines) > 1:
        return False
    numbered = after is not None and after.marker is not None and after.marker.form in _NUMBERS
    return numbered and len(paragraph.first.split()) <= _LONGEST_LETTERED


def is_counted(paragraph: Paragraph, after: Paragraph | None, last: int) -> bool:
    """Return whether a title with a number heads paragraphs that count on by themselves: "1. Focus" over paragraph 5.

    So reports and outcomes are set whose paragraphs are numbered through and whose sections are numbered too.

    Args:
        paragraph: what may be one.
        after: the next, if there is one.
        last: the number of the last paragraph above, 0 if there is none.
    """
    number = _number_of(paragraph)
    if not number or after is None or len(paragraph.lines) > 1 or len(paragraph.first.split()) > _LONGEST_COUNTED:
        return False
    due = _number_of(after)
    if number == due:  # "1. Introduction" over paragraph 1
        return due == last + 1 and len(after.lines[0].text.split()) > _LONGEST_COUNTED
    return due == last + 1 or (last == 0 and due > number + 1)  # an excerpt may begin with paragraph 14


def _number_of(paragraph: Paragraph) -> int:
    """Return the plain number a paragraph begins with, 0 if there is none."""
    marker = paragraph.marker
    return marker.readings[0].value if marker is not None and marker.form == "number" else 0


class Headings:
    """The headings of one document as they come, and the path they make."""

    def __init__(self) -> None:
        self._path: list[tuple[int, str, str]] = []  # level, title, and all titles down to it
        self._styles: list[str] = []
        self.section: str | None = None
        self._given = 0  # level of the last heading the format has
        self.fresh = False  # the last paragraph was a heading

    def level(self, paragraph: Paragraph, *, last: bool, lettered: bool = False) -> int:
        """Return the level of a heading, 1 highest; 0 for what is none.

        A format that knows headings is believed. Otherwise a heading is short, begins as a title does, has at most a
        roman numeral or a capital for a label, and something follows it.

        Args:
            paragraph: what may be one: it does not end as a sentence does, or its format said what it is.
            last: nothing follows it.
            lettered: it stands where a heading may have a small letter or a bracket for its label.
        """
        if paragraph.mark is not None:
            self._given = max(paragraph.mark.level, 1) if paragraph.mark.kind == "heading" else 0
            return self._given
        marker = paragraph.marker
        if last or (marker is not None and marker.form != "upper" and not lettered) or not _titled(paragraph):
            return 0
        if marker is None:
            return self._given + 1 if _PART.match(paragraph.first) else self._unlabelled()
        style = next((r.style for r in marker.readings if r.style in self._styles), marker.readings[0].style)
        if style not in self._styles:
            self._styles.append(style)
        return self._given + self._styles.index(style) + 1

    def enter(self, level: int, title: str) -> None:
        """Go on under a heading."""
        self.close(level)
        self.section = f"{self._path[-1][2]} > {title}" if self._path else title
        self._path.append((level, title, self.section))
        self.fresh = True

    def close(self, level: int) -> None:
        """Go on after the headings of a level and deeper: an article that has their level stands under none of them."""
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        self._come_back()

    def end_preamble(self) -> None:
        """Go on after the preamble: the first article stands under no such heading, though none follows it."""
        if self._path and _PREAMBLE.fullmatch(self._path[-1][1]):
            self._path.pop()
            self._come_back()

    def _come_back(self) -> None:
        """Go on under the last heading that is open."""
        self.section = (self._path[-1][2] if self._path else "") or None

    def _unlabelled(self) -> int:
        """Return the level of a heading without a label: below those with one, and below one it follows straight on.

        One step below and no more: a list of names, line by line, would otherwise stand ever deeper.
        """
        base = self._given + self._styles_open() + 1
        if base == 1 and self._path and is_part(self._path[0][1]):
            return 2
        return base + 1 if self.fresh and self._path and self._path[-1][0] >= base else base

    def _styles_open(self) -> int:
        """Return how many labelled headings are open: those without a label stand below them."""
        deepest = self._given + len(self._styles)
        return sum([_labelled(title) for level, title, _ in self._path if level <= deepest]) if deepest else 0


def _labelled(title: str) -> bool:
    marker = read_marker(title)
    return marker is not None and marker.form == "upper"


def _titled(paragraph: Paragraph) -> bool:
    """Return whether the words of a paragraph could be a title."""
    sign = paragraph.first[:1]
    if not (sign.isupper() or sign.isdigit() or sign in _OPENERS):
        return False
    if _STATED.match(paragraph.first):
        return False
    said = [word for line in paragraph.lines for word in line.text.split()]
    joins = len(said) > 1 and said[-2][-1] in ";,"  # "Strengthen the courts; and"
    waits = said[-1] in _DANGLING and (joins or opens(paragraph.first))  # "Recalling its decision on ports, and"
    return len(said) <= _LONGEST and not waits
