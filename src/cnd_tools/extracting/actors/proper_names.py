"""Capitalised names the lexicon does not have: bodies, instruments and persons, told apart by their head words.

"Federal Drug Control Service" has an organization's head and becomes an actor; "Convention against Corruption" has an
instrument's, and then its words name nobody; "Ambassador Smith" is a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from cnd_tools.extracting.actors.head_words import Name
from cnd_tools.extracting.actors.person_names import PersonNames
from cnd_tools.extracting.actors.spelt_initials import spelt_out
from cnd_tools.extracting.actors.tokens import Pieces
from cnd_tools.extracting.matches import BODIES
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.trie import Match

_INSIDE = frozenset({"link", "tie", "article", "conjunction", "quantity", "day"})
_TITLES = ("title", "titles")
_HEADS = frozenset({"organization", "organizations", "mission", "officer", "instrument", *_TITLES})
_MARKED = ("post", "particle", "edition")
_MOST_ITEMS = 8  # of an enumeration within a name: "Ministry of Labour, Family, Social Affairs and Equal Opportunities"


class Names(PersonNames):
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
        marked = {role: {match.start for match in heads if match.value == role} for role in _MARKED}
        self._posts, self._particles, self._editions = (marked[role] for role in _MARKED)
        self._ends = {match.end: match for match in reversed(known)}  # the longest that ends there
        self._parties = {match.end for match in known if match.value == "states"}  # "Conference of the Parties to the"
        inside = {at for one in known if one.value in BODIES for at in range(one.start + 1, one.end)}
        last = sorted((one for one in known if one.start not in inside), key=attrgetter("end"))  # "Council of Europe"
        self._bodies = {match.start: match.end for match in last if match.value in BODIES}
        self._organs = {match.start: match.end for match in last if match.value == "meeting"}
        self._starts = {match.start: match for match in last}
        self._titles = {one.start for one in self._found if one.value == "title" and one.end - one.start == 1}
        self._heads = {head.end: head.value for head in self._found}
        spans = [(one.start, one.end) for one in known] + [(one.start, one.end) for one in self._found]
        self._others = {at for span in spans for at in range(*span)}

    def __iter__(self) -> Iterator[Name]:
        for head in self._found:
            capital = self._pieces.capitals[head.start] or head.end - head.start > 1
            if head.value in _TITLES:
                yield from self._persons(head)
            elif capital and (name := self._name(head)) is not None:
                yield name
                yield from self._of_body(name)
        yield from self._with_place()
        yield from self._with_initials()
        yield from self._after_office()
        yield from self._with_post()

    @rule("actor.named_by_head")
    def _name(self, head: Match[str]) -> Name | None:
        another = self._capital(head.end) and (head.value != "instrument" or self._body(head.end))
        if another or self._known(head):
            return None  # "Contact Group Chair", "Law Organization": another word is the head; "Russian Federation"
        start, end = self._left(head), self._right(head)
        start += start in self._editions and (start + 1 < head.start or end > head.end)
        start += self._roles.get(start) == "conjunction"  # "the First and Third Committees"
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
        if known is None or known.value is None or known.start >= head.start:
            return False
        fits = known.value in BODIES or head.value != "instrument"  # no title: "the World Food Programme to the Bank"
        return fits and (known.value in ("country", "region") or known.end - known.start > 2)

    def _with_country(self, at: int) -> int:
        """Take in the country that a lone head is of: "Bank of Slovenia"; where there is none, nothing."""
        after = self._after.get(at, at) if self._roles.get(at) == "link" else at
        after += self._roles.get(after) == "article"
        country = self._starts.get(after)
        return country.end if after > at and country is not None and country.value == "country" else at

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
            at += self._goes_on_with_hyphen(at, head)
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
        if role == "conjunction" and (title or at > head.end) and at + 1 not in self._posts:
            return at + 1  # "Political Declaration and Plan of Action on …", "on Drugs and Crime"
        sent = head.value == "mission" and role == "tie"
        if self._given_to(at, head):
            return at
        if role == "link" or sent or (title and role in ("tie", "article") and at > head.end):
            at = self._after[at]
            while self._roles.get(at) == "article":
                at += 1
        elif at > head.end and self._pieces.texts[at : at + 1] == [","] and self._enumerates(at + 1):
            at += 1  # "at the National, Regional and International Levels", "on Economic, Social and Cultural Rights"
        return at

    def _goes_on_with_hyphen(self, at: int, head: Match[str]) -> bool:
        """Whether a small word is joined to the name so far: "Coalition for Short-lived Climate Pollutants"."""
        return head.end < at < self._size and self._pieces.joined(at) and self._pieces.texts[at].isalpha()

    def _given_to(self, at: int, head: Match[str]) -> bool:
        """Whether a body's name ends before whom it gives something: "contribution of the Reef Forum to the Week"."""
        states = self._starts.get(at + 1)  # "observations of the Committee to States parties"
        if head.value != "organization" or at in self._parties:
            return False
        to_states = states is not None and states.value == "states"
        word = self._pieces.texts[at : at + 1]
        if word == ["to"]:
            return to_states or self._roles.get(at + 1) == "article"
        known = self._ends.get(at)  # "the invitation of the Office on Drugs and Crime for Member States to build"
        whole = known is not None and known.value in BODIES and known.start < head.end < known.end
        return whole and to_states and word == ["for"]

    def _enumerates(self, at: int) -> bool:
        """Whether one more item of an enumeration stands here: "Labour, Family, Social Affairs and …"."""
        after, first = at, at
        for _ in range(_MOST_ITEMS):
            while self._capital(after):
                after += 1
            if after == first or self._pieces.texts[after : after + 1] != [","]:
                break
            after = first = after + 1
        # "the Commission on Fish, Ana Maria Ruiz, Director of": no "and", so no enumeration
        return self._roles.get(after) == "conjunction" and after > at and at not in self._starts

    def _year(self, at: int) -> bool:
        return at < self._size and self._pieces.texts[at].isdigit() and len(self._pieces.texts[at]) == 4

    def _stops(self, head: Match[str], at: int, after: int) -> bool:
        """Whether a body's name ends at `at`: before a country of its own, and where a name that is known ends."""
        if head.value == "instrument":
            return False
        whole, country = self._ends.get(at), self._starts.get(after)
        if after > at:
            placed = country is not None and country.value in ("country", "region")
            parted = placed or self._part_of(head, at, after)
            initials = after in self._bodies and self._pieces.texts[after].isupper()  # "on Narcotic Drugs and UNODC"
            own = initials or (country is not None and country.value == "country")
            if own and self._roles.get(at) == "conjunction":
                return (
                    whole is None or whole.value != "country"
                )  # "the Group for Fish, and Peru"; not "India and Nepal"
            return parted and self._pieces.texts[at] == "of"  # a body for Iraq has that in its name
        inside = whole is not None and whole.start < head.end < whole.end
        return inside and not self._body(at)  # "Office on Drugs and Crime" World Drug Report

    @rule("actor.part_of_body")
    def _part_of(self, head: Match[str], at: int, after: int) -> bool:
        """Whether another body follows, of which one with a name of its own is part: "Executive Board of the Bank"."""
        start, whole = self._left(head), self._ends.get(at)
        if head.value != "organization" or (at == head.end and start == head.start):
            return False
        known, organ = self._bodies.get(after, after), self._organs.get(after, after)
        if organ > after > at + 1 and not self._capital(organ):
            return True  # "of the Secretariat"
        alien = whole is not None and whole.start <= start  # "General Assembly of the World Tourism Organization"
        return not alien and ((known > after and not self._capital(known)) or self._body(after))

    def _body(self, at: int) -> bool:
        """Whether the capitals here end in the head of another body, so that both are one: "…Countries Fund for"."""
        while self._capital(at):
            at += 1
        return self._heads.get(at) == "organization"

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
                elif around in ((",", ","), (",", ":")) and match.value in ("un", "organization"):  # "Me, UNODC: We"
                    yield from self._before(match.start - 1, ", body,")

    @rule("actor.person_by_body")
    def _of_body(self, name: Name) -> Iterator[Name]:
        """Yield the person before the body they are of, or the office: "Edward Helm, Center for Clean Air, said"."""
        texts = self._pieces.texts
        around = (texts[name.start - 1 : name.start], texts[name.end : name.end + 1])
        if name.role in ("organization", "officer") and around[0] == [","] and around[1] in ([","], [";"], ["("]):
            for person in self._before(name.start - 1, ", body,"):
                if self._roles.get(person.start - 1) not in ("link", "tie"):  # "in Buenos Aires, Ministry of Health,"
                    yield person

    @rule("actor.spelt_initials")
    def _with_initials(self) -> Iterator[Name]:
        """Yield what is spelt out before its initials: "Targeted … Communication, Expertise and Training (TARCET)"."""
        for start, end in spelt_out(self._pieces.texts):
            yield Name(start, end, "initials", self._pieces.texts[end + 1])
