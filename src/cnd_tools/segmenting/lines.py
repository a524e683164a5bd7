"""The lines of a source, each with where it stands; the unit the ledger counts in."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from cnd_tools.segmenting.signs import places_of

GAP = "   "
MOST_BEGUN = 4096
"""How many beginnings are remembered of those that `Lines.beginning` asks for."""
# Begun with the blanks, for which C looks; indentation is none, and most texts have no other.
_GAP = re.compile(r"   (?<=[^ \n\r]   )")


@dataclass(slots=True)
class Line:
    """A line that is not blank: something of it can be seen.

    Attributes:
        start: first character of the line in the source, its indentation included.
        end: one past its last character, the line end included.
        left: first character of `text` in the source.
        text: the line without the white space around it.
        gap: blank lines before it.
        number: 1-based, as an editor counts: by LF, CR LF or CR.
        torn: a page begins between the line before and this one.
        rule: a blank line before it is long: in a text taken from a word processor that is the rule above notes.
    """

    start: int
    end: int
    left: int
    text: str
    gap: int = 0
    number: int = 1
    torn: bool = False
    rule: bool = False

    @property
    def indent(self) -> int:
        """Characters of white space before the text."""
        return self.left - self.start

    @property
    def right(self) -> int:
        """One past the last character of the text, measured from the start of the line: its printed width."""
        return self.left - self.start + len(self.text)


class Lines(list[Line]):
    """Lines in order, with what the rooms ask of all of them: so each looks only at those that may be its own.

    Nothing is added to them, or taken away, once something has been asked.

    Args:
        lines: in order.
        source: the text they are of.
    """

    def __init__(self, lines: Iterable[Line], source: str) -> None:
        super().__init__(lines)
        self.source = source

    def forget(self) -> None:
        """Keep no longer what was asked: of a long text that is much."""
        for asked in ("texts", "lasts", "_begun", "gapped"):
            self.__dict__.pop(asked, None)

    @cached_property
    def texts(self) -> list[str]:
        """The text of each."""
        return [line.text for line in self]

    @cached_property
    def lasts(self) -> str:
        """The last characters of all."""
        return "".join([text[-1] for text in self.texts])

    @cached_property
    def _begun(self) -> dict[str, array[int]]:
        """The places of the lines that begin with the same two characters, by these."""
        begun: dict[str, array[int]] = defaultdict(lambda: array("q"))
        for place, text in enumerate(self.texts):
            begun[text[:2]].append(place)
        return begun

    def beginning(self, may: Callable[[str], bool]) -> list[int]:
        """Return the places of the lines that may begin so, in order.

        Args:
            may: whether two characters (one, of a line that has no more) may be the first of what is looked for; asked
                once for all lines that begin with them.
        """
        begun = self._begun
        return sorted(chain.from_iterable([begun[one] for one in filter(may, begun)]))

    def ending(self, signs: Iterable[str]) -> list[int]:
        """Return the places of the lines that end in one of the signs, in order."""
        return places_of(self.lasts, signs)

    @cached_property
    def gapped(self) -> list[int]:
        """The places of the lines that have a wide gap inside, in order."""
        found = [gap.start() for gap in _GAP.finditer(self.source)]
        starts = [line.start for line in self] if found else []
        places = sorted({bisect_right(starts, at) - 1 for at in found})
        return [place for place in places if place >= 0 and GAP in self[place].text]


def of_kind(kinds: Sequence[str], kind: str, first: int = 0) -> Iterator[int]:
    """Yield the places of the lines of a kind from `first` on, in order; those too that become so meanwhile."""
    try:
        while True:
            first = kinds.index(kind, first)
            yield first
            first += 1
    except ValueError:
        return


# Marks without width: word processors leave them beside a number, web pages on a line of their own.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_UNSEEN = frozenset(INVISIBLE)
_OTHER_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_RULE = 20  # characters: 2011.txt has 49 blanks where Word drew the rule above the notes


def scan(text: str, pages: Sequence[int] = (0,)) -> Lines:
    """Return the lines of a text that are not blank, in order.

    Args:
        text: any text; lines end at LF, CR, CR LF, form feed and whatever else Unicode ends a line with.
        pages: offsets at which pages begin.
    """
    lines = Lines((), text)
    if len(pages) <= 1 and not any(sign in text for sign in _OTHER_ENDS):
        lines.extend(_each(text))
        if lines:
            lines[-1].end = min(lines[-1].end, len(text))  # the last has no line end
        return lines
    offset, number, gap, torn, rule = 0, 1, 0, False, False
    breaks = iter(pages[1:])
    page = next(breaks, -1)
    add = lines.append
    for raw in text.splitlines(keepends=True):
        size = len(raw)
        body = raw.strip()
        if body and body[0] in _UNSEEN and not _seen(body):
            body = ""
        if page >= 0:
            while 0 <= page < offset + size:
                torn, page = True, next(breaks, -1)
        if body:
            left = offset if raw[0] == body[0] else offset + raw.find(body[0])
            add(Line(offset, offset + size, left, body, gap, number, torn, rule))
            gap = 0
            torn = rule = False
        else:
            gap += 1
            torn = torn or "\f" in raw
            rule = rule or len(raw.rstrip("\r\n")) >= _RULE
        offset += size
        number += raw[-1] in "\r\n"
    return lines


def _each(text: str) -> Iterator[Line]:
    """Yield the lines of a text of one page that all end in LF, as most do: a third faster."""
    offset, gap, rule = 0, 0, False
    for number, raw in enumerate(text.splitlines(), 1):
        end = offset + len(raw) + 1
        body = raw.strip()  # the same one, where there is nothing around it
        if body and (body[0] not in _UNSEEN or _seen(body)):
            left = offset if body is raw else offset + raw.find(body[0])
            yield Line(offset, end, left, body, gap, number, False, rule)
            gap, rule = 0, False
        else:
            gap += 1
            rule = rule or end - offset > _RULE
        offset = end


def _seen(body: str) -> bool:
    """Return whether anything of a line can be seen, which begins with a mark that cannot."""
    return not _UNSEEN.issuperset(body.replace(" ", "").replace("\u00a0", ""))


def numbered(lines: Lines, rows: Sequence[tuple[int, int]]) -> Lines:
    """Return lines with the numbers they have in the file, as its format says (`Document.rows`); the same for none."""
    if not rows:
        return lines
    found = Lines((), lines.source)
    at = 0
    for line in lines:
        while at + 1 < len(rows) and rows[at + 1][0] <= line.left:
            at += 1
        found.append(replace(line, number=rows[at][1]))
    return found
