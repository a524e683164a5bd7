"""Several processes of this machine, each with the model loaded once; a process that ends early is started anew.

Our own dozen lines of a pool rather than the standard library's: when a worker is killed, as by a system out of memory,
`multiprocessing.Pool` waits for ever and `ProcessPoolExecutor` gives up all that is under way.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from cnd_tools.dataset.writing import Summary
from cnd_tools.engines.work import Task, run
from cnd_tools.errors import CndError, UsageError

# After so many parts a worker is replaced: spaCy keeps every word it has ever seen, and a process is to stay bounded.
RENEWED_AFTER = 50
MOST_STARTS = 3  # of processes that end before the first text of a part
GRACE = 5.0  # seconds for a worker that is told to end
# One thread each: the workers are the parallelism, and how threads share a product decides its last digit.
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


@dataclass
class _Worker:
    process: Any
    connection: Connection
    task: Task | None = None
    at: int | None = None  # which of its texts it is at, once it has begun
    done: int = 0
    tried: int = 0


def analyse(tasks: Iterable[Task], *, workers: int) -> Iterator[tuple[Task, Summary]]:
    """Run tasks in `workers` processes and yield what each came to, as it comes.

    Raises:
        CndError: what no other text would mend, as a model that is not there or a full disk.
    """
    waiting, again = iter(tasks), deque[tuple[Task, int]]()
    crew: list[_Worker] = []
    try:
        while True:
            _employ(crew, workers, waiting, again)
            busy = {worker.connection: worker for worker in crew}
            if not busy:
                return
            for connection in wait(list(busy)):
                worker = busy[connection]  # type: ignore[index]  # `wait` gives back what it was given
                summary = _heard(worker, crew, again)
                if summary is not None:
                    task, worker.task = worker.task, None
                    assert task is not None
                    worker.done += 1
                    yield task, summary
    finally:
        _end(crew)


def _end(crew: Sequence[_Worker]) -> None:
    """End all workers; one that is asked and does not end, as in a lock of a library, is ended without being asked."""
    for worker in crew:
        worker.process.terminate()
    for worker in crew:
        worker.process.join(GRACE)
        worker.process.kill()
        worker.process.join()


def _employ(crew: list[_Worker], workers: int, waiting: Iterator[Task], again: deque[tuple[Task, int]]) -> None:
    """Give every idle worker a task, replace who has worked long, dismiss those for whom there is nothing left."""
    for worker in [one for one in crew if one.task is None and one.done >= RENEWED_AFTER]:
        _dismiss(worker, crew)
    idle = [worker for worker in crew if worker.task is None]
    while idle or len(crew) < workers:
        task, tried = again.popleft() if again else (next(waiting, None), 0)
        if task is None:
            break
        worker = idle.pop() if idle else _hired(crew)
        worker.task, worker.tried, worker.at = task, tried, None
        with suppress(OSError):  # it has ended meanwhile: its connection will say so
            worker.connection.send(task)
    for worker in idle:
        _dismiss(worker, crew)


def _heard(worker: _Worker, crew: list[_Worker], again: deque[tuple[Task, int]]) -> Summary | None:
    """Take a worker's message: where it is, what it has done, that something is wrong for all, or that it has ended."""
    assert worker.task is not None
    try:
        message = worker.connection.recv()
    except (EOFError, OSError):
        crew.remove(worker)
        worker.process.join()
        again.append((_after_end(worker), worker.tried + 1))
        return None
    if isinstance(message, BaseException):
        raise message
    if isinstance(message, int):
        worker.at = message
        return None
    return Summary(*message)


def _after_end(worker: _Worker) -> Task:
    """What to do with the task of a worker that has ended: again, then text by text, then without the one it was at."""
    task = worker.task
    assert task is not None
    if worker.at is None and worker.tried >= MOST_STARTS - 1:
        raise UsageError(
            f"processes to work in end before they have begun (exit code {worker.process.exitcode}): too little memory"
            " for the model, or, in a program of your own, no `if __name__ == '__main__':` before the call"
        )
    if worker.at is None or worker.tried == 0:
        return task
    if not task.apart:
        return task._replace(apart=True)
    why = f"the process that worked on it was ended (exit code {worker.process.exitcode}), as when memory runs out"
    return task._replace(given_up=(*task.given_up, (worker.at, why)))


def _hired(crew: list[_Worker]) -> _Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    with _single_threaded():
        process.start()
    theirs.close()
    crew.append(_Worker(process, ours))
    return crew[-1]


def _dismiss(worker: _Worker, crew: list[_Worker]) -> None:
    crew.remove(worker)
    with suppress(OSError):
        worker.connection.send(None)
    worker.process.join()


def _serve(connection: Connection) -> None:
    """Work through what comes until nothing more does, or whoever sent it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who started us, who then ends us
    with suppress(EOFError, OSError):
        while (task := connection.recv()) is not None:
            try:
                message: object = tuple(run(task, connection.send))
            except CndError as error:
                message = error
            connection.send(message)


@contextmanager
def _single_threaded() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
