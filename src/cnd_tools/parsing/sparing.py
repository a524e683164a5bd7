"""spaCy without its own commands, for a process of ours: they bring much of what nothing here needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


@contextmanager
def without_commands() -> Iterator[None]:
    """Let spaCy be imported without its commands, of which it takes one function as its own, `spacy.info`.

    They bring a web client, templates and a printer of Markdown, 360 modules: 18 MiB, and an eighth of a first
    analysis. Who asks for them later has them; who has spaCy already keeps them.
    """
    spared = [name for name in _COMMANDS if "spacy" not in sys.modules]
    for name in spared:
        sys.modules[name] = ModuleType(name)
        sys.modules[name].info = _info  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for name in spared:
            sys.modules.pop(name, None)
        if spared and "spacy" in sys.modules:
            vars(sys.modules["spacy"]).setdefault("__getattr__", _later)


def _later(name: str) -> ModuleType:
    """Import the commands for whoever asks spaCy for them: `spacy.cli.download("en_core_web_sm")`."""
    if name != "cli":
        raise AttributeError(f"module 'spacy' has no attribute {name!r}")
    return import_module("spacy.cli")


def _info(*args: Any, **kwargs: Any) -> Any:
    from spacy.cli.info import info

    return info(*args, **kwargs)
