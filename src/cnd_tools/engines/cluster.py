"""A Dask cluster: the same parts, worked on wherever its workers are, read from and written to what all of them reach.

A worker needs this package and the extra `cluster`; it loads the model once, when its first part comes.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from cnd_tools.dataset.writing import Summary
from cnd_tools.engines.work import Task, run
from cnd_tools.errors import CndError, UsageError, pip_install

RETRIES = 3  # of a part that failed on one worker, elsewhere if there is an elsewhere
AHEAD = 4  # parts a worker may have waiting: enough never to be idle, few enough for the scheduler's memory
PATIENCE = 30  # seconds in which the scheduler is to answer

_ALONE = threading.Lock()


def analyse(tasks: Iterable[Task], *, scheduler: str) -> Iterator[tuple[Task, Summary]]:
    """Run tasks on a cluster and yield what each came to, as it comes.

    Raises:
        UsageError: no scheduler is there, or Dask is not installed.
        CndError: what no other text would mend, as a model that no worker has.
    """
    with _client(scheduler) as client:
        distributed = dask()
        waiting, under_way = iter(tasks), dict[Any, Task]()
        done = distributed.as_completed()
        for task in islice(waiting, _room(client)):
            done.add(_sent(client, task, under_way))
        for future in done:
            task = under_way.pop(future)
            yield task, _summary(future, task)
            future.release()
            for more in islice(waiting, max(_room(client) - len(under_way), 0)):
                done.add(_sent(client, more, under_way))


def on_worker(task: Task) -> tuple[Any, ...]:
    """Do a task where it was sent: one at a time in a process, as spaCy's vocabulary is no matter for two threads."""
    with _ALONE:
        return tuple(run(task))


def _sent(client: Any, task: Task, under_way: dict[Any, Task]) -> Any:
    future = client.submit(on_worker, task, retries=RETRIES, pure=False)
    under_way[future] = task
    return future


def _summary(future: Any, task: Task) -> Summary:
    error = future.exception()
    if error is None:
        return Summary(*future.result())
    if isinstance(error, CndError):
        raise error
    if isinstance(error, dask().KilledWorker):
        # The part ended one worker after another: its texts are lost to us, and named, so that the rest is not.
        why = "every worker that worked on its part was ended, as when memory runs out; analyse it on its own"
        skipped = task._replace(given_up=tuple((place, why) for place in range(len(task.part.texts))))
        return run(skipped)
    raise error


def _room(client: Any) -> int:
    return AHEAD * max(len(client.scheduler_info(n_workers=-1)["workers"]), 1)


def _client(scheduler: str) -> Any:
    try:
        return dask().Client(scheduler, timeout=PATIENCE, name="cnd")
    except (OSError, ValueError) as error:
        raise UsageError(
            f"--scheduler {scheduler}: no Dask scheduler answers there ({error}); start one with: dask scheduler"
        ) from None


def dask() -> Any:
    """Return Dask's `distributed`.

    Raises:
        UsageError: it is not installed.
    """
    try:
        return import_module("distributed")
    except ImportError:
        raise UsageError(f"Dask is not installed: {pip_install('cnd-tools[cluster]')}") from None
