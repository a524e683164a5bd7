"""The commands of `cnd`."""

from __future__ import annotations

from typing import Annotated

import typer

from cnd_tools import __version__
from cnd_tools.cli import (
    analyse,
    citations,
    compare,
    docs,
    doctor,
    evaluate,
    export,
    extract,
    find,
    lexicon,
    plot,
    related,
    report,
    rules,
    segment,
    show,
    store,
    terms,
    tracking,
)
from cnd_tools.cli.running import main

__all__ = ["app", "main"]

app = typer.Typer(
    name="cnd",
    help="Who is said to hold what, and who should do what, paragraph by paragraph, in texts that governments agreed."
    "\n\nStart with: cnd docs, cnd themes 2009, cnd compare 2009 2011.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for family in (
    docs,
    segment,
    extract,
    citations,
    tracking,
    related,
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
