"""Other people's dictionaries as a lexicon of ours: categories become themes, words become patterns.

Words are taken by their form alone, as the programs the dictionaries are for take them, unless lemmas are asked for.
Wildcards stay wildcards: `traffic*` finds in next year's text what nobody has written yet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from cnd_tools.errors import RefusedInput
from cnd_tools.lexicon.bounds import MOST_WILD_STARTS
from cnd_tools.lexicon.dictionaries import Word
from cnd_tools.lexicon.patterns import WILD, BadPattern, unfold

WILDCARD = re.compile(r"[*?]")
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
        wild: words with wildcards.
        left_out: what could not be taken, and why.
    """

    themes: dict[tuple[str, ...], Theme] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    wild: dict[str, None] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)


def imported(words: Iterable[Word], *, name: str, taken: Collection[str], lemmas: bool = False) -> Imported:
    """Return a dictionary's categories as themes.

    Args:
        words: what `read_dictionary` returns.
        name: of the dictionary: the pillar of themes that stand under no other category.
        taken: ids that other themes have; a theme that would have one is named after the dictionary too.
        lemmas: let words stand for all their inflected forms.

    Raises:
        RefusedInput: too many of its words begin with a wildcard.
    """
    made, words = Imported(ids=set(taken)), list(words)
    starts = {part for _, word, _ in words for part in APART.split(word.lower().strip()) if WILDCARD.match(part)}
    if len(starts) > MOST_WILD_STARTS:
        raise RefusedInput(
            f"{name}: {len(starts)} words begin with a wildcard, at most {MOST_WILD_STARTS} may; split it"
        )
    for categories, word, _ in words:
        theme = made.themes.get(categories) or _theme(categories, name, made.ids)
        made.themes[categories] = theme
        try:
            theme.patterns[_pattern(word, lemmas=lemmas)] = None
        except BadPattern as error:
            made.left_out[word] = str(error)
        else:
            made.wild |= {word: None} if WILDCARD.search(word) else {}
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


def _pattern(word: str, *, lemmas: bool) -> str:
    """Return the pattern for a word or phrase.

    Raises:
        BadPattern: it cannot be one.
    """
    parts = [part for part in APART.split(word.lower()) if part]
    for part in parts:
        if MEANT & set(part):
            raise BadPattern("has a sign that means something else in our patterns")
        if WILDCARD.search(WILD.sub("", part)):
            raise BadPattern("has a wildcard that is no part of a word, as a star alone or a ? that ends it")
    pattern = " ".join(part if lemmas or WILDCARD.search(part) else f"={part}" for part in parts)
    unfold(pattern)
    return pattern


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


def counted(made: Imported) -> dict[str, int]:
    """Return how many themes and patterns there are, words with wildcards among them, and words left out."""
    themes = [theme for theme in made.themes.values() if theme.patterns]
    return {
        "themes": len(themes),
        "patterns": sum(len(theme.patterns) for theme in themes),
        "wild": len(made.wild),
        "left_out": len(made.left_out),
    }
