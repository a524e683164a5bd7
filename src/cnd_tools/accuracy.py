"""How far to trust labels of a text nobody has seen, as last measured: the one sentence that all views quote.

`accuracy.toml` beside this file is written by `make evaluate`, so that no sentence can say what was not measured.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

# What is spoken of, and the measure it is of.
SPOKEN = {"themes": "themes", "actors": "actors", "positions": "positions", "actions": "actions by lemma"}


@cache
def measured() -> Mapping[str, float]:
    """Return F1 by measure, of held-out points of all kinds of documents together."""
    path = Path(__file__).with_name("accuracy.toml")
    return dict(tomllib.loads(path.read_text("utf-8"))["f1"])


def sentence() -> str:
    """Return what to expect wrong or missed: 1 − F1 of the labels of each table, in per cent."""
    said = (f"{thing} {1 - measured()[measure]:.0%}".replace("%", " %") for thing, measure in SPOKEN.items())
    return f"Errors in a new text: {', '.join(said)}."
