"""JSON Schema of the tables: what is printed and written is as it says, and what is not so is refused."""

import json
import tomllib

import pytest

from cnd_tools.lexicon.loading import HERE
from cnd_tools.lexicon.schema import KINDS
from cnd_tools.schemas import TABLES, schema
from cnd_tools.tables import COLUMNS, table
from views.exports.contents import HOSTILE, TREE

jsonschema = pytest.importorskip("jsonschema", reason="altair brings jsonschema")
COMMANDS = {name: name for name in TABLES} | {"documents": "docs", "points": "segment"}


def validator(name=None):
    jsonschema.Draft202012Validator.check_schema(schema(name))
    return jsonschema.Draft202012Validator(schema(name))


@pytest.mark.parametrize("name", TABLES)
def test_what_a_command_prints_is_as_its_schema_says(cnd, name):
    printed = json.loads(cnd(COMMANDS[name], "2009", "2011", "--json", "-q").out)
    assert len(printed) >= 2
    validator(name).validate(printed)


@pytest.mark.parametrize("name", COLUMNS)
@pytest.mark.parametrize("analysis", [HOSTILE, TREE], ids=["hostile", "tree"])
def test_tables_of_any_text_are_as_their_schema_says(name, analysis):
    made = table(name, getattr(analysis, name))
    validator(name).validate([dict(zip(made.columns, row, strict=True)) for row in made.rows])


def test_all_tables_have_one_schema():
    assert list(schema()["properties"]) == list(TABLES)
    validator().validate({name: [] for name in TABLES})


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("actions", {"strength": "much"}),
        ("actions", {"start": "7"}),
        ("actions", {"colour": "red"}),
        ("actions", {"aim": None}),
        ("actors", {"role": "hero"}),
        ("points", {"level": None}),
    ],
)
def test_what_is_otherwise_is_refused(name, change):
    made = table(name, getattr(TREE, name))
    row = dict(zip(made.columns, made.rows[0], strict=True))
    validator(name).validate([row])
    with pytest.raises(jsonschema.ValidationError):
        validator(name).validate([row | change])


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.toml")), ids=lambda path: path.name)
def test_lexicon_files_are_as_their_schema_says(path):
    given = tomllib.loads(path.read_text("utf-8"))
    if given.keys() <= {"codebook", "defaults", *KINDS}:
        validator("lexicon").validate(given)
    else:
        assert path.stem in {
            "codebook",
            "kinds_of_action",
            "languages",
            "ladders",
            "norms",
            "openings",
            "wording",
        }  # which are no lists of entries


@pytest.mark.parametrize(
    "entry", [{"paterns": ["x"]}, {"patterns": "x"}, {"patterns": ["x"], "type": "tribe"}, {"patterns": [7]}]
)
def test_a_mistyped_entry_is_refused(entry):
    with pytest.raises(jsonschema.ValidationError):
        validator("lexicon").validate({"actor": [{"id": "x", "label": "X", "why": "w", "type": "un", **entry}]})


def test_the_command(cnd):
    assert json.loads(cnd("schema", "actions").out) == schema("actions")
    assert json.loads(cnd("schema").out) == schema()
    ended = cnd("schema", "weather")
    assert ended.code == 2
    assert "there is no table 'weather'; there are documents, points" in ended.err
