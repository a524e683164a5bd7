"""How the program begins and ends: its streams, its signals, and an exit code with one line instead of a traceback."""

from __future__ import annotations

import atexit
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from cnd_tools.errors import MOST_SAID, CndError, OutputFailed, UsageError, short

# Columns; below the first a message is a column of single letters, above the second help is padded with megabytes.
NARROWEST, WIDEST = 30, 1_000
SIZES = ("COLUMNS", "LINES", "TERMINAL_WIDTH")  # of a terminal, that rich, typer and click take for numbers unseen
COMPLETING = "_CND_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
INTERRUPTED = 128 + signal.SIGINT
# What asks a program to end and would otherwise end it before it can clear away what it was writing.
SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def main() -> None:
    """Run `cnd`.

    It ends with 0 done, 1 our bug, 2 wrong usage, 3 input refused, 4 output failed, 5 `cnd doctor` found a fault, 128
    and its number for a signal: 130 interrupted, 143 told to end.
    """
    try:
        _run()
    except KeyboardInterrupt:  # of the command, or of the handlers that end it
        _end_of_signal(INTERRUPTED)


def _run() -> None:
    """Run the command, and turn whatever ends it into an exit code."""
    try:
        # Read when numpy loads. A sentence's matrices are small: threads cost more by waiting than they save.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        _see_to_streams()
        _see_to_environment()
        with _ending_on_signals():
            # Here, so that who interrupts while it is being imported sees no traceback either.
            from cnd_tools.cli.app import app

            app(prog_name="cnd")
    except SystemExit as end:  # as typer ends every command
        _end_as_asked(end)
    except CndError as error:
        _end(str(error), error.exit_code)
    except OSError as error:
        if error.filename is None:  # of a stream, since it names no file
            _end_of_output(error)
        _end_of_fault(error)
    except Exception as error:  # the last stop before a traceback
        _end_of_fault(error)


def _see_to_streams() -> None:
    """Have three streams that take any text, whatever the terminal's locale and whichever of them was closed."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            # So that no file we open gets its number. The first two the wrong way round: to use them is an error.
            opened = os.open(os.devnull, os.O_RDONLY if number == 1 else os.O_WRONLY)
            setattr(sys, name, os.fdopen(opened, "w" if number else "r"))
    for stream in (sys.stdout, sys.stderr):
        # What the terminal cannot show is shown as an escape.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def _see_to_environment() -> None:
    """Leave of the environment what is as it should be: what a shell or a scheduler put there is not the user's doing.

    A terminal's size that is no number says nothing, and the libraries we print with would fail at it. What asks for
    completion and lacks what is to be completed is answered with silence, as nobody sees the message.
    """
    for name in SIZES:
        size = os.environ.get(name)
        if size is None:
            continue
        if size.isascii() and size.isdigit() and int(size[:20]) > 0:
            os.environ[name] = str(min(max(int(size[:20]), NARROWEST if name != "LINES" else 1), WIDEST))
        else:
            del os.environ[name]
    if COMPLETING in os.environ and not _can_complete(os.environ[COMPLETING]):
        raise SystemExit(UsageError.exit_code)


def _can_complete(asked: str) -> bool:
    """Return whether what a shell asks for is known, and has with it what typer reads unseen."""
    what, _, shell = asked.partition("_")
    if what == "source":
        return shell in SHELLS
    words = os.environ.get("COMP_WORDS") if shell == "bash" else os.environ.get("_TYPER_COMPLETE_ARGS", "")
    place = os.environ.get("COMP_CWORD", "") if shell == "bash" else "0"
    return (
        what == "complete"
        and shell in SHELLS
        and words is not None
        and place.isascii()
        and place.isdigit()
        and len(place) < 5
    )


@contextmanager
def _ending_on_signals() -> Iterator[None]:
    """Let a signal end the program as Ctrl-C does, by way of every `finally`; one that is ignored stays so (nohup)."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    default = [number for number, handler in before.items() if handler is signal.SIG_DFL]
    for number in default:
        signal.signal(number, _told_to_end)
    # While Python takes itself down there is nothing left to clear away, and a KeyboardInterrupt would be printed.
    atexit.register(signal.signal, signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        for number in default:
            signal.signal(number, signal.SIG_DFL)


def _told_to_end(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)


def _end_as_asked(end: SystemExit) -> NoReturn:
    """End with the code of a command that is done; what it printed is to have arrived."""
    if isinstance(end.__context__, BrokenPipeError):
        _end_of_output(end.__context__)
    if isinstance(end.code, int) and end.code > 128:
        _end_of_signal(end.code)
    try:
        if not sys.stdout.closed:  # as the server for assistants leaves it, when its client goes away
            sys.stdout.flush()
    except OSError as error:
        _end_of_output(error)
    raise end


def _end_of_output(error: OSError) -> NoReturn:
    """End because standard output takes no more; where its reader went away, as `| head` does, that is no fault."""
    _point_to_nowhere()
    if isinstance(error, BrokenPipeError):
        raise SystemExit(0) from None
    _end(f"standard output: {error.strerror or error}; write to a file with -o", OutputFailed.exit_code)


def _point_to_nowhere() -> None:
    """Give what is still to be written somewhere to go, so that Python does not try it again and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.__stdout__.fileno() if sys.__stdout__ else 1)
    os.close(nowhere)


def _end_of_signal(code: int) -> NoReturn:
    what = "interrupted" if code == INTERRUPTED else f"ended by {signal.Signals(code - 128).name}"
    _end(f"{what}; nothing was left half written", code)


def _end_of_fault(error: Exception) -> NoReturn:
    if os.environ.get("CND_TRACEBACK"):
        raise error
    _end(f"a fault of cnd-tools, not yours: {type(error).__name__}: {error}; CND_TRACEBACK=1 shows where", 1)


def _end(message: str, code: int) -> NoReturn:
    from cnd_tools.views.safe import visible

    with suppress(OSError):  # where even that cannot be said, the code says it
        print(f"cnd: {visible(short(message, most=MOST_SAID))}", file=sys.stderr)
    raise SystemExit(code) from None
