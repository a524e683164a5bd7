"""Parts of speech and lemmas, each word looked up once.

A pipeline's attribute ruler and lemmatizer say the same of every token with the same letters, tag and label, but ask
anew each time and take a quarter of the whole. What they said once is kept.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

PIPES = ("attribute_ruler", "lemmatizer")
MOST = 500_000  # kept words; far above the words of a language in use, below what would fill memory

_Key = tuple[int, int, int]
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

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of every token that is tagged and parsed."""
        known = self._known
        said = [known.get((token.orth, token.tag, token.dep)) for token in doc]
        if None in said or any(token.lower_ in self._phrases for token in doc):
            return self._ask(doc)
        for token, one in zip(doc, said, strict=True):
            assert one is not None
            token.pos, token.lemma = one[0], one[2]
            token.set_morph(one[1])  # type: ignore[attr-defined]
        return doc

    def _ask(self, doc: Doc) -> Doc:
        for pipe in self._pipes:
            doc = pipe(doc)
        if len(self._known) > MOST:
            self._known.clear()
        for token in doc:
            if token.lower_ not in self._phrases:
                self._known[token.orth, token.tag, token.dep] = (token.pos, token.morph.key, token.lemma)  # type: ignore[attr-defined]
        return doc


def _phrases(nlp: Language) -> frozenset[str]:
    """Words of which the ruler says something only beside others ("gon na", "let 's"): it is always asked of them."""
    found: set[str] = set()
    for rule in getattr(nlp.get_pipe("attribute_ruler"), "patterns", ()) if "attribute_ruler" in nlp.pipe_names else ():
        for pattern in rule["patterns"]:
            if len(pattern) > 1:
                found.update(token["LOWER"] for token in pattern if isinstance(token.get("LOWER"), str))
    return frozenset(found)
