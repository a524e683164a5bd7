"""Whose resolution or decision a number is, and the symbol that makes of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from cnd_tools.extracting.citations.names import Names
from cnd_tools.extracting.citations.patterns import pattern
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.entries import Entry
from cnd_tools.records import Segmented

T = TypeVar("T")
FIRST = 12  # points of a document that may say whose it is: "Report of the Governing Council of …"
FAR = 120  # characters at most between a body and "its resolution"
NEAR = 40  # between a body and "resolution" without "its": "the Assembly adopted resolution"
_SHARED = frozenset({"session", "year", "roman"})  # forms of numbers that many bodies have
_SESSION = re.compile(r"(?P<session>[\dIVXLS.-]{1,8})/(?P<item>\d{1,4})")


class Named(NamedTuple):
    """A body named at characters `start` to `end` of a point's text; None where nobody can tell which "Council"."""

    start: int
    end: int
    body: Entry | None


@dataclass
class Bodies:
    """The bodies of the lexicon, and the one whose document this is, where that is known."""

    series: tuple[Entry, ...]
    defaults: tuple[Entry, ...]
    _names_of: Names
    _last: dict[str, Entry] = field(default_factory=dict)  # by short name, whoever the document named last
    _seen: dict[str, Entry] = field(default_factory=dict)  # by id, whose numbers of a form of their own were cited

    @classmethod
    def of(cls, segmented: Segmented, lexicon: Lexicon, names: Names) -> Bodies:
        """Return the bodies as a document speaks of them."""
        made = cls(lexicon["series"], (), names)
        own = list(made._own(segmented))
        earlier = {one.get("predecessor") for one in own}
        made.defaults = tuple(dict.fromkeys([*own, *(one for one in made.series if one.id in earlier)]))
        return made

    def _own(self, segmented: Segmented) -> Iterator[Entry]:
        """Yield whose document it is: the body of its symbol, of its masthead, or of its enacting formula."""
        head = segmented.document.masthead
        symbol = f"{head.symbol or ''}/"
        fitting = [(len(s), e.id, e) for e in self.series for s in e.get("symbols", ()) if symbol.startswith(f"{s}/")]
        yield from (entry for _, _, entry in sorted(fitting, key=lambda one: one[:2], reverse=True))
        said = (one.text for one in segmented.points if one.text.endswith(","))
        formulas = (text for text in said if text.startswith(("The ", "THE ")))
        above = (one.text for one in segmented.points[:FIRST] if one.kind in {"heading", "masthead", "unnumbered"})
        for text in (head.body or "", *formulas, head.title or "", *above):
            yield from (one.body for one in self._names(text)[:1] if one.body)

    def year_of(self, number: int) -> str | None:
        """Return the year of a resolution of a body that counts them on, by the first number of each year."""
        firsts = [one.split() for body in self.series for one in body.get("years", ())]
        place = bisect_right(firsts, number, key=lambda one: int(one[0])) - 1
        return firsts[place][1] if 0 <= place < len(firsts) - 1 else None

    def _names(self, text: str) -> list[Named]:
        found: list[Named] = []
        for match in self._names_of.of(text, "body"):
            if not found or match[0] >= found[-1].end:
                found.append(Named(*match))
        return found

    def named(self, text: str) -> list[Named]:
        """Return the bodies a text names in order; "the Council" is the one named before, or the document's own.

        Texts are to be given in the document's order: a short name may lead back to an earlier one.
        """
        full = {one.start: one for one in self._names(text)}
        last: dict[str, Entry] = {}  # by short name, whoever has it and was named last
        found: list[Named] = []
        shorts = {start: (end, name) for start, end, name in self._names_of.of(text, "short")}
        for start in sorted(full.keys() | shorts.keys()):
            if start in full:
                found.append(full[start])
                body = full[start].body
                last |= dict.fromkeys(body.get("short", ()), body) if body else {}
            elif not found or found[-1].end <= start:
                end, name = shorts[start]
                found.append(Named(start, end, last.get(name) or self._meant(name)))
        self._last |= last
        return found

    def _meant(self, name: str) -> Entry | None:
        """Whom a short name means where a point names nobody: the document's body, who was last named, the Assembly."""
        own = next((one for one in self.defaults if name in one.get("short", ())), None)
        if own is not None or name in self._last:
            return own or self._last[name]
        first = next((one for one in self.series if name in one.get("short", ())), None)
        return first if first is not None and first.id == "general_assembly" else None

    def whose(self, text: str, head: re.Match[str], number: re.Match[str], named: Sequence[Named]) -> Entry | None:
        """Return whose resolution or decision a number is; None where the text leaves it open.

        Args:
            text: the point's clean text.
            head: "resolution" or "decision", before the number or before the first of its list.
            number: the number.
            named: the bodies that the text names.
        """
        form, decision = form_of(number), head["decision"] is not None
        if form in _SHARED and (_of_another(text, head, named) or _followed_by_another(text, number, named)):
            return None
        fitting = [one for one in self._said(text, head, number, named) if fits(one, form, number, decision)]
        if fitting:
            return fitting[0]
        owners = [one for one in self.series if form in one.get("own", ())]
        if form == "dated" and self._of_no_year(number):
            return None
        if owners:
            self._seen[owners[0].id] = owners[0]
            return owners[0]
        able = [one for one in self.series if fits(one, form, number, decision)]
        if form != "session":  # "Decision 19.187", where "Resolution Conf. 9.24" told whose; sessions are everybody's
            able = [one for one in able if one.id in self._seen] or able
        return able[0] if len(able) == 1 else None

    def _of_no_year(self, number: re.Match[str]) -> bool:
        """Whether a number is not one of its year where numbers go on over the years: "Resolution 1689 (2009)"."""
        year = self.year_of(int(number["dated"]))
        return year is not None and year != number["year_of"]

    def _said(self, text: str, head: re.Match[str], number: re.Match[str], named: Sequence[Named]) -> Iterator[Entry]:
        """Yield the bodies whose it may be, the surest first."""
        place = bisect_right(named, head.start(), key=lambda one: one.end)
        before = named[place - 1] if place else None
        place = bisect_left(named, number.end(), key=lambda one: one.start)
        after = named[place] if place < len(named) else None
        gap = text[before.end : head.start()] if before and head.start() - before.end < FAR else None
        if before and gap is not None and not gap.strip(" ’'s"):
            if before.body is None:
                return
            yield before.body
        tie = text[number.end() : after.start] if after and after.start - number.end() < FAR else None
        if after and after.body and tie is not None and pattern("adopted_by").fullmatch(tie):
            yield after.body
        if before and before.body and gap is not None and _goes_with(gap):
            yield before.body
        yield from self.defaults


def _of_another(text: str, head: re.Match[str], named: Sequence[Named]) -> bool:
    """Whether a body that has no series stands right before: "Trade and Development Board decision 531 (LXVI)"."""
    other = pattern("other_body").search(text, max(head.start() - NEAR, 0), head.start())
    place = bisect_right(named, head.start(), key=lambda one: one.end)
    return other is not None and not (place and named[place - 1].end > other.start())


def _followed_by_another(text: str, number: re.Match[str], named: Sequence[Named]) -> bool:
    """Whether a body that has no series stands right after: "decision 2022/2 of the Executive Board"."""
    other = pattern("of_other_body").match(text, number.end())
    place = bisect_left(named, number.end(), key=lambda one: one.start)
    return other is not None and not (place < len(named) and named[place].start < other.end())


def _goes_with(gap: str) -> bool:
    """Whether what stands between a body and a number makes the number its: close by, "its", or some of several."""
    if pattern("turn").search(gap):
        return False
    return len(gap) < NEAR or any(pattern(one).search(gap) for one in ("its", "of_several"))


FORMS = (
    *("coded", "conf", "dated", "roman", "party", "lettered", "special", "extra", "year", "session"),
    *("health", "dotted", "stopped"),
)


def form_of(number: re.Match[str]) -> str:
    """Return how a number looks: one of `FORMS`."""
    return next(form for form in FORMS if number[form])


def fits(body: Entry, form: str, number: re.Match[str], decision: bool = False) -> bool:
    """Return whether a body has resolutions, or decisions, with such a number."""
    if form not in body.get("forms", ()):
        return False
    if form != "session":
        return True
    session, item = number["session"].split("/")
    if not session.isdecimal():
        return body.get("first", 1) == 1 and "decision" in body.fields and "resolution" not in body.fields
    most = body.get("most_decision", body.get("most", 999)) if decision else body.get("most", 999)
    return bool(body.get("first", 1) <= int(session) <= body.get("last", 99) and int(item) <= most)


def symbol(body: Entry, kind: str, plain: str) -> str | None:
    """Return the symbol of a resolution or decision; None where the body has no such.

    Args:
        body: whose it is.
        kind: "resolution" or "decision".
        plain: its number without spaces, "70/1", "217(III)[A]".
    """
    template = body.get(kind)
    if template is None:
        return None
    parts = _SESSION.fullmatch(plain)
    return str(template).format(plain, **(parts.groupdict() if parts else {"session": "", "item": plain}))
