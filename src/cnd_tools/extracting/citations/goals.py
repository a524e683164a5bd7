"""Goals and targets cited by number: "Goals 3 and 5" is SDG 3 and SDG 5, "target 3.5" is SDG 3.5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cnd_tools.extracting.citations.names import Names
from cnd_tools.extracting.citations.patterns import Cited, matches, pattern
from cnd_tools.lexicon.entries import Entry


class Goals:
    """Finds the goals and targets of the sets that the lexicon has."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def find(self, text: str) -> Iterator[Cited]:
        """Yield what is cited; a set named without a number is cited as a whole, not "target 3.5 of the Goals"."""
        ended = 0
        for start, end, (goals, what) in self._names.of(text, "goal"):
            listed = pattern("numbers").match(text, end)
            found = list(_items(listed, goals)) if listed and (what != "target" or "." in listed["list"]) else []
            if found and listed:
                ended = listed.end()
                yield from (Cited(start if not n else one.start, *one[1:]) for n, one in enumerate(found))
            elif _whole(text[start:end], what) and text[ended:start] != " of the ":
                yield Cited(start, end, "goal", goals.id)
        for joined in matches("goal_joined", text):
            kind = "target" if "." in joined["item"] else "goal"
            yield Cited(joined.start(), joined.end(), kind, f"SDG {joined['item']}")


def _whole(name: str, what: str) -> bool:
    """Whether a name without a number is that of the set: "the Goals", "the Sustainable Development Goal on water"."""
    return name[-1:] in "sS" if what == "set" else what == "goal" and name.count(" ") > 1


def _items(listed: re.Match[str], goals: Entry) -> Iterator[Cited]:
    """Yield the goals or targets of a list, ranges taken apart."""
    before, last, said = 0, 0, ""
    for one in pattern("item").finditer(listed["list"]):
        item = one["item"].rstrip(".")
        goal, _, target = item.partition(".")
        if not goal.isdecimal() or not 1 <= int(goal) <= goals.get("most", 99):
            continue
        at = listed.start("list")
        if one["link"].strip() in {"to", "–"} and before and not target:
            for between in range(before + 1, int(goal)):
                yield Cited(at + one.start("item"), at + one.end("item"), "goal", f"{goals.id} {between}")
        if one["link"].strip() in {"to", "–"} and last and target.isdecimal() and said == goal:
            for between in range(last + 1, int(target)):
                yield Cited(at + one.start("item"), at + one.end("item"), "target", f"{goals.id} {goal}.{between}")
        before, last, said = (0 if target else int(goal)), (int(target) if target.isdecimal() else 0), goal
        yield Cited(at + one.start("item"), at + one.end("item"), "target" if target else "goal", f"{goals.id} {item}")
