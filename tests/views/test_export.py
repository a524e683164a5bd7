import csv
import io
import json
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.errors import OutputFailed, UsageError
from cnd_tools.tables import COLUMNS, Table, table
from cnd_tools.views.export import replacing, write_csv, write_json, write_jsonl, write_markdown

CELLS = st.one_of(st.none(), st.integers(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")))
ROWS = st.lists(st.tuples(CELLS, CELLS), max_size=5).map(tuple)


def written(write, *tables, **options):
    out = io.StringIO(newline="")
    write(tables, out, **options)
    return out.getvalue()


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_is_there_without_rows(name):
    empty = table(name, [])
    assert written(write_csv, empty) == ",".join(COLUMNS[name]) + "\n"
    assert written(write_json, empty) == "[]\n"
    assert written(write_jsonl, empty) == ""
    assert written(write_markdown, empty).splitlines()[0] == "| " + " | ".join(COLUMNS[name]) + " |"


@given(ROWS)
def test_csv_reads_back_exactly_with_raw(rows):
    text = written(write_csv, Table("t", ("a", "b"), rows), raw=True)
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert back == [["a", "b"], *(["" if cell is None else str(cell) for cell in row] for row in rows)]


@given(ROWS)
def test_json_reads_back_exactly(rows):
    made = Table("t", ("a", "b"), rows)
    expected = [{"a": a, "b": b} for a, b in rows]
    assert json.loads(written(write_json, made)) == expected
    # Only \n ends a line of JSONL: splitlines would also split at U+2028, which JSON leaves as it is.
    lines = written(write_jsonl, made).split("\n")
    assert [json.loads(line) for line in lines if line] == expected


def test_csv_counts_the_cells_it_defused():
    out = io.StringIO()
    assert write_csv([Table("t", ("a", "b"), (("=1+1", "-"), ("x", "@y")))], out) == 2
    assert out.getvalue() == "a,b\n'=1+1,-\nx,'@y\n"


def test_several_tables_are_told_apart():
    one, two = Table("one", ("a",), ((1,),)), Table("two", ("b",), ((2,),))
    assert written(write_csv, one, two) == "a\n1\n\nb\n2\n"
    assert json.loads(written(write_json, one, two)) == {"one": [{"a": 1}], "two": [{"b": 2}]}
    assert json.loads(written(write_jsonl, one, two).splitlines()[1]) == {"table": "two", "b": 2}
    assert "## two" in written(write_markdown, one, two)


def test_markdown_shows_text_as_it_is():
    shown = written(write_markdown, Table("t", ("a",), (("a|b *c* <script> [x](y)\nz",),))).splitlines()[2]
    assert shown == r"| a\|b \*c\* \<script\> \[x\](y) z |"


class TestReplacing:
    def test_the_old_file_stays_whole_when_writing_fails(self, tmp_path):
        path = tmp_path / "out.csv"
        path.write_text("old")

        def break_off():
            with replacing(path, force=True) as out:
                out.write("half")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            break_off()
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]

    def test_it_is_replaced_whole_and_keeps_its_rights(self, tmp_path):
        path = tmp_path / "out.csv"
        path.write_text("old")
        path.chmod(0o640)
        with replacing(path, force=True) as out:
            out.write("new")
        assert path.read_text() == "new"
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_a_new_file_has_the_rights_any_new_file_has(self, tmp_path):
        with replacing(tmp_path / "a") as out:
            out.write("x")
        (tmp_path / "b").write_text("x")
        assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode

    def test_nothing_is_replaced_unasked(self, tmp_path):
        path = tmp_path / "out.csv"
        path.write_text("old")
        with pytest.raises(UsageError, match="--force"), replacing(path):
            pass
        with pytest.raises(UsageError, match="folder"), replacing(tmp_path):
            pass

    def test_a_place_that_cannot_be_written(self, tmp_path):
        with pytest.raises(OutputFailed, match="nowhere"), replacing(tmp_path / "nowhere" / "out.csv"):
            pass
