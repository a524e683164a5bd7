"""From the user's words to segmented or analysed texts, with the warnings said on the way."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cnd_tools.cli.choosing import chooses, chosen, needs_rows, rows_meeting
from cnd_tools.cli.options import Analysing, Reading
from cnd_tools.cli.piped import named_or_piped
from cnd_tools.errors import RefusedInput
from cnd_tools.records import NUMBERING
from cnd_tools.tables import COLUMNS, Table, table

if TYPE_CHECKING:
    from cnd_tools.corpus import Source
    from cnd_tools.dataset.reading import Dataset
    from cnd_tools.records import Analysis, Segmented
    from cnd_tools.store import Store

LOOKED_AT = 100_000  # characters of a text, for the signs of another form
OFTEN = 3  # times that such a sign stands in a text of that form
_MARKED = re.compile(r"^(?:\*\*|__)\(?[0-9a-z]{1,3}[.)]{1,2}(?:\*\*|__)|^#{1,6} \S", re.MULTILINE)
_QUOTED = re.compile(r"^>(?: ?\S|[ \t]*$)", re.MULTILINE)
_LINE = re.compile(r"^.*\S", re.MULTILINE)
MOST_WARNED = 5  # times of one kind in a text


def segmented(words: Sequence[str] | None, reading: Reading, analysing: Analysing | None = None) -> Iterator[Segmented]:
    """Read and segment what the user named, one text at a time, warning on stderr.

    Args:
        words: what the user named.
        reading: what of it is wanted.
        analysing: with what, where paragraphs are chosen by what analysis finds.

    Raises:
        UsageError: something named is not there.
        RefusedInput: a text cannot be read, or its numbering is at fault and `--strict` was given.
    """
    from cnd_tools.records import Analysis

    if needs_rows(reading):
        yield from map(_points, analysed(words, reading, analysing or Analysing()))
        return
    store = opened(reading)
    found: list[Analysis] = []
    for source in _sources(words, reading):
        if source.is_dataset:
            found += _of_dataset(source, reading, rows=False)
        else:
            one = _segmented(source, reading, store)
            found.append(Analysis(one.document, one.points, ledger=one.ledger, notices=one.notices))
    yield from map(_points, _told(found, chosen(found, reading), reading))


def analysed(words: Sequence[str] | None, reading: Reading, analysing: Analysing) -> list[Analysis]:
    """Read, segment and analyse what the user named, showing progress if it takes long; of it what was chosen.

    Raises:
        UsageError: something named is not there, no model, no lexicon file, or nothing there is to be chosen so.
        RefusedInput: a text cannot be read, or its numbering is at fault and `--strict` was given.
    """
    return _analysed(_sources(words, reading), reading, analysing)


def _analysed(sources: Sequence[Source], reading: Reading, analysing: Analysing) -> list[Analysis]:
    from cnd_tools.views.progress import following

    _need(analysing)
    store = opened(reading)
    texts: list[Segmented] = []
    found: list[Analysis | None] = []
    for source in sources:
        if source.is_dataset:
            found.extend(_of_dataset(source, reading))
        else:
            texts.append(_segmented(source, reading, store))
            _warn_of_language(texts[-1], str(source.path or "-"), reading)
            found.append(None)  # its place, until it is analysed with the others
    analyses = store.analyse(texts, model=analysing.model, lexicon=analysing.lexicon or ())
    made = following(analyses, "analysing", total=len(texts), quiet=reading.quiet)
    known = {place for place, analysis in enumerate(found) if analysis is not None}
    whole = [next(made) if analysis is None else analysis for analysis in found]
    return _told(whole, chosen(whole, reading, analysing.lexicon or (), met=known), reading)


def _told(whole: Sequence[Analysis], wanted: list[Analysis], reading: Reading) -> list[Analysis]:
    """Return the texts as they were chosen, and say so where no paragraph was: else an empty screen would say it."""
    some = any(one.points for one in whole)
    if chooses(reading) and not reading.quiet and some and not any(one.points for one in wanted):
        from cnd_tools.cli.asking import asked
        from cnd_tools.views.screens.lines import counted

        _say(f"warning: nothing has {asked((), reading).chosen()} in {counted(len(whole), 'text')}")
    return wanted


def _need(analysing: Analysing) -> None:
    """Say that a lexicon file is missing before any text is read and warned about."""
    if analysing.lexicon:
        from cnd_tools.lexicon import version

        version(extra=analysing.lexicon)


def found(name: str, words: Sequence[str] | None, reading: Reading, analysing: Analysing) -> list[Analysis] | Table:
    """Return texts with the rows of one table that the user wants; of datasets the table, as no more of them is read.

    Args:
        name: of the table.
        words: what the user named.
        reading: what of it is wanted.
        analysing: with what.
    """
    sources = _sources(words, reading)
    if any(not source.is_dataset for source in sources):
        analyses = _analysed(sources, reading, analysing)
        if reading.where is None:
            return analyses
        wanted: list[dict[str, Any]] = [{name: tuple(rows_meeting(name, [one], reading.where))} for one in analyses]
        return [replace(one, **rows) for one, rows in zip(analyses, wanted, strict=True)]
    datasets = [_dataset(source, reading) for source in sources]
    tables = [dataset.table(name) for dataset in datasets]
    for dataset, one in zip(datasets, tables, strict=True):
        if not one.rows:
            _tell_unknown(dataset, name, reading)
    return Table(name, COLUMNS[name], tuple(row for one in tables for row in one.rows))


def table_of(name: str, its: list[Analysis] | Table) -> Table:
    """Return what `found` found as one table."""
    return table(name, (row for one in its for row in getattr(one, name))) if isinstance(its, list) else its


def tabled(name: str, words: Sequence[str] | None, reading: Reading, analysing: Analysing) -> Table:
    """Return one table of what the user named: `table_of` what `found` finds."""
    return table_of(name, found(name, words, reading, analysing))


def opened(reading: Reading) -> Store:
    """Return the store, or with `--no-store` one that remembers nothing."""
    from cnd_tools.store import Store, folder, limit
    from cnd_tools.store.blobs import Blobs

    def warn(message: str) -> None:
        if not reading.quiet:
            going_on = "continuing without cached results (CND_CACHE names another place, --no-store none)"
            _say(f"warning: {message}; {going_on}")

    def note(message: str) -> None:
        if not reading.quiet:
            _say(f"warning: {message}")

    return Store(None if reading.no_store else Blobs(folder(), limit=limit(), warn=warn, note=note))


def _sources(words: Sequence[str] | None, reading: Reading) -> Sequence[Source]:
    from cnd_tools import corpus

    return corpus.resolve(named_or_piped(words, reading), corpus=reading.corpus)


def _dataset(source: Source, reading: Reading) -> Dataset:
    from cnd_tools.dataset.reading import Dataset

    assert source.path is not None
    return Dataset(source.path, where=reading.where)


def _of_dataset(source: Source, reading: Reading, *, rows: bool = True) -> Iterator[Analysis]:
    dataset = _dataset(source, reading)
    empty = True
    for analysis in dataset.analyses(rows=rows):
        empty = False
        yield analysis
    if empty:
        _tell_unknown(dataset, "points", reading)


def _tell_unknown(dataset: Dataset, table: str, reading: Reading) -> None:
    """Warn of what `--where` asks for and no row has, which is why there is nothing."""
    if not reading.quiet:
        for unknown in dataset.unknown(table):
            _say(f"warning: {unknown}")


def _points(analysis: Analysis) -> Segmented:
    from cnd_tools.records import Segmented

    return Segmented(analysis.document, analysis.points, analysis.ledger, analysis.notices)


def _segmented(source: Source, reading: Reading, store: Store) -> Segmented:
    result = store.segment(source, encoding=reading.encoding)
    path = str(source.path or "-")
    _warn(result, path, reading)
    _warn_of_form(result, path, reading)
    return result


def _warn(result: Segmented, path: str, reading: Reading) -> None:
    found = Counter[str]()
    for notice in result.notices:
        if reading.strict and notice.code in NUMBERING:
            raise RefusedInput(f"{path}:{notice.line}: {notice.text}; without --strict this is a warning")
        found[notice.code] += 1
        if not reading.quiet and found[notice.code] <= MOST_WARNED:
            _say(f"{path}:{notice.line}: warning: {notice.text}")
    for code, count in found.items():
        if not reading.quiet and count > MOST_WARNED:
            _say(f"{path}: warning: {count - MOST_WARNED} more of the kind {code!r}")


def _warn_of_form(result: Segmented, path: str, reading: Reading) -> None:
    """Say that a plain text is Markdown, or a quoted mail: its numbers stand behind signs that make them no numbers."""
    if reading.quiet or not (path == "-" or path.lower().endswith((".txt", ".text"))):
        return
    text = result.document.text[:LOOKED_AT]
    if len(_MARKED.findall(text)) >= OFTEN:
        _say(f"{path}: warning: the text looks like Markdown; save it as .md for its headings and numbers to be read")
    if len(_QUOTED.findall(text)) > max(OFTEN, len(_LINE.findall(text)) // 2):
        _say(f"{path}: warning: most lines begin with >, as in a mail that is quoted; take these signs away first")


def _warn_of_language(result: Segmented, path: str, reading: Reading) -> None:
    """Say that a text is not in English where it does not look so: empty tables would say that nothing is in it."""
    from cnd_tools.lexicon.languages import other_language
    from cnd_tools.tables import CODED

    if reading.quiet:
        return
    language = other_language(point.text for point in result.points if point.kind in CODED)
    if language is not None:
        looks = f" (it looks {language})" if language else ""
        _say(
            f"{path}: warning: the text does not look English{looks} and the lexicon is English: little is found in it"
        )


def _say(message: str) -> None:
    from cnd_tools.errors import MOST_SAID, short
    from cnd_tools.views.safe import visible

    print(visible(short(message, most=MOST_SAID)), file=sys.stderr)
