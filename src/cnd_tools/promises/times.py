"""Times in a text: days and years, sessions, periods and how often; each as printed and by ISO 8601."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import NamedTuple

from cnd_tools.promises.words import number, ordinal, patterns, words
from cnd_tools.records import Document

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHLY = re.compile(r"\b(?P<month>[A-Z][a-z]{2,8})\s(?P<year>(?:19|20)\d\d)\b")
_LIMIT = re.compile(r"(?i:by|before|until|no)\b")
_ONE = re.compile(r"\b(?:a|next|coming|following|further|additional|subsequent|of|every|another|current|first)\b")
_LISTED = re.compile(r"(?:,|,?\sand)\s(?=\d)")
_BETWEEN = re.compile(r",\s(?:and|or)\s|,\s|(?<!hundred)\s(?:and/or|and|or)\s|\sto\s")
KINDS = ("date", "session", "period", "frequency")


class Time(NamedTuple):
    """A time at characters `start` to `end` of a text.

    Attributes:
        start: first character.
        end: one past the last.
        kind: one of `KINDS`.
        value: of a date the day, month, year or interval ("2030", "2027-03-01", "2024/2030"); of a session its number,
            or "next"; of a period how long ("P6M"); of a frequency the time between two ("R/P2Y"); None where
            none can be told.
    """

    start: int
    end: int
    kind: str
    value: str | None


def year_of(document: Document) -> int | None:
    """Return the year a document is of, by the date of its masthead."""
    found = _YEAR.search(document.masthead.date or "")
    return int(found[0]) if found else None


def times(text: str) -> Iterator[Time]:
    """Yield the times in a text, in order; of two that overlap the one that is longer."""
    found = [
        Time(match.start(), match.end(), kind, value)
        for name, kind, read in (
            ("date", "date", _date),
            ("target", "date", _target),
            ("end_of", "date", _undated),
            ("time_ahead", "period", _undated),
            ("session", "session", _session),
            ("sitting", "session", _sitting),
            ("period", "period", _period),
            ("counted", "period", _period),
            ("frequency", "frequency", _frequency),
        )
        for match in patterns()[name].finditer(text)
        if (value := read(match)) is not None
    ]
    end = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            end = one.end
            yield one._replace(value=one.value or None)


def _date(found: re.Match[str]) -> str | None:
    part = found["part"] or ""
    if found["day"]:
        year = found["day_year"] or found["last_year"]
        if not year:  # of a meeting that was, mostly; but "by 15 May" is ahead, in a year that the words do not say
            return "" if _LIMIT.match(found["tie"]) else None
        day = f"{year}-{_month(found['day_month'])}-{int(found['day']):02}"
        if found["last_day"]:
            return f"{day}/{found['last_year']}-{_month(found['last_month'])}-{int(found['last_day']):02}"
        return f"{day}/{day[:-2]}{int(found['same']):02}" if found["same"] else day
    if found["us_day"] or found["month"]:
        return _of_month(found, last=part.startswith(("end", "year-end")))
    year = found["year"]
    if found["last"]:
        return f"{year}/{year[: 4 - len(found['last'])]}{found['last']}"
    of_the_year = "the" not in part.split()  # not "the end of the second quarter of 2031"
    return f"{year}-12-31" if part.startswith(("end", "year-end")) and of_the_year else year


def _of_month(found: re.Match[str], *, last: bool) -> str:
    """Return the day of "March 25, 2031", and of "March 2031" the month or its last day."""
    if found["us_day"]:
        return f"{found['us_year']}-{_month(found['us_month'].rstrip('.'))}-{int(found['us_day']):02}"
    whole = f"{found['month_year']}-{_month(found['month'])}"
    return f"{whole}-{calendar.monthrange(int(found['month_year']), int(whole[-2:]))[1]}" if last else whole


def _target(found: re.Match[str]) -> str | None:
    return found["year"]


def _undated(_: re.Match[str]) -> str:
    return ""  # "by the end of the decade": of which one, and how long "this decade" is, the words do not say


def _month(name: str) -> str:
    known = {**words()["months"], **words()["short_months"]}
    return f"{known[name]:02}"


def _session(found: re.Match[str]) -> str | None:
    """Return the session's number, "next" for the next one, and nothing of a session that is only "the session"."""
    if found["ordinals"]:
        said = _BETWEEN.split(found["ordinals"])
        return "/".join(str(ordinal(one)) for one in said)
    held = _LISTED.sub("/", found["held"]) if found["held"] else None
    if found["only_month"]:
        return ""  # "at its December meeting": of which year, the words do not say
    return _numbered_month(found["year"] or held or "") or ("next" if found["next"] else None)


def _numbered_month(said: str) -> str:
    """Return a time of which a month is told as ISO 8601 has it: "January 2031" is "2031-01"."""
    return _MONTHLY.sub(lambda one: f"{one['year']}-{_month(one['month'])}", said)


def _sitting(found: re.Match[str]) -> str:
    return found["number"]


def _period(found: re.Match[str]) -> str | None:
    if not found["number"] and not _ONE.search(found[0]):
        return None  # "for the decade 2022–2031", "during the day"
    unit = found["unit"].lower().rstrip("s")
    many = number(found["number"]) if found["number"] else 1.0
    if many is None or (not found["number"] and found["unit"].endswith("s")):
        return ""  # "over the coming years": for how long, nobody can say
    if unit.startswith("bienni"):
        unit = "biennium"
    years = words()["years"].get(unit)
    if years:
        return f"P{int(many * years)}Y"
    return f"P{'T' if unit == 'hour' else ''}{int(many)}{words()['periods'][unit]}"


def _shared(many: int, unit: str) -> str:
    """Return the time between two of so many in a year, month or week, where it is one, or a whole number of months."""
    if many == 1:
        return "R/P3M" if unit == "quarter" else f"R/P1{words()['periods'][unit]}"
    return f"R/P{12 // many}M" if unit == "year" and many and 12 % many == 0 else ""


def _frequency(found: re.Match[str]) -> str | None:
    known = found["often"] or found["steady"] or found["basis"] or found["adjective"]
    if found["sitting"]:
        return ""  # "at each session": how often that is, only the body's rules say
    if known:
        return f"R/{words()['often'][known.lower()]}"
    if found["several"]:
        return _shared(int(number(found["several"]) or 1), found["sat"])
    if found["interval"] or found["spaced"]:
        unit = (found["parted"] or found["spacing"]).lower()
        many = number(found["apart"] or found["spaced"]) or 1
    elif found["every"]:
        many = {"other": 2.0}.get(found["number"] or "") or number(found["number"]) or ordinal(found["number"]) or 1
        unit = found["unit"].lower()
    else:
        unit, many = found["per"].lower(), 1
        if found["times"].lower() != "once":
            said = found["times"].lower()
            return _shared(2 if said == "twice" else int(number(said.removesuffix(" times")) or 0), unit)
    years = words()["years"].get(unit)
    return f"R/P{int(many * years)}Y" if years else f"R/P{int(many)}{words()['periods'][unit]}"
