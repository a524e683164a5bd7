"""The reference of the tables, from the one list of columns and from the codebook."""

from __future__ import annotations

from collections.abc import Iterator

from cnd_tools.lexicon import load
from cnd_tools.lexicon.codebook import VARIABLES, codebook, column
from cnd_tools.tables import COLUMNS

ABOUT = {
    "points": "The paragraphs of a text, its headings, notes and title page: `cnd segment` (`--all` for everything).",
    "actors": "Who says, acts, is helped or is named: `cnd actors`. One row for each actor and role in a paragraph.",
    "themes": "What a paragraph speaks of: `cnd themes`. One row for each theme of a paragraph.",
    "positions": "Who is said to hold what: `cnd positions`. One row each reporting verb or noun.",
    "actions": "Who should do what, and how strongly: `cnd actions`. One row each verb under a cue.",
    "citations": "What a point cites: `cnd citations`. One row each thing cited by a point, notes with them.",
}
HEAD = """# Tables and columns

<!-- Written by `make docs` from src/cnd_tools/tables.py and src/cnd_tools/lexicon/codebook.toml. -->

Every machine format (CSV, JSON, Excel, SQLite, Parquet, DataFrames) has these columns, always all of them and in this
order. An empty cell means that the text does not say. From `start` to `end` in the source text stand a row's words.
[Lexicons](lexicons.md) lists themes and actors; [the method](../method/tables.md) tells how each table is made.
"""


def page() -> str:
    """Return the page: the columns of each table, then the values of those with a fixed list."""
    return "\n".join([HEAD, *_tables(), "## Fixed lists of values\n", *_values()])


def _tables() -> Iterator[str]:
    for table, names in COLUMNS.items():
        rows = [f"| `{name}` | {column(table, name)} |" for name in names]
        yield "\n".join([f"## {table}\n", f"{ABOUT[table]}\n", "| column | what it says |", "|---|---|", *rows, ""])


def _values() -> Iterator[str]:
    codes = [code for code in codebook(load(kinds={"theme"}), actors=()) if code.variable in VARIABLES]
    for variable in VARIABLES:
        rows = [f"| `{code.code}` | {code.definition} |" for code in codes if code.variable == variable]
        yield "\n".join([f"### {variable}\n", "| value | meaning |", "|---|---|", *rows, ""])
