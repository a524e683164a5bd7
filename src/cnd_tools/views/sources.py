"""Which files an output was made from, as reports and exports tell it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A text that went in: its document's name, its file's, and what tells whether another file is the same."""

    document: str
    file: str
    sha256: str
    size: int
