"""Which State a document reviews, as reports of the Universal Periodic Review say in their title."""

from __future__ import annotations

import re
from itertools import islice

from cnd_tools.extracting.actors.gazetteer import Known, read_pieces
from cnd_tools.extracting.actors.tokens import cut_text
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.records import Segmented

_HEAD = 12_000  # characters in which a title stands
_NEAR = 400  # characters after the review's name in which the State's may stand on a line of its own
_MOST = 20  # mentions of it that are looked at
_REVIEW = re.compile(rf"(?P<name>(?i:{alternatives(words()['masthead']['reviews'])}))\b(?P<after>.{{0,90}})", re.DOTALL)
_BY_PEERS = words()["masthead"]["reviews"][0]
_ITSELF = re.compile(r"[\s*#:.]*(?:(?:[–—-]|of|for)\s(?:the\s)?)?(?P<name>[^\n.;–—]{3,80})")


@rule("actor.reviewed")
def reviewed_state(text: str, lexicon: Lexicon) -> Known | None:
    """Return the State that a document reviews.

    It is named after the review, "Universal Periodic Review: Slovenia", or soon after it on a line of its own.

    Args:
        text: the document's whole text.
        lexicon: whose States to go by.
    """
    found: dict[str, Known] = {}
    for review in islice(_REVIEW.finditer(text[:_HEAD]), _MOST):
        title = _ITSELF.match(review["after"])
        lines = text[review.end("name") : review.end("name") + _NEAR].splitlines()
        for line in [title["name"] if title is not None else "", *(line.strip(" \t*#_|") for line in lines)]:
            named = _whole(line, lexicon) if line else None
            if named is not None:
                found[named.actor] = named
    return next(iter(found.values())) if len(found) == 1 else None  # a list of outcomes reviews many


def reviewed_by_section(segmented: Segmented, lexicon: Lexicon) -> dict[str | None, Known]:
    """Return the State that is reviewed under each of a document's headings; of a document on no review none.

    A report of the Human Rights Council has the outcomes of many reviews, each under the name of its State.

    Args:
        segmented: the document and its points.
        lexicon: whose States to go by.
    """
    text = segmented.document.text
    if _REVIEW.search(text) is None:
        return {}
    whole = reviewed_state(text, lexicon)
    found: dict[str | None, Known] = {}
    for section in {point.section for point in segmented.points}:
        _, review, under = (section or "").lower().partition(_BY_PEERS)
        titles = (section or "")[-len(under) :].split(" > ")[1:] if review and under else ()
        named = next((one for one in (_whole(title, lexicon) for title in titles) if one is not None), whole)
        if named is not None:
            found[section] = named
    return found


def _whole(line: str, lexicon: Lexicon) -> Known | None:
    """The State whose name a line is, what stands after it in brackets left out: "Slovenia (3rd Cycle)"."""
    pieces = cut_text(line.strip())
    named = read_pieces(pieces, lexicon).names[:1]
    for name in named:
        first = [word.lower() for word in pieces.texts[: name.start]] in ([], ["the"])
        rest = pieces.texts[name.end : name.end + 1]
        if name.known and name.known.type == "country" and first and (not rest or rest[0] in ("(", "*", ",")):
            return name.known
    return None
