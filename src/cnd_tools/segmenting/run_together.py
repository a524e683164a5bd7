"""Paragraphs that run together on a line: the numbers in it count on, and what they number is parted again.

Sites that show a PDF beside its text keep that as one long line, a cell of a sheet does, and who copies from a page
loses a line end here and there. A number in mid-line begins a paragraph where it follows a sentence or a short heading,
a capital follows it, and it is one of a run of three or more, at the start of lines or inside them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cnd_tools.lexicon.openings import words
from cnd_tools.segmenting.lines import Line, Lines
from cnd_tools.segmenting.recitals import begun_inside
from cnd_tools.segmenting.signs import places_of

_SAID = words()
_SIGNS = "".join(_SAID["label"]["apart"].split())
# What goes before a number that only cites one: "in paragraph 3. The Board", "of 1. The".
_LABELS = [word.lower() for key in ("words", "divisions", "paragraphs") for word in _SAID["label"][key]]
_ABBREVIATED = frozenset(
    [word.rstrip(".") for word in _LABELS if word.endswith(".")] + [w.lower() for w in _SAID["sentence"]["never_last"]]
)
_CITING = _ABBREVIATED.union(_LABELS, _SAID["sentence"]["dangling"], _SAID["label"]["cited"].split())
_NO_TITLE = frozenset(_SAID["heading"]["never_first"].split())
_VERBS = frozenset(_SAID["opening"]["words"]["finite"].split()) | frozenset(_SAID["heading"]["finite"].split())
_INITIAL = re.compile(r"\s[A-Z]\.$")  # "with J. 2. A. Smith"
# "Smith, J., Lamps", "J. Smith and A. Jones, Lamps": works that are listed, and no paragraphs.
_AUTHOR = re.compile(r"\s?(?:[A-Z][\w’'-]{1,30},\s[A-Z]\.|(?:[A-Z]\.[\s-]?){1,3}[A-Z][\w’'-]{1,30}(?:,|\sand\s))")
# Cheap, for they look at every text: hardly one has a number that may begin a paragraph, or a bullet, in mid-line.
# A pattern that begins with a stop is looked for where stops are alone, and not at every blank.
_ANY_NUMBER = re.compile(r"\.(?:(?<= [0-9]\.)|(?<= [0-9]{2}\.)|(?<= [0-9]{3}\.)) ?[A-Z“\"‘(\[]")
_ANY_BULLET = {sign: f" {sign} " for sign in f"{_SIGNS}–—-"}
_AFTER_DIGITS = "|".join(rf"(?<={before}\d{{{digits}}}\.)" for before in (r"\s", "^") for digits in (1, 2, 3))
_NUMBER = re.compile(rf"\.(?:{_AFTER_DIGITS})(?:\s{{1,4}}(?=[A-Z“\"‘(\[])|(?=[A-Z][a-z]))")
_BEGINS = re.compile(r"[\[(]?(\d{1,3})[.)]")
_PAGE = re.compile(r"(\d{1,4})\s(?=\S)")
_LETTER = re.compile(r"(?:[:;,.]|[;,] (?:and|or))\s{1,4}(?=\(([a-z])\)\s{0,4}[A-Za-z“\"‘])")
_BULLET = re.compile(
    rf"(?:(?<=[.;:]\s)[{_SIGNS}]|(?:(?<=[;:]\s)|(?<=;\sand\s)|(?<=;\sor\s))[{_SIGNS}–—-](?=\s[A-Za-z“\"(]))\s(?=\S)"
)
_ITEM = re.compile(rf"[{_SIGNS}–—-]\s")
_SENTENCE_ENDS = frozenset('.;:?!”"’)]')
_LABEL = re.compile(r"(?:^|\s)(?:[IVXLC]{1,6}|[A-Z])\.\s$")  # of a heading: the stop in it ends no sentence
_LABELLED = re.compile(r"(?:[IVXLC]{1,6}|[A-Z])\.\s")
_SENTENCE = re.compile(r"[.;:?!][”\"’)\]]{0,2}\s{1,4}(?=[A-Z“\"‘])")
_FEWEST = 3  # numbers in a run, letters in a list less one
_SHORTEST = 60  # characters a paragraph has, on the average of its run
_LONGEST_TITLE = 260  # characters
_LONGEST_LABEL = 12  # characters
_FURTHEST = 50_000  # characters from one number of a run to the next


def part_lines(lines: Lines) -> Lines:
    """Return the lines of a text, those that hold several paragraphs parted into as many; the same where none does.

    Args:
        lines: in order.
    """
    numbered, listed = _ANY_NUMBER.search(lines.source) is not None, _with_bullets(lines)
    cuts = begun_inside(lines.texts)
    for place, at in (*(_numbers(lines) if numbered else ()), *_bullets(lines, listed)):
        cuts.setdefault(place, set()).add(at)
    if not cuts:
        return lines
    pages = _pages(lines, cuts)
    whole = Lines((), lines.source)
    for place, line in enumerate(lines):
        for part in _paged(line, pages[place]) if place in pages else [line]:
            said = part.left - line.left
            inner = [at - said for at in sorted(cuts.get(place, ())) if said < at < said + len(part.text)]
            whole += _parted(part, _all_cuts(part.text, inner)) if inner else [part]
    return whole


def _with_bullets(lines: Lines) -> list[int]:
    """Return the places of the lines that have the sign of a bullet inside them."""
    text = lines.source
    found = places_of(text, (said for sign, said in _ANY_BULLET.items() if sign in text))
    starts = [line.start for line in lines] if found else []
    return sorted({bisect_right(starts, at) - 1 for at in found})


def _bullets(lines: Sequence[Line], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield place and offset of the bullets inside lines that begin items, of lines at places that have such signs."""
    for place in places:
        said = lines[place].text
        found = [bullet.start() for bullet in _BULLET.finditer(said)]
        if len(found) + (_ITEM.match(said) is not None) > 1:
            yield from ((place, at) for at in found)


def _pages(lines: Sequence[Line], cuts: Collection[int]) -> dict[int, int]:
    """Return where the numbers end that lines begin with, if each such line is a page: "2 I. Ports 1. The port"."""
    numbers = [(place, found) for place, line in enumerate(lines) if (found := _PAGE.match(line.text))]
    counted = all(int(after[1]) == int(before[1]) + 1 for (_, before), (_, after) in pairwise(numbers))
    paged = counted and len(numbers) > 1 and any(place in cuts for place, _ in numbers)
    return {place: found.end() for place, found in numbers} if paged else {}


class _Run:
    """Numbers that count on: where each stands, and how many."""

    def __init__(self) -> None:
        self.first = self.last = -1  # offsets in the source
        self.count = 0
        self.words: Counter[str] = Counter()  # straight before the numbers inside lines
        self.authors = 0  # after them
        self.inner: list[tuple[int, int]] = []  # those inside lines: place of the line, offset in its text

    def add(self, place: int, at: int, offset: int, word: str, *, author: bool) -> None:
        self.first = offset if self.count == 0 else self.first
        self.last = offset
        self.count += 1
        self.authors += author
        if at:
            self.inner.append((place, at))
            self.words[word] += bool(word)

    @property
    def counts(self) -> bool:
        """Whether they number paragraphs: not "Table 1. …", "Table 2. …", which one word stands before, nor works."""
        called = max(self.words.values(), default=0)
        named = called > 1 and 2 * called > len(self.inner)
        long = self.last - self.first >= _SHORTEST * (self.count - 1)
        return self.count >= _FEWEST and long and not named and 2 * self.authors <= self.count


def _numbers(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield place and offset of the numbers inside lines that begin paragraphs."""
    runs: list[_Run] = []
    due: dict[int, _Run] = {}  # the run that a number would go on with
    begun = {int(found[1]) for line in lines if (found := _BEGINS.match(line.text))}
    for place, line in enumerate(lines):
        numbers = [_numbered(line.text, found) for found in _NUMBER.finditer(line.text)]
        final = {value: at for value, at, _ in numbers}  # where each stands last
        outer = listed = 0  # the next number of the run that is on the line; the next of a list inside what it numbers
        for value, at, end in numbers:
            inside = value == listed and (value != outer or at < final[value])
            if inside or (outer and value == 1 and line.text[max(0, at - 2) : at].rstrip().endswith(":")):
                listed = value + 1  # "3. It adopted its agenda: 1. Opening. 2. Elections. 4. It met."
                continue
            if at and (value in begun or not _stands_apart(line.text, at, first=value == 1)):
                continue
            run = due.pop(value, None)
            if run is not None and line.left + at - run.last > _FURTHEST:
                run = None
            if run is None:
                if value != 1 and at:
                    continue
                runs.append(run := _Run())
            word = _last_word(line.text[max(0, at - _LONGEST_TITLE) : at])
            run.add(place, at, line.left + at, word, author=_AUTHOR.match(line.text, end) is not None)
            due[value + 1] = run
            outer, listed = value + 1, 0
    for run in runs:
        if run.counts:
            yield from run.inner


def _numbered(text: str, found: re.Match[str]) -> tuple[int, int, int]:
    """Return the number that ends at the stop found, where it begins, and where what it numbers begins."""
    at = found.start()
    while at and text[at - 1].isdecimal():
        at -= 1
    return int(text[at : found.start()]), at, found.end()


def _stands_apart(text: str, at: int, *, first: bool) -> bool:
    """Return whether what stands before an offset is at its end: a sentence, a title after one, a page's number.

    Before the first number anything may stand, a whole title page too, but no word that cites.
    """
    before = text[max(0, at - _LONGEST_TITLE - 1) : at].rstrip()
    if not before or _INITIAL.search(before):
        return False
    title = _title_at(before)
    if _last_word(before) in _CITING and (title is None or not _LABELLED.match(before, title)):
        return False  # "in rule 3. The Board", and not "II. Plan of Action 3. The Board"
    return first or before[-1:] in _SENTENCE_ENDS or before.isdigit() or title is not None


def _last_word(text: str) -> str:
    """Return the word a text ends in, in small letters and without signs; "" where a sentence ends it."""
    words = text.rsplit(None, 1)
    last = words[-1].strip('("“').lower() if words else ""
    return last.rstrip(".") if last.rstrip(".") in _ABBREVIATED or last[-1:].isalnum() else ""


def _title_at(before: str) -> int | None:
    """Return where the title begins that a text ends in, after its last sentence: "… met. II. Ports of the bay"."""
    if before[-1:] in _SENTENCE_ENDS:
        return None
    start = 0 if len(before) < _LONGEST_TITLE and before[:1].isupper() else -1
    for found in _SENTENCE.finditer(before):
        if not _LABEL.search(before, max(0, found.end() - _LONGEST_LABEL), found.end()):
            start = found.end()
    return start if start >= 0 and _may_be_title(before[start:]) else None


def _may_be_title(text: str) -> bool:
    """Return whether words may be a title, and no sentence that a number is in: "In 2020 the ports had 2."."""
    said = text.lower().split()
    return said[0].rstrip(",") not in _NO_TITLE and _VERBS.isdisjoint(said)


def _all_cuts(text: str, cuts: list[int]) -> list[int]:
    """Return where a line is parted: at its numbers, at the titles before them, and at the letters of lists."""
    found = set(cuts)
    for at in cuts:
        above = max(0, at - _LONGEST_TITLE - 1)
        title = _title_at(text[above:at].rstrip())
        if title is not None:
            found.add(above + title)
    for first, last in zip([0, *cuts], [*cuts, len(text)], strict=True):
        letters: list[int] = []
        for letter in _LETTER.finditer(text, first, last):
            if ord(letter[1]) - 97 == len(letters):
                letters.append(letter.end())
        if len(letters) >= _FEWEST - 1:
            found.update(letters)
    return sorted(found - {0})


def _parted(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """Yield the parts of a line; each but the first stands apart from what is before it."""
    for first, last in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        left = line.left + first
        end = line.left + last if last < len(line.text) else line.end
        said = line.text[first:last].rstrip()
        if first:
            yield Line(left, end, left, said, 1, line.number)
        else:
            yield replace(line, end=end, text=said)


def _paged(line: Line, end: int) -> Iterator[Line]:
    """Yield the number of a page, and what else is on the line."""
    left = line.left + end
    yield replace(line, end=left, text=line.text[:end].rstrip(), torn=True)
    yield Line(left, line.end, left, line.text[end:], 0, line.number)
