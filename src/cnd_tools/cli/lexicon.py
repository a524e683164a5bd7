"""`cnd lexicon`: the words the tables are made with, and those of the user."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cnd_tools.cli.options import Analysing, Printing, with_options

COLUMNS = ("kind", "id", "label", "patterns", "file", "line")


def add_to(app: typer.Typer) -> None:
    """Give the program its commands."""
    family = typer.Typer(no_args_is_help=True, help="See the words the tables are made with, and check your own.")
    family.command("list")(listed)
    family.command()(show)
    family.command()(check)
    app.add_typer(family, name="lexicon")


@with_options(analysing=Analysing, printing=Printing)
def listed(
    kind: Annotated[
        str | None, typer.Argument(help="actor, theme, verb, …; none means all of them.", show_default=False)
    ] = None,
    match: Annotated[
        str, typer.Option(help="Only entries whose id, label or patterns hold this.", metavar="TEXT")
    ] = "",
    *,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """List the entries: id, label, how many patterns, file and line.

    Example: cnd lexicon list theme --match launder
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.lexicon import listing, load
    from cnd_tools.tables import Table

    out.check(printing)
    entries = listing(load(extra=analysing.lexicon or ()), kind=kind, match=match)
    rows = [(one.kind, one.id, one.label, len(one.patterns), one.file, one.line) for one in entries]
    out.emit([Table("lexicon", COLUMNS, tuple(rows))], printing)


@with_options(analysing=Analysing, printing=Printing)
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="An entry's id, as money_laundering.")],
    *,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Show an entry whole: its reason, its patterns and all else it says.

    Example: cnd lexicon show money_laundering
    """
    from difflib import get_close_matches

    from cnd_tools.cli import printing as out
    from cnd_tools.errors import UsageError
    from cnd_tools.lexicon import load
    from cnd_tools.tables import Table

    out.check(printing)
    entries = list(load(extra=analysing.lexicon or ()))
    found = [entry for entry in entries if entry.id == name]
    if not found:
        near = get_close_matches(name, {entry.id for entry in entries}, n=1)
        hint = f"did you mean {near[0]}?" if near else "cnd lexicon list shows them all"
        raise UsageError(f"the lexicon has no entry {name!r}; {hint}")
    rows = []
    for entry in found:
        about = {"kind": entry.kind, "id": entry.id, "label": entry.label, "why": entry.why, "patterns": entry.patterns}
        about |= dict(entry.fields) | {"file": f"{entry.file}:{entry.line}"}
        rows += [(entry.id, field, _said(value)) for field, value in about.items() if value not in ("", ())]
    out.emit([Table("entry", ("entry", "field", "value"), tuple(rows))], printing)


@with_options()
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Lexicon files of your own (TOML).")],
) -> None:
    """Check lexicon files: what is wrong is said with file and line.

    Example: cnd lexicon check my-themes.toml
    """
    from cnd_tools.lexicon import load

    names = [str(file) for file in files]
    found = sum(entry.file in names for entry in load(extra=files))
    print(f"{found} {'entry' if found == 1 else 'entries'} in {', '.join(names)}: nothing wrong")


def _said(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
