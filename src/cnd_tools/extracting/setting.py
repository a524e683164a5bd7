"""What an extractor must know of a point beside its words: lexicon, adopting body, and what its chapeau asks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or adopts, or is asked to.

    Attributes:
        actor: canonical id, None where nobody knows whose.
        text: the words that name it in the point, None where it stands outside: the adopting body, whom a chapeau asks.
        mention: where it is named, in this point or where it was.
    """

    actor: str | None
    text: str | None
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Chapeau:
    """What an item inherits from the point it hangs under, and that point from its own parent.

    Attributes:
        cue: the words that ask, "Urges"; "" where nothing is asked.
        strength: their strength.
        agents: who is asked, in order.
        source: who asks.
        polarity: "+" or "-".
        signed: whether the items name who asks at their end: "Ratify the Convention (France) (Lithuania)".
    """

    cue: str = ""
    strength: str = ""
    agents: tuple[Party, ...] = ()
    source: str | None = None
    polarity: str = "+"
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """One point's surroundings.

    Attributes:
        words: the lexicon as the extractors use it.
        verbs: lemmas of English verbs.
        body: the body that adopts the resolution the point stands in, or None.
        opening: the opening phrase of a preambular or operative paragraph, or None.
        prefix: how many tokens were put before the point's own words so that the parser finds a subject; see `framing`.
        chapeau: what the point inherits, or None.
    """

    words: Vocabulary
    verbs: Collection[str] = field(default=frozenset(), repr=False)
    body: Party | None = None
    opening: str | None = None
    prefix: int = 0
    chapeau: Chapeau | None = None
