"""`cnd schema`: what the tables look like, for a program that reads them."""

from __future__ import annotations

from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(schema)


def schema(
    table: Annotated[
        str | None,
        typer.Argument(
            help="documents, points, actors, themes, positions or actions, none means all by name; or lexicon, a "
            "file of your own words.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of a table as --json writes it: its columns, their types and what they say.

    Example: cnd schema actions
    """
    import json

    from cnd_tools.schemas import schema as of
    from cnd_tools.views.paging import paged

    written = json.dumps(of(table), ensure_ascii=False, indent=1)
    paged(lambda out: print(written, file=out))
