"""Names that a model takes for words of the language, because it knows a word by its norm."""

from __future__ import annotations

from typing import Any

from spacy.language import Language

# "WHO" has the norm of "who" and would be tagged a pronoun: "The Board asked WHO to report" then asks nobody.
_NAMES = {"WHO": "unesco"}


def read_as_names(nlp: Language) -> Language:
    """Have a pipeline read these as it reads other names; letters, lemmas and places stay as they are.

    Args:
        nlp: the pipeline, whose tokenizer is changed where it takes special cases.
    """
    tokenizer: Any = nlp.tokenizer
    for name, norm in _NAMES.items() if hasattr(tokenizer, "add_special_case") else ():
        tokenizer.add_special_case(name, [{"ORTH": name, "NORM": norm}])
    return nlp
