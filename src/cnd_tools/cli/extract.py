"""`cnd actors`, `themes`, `positions` and `actions`: one analysis, four tables of it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import typer

from cnd_tools.cli.options import Analysing, Choosing, Printing, Texts, with_options

if TYPE_CHECKING:
    from cnd_tools.comparing.proposing import Asked
    from cnd_tools.records import Analysis

TABLES = {
    "actors": "Show who says something, acts, is asked to act, is helped or is named, paragraph by paragraph.",
    "themes": "Show which themes each paragraph speaks of, and the words that say so.",
    "positions": "Show who is said to hold what.",
    "actions": "Show demands and recommendations: who should do what, and how strongly.",
}

SCREENS = frozenset({"actors", "themes", "positions", "actions"})  # tables that `views/screens/` has a file for


def add_to(app: typer.Typer) -> None:
    """Give the program its four commands."""
    for name, about in TABLES.items():
        app.command(name, help=f"{about}\n\nExample: cnd {name} 2009 --csv")(_command(name))


def _command(name: str):  # type: ignore[no-untyped-def]  # Typer reads the signature that with_options makes
    @with_options(reading=Choosing, analysing=Analysing, printing=Printing)
    def extract(texts: Texts = None, *, reading: Choosing, analysing: Analysing, printing: Printing) -> None:
        from cnd_tools.cli import printing as out
        from cnd_tools.cli.asking import asked
        from cnd_tools.cli.texts import found, table_of

        out.check(printing)
        its = found(name, texts, reading, analysing)
        if name in SCREENS and out.on_screen(printing) and isinstance(its, list):
            _show(name, its, asked(texts, reading, analysing, of=its))
        else:
            analyses = its if isinstance(its, list) else []
            out.emit_rows(name, table_of(name, its), printing, analyses, (texts, reading, analysing))

    return extract


def _show(name: str, analyses: Sequence[Analysis], said: Asked) -> None:
    from cnd_tools.views.paging import paged

    screen = import_module(f"cnd_tools.views.screens.{name}")
    paged(lambda out: screen.show(analyses, out, said))
