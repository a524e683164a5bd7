"""What users of Python name, one text or several, as analyses: the same words that the commands take as DOC."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from cnd_tools import corpus
from cnd_tools.errors import UsageError
from cnd_tools.records import Analysis, Document, Segmented
from cnd_tools.segmenting import segment
from cnd_tools.tables import Frames

One = str | Path | Document | Segmented


def listed(what: One | Iterable[One]) -> list[One]:
    """Return one text as a list of one, and several as they are."""
    return [what] if isinstance(what, str | Path | Document | Segmented) else list(what)


def analysed(what: Iterable[One], *, model: str | None = None, lexicon: Sequence[Path] = ()) -> list[Analysis]:
    """Return the analyses of texts, in order; those of a dataset as they are there.

    Args:
        what: names, paths, folders, patterns, datasets, documents, or documents already segmented.
        model: name of the model; None for the default one.
        lexicon: the user's lexicon files.

    Raises:
        UsageError: nothing is there, no such model, or two texts of one name.
        RefusedInput: one cannot be read.
    """
    from cnd_tools.lexicon import load
    from cnd_tools.pipeline import analyse_many, load_model

    found = [text for one in what for text in _texts(one)]
    words = load(extra=lexicon)
    new = [text for text in found if isinstance(text, Segmented)]
    made = analyse_many(new, model=load_model(model), lexicon=words) if new else iter(())
    texts = [text if isinstance(text, Analysis) else next(made) for text in found]
    for name, count in Counter(text.document.name for text in texts).items():
        if count > 1:
            raise UsageError(f"two texts are both called {name}; leave one out, or give it another name")
    return texts


def sides(what: Iterable[Any], group_by: str | None, lexicon: Sequence[Path] = ()) -> list[Analysis]:
    """Return what is to be compared: texts, or several as one.

    Args:
        what: what `analysed` takes, lists of it, analyses, or "2009,2010" for both as one.
        group_by: a column of the title pages that texts are put together by.
        lexicon: lexicon files for what is not analysed yet.

    Raises:
        UsageError, RefusedInput: as `analysed`.
    """
    from cnd_tools.comparing.grouping import by_column, together

    found: list[Analysis] = []
    for one in what:
        if isinstance(one, Frames):
            found += one.texts
        elif isinstance(one, str) and "," in one and not Path(one).exists():
            found.append(together(one, analysed(one.split(","), lexicon=lexicon)))
        else:
            found += analysed(listed(one), lexicon=lexicon)
    return by_column(found, group_by) if group_by else found


def _texts(one: One) -> Iterator[Segmented | Analysis]:
    if isinstance(one, Segmented):
        yield one
    elif isinstance(one, Document):
        yield segment(one)
    else:
        for source in corpus.resolve([str(one)]):
            if source.is_dataset and source.path is not None:
                from cnd_tools.dataset.reading import Dataset

                yield from Dataset(source.path).analyses()
            else:
                yield segment(corpus.load(source))
