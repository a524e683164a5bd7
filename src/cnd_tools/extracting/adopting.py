"""Who adopts a text: the body of its enacting formula, "The General Assembly,", or else that of its masthead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language

from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.mentions import find_mentions
from cnd_tools.extracting.naming import own_id
from cnd_tools.extracting.setting import Party
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.records import Segmented

# Signs of emphasis, and the brackets that negotiators put around words which are not agreed.
_SIGNS = str.maketrans("", "", "[]*_")
_FORMULA = re.compile(r"(?i:the)\s([^.;:]{3,180}),")
_ORDINAL = re.compile(r"[\w-]+(?:st|nd|rd|th)\s")
_ORGAN = re.compile(rf"\b(?:{alternatives(words()['masthead']['organs'])})\b", re.IGNORECASE)
_LABELLED = frozenset({"numbered", "lettered", "roman", "bulleted", "note"})


def adopting_body(segmented: Segmented, *, model: Language, lexicon: Lexicon) -> Party | None:
    """Return the body that adopts a resolution or decision; None where no paragraph opens as theirs do.

    Args:
        segmented: the document and its points.
        model: a pipeline, of which only the tokenizer is used.
        lexicon: whose actors to go by; a body that is not among them is one under its own name.
    """
    if not any(point.opening for point in segmented.points):
        return None
    for name in _names(segmented):
        mention = _named(name, model, lexicon)
        if mention is not None:
            return Party(mention.actor, None, mention)
    return None


def _names(segmented: Segmented) -> Iterator[str]:
    for point in segmented.points:
        if point.opening is None and point.kind not in _LABELLED:
            formula = _FORMULA.fullmatch(" ".join(point.text.translate(_SIGNS).split()))
            if formula is not None:
                yield formula[1]
    if segmented.document.masthead.body:
        yield segmented.document.masthead.body


def _named(name: str, model: Language, lexicon: Lexicon) -> Mention | None:
    """Return whom a name names: the known body that it is, or a body under this name, or who stands in it."""
    doc = model.make_doc(name)
    mentions = find_mentions(doc, lexicon=lexicon)
    ordinal = _ORDINAL.match(name)
    starts = {0, ordinal.end() if ordinal else 0}
    for one in mentions:
        if doc[one.start].idx in starts and (one.end == len(doc) or doc[one.end].text == ","):
            return one
    own = name.partition(",")[0]
    organ = _ORGAN.search(own)
    if organ is not None:
        return Mention(0, len(doc), len(doc) - 1, own_id(own), own, "organization", f"name:{organ[0]}")
    return next(iter(mentions), None)
