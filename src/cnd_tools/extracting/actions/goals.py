"""Goals that are listed as nouns: "We adopt the following goals: (a) Reduction of mortality by one third by 2030"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from cnd_tools.extracting.context import Chapeau, PointContext
from cnd_tools.extracting.grammar.clauses import FINITE
from cnd_tools.extracting.matches import ActorRef
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import words

_GOALS = frozenset(words()["plan"]["goals"].split())


@rule("chapeau.goals")
def goals_listed(context: PointContext, source: str | None) -> Chapeau | None:
    """Return what a chapeau that announces goals asks: of those who say "we" a commitment, else that they be reached.

    Args:
        context: the point, a chapeau where it ends in a colon.
        source: who holds what the point says, where that is known.
    """
    doc = context.doc
    if len(doc) <= context.prefix + 1 or doc[-1].text != ":":
        return None
    said = next((one for one in reversed([*doc.sents]) if len(one) > 1 or len(doc) == len(one)), doc[:])
    noun = next((one for one in reversed(said) if one.lower_ in _GOALS), None)
    if noun is None or said.root.tag_ == "VBD" or not (_announced(noun) or _heading(said) or _ours(noun)):
        return None
    ours = context.speaker is not None and next((one for one in said if one.lower_ in ("we", "our")), None)
    if not ours:
        return None if _ours(noun) else Chapeau(noun.text, "recommendation", (), source)
    agents: tuple[ActorRef, ...] = context.parties(ours)
    return Chapeau(noun.text, "obligation", agents, source or next((one.actor for one in agents), None))


def _announced(noun: Token) -> bool:
    """Whether goals are said to follow: "the following goals", "the goals are as follows"."""
    follows = noun.doc[-2].lower_ in ("follows", "following")
    return follows or any(one.lower_ == "following" for one in noun.lefts)


def _heading(said: Span) -> bool:
    """Whether a chapeau only names goals: "Major goals for 2030:"; not "Goals of the project:"."""
    told = any(one.tag_ in FINITE or one.lower_ == "of" for one in said)
    return not told and not any(one.dep_ == "poss" for one in said)


def _ours(noun: Token) -> bool:
    """Whether they are the speakers' own, and what they are comes next: "Our goals are:"."""
    being = noun.doc[-3] if noun.doc[-2].lower_ == "to" else noun.doc[-2]
    return being.lemma_ == "be" and any(one.lower_ == "our" for one in noun.lefts)
