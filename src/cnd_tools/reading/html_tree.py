"""The tree of an HTML page: what is shown of it, in order, and what kind of thing each element is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

Node = Any
"""A node of selectolax, which comes without types."""

_SHOWN_APART = """
address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2
h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul
"""
_NOT_SHOWN = """
audio button canvas embed head iframe input math nav noscript object script select style svg template textarea title
video
"""
BLOCKS = frozenset(_SHOWN_APART.split())
_UNSEEN = frozenset(_NOT_SHOWN.split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ITALIC = re.compile(r"font-style\s*:\s*italic", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
# What the mark of a note looks like: 1, [1], (1), *, a.
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|\*{1,4}|[†‡])[\])]?")
_MOST_WORDS = 40
_FEW_WORDS = 12
_LABEL_CELL = re.compile(r"[\[(]?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivxlc]{1,6}|[A-Z])[.)\]]{1,2}")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Elements without contents, and those that the next of their kind ends (HTML standard, 13.1.2 and 13.1.2.4): they
# nest no deeper than what holds them.
_LEAVES = """
area base body br caption col colgroup dd dt embed head hr html img input li link meta optgroup option p rb rp rt rtc
source tbody td tfoot th thead tr track wbr
"""
_SHALLOW = frozenset(_LEAVES.split())


class Event(NamedTuple):
    """An element that begins or ends, or a text."""

    kind: str
    node: Node


def steps(text: str) -> int:
    """Return how many steps the parser may take for a page, by its tags alone: to each, those open around it."""
    taken = depth = 0
    for tag in _TAG.finditer(text):
        if tag[2].lower() not in _SHALLOW:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
        taken += depth
    return taken


def events(root: Node) -> Iterator[Event]:
    """Yield what is shown under a node, in order: "open" and "close" of elements, and "text"; any depth."""
    stack = [(root, iter(root.iter(include_text=True)))]
    yield Event("open", root)
    while stack:
        node, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield Event("close", node)
        elif child.tag == "-text":
            yield Event("text", child)
        elif shown(child):
            yield Event("open", child)
            stack.append((child, iter(child.iter(include_text=True))))


def shown(node: Node) -> bool:
    """Return whether an element is shown on the page."""
    if node.tag.startswith(("-", "!")) or node.tag in _UNSEEN:
        return False
    attributes = node.attributes
    return "hidden" not in attributes and not _HIDDEN.search(attributes.get("style") or "")


def italic(node: Node) -> bool:
    """Return whether an element sets its text in italics."""
    return node.tag in {"i", "em", "cite", "var", "dfn"} or bool(_ITALIC.search(node.attributes.get("style") or ""))


def bold(node: Node) -> bool:
    """Return whether an element sets its text in bold type."""
    return node.tag in {"b", "strong", "th"} or bool(_BOLD.search(node.attributes.get("style") or ""))


def notes(root: Node) -> frozenset[str]:
    """Return the targets of links that are marks of notes: they lead down the page, a note's own number leads back."""
    places: dict[str, int] = {}
    links: list[tuple[int, str]] = []
    for place, (kind, node) in enumerate(events(root)):
        if kind != "open":
            continue
        for key in (node.attributes.get("id"), node.attributes.get("name")):
            if key:
                places.setdefault(key, place)
        target = node.attributes.get("href") or ""
        if node.tag == "a" and target.startswith("#") and _MARK.fullmatch(node.text(strip=True) or ""):
            links.append((place, target[1:]))
    return frozenset(target for place, target in links if places.get(target, -1) > place)


def is_data(table: Node) -> bool:
    """Return whether a table holds data, and does not only lay out the page, as whole pages once were.

    Headed columns are data, and so are three columns or more of few words. A table in the cells, one column, blocks or
    long text in two columns, or a number alone in the first cells ("1." | "Requests …") is text.
    """
    if table.attributes.get("role") == "presentation" or table.css_first("td table") is not None:
        return False
    cells = [[cell for cell in row.iter() if cell.tag in {"td", "th"}] for row in rows(table)]
    columns = max(map(len, cells), default=0)
    if columns < 2 or any(cell.tag == "th" for row in cells for cell in row):
        return columns > 1
    words = sorted(len((cell.text() or "").split()) for row in cells for cell in row)
    if columns > 2 and words[len(words) // 2] <= _FEW_WORDS:
        return True
    if any(cell.css_first("h1, h2, h3, ul, ol, p + p, blockquote") is not None for row in cells for cell in row):
        return False
    labelled = sum(bool(row and _LABEL_CELL.fullmatch(row[0].text(strip=True) or "")) for row in cells)
    return words[-1] <= _MOST_WORDS and labelled * 2 < len(cells)


def rows(table: Node) -> Iterator[Node]:
    """Yield the rows of a table, not those of tables in it."""
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child.iter() if row.tag == "tr")


def is_label(text: str) -> bool:
    """Return whether a text is a number or letter alone, as in a cell beside the paragraph it numbers."""
    return bool(_LABEL_CELL.fullmatch(text.strip()))
