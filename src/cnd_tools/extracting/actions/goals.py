"""Goals that are listed as nouns: "We adopt the following goals: (a) Reduction of mortality by one third by 2030"."""

from __future__ import annotations

import re

from cnd_tools.extracting.context import Chapeau, PointContext
from cnd_tools.extracting.matches import ActorRef
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import alternatives, words

_PLAN = words()["plan"]
_GOALS = frozenset(_PLAN["goals"].split())
_NOUN = rf"(?:{alternatives(_PLAN['goals'])})\b"
_ANNOUNCED = (
    re.compile(  # "the following five goals:", "the goals are as follows:", "Major goals for 2030:", "Our goals are:"
        rf"\bfollowing\s(?:[\w-]+\s){{0,3}}{_NOUN}[^.;:]{{0,60}}:$"
        rf"|\b{_NOUN}[^.;:]{{0,60}}\sas\sfollows:$"
        rf"|^(?!our\s|their\s|its\s|the\sfollowing\s)(?:[\w-]+\s){{0,3}}{_NOUN}(?P<heading>[^.;:]{{0,60}}):$"
        rf"|\b(?P<ours>our)\s(?:[\w-]+\s){{0,3}}{_NOUN}\s(?:{alternatives(_PLAN['being'])})(?:\sto)?:$",
        re.IGNORECASE,
    )
)
_TOLD = re.compile(rf"\b(?:of|{alternatives(words()['opening']['words']['finite'] + ' ' + _PLAN['finite'])})\b")
_SENTENCE = re.compile(r"[.;]\s+")
_LONGEST = 300  # characters of the clause that announces


def announces_goals(text: str) -> bool:
    """Return whether a paragraph ends by saying that goals follow, which may be nouns: "Goals for 2031:"."""
    clause = _SENTENCE.split(text[-_LONGEST:].strip())[-1]
    said = _ANNOUNCED.search(clause) if clause.endswith(":") else None
    return said is not None and not (said["heading"] is not None and _TOLD.search(said["heading"].lower()))


@rule("chapeau.goals")
def goals_listed(context: PointContext, source: str | None) -> Chapeau | None:
    """Return what a chapeau that announces goals asks: of those who say "we" a commitment, else that they be reached.

    Args:
        context: the point, a chapeau where it ends in a colon.
        source: who holds what the point says, where that is known.
    """
    if not announces_goals(context.place.text):
        return None
    said = next((one for one in reversed([*context.doc.sents]) if len(one) > 1), context.doc[:])
    noun = next((one for one in reversed(said) if one.lower_ in _GOALS), None)
    if noun is None or said.root.tag_ == "VBD":  # "We adopted the following goals:"
        return None
    ours = context.speaker is not None and next((one for one in said if one.lower_ in ("we", "our")), None)
    if not ours:
        return (
            None if any(one.lower_ == "our" for one in noun.lefts) else Chapeau(noun.text, "recommendation", (), source)
        )
    agents: tuple[ActorRef, ...] = context.parties(ours)
    return Chapeau(noun.text, "obligation", agents, source or next((one.actor for one in agents), None))
