"""Tables as screens: their rows, their short words in a line, and what to type next, as on every other screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from cnd_tools.comparing.proposing import Asked
from cnd_tools.records import Analysis, Document
from cnd_tools.tables import Table
from cnd_tools.views import terminal
from cnd_tools.views.screens.lines import Screen

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


def show(name: str, table: Table, analyses: Sequence[Analysis], out: TextIO, asked: Asked) -> None:
    """Print a table of rows that paragraphs have.

    Args:
        name: the command that makes it.
        table: with the columns `document` and `point`.
        analyses: the texts; none where the table is read from datasets.
        out: a terminal.
        asked: what the user typed.
    """
    terminal.show([table], out)
    screen = Screen(out, asked)
    if not table.rows:
        screen.next(asked.all("segment" if name == "related" else "actions"))
        return
    screen.legend(MEANT[table.name])
    document, point = (str(table.rows[0][table.columns.index(column)]) for column in ("document", "point"))
    known = {one.document.name: one for one in analyses}
    first = known.get(document) or Analysis(Document(document, "", told=True), ())
    screen.next(screen.command("show", first, point, "--why"), asked.all(name, more=["--csv"]))
