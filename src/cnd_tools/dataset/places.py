"""Folders to write to and read from: on this machine, or wherever fsspec reaches (s3://, gs://, memory://)."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from cnd_tools.errors import OutputFailed, UsageError, pip_install
from cnd_tools.inputs import read_file


def is_remote(path: str) -> bool:
    """Return whether a path names a place that fsspec is to reach."""
    return "://" in path


LARGEST = 1 << 30  # bytes of a file; parts have about a megabyte
UNFINISHED = ".part"  # what a file's name ends in while it is being written, after a dot and the name it will have


class Place:
    """A folder. What is written is there whole or not at all.

    Attributes:
        path: as the user gave it.
    """

    def __init__(self, path: str) -> None:
        self.path = path.rstrip("/") if is_remote(path) else path
        self._files: Any = files(path) if is_remote(path) else None

    def write(self, name: str, data: bytes) -> None:
        """Put a file there, in place of one of that name.

        Raises:
            OutputFailed: it could not be written.
        """
        try:
            if self._files is None:
                _replace(Path(self.path) / name, data)
            else:
                self._files.pipe_file(f"{self.path}/{name}", data)  # one request: an object is there whole or not
        except OSError as error:
            raise OutputFailed(f"{self.path}/{name} was not written: {error.strerror or error}") from error

    def read(self, name: str) -> bytes | None:
        """Return a file's bytes; None where there is no such file.

        Raises:
            UsageError: it is there and cannot be read.
            RefusedInput: it is no file, or one without end.
        """
        try:
            if self._files is None:
                path = Path(self.path) / name
                path.lstat()
                return read_file(path, most=LARGEST, what="a dataset's file")
            return bytes(self._files.cat_file(f"{self.path}/{name}"))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise UsageError(f"{self.path}/{name}: cannot be read: {error.strerror or error}") from None

    def names(self, folder: str = "") -> list[str]:
        """Return the names of what is in the folder, or in a subfolder, sorted; none where it is not there.

        Raises:
            UsageError: it is there and cannot be looked into.
        """
        inside = f"{self.path}/{folder}".rstrip("/")
        try:
            if self._files is None:
                return sorted(os.listdir(inside))
            found = self._files.ls(inside, detail=False, refresh=True)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise UsageError(f"{inside}: cannot be looked into: {error.strerror or error}") from None
        return sorted(name for name in (str(path).rpartition("/")[2] for path in found) if name)

    def hold_folders(self, names: Iterable[str]) -> None:
        """Hold subfolders to be folders of this one: what is written or removed there is to be in it.

        Raises:
            UsageError: one is a link.
        """
        for name in names:
            if self._files is None and (Path(self.path) / name).is_symlink():
                raise UsageError(f"{self.path}/{name}: a link, which may lead to another dataset; name another folder")

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""
        if self._files is None:
            with suppress(FileNotFoundError, NotADirectoryError):
                (Path(self.path) / name).unlink()
        elif self._files.exists(f"{self.path}/{name}"):
            self._files.rm_file(f"{self.path}/{name}")


def files(path: str) -> Any:
    """Return fsspec's file system for a path.

    Raises:
        UsageError: fsspec, or what it needs for this kind of place, is not installed.
    """
    try:
        found, _ = import_module("fsspec.core").url_to_fs(path)
    except ImportError as error:
        raise UsageError(f"{path}: {error}; {pip_install('cnd-tools[cluster]', 's3fs')} (or gcsfs, adlfs)") from None
    except ValueError as error:
        raise UsageError(f"{path}: {error}") from None
    return found


def listed(path: str) -> Iterator[tuple[str, int, str]]:
    """Yield every file under a remote path: its own path, its size in bytes, and what tells one state from another."""
    reached = files(path)
    for name, about in sorted(reached.find(path, detail=True).items()):
        state = next((str(about[key]) for key in ("ETag", "etag", "mtime", "created") if about.get(key)), "")
        yield str(reached.unstrip_protocol(name)), int(about.get("size") or 0), state


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=UNFINISHED, dir=path.parent)
    try:
        with open(handle, "wb") as out:
            out.write(data)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(beside, 0o666 & ~umask)
        os.replace(beside, path)
    finally:
        Path(beside).unlink(missing_ok=True)
