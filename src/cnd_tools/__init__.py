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
    from cnd_tools.notebooks import Analysed
    from cnd_tools.records import Document, Segmented
    from cnd_tools.tables import Frames, Table

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


def analyse(what: str | Path | Document | Segmented, *, model: str | None = None) -> Analysed:
    """Analyse one text.

    Args:
        what: a name, a path, a document, or one already segmented.
        model: name of another spaCy model to parse with.

    Returns:
        Its tables as DataFrames: `points`, `actors`, `themes`, `positions`, `actions`, `citations`; in a notebook it
        shows itself, and `plot.themes()`, `plot.actors()` and `plot.strength()` draw it.

    Raises:
        UsageError: nothing is there, or no such model.
        RefusedInput: it cannot be read.
    """
    from cnd_tools.notebooks import Analysed
    from cnd_tools.pipeline import analyse as run
    from cnd_tools.pipeline import load_model
    from cnd_tools.records import Segmented

    points = what if isinstance(what, Segmented) else segment(what)
    return Analysed(run(points, model=load_model(model)))


def compare(*what: str | Path | Document | Segmented | Frames, by: str | None = None) -> list[Table]:
    """Compare two or more texts, in the order given.

    Args:
        what: names, paths, documents, or analyses already made.
        by: "speakers", "themes", "strength", …: see `cnd_tools.comparing`; None for what one wants first.

    Returns:
        Tables; `frame()` makes a DataFrame of one.
    """
    from cnd_tools.comparing import compare as run
    from cnd_tools.tables import Frames

    frames = [one if isinstance(one, Frames) else analyse(one) for one in what]
    return run([one.records for one in frames], by=by)
