import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from cnd_tools.dataset.reading import Dataset
from cnd_tools.engines import cluster, plan, work
from cnd_tools.engines.bulk import Work, failures
from cnd_tools.engines.plan import Settings
from cnd_tools.errors import UsageError

distributed = pytest.importorskip("distributed")

TEXT = """The Commission,

Recalling its resolution {n}/1, and recognizing the need to protect farmers,

1. Urges Member States to fight corruption at port {n};

2. Requests the Secretariat to report on precursors.
"""


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def start():
    """Start processes of a cluster, each in a session of its own; all are ended."""
    running = []

    def started(*words):
        command = [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        running.append(subprocess.Popen(command, start_new_session=True, **quiet))
        return running[-1]

    yield started
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def address(start):
    port = free_port()
    start("dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    return f"tcp://127.0.0.1:{port}"


def worker(start, address):
    return start("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")


@pytest.fixture
def texts(tmp_path, monkeypatch):
    monkeypatch.setattr(plan, "PART_TEXTS", 5)
    (tmp_path / "texts").mkdir()
    for number in range(60):
        text = TEXT.format(n=number) if number != 33 else "\0\1"
        (tmp_path / "texts" / f"t{number:02}.txt").write_text(text)
    return tmp_path / "texts"


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_worker_is_killed_in_mid_run_and_the_output_is_the_same(texts, tmp_path, start, address):
    here = Work(plan.texts([str(texts)]), Settings(), str(tmp_path / "here"))
    list(here.steps(lambda tasks: ((task, work.run(task)) for task in tasks)))
    workers = [worker(start, address), worker(start, address)]
    steps = []
    there = Work(plan.texts([str(texts)]), Settings(), str(tmp_path / "there"))
    with distributed.Client(address, timeout=60) as client:
        client.wait_for_workers(2, timeout=60)
        homes = {pid: home for home, pid in client.run(os.getpid).items()}
        assert homes.keys() == {one.pid for one in workers}
        for step in there.steps(lambda tasks: cluster.analyse(tasks, scheduler=address)):
            steps.append(step)
            if len(steps) == 2:
                victim = next(one for one in workers if client.processing()[homes[one.pid]])
                os.kill(victim.pid, signal.SIGSTOP)  # in the midst of its work, which it can no longer end
                under_way = client.processing()[homes[victim.pid]]
                os.kill(victim.pid, signal.SIGKILL)
    assert under_way
    assert victim.wait() == -signal.SIGKILL
    assert [one.poll() for one in workers if one is not victim] == [None]
    assert len(steps) == 12
    assert contents(tmp_path / "there") == contents(tmp_path / "here")
    assert [failure.path for failure in failures(steps)] == [str(texts / "t33.txt")]
    assert len(list(Dataset(tmp_path / "there").analyses())) == 59


def test_a_part_that_ends_every_worker_is_named_and_the_rest_is_there(texts, tmp_path):
    class Killed:
        def exception(self):
            return distributed.KilledWorker("task", None, 3)

    (part, *_) = plan.parts(plan.texts([str(texts)]))
    summary = cluster._summary(Killed(), work.Task(part, Settings(), str(tmp_path / "out")))
    assert (summary.documents, len(summary.failed)) == (0, 5)
    assert "memory" in summary.failed[0].message
    assert (tmp_path / "out" / "documents" / "part-000000.parquet").is_file()


def test_no_scheduler(monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    begun = time.monotonic()
    with pytest.raises(UsageError, match="dask scheduler"):
        list(cluster.analyse([], scheduler=f"tcp://127.0.0.1:{free_port()}"))
    with pytest.raises(UsageError, match="no Dask scheduler"):
        list(cluster.analyse([], scheduler="nonsense://x"))
    assert time.monotonic() - begun < 30


def test_object_storage_gives_what_files_give(texts, tmp_path):
    """fsspec's memory file system stands for any: what is read and written goes through the same calls."""
    fsspec = pytest.importorskip("fsspec")
    files = fsspec.filesystem("memory")
    for path in sorted(texts.iterdir())[:12]:
        files.pipe_file(f"/cluster/texts/{path.name}", path.read_bytes())

    def here(tasks):
        return ((task, work.run(task)) for task in tasks)

    steps = list(Work(plan.texts(["memory://cluster/texts"]), Settings(), "memory://cluster/out").steps(here))
    assert sum(step.summary.documents for step in steps) == 12
    for path in files.find("/cluster/out"):
        target = tmp_path / "copy" / path.removeprefix("/cluster/out/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(files.cat_file(path))
    assert [one.document.name for one in Dataset(tmp_path / "copy").analyses()] == [f"t{n:02}" for n in range(12)]
    again = Work(plan.texts(["memory://cluster/texts"]), Settings(), "memory://cluster/out", force=True)
    next(again.steps(here))
    gone_on = Work(plan.texts(["memory://cluster/texts"]), Settings(), "memory://cluster/out")
    assert len(list(gone_on.steps(here))) == len(steps)
