"""The reference points are what their manifest says: closed lists, documents apart, words where they were."""

import hashlib
import json
import re
from collections import Counter

import pytest
from reference_sets import GOLD, SHARED, manifest, references

from cnd_tools import lexicon, reading

FILES = [file for file in references() if file.set != "seeds"]
EACH = pytest.mark.parametrize("file", FILES, ids=lambda file: file.labels)
# Their points are sentences and recommendations that have nothing to do with each other.
COLLECTIONS = {"upr/recommendations.txt", "enb/sentences.txt"}
ROLES = {"source", "agent", "recipient", "mention"}
STRENGTHS = {"obligation", "necessity", "recommendation", "encouragement", "possibility"}
EXTENTS = {"consensus", "unqualified", "many", "several", "some", "one", "unstated"}


def rows(file):
    """Return all points of a file, seen or not."""
    return [json.loads(line) for line in (GOLD / file.labels).read_text("utf-8").splitlines()]


def learned(text):
    return [row for file in FILES if file.side == "learned" and file.text == text for row in rows(file)]


def test_each_file_is_in_the_manifest():
    kept = {path.relative_to(GOLD).as_posix() for path in GOLD.glob("*/*.jsonl")}
    assert Counter(file.labels for file in FILES) == Counter(kept)
    assert sum(len(rows(file)) for file in FILES if file.set == "drawn") == 539
    assert sum(len(rows(file)) for file in FILES if file.set != "drawn") == 529
    assert set(manifest()["set"]) == {file.set for file in references()}


@pytest.mark.parametrize("side", ["learned", "held_out"])
def test_each_kind_has_its_figures(side):
    drawn = manifest()["set"]["drawn"]
    kinds = {file.kind for file in FILES if file.set == "drawn"} | {"all"}
    assert set(drawn["agreement"]) == set(drawn["first"][side]) == kinds
    for row in (*drawn["agreement"].values(), *drawn["first"][side].values()):
        assert len(row) == len(manifest()["measures"])


@pytest.mark.parametrize("file", [file for file in FILES if file.side == "held_out"], ids=lambda file: file.labels)
def test_what_was_seen_of_a_held_out_document_is_said(file):
    known = learned(file.text)
    same = {
        row["point"]
        for row in rows(file)
        if any(row["start"] < one["end"] and one["start"] < row["end"] for one in known)
    }
    assert set(file.seen_points) == same
    assert file.seen_document == (bool(known) and file.text not in COLLECTIONS)
    assert same.isdisjoint(row["point"] for row in file.points)


def test_drawn_documents_are_on_one_side():
    drawn = [file for file in FILES if file.set == "drawn"]
    sides = [{file.text for file in drawn if file.side == side} for side in ("learned", "held_out")]
    assert sides[0] & sides[1] == COLLECTIONS
    seen = [(file.text, row["start"]) for file in drawn for row in rows(file)]
    assert len(seen) == len(set(seen))


@EACH
def test_labels_are_of_the_closed_lists(file):
    themes = {theme.id for theme in lexicon.load().entries["theme"]}
    for point in rows(file):
        for labels in (point, point.get("optional", {})):
            assert set(labels.get("themes", ())) <= themes
            assert {actor["role"] for actor in labels.get("actors", ())} <= ROLES
            assert {one["extent"] for one in labels.get("attributions", ())} <= EXTENTS
            assert {action["strength"] for action in labels.get("actions", ())} <= STRENGTHS


@EACH
def test_words_are_where_they_were(file):
    if not file.place.exists():
        pytest.skip(f"the text is not beside the project ({file.place.relative_to(SHARED.parent)})")
    text = reading.read(file.place).text
    for point in rows(file):
        words = " ".join(re.findall(r"\w+", text[point["start"] : point["end"]]))
        assert hashlib.blake2b(words.encode(), digest_size=8).hexdigest() == point["words"], point["point"]
