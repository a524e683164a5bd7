"""Where two texts have little in common by their words: points on one subject, by what was coded in them.

Each point is a bag of its themes, of what it asks for and of who is in it; a theme must be common to both, and so must
some words, for one code can be all that two points share (two paragraphs that name one State, "The Chair summarized").
A pair so found is "perhaps the same subject" and nothing more: about half are so to a reader.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.likeness import Bag, Side, cosines
from cnd_tools.comparing.wording import stems
from cnd_tools.records import Analysis

LEAST = 0.2
LEAST_WORDS = 0.05  # cosine of the words
THEME = "theme "  # before the id of one, in a bag


def on_one_subject(
    first: Analysis, second: Analysis, sides: tuple[Side, Side], taken: tuple[Collection[int], Collection[int]]
) -> dict[tuple[int, int], tuple[float, float]]:
    """Return the places of points that are each other's likeliest by what was coded in them.

    Args:
        first: one document.
        second: the other.
        sides: their points and words.
        taken: places of the points of each that have a counterpart already.

    Returns:
        How alike the codes are, and how alike the words, 0 to 1.
    """
    bags = _bags(first), _bags(second)
    if not all(bags):
        return {}
    words = cosines(sides[0].bags, sides[1].bags)
    share_a_theme = cosines(*(list(map(_themes, each)) for each in bags)) > 0
    alike = cosines(*bags) * (words >= LEAST_WORDS) * share_a_theme
    alike[list(taken[0]), :] = 0
    alike[:, list(taken[1])] = 0
    of_first, of_second = alike.argmax(axis=1), alike.argmax(axis=0)
    return {
        (a, int(b)): (float(alike[a, b]), float(words[a, b]))
        for a, b in enumerate(of_first)
        if of_second[b] == a and alike[a, b] >= LEAST
    }


def _bags(analysis: Analysis) -> list[Bag]:
    """Return what was coded in each point; a theme, an actor and a stem of one name are three things."""
    found: defaultdict[str, Bag] = defaultdict(Counter)
    for theme in analysis.themes:
        found[theme.point][THEME + theme.theme] += theme.hits
    for actor in analysis.actors:
        found[actor.point]["actor " + actor.actor] += 1
    for action in analysis.actions:
        found[action.point].update(set(stems(f"{action.lemma} {action.object or ''}")))
    return [found[point.point] for point in coded(analysis)]


def _themes(bag: Bag) -> Bag:
    return Counter({name: hits for name, hits in bag.items() if name.startswith(THEME)})
