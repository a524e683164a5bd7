"""The points of whole documents come back where no blank line parts them, as Word saves text, and wrapped as well."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from cnd_tools import reading
from cnd_tools.segmenting import segment
from segmenting.renderings import single_spaced, wrapped

SHARED = Path(__file__).parents[3] / "shared" / "data"
RESOLUTIONS = sorted(path.name.split(".")[0] for path in SHARED.glob("akn/*.gold.jsonl"))
pytestmark = pytest.mark.skipif(not RESOLUTIONS, reason="needs the reference points in ../shared/data/akn")

LABELLED = {"numbered", "lettered", "roman"}
TEXT = LABELLED | {"preambular", "unnumbered", "bulleted", "heading"}
SETTINGS = [(width, first, hang) for width in (60, 72, 80, 100) for first, hang in ((0, 0), (4, 0), (0, 4), (4, 4))]


def key(text):
    return re.sub(r"[\W_]+", "", text).casefold()


def found(text, *, plain=False):
    """Return the points of a text by id and words; those without a number by kind, or all alike if `plain`."""
    rows = []
    for point in segment(reading.document(text, name="x")).points:
        if point.kind in TEXT:
            id_ = point.point if point.kind in LABELLED or plain else point.kind
            rows.append((re.sub(r"^p\d+", "p", id_) if plain else id_, key(point.text)))
    return rows


def gold(name):
    lines = (SHARED / f"akn/{name}.gold.jsonl").read_text("utf-8").splitlines()
    return [(row["point"] or row["kind"], key(row["text"])) for row in map(json.loads, lines)]


def flowed(name):
    return (SHARED / f"akn/{name}.flowed.txt").read_text("utf-8")


def share(wanted, have):
    """Return how many of the points that are wanted are there, of all."""
    return sum((Counter(wanted) & Counter(have)).values()) / len(wanted)


@pytest.mark.parametrize("name", RESOLUTIONS)
def test_a_resolution_without_blank_lines(name):
    assert share(gold(name), found(single_spaced(flowed(name)))) == 1


@pytest.mark.parametrize(("width", "first", "hang"), SETTINGS)
def test_resolutions_wrapped_without_blank_lines(width, first, hang):
    for name in RESOLUTIONS:
        assert share(gold(name), found(wrapped(flowed(name), width, first=first, hang=hang))) == 1, name


@pytest.mark.parametrize(("layout", "least"), [("pdf", 1.0), ("wrapped", 0.96)])
def test_resolutions_with_notes_and_without_blank_lines(layout, least):
    right = [
        share(gold(name), found(single_spaced((SHARED / f"akn/{name}.{layout}.txt").read_text("utf-8"))))
        for name in RESOLUTIONS
    ]
    assert sum(right) / len(right) >= least


@pytest.mark.parametrize("path", sorted(SHARED.glob("[rd]e*/*.txt")), ids=lambda path: path.stem)
def test_reports_and_declarations_without_blank_lines(path):
    text = path.read_text("utf-8")
    assert share(found(text, plain=True), found(single_spaced(text), plain=True)) >= 0.92


@pytest.mark.parametrize("path", sorted(SHARED.glob("declarations/*.txt")), ids=lambda path: path.stem)
def test_declarations_wrapped_without_blank_lines(path):
    text = path.read_text("utf-8")
    assert share(found(text, plain=True), found(wrapped(text, 80, first=4), plain=True)) >= 0.8
