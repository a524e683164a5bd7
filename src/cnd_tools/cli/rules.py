"""`cnd rules`: the constructions the tables are made with, and which of them a sentence meets."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Annotated

import typer

from cnd_tools.cli.options import Analysing, Printing, with_options

if TYPE_CHECKING:
    from cnd_tools.records import Segmented
    from cnd_tools.tables import Table


def add_to(app: typer.Typer) -> None:
    """Give the program its commands."""
    family = typer.Typer(no_args_is_help=True, help="See the grammar rules that rows are found by, and try a sentence.")
    family.command("list")(listed)
    family.command()(show)
    family.command("try")(tried)
    app.add_typer(family, name="rules")


@with_options(analysing=Analysing, printing=Printing)
def listed(
    match: Annotated[
        str, typer.Argument(help="Only rules whose id, yield or reason contains this.", show_default=False)
    ] = "",
    *,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """List rules, yours of --lexicon among them: id, what each finds, why, and where it is written.

    Example: cnd rules list cue
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.extracting.rulebook import rules
    from cnd_tools.lexicon import load
    from cnd_tools.tables import Table

    out.check(printing)
    known = rules(load(extra=analysing.lexicon or ()))
    found = [one for one in known.values() if match.lower() in f"{one.id} {one.yields} {one.why}".lower()]
    rows = tuple((one.id, one.yields, one.why, one.function) for one in found)
    out.emit([Table("rules", ("id", "yields", "why", "function"), rows)], printing)


@with_options(analysing=Analysing, printing=Printing)
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="A rule's id, as cue.modal.")],
    *,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Show everything about a rule: reason, paths, examples with what is found, near misses, and place.

    Example: cnd rules show cue.modal
    """
    from difflib import get_close_matches

    from cnd_tools.cli import printing as out
    from cnd_tools.errors import UsageError
    from cnd_tools.extracting.rulebook import rules
    from cnd_tools.lexicon import load
    from cnd_tools.tables import Table

    out.check(printing)
    known = rules(load(extra=analysing.lexicon or ()))
    one = known.get(name)
    if one is None:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else "cnd rules list shows them all"
        raise UsageError(f"there is no rule {name!r}; {hint}")
    about = [("yields", one.yields), ("why", one.why), *one.match]
    about += [("example", f"{text} → {found}") for text, found in one.examples]
    about += [("near miss", text) for text in one.near_misses]
    about += [("function", one.function), ("file", f"{one.file}:{one.line}")]
    out.emit([Table("rule", ("rule", "field", "value"), tuple((one.id, *pair) for pair in about))], printing)


@with_options(analysing=Analysing, printing=Printing)
def tried(
    text: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, or a text of several paragraphs.")],
    *,
    parse: Annotated[
        bool, typer.Option("--parse", help="Its words instead, with lemma, tag, label and head, as paths ask for them.")
    ] = False,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Try a sentence: which rules find what in it, in order.

    Example: cnd rules try "States should ratify the treaty."
    """
    from cnd_tools import document
    from cnd_tools.cli import printing as out
    from cnd_tools.segmenting import segment

    out.check(printing)
    segmented = segment(document(text))
    out.emit([_words(segmented, analysing) if parse else fired(segmented, analysing)], printing)


def _words(segmented: Segmented, analysing: Analysing) -> Table:
    from cnd_tools.lexicon import load
    from cnd_tools.tables import Table
    from cnd_tools.trying import traced

    trace = traced(segmented, model=analysing.model, lexicon=load(extra=analysing.lexicon or ()))
    rows = [
        (point, one.text, one.lemma_, one.tag_, one.dep_, one.head.text) for point, doc in trace.docs for one in doc
    ]
    return Table("words", ("point", "word", "lemma", "tag", "label", "head"), tuple(rows))


def fired(segmented: Segmented, analysing: Analysing, points: Collection[str] | None = None) -> Table:
    """Return which rules found what in a text, in the order in which it was read.

    Args:
        segmented: the text and its points; it is analysed anew, whatever is kept of it.
        analysing: the user's model and lexicons.
        points: only what was found in these; None for all.
    """
    from cnd_tools.extracting.rulebook import rules
    from cnd_tools.lexicon import load
    from cnd_tools.tables import Table
    from cnd_tools.trying import traced

    lexicon = load(extra=analysing.lexicon or ())
    known = rules(lexicon)
    trace = traced(segmented, model=analysing.model, lexicon=lexicon)
    rows = [
        (one.point, one.rule, known[one.rule].yields, one.word, one.found)
        for one in dict.fromkeys(trace.fired)
        if points is None or one.point in points
    ]
    return Table("rules", ("point", "rule", "yields", "word", "found"), tuple(rows))
