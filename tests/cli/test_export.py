"""`cnd export`: one file for another program, whole or not at all."""

import json
import sqlite3
from contextlib import closing

import duckdb
import openpyxl
import pyarrow.parquet
import pytest

from cnd_tools import __version__
from cnd_tools.cli.export import FORMATS, WRITERS
from cnd_tools.errors import pip_install
from cnd_tools.lexicon import load
from cnd_tools.tables import COLUMNS


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with two short texts, which the commands run in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "before.txt").write_text("1. Member States should combat corruption.\n\n2. UNODC should assist.\n")
    (tmp_path / "after.txt").write_text("1. Member States must combat corruption.\n\n2. Nothing else was said.\n")
    return tmp_path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_workbook(cnd, folder):
    ended = cnd("export", "before.txt", "after.txt", "-o", "both.XLSX")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "both.XLSX written: 2 texts, 4 paragraphs\n"
    book = openpyxl.load_workbook(folder / "both.XLSX")
    actions = list(book["actions"].iter_rows(values_only=True))
    assert [row[5] for row in actions[1:]] == ["recommendation", "recommendation", "obligation"]
    settings = dict(book["settings"].iter_rows(values_only=True))
    assert settings["cnd-tools"] == __version__
    assert settings["lexicon"] == load().version
    assert settings["codebook"] == "drugs"
    assert settings["file of after"] == "after.txt"
    assert any(name.startswith("model en_core_web_sm") for name in settings)


def test_a_long_cell_is_told(cnd, folder):
    (folder / "long.txt").write_text(f"1. {'Member States agreed. ' * 1600}\n")
    ended = cnd("export", "long.txt", "-o", "long.xlsx")
    assert ended.code == 0
    note, written = ended.err.splitlines()
    assert note == "note: 1 cell too long for Excel: the whole text is on the sheet continued"
    assert written == "long.xlsx written: 1 text, 1 paragraph"
    assert cnd("export", "long.txt", "-o", "long.xlsx", "--force", "--quiet").err == ""


def test_a_database(cnd, folder):
    assert cnd("export", "before.txt", "after.txt", "-o", "both.db").code == 0
    with closing(sqlite3.connect(folder / "both.db")) as database:
        assert database.execute("SELECT agent, strength, aim FROM demands WHERE document = 'after'").fetchall() == [
            ("member_states", "obligation", "combat")
        ]


def test_a_dataset(cnd, folder):
    assert cnd("export", "before.txt", "after.txt", "-o", "both.parquet", "-q") == (0, "", "")
    made_with = json.loads((folder / "both.parquet" / "dataset.json").read_bytes())["made_with"]
    assert made_with["cnd-tools"] == __version__
    for table, columns in COLUMNS.items():
        frame = pyarrow.parquet.read_table(folder / "both.parquet" / table)
        assert tuple(frame.column_names) == columns
        asked = cnd(table, "before.txt", "after.txt", "--json") if table != "points" else None
        assert asked is None or frame.to_pylist() == json.loads(asked.out)
    found = duckdb.sql("SELECT document, point, start, \"end\", text FROM 'both.parquet/actors/*.parquet'").fetchall()
    texts = {name: (folder / f"{name}.txt").read_text() for name in ("before", "after")}
    assert {(document, point) for document, point, *_ in found} == {("before", "1"), ("before", "2"), ("after", "1")}
    assert all(texts[document][start:end] == text for document, _, start, end, text in found)


def test_a_dataset_is_a_document_for_every_command(cnd, folder):
    assert cnd("export", "before.txt", "after.txt", "-o", "both.parquet").code == 0
    for words in (["actions"], ["segment", "--csv"], ["compare", "--csv"], ["find", "corruption", "--csv"]):
        assert cnd(*words, "both.parquet") == cnd(*words, "before.txt", "after.txt")
    assert cnd("actions", "both.parquet", "--where", "strength = 'obligation'", "--csv").out.count("\n") == 2
    assert cnd("export", "both.parquet", "-o", "again.parquet", "-q") == (0, "", "")
    for path in (folder / "both.parquet").rglob("*.parquet"):
        again = folder / "again.parquet" / path.relative_to(folder / "both.parquet")
        assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_two_documents_of_one_name_are_refused(cnd, folder, ending):
    assert cnd("export", "before.txt", "-o", "a.parquet").code == 0
    ended = cnd("export", "before.txt", "a.parquet", "-o", f"b{ending}")
    assert (ended.code, ended.out) == (2, "")
    assert "both called before" in ended.err
    assert names(folder) == ["a.parquet", "after.txt", "before.txt"]


def test_a_lexicon_of_ones_own_is_in_the_codebook(cnd, folder):
    entry = 'id = "silence"\nlabel = "Silence"\npillar = "ours"\npatterns = ["nothing else"]\nwhy = "Not said."\n'
    (folder / "own.toml").write_text(f"[[theme]]\n{entry}")
    assert cnd("export", "after.txt", "-o", "a.db", "--lexicon", "own.toml").code == 0
    with closing(sqlite3.connect(folder / "a.db")) as database:
        assert database.execute("SELECT definition FROM codebook WHERE code = 'silence'").fetchall() == [("Not said.",)]
        assert database.execute("SELECT count(*) FROM themes WHERE theme = 'silence'").fetchone() == (1,)


def test_a_file_is_replaced_only_when_asked(cnd, folder):
    (folder / "a.db").write_text("mine")
    refused = cnd("export", "before.txt", "-o", "a.db")
    assert refused.code == 2
    assert "--force" in refused.err
    assert (folder / "a.db").read_text() == "mine"
    assert cnd("export", "before.txt", "-o", "a.db", "--force").code == 0
    assert (folder / "a.db").read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_text_can_be_a_task(cnd, folder, format):
    (folder / "empty.txt").write_text("")
    assert cnd("export", "empty.txt", "-q", "-f", format, "-o", "a.json") == (0, "", "")
    assert (folder / "a.json").exists()


@pytest.mark.parametrize("ending", [".qdpx", ".docx", ".akn.xml", ".jsonld", ".spacy", ".conllu", ".html"])
def test_the_same_text_gives_the_same_file(cnd, folder, ending):
    for name in ("one", "two"):
        assert cnd("export", "before.txt", "-o", name + ending).code == 0
    assert (folder / f"one{ending}").read_bytes() == (folder / f"two{ending}").read_bytes()


@pytest.mark.parametrize("ending", WRITERS)
def test_an_empty_text_can_be_written(cnd, folder, ending):
    (folder / "empty.txt").write_text("")
    assert cnd("export", "empty.txt", "-q", "-o", f"a{ending}") == (0, "", "")
    assert (folder / f"a{ending}").exists()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["export", "before.txt", "-o", "a.doc"], 2, "no export is known by this ending; use .xlsx .db .qdpx"),
        (["export", "before.txt"], 2, "--output"),
        (["export", "before.txt", "-o", "a.json"], 2, "or --format label-studio, label-studio-interface, prodigy"),
        (["export", "before.txt", "-o", "a.json", "--format", "brat"], 2, "--format: there is no 'brat'; use label-"),
        (["export", "before.txt", "after.txt", "-o", "a", "-f", "inception"], 2, "one document, not 2"),
        (["export", "nothing.txt", "-o", "a.db"], 2, "nothing.txt"),
        (["export", "before.txt", "-o", "nowhere/a.db"], 4, "cannot be written"),
        (["export", "before.txt", "-o", "nowhere/a.parquet"], 4, "cannot be written"),
        (["export", "latin.txt", "-o", "a.db"], 3, "--encoding"),
    ],
)
def test_what_goes_wrong_leaves_nothing_behind(cnd, folder, words, code, message):
    (folder / "latin.txt").write_bytes(b"1. Caf\xe9.\n")
    ended = cnd(*words)
    assert ended.code == code
    assert message in ended.err
    assert names(folder) == ["after.txt", "before.txt", "latin.txt"]


@pytest.mark.parametrize(
    ("ending", "needed"),
    [(".xlsx", ("xlsxwriter", "xlsx")), (".docx", ("docx", "docx")), (".parquet", ("pyarrow", "parquet"))],
)
def test_what_is_not_installed_is_named(cnd, folder, monkeypatch, ending, needed):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    ended = cnd("export", "before.txt", "-o", f"a{ending}")
    assert ended.code == 2
    library, extra = needed
    assert f"{library} is needed and is not installed: {pip_install(f'cnd-tools[{extra}]')}" in ended.err
