"""What a kept value was made from, as one hash: whatever could make it come out otherwise is in its key."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b, file_digest, sha256
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path

from cnd_tools import lexicon
from cnd_tools.parsing import models
from cnd_tools.reading import stated

PACKAGE = Path(__file__).parents[1]
PARSERS = ("pypdfium2", "python-docx", "selectolax", "markdown-it-py")  # what files of other formats are read with
# A kept parse is taken by the words it is of, so that of our own code only this can make it another one.
PARSING = (
    "pipeline.py",
    "parsing",
    *(f"lexicon/actors-{kind}.toml" for kind in ("countries", "groups", "regions")),  # parsing/capitals.py
)


def segmented(source: Path | bytes, *, encoding: str | None) -> str:
    """Return the key of a source's points.

    Args:
        source: a file, or the bytes of one that has no name.
        encoding: the user's choice, if any.

    Raises:
        OSError: the file cannot be read.
    """
    ending = source.suffix.lower() if isinstance(source, Path) else ""
    beside = stated.content(source) if isinstance(source, Path) else b""
    return _key("points", code(), *map(_version, PARSERS), encoding, ending, _content(source), beside.hex())


def analyser(model: str | None, extra: Sequence[Path]) -> str:
    """Return what rows are made with.

    Args:
        model: name of the model; None for the default one.
        extra: the user's lexicon files.

    Raises:
        UsageError: no such model or file.
    """
    return _key("rows", code(), _version("spacy"), models.identity(model), lexicon.version(extra=extra))


def parser(model: str | None) -> str:
    """Return what parses are made with; neither the lexicon nor the extractors are part of it.

    Raises:
        UsageError: no such model.
    """
    return _key("parses", code(PARSING), _version("spacy"), models.identity(model))


def made(made_with: str, content: bytes) -> str:
    """Return the key of what an `analyser` or a `parser` makes of something."""
    return _key(made_with, sha256(content).hexdigest())


def derived(content: Sequence[bytes], *how: str | None) -> str:
    """Return the key of what was made of analyses.

    Args:
        content: the analyses, each as bytes.
        how: whatever else has a part in it.
    """
    return _key("derived", code(), _version("scipy"), *how, *(sha256(one).hexdigest() for one in content))


@cache
def code(places: tuple[str, ...] = ("",)) -> str:
    """Return a hash of our own sources and built-in lexicon, or of the files and folders named.

    The version number alone would do for released packages, and be wrong for whoever works on the code.
    """
    digest = blake2b(digest_size=16)
    for path in chain.from_iterable(map(_sources, places)):
        digest.update(f"{path.relative_to(PACKAGE)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _sources(place: str) -> Iterator[Path]:
    named = PACKAGE / place
    for path in sorted(named.rglob("*")) if named.is_dir() else [named]:
        if path.suffix in {".py", ".toml", ".j2", ".css", ".js"}:
            yield path


def _content(source: Path | bytes) -> str:
    if isinstance(source, bytes):
        return sha256(source).hexdigest()
    with open(source, "rb") as file:
        return file_digest(file, "sha256").hexdigest()


@cache
def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _key(*parts: str | None) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()
