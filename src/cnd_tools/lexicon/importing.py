"""Other people's dictionaries as a lexicon of ours: categories become themes, words become patterns.

Words are taken by their form alone, as the programs the dictionaries are for take them, unless lemmas are asked for.
Our patterns have no wildcards, so `traffic*` becomes the words of given texts that it stands for.
"""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import translate

from cnd_tools.errors import RefusedInput
from cnd_tools.lexicon.dictionaries import Word
from cnd_tools.lexicon.patterns import MOST_SEQUENCES, BadPattern, unfold

MOST_OF_ONE = 5_000  # patterns that a phrase with wildcards may become
MOST_WILD_STARTS = 500  # different words that begin with a wildcard: each is held against every word of the texts
WILD = re.compile(r"[*?]")
APART = re.compile(r"[\s\-\u2010\u2011]+")  # a hyphen is a space in our patterns
MEANT = frozenset("|~=")  # signs that mean something in a pattern, and nothing in a dictionary


@dataclass
class Theme:
    """A category on its way to an entry of a lexicon."""

    id: str
    label: str
    pillar: str
    patterns: dict[str, None] = field(default_factory=dict)  # in order, each once


@dataclass
class Imported:
    """What was made of a dictionary.

    Attributes:
        themes: by the names of their categories.
        ids: that are taken.
        wild: each pattern with wildcards, and how many words of the texts it became.
        left_out: what could not be taken, and why.
    """

    themes: dict[tuple[str, ...], Theme] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    wild: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)


def imported(
    words: Iterable[Word], *, name: str, vocabulary: Collection[str], taken: Collection[str], lemmas: bool = False
) -> Imported:
    """Return a dictionary's categories as themes.

    Args:
        words: what `read_dictionary` returns.
        name: of the dictionary: the pillar of themes that stand under no other category.
        vocabulary: words, in lower case, that wildcards are resolved by.
        taken: ids that other themes have; a theme that would have one is named after the dictionary too.
        lemmas: let words stand for all their inflected forms.

    Raises:
        RefusedInput: too many of its words begin with a wildcard.
    """
    made = Imported(ids=set(taken))
    known = sorted(vocabulary)
    found: dict[str, list[str]] = {}
    words = list(words)
    starts = {part for _, word, _ in words for part in APART.split(word.lower().strip()) if WILD.match(part)}
    if len(starts) > MOST_WILD_STARTS:
        raise RefusedInput(
            f"{name}: {len(starts)} words begin with a wildcard, at most {MOST_WILD_STARTS} may; split it"
        )
    for categories, word, _ in words:
        theme = made.themes.get(categories) or _theme(categories, name, made.ids)
        made.themes[categories] = theme
        for pattern in _patterns(word, known, found, made, lemmas=lemmas):
            theme.patterns[pattern] = None
    return made


def _theme(categories: tuple[str, ...], name: str, used: set[str]) -> Theme:
    ways = [_snake(categories[-1]), _snake(" ".join(categories)), _snake(" ".join((name, *categories)))]
    wanted = next((way for way in ways if way not in used), None)
    number = 2
    while wanted is None:
        wanted = f"{ways[-1]}_{number}" if f"{ways[-1]}_{number}" not in used else None
        number += 1
    used.add(wanted)
    return Theme(wanted, " > ".join(categories[1:]) or categories[0], _snake(categories[0] if categories[1:] else name))


def _snake(name: str) -> str:
    return "_".join(re.findall(r"[^\W_]+", name.lower())) or "theme"


def _patterns(
    word: str, known: Sequence[str], found: dict[str, list[str]], made: Imported, *, lemmas: bool
) -> Iterable[str]:
    """Return the patterns for one word or phrase; what cannot be one is kept in `made.left_out`."""
    parts = []
    for part in APART.split(word.lower().strip()):
        if MEANT & set(part):
            made.left_out[word] = "has a sign that means something else in our patterns"
            return ()
        forms = _forms(part, known, found) if WILD.search(part) else [part]
        parts.append(forms)
    if any(WILD.search(part) for part in word.split()):
        made.wild[word] = min(map(len, parts), default=0)
    return _joined(word, parts, made, lemmas=lemmas)


def _forms(part: str, known: Sequence[str], found: dict[str, list[str]]) -> list[str]:
    """Return the known words that a part with wildcards stands for."""
    if part not in found:
        # fnmatch translates stars to lazy groups that take linear time, and "[" to a set, which no dictionary means.
        matches = re.compile(translate(part.replace("[", "[[]"))).match
        first = WILD.split(part, maxsplit=1)[0]
        begun = known[bisect_left(known, first) : bisect_left(known, first + chr(sys.maxunicode))]
        found[part] = [one for one in begun if matches(one)]
    return found[part]


def _joined(word: str, parts: Sequence[Sequence[str]], made: Imported, *, lemmas: bool) -> list[str]:
    if not all(parts):
        made.left_out[word] = "no word of the texts begins so" if parts else "is empty"
        return []
    mark = "" if lemmas else "="
    fixed = [len(forms) for forms in parts if len(forms) > 1]
    if _product(fixed[1:]) > MOST_SEQUENCES or _product(fixed) > MOST_SEQUENCES * MOST_OF_ONE:
        made.left_out[word] = f"stands for more phrases than the at most {MOST_SEQUENCES} of a pattern"
        return []
    if not fixed:
        patterns = [" ".join(mark + forms[0] for forms in parts)]
    else:
        # A choice of many words is written as several patterns, each of which stands for few enough sequences.
        step = max(MOST_SEQUENCES // max(_product(fixed) // fixed[0], 1), 1)
        place = next(number for number, forms in enumerate(parts) if len(forms) > 1)
        patterns = []
        for start in range(0, len(parts[place]), step):
            shown = [*parts[:place], parts[place][start : start + step], *parts[place + 1 :]]
            patterns.append(" ".join("|".join(mark + form for form in forms) for forms in shown))
    try:
        for pattern in patterns:
            unfold(pattern)
    except BadPattern as error:
        made.left_out[word] = str(error)
        return []
    return patterns


def _product(numbers: Iterable[int]) -> int:
    product = 1
    for number in numbers:
        product *= number
    return product


def as_toml(made: Imported, *, source: str) -> str:
    """Return themes as a lexicon file; those without patterns are left out.

    Args:
        made: the themes.
        source: where they come from, for the reason each entry must have.
    """
    parts = [f"# Themes from {_comment(source)}.\n"]
    for theme in made.themes.values():
        if theme.patterns:
            lines = ",\n".join(f"  {_string(pattern)}" for pattern in theme.patterns)
            parts.append(
                f"\n[[theme]]\nid = {_string(theme.id)}\nlabel = {_string(theme.label)}\n"
                f"pillar = {_string(theme.pillar)}\nwhy = {_string(f'From {source}.')}\npatterns = [\n{lines},\n]\n"
            )
    return "".join(parts)


def _string(text: str) -> str:
    """Return a basic string of TOML, whose escapes are JSON's; DEL alone must be escaped there and not here."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)


def counted(made: Imported) -> Counter[str]:
    """Return how many themes and patterns there are, wildcards resolved, and words left out."""
    themes = [theme for theme in made.themes.values() if theme.patterns]
    return Counter(
        themes=len(themes),
        patterns=sum(len(theme.patterns) for theme in themes),
        wild=len(made.wild),
        left_out=len(made.left_out),
    )
