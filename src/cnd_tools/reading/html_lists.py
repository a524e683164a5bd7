"""The lists of an HTML page: what a browser prints before each item, by attributes and simple style sheets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cnd_tools.reading.html_tree import Node
from cnd_tools.reading.nesting import Item
from cnd_tools.reading.word_numbers import printed

BULLET = "•"
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([\w-]+)", re.I)
_TYPES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "lower-roman": "lowerRoman",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "upper-roman": "upperRoman",
    "none": "none",
    "disc": "bullet",
    "circle": "bullet",
    "square": "bullet",
}
_LONGEST_SHEET = 1 << 20  # characters of style sheets that are looked at
_SELECTOR = re.compile(r"(ol|ul)?([.#][\w-]{1,80})?", re.I)
_CONTENT = re.compile(r"(?<![\w-])content\s{0,9}:\s{0,9}([^;]{1,300})")
# "(" counter(item, lower-alpha) ") ", as Google Docs and others have their lists; counters() gives "1.2".
_PART = re.compile(
    r"\"([^\"]{0,40})\"|'([^']{0,40})'|counters\([^)]{1,90}\)|counter\(\s{0,9}[\w-]{1,80}(?:\s{0,9},\s{0,9}([\w-]{1,20}))?"
)
# Google Docs has each level of a list as a list of its own beside the others, and says so in a class.
_KIX = re.compile(r"(?:^|\s)(lst-kix_\w{1,60})-(\d)(?=\s|$)")


class _Rule(NamedTuple):
    """A rule of a style sheet for lists: whom it is for, and the kind of the labels or what they are made of."""

    around: int  # how many lists are around those it is for
    tag: str
    key: str  # ".class", "#id" or ""
    style: str
    content: str


class ListStyles:
    """What the style sheets of a page say of its lists; only simple selectors are understood."""

    def __init__(self, sheets: Sequence[str]) -> None:
        # By class or id, so that a sheet of thousands of rules is not gone through for each list; the last counts.
        self._rules: dict[str, dict[tuple[int, str], _Rule]] = defaultdict(dict)
        for rule in _rules("\n".join(sheets)[:_LONGEST_SHEET]):
            before = self._rules[rule.key].get((rule.around, rule.tag), rule)
            style, content = rule.style or before.style, rule.content or before.content
            self._rules[rule.key][rule.around, rule.tag] = rule._replace(style=style, content=content)

    def of(self, node: Node, around: int) -> tuple[str, str]:
        """Return the kind of a list's labels and what they are made of, "" where nothing is said.

        Args:
            node: the list.
            around: how many lists are around it.
        """
        attributes = node.attributes
        names = ["", *(f".{name}" for name in (attributes.get("class") or "").split()), f"#{attributes.get('id')}"]
        found = [rule for name in names for rule in self._rules.get(name, {}).values()]
        style = content = ""
        for rule in sorted(found, key=lambda one: (one.key != "", one.around)):
            if rule.tag in {"", node.tag} and rule.around <= around:
                style, content = rule.style or style, rule.content or content
        return style, content


def _rules(sheet: str) -> Iterator[_Rule]:
    for rule in sheet.split("}"):
        selectors, _, body = rule.rpartition("{")
        said = _LIST_STYLE.search(body)
        content = _CONTENT.search(body)
        style = _TYPES.get(said[1].lower(), "") if said else ""
        # A comment may stand before the selectors, and the head of a block of rules ("@media print {").
        selectors = selectors.rpartition("*/")[2].rpartition("{")[2]
        for selector in selectors.split(",") if style or content else ():
            *around, last = selector.replace(">", " ").split() or [""]
            if re.fullmatch(r"li(?:::?(?:before|marker))?", last, re.I) and around:
                *around, last = around
            elif content:
                continue
            simple = _SELECTOR.fullmatch(last)
            if simple and last and all(re.fullmatch("ol|ul|li", one, re.I) for one in around):
                lists = sum(one.lower() != "li" for one in around)
                yield _Rule(lists, (simple[1] or "").lower(), simple[2] or "", style, content[1] if content else "")


class OpenList:
    """A list that is open: how its items are labelled.

    Args:
        node: the list.
        styles: of the page.
        around: the lists around it.
    """

    def __init__(self, node: Node, styles: ListStyles, around: Sequence[OpenList]) -> None:
        attributes = node.attributes
        sheet, self._content = styles.of(node, len(around))
        own = _LIST_STYLE.search(attributes.get("style") or "")
        kind = own[1].lower() if own else attributes.get("type") or ""
        self._style = _TYPES.get(kind) or sheet or ("decimal" if node.tag == "ol" else "bullet")
        self._step = -1 if "reversed" in attributes else 1
        items = sum(child.tag == "li" for child in node.iter())
        self._next = _whole(attributes.get("start"), items if self._step < 0 else 1)
        self._around = around
        kix = _KIX.search(attributes.get("class") or "")
        self._name, self._level = (kix[1], int(kix[2])) if kix else (str(node.mem_id), 0)
        self.count = 0

    def next(self, node: Node) -> tuple[str, Item]:
        """Return the label of the next item, "" for none, and what the item is in its list."""
        self.count = _whole(node.attributes.get("value"), self._next)
        self._next = self.count + self._step
        label = self._made() if self._content else self._plain()
        shape = "bullet" if label and not any(map(str.isalnum, label)) else f"{self._style} {self._content}"
        return label, Item(self._name, self._level, shape, self.count)

    def _plain(self) -> str:
        if self._style == "bullet":
            return BULLET
        return "" if self._style == "none" else f"{printed(self.count, self._style)}."

    def _made(self) -> str:
        """Return a label as the style sheet makes it, of texts and counters."""
        made = []
        for part in _PART.finditer(self._content):
            if part[0].startswith("counters"):
                made.append(".".join(str(one.count) for one in (*self._around, self)))
            elif part[0].startswith("counter"):
                made.append(printed(self.count, _TYPES.get(part[3] or "decimal", "decimal")))
            else:
                made.append(part[1] or part[2] or "")
        # "\0025cf" is how a sheet writes a bullet; what else is written so stands before an item too.
        text = re.sub(r"\\([0-9a-fA-F]{1,6}) ?", lambda sign: chr(min(int(sign[1], 16), 0x10FFFF)), "".join(made))
        return " ".join(text.split())


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and len(text) < 10 and text.strip().removeprefix("-").isdecimal() else default
