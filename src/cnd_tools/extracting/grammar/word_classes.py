"""The lexicon's verbs, nouns, cues, quantifiers and markers, so laid out that a token's entry is found in one step."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from spacy.tokens import Token

from cnd_tools.lexicon import Entry, Lexicon
from cnd_tools.lexicon.patterns import spelt
from cnd_tools.parsing.vocabulary import Vocabulary

# Verbs of one syllable that double their last letter before "ed" (Quirk et al. 1985, 3.7).
_DOUBLING = re.compile(r"[^aeiou]+[aeiou][bdfgklmnprt]")
_SHORT = 5  # letters at most of such a verb: "strap"

MOST_KEPT = 100_000  # lemmas that are remembered in small letters
KINDS = ("verb", "noun", "strength", "extent", "marker", "head")


@dataclass(frozen=True, slots=True)
class Word:
    """One pattern of an entry.

    Attributes:
        entry: the lexicon entry it stands in.
        words: lemmas, or words as printed, in order; the first is that of the token it was found at.
        spelt: the first of them as the United Nations spells it, "recognize" for "recognise"; "" where it is no other.
    """

    entry: Entry
    words: tuple[str, ...]
    spelt: str = ""

    @property
    def lemma(self) -> str:
        """The pattern as a reader would write it: "point out", "recognize"."""
        return " ".join((self.spelt, *self.words[1:]) if self.spelt else self.words)

    def field(self, name: str) -> str:
        """Return a field of the entry as text, "" where it says nothing."""
        return str(self.entry.get(name) or "")


Table = Mapping[str, tuple[Word, ...]]


class WordClasses:
    """Words by kind, form and first lemma.

    >>> from cnd_tools.lexicon import load
    >>> WordClasses(load()).table("strength", "modal")["must"][0].field("strength")
    'obligation'
    """

    def __init__(
        self,
        lexicon: Lexicon,
        verbs: Collection[str] = frozenset(),
        nouns: Collection[str] = frozenset(),
        adjectives: Collection[str] = frozenset(),
    ) -> None:
        """Lay a lexicon's words out.

        Args:
            lexicon: whose words.
            verbs: lemmas of English verbs, see `known_words`.
            nouns: those of nouns.
            adjectives: those of adjectives.
        """
        self.verbs = verbs
        self.nouns = nouns
        self.adjectives = adjectives
        known = Vocabulary(frozenset(verbs), frozenset(nouns), frozenset(adjectives))
        self.is_verb, self.base = known.is_verb, known.base
        found: dict[tuple[str, str], dict[str, list[Word]]] = {}
        for kind in KINDS:
            for entry in lexicon[kind]:
                table = found.setdefault((kind, str(entry.get("form", ""))), {})
                for pattern in entry.patterns:
                    words = tuple(pattern.lower().split())
                    table.setdefault(words[0], []).append(Word(entry, words, _spelt(words[0], entry)))
        self._tables: dict[tuple[str, str], Table] = {
            key: {first: tuple(sorted(words, key=lambda w: -len(w.words))) for first, words in table.items()}
            for key, table in found.items()
        }
        self._together: dict[str, dict[tuple[str, ...], Table]] = {kind: {} for kind in KINDS}
        self._clipped: set[str] = set()  # of these, those that may stand for a verb in "e": "hop" of "hoped"
        self._first = frozenset(first for table in self._tables.values() for first in table)
        # Lemmas in small letters by their number, "" of those that begin no entry: each word is asked for often.
        self._lower: dict[int, str] = {}

    @cached_property
    def reporting(self) -> frozenset[str]:
        """The first words of verbs that report, alone or with a noun."""
        return frozenset(self.table("verb", "say")) | frozenset(self.table("verb", "voice"))

    def table(self, kind: str, form: str = "") -> Table:
        """Return the words of one kind and form by first lemma, longer ones first; empty where there are none."""
        return self._tables.get((kind, form), {})

    def phrases(self, kind: str, form: str) -> list[str]:
        """Return the words of one kind and form as a reader would write them, for what is read before it is parsed."""
        return [word.lemma for words in self.table(kind, form).values() for word in words]

    def find(self, token: Token, kind: str, *forms: str) -> Word | None:
        """Return the longest word of these forms that begins at the token, the first form's before the next's."""
        lemma = self._lower.get(token.lemma)
        if lemma is None:
            lemma = self._remembered(token)
        if not lemma:
            return None
        table = self._together[kind].get(forms)
        table = self._of_forms(kind, forms) if table is None else table
        found = table.get(lemma, ())
        if not found and lemma in self._clipped:
            found = table.get(with_silent_e(token, lemma), ())
        for word in found:
            if len(word.words) == 1 or _follows(token, word.words[1:]):
                return word
        return None

    def begins(self, token: Token, kind: str, *forms: str) -> bool:
        """Whether `find` may find something at a token, by its lemma alone and whatever follows."""
        lemma = self._lower.get(token.lemma)
        if lemma is None:
            lemma = self._remembered(token)
        if not lemma:
            return False
        table = self._of_forms(kind, forms)
        return lemma in table or (lemma in self._clipped and with_silent_e(token, lemma) in table)

    def _remembered(self, token: Token) -> str:
        if len(self._lower) >= MOST_KEPT:
            self._lower.clear()
        lemma = token.lemma_.lower()
        if len(lemma) <= _SHORT and f"{lemma}e" in self._first and _DOUBLING.fullmatch(lemma):
            self._clipped.add(lemma)
        elif lemma not in self._first:
            lemma = ""
        return self._lower.setdefault(token.lemma, lemma)

    def _of_forms(self, kind: str, forms: tuple[str, ...]) -> Table:
        """Return the tables of a kind and forms as one, in order; a few combinations are asked for at every word."""
        if forms not in self._together[kind]:
            joined: dict[str, tuple[Word, ...]] = {}
            for form in forms or ("",):
                for first, words in self.table(kind, form).items():
                    # "argue for" asks, though "argue" says
                    joined[first] = tuple(sorted((*joined.get(first, ()), *words), key=lambda one: -len(one.words)))
            self._together[kind][forms] = joined
        return self._together[kind][forms]

    def marker(self, token: Token, form: str) -> Word | None:
        """Return the longest marker of this form that begins at the token as printed, whatever its lemma."""
        return self.printed(token, "marker", form)

    def printed(self, token: Token, kind: str, form: str) -> Word | None:
        """Return the longest word of a kind and form that begins at the token as printed, whatever its lemma."""
        for word in self._tables.get((kind, form), {}).get(token.lower_, ()):
            if _follows(token, word.words[1:]):
                return word
        return None


def with_silent_e(token: Token, lemma: str) -> str:
    """Return the verb that was meant where a model made "hop" of "hoped", for which English writes "hopped".

    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> [with_silent_e(Doc(Vocab(), words=[word])[0], lemma) for word, lemma in (("hoped", "hop"), ("hopped", "hop"))]
    ['hope', 'hop']
    """
    if len(lemma) <= _SHORT and _DOUBLING.fullmatch(lemma) and token.lower_ in (f"{lemma}ed", f"{lemma}ing"):
        return f"{lemma}e"
    return lemma


@lru_cache(maxsize=8)
def word_classes(
    lexicon: Lexicon,
    verbs: frozenset[str] = frozenset(),
    nouns: frozenset[str] = frozenset(),
    adjectives: frozenset[str] = frozenset(),
) -> WordClasses:
    """Return the word classes of a lexicon, with the English verbs, nouns and adjectives a model knows, made once."""
    return WordClasses(lexicon, verbs, nouns, adjectives)


def _spelt(word: str, entry: Entry) -> str:
    """The same word as the United Nations spells it, where the entry has both spellings."""
    twin = spelt(word)
    return twin if twin != word and twin in entry.patterns else ""


def _follows(token: Token, words: tuple[str, ...]) -> bool:
    doc, at = token.doc, token.i + 1
    if at + len(words) > len(doc):
        return False
    return all(word in (doc[at + n].lower_, doc[at + n].lemma_.lower()) for n, word in enumerate(words))
