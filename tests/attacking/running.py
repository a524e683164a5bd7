"""Run `cnd` in a copy of this process, which has all loaded, within bounds of time and memory, and see how it ended."""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from attacking.cases import ACCOUNT, Ended

CLOCK = 300.0
"""Seconds until a command that waits for something is ended; a busy machine may take its time."""
PROCESSOR = 90
"""Seconds of a processor until one that works is."""
ADDRESSES = 8 << 30
"""Bytes a process may map: what it holds is measured; this keeps a case from taking the machine with it."""
DRAWN = ("report", "plot")
"""What draws pictures maps far more than there is, and uses little of it."""
KEPT = 64 << 20
_FILE = 2 << 30
_SMALL = 200_000  # characters of a text whose points are looked at one by one


def load() -> None:
    """Import and load all that commands import and load, so that no case pays for it."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import duckdb  # noqa: F401
    import pandas as pd  # noqa: F401
    import pyarrow.parquet  # noqa: F401
    import xlsxwriter  # noqa: F401

    import cnd_tools.cli.app  # noqa: F401
    from cnd_tools.lexicon import load as lexicon
    from cnd_tools.pipeline import load_model
    from cnd_tools.reading.formats import need
    from cnd_tools.reading.signature import KINDS

    for kind in KINDS:
        need(kind)
    lexicon()
    load_model()
    gc.freeze()


def run(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Ended:
    """Run a command in a folder, in a copy of this process; what it prints is left beside the folder."""
    late, code, seconds, memory = _copied(partial(_main, words), folder, environment)
    with folder.with_name(f"{folder.name}.out").open("rb") as out:
        shown = out.read(KEPT)
    said = folder.with_name(f"{folder.name}.err").read_text("utf-8", "replace")
    return Ended(tuple(words), code, seconds, memory, shown, said, late)


def alone(ended: Ended, folder: Path, environment: Mapping[str, str]) -> Ended:
    """Return what a command takes in a program of its own, as a user runs it, which has nothing that it does not need.

    Args:
        ended: how it ended in a copy of this process.
        folder: as for `run`.
        environment: as for `run`.
    """
    if ended.words[:1] == (ACCOUNT,):  # no command of ours: what it took beyond this process
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return ended._replace(memory=max(0.0, ended.memory - held))
    told = folder.with_name(f"{folder.name}.took")
    _copied(
        partial(_execute, [str(Path(__file__).with_name("alone.py")), str(told), *ended.words]), folder, environment
    )
    code, seconds, memory = told.read_text("ascii").split()
    return ended._replace(code=int(code), seconds=float(seconds), memory=float(memory))


def _copied(
    program: Callable[[], int | str | None], folder: Path, environment: Mapping[str, str]
) -> tuple[bool, int, float, float]:
    """Return of a program whether it was late, its exit code, and the seconds and MiB it took."""
    pid = os.fork()
    if not pid:
        _be(program, folder, environment)
    late, status, used = _waited(pid)
    code = os.waitstatus_to_exitcode(status)
    return late or code == -signal.SIGXCPU, code, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def apart(work: Callable[[], None]) -> None:
    """Do some work in a copy of this process, whose memory it does not touch.

    Raises:
        RuntimeError: it failed.
    """
    pid = os.fork()
    if not pid:
        code = 1
        try:
            work()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    if os.waitpid(pid, 0)[1]:
        raise RuntimeError("the case could not be laid out")


def _waited(pid: int) -> tuple[bool, int, resource.struct_rusage]:
    late, until, pause = False, time.monotonic() + CLOCK, 0.001
    while True:
        ended, status, used = os.wait4(pid, os.WNOHANG)
        if ended:
            return late, status, used
        if not late and time.monotonic() > until:
            late = True
            os.kill(pid, signal.SIGKILL)
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)


def _be(program: Callable[[], int | str | None], folder: Path, environment: Mapping[str, str]) -> NoReturn:
    """Be the program, and end."""
    code: int | str | None = 70
    try:
        for number, name in ((1, "out"), (2, "err")):
            path = folder.with_name(f"{folder.name}.{name}")
            os.dup2(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
        os.chdir(folder)
        os.environ.update({"CND_CACHE": "cache", **environment})
        _bound()
        code = program()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 70)


def _bound() -> None:
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, PROCESSOR),
        (resource.RLIMIT_FSIZE, _FILE),
    ):
        resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


def _main(words: Sequence[str]) -> int | str | None:
    from cnd_tools.cli.running import main

    if not words or words[0] not in DRAWN:
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, resource.getrlimit(resource.RLIMIT_AS)[1]))
    if words and words[0] == ACCOUNT:
        return account(Path(words[1]))
    sys.argv = ["cnd", *words]
    try:
        main()
    except SystemExit as end:
        return end.code or 0
    return 0


def _execute(words: Sequence[str]) -> NoReturn:
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    os.execv(sys.executable, [sys.executable, *words])


def account(path: Path) -> int:
    """Print the text that is read of a file, after every law of texts and points was held to it; 3 if it is refused."""
    from cnd_tools.errors import CndError
    from cnd_tools.reading import read
    from cnd_tools.segmenting import segment
    from fuzzing.laws import lawful, well_formed

    try:
        document = read(path)
    except CndError:
        return 3
    well_formed(document)
    if len(document.text) <= _SMALL:
        lawful(document)
    done = segment(document)
    assert sum(done.ledger.values()) == len(document.text), done.ledger
    sys.stdout.buffer.write(document.text.encode("utf-8"))
    return 0
