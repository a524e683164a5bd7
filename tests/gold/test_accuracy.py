"""The figures on the pages are measured ones, and no figure falls below its own."""

import re
import tomllib

import instruments
import pytest
from accuracy import ALL, MEASURED, PAGE, Group, sampled
from bootstrap import MEASURES, Sample, f1
from reference_sets import ROOT, SHARED, manifest, references

from cnd_tools import accuracy

METHOD = ROOT / "docs" / "method" / "accuracy.md"
MARGIN = 0.02  # what a figure may fall: other releases of the parser's libraries move a label or two
FILES = references()
GROUPS = sorted({(Group(file.readers, file.kind, file.invented), file.side) for file in FILES})


def figures(lines):
    """Return the figures of each table of a page, by the heading above it: the rows' cells by the row's name."""
    found, section, title = {}, "", ""
    for line in lines:
        if line.startswith("## "):
            section = "2" if line.startswith("## Two") else "1"
        elif line.startswith("### "):
            title = line[4:]
        elif line.startswith("| "):
            name, *cells = [cell.strip() for cell in line.strip("|").split("|")]
            found.setdefault((section, title), {})[name] = cells
    return found


PAGES = figures(PAGE.read_text("utf-8").splitlines())


@pytest.mark.parametrize(("group", "side"), GROUPS, ids=lambda value: getattr(value, "title", value))
def test_no_figure_is_below_that_on_the_page(group, side):
    files = [file for file in FILES if (Group(file.readers, file.kind, file.invented), file.side) == (group, side)]
    if missing := sorted({file.text for file in files if not file.is_here}):
        pytest.skip(f"not beside the project (../shared): {', '.join(missing)}")
    sample = sampled(files)[0][group, side]
    table = PAGES[str(group.readers), group.title]
    column = table["measure"].index(side.replace("_", " "))
    said = {measure: cells[column] for measure, cells in table.items() if measure in MEASURES}
    floors = {measure: float(cell.split()[0]) - MARGIN for measure, cell in said.items() if cell != "–"}
    now = {measure: f1([sum(column) for column in zip(*sample.rows[measure], strict=True)]) for measure in floors}
    assert {measure: now[measure] for measure in floors if (now[measure] or 0) < floors[measure]} == {}


@pytest.mark.parametrize("held_out", [False, True], ids=["learned", "held out"])
def test_no_figure_of_instruments_is_below_that_on_the_page(held_out):
    if missing := [file["text"] for file in instruments.files(held_out=held_out) if not is_here(file["text"])]:
        pytest.skip(f"not beside the project (../shared): {', '.join(missing)}")
    now = instruments.score(held_out=held_out, show=False)
    for table, title in {table: instruments.TITLES.get(table, table) for table in instruments.KEYS}.items():
        said = PAGES["1", "Learned and held out"][title][7 if held_out else 3]
        assert f1(now["ALL", table]) >= float(said) - MARGIN, title


def is_here(text):
    return (SHARED / "data" / text).exists()


def test_what_the_program_quotes_is_on_the_page():
    quoted = tomllib.loads(MEASURED.read_text("utf-8"))
    assert [f"{score:.2f}" for score in quoted["f1"].values()] == PAGES["2", "Held out, in one view"]["all"][1:]
    assert [str(quoted["points"])] == PAGES["2", "Held out, in one view"]["all"][:1]
    assert tuple(quoted["f1"]) == MEASURES


def test_agreement_on_the_method_page():
    said = re.findall(
        r"(?<= )\.\d\d(?= on | with )", METHOD.read_text("utf-8").split("over all kinds")[1].split("\n\n")[0]
    )
    agreed = manifest()["set"]["drawn"]["agreement"][ALL.kind]
    shown = [agreed[MEASURES.index(one)] for one in MEASURES if one != "positions with extent"]
    assert said == [f"{score:.2f}".removeprefix("0") for score in shown]


def test_what_the_program_says_of_itself(monkeypatch):
    known = {"themes": 0.9, "actors": 0.842, "positions": 1.0, "actions by lemma": 0.665, "actors with role": 0.1}
    monkeypatch.setattr(accuracy, "measured", lambda: known)
    assert accuracy.sentence() == "Errors in a new text: themes 10 %, actors 16 %, positions 0 %, actions 34 %."


def sample(rows):
    made = Sample(strata=["resolution"] * len(rows))
    made.rows["themes"] = made.strict["themes"] = rows
    return made


def test_an_interval_holds_the_figure_and_narrows_with_points():
    few, many = (sample([(1, 1, 1), (0, 1, 1)] * size).score("themes") for size in (5, 50))
    assert few.f1 == many.f1 == 0.5
    assert few.low < many.low < 0.5 < many.high < few.high
    # 100 points, half of them right: the normal approximation of a share.
    assert (many.low, many.high) == pytest.approx((0.402, 0.598), abs=0.015)


def test_the_same_points_have_the_same_interval():
    rows = [(1, 1, 1), (0, 1, 0), (2, 3, 2)] * 4
    assert sample(rows).score("themes") == sample(rows).score("themes")


def test_nothing_to_find_has_no_figure():
    assert sample([(0, 0, 0)] * 3).score("themes").f1 is None
    assert str(sample([(0, 0, 0)] * 3).score("themes")) == "–"


def test_points_are_drawn_by_kind():
    """Of each kind as many are drawn as there are: one point of a kind is in every draw."""
    made = Sample(strata=["upr", *["treaty"] * 9])
    made.rows["themes"] = made.strict["themes"] = [(1, 1, 1), *[(0, 1, 1)] * 9]
    score = made.score("themes")
    assert score.f1 == score.low == score.high == pytest.approx(0.1)
