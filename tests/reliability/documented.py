"""The table of docs/reliability.md: what is promised for each fault, and which test holds it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
HEAD = "| fault | what happens | exit code | test |"


class Row(NamedTuple):
    """A fault, what the page says happens, the exit codes it allows, and the test: file::function or …[case]."""

    fault: str
    happens: str
    codes: frozenset[int]
    test: str


@cache
def rows() -> list[Row]:
    """Return the rows of the page's tables of faults."""
    lines = PAGE.read_text("utf-8").splitlines()
    table = [line for line in lines[lines.index(HEAD) + 2 :] if "::test_" in line]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table]
    return [Row(fault, happens, _codes(codes), test.strip("`")) for fault, happens, codes, test in cells]


def promised(test: str) -> frozenset[int]:
    """Return the exit codes the page allows for a test, by its id: those of its case, or of its function."""
    found = {row.test: row.codes for row in rows()}
    return found.get(test, found.get(test.partition("[")[0], frozenset()))


def _codes(cell: str) -> frozenset[int]:
    return frozenset(map(int, re.findall(r"\d+", cell)))
