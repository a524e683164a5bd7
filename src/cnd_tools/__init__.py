"""Who is said to hold what, and who should do what, paragraph by paragraph, in texts that governments agreed.

>>> import cnd_tools
>>> outcome = cnd_tools.analyse("2009")
>>> outcome.themes  # a DataFrame

`read`, `segment`, `analyse` and `compare` take a name ("2009"), a path, or what an earlier one gave.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cnd_tools.notebooks import Analysed, Compared
    from cnd_tools.records import Document, Segmented
    from cnd_tools.tables import Frames

    One = str | Path | Document | Segmented

__version__ = "0.1.0"
__all__ = ["__version__", "analyse", "compare", "document", "read", "segment"]


def document(text: str, *, name: str = "text") -> Document:
    """Return a text you already have as a document, its masthead read."""
    from cnd_tools.reading import document as make

    return make(text, name=name)


def read(what: str | Path, *, encoding: str | None = None) -> Document:
    """Read one text.

    Args:
        what: a name ("2009"), or a path to a file.
        encoding: of a text that is not Unicode, as "windows-1252".

    Raises:
        UsageError: nothing is there, or more than one text.
        RefusedInput: it cannot be read.
    """
    from cnd_tools import corpus
    from cnd_tools.errors import UsageError

    found = corpus.resolve([str(what)])
    if len(found) != 1:
        raise UsageError(f"{what}: {len(found)} texts; name one of them")
    return corpus.load(found[0], encoding=encoding)


def segment(what: str | Path | Document) -> Segmented:
    """Return a text's points, its ledger and its notices. Raises what `read` does."""
    from cnd_tools.segmenting import segment as points_of

    return points_of(read(what) if isinstance(what, str | Path) else what)


def analyse(
    what: One | Iterable[One],
    *,
    model: str | None = None,
    lexicon: Sequence[str | Path] = (),
    codebook: str | None = None,
) -> Analysed:
    """Analyse one text, or several.

    Args:
        what: a name, a path, a document, or one already segmented; or a list of these. A folder, a pattern or a dataset
            (`outcome.parquet`) is all the texts in it.
        model: name of another spaCy model to parse with.
        lexicon: lexicon files of your own over the built-in one.
        codebook: which themes to look for: "drugs" (None), "sdg", or a file of your own that is a codebook.

    Returns:
        The tables of all texts as DataFrames: `points`, `actors`, `themes`, `positions`, `actions`, `citations`; in a
        notebook it
        shows itself, and `plot.themes()`, `plot.actors()` and `plot.strength()` draw it.

    Raises:
        UsageError: nothing is there, no such model or codebook, or two texts of one name.
        RefusedInput: it cannot be read.
    """
    from cnd_tools.lexicon import codebook_files
    from cnd_tools.notebooks import Analysed
    from cnd_tools.several import analysed, listed

    files = [*codebook_files(codebook), *(Path(one) for one in lexicon)]
    return Analysed(*analysed(listed(what), model=model, lexicon=files))


def compare(
    *what: One | Frames | Iterable[One],
    by: str | None = None,
    diff: bool = False,
    only: str | Sequence[str] = (),
    group_by: str | None = None,
    codebook: str | None = None,
) -> Compared:
    """Compare two or more texts, in the order given, as `cnd compare` does.

    Args:
        what: names, paths, documents, lists of these, or analyses already made; "2009,2010" is both as one.
        by: "speakers", "themes", "actors", "strength", "extent", "points", "terms", "overview"; None for what one wants
            first.
        diff: with "points", the two texts as one.
        only: with "points", of these relations alone: "new", "dropped", …, as a list or parted by commas.
        group_by: texts put together by what their title pages say: "body", "session", "year", ….
        codebook: which themes to look for in what is not analysed yet: "drugs" (None), "sdg", or a file.

    Returns:
        Tables, and for two texts the page of words, which is what a notebook shows.

    Raises:
        UsageError: fewer than two texts, two of one name, no such view or column.
    """
    from cnd_tools.comparing import compare as run
    from cnd_tools.lexicon import codebook_files
    from cnd_tools.notebooks import Compared
    from cnd_tools.several import sides

    texts = sides(what, group_by, codebook_files(codebook))
    wanted = [one.strip() for one in only.split(",")] if isinstance(only, str) else only
    tables = run(texts, by=by, diff=diff, only=[one for one in wanted if one])
    return Compared(tables, texts, one_view=by is not None)
