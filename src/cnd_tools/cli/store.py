"""`cnd store`: cached results of earlier analyses."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from cnd_tools.cli.options import Printing, with_options

KINDS = {"points": "paragraphs", "rows": "labels"}  # kinds of results by the words of the screens
store = typer.Typer(no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Give the program its family of commands."""
    app.add_typer(store, name="store", help="Cached results, so that a text is analysed once.")


@store.command()
@with_options(printing=Printing)
def info(*, printing: Printing) -> None:
    """Show how many results are cached, and how much room they take of what they may.

    Example: cnd store info
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.store import folder, limit
    from cnd_tools.store.blobs import Blobs
    from cnd_tools.tables import Table

    out.check(printing)
    blobs = Blobs(folder(), limit=limit(), warn=_refuse)
    sizes = blobs.sizes() if blobs.path.exists() else {}
    rows = [(kind, count, size) for kind, (count, size) in sizes.items()]
    total = ("all", sum(row[1] for row in rows), sum(row[2] for row in rows))
    room = [(*row, round(100 * row[2] / max(limit(), 1), 1)) for row in (*rows, total)]
    if out.on_screen(printing):
        _show(room)
    else:
        out.emit([Table("store", ("kind", "kept", "bytes", "percent"), tuple(room))], printing)


def _show(room: Sequence[tuple[str, int, int, float]]) -> None:
    """Print a line each kind of result, with units, then how much of the room there is is used."""
    from cnd_tools.store import folder, limit
    from cnd_tools.views.safe import size, visible

    for kind, kept, taken, _ in room[:-1]:
        print(f" {KINDS.get(kind, kind):<12}{kept:>9,} results  {size(taken):>9}")
    _, kept, taken, percent = room[-1]
    share = f"{percent:g} %" if percent else "less than 0.1 %"
    print(f"{kept:,} cached results, {size(taken)} of {size(limit())} ({share}), in {visible(str(folder()))}")
    print("Next:  cnd store clear    (nothing but time is lost)")


@store.command()
def clear() -> None:
    """Delete all cached results; nothing but time is lost.

    Example: cnd store clear
    """
    from cnd_tools.errors import OutputFailed
    from cnd_tools.store import folder
    from cnd_tools.store.blobs import remove
    from cnd_tools.views.safe import size, visible

    try:
        freed = remove(folder())
    except OSError as error:
        raise OutputFailed(f"{folder()}: cannot be removed: {error.strerror or error}") from error
    print(f"{size(freed)} freed in {visible(str(folder()))}")


@store.command()
def path() -> None:
    """Show in which folder results are cached; CND_CACHE names another.

    Example: cnd store path
    """
    from cnd_tools.store import folder

    print(folder())


def _refuse(message: str) -> None:
    from cnd_tools.errors import OutputFailed

    raise OutputFailed(f"{message}; cnd store clear makes the store anew")
