"""How much: shares, money, parts and multiples, measures, and numbers of things; each as printed and as a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cnd_tools.promises.words import number, pattern, patterns, words

FAR = 40  # characters before an amount in brackets that may say that it is the present one
BEFORE = 16  # characters that are looked at for an article


_FIRST = re.compile(r"[A-Z][a-z]{2,8}\b")


class Quantity(NamedTuple):
    """A quantity at characters `start` to `end` of a text.

    Attributes:
        start: first character.
        end: one past the last.
        comparison: "at least", "at most", "more than", "less than", "about", "by", "to", or None.
        amount: the number; of a range the lower one.
        unit: "%", a currency, a measure, "times" for a multiple or part, or the things that are counted.
    """

    start: int
    end: int
    comparison: str | None
    amount: float
    unit: str


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities in a text, in order; of two that overlap the one that is found by the more certain form."""
    first = _FIRST.match(text)
    if first is not None and first[0].lower() in {*words()["numbers"], *words()["tens"]}:
        text = text[0].lower() + text[1:]  # "Ninety per cent of schools"
    taken = bytearray(len(text))
    found: list[Quantity] = []
    for name, read in READERS.items():
        for match in patterns()[name].finditer(text):
            as_it_is = pattern("as_it_is").search(text, max(match.start() - FAR, 0), match.start())
            if not any(taken[match.start() : match.end()]) and not as_it_is:
                one = read(match, text)
                if one is not None:
                    taken[match.start() : match.end()] = bytes([1]) * (match.end() - match.start())
                    found.append(one)
    yield from sorted(found)


def _share(found: re.Match[str], _: str) -> Quantity | None:
    unit = "percentage points" if found["unit"].startswith("percentage") else "%"
    one = _made(found, number(found["amount"]), unit)
    if one is None or not found["beyond"]:
        return one
    return one._replace(comparison="at least" if found["beyond"] in {"more", "above", "higher"} else "at most")


def _money(found: re.Match[str], _: str) -> Quantity | None:
    amount = number(found["amount"] or found["number"])
    scale = words()["scales"].get(found["scale"] or found["scale_first"] or found["scale_of"] or "", 1)
    sign = (found["sign"] or found["currency"]).strip()
    currency = words()["currencies"].get(sign, "USD")
    rate = {"": ""}.get(found["rate"] or "", " a year")
    if found["rate"] and not re.search(r"year|annum|annually", found["rate"]):
        rate = " " + re.sub(r"^(?:per|each|every)\b", "a", found["rate"].strip())
    return _made(found, None if amount is None else amount * scale, currency + rate)


def _part(found: re.Match[str], _: str) -> Quantity | None:
    if found["multiple"]:
        said = found["multiple"].lower().replace("-", "")
        one = _made(found, words()["multiples"].get(said) or number(said.removesuffix("fold")), "times")
        return one._replace(comparison=found["least"].strip()) if one is not None and found["least"] else one
    return _made(found, _parts_of(found["part"]), "times")


def _parts_of(said: str) -> float:
    return float(words()["parts"][said.lower().replace("-", " ")])


def _fraction(found: re.Match[str], _: str) -> Quantity | None:
    """Return what part of a whole: "two thirds of the posts", "nine out of ten", "cut it in half"."""
    part = found["part"] or found["cut"] or found["by"] or found["alone"]
    if part:
        return _made(found, _parts_of(part), "times")
    some, whole = number(found["of"] or found["one"]), number(found["whole"] or found["among"])
    return _made(found, round(some / whole, 4), "times") if some and whole and some < whole else None


def _factor(found: re.Match[str], _: str) -> Quantity | None:
    """Return by or to how many times as much."""
    one = _made(found, number(found["factor"] or found["times"] or found["many"]), "times")
    said = "at least" if found["least"] else found["to"] or found["tie"]
    if one is None or not said:
        return one
    return one._replace(comparison=words()["comparisons"].get(said.removeprefix("to "), said))


def _number_of(found: re.Match[str], _: str) -> Quantity | None:
    """Return the number that the number of something becomes."""
    return _made(found, number(found["amount"]), "")


def _measure(found: re.Match[str], _: str) -> Quantity | None:
    amount = number(found["amount"])
    scale = words()["scales"].get(found["scale"] or "", 1)
    unit = "°C" if found["unit"][0] in "°º˚" or found["unit"].startswith("degrees") else found["unit"]
    return _made(found, None if amount is None else amount * scale, unit)


def _count(found: re.Match[str], text: str) -> Quantity | None:
    """Return how many things are asked for; not "the two reports", nor "two" as a year, an age or a paragraph."""
    amount = number(found["amount"])
    scale = words()["scales"].get(found["scale"] or "", 1)
    before = text[max(found.start() - BEFORE, 0) : found.start()]
    definite = pattern("definite").search(before) and (not found["comparison"] or before.endswith(" the "))
    year = re.fullmatch(r"(?:19|20)\d\d", found["amount"]) is not None and found["comparison"] in {None, "by"}
    named = found["unit"].split()[-1] in words()["constituents"]["nouns"] and not found["comparison"]
    if amount is None or definite or year or named or amount * scale < 2:
        return None
    return _made(found, amount * scale, found["unit"].split()[-1] if found["unit"][0].islower() else found["unit"])


def _ratio(found: re.Match[str], _: str) -> Quantity | None:
    return _made(found, number(found["amount"]), found["unit"])


def _bare(found: re.Match[str], text: str) -> Quantity | None:
    if text[max(found.start() - BEFORE, 0) : found.start()].endswith(" the "):
        return None  # "with the more than 750,000 people who fled"
    amount = number(found["amount"])
    return _made(found, None if amount is None else amount * words()["scales"].get(found["scale"] or "", 1), "")


def _made(found: re.Match[str], amount: float | None, unit: str) -> Quantity | None:
    if amount is None:
        return None
    said = " ".join((found["comparison"] or "").split())
    said = "to" if said.startswith("from ") else said  # "from 40 to 53 members": to 53
    comparison = words()["comparisons"].get(said.lower(), said.lower() or None)
    return Quantity(found.start(), found.end(), comparison, amount, unit)


# The forms of quantities with what reads them, the more certain first.
READERS = {
    "share": _share,
    "money": _money,
    "ratio": _ratio,
    "part": _part,
    "fraction": _fraction,
    "factor": _factor,
    "number_of": _number_of,
    "measure": _measure,
    "count": _count,
    "bare": _bare,
}
