"""The attack sees what it is to see: a fault, a loss, a process that does not end, and the same inputs each time."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice

import pytest

from attacking import attack, incoming, judging, markup, pdf, running, surroundings, word
from attacking.cases import ACT, Case, Ended, document

OUTCOMES = {
    "read": ({}, "read"),
    "refused": ({"code": 3}, "refused"),
    "too-long": ({"seconds": 31.0}, "too long"),
    "too-long-and-refused": ({"code": 3, "seconds": 31.0, "memory": 2_000.0}, "refused"),
    "never-done": ({"code": -9, "late": True}, "too long"),
    "too-large": ({"memory": 1_025.0}, "too large"),
    "a-fault": ({"code": 1, "err": "cnd: a fault of cnd-tools, not yours"}, "broke down"),
    "a-traceback": ({"err": "Traceback (most recent call last)"}, "broke down"),
    "a-signal": ({"code": -11}, "broke down"),
    "a-message-without-end": ({"code": 2, "err": "x" * 9_000}, "broke down"),
}


@pytest.mark.parametrize("said", OUTCOMES)
def test_what_became_of_a_command(tmp_path, said):
    given, expected = OUTCOMES[said]
    ended = Ended(("docs",), 0, 1.0, 300.0, b"", "", False)._replace(**given)
    assert judging.outcome(Case("a", "a", {}, [["docs"]]), tmp_path, [ended])[0] == expected


def tried(case, tmp_path):
    return {key: attack.tried(case, tmp_path)[key] for key in ("what", "how", "codes")}


def test_a_document_is_read_and_accounted_for(tmp_path):
    case = document("a", "a", f"{ACT}\n\n2. They zuqaaik.\n", ending="txt", holds=["zuqaaik"], small=True)
    assert tried(case, tmp_path) == {"what": "read", "how": "", "codes": [0, 0]}


def test_text_that_is_nowhere_is_lost(tmp_path):
    case = document("a", "a", f"{ACT}\n", ending="txt", holds=["zuqaaik"], small=True)
    assert tried(case, tmp_path)["how"] == "lost without a word: zuqaaik"


def test_text_that_is_said_to_be_left_out_is_not_lost(tmp_path):
    page = f"<html><body><p>{ACT}<p hidden>They zuqaaik."
    case = document("a", "a", page, ending="html", holds=["zuqaaik"], small=True)
    assert tried(case, tmp_path)["what"] == "read"


def test_a_command_that_does_not_end_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "PROCESSOR", 1)
    monkeypatch.setattr(running, "_main", lambda _words: [None for _ in iter(int, 1)])
    ended = running.run(["docs"], tmp_path, {})
    assert ended.late
    assert 0.5 < ended.seconds < 10


def test_a_pipe_nobody_writes_into_is_waited_for_no_longer_than_the_clock(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "CLOCK", 1.0)
    case = Case("a", "a", {}, [["segment", "a.txt"]], incoming._linked("a.txt", None))
    assert tried(case, tmp_path)["what"] == "too long"


def test_the_same_inputs_each_time():
    for made in (word._mutated, pdf._mutated):
        assert made(3).files == made(3).files
        assert made(3).files != made(4).files
    once, again = (list(islice(markup.cases(), 0, 900, 29)) for _ in range(2))
    assert [case.files for case in once] == [case.files for case in again]


def test_no_input_stands_twice():
    names = Counter(
        (case.kind, case.name) for module in (incoming, markup, pdf, surroundings, word) for case in module.cases()
    )
    assert len(names) > 2_500
    assert [name for name, count in names.items() if count > 1] == []


def test_the_table_counts_each_outcome():
    log = [("a", "read"), ("a", "refused"), ("b", "wrong or lost")]
    assert judging.rows(log) == [
        ["a", "2", "1", "1", "0", "0", "0", "0"],
        ["b", "1", "0", "0", "0", "0", "0", "1"],
        ["**all**", "3", "1", "1", "0", "0", "0", "1"],
    ]


def test_a_run_that_was_cut_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(attack, "load", lambda: None)
    monkeypatch.setattr(attack, "cases", lambda: (Case("a", str(n), {}, [["--version"]]) for n in range(3)))
    log = tmp_path / "log.jsonl"
    log.write_text(json.dumps({"kind": "a", "name": "0", "what": "read"}) + "\n")
    chosen = attack.options(["--log", str(log)])
    assert [line["name"] for line in attack.attack(chosen)] == ["0", "1", "2"]
    assert len(log.read_text().splitlines()) == 3


def test_what_a_command_holds_is_measured_in_a_program_of_its_own(tmp_path):
    held = bytearray(300 << 20)
    copy = running.run(["--version"], tmp_path, {})
    assert running.alone(copy, tmp_path, {}).memory + 200 < copy.memory
    assert (copy.code, held[:1]) == (0, b"\0")


def test_the_page_tells_what_is_left():
    line = {"kind": "a", "name": "b", "what": "read", "how": "", "seconds": 2.0, "MiB": 300}
    told = attack.page([line, line | {"name": "c", "what": "too long", "how": "docs: 31 s"}], 2)
    assert "| a | 2 | 1 | 0 | 1 | 0 | 0 | 0 |" in told
    assert "- a, c: too long: docs: 31 s" in told
    assert "`--every 2`" in told
