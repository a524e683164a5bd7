"""`cnd export`: everything found in some texts as one file of another program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from cnd_tools.cli.options import Analysing, Reading, Texts, with_options
from cnd_tools.errors import UsageError

if TYPE_CHECKING:
    from cnd_tools.records import Analysis
    from cnd_tools.views.exports.content import ExportContent


class _Export(NamedTuple):
    """What an export is written from, and where to."""

    analyses: Sequence[Analysis]
    analysing: Analysing
    path: Path


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(export)


@with_options(reading=Reading, analysing=Analysing)
def export(
    texts: Texts = None,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="The file to write; its ending says for whom: .xlsx (Excel), .db (SQLite, Datasette), "
            ".qdpx (NVivo, MAXQDA, ATLAS.ti), .akn.xml (Akoma Ntoso), .jsonld (web annotations), "
            ".spacy (DocBin), .conllu, .html (displaCy).",
            metavar="FILE",
        ),
    ],
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
    reading: Reading,
    analysing: Analysing,
) -> None:
    """Write all tables, the codebook and where they come from as one file of another program.

    Example: cnd export 2009 2011 -o consensus.xlsx
    """
    write = _writer(output)
    from cnd_tools.cli.texts import analysed
    from cnd_tools.views.export import taking_place_of

    with taking_place_of(output, force=force) as path:
        note = write(_Export(analysed(texts, reading, analysing), analysing, path))
    if note and not reading.quiet:
        print(f"note: {note}", file=sys.stderr)


def _writer(output: Path) -> Callable[[_Export], str | None]:
    """Return what writes the format that a file's ending names.

    Raises:
        UsageError: no format has this ending, or what writes it is not installed.
    """
    for ending, write in WRITERS.items():
        if output.name.lower().endswith(ending):
            if ending in NEEDED:
                _need(*NEEDED[ending])
            return write
    raise UsageError(f"{output}: no export is known by this ending; use {' '.join(WRITERS)}")


def _need(library: str, extra: str) -> None:
    from importlib.util import find_spec

    if find_spec(library) is None:
        raise UsageError(f"{library} is needed and is not installed: python -m pip install 'cnd-tools[{extra}]'")


def content(analyses: Sequence[Analysis], analysing: Analysing) -> ExportContent:
    """Return what an export of these documents holds."""
    from cnd_tools.cli.provenance import made_with, source
    from cnd_tools.lexicon import load
    from cnd_tools.lexicon.codebook import Code, codebook, column
    from cnd_tools.tables import COLUMNS, Table
    from cnd_tools.views.exports.content import ExportContent

    actors = {row.actor for analysis in analyses for row in analysis.actors}
    codes = codebook(load(extra=analysing.lexicon or ()), actors=actors)
    columns = ((table, name, column(table, name)) for table, names in COLUMNS.items() for name in names)
    return ExportContent(
        analyses=analyses,
        sources=[source(analysis.document) for analysis in analyses],
        codebook=Table("codebook", Code._fields, tuple(map(tuple, codes))),
        variables=Table("variables", ("table", "column", "definition"), tuple(columns)),
        made_with=list(made_with(analysing, ("spacy",))),
    )


def _workbook(wanted: _Export) -> str | None:
    from cnd_tools.views.exports.workbook import write_workbook

    cut = write_workbook(content(wanted.analyses, wanted.analysing), wanted.path)
    return f"{cut} cell{'s' * (cut > 1)} too long for Excel: the whole text is on the sheet continued" if cut else None


def _sqlite(wanted: _Export) -> None:
    from cnd_tools.views.exports.sqlite import write_sqlite

    write_sqlite(content(wanted.analyses, wanted.analysing), wanted.path)


def _refi(wanted: _Export) -> None:
    from cnd_tools.views.exports.refi import write_refi

    write_refi(content(wanted.analyses, wanted.analysing), wanted.path)


def _akoma(wanted: _Export) -> None:
    from cnd_tools.views.exports.akoma import write_akoma

    write_akoma(content(wanted.analyses, wanted.analysing), wanted.path)


def _annotations(wanted: _Export) -> None:
    from cnd_tools.views.exports.annotation import write_annotations

    write_annotations(content(wanted.analyses, wanted.analysing), wanted.path)


def _docs(wanted: _Export) -> Iterator[Any]:
    from cnd_tools.extracting.parsed import docs
    from cnd_tools.pipeline import load_model

    return docs(wanted.analyses, model=load_model(wanted.analysing.model))


def _spacy(wanted: _Export) -> None:
    from cnd_tools.extracting.parsed import binary

    wanted.path.write_bytes(binary(_docs(wanted)))


def _conllu(wanted: _Export) -> None:
    from cnd_tools.extracting.conllu import conllu

    with wanted.path.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
        out.writelines(conllu(_docs(wanted)))


def _drawn(wanted: _Export) -> None:
    from cnd_tools.extracting.drawn import page

    wanted.path.write_text(page(_docs(wanted)), "utf-8", errors="replace")


WRITERS: Mapping[str, Callable[[_Export], str | None]] = {
    ".xlsx": _workbook,
    ".db": _sqlite,
    ".qdpx": _refi,
    ".akn.xml": _akoma,
    ".jsonld": _annotations,
    ".spacy": _spacy,
    ".conllu": _conllu,
    ".html": _drawn,
}
NEEDED = {".xlsx": ("xlsxwriter", "xlsx")}  # what an ending needs, and the extra that brings it
