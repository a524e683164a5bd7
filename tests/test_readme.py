"""What the README and the docs show is what the program prints."""

import re
from pathlib import Path

import pytest

from terminal import ROOT, at_terminal

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def examples(page: Path) -> list[tuple[str, str]]:
    """Each command of a page with the output shown for it."""
    return [
        (command, shown)
        for block in BLOCK.findall(page.read_text("utf-8"))
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
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
    import doctest

    monkeypatch.chdir(ROOT)
    source = "\n".join(PYTHON.findall(page.read_text("utf-8")))
    test = doctest.DocTestParser().get_doctest(source, {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


def test_the_readme_shows_commands():
    assert len(examples(ROOT / "README.md")) >= 3
