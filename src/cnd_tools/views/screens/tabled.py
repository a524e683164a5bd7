"""Tables as screens: their rows, their short words in a line, and what to type next, as on every other screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.proposing import Asked
from cnd_tools.records import Analysis, Document
from cnd_tools.tables import Table
from cnd_tools.views import terminal
from cnd_tools.views.screens.lines import Screen, counted

MEANT: Mapping[str, str] = {
    "citations": "Paragraph; what kind of thing is cited; its id, by which it is counted; the words that cite it.",
    "due": "Paragraph, who is to act and how; by when, and how much, as printed. Empty where the text does not say.",
    "reports": "Paragraph; who is to report to whom, on what, and when. Empty where the text does not say.",
    "kinds": (
        "Kind, from the least concrete: minimal, continuing, considering, general, specific. Empty where no verb is on "
        "that scale."
    ),
    "norms": "Permission, right, prohibition or definition; holder: who may, has the right or must not.",
    "related": (
        "Paragraph and the one it is most like, by the cosine of their words (0 to 1); the words that both have; what "
        "both cite."
    ),
    "actors": "Source: says it; agent: acts, or is to act; recipient: whom it is for; mention: named besides.",
    "themes": "Paragraph, its theme, and the words that say so.",
    "positions": "Paragraph, who holds it, the verb, how many are said to hold it, and what is held.",
    "actions": "Paragraph, who is to act, how strongly it is asked, what is to be done, and to what.",
}

ACTORS = frozenset({"agent", "who", "to", "holder"})  # columns that hold ids of actors


def show(name: str, table: Table, analyses: Sequence[Analysis], out: TextIO, asked: Asked) -> None:
    """Print a table of rows that paragraphs have.

    Args:
        name: the command that makes it.
        table: with the columns `document` and `point`.
        analyses: the texts; none where the table is read from datasets.
        out: a terminal.
        asked: what the user typed.
    """
    terminal.show([_named(table, analyses)], out)
    screen = Screen(out, asked)
    if not table.rows:
        screen.next(asked.all("segment" if name == "related" else "actions"))
        return
    if analyses:
        screen.words(_counted(table, analyses))
        screen.line()
    screen.legend(MEANT[table.name])
    document, point = (str(table.rows[0][table.columns.index(column)]) for column in ("document", "point"))
    known = {one.document.name: one for one in analyses}
    first = known.get(document) or Analysis(Document(document, "", told=True), ())
    screen.next(screen.command("show", first, point, "--why"), asked.all(name, more=["--csv"]))


def _named(table: Table, analyses: Sequence[Analysis]) -> Table:
    """Return a table with actors by name, as other screens have them: "Member States" for `member_states`.

    An id has no spaces to be broken at, so that a column of long ones leaves the others no room.
    """
    names = {row.actor: row.name for one in analyses for row in reversed(one.actors)}
    places = [place for place, column in enumerate(table.columns) if column in ACTORS]
    if table.name == "actors" or not places or not names:
        return table

    def named(row: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(names.get(cell, cell) if place in places else cell for place, cell in enumerate(row))

    return Table(table.name, table.columns, tuple(map(named, table.rows)))


def _counted(table: Table, analyses: Sequence[Analysis]) -> str:
    """Return how many rows there are, in how many of the paragraphs; citations stand in notes too."""
    document, point = table.columns.index("document"), table.columns.index("point")
    having = {(row[document], row[point]) for row in table.rows}
    paragraphs = {(one.document.name, its.point) for one in analyses for its in coded(one)}
    beside = len(having - paragraphs)
    also = f" and {counted(beside, 'other place')} (notes, headings)" if beside else ""
    inside = f"{len(having & paragraphs):,} of {counted(len(paragraphs), 'paragraph')}"
    return f"{counted(len(table.rows), 'row')} in {inside}{also}"
