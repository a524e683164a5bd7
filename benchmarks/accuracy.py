"""How far the tables agree with readers, by kind of document: writes benchmarks/ACCURACY.md and what is drawn from it.

    python benchmarks/accuracy.py [--kind KIND] [--differences]

`--kind` prints one kind of document and writes nothing. `--differences` prints what is missing and extra in each
learned point, with its words; of held-out points it prints nothing, for who has read them learns from them.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import instruments
from accuracy_chart import Bar, chart
from bootstrap import MEASURES, SLOTS, Sample
from reference_sets import ROOT, SIDES, Reference, manifest, references, scored

KINDS = (
    "declaration",
    "deliberations",
    "resolution",
    "upr",
    "bulletin",
    "hrc_report",
    "treaty",
    "round_table",
    "budget",
)
TITLES = {"upr": "recommendations of the Universal Periodic Review", "hrc_report": "Human Rights Council report"}
PAGE = ROOT / "benchmarks" / "ACCURACY.md"
DRAWING = ROOT / "benchmarks" / "accuracy.svg"
MEASURED = ROOT / "src" / "cnd_tools" / "accuracy.toml"
MISSING = (
    "Not here, and so not counted: {}. Put the texts beside the checkout as `../shared/data`; its `SOURCES.md` says "
    "where each can be had."
)


class Group(NamedTuple):
    """What is measured together: `readers` of each point, the kind of document, and whether it was written for this."""

    readers: int
    kind: str
    invented: bool

    @property
    def title(self) -> str:
        """What a page calls it."""
        title = TITLES.get(self.kind, self.kind.replace("_", " "))
        return f"{title}, written for this" if self.invented else title


ALL = Group(2, "all", False)  # kinds


Samples = dict[tuple[Group, str], Sample]


def main() -> None:
    """Measure, and write the page or print what was asked for."""
    asked = argparse.ArgumentParser(description="How far the tables agree with readers.")
    asked.add_argument("--kind", choices=KINDS)
    asked.add_argument("--differences", action="store_true", help="of learned points alone")
    options = asked.parse_args()
    files = [file for file in references() if options.kind in (None, file.kind)]
    if options.differences:
        differences([file for file in files if file.side == "learned"])
        print("Of held-out points nothing is shown.", file=sys.stderr)
        return
    samples, strangers = sampled(files)
    if options.kind:
        samples = {(group, side): sample for (group, side), sample in samples.items() if group != ALL}
    missing = sorted({file.text for file in files if not file.is_here})
    page = written(samples, strangers, missing)
    if not options.kind and not missing:
        page = f"{page}\n{instruments.section()}"
    print(page)
    if not options.kind and not missing:
        write(page, samples)
    else:
        print("Nothing was written: not all texts were measured.", file=sys.stderr)


def sampled(files: Sequence[Reference]) -> tuple[Samples, dict[int, Sample]]:
    """Return samples by group and side; and by number of readers the held-out points of documents not learned from."""
    samples: Samples = defaultdict(Sample)
    strangers: dict[int, Sample] = defaultdict(Sample)
    learned = {file.text for file in references() if file.side == "learned"}
    for one in scored(files):
        file = one.reference
        samples[Group(file.readers, file.kind, file.invented), file.side].add(one)
        if file.readers == 2 and file.set != "seeds":
            samples[ALL, file.side].add(one)
        if file.side == "held_out" and not file.invented and file.text not in learned:
            strangers[file.readers].add(one)
    return samples, strangers


def written(samples: Samples, strangers: Mapping[int, Sample], missing: Sequence[str]) -> str:
    """Return the page."""
    lines = [
        "# How far the tables agree with readers\n",
        "`make evaluate` writes this page: F1, in brackets the 95 % interval of a bootstrap of points. What columns",
        "and measures mean, and what to expect of which text, is told in [accuracy](../docs/method/accuracy.md).\n",
        *([MISSING.format(", ".join(missing)), ""] if missing else []),
    ]
    for readers, title in ((2, "Two readers, who worked apart"), (1, "One reader, by earlier guidelines")):
        groups = [group for group in _groups(samples) if group.readers == readers]
        if not groups:
            continue
        lines += [f"## {title}\n", *(["![Held-out and learned points](accuracy.svg)\n"] if readers == 2 else [])]
        lines += ["### Held out, in one view\n", *overview(samples, groups), ""]
        for group in groups:
            lines += _details(samples, group)
        if readers in strangers:
            sample = strangers[readers]
            lines += ["### Held out, of documents that nothing was learned from\n", *_column(sample), ""]
    return "\n".join(lines)


def _groups(samples: Samples) -> list[Group]:
    order = (*KINDS, ALL.kind)
    found = {group for group, _ in samples}
    return sorted(found, key=lambda group: (group == ALL, group.invented, order.index(group.kind)))


def overview(samples: Samples, groups: Sequence[Group]) -> list[str]:
    """Return a table of all kinds, a row each, of the held-out points."""
    lines = [f"| kind of document | points | {' | '.join(MEASURES)} |", "|---" * (len(MEASURES) + 2) + "|"]
    for group in groups:
        sample = samples.get((group, "held_out"))
        if sample:
            scores = " | ".join(_short(sample.score(measure).f1) for measure in MEASURES)
            lines.append(f"| {group.title} | {sample.size} | {scores} |")
    return lines


def _short(score: float | None) -> str:
    return "–" if score is None else f"{score:.2f}"


def _details(samples: Samples, group: Group) -> list[str]:
    """Return a kind's part of the page: learned, held out, both at first, and how far two readers agree."""
    there = {side: samples[group, side] for side in SIDES if (group, side) in samples}
    said = [f"{_side(side)}: {one}" for side, one in there.items()]
    known = _known(group) if group.readers == 2 else {}
    heads = [_side(side) for side in there]
    heads += [f"{_side(side)}, strict" for side in there if side == "held_out"]
    heads += list(known)
    lines = [f"### {group.title}\n", f"{'; '.join(said)}.\n"]
    lines += [f"| measure | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    for place, measure in enumerate((*MEASURES, *SLOTS)):
        scores = {side: one.score(measure) for side, one in there.items()}
        if all(score.f1 is None for score in scores.values()):
            continue
        cells = [str(score) for score in scores.values()]
        cells += [_short(score.strict) for side, score in scores.items() if side == "held_out"]
        cells += [_short(_number(row[place])) if place < len(row) else "–" for row in known.values()]
        lines.append(f"| {measure} | {' | '.join(cells)} |")
    return [*lines, ""]


def _side(side: str) -> str:
    return side.replace("_", " ")


def _known(group: Group) -> dict[str, Sequence[float]]:
    """Return what the manifest knows of a kind: the first figures, and how far two readers agree."""
    drawn = manifest()["set"]["drawn"]
    columns = {f"{_side(side)}, at first": drawn["first"][side].get(group.kind) for side in reversed(SIDES)}
    columns["two readers"] = drawn["agreement"].get(group.kind)
    return {name: row for name, row in columns.items() if row}


def _number(value: float) -> float | None:
    return None if value != value else value  # a NaN of the manifest  # noqa: PLR0124


def _column(sample: Sample) -> list[str]:
    lines = [f"{sample}.\n", "| measure | held out |", "|---|---|"]
    return [*lines, *(f"| {measure} | {sample.score(measure)} |" for measure in MEASURES)]


def write(page: str, samples: Samples) -> None:
    """Write the page, the drawing and the figures that the program quotes; `make docs` makes other pages of them."""
    PAGE.write_text(page, "utf-8")
    groups = [group for group in _groups(samples) if group.readers == 2 and (group, "held_out") in samples]
    bars = {
        measure: [_bar(samples, group, measure) for group in groups]
        for measure in ("actors with role", "actions by lemma")
    }
    DRAWING.write_text(chart(bars), "utf-8")
    sample = samples[ALL, "held_out"]
    figures = {measure: round(sample.score(measure).f1 or 0, 6) for measure in MEASURES}
    MEASURED.write_text(quoted(sample, figures), "utf-8")


def _bar(samples: Samples, group: Group, measure: str) -> Bar:
    learned, held_out = (samples[group, side].score(measure) for side in SIDES)
    agreement = manifest()["set"]["drawn"]["agreement"][group.kind][MEASURES.index(measure)]
    return Bar(group.title, learned.f1, held_out.f1, held_out.low, held_out.high, _number(agreement))


def quoted(sample: Sample, figures: Mapping[str, float]) -> str:
    """Return the figures the program quotes, with the day they were first measured: the same figures keep theirs."""
    before: dict[str, Any] = tomllib.loads(MEASURED.read_text("utf-8")) if MEASURED.exists() else {}
    day = before["measured"] if before.get("f1") == figures else datetime.datetime.now(datetime.UTC).date()
    lines = [
        "# How far the labels of held-out points agree with two readers' (F1). `make evaluate` writes this file; how",
        "# it is measured is told in docs/method/accuracy.md, each kind of document apart in benchmarks/ACCURACY.md.",
        f"measured = {day}\npoints = {sample.size}\ndocuments = {len(sample.documents)}\n\n[f1]",
        *(f'"{measure}" = {figure}' for measure, figure in figures.items()),
    ]
    return "\n".join(lines) + "\n"


def differences(files: Sequence[Reference]) -> None:
    """Print what is missing and extra in each point, with its words."""
    for one in scored(files):
        text = one.found.document.text
        for row in one.reference.points:
            if said := one.differences[str(row["point"])]:
                words = text[row["start"] : row["end"]] if "start" in row else ""
                print(f"\n### {one.reference.labels} {row['point']}\n{words}")
                print(*(f"  {measure}: {which} {label}" for measure, which, label in said), sep="\n")


if __name__ == "__main__":
    main()
