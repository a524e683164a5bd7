"""Reading in a process of its own, which has a bound on memory and a clock, and whose end ends nothing else.

The libraries that take PDF, Word, HTML and Markdown apart cannot be bounded from inside: a PDF of two kilobytes may
draw a form ten million times, one of fifty unpack to gigabytes, and a fault in such a library ends the process it is
in. What the process says comes back as JSON, in which there is nothing that could be run.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import signal
import subprocess
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import astuple, replace
from functools import partial
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import Any, NamedTuple, NoReturn

from cnd_tools.budget import MIB, Budget, Exceeded, budget
from cnd_tools.errors import CndError, RefusedInput, UsageError
from cnd_tools.reading.formats import need, reader
from cnd_tools.reading.source import Source
from cnd_tools.records import Mark, Masthead

PATIENCE = 5
"""How many times the processor's seconds may pass on the clock: a machine may have other things to do."""
_CHUNK = 1 << 20
_SERVE = "from cnd_tools.reading.apart import serve; serve()"


class File(NamedTuple):
    """What is to be read: its format, its bytes, what to call it in messages, and its encoding as the user says it."""

    kind: str
    data: bytes
    origin: str
    encoding: str | None


class Ended(NamedTuple):
    """What a process said, and how it ended: None where it was ended by us, as its time was over."""

    said: bytes
    code: int | None


def read_apart(file: File) -> Source:
    """Return what the reader of a format makes of a file.

    Raises:
        RefusedInput: as the reader raises it, or the library broke down over the file.
        Exceeded: it needs more than its budget.
        UsageError: the library is not installed, or the encoding is not known.
    """
    need(file.kind)  # before the process is made, so that what is imported once serves all files
    bounds = budget().of(file.kind, len(file.data))
    # A process that is copied while other threads work may inherit a lock that nobody will ever open.
    copied = sys.platform == "linux" and threading.active_count() == 1
    ended = (_copied if copied else _started)(file, bounds.seconds)
    if ended.said:
        return _heard(json.loads(ended.said), bounds)
    raise _refusal(ended.code, file.origin, bounds)


def serve() -> None:
    """Read the file that standard input has, and say on standard output what came of it."""
    stream = sys.stdin.buffer
    kind, origin, encoding = json.loads(stream.readline())
    out = os.dup(1)
    os.dup2(2, 1)  # nobody else writes where the answer goes
    _answer(out, File(kind, stream.read(), origin, encoding))


def _copied(file: File, seconds: int) -> Ended:
    """Read in a copy of this process: all is there already, which takes a few milliseconds."""
    ours, theirs = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads that are not Python's, as pyarrow keeps
        pid = os.fork()
    if not pid:
        _be_a_copy(ours, partial(_answer, theirs, file))
    try:
        os.close(theirs)
        said = _all_of(ours, time.monotonic() + PATIENCE * seconds)
    finally:
        os.close(ours)
        os.kill(pid, signal.SIGKILL)  # which changes nothing of how one that has ended did so
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return Ended(b"", None) if said is None else Ended(said, code)


def _be_a_copy(ours: int, answer: Callable[[], None]) -> NoReturn:
    """Answer, and end without anything that the end of the program would do, such as to write what it has to write."""
    try:
        gc.freeze()  # what was there before is not looked through again and again, which would copy it too
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        os.close(ours)
        faulthandler.disable()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a library that breaks down says so there
        answer()
    finally:
        os._exit(0)


def _started(file: File, seconds: int) -> Ended:
    """Read in a Python of its own, where a process cannot be copied."""
    head = json.dumps([file.kind, file.origin, file.encoding]).encode() + b"\n"
    package = str(Path(__file__).parents[2])
    path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-c", _SERVE],
            input=head + file.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            timeout=PATIENCE * seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Ended(b"", None)
    return Ended(done.stdout, done.returncode)


def _all_of(pipe: int, until: float) -> bytes | None:
    """Return all that comes out of a pipe, None if by then it has not ended."""
    said = bytearray()
    with DefaultSelector() as selector:
        selector.register(pipe, EVENT_READ)
        while selector.select(max(until - time.monotonic(), 0)):
            more = os.read(pipe, _CHUNK)
            if not more:
                return bytes(said)
            said += more
    return None


def _answer(out: int, file: File) -> None:
    """Read within bounds and write what came of it."""
    said: list[Any]
    try:
        _bound(budget().of(file.kind, len(file.data)))
        source = reader(file.kind).read(file.data, file.origin, file.encoding)
        said = ["read", *source._replace(masthead=source.masthead and astuple(source.masthead))]
    except MemoryError:
        said = ["memory"]
    except Exceeded as error:
        said = ["exceeded", str(error)]
    except CndError as error:
        said = ["usage" if isinstance(error, UsageError) else "refused", str(error)]
    except Exception as error:
        said = ["fault", f"{type(error).__name__}: {error}", traceback.format_exc()]
    with os.fdopen(out, "wb") as stream:
        stream.write(json.dumps(said, separators=(",", ":")).encode("ascii"))


def _bound(bounds: Budget) -> None:
    """Take no more memory and time than a budget has, where the system can hold us to it."""
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_CPU, bounds.seconds)
    if sys.platform == "linux":
        held = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        _lower(resource.RLIMIT_AS, held + bounds.memory * MIB)


def _lower(what: int, most: int) -> None:
    import resource

    soft, hard = resource.getrlimit(what)
    least = min([most, *(bound for bound in (soft, hard) if bound != resource.RLIM_INFINITY)])
    resource.setrlimit(what, (least, hard))


def _heard(said: list[Any], bounds: Budget) -> Source:
    """Return the source that the process has read, or raise what kept it from it."""
    what, *rest = said
    if what == "usage":
        raise UsageError(rest[0])
    if what == "refused":
        raise RefusedInput(rest[0])
    if what == "exceeded":
        raise Exceeded(rest[0])
    if what == "memory":
        raise bounds.exceeded("memory", "to read it takes more than {} MiB of memory")
    if what == "fault":
        fault = RuntimeError(rest[0])
        fault.add_note(rest[1])
        raise fault
    text, marks, pages, masthead, rows, unread = rest
    if masthead is not None:
        masthead = Masthead(*masthead)
        masthead = replace(masthead, spans=tuple((start, end) for start, end in masthead.spans))
    marks = tuple(Mark(*mark) for mark in marks)
    return Source(text, marks, tuple(pages), masthead, tuple((at, line) for at, line in rows), tuple(unread))


def _refusal(code: int | None, origin: str, bounds: Budget) -> RefusedInput:
    """Return the refusal of a file over which the process has ended without an answer."""
    if code is None or (sys.platform != "win32" and code == -signal.SIGXCPU):
        return bounds.exceeded("seconds", "to read it takes more than {} seconds of a processor")
    how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    return RefusedInput(
        f"{origin}: what reads it broke down ({how}), as over a broken file or one that takes more than"
        f" {bounds.memory} MiB; get it again, save its text, or allow more with CND_BUDGET=memory=…"
    )
