"""Parts of speech and lemmas, each word looked up once.

A pipeline's attribute ruler and lemmatizer say the same of every token with the same letters, tag and label, but ask
anew each time and take a quarter of the whole. What they said once is kept. Of new words the ruler is asked only where
tag and label are new too, or where it has the word: it compares each word with all its patterns, and has a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

PIPES = ("attribute_ruler", "lemmatizer")
MOST = 500_000  # words kept; far above those of a language in use, below what would fill memory
_ASKED: list[int | str] = ["ORTH", "TAG", "DEP", "LOWER"]
_SAID: list[int | str] = ["POS", "MORPH", "LEMMA"]
_Shape = tuple[int, int, int, int]  # a word, its tag and label, and whether it stands after "there"
_Said = tuple[int, int, int]


class Morphology:
    """The last two pipes of a pipeline, remembered.

    Attributes:
        skipped: names of the pipes this stands for; the pipeline is to run without them.
    """

    def __init__(self, nlp: Language) -> None:
        self.skipped = [name for name in PIPES if name in nlp.pipe_names]
        self._ruler, self._lemmatizer = ([nlp.get_pipe(name)] if name in self.skipped else [] for name in PIPES)
        self._known: dict[bytes, _Said] = {}
        self._ruled: dict[_Shape, _Said] = {}  # what the ruler said, the word 0 where it goes by tag and label alone
        self._phrases = _phrases(nlp)
        self._has_word = _asked_for(nlp)
        self._expletive = nlp.vocab.strings["expl"]

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of every token that is tagged and parsed."""
        return self.all([doc])[0]

    def all(self, docs: Sequence[Doc]) -> list[Doc]:
        """Set those of every token of some texts, and return the texts."""
        words: Any = numpy.concatenate([doc.to_array(_ASKED) for doc in docs]).reshape(-1, len(_ASKED))
        ends = list(accumulate(map(len, docs)))
        alone = self._with_phrases(docs, words[:, 3], ends)
        words[1:, 3] = words[:-1, 2] == self._expletive  # that it stands after "there" is all that hangs on others
        first = [end - len(doc) for doc, end in zip(docs, ends, strict=True) if len(doc)]
        words[first, 3] = words[first, 2] == self._expletive
        keys = words.view(f"V{words.itemsize * len(_ASKED)}").ravel().tolist()
        if len(self._known) > MOST:
            self._known.clear()
            self._ruled.clear()
        new = {key: at for at, key in enumerate(keys) if key not in self._known}
        if new:
            self._learn(docs[0].vocab, {key: words[at].tolist() for key, at in new.items()})
        known = chain.from_iterable(map(self._known.__getitem__, keys))
        said: Any = numpy.fromiter(known, "uint64", len(_SAID) * len(keys)).reshape(-1, len(_SAID))
        return [
            _run(doc, [*self._ruler, *self._lemmatizer])
            if at in alone
            else doc.from_array(_SAID, said[end - len(doc) : end])
            for at, (doc, end) in enumerate(zip(docs, ends, strict=True))
        ]

    def _with_phrases(self, docs: Sequence[Doc], lower: Any, ends: Sequence[int]) -> set[int]:
        """Which texts may have a phrase of which the ruler says something: it is asked of the whole of them."""
        here = set(lower.tolist())
        phrases = [phrase for phrase in self._phrases if phrase <= here]
        if not phrases:
            return set()
        each = (set(lower[end - len(doc) : end].tolist()) for doc, end in zip(docs, ends, strict=True))
        return {at for at, words in enumerate(each) if any(phrase <= words for phrase in phrases)}

    def _learn(self, vocab: Vocab, new: Mapping[bytes, Sequence[int]]) -> None:
        """Ask about new words alone: the ruler where tag and label are new, the lemmatizer with what the ruler said."""
        texts = [vocab.strings[word] for word, *_ in new.values()]
        shapes = [
            (word if self._has_word(vocab[text].lower_) else 0, tag, label, there)
            for text, (word, tag, label, there) in zip(texts, new.values(), strict=True)
        ]
        self._rule(vocab, {shape: text for shape, text in zip(shapes, texts, strict=True) if shape not in self._ruled})
        said: Any = numpy.array([self._ruled[shape] for shape in shapes], dtype="uint64")
        asked = _run(Doc(vocab, words=texts).from_array(_SAID, said), self._lemmatizer)
        self._known.update(zip(new, map(_said, asked), strict=True))

    def _rule(self, vocab: Vocab, new: Mapping[_Shape, str]) -> None:
        """Ask the ruler: what it says of a word hangs on its neighbours only after "there"."""
        words: list[tuple[str, str, str]] = []
        places: dict[_Shape, int] = {}
        for shape, text in new.items():
            if shape[3]:
                words.append(("there", "EX", "expl"))
            places[shape] = len(words)
            words.append((text, vocab.strings[shape[1]], vocab.strings[shape[2]]))
        if words:
            texts, tags, deps = ([word[column] for word in words] for column in range(3))
            asked = _run(Doc(vocab, words=texts, tags=tags, deps=deps, heads=list(range(len(words)))), self._ruler)
            self._ruled.update((shape, _said(asked[place])) for shape, place in places.items())


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
