"""Names that a model takes for words of the language, because it knows a word by its norm."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language


def read_as_names(nlp: Language) -> Language:
    """Have a pipeline read the names of `names.toml` as it reads others.

    Args:
        nlp: the pipeline, whose tokenizer is changed where it takes special cases.
    """
    tokenizer: Any = nlp.tokenizer
    for name in _names() if hasattr(tokenizer, "add_special_case") else ():
        tokenizer.add_special_case(name["text"], [{"ORTH": name["text"], "NORM": name["norm"]}])
    return nlp


@cache
def _names() -> tuple[dict[str, str], ...]:
    return tuple(tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["name"])
