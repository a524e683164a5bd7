"""From tables to where the user wants them: the terminal, a pipe or a file, in the format asked for."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from cnd_tools.cli.options import Analysing, Format, Printing, Reading
from cnd_tools.errors import UsageError

if TYPE_CHECKING:
    from cnd_tools.records import Analysis
    from cnd_tools.tables import Table

ENDINGS = {
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TABLE,
    ".parquet": Format.PARQUET,
}
OTHERS = dict.fromkeys((".xlsx", ".db", ".qdpx", ".jsonld"), "cnd export") | {
    ".docx": "cnd compare",
    ".html": "cnd report",
    ".svg": "cnd plot",
    ".png": "cnd plot",
}


def check(printing: Printing) -> Format:
    """Return the format asked for, before any work is done for it.

    Raises:
        UsageError: two formats are asked for, or a file's ending names none, or the file is there.
    """
    if printing.output is not None:
        from cnd_tools.views.export import check_place

        check_place(printing.output, force=printing.force)
    asked = [printing.format] if printing.format else []
    asked += [Format.CSV] if printing.csv else []
    asked += [Format.JSON] if printing.json else []
    if len(set(asked)) > 1:
        raise UsageError(f"two formats are asked for: {' and '.join(asked)}; choose one")
    if asked:
        return _possible(asked[0], printing.output)
    if printing.output is None:
        return Format.TABLE
    ending = printing.output.suffix.lower()
    if ending not in ENDINGS:
        other = f"; {OTHERS[ending]} writes {ending}" if ending in OTHERS else ""
        known = f"use {' '.join(ENDINGS)} or --format"
        raise UsageError(f"{printing.output}: no format is known by this ending; {known}{other}")
    return _possible(ENDINGS[ending], printing.output)


def _possible(written: Format, output: Path | None) -> Format:
    """Return the format, if it can be written.

    Raises:
        UsageError: Parquet, which is no text, without a file to write it to, or without the library.
    """
    if written is Format.PARQUET:
        from cnd_tools.cli.export import need

        if output is None:
            raise UsageError("--format parquet: Parquet is no text to be printed; name a file with -o")
        need("pyarrow", "parquet")
    return written


def emit(
    tables: Sequence[Table],
    printing: Printing,
    *,
    quiet: bool = False,
    most: int | None = None,
    told: str | None = None,
) -> None:
    """Write tables as the user asked, and say on stderr what a file holds.

    Args:
        tables: what to write.
        printing: how and where.
        quiet: say nothing on stderr.
        most: rows of each table that a terminal shows.
        told: what is said of a file; how many rows by default.

    Raises:
        UsageError: a column that is not there, or a file that is.
        OutputFailed: the file could not be written.
        OSError: nor could standard output.
    """
    from cnd_tools.views.export import replacing

    written = check(printing)
    tables = selected(tables, printing.columns)
    if printing.output is None:
        _print(tables, written, printing, quiet=quiet, most=most)
    elif written is Format.PARQUET:
        _write_parquet(tables, printing.output, force=printing.force)
    else:
        with replacing(printing.output, force=printing.force) as out:
            if written is Format.CSV:  # by which Excel knows UTF-8 when a file is double-clicked; a pipe has none
                out.write("\ufeff")
            _write(tables, out, written, printing, quiet=quiet, most=None)
    if printing.output is not None and not quiet:
        say_written(printing.output, told or _counted(tables))


def _write_parquet(tables: Sequence[Table], path: Path, *, force: bool) -> None:
    """Write the one table there is.

    Raises:
        UsageError: there are several.
    """
    from cnd_tools.dataset.writing import write_table
    from cnd_tools.views.export import taking_place_of

    if len(tables) > 1:
        raise UsageError(f"{path}: a Parquet file holds one table, and these are {len(tables)}; cnd export writes all")
    with taking_place_of(path, force=force) as beside:
        write_table(tables[0], beside)


def _print(tables: Sequence[Table], written: Format, printing: Printing, *, quiet: bool, most: int | None) -> None:
    """Write to standard output: exactly into a pipe, and on a terminal so that nothing in a text can command it."""
    if written is Format.TABLE and sys.stdout.isatty():
        from cnd_tools.views.paging import paged

        paged(lambda out: _write(tables, out, written, printing, quiet=quiet, most=most))
    elif written is Format.TABLE or not sys.stdout.isatty():
        _write(tables, sys.stdout, written, printing, quiet=quiet, most=most)
    else:
        from cnd_tools.views.safe import readable

        gathered = io.StringIO(newline="")
        _write(tables, gathered, written, printing, quiet=quiet, most=most)
        sys.stdout.write(readable(gathered.getvalue()))
    sys.stdout.flush()


def emit_rows(
    name: str,
    table: Table,
    printing: Printing,
    analyses: Sequence[Analysis],
    given: tuple[Sequence[str] | None, Reading, Analysing],
) -> None:
    """Write a table of what paragraphs have; on a screen with its legend, and with what may be typed next.

    Args:
        name: the command that makes it.
        table: what to write.
        printing: how.
        analyses: the texts it is of; none where it was read from datasets.
        given: the words that name texts, how they are read, and what they are analysed with.

    Raises:
        UsageError, OutputFailed, OSError: as `emit`.
    """
    if not on_screen(printing):
        emit([table], printing, quiet=given[1].quiet)
        return
    from cnd_tools.cli.asking import asked
    from cnd_tools.views.paging import paged
    from cnd_tools.views.screens import tabled

    said = asked(*given, of=analyses)
    paged(lambda out: tabled.show(name, table, analyses, out, said))


def on_screen(printing: Printing) -> bool:
    """Return whether a person at a terminal is to read it, and has chosen neither a format nor columns."""
    plain = printing.output is None and printing.columns is None
    return plain and check(printing) is Format.TABLE and sys.stdout.isatty()


def selected(tables: Sequence[Table], columns: str | None) -> list[Table]:
    """Return of several tables those that have all columns asked for, with these columns.

    Raises:
        UsageError: none has them.
    """
    if columns is None:
        return list(tables)
    wanted = [column.strip() for column in columns.split(",")]
    found = [table.select(wanted) for table in tables if set(wanted) <= set(table.columns)]
    if found:
        return found
    known = list(dict.fromkeys(column for table in tables for column in table.columns))
    whose = f"the table {tables[0].name} has no column" if len(tables) == 1 else "no table here has a column"
    for wrong in wanted:
        if wrong not in known:
            near = get_close_matches(wrong, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
            raise UsageError(f"--columns: {whose} {wrong!r}; {hint}")
    raise UsageError(f"--columns: no one table has all of {', '.join(wanted)}; ask for those of one")


def tell_written(path: Path, analyses: Sequence[Analysis], reading: Reading) -> None:
    """Say on stderr what was written where."""
    if reading.quiet:
        return
    from cnd_tools.comparing.analysed import coded
    from cnd_tools.views.screens.lines import counted

    paragraphs = counted(sum(len(coded(one)) for one in analyses), "paragraph")
    say_written(path, f"{counted(len(analyses), 'text')}, {paragraphs}")


def _counted(tables: Sequence[Table]) -> str:
    """Return how many rows there are, of what."""
    rows = sum(len(table.rows) for table in tables)
    said = f"{rows:,} row{'s' * (rows != 1)}"
    return f"{said} of {tables[0].name}" if len(tables) == 1 else f"{said} in {len(tables)} tables"


def say_written(path: Path, what: str) -> None:
    """Say on stderr what was written where."""
    from cnd_tools.views.safe import visible

    print(visible(f"{path} written: {what}"), file=sys.stderr)


def _write(
    tables: Sequence[Table], out: TextIO, written: Format, printing: Printing, *, quiet: bool, most: int | None
) -> None:
    from cnd_tools.views import export, terminal

    match written:
        case Format.TABLE:
            terminal.show(tables, out, columns=printing.columns is not None, most=most)
        case Format.CSV | Format.TSV:
            delimiter = "," if written is Format.CSV else "\t"
            defused = export.write_csv(tables, out, delimiter=delimiter, raw=printing.raw)
            if defused and not quiet:
                print(
                    f"note: {defused} cell{'s' * (defused > 1)} that a spreadsheet would run as a formula "
                    "got an apostrophe in front; --raw leaves them exact",
                    file=sys.stderr,
                )
        case Format.JSON:
            export.write_json(tables, out)
        case Format.JSONL:
            export.write_jsonl(tables, out)
        case Format.MARKDOWN:
            export.write_markdown(tables, out)
