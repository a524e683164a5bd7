"""How often each rule finds something in all texts we may use, and which no sentence of them fires.

    python benchmarks/rules.py [FOLDER]    writes benchmarks/RULES.md

FOLDER is where parses are kept, outside the repository, as `golden.py` keeps them; without one all texts are parsed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from golden import Kept, texts

from cnd_tools.errors import CndError
from cnd_tools.extracting.rulebook import rules, tracing
from cnd_tools.pipeline import analyse_many, load_model
from cnd_tools.reading import read
from cnd_tools.segmenting import segment

PLACE = Path(__file__).with_name("RULES.md")


def counted(kept: Kept | None) -> tuple[Counter[str], int]:
    """Return how often each rule found something, and in how many texts was looked."""
    found: Counter[str] = Counter(dict.fromkeys(rules(), 0))
    model, read_texts = load_model(), 0
    for path in texts():
        with tracing() as trace:
            try:
                list(analyse_many([segment(read(path))], model=model, parses=kept))
                read_texts += 1
            except CndError as error:
                print(error, file=sys.stderr)
        found.update(one.rule for one in trace.fired)
    return found, read_texts


def page(counts: Counter[str], read_texts: int) -> Iterator[str]:
    """Yield the lines of the report: rules that no sentence fires, then all, by subject, with how often."""
    never = sorted(name for name, times in counts.items() if not times)
    data = sum(bool(one.match) for one in rules().values())
    yield "# How often each rule finds something\n"
    yield f"`python benchmarks/rules.py` writes this page. {len(counts)} rules, {data} of them data, were asked of"
    yield f"{read_texts} texts: those of the project and of its tests, and those beside the project where they are.\n"
    yield "## Rules that no sentence of them fires\n"
    yield "Their examples alone hold them. One that stays here for long is a rule for a text nobody has.\n"
    yield ", ".join(f"`{name}`" for name in never) + "." if never else "None."
    yield "\n## All\n"
    for subject, names in groupby(sorted(counts), key=lambda name: name.split(".")[0]):
        yield f"- **{subject}**: " + ", ".join(f"{name.split('.')[1]} {counts[name]:,}" for name in names)


if __name__ == "__main__":
    where = Kept(Path(sys.argv[1]) / "parses") if len(sys.argv) > 1 else None
    PLACE.write_text("\n".join(page(*counted(where))) + "\n", "utf-8")
