"""The labelled points are what their README says: closed lists, documents apart, words where they were."""

import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest

from cnd_tools import reading
from cnd_tools.norms import KINDS as NORMS
from cnd_tools.promises.times import KINDS

HERE = Path(__file__).parent
SHARED = HERE.parents[3] / "shared" / "data"
FILES = tomllib.loads((HERE / "manifest.toml").read_text("utf-8"))["file"]


def points(file):
    return [json.loads(line) for line in (HERE / file["labels"]).read_text("utf-8").splitlines()]


def test_each_file_is_in_the_manifest():
    kept = {path.relative_to(HERE).as_posix() for path in HERE.glob("*/*.jsonl")}
    assert {file["labels"] for file in FILES} == kept
    assert sum(len(points(file)) for file in FILES) == 278


def test_no_document_is_on_both_sides():
    sides = [{file["text"] for file in FILES if file["labels"].startswith(side)} for side in ("learned/", "held_out/")]
    assert sides[0] & sides[1] == set()
    assert [len(side) for side in sides] == [29, 15]


def test_norms_and_recitals_are_of_learned_documents():
    read = tomllib.loads((HERE / "read_apart.toml").read_text("utf-8"))
    learned = {file["text"] for file in FILES if file["labels"].startswith("learned/")}
    assert {row["text"] for row in read["norm"]} | {read["related"]["text"]} <= learned
    assert {kind for row in read["norm"] for kind in (*row["kinds"], *row.get("optional", ()))} <= set(NORMS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["labels"])
def test_labels_are_of_the_closed_lists(file):
    for point in points(file):
        for labels in (point, point["optional"]):
            assert {one["kind"] for one in labels.get("deadlines", ())} <= set(KINDS)
            assert all({"comparison", "amount", "unit"} == one.keys() for one in labels.get("quantities", ()))
            assert all({"who", "when"} == one.keys() for one in labels.get("reports", ()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["labels"])
def test_words_are_where_they_were(file):
    path = SHARED / file["text"]
    if not path.exists():
        pytest.skip(f"the text is not beside the project (../shared/data/{file['text']})")
    text = reading.read(path).text
    for point in points(file):
        words = " ".join(re.findall(r"\w+", text[point["start"] : point["end"]]))
        assert hashlib.blake2b(words.encode(), digest_size=8).hexdigest() == point["words"], point["point"]
