"""What a printer put on the page and the drafters did not: running heads and feet, page and job numbers, rules.

Also lines of tables and of tables of contents, which are kept out of the points and counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from cnd_tools.lexicon.openings import words
from cnd_tools.segmenting.lines import GAP, MOST_BEGUN, Line, Lines, of_kind

_ORGAN = r"(?:[A-Z]{1,6}(?:\.[A-Z]{1,2})?|Assembly)"
_SYMBOL = rf"{_ORGAN}(?:/[A-Z0-9][\w.()-]{{0,30}}){{0,7}}/[A-Z0-9](?:[\w.()-]{{0,30}}[\w)])?\*?"
_JOB = r"(?:[A-Z]{1,4}\.)?\d\d-\d{5,6}(?:\s?\([A-Z]\))?"
_PAGE = r"\d{1,4}(?:\s?/\s?\d{1,4})?"
RULE = re.compile(r"[_—–=*·•~-]{3,}|(?:[_*·•~=-]\s){2,}[_*·•~=-]")
# A running head has the symbol on one side and a wide gap to what is on the other, if anything is.
_HEAD = re.compile(rf"{_SYMBOL}\s{{3,}}|\S\s{{3,}}{_SYMBOL}$")
_FOOT = re.compile(rf"{_JOB}\s{{6,}}{_PAGE}|{_PAGE}\s{{6,}}{_JOB}")
# These are furniture where a page begins or ends; a wrapped line may look the same.
_AT_EDGE = re.compile(
    rf"""
    {_JOB}(?:\s+(?:{_PAGE}|\d{{6}}))? | {_PAGE}\s+{_JOB}    # a job number, with or without the page or the day
  | {_SYMBOL}(?:\s+[Pp]age\s+{_PAGE})?
  | [Pp]age\s+(?:\d{{1,4}}|[ivxl]{{1,6}})(?:\s+of\s+\d{{1,4}})? | \d{{1,4}}\s+of\s+\d{{1,4}} | [-–—]\s?\d{{1,4}}\s?[-–—]
  | \*\d{{7,9}}\* | [\ue000-\uf8ff\s]+ | \d{{6}}\s+\d{{6}}   # a bar code, as digits or in a font of its own
  | Please\srecycle\S?.{{0,3}}
  | /\s?(?:\.\s?\.\s?\.|…)                                # the page is not the last
    """,
    re.VERBOSE,
)
_PATH = re.compile(r"(?:[^\s<>|»›][^<>|»›]{0,40}\s[>»›]\s){1,8}[^<>|»›]{1,80}")  # of a site: "Home > Documents > Texts"
_TOP = 5  # lines in which it stands
_NEVER = frozenset('([“"‘')  # what no furniture begins with but the head of a page, which has a gap
_WORDS = frozenset({"Pa", "Pl", "As"})  # "Page 3", "Please recycle", "Assembly/AU/Dec.7"
_FOLIO = re.compile(r"\d{1,4}|\d{1,4}\s?/\s?\d{1,4}|[ivxl]{1,6}")
# Only the first dot of a row begins one: from each of them, the time would grow with the square of their number.
_LEADERS = re.compile(
    r"(?<!\.)(?<!\.\s)(?:(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxl]{1,6})|(?:\.\s?){6,})$|(?<!…)…{2,}\s*\d{1,4}$"
)
_LEADER_ENDS = frozenset(".ivxl")  # or a digit
_LED = ("...", ". .", "…")  # one of them at least is in every row of leaders
_PAGE_AT_END = re.compile(r"(?:^|\S\s+|[^\W\d_]|[)”])(\d{1,4})$")
_COLUMN = re.compile(r"\b(?:[Pp]age|PAGE)$")
_COUNTED = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3}")
_OFTEN = 3  # times that a running head comes back
_RUNNING = 3  # lines that a running head has at the most
_LONGEST_HEAD = 100  # characters
_TITLES = frozenset(words()["heading"]["contents"])
_TITLES_BEGIN = frozenset(title[:2] for title in _TITLES)
_EMPHASIS = "*_# "
_CELLS = re.compile(r"\S\s{3,}(?=\S)")  # a cell may be of one character, the end of one gap and the start of the next
_LONGEST_NUMBER = 16  # "- 12 - ", "page 3 of 100"
_GROWING = re.compile(
    r"(?:[-–—|[(•]\s?|[Pp]age\s{1,3})?(\d{1,4})(?:\s?/\s?\d{1,4}|\s{1,3}of\s{1,3}\d{1,4}|\s?[-–—|\])•])?"
)
_SURE = re.compile(r"[Pp]age|of")  # beside a number: it is no label
_PAGE_OF = re.compile(r"Page\s{1,3}\d{1,4}\s{1,3}of\s{1,3}\d{1,4}")  # which no wrapped line of a text is
_NUMBER_BEGINS = frozenset("-–—|[(•ivxlPp")  # or a digit
_LONGEST_FOLIO = 11  # "1000 / 1200"
_PAGE_SIGNS = "0123456789 .…\t"
_LONGEST_TITLE = 30
_LONGEST_CHAPTER = 150  # pages
_BEFORE = 3  # lines an entry with leaders has at the most besides its last
_FURTHER = 5  # lines of other kinds between two entries under the title
LONGEST = 170  # characters: a longer line is text


def mark_furniture(lines: Lines, kinds: list[str]) -> None:
    """Set the kind of the lines that are furniture, tables or tables of contents, where it is still open ("").

    Args:
        lines: all lines.
        kinds: the kind of each.
    """
    # The many long lines of a flowed text are never looked at.
    texts = lines.texts
    given = kinds.copy()

    def is_short(place: int) -> bool:
        return not given[place] and len(texts[place]) < LONGEST

    begun = [place for place in lines.beginning(_may_begin) if _may_be(texts[place])]
    top = range(min(_TOP, len(lines)))
    for place in sorted(filter(is_short, {*top, *begun, *lines.gapped})):
        if _is_furniture(lines, kinds, place) or (place < _TOP and _PATH.fullmatch(texts[place])):
            kinds[place] = "furniture"
    numbers = filter(is_short, lines.beginning(_may_begin_number))
    brief = [place for place in numbers if len(texts[place]) <= _LONGEST_NUMBER]
    _mark_folios(lines, kinds, brief)
    _mark_languages(lines, kinds, is_short)
    _mark_growing(lines, kinds, brief)
    _mark_running(lines, kinds)
    _mark_beside_pages(lines, kinds)
    _mark_contents(lines, kinds)
    _mark_tables(lines, kinds)


@lru_cache(maxsize=MOST_BEGUN)
def _may_begin(begun: str) -> bool:
    """Return whether furniture that has no wide gap inside may begin so: few words do."""
    first = begun[0]
    if first.isupper() and begun[1:].islower():
        return begun in _WORDS
    return first not in _NEVER and (first == "p" or not first.islower())


@lru_cache(maxsize=MOST_BEGUN)
def _may_begin_number(begun: str) -> bool:
    return begun[0].isdecimal() or begun[0] in _NUMBER_BEGINS


def _may_be(text: str) -> bool:
    """Return whether a line that begins so may be furniture at all, with no wide gap inside.

    Those that begin with a letter are a symbol, a job number, "page 3" or "Please recycle".
    """
    return not text[0].isalpha() or "/" in text or "-" in text or text[0] in "Pp"


def _is_furniture(lines: Sequence[Line], kinds: Sequence[str], place: int) -> bool:
    line = lines[place]
    if RULE.fullmatch(line.text) or (GAP in line.text and (_HEAD.search(line.text) or _FOOT.fullmatch(line.text))):
        return True
    if not _AT_EDGE.fullmatch(line.text):
        return False
    if _PAGE_OF.fullmatch(line.text):
        return True
    edge = line.gap > 0 or line.torn or not place or kinds[place - 1] == "furniture"
    return edge or _FOLIO.fullmatch(lines[place - 1].text) is not None


def _mark_folios(lines: Sequence[Line], kinds: list[str], brief: Sequence[int]) -> None:
    """Mark a number alone on its line where a page ends or begins."""
    for place in brief:
        line = lines[place]
        if len(line.text) <= _LONGEST_FOLIO and not kinds[place] and _FOLIO.fullmatch(line.text):
            after = place + 1
            foot = after == len(lines) and line.gap > 0
            foot = foot or (after < len(lines) and (lines[after].torn or kinds[after] == "furniture"))
            if foot or line.torn or (place and kinds[place - 1] == "furniture" and line.gap == 0):
                kinds[place] = "furniture"


def _mark_languages(lines: Sequence[Line], kinds: list[str], is_short: Callable[[int], bool]) -> None:
    """Mark the word between a symbol and a page number."""
    for above in of_kind(kinds, "furniture"):
        if above + 1 < len(lines) and is_short(above + 1) and _is_language(lines, above + 1):
            kinds[above + 1] = kinds[above + 2] = "furniture"


def _mark_growing(lines: Sequence[Line], kinds: list[str], brief: Sequence[int]) -> None:
    """Mark page numbers that stand between paragraphs: alone, each one more than the last.

    A number alone may be the label of what stands under it: then that has none of its own.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for place in brief:
        text = lines[place].text
        if not kinds[place] and (number := _GROWING.fullmatch(text)):
            found.setdefault(text.replace(number[1], "#", 1), []).append((place, int(number[1])))
    for text, places in found.items():
        steps = [other - one for (_, one), (_, other) in pairwise(places)]
        apart = all(other - one > 2 for (one, _), (other, _) in pairwise(places))
        if len(places) > 2 and set(steps) == {1} and apart and (_SURE.search(text) or not _are_labels(lines, places)):
            for place, _ in places:
                kinds[place] = "furniture"


def _is_language(lines: Sequence[Line], place: int) -> bool:
    """Return whether a line is the word between a symbol and a page number: "A/48/263", "English", "Page 3"."""
    line, after = lines[place], lines[place + 1] if place + 1 < len(lines) else None
    return line.text.isalpha() and not line.gap and after is not None and _AT_EDGE.fullmatch(after.text) is not None


def _are_labels(lines: Sequence[Line], places: Sequence[tuple[int, int]]) -> bool:
    """Return whether numbers that stand alone number what stands under them, which has no number of its own then."""
    below = [(lines[place + 1].text, number) for place, number in places if place + 1 < len(lines)]
    return 2 * sum(_is_numbered(text, number) for text, number in below) > len(below)


def _is_numbered(text: str, number: int) -> bool:
    """Return whether a paragraph may have a number above it as its label."""
    if text[0].isdigit():
        return text.startswith(f"{number}.")  # chapter 2, and 2.1 in it
    return not text[0].islower() and (text[0] != "(" or text.startswith(("(a)", "(i)", "(1)")))


def _mark_running(lines: Sequence[Line], kinds: list[str]) -> None:
    """Mark first and last lines of pages that come back on other pages, whatever number is in them."""
    edges = [place for place, line in enumerate(lines) if line.torn]
    edges += [place - 1 for place in edges if place]
    edges = [place for place in edges if not kinds[place] and len(lines[place].text) < LONGEST]
    plain = {place: _DIGITS.sub("#", lines[place].text) for place in edges}
    often = Counter(plain.values())
    for place, text in plain.items():
        if often[text] >= _OFTEN:
            kinds[place] = "furniture"


def _mark_beside_pages(lines: Lines, kinds: list[str]) -> None:
    """Mark running heads and feet in a text without pages, as copied from a PDF: what stands beside page numbers.

    A line that comes back there, whatever number is in it, and nowhere else; then what comes back beside these.
    """
    beside = [place for place in of_kind(kinds, "furniture") if _COUNTED.search(lines[place].text)]
    for _ in range(_RUNNING):
        if len(beside) < _OFTEN:
            return
        near = {other for place in beside for other in (place - 1, place + 1) if 0 <= other < len(lines)}
        open_ = [place for place in near if not kinds[place] and len(lines[place].text) < _LONGEST_HEAD]
        plain = {place: _DIGITS.sub("#", lines[place].text) for place in open_}
        often = Counter(text for text in plain.values() if _WORD.search(text))
        known = {text for text, count in often.items() if count >= _OFTEN}
        if known:
            anywhere = Counter(_DIGITS.sub("#", text) for text in lines.texts if len(text) < _LONGEST_HEAD)
            known = {text for text in known if anywhere[text] - often[text] <= 1}  # it is the title, too
        beside = [place for place, text in plain.items() if text in known]
        for place in beside:
            kinds[place] = "furniture"


def _mark_contents(lines: Lines, kinds: list[str]) -> None:
    """Mark a table of contents: entries that end in dot leaders or, under its title, in a page number."""
    if not _may_have_contents(lines):
        return
    open_ = zip(lines.texts, kinds, strict=True)
    for run in _runs([place for place, (text, kind) in enumerate(open_) if not kind and len(text) < LONGEST]):
        begun, titled = -1, False  # where the entry began that a line may end; whether a title stands above
        # The lower of the two last pages counts: a number in mid-entry may be taken for one ("SDG 11").
        pages = (0, 0)
        first = ""  # the first entry, which comes again where the text begins
        for at, place in enumerate(run):
            text = lines[place].text
            led = any(leader in text for leader in _LED)
            if len(text) < _LONGEST_TITLE and _is_title(text):
                begun, titled, pages, first = place, True, (0, 0), ""
            elif (led or titled) and (number := _page(text, titled=titled, last=min(pages))):
                near = begun >= 0 and place - begun <= (_FURTHER if titled else _BEFORE)
                for entry in range(begun if near else place, place + 1):
                    kinds[entry] = "contents"
                begun, pages = place + 1, (pages[1], number)
                first = first or text.rstrip(_PAGE_SIGNS)
            elif not (titled and text != first and _goes_on(lines, run[at : at + 1 + _FURTHER], min(pages))):
                begun, titled = place if lines[place].gap else begun, False


def _may_have_contents(lines: Lines) -> bool:
    """Return whether a title stands anywhere, or a leader before what an entry ends in; most texts have none."""
    ends = {sign for sign in set(lines.lasts) if sign.isdecimal() or sign in _LEADER_ENDS}
    ended = (lines.texts[place] for place in lines.ending(ends))
    if any(leader in text for text in ended if len(text) < LONGEST for leader in _LED):
        return True
    texts = [lines.texts[place] for place in lines.beginning(_may_begin_title)]
    return any(_is_title(text) for text in texts if len(text) < _LONGEST_TITLE)


@lru_cache(maxsize=MOST_BEGUN)
def _may_begin_title(begun: str) -> bool:
    return begun[0] in _EMPHASIS or begun.casefold()[:2] in _TITLES_BEGIN


def _is_title(text: str) -> bool:
    return text.strip(_EMPHASIS).casefold() in _TITLES


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    """Yield the places of lines that follow each other, together."""
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        yield [place for _, place in run]


def _page(text: str, *, titled: bool, last: int) -> int:
    """Return the page at the end of an entry of a table of contents, 0 if the line ends none.

    Args:
        text: the line.
        titled: the title of the table stands above; then an entry needs no leaders.
        last: page of an entry before; those that follow stand on no earlier one, and not hundreds of pages on.
    """
    counted = text[-1].isdecimal()  # most lines end in no number, and are not looked through
    if (counted or text[-1] in _LEADER_ENDS) and _LEADERS.search(text):
        return max(last, 1)
    found = _PAGE_AT_END.search(text) if titled and counted else None
    number = int(found[1]) if found else 0
    return number if last <= number <= last + _LONGEST_CHAPTER else 0


def _goes_on(lines: Sequence[Line], places: Sequence[int], last: int) -> bool:
    """Return whether a line under the title is of the table, though it ends no entry.

    It is the head of the page column, or an entry follows soon: over a line break, or after one that lost its spaces
    or its page ("III.Talks with owners12–164").
    """
    text = lines[places[0]].text
    if _COLUMN.search(text):
        return True
    return text[-1] not in ".;" and any(_page(lines[place].text, titled=True, last=last) for place in places[1:])


def _mark_tables(lines: Lines, kinds: list[str]) -> None:
    """Mark runs of two or more lines that fall into three or more columns."""
    rows = [
        place
        for place in lines.gapped
        if not kinds[place] and len(lines[place].text) < LONGEST and len(_CELLS.findall(lines[place].text)) >= 2
    ]
    for run in _runs(rows):
        if len(run) > 1:
            for place in run:
                kinds[place] = "table"
