import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from cnd_tools.dataset.reading import Dataset
from cnd_tools.engines import bulk, local, plan, work
from cnd_tools.engines.bulk import Work, failures
from cnd_tools.engines.plan import Part, Settings, Text
from cnd_tools.engines.work import Task
from cnd_tools.errors import OutputFailed, RefusedInput, UsageError
from cnd_tools.pipeline import analyse
from cnd_tools.reading import read
from cnd_tools.segmenting import segment

TEXT = """The Commission,

Recalling its resolution {n}/1, and recognizing the need to protect farmers,

1. Urges Member States to fight corruption at port {n};

2. Requests the Secretariat:

(a) To report on precursors;

(b) To consult the International Narcotics Control Board.
"""


PLAIN = Settings()


def in_process(tasks):
    return ((task, work.run(task)) for task in tasks)


def in_two_processes(tasks):
    return local.analyse(tasks, workers=2)


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def done(texts, folder, engine=in_process, settings=PLAIN, **options):
    return list(Work(plan.texts([str(texts)]), settings, str(folder), **options).steps(engine))


@pytest.fixture
def texts(tmp_path, monkeypatch):
    """Twelve texts, four a part."""
    monkeypatch.setattr(plan, "PART_TEXTS", 4)
    (tmp_path / "texts").mkdir()
    for number in range(12):
        (tmp_path / "texts" / f"t{number:02}.txt").write_text(TEXT.format(n=number))
    return tmp_path / "texts"


def test_a_dataset_is_what_each_text_gives_alone(texts, tmp_path):
    steps = done(texts, tmp_path / "out")
    assert [step.summary.documents for step in steps] == [4, 4, 4]
    found = list(Dataset(tmp_path / "out").analyses())
    assert found == [analyse(segment(read(path))) for path in sorted(texts.iterdir())]
    assert all(one.actions and one.positions and one.themes and one.actors for one in found)


def test_the_same_bytes_whatever_the_workers_and_the_order(texts, tmp_path):
    done(texts, tmp_path / "one")
    done(texts, tmp_path / "two", in_two_processes)
    backwards = [str(path) for path in sorted(texts.iterdir(), reverse=True)]
    list(Work(plan.texts(backwards), Settings(), str(tmp_path / "three")).steps(in_process))
    assert contents(tmp_path / "one") == contents(tmp_path / "two") == contents(tmp_path / "three")
    assert len(contents(tmp_path / "one")) == 3 * 7 + 1


def test_a_bad_text_does_not_stop_the_rest(texts, tmp_path):
    (texts / "t05.txt").write_bytes(b"1. Caf\xe9.\n")
    (texts / "t06.txt").write_bytes(b"\0\1\2" * 99)
    (texts / "t07.txt").write_text("")
    steps = done(texts, tmp_path / "out")
    failed = failures(steps)
    assert [failure.path for failure in failed] == [str(texts / "t05.txt"), str(texts / "t06.txt")]
    assert "--encoding" in failed[0].message
    names = [one.document.name for one in Dataset(tmp_path / "out").analyses()]
    assert names == [f"t{number:02}" for number in range(12) if number not in (5, 6)]
    assert len(json.loads((tmp_path / "out" / "dataset.json").read_text())["failed"]) == 2


def test_a_text_that_makes_us_fail_is_found_and_left_out(texts, tmp_path, monkeypatch):
    from cnd_tools.extracting import documents

    learn = documents.learn_short_names

    def failing(text, **options):
        if "port 9" in text:
            raise ZeroDivisionError("nine")
        return learn(text, **options)

    monkeypatch.setattr(documents, "learn_short_names", failing)
    (failure,) = failures(done(texts, tmp_path / "out"))
    assert failure.path == str(texts / "t09.txt")
    assert "ZeroDivisionError: nine" in failure.message
    assert len(list(Dataset(tmp_path / "out").analyses())) == 11


def test_a_text_refused_only_when_it_is_analysed_is_left_out_too(texts, tmp_path, monkeypatch):
    from cnd_tools.extracting import documents

    learn = documents.learn_short_names

    def refusing(text, **options):
        if "port 9" in text:
            raise RefusedInput("t09.txt:5: too long to be parsed")
        return learn(text, **options)

    monkeypatch.setattr(documents, "learn_short_names", refusing)
    (failure,) = failures(done(texts, tmp_path / "out"))
    assert failure == (str(texts / "t09.txt"), "t09.txt:5: too long to be parsed")
    assert len(list(Dataset(tmp_path / "out").analyses())) == 11


def test_strict_refuses_gaps(texts, tmp_path):
    (texts / "t03.txt").write_text("1. One.\n\n3. Three.\n")
    assert failures(done(texts, tmp_path / "out")) == []
    (failure,) = failures(done(texts, tmp_path / "out2", settings=Settings(strict=True)))
    assert "t03.txt:3" in failure.message


def test_interrupted_work_goes_on(texts, tmp_path, monkeypatch):
    done(texts, tmp_path / "whole")
    steps = Work(plan.texts([str(texts)]), Settings(), str(tmp_path / "out")).steps(in_process)
    next(steps)
    steps.close()
    with pytest.raises(RefusedInput, match="unfinished"):
        Dataset(tmp_path / "out")
    (tmp_path / "out" / "documents" / "part-000001.parquet").write_bytes(b"half")  # as no write of ours leaves it
    worked = []

    def counting(tasks):
        for task, summary in in_process(tasks):
            worked.append(task.part.number)
            yield task, summary

    assert len(done(texts, tmp_path / "out", counting)) == 3
    assert worked == [1, 2]
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_another_dataset_is_replaced_only_by_force(texts, tmp_path):
    done(texts, tmp_path / "out")
    with pytest.raises(UsageError, match="finished; --force"):
        done(texts, tmp_path / "out")
    (texts / "t11.txt").unlink()
    (tmp_path / "out" / "mine.txt").write_text("kept")
    done(texts, tmp_path / "out", force=True)
    assert len(list(Dataset(tmp_path / "out").analyses())) == 11
    assert (tmp_path / "out" / "mine.txt").read_text() == "kept"
    next(Work(plan.texts([str(texts)]), Settings(), str(tmp_path / "new")).steps(in_process))
    (texts / "t10.txt").write_text("1. Changed.")
    with pytest.raises(UsageError, match="other texts"):
        done(texts, tmp_path / "new")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("kept")
    with pytest.raises(UsageError, match="other things"):
        done(texts, tmp_path / "full")


def test_what_is_wrong_for_all_texts_stops_the_work(texts, tmp_path):
    with pytest.raises(UsageError, match="no_such_model"):
        done(texts, tmp_path / "out", settings=Settings(model="no_such_model"))
    (tmp_path / "lexicon.toml").write_text("[[theme]]\n")
    wrong = Settings(lexicon=(str(tmp_path / "lexicon.toml"),))
    with pytest.raises(RefusedInput, match=r"lexicon\.toml, line 1"):
        done(texts, tmp_path / "out", in_two_processes, wrong)


def test_a_worker_that_does_not_end_is_ended(monkeypatch):
    monkeypatch.setattr(local, "GRACE", 0.2)
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"
    running = subprocess.Popen([sys.executable, "-c", deaf], stdout=subprocess.PIPE)
    running.stdout.readline()

    class Process:
        terminate, kill = running.terminate, running.kill

        def join(self, within=None):
            with suppress(subprocess.TimeoutExpired):
                running.wait(within)

    local._end([local._Worker(Process(), None)])
    running.stdout.close()
    assert running.returncode == -signal.SIGKILL


def test_output_that_cannot_be_written(texts, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputFailed):
        done(texts, tmp_path / "file" / "out")


def test_a_killed_worker_is_replaced_and_its_part_done_again(texts, tmp_path):
    done(texts, tmp_path / "whole")
    killed = []

    def killing(tasks):
        found = local.analyse(tasks, workers=2)
        for task, summary in found:
            if not killed:
                crew = found.gi_frame.f_locals["crew"]
                killed.append(next(worker for worker in crew if worker.task is not None).process)
                os.kill(killed[0].pid, signal.SIGKILL)
            yield task, summary

    done(texts, tmp_path / "out", killing)
    assert killed[0].exitcode == -signal.SIGKILL
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_nothing_is_left_of_what_a_killed_worker_had_begun_to_write(texts, tmp_path):
    done(texts, tmp_path / "whole")
    next(Work(plan.texts([str(texts)]), PLAIN, str(tmp_path / "out")).steps(in_process))
    for name in (".dataset.json.x1.part", "actors/.part-000001.parquet.x2.part"):
        (tmp_path / "out" / name).write_bytes(b"PAR")
    done(texts, tmp_path / "out")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_a_text_that_ends_its_worker_is_given_up():
    """What is decided after each end of a worker, down to the text that is to blame."""
    part = Part(0, tuple(Text(name, f"{name}.txt", 1, "") for name in "abc"))

    class Ended:
        exitcode = -9

    worker = local._Worker(Ended(), None, Task(part, Settings(), "out"))
    assert local._after_end(worker) == worker.task
    worker.tried = 1
    assert local._after_end(worker) == worker.task  # it had not begun
    worker.at = 0
    worker.task = local._after_end(worker)
    assert (worker.task.apart, worker.task.given_up) == (True, ())
    worker.tried, worker.at = 2, 1
    (given_up,) = local._after_end(worker).given_up
    assert given_up[0] == 1
    assert "memory" in given_up[1]


def test_processes_that_never_begin_are_not_started_for_ever(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT.format(n=1))
    words = ["cnd", "analyse", "a.txt", "-o", "out", "--workers", "1", "--quiet"]
    program = f"import sys; sys.argv = {words}; from cnd_tools.cli.running import main; main()"
    # What is typed into Python has no file that a worker could begin with.
    done = subprocess.run(
        [sys.executable, "-"], input=program, capture_output=True, text=True, cwd=tmp_path, timeout=120, check=False
    )
    assert done.returncode == 2
    assert "cnd: processes to work in end before they have begun (exit code 1): " in done.stderr


def test_texts_given_up_are_failures_and_the_others_are_there(texts, tmp_path):
    (part, *_) = plan.parts(plan.texts([str(texts)]))
    seen = []
    task = Task(part, Settings(), str(tmp_path / "out"), apart=True, given_up=((2, "ended"),))
    summary = work.run(task, seen.append)
    assert (summary.documents, seen) == (3, [0, 1, 2, 3])
    assert summary.failed == ((str(texts / "t02.txt"), "ended"),)


def heeding():
    """Heed Ctrl-C even where these tests run in a shell's background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_the_program_is_ended_in_mid_run_and_run_again(tmp_path, end):
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(800):  # two parts, one after the other
        (texts / f"t{number:03}.txt").write_text(TEXT.format(n=number))
    line = [sys.executable, "-m", "cnd_tools", "analyse", str(texts), "--workers", "1", "-o"]
    told = {"stderr": subprocess.PIPE, "text": True, "preexec_fn": heeding}
    running = subprocess.Popen([*line, str(tmp_path / "out")], **told)
    ends = time.monotonic() + 240
    while not list(tmp_path.glob("out/documents/part-*.parquet")) and time.monotonic() < ends:
        time.sleep(0.02)
    running.send_signal(end)
    said = running.communicate(timeout=300)[1]  # until the workers of one that was killed have noticed
    assert running.returncode == (130 if end == signal.SIGINT else -signal.SIGKILL)
    assert "Traceback" not in said
    assert json.loads((tmp_path / "out" / "dataset.json").read_text())["complete"] is False
    documents = tmp_path / "out" / "documents"
    ended = {path: path.stat().st_mtime_ns for path in documents.glob("part-*")}
    assert ended
    for place in ("out", "whole"):
        subprocess.run([*line, str(tmp_path / place), "--quiet"], check=True)
    assert {path: path.stat().st_mtime_ns for path in ended} == ended
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_renewed_workers_do_all_the_same(texts, tmp_path, monkeypatch):
    done(texts, tmp_path / "whole")
    monkeypatch.setattr(local, "RENEWED_AFTER", 1)
    done(texts, tmp_path / "out", in_two_processes)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_code_is_what_a_dataset_was_made_with(texts, tmp_path, monkeypatch):
    next(Work(plan.texts([str(texts)]), Settings(), str(tmp_path / "out")).steps(in_process))
    monkeypatch.setattr(bulk.keys, "code", lambda: "other")
    with pytest.raises(UsageError, match="other texts or settings"):
        done(texts, tmp_path / "out")


def test_unknown_pages_and_long_files_come_back(tmp_path):
    """A Word file may not say where its pages begin; a web page may have more lines than its text has characters."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "long.html").write_text("<head>" + "\n" * 300 + "</head><p>1. States should act.</p>")
    shutil.copy(Path(__file__).parents[1] / "cases" / "docx_pages_unknown.docx", texts / "word.docx")
    done(texts, tmp_path / "out")
    found = {point.document: point for one in Dataset(tmp_path / "out").analyses() for point in one.points}
    assert found["word"].page is None
    assert found["long"].line == 301
