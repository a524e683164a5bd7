"""Items without a label under a chapeau: "Member States should: / Publish the accounts / Train the judges".

Lists that are pasted lose their bullets, and outcome documents set some without any. Each line looks like a heading.
"""

from __future__ import annotations

from cnd_tools.lexicon.openings import words

_PLAN = words()["plan"]
_OPENING = words()["opening"]["words"]
_LEADS, _ITEMS, _NEVER, _CERTAIN, _GERUNDS_AFTER, _NOUNS, _TITLED, _BEFORE = (
    frozenset(_PLAN[name].split())
    for name in ("leads", "items", "never", "certain", "leads_gerunds", "no_gerunds", "titled", "before_items")
)
_NO_GERUNDS = frozenset(f"{_OPENING['prepositions']} {_PLAN['never_gerunds']}".split())
_ADVERBS = frozenset(_OPENING["adverbs"])
_GERUND, _ADVERB = _PLAN["gerund"], _PLAN["adverb"]
_MOST = 3  # words at the head of an item among which its verb stands
_LONGEST = 40  # characters of a chapeau that are looked at, at its end
_BRIEF = 5  # letters: "bring" and "king" are no gerunds


def leads(text: str) -> str:
    """Return the last word of a paragraph that can go on only in items ("We commit to:"), "" of another."""
    said = text.rstrip()
    last = said[-_LONGEST:-1].split()[-1:] if said.endswith(":") else []
    word = last[0].rstrip(",").lower() if last else ""
    return word if word in _LEADS else ""


def begins_item(text: str, lead: str) -> bool:
    """Return whether a line begins as such an item does: with a bare verb or a gerund, after adverbs.

    Args:
        text: the line.
        lead: the last word of the chapeau; after "should" and the like no gerund goes on.
    """
    said = [word.rstrip(",").lower() for word in text.split(None, _MOST + 1)[: _MOST + 1]]
    for word, after in zip(said, [*said[1:], ""], strict=True):
        if word in _ITEMS:
            return after not in _NEVER
        if word.endswith(_GERUND) and len(word) > _BRIEF:
            return lead in _GERUNDS_AFTER and _is_gerund(word, after)
        if not (word.endswith(_ADVERB) or word in _ADVERBS or word in _BEFORE):
            return False
    return False


def _is_gerund(word: str, after: str) -> bool:
    """Return whether a word is a gerund before another: "Ending hunger", no "Spring fairs" or "Opening remarks"."""
    if word in _NOUNS:
        return after in _CERTAIN
    return word not in _NO_GERUNDS and after not in _NEVER and after not in _TITLED
