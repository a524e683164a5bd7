"""Goals that are listed as nouns: "We adopt the following goals: (a) Reduction of mortality by one third by 2030"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from cnd_tools.extracting.context import Chapeau, PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS
from cnd_tools.extracting.matches import ActorRef
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.promises.quantities import quantities
from cnd_tools.promises.times import times
from cnd_tools.promises.words import pattern
from cnd_tools.records import Point

_PLAN = words()["plan"]
_GOALS = frozenset(_PLAN["goals"].split())
_NOUN = rf"(?:{alternatives(_PLAN['goals'])})\b"
_ANNOUNCED = re.compile(  # "the following five goals:", "the goals are as follows:", "Our goals are:"
    rf"\bfollowing\s(?:[\w-]+\s){{0,3}}{_NOUN}[^.;:]{{0,60}}:$"
    rf"|\b{_NOUN}[^.;:]{{0,60}}\sas\sfollows:$"
    rf"|\b(?P<ours>our)\s(?:[\w-]+\s){{0,3}}{_NOUN}\s(?:{alternatives(_PLAN['being'])})(?:\sto)?:$",
    re.IGNORECASE,
)
_HEADED = re.compile(  # "Major goals for 2030:"
    rf"^(?!our\s|their\s|its\s|the\sfollowing\s)(?:[\w-]+\s){{0,3}}{_NOUN}(?P<heading>[^.;:]{{0,60}}):$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"^(?P<word>{_NOUN})(?:\s[\w.]{{1,8}})?$|^(?:[\w-]+\s){{0,1}}?(?P<heading>{_NOUN})(?:\s(?:for|by|to)\b.*)?$",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"\b(?:of|{alternatives(words()['opening']['words']['finite'] + ' ' + _PLAN['finite'])})\b")
_SENTENCE = re.compile(r"[.;]\s+")
_EITHER = frozenset({"set", "put"})  # forms of the present, and of the past: "We set the following goals:"
_LONGEST = 300  # characters of the clause that announces


def announces_goals(text: str) -> bool:
    """Return whether a paragraph ends by saying that goals follow, which may be nouns: "Goals for 2031:"."""
    clause = _SENTENCE.split(text[-_LONGEST:].strip())[-1]
    if not clause.endswith(":"):
        return False
    headed = _HEADED.search(clause)
    return bool(_ANNOUNCED.search(clause) or (headed is not None and not _TOLD.search(headed["heading"].lower())))


def under_goal(point: Point, above: Chapeau | None) -> Chapeau | None:
    """Return what a point inherits that is a goal by its label or its heading, else what it inherits anyway.

    "Target 4.1: …", "Targets for 2030 / 1. …"; not "Sustainable Development Goals / 1. …".

    Args:
        point: the point, an item.
        above: what it inherits from the point above it, if anything; what that asks comes first.
    """
    if above is not None and above.cue:
        return above
    said = (point.label or "", (point.section or "").rpartition(" > ")[2])
    found = next((match for one in said if (match := _LABEL.match(one.strip(" .:)")))), None)
    if found is None:
        return above
    times_above = above.times if above is not None else ()
    return Chapeau(found["word"] or found["heading"], "recommendation", times=times_above)


def measured(text: str, *, sessions: bool = False) -> bool:
    """Return whether a text says how much or by when, so that what it tells of can be reached.

    Args:
        text: a clause.
        sessions: whether a session is a time by which too.
    """
    ahead = (one for one in times(text) if sessions or one.kind in ("date", "period"))
    return any(pattern("ahead").match(text, one.start) for one in ahead) or next(quantities(text), None) is not None


@rule("chapeau.goal_reached")
def reached(context: PointContext, cue: str) -> Token | None:
    """Return what an item says is so when its goal is reached: "Targets for 2031: 1. All villages have a road by 2028".

    Args:
        context: the item.
        cue: what asks for it above.
    """
    if cue.lower() not in _GOALS or not measured(context.place.text):
        return None
    root = next(context.doc.sents).root
    return root if root.tag_ in ("VBZ", "VBP", "VB", "VBN", *NOUNS) else None


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
    told = said.root.tag_ == "VBD" and said.root.lower_ not in _EITHER
    if noun is None or told:  # "We adopted the following goals:"
        return None
    ours = context.speaker is not None and next((one for one in said if one.lower_ in ("we", "our")), None)
    if not ours:
        of_others = any(one.lower_ == "our" for one in noun.lefts)
        return None if of_others else Chapeau(noun.text, "recommendation", (), source)
    agents: tuple[ActorRef, ...] = context.parties(ours)
    return Chapeau(noun.text, "obligation", agents, source or next((one.actor for one in agents), None))
