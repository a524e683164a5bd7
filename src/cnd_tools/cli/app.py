"""The commands of `cnd`."""

from __future__ import annotations

from typing import Annotated

import typer

from cnd_tools import __version__
from cnd_tools.cli import (
    analyse,
    compare,
    docs,
    doctor,
    evaluate,
    export,
    extract,
    find,
    lexicon,
    plot,
    report,
    rules,
    segment,
    show,
    store,
    terms,
)
from cnd_tools.cli.running import main

__all__ = ["app", "main"]

app = typer.Typer(
    name="cnd",
    help="Read meeting outcomes paragraph by paragraph: who is said to hold what, who should do what, on which theme, "
    "how strongly, and how that changed.\n\nStart with: cnd docs, cnd show 2009, cnd compare 2009 2011.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for family in (
    docs,
    segment,
    extract,
    show,
    find,
    compare,
    report,
    plot,
    export,
    terms,
    lexicon,
    rules,
    evaluate,
    analyse,
    store,
    doctor,
):
    family.add_to(app)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"cnd-tools {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and end.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that stand before a command."""
