"""Plain texts as they should not be."""

from __future__ import annotations

import codecs
import os
import time

import pytest

import cnd_tools
from reliability.whole import assert_whole

TEXT = "1. The Commission’s delegates:\n\n(a) Adopt a café – naïve;\n\n2. Others agree.\n"
POINTS = ["1 The Commission’s delegates:", "1(a) Adopt a café – naïve;", "2 Others agree."]
MANY = 100_000
LARGE = 100 if "CND_SLOW" in os.environ else 5  # MB; a hundred take a minute

REFUSED = {
    "utf-16-without-mark": (TEXT.encode("utf-16-le"), "UTF-16 without a byte order mark; try --encoding utf-16-le"),
    "windows-1252": (TEXT.encode("cp1252"), "a.txt:1: byte 17 (0x92) is not UTF-8; try --encoding windows-1252"),
    "mac-roman": (TEXT.encode("mac_roman"), "a.txt:1: byte 17 (0xD5) is not UTF-8; try --encoding mac_roman"),
    "mixed": (
        TEXT.encode() + TEXT.encode("cp1252"),
        "a.txt:6: byte 99 (0x92) is not UTF-8; but other parts are: perhaps windows-1252",
    ),
    "nul": (b"1. One\n2. Two\0\n", "a.txt:2: byte 13 is NUL"),
    "binary": (bytes(range(256)) * 9, "is NUL or follows one: a binary file, not a text"),
    "image": (b"\x89PNG\r\n\x1a\n", "this is a PNG image; run text recognition on it first"),
    "cut-off": (codecs.BOM_UTF16_LE + b"1\0.", "a.txt:1: byte 4 (0x2E) is not UTF-16-LE"),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_refused(cnd, folder, fault):
    data, message = REFUSED[fault]
    (folder / "a.txt").write_bytes(data)
    (folder / "out.csv").write_text("old")
    ended = cnd("segment", "a.txt", "-o", "out.csv", "--force")
    assert message in ended.err
    assert ended.err.count("\n") == 1
    assert (folder / "out.csv").read_text() == "old"


READ = {
    "named-encoding": (TEXT.encode("cp1252"), TEXT, ["--encoding", "windows-1252"]),
    "utf-8-among-others": (TEXT.encode(), TEXT, ["--encoding", "windows-1252"]),
    "mark-utf-8": (codecs.BOM_UTF8 + TEXT.encode(), TEXT, []),
    "mark-utf-16": (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT, []),
    "mark-utf-16-be": (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT, ["--encoding", "mac_roman"]),
    "mark-utf-32": (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), TEXT, []),
    "mark-utf-32-be": (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), TEXT, []),
    **{
        f"line-ends-{name}": (TEXT.replace("\n", end).encode(), TEXT.replace("\n", end), [])
        for name, end in {"cr": "\r", "crlf": "\r\n", "ff": "\n\f", "nel": "\x85", "u2028": "\u2028"}.items()
    },
    "line-ends-mixed": (
        (mixed := "\r".join(TEXT.split("\n", 2)).replace("\n\n", "\n\r\n\x0c\u2029")).encode(),
        mixed,
        [],
    ),
}


@pytest.mark.parametrize("fault", READ)
def test_read(cnd, folder, fault):
    data, text, options = READ[fault]
    (folder / "a.txt").write_bytes(data)
    assert assert_whole(cnd, "a.txt", text, *options) == POINTS


@pytest.mark.parametrize("text", ["", " \n\t\r\n\f", "\ufeff"], ids=["empty", "blank", "mark-alone"])
@pytest.mark.parametrize("command", ["segment", "themes", "docs"])
def test_nothing_there(cnd, folder, text, command):
    (folder / "a.txt").write_bytes(text.encode())
    ended = cnd(command, "a.txt", "--json")
    assert "a.txt:1: warning: no text found" in ended.err
    assert (ended.out == "[]\n") == (command != "docs")


def test_one_giant_line(cnd, folder):
    text = "1. " + "States should act on this. " * 50_000
    (folder / "a.txt").write_text(text)
    (point,) = assert_whole(cnd, "a.txt", text)
    assert point.split() == text.replace("1.", "1").split()


@pytest.mark.parametrize("command", [["actions"], ["show"], ["find", "act", "--lemma"]], ids=lambda words: words[0])
def test_a_point_too_long_to_parse(cnd, folder, command):
    (folder / "a.txt").write_text("1. Short.\n\n2. " + "States should act. " * 6_000 + "\n")
    ended = cnd(*command, "a.txt")
    assert "a.txt:3: point 2 has 113999 characters, at most 100000 can be analysed; part it" in ended.err
    assert ended.out == ""


def test_many_points(cnd, folder):
    text = "".join(f"{number}. Act.\n\n" for number in range(1, MANY + 1))
    (folder / "a.txt").write_text(text)
    begun = time.process_time()
    made = cnd_tools.segment("a.txt")
    assert [text[point.start : point.end].split() for point in made.points] == [p.text.split() for p in made.points]
    assert len(made.points) == MANY
    assert made.ledger.get("none", 0) == 0
    ended = cnd("segment", "a.txt", "--ledger", "--no-store")
    assert time.process_time() - begun < 60
    # The numbers have five digits from 10,000 on, of which nobody wants to be told each time.
    assert len(ended.err.splitlines()) < 50
    assert " more of the kind " in ended.err.splitlines()[-1]


@pytest.mark.parametrize("indent", ["", "  "], ids=["flush", "indented"])
def test_deep_outline(cnd, folder, indent):
    labels = ["1.", "(a)", "(i)", "a.", "i.", "-", "*", "(1)", "A."] * 300
    text = "\n\n".join(f"{indent * place}{label} Act." for place, label in enumerate(labels))
    (folder / "a.txt").write_text(text)
    begun = time.process_time()
    assert_whole(cnd, "a.txt", text)
    assert time.process_time() - begun < 30


def test_a_large_text(program, folder):
    with open("a.txt", "w") as out:
        for number in range(1, LARGE * 12_000):
            text = (
                f"{number % 9000 + 1}. States should act together on what {number} others have\nasked for by law.\n\n"
            )
            out.write(text)
    memory = 1_500_000 + 65_000 * LARGE  # KiB
    large = {"CND_BUDGET": "characters=200000000,lines=9000000"}
    line = f"ulimit -v {memory}; cnd segment a.txt --ledger --csv -q --no-store"
    done = program(line, env=large, within=600)
    ledger = dict(line.split(",")[1:3] for line in done.out.splitlines()[1:])
    assert sum(map(int, ledger.values())) == os.path.getsize("a.txt")
    assert ledger.get("none", "0") == "0"
