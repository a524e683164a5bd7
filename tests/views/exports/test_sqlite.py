"""The database, read with Python's own SQLite."""

import sqlite3
from contextlib import closing

import pytest
import sqlite_utils

from cnd_tools.tables import CODED, COLUMNS
from cnd_tools.views.exports.sqlite import write_sqlite
from views.exports.contents import ALL, HOSTILE, SAID, TREE, of


@pytest.fixture
def database(tmp_path):
    write_sqlite(of(*ALL), tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as opened:
        yield opened


def test_every_row_and_column_is_there(database):
    for table in of(*ALL).tables():
        names = ", ".join(f'"{name}"' for name in COLUMNS[table.name])
        assert database.execute(f"SELECT {names} FROM {table.name} ORDER BY id").fetchall() == list(table.rows)


def test_the_database_is_sound(database):
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.execute("INSERT INTO points_fts(points_fts) VALUES ('integrity-check')")
    for name in COLUMNS:
        assert database.execute(f"PRAGMA foreign_key_list({name})").fetchall()


def test_spans_are_found_in_the_source(database):
    query = 'SELECT substr(source, start + 1, "end" - start), text FROM actors JOIN documents USING (document)'
    found = database.execute(query).fetchall()
    assert len(found) == sum(len(one.actors) for one in ALL)
    assert all(words == text for words, text in found)


@pytest.mark.parametrize(("words", "points"), [("trafficking", 3), ("wait", 1), ("countri", 1), ("nobody", 0)])
def test_full_text_search(database, words, points):
    query = "SELECT count(*) FROM points WHERE id IN (SELECT rowid FROM points_fts WHERE points_fts MATCH ?)"
    assert database.execute(query, (words,)).fetchone() == (points,)


# The questions that sqlite-utils (Table.detect_fts) and Datasette (utils.detect_fts_sql) ask a database.
OTHERS = {
    "sqlite-utils": """
        SELECT name FROM sqlite_master WHERE rootpage = 0 AND (
            sql LIKE '%VIRTUAL TABLE%USING FTS%content=[points]%'
            OR sql LIKE '%VIRTUAL TABLE%USING FTS%content="points"%'
            OR (tbl_name = 'points' AND sql LIKE '%VIRTUAL TABLE%USING FTS%'))""",
    "Datasette": """
        select name from sqlite_master where rootpage = 0 and (
            sql like '%VIRTUAL TABLE%USING FTS%content="points"%'
            or sql like '%VIRTUAL TABLE%USING FTS%content=[points]%'
            or (tbl_name = 'points' and sql like '%VIRTUAL TABLE%USING FTS%'))""",
}


@pytest.mark.parametrize("asked", OTHERS)
def test_other_programs_find_the_full_text_index(database, asked):
    assert database.execute(OTHERS[asked]).fetchall() == [("points_fts",)]


def test_sqlite_utils_itself_finds_and_searches_it(tmp_path):
    write_sqlite(of(*ALL), tmp_path / "a.db")
    with closing(sqlite_utils.Database(tmp_path / "a.db")) as opened:
        points = opened["points"]
        assert points.detect_fts() == "points_fts"
        assert len(list(points.search("trafficking"))) == 3


def test_a_key_is_shown_by_a_short_name(database):
    """Datasette labels a key by the first column called "name" or "title" (Database.label_column_for_table)."""
    columns = [row[1] for row in database.execute("PRAGMA table_info(documents)")]
    label = next(column for column in columns if column in {"name", "title"})
    assert database.execute(f"SELECT {label} = document FROM documents").fetchall() == [(1,)] * len(ALL)


def test_paragraphs_are_counted_without_headings_title_pages_and_notes(database):
    kinds = {kind for (kind,) in database.execute("SELECT DISTINCT kind FROM points")}
    left = {kind for (kind,) in database.execute("SELECT DISTINCT kind FROM paragraphs")}
    assert kinds - left <= {"masthead", "heading", "note"}
    assert left <= CODED


def test_the_tree_can_be_walked(database):
    query = "SELECT child.point FROM points child JOIN points parent ON parent.id = child.parent_id"
    assert database.execute(query).fetchall() == [("4(a)",), ("4(b)",)]


def test_views_answer_what_is_asked_first(database):
    assert ("2009", "unodc", "Unodc", "drug_trafficking", "Drug trafficking", 1) in database.execute(
        "SELECT * FROM actors_by_theme"
    ).fetchall()
    assert database.execute("SELECT points FROM themes_by_document WHERE theme = 'corruption'").fetchall() == [
        (2,),
        (1,),
    ]
    assert database.execute("SELECT aim FROM demands WHERE document = 'tree'").fetchall() == [("not assist",)]
    assert database.execute("SELECT in_full FROM held WHERE document = '2011'").fetchone()[0].startswith("Participants")


def test_hostile_words_are_only_words(database):
    name = HOSTILE.document.name
    assert database.execute("SELECT text FROM points WHERE document = ?", (name,)).fetchall() == [(s,) for s in SAID]


def test_no_codes_no_rows(tmp_path):
    write_sqlite(of(), tmp_path / "empty.db")
    with closing(sqlite3.connect(tmp_path / "empty.db")) as opened:
        assert opened.execute("SELECT count(*) FROM points").fetchone() == (0,)


def test_the_same_data_give_the_same_file(tmp_path):
    for name in ("a", "b"):
        write_sqlite(of(*ALL), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_place_that_cannot_be_written(tmp_path):
    with pytest.raises(OSError, match="unable to open"):
        write_sqlite(of(TREE), tmp_path / "nowhere" / "a.db")
