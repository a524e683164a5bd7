"""Documents cited by symbol, by sales number, or by registration in the United Nations Treaty Series."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from cnd_tools.extracting.citations.patterns import Cited, matches, pattern
from cnd_tools.lexicon import Lexicon

MOST = 40  # addenda that a range is taken apart into
_DIGIT = re.compile(r"\d")
_DATED = re.compile(r"\s?\((?P<year>(?:19|20)\d\d)\)")
_KINDS = re.compile(r"(?:/|\.)(?:(?P<resolution>RES|Res)|(?P<decision>DEC|Dec))(?:/|\.|olution\s|ision\s)")
_SESSION = re.compile(r"(?<![\w/.])\d{1,3}\s$")
_AHEAD = 5  # characters before a root in which the number of a session stands


class Symbols:
    """Finds symbols whose first letters the lexicon has."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._roots = frozenset(root for entry in lexicon["symbol"] for root in entry.patterns)
        self._counted = frozenset(root for entry in lexicon["symbol"] for root in entry.get("counted", ()))
        self._numbered = frozenset(root for entry in lexicon["symbol"] for root in entry.get("numbered", ()))
        self._treaties: Mapping[str, str] = {
            number: entry.id for entry in lexicon["instrument"] for number in entry.get("unts", ())
        }

    def find(self, text: str) -> Iterator[Cited]:
        """Yield the documents a text cites by symbol or number, parts of a document named after it with them."""
        named_so = list(matches("of_itself", text))
        starts = [one.start() for one in named_so]
        for one in self._symbols(text):  # "AG/RES. 1 (XXXI-E/05)" has no symbol in it
            place = bisect_right(starts, one.start) - 1
            if place < 0 or one.start >= named_so[place].end():
                yield one
        for named in named_so:
            kind = "document" if named["document"] else "resolution"
            yield Cited(named.start(), named.end(), kind, named[0].replace(". ", ".") if "/R" in named[0] else named[0])
        for acts in matches("acts_listed", text):
            for act in pattern("act").finditer(text, acts.start("acts"), acts.end("acts")):
                yield Cited(act.start(), act.end(), "document", f"{acts['kind']} {act[0]}")
        for sales in matches("sales_number", text):
            yield Cited(sales.start(), sales.end(), "document", f"Sales No. {sales['number']}")
        for treaty in matches("treaty_series", text):
            number = treaty["number"]
            yield Cited(treaty.start(), treaty.end(), "treaty", self._treaties.get(number, f"UNTS {number}"))

    def _symbols(self, text: str) -> Iterator[Cited]:
        at = 0
        while (oblique := text.find("/", at)) >= 0:
            start = _word_before(text, oblique)
            root, end = text[start:oblique], oblique
            at = oblique + 1
            if start > 1 and text[start - 1] == "/" and text[start - 2].isupper():
                continue  # "H/PRST/2": what begins in the middle is no symbol
            ahead = _SESSION.search(text, max(start - _AHEAD, 0), start) if root in self._numbered else None
            start = ahead.start() if ahead else start
            if not ahead and root.partition(".")[0].partition("(")[0] not in self._roots and not self._of_session(root):
                continue
            while end < len(text) and text[end] == "/" and (part := pattern("component").match(text, end + 1)):
                end = part.end()
            after = pattern("health_part" if self._of_session(root) else "symbol_part").match(text, end)
            end = after.end() if after and end > oblique else end
            at = max(at, end)
            if end > oblique and _DIGIT.search(text, start, end) and text[end : end + 1] not in {"/", "’"}:
                yield from self._parted(text, start, end)

    def _of_session(self, root: str) -> bool:
        """Whether a session's number stands in the root: "EB148/12", not "A4/3"."""
        letters = root.rstrip("0123456789")
        return letters in self._counted and len(root) - len(letters) in {2, 3}

    def _parted(self, text: str, start: int, end: int) -> Iterator[Cited]:
        """Yield a symbol, or the two that "A/65/73-E/2010/4" is, and the addenda and corrigenda named after it."""
        place = text.find("-", start, end)
        while place >= 0:
            root, oblique, _ = text[place + 1 : end].partition("/")
            if oblique and root in self._roots:
                yield from self._parted(text, start, place)
                start = place + 1
            place = text.find("-", place + 1, end)
        whole = text[start:end]
        kind = _KINDS.search(whole)
        dated = _DATED.match(text, end) if whole.startswith("S/RES/") else None
        said = f"{whole} ({dated['year']})" if dated else whole
        stop = dated.end() if dated else end
        yield Cited(start, stop, (kind.lastgroup if kind else None) or "document", said)
        root, mark, first = whole.rpartition("/SR.")
        while mark and first.isdecimal() and (tail := pattern("record_tail").match(text, stop)):
            yield Cited(tail.start("number"), tail.end(), "document", f"{root}{mark}{tail['number']}")
            stop = tail.end()
        while tail := pattern("symbol_tail").match(text, stop):
            numbers = [int(tail["first"]), *([int(tail["more"])] if tail["more"] else [])]
            if tail["last"]:
                last = min(int(tail["last"]), numbers[0] + MOST)
                numbers = [*range(numbers[0], last + 1), *numbers[1:]]
            for number in numbers:
                yield Cited(tail.start("kind"), tail.end(), "document", f"{whole}/{tail['kind']}.{number}")
            stop = tail.end()


def _word_before(text: str, end: int) -> int:
    """Return where the word begins that ends here: letters, figures, stops and brackets, twelve at the most."""
    start = end
    while start > 0 and end - start < 12 and (text[start - 1].isalnum() or text[start - 1] in ".()"):
        start -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return start
