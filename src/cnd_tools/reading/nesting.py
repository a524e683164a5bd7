"""How deep a list stands in others, where a format has each list by itself.

A list of letters that Word or a web page keeps as a list of its own belongs to the numbered paragraph that introduces
it, though nothing but their order and the colon between them says so.
"""

from __future__ import annotations

from typing import NamedTuple

DEEPEST = 20
"""Most lists that colons alone may put inside each other."""


class Item(NamedTuple):
    """An item as its list has it.

    Attributes:
        list: which list; the items of one have the same.
        level: its depth in that list, from 0.
        shape: what labels of its kind look like, "decimal %1.": two lists of one shape may go on from each other.
        number: its place in it.
        indent: how far it is set in, in the format's own unit; 0 where that is not known.
    """

    list: str
    level: int
    shape: str
    number: int
    indent: int = 0


class Nesting:
    """The lists that are open, the outermost first, each at its latest item."""

    def __init__(self) -> None:
        self._open: list[Item] = []
        self._floors: list[int] = []
        self._introduced = False

    def enter(self, *, inside: bool) -> None:
        """Say that a list begins; `inside` an item of another one, or beside what came before."""
        outer = self._floors[-1] if self._floors else 0
        self._floors.append(len(self._open) if inside else outer)

    def leave(self, *, inside: bool) -> None:
        """Say that the list ends that was entered last."""
        floor = self._floors.pop()
        if inside:
            del self._open[floor:]

    def paragraph(self, text: str) -> None:
        """Say what stands before the next item: after a colon a list may begin inside the one that is open."""
        self._introduced = text.rstrip().endswith(":")

    def depth(self, item: Item) -> int:
        """Return how deep an item stands, 1 outermost; ask for each once, in order."""
        place = max(min(self._place(item), DEEPEST - 1), self._floors[-1] if self._floors else 0)
        del self._open[place:]
        self._open.append(item)
        return len(self._open)

    def _place(self, item: Item) -> int:
        """Return how many of the open lists the item is inside of."""
        mine = [(place, one) for place, one in enumerate(self._open) if one.list == item.list]
        if mine:
            return next((place + (one.level < item.level) for place, one in reversed(mine) if one.level <= item.level),
                        mine[0][0])  # fmt: skip
        alike = [(place, one) for place, one in enumerate(self._open) if one.shape == item.shape]
        for place, one in reversed(alike):
            if item.number == one.number + 1 and not _is_bullet(item):
                return place
        if self._introduced or not self._open:
            return len(self._open)
        if alike:
            place, one = alike[-1]
            return place + ((item.level, item.indent) > (one.level, one.indent))
        above = (place for place, one in enumerate(self._open) if _rank(one) > _rank(item))
        return next(above, len(self._open))


def _is_bullet(item: Item) -> bool:
    return item.shape.startswith("bullet")


def _rank(item: Item) -> int:
    """Return where a list stands that begins after others without a colon: numbers are in no list of bullets."""
    return 1 if item.shape.startswith(("decimal", "upperRoman")) else 2
