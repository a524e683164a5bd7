"""Parts of speech and lemmas, each word looked up once.

A pipeline's attribute ruler and lemmatizer say the same of every token with the same letters, tag and label, but ask
anew each time and take a quarter of the whole. What they said once is kept.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

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
        if any(token.lower_ in self._phrases for token in doc):
            return self._run(doc)
        keys = [(token.orth, token.tag, token.dep) for token in doc]
        new = {key: token for key, token in zip(keys, doc, strict=True) if key not in self._known}
        if new:
            self._learn(doc, new)
        for token, key in zip(doc, keys, strict=True):
            token.pos, morph, token.lemma = self._known[key]
            token.set_morph(morph)  # type: ignore[attr-defined]
        return doc

    def _learn(self, doc: Doc, new: dict[_Key, Token]) -> None:
        """Ask about new words alone: what is said of a word does not hang on its neighbours."""
        if len(self._known) > MOST:
            new = {(token.orth, token.tag, token.dep): token for token in doc}
            self._known.clear()
        tokens = list(new.values())
        asked = Doc(
            doc.vocab,
            words=[token.text for token in tokens],
            tags=[token.tag_ for token in tokens],
            deps=[token.dep_ for token in tokens],
            heads=list(range(len(tokens))),
        )
        for key, token in zip(new, self._run(asked), strict=True):
            self._known[key] = (token.pos, token.morph.key, token.lemma)  # type: ignore[attr-defined]

    def _run(self, doc: Doc) -> Doc:
        for pipe in self._pipes:
            doc = pipe(doc)
        return doc


def _phrases(nlp: Language) -> frozenset[str]:
    """Words of which the ruler says something only beside others ("gon na", "let 's"): it is always asked of them."""
    found: set[str] = set()
    for rule in getattr(nlp.get_pipe("attribute_ruler"), "patterns", ()) if "attribute_ruler" in nlp.pipe_names else ():
        for pattern in rule["patterns"]:
            if len(pattern) > 1:
                found.update(token["LOWER"] for token in pattern if isinstance(token.get("LOWER"), str))
    return frozenset(found)
