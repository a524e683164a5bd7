"""From what the user named to parts of a dataset, the same whatever the order it was named in."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cnd_tools import corpus
from cnd_tools.dataset.places import is_remote, listed
from cnd_tools.errors import UsageError

# What is analysed, written and, after an interruption, done again as a whole. Batches of points go across the documents
# of a part and never across parts: what comes out hangs on the part alone, not on who worked on it or when.
PART_BYTES = 1_000_000
PART_TEXTS = 500
# A corpus of a few megabytes is cut smaller, down to the least: of two parts the larger keeps all workers waiting.
PARTS, LEAST_BYTES = 16, 100_000


class Text(NamedTuple):
    """A text to be analysed: the name its rows will carry, where it is, its size, and what a change would change."""

    name: str
    path: str
    size: int
    state: str


class Settings(NamedTuple):
    """What texts are analysed with; all of it plain, so that it can be sent to another machine."""

    model: str | None = None
    lexicon: tuple[str, ...] = ()
    encoding: str | None = None
    strict: bool = False


class Part(NamedTuple):
    """The texts of one part, by its number."""

    number: int
    texts: tuple[Text, ...]

    @property
    def size(self) -> int:
        """Bytes of its texts."""
        return sum(text.size for text in self.texts)


def texts(words: Sequence[str], *, folder: Path | None = None) -> list[Text]:
    """Return every text the user's words mean, by name; names that are alike are made longer.

    Args:
        words: names, paths, folders, globs, or places that fsspec reaches ("s3://bucket/texts").
        folder: the corpus in which names are looked up.

    Raises:
        UsageError: nothing is there under a word, or it is standard input or a dataset.
    """
    found: dict[str, tuple[int, str]] = {}
    for path, size, state in _found(words, folder):
        found.setdefault(path, (size, state))
    return sorted(Text(name, path, *found[path]) for name, path in _named(found))


def parts(found: Sequence[Text]) -> Iterator[Part]:
    """Cut texts into parts of about a megabyte, of few into smaller ones; a larger text is a part of its own."""
    most = min(max(sum(text.size for text in found) // PARTS, LEAST_BYTES), PART_BYTES)
    number, size, gathered = 0, 0, list[Text]()
    for text in found:
        if gathered and (size + text.size > most or len(gathered) == PART_TEXTS):
            yield Part(number, tuple(gathered))
            number, size, gathered = number + 1, 0, []
        gathered.append(text)
        size += text.size
    if gathered:
        yield Part(number, tuple(gathered))


def digest(found: Iterable[Text]) -> str:
    """Return a hash of what the texts are and what state they are in."""
    made = sha256()
    for text in found:
        made.update(json.dumps(text).encode())
    return made.hexdigest()


def _found(words: Sequence[str], folder: Path | None) -> Iterator[tuple[str, int, str]]:
    for word in words:
        if is_remote(word):
            yield from _remote(word)
            continue
        for source in corpus.resolve([word], corpus=folder):
            if source.path is None or source.is_dataset:
                raise UsageError(f"{word}: a file or a folder of texts is needed, not {source.name}")
            about = os.stat(source.path)
            yield str(source.path), about.st_size, str(about.st_mtime_ns)


def _remote(word: str) -> Iterator[tuple[str, int, str]]:
    found = [
        (path, size, state)
        for path, size, state in listed(word)
        if PurePosixPath(path).suffix.lower() in corpus.ENDINGS
        and not corpus.is_aside(PurePosixPath(path.removeprefix(word)))
    ]
    if not found:
        raise UsageError(f"{word}: no texts there; texts end in {', '.join(corpus.ENDINGS)}")
    yield from found


def _named(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Name each by its file's stem; where stems are alike by the file's name, else by its path."""
    given = [(corpus.legible(PurePosixPath(path).stem), path) for path in paths]
    for longer in (lambda path: PurePosixPath(path).name, str):
        count = Counter(name for name, _ in given)
        given = [(corpus.legible(longer(path)) if count[name] > 1 else name, path) for name, path in given]
    yield from given
