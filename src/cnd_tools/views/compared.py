"""Comparisons on a terminal beyond the page of words: tables with their legend, and paragraphs side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.citations import name_of
from cnd_tools.comparing.diffing import runs
from cnd_tools.comparing.proposing import Asked
from cnd_tools.comparing.relations import RELATIONS
from cnd_tools.comparing.shares import FEW
from cnd_tools.records import Analysis
from cnd_tools.tables import Table
from cnd_tools.views import terminal
from cnd_tools.views.safe import visible
from cnd_tools.views.screens.lines import Screen, counted

KEPT = 6  # words of an unchanged stretch that are shown on each side of a cut
LEGEND = (
    "7 (39%) 11c: 7 paragraphs, 39 % of those counted, 11 clauses · percentage points: second text minus first, with "
    "the 95 % confidence interval (CI) · q: p-value adjusted for the number of rows tested; too few: no result could "
    "be significant; few: fewer than five paragraphs"
)
TREND = (
    "7 (39%) 11c: 7 paragraphs, 39 % of those counted, 11 clauses · spark: the shares as blocks · slope_pp: percentage "
    "points from one text to the next · q: p-value of a trend (Cochran-Armitage), adjusted for the number of rows "
    "tested; too few: no result could be significant; few: fewer than five paragraphs"
)
TERMS = "3 (2.2): 3 times, 2.2 per 1,000 words · log_likelihood, log_ratio: see docs/method/comparing.md"
BADGES = {"same subject": "perhaps the same subject"}
STYLES = {"equal": "", "delete": "color(131) strike", "insert": "color(29) underline"}
MARKS = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}


def show(table: Table, out: TextIO, *, everything: bool = False) -> None:
    """Print one table of a comparison: first the rows that say something, then how many do not and what shows them."""
    shown = _show(table, out, everything=everything, most=None)
    legend = _legend(table)
    if shown and legend:
        terminal.console(out).print(Text(legend, style="italic"))


def show_all(tables: Sequence[Table], out: TextIO, *, everything: bool, most: int) -> None:
    """Print several tables under their names, the first `most` rows of each that say something, and one legend."""
    screen = terminal.console(out)
    for table in tables:
        screen.print(Text(table.name.replace("_", " "), style="bold"))
        _show(table, out, everything=everything, most=most)
    legends = dict.fromkeys(filter(None, map(_legend, tables)))
    screen.print(Text(" · ".join(legends), style="italic"))


def _legend(table: Table) -> str | None:
    """Return what the short words of a table mean; None where it has none."""
    if "term" in table.columns:
        return TERMS
    return TREND if "slope_pp" in table.columns else LEGEND if "note" in table.columns else None


def _show(table: Table, out: TextIO, *, everything: bool, most: int | None) -> bool:
    """Print the rows that say something; tell how many do not, or why there are none, and whether there was any."""
    kept = table if everything else _telling(table)
    left = len(table.rows) - len(kept.rows)
    if left and not kept.rows:
        rows = "the one row has" if left == 1 else f"all {left} rows have"
        said = f"nothing to compare: {rows} fewer than five paragraphs in all texts together; --all shows the counts"
        terminal.console(out).print(Text(said, style="italic"))
        return False
    terminal.show([_named(kept) if terminal.console(out).is_terminal else kept], out, most=most)
    if left:
        rows = f"{left} row{'s' * (left > 1)} with fewer than five paragraphs in all texts"
        terminal.console(out).print(Text(f" … and {rows}: --all shows them", style="italic"))
    return bool(kept.rows)


def _named(table: Table) -> Table:
    """Return what is cited under its name, without the id: a reader knows treaties by name, documents by symbol."""
    if not {"cited", "name"} <= set(table.columns):
        return table
    name = table.columns.index("name")
    rows = tuple((name_of(row[0]), *row[1:name], *row[name + 1 :]) for row in table.rows)
    return Table(table.name, (*table.columns[:name], *table.columns[name + 1 :]), rows)


def show_next(table: Table, analyses: Sequence[Analysis], out: TextIO, asked: Asked) -> None:
    """Say what paragraphs were compared, where they were chosen, and what may be typed next.

    Args:
        table: what was shown, a view of `cnd compare --by`.
        analyses: the texts, with the paragraphs that were compared.
        out: a terminal.
        asked: what the user typed.
    """
    screen = Screen(out, asked)
    if asked.choosing:
        compared = f"{counted(sum(len(coded(one)) for one in analyses), 'paragraph')} of {len(analyses)} texts"
        screen.words(f"Compared: {compared} ({visible(asked.chosen())})")
    others = asked.all("compare", more=["--by", "themes" if table.name == "changes" else "paragraphs"])
    if "term" in table.columns and table.rows:
        # Sides of several texts each are named by "2009,2010", which only a comparison takes.
        whole = all(asked.of("show", one.document) for one in analyses)
        screen.next(asked.all("find", str(table.rows[0][0])) if whole else None, others)
        return
    behind = _behind(table, analyses)
    screen.next(screen.command("show", *behind, "--why") if behind else None, others)


def _behind(table: Table, analyses: Sequence[Analysis]) -> tuple[Analysis, str] | None:
    """Return a paragraph behind the first figure: of the last text that has one."""
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        for one in reversed(analyses):
            name = one.document.name
            cited = cells.get(f"which_{name}") or cells.get(f"where_{name}")
            for side in ("b", "a"):
                cited = cited or (cells.get(f"point_{side}") if cells.get(f"document_{side}") == name else None)
            points = (point.point for point in one.points)
            found = max((p for p in points if cited and f"{cited} ".startswith(f"{p} ")), key=len, default=None)
            if found:
                return one, found
    return None


def _telling(table: Table) -> Table:
    if "note" not in table.columns:
        return table
    note = table.columns.index("note")
    return Table(table.name, table.columns, tuple(row for row in table.rows if row[note] != FEW))


def show_changes(table: Table, out: TextIO, *, everything: bool = True) -> None:
    """Print paragraphs with their counterparts as blocks over the full width: what became of each, then its words.

    Args:
        table: a row each pair, or paragraph without a counterpart.
        out: where to print.
        everything: the table has all of them, so that it can be said that there is no pair.
    """
    screen = terminal.console(out)
    coloured = terminal.shows_colours(screen)
    pair: tuple[str, str] | None = None
    rows = [dict(zip(table.columns, cells, strict=True)) for cells in table.rows]
    became: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        became[_pair(row)][row["change"]] += 1
    for row in rows:
        if _pair(row) != pair:
            pair = _pair(row)
            screen.print(Text(visible(f"{pair[0]} → {pair[1]}"), style="bold"))
            screen.print(Text(_became(became[pair], everything=everything)))
            screen.print(
                Text("[-deleted-] {+added+} · % of the first text's words that are kept in the second", style="italic")
            )
        screen.print()
        screen.print(Text(_head(row), style="bold"))
        for text in _words(row):
            screen.print(text if coloured else Text(text.plain))
    if not table.rows:
        screen.print(Text("no such paragraphs", style="italic"))


def _pair(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["document_a"], row["document_b"]


def _became(counts: Mapping[str, int], *, everything: bool) -> str:
    """Return how many rows of each kind there are, and first of all where no paragraph has a counterpart."""
    said = " · ".join(f"{counts[name]} {BADGES.get(name, name)}" for name in RELATIONS if name in counts)
    alone = everything and not counts.keys() - {"new", "dropped"}
    return f"no paragraph has a counterpart: {said}" if alone else said


def _head(row: Mapping[str, Any]) -> str:
    before, after = row["point_a"], row["point_b"]
    where = " → ".join(visible(point) for point in (before, after) if point)
    kept = f"{row['words_kept']} % of the words kept" if row["change"] in {"reworded", "same subject"} else None
    facts = [name for name in ("merged", "split", "moved") if row[name]]
    strength = None if row["strength"] in {None, "?"} else row["strength"]
    told = [BADGES.get(row["change"], row["change"]), kept, *facts, row["detail"], strength]
    return f"{where}  {' · '.join(visible(one) for one in told if one)}"


def _words(row: Mapping[str, Any]) -> Iterator[Text]:
    before, after = row["text_a"], row["text_b"]
    if row["change"] == "kept":
        yield Text(_cut(visible(before), first=True, last=True))
    elif row["change"] in {"updated", "reworded"}:
        yield _difference(before, after)
    else:
        for mark, text, style in (("−", before, "color(131)"), ("+", after, "color(29)")):
            if text:
                yield Text(f"{mark} {visible(text)}", style=style)


def _difference(before: str, after: str) -> Text:
    found = Text()
    stretches = runs(before, after)
    for number, run in enumerate(stretches):
        said = visible(run.text)
        if run.kind == "equal":
            said = _cut(said, first=number == 0, last=number == len(stretches) - 1)
        opened, closed = MARKS[run.kind]
        found.append(f"{opened}{said}{closed}", style=STYLES[run.kind])
    return found


def _cut(text: str, *, first: bool, last: bool) -> str:
    """Return an unchanged stretch with its middle cut; what stands before the first change, or after the last, too."""
    words = text.split(" ")
    if len(words) <= 2 * KEPT + 3:
        return text
    head = " ".join(words[:KEPT])
    tail = " ".join(words[-KEPT:])
    return f"{head} … {tail}" if not (first and last) else f"{' '.join(words[: 2 * KEPT])} …"


def width_of(out: TextIO) -> int:
    """Return how many columns there are to write in: 80 where it is no terminal."""
    screen: Console = terminal.console(out)
    return screen.width if screen.is_terminal else 80
