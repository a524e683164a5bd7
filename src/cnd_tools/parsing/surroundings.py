"""What stands around a place in a text, by its words: adverbs, what is acted on, asides and who is asked."""

from __future__ import annotations

from spacy.tokens import Doc

from cnd_tools.parsing.vocabulary import Vocabulary, place_words

FEW = 4  # adverbs before a verb, words before "that" in which something asks
SUBJECT = 8  # words at most from "that" to whose verb it is
_ASIDE = 30  # words at most between the commas of an aside
_CLAUSE = 40  # words looked at for a finite verb
_PARTS = 8  # tokens at most of a word with hyphens


class Surroundings:
    """The words of a text, and what is known of them; each question looks at a bounded number."""

    def __init__(self, doc: Doc, known: Vocabulary) -> None:
        self._doc, self._known, self._lists = doc, known, place_words()
        self._words = [token.lower_ for token in doc]

    def _word(self, at: int) -> str:
        """The word at a place, "." past the end."""
        return self._words[at] if 0 <= at < len(self._words) else "."

    def _unit(self, at: int) -> tuple[int, str]:
        """The last token of a word that is parted at its hyphens, and the whole word."""
        end = at
        most = min(at + _PARTS, len(self._words) - 2)
        while end < most and self._words[end + 1] == "-" and not self._spaced(end):
            end += 2
        return end, "".join(self._words[at : end + 1])

    def _spaced(self, at: int) -> bool:
        return bool(self._doc[at].whitespace_ or self._doc[at + 1].whitespace_)

    def _past_adverbs(self, at: int) -> int:
        for _ in range(FEW):
            word, (_, after) = self._word(at), self._unit(at + 1) if at + 1 < len(self._words) else (0, ".")
            verb = self._known.is_verb(word)
            adverb = word in self._lists["adverbs"] or (word.endswith("ly") and not verb)
            on = after in self._lists["adverbs"] or after.endswith("ly") or self._known.is_verb(after)
            thing = after in self._lists["determiners"] and after not in self._lists["adverbs"]
            if not adverb or (verb and not on) or thing:
                break
            at += 1
        return at

    def _begins_thing(self, at: int) -> bool:
        """Whether what a verb acts on may begin at a word."""
        word = self._word(at)
        other = ("prepositions", "finite", "ends", "joining")
        return word[0].isalnum() and not any(word in self._lists[name] for name in other)

    def _stated(self, at: int, most: int = _CLAUSE) -> bool:
        """Whether a finite verb follows in the same clause, so that what stands before it was none."""
        for word in self._words[at : at + most]:
            if word == "," or word in self._lists["ends"]:
                return False
            if word in self._lists["finite"]:
                return True
        return False

    def _described(self, at: int) -> bool:
        """Whether an adjective and what it describes begin at a word: no noun stands before them."""
        word, known = self._word(at), self._known
        plain = word in known.adjectives and word not in known.nouns and not known.is_verb(word)
        return (plain or word in self._lists["describing"]) and self._begins_thing(at + 1)

    def _is_party(self, at: int) -> bool:
        """Whether a word names who may be asked: "authorities", or a name."""
        inside = 0 < at < len(self._words)  # a text may be cut off: "recommends that the State"
        return inside and (self._words[at] in self._lists["parties"] or self._doc[at].is_title)

    def _past_aside(self, at: int) -> int:
        """Where an aside that begins at a comma ends: "that Chile, in due course, adopt"."""
        if self._word(at) != ",":
            return at
        return next((end + 1 for end in range(at + 1, at + _ASIDE) if self._word(end) == ","), at)

    def _past_proviso(self, at: int) -> int:
        """Where a proviso of two words ends: "and where possible expand", "and, where needed, mend"."""
        start = at + (self._word(at) == ",")
        if self._word(start) != "where" or self._word(start + 1) not in self._lists["provisos"]:
            return at
        return start + 2 + (self._word(start + 2) == ",")

    def _acts_on(self, at: int) -> bool:
        """Whether several things, or what is done, may stand here, "funds", "free training"; or how it is done."""
        for place in range(at, at + FEW):
            word = self._word(place)
            one = (word[:-1], word[:-2], f"{word[:-3]}y") if word.endswith("s") else ()
            several = any(noun in self._known.nouns for noun in one)
            if several or word in self._lists["done"] or (place == at and word.endswith("ly")):
                return True
            if not word.isalpha() or word in self._lists["joining"] or word in self._lists["ends"]:
                return False
        return False

    def _closes_aside(self, comma: int) -> bool:
        """Whether an aside after "and" ends at a comma, past which another rule looks: "and, if due, fund ports"."""
        opens = (at for at in range(comma - 1, max(0, comma - _ASIDE), -1) if self._words[at] == ",")
        before = next(opens, 0) - 1
        return before >= 0 and self._words[before] in self._lists["joining"]

    def _goes_on(self, at: int) -> bool:
        """Whether a verb may stand after the next "and" of the series: "train judges and fund clinics"."""
        for place in range(at, at + SUBJECT):
            if self._word(place) in self._lists["joining"]:
                return self._known.is_verb(self._word(place + 1)) and self._acts_on(place + 2)
            if self._word(place) in self._lists["ends"]:
                return False
        return False

    def _one_is(self, at: int) -> bool:
        """Whether many things are said to be one, which only what is done to them can be: "Calming tensions was"."""
        for place in range(at, min(at + SUBJECT, len(self._words))):
            word = self._words[place]
            if word in ("is", "was", "has"):
                before = self._word(place - 1)
                return before.endswith("s") and not before.endswith(("ss", "us", "is", "ics"))
            if not word.isalpha() or word in self._lists["finite"] or word in self._lists["ends"]:
                return False
        return False
