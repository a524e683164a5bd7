"""From the user's words to segmented or analysed texts, with the warnings said on the way."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cnd_tools.cli.options import Analysing, Reading
from cnd_tools.errors import RefusedInput

if TYPE_CHECKING:
    from cnd_tools.records import Analysis, Segmented
    from cnd_tools.store import Store

NUMBERING = frozenset({"gap", "repeat", "order"})  # notices that --strict refuses a text for


def segmented(words: Sequence[str] | None, reading: Reading) -> Iterator[Segmented]:
    """Read and segment what the user named, one text at a time, warning on stderr.

    Raises:
        UsageError: something named is not there.
        RefusedInput: a text cannot be read, or its numbering is at fault and `--strict` was given.
    """
    return _segmented(words, reading, opened(reading))


def analysed(words: Sequence[str] | None, reading: Reading, analysing: Analysing) -> list[Analysis]:
    """Read, segment and analyse what the user named, showing progress if it takes long."""
    from cnd_tools.views.progress import following

    store = opened(reading)
    texts = list(_segmented(words, reading, store))
    analyses = store.analyse(texts, model=analysing.model, lexicon=analysing.lexicon or ())
    return list(following(analyses, "analysing", total=len(texts), quiet=reading.quiet))


def opened(reading: Reading) -> Store:
    """Return the store, or with `--no-store` one that remembers nothing."""
    from cnd_tools.store import Store, folder, limit
    from cnd_tools.store.blobs import Blobs

    def warn(message: str) -> None:
        if not reading.quiet:
            _say(f"warning: {message}; going on without the store (CND_CACHE names another place, --no-store none)")

    return Store(None if reading.no_store else Blobs(folder(), limit=limit(), warn=warn))


def _segmented(words: Sequence[str] | None, reading: Reading, store: Store) -> Iterator[Segmented]:
    from cnd_tools import corpus

    for source in corpus.resolve(words or (), corpus=reading.corpus):
        result = store.segment(source, encoding=reading.encoding)
        _warn(result, str(source.path or "-"), reading)
        yield result


def _warn(result: Segmented, path: str, reading: Reading) -> None:
    for notice in result.notices:
        if reading.strict and notice.code in NUMBERING:
            raise RefusedInput(f"{path}:{notice.line}: {notice.text}; without --strict this is a warning")
        if not reading.quiet:
            _say(f"{path}:{notice.line}: warning: {notice.text}")


def _say(message: str) -> None:
    from cnd_tools.views.safe import visible

    print(visible(message), file=sys.stderr)
