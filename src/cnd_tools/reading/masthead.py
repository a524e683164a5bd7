"""What stands above a document's text: symbol, body, session, date, agenda item, title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.reading import letterheads
from cnd_tools.records import Masthead

_HEAD = 12_000  # characters: no masthead is longer
_LONGEST_TITLE = 80  # words
_LONGEST_NAME = 3  # lines
_LONGEST_BLOCK = 5  # lines of a title with blank lines around it
_WIDEST = 120  # characters in a line of print
_SHORT = 0.85  # of the width: a line that leaves more room than this for the next word was not wrapped

_SAID = words()["masthead"]
_MONTH = alternatives(_SAID["months"])
_DATE = rf"\d{{1,2}}\s(?i:{_MONTH})\s\d{{4}}"
_DAYS = rf"\d{{1,2}}(?:\s(?:{_MONTH}))?(?:\s\d{{4}})?\s?[-–]\s?{_DATE}"
# "A/81/6 (Sect. 25)/Part A" is the symbol of a part of the budget.
_PART = r"\s\([A-Z][a-z]{1,11}\.?\s\d{1,3}\)(?:/[A-Z][\w.]{0,11}(?:\s[A-Z])?){0,2}"
_SYMBOL = (
    # "GC(63)/RES/8" of the International Atomic Energy Agency, "Assembly/AU/Dec.7(IX)" of the African Union
    rf"(?:[A-Z]{{1,6}}(?:\(\w{{1,7}}\))?(?:\.(?:\d\d|[A-Z]{{1,2}}))?|Assembly)"
    rf"(?:/[A-Z0-9][\w.()-]{{0,30}}){{1,8}}(?:{_PART})?"
    r"|WHA\d\d\.\d{1,3}|EB\d{2,3}\.R\d{1,3}"
)
_BODY = alternatives(_SAID["bodies"])
_ORGAN = alternatives(_SAID["organs"])
_KNOWN = frozenset(words()["heading"]["known"])
_PARTS = re.compile(rf"(?:{alternatives(words()['heading']['parts'])})\b", re.IGNORECASE)

_DISTRIBUTION = rf"(?:{alternatives(_SAID['distribution'])})"
_SPREAD = alternatives(_SAID["distributions"])
_WRITTEN = alternatives(_SAID["written"])
_LANGUAGES = alternatives(_SAID["languages"])
_OF = r"\s(?:on|of|for)\s[\w\s’-]{1,60}"
_ORDINAL = r"(?:\d{1,4}(?:st|nd|rd|th)|[A-Z][\w-]*(?:\s[a-z]+)?)"

# What a line of a masthead may be, or each part of it where wide gaps part it, and several lines that are one.
_LONG = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:The\s)?(?P<body>(?i:{_BODY})(?:{_OF})?)|(?P<organ>(?:[A-Z][\w’-]+\s){{0,3}}(?:{_ORGAN}){_OF})",
        rf"(?:{alternatives(_SAID['adopted'])}).{{0,40}}\sby\sthe\s(?P<body>.{{1,80}}?)"
        rf"(?:\s(?:on|at)\b(?:.{{0,60}}?\s(?P<date>{_DATE}).{{0,80}}|.{{0,140}})|,?)",
        rf"(?:[\w\s,.()–-]{{0,60}}?\s)?(?P<date>{_DAYS})",
    )
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<symbol>{_SYMBOL})\*?",
        rf"(?P<session>[A-Z][\w-]{{2,30}}(?i:st|nd|rd|th)\s(?P<body>(?i:{_BODY})))",
        rf"(?P<organ>[A-Z][\w’-]+(?:\s[\w’-]+){{0,9}}\s(?:{_ORGAN}))",
        rf"(?i:(?:{_SPREAD})\s{_DISTRIBUTION})|(?:{_SPREAD.upper()})",
        r"Date\s?:\s?[\w ]{4,30}|Page\s(?:\d{1,3}|[ivxl]{1,5})",
        rf"(?i:{_DISTRIBUTION}(?:\s?:)?\s?(?:{_SPREAD})?|(?:{_WRITTEN})\s?:\s?[\w/,. ]+|(?:{_LANGUAGES})(?:\s?only)?)",
        rf"(?P<session>(?!(?:{alternatives(_SAID['before'])})\s){_ORDINAL}\s(?:\w+\s){{0,4}}?(?:[Ss]ession|SESSION|[Mm]eeting)s?(?:[\s,].{{0,60}})?)",
        rf"(?:[\w\s,.()–-]{{0,60}}?,?\s)?(?P<date>{_DAYS}|{_DATE})",
        r"(?P<agenda>(?i:(?:provisional\s)?(?:agenda\s)?items?\s\d{1,3}).{0,80})",
        rf"(?i:{alternatives(_SAID['versions'])})",
        r"[\[(](?:on the report of|without reference to|adopted|A/).{0,200}[\])]",
    )
)
_PATTERNS += letterheads.LINES
_ORGAN_CODE = re.compile(r"[A-Z]{1,4}")  # beside the emblem: E, EA
_TITLE = re.compile(
    r"(?P<number>(?:S-)?\d{1,3}/\d{1,3}[A-Z]?|\d{4}/\d{1,3}|\d{1,4}\s\((?:\d{4}|[IVXL]{1,8})\)(?=\.))\.?\s+(?P<title>\S.*)"
)
_NAMED = re.compile(rf"(?P<symbol>{_SYMBOL})\s+(?P<title>[A-Z“‘«].*[^.;:,])")
_SPEAKS = re.compile(rf"The\s.{{0,80}}\b(?:{_BODY}|{_ORGAN})\b.{{0,160}},")
# What begins a text, straight under its title.
_BEGINS = re.compile(
    rf"We,\s|(?:The\s|We,\s).{{0,80}}\b(?:{_BODY}|{_ORGAN})\b.{{0,160}},$|(?:The\s)?(?i:{_BODY})$"
    rf"|(?i:The\s.{{0,60}}\b(?:{alternatives(_SAID['parties'])})\b.{{0,160}},$)"
    rf"|(?i:{alternatives(_SAID['provisions'])})\s(?:\d{{1,3}}|[IVX]{{1,4}})\.?$"
    rf"|(?i:{alternatives(list(_KNOWN))})$|(?i:{alternatives(words()['heading']['parts'])})\b.{{0,20}}$"
    r"|(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|[IVX]{1,4}\.\s|[A-Z]\.\s|[•–—-]\s|§)"
)
_HANGING = re.compile(r"\b(?:of|the|on|for|by|and)$")
_BODY_LINE = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|[IVX]{1,4}\.\s|[A-Z]\.\s|[•–—-]\s|§)")
_JOB = re.compile(r"(?:[A-Z]{1,4}\.)?\d\d-\d{5,6}\b.*")
_WIDE = re.compile(r"\s{3,}|\t+")
_PRINTED = re.compile(rf"(?:{_SYMBOL})\*?|(?i:{_DISTRIBUTION})(?:\s?:)?(?:\s?\w+)?")
_SYMBOLS = re.compile(rf"(?:{_SYMBOL})\*?")
_CITED = re.compile(rf"(?<![\w/])(?:{_SYMBOL})")
# A treaty's name stands over the documents of its committee; over the treaty itself it is the title.
_TREATY = re.compile(
    rf"(?:International\s)?(?:{alternatives(_SAID['treaties'])})\s(?:on|against|for)\s[^.;:]{{3,160}}(?<![,.;:])"
)
_DISTRIBUTED = re.compile(rf"(?i:{_DISTRIBUTION})")
_OVER_COMMITTEE = re.compile(rf"(?i:{_DISTRIBUTION})|(?:{alternatives(_SAID['committees'])})\s")
_MOST_BELOW = 6  # lines from a treaty's name to its committee's
_MOST_OF_A_SITE = 15  # lines
_SAYING_LITTLE = frozenset({"ends", "titled", "printed"})
_Row = tuple[int, int, str, int]


def read_masthead(text: str) -> Masthead:
    """Return what stands above a document's text; an empty masthead if nothing does.

    Args:
        text: the document's text; only its beginning is looked at.
    """
    rows = list(_rows(text))
    printed = _printed(rows)
    for first in range(printed + 1):
        found, titles, taken = _read(rows[first:])
        if _are_listed([text for _, _, text, _ in taken]):
            break
        if len(taken) > printed - first and _enough(found) and (not printed or len(found.keys() - _SAYING_LITTLE) > 1):
            return Masthead(
                symbol=found.get("symbol"),
                body=found.get("body"),
                session=found.get("session"),
                date=found.get("date"),
                agenda_item=found.get("agenda"),
                title=titles[0] if titles else None,
                spans=tuple((start, end) for start, end, _, _ in taken),
            )
    return Masthead()


def _printed(rows: list[_Row]) -> int:
    """Return the place of a line that only mastheads have, under what a site prints above a document; 0 for none.

    That is a symbol or "Distr.: General", under the site's name, a path, the title once more.
    """
    for place, (_, _, text, _) in enumerate(rows[:_MOST_OF_A_SITE]):
        if _PRINTED.fullmatch(text):
            return place
        said = text[-1] in ".;:" and not _CITED.search(text)
        if said or len(text) > _WIDEST or _BODY_LINE.match(text):
            break
    return 0


def _are_listed(texts: list[str]) -> bool:
    """Return whether symbols that stand a line each are a list: "A/91/7", "A/91/8"; "A/91/7", "S/2036/9" are one's."""
    symbols = {text.rstrip("*") for text in texts if _SYMBOLS.fullmatch(text)}
    return len({symbol.rpartition("/")[0] for symbol in symbols}) < len(symbols)


def _read(rows: list[_Row]) -> tuple[dict[str, str], list[str], list[_Row]]:
    """Return what the lines of a masthead say, its titles, and the lines."""
    found: dict[str, str] = {}
    taken: list[_Row] = []
    titles: list[str] = []
    place = 0
    while place < len(rows) and "ends" not in found:
        used = _take(rows, place, found, titles)
        if not used:
            break
        taken += rows[place : place + used]
        place += used
    return found, titles, taken


def _rows(text: str) -> Iterator[_Row]:
    """Yield the lines of the first page that are not blank: start, end, text, blank lines before it."""
    offset, gap, seen = 0, 0, False
    for raw in text[:_HEAD].splitlines(keepends=True):
        if "\f" in raw and seen:
            return
        body = raw.strip()
        if body:
            yield offset, offset + len(raw), body, gap
            gap, seen = 0, True
        else:
            gap += 1
        offset += len(raw)


def _enough(found: dict[str, str]) -> bool:
    """Return whether lines that could be a masthead's are one: a heading of two words is none."""
    return len(found.keys() - {"ends", "titled"}) >= 2


def _take(rows: list[_Row], place: int, found: dict[str, str], titles: list[str]) -> int:
    """Return how many lines from `place` on belong to the masthead, 0 at its end; fill in what they say."""
    text = rows[place][2]
    if _JOB.fullmatch(text) or set(text) <= set("_-—*=") or _SPEAKS.fullmatch(text):
        return 0
    if over := _names_emblem(rows, place, found) or _over_committee(rows, place):
        found.setdefault("printed", "")
        return over
    if (numbered := _TITLE.match(text)) and found:
        found["ends"] = ""
        found.setdefault("symbol", numbered["number"])
        return _numbered(rows, place, numbered["title"], titles)
    most = _block(rows, place, _LONGEST_NAME)
    for size in range(_unfinished(rows[place : place + most]), most + 1):
        patterns = (*_LONG, *_PATTERNS) if size == 1 else _LONG
        if _fields(" ".join(row[2] for row in rows[place : place + size]), found, patterns):
            return size
    if not found and (named := _NAMED.fullmatch(text)):
        found |= {"symbol": named["symbol"], "printed": "", "ends": ""}
        return _numbered(rows, place, named["title"], titles)
    return _title(rows, place, found, titles)


def _names_emblem(rows: list[_Row], place: int, found: dict[str, str]) -> int:
    """Return 1 for the letters of an organ over whom its document goes to: "CBD" over "Distr. GENERAL"; else 0."""
    above = not found and place + 1 < len(rows) and _ORGAN_CODE.fullmatch(rows[place][2])
    return int(bool(above) and _DISTRIBUTED.match(rows[place + 1][2]) is not None)


def _over_committee(rows: list[_Row], place: int) -> int:
    """Return how many lines name a treaty over a document of its committee, 0 for none."""
    for size in range(1, _LONGEST_NAME + 1):
        below = rows[place + size : place + size + _MOST_BELOW]
        if not below or not _TREATY.fullmatch(" ".join(row[2] for row in rows[place : place + size])):
            return 0
        if _is_printed(below[0][2]):
            parts = (part for row in below for part in _WIDE.split(row[2]))
            return size if any(_OVER_COMMITTEE.match(part) for part in parts) else 0
    return 0


def _is_printed(text: str) -> bool:
    """Return whether a line is one that only mastheads have."""
    return any(pattern.fullmatch(text) for pattern in (*_LONG, *_PATTERNS))


def _unfinished(rows: list[_Row]) -> int:
    """Return how many lines are one at the least: the first, and more where each stops in mid-name.

    A name is long for a letterhead's narrow column: "United Nations Environment Assembly of the" and what it is of.
    """
    return next((size for size, row in enumerate(rows, 1) if not _HANGING.search(row[2])), len(rows))


def _numbered(rows: list[_Row], place: int, begun: str, titles: list[str]) -> int:
    """Take a title that a number or symbol stands before, which is then the document's, with its further lines."""
    size = _block(rows, place)
    titles[:] = [_plain(" ".join([begun, *(row[2] for row in rows[place + 1 : place + size])]))]
    return size


def _fields(text: str, found: dict[str, str], patterns: Sequence[re.Pattern[str]]) -> bool:
    """Return whether a line, or each of the parts of it that wide gaps make, is one that mastheads have."""
    parts = _WIDE.split(text.strip("* "))
    seen: dict[str, str] = {}
    for part in parts:
        if len(parts) > 1 and _ORGAN_CODE.fullmatch(part):
            continue
        beside = (*patterns, _TREATY) if len(parts) > 1 else patterns
        hit = next((m for p in beside if (m := p.fullmatch(part.strip("* ")))), None)
        if hit is None:
            return False
        for name, value in hit.groupdict().items():
            if value:
                seen.setdefault({"number": "symbol", "organ": "body"}.get(name, name), " ".join(value.split()))
    if not seen and not found:
        return False
    seen.setdefault("printed", "")
    # The parent organ stands above the body whose session it is, as the Economic and Social Council above a commission.
    if "body" in seen and "session" not in found:
        found.pop("body", None)
    for name, value in seen.items():
        found.setdefault(name, value)
    return True


def _block(rows: list[_Row], place: int, most: int = _HEAD) -> int:
    """Return how many lines follow each other from `place` on, with no blank one between, until the text begins.

    Where no blank line parts title and text, the text begins with what only a text has: a label, the organ that
    speaks, a heading that is known; or after a line that has ended.
    """
    end = place + 1
    while end < min(len(rows), place + most) and not (rows[end][3] or _BEGINS.match(rows[end][2])):
        if rows[end - 1][2][-1] in ".;":
            break
        end += 1
    return _solid(rows, place, end)


def _solid(rows: list[_Row], place: int, end: int) -> int:
    """Return how many of lines that stand together are the title: all of few, else as long as each is full."""
    width = max(len(row[2]) for row in rows[place:end])
    if width > _WIDEST:
        return 1  # a line is a paragraph
    if end - place <= _LONGEST_BLOCK and not rows[end - 1][2].endswith("."):
        return end - place
    size = 1
    while place + size < end:
        text, after = rows[place + size - 1][2], rows[place + size][2]
        full = len(text) + 1 + len(after.split(None, 1)[0]) > width * _SHORT
        if not (full or after[0].islower() or _HANGING.search(text)):
            break
        size += 1
    return size


def _title(rows: list[_Row], place: int, found: dict[str, str], titles: list[str]) -> int:
    """Return how many lines make a title or a line below it, 0 if the text has begun."""
    if _BEGINS.match(rows[place][2]):
        return 0
    size = _block(rows, place)
    block = [row[2] for row in rows[place : place + size]]
    whole = " ".join(block)
    if not _enough(found) or _BODY_LINE.match(whole) or _PARTS.match(whole) or len(whole.split()) > _LONGEST_TITLE:
        return 0
    plain = _plain(whole)
    if plain[-1:] in ".;:,!" or plain.casefold() in _KNOWN or place + size >= len(rows):
        return 0
    if "agenda" in found and not found.get("titled") and place and not rows[place][3]:
        found["agenda"] += f": {plain}"
        found["titled"] = "agenda"
        return size
    titles.append(plain)
    return size


def _plain(text: str) -> str:
    """Return a title without the signs of emphasis and of a note around it."""
    return text.strip("*_# ").rstrip("*¹²³⁴⁵⁶⁷⁸⁹ ").strip()
