"""A text file needs the reader of texts alone."""

import subprocess
import sys

READ = """
import sys
from pathlib import Path
from cnd_tools.reading import read
Path("a.txt").write_text("1. States should act.")
read(Path("a.txt"))
print([name for name in sys.modules if name.startswith("cnd_tools.reading.") and name.split(".")[2] in OTHERS])
"""


def test_a_text_imports_no_other_reader(tmp_path):
    others = "OTHERS = {'pdf', 'docx', 'html', 'markdown'}\n"
    line = [sys.executable, "-c", others + READ]
    assert subprocess.run(line, cwd=tmp_path, check=True, capture_output=True, text=True).stdout == "[]\n"
