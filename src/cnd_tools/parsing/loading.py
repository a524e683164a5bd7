"""The English pipeline that points are parsed with: loaded once, made fast."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language

from cnd_tools.errors import UsageError, short
from cnd_tools.parsing.models import loadable
from cnd_tools.parsing.names import read_as_names
from cnd_tools.parsing.speedups import quickened


@lru_cache(maxsize=2)
def load_model(name: str | None = None) -> Language:
    """Return the English pipeline the extractors read with, without what they do not need; loaded once.

    Args:
        name: an installed model or a path to one; None for `en_core_web_sm`, or the same weights from the registry.

    Raises:
        UsageError: there is no such model.
    """
    wanted = loadable(name)
    try:
        return quickened(read_as_names(spacy.load(wanted, exclude=["ner"])))
    except (ImportError, KeyError, OSError, TypeError, ValueError) as error:  # its config or a file is broken
        why = short(" ".join(str(error).split()))
        raise UsageError(f"{short(wanted)}: cannot be loaded as a spaCy model: {why}") from None
