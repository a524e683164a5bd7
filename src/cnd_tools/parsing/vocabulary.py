"""The words of the language that a model knows, by its own tables, and verbs made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from spacy.language import Language

_REMEMBERED = 20_000  # words of which it is known whether they may be verbs
_SHORTEST = 3  # letters of a verb under a prefix
# Verbs of one syllable that double their last letter before "ed" (Quirk et al. 1985, 3.7).
_DOUBLING = re.compile(r"[^aeiou]+[aeiou][bdfgklmnprt]")


@lru_cache(maxsize=6)
def known_words(nlp: Language, kind: str) -> frozenset[str]:
    """Return lemmas of English words from the model's own tables, looked up once; none where it has none.

    Without them only the verbal nouns of the lexicon are known for what they are.

    Args:
        nlp: the model.
        kind: "verb", "noun" or "adj".
    """
    if not nlp.has_pipe("lemmatizer"):
        return frozenset()
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    return frozenset(lookups.get_table("lemma_index").get(kind, ()))


@cache
def place_words() -> Mapping[str, frozenset[str]]:
    """Return the lists of `verb_places.toml` by name."""
    return {name: frozenset(said.split()) for name, said in _tables()["words"].items()}


@cache
def read_as() -> Mapping[str, tuple[str, str, str]]:
    """Return what a verb is read as, by what follows it: bare, in -ing, and as a participle."""
    return {name: tuple(forms) for name, forms in _tables()["read_as"].items()}


@cache
def particles() -> Mapping[str, frozenset[str]]:
    """Return words that are particles after some verbs only, with these verbs."""
    return {word: frozenset(verbs.split()) for word, verbs in _tables()["particles"].items()}


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("verb_places.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Vocabulary:
    """What a word may be.

    Attributes:
        verbs: lemmas of English verbs.
        nouns: those of nouns.
        adjectives: those of adjectives.
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=2)
    def of(nlp: Language) -> Vocabulary:
        """Return what a model's tables have, the same each time."""
        return Vocabulary(*(known_words(nlp, kind) for kind in ("verb", "noun", "adj")))

    @cached_property
    def is_verb(self) -> Callable[[str], bool]:
        """Whether a word in small letters may be a bare verb, also one made anew: "upskill", "ring-fence".

        A text has few different words beside those it has again, so what was said of a word is remembered.
        """
        return lru_cache(maxsize=_REMEMBERED)(self._is_verb)

    def _is_verb(self, word: str) -> bool:
        if word in self.verbs or word in place_words()["new"]:
            return True
        if "-" in word:
            return self._parted(word)
        if word.endswith(tuple(place_words()["coined"])) and word not in self.nouns and word not in self.adjectives:
            return True
        stems = (word.removeprefix(prefix) for prefix in place_words()["prefixes"] if word.startswith(prefix))
        made = any(len(stem) > _SHORTEST and stem in self.verbs for stem in stems)
        return made and word not in self.nouns and word not in self.adjectives

    def _parted(self, word: str) -> bool:
        first, _, last = word.rpartition("-")
        if first in place_words()["unverbal"] or last in place_words()["unverbal_end"]:
            return False
        return word.replace("-", "") in self.verbs or (first in place_words()["first"] and self.is_verb(last))

    def only_verb(self, word: str) -> bool:
        """Whether a word may be a bare verb and nothing else."""
        return word not in self.nouns and word not in self.adjectives and self.is_verb(word)

    def base(self, word: str, ending: str) -> str | None:
        """Return the bare verb of a form in -ing or -ed, None where it is no such form."""
        stem = word.removesuffix(ending)
        if len(stem) == len(word) or len(stem) < _SHORTEST - 1:
            return None
        undoubled = stem[:-1] if stem[-1] == stem[-2] else ""
        y = f"{stem[:-1]}y" if ending == "ed" and stem[-1] == "i" else ""
        bare = [stem, f"{stem}e", undoubled, y]
        if stem in place_words()["unmeant"] or _DOUBLING.fullmatch(stem):
            bare = bare[1:]  # "hoped" is of "hope": English writes "hopped"
        known = word.partition("-")[0] in place_words()["first"] or "-" not in word  # "open-minded" has no verb
        if not known:
            return None
        of_old = (one for one in bare if one in self.verbs)  # "rebutted" is of "rebut", not of "re-butt"
        return next(of_old, None) or next((one for one in bare if one and self.is_verb(one)), None)


def whole(verb: str, verbs: Collection[str]) -> str:
    """Return a verb as its dictionary writes it: "co-operate" is cooperate; but "re-elect" is told from "reelect"."""
    joined = verb.replace("-", "")
    return joined if verb not in verbs and joined in verbs and not verb.startswith("re-") else verb
