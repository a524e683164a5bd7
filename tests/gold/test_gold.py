"""The reference points are what their README says: closed lists, documents apart, words where they were."""

import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest

from cnd_tools import lexicon, reading

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "data"
FILES = tomllib.loads((HERE / "manifest.toml").read_text("utf-8"))["file"]
ROLES = {"source", "agent", "recipient", "mention"}
STRENGTHS = {"obligation", "necessity", "recommendation", "encouragement", "possibility"}
EXTENTS = {"consensus", "unqualified", "many", "several", "some", "one", "unstated"}


def points(file):
    return [json.loads(line) for line in (HERE / file["labels"]).read_text("utf-8").splitlines()]


def test_each_file_is_in_the_manifest():
    kept = {path.relative_to(HERE).as_posix() for path in HERE.glob("*/*.jsonl")}
    assert {file["labels"] for file in FILES} == kept
    assert sum(len(points(file)) for file in FILES) == 539


def test_no_document_is_on_both_sides():
    """But for the two collections, whose points are apart: by State under review, and by their place."""
    sides = [{file["text"] for file in FILES if file["labels"].startswith(side)} for side in ("learned/", "held_out/")]
    assert sides[0] & sides[1] == {"upr/recommendations.txt", "enb/sentences.txt"}
    seen = [(file["text"], point["start"]) for file in FILES for point in points(file)]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["labels"])
def test_labels_are_of_the_closed_lists(file):
    themes = {theme.id for theme in lexicon.load().entries["theme"]}
    for point in points(file):
        for labels in (point, point.get("optional", {})):
            assert set(labels.get("themes", ())) <= themes
            assert {actor["role"] for actor in labels.get("actors", ())} <= ROLES
            assert {one["extent"] for one in labels.get("attributions", ())} <= EXTENTS
            assert {action["strength"] for action in labels.get("actions", ())} <= STRENGTHS


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["labels"])
def test_words_are_where_they_were(file):
    path = SHARED / file["text"] if "/own_" not in file["text"] else HERE / file["text"]
    if not path.exists():
        pytest.skip(f"the text is not beside the project (../shared/data/{file['text']})")
    text = reading.read(path).text
    for point in points(file):
        words = " ".join(re.findall(r"\w+", text[point["start"] : point["end"]]))
        assert hashlib.blake2b(words.encode(), digest_size=8).hexdigest() == point["words"], point["point"]
