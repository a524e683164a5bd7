"""`cnd compare`: what changed between texts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from cnd_tools.cli.options import Analysing, Choosing, Format, Printing, known_names, with_options
from cnd_tools.errors import UsageError

if TYPE_CHECKING:
    from cnd_tools.comparing.proposing import Asked
    from cnd_tools.records import Analysis
    from cnd_tools.tables import Table

AT_A_GLANCE = 12  # rows of each table, where there are several
FILES = (".xlsx", ".docx")  # that hold all of a comparison


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(compare)


@dataclass(frozen=True, slots=True)
class Viewing:
    """What of a comparison is shown."""

    by: Annotated[
        str | None,
        typer.Option(
            help="One view in full: speakers, themes, actors, strength, extent, paragraphs, terms, "
            "citations or overview.",
            metavar="VIEW",
        ),
    ] = None
    only: Annotated[
        str | None,
        typer.Option(
            help="With --by paragraphs: only those kept, updated, reworded, new, dropped, merged, split, moved, "
            "stronger, weaker, …",
            metavar="A,B,…",
        ),
    ] = None
    diff: Annotated[
        bool, typer.Option("--diff", help="With --by paragraphs: changes word by word, [-deleted-] and {+added+}.")
    ] = False
    everything: Annotated[
        bool,
        typer.Option(
            "--all", help="Rows with fewer than five paragraphs too; without --by, tables instead of the page."
        ),
    ] = False
    group_by: Annotated[
        str | None,
        typer.Option(
            help="Compare groups of texts that share a body, session, year, … on their title pages.", metavar="COLUMN"
        ),
    ] = None

    @property
    def wanted(self) -> tuple[str, ...]:
        """What `only` asks for."""
        return tuple(one.strip() for one in self.only.split(",")) if self.only else ()

    def how(self) -> tuple[str | None, ...]:
        """What has a part in the tables, for the store to know them by."""
        return ("compare", self.by, "diff" if self.diff else None, self.only)


@with_options(viewing=Viewing, reading=Choosing, analysing=Analysing, printing=Printing)
def compare(
    texts: Annotated[
        list[str],
        typer.Argument(
            metavar="DOC...",
            help='Two texts or more, in the order to compare them: names, files, folders, patterns; "2009,2010" is '
            "both as one.",
            show_default=False,
            autocompletion=known_names,
        ),
    ],
    *,
    viewing: Viewing,
    reading: Choosing,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Show what changed from one text to the next: a page in words, or one view as a table.

    -o changes.xlsx or -o memo.docx writes all of it.

    Example: cnd compare 2009 2011
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.asking import asked
    from cnd_tools.cli.texts import opened
    from cnd_tools.comparing import check, view
    from cnd_tools.comparing import compare as tables_of
    from cnd_tools.store.forms import TABLES

    # Only paragraphs can be new or dropped, or be shown word by word: whoever asks for that need not say so twice.
    viewing = replace(viewing, by=view(viewing.by or ("paragraphs" if viewing.only or viewing.diff else None)))
    written = _format(printing, viewing.by)
    check(viewing.by, diff=viewing.diff, only=viewing.wanted)
    analyses = _sides(texts, viewing.group_by, reading, analysing)
    if len(analyses) < 2:
        raise UsageError(f"{' '.join(texts)}: one text alone; name two or more to compare")
    said = asked(texts, reading, analysing, group_by=viewing.group_by)
    if written is None:
        _to_file(analyses, printing, analysing, reading)
    elif viewing.by is None and not viewing.everything and written is Format.TABLE and printing.columns is None:
        _page(analyses, printing, reading, said)
    else:

        def made() -> Sequence[Table]:
            return tables_of(analyses, by=viewing.by, diff=viewing.diff, only=viewing.wanted)

        tables = opened(reading).derived(TABLES, analyses, viewing.how(), made)
        _one_table(written, len(out.selected(tables, printing.columns)))
        if out.on_screen(printing):
            _show(tables, analyses, viewing, said)
        else:
            out.emit(tables, printing, quiet=reading.quiet)


def _format(printing: Printing, by: str | None) -> Format | None:
    """Return the format to write, None for a file that holds all of a comparison; before any work is done.

    Raises:
        UsageError: several tables are asked for in a format of one, or a library is missing.
    """
    from cnd_tools.cli import printing as out

    if printing.output is not None and printing.output.suffix.lower() in FILES and printing.format is None:
        from cnd_tools.cli.export import need
        from cnd_tools.views.export import check_place

        check_place(printing.output, force=printing.force)
        need(*{".xlsx": ("xlsxwriter", "xlsx"), ".docx": ("docx", "docx")}[printing.output.suffix.lower()])
        return None
    written = out.check(printing)
    if by is None and printing.columns is None:
        _one_table(written, 2)
    return written


def _one_table(written: Format, tables: int) -> None:
    """Refuse several tables in a format that holds one: pandas fails on it, and R reads nonsense in silence.

    Raises:
        UsageError: there are several.
    """
    if tables > 1 and written in {Format.CSV, Format.TSV, Format.PARQUET}:
        raise UsageError(
            f"a comparison is several tables, and {written.value.upper()} holds one; add --by speakers, themes, "
            "actors, strength, extent, paragraphs or terms, or write all with -o changes.xlsx"
        )


def _sides(words: Sequence[str], column: str | None, reading: Choosing, analysing: Analysing) -> list[Analysis]:
    """Return what is compared: texts, or several as one."""
    from cnd_tools.cli.texts import analysed
    from cnd_tools.comparing.grouping import by_column, together

    grouped = {word: word.split(",") for word in words if "," in word and not Path(word).exists()}
    if not grouped:
        found = analysed(words, reading, analysing)
    else:
        found = []
        for word in words:
            one = analysed(grouped.get(word, [word]), reading, analysing)
            found += [together(word, one)] if word in grouped else one
    return by_column(found, column) if column else found


def _page(analyses: Sequence[Analysis], printing: Printing, reading: Choosing, said: Asked) -> None:
    from cnd_tools.cli.printing import tell_written
    from cnd_tools.cli.texts import opened
    from cnd_tools.comparing.analysed import names
    from cnd_tools.store.forms import PAGES
    from cnd_tools.views import page as view
    from cnd_tools.views.compared import width_of
    from cnd_tools.views.export import replacing

    names(analyses)
    width = width_of(sys.stdout) if printing.output is None else view.WIDTH

    def made() -> str:
        from cnd_tools.comparing.course import in_words

        return "\n".join(view.lines(in_words(analyses, said), width))

    lines = opened(reading).derived(PAGES, analyses, ["words", str(width), repr(said)], made).split("\n")
    if printing.output is None:
        view.show(lines, sys.stdout)
    else:
        with replacing(printing.output, force=printing.force) as out:
            view.show(lines, out)
        tell_written(printing.output, analyses, reading)


def _show(found: Sequence[Table], analyses: Sequence[Analysis], viewing: Viewing, said: Asked) -> None:
    """Show tables as a reader wants them: a table with its legend, paragraphs as blocks, then what to type next."""
    from cnd_tools.views import compared
    from cnd_tools.views.paging import paged

    def write(screen: TextIO) -> None:
        if viewing.by == "points" and "diff" not in found[0].columns:
            compared.show_changes(found[0], screen, everything=not viewing.only)
        elif viewing.by is not None:
            compared.show(found[0], screen, everything=viewing.everything)
        else:
            shown = [table for table in found if table.name != "changes"]
            compared.show_all(shown, screen, everything=viewing.everything, most=AT_A_GLANCE)
        compared.show_next(found[0], analyses, screen, said)

    paged(write)


def _to_file(analyses: Sequence[Analysis], printing: Printing, analysing: Analysing, reading: Choosing) -> None:
    """Write all of a comparison as a workbook or a memo."""
    from cnd_tools.cli.export import comparison, content
    from cnd_tools.cli.printing import tell_written
    from cnd_tools.comparing.analysed import names
    from cnd_tools.views.export import taking_place_of

    assert printing.output is not None
    names(analyses)
    with taking_place_of(printing.output, force=printing.force) as path:
        if printing.output.suffix.lower() == ".xlsx":
            from cnd_tools.views.exports.workbook import write_tables

            cut = write_tables([*comparison(analyses), content(analyses, analysing).settings()], path)
            if cut and not reading.quiet:
                print(
                    f"note: {cut} cells too long for Excel: the whole text is on the sheet continued", file=sys.stderr
                )
        else:
            from cnd_tools.views.exports.memo import write_memo

            write_memo(analyses, path)
    tell_written(printing.output, analyses, reading)
