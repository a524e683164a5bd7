"""What an entry of each kind must and may say; a kind's entries stand in the files whose names begin with its plural.

To give a kind another key, name it here: the loader refuses what it does not know, so a mistyped key is never silent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cnd_tools.lexicon import classes


@dataclass(frozen=True, slots=True)
class Kind:
    """The schema of one kind of entry.

    Attributes:
        file: what the names of its built-in files begin with.
        required: keys an entry must have beside `id`, `patterns` and `why`, with the type of their values.
        optional: keys it may have.
        closed: keys whose value is one of a closed list, with that list.
        shared: whether two entries may have one pattern: a phrase can speak of two themes, but names one actor.
        patterned: whether its entries are found by patterns; a rule is found by its anchor.
    """

    file: str
    required: Mapping[str, type] = field(default_factory=dict)
    optional: Mapping[str, type] = field(default_factory=dict)
    closed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    shared: bool = False
    patterned: bool = True

    @property
    def keys(self) -> Mapping[str, type]:
        """All keys its entries may have, with the type of their values."""
        common = COMMON if self.patterned else {key: COMMON[key] for key in ("id", "why", "replace")}
        return {**common, **self.optional, **self.required}


# Keys every entry may have; `replace = true` takes the place of the entry of the same id in an earlier file.
COMMON: Mapping[str, type] = {"id": str, "label": str, "patterns": list, "why": str, "replace": bool}

# Lists of sentences, for whoever reads the file and for the tests; all other lists are of patterns.
SENTENCES = ("examples", "near_misses")

_HELD: Mapping[str, Sequence[str]] = {"stance": classes.STANCES, "extent": classes.EXTENTS}

KINDS: Mapping[str, Kind] = {
    "actor": Kind(
        "actors",
        {"label": str, "type": str},
        {"unless": list, "mention": bool, "office": bool, "capital": str, "beside": list},
        {"type": classes.TYPES},
    ),
    "head": Kind("heads", {"role": str}, closed={"role": classes.HEAD_ROLES}, shared=True),
    "pronoun": Kind(
        "pronouns", {"refers": str}, {"otherwise": str, "document": bool, "nearest": bool}, {"refers": classes.REFERS}
    ),
    "theme": Kind(
        "themes",
        {"label": str, "pillar": str},
        {
            **dict.fromkeys(("common", "passing"), bool),
            **dict.fromkeys(("weak", "company", "unless", "not_with", "always", "names", *SENTENCES), list),
        },
        shared=True,
    ),
    "verb": Kind(
        "verbs",
        {"form": str},
        {"stance": str, "extent": str, "strength": str, "self": bool},
        {"form": classes.VERB_CLASSES, **_HELD, "strength": classes.STRENGTHS},
    ),
    "noun": Kind(
        "nouns", {"form": str}, {"stance": str, "extent": str, "verb": str}, {"form": classes.NOUN_CLASSES, **_HELD}
    ),
    "strength": Kind(
        "strengths",
        {"form": str, "strength": str},
        {"proposes": str},
        {"form": classes.CUE_CLASSES, "strength": classes.STRENGTHS, "proposes": classes.PROPOSES},
    ),
    "extent": Kind("extents", {}, {"rank": int}),
    "marker": Kind("markers", {"form": str}, closed={"form": classes.MARKER_CLASSES}),
    "stopword": Kind("stopwords"),
    "inflection": Kind("inflections"),
    # What its keys mean is told in extracting/rules/README.md; its paths are read by extracting/paths.py.
    "rule": Kind(
        "rules",
        {"yields": str, "examples": list, "near_misses": list},
        {
            **dict.fromkeys(("anchor", "what", "agent", "object", "source", "cue", "lemma"), str),
            **dict.fromkeys(("strength", *_HELD, "priority"), str),
            "where": list,
        },
        {**_HELD, "strength": classes.STRENGTHS, "priority": classes.PRIORITIES},
        patterned=False,
    ),
    "instrument": Kind(
        "instruments",
        {"label": str, "type": str},
        {"unts": list, "short": list, "alone": list, "members": list, "home": list, "acronyms": list},
        {"type": classes.INSTRUMENT_TYPES},
    ),
    "series": Kind(
        "series",
        {"label": str, "forms": list},
        {
            "resolution": str,
            "decision": str,
            "symbols": list,
            "short": list,
            "own": list,
            "first": int,
            "last": int,
            "most": int,
            "most_decision": int,
            "years": list,
            "predecessor": str,
        },
    ),
    "symbol": Kind("symbols", optional={"counted": list, "numbered": list}),
    "title": Kind("titles", {"role": str}, closed={"role": classes.TITLE_ROLES}),
    "goalset": Kind("goals", {"label": str}, {"goal": list, "target": list, "most": int}),
}
