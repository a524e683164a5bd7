"""Texts read by a model, and read again where it takes a verb for something else.

A small model takes many verbs of this field for nouns or adjectives, "leverage" and "pilot" among them, or does not
know them, "ring-fence" and "de-risk", and then the whole sentence goes astray. Where only a verb can stand
(`verb_places`) and the model saw none, the sentence is read once more with a verb there that it reads well; what it
says of that one is then said of the word that stands there. Names in capitals (`capitals`) are read so from the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from cnd_tools.parsing.capitals import in_small
from cnd_tools.parsing.lemmas import PIPES, Morphology
from cnd_tools.parsing.threads import one_thread
from cnd_tools.parsing.verb_places import Place, Places
from cnd_tools.parsing.vocabulary import Vocabulary, read_as

_TAGS = (("VB", "VBP"), ("VBG",), ("VBN", "VBD"))  # of a verb by its form
_VERBS = frozenset(tag for tags in _TAGS for tag in tags)
_WITHIN_NOUN = frozenset(("amod", "compound", "nmod", "det", "poss"))
_HEADING = frozenset(("csubj", "csubjpass", "nsubj", "nsubjpass"))
_SAID: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START"]
_PARTICLE = "up"  # as which other particles are read, "in" among them


def read_docs(nlp: Language, texts: Iterable[str], *, batch: int, disable: Sequence[str] = ()) -> Iterator[Doc]:
    """Yield each text as a pipeline reads it, tagged, parsed and lemmatized.

    Args:
        nlp: the pipeline, whose tokenizer and tables of words are used.
        texts: what is to be read.
        batch: how many are read together.
        disable: names of pipes that are left out.
    """
    waiting = iter(texts)
    while some := list(islice(waiting, batch)):
        with one_thread():
            docs = _read_together(nlp, some, disable)
        yield from docs


def _read_together(nlp: Language, texts: Sequence[str], disable: Sequence[str]) -> list[Doc]:
    """Return some texts read, and those read again in which a verb was missed."""
    words, finish = Vocabulary.of(nlp), morphology(nlp)
    left_out = [*disable, *(finish.skipped if _finishes(finish) else ())]
    made = [nlp.make_doc(text) for text in texts]
    places = [list(Places(doc, words)) if words.verbs else [] for doc in made]
    shown = [_copied(doc, small) if (small := in_small(doc)) else doc for doc in made]
    read = nlp.pipe(shown, batch_size=len(made), disable=left_out)
    docs = [_said_of(own, one) if one is not own else own for own, one in zip(made, read, strict=True)]
    wrong = [[_mistaken(doc, one) for one in found] for doc, found in zip(docs, places, strict=True)]
    again = nlp.pipe(
        (_instead(doc, found, bad) for doc, found, bad in zip(docs, places, wrong, strict=True) if any(bad)),
        as_tuples=True,
        batch_size=len(made),
        disable=left_out,
    )
    best = [
        _restored(*next(again)) if any(misread) else (doc, found)
        for doc, found, misread in zip(docs, places, wrong, strict=True)
    ]
    read_once = [doc for doc, _ in best]
    told = finish.all(read_once) if _finishes(finish) else read_once
    return [_lemmatized(doc, stand) for doc, (_, stand) in zip(told, best, strict=True)]


def _finishes(finish: Morphology) -> bool:
    """Whether parts of speech and lemmas are those of pipes that we know; others see the words that stand in."""
    return len(finish.skipped) == len(PIPES)


@lru_cache(maxsize=2)
def morphology(nlp: Language) -> Morphology:
    """Return the part of a pipeline that says parts of speech and lemmas, remembered; made once for each pipeline."""
    return Morphology(nlp)


def _mistaken(doc: Doc, place: Place) -> bool:
    """Whether a model saw no verb where one stands."""
    token = doc[place.start]
    if place.end > place.start or token.tag_ not in _TAGS[place.form] or token.dep_ in _WITHIN_NOUN:
        return True
    if place.kind == "particle" and doc[place.start + 1].dep_ != "prt":
        return True
    return place.heads and token.dep_ not in _HEADING


def _instead(doc: Doc, places: Sequence[Place], wrong: Sequence[bool]) -> tuple[Doc, tuple[Doc, Sequence[Place]]]:
    """What a model is given instead of a Doc, with the Doc's own words, not yet read, and where its verbs stand."""
    own = _copied(doc, [token.text for token in doc])
    places = _whole(own, places)
    read = in_small(own) or [token.text for token in own]
    for one in (place for place, mistaken in zip(places, wrong, strict=True) if mistaken):
        instead = read_as()[one.kind][one.form]
        read[one.start] = instead.capitalize() if own[one.start].is_title else instead
        if one.kind == "particle":
            read[one.start + 1] = _PARTICLE
    return _copied(own, read), (own, places)


def _copied(doc: Doc, words: Sequence[str]) -> Doc:
    """A Doc of other words, with the norms of those that are the same: a model knows "WHO" by its own (`names`)."""
    made = Doc(doc.vocab, words=list(words), spaces=[bool(token.whitespace_) for token in doc])
    for new, old in zip(made, doc, strict=True):
        if new.orth == old.orth:
            new.norm_ = old.norm_
    return made


def _restored(read: Doc, of: tuple[Doc, Sequence[Place]]) -> tuple[Doc, Sequence[Place]]:
    """The Doc's own words with what a model said of those that stood in for some, and where its verbs stand."""
    own, places = of
    return _said_of(own, read), places


def _said_of(own: Doc, read: Doc) -> Doc:
    """The Doc's own words with what a model said of those that stood in for some."""
    said: Any = read.to_array(_SAID)
    return own.from_array(_SAID, said)


def _lemmatized(doc: Doc, places: Sequence[Place]) -> Doc:
    """Give verbs their lemmas: a model makes "rout" of "routed", and "co-chaire" of "co-chaired"."""
    for one in places:
        if doc[one.start].tag_ in _VERBS:
            doc[one.start].lemma_ = one.verb
    return doc


def _whole(doc: Doc, places: Sequence[Place]) -> list[Place]:
    """Make one token of each verb that is parted at its hyphens, and return where the verbs then stand."""
    found, merged = [], 0
    with doc.retokenize() as retokenizer:
        for one in places:
            found.append(replace(one, start=one.start - merged, end=one.start - merged))
            if one.end > one.start:
                retokenizer.merge(doc[one.start : one.end + 1])
                merged += one.end - one.start
    return found
