"""Dictionaries that are trees of categories: WordStat's .cat, Yoshikoder's .ykd, Lexicoder's .lcd and .lc3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from cnd_tools.errors import RefusedInput, short
from cnd_tools.lexicon.words import Word

DEEPEST = 20  # categories in one another
_WEIGHED = re.compile(r"(.*\S) \(\d{1,9}\)")  # "ECONOM* (1)"


def wordstat(text: str, name: str) -> Iterator[Word]:
    """WordStat: a line each, indented by tabs; words have a weight after them, "ECONOM* (1)", categories have none.

    An underscore parts the words of a phrase. Rules ("@TAXES [TAX NEAR RISE /C 5]") ask for more than words, and are
    given as they stand, for the import to leave out and tell.
    """
    above: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        said = line.strip()
        depth = len(line) - len(line.lstrip("\t"))
        if not said:
            continue
        if depth > len(above) or depth > DEEPEST:
            raise RefusedInput(f"{name}, line {number}: {short(said)!r} stands deeper than a category; mend its tabs")
        del above[depth:]
        found = _WEIGHED.fullmatch(said)
        if not found:
            above.append(said)
        elif above:
            yield Word(tuple(above), found[1].replace("_", " "), number)
        else:
            raise RefusedInput(f"{name}, line {number}: {short(said)!r} stands under no category; mend its tabs")


def lexicoder(text: str, name: str) -> Iterator[Word]:
    """Lexicoder 3: "+negative" begins a category, and each line after it is a word or phrase of it."""
    category = ""
    for number, line in enumerate(text.splitlines(), 1):
        said = line.strip()
        if said.startswith("+"):
            category = said.removeprefix("+").strip()
            if not category:
                raise RefusedInput(f"{name}, line {number}: a category without a name; write it after the +")
        elif said and not category:
            raise RefusedInput(f"{name}, line {number}: {short(said)!r} stands before the first category (+NAME)")
        elif said:
            yield Word((category,), said, number)


def yoshikoder(text: str, name: str) -> Iterator[Word]:
    """Yoshikoder, and Lexicoder 2: XML, `pnode` for words, `cnode` for categories; the outermost is the dictionary."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise RefusedInput(f"{name}: defines entities of its own, which are not read; take its DOCTYPE out")
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        raise RefusedInput(f"{name}: not XML: {short(str(error))}; mend it there") from None
    waiting: list[tuple[ET.Element, tuple[str, ...]]] = [(root, ())]
    while waiting:
        node, above = waiting.pop()
        said = (node.get("name") or "").strip()
        if node.tag == "pnode" and said:
            # A dictionary that has words and no categories has them under its own name.
            yield Word(above[1:] or above or (name,), said, 0)
        inside = (*above, said) if node.tag == "cnode" else above
        if len(inside) > DEEPEST:
            raise RefusedInput(f"{name}: categories go more than {DEEPEST} deep; flatten them")
        waiting += [(child, inside) for child in reversed(node)]
