"""Texts whose words would be commands to a terminal, a spreadsheet or a browser."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import subprocess
import sys

import openpyxl
import pytest

OBEYED = "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J bell\x07 back\u202eward zero\u200bwidth"
FORMULAS = ['=HYPERLINK("http://a.example","b")', "+1+1", "-1+1", "@SUM(1)", "＝1+1"]
SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)> & "quoted" \''


@pytest.fixture
def text(folder):
    """Write a text of these words, a point each."""

    def write(*words):
        (folder / "a.txt").write_text("\n\n".join(f"{n}. {said}" for n, said in enumerate(words, 1)) + "\n")

    return write


def texts(written: str) -> list[str]:
    return [row["text"] for row in json.loads(written)]


@pytest.mark.parametrize(
    "words", [["segment"], ["show"], ["find", "act"], ["find", "act", "--csv"], ["segment", "--json"]]
)
def test_terminal_escapes(text, folder, kept_promise, words):
    text(f"States should act {OBEYED}")
    command, *options = words
    ours, theirs = pty.openpty()
    line = [sys.executable, "-m", "cnd_tools", command, *options, "a.txt"]
    if command == "show":
        line.append("--no-store")
    running = subprocess.Popen(
        line, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"}
    )
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 1 << 16):
            seen += chunk
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    shown = re.sub(r"\x1b\[[0-9;]*m|\r\n", "", seen.decode())  # our own colours
    assert running.wait() == 0
    assert r"\x1b" in re.sub(r"\s", "", shown) or r"\u001b" in shown
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e\u200b]", shown)


def test_bidi_controls_in_a_pipe(text, cnd):
    text(f"States should act {OBEYED}")
    assert r"\x1b[31mred\x1b[0m" in (shown := cnd("segment", "a.txt").out)
    assert r"back\u202eward zero\u200bwidth" in shown
    assert r"back\\u202eward" in cnd("segment", "a.txt", "--format", "markdown").out
    assert texts(cnd("segment", "a.txt", "--json").out) == [f"States should act {OBEYED}"]


def test_escapes_in_messages(cnd, folder):
    (folder / "a\x1b[31m.txt").write_bytes(b"\xff\xff\xff")
    assert r"a\x1b[31m.txt:1: byte 0" in cnd("segment", "a\x1b[31m.txt").err
    assert r"\x1b[31m: no file matches" in cnd("segment", "\x1b[31m").err
    assert r"\x1b: no such file" in cnd("segment", "\x1b").err


@pytest.mark.parametrize("said", ["[red]text[/red]", "[/foo]", "[bold", ":smile: [link=http://a.example]x[/link]"])
def test_brackets_are_text(text, cnd, said):
    text(f"States should act {said}.")
    assert said in cnd("segment", "a.txt").out
    assert said in cnd("show", "a.txt").out


def test_formulas_in_csv(text, cnd):
    text(*FORMULAS)
    for options, mark in ((["--csv"], "'"), (["--format", "tsv"], "'"), (["--csv", "--raw"], "")):
        ended = cnd("segment", "a.txt", "--columns", "text", *options)
        rows = list(csv.reader(ended.out.splitlines(), delimiter="\t" if "tsv" in options else ","))
        assert rows[1:] == [[mark + said] for said in FORMULAS]
        assert ("--raw leaves them exact" in ended.err) == bool(mark)
    assert texts(cnd("segment", "a.txt", "--json").out) == FORMULAS


def test_formulas_in_a_workbook(text, cnd):
    text(*FORMULAS)
    cnd("export", "a.txt", "-o", "a.xlsx")
    cells = [cell for row in openpyxl.load_workbook("a.xlsx")["points"].iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.value in FORMULAS] == FORMULAS
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_html_is_text(text, cnd, folder):
    text(f"States should cooperate {SCRIPT} against drug trafficking.", f"Member States shall report {SCRIPT}.")
    (folder / "<b>b.txt").write_bytes((folder / "a.txt").read_bytes())
    cnd("report", "a.txt", "<b>b.txt", "-o", "report.html")
    cnd("export", "<b>b.txt", "-o", "drawn.html")
    for page in ("report.html", "drawn.html"):
        written = (folder / page).read_text()
        assert "alert(1)" in written
        assert "<script>alert" not in written
        assert "<img src=x" not in written
        assert "<b>b" not in written


def test_markdown_is_text(text, cnd):
    text(f"States | `should` *act* {SCRIPT}")
    written = cnd("segment", "a.txt", "--format", "markdown", "--columns", "text").out
    assert r"States \| \`should\` \*act\* \<script\>" in written
