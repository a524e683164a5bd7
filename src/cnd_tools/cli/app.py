"""The `cnd` program: its commands, and how it ends."""

from __future__ import annotations

import os
import sys
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
    segment,
    show,
    store,
    terms,
)
from cnd_tools.errors import CndError

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
    show,
    find,
    compare,
    report,
    plot,
    export,
    terms,
    lexicon,
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


def main() -> None:
    """Run `cnd`.

    It ends with 0 done, 1 our bug, 2 wrong usage, 3 input refused, 4 output failed, 5 `cnd doctor` found a fault,
    130 interrupted.
    """
    # A sentence's matrices are small: threads that wait for each other cost more than they save. Read when numpy loads.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        # Texts are Unicode whatever the terminal's locale; what it cannot show is shown as an escape.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app(prog_name="cnd")
    except CndError as error:
        _end(str(error), error.exit_code)
    except KeyboardInterrupt:
        _end("interrupted; nothing was left half written", 130)
    except Exception as error:  # the last stop before a traceback
        if os.environ.get("CND_TRACEBACK"):
            raise
        _end(f"a fault of cnd-tools, not yours: {type(error).__name__}: {error}; CND_TRACEBACK=1 shows where", 1)


def _end(message: str, code: int) -> None:
    from cnd_tools.views.safe import visible

    print(f"cnd: {visible(message)}", file=sys.stderr)
    raise SystemExit(code) from None
