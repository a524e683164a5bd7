"""A demand: a deontic cue with the verb or noun it governs."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from cnd_tools.extracting.context import Party
from cnd_tools.extracting.vocabulary import Word


@dataclass(frozen=True, slots=True)
class Demand:
    """A cue with what it governs.

    Attributes:
        start: first token of the cue.
        end: one past its last.
        cue: its words.
        strength: obligation, necessity, recommendation, encouragement or possibility.
        head: the verb or noun that is to be done.
        rule: what found it.
        agents: who is to do it, where the cue says so (an addressee); None where the verb's subject does.
        bearer: the noun that lacks it ("transit countries need assistance"), its object.
        negative: whether the cue is negated.
        until: one past the last token it may govern, where the paragraph goes on with another opening; else 0.
    """

    start: int
    end: int
    cue: str
    strength: str
    head: Token
    rule: str
    agents: tuple[Party, ...] | None = None
    bearer: Token | None = None
    negative: bool = False
    until: int = 0


def demand(cue: Token, word: Word, head: Token, rule: str, **more: object) -> Demand:
    """Return the demand of a cue that stands at a token, with more of its attributes by name."""
    end = cue.i + len(word.words)
    return Demand(cue.i, end, cue.doc[cue.i : end].text, word.field("strength"), head, rule, **more)  # type: ignore[arg-type]
