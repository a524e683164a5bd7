"""Names that bulletins print in capitals, "the US, with AUSTRALIA and NEW ZEALAND, opposed", read as others print them.

A small model takes "AUSTRALIA" for a plural noun and "SOUTH AFRICA" for an adverb, and the sentence goes astray. It is
given "Australia" instead; what it says of that is said of the word in the text. Acronyms stay as they are.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc

NAMES = ("actors-countries.toml", "actors-groups.toml", "actors-regions.toml")  # of the lexicon: words read so
_WORD = re.compile(r"\b[A-Z][a-z]{3,}\b")
_IN_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")


def in_small(doc: Doc) -> list[str] | None:
    """Return the words of a Doc, those of names in capitals as "Australia" is written; None where there are none."""
    if _IN_CAPITALS.search(doc.text) is None:
        return None
    words = [token.text for token in doc]
    small = [_names().get(word, word) for word in words]
    return small if small != words else None


def after_names(doc: Doc) -> frozenset[int]:
    """Return where a word in -ed follows a name in capitals, of which it says something: "CANADA preferred option 2".

    Not where the name is only described, "CANADA, supported by Japan" without its comma.
    """
    small = in_small(doc) or ()
    names = (at for at, word in enumerate(small[:-2]) if word != doc[at].text)
    return frozenset(at + 1 for at in names if doc[at + 1].lower_.endswith("ed") and doc[at + 2].lower_ != "by")


@cache
def _names() -> dict[str, str]:
    """The words of names by how they look in capitals."""
    lexicon = files("cnd_tools.lexicon")
    return {word.upper(): word for name in NAMES for word in _WORD.findall(lexicon.joinpath(name).read_text("utf-8"))}
