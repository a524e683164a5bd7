"""Resolutions and decisions cited by number: lists and ranges taken apart, each under the body whose it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from cnd_tools.extracting.citations.bodies import Bodies, Named, form_of, symbol
from cnd_tools.extracting.citations.patterns import Cited, matches, pattern
from cnd_tools.lexicon.entries import Entry

LONGEST = 4_000  # characters over which a list of numbers is followed
LEAST = 40  # characters before a head in which "its" may stand
MOST = 60  # resolutions that a range is taken apart into
_LETTERS = re.compile(r"[A-Z]")
_SERIAL = re.compile(r"(?P<before>(?:\d{1,4}|S-\d{1,2}|ES-\d{1,2})[/.])(?P<last>\d{1,4})")


def numbered(text: str, bodies: Bodies, named: Sequence[Named]) -> Iterator[Cited]:
    """Yield the resolutions and decisions a text cites by number.

    >>> [one.cited for one in numbered("resolutions 70/1, 70/299 and 71/5 to 71/7", …)]  # doctest: +SKIP
    ['A/RES/70/1', 'A/RES/70/299', 'A/RES/71/5', 'A/RES/71/6', 'A/RES/71/7']
    """
    heads = list(matches("head", text))
    owner: Entry | None = None  # of "its resolution" before
    headed = set[int]()
    for place, head in enumerate(heads):
        stop = heads[place + 1].start() if place + 1 < len(heads) else len(text)
        kind = "resolution" if head["resolution"] else "decision"
        body: Entry | None = None
        earlier: re.Match[str] | None = None
        for number in _numbers(text, head, min(stop, head.end() + LONGEST)):
            body = bodies.whose(text, head, number, named) or body or (owner if _its(text, head) else None)
            if earlier is not None and pattern("range").fullmatch(text[earlier.end() : number.start()]):
                for plain in _between(plain_number(earlier), plain_number(number)):
                    yield Cited(earlier.start(), number.end(), kind, _symbol(body, kind, plain))
            start = head.start() if earlier is None else number.start()
            yield from (Cited(start, end, kind, _symbol(body, kind, plain)) for end, plain in _parts(number))
            earlier = number
            headed.add(number.start())
        owner = body if _its(text, head) else None
    yield from _by_number_alone(text, headed)
    yield from _without_years(text, bodies)


def _its(text: str, head: re.Match[str]) -> bool:
    """Whether "its" stands before a head: what it is short for in one is so in the next of a paragraph."""
    return pattern("its").search(text, max(head.start() - LEAST, 0), head.start()) is not None


def _by_number_alone(text: str, headed: Collection[int]) -> Iterator[Cited]:
    """Yield what its number alone tells, where no head stands before: "in line with WHA75.8"."""
    for found in matches("numbered_health", text):
        if found.start() not in headed:
            yield Cited(found.start(), found.end(), "decision" if found["decision"] else "resolution", found[0])


def _without_years(text: str, bodies: Bodies) -> Iterator[Cited]:
    """Yield resolutions of the Security Council cited without their year: "UNSCR 1325", "resolutions 1325 and 1820"."""
    for found in matches("council_number", text):
        if found["own"] and not any(one.get("years") for one in bodies.defaults):
            continue  # "resolution 2577" in a document of the Council itself
        at = found.start("numbers")
        for one in pattern("council_item").finditer(found["numbers"]):
            year = one["year"] or bodies.year_of(int(one["number"]))
            if year:
                yield Cited(at + one.start(), at + one.end(), "resolution", f"S/RES/{one['number']} ({year})")


def _numbers(text: str, head: re.Match[str], stop: int) -> Iterator[re.Match[str]]:
    """Yield the numbers under a head: the first right after it, others of a list after a comma, "and" or "to"."""
    first = pattern("number").match(text, head.end())
    if first is None:
        return
    yield first
    before = first
    for number in pattern("number").finditer(text, first.end(), stop):
        gap = text[before.end() : number.start()]
        if ". " in gap or ("; " in gap and not pattern("group").search(gap)):
            return
        linked = pattern("link").search(gap)
        if linked is None or (not head["plural"] and linked[0] != gap.lstrip(" ,")):
            continue
        yield number
        before = number


def _parts(number: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Yield a number, or each of its parts, "A and B"; with where it ends. A section, "24/3 IV", is no part."""
    parts = _LETTERS.findall(number["part"] or "") or [""]
    if "to" in (number["part"] or "") and len(parts) == 2:
        parts = [chr(code) for code in range(ord(parts[0]), ord(parts[1]) + 1)]
    end = number.end() if number["part"] else number.start() + len(number[0].rstrip("IVX").rstrip())
    yield from ((end, plain_number(number) + part) for part in parts)


def _symbol(body: Entry | None, kind: str, plain: str) -> str | None:
    return None if body is None else symbol(body, kind, plain)


def plain_number(number: re.Match[str]) -> str:
    """Return a number as symbols have it: "70/1", "217(III)[A]", "1325 (2000)", "66.8"."""
    form = form_of(number)
    if form == "dated":
        return f"{number['dated']} ({number['year_of']})"
    if form == "roman":
        section = f"[{number['section']}]" if number["section"] else ""
        return f"{number['roman']}({number['session_of']}){section}"
    return (number[form].removeprefix("WHA") if form == "health" else number[form]).strip()


def _between(first: str, last: str) -> Iterator[str]:
    one, other = _SERIAL.fullmatch(first), _SERIAL.fullmatch(last)
    if one and other and one["before"] == other["before"]:
        low, high = int(one["last"]), int(other["last"])
        if low < high <= low + MOST:
            yield from (f"{one['before']}{item}" for item in range(low + 1, high))
