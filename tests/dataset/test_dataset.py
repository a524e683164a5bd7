import json
import subprocess
import sys
from dataclasses import replace

import duckdb
import pandas as pd
import pytest

from cnd_tools.dataset.places import Place, listed
from cnd_tools.dataset.reading import Dataset
from cnd_tools.dataset.schema import require
from cnd_tools.dataset.writing import Failure, PartWriter, read_summary
from cnd_tools.errors import OutputFailed, RefusedInput, UsageError
from cnd_tools.records import Action, Actor, Analysis, Document, Masthead, Position, Theme
from cnd_tools.segmenting import segment
from cnd_tools.tables import COLUMNS, table

TEXT = """A/RES/1/1

1. Crops had been eradi-
cated in \U0001f33e areas, it was noted.

3. Bribes must be fought:

(a) At ports;
"""


def analysis(name):
    """An analysis with a row of each kind, its values told from each other."""
    one = segment(Document(name, TEXT, f"texts/{name}.txt", Masthead("A/RES/1/1", title="Crops", spans=((0, 9),))))
    return Analysis(
        one.document,
        one.points,
        (Actor(name, "1", "afg", "Afghanistan", "states", "mention", "Afghan", 0, 6, "lexicon:afghan"),),
        (
            Theme(name, "1", "illicit_cultivation", "Illicit cultivation", "development", 2, "crops", 13, 18),
            Theme(name, "3", "corruption", "Corruption", "supply_and_crime", 1, "Bribes", 70, 76),
        ),
        (Position(name, "1", None, None, "note", "it was noted", "report", "unstated", None, 50, 62, "passive"),),
        (
            Action(
                *(name, "3", None, None, "must", "obligation", "be fought", "fight", "Bribes", None, None, "+", None),
                *("Bribes must be fought", 70, 91, "modal"),
            ),
        ),
        one.ledger,
        one.notices,
    )


@pytest.fixture
def folder(tmp_path):
    place = Place(str(tmp_path / "out"))
    for number, names in enumerate((("a", "b"), (), ("c",))):
        writer = PartWriter()
        for name in names:
            writer.add(analysis(name))
        writer.write(place, number, [Failure("x.txt", "x.txt: no")] if number == 1 else [])
    place.write("dataset.json", json.dumps({"format": 1, "complete": True}).encode())
    return tmp_path / "out"


def test_analyses_come_back(folder):
    found = list(Dataset(folder).analyses())
    assert found == [analysis(name) for name in "abc"]
    assert found[0].points[2].pieces != ()
    assert found[0].notices


def test_tables_are_those_of_the_analyses(folder):
    for name in COLUMNS:
        rows = [row for document in "abc" for row in table(name, getattr(analysis(document), name)).rows]
        assert Dataset(folder).table(name).rows == tuple(rows)
    assert [row[0] for row in Dataset(folder).table("documents").rows] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("name", "where", "rows"),
    [
        ("themes", "theme = 'corruption'", 3),
        ("themes", "theme = 'corruption' and document = 'b'", 1),
        ("themes", "strength = 'obligation'", 3),
        ("themes", "not strength = 'obligation'", 3),
        ("themes", "hits > 1 or document = 'a'", 4),
        ("themes", "hits > 1 or theme = 'corruption' and document = 'a'", 4),
        ("themes", "(hits > 1 or theme = 'corruption') and document = 'a'", 2),
        ("themes", "not (hits > 1 or document = 'a')", 2),
        ("themes", "symbol like 'A/RES/%' and title is not null", 6),
        ("themes", "symbol is null", 0),
        ("actions", "theme = 'corruption'", 3),
        ("actions", "theme = 'illicit_cultivation'", 0),
        ("actions", "agent is null and document in ('a', 'c')", 2),
        ("documents", "theme = 'corruption' and document <> 'c'", 2),
        ("points", "themes.evidence = 'Bribes'", 3),
        ("points", "kind = 'lettered'", 3),
        ("points", "text like '%''%'", 0),
    ],
)
def test_conditions(folder, name, where, rows):
    assert len(Dataset(folder, where=where).table(name).rows) == rows


def test_conditions_keep_points_of_analyses(folder):
    found = list(Dataset(folder, where="theme = 'corruption' and document <> 'b'").analyses())
    assert [one.document.name for one in found] == ["a", "c"]
    full = analysis("a")
    assert found[0].points == tuple(point for point in full.points if point.point == "3")
    assert (found[0].actors, found[0].actions) == ((), full.actions)
    assert found[0].themes == full.themes[1:]
    assert found[0].points[0].locate(0, 3) == full.points[full.points.index(found[0].points[0])].locate(0, 3)


def test_other_programs_open_it(folder):
    frame = pd.read_parquet(folder / "themes")
    assert list(frame.columns) == list(COLUMNS["themes"])
    assert len(frame) == 6
    asked = f"SELECT document FROM '{folder}/actions/*.parquet' JOIN '{folder}/documents/*.parquet' USING (document)"
    assert len(duckdb.sql(asked).fetchall()) == 3


def test_a_part_says_what_it_holds(folder):
    summaries = [read_summary(path.read_bytes()) for path in sorted((folder / "documents").iterdir())]
    assert [one.documents for one in summaries] == [2, 0, 1]
    assert summaries[1].failed == (Failure("x.txt", "x.txt: no"),)
    assert summaries[0].words == 2 * summaries[2].words > 0
    assert read_summary(b"PAR1 not a file") is None


def test_the_same_bytes_for_the_same_analyses(tmp_path):
    written = []
    for name in ("one", "two"):
        writer = PartWriter()
        writer.add(analysis("a"))
        writer.write(Place(str(tmp_path / name)), 7, [])
        written.append(
            {str(p.relative_to(tmp_path / name)): p.read_bytes() for p in (tmp_path / name).rglob("*.parquet")}
        )
    assert written[0] == written[1]
    assert len(written[0]) == 7


WRITES = """
import sys
from cnd_tools import starting
from cnd_tools.dataset.places import Place
from cnd_tools.dataset.writing import PartWriter
starting.own = True
PartWriter().write(Place(sys.argv[1]), 0, [])
assert "pandas" not in sys.modules
import pyarrow
assert pyarrow.table({"a": [1]}).to_pandas().shape == (1, 1)
"""


def test_who_only_writes_is_spared_pandas(tmp_path):
    subprocess.run([sys.executable, "-c", WRITES, str(tmp_path / "out")], check=True, timeout=60)


def test_what_parquet_cannot_hold_is_replaced_one_for_one(tmp_path):
    writer = PartWriter()
    odd = analysis("a")
    points = tuple(replace(point, text=point.text.replace("\U0001f33e", "\ud800")) for point in odd.points)
    document = replace(odd.document, text=TEXT.replace("\U0001f33e", "\ud800"))
    writer.add(replace(odd, document=document, points=points))
    place = Place(str(tmp_path))
    writer.write(place, 0, [])
    place.write("dataset.json", b'{"format": 1, "complete": true}')
    (back,) = Dataset(tmp_path).analyses()
    assert back.document.text == TEXT.replace("\U0001f33e", "?")


def test_nothing_but_the_dataset_can_be_reached(folder, tmp_path):
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    connection = Dataset(folder)._connection
    for sql in (f"SELECT * FROM '{tmp_path}/secret.csv'", f"COPY (SELECT 1) TO '{tmp_path}/out.csv'", "INSTALL httpfs",
                "SET enable_external_access = true", "ATTACH 'x.db'"):  # fmt: skip
        with pytest.raises(duckdb.Error):
            connection.execute(sql)


@pytest.mark.parametrize(
    ("about", "message"),
    [
        ('{"format": 1, "complete": false}', "unfinished"),
        ('{"format": 9}', "format 9"),
        ("[]", "dataset.json"),
        ("{", "dataset.json"),
    ],
)
def test_what_is_no_finished_dataset_is_refused(folder, about, message):
    (folder / "dataset.json").write_text(about)
    with pytest.raises(RefusedInput, match=message):
        Dataset(folder)


def test_a_path_that_would_mean_others_is_refused(folder):
    for mark in "*?[":
        other = folder.rename(folder.with_name(f"out{mark}"))
        with pytest.raises(UsageError, match="rename the folder"):
            Dataset(other)
        other.rename(folder)


@pytest.mark.parametrize("missing", ["pyarrow", "duckdb"])
def test_what_is_not_installed_is_named(monkeypatch, missing):
    monkeypatch.setitem(sys.modules, missing, None)  # importing it fails, as where it is not
    with pytest.raises(UsageError, match=rf'{missing} is needed for datasets.*"cnd-tools\[parquet\]"'):
        require(missing)


def test_a_damaged_file_is_refused(folder):
    (folder / "themes" / "part-000000.parquet").write_bytes(b"PAR1" + bytes(50))
    with pytest.raises(RefusedInput, match="make it anew"):
        Dataset(folder).table("themes")


def test_places(tmp_path):
    place = Place(str(tmp_path / "new"))
    assert place.names() == []
    assert place.read("a/b") is None
    place.write("a/b", b"x")
    place.write("a/b", b"y")
    assert (place.names(), place.names("a"), place.read("a/b")) == (["a"], ["b"], b"y")
    place.remove("a/b")
    place.remove("a/b")
    assert place.names("a") == []
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputFailed):
        Place(str(tmp_path / "file")).write("a", b"x")
    with pytest.raises(UsageError):
        Place("nowhere://bucket/x")


def test_what_cannot_be_read_is_no_empty_place(tmp_path):
    place = Place(str(tmp_path))
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match=r"folder: cannot be read"):
        place.read("folder")
    with pytest.raises(UsageError, match=r"cannot be looked into"):
        place.names("x" * 300)  # longer than any file system takes


def test_places_that_fsspec_reaches():
    pytest.importorskip("fsspec")
    place = Place("memory://bucket/new/")
    assert place.names() == []
    assert place.read("a/b") is None
    place.write("a/b", b"x")
    place.write("a/b", b"y")
    assert (place.names(), place.names("a"), place.read("a/b")) == (["a"], ["b"], b"y")
    assert [(path.endswith("bucket/new/a/b"), size) for path, size, _ in listed("memory://bucket/new")] == [(True, 1)]
    place.remove("a/b")
    place.remove("a/b")
    assert place.read("a/b") is None


def test_fsspec_that_is_not_installed_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(UsageError, match=r's3://bucket/x: .*pip install "cnd-tools\[cluster\]"'):
        Place("s3://bucket/x")
