"""Parts of speech and lemmas, each word looked up once.

A pipeline's attribute ruler and lemmatizer say the same of every token with the same letters, tag and label, but ask
anew each time and take a quarter of the whole. What they said once is kept.
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Token

PIPES = ("attribute_ruler", "lemmatizer")
MOST = 500_000  # words kept; far above those of a language in use, below what would fill memory
_ASKED: list[int | str] = ["ORTH", "TAG", "DEP", "LOWER"]
_SAID: list[int | str] = ["POS", "MORPH", "LEMMA"]
_Key = tuple[int, int, int, bool]
_Said = tuple[int, int, int]


class Morphology:
    """The last two pipes of a pipeline, remembered.

    Attributes:
        skipped: names of the pipes this stands for; the pipeline is to run without them.
    """

    def __init__(self, nlp: Language) -> None:
        self.skipped = [name for name in PIPES if name in nlp.pipe_names]
        self._pipes = [nlp.get_pipe(name) for name in self.skipped]
        self._known: dict[_Key, _Said] = {}
        self._phrases = _phrases(nlp)
        self._expletive = nlp.vocab.strings["expl"]

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of every token that is tagged and parsed."""
        rows: list[list[int]] = doc.to_array(_ASKED).tolist() if len(doc) else []
        lower = {row[3] for row in rows}
        if not rows or any(phrase <= lower for phrase in self._phrases):
            return self._run(doc)
        keys = [
            (row[0], row[1], row[2], before[2] == self._expletive)
            for row, before in zip(rows, [rows[0], *rows[:-1]], strict=True)
        ]
        if len(self._known) > MOST:
            self._known.clear()
        new = {key: token for key, token in zip(keys, doc, strict=True) if key not in self._known}
        if new:
            self._learn(doc, new)
        said: Any = numpy.array([self._known[key] for key in keys], dtype="uint64")
        return doc.from_array(_SAID, said)

    def _learn(self, doc: Doc, new: dict[_Key, Token]) -> None:
        """Ask about new words alone: what is said of a word hangs on its neighbours only after "there"."""
        words: list[tuple[str, str, str]] = []
        places: dict[_Key, int] = {}
        for key, token in new.items():
            if key[3]:
                words.append(("there", "EX", "expl"))
            places[key] = len(words)
            words.append((token.text, token.tag_, token.dep_))
        texts, tags, deps = (list(column) for column in zip(*words, strict=True))
        asked = self._run(Doc(doc.vocab, words=texts, tags=tags, deps=deps, heads=list(range(len(words)))))
        for key, place in places.items():
            token = asked[place]
            self._known[key] = (token.pos, token.morph.key, token.lemma)  # type: ignore[attr-defined]

    def _run(self, doc: Doc) -> Doc:
        for pipe in self._pipes:
            doc = pipe(doc)
        return doc


def _phrases(nlp: Language) -> list[set[int]]:
    """Words of which the ruler says something only together ("gon na", "let 's"): where all are there, it is asked."""
    found = []
    for rule in getattr(nlp.get_pipe("attribute_ruler"), "patterns", ()) if "attribute_ruler" in nlp.pipe_names else ():
        for pattern in rule["patterns"]:
            words = [token.get("LOWER") for token in pattern]
            if len(words) > 1 and all(isinstance(word, str) for word in words):
                found.append({nlp.vocab.strings.add(word) for word in words})
    return found
