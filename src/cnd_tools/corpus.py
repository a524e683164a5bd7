"""A name ("2009"), a path, a folder, a glob, "-": to what is to be read, each with the name its rows will carry."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import islice
from pathlib import Path, PurePath

from cnd_tools.errors import UsageError, short
from cnd_tools.inputs import read_file
from cnd_tools.records import Document

ENDINGS = (".txt", ".text", ".md", ".markdown", ".docx", ".pdf", ".html", ".htm")
# Files that speak of a folder rather than belong to it, as data/raw/SOURCES.md does.
STATED = ".about"  # what a user states of the text of that name (`reading.stated`)
ABOUT = frozenset({"readme", "sources", "license", "licence", "changelog", "notice"})
STDIN = "-"
MOST_NAMED = 20  # of the corpus, where a name is not in it
MOST_LOOKED_AT = 1000  # files of a folder, for one that is like the name
DATASET = "dataset.json"
"""The file that makes a folder a dataset, as `cnd analyse` writes it (`cnd_tools.dataset`)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: `path` is None for standard input, and a dataset's folder for a dataset."""

    name: str
    path: Path | None

    @property
    def is_dataset(self) -> bool:
        """Whether it is a dataset rather than a text."""
        return self.path is not None and self.path.is_dir()


def resolve(wanted: Sequence[str], *, corpus: Path | None = None) -> list[Source]:
    """Return the sources the user's words mean, in the user's order, each once, under names that differ.

    Args:
        wanted: names, paths, folders, globs or "-"; none means every text of the corpus.
        corpus: the folder the user named as corpus, if any; see `folders`.

    Raises:
        UsageError: nothing is there under a name; the message proposes what is meant instead.
    """
    if not wanted:
        return _distinct(_everything(corpus))
    found: dict[Path | None, Source] = {}
    for word in wanted:
        for source in _meant(word, corpus):
            found.setdefault(source.path and source.path.resolve(), source)
    return _distinct(found.values())


def load(source: Source, *, data: bytes | None = None, encoding: str | None = None) -> Document:
    """Read one source, whatever its format.

    Args:
        source: what to read.
        data: what `once` gave for it, if it was asked.
        encoding: of a text that is not Unicode.

    Raises:
        UsageError: it cannot be opened.
        RefusedInput: it cannot be read for what it should be.
    """
    from cnd_tools.reading import read, read_bytes

    data = once(source) if data is None else data
    if source.path is not None and data is None:
        return read(source.path, name=source.name, encoding=encoding)
    return read_bytes(data or b"", name=source.name, path=source.path, encoding=encoding)


def once(source: Source) -> bytes | None:
    """Return the bytes of what can be read but once: standard input, or a pipe as of `<(…)`; None for a file.

    Raises:
        UsageError: it cannot be opened.
        RefusedInput: there is no end to it, or nobody writes into it.
    """
    from cnd_tools.reading.plain import LIMIT
    from cnd_tools.reading.source import too_large

    if source.path is not None and not source.path.is_fifo():
        return None
    if source.path is not None:
        return read_file(source.path, most=LIMIT, what="a text")
    try:
        data = sys.stdin.buffer.read(LIMIT + 1)
    except OSError as error:
        raise UsageError(f"{source.name}: cannot be read ({error.strerror}); give a file, or pipe a text in") from None
    if len(data) > LIMIT:
        raise too_large(source.name, "a text", LIMIT)
    return data


def folders(corpus: Path | None = None) -> list[Path]:
    """Return where names are looked up, first to last: `corpus`, data/raw here, $CND_CORPUS, the texts we carry."""
    here = Path("data") / "raw"
    named = os.environ.get("CND_CORPUS")
    package = Path(__file__).parent
    # The wheel carries data/raw inside the package; a source tree has it beside src/.
    carried = [package / "data" / "raw", package.parents[1] / "data" / "raw"]
    places = [corpus, here if here.is_dir() else None, Path(named) if named else None, *carried]
    for place in (corpus, Path(named) if named else None):
        if place is not None and not _is_folder(place):
            raise UsageError(f"{short(str(place))}: no such folder; --corpus and CND_CORPUS name a folder of texts")
    return [place for place in places if place is not None and place.is_dir()]


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except (OSError, ValueError):  # a name longer than a path may be, or with a NUL in it
        return False


def legible(name: str) -> str:
    r"""Return a file's name as text: UTF-8 whatever the locale, and bytes that are none as `\xe9`.

    >>> legible("caf\udce9")
    'caf\\xe9'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def texts_in(folder: Path) -> list[Path]:
    """Return the texts of a folder and its subfolders, sorted by path; hidden ones and notes about it left out."""
    inside = sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())
    return [path for path in inside if not is_aside(path.relative_to(folder))]


def is_aside(inside: PurePath) -> bool:
    """Return whether a file, by its path inside a folder, is hidden, or speaks of the folder or of a text in it."""
    speaks = inside.stem.lower() in ABOUT or inside.suffix.lower() == STATED
    return speaks or any(part.startswith(".") for part in inside.parts)


def _everything(corpus: Path | None) -> Iterator[Source]:
    places = folders(corpus)
    for path in texts_in(places[0]) if places else []:
        yield _source(path)


def _meant(word: str, corpus: Path | None) -> list[Source]:
    if word == STDIN:
        return [Source("stdin", None)]
    path = Path(word)
    if not word:
        raise UsageError("a name without a letter; name a file, a folder or a text, as 2009")
    try:
        if (path / DATASET).is_file():
            return [_source(path)]
        if path.is_dir():
            return [_source(text) for text in texts_in(path)] or _nothing(f"{word}: no texts in this folder")
        if path.exists():
            return [_source(path)]
    except (OSError, ValueError) as error:  # a name too long for the file system, or one with a NUL in it
        raise UsageError(f"{word[:80]!r} is no file name: {error}") from error
    if any(mark in word for mark in "*?["):
        return [_source(match) for match in _matches(path)] or _nothing(f"{word}: no file matches")
    return [_named(word, corpus)]


def _matches(pattern: Path) -> list[Path]:
    root = Path(pattern.anchor)
    inside = str(pattern.relative_to(pattern.anchor)) if pattern.anchor else str(pattern)
    try:
        return sorted(match for match in root.glob(inside) if match.is_file() and not is_aside(Path(match.name)))
    except (ValueError, NotImplementedError) as error:
        raise UsageError(f"{pattern}: not a pattern for files: {error}") from error


def _named(name: str, corpus: Path | None) -> Source:
    known: dict[str, Path] = {}
    for folder in folders(corpus):
        for path in texts_in(folder):
            known.setdefault(legible(path.stem), path)
    if name in known:
        return Source(name, known[name])
    if "://" in name:
        raise UsageError(f"{short(name)}: no web address is read; save the page, and name the file")
    meant = {known_name: known_name for known_name in known} | _beside(Path(name))
    # Names are compared without their folder, which all those beside have in common.
    near = get_close_matches(PurePath(name).name, meant, n=1, cutoff=0.6)
    hint = f"did you mean {meant[near[0]]}?" if near else _known(sorted(known))
    raise UsageError(f"{short(name)}: no such file, and no text of that name in the corpus; {hint}")


def _beside(path: Path) -> dict[str, str]:
    """Return the texts and folders that stand where a path leads, by their names with the ending and without it."""
    try:
        with os.scandir(path.parent) as entries:
            found = [(entry.name, entry.is_dir()) for entry in islice(entries, MOST_LOOKED_AT)]
    except (OSError, ValueError):
        return {}
    names = [name for name, folder in sorted(found) if folder or PurePath(name).suffix.lower() in ENDINGS]
    texts = {legible(name): legible(str(path.parent / name)) for name in names}
    return {str(PurePath(name).with_suffix("")): text for name, text in texts.items()} | texts


def _known(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return "known are: " + (", ".join(names[:MOST_NAMED]) or "none") + more


def _nothing(message: str) -> list[Source]:
    raise UsageError(f"{message}; texts end in {', '.join(ENDINGS)}")


def _source(path: Path) -> Source:
    return Source(legible(path.stem), path)


def _distinct(sources: Iterable[Source]) -> list[Source]:
    """Give sources whose stems are alike longer names: the file's name, and where that does not do, its path."""
    given = list(sources)
    for longer in (lambda path: path.name, str):
        count = Counter(source.name for source in given)
        given = [
            replace(source, name=legible(longer(source.path))) if count[source.name] > 1 and source.path else source
            for source in given
        ]
    return given
