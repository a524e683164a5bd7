"""The commands of `cnd`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
import typer.core

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
    mcp,
    plot,
    related,
    report,
    rules,
    schema,
    segment,
    show,
    store,
    terms,
    tracking,
)
from cnd_tools.cli.helping import grouped, uncoloured, wants_help
from cnd_tools.cli.running import main
from cnd_tools.errors import MOST_SAID, short

__all__ = ["app", "main"]

_EXAMPLE = re.compile(r"Example: ([^\n]{1,200})")


class _Commands(typer.core.TyperGroup):
    """The commands; help as `helping` has it, and what typer says of a wrong word of a megabyte cut as ours is."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        if wants_help(args):
            uncoloured()
        with _short_messages():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: Any) -> Any:
        with _short_messages():
            return super().invoke(ctx)


@contextmanager
def _short_messages() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # of typer's own copy of click, which has no public name
        if isinstance(vars(error).get("message"), str):  # a group of errors has one too, that nobody may change
            uncoloured()
            said = error.message or _example(error)  # type: ignore[attr-defined]
            error.message = short(said, most=MOST_SAID)  # type: ignore[attr-defined]
        raise


def _example(error: Exception) -> str:
    """Return how a command is used as its help has it, for who is only told that an option is missing."""
    command = getattr(getattr(error, "ctx", None), "command", None)
    shown = _EXAMPLE.search(getattr(command, "help", None) or "")
    return f"For example: {shown[1]}" if shown else ""


app = typer.Typer(
    name="cnd",
    cls=_Commands,
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
    show,
    compare,
    extract,
    citations,
    find,
    tracking,
    related,
    terms,
    report,
    plot,
    export,
    lexicon,
    rules,
    evaluate,
    analyse,
    schema,
    mcp,
    doctor,
    store,
):
    family.add_to(app)
grouped(app)


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
