"""Who adopts a resolution or a decision: the body whose formula its paragraphs go on with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from spacy.language import Language

from cnd_tools.extracting.actors.gazetteer import Known, own_id
from cnd_tools.extracting.actors.mentions import find_mentions
from cnd_tools.extracting.matches import ActorRef, Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.records import Segmented

# Signs of emphasis and quotation, and the brackets that negotiators put around words which are not agreed.
_SIGNS = str.maketrans("", "", "[]*_“”")
_FORMULA = re.compile(r"(?i:the)\s((?:[^.;:]|\.(?=\w)){3,300}),")
_ORDINAL = re.compile(r"[\w-]+(?:st|nd|rd|th)\s")
_ORGAN = re.compile(rf"\b(?:{alternatives(words()['masthead']['organs'])})\b", re.IGNORECASE)
_SHORT = re.compile(rf"(?P<organ>{alternatives(words()['masthead']['organs'])}),", re.IGNORECASE)
_NAME = re.compile(r"(?i:the)\s([^,(:;]{3,200})")
_ASIDE = frozenset({"masthead", "note"})
_ALONE = frozenset({"unnumbered", "heading", "preambular"})


def adopting_bodies(
    segmented: Segmented, *, model: Language, lexicon: Lexicon, short_names: Mapping[str, Known] | None = None
) -> dict[str, ActorRef]:
    """Return for each point, by its citation, the body that adopts the resolution or decision it stands in.

    Every enacting formula begins one; what stands above the first is its body's too. Without a formula it is the
    masthead's body, and nobody adopts a document in which no paragraph opens as those of resolutions do.

    Args:
        segmented: the document and its points.
        model: a pipeline, of which only the tokenizer is used.
        lexicon: whose actors to go by; a body that is not among them is one under its own name.
        short_names: whom the document means by its short names: "Assembly" is not always the General Assembly.
    """
    short_names = short_names or {}
    if not any(point.opening for point in segmented.points):
        return {}
    adopts: dict[str, ActorRef] = {}
    for point, name in _formulas(segmented):
        mention = _named(name, model, lexicon, short_names)
        if mention is not None:
            adopts[point] = ActorRef(mention.actor, None, mention)
    if not adopts:
        mention = _named(segmented.document.masthead.body or "", model, lexicon, short_names)
        return {point.point: ActorRef(mention.actor, None, mention) for point in segmented.points} if mention else {}
    bodies = {}
    body = next(iter(adopts.values()))
    for one in segmented.points:
        body = bodies[one.point] = adopts.get(one.point, body)
    return bodies


def _formulas(segmented: Segmented) -> Iterator[tuple[str, str]]:
    """Yield the citation of each enacting formula and the name in it: a paragraph that another opens straight after."""
    said = [point for point in segmented.points if point.kind not in _ASIDE]
    named: dict[str, str] = {}  # by each of its words, the last name above
    looked = 0
    for place, (point, after) in enumerate(pairwise(said)):
        if point.opening is None and point.kind in _ALONE and (after.kind == "preambular" or after.opening):
            words_of = " ".join(point.text.translate(_SIGNS).split())
            alone = point.kind == "heading" and after.opening is not None  # its comma left out
            formula = _FORMULA.fullmatch(f"{words_of.rstrip(',')}," if alone else words_of)
            if formula is not None:
                yield point.point, formula[1]
            elif (short := _SHORT.fullmatch(words_of)) is not None:
                for above in said[looked:place]:
                    named |= _by_words(above.text)
                looked = place
                yield point.point, _in_full(short["organ"], named) or short["organ"]


def _by_words(text: str) -> dict[str, str]:
    name = _NAME.match(text)
    return dict.fromkeys(name[1].split(), name[1]) if name is not None else {}


@rule("attribution.short_formula")
def _in_full(organ: str, named: Mapping[str, str]) -> str | None:
    """The name of a body whose formula is but a word: "The Fisheries Board of Chad, in Pala, decided: / Board,"."""
    return named.get(organ)


def _named(name: str, model: Language, lexicon: Lexicon, short_names: Mapping[str, Known]) -> Mention | None:
    """Return whom a name names: the known body that it is, or a body under this name, or who stands in it."""
    doc = model.make_doc(name)
    mentions = find_mentions(doc, lexicon=lexicon, short_names=short_names)
    ordinal = _ORDINAL.match(name)
    starts = {0, ordinal.end() if ordinal else 0}
    for one in mentions:
        if doc[one.start].idx in starts and (one.end == len(doc) or doc[one.end].text == ","):
            return one
    own = re.split(r"[,(]", name, maxsplit=1)[0].rstrip()  # "the World Conference (Dubai, 2014)"
    organ = _ORGAN.search(own)
    if organ is not None:
        return Mention(0, len(doc), len(doc) - 1, own_id(own), own, "organization", f"name:{organ[0]}")
    return next(iter(mentions), None)
