"""Marks over a text as elements within elements, as XML wants them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET


class Mark(NamedTuple):
    """Characters `start` to `end` that become an element."""

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str]


class Insert(NamedTuple):
    """An empty element before the character `at`."""

    at: int
    tag: str
    attributes: Mapping[str, str]


def filled(element: ET.Element, text: str, marks: Iterable[Mark], inserts: Sequence[Insert] = ()) -> None:
    """Fill an element with a text, its marks as elements; a mark that crosses an earlier one's end is left out.

    Args:
        element: what is filled; empty.
        text: legal in XML.
        marks: offsets into the text; one may lie within another.
        inserts: elements that hold nothing, in order.
    """
    open_: list[tuple[int, ET.Element]] = [(len(text), element)]
    waiting = list(inserts)
    at = 0

    def write(to: int) -> None:
        nonlocal at
        while waiting and waiting[0].at <= to:
            insert = waiting.pop(0)
            _say(open_[-1][1], text[at : insert.at])
            ET.SubElement(open_[-1][1], insert.tag, dict(insert.attributes))
            at = max(insert.at, at)
        _say(open_[-1][1], text[at:to])
        at = to

    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        while open_[-1][0] <= mark.start and len(open_) > 1:
            write(open_[-1][0])
            open_.pop()
        if mark.end <= open_[-1][0]:
            write(mark.start)
            open_.append((mark.end, ET.SubElement(open_[-1][1], mark.tag, dict(mark.attributes))))
    while open_:
        write(open_[-1][0])
        open_.pop()


def _say(element: ET.Element, text: str) -> None:
    """Add words at the end of what an element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
