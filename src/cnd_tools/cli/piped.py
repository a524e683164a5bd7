"""A text that is piped in where no DOC is named: `pdftotext report.pdf - | cnd actions`.

Whether there is one is asked, never waited for without end: a program started by another often has a standard input
that is no terminal, has nothing in it and is never closed.
"""

from __future__ import annotations

import os
import select
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress

from cnd_tools.cli.options import Reading

PATIENCE = 3.0  # seconds for whoever is at the other end of a pipe to begin: curl and pdftotext need one or two
NO_ASKING = "standard input is not looked at here; if you pipe a text in, name it: -"


def named_or_piped(words: Sequence[str] | None, reading: Reading) -> Sequence[str]:
    """Return the words that name texts; of none, "-" where a text is piped in, which is said on stderr.

    `--corpus` names texts too: then the pipe is left alone, as it may be a loop's list of folders.
    """
    if words or reading.corpus is not None:
        return words or ()
    if not _has_text(reading):
        return ()
    _note("no DOC given: reading the text piped in (as with -)", reading)
    return ("-",)


def _has_text(reading: Reading) -> bool:
    """Tell whether standard input is a file or a pipe with something in it; a terminal and /dev/null are neither."""
    try:
        number = sys.stdin.fileno()
        about = os.fstat(number)
        if stat.S_ISREG(about.st_mode):
            return os.lseek(number, 0, os.SEEK_CUR) < about.st_size
    except (OSError, ValueError, AttributeError):  # closed, or put there by a program that is no stream of the system
        return False
    piped = stat.S_ISFIFO(about.st_mode) or stat.S_ISSOCK(about.st_mode)
    why = _nothing_in(number) if piped else None
    if why:
        _note(why, reading)
    return piped and why is None


def _nothing_in(pipe: int) -> str | None:
    """Return why there is no text in a pipe, None if there is one."""
    if os.name == "nt":  # where only sockets can be asked
        return NO_ASKING
    if not select.select([pipe], [], [], PATIENCE)[0]:
        return (
            f"nothing came through the pipe in {PATIENCE:.0f} seconds: reading all texts of the corpus (- waits longer)"
        )
    with suppress(OSError):
        if sys.stdin.buffer.peek(1):  # type: ignore[union-attr]  # at its end there is nothing
            return None
    return "the pipe is empty: reading all texts of the corpus"


def _note(message: str, reading: Reading) -> None:
    if not reading.quiet:
        print(f"note: {message}", file=sys.stderr)
