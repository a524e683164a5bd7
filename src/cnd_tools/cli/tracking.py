"""`cnd due`, `reports`, `kinds` and `norms`: views for who keeps track of what was promised, allowed and forbidden."""

from __future__ import annotations

from importlib import import_module

import typer

from cnd_tools.cli.options import Analysing, Choosing, Printing, Texts, with_options

# Each command with where its table is made, and what it shows.
VIEWS = {
    "due": (
        "tracking.due",
        "Show what is to be done by when, and how much of it, as printed and as dates and numbers.",
    ),
    "reports": ("tracking.reports", "Show which reports are asked for: who is to report to whom, on what, and when."),
    "kinds": (
        "kinds_of_action.kinds_of_action",
        "Show how concrete each action is: minimal, continuing, considering, general or specific, as the Universal "
        "Periodic Review is coded.",
    ),
    "norms": ("norms.norms", "Show what is allowed, granted as a right, forbidden and defined."),
}


def add_to(app: typer.Typer) -> None:
    """Give the program its commands."""
    for name, (_, about) in VIEWS.items():
        app.command(name, help=f"{about}\n\nExample: cnd {name} 2009 --csv")(_command(name))


def _command(name: str):  # type: ignore[no-untyped-def]  # Typer reads the signature that with_options makes
    @with_options(reading=Choosing, analysing=Analysing, printing=Printing)
    def track(texts: Texts = None, *, reading: Choosing, analysing: Analysing, printing: Printing) -> None:
        from cnd_tools.cli import printing as out
        from cnd_tools.cli.texts import analysed

        out.check(printing)
        module, _, function = VIEWS[name][0].partition(".")
        analyses = analysed(texts, reading, analysing)
        made = getattr(import_module(f"cnd_tools.{module}"), function)(analyses)
        out.emit_rows(name, made, printing, analyses, (texts, reading, analysing))

    return track
