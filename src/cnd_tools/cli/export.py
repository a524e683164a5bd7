"""`cnd export`: everything found in some texts as one file of another program."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from cnd_tools.cli.options import Analysing, Choosing, Texts, with_options
from cnd_tools.errors import UsageError, pip_install

if TYPE_CHECKING:
    from cnd_tools.records import Analysis
    from cnd_tools.tables import Table
    from cnd_tools.views.exports.content import ExportContent


INTERFACE = "label-studio-interface"  # the one format that has nothing of the texts in it


class _Export(NamedTuple):
    """What an export is written from, and where to."""

    analyses: Sequence[Analysis]
    analysing: Analysing
    path: Path


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(export)


@with_options(reading=Choosing, analysing=Analysing)
def export(
    texts: Texts = None,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="The file to write; its ending says for which program: .xlsx (Excel), .db (SQLite, Datasette), "
            ".qdpx (NVivo, MAXQDA, ATLAS.ti), .docx (quotations by theme and actor), "
            ".akn.xml (Akoma Ntoso), .jsonld (web annotations), "
            ".spacy (DocBin), .conllu, .html (displaCy), .parquet (a folder, as cnd analyse makes it).",
            metavar="FILE",
        ),
    ],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="Instead of by its ending, for a tool in which people annotate, our labels as suggestions: "
            "label-studio (and label-studio-interface, its settings), prodigy, doccano, inception.",
            metavar="NAME",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
    reading: Choosing,
    analysing: Analysing,
) -> None:
    """Write all tables, their codebook and their sources as one file for another program.

    Example: cnd export 2009 2011 -o consensus.xlsx
    """
    write = _writer(output, format)
    from cnd_tools.cli.printing import say_written, tell_written
    from cnd_tools.cli.texts import analysed

    with _place(output)(output, force=force) as path:
        analyses = analysed(texts, reading, analysing)
        _tell_apart(analyses)
        note = write(_Export(analyses, analysing, path))
    if note and not reading.quiet:
        print(f"note: {note}", file=sys.stderr)
    if format == INTERFACE:
        if not reading.quiet:
            say_written(output, "settings for the labelling interface")
    else:
        tell_written(output, analyses, reading)


def _writer(output: Path, asked: str | None) -> Callable[[_Export], str | None]:
    """Return what writes the format that was asked for, or that a file's ending names.

    Raises:
        UsageError: there is no such format, no format has this ending, or what writes it is not installed.
    """
    if asked is not None:
        if asked not in FORMATS:
            raise UsageError(f"--format: there is no {asked!r}; use {', '.join(FORMATS)}, or leave it to FILE's ending")
        return FORMATS[asked]
    for ending, write in WRITERS.items():
        if output.name.lower().endswith(ending):
            if ending in NEEDED:
                need(*NEEDED[ending])
            return write
    from cnd_tools.cli.printing import ENDINGS

    other = f"; the tables' own commands write {output.suffix}" if output.suffix.lower() in ENDINGS else ""
    known = f"use {' '.join(WRITERS)}{other}; or --format {', '.join(FORMATS)}"
    raise UsageError(f"{output}: no export is known by this ending; {known}")


def _place(output: Path) -> Callable[..., AbstractContextManager[Path]]:
    """Return what lets a new file, or a new folder, take the place of the old one."""
    if output.suffix.lower() == ".parquet":
        from cnd_tools.dataset.replacing import taking_place_of
    else:
        from cnd_tools.views.export import taking_place_of
    return taking_place_of


def _tell_apart(analyses: Sequence[Analysis]) -> None:
    """Refuse two documents of one name, as a dataset and a text may be: nobody could tell whose a row is."""
    for name, count in Counter(analysis.document.name for analysis in analyses).items():
        if count > 1:
            raise UsageError(f"two documents are both called {name}; leave one out, or rename its file")


def need(library: str, extra: str) -> None:
    """Say, before any work is done, what is missing.

    Raises:
        UsageError: a library is not installed.
    """
    from importlib.util import find_spec

    if find_spec(library) is None:
        raise UsageError(f"{library} is needed and is not installed: {pip_install(f'cnd-tools[{extra}]')}")


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
        comparison=comparison(analyses) if len(analyses) > 1 else (),
    )


def comparison(analyses: Sequence[Analysis]) -> list[Table]:
    """Return all there is to say of two texts or more side by side: the page of words, then a table a view."""
    from cnd_tools.comparing import AT_ONCE, BY

    tables = [BY[one](analyses) for one in dict.fromkeys([*AT_ONCE, *BY])]
    return [page_table(analyses), *tables]


def page_table(analyses: Sequence[Analysis]) -> Table:
    """Return the page of words as a table: `about` and `statement`."""
    from cnd_tools.comparing.citing import plain
    from cnd_tools.comparing.course import in_words
    from cnd_tools.tables import Table

    found = in_words(analyses)
    rows = [("", f"What changed from {found.names[0]} to {found.names[-1]}")]
    rows += [(one.label, plain(one.spans)) for one in found.warnings]
    for block in found.blocks:
        rows += [(block.heading, "")] if block.heading else []
        rows += [(one.label, plain(one.spans)) for one in block.statements]
    return Table("page", ("about", "statement"), (*rows, *(("", line) for line in found.foot)))


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


def _quotations(wanted: _Export) -> None:
    from cnd_tools.views.exports.quotations import write_quotations

    write_quotations(content(wanted.analyses, wanted.analysing), wanted.path)


def _akoma(wanted: _Export) -> None:
    from cnd_tools.views.exports.akoma import write_akoma

    write_akoma(content(wanted.analyses, wanted.analysing), wanted.path)


def _annotations(wanted: _Export) -> None:
    from cnd_tools.views.exports.annotation import write_annotations

    write_annotations(content(wanted.analyses, wanted.analysing), wanted.path)


def _docs(wanted: _Export) -> Iterator[Any]:
    from cnd_tools.pipeline import load_model
    from cnd_tools.views.exports.docbin import docs

    return docs(wanted.analyses, model=load_model(wanted.analysing.model))


def _spacy(wanted: _Export) -> None:
    from cnd_tools.views.exports.docbin import binary

    wanted.path.write_bytes(binary(_docs(wanted)))


def _conllu(wanted: _Export) -> None:
    from cnd_tools.views.exports.conllu import conllu

    with wanted.path.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
        out.writelines(conllu(_docs(wanted)))


def _drawn(wanted: _Export) -> None:
    from cnd_tools.views.exports.displacy import page

    wanted.path.write_text(page(_docs(wanted)), "utf-8", errors="replace")


def _dataset(wanted: _Export) -> None:
    from cnd_tools.cli.provenance import made_with
    from cnd_tools.dataset.writing import write_dataset

    write_dataset(wanted.analyses, wanted.path, made_with=dict(made_with(wanted.analysing, ("spacy",))))


def _themes(analysing: Analysing) -> list[tuple[str, str]]:
    from cnd_tools.lexicon import load

    return [(entry.id, entry.label) for entry in load(extra=analysing.lexicon or ())["theme"]]


def _tasks(wanted: _Export, format: str) -> None:
    """Write tasks for a tool in which people annotate."""
    from cnd_tools import __version__
    from cnd_tools.views.exports import inception, tasks

    with wanted.path.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
        match format:
            case "label-studio":
                tasks.write_label_studio(wanted.analyses, out, made_with=f"cnd-tools {__version__}")
            case "label-studio-interface":
                out.write(tasks.label_studio_interface(_themes(wanted.analysing)))
            case "prodigy":
                tasks.write_prodigy(wanted.analyses, out, themes=_themes(wanted.analysing))
            case "doccano":
                tasks.write_doccano(wanted.analyses, out)
            case "inception":
                inception.write_inception(tuple(wanted.analyses), out)


FORMATS: Mapping[str, Callable[[_Export], str | None]] = {
    name: partial(_tasks, format=name)
    for name in ("label-studio", "label-studio-interface", "prodigy", "doccano", "inception")
}
WRITERS: Mapping[str, Callable[[_Export], str | None]] = {
    ".xlsx": _workbook,
    ".db": _sqlite,
    ".qdpx": _refi,
    ".docx": _quotations,
    ".akn.xml": _akoma,
    ".jsonld": _annotations,
    ".spacy": _spacy,
    ".conllu": _conllu,
    ".html": _drawn,
    ".parquet": _dataset,
}
# What an ending needs, and the extra that brings it.
NEEDED = {".xlsx": ("xlsxwriter", "xlsx"), ".docx": ("docx", "docx"), ".parquet": ("pyarrow", "parquet")}
