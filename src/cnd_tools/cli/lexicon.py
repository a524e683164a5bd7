"""`cnd lexicon`: the words the tables are made with, and those of the user."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cnd_tools.cli.options import Analysing, Printing, Reading, with_options

if TYPE_CHECKING:
    from cnd_tools.lexicon import Lexicon

MOST_TOLD = 100  # words that are left out
COLUMNS = ("kind", "id", "label", "patterns", "file", "line")


def add_to(app: typer.Typer) -> None:
    """Give the program its commands."""
    family = typer.Typer(
        no_args_is_help=True, help="See the words that themes and actors are found by, and use your own."
    )
    family.command("list")(listed)
    family.command()(show)
    family.command()(check)
    family.command("import")(import_)
    family.command()(export)
    family.command("codebooks")(codebooks_)
    app.add_typer(family, name="lexicon")


@with_options(analysing=Analysing, printing=Printing)
def listed(
    kind: Annotated[
        str | None, typer.Argument(help="actor, theme, verb, …; all kinds if none is given.", show_default=False)
    ] = None,
    match: Annotated[
        str, typer.Option(help="Only entries whose id, label or patterns contain this.", metavar="TEXT")
    ] = "",
    *,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """List entries: id, label, number of patterns, file and line.

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
    """Show everything about an entry: its definition, its patterns, where it is written.

    Example: cnd lexicon show money_laundering
    """
    from difflib import get_close_matches

    from cnd_tools.cli import printing as out
    from cnd_tools.cli.naming import called
    from cnd_tools.errors import UsageError
    from cnd_tools.lexicon import load
    from cnd_tools.tables import Table

    out.check(printing)
    entries = list(load(extra=analysing.lexicon or ()))
    found = [entry for entry in entries if entry.id == name] or [entry for entry in entries if called(entry, name)]
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
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Lexicon files of your own (TOML).")],
) -> None:
    """Check lexicon files, with the examples and near misses of their rules; errors name file and line.

    Example: cnd lexicon check my-themes.toml
    """
    from cnd_tools.lexicon import load

    names = [str(file) for file in files]
    lexicon = load(extra=files)
    if lexicon["rule"]:
        _check_rules(lexicon)
    found = sum(entry.file in names for entry in lexicon)
    print(f"{found} {'entry' if found == 1 else 'entries'} in {', '.join(names)}: nothing wrong")


def _check_rules(lexicon: Lexicon) -> None:
    """Hold the rules of a lexicon to what they say; only where there are some is a model loaded."""
    from cnd_tools.extracting.rulebook import rules
    from cnd_tools.trying import check as hold

    known = rules(lexicon)
    hold([known[entry.id] for entry in lexicon["rule"]], lexicon=lexicon)


@with_options(reading=Reading)
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A dictionary: .dic or .dicx (LIWC), .cat (WordStat), .ykd (Yoshikoder), .lc3 or .lcd (Lexicoder), "
            ".yaml (quanteda), .csv or .tsv.",
        ),
    ],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The lexicon file to write.", metavar="FILE.toml")],
    lemmas: Annotated[bool, typer.Option("--lemmas", help="Let each word match all its inflected forms.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
    reading: Reading,
) -> None:
    """Turn an existing dictionary into themes, one for each category; --encoding is that of the dictionary.

    Example: cnd lexicon import policy.yaml -o my-themes.toml
    """
    from cnd_tools.errors import UsageError
    from cnd_tools.inputs import read_file
    from cnd_tools.lexicon import load
    from cnd_tools.lexicon.bounds import LARGEST
    from cnd_tools.lexicon.dictionaries import read_dictionary
    from cnd_tools.lexicon.importing import as_toml, counted, imported
    from cnd_tools.lexicon.parsing import parse
    from cnd_tools.views.export import replacing

    if output.suffix.lower() != ".toml":
        raise UsageError(f"{output}: a lexicon is a TOML file; end its name in .toml")
    data = read_file(file, most=LARGEST, what="a dictionary")
    words = read_dictionary(data, file.name, encoding=reading.encoding or "utf-8-sig")
    taken = {entry.id for entry in load()["theme"]}
    made = imported(words, name=file.stem, taken=taken, lemmas=lemmas)
    written = as_toml(made, source=file.name)
    list(parse(str(output), written.encode()))  # whatever a dictionary holds, the file is one that can be read
    with replacing(output, force=force) as out:
        out.write(written)
    counts = counted(made)
    wild = f", {counts['wild']} of them with wildcards," if counts["wild"] else ""
    print(f"{_number(counts['themes'], 'theme')} with {_number(counts['patterns'], 'pattern')}{wild} in {output}")
    if not reading.quiet:
        _tell(made.left_out)


def _tell(left_out: Mapping[str, str]) -> None:
    """Say on stderr which words could not be taken."""
    from cnd_tools.errors import short
    from cnd_tools.views.safe import visible

    for word, why in islice(left_out.items(), MOST_TOLD):
        print(visible(f"warning: {short(word)!r} is left out: {why}"), file=sys.stderr)
    if len(left_out) > MOST_TOLD:
        print(f"warning: {len(left_out) - MOST_TOLD} more are left out", file=sys.stderr)


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"


@with_options(analysing=Analysing)
def export(
    kind: Annotated[str | None, typer.Argument(help="actor or theme; none means both.", show_default=False)] = None,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.", metavar="FILE.jsonl")],
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
    analysing: Analysing,
) -> None:
    """Write actors and themes as patterns of spaCy's SpanRuler, for a pipeline that is to know the words without us.

    Example: cnd lexicon export theme -o patterns.jsonl
    """
    from cnd_tools.errors import UsageError
    from cnd_tools.lexicon import load
    from cnd_tools.lexicon.spanruler import KINDS, write_patterns
    from cnd_tools.views.export import check_place, replacing

    if kind is not None and kind not in KINDS:
        raise UsageError(f"no patterns are made of {kind!r}; use {' or '.join(KINDS)}")
    check_place(output, force=force)
    lexicon = load(extra=analysing.lexicon or ())
    with replacing(output, force=force) as out:
        count = write_patterns(lexicon, out, kinds=KINDS if kind is None else (kind,))
    print(f"{_number(count, 'pattern')} in {output}")


@with_options(printing=Printing)
def codebooks_(*, printing: Printing) -> None:
    """List the codebooks that --codebook takes: the built-in sets of themes.

    Example: cnd lexicon codebooks
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.lexicon import codebook_files, codebooks, load
    from cnd_tools.lexicon.parsing import head_of
    from cnd_tools.tables import Table

    out.check(printing)
    rows = []
    for name, path in codebooks().items():
        head = head_of(path.name, path.read_bytes()) or {}
        themes = load(extra=codebook_files(name), kinds=("theme",))["theme"]
        pillars = {theme.get("pillar") for theme in themes}
        rows.append((name, head.get("label"), len(themes), len(pillars), head.get("source")))
    out.emit([Table("codebooks", ("codebook", "label", "themes", "pillars", "source"), tuple(rows))], printing)


def _said(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
