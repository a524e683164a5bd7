"""First screens as golden files: what each command shows at a terminal of 80 and of 120 columns.

`python tests/cli/test_screens.py` writes `tests/cli/screens/` anew; read the difference.
"""

import re
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).with_name("screens")
sys.path.insert(0, str(ROOT / "docs"))

from making.examples import run  # noqa: E402

# Sentences of which nobody doubts what is in them, so that a screen changes when the screen does, not a rule.
TEXTS = {
    "first.txt": """\
Commission on Narcotic Drugs
Fifty-second session
11 March 2009

I. Responsibility

1. Participants emphasized that UNODC should provide technical assistance.

2. The Chair summarized the discussion as follows:

(a) Member States must not criminalize people who use drugs, whatever the circumstances in which they are met and
whatever the laws that were in force in their countries when they were arrested by the police;

(b) Several delegations stressed that Governments should prevent corruption and money-laundering;

(c) Treatment was needed.

II. A second heading that goes on for so long that no terminal of eighty columns could ever show all of its words

3. It was noted that non-governmental organizations should be invited to support treatment.
""",
    "second.txt": "1. States should ratify the Convention against corruption.\n\n2. Nothing else was said.\n",
}
COMMANDS = {
    "docs": "cnd docs first.txt second.txt",
    "segment": "cnd segment first.txt",
    "segment-all": "cnd segment first.txt second.txt --all",
    "themes": "cnd themes first.txt second.txt",
    "actors": "cnd actors first.txt",
    "positions": "cnd positions first.txt",
    "actions": "cnd actions first.txt",
    "show": "cnd show first.txt 2b",
    "find": 'cnd find "should" first.txt second.txt',
    "find-nothing": "cnd find correption first.txt second.txt",
    "terms": "cnd terms first.txt second.txt --least 5",
    "citations": "cnd citations first.txt second.txt",
    "norms": "cnd norms first.txt second.txt",
    "nothing-due": "cnd due first.txt",
    "strength": "cnd compare first.txt second.txt --by strength",
    "paragraphs": "cnd compare first.txt second.txt --by paragraphs --theme corruption",
    "find-chosen": 'cnd find "should" first.txt second.txt --section responsibility',
    "find-nothing-chosen": "cnd find noted first.txt --section responsibility --codebook sdg",
    "empty": "cnd actions second.txt --section nothing --where \"point = '2'\"",
}
WIDTHS = (80, 120)


def shown(name, width, folder):
    for file, text in TEXTS.items():
        (folder / file).write_text(text, "utf-8")
    printed, _ = run(COMMANDS[name], folder, width=width)
    return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_screen_is_as_it_was(name, width, tmp_path):
    printed = shown(name, width, tmp_path)
    assert printed == (GOLDEN / f"{name}-{width}.screen").read_text("utf-8"), "python tests/cli/test_screens.py"
    assert max(map(len, printed.splitlines())) <= width


@pytest.mark.parametrize("name", COMMANDS)
def test_each_screen_ends_in_what_to_type_next(name, tmp_path):
    assert shown(name, 80, tmp_path).splitlines()[-1].startswith("Next:  cnd ")


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_proposed_can_be_typed(name, tmp_path):
    for line in shown(name, 80, tmp_path).splitlines()[-1].removeprefix("Next:  ").split("    "):
        assert run(line, tmp_path)[1] == 0, line


def test_the_doctor_has_one_line_when_all_is_well(tmp_path):
    (line,) = run("cnd doctor", tmp_path)[0].splitlines()
    assert re.fullmatch(r"All is well: cnd-tools [\d.]+, python [\d.]+, \d+ checks.* \(cnd doctor --all\)", line)
    assert len(run("cnd doctor --all", tmp_path)[0].splitlines()) > 20


def test_the_store_has_units(tmp_path):
    shown("themes", 80, tmp_path)
    *kinds, total, _, following = run("cnd store info", tmp_path)[0].splitlines()
    assert any(re.fullmatch(r" labels +\d+ results +\d+\.\d kB", line) for line in kinds)
    assert re.fullmatch(r"[\d,]+ cached results, [\d.]+ kB of [\d.]+ MB \((less than )?[\d.]+ %\) in", total)
    assert following.startswith("Next:  cnd store clear")


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("cnd export first.txt -o a.db", "a.db written: 1 text, 6 paragraphs"),
        ("cnd report first.txt second.txt -o a.html", "a.html written: 2 texts, 8 paragraphs"),
        ("cnd plot first.txt --by themes -o a.svg", "a.svg written: 1 text, 6 paragraphs"),
        ("cnd compare first.txt second.txt -o a.docx", "a.docx written: 2 texts, 8 paragraphs"),
        ("cnd actions first.txt second.txt -o a.csv", "a.csv written: 6 rows of actions"),
        ("cnd compare first.txt second.txt -o a.txt", "a.txt written: 2 texts, 8 paragraphs"),
        ("cnd citations second.txt --graph a.graphml", "a.graphml written: 1 text, 2 paragraphs"),
        (
            "cnd evaluate --template first.txt -o a.xlsx",
            "a.xlsx written: 6 paragraphs to code; filled in, it goes back: cnd evaluate a.xlsx first.txt",
        ),
        ("cnd export first.txt -q -o b.db", ""),
        ("cnd actions first.txt -q -o b.csv", ""),
    ],
)
def test_what_is_written_is_said(line, written, tmp_path):
    shown("docs", 80, tmp_path)
    assert run(line, tmp_path)[0].strip() == written


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for one in COMMANDS:
            for columns in WIDTHS:
                (GOLDEN / f"{one}-{columns}.screen").write_text(shown(one, columns, Path(place)), "utf-8")
