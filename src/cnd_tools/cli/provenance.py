"""What an output was made from and with, so that another can make it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cnd_tools.cli.options import Analysing

if TYPE_CHECKING:
    from cnd_tools.records import Document
    from cnd_tools.views.sources import Source


def source(document: Document) -> Source:
    """Return what tells a document's file; the folder it lies in is nobody's business but the user's."""
    from hashlib import sha256

    from cnd_tools.views.sources import Source

    data = Path(document.path).read_bytes() if document.path else document.text.encode("utf-8", "surrogatepass")
    file = Path(document.path).name if document.path else "standard input"
    return Source(document.name, file, sha256(data).hexdigest(), len(data))


def made_with(analysing: Analysing, packages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names and versions of the program, the lexicon, the model and these packages."""
    from importlib.metadata import version

    from cnd_tools import __version__
    from cnd_tools.lexicon import load
    from cnd_tools.pipeline import load_model

    meta = load_model(analysing.model).meta
    yield "cnd-tools", __version__
    yield "lexicon", load(extra=analysing.lexicon or ()).version
    yield f"model {meta['lang']}_{meta['name']}", meta["version"]
    for package in packages:
        yield package, version(package)
