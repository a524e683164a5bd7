"""Run a command line as a person at a terminal would, and see what they see."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

STYLE = re.compile(r"\x1b\[[0-9;]*m")
ROOT = Path(__file__).parents[1]


def at_terminal(line: str, *, width: int = 80, folder: Path = ROOT) -> str:
    """Return what a shell line prints on a terminal of this width, without colours; then its warnings and errors.

    Its stderr is no terminal, so there is no progress bar, which a terminal would have wiped out anyway.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    plain = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "CND_CORPUS"}}
    environment = plain | {
        "TERM": "xterm",
        "PAGER": "cat",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    with tempfile.TemporaryFile() as errors:
        running = subprocess.Popen(
            ["bash", "-c", line], stdin=theirs, stdout=theirs, stderr=errors, cwd=folder, env=environment
        )
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):
            seen += chunk
        os.close(ours)
        running.wait()
        errors.seek(0)
        seen += errors.read()
    return STYLE.sub("", seen.decode()).replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""
