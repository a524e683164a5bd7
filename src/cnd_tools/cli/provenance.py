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

    from cnd_tools.corpus import legible
    from cnd_tools.views.sources import Source

    path = Path(document.path) if document.path else None
    # A file that a dataset names is not opened: it may be any of the reader's. Then the text itself tells it.
    there = path is not None and not document.told and path.is_file()
    data = path.read_bytes() if path and there else document.text.encode("utf-8", "surrogatepass")
    file = legible(path.name) if path else "standard input"
    return Source(document.name, file, sha256(data).hexdigest(), len(data))


def made_with(analysing: Analysing, packages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names and versions of the program, the codebook, the lexicon, the model and these packages."""
    from importlib.metadata import version

    from cnd_tools import __version__
    from cnd_tools.lexicon import version as lexicon_version
    from cnd_tools.lexicon.loading import DEFAULT
    from cnd_tools.parsing.models import describe

    model, model_version = describe(analysing.model)
    yield "cnd-tools", __version__
    yield "codebook", analysing.codebook or DEFAULT
    yield "lexicon", lexicon_version(extra=analysing.lexicon or ())
    yield f"model {model}", model_version
    for package in packages:
        yield package, version(package)
