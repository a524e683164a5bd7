"""`cnd actors`, `themes`, `positions` and `actions`: one analysis, four tables of it."""

from __future__ import annotations

import typer

from cnd_tools.cli.options import Analysing, Choosing, Printing, Texts, with_options

TABLES = {
    "actors": "Show who says, acts, is asked to act, is helped or is named, point by point.",
    "themes": "Show which themes each point speaks of, and the words that say so.",
    "positions": "Show who is said to hold what.",
    "actions": "Show who should do what, and how strongly.",
}


def add_to(app: typer.Typer) -> None:
    """Give the program its four commands."""
    for name, about in TABLES.items():
        app.command(name, help=f"{about}\n\nExample: cnd {name} 2009 --csv")(_command(name))


def _command(name: str):  # type: ignore[no-untyped-def]  # Typer reads the signature that with_options makes
    @with_options(reading=Choosing, analysing=Analysing, printing=Printing)
    def extract(texts: Texts = None, *, reading: Choosing, analysing: Analysing, printing: Printing) -> None:
        from cnd_tools.cli import printing as out
        from cnd_tools.cli.texts import tabled

        out.check(printing)
        out.emit([tabled(name, texts, reading, analysing)], printing, quiet=reading.quiet)

    return extract
