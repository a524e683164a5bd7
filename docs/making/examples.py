"""The examples of a page: run as a reader would run them, and written into the page as they come out.

- `console`: a line after `$ ` is run, and what follows it is what it prints at 80 columns; "…" as the last line leaves
  out the rest;
- `sh`: each line is run and has to succeed; nothing is shown;
- `pycon`: Python, as in a session of its own a page;
- any language with a name after it, as in "toml my-themes.toml": a file the reader has by then.

All of a page happens in one folder, which has the two texts and, as `file.txt`, one of the reader's own. What cannot be
run stands after a comment that begins "not run:" and gives the reason.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import select
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^(<!-- not run: [^\n]*-->\n)?```(\w*)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
SHELL = re.compile(r"[|&;<>$`]")  # outside quotes, what only a shell understands
COMMANDS = re.compile(r"^\s*\$?\s*(cnd|make|python|pip|import|from) ", re.MULTILINE)
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
STYLE = re.compile(r"\x1b\[[0-9;]*m")
WIDTH = 80
RUN = frozenset({"console", "sh", "pycon"})


class Screen(io.TextIOWrapper):
    """A terminal that remembers what was written to it."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


def pages() -> list[Path]:
    """Return the pages that have examples: the README and the documentation."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def has_any(page: Path) -> bool:
    """Tell whether a page has examples that are run."""
    return any(language in RUN for said, language, _, _ in FENCE.findall(page.read_text("utf-8")) if not said)


def written_anew(page: Path, folder: Path) -> str:
    """Return a page with its examples run in a folder that is empty, or as `furnish` left it."""
    furnish(folder)
    session: dict[str, object] = {}

    def anew(found: re.Match[str]) -> str:
        not_run, language, name, body = found.groups()
        if not_run:
            return found[0]
        if name:
            (folder / name).write_text(body, "utf-8")
            return found[0]
        if language == "sh":
            for line in body.splitlines():
                _, code = run(line, folder)
                assert code == 0, f"{page.name}: {line} ended with {code}"
        if language == "console":
            body = COMMAND.sub(lambda example: shown(example, folder), body)
        elif language == "pycon":
            body = python(body, session, folder, page)
        return f"```{language}\n{body}```"

    return FENCE.sub(anew, page.read_text("utf-8"))


def furnish(folder: Path) -> None:
    """Put into a folder what its examples may take for granted."""
    shutil.copytree(ROOT / "data" / "raw", folder / "data" / "raw", dirs_exist_ok=True)
    shutil.copy(ROOT / "data" / "raw" / "2009.txt", folder / "file.txt")


def shown(example: re.Match[str], folder: Path) -> str:
    """Return a command with what it prints; an output that ended in "…" keeps its length."""
    command, before = example[1], example[2].splitlines()
    printed = [line.rstrip() for line in run(command, folder)[0].splitlines()]
    if before and before[-1] == "…":
        printed = [*printed[: len(before) - 1], "…"]
    return "\n".join([f"$ {command}", *printed, ""])


def run(line: str, folder: Path, *, width: int = WIDTH, styled: bool = False) -> tuple[str, int]:
    """Return what a line prints at a terminal, warnings and errors where they come, and its exit code.

    A line of `cnd` alone is run in this process, where all it needs is loaded already; a shell runs the others.
    """
    plain = {name: value for name, value in os.environ.items() if name not in {"CND_CORPUS", "NO_COLOR", "LINES"}}
    with (
        contextlib.chdir(folder),
        patch.dict(os.environ, plain | {"COLUMNS": str(width), "TERM": "xterm-256color", "PAGER": "cat"}, clear=True),
    ):
        seen, code = here(shlex.split(line, comments=True)) if _of_cnd_alone(line) else in_shell(line, width)
    return (seen if styled else STYLE.sub("", seen)), code


def _of_cnd_alone(line: str) -> bool:
    return line.startswith("cnd ") and not SHELL.search(QUOTED.sub("", line))


def here(words: list[str]) -> tuple[str, int]:
    """Run `cnd` in this process, on a screen of its own; its stderr is none, so that no progress is drawn."""
    from cnd_tools.cli.app import main

    written = io.BytesIO()
    screen = Screen(written, "utf-8", write_through=True)
    errors = io.TextIOWrapper(written, "utf-8", write_through=True)
    with patch.multiple(sys, argv=words, stdout=screen, stderr=errors):
        try:
            main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
    return written.getvalue().decode(), code


def in_shell(line: str, width: int) -> tuple[str, int]:
    """Run a line in a shell that finds the `cnd` of this Python; stdout is a terminal, stderr is none, as in `here`."""
    import pty  # here, since Windows has neither, and no bash
    import termios

    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, width))
    with subprocess.Popen(
        ["bash", "-c", line],
        env=os.environ | {"PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
    ) as shell:
        os.close(theirs)
        assert shell.stderr is not None
        printed = b"".join(_as_it_comes(shell.stderr.fileno(), ours))
    os.close(ours)
    return printed.decode("utf-8").replace("\r\n", "\n"), shell.returncode


def _as_it_comes(*sources: int) -> Iterator[bytes]:
    """Yield what is written to some descriptors, in the order in which it comes, until all have ended."""
    waiting = list(sources)
    while waiting:
        for source in select.select(waiting, [], [])[0]:
            try:
                said = os.read(source, 1 << 16)
            except OSError:  # as Linux says that nobody holds the other end of a terminal any more
                said = b""
            if said:
                yield said
            else:
                waiting.remove(source)


def python(body: str, session: dict[str, object], folder: Path, page: Path) -> str:
    """Return a Python session with what it prints."""
    lines: list[str] = []
    with contextlib.chdir(folder):
        for example in doctest.DocTestParser().get_examples(body):
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(example.source, str(page), "single"), session)
            first, *rest = example.source.splitlines()
            lines += [f">>> {first}", *(f"... {line}" for line in rest), *printed.getvalue().splitlines()]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def not_run(page: Path) -> Iterator[str]:
    """Yield what looks like an example, is not run, and does not say so."""
    for said, language, name, body in FENCE.findall(page.read_text("utf-8")):
        if not said and not name and language not in RUN and COMMANDS.search(body):
            yield body
