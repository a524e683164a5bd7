"""Actors and themes against what readers say: the reference annotation, and our own reading of other texts.

`read_apart.jsonl` holds our labels for points of resolutions, reports and bulletins, made by reading alone before the
program was run on them. A point is found by its first words; the text itself is not ours to keep here.
On first run, in three lots with the lexicon mended after each: themes .930, .889, .932 and actors .918, .940, .976.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from cnd_tools.extracting.actors.mentions import actors
from cnd_tools.extracting.themes import themes
from cnd_tools.pipeline import load_model

SHARED = Path(__file__).parents[3] / "shared"
LABELLED = Path(__file__).with_name("read_apart.jsonl")
FLOOR = 0.9

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the texts are not beside the project")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def reference(year: str) -> Iterator[tuple[str, dict[str, Any]]]:
    texts = {row["point"]: row["text"] for row in rows(SHARED / "annotation" / "segments" / f"{year}.gold.jsonl")}
    for row in rows(SHARED / "annotation" / f"{year}.jsonl"):
        optional = {"themes": [], "actors": []} | row.get("optional", {})
        labels = {"themes": row["themes"], "actors": [actor["id"] for actor in row["actors"]]}
        either = {"themes": optional["themes"], "actors": [actor["id"] for actor in optional["actors"]]}
        yield texts[row["point"]], labels | {"optional": either}


def read_apart() -> Iterator[tuple[str, dict[str, Any]]]:
    whole: dict[str, str] = {}
    for row in rows(LABELLED):
        path = SHARED / "data" / row["file"]
        if row["file"] not in whole:
            jsonl = path.suffix == ".jsonl"
            text = " ".join(one["text"] for one in rows(path)) if jsonl else path.read_text(encoding="utf-8")
            whole[row["file"]] = " ".join(text.split())
        text = whole[row["file"]]
        yield " ".join(text[text.index(row["begins"]) :].split(" ", row["words"])[: row["words"]]), row


def agreement(pairs: Collection[tuple[set[str], set[str], set[str]]]) -> float:
    """F1 over all points of what is wanted, had, and neither for nor against."""
    hits = sum(len(want & have) for want, have, _ in pairs)
    wrong = sum(len(have - want - either) for want, have, either in pairs)
    missed = sum(len(want - have) for want, have, _ in pairs)
    return 2 * hits / (2 * hits + wrong + missed)


@pytest.mark.parametrize("table", ["themes", "actors"])
@pytest.mark.parametrize("source", ["2009", "2011", "read apart"])
def test_agreement(nlp: Language, source: str, table: str) -> None:
    points = list(read_apart() if source == "read apart" else reference(source))
    pairs = []
    for doc, row in nlp.pipe(points, as_tuples=True):
        ours = {one.theme for one in themes(doc)} if table == "themes" else {one.actor for one in actors(doc)}
        pairs.append((set(row[table]), ours, set(row["optional"][table])))
    assert len(pairs) > 10
    assert agreement(pairs) >= FLOOR
