"""The options commands share, each written once, and the decorator that gives a command a group of them."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

READING, CHOOSING, PRINTING = "Reading", "Choosing paragraphs", "Output"


class Format(StrEnum):
    """How a table is written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Opening:
    """How files are found and opened."""

    corpus: Annotated[
        Path | None,
        typer.Option(
            help="Folder in which names are looked up first; CND_CORPUS names one that is looked up after data/raw.",
            metavar="DIR",
            rich_help_panel=READING,
        ),
    ] = None
    encoding: Annotated[
        str | None,
        typer.Option(
            help="Encoding of texts that are not Unicode, as windows-1252 or mac_roman.",
            metavar="NAME",
            rich_help_panel=READING,
        ),
    ] = None
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Refuse a text whose numbering has gaps or repeats.", rich_help_panel=READING),
    ] = False
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No warnings, notes or progress.", rich_help_panel=READING)
    ] = False


@dataclass(frozen=True, slots=True)
class Reading(Opening):
    """How texts, and what is known of them, are found and read."""

    where: Annotated[
        str | None,
        typer.Option(
            help="Only rows that meet a condition on columns: theme = 'corruption' and date like '%2011'.",
            metavar="CONDITION",
            rich_help_panel=CHOOSING,
        ),
    ] = None
    no_store: Annotated[
        bool,
        typer.Option("--no-store", help="Do not use cached results. See cnd store.", rich_help_panel=READING),
    ] = False


@dataclass(frozen=True, slots=True)
class Choosing(Reading):
    """Which paragraphs of texts are wanted."""

    section: Annotated[
        str | None,
        typer.Option(
            help="Only paragraphs under a heading with these words; * stands for any letters. A text without headings "
            "is taken whole.",
            metavar="WORDS",
            rich_help_panel=CHOOSING,
        ),
    ] = None
    theme: Annotated[
        str | None,
        typer.Option(help="Only paragraphs with this theme: its id or title.", metavar="ID", rich_help_panel=CHOOSING),
    ] = None
    actor: Annotated[
        str | None,
        typer.Option(help="Only paragraphs with this actor: its id or name.", metavar="ID", rich_help_panel=CHOOSING),
    ] = None
    strength: Annotated[
        str | None,
        typer.Option(
            help="Only paragraphs with a demand or recommendation of this strength.",
            metavar="STRENGTH",
            rich_help_panel=CHOOSING,
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Analysing:
    """What texts are analysed with."""

    model: Annotated[
        str | None,
        typer.Option(
            help="spaCy model for parsing; en_core_web_sm by default.", metavar="NAME", rich_help_panel=READING
        ),
    ] = None
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(
            help="Your own lexicon file in addition to the built-in one; may be repeated. See cnd lexicon.",
            metavar="FILE",
            rich_help_panel=READING,
        ),
    ] = None
    codebook: Annotated[
        str | None,
        typer.Option(
            help="Which themes to look for: drugs (by default), sdg (the Sustainable Development Goals), or a file of "
            "your own that is a codebook. See cnd lexicon codebooks.",
            metavar="NAME",
            rich_help_panel=READING,
        ),
    ] = None

    def __post_init__(self) -> None:
        """Put the codebook before the user's own files, where all that asks for the lexicon finds it."""
        if self.codebook is not None:
            from cnd_tools.lexicon import codebook_files

            object.__setattr__(self, "lexicon", [*codebook_files(self.codebook), *(self.lexicon or [])])


@dataclass(frozen=True, slots=True)
class Printing:
    """How a table is printed."""

    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Output format.", rich_help_panel=PRINTING, show_default="table"),
    ] = None
    csv: Annotated[bool, typer.Option("--csv", help="Short for --format csv.", rich_help_panel=PRINTING)] = False
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.", rich_help_panel=PRINTING)] = False
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Write to a file; its ending gives the format (.csv .tsv .json .jsonl .md .txt .parquet).",
            metavar="FILE",
            rich_help_panel=PRINTING,
        ),
    ] = None
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.", rich_help_panel=PRINTING)] = (
        False
    )
    columns: Annotated[
        str | None,
        typer.Option(help="Columns, in this order.", metavar="A,B,…", rich_help_panel=PRINTING),
    ] = None
    raw: Annotated[
        bool,
        typer.Option(
            "--raw",
            help="Leave CSV and TSV cells unchanged that a spreadsheet would run as formulas.",
            rich_help_panel=PRINTING,
        ),
    ] = False


def either_form(word: str, names: Iterable[str]) -> str:
    """Return the one of some names that a word is, or of which it is the singular or the plural; else the word."""
    return next((name for name in names if word.lower().removesuffix("s") == name.removesuffix("s")), word)


def known_names(incomplete: str) -> list[str]:
    """Return the corpus's names that begin so, for the shell to complete; files it completes by itself."""
    from cnd_tools import corpus
    from cnd_tools.errors import CndError

    try:
        return [source.name for source in corpus.resolve(()) if source.name.startswith(incomplete)]
    except CndError:
        return []


Texts = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="DOC...",
        help="Texts: names (2009), files, folders, patterns, or - for standard input. By default the text piped in, "
        "or else every text of the corpus.",
        show_default=False,
        autocompletion=known_names,
    ),
]


def with_options(**groups: type[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of dataclasses: `@with_options(reading=Reading)` passes it one `Reading`.

    Typer reads a function's signature, so the fields are put there in place of the group's parameter.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        hints = get_type_hints(command, include_extras=True)
        own = [
            p.replace(annotation=hints[name], kind=p.KEYWORD_ONLY)
            for name, p in inspect.signature(command).parameters.items()
            if name not in groups
        ]
        shared = [p for group in groups.values() for p in _parameters(group)]

        @functools.wraps(command)
        def wrapper(**given: Any) -> None:
            packed = {
                name: group(**{field.name: given.pop(field.name) for field in fields(group)})
                for name, group in groups.items()
            }
            command(**given, **packed)

        wrapper.__signature__ = inspect.Signature(own + shared)  # type: ignore[attr-defined]
        wrapper.__annotations__ = {p.name: p.annotation for p in own + shared}
        return wrapper

    return decorate


def _parameters(group: type[Any]) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in fields(group)
    ]
