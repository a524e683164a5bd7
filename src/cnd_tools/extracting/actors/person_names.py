"""Persons with a title, an office or a post, told by the words beside their names: "Ambassador Smith"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from cnd_tools.extracting.actors.head_words import Name
from cnd_tools.extracting.actors.tokens import Pieces
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.trie import Match

LONGEST_PERSON = 5  # pieces: "Mohammad Reza Salamat" and particles
_SHORTEST_SURNAME = 3  # letters, in capitals; "US" and "EU" are none
_MOST_PARTICLES = 2
_MOST_TITLED = 6  # persons under one title: "Ambassadors Smith, Ruiz and Holm"
_LONGEST_OFFICE = 30  # pieces from an office to the person who holds it


class PersonNames:
    """The part of `Names` that finds persons; `Names` looks at the text and fills in what is known of it."""

    _pieces: Pieces
    _size: int
    _roles: Mapping[int, str]
    _found: Sequence[Match[str]]
    _posts: Collection[int]
    _particles: Collection[int]
    _titles: Collection[int]
    _others: Collection[int]
    _ends: Mapping[int, Match[str | None]]

    def _capital(self, at: int) -> bool:
        return 0 <= at < self._size and self._pieces.capitals[at] and at not in self._roles

    @rule("actor.person_by_title")
    def _persons(self, title: Match[str]) -> Iterator[Name]:
        """Yield the person after a title, "Ambassador Smith", or before it, "Igor Voblikov, Counsellor"."""
        head = " ".join(self._pieces.texts[title.start : title.end])
        at = title.end + (title.end < self._size and self._pieces.texts[title.end] == ".")
        end = self._shouted(self._run(at))
        if end > at:
            yield Name(title.start, end, "person", head)
        if title.value == "titles" and end > at:
            yield from self._others_titled(end, head)
        start = self._whose(title.start)
        if start > 2 and self._pieces.texts[start - 1] == ",":
            yield from self._before(start - 1, head)

    @rule("actor.persons_by_title")
    def _others_titled(self, at: int, head: str) -> Iterator[Name]:
        """Yield the others after a title of several: Djoghlaf in "Co-Chairs Reifsnyder and Djoghlaf proposed"."""
        for _ in range(_MOST_TITLED):
            at += self._pieces.texts[at : at + 1] == [","]
            at += self._roles.get(at) == "conjunction"
            end = self._shouted(self._run(at))
            if end == at:
                return
            yield Name(at, end, "person", head)
            at = end

    def _whose(self, at: int) -> int:
        """Return where the country begins whose office follows: "Bolivia's" in "Ana Ruiz, Bolivia's Minister"."""
        genitive = at - (self._pieces.texts[at - 1 : at] in (["'s"], ["’s"]))
        country = self._ends.get(genitive)
        return country.start if country is not None and country.value == "country" else at

    @rule("actor.person_by_post")
    def _with_post(self) -> Iterator[Name]:
        """Yield persons before what they are, in small letters: "Ana Ruiz, facilitator of the group, said"."""
        for at in sorted(self._posts):
            small = not self._pieces.capitals[at] and self._roles.get(at + 1) in ("link", "tie")
            start = at - self._pieces.joined(at)  # ", co-facilitator of"
            if small and start > 2 and self._pieces.texts[start - 1] == ",":
                yield from self._before(start - 1, ", post")

    def _ends_there(self, at: int) -> bool:
        """Whether an apposition ends here and no enumeration goes on: ", Jane Holm, said", ", Jane Holm;"."""
        closing, after = self._pieces.texts[at : at + 1], at + 1
        joins = self._roles.get(after) == "conjunction" and self._roles.get(after + 1) != "article"
        goes_on = joins or self._capital(after)
        return not closing or closing[0] in (";", "(", ".") or (closing[0] == "," and not goes_on)

    @rule("actor.person_after_office")
    def _after_office(self) -> Iterator[Name]:
        """Yield the person after the office they hold: "the Director of the Bank, Jane Holm, said"."""
        texts = self._pieces.texts
        for office in (one for one in self._found if one.value == "title"):
            for at in range(office.end, min(office.end + _LONGEST_OFFICE, self._size)):
                if texts[at] in (";", ".", ":"):
                    break
                end = self._run(at + 1) if texts[at] == "," else at
                if end - at > 2 and self._ends_there(end):
                    yield Name(at + 1, end, "person", ", office")
                    break

    def _before(self, end: int, head: str) -> Iterator[Name]:
        start = end
        while start > 0 and end - start < LONGEST_PERSON and self._of_person(start - 1, end):
            start -= 1
        while start in self._particles and not self._pieces.capitals[start]:
            start += 1
        if end - start > 1:
            yield Name(start, end, "person", head)

    def _of_person(self, at: int, end: int) -> bool:
        """Whether a word is part of a person's name that ends at `end`; a particle is none without a name after it."""
        inside = at < end - 1 and (at in self._particles or (at > 0 and self._pieces.joined(at)))  # "Ra'ad"
        return inside or self._person_word(at) or self._initial(at)

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
        while end < self._size and end - at < LONGEST_PERSON + 2:
            particles = 0
            while end < self._size - 2 and self._initial(end + 1) and self._named_on(end + 2):
                end += 2  # "Mr. Carlos A. Holm", "Mr. C. A. Holm"
            while end + particles in self._particles and particles < _MOST_PARTICLES:
                particles += 1  # "Mr. H. L. de Silva"
            if not self._person_word(end + particles):
                break
            end += particles + 1
            while end < self._size and self._goes_on_small(end):
                end += 1
        return end + (end - at > 0 and self._title_as_name(end))

    def _named_on(self, at: int) -> bool:
        """Whether a name goes on after an initial, with a particle or without."""
        after = at
        while after in self._particles and after - at < _MOST_PARTICLES:
            after += 1
        another = self._initial(at + 1) if at + 1 < self._size else False  # "C. A. Holm", though "A" is an article
        return another or self._person_word(after)

    def _goes_on_small(self, at: int) -> bool:
        """Whether a name goes on after a hyphen or an apostrophe in small letters: "Ban Ki-moon", "Ra'ad"."""
        return self._pieces.joined(at) and self._pieces.texts[at].isalpha() and self._pieces.texts[at].islower()

    def _title_as_name(self, at: int) -> bool:
        """Whether a family name is the word for a title: "Sir David King said", "Ms. Ana Bishop (Peru)"."""
        alone = at in self._titles and not self._capital(at + 1)
        return alone and self._roles.get(at + 1) not in ("link", "tie") and self._person_word(at - 1)

    def _person_word(self, at: int) -> bool:
        if at in self._posts:
            return False
        if not self._capital(at) or (self._pieces.texts[at].isupper() and len(self._pieces.texts[at]) > 1):
            return False
        return at not in self._others
