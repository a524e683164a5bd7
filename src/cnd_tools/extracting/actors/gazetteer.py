"""Which stretches of a text name which actor, by lexicon, coordination, acronym and head word; longest name wins.

What stands inside a name is not named: neither the United Nations nor corruption in "United Nations Convention against
Corruption". Nothing here needs a tagger or a parse.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining, normalize

from spacy.tokens import Doc, Span

from cnd_tools.extracting.actors.conjoined_names import adjectives, joints, parts, populations
from cnd_tools.extracting.actors.head_words import Name, head_words
from cnd_tools.extracting.actors.proper_names import Names
from cnd_tools.extracting.actors.tokens import Pieces, cut, cut_text
from cnd_tools.extracting.matches import BODIES
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.trie import Match, Trie

LONGEST_NAME = 200  # characters before the bracket in which an acronym stands

_BRACKETED = re.compile(r"\([A-Z][a-z]*[A-Z][A-Za-z]*\)")
_ACRONYM = re.compile(r"[A-Z][a-z]*[A-Z][A-Za-z]*")
# Of names of one length that with the longest head is the right one, and of these the first: "National Programme" is a
# document, not a body, but "Conference of Ministers" a body and no event.
_GUESSES = ("instrument", "organization", "organizations", "mission", "officer", "person", "initials")
_THE_UNITED_NATIONS = "united_nations"
_SPELT_OUT, _IN_BRIEF = "United Nations", "UN"
_BRIEF_FIRST = re.compile(rf"{_IN_BRIEF}\b(?=\s)", re.IGNORECASE)
_NOT_IN_ID = re.compile(r"\W+")
_STROKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})  # not accents


class Known(NamedTuple):
    """An actor, the rule by which it is known to be one, whether that is a guess by a name's head, and its pattern."""

    actor: str
    name: str
    type: str
    rule: str
    guessed: bool = False
    pattern: str = ""


class Named(NamedTuple):
    """Pieces `start` to `end` name `known`, nobody where it is None; `shared` is the head it shares, if it does."""

    start: int
    end: int
    known: Known | None
    shared: int | None = None


@lru_cache(maxsize=4)
def actors_trie(lexicon: Lexicon) -> Trie[Known | None]:
    """Return the patterns of all actors in one trie; None stands under their exceptions (`unless`)."""
    trie: Trie[Known | None] = Trie()
    for entry in lexicon["actor"]:
        for pattern in entry.patterns:
            known = Known(entry.id, entry.label, entry.get("type"), f"lexicon:{pattern}", pattern=pattern)
            for written in _written(pattern, entry.patterns):
                trie.add(written, known)
        for pattern in entry.get("unless", ()):
            trie.add(pattern, None)
    return trie


def _written(pattern: str, listed: Container[str]) -> Iterator[str]:
    """Yield a pattern, and as press releases and bulletins write it: "UN Population Fund"."""
    yield pattern
    brief = pattern.replace(_SPELT_OUT, _IN_BRIEF)
    if brief not in (pattern, _IN_BRIEF) and brief not in listed:
        yield brief


_Heads = list[Match[str]]  # words that say what a name is of, with their role
_Matches = list[Match[Known | None]]  # what the lexicon found
_Kinds = list[Match[str | None]]  # that, by type of actor


class Read(NamedTuple):
    """A text's pieces, its head words and coordinators, and who is named in it, titles and exceptions with them."""

    pieces: Pieces
    heads: list[Match[str]]
    names: list[Named]


def read_names(doc: Doc | Span, lexicon: Lexicon, *, short_names: Mapping[str, Known] | None = None) -> Read:
    """Return a Doc's pieces and who is named in it.

    Args:
        doc: the text of one point, or a stretch of a Doc that is one.
        lexicon: whose actors and heads to go by.
        short_names: who the short names of the whole document are (`cnd_tools.extracting.actors.abbreviations`).
    """
    return read_pieces(cut(doc), lexicon, acronyms=short_names)


def read_pieces(pieces: Pieces, lexicon: Lexicon, *, acronyms: Mapping[str, Known] | None = None) -> Read:
    """Return a text with its names, in order, no two stretches overlapping; titles and exceptions too, as nobody.

    Args:
        pieces: the text.
        lexicon: whose actors and heads to go by.
        acronyms: who the acronyms are that were introduced elsewhere (`cnd_tools.extracting.actors.abbreviations`).
    """
    heads = head_words(pieces, lexicon)
    matches = list(actors_trie(lexicon).matches(pieces.keys))
    kinds = [Match(m.start, m.end, m.value and m.value.type) for m in matches]
    short = _in_short(pieces, matches, acronyms or {})
    # A plain word, and an acronym whose letters a name of the document has: "ITC" of the Inland Transport Committee.
    own = [one for one in short if one.known and _own(pieces.texts[one.start], one.known.name)]
    names = _by_heads(pieces, heads, kinds, matches)
    found = _longest([*_peoples(pieces, heads, kinds), *own, *_listed(pieces, heads, matches), *names, *short])
    found = _longest(found + list(_held(pieces, found, lexicon)))
    found = _with_introduced(pieces, [_whole(name, found) for name in found])
    more = _parts_of(pieces, heads, found, lexicon)
    alone = {(one.start, one.end): one.known.actor if one.known else "" for one in found}
    fuller = [one for one in more if _fuller(one, alone.get((one.start, one.end)))]
    return Read(pieces, heads, _longest(fuller + found + more))


def _by_heads(pieces: Pieces, heads: _Heads, kinds: _Kinds, matches: _Matches) -> list[Named]:
    """The names that only the word at their head shows, "the Coastal Commission", the surest guess first."""
    offices = {m.start: m.value for m in matches if m.value and m.value.type == "un"}
    begun = {at: m.start for m in matches if m.value and m.value.type == "un" for at in range(m.start + 1, m.end)}
    seats = {m.start: m.end for m in matches if m.value and m.value.type == "meeting"}
    particles = {head.start for head in heads if head.value == "particle"}
    listed = {(m.start, m.end): m.value for m in matches if m.value and m.value.type == "un"}
    guesses = (_off_seat(_with_body(one, begun), seats) for one in sorted(Names(pieces, kinds, heads), key=_surer))
    return [_of_system(name, pieces, listed) or _from_name(name, pieces, offices, particles) for name in guesses]


def _of_system(name: Name, pieces: Pieces, listed: Mapping[tuple[int, int], Known]) -> Named | None:
    """A body that the lexicon has, with whose it is before it: "United Nations Commission on Narcotic Drugs"."""
    words = pieces.texts[name.start : name.start + 2]
    start = name.start + (2 if words == _SPELT_OUT.split() else 1)
    known = listed.get((start, name.end)) if words[:1] == _IN_BRIEF.split() or start > name.start + 1 else None
    return Named(name.start, name.end, known) if known else None


def _in_short(pieces: Pieces, matches: _Matches, acronyms: Mapping[str, Known]) -> list[Named]:
    """The acronyms and short names that the document introduced elsewhere."""
    short = [Named(i, i + 1, acronyms[text]) for i, text in enumerate(pieces.texts) if text in acronyms]
    return [one for one in short if not _named_in_full(pieces.texts[one.start], one, matches)]


def _peoples(pieces: Pieces, heads: _Heads, kinds: _Kinds) -> Iterator[Named]:
    """Adjectives of countries, which name nobody, and whole peoples."""
    yield from (Named(start, end, None) for start, end in adjectives(kinds, heads))
    for start, end, name in populations(pieces, kinds, heads):
        yield Named(start, end, Known(own_id(name), name, "society", f"people:{pieces.texts[start]}"))


def _listed(pieces: Pieces, heads: _Heads, matches: _Matches) -> list[Named]:
    """The names of the lexicon, its exceptions first."""
    members = {head.start for head in heads if head.value == "membership"}
    exceptions_first = sorted(matches, key=lambda match: match.value is not None)
    return [_with_members(m, members, pieces) or Named(m.start, m.end, m.value) for m in exceptions_first]


def _with_introduced(pieces: Pieces, found: list[Named]) -> list[Named]:
    """Names with the acronyms that the text itself introduces after them, wherever these stand again."""
    local = dict(_introduced(pieces, found))
    again = [Named(i, i + 1, local[text]) for i, text in enumerate(pieces.texts) if text in local] if local else []
    return _longest(found + again) if again else found


def _parts_of(pieces: Pieces, heads: _Heads, found: Sequence[Named], lexicon: Lexicon) -> list[Named]:
    """Those who share a word with others they are joined to: "the Second and Third Committees"."""
    links = {head.start for head in heads if head.value == "link"}
    named = [(one.start, one.end) for one in found if one.known]
    split = parts(pieces, named, actors_trie(lexicon), joints(heads, "joining"), links)
    return [Named(part.start, part.end, _coordinated(part.value), part.shared) for part in split if part.value]


@lru_cache(maxsize=4)
def office_ids(lexicon: Lexicon) -> frozenset[str]:
    """Return the ids of the actors that are offices a person holds, of a meeting or of a body."""
    return frozenset(entry.id for entry in lexicon["actor"] if entry.get("office"))


@rule("actor.office_of_body")
def _held(pieces: Pieces, found: Sequence[Named], lexicon: Lexicon) -> Iterator[Named]:
    """Yield the offices of other organizations, "Secretary-General of the Organization of Islamic Cooperation"."""
    held = office_ids(lexicon)
    apart = {name.end + 1 for name in found if name.known and name.known.type == "person"}  # "Ana Ruiz, President of"
    for office, body in pairwise(found):
        if office.start in apart and pieces.texts[office.start - 1] == ",":
            continue
        if office.known and body.known and office.known.actor in held and body.known.type in BODIES:
            between = [text.lower() for text in pieces.texts[office.end : body.start]]
            if between in (["of"], ["of", "the"]) and body.known.actor != _THE_UNITED_NATIONS:
                name = f"{office.known.name} of the {body.known.name}"
                yield Named(office.start, body.end, Known(own_id(name), name, "un", f"office:{office.known.name}"))


@rule("actor.group_members")
def _with_members(match: Match[Known | None], members: Container[int], pieces: Pieces) -> Named | None:
    """The name of a group with the word for those who make it up: "G20 members", not "ASEAN members of"."""
    group = match.value is not None and match.value.type == "groups" and match.end in members
    of = pieces.texts[match.end + 1 : match.end + 2] in (["of"], ["on"], ["for"])
    return Named(match.start, match.end + 1, match.value, match.end) if group and not of else None


def _named_in_full(short: str, meant: Named, matches: Iterable[Match[Known | None]]) -> bool:
    """Whether another body with this head is named in full before: "resolution 6 of the General Assembly, in which"."""
    before = (one for one in matches if one.value and one.end - one.start > 1 and one.end <= meant.start)
    others = (one.value for one in before if one.value and meant.known and one.value.actor != meant.known.actor)
    return short.istitle() and any(one.name.endswith(f" {short}") for one in others)


def _fuller(part: Named, alone: str | None) -> bool:
    """Whether a part of a coordination names more than its words alone: "employers’ and workers’ organizations"."""
    return part.known is not None and (alone == "" or (alone is not None and part.known.actor.startswith(f"{alone}_")))


def _whole(name: Named, found: Sequence[Named]) -> Named:
    """Take a guessed name that is part of one longer name in the text for that one: "the Special Committee"."""
    if name.known is None or not name.known.guessed or name.known.type == "person":
        return name
    part = f"_{name.known.actor}_"
    longer = {one.known for one in found if one.known and part in f"_{one.known.actor}_" and one.known != name.known}
    return name._replace(known=longer.pop()) if len(longer) == 1 else name


def learn_acronyms(text: str, *, lexicon: Lexicon) -> dict[str, Known]:
    """Return the acronyms a document introduces after an actor's name, "Ad Hoc Group on the Berlin Mandate (AGBM)".

    Args:
        text: the document's whole text.
        lexicon: whose actors and heads to go by.
    """
    learned: dict[str, Known] = {}
    for bracket in _BRACKETED.finditer(text):
        pieces = cut_text(text[max(bracket.start() - LONGEST_NAME, 0) : bracket.end()])
        for acronym, known in _introduced(pieces, read_pieces(pieces, lexicon).names):
            if not _of_another(acronym, known, lexicon):
                learned.setdefault(acronym, known)
    return learned


def _of_another(acronym: str, known: Known, lexicon: Lexicon) -> bool:
    """Whether an acronym is that of the body a name ends with: "Director of the World Health Organization (WHO)"."""
    listed = actors_trie(lexicon).whole(cut_text(acronym).keys)
    return any(one and one.actor != known.actor and known.name.endswith(f" {one.name}") for one in listed)


def _own(short: str, name: str) -> bool:
    """Whether a short name is a plain word, the name or its last word, or has its initials in their order: "ITC"."""
    initials = iter(word[0] for word in name.replace("-", " ").split())
    if short.istitle() and name.endswith(f" {short}"):
        return True  # "Assembly", of the Parliamentary Assembly
    return short.islower() or short.lower() == name.lower() or all(letter in initials for letter in short)


def _surer(name: Name) -> tuple[int, int]:
    return -len(name.head.split()), _GUESSES.index(name.role)


def _coordinated(known: Known) -> Known:
    return known._replace(rule=known.rule.replace("lexicon:", "coordination:", 1), pattern="")


@rule("actor.acronym")
def _introduced(pieces: Pieces, found: Iterable[Named]) -> Iterator[tuple[str, Known]]:
    """Yield the acronyms that stand in brackets after a name, and whose they are."""
    texts = pieces.texts
    for name in found:
        at = name.end
        if name.known and texts[at : at + 1] == ["("] and texts[at + 2 : at + 3] == [")"]:
            acronym = texts[at + 1]
            # "of Kenya (CHEC)": the letters are not the country's
            alien = name.known.type in ("person", "country") and not _own(acronym, " ".join(texts[name.start : at]))
            if _ACRONYM.fullmatch(acronym) and not alien:
                yield (
                    acronym,
                    name.known._replace(
                        guessed=False, pattern="", rule=f"acronym:{' '.join(texts[name.start : name.end])}"
                    ),
                )


def _from_name(name: Name, pieces: Pieces, offices: Mapping[int, Known], particles: Collection[int]) -> Named:
    """Take a name for the actor it makes, nobody for an instrument's; `offices` are known ones by first piece."""
    words = pieces.texts[name.start : name.end]
    text = " ".join(words)
    if name.role in ("instrument", "initials"):
        return Named(name.start, name.end, None)
    if name.role == "person" and name.start in offices:
        known = offices[name.start]  # "Secretary-General Kofi Annan" speaks for the office
    elif name.role == "person":
        family = own_id(" ".join(_family(name, pieces, particles)))
        known = Known(f"person:{family}", text, "person", f"person:{name.head}", guessed=True)
    else:
        known = Known(own_id(text), text, "organization", f"name:{name.head}", guessed=True)
    return Named(name.start, name.end, known)


def _with_body(name: Name, begun: Mapping[int, int]) -> Name:
    """Take a person with the body before the office: "United Nations Secretary-General Kofi Annan" is one name."""
    return replace(name, start=begun.get(name.start, name.start)) if name.role == "person" else name


def _off_seat(name: Name, seats: Mapping[int, int]) -> Name:
    """Take a person without the seat before the name: "Co-Chair Mensah" names the chair, and a person besides."""
    end = seats.get(name.start, name.end) if name.role == "person" else name.end
    return replace(name, start=end) if end < name.end else name


def _family(name: Name, pieces: Pieces, particles: Collection[int]) -> list[str]:
    """Return a person's last name; "Ruiz-Ortega", "O'Brien" and "Di Marco" are one."""
    start = name.end - 1
    while start > name.start:
        particle = start - 1 in particles and start - 1 > name.start and not pieces.joined(start - 1)  # not "Theo-Ben"
        if not (pieces.joined(start) or particle):
            break
        start -= 1
    return pieces.texts[start : name.end]


def own_id(text: str) -> str:
    """Return the id of an actor that has none but its name: the name in snake case, letters without their accents."""
    first = _BRIEF_FIRST.match(text)
    spelt = _SPELT_OUT + text[first.end() :] if first else text
    plain = "".join(one for one in normalize("NFKD", spelt.lower().translate(_STROKED)) if not combining(one))
    return _NOT_IN_ID.sub("_", plain).strip("_")


def _longest(found: list[Named]) -> list[Named]:
    """Keep, of those that overlap, the longest, and of equals what comes first."""
    taken: set[int] = set()
    kept = []
    for name in sorted(found, key=lambda n: n.start - n.end):
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)
