"""A chapeau read with its first item as one sentence: what it asks of that item, it asks of all.

"It is of the utmost importance that Member States: (a) Publish …" asks nothing that a parser could find, as long as its
sentence is not at an end; "It is of the utmost importance that Member States publish …" does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cnd_tools.extracting.actions.finder import find_actions
from cnd_tools.extracting.attributions.finder import find_attributions
from cnd_tools.extracting.context import Chapeau, PointContext
from cnd_tools.extracting.matches import ActionMatch
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import words as opening_words

_LONGEST_ITEM = 200  # characters of the first item: its verb and what that acts on
_ENDS = ":—–- ,"
_REFRAINS, _DENIES = (frozenset(opening_words()["plan"][name].split()) for name in ("refrains", "denies"))
_NEAR = 12  # words at the end of a chapeau among which one denies


@dataclass(frozen=True, slots=True)
class Completed:
    """A chapeau with its first item.

    Attributes:
        context: that of both as one sentence, framed as the chapeau is, already read.
        item: where the item begins in the framed text.
    """

    context: PointContext
    item: int


Complete = Callable[[], Completed | None]


def joined(chapeau: str, item: str) -> tuple[str, int]:
    """Return a chapeau with its first item as one sentence, and where in it the item begins.

    Args:
        chapeau: clean text, ending in a colon.
        item: clean text of the first item.
    """
    said = item[:_LONGEST_ITEM].split("; ", 1)[0].split(". ", 1)[0].rstrip(".;:, ")
    stem = chapeau.rstrip().rstrip(_ENDS)
    if stem.lower().endswith(" to") and said[:3].lower() == "to ":
        said = said[3:]
    first = said[:1] if said[1:2].isupper() else said[:1].lower()  # "UNODC should" keeps its capitals
    said = (first if len(first) == 1 else said[:1]) + said[1:]
    return f"{stem} {said}.", len(stem) + 1


def completing(
    actions: Sequence[ActionMatch], chapeau: Chapeau, complete: Complete | None, context: PointContext
) -> tuple[list[ActionMatch], Chapeau]:
    """Return the actions of a chapeau, without those that only lead to its items, and what the items inherit.

    Args:
        actions: what was found in the chapeau alone.
        chapeau: what it hands on by itself.
        complete: reads it with its first item; None where a point has no items.
        context: the chapeau.
    """
    last = [one for one in actions if one.token.sent.end == len(context.doc)]
    denies = not _DENIES.isdisjoint(context.letters.rstrip(_ENDS).split()[-_NEAR:])
    if complete is None or (chapeau.cue and chapeau.agents and not (last or denies)):
        return list(actions), chapeau
    whole = complete()
    found = _read(whole) if whole is not None else []
    asked = _asked_of_items(found, whole.item) if whole is not None else None
    if whole is None or asked is None:
        return list(actions), chapeau
    stay = {one.token.idx for one in found}
    kept = [one for one in actions if one not in last or one.token.idx in stay]
    handed = _handed(asked, whole)
    if chapeau.cue and not denies:
        handed = replace(chapeau, agents=chapeau.agents or handed.agents)
    return kept, handed


def _read(whole: Completed) -> list[ActionMatch]:
    """The actions of the whole sentence."""
    context = whole.context
    return find_actions(find_attributions(context), context)


@rule("chapeau.completed")
def _asked_of_items(actions: Sequence[ActionMatch], item: int) -> ActionMatch | None:
    """What a chapeau asks, by a cue of its own, that its item says."""
    doc_of = ((one, one.token.doc) for one in actions if one.cue.start >= 0 and one.token.idx >= item)
    return next((one for one, doc in doc_of if doc[one.cue.start].idx < item), None)


def _handed(action: ActionMatch, whole: Completed) -> Chapeau:
    """What items inherit from a chapeau that asks so; an item's own refraining, and whom it names, stay its own."""
    doc = action.token.doc
    agents = tuple(one for one in action.agents if one.mention is None or doc[one.mention.start].idx < whole.item)
    first = next((token for token in doc if token.idx >= whole.item), action.token)
    own = first.lemma_.lower() in _REFRAINS
    polarity = "-" if action.negative and not own else "+"
    return Chapeau(action.cue.text, action.cue.strength, agents, action.source, polarity)
