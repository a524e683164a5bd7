"""How concrete what is asked for is, by the published scale of `lexicon/kinds_of_action.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from cnd_tools.records import Action, Analysis
from cnd_tools.tables import Table

COLUMNS = ("document", "point", "agent", "aim", "lemma", "object", "step", "kind", "start", "end")


class Kind(NamedTuple):
    """A kind of action.

    Attributes:
        step: 1 for the least concrete to 5.
        id: its name.
        leads: whether a verb of this kind tells the kind wherever it stands among the words of the aim.
    """

    step: int
    id: str
    leads: bool


@cache
def kinds() -> Mapping[str, Kind]:
    """Return the kind that each verb of the scale is of."""
    text = files("cnd_tools.lexicon").joinpath("kinds_of_action.toml").read_text("utf-8")
    return {
        verb: Kind(row["step"], row["id"], row["leads"]) for row in tomllib.loads(text)["kind"] for verb in row["verbs"]
    }


def kind_of(action: Action) -> Kind | None:
    """Return the kind of an action by the verbs of its aim; None where no verb of it is on the scale."""
    words = [*re.findall(r"[a-z]+", action.aim.lower()), action.lemma.lower()]
    found = [kinds()[base] for word in words if (base := _base(word)) is not None]
    return next((kind for kind in found if kind.leads), found[0] if found else None)


def kinds_of_action(analyses: Sequence[Analysis]) -> Table:
    """Return the actions with how concrete they are: `step` 1 to 5 and `kind`, empty where the scale does not say."""
    rows = []
    for analysis in analyses:
        for one in analysis.actions:
            kind = kind_of(one)
            step = (str(kind.step), kind.id) if kind else (None, None)
            rows.append((one.document, one.point, one.agent, one.aim, one.lemma, one.object, *step, one.start, one.end))
    return Table("kinds", COLUMNS, tuple(rows))


def _base(word: str) -> str | None:
    """Return the verb of the scale that a word is, or is a form of: "facilitating", "ensured", "ratifies"."""
    stems = [word, *(word.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing"))]
    stems += [word.removesuffix("ing") + "e", *(word.removesuffix(ending) + "y" for ending in ("ies", "ied", "ying"))]
    return next((stem for stem in stems if stem in kinds()), None)
