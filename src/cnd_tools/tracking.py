"""What is due, by when and how much; and which reports are asked for: two views of the actions, for who keeps track."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import zip_longest
from typing import Any

from cnd_tools.promises.quantities import Quantity, quantities
from cnd_tools.promises.times import Time, times
from cnd_tools.promises.words import pattern, words
from cnd_tools.records import Action, Analysis, Point
from cnd_tools.tables import Table

DUE = (
    *("document", "point", "agent", "strength", "aim", "object", "deadline", "kind", "value", "date"),
    *("quantity", "comparison", "amount", "unit", "start", "end"),
)
REPORTS = (
    "document",
    "point",
    "who",
    "to",
    "about",
    "when",
    "kind",
    "value",
    "date",
    "strength",
    "text",
    "start",
    "end",
)
CITED = ("document", "cited", "type", "times", "points")
LONGEST = 240  # characters of what a report is on
NAMED = 9  # words after a verb in which the whole name of whom it tells stands
ASSEMBLY = "general_assembly"
FIRST_SESSION = 1945  # the year before the General Assembly's first session ended; the Nth opens N years after it
_TO_VERB = re.compile(r"\sto\s(?=[a-z])")
_PERIOD = re.compile(r"P(\d{1,4})([DWMY])")


def due(analyses: Sequence[Analysis]) -> Table:
    """Return the actions that have a deadline or a quantity, a row each deadline and quantity of an action.

    Columns: `deadline` as printed; `kind`, one of date, session, period, frequency; `value`, see `promises.times.Time`;
    `date`, the day, month, year or interval of ISO 8601 that it comes to, empty where that is not certain; `quantity`
    as printed; `comparison`, `amount` and `unit`, see `promises.quantities.Quantity`; the others as of the actions.
    """
    rows = []
    for analysis in analyses:
        for action in analysis.actions:
            if action.deadline or action.quantity:
                about = (action.document, action.point, action.agent, action.strength, action.aim, action.object)
                for when, much in zip_longest(_times(action, analysis), _quantities(action)):
                    rows.append((*about, *(when or (None,) * 4), *(much or (None,) * 4), action.start, action.end))
    return Table("due", DUE, tuple(rows))


def reports(analyses: Sequence[Analysis]) -> Table:
    """Return the reports that are asked for: who is to report to whom, on what, and when.

    Columns: `who`, the agent's id; `to`, that of whom the report is for, empty where the text does not say; `about`,
    the words that say what it is on; `when`, the deadline as printed, a row each; `kind`, `value`, `date` as in `due`.
    """
    rows = []
    for analysis in analyses:
        texts = {point.point: point for point in analysis.points}
        for at, action in enumerate(analysis.actions):
            both = [one for one in analysis.actions[max(at - 1, 0) : at + 3] if _goes_on(action, one)]
            names = {row.text: row.actor for row in analysis.actors if row.point == action.point}
            point = texts[action.point]
            start, end = point.find(action.start, action.end)
            later = [one.aim for one in analysis.actions[at + 1 :] if one.point == action.point]
            if _reports(action, point, names, later):
                about, to = _about(point.text, start, action.aim, names, later)
                # Nobody reports to himself: "requests the Board to submit to it a report".
                itself = action.source if pattern("to_it").search(point.text, start, end) else None
                told = names.get(action.object or "") or names.get(f"the {action.object}")  # "to brief the Council"
                whom = next((one for one in (action.recipient, to, told, itself) if one and one != action.agent), None)
                head = (action.document, action.point, action.agent, whom, about)
                timed = both[-1] if len(both) == 2 and not action.deadline else action
                for when in list(_times(timed, analysis)) or [(None,) * 4]:
                    rows.append((*head, *when, action.strength, action.text, action.start, action.end))
    return Table("reports", REPORTS, tuple(rows))


def cited(analyses: Sequence[Analysis]) -> Table:
    """Return what each document cites, a row each thing, what most points cite first; not its own paragraphs.

    Columns: `document`, `cited` and `type` as of the citations, `times`, how many points cite it, and `points`, which.
    """
    rows = []
    for analysis in analyses:
        points: dict[tuple[str, str], list[str]] = {}
        for one in analysis.citations:
            if one.type != "paragraph":
                points.setdefault((one.cited or one.text, one.type), []).append(one.point)
        rows += [
            (analysis.document.name, *what, len(where), " ".join(where))
            for what, where in sorted(points.items(), key=lambda row: (-len(row[1]), row[0]))
        ]
    return Table("cited", CITED, tuple(rows))


def _goes_on(action: Action, after: Action) -> bool:
    """Whether one directive asks both of the same: "to submit a report and to hold a dialogue at its next session".

    Of three, "to inform it, to hold a dialogue by March and to report", a time is of the one it stands with.
    """
    return (action.point, action.agent, action.cue) == (after.point, after.agent, after.cue)


def _reports(action: Action, point: Point, names: Mapping[str, str], later: Sequence[str]) -> bool:
    """Whether an action is to report, to hand in a report, to put something into one, or to keep somebody informed.

    A report may stand past a time at which the action ends: "to submit to it, at its next session, a report".
    """
    known = words()["reporting"]
    if action.polarity == "-" or action.lemma in known["verbs"]:
        return action.polarity != "-"
    start, end = point.find(action.start, action.end)
    verb = max(point.text.find(action.aim, start), start)
    said = point.text[verb:end]
    if action.lemma in known["telling"] and _somebody(action.object, said, names):
        return True
    if action.lemma in known["putting"] and pattern("put_into").search(said):
        return True
    if pattern("kept_informed").match(said):
        return True
    asked = point.text[verb : _besides(point.text, verb + len(action.aim), later)]
    if action.lemma in known["handing"] and pattern("hands_in").match(asked):
        return True
    thing = _TO_VERB.split(action.object or "")[0]  # "a road map and to report back" is no report
    papers = {word.lower() for word in re.findall(r"\w+", thing)} & set(known["papers"])
    return action.lemma in known["handing"] and bool(papers)


def _somebody(thing: str | None, said: str, names: Mapping[str, str]) -> bool:
    """Whether a verb is followed by an actor's name: "update Member States"; not by "it", whomever that stands for."""
    return bool(thing) and thing in names and str(thing) in " ".join(said.split()[1:NAMED])


def _about(
    text: str, start: int, aim: str, names: Mapping[str, str], later: Sequence[str]
) -> tuple[str | None, str | None]:
    """Return what a report is to be on, and for whom it is, where that stands after it: "on its work to the Board".

    Names are masked: the "on" of "the Commission on Narcotic Drugs" says nothing of the report. Nor does what is asked
    besides, the verbs of which are `later`: "to submit a report and to hold a meeting on trade".
    """
    known = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True)))) if names else None
    plain = known.sub(lambda name: "_" * len(name[0]), text) if known else text
    verb = max(plain.find(aim, start), start)
    paper = pattern("paper").search(plain, verb) or pattern("paper").search(plain, start, verb)
    if paper is None or pattern("kept_informed").match(plain, verb):
        return None, None
    besides = _besides(plain, paper.end(), later)
    found = pattern("subject").search(plain, paper.start(), besides)
    whom = pattern("whom").search(plain, verb, found.start("tie") if found and found["tie"] else besides)
    if found is None or found["there"]:
        return (found["there"] if found else None), _named(text, whom, known, names)
    end = pattern("subject_end").search(plain, found.end())
    stop = min(end.start() if end else len(text), found.end() + LONGEST)
    whom = whom or (end if end and end[0].endswith("_") else None)
    return text[found.end() : stop].strip() or None, _named(text, whom, known, names)


def _named(
    text: str, whom: re.Match[str] | None, known: re.Pattern[str] | None, names: Mapping[str, str]
) -> str | None:
    """Return the id of the name that what is found leads to."""
    found = known.match(text, whom.end() - 1) if known and whom else None
    return names[found[0]] if found else None


def _besides(text: str, start: int, verbs: Sequence[str]) -> int:
    """Return where the first of some verbs stands that are asked besides; the end of the text where none does."""
    found = re.compile(rf"\b(?:{'|'.join(map(re.escape, verbs))})\b").search(text, start) if verbs else None
    return found.start() if found else len(text)


def _times(action: Action, analysis: Analysis) -> Iterator[tuple[Any, ...]]:
    for words_ in (action.deadline or "").split("; ") if action.deadline else ():
        # Some tell only beside what they stand with: "annual" (reports), (the agenda) "of its ninth session", (the year
        # before) "and 1 June 2028", (limited) "to one week", (extend it) "by one year".
        befores = ("agenda", "2000", "limited", "extend")
        said = (words_, *(f"{before} {words_}" for before in befores), f"{words_} reports")
        found = next((one for text in said for one in times(text)), Time(0, 0, "frequency", None))
        yield words_, found.kind, found.value, _resolved(found, words_, action, analysis)


def _quantities(action: Action) -> Iterator[tuple[Any, ...]]:
    for words_ in (action.quantity or "").split("; ") if action.quantity else ():
        found = next(iter(quantities(words_)), None)
        yield words_, *(_plain(found) if found else (None,) * 3)


def _plain(one: Quantity) -> tuple[Any, ...]:
    amount = int(one.amount) if one.amount == int(one.amount) else one.amount
    return one.comparison, str(amount), one.unit


def _resolved(one: Time, printed: str, action: Action, analysis: Analysis) -> str | None:
    """Return what a deadline comes to, where that is certain.

    Of a date itself; of a session of the General Assembly, which opens each September, its two years; of a period that
    is counted from the adoption of the document, the day, if the masthead has it. Of all others nothing.
    """
    if one.kind == "date":
        return one.value
    assembly = ASSEMBLY in {action.agent, action.recipient} or "General Assembly" in printed
    if one.kind == "session" and one.value and assembly and one.value.isdecimal() and len(one.value) < 4:
        return f"{FIRST_SESSION + int(one.value)}/{FIRST_SESSION + int(one.value) + 1}"
    if one.kind == "period" and one.value and pattern("from_here").search(printed):
        day = _day(analysis.document.masthead.date)
        return _after(day, one.value).isoformat() if day else None
    return None


def _day(printed: str | None) -> date | None:
    for form in ("%d %B %Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(printed or "", form).date()
        except ValueError:
            continue
    return None


def _after(day: date, period: str) -> date:
    """Return the day a period after another."""
    found = _PERIOD.fullmatch(period)
    assert found is not None
    many, unit = int(found[1]), found[2]
    if unit in "DW":
        return day + timedelta(days=many * (7 if unit == "W" else 1))
    months = day.month - 1 + many * (12 if unit == "Y" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
