"""`cnd plot`: one chart as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cnd_tools.cli.options import Analysing, Choosing, Texts, either_form, with_options
from cnd_tools.errors import UsageError

if TYPE_CHECKING:
    from cnd_tools.records import Analysis


class By(StrEnum):
    """What a chart shows."""

    THEMES = "themes"
    ACTORS = "actors"
    STRENGTH = "strength"


def _by(word: str) -> By:
    try:
        return By(either_form(word, By))
    except ValueError:
        raise typer.BadParameter(f"{word!r} is not one of {', '.join(By)}.") from None


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(plot)


@with_options(reading=Choosing, analysing=Analysing)
def plot(
    texts: Texts = None,
    *,
    by: Annotated[
        By,
        typer.Option(
            help="themes (by text), actors (by theme) or strength (of demands and recommendations).",
            metavar="VIEW",
            parser=_by,
            autocompletion=lambda: list(By),
        ),
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="The picture to write, .png or .svg.", metavar="FILE.png|svg"),
    ],
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
    reading: Choosing,
    analysing: Analysing,
) -> None:
    """Draw themes, actors or strength as a picture.

    Example: cnd plot 2009 2011 --by themes -o themes.svg
    """
    from cnd_tools.cli.report import need_libraries

    need_libraries()
    ending = output.suffix.lower()
    if ending not in {".png", ".svg"}:
        raise UsageError(f"{output}: a picture is .png or .svg; end its name so")
    from cnd_tools.cli.printing import tell_written
    from cnd_tools.cli.texts import analysed
    from cnd_tools.views import charts
    from cnd_tools.views.export import check_place, replacing

    check_place(output, force=force)
    analyses = analysed(texts, reading, analysing)
    chart = _chart(by, analyses)
    picture = charts.png(chart) if ending == ".png" else charts.svg(chart).encode()
    with replacing(output, force=force) as out:
        out.buffer.write(picture)
    tell_written(output, analyses, reading)


def _chart(by: By, analyses: Sequence[Analysis]) -> Any:
    from cnd_tools.comparing.scales import STRENGTHS, steps
    from cnd_tools.views import charts, counts

    match by:
        case By.THEMES:
            data = counts.themes(analyses)
        case By.ACTORS:
            data = counts.actors(analyses)
        case By.STRENGTH:
            seen = (action.strength for analysis in analyses for action in analysis.actions)
            data = counts.strength(analyses, steps(STRENGTHS, seen))
    if not any(row[-1] for row in data.rows):
        names = ", ".join(analysis.document.name for analysis in analyses)
        raise UsageError(f"{names}: no {by} found, so there is nothing to draw")
    return {By.THEMES: charts.themes, By.ACTORS: charts.actors, By.STRENGTH: charts.strength}[by](data)
