"""`cnd due` and `cnd reports`: what is to be done by when and how much, and which reports are asked for."""

from __future__ import annotations

import typer

from cnd_tools.cli.options import Analysing, Choosing, Printing, Texts, with_options

VIEWS = {
    "due": "Show what is to be done by when, and how much of it, as printed and as dates and numbers.",
    "reports": "Show which reports are asked for: who is to report to whom, on what, and when.",
}


def add_to(app: typer.Typer) -> None:
    """Give the program its two commands."""
    for name, about in VIEWS.items():
        app.command(name, help=f"{about}\n\nExample: cnd {name} 2009 --csv")(_command(name))


def _command(name: str):  # type: ignore[no-untyped-def]  # Typer reads the signature that with_options makes
    @with_options(reading=Choosing, analysing=Analysing, printing=Printing)
    def track(texts: Texts = None, *, reading: Choosing, analysing: Analysing, printing: Printing) -> None:
        from cnd_tools import tracking
        from cnd_tools.cli import printing as out
        from cnd_tools.cli.texts import analysed

        out.check(printing)
        made = getattr(tracking, name)(analysed(texts, reading, analysing))
        out.emit([made], printing, quiet=reading.quiet)

    return track
