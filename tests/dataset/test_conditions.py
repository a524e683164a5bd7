import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.dataset.conditions import LONGEST, read
from cnd_tools.errors import UsageError


@pytest.mark.parametrize(
    ("condition", "sql", "values"),
    [
        ("theme = 'corruption'", '''(("theme" = ?))''', ("corruption",)),
        ("hits >= 2 and theme != 'x'", '''(("hits" >= ?) AND ("theme" <> ?))''', (2, "x")),
        ("not (start < 5 or \"end\" > 9)", None, None),
        ("title like 'Money%' or pillar is null", '''(("title" LIKE ?) OR ("pillar" IS NULL))''', ("Money%",)),
        ("pillar is not null", '''(("pillar" IS NOT NULL))''', ()),
        ("start between 1 and 20", '''(("start" BETWEEN ? AND ?))''', (1, 20)),
        ("point not in ('4', '4(c)')", '''(("point" NOT IN (?, ?)))''', ("4", "4(c)")),
        ("title = 'it''s'", '''(("title" = ?))''', ("it's",)),
        ("THEME = 'a' AND NOT hits = -1", '''(("theme" = ?) AND (NOT ("hits" = ?)))''', ("a", -1)),
        (
            "strength = 'obligation'",
            """((("document", "point") IN (SELECT "document", "point" FROM {actions} WHERE "strength" = ?)))""",
            ("obligation",),
        ),
        ("symbol = 'A/1'", """(("document" IN (SELECT "document" FROM {documents} WHERE "symbol" = ?)))""", ("A/1",)),
        (
            "actors.text = 'x'",
            """((("document", "point") IN (SELECT "document", "point" FROM {actors} WHERE "text" = ?)))""",
            ("x",),
        ),
    ],
)  # fmt: skip
def test_a_condition_on_themes(condition, sql, values):
    if sql is None:
        with pytest.raises(UsageError, match="--where"):
            read(condition, table="themes")
        return
    found = read(condition, table="themes")
    assert "".join(found.sql.split()).replace("(", "").replace(")", "") == (
        "".join(sql.split()).replace("(", "").replace(")", "")
    )
    assert found.values == values


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("", "a column"),
        ("theme", "expected"),
        ("theme = ", "a value"),
        ("theme = corruption", "single quotes"),
        ("theme = 'x'; DROP TABLE themes", "not understood"),
        ("theme = 'x' -- ", "not understood"),
        ("theme = 'x' union select 1", "and, or, or the end"),
        ("1 = 1", "a column"),
        ("theme = 'x' or 1=1", "a column"),
        ("read_text('/etc/passwd') = 'x'", "no column"),
        ("thme = 'x'", "did you mean theme"),
        ("themes.thme = 'x'", "did you mean theme"),
        ("themes.text = 'x'", "no column"),
        ("files.text = 'x'", "no column"),
        ("hits = '2'", "a number"),
        ("theme = 2", "single quotes"),
        ("hits like '2'", "like nothing"),
        ("theme in ()", "a value"),
        ("(theme = 'x'", "expected )"),
        ("theme = 'x", "not understood"),
        ("(" * 60 + "theme = 'x'" + ")" * 60, "simpler"),
        ("not " * 5000 + "theme = 'x'", "characters"),
        ("not " * 100 + "theme = 'x'", "simpler"),
        ("theme = '" + "x" * LONGEST + "'", "characters"),
    ],
)
def test_what_is_no_condition_is_refused(condition, message):
    with pytest.raises(UsageError) as refused:
        read(condition, table="themes")
    assert message in str(refused.value)


@given(st.text(max_size=80))
def test_no_word_of_the_users_gets_into_the_statement(text):
    condition = f"theme = '{text.replace(chr(39), chr(39) * 2)}'"
    found = read(condition, table="themes")
    assert found.values == (text,)
    assert "?" in found.sql
    assert found.sql == read("theme = 'x'", table="themes").sql
    assert found.equal == (("themes", "theme", text),)


@pytest.mark.parametrize(
    ("condition", "equal"),
    [
        ("theme = 'a' or not strength = 'b'", [("themes", "theme", "a"), ("actions", "strength", "b")]),
        ("theme in ('a', 'b') and title like 'c'", [("themes", "theme", "a"), ("themes", "theme", "b")]),
        ("theme <> 'a' and theme not in ('b') and hits = 2 and theme >= 'c'", []),
    ],
)
def test_the_words_a_column_is_to_be_equal_to(condition, equal):
    assert list(read(condition, table="themes").equal) == equal


@given(st.text(alphabet="theme ='()andornotinlike,.0159;-\"\\%{}?", max_size=60))
def test_anything_else_is_read_or_refused(condition):
    try:
        found = read(condition, table="themes")
    except UsageError:
        return
    assert found.sql.count("?") == len(found.values)
