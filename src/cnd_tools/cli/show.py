"""`cnd show`: a text with its labels."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from cnd_tools.cli.options import Analysing, Choosing, Printing, known_names, with_options
from cnd_tools.errors import UsageError
from cnd_tools.tables import CODED

if TYPE_CHECKING:
    from cnd_tools.records import Analysis, Point

RANGE = re.compile(r"([^–-]+)[–-]([^–-]+)")
SAID = re.compile(r"^\s*(?:(?:paragraph|para|point)s?\b\.?|[§¶])", re.IGNORECASE)  # before a number
RUNS = re.compile(r"\d+|[^\W\d_]+")  # of digits and of letters, whatever signs part them


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(show)


@with_options(reading=Choosing, analysing=Analysing)
def show(
    text: Annotated[
        str, typer.Argument(metavar="DOC", help="A name, a file, or -.", autocompletion=known_names, show_default=False)
    ],
    points: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PARAGRAPH...",
            help='Which paragraphs, as "4(c)" or 4c; 4 is 4 and all under it.',
            show_default=False,
        ),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="For each label the words and the rule that made it.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Then every rule that found something.")] = False,
    *,
    reading: Choosing,
    analysing: Analysing,
) -> None:
    """Show a text with its labels: actors and actions in colour or brackets, and beneath what was found.

    Example: cnd show 2011 "4(c)" --why
    """
    from cnd_tools.cli import printing
    from cnd_tools.cli.asking import asked
    from cnd_tools.cli.rules import fired
    from cnd_tools.cli.texts import analysed
    from cnd_tools.records import Segmented
    from cnd_tools.views import marked
    from cnd_tools.views.paging import paged

    wanted = _chosen(analysed([text], reading, analysing), points, text)

    said = asked([text], reading, analysing)

    def write(out: TextIO) -> None:
        for analysis, shown in wanted:
            marked.show(analysis, shown, out, why=why)
        if out.isatty() and not why:
            marked.show_next(wanted, out, said)

    paged(write)
    for analysis, shown in wanted if rules else ():
        whole = Segmented(analysis.document, analysis.points)
        printing.emit([fired(whole, analysing, {point.point for point in shown})], Printing())


def _chosen(
    analyses: Sequence[Analysis], asked: Sequence[str] | None, text: str
) -> list[tuple[Analysis, Sequence[Point]]]:
    """Return each text with its paragraphs that were asked for; of a folder's texts those that have them.

    Raises:
        UsageError: none has them.
    """
    if len(analyses) < 2 or not asked:
        return [(one, _wanted(one, asked, text)) for one in analyses]
    found: list[tuple[Analysis, Sequence[Point]]] = []
    refused: UsageError | None = None
    for one in analyses:
        try:
            found.append((one, _wanted(one, asked, text)))
        except UsageError as error:
            refused = refused or error
    if refused and not found:
        raise refused
    return found


def _wanted(analysis: Analysis, asked: Sequence[str] | None, text: str) -> Sequence[Point]:
    if asked:
        return _asked(analysis.points, asked, text)
    return [point for point in analysis.points if point.kind in CODED]


def _asked(points: Sequence[Point], wanted: Sequence[str], text: str) -> list[Point]:
    """Return the points asked for, headings and notes as well, and what hangs under them.

    Raises:
        UsageError: one is not there.
    """
    parents = {point.point: point.parent for point in points}

    def under(point: str | None, asked: str) -> bool:
        return point is not None and (point == asked or under(parents[point], asked))

    known = list(parents)
    asked = [meant for one in wanted for meant in _range(one, known)]
    for one in asked:
        if one not in parents:
            near = get_close_matches(one, parents, n=1)
            hint = f"did you mean {near[0]}? " if near else ""
            raise UsageError(f"{text} has no paragraph {one}; {hint}cnd segment {shlex.quote(text)} --all lists them")
    return [point for point in points if any(under(point.point, one) for one in asked)]


def _range(word: str, known: Sequence[str]) -> list[str]:
    """Return the paragraphs from one to another, "7-9" or "4(a)–(c)" as screens print them; else the one that is meant.

    >>> _range("7-9", ["7", "7(a)", "8", "9", "10"]), _range("4(a)–(b)", ["4", "4(a)", "4(b)"]), _range("7-x", ["7"])
    (['7', '7(a)', '8', '9'], ['4(a)', '4(b)'], ['7-x'])
    """
    found = RANGE.fullmatch(word)
    if word not in known and found:
        first, last = (_meant(one, known) for one in found.groups())
        if last not in known and first in known:
            last = first[: first.rfind("(")] + last
        if first in known and last in known and known.index(first) <= known.index(last):
            return list(known[known.index(first) : known.index(last) + 1])
    return [_meant(word, known)]


def _meant(word: str, known: Iterable[str]) -> str:
    """Return the paragraph that is meant, however its number is written: 4(c) by "4 (c)", "4c", "4.c" and "4C".

    Also as it is printed or cited, where that is one paragraph: 5 by "5." and "para. 5", p6(5) by "5)" and "5".

    >>> _meant("4c", ["4", "4(c)"]), _meant("11", ["1(1)"]), _meant("5.1", ["51"]), _meant("5)", ["p6", "p6(5)"])
    ('4(c)', '11', '5.1', 'p6(5)')
    """
    word = "".join(SAID.sub("", word).split())
    if word in known:
        return word
    runs = _joined(RUNS.findall(word.lower()))
    alike = [one for one in known if runs and _joined(RUNS.findall(one.lower())) == runs]
    if not alike and "." not in word[:-1]:
        alike = [one for one in known if one.endswith(f"({word.strip('().')})")]
    return alike[0] if len(alike) == 1 else word


def _joined(runs: Iterable[str]) -> str:
    """Return runs so that letters stand together and numbers apart: 4(c)(ii) as 4cii, 5.1 as 5 1."""
    joined = ""
    for run in runs:
        joined += (" " if run.isdigit() and joined[-1:].isdigit() else "") + run
    return joined
