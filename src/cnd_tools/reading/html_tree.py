"""The tree of an HTML page: what is shown of it, in order, and what kind of thing each element is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

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
_FRAMES = frozenset({"embed", "iframe", "object"})
_WORDLESS = frozenset({"head", "input", "noscript", "script", "style", "template", "title"})
_HELD = {"nav": "navigation", "math": "formulas", "svg": "drawings"} | dict.fromkeys(
    ("button", "select", "textarea"), "forms"
)
LOOKS = frozenset(
    {"a", "aside", "b", "cite", "dfn", "em", "footer", "header", "i", "pre", "strong", "sup", "th", "var"}
)
"""Elements that change how their text looks, or what it is, without a style."""
_UNSEEN = frozenset(_NOT_SHOWN.split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ITALIC = re.compile(r"font-style\s*:\s*italic", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
# What the mark of a note looks like: 1, [1], (1), *, a.
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|\*{1,4}|[†‡])[\])]?")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Elements without contents, and those that the next of their kind ends (HTML standard, 13.1.2 and 13.1.2.4): they
# nest no deeper than what holds them.
_LEAVES = """
area base body br caption col colgroup dd dt embed head hr html img input li link meta optgroup option p rb rp rt rtc
source tbody td tfoot th thead tr track wbr
"""
_SHALLOW = frozenset(_LEAVES.split())


Event = tuple[str, Node]
"""An element that begins ("open"), ends ("close") or is passed over ("hidden"), or a "text"; a plain tuple, since pages
have millions."""


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
    yield "open", root
    while stack:
        node, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "close", node
        elif child.tag == "-text":
            yield "text", child
        elif shown(child):
            yield "open", child
            stack.append((child, iter(child.iter(include_text=True))))
        else:
            yield "hidden", child


def passed_over(node: Node) -> tuple[str, int]:
    """Return what a hidden element has that might be text, and how much of it; nothing of scripts and the like."""
    if node.tag in _FRAMES:
        return "frames and embedded objects", 1
    if node.tag in _WORDLESS or not _an_element(node):
        return "", 0
    what = _HELD.get(node.tag, "hidden text")
    return f"characters of {what}", len("".join((node.text() or "").split()))


def shown(node: Node) -> bool:
    """Return whether an element is shown on the page."""
    if not _an_element(node) or node.tag in _UNSEEN:
        return False
    attributes = node.attributes
    return "hidden" not in attributes and not _HIDDEN.search(attributes.get("style") or "")


def _an_element(node: Node) -> bool:
    """Return whether a node is one, and no comment, document type or processing instruction, which has no name."""
    return bool(node.tag) and not node.tag.startswith(("-", "!"))


def italic(node: Node) -> bool:
    """Return whether an element sets its text in italics."""
    return node.tag in {"i", "em", "cite", "var", "dfn"} or bool(_ITALIC.search(node.attributes.get("style") or ""))


def bold(node: Node) -> bool:
    """Return whether an element sets its text in bold type."""
    return node.tag in {"b", "strong", "th"} or bool(_BOLD.search(node.attributes.get("style") or ""))


def notes(root: Node) -> frozenset[str]:
    """Return the targets of links that are marks of notes: they lead down the page, a note's own number leads back."""
    if root.css_first('a[href^="#"]') is None:
        return frozenset()
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
