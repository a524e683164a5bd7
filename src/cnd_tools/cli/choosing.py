"""Which paragraphs of a text are wanted: by section, theme, actor, strength, or any condition on columns."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnd_tools.cli.options import Analysing, Choosing, Reading
from cnd_tools.errors import UsageError

if TYPE_CHECKING:
    from cnd_tools.records import Analysis

CODES = {"theme": "themes", "actor": "actors", "strength": "actions"}  # options, and the tables that have such a code


def needs_rows(reading: Reading) -> bool:
    """Return whether it takes more than a text's points to choose: it has to be analysed."""
    codes = isinstance(reading, Choosing) and any(getattr(reading, kind) for kind in CODES)
    return codes or reading.where is not None


def check_use(name: str, reading: Reading, analysing: Analysing) -> None:
    """Refuse what a command that only divides texts would analyse with, where it analyses nothing.

    Raises:
        UsageError: an option would change nothing.
    """
    if needs_rows(reading):
        return
    for option in ("codebook", "lexicon", "model"):
        if getattr(analysing, option):
            raise UsageError(
                f"--{option}: cnd {name} does not look for themes or actors, so it would change nothing; leave it out, "
                f"or choose paragraphs by them ({'--theme, --actor, ' if isinstance(reading, Choosing) else ''}--where)"
            )


def chooses(reading: Reading) -> bool:
    """Return whether a part of the texts is asked for."""
    return needs_rows(reading) or (isinstance(reading, Choosing) and reading.section is not None)


def chosen(
    analyses: Sequence[Analysis], reading: Reading, lexicon: Sequence[Path] = (), *, met: Collection[int] = ()
) -> list[Analysis]:
    """Return the texts with the paragraphs that were asked for alone, and what was found in these.

    A text without any heading has no sections to choose from and is taken whole.

    Args:
        analyses: the texts.
        reading: what was asked for.
        lexicon: the user's own files, for the codes in them.
        met: places of the texts that meet the condition already: a dataset was read by it.

    Raises:
        UsageError: no text has such a section, or nobody knows such a code or column.
    """
    if isinstance(reading, Choosing):
        for kind in CODES:
            analyses = _with_code(analyses, kind, getattr(reading, kind), lexicon)
        if reading.section:
            analyses = _in_section(analyses, reading.section)
    if reading.where is not None:
        analyses = [
            one if place in met else _only(one, _meeting(one, reading.where, "points"))
            for place, one in enumerate(analyses)
        ]
    return list(analyses)


def rows_meeting(name: str, analyses: Sequence[Analysis], where: str) -> list[Any]:
    """Return the rows of one table that meet a condition, as `--where` reads it of a dataset."""
    found: list[Any] = []
    for one in analyses:
        kept = _meeting(one, where, name)
        found += [row for place, row in enumerate(getattr(one, name)) if place in kept]
    return found


def _in_section(analyses: Sequence[Analysis], pattern: str) -> list[Analysis]:
    """Keep the paragraphs under a heading in which the pattern's words stand, `*` for any letters."""
    wanted = re.compile(r"\w*".join(re.escape(part) for part in pattern.split("*")), re.IGNORECASE)
    made, known = [], dict[str, None]()
    for one in analyses:
        titles = dict.fromkeys(point.section for point in one.points if point.section)
        known |= titles
        if not titles:
            made.append(one)
            continue
        inside = {title for title in titles if wanted.search(title)}
        made.append(_only(one, {n for n, point in enumerate(one.points) if point.section in inside}))
    if known and not any(wanted.search(title) for title in known):
        listed = "; ".join(title if len(title) < 60 else title[:59] + "…" for title in list(known)[:8])
        raise UsageError(f"--section: no heading has {pattern!r}; there are: {listed}")
    return made


def _with_code(
    analyses: Sequence[Analysis], kind: str, wanted: str | None, lexicon: Sequence[Path]
) -> Sequence[Analysis]:
    """Keep the paragraphs with a theme, actor or strength; with none of it where only the lexicon knows it."""
    if wanted is None:
        return analyses
    from cnd_tools.cli.naming import meant

    code = meant(kind, wanted, (row for one in analyses for row in getattr(one, CODES[kind])), lexicon)
    made = []
    for one in analyses:
        having = {row.point for row in getattr(one, CODES[kind]) if getattr(row, kind) == code}
        made.append(_only(one, {n for n, point in enumerate(one.points) if point.point in having}))
    return made


def _only(one: Analysis, places: Collection[int]) -> Analysis:
    """Return an analysis with the points at these places, and the rows of these."""
    from cnd_tools.records import FOUND

    points = tuple(point for place, point in enumerate(one.points) if place in places)
    ids = {point.point for point in points}
    rows: dict[str, Any] = {name: tuple(row for row in getattr(one, name) if row.point in ids) for name in FOUND}
    return replace(one, points=points, **rows)


def _meeting(one: Analysis, where: str, table: str) -> set[int]:
    """Return the places of the rows of a table that meet a condition.

    The condition is asked of a database in memory that has the text's own tables, so that it means what it means of a
    dataset: SQL with one comparison after another, no word of the user's in it but as a value.
    """
    from cnd_tools.dataset.conditions import read
    from cnd_tools.dataset.schema import TABLES

    kept = read(where, table=table)
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA case_sensitive_like = ON")
        for name, (columns, rows) in _tables(one).items():
            listed = ", ".join(f'"{column}"' for column in columns)
            database.execute(f'CREATE TABLE "{name}" ({listed})')
            database.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(columns))})', rows)
        sql = f'SELECT rowid FROM "{table}" WHERE {kept.sql.format_map({name: name for name in TABLES})}'
        return {rowid - 1 for (rowid,) in database.execute(sql, kept.values)}


def _tables(one: Analysis) -> Mapping[str, tuple[Sequence[str], Iterable[Sequence[Any]]]]:
    from cnd_tools.dataset.schema import ABOUT_DOCUMENT, DOCUMENTS
    from cnd_tools.tables import COLUMNS, is_paragraph, table

    head, points = one.document.masthead, [point for point in one.points if is_paragraph(point)]
    masthead = (head.symbol, head.body, head.session, head.date, head.agenda_item, head.title)
    about = (one.document.name, *masthead, len(points), sum(point.words for point in points), one.document.path)
    made = {name: (columns, table(name, getattr(one, name)).rows) for name, columns in COLUMNS.items()}
    return {DOCUMENTS: (ABOUT_DOCUMENT, [about]), **made}
