"""Items without a label under a chapeau: "Member States should: / Publish the accounts / Train the judges".

Lists that are pasted lose their bullets, and outcome documents set some without any. Each line looks like a heading.
"""

from __future__ import annotations

from cnd_tools.lexicon.openings import words

_PLAN = words()["plan"]
_LEADS, _ITEMS, _NEVER = (frozenset(_PLAN[name].split()) for name in ("leads", "items", "never"))
_ADVERBS = frozenset(words()["opening"]["words"]["adverbs"])
_MOST = 3  # words at the head of an item among which its verb stands
_BRIEF = 5  # letters: "bring" and "king" are no gerunds


def leads(text: str) -> bool:
    """Return whether a paragraph can go on only in items: "We therefore commit to:", "Each Party shall:"."""
    said = text.rstrip()
    if not said.endswith(":"):
        return False
    last = said[:-1].rsplit(None, 1)[-1:]
    return bool(last) and last[0].lower().rstrip(",") in _LEADS


def begins_item(text: str) -> bool:
    """Return whether a line begins as such an item does: with a bare verb or a gerund, after adverbs."""
    said = [word.rstrip(",").lower() for word in text.split(None, _MOST + 1)[: _MOST + 1]]
    for word, after in zip(said, [*said[1:], ""], strict=True):
        if word in _ITEMS or (word.endswith("ing") and len(word) > _BRIEF):
            return after not in _NEVER
        if not (word.endswith("ly") or word in _ADVERBS or word in ("to", "not")):
            return False
    return False
