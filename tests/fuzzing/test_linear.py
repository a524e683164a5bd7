"""Time grows with the text and no faster: each regular expression by itself, then segmenter, readers and trie."""

import gc
import json
import re
import subprocess
import sys
import time
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

import pytest

from cnd_tools.errors import CndError
from cnd_tools.lexicon.patterns import keys, pieces
from cnd_tools.lexicon.trie import Trie
from cnd_tools.reading import document, read_bytes
from cnd_tools.reading.masthead import read_masthead
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.unlabelled_items import begins_item, leads
from fuzzing.adversaries import attacks
from fuzzing.laws import in_time
from fuzzing.profiles import fuzzed
from fuzzing.texts import MARKERS

SIZE = 4_000  # characters: where time grows with their square, they take more than the floor
FLOOR = 0.01  # seconds; in less, nothing of that size was anything but linear
MOST = 10 if fuzzed.derandomize else sys.maxsize  # things a pattern repeats that are tried; `make fuzz` tries all
# What is never given more than so many characters.
SHORT = {"segmenting.clean._LAST": 60}


@cache
def patterns():
    program = Path(__file__).with_name("collect_patterns.py")
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True)
    found = {}
    for line in done.stdout.splitlines():
        name, pattern, flags, methods, of_bytes = json.loads(line)
        name = name.removeprefix("cnd_tools.")
        text = pattern.encode("latin-1") if of_bytes else pattern
        found[f"{name} {pattern[:40]}" if name.endswith(".") else name, text] = re.compile(text, flags), methods
    return found


def seconds(call, text):
    """The least of three times, in seconds of the processor: more was the machine's doing, or the collector's."""
    times = []
    gc.disable()
    try:
        while len(times) < 3 and not (times and times[-1] < FLOOR):
            begun = time.process_time()
            call(text)
            times.append(time.process_time() - begun)
    finally:
        gc.enable()
    return min(times)


def grows(call, text):
    """Whether four times the text takes more than nine times the time; with its square it would be sixteen."""
    return seconds(call, text) > FLOOR and seconds(call, text) > 9 * max(seconds(call, text[: len(text) // 4]), 1e-4)


def calls_of(compiled, methods):
    """What the program does with a pattern; to search is to find every place."""
    for method in methods:
        yield (lambda text: compiled.sub(text[:0], text)) if method == "search" else getattr(compiled, method)


def test_patterns_are_collected():
    assert len(patterns()) > 100
    names = {name for name, _ in patterns()}
    assert {"segmenting.labels._LABEL", "reading.masthead._WIDE", "segmenting.furniture._HEAD"} <= names


def test_no_pattern_takes_more_than_linear_time():
    slow = {}
    for (name, text), (compiled, methods) in patterns().items():
        shown = text if isinstance(text, str) else text.decode("latin-1")
        for attack in attacks(shown, compiled.flags & ~re.UNICODE, SHORT.get(name, SIZE), MOST):
            given = attack if isinstance(text, str) else attack.encode("latin-1", "replace")
            with in_time(10):
                if any(grows(call, given) for call in calls_of(compiled, methods)):
                    slow.setdefault(name, attack[:60])
    assert slow == {}


def segmented(text):
    segment(document(text, name="x"))


def read(kind, text):
    with suppress(CndError):
        read_bytes(text.encode(), name="x", kind=kind)


def twice_the_time(call, text):
    """Hold that four times a text takes no more than nine times the time of the text."""
    with in_time(60):
        short = max(seconds(call, text), FLOOR)
        assert seconds(call, text * 4) < 9 * short


LINES = [f"{marker} Text{end}" for marker in MARKERS for end in (";\n", ":\n\n")]
RUNS = [
    "A/",
    "a-",
    ". ",
    "1 ",
    "(a) ",
    "“x: ",
    "\x0b",
    "\f",
    "1. “",
    "x1 ",
    "____\n1 ",
    "_ ",
    "x   ",
    "\n \n",
    "A\n",
    "A-A’",
]


@pytest.mark.parametrize("part", LINES[:: 1 if not fuzzed.derandomize else 6] + RUNS)
def test_segmenting_is_linear(part):
    twice_the_time(segmented, part * (4_000 // len(part)))


# What may begin paragraphs that run together on a line, lists inside them, and recitals.
TOGETHER = [
    "1. A b c. ",
    "1. It met: 1. A. 2. B. ",
    "Smith, J., 1. ",
    "a; • b ",
    "(a) A; (b) B; ",
    ", Noting a ",
    "The A, ",
]


@pytest.mark.parametrize("part", TOGETHER)
def test_parting_a_line_is_linear(part):
    twice_the_time(segmented, part * (4_000 // len(part)))


def test_parting_a_line_that_counts_on_is_linear():
    paragraph = "{}. It met at noon: 1. A. 2. B. Then it lent nets to all ports of the bay, Noting that. "
    twice_the_time(segmented, "".join(paragraph.format(number) for number in range(1, 100)))


HEADS = [
    "A/91/7\n",
    "Convention on\n",
    "Distr.: General\n",
    "Original: English\n",
    "A/1/2   ",
    "The Parties ",
    "Article 1\n",
]


@pytest.mark.parametrize("start", ["", "A/91/7\n9 May 2031\n"])
@pytest.mark.parametrize("part", HEADS)
def test_a_masthead_is_linear(start, part):
    twice_the_time(lambda text: read_masthead(start + text), part * (4_000 // len(part)))


@pytest.mark.parametrize("part", ["to ", ":", "ly ", "ending "])
def test_items_without_labels_are_linear(part):
    twice_the_time(lambda text: begins_item(text, leads(text)), part * (4_000 // len(part)))


MARKED = [
    "*",
    "_a ",
    "[",
    "![",
    "[a](",
    "`",
    "> ",
    "- ",
    "1. ",
    "<b>",
    "&amp",
    "|a",
    "\\",
    "a\n",
    "    a\n\n",
    "[^1] ",
    "* *",
]


@pytest.mark.parametrize("start", ["", "a [^1]\n\n[^1]: "])
@pytest.mark.parametrize("part", MARKED)
def test_markdown_is_linear(start, part):
    twice_the_time(lambda text: read("markdown", start + text), part * (600 // len(part)))


TAGGED = [
    "<p>",
    "<ul><li>",
    "<table><tr><td>",
    "<b>a",
    "<sup>1</sup> ",
    "<a href='#n'>",
    "<br>",
    "<!--",
    "&amp;",
    "a ",
    "<h1>a</h1>",
]


@pytest.mark.parametrize("part", TAGGED)
def test_html_is_linear(part):
    twice_the_time(partial(read, "html"), "<html>" + part * (4_000 // len(part)))


def test_a_note_of_very_many_lines_is_put_together_once():
    data = b"a [^1]\n\n[^1]: x\n" + b"y\n" * 300_000
    with in_time(10):
        assert read_bytes(data, name="x", kind="markdown").text.endswith("1 x" + " y" * 300_000 + "\n")


def test_a_pattern_of_many_gaps_is_found_in_linear_time():
    trie = Trie()
    trie.add(" ~ ".join(["a"] * 10), "gaps")
    with in_time(10):
        assert {match.value for match in trie.matches([keys(piece) for piece in pieces("a " * 300)])} == {"gaps"}
