"""A table as one Parquet file, and what pandas makes of a whole dataset."""

from pathlib import Path

import pytest

from cnd_tools.dataset.schema import TABLES
from cnd_tools.dataset.writing import write_table
from cnd_tools.tables import Table

pandas = pytest.importorskip("pandas")
pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
TEXT = "1. States should act.\n\n2. UNODC was invited to help farmers.\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_table_is_a_file_that_pandas_opens_by_its_name(cnd, text, tmp_path):
    file = tmp_path / "actions.parquet"
    ended = cnd("actions", str(text), "-o", str(file))
    assert ended.err == f"{file} written: 2 rows of actions\n"
    found = pandas.read_parquet(file)
    assert found[["point", "agent", "lemma"]].values.tolist() == [["1", "member_states", "act"], ["2", "unodc", "help"]]
    assert [TEXT[row.start : row.end] for row in found.itertuples()] == found.text.tolist()


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ((1, None, 3), "int64"),
        ((1, 2.5, None), "double"),
        ((None, None), "string"),
        (("a", None), "string"),
        ((1, "a"), "string"),
        ((True, False), "bool"),
        (("\ud800",), "string"),
        ((), "string"),
    ],
)
def test_a_column_has_one_type(values, kind, tmp_path):
    file = tmp_path / "t.parquet"
    write_table(Table("t", ("a",), tuple((value,) for value in values)), file)
    read = parquet.read_table(file)
    assert str(read.schema.field("a").type) == kind
    assert read.num_rows == len(values)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--format", "parquet"], "Parquet is no text to be printed; name a file with -o"),
        (["-o", "there"], "is there already; --force replaces it"),
    ],
)
def test_where_no_parquet_file_can_be(cnd, text, words, message):
    there = text.with_name("there.parquet")
    there.write_bytes(b"mine")
    ended = cnd("actions", str(text), *(str(there) if word == "there" else word for word in words))
    assert ended.code == 2
    assert message in ended.err
    assert there.read_bytes() == b"mine"


def test_a_whole_dataset_is_refused_by_pandas_rather_than_mixed(cnd, text, tmp_path):
    """Tables of different columns are not one: pandas would give the rows of all with the columns of the first."""
    folder = tmp_path / "a.parquet"
    assert cnd("export", str(text), "-o", str(folder)).code == 0
    with pytest.raises(pyarrow.lib.ArrowInvalid, match=r"dataset\.json"):
        pandas.read_parquet(folder)
    for table in TABLES:
        assert "document" in pandas.read_parquet(folder / table).columns
