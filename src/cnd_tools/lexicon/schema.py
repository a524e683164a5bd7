"""What an entry of each kind must and may say; a kind's entries stand in the files whose names begin with its plural.

To give a kind another key, name it here: the loader refuses what it does not know, so a mistyped key is never silent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Kind:
    """The schema of one kind of entry.

    Attributes:
        file: what the names of its built-in files begin with.
        required: keys an entry must have beside `id`, `patterns` and `why`, with the type of their values.
        optional: keys it may have.
        shared: whether two entries may have one pattern: a phrase can speak of two themes, but names one actor.
    """

    file: str
    required: Mapping[str, type] = field(default_factory=dict)
    optional: Mapping[str, type] = field(default_factory=dict)
    shared: bool = False


# Keys every entry may have; `replace = true` takes the place of the entry of the same id in an earlier file.
COMMON: Mapping[str, type] = {"id": str, "label": str, "patterns": list, "why": str, "replace": bool}

KINDS: Mapping[str, Kind] = {
    "actor": Kind(
        "actors", {"label": str, "type": str}, {"unless": list, "mention": bool, "office": bool, "capital": str}
    ),
    "head": Kind("heads", {"role": str}, shared=True),
    "pronoun": Kind("pronouns", {"refers": str}, {"otherwise": str, "document": bool}),
    "theme": Kind(
        "themes",
        {"label": str, "pillar": str},
        {"weak": list, "company": list, "unless": list, "names": list},
        shared=True,
    ),
    "verb": Kind("verbs", {"form": str}, {"stance": str, "extent": str, "strength": str, "self": bool}),
    "noun": Kind("nouns", {"form": str}, {"stance": str, "extent": str, "verb": str}),
    "strength": Kind("strengths", {"form": str, "strength": str}, {"proposes": str}),
    "extent": Kind("extents", {}, {"rank": int}),
    "marker": Kind("markers", {"form": str}),
    "stopword": Kind("stopwords"),
    "inflection": Kind("inflections"),
}
