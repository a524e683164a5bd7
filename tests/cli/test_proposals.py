"""What a screen proposes to type next: it runs as it stands, and speaks of what was asked for."""

import io
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))

from making.examples import run

from cnd_tools.comparing.proposing import Asked
from cnd_tools.records import Analysis, Document
from cnd_tools.views.screens.lines import Screen

FIRST = """\
I. Forests

1. States should protect forests.

2. Participants noted that health care was needed, by 2030.

II. Crime

3. The Commission urged Governments to prevent corruption and money-laundering.
"""
SECOND = """\
I. Forests

1. States must protect forests and small islands.

2. It was noted that forests may not be burnt.
"""
LEXICON = """\
[[theme]]
id = "trees"
label = "Trees"
pillar = "woods"
why = "The texts are about woods."
patterns = ["forest"]
"""
COMMANDS = [
    *(f"cnd {name} a.txt b.txt" for name in ("docs", "segment", "actors", "themes", "positions", "actions")),
    *(f"cnd {name} a.txt" for name in ("citations", "due", "norms", "related", "kinds", "show", "terms")),
    *(f"cnd find {word} a.txt b.txt" for word in ("forests", "forestz", "qqqq")),
    *(f"cnd compare a.txt b.txt {view}" for view in ("", "--by strength", "--by terms", "--by paragraphs")),
]


def written(folder):
    (folder / "a.txt").write_text(FIRST, "utf-8")
    (folder / "b.txt").write_text(SECOND, "utf-8")
    (folder / "my words.toml").write_text(LEXICON, "utf-8")
    return folder


def proposed(line, folder):
    printed, code = run(line, folder)
    assert code == 0, printed
    last = [one for one in printed.splitlines() if one.startswith("Next")][-1]
    return last.partition(":  ")[2].split("    ")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_proposal_keeps_what_was_asked_for_and_runs(command, tmp_path):
    folder = written(tmp_path)
    only_points = command.startswith(("cnd docs", "cnd segment"))
    given = "--section forests" if only_points else "--section forests --codebook sdg --lexicon 'my words.toml'"
    if command.startswith("cnd docs"):
        given = '--where "words > 3"'
    for line in proposed(f"{command} {given}", folder):
        assert run(line, folder)[1] == 0, line
        named = line.startswith("cnd show") and line.split()[3:4] and not line.split()[3].startswith("-")
        searched_in_vain = command.startswith("cnd find qqqq")
        if not only_points and not line.startswith("cnd segment"):
            assert '--codebook sdg --lexicon "my words.toml"' in line
        if not named and not searched_in_vain and "lexicon list" not in line:
            assert given.split(" --codebook")[0] in line


def test_texts_of_a_dataset_are_asked_for_there(tmp_path):
    folder = written(tmp_path)
    assert run("cnd export a.txt b.txt -o both.parquet", folder)[1] == 0
    (folder / "a.txt").unlink()
    for command in ("cnd show both.parquet", "cnd actions both.parquet", "cnd segment both.parquet"):
        for line in proposed(command, folder):
            assert run(line, folder)[1] == 0, line
    (line, *_) = proposed('cnd actions both.parquet --where "words > 3"', folder)
    assert "(words > 3) and document = 'a'" in line


def test_texts_put_together_are_compared_again_as_they_were(tmp_path):
    folder = written(tmp_path)
    for line in proposed("cnd compare a.txt,b.txt b.txt", folder):
        assert run(line, folder)[1] == 0, line


@pytest.mark.parametrize(
    ("asked", "name", "more", "expected"),
    [
        (Asked(), "show", ["1", "--why"], "cnd show a.txt 1 --why"),
        (Asked(choosing=(("--section", "a b"),)), "themes", [], 'cnd themes a.txt --section "a b"'),
        (Asked(choosing=(("--section", "x"),)), "show", ["1"], "cnd show a.txt 1"),
        (Asked(choosing=(("--section", "x"),)), "themes", ["--section", "y"], "cnd themes a.txt --section y"),
        (Asked(analysing=(("--codebook", "sdg"),)), "segment", [], "cnd segment a.txt"),
        (
            Asked(analysing=(("--codebook", "sdg"),), choosing=(("--theme", "x"),)),
            "segment",
            [],
            "cnd segment a.txt --theme x --codebook sdg",
        ),
        (Asked(opening=(("--encoding", "mac_roman"),)), "show", ["1"], "cnd show a.txt 1 --encoding mac_roman"),
        (Asked(grouping=(("--group-by", "year"),)), "show", ["1"], "cnd show a.txt 1"),
    ],
)
def test_what_is_proposed(asked, name, more, expected):
    assert asked.of(name, Document("a", "", "a.txt"), *more) == expected


def test_a_word_that_looks_like_an_option_is_none():
    assert Asked(("a.txt",)).all("find", "--x", more=["--lemma"]) == "cnd find --lemma -- --x a.txt"
    assert Asked(("-",)).all("find", "x") == "cnd find x -"


def test_several_texts_as_one_have_no_name_to_be_shown_by():
    assert Asked(("a", "b")).of("show", Document("2 texts", ""), "a:1") is None


def test_what_is_piped_in_has_to_be_piped_in_again():
    piped = Analysis(Document("stdin", ""), ())
    out = io.StringIO()
    screen = Screen(out, Asked(("-",)))
    screen.next(screen.command("show", piped, "1"), screen.command("actions", piped))
    assert out.getvalue() == "Next, with the same text piped in:  cnd show - 1    cnd actions -\n"


@pytest.mark.parametrize("command", ["cnd segment a.txt", "cnd docs a.txt"])
def test_a_codebook_that_changes_nothing_is_refused(command, tmp_path):
    folder = written(tmp_path)
    printed, code = run(f"{command} --codebook sdg", folder)
    assert code == 2
    assert "does not look for themes or actors, so it would change nothing" in printed
    by_theme = "--where \"theme = 'forests'\" --codebook sdg"
    assert run(f"{command} {by_theme}", folder)[1] == 0


def test_what_was_searched_in_vain_is_named(tmp_path):
    printed, _ = run("cnd find corruption a.txt b.txt --section forests", written(tmp_path))
    assert "corruption: found nowhere in 4 paragraphs of 2 texts (--section forests)" in printed


def test_a_comparison_without_a_row_says_why(tmp_path):
    printed, _ = run("cnd compare a.txt b.txt --by strength --section crime", written(tmp_path))
    assert "fewer than five paragraphs in all texts together; --all shows the counts" in " ".join(printed.split())
    assert "95 %" not in printed
