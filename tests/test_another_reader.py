"""How far the program agrees with a reader who knew nothing of it, on a text that is here: a floor, so it stays."""

from pathlib import Path

import pytest

from cnd_tools.evaluation.references import read_reference
from cnd_tools.evaluation.scoring import evaluate
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.reading import read
from cnd_tools.segmenting import segment

HERE = Path(__file__).parent / "another_reader"
# A little under the first figures, which were taken before anything was learned from these labels.
FLOORS = {
    "themes": 0.84,
    "actors": 0.96,
    "actors with role": 0.77,
    "positions": 0.90,
    "positions with extent": 0.90,
    "actions by lemma": 0.86,
    "actions, all slots": 0.84,
    "paired actions: object": 0.85,
}


@pytest.mark.parametrize("measure", FLOORS)
def test_a_round_table_that_never_took_place(measure, scores):
    assert scores[measure] >= FLOORS[measure]


@pytest.fixture(scope="module")
def scores():
    analysis = analyse(segment(read(HERE / "own.txt")), model=load_model())
    measures, _ = evaluate(read_reference(HERE / "own.jsonl"), analysis)
    return {row[0]: row[1] for row in measures.rows}
