"""From the user's words to segmented or analysed texts, with the warnings said on the way."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cnd_tools.cli.options import Analysing, Reading
from cnd_tools.errors import RefusedInput

if TYPE_CHECKING:
    from cnd_tools.records import Analysis, Segmented

NUMBERING = frozenset({"gap", "repeat", "order"})  # notices that --strict refuses a text for


def segmented(words: Sequence[str] | None, reading: Reading) -> Iterator[Segmented]:
    """Read and segment what the user named, one text at a time, warning on stderr.

    Raises:
        UsageError: something named is not there.
        RefusedInput: a text cannot be read, or its numbering is at fault and `--strict` was given.
    """
    from cnd_tools import corpus
    from cnd_tools.segmenting import segment

    for source in corpus.resolve(words or (), corpus=reading.corpus):
        result = segment(corpus.load(source, encoding=reading.encoding))
        _warn(result, str(source.path or "-"), reading)
        yield result


def analysed(words: Sequence[str] | None, reading: Reading, analysing: Analysing) -> list[Analysis]:
    """Read, segment and analyse what the user named, showing progress if it takes long."""
    from cnd_tools.views.progress import following

    texts = list(segmented(words, reading))
    return list(following(_analyses(texts, analysing), "analysing", total=len(texts), quiet=reading.quiet))


def _analyses(texts: Sequence[Segmented], analysing: Analysing) -> Iterator[Analysis]:
    from cnd_tools.lexicon import load
    from cnd_tools.pipeline import analyse_many, load_model

    words = load(extra=analysing.lexicon or ())  # first, since what is wrong there is the user's to mend
    yield from analyse_many(texts, model=load_model(analysing.model), lexicon=words)


def _warn(result: Segmented, path: str, reading: Reading) -> None:
    from cnd_tools.views.safe import visible

    for notice in result.notices:
        if reading.strict and notice.code in NUMBERING:
            raise RefusedInput(f"{path}:{notice.line}: {notice.text}; without --strict this is a warning")
        if not reading.quiet:
            print(visible(f"{path}:{notice.line}: warning: {notice.text}"), file=sys.stderr)
