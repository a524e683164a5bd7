"""How far the tables agree with readers: every reference annotation there is, written to benchmarks/ACCURACY.md.

    python benchmarks/accuracy.py [--differences]

Sets are told apart: the two texts the rules were written on; points we annotated and then learned from; points that
another reader annotated apart from the program, then learned from; and points held out. All but the first have their
first figures, before anything was learned from them, in the README beside them. Texts that are not here (most are in
../shared) are left out and named.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from cnd_tools.evaluation.references import read_reference
from cnd_tools.evaluation.scoring import evaluate
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.reading import read
from cnd_tools.records import Analysis
from cnd_tools.segmenting import segment
from cnd_tools.tables import Table

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SETS = {
    "the two texts": SHARED / "annotation",
    "ours, first figures in its README": ROOT / "tests" / "annotated",
    "another reader's, first figures in its README": ROOT / "tests" / "another_reader",
    "a third reader's, first figures in its README": ROOT / "tests" / "third_reader",
    "a fourth reader's, first figures in its README": ROOT / "tests" / "fourth_reader",
    "a sixth reader's, first figures in its README": ROOT / "tests" / "sixth_reader",
    "held out, nothing learned from it": ROOT / "tests" / "held_out",
}
PLACES = (
    ROOT / "data" / "raw",
    *(SHARED / "data" / name for name in ("akn", "files", "enb")),
)
Sums = dict[str, list[float]]


def main() -> None:
    """Write the page, and print the differences if asked for them."""
    page = [
        "# How far the tables agree with readers\n",
        "Every reference annotation there is; `make evaluate` writes this page.\n",
    ]
    for name, folder in SETS.items():
        sums: Sums = defaultdict(lambda: [0.0, 0, 0])
        strict: Sums = defaultdict(lambda: [0.0, 0, 0])
        missing, points = [], 0
        for reference in sorted(folder.glob("*.jsonl")):
            text = source(reference)
            if text is None:
                missing.append(reference.stem)
                continue
            rows = read_reference(reference)
            points += len(rows)
            found = within(analyse(segment(read(text)), model=load_model()), {str(row["point"]) for row in rows})
            measures, differences = evaluate(rows, found)
            add(sums, measures)
            add(strict, evaluate([{**row, "optional": {}} for row in rows], found)[0])
            if "--differences" in sys.argv:
                print(f"\n{reference.stem}", *(" | ".join(map(str, row)) for row in differences.rows), sep="\n")
        page += section(name, points, sums, strict, missing)
    (ROOT / "benchmarks" / "ACCURACY.md").write_text("\n".join(page), "utf-8")
    print("\n".join(page))


def source(reference: Path) -> Path | None:
    """Return the text a reference annotates, by its file's stem: from beside it, or from where texts are."""
    stem = reference.stem
    names = ["sentences.txt"] if stem == "enb" else [f"{stem}{end}" for end in (".txt", ".md", ".pdf", ".flowed.txt")]
    places = (reference.parent, *PLACES)
    return next((place / name for name in names for place in places if (place / name).is_file()), None)


def within(analysis: Analysis, points: set[str]) -> Analysis:
    """Return what was found in these points: a reference need not annotate every one."""
    kept = {
        name: tuple(row for row in getattr(analysis, name) if row.point in points)
        for name in ("actors", "themes", "positions", "actions")
    }
    return replace(analysis, **kept)


def add(sums: Sums, measures: Table) -> None:
    """Add one document's hits, reference rows and predicted rows."""
    for name, f1, precision, _, wanted, found in measures.rows:
        hits = ((f1 or 0) if precision is None else precision) * found
        for place, count in enumerate((hits, wanted, found)):
            sums[name][place] += count


def section(name: str, points: int, sums: Sums, strict: Sums, missing: list[str]) -> list[str]:
    """Return a set's part of the page; the last column counts as wrong what a second reader might allow."""
    lines = [
        f"## {name} ({points} points)\n",
        "| measure | F1 | precision | recall | reference | predicted | F1, strict |",
    ]
    lines.append("|---|---|---|---|---|---|---|")
    for measure, (hits, wanted, found) in sums.items():
        scores = (f1(hits, wanted, found), hits / max(found, 1), hits / max(wanted, 1))
        figures = " | ".join(f"{score:.3f}" for score in scores)
        lines.append(f"| {measure} | {figures} | {wanted:.0f} | {found:.0f} | {f1(*strict[measure]):.3f} |")
    return [*lines, *([f"\nNot here: {', '.join(missing)}."] if missing else []), ""]


def f1(hits: float, wanted: float, found: float) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * hits / (wanted + found) if wanted + found else 0.0


if __name__ == "__main__":
    main()
