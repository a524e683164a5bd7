"""Whether a document binds: treaties, statutes and rules of procedure are read otherwise than what is only agreed."""

from __future__ import annotations

import re

from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import alternatives
from cnd_tools.records import Segmented
from cnd_tools.tables import CODED

_PROVISION = re.compile(r"(?:Article|Rule|Regulation)\s\d+$")
_TWO = 2  # provisions that are cited by what they are called: a few rules of procedure
_FEWEST = 3  # points with "shall", and more than say anything weaker: one rule quoted in a report makes no law


@rule("document.lays_down")
def lays_down(segmented: Segmented, words: WordClasses) -> bool:
    """Return whether a document binds, as treaties, statutes and rules of procedure do: "shall" is its usual verb.

    Args:
        segmented: the document and its points.
        words: the word classes, of which the markers "binding" and "wishing" are used.
    """
    binds = re.compile(rf"\b(?:{alternatives(words.phrases('marker', 'binding'))})\b")
    wishes = re.compile(rf"\b(?:{alternatives(words.phrases('marker', 'wishing'))})\b", re.IGNORECASE)
    texts = [point.text for point in segmented.points if point.kind in CODED]
    binding, weaker = (sum(1 for text in texts if said.search(text)) for said in (binds, wishes))
    provisions = sum(1 for point in segmented.points if _PROVISION.match(point.point))
    return binding >= max(1 if provisions >= _TWO else _FEWEST, weaker + 1)
