"""Parts of speech and lemmas, each word looked up once.

A pipeline's attribute ruler and lemmatizer say the same of every token with the same letters, tag and label, but ask
anew each time and take a quarter of the whole. What they said once is kept. Of new words the ruler is asked only where
tag and label are new too, or where it has the word: it compares each word with all its patterns, and has a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
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
        self._ruler, self._lemmatizer = ([nlp.get_pipe(name)] if name in self.skipped else [] for name in PIPES)
        self._known: dict[_Key, _Said] = {}
        self._ruled: dict[_Key, _Said] = {}  # what the ruler said, the word 0 where it goes by tag and label alone
        self._phrases = _phrases(nlp)
        self._has_word = _asked_for(nlp)
        self._expletive = nlp.vocab.strings["expl"]

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of every token that is tagged and parsed."""
        words, tags, labels, lower = doc.to_array(_ASKED).T.tolist() if len(doc) else ([], [], [], [])
        here = set(lower)
        if not words or any(phrase <= here for phrase in self._phrases):
            return _run(doc, [*self._ruler, *self._lemmatizer])
        after_there = [label == self._expletive for label in (labels[0], *labels[:-1])]
        keys = list(zip(words, tags, labels, after_there, strict=True))
        if len(self._known) > MOST:
            self._known.clear()
            self._ruled.clear()
        known = list(map(self._known.get, keys))
        if None in known:
            self._learn(doc, {key: doc[at] for at, key in enumerate(keys) if known[at] is None})
            known = list(map(self._known.get, keys))
        said: Any = numpy.array(known, dtype="uint64")
        return doc.from_array(_SAID, said)

    def _learn(self, doc: Doc, new: Mapping[_Key, Token]) -> None:
        """Ask about new words alone: the ruler where tag and label are new, the lemmatizer with what the ruler said."""
        shapes = [(key[0] if self._has_word(token.lower_) else 0, *key[1:]) for key, token in new.items()]
        tokens = dict(zip(shapes, new.values(), strict=True))
        self._rule(doc, {shape: token for shape, token in tokens.items() if shape not in self._ruled})
        asked = Doc(doc.vocab, words=[token.text for token in new.values()])
        said: Any = numpy.array([self._ruled[shape] for shape in shapes], dtype="uint64")
        asked = _run(asked.from_array(_SAID, said), self._lemmatizer)
        self._known.update(zip(new, map(_said, asked), strict=True))

    def _rule(self, doc: Doc, new: Mapping[_Key, Token]) -> None:
        """Ask the ruler: what it says of a word hangs on its neighbours only after "there"."""
        words: list[tuple[str, str, str]] = []
        places: dict[_Key, int] = {}
        for key, token in new.items():
            if key[3]:
                words.append(("there", "EX", "expl"))
            places[key] = len(words)
            words.append((token.text, token.tag_, token.dep_))
        texts, tags, deps = ([word[column] for word in words] for column in range(3))
        asked = _run(Doc(doc.vocab, words=texts, tags=tags, deps=deps, heads=list(range(len(words)))), self._ruler)
        self._ruled.update((key, _said(asked[place])) for key, place in places.items())


def _run(doc: Doc, pipes: Sequence[Callable[[Doc], Doc]]) -> Doc:
    for pipe in pipes:
        doc = pipe(doc)
    return doc


def _said(token: Token) -> _Said:
    return token.pos, token.morph.key, token.lemma  # type: ignore[attr-defined]


def _patterns(nlp: Language) -> Iterator[Sequence[Mapping[str, Any]]]:
    """Yield the ruler's patterns, each of one word or more."""
    ruler = nlp.get_pipe(PIPES[0]) if PIPES[0] in nlp.pipe_names else None
    return (pattern for rule in getattr(ruler, "patterns", ()) for pattern in rule["patterns"])


def _asked_for(nlp: Language) -> Callable[[str], bool]:
    """Return what tells of a word, in small letters, whether the ruler may ask for more than its tag and label."""
    words, forms = set[str](), ["(?!)"]
    for key, said in (item for pattern in _patterns(nlp) for token in pattern for item in token.items()):
        if key == "LOWER" and isinstance(said, str):
            words.add(said)
        elif key == "LOWER" and said.keys() == {"IN"}:
            words.update(said["IN"])
        elif key == "LOWER" and said.keys() == {"REGEX"}:
            forms.append(said["REGEX"])
        elif key == "IS_SPACE":
            forms.append(r"^\s")
        elif key not in ("TAG", "DEP"):
            forms.append("")  # any word may have it
    found = re.compile("|".join(forms)).search
    return lambda word: word in words or found(word) is not None


def _phrases(nlp: Language) -> list[set[int]]:
    """Words of which the ruler says something only together ("gon na", "let 's"): where all are there, it is asked."""
    found = []
    for pattern in _patterns(nlp):
        words: list[Any] = [token.get("LOWER") for token in pattern]
        if len(words) > 1 and all(isinstance(word, str) for word in words):
            found.append({nlp.vocab.strings.add(word) for word in words})
    return found
