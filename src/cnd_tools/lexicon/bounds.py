"""What a lexicon file may ask of the machine that reads it, held before it is parsed and while its patterns unfold."""

from __future__ import annotations

import re

from cnd_tools.errors import RefusedInput, short

LARGEST = 4_000_000  # bytes; far above any hand-written lexicon, below what would fill memory
LONGEST_NAME = 200  # characters of an id, which stands in every row it makes
MOST_KEYS = 1_000_000  # that the patterns of a file unfold to, each a node of the trie in memory; ours have 20,000
MOST_TEXTS = 50  # examples, near misses or conditions of one rule, each of which is read
MOST_RULES = 1_000  # of the user's; each is asked of every word that is its anchor
MOST_WILD_STARTS = 500  # words that begin with a wildcard: many of them are held against every word of a text
DEEPEST = 8  # tables in tables by dots, "a.b.c"; entries have none at all

# Strings and comments as TOML cuts them; what is in them is not syntax.
_ASIDE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"""|\Z)'
    r"|'''(?:[^']|'(?!''))*+(?:'''|\Z)"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?|#[^\n]*+",
    re.DOTALL,
)
_DEEP = re.compile(rf"(?:\.[\w-]*+){{{DEEPEST + 1}}}")
# A number of many places: the time to read it grows by their square, and Python refuses to print it.
_LONG_NUMBER = re.compile(r"(?<![\w-])[+-]?\d\w{40}")


def hold_toml(file: str, text: str) -> None:
    """Hold a file to tables and numbers that take no more memory and time to read than they have letters.

    Args:
        file: its name, for messages.
        text: what is in it.

    Raises:
        RefusedInput: tables in tables without end, or a number without end; with the line.
    """
    # Spaces may stand around the dots of a key; without them no pattern has to go over a run of them again and again.
    bare = _ASIDE.sub(lambda found: "s" + "\n" * found[0].count("\n"), text).translate({32: None, 9: None})
    for pattern, what in ((_DEEP, "tables in tables without end"), (_LONG_NUMBER, "a number of too many places")):
        found = pattern.search(bare)
        if found:
            line = bare.count("\n", 0, found.start()) + 1
            raise RefusedInput(f"{short(file)}, line {line}: {what}; a lexicon has [[kind]], and texts below it")
