"""Files beside the texts that a user names: lexicons, dictionaries, references. Read whole, and never too much."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

from cnd_tools.errors import RefusedInput, UsageError, short

PATIENCE = 10.0  # seconds to wait for somebody to write into a pipe that has a name
CHUNK = 1 << 20
NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # neither is everywhere


def read_file(path: Path, *, most: int, what: str, again: bool = False) -> bytes:
    """Return the bytes of a file, or of a pipe as of `<(…)`.

    Args:
        path: as the user named it.
        most: bytes it may have. A file may say it has none and be without end, as some of /proc, so it is counted.
        what: it is to be, for messages: "a lexicon".
        again: whether it will be read again, which a pipe cannot be.

    Raises:
        UsageError: no such file, or it cannot be read.
        RefusedInput: it is a device, nobody writes into it, or it is larger.
    """
    try:
        # Not to wait: to open a pipe that nobody writes into would take for ever.
        with open(os.open(path, os.O_RDONLY | NO_WAITING), "rb", 0) as file:
            about = os.fstat(file.fileno())
            piped = stat.S_ISFIFO(about.st_mode)
            if piped and again:
                raise RefusedInput(f"{short(str(path))}: a pipe, which can be read but once; save {what} as a file")
            if not piped and not stat.S_ISREG(about.st_mode):
                raise RefusedInput(f"{short(str(path))}: a device, not a file; {what} is a file")
            if about.st_size > most:
                raise _too_large(path, most, what)
            return _whole(path, file.fileno(), most, what, waiting=piped)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        why = getattr(error, "strerror", None) or error
        raise UsageError(f"{short(str(path))}: cannot be read ({why}); name {what} that is there") from None


def inside(path: Path, folder: Path, *, what: str) -> Path:
    """Return a file of a folder, held to be one: no device, and no link that leads out of the folder.

    Args:
        path: the file.
        folder: resolved.
        what: the folder is, for messages: "a dataset".

    Raises:
        RefusedInput: it is something else.
    """
    try:
        about = path.lstat()
        leads_out = stat.S_ISLNK(about.st_mode) and not path.resolve().is_relative_to(folder)
        is_file = stat.S_ISREG(path.stat().st_mode)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself, before Python 3.13
        raise RefusedInput(f"{short(str(path))}: cannot be read ({getattr(error, 'strerror', error)})") from None
    if leads_out:
        raise RefusedInput(f"{short(str(path))}: a link that leads out of {what}; put the file itself there")
    if not is_file:
        raise RefusedInput(f"{short(str(path))}: not a file, as {what} has; make it anew")
    return path


def _whole(path: Path, file: int, most: int, what: str, *, waiting: bool) -> bytes:
    found = bytearray()
    until = time.monotonic() + PATIENCE
    while True:
        try:
            chunk = os.read(file, CHUNK)
        except BlockingIOError:
            if not waiting:
                raise
            chunk, until = None, time.monotonic() + PATIENCE  # somebody has it open to write, and takes his time
        found += chunk or b""
        if len(found) > most:
            raise _too_large(path, most, what)
        if chunk == b"" and (found or not waiting):
            return bytes(found)
        if not chunk:
            if time.monotonic() > until:
                raise RefusedInput(f"{short(str(path))}: a pipe that nobody writes into; name {what} that is a file")
            time.sleep(0.02)


def _too_large(path: Path, most: int, what: str) -> RefusedInput:
    return RefusedInput(f"{short(str(path))}: more than {most} bytes, which is the most {what} may have; split it")
