"""Comparisons on a terminal: tables with a legend, paragraphs as blocks, a pager where there is one."""

from __future__ import annotations

import io
import re

import pytest

from cnd_tools.comparing import compare
from cnd_tools.tables import Table
from cnd_tools.views import compared
from comparing.building import texts
from views.made import EARLIER, LATER


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def screen(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    return Terminal()


def printed(screen):
    return re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue())


def test_rows_of_few_are_counted_with_what_shows_them(screen):
    rows = (("Trade", None), ("Corruption", "fewer than five"), ("Health", "fewer than five"))
    compared.show(Table("theme_shares", ("title", "note"), rows), screen)
    assert "… and 2 rows with fewer than five paragraphs in all texts: --all shows them" in printed(screen)
    assert "Trade" in printed(screen)
    assert "Corruption" not in printed(screen)


def test_where_all_rows_are_of_few_that_is_said_instead_of_a_table(screen):
    (table,) = compare([EARLIER, LATER], by="themes")
    compared.show(table, screen)
    said = " ".join(printed(screen).split())
    assert said == (
        "nothing to compare: all 3 rows have fewer than five paragraphs in all texts together; --all shows the counts"
    )


def test_all_rows_on_request_with_titles_not_ids_and_a_legend(screen):
    (table,) = compare([EARLIER, LATER], by="themes")
    compared.show(table, screen, everything=True)
    assert "Drug trafficking" in printed(screen)
    assert "drug_trafficking" not in printed(screen)
    assert "q: p-value adjusted for the number of rows tested" in " ".join(printed(screen).split())
    assert "--all shows them" not in printed(screen)


def test_several_tables_have_one_legend(screen):
    compared.show_all(compare([EARLIER, LATER])[:4], screen, everything=True, most=2)
    assert printed(screen).count("second text minus first") == 1
    assert "… and " in printed(screen)


OLD = "Member States should share what they know of the many routes by which precursor chemicals reach the sea."


def test_paragraphs_are_blocks_with_what_stayed_cut(screen):
    first = texts("A", OLD, "Rivers carry silt.", "Bats live in caves of limestone.")
    second = texts("B", OLD.replace("should", "must"), "Bats live in caves of limestone.", "Lentils grow.")
    compared.show_changes(compare([first, second], by="points")[0], screen)
    blocks = [" ".join(block.split()) for block in printed(screen).split("\n\n")]
    assert blocks == [
        "A → B 1 kept · 1 reworded · 1 new · 1 dropped "
        "[-deleted-] {+added+} · % of the first text's words that are kept in the second",
        "1 → 1 reworded · 94 % of the words kept · should → must · stronger "
        "Member States[- should-]{+ must+} share what they know of … which precursor chemicals reach the sea.",
        "2 dropped − Rivers carry silt.",
        "3 → 2 kept Bats live in caves of limestone.",
        "3 new + Lentils grow.",
    ]


def test_that_no_paragraph_has_a_counterpart_is_said_first(screen):
    strangers = [texts("A", OLD, "Rivers carry silt."), texts("B", "Bats live in caves of limestone.")]
    compared.show_changes(compare(strangers, by="points")[0], screen)
    assert printed(screen).startswith("A → B\nno paragraph has a counterpart: 1 new · 2 dropped\n")
    compared.show_changes(compare(strangers, by="points", only=["new"])[0], screen, everything=False)
    assert "A → B\n1 new\n" in printed(screen)


def test_nothing_of_a_kind_is_said(screen):
    compared.show_changes(compare([texts("A", OLD), texts("B", OLD)], by="points", only=["new"])[0], screen)
    assert printed(screen) == "no such paragraphs\n"


def test_what_a_terminal_would_obey_is_written_out(screen):
    first, second = texts("A", f"{OLD} \x1b[31m"), texts("B", "\u202e Lentils grow in the north.")
    compared.show_changes(compare([first, second], by="points")[0], screen)
    assert "\\x1b[31m" in printed(screen)
    assert "\\u202e" in printed(screen)


def test_a_table_without_rows(screen):
    compared.show(Table("theme_shares", ("theme", "note"), ()), screen)
    assert printed(screen) == "nothing to compare: no themes\n"
