"""What a lexicon is: entries, by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One entry of a lexicon.

    Attributes:
        kind: "actor", "theme", "verb", …: a key of `schema.KINDS`.
        id: unique in its kind.
        label: its name for people; the id where the file gives none.
        patterns: what finds it, in the language of `cnd_tools.lexicon.patterns`.
        why: the reason it is there.
        fields: what else the kind allows ("type", "pillar", "stance", …), only what the file says.
        file: the file's name, for messages.
        line: 1-based line of its header in that file.
        lines: of a rule, the line of each key and of each text in its lists, for messages.
    """

    kind: str
    id: str
    label: str = ""
    patterns: tuple[str, ...] = ()
    why: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    file: str = ""
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)

    def get(self, key: str, default: Any = None) -> Any:
        """Return a field's value, or `default` where the entry does not say."""
        return self.fields.get(key, default)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All entries by kind, each kind in order of file and line; `version` changes whenever their contents do."""

    entries: Mapping[str, tuple[Entry, ...]]
    version: str

    def __getitem__(self, kind: str) -> tuple[Entry, ...]:
        return self.entries.get(kind, ())

    def __iter__(self) -> Iterator[Entry]:
        return (entry for kind in self.entries.values() for entry in kind)
