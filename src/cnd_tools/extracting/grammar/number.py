"""How many a noun names: one, or several by its form or by those joined to it."""

from __future__ import annotations

from spacy.tokens import Token


def plural(noun: Token) -> bool:
    """Whether a noun is plural by its form."""
    return noun.tag_ in ("NNS", "NNPS") or (noun.tag_ == "NNP" and noun.lower_.endswith("s") and not noun.is_upper)


def many(noun: Token) -> bool:
    """Whether a noun is plural or joined by "and"; models tag the "States" of "Member States" as one name.

    "The Chair, Ms. Lind (Norway)," is one, though a model joins her name to her office.
    """
    if plural(noun):
        return True
    joined = [one for one in noun.conjuncts if one.i > noun.i]
    return bool(joined) and any(two.dep_ == "cc" for one in (noun, *joined) for two in one.rights)
