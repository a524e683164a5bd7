"""Treaties, declarations and agendas cited by name: those of the lexicon, others by the form of their titles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Sequence

from cnd_tools.extracting.citations.coordinated import of_names
from cnd_tools.extracting.citations.names import Names
from cnd_tools.extracting.citations.patterns import Cited, matches, pattern
from cnd_tools.extracting.citations.years import of_years
from cnd_tools.lexicon import Lexicon

LONGEST = 30  # words on either side of a title's head
_WORD = re.compile(r"[^\W_]+(?:[-‐‑’'][^\W_]+)*(?:(?<=s)[’'](?=\s[A-Z]))?|[^\w\s]")
_YEAR = re.compile(
    r"[\s,]{0,2}(?:of\s)?(?:\d{1,2}\s[A-Z][a-z]{2,8}\s)?(?:(?:19|20)\d\d)?[\s,]{0,2}"
)  # between title and bracket
_BODY_MOST = 60  # characters before a treaty's name that may make a body of it
_SAID_MOST = 20  # characters of what goes before a short name: "the said Convention"
_JOINED_MOST = 120  # characters before an acronym in which it says what is done with it: "Ratify ICRMW, CED and OP-CAT"
_REPORT_MOST = 240  # characters before a title that may say that it is a report's
_NUMBER = re.compile(r"\d{1,3}")
_MARK = re.compile(r"(?<=[a-z]{3})\d{1,2}$")  # a note's: "Declaration on the Right to Development11"
_DATE = re.compile(r"^(?:19|20)\d\d\s")
_PARTING = frozenset({"and", "or"})
Span = tuple[int, int]


class Titles:
    """Finds names of what was agreed, and remembers them for "the Convention" later in the document."""

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self._names = names
        self._entries = {entry.id: entry for entry in lexicon["instrument"]}
        self._alone = {name: entry for entry in lexicon["instrument"] for name in entry.get("alone", ())}
        self._joining: frozenset[str] = frozenset()
        self._bare: frozenset[str] = frozenset()
        self._times: frozenset[str] = frozenset()
        for title in lexicon["title"]:
            if title.get("role") == "joining":
                self._joining = frozenset(title.patterns)
            elif title.get("role") == "bare":
                self._bare = frozenset(title.patterns)
            elif title.get("role") == "time":
                self._times |= frozenset(title.patterns)
        self._named: defaultdict[str, dict[str, str]] = defaultdict(dict)  # by head: ids, with their types
        self._listed: defaultdict[str, dict[str, str]] = defaultdict(
            dict
        )  # those of the lexicon: few, however many there are
        self._since: dict[tuple[str, str], int] = {}  # by head and id: the first of the points that names it
        self._aliases: dict[str, Cited] = {}  # by what the document says that it will call them
        self._dated: dict[str, str] = {}  # by the id of a title without its years, with them
        self._own: set[str] = set()  # heads by which the document speaks of itself

    def at_home(self, symbol: str) -> None:
        """Take in the symbol of the document: in one of a treaty's own bodies "the Convention" is theirs."""
        for entry in self._entries.values():
            if any(f"{symbol}/".startswith(f"{home}/") for home in entry.get("home", ())):
                self._alone |= {name: entry for _, _, _, name in self._heads_of(str(entry.label))}

    def leave_out(self, texts: Iterable[str]) -> None:
        """Take in by which names a document speaks of itself: "the Convention" is no citation in a convention."""
        self._own |= {found["name"] for text in texts for found in matches("itself", text)}

    def full(self, text: str, place: int = -1) -> list[tuple[Cited, Span]]:
        """Return what a text names in full, each with the characters of the whole name it is part of.

        Args:
            text: a point's text.
            place: which of the points that are read it is, or -1 of a heading's, which stands above them.
        """
        bodies = self._bodies(text)
        known = [one for one in self._names.of(text, "instrument") if text[one[1] : one[1] + 1] != "/"]
        several = list(of_names(text, self._names))
        spans = sorted([*((start, end) for start, end, _ in known), *((one.start, one.end) for one in several)])
        found = [
            (Cited(start, end, self._entries[one].get("type"), one), (start, end))
            for start, end, entry in known
            if not _within((start, end), bodies) and not _within((start, end), spans)
            for one in (entry.get("members") or (entry.id,))
        ]
        found += self._labour(text)
        made = (*self._acronyms_of(text), *of_years(text, self._names))
        made = (*(one for one in made if not _within((one.start, one.end), spans)), *several)
        found += [(one, (one.start, one.end)) for one in made]
        taken = [*(span for _, span in found), *bodies]
        found += [(self._in_full(one), (one.start, one.end)) for one in self._unknown(text, taken)]
        found = [(self._meant(text, one), span) for one, span in self._with_aliases(text, found)]
        for start, end, entry in known:  # in the name of a body too: "the Declaration" may come after it
            self._take_in(self._own_heads(text[start:end]), entry.id, entry.get("type"), place)
        for cited, (start, end) in found:
            id = str(cited.cited)
            self._take_in(self._own_heads(text[start:end]), id, cited.type, place)
            self._take_in(self._entries[id].get("short", ()) if id in self._entries else (), id, cited.type, place)
        return found

    def _take_in(self, heads: Iterable[str], id: str, kind: str, place: int) -> None:
        for name in heads:
            self._named[name].setdefault(id, kind)
            if id in self._entries:
                self._listed[name].setdefault(id, kind)
            self._since.setdefault((name, id), place)

    def _in_full(self, one: Cited) -> Cited:
        """Return the instrument of the lexicon, named in full before, of which a title is a part, or the title itself.

        "The Global Plan of Action" is the "United Nations Global Plan of Action to Combat Trafficking in Persons". What
        stands before the part may be no head: a protocol to a convention is not that convention.
        """
        part = f"_{one.cited}_"
        known = {
            (id, kind)
            for name, ids in self._listed.items()
            if f"_{name.lower().replace(' ', '_')}_" in part
            for id, kind in ids.items()
            if part in f"_{id}_"
        }
        if len(known) != 1:
            return one
        id, kind = next(iter(known))
        before = id[: f"_{id}_".index(part)].replace("_", " ").title()
        return one if any(self._heads_of(before)) else Cited(one.start, one.end, kind, id)

    def _with_aliases(self, text: str, found: list[tuple[Cited, Span]]) -> list[tuple[Cited, Span]]:
        """Take in what a text says that it will call what it names: "… from Ships, 1973 (the “1973 Convention”)".

        A title that the lexicon does not have is what its short name in brackets is: "(the Paris Principles)".
        """
        for alias in pattern("alias").finditer(text):
            name, begin = alias["quoted"] or alias["named"], alias.start("quoted" if alias["quoted"] else "named")
            known = next((one for one, _ in found if one.start == begin and one.cited in self._entries), None)
            for place, (one, (start, end)) in enumerate(found):
                if start < alias.start() and _YEAR.fullmatch(text, end, alias.start()):
                    if known is None:
                        self._aliases[name] = one
                    elif one.cited not in self._entries:
                        found[place] = (Cited(one.start, one.end, known.type, known.cited), (start, end))
        return found

    def _meant(self, text: str, one: Cited) -> Cited:
        known = self._aliases.get(text[one.start : one.end])
        return one if known is None else Cited(one.start, one.end, known.type, known.cited)

    def _called(self, text: str, covered: bytearray) -> Iterator[Cited]:
        """Yield what a text calls as the document said it would: "the Strategy"."""
        for alias, known in self._aliases.items():
            at = text.find(f"the {alias}")
            if at >= 0 and not covered[at + 4] and not text[at + 4 + len(alias) :][:1].isalnum():
                yield Cited(at + 4, at + 4 + len(alias), known.type, known.cited)

    def short(self, text: str, full: Sequence[tuple[Cited, Span]], place: int) -> Iterator[Cited]:
        """Yield what "the Convention" is: the one the point names before, or the only one that the document names.

        Where it names several, the only one that it has named up to this point.
        """
        bodies = self._bodies(text)
        covered, waiting = (
            _covered(text, [*(span for _, span in full), *bodies]),
            deque(sorted(full, key=lambda one: one[1])),
        )
        yield from self._called(text, covered)
        before: dict[str, Cited] = {}  # by the head of its name, what was named last
        for start, end, _, printed in self._heads_of(text):
            while waiting and waiting[0][1][1] <= start:
                one, span = waiting.popleft()
                before |= dict.fromkeys(self._own_heads(text[slice(*span)]), one)
            name = printed.capitalize() if printed.isupper() else printed  # "PROTOCOL ARTICLE 3.14:"
            if covered[start] or not _is_short(text, start, end):
                continue
            named = self._named.get(name, {})
            if len(named) > 1:
                named = {id: kind for id, kind in named.items() if self._since[name, id] <= place}
            if name in before:
                yield Cited(start, end, before[name].type, before[name].cited)
            elif len(named) == 1 and name not in self._own:
                yield from (Cited(start, end, kind, cited) for cited, kind in named.items())
            elif not named and name not in self._own and name in self._alone:
                yield Cited(start, end, self._alone[name].get("type"), self._alone[name].id)

    def _bodies(self, text: str) -> list[Span]:
        """Return where names of treaties are parts of the names of bodies."""
        after = [(start, end) for start, end, _ in self._names.of(text, "named_after")]
        named = (_body_around(text, start, end) for start, end, _ in self._names.of(text, "instrument"))
        return sorted([*after, *(span for span in named if span is not None)])

    def _acronyms_of(self, text: str) -> Iterator[Cited]:
        """Yield treaties by an acronym that their committee has too, where what is joined or applied is the treaty."""
        for start, end, entry in self._names.of(text, "acronym"):
            bound = pattern("joined").search(text, max(start - _JOINED_MOST, 0), start)
            if bound is not None and pattern("its_committee").match(text, end) is None and text[end : end + 1] != "/":
                yield Cited(start, end, entry.get("type"), entry.id)

    def _labour(self, text: str) -> Iterator[tuple[Cited, Span]]:
        for found in matches("labour_convention", text):
            for number in _NUMBER.findall(found["numbers"]):
                yield Cited(found.start(), found.end(), "treaty", f"ILO C{number}"), found.span()
        for found in matches("labour_recommendation", text):
            yield Cited(found.start(), found.end(), "declaration", f"ILO R{found['number']}"), found.span()

    def _heads_of(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """Yield the heads of titles: characters, role, and the words as printed."""
        for start, end, role in self._names.of(text, "head"):
            if text[start].isupper():
                yield start, end, role, text[start:end]

    def _own_heads(self, title: str) -> Iterator[str]:
        """Yield the heads of one title, not those of what it is to: "Optional Protocol to the Convention on …"."""
        for start, _, _, name in self._heads_of(title):
            if " to the " not in title[:start]:
                yield name

    def _unknown(self, text: str, taken: Sequence[Span]) -> Iterator[Cited]:
        """Yield titles that the lexicon does not have, under an id made of their words."""
        heads = list(self._heads_of(text))
        words, covered = list(_WORD.finditer(text)) if heads else [], _covered(text, taken)
        begins = {start for start, _, _, _ in heads}
        ended = 0
        for start, end, role, _ in heads:
            if start < ended or any(covered[start:end]) or _goes_on(text, end):
                continue
            place = bisect_left(words, start, key=lambda word: word.start())
            first = self._left(text, words[max(place - LONGEST, 0) : place], max(start, ended))
            last = self._right(text, words[place : place + LONGEST], end, begins)
            named = last > end or not self._bare.issuperset(text[first:start].split())
            if pattern("of_itself_before").search(text, max(first - _SAID_MOST, 0), first):
                continue
            if role != "other" and named and (first < start or last > end) and not any(covered[first:last]):
                years = pattern("years_of_title").match(text, last) if role == "declaration" else None
                name = _id(text[first:last], dated=last == end)
                last = ended = years.end() if years else last
                if years:
                    self._dated[name] = _id(text[first:last], dated=False)
                if not pattern("title_of_report").search(text, max(first - _REPORT_MOST, 0), first):
                    yield Cited(first, last, role, self._dated.get(name, name))

    def _left(self, text: str, words: Sequence[re.Match[str]], start: int) -> int:
        """Return where a title begins: at the first of the capitalised words that stand before its head."""
        begun, edge = start, start
        for word in reversed(words):
            if text[word.end() : edge].strip("- "):
                break
            capital = word[0][0].isupper() and word[0].lower() not in self._joining
            if capital or (word[0].isdecimal() and len(word[0]) == 4):
                begun = edge = word.start()
            elif word[0] == "of" and edge == begun < start:
                edge = word.start()  # "Council of Europe Convention"
            else:
                break
        return begun

    def _right(self, text: str, words: Sequence[re.Match[str]], head: int, begins: Container[int]) -> int:
        """Return where a title ends: after the last capitalised word that only small words part from its head."""
        end, waiting, joined, series = head, list[str](), False, False
        for word in words:
            if word.start() < end:
                continue
            lower = word[0].lower()
            if word[0] in self._times or pattern("no_title").match(text, word.start()):
                break
            if word[0][0].isupper() and lower not in self._joining:
                if not _PARTING.isdisjoint(waiting) and (word.start() in begins) != (end == head):
                    break  # "the Convention and European standards"; but "Declaration and Programme of Action" is one
                joined = joined or bool(waiting)
                end, waiting = word.end(), []
            elif (
                lower in self._joining
                and (word[0] != "by" or joined)
                and len(waiting) < 3
                and (series or not ("and" in waiting and word[0] in {"the", "to"}))
            ):
                waiting.append(word[0])
            elif word[0] == "," and joined and not waiting and pattern("series").match(text, word.start()):
                series = True
            else:
                break
        return end


def _body_around(text: str, start: int, end: int) -> Span | None:
    """Return the body's name that a treaty's is part of, "the Conference of the Parties to the …", or None."""
    before = pattern("body_before").search(text, max(start - _BODY_MOST, 0), start)
    after = pattern("body_after").match(text, end)
    if before is None and after is None:
        return None
    return before.start() if before else start, after.end() if after else end


def _within(span: Span, bodies: Sequence[Span]) -> bool:
    """Whether a name is only a part of another, of a body's or of a treaty's, and says nothing of the thing itself."""
    place = bisect_right(bodies, span[0], key=lambda one: one[0])
    near = bodies[max(place - 2, 0) : place]  # itself, and what begins before it
    return any(span[1] <= end and span != (start, end) for start, end in near)


def _covered(text: str, spans: Iterable[Span]) -> bytearray:
    """Return for each character whether it is in one of the spans."""
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = bytes([1]) * (end - start)
    return covered


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a head alone is a treaty's short name: "the Convention", and "Convention Article 4" in bulletins."""
    if pattern("its_article").match(text, end):
        return True
    return pattern("said").search(text, max(start - _SAID_MOST, 0), start) is not None and not _goes_on(text, end)


def _goes_on(text: str, end: int) -> bool:
    after = _WORD.match(text, end + 1) if text[end : end + 1] in {" ", "-"} else None
    # "Convention Secretariat" is none, "Convention Governing the Aspects of …" is.
    return bool(after and after[0][0].isupper() and not after[0].endswith("ing"))


def _id(name: str, *, dated: bool) -> str:
    """Return the id of a title: its words; a year before it counts where nothing else tells it, "1998 Agreement"."""
    name = _MARK.sub("", name if dated else _DATE.sub("", name))
    return "_".join(re.findall(r"[^\W_]+", name.lower().replace("’", "").replace("'", "")))
