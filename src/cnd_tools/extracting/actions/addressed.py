"""To whom a list of recommendations is addressed, by the heading or chapeau over it: "Recommendations to States"."""

from __future__ import annotations

import re

from cnd_tools.extracting.actors.gazetteer import Known, read_pieces
from cnd_tools.extracting.actors.tokens import cut_text
from cnd_tools.extracting.matches import ActorRef, Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.openings import alternatives
from cnd_tools.lexicon.openings import words as opening_words

_HEADS = alternatives(opening_words()["plan"]["headings"].split())
_ADDRESS = re.compile(rf"(?:.{{0,80}}\b(?P<head>{_HEADS})\s)?(?:to|for)\s(?P<whom>[^:]{{2,120}}):?$", re.IGNORECASE)
_LONGEST = 15  # words of a heading
# What may be asked to act; "Recommendations for children" are for their good.
_ACTING = frozenset({"states", "country", "un", "organization", "groups", "meeting"})


def addresses(heading: str) -> bool:
    """Return whether a heading only says to whom what stands under it is addressed: "To Governments"."""
    return heading[:4].lower().startswith(("to ", "for ")) and _ADDRESS.match(heading.strip()) is not None


def addresses_list(text: str) -> bool:
    """Return whether a paragraph or heading announces recommendations and says for whom: "Recommendations to Chad:"."""
    found = _ADDRESS.match(text.strip())
    return found is not None and found["head"] is not None and text.count(" ") <= _LONGEST


@rule("chapeau.addressed")
def addressed(heading: str, lexicon: Lexicon) -> tuple[ActorRef, ...]:
    """Return to whom recommendations are addressed, as somebody who is named outside the point.

    Args:
        heading: text of the heading or chapeau over them.
        lexicon: whose actors to go by.
    """
    found = _ADDRESS.match(heading.strip())
    if found is None:
        return ()
    names = (name.known for name in read_pieces(cut_text(found["whom"]), lexicon).names)
    parties = {known.actor: party(known) for known in names if known is not None and known.type in _ACTING}
    return tuple(parties.values())


def party(known: Known) -> ActorRef:
    """Return who is named outside the points of a document."""
    return ActorRef(known.actor, None, Mention(-1, -1, -1, known.actor, known.name, known.type, known.rule))
