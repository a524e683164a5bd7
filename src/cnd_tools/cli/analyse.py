"""`cnd analyse`: any number of texts to a dataset."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cnd_tools.cli.options import Analysing, Opening, with_options
from cnd_tools.errors import CndError, UsageError

if TYPE_CHECKING:
    from cnd_tools.dataset.writing import Failure, Summary
    from cnd_tools.engines.bulk import Engine, Work
    from cnd_tools.engines.work import Task

MOST_LISTED = 20  # failures; dataset.json has all of them


class EngineName(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    DASK = "dask"


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(analyse)


@with_options(opening=Opening, analysing=Analysing)
def analyse(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders, patterns (texts/*.pdf), names, or remote places, as s3://bucket/texts.",
        ),
    ],
    *,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            help="Folder for the dataset; work that was interrupted is continued there.",
            metavar="DIR",
        ),
    ],
    workers: Annotated[
        int | None, typer.Option(help="Number of processes; by default one for each processor.", min=1)
    ] = None,
    engine: Annotated[EngineName, typer.Option(help="This machine, or a Dask cluster.")] = EngineName.LOCAL,
    scheduler: Annotated[
        str | None, typer.Option(help="Address of the Dask cluster, as tcp://10.0.0.1:8786.", metavar="ADDRESS")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a dataset that is there.")] = False,
    opening: Opening,
    analysing: Analysing,
) -> None:
    """Analyse any number of texts into a dataset of Parquet files: all tables, and a table of documents.

    Its folder is then a DOC for every other command, which --where narrows; pandas, DuckDB, Polars and R read it too.

    Example: cnd analyse texts/ -o analysed && cnd themes analysed --where "theme = 'corruption'"
    """
    if (engine is EngineName.DASK) != (scheduler is not None):
        raise UsageError("--engine dask and --scheduler ADDRESS go together; docs/scale.md tells how to start one")
    if workers and scheduler:
        raise UsageError("--workers is for this machine; a cluster has the workers it was started with")
    from cnd_tools.engines import plan
    from cnd_tools.engines.bulk import Work

    texts = plan.texts(sources, folder=opening.corpus)
    settings = plan.Settings(
        analysing.model, tuple(map(str, analysing.lexicon or ())), opening.encoding, opening.strict
    )
    work = Work(texts, settings, output, force=force)
    failed = _followed(work, output, _engine(scheduler, workers or os.cpu_count() or 1), quiet=opening.quiet)
    if failed:
        _list(failed, output)
        raise Incomplete(f"{len(failed)} of {len(texts)} texts could not be analysed, for the reasons above")


class Incomplete(CndError):  # noqa: N818  (no error of ours: some of the input was refused)
    """The dataset is there, without some of the texts."""

    exit_code = 3


def _engine(scheduler: str | None, workers: int) -> Engine:
    def here(tasks: Iterable[Task]) -> Iterator[tuple[Task, Summary]]:
        from cnd_tools.engines.local import analyse

        return analyse(tasks, workers=workers)

    def there(tasks: Iterable[Task]) -> Iterator[tuple[Task, Summary]]:
        from cnd_tools.engines.cluster import analyse

        return analyse(tasks, scheduler=str(scheduler))

    if scheduler:
        from cnd_tools.engines.cluster import dask

        dask()  # before anything is written for it
    return there if scheduler else here


def _followed(work: Work, output: str, engine: Engine, *, quiet: bool) -> list[Failure]:
    from cnd_tools.engines.bulk import failures
    from cnd_tools.views.progress import measured
    from cnd_tools.views.safe import visible

    steps = []
    with measured("analysing", total=sum(part.size for part in work.parts), quiet=quiet) as advance:
        for step in work.steps(engine):
            steps.append(step)
            advance(step.part.size, step.summary.words)
    if not quiet:
        documents, words = (sum(getattr(step.summary, name) for step in steps) for name in ("documents", "words"))
        said = f"{documents:,} document{'s' * (documents != 1)}, {words:,} words"
        print(visible(f"{output} written: {said}"), file=sys.stderr)
    return failures(steps)


def _list(failed: Sequence[Failure], output: str) -> None:
    """Say why texts failed, a line each: the message that ends a command is one line."""
    from cnd_tools.views.safe import visible

    for failure in failed[:MOST_LISTED]:
        print(visible(failure.message), file=sys.stderr)
    if len(failed) > MOST_LISTED:
        print(f"and {len(failed) - MOST_LISTED} more; {output}/dataset.json lists them all", file=sys.stderr)
