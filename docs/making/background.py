"""Count in how many paragraphs each stem stands: `PYTHONPATH=docs:src python -m making.background TEXT...`.

Writes `src/cnd_tools/comparing/background.toml`, by which `cnd compare` tells texts on one subject from strangers. It
holds numbers, no words of any text that are not in a hundred others; the texts it was counted in need not be kept.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from cnd_tools import corpus
from cnd_tools.comparing.wording import stems
from cnd_tools.segmenting import segment
from cnd_tools.tables import CODED

PLACE = Path(__file__).parents[2] / "src" / "cnd_tools" / "comparing" / "background.toml"
MOST = 2000  # stems
HEAD = """\
# In how many paragraphs each of the {count} commonest stems stands (first five letters of a content word, as
# `comparing/wording.py` cuts them), of {paragraphs} paragraphs of {texts} texts: 27 resolutions (24 of the General
# Assembly's sessions 77 and 78, A/RES/73/6, S/RES/827 (1993), WHA66.8), 7 declarations, 6 reports, and the two outcomes
# of round tables in data/raw. Only numbers are kept. Made by docs/making/background.py; `relatedness.py` reads it.
paragraphs = {paragraphs}
stems = \"\"\"
"""


def main(paths: list[str]) -> None:
    """Count and write."""
    holding: Counter[str] = Counter()
    paragraphs = 0
    sources = corpus.resolve(paths)
    for source in sources:
        for point in segment(corpus.load(source)).points:
            if point.kind in CODED:
                paragraphs += 1
                holding.update(set(stems(point.text)))
    kept = sorted(holding.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    lines, line = [], ""
    for stem, count in sorted(kept):
        entry = f"{stem}:{count}"
        if len(line) + len(entry) > 118:
            lines.append(line)
            line = ""
        line += f"{' ' * bool(line)}{entry}"
    head = HEAD.format(count=len(kept), paragraphs=paragraphs, texts=len(sources))
    PLACE.write_text(head + "\n".join([*lines, line]) + '\n"""\n', "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
