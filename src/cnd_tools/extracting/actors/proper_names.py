"""Capitalised names the lexicon does not have: bodies, instruments and persons, told apart by their head words.

"Federal Drug Control Service" has an organization's head and becomes an actor; "Convention against Corruption" has an
instrument's, and then its words name nobody; "Ambassador Smith" is a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from cnd_tools.extracting.actors.tokens import Pieces
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.trie import Match, Trie

T = TypeVar("T")

LONGEST_PERSON = 5  # pieces: "Mohammad Reza Salamat" and particles
_INSIDE = frozenset({"link", "tie", "article", "conjunction"})
_SHORTEST_SURNAME = 3  # letters, in capitals; "US" and "EU" are none
_HEADS = frozenset({"organization", "mission", "officer", "instrument", "title"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in pieces `start` to `end`.

    Attributes:
        start: first piece.
        end: one past the last.
        role: organization, mission, officer, instrument, person, or initials for what is spelt out before an acronym.
        head: the word that says so.
    """

    start: int
    end: int
    role: str
    head: str


@lru_cache(maxsize=4)
def _heads(lexicon: Lexicon) -> Trie[str]:
    trie: Trie[str] = Trie()
    for entry in lexicon["head"]:
        for pattern in entry.patterns:
            trie.add(pattern, entry.get("role"))
    return trie


def head_words(pieces: Pieces, lexicon: Lexicon) -> list[Match[str]]:
    """Return a lexicon's head words, links and coordinators in a text, each with its role: all in one walk."""
    return list(_heads(lexicon).matches(pieces.keys))


class Names:
    """Finds names in one text, given what the actors' lexicon found there."""

    def __init__(self, pieces: Pieces, known: list[Match[str | None]], heads: list[Match[str]]) -> None:
        """Look at a text.

        Args:
            pieces: the text.
            known: what the lexicon found, each with the type of actor; None for what is known to be none.
            heads: its head words and links (`head_words`).
        """
        self._pieces = pieces
        self._size = len(pieces.texts)
        self._roles: dict[int, str] = {}
        self._after: dict[int, int] = {}  # where a link of several words ends, as "with regard to"
        self._found: list[Match[str]] = []
        for match in heads:
            if match.value in _INSIDE:
                self._roles[match.start] = match.value
                self._after[match.start] = match.end
            elif match.value in _HEADS:
                self._found.append(match)
        self._ends = {match.end: match for match in reversed(known)}  # the longest that ends there
        self._starts = {match.start: match for match in known}
        self._heads = {head.end: head.value for head in self._found}
        self._others = _pieces_of(known) | _pieces_of(self._found)

    def __iter__(self) -> Iterator[Name]:
        for head in self._found:
            if head.value == "title":
                yield from self._persons(head)
            elif self._pieces.capitals[head.start] or head.end - head.start > 1:
                name = self._name(head)
                if name:
                    yield name
                    yield from self._of_body(name)
        yield from self._with_place()
        yield from self._with_initials()

    @rule("actor.named_by_head")
    def _name(self, head: Match[str]) -> Name | None:
        if (self._capital(head.end) and head.value != "instrument") or self._known(head):
            return None  # "Contact Group Chair": another word is the head; "Russian Federation" is a State
        start, end = self._left(head), self._right(head)
        if (start, end) == (head.start, head.end) and head.value != "instrument":
            end = self._with_country(end)
            if end == head.end:
                return None  # "Committee" alone
        if head.value == "officer" and end == head.end == head.start + 1:
            return None  # "Permanent Representative", and nobody says whose: a title; not "State Prosecutor General"
        return Name(start, end, head.value, " ".join(self._pieces.texts[head.start : head.end]))

    def _known(self, head: Match[str]) -> bool:
        """Whether the head ends a name that needs no guess: a State's, or a long one of a body."""
        known = self._ends.get(head.end)
        if known is None or known.value is None or head.value == "instrument":
            return False
        return known.start < head.start and (known.value in ("country", "region") or known.end - known.start > 2)

    def _with_country(self, at: int) -> int:
        """Take in the country that a lone head is of: "Bank of Slovenia"; where there is none, nothing."""
        after = self._after.get(at, at) if self._roles.get(at) == "link" else at
        after += self._roles.get(after) == "article"
        country = self._starts.get(after)
        return country.end if after > at and country is not None and country.value == "country" else at

    def _capital(self, at: int) -> bool:
        return 0 <= at < self._size and self._pieces.capitals[at] and at not in self._roles

    def _left(self, head: Match[str]) -> int:
        """Take in the capitalised words before: "International Narcotics Control", "Economic and Social"."""
        at = head.start
        while True:
            known = self._ends.get(at)
            # A body's report is not named after it; its fund is.
            if known is not None and known.end - known.start > 2 and head.value == "instrument":
                return at
            if self._capital(at - 1):
                at -= 1
            elif at > 1 and self._pieces.joined(at - 1) and self._capital(at - 2):
                at -= 2  # "Open-ended", "High-level"
            elif self._roles.get(at - 1) == "conjunction" and self._capital(at - 2) and not self._closed(at - 1):
                at -= 2
            else:
                return at

    def _closed(self, at: int) -> bool:
        """Whether a name of its own ends here, so that "and" joins it to the next one."""
        return at in self._ends or at in self._heads

    def _right(self, head: Match[str]) -> int:
        """Take in what follows links: "on Drugs and Crime", "for Human Rights"; a body's country stays a country."""
        at = head.end
        while True:
            after = self._over(at, head)
            dated = head.value == "instrument" and self._year(after)
            if not (self._capital(after) or dated) or self._stops(head, at, after):
                return self._numbered(at) if head.value == "instrument" else at
            at = after + 1

    def _numbered(self, at: int) -> int:
        """Take in the number of an instrument: "ILO Convention No. 169"."""
        sign, number = self._pieces.texts[at - 1 : at + 1], self._pieces.texts[at + 1 : at + 2]
        return at + 2 if sign == ["No", "."] and number and number[0].isdigit() else at

    def _over(self, at: int, head: Match[str]) -> int:
        """Return the piece after the small words that a name of this kind may have at `at`."""
        title, role = head.value == "instrument", self._roles.get(at)
        if role == "conjunction" and (title or at > head.end):
            return at + 1  # "Political Declaration and Plan of Action on …", "on Drugs and Crime"
        sent = head.value == "mission" and role == "tie"
        if role == "link" or sent or (title and role in ("tie", "article") and at > head.end):
            at = self._after[at]
            while self._roles.get(at) == "article":
                at += 1
        elif at > head.end and self._pieces.texts[at : at + 1] == [","] and self._enumerates(at + 1):
            at += 1  # "at the National, Regional and International Levels", "on Economic, Social and Cultural Rights"
        return at

    def _enumerates(self, at: int) -> bool:
        """Whether one more item of an enumeration stands here: "Labour, Family, Social Affairs and …"."""
        after = at
        while self._capital(after):
            after += 1
        joined = self._pieces.texts[after : after + 1] == [","] or self._roles.get(after) == "conjunction"
        return joined and after > at and at not in self._starts

    def _year(self, at: int) -> bool:
        return at < self._size and self._pieces.texts[at].isdigit() and len(self._pieces.texts[at]) == 4

    def _stops(self, head: Match[str], at: int, after: int) -> bool:
        """Whether a body's name ends at `at`: before a country of its own, and where a name that is known ends."""
        if head.value == "instrument":
            return False
        whole, country = self._ends.get(at), self._starts.get(after)
        if after > at:
            placed = country is not None and country.value in ("country", "region")
            return placed and self._pieces.texts[at] == "of"  # a body for Iraq has that in its name
        inside = whole is not None and whole.start < head.end < whole.end
        return inside and not self._body(at)  # "Office on Drugs and Crime" World Drug Report

    def _body(self, at: int) -> bool:
        """Whether the capitals here end in the head of another body, so that both are one: "…Countries Fund for"."""
        while self._capital(at):
            at += 1
        return self._heads.get(at) == "organization"

    @rule("actor.person_by_title")
    def _persons(self, title: Match[str]) -> Iterator[Name]:
        """Yield the person after a title, "Ambassador Smith", or before it, "Igor Voblikov, Counsellor"."""
        head = " ".join(self._pieces.texts[title.start : title.end])
        at = title.end + (title.end < self._size and self._pieces.texts[title.end] == ".")
        end = self._run(at)
        end = self._shouted(end)
        if end > at:
            yield Name(title.start, end, "person", head)
        if title.start > 2 and self._pieces.texts[title.start - 1] == ",":
            yield from self._before(title.start - 1, head)

    @rule("actor.person_by_place")
    def _with_place(self) -> Iterator[Name]:
        """Yield persons before whom they are of: "Soltanieh (Islamic Republic of Iran)", "Robert Williams, UNIDO,"."""
        texts = self._pieces.texts
        for match in self._starts.values():
            if match.start > 2 and match.end < self._size:
                around = (texts[match.start - 1], texts[match.end])
                # "Buenos Aires, Argentina," is a place, so a country must stand in brackets.
                if around == ("(", ")") and match.value in ("country", "un", "organization"):
                    yield from self._before(match.start - 1, "(country)")
                elif around == (",", ",") and match.value in ("un", "organization"):
                    yield from self._before(match.start - 1, ", body,")

    @rule("actor.person_by_body")
    def _of_body(self, name: Name) -> Iterator[Name]:
        """Yield the person before the body they are of, between commas: "Edward Helm, Center for Clean Air, said"."""
        texts = self._pieces.texts
        around = (texts[name.start - 1 : name.start], texts[name.end : name.end + 1])
        if name.role == "organization" and around[0] == [","] and around[1] in ([","], [";"], ["("]):
            for person in self._before(name.start - 1, ", body,"):
                if self._roles.get(person.start - 1) not in ("link", "tie"):  # "in Buenos Aires, Ministry of Health,"
                    yield person

    def _before(self, end: int, head: str) -> Iterator[Name]:
        start = end
        while start > 0 and end - start < LONGEST_PERSON and (self._person_word(start - 1) or self._initial(start - 1)):
            start -= 1
        if end - start > 1:
            yield Name(start, end, "person", head)

    def _shouted(self, at: int) -> int:
        """Where a surname in capitals ends, as summary records print it: "Mr. MICHIDA (Japan) said"."""
        end = at
        while end < self._size and end - at < LONGEST_PERSON and self._in_capitals(end):
            end += 1
        return end

    def _in_capitals(self, at: int) -> bool:
        word = self._pieces.texts[at]
        return word.isupper() and word.isalpha() and len(word) >= _SHORTEST_SURNAME and at not in self._others

    def _initial(self, at: int) -> bool:
        """Whether the full stop of an initial stands here, with a name before it: "Percival M. Mofokeng"."""
        texts = self._pieces.texts
        return texts[at] == "." and at > 1 and len(texts[at - 1]) == 1 and texts[at - 1].isupper()

    def _run(self, at: int) -> int:
        end = at
        while end < self._size and end - at < LONGEST_PERSON and self._person_word(end):
            end += 1
        return end

    def _person_word(self, at: int) -> bool:
        if not self._capital(at) or (self._pieces.texts[at].isupper() and len(self._pieces.texts[at]) > 1):
            return False
        return at not in self._others

    @rule("actor.spelt_initials")
    def _with_initials(self) -> Iterator[Name]:
        """Yield what is spelt out before its initials: "Targeted … Communication, Expertise and Training (TARCET)"."""
        texts = self._pieces.texts
        for at in range(2, self._size - 2):
            if texts[at] == "(" and texts[at + 2] == ")" and len(texts[at + 1]) > 2 and texts[at + 1].isupper():
                start = self._spelt(texts[at + 1], at)
                if start < at:
                    yield Name(start, at, "initials", texts[at + 1])

    def _spelt(self, acronym: str, end: int) -> int:
        """Return where the words begin whose capitals are the acronym, or `end` where they are not before it."""
        start = end
        for letter in reversed(acronym):
            start -= 1
            while start > 0 and not self._pieces.texts[start][0].isupper():
                start -= 1
            if start < 0 or self._pieces.texts[start][0] != letter:
                return end
        return start


def _pieces_of(matches: Iterable[Match[T]]) -> set[int]:
    return {piece for match in matches for piece in range(match.start, match.end)}
