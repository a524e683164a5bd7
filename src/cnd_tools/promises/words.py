"""The words of `words.toml`: numbers, ordinals and months as what they stand for, and the patterns made with them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cnd_tools.lexicon.pattern_files import Pattern, read_patterns

HERE = Path(__file__).parent


@cache
def words() -> Mapping[str, Mapping[str, Any]]:
    """Return the tables of `words.toml`."""
    return tomllib.loads((HERE / "words.toml").read_text("utf-8"))


@cache
def patterns() -> Mapping[str, Pattern]:
    """Return the patterns of times and quantities by their ids."""
    known = words()
    ones, tens = _any(known["numbers"]), _any(known["tens"])
    small = _any(word for word, value in known["ordinals"].items() if value < 10)
    spelled = rf"(?:one\shundred\sand\s)?(?:(?:{tens})-(?:{small})|{_any(known['ordinals'])})"
    below = rf"(?:(?:{tens})(?:-(?:{ones}))?|(?:{ones}))"  # a hundred
    # Most words of a text begin no number; it is a tenth of the search to ask so before any is tried.
    begins = f"[{''.join(sorted({word[0] for word in (*known['numbers'], *known['tens'])}))}]"
    codes = _any(one for one in known["currencies"] if one.isupper() and one.isalpha())
    fragments = {
        "number": rf"(?={begins})(?:(?:{ones})\shundred\b(?:\sand\s{below})?|{below})(?![\w-])",
        "joined": rf"(?:{below}|\d{{1,3}})(?=-)",  # "two-year"
        "ordinal": rf"(?:{spelled}|\d{{1,3}}(?:st|nd|rd|th))",
        "month": f"(?:{_any(known['months'])})",
        "short_month": f"(?:{_any(known['short_months'])})",
        "comparison": f"(?:{_any(_begun_either_way(known['comparisons']))})",
        "often": f"(?:{_any(known['often'])})",
        "part": _any(known["parts"]).replace(r"\s", r"[\s-]"),
        "sign": rf"(?:{_any(one for one in known['currencies'] if not one[-1].isalpha())}|(?:US\sdollars|{codes})\s?)",
        "currency": rf"(?:{_any(one for one in known['currencies'] if one[-1].isalpha())})",
        "initials": _any(known["initials"]["bodies"]),
    }
    return read_patterns(HERE / "patterns.toml", fragments)


def pattern(name: str) -> re.Pattern[str]:
    """Return the regular expression of this id."""
    return patterns()[name].regex


def number(text: str | None) -> float | None:
    """Return the number that figures or words stand for.

    >>> number("1,200"), number("twenty-five"), number("one hundred and fifty"), number("0.7"), number("many")
    (1200.0, 25.0, 150.0, 0.7, None)
    """
    plain = re.sub(r"(?<=\d)[,\s](?=\d{3})", "", text or "").lower()
    if re.fullmatch(r"\d{1,18}(?:\.\d{1,6})?", plain):
        return float(plain)
    known = {**words()["tens"], **words()["numbers"]}
    hundreds, hundred, rest = plain.rpartition(" hundred")
    parts = rest.removeprefix(" and ").split("-") if rest else []
    if not all(word in known for word in (*parts, *([hundreds] if hundred else []))):
        return None
    return float(100 * known.get(hundreds, 0) + sum(known[word] for word in parts)) if hundred or parts else None


def ordinal(text: str | None) -> int | None:
    """Return the number that an ordinal stands for.

    >>> ordinal("seventy-ninth"), ordinal("21st"), ordinal("one hundred and second"), ordinal("last")
    (79, 21, 102, None)
    """
    plain = (text or "").lower()
    figures = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", plain)
    if figures:
        return int(figures[1])
    beyond = plain.removeprefix("one hundred and ")
    tens, _, ones = beyond.rpartition("-")
    known = words()["ordinals"].get(ones)
    if known is None or (tens and tens not in words()["tens"]):
        return None
    return int(known) + int(words()["tens"].get(tens, 0)) + (100 if beyond != plain else 0)


def _begun_either_way(entries: Iterable[str]) -> Iterable[str]:
    """Return words in small and, as they begin a sentence, with a capital: "at least", "At least"."""
    return [form for one in entries for form in (one, one[0].upper() + one[1:])]


def _any(entries: Iterable[str]) -> str:
    """Return a regular expression for any of some words, the longer first."""
    return "|".join(
        r"\s".join(map(re.escape, one.split())) for one in sorted(entries, key=lambda one: (-len(one), one))
    )
