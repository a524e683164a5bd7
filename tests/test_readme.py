"""What the README and the docs show is what the program prints; `python tests/test_readme.py` writes it anew."""

import contextlib
import doctest
import io
import os
import re
from pathlib import Path

import pytest

from terminal import ROOT, at_terminal

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def examples(page: Path) -> list[tuple[str, str]]:
    """Each command of a page with the output shown for it."""
    return [
        (command, shown)
        for block in BLOCK.findall(page.read_text("utf-8"))
        for command, shown in COMMAND.findall(block)
    ]


EXAMPLES = [pytest.param(*example, id=f"{page.name}: {example[0]}") for page in PAGES for example in examples(page)]


@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_the_output_shown_is_the_output(command, shown):
    printed = [line.rstrip() for line in at_terminal(command).splitlines()]
    expected = [line.rstrip() for line in shown.splitlines()]
    if expected and expected[-1] == "…":  # the rest is left out
        printed, expected = printed[: len(expected) - 1], expected[:-1]
    assert printed == expected


@pytest.mark.parametrize("page", [page for page in PAGES if PYTHON.search(page.read_text("utf-8"))], ids=str)
def test_the_python_shown_works(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    source = "\n".join(PYTHON.findall(page.read_text("utf-8")))
    test = doctest.DocTestParser().get_doctest(source, {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


def test_the_readme_shows_commands():
    assert len(examples(ROOT / "README.md")) >= 2


def written_anew(page: Path) -> str:
    """The page with the output of its commands as it is now; an output that ends in "…" keeps its length."""

    def output(found: re.Match[str]) -> str:
        command, shown = found[1], found[2].splitlines()
        printed = [line.rstrip() for line in at_terminal(command).splitlines()]
        if shown and shown[-1] == "…":
            printed = [*printed[: len(shown) - 1], "…"]
        return "\n".join([f"$ {command}", *printed, ""])

    def block(found: re.Match[str]) -> str:
        return f"```console\n{COMMAND.sub(output, found[1])}```"

    names: dict[str, object] = {}

    def python(found: re.Match[str]) -> str:
        lines = ["```pycon"]
        for example in doctest.DocTestParser().get_examples(found[1]):
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(example.source, str(page), "single"), names)
            lines += [f">>> {example.source.rstrip()}", *printed.getvalue().splitlines()]
        return "\n".join([*lines, "```"])

    return PYTHON.sub(python, BLOCK.sub(block, page.read_text("utf-8")))


if __name__ == "__main__":
    os.chdir(ROOT)
    for one in PAGES:
        one.write_text(written_anew(one), "utf-8")
