"""docs/reliability.md and these tests say the same."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

from reliability.documented import rows

HERE = Path(__file__).parent


def test_every_test_is_in_the_table_and_every_row_has_a_test():
    line = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", str(HERE)]
    listed = subprocess.run(line, capture_output=True, text=True, check=True, cwd=HERE.parents[1]).stdout
    found = [
        Path(line.partition("::")[0]).name + "::" + line.partition("::")[2]
        for line in listed.splitlines()
        if "::" in line
    ]
    tests = {test for test in found if not test.startswith("test_table.py")}
    assert len(tests) > 100
    told = {row.test for row in rows()}
    assert {test for test in tests if not {test, test.partition("[")[0]} & told} == set()
    assert {name for name in told if not any(name in {test, test.partition("[")[0]} for test in tests)} == set()


def test_no_row_stands_twice():
    assert [name for name, count in Counter(row.test for row in rows()).items() if count > 1] == []
    assert [fault for fault, count in Counter(row.fault for row in rows()).items() if count > 1] == []
