"""What can go wrong, each kind with its exit code; one line each, naming file, line and remedy."""

import shutil
import sys
from pathlib import Path

MOST_SHOWN = 120  # characters of a name or value that a message repeats
MOST_SAID = 1_000  # characters of a message; a path may have four thousand


class CndError(Exception):
    """The user can do something about it: the message says what."""

    exit_code = 2

    def __str__(self) -> str:
        """Return the message, its middle left out where something with a name of a megabyte is told of."""
        return short(super().__str__(), most=MOST_SAID)


class UsageError(CndError):
    """Wrong options, or no such file, document, theme or column."""


class RefusedInput(CndError):  # noqa: N818  (it is the input that is refused, not our code that errs)
    """The input is there but cannot be read for what it should be: encoding, binary, broken, too large."""

    exit_code = 3


class OutputFailed(CndError):  # noqa: N818
    """The result could not be written; the old file, if there was one, is whole."""

    exit_code = 4


def short(value: object, *, most: int = MOST_SHOWN) -> str:
    """Return what a message repeats of a name or value, its middle left out where it is long: both ends tell most.

    >>> short("Member States should", most=11)
    'Membe…hould'
    """
    text = value if isinstance(value, str) else repr(value)
    half = most // 2
    return text if len(text) <= most else f"{text[:half]}…{text[-half:]}"


def pip_install(*what: str) -> str:
    """Return what to type so that this Python gets a package, in any shell: for a remedy.

    Whoever runs `.venv/bin/cnd` may have another `python` on the path, which would install to where nobody looks.
    Double quotes do in Bash, PowerShell and cmd.exe alike; single ones do not in cmd.exe.

    Args:
        what: the words that pip takes, "cnd-tools[pdf]".
    """
    found = shutil.which("python")
    same = found is not None and Path(found).absolute() == Path(sys.executable).absolute()
    python = "python" if same else sys.executable
    words = (python, "-m", "pip", "install", *what)
    return " ".join(f'"{word}"' if set(word) & set(" []<>&") else word for word in words)
