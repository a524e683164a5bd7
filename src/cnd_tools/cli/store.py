"""`cnd store`: what is kept of earlier analyses."""

from __future__ import annotations

import typer

from cnd_tools.cli.options import Printing, with_options

store = typer.Typer(no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Give the program its family of commands."""
    app.add_typer(store, name="store", help="What is kept of earlier analyses, so that it is not done again.")


@store.command()
@with_options(printing=Printing)
def info(*, printing: Printing) -> None:
    """Show what is kept, and how much room it takes of what it may.

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
    out.emit([Table("store", ("kind", "kept", "bytes", "percent"), tuple(room))], printing)


@store.command()
def clear() -> None:
    """Forget everything that is kept; nothing but time is lost.

    Example: cnd store clear
    """
    from cnd_tools.errors import OutputFailed
    from cnd_tools.store import folder
    from cnd_tools.store.blobs import remove

    try:
        freed = remove(folder())
    except OSError as error:
        raise OutputFailed(f"{folder()}: cannot be removed: {error.strerror or error}") from error
    print(f"{freed} bytes freed in {folder()}")


@store.command()
def path() -> None:
    """Show in which folder it is kept; CND_CACHE names another.

    Example: cnd store path
    """
    from cnd_tools.store import folder

    print(folder())


def _refuse(message: str) -> None:
    from cnd_tools.errors import OutputFailed

    raise OutputFailed(f"{message}; cnd store clear makes the store anew")
