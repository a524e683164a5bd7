"""Time and memory, measured so that another program on the machine disturbs all that is compared alike."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

CND = [sys.executable, "-m", "cnd_tools"]
MIB = 1024 * 1024
UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss


class Cost(NamedTuple):
    """Seconds on the clock, seconds of CPU, and the most memory that a process held, in MiB."""

    wall: float
    cpu: float
    memory: float


def environment(**more: str) -> dict[str, str]:
    """Return the environment of this process and more; one thread a process, so that CPU is what the work takes.

    Modules are compiled once and kept, as they are where the program is installed.
    """
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", **more}


def command(line: Sequence[str], **variables: str) -> Cost:
    """Run a command; CPU is of all its processes, memory of the largest.

    Args:
        line: the command and its words.
        variables: of its environment, beside those of this process.

    Raises:
        RuntimeError: it failed.
    """
    begun = time.perf_counter()
    process = subprocess.Popen(
        list(line), env=environment(**variables), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(line)} ended with {process.returncode}: {said.decode()[-500:]}")
    return Cost(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss * UNIT / MIB)


def call(work: Callable[[], object]) -> Cost:
    """Do some work in this process; memory is the peak of the process so far."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(
        time.perf_counter() - wall,
        time.process_time() - cpu,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / MIB,
    )


def interleaved(works: Mapping[str, Callable[[], Cost]], *, times: int, warm: bool = True) -> dict[str, Cost]:
    """Run each in turn, and again; return medians.

    Args:
        works: what to run, by name.
        times: turns that count.
        warm: run one turn more before, which does not count.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in works}
    for turn in range(times + warm):
        for name, work in works.items():
            cost = work()
            if turn >= warm:
                costs[name].append(cost)
    return {name: Cost(*map(median, zip(*each, strict=True))) for name, each in costs.items()}
