"""What was coded in a point, as terms beside its words: themes, who is in it, what is asked for, how it opens.

A theme, an actor and a verb of one name are three things, and none of them is the word. Most paragraphs "recall" or
"note", and that says little of them; of two that alone "strongly condemn", it says much.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.openings import opening_of
from cnd_tools.records import Analysis

Bag = Counter[str]

THEME, ACTOR, ASKED, OPENS = "theme:", "actor:", "asked:", "opens:"  # no stem has a colon


def codes(analysis: Analysis) -> tuple[Bag, ...]:
    """Return what was coded in each of the points that can be coded, with how often."""
    found: defaultdict[str, Bag] = defaultdict(Counter)
    for theme in analysis.themes:
        found[theme.point][THEME + theme.theme] += theme.hits
    for actor in analysis.actors:
        found[actor.point][ACTOR + actor.actor] += 1
    for action in analysis.actions:
        found[action.point][ASKED + action.lemma] = 1
    points = coded(analysis)
    for point in points:
        opens = opening_of(point)
        if opens:
            found[point.point][OPENS + opens.verb + " strongly" * opens.modified] = 1
    return tuple(found[point.point] for point in points)
