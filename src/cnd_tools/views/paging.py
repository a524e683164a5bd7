"""What is longer than the terminal, through the user's pager."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from io import StringIO
from typing import TextIO

from cnd_tools.views import terminal

NONE = frozenset({"", "cat"})  # what a user says who wants no pager


class _Screen(StringIO):
    """What is gathered as if a terminal showed it."""

    def isatty(self) -> bool:
        return True


def paged(write: Callable[[TextIO], None]) -> None:
    """Let something be written to standard output, through $PAGER (or less) where it is longer than the terminal.

    In a pipe or a file nothing is paged, and `PAGER=cat` never pages.

    Args:
        write: what is given a stream that looks like the terminal.
    """
    screen = terminal.console(sys.stdout)
    pager = _pager()
    if not (screen.is_terminal and sys.stdin and sys.stdin.isatty() and pager) or os.environ.get("TERM") == "dumb":
        write(sys.stdout)
        return
    gathered = _Screen()
    write(gathered)
    written = gathered.getvalue()
    if written.count("\n") < screen.height:
        sys.stdout.write(written)
        return
    # Colours pass (-R), a screen that is long enough does not wait (-F), and what was shown stays (-X).
    subprocess.run(pager, input=written, text=True, encoding="utf-8", env=os.environ | {"LESS": "-RFX"}, check=False)


def _pager() -> Sequence[str]:
    """Return the pager's words; none where the user wants none, or it is not there."""
    words = shlex.split(os.environ.get("PAGER", "less"))
    found = shutil.which(words[0]) if words and words[0] not in NONE else None
    return [found, *words[1:]] if found else []
