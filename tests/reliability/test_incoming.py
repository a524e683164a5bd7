"""What comes back in, from whoever made it: datasets, stores, references, annotations, lexicons and dictionaries."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import zipfile
import zlib
from hashlib import sha256

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import cnd_tools
from cnd_tools.dataset.schema import TABLES
from cnd_tools.dataset.writing import write_dataset

TEXT = "1. Member States should combat corruption.\n\n2. Member States noted with concern that drugs harm youth.\n"


@pytest.fixture(autouse=True)
def a_text(folder):
    (folder / "a.txt").write_text(TEXT)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A dataset of one document, to be copied and broken."""
    place = tmp_path_factory.mktemp("written")
    write_dataset([cnd_tools.analyse(cnd_tools.document(TEXT, name="a")).records], place, made_with={})
    return place


@pytest.fixture
def dataset(folder, written):
    shutil.copytree(written, folder / "ds")
    return folder / "ds"


def changed(path, name, values):
    """Write a column of a Parquet file anew."""
    table = pq.read_table(path)
    pq.write_table(table.set_column(table.schema.get_field_index(name), name, values(table)), path)


def first(value):
    """Return what puts a value in a column's first row."""

    def values(name):
        return lambda table: pa.array([value, *table[name].to_pylist()[1:]], table.schema.field(name).type)

    return values


def every(value):
    return lambda name: lambda table: pa.array([value] * len(table), table.schema.field(name).type)


VALUES = {
    "nothing": ("themes", "theme", first(None), "theme is missing in row 1"),
    "nothing-for-a-name": ("documents", "document", first(None), "document is missing"),
    "unknown-role": (
        "actors",
        "role",
        first("king"),
        "role must be one of agent, mention, recipient, source, not 'king'",
    ),
    "unknown-kind": ("points", "kind", first("ode"), "kind must be one of"),
    "same-point-twice": ("points", "point", every("1"), "is there twice"),
    "parent-of-itself": ("points", "parent", first("1"), "does not stand before it"),
    "outside-the-text": ("actions", "end", first(10**12), "and the text has"),
    "negative": ("themes", "start", first(-1), "and the text has"),
    "deep-level": ("points", "level", first(2**62), "page, level or line that cannot be"),
    "no-such-point": ("actions", "point", first("9"), "which the document does not have"),
    "no-such-document": ("actions", "document", every("b"), "other tables have rows of 'b'"),
    "pieces-short": ("documents", "pieces", first([[0, 0, 5]]), "points, and pieces of 1"),
    "pieces-odd": ("documents", "pieces", first([[1], [2]]), "3 at a time"),
    "pieces-wild": ("documents", "pieces", first([[0, 10**12, 9], [0, 0, 1]]), "not words of the source"),
    "pieces-none": ("documents", "pieces", first(None), "pieces are missing"),
    "masthead-odd": ("documents", "masthead", first([5]), "2 at a time"),
    "pages-back": ("documents", "pages", first([0, 9, 2]), "places in the text, in order"),
    "ledger-wrong": ("documents", "ledger", first([{"kind": "point", "characters": 5}]), "account for the"),
    "notice-of-nothing": ("documents", "notices", first([{"line": None, "code": "x", "text": "x"}]), "notices[0].line"),
}


@pytest.mark.parametrize("fault", VALUES)
def test_dataset_values(cnd, dataset, fault):
    table, column, values, message = VALUES[fault]
    changed(dataset / table / "part-000000.parquet", column, values(column))
    ended = cnd("report", "ds", "-o", "out.html")
    assert f"ds/{table if fault != 'no-such-document' else 'documents'}" in ended.err or "ds/documents" in ended.err
    assert message in ended.err


COLUMNS = {
    "list": ("theme", lambda table: pa.array([["x"]] * len(table)), "theme must be string, not list"),
    "number": ("theme", lambda table: pa.array([5] * len(table)), "theme must be string, not int64"),
    "text": ("hits", lambda table: pa.array(["5"] * len(table)), "hits must be int64, not string"),
    "fraction": ("start", lambda table: pa.array([0.5] * len(table)), "start must be int64, not double"),
}


@pytest.mark.parametrize("fault", COLUMNS)
def test_dataset_columns(cnd, dataset, fault):
    name, values, message = COLUMNS[fault]
    changed(dataset / "themes" / "part-000000.parquet", name, values)
    for words in (["themes", "ds"], ["compare", "ds", "a.txt"], ["themes", "ds", "--where", "theme = 'x'"]):
        assert message in cnd(*words).err


def test_dataset_of_other_programs(cnd, dataset):
    expected = cnd("actions", "ds", "--csv").out
    for table in TABLES[1:]:  # as pandas writes them, a column more and other kinds of text and number
        path = dataset / table / "part-000000.parquet"
        read = pq.read_table(path)
        smaller = {pa.int64(): pa.int32(), pa.string(): pa.large_string()}
        fields = [field.with_type(smaller.get(field.type, field.type)) for field in read.schema]
        pq.write_table(read.cast(pa.schema(fields)).append_column("mine", pa.array([1] * len(read))), path)
    assert cnd("actions", "ds", "--csv").out == expected
    cnd("report", "ds", "-o", "out.html")


def linked_away(dataset):
    part = dataset / "actions" / "part-000000.parquet"
    part.rename(dataset.parent / "elsewhere.parquet")
    part.symlink_to(dataset.parent / "elsewhere.parquet")


def replaced(make):
    def change(dataset):
        part = dataset / "actions" / "part-000000.parquet"
        part.unlink()
        make(part)

    return change


FILES = {
    "part-more": (
        lambda ds: shutil.copy(ds / "actions" / "part-000000.parquet", ds / "actions" / "part-000001.parquet"),
        "part-000001.parquet: not a dataset as cnd analyse writes it: a part that not all of",
    ),
    "part-missing": (lambda ds: (ds / "actions" / "part-000000.parquet").unlink(), "a part that not all of"),
    "table-missing": (lambda ds: shutil.rmtree(ds / "actions"), "a part that not all of"),
    "every-part-twice": (
        lambda ds: [shutil.copy(ds / t / "part-000000.parquet", ds / t / "part-000001.parquet") for t in TABLES],
        "it has 2 parts, and dataset.json says 1",
    ),
    "odd-name": (
        lambda ds: shutil.copy(ds / "actions" / "part-000000.parquet", ds / "actions" / "part-x.parquet"),
        "a part has a number for a name",
    ),
    "link": (linked_away, "a link that leads out of the dataset"),
    "link-to-device": (replaced(lambda part: part.symlink_to("/dev/zero")), "a link that leads out of the dataset"),
    "pipe": (replaced(os.mkfifo), "not a file"),
    "folder": (replaced(os.mkdir), "not a file"),
    "no-parquet": (replaced(lambda part: part.write_bytes(b"x" * 99)), "make it anew"),
    "sparse": (lambda ds: os.truncate(ds / "actions" / "part-000000.parquet", 1 << 40), "make it anew"),
}


@pytest.mark.parametrize("fault", FILES)
def test_dataset_files(cnd, dataset, fault):
    change, message = FILES[fault]
    change(dataset)
    for words in (
        (["actions", "ds"], ["segment", "ds"]) if fault not in {"no-parquet", "sparse"} else (["actions", "ds"],)
    ):
        assert message in cnd(*words).err


ABOUT = {
    "list": (b"[]", "it must be an object, not a list"),
    "number": (b"5", "it must be an object, not 5"),
    "deep": (b"[" * 100_000, "nested without end"),
    "wrong-type": (b'{"format": 1, "complete": "yes"}', "complete must be true or false, not 'yes'"),
    "missing": (b'{"format": 1}', "it must have 'complete'"),
    "endless-number": (b'{"format": ' + b"9" * 5000 + b"}", "not JSON"),
    "long": (b'{"format": "' + b"x" * 3_000_000 + b'"}', "format must be a whole number, not 'xxx"),
}


@pytest.mark.parametrize("fault", ABOUT)
def test_dataset_json(cnd, dataset, fault):
    data, message = ABOUT[fault]
    (dataset / "dataset.json").write_bytes(data)
    ended = cnd("docs", "ds")
    assert "ds/dataset.json: cannot be read" in ended.err
    assert message in ended.err
    assert len(ended.err) < 500
    assert "--force replaces it" in cnd("analyse", "a.txt", "-o", "ds").err


def test_dataset_gone_on_with_through_a_link(cnd, folder, dataset):
    (dataset / "actions").rename(folder / "others")
    (dataset / "actions").symlink_to(folder / "others")
    assert "ds/actions: a link" in cnd("analyse", "a.txt", "-o", "ds", "--force").err
    assert [path.name for path in (folder / "others").iterdir()] == ["part-000000.parquet"]


def test_dataset_with_a_document_twice(cnd, dataset):
    for table in TABLES:
        shutil.copy(dataset / table / "part-000000.parquet", dataset / table / "part-000001.parquet")
    (dataset / "dataset.json").write_text('{"format": 1, "complete": true}')
    assert "the document 'a' is there twice" in cnd("segment", "ds").err


@pytest.mark.parametrize("path", ["secret.txt", "/proc/self/environ", "/dev/zero", "sparse", "n" * 5000, "a\0b"])
def test_dataset_that_names_a_file(cnd, folder, dataset, path):
    secret = b"of the reader's machine"
    (folder / "secret.txt").write_bytes(secret)
    with (folder / "sparse").open("wb") as file:
        file.truncate(1 << 40)
    changed(dataset / "documents" / "part-000000.parquet", "path", first(path)("path"))
    for out in ("out.html", "out.xlsx", "out.qdpx", "out.jsonld"):
        cnd("report" if out.endswith("html") else "export", "ds", "-o", out, "-q")
        data = (folder / out).read_bytes()
        if zipfile.is_zipfile(folder / out):
            with zipfile.ZipFile(folder / out) as archive:
                data = b"".join(archive.read(name) for name in archive.namelist())
        assert sha256(secret).hexdigest().encode() not in data


def test_dataset_too_large(cnd, dataset, monkeypatch):
    rows = pq.read_metadata(dataset / "actions" / "part-000000.parquet").num_rows
    monkeypatch.setattr("cnd_tools.dataset.checking.MOST_ROWS", rows - 1)
    assert "too many for memory; narrow it with --where" in cnd("actions", "ds").err
    monkeypatch.setattr("cnd_tools.dataset.checking.MOST_ROWS", 10**6)
    part = dataset / "themes" / "part-000000.parquet"
    long = pq.read_table(part)
    evidence = pa.array(["x" * 1_000_000] * len(long))
    long = long.set_column(long.schema.get_field_index("evidence"), "evidence", evidence)
    with pq.ParquetWriter(part, long.schema, compression="zstd") as out:
        for _ in range(3000 // len(long)):
            out.write_table(long)
    assert "cannot be read as a dataset" in cnd("themes", "ds").err


@pytest.fixture
def store(cnd, folder, monkeypatch):
    """A store in which something is kept, its file; and the tables it is to give."""
    monkeypatch.setenv("CND_CACHE", str(folder / "cache"))
    expected = cnd("themes", "a.txt", "--csv").out
    return folder / "cache" / "analyses.sqlite3", expected


def execute(file, *statements):
    connection = sqlite3.connect(file)
    for statement in statements:
        connection.execute(*statement) if isinstance(statement, tuple) else connection.execute(statement)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def linked(file):
    file.rename(file.parent / "other.db")
    file.symlink_to(file.parent / "other.db")


def linked_hard(file):
    os.link(file, file.parent / "other.db")


def flooded(file):
    execute(file, *(f"CREATE TRIGGER t{n} AFTER INSERT ON kept BEGIN SELECT 1; END" for n in range(2000)))


TRIGGER = "CREATE TRIGGER t AFTER INSERT ON kept BEGIN DELETE FROM kept; END"
ANOTHERS = {
    "link": (linked, "is a link, or no file"),
    "hard-link": (linked_hard, "has another name too"),
    "others-write": (lambda file: file.chmod(0o666), "others may write to"),
    "others-write-folder": (lambda file: file.parent.chmod(0o777), "chmod go-w"),
    "pipe-beside": (lambda file: os.mkfifo(f"{file}-wal"), "is a link, or no file"),
    "sparse": (lambda file: os.truncate(file, 1 << 40), "larger than it may grow"),
    "trigger": (lambda file: execute(file, TRIGGER), "not a file"),
    "triggers": (flooded, "not a file"),
    "view": (lambda file: execute(file, "DROP TABLE kept", "CREATE VIEW kept AS SELECT 1 key, 2 value"), "not a file"),
}  # fmt: skip


@pytest.mark.parametrize("fault", ANOTHERS)
def test_store_that_others_may_have_made(cnd, store, fault):
    file, expected = store
    change, message = ANOTHERS[fault]
    change(file)
    ended = cnd("themes", "a.txt", "--csv")
    assert (ended.out, message in ended.err, ended.err.count("\n")) == (expected, True, 1)
    assert "continuing without cached results" in ended.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file to another")
@pytest.mark.parametrize("name", [".", "analyses.sqlite3"])
def test_store_of_another_user(cnd, store, name):
    file, expected = store
    os.chown(file.parent / name, 12345, 12345)
    ended = cnd("themes", "a.txt", "--csv")
    assert (ended.out, "belongs to another user" in ended.err) == (expected, True)


KEPT = {
    "bomb": zlib.compress(bytes(300 << 20)),
    "deep": zlib.compress(b"[" * 1_000_000),
    "other-rows": zlib.compress(b'{"actors":[],"themes":[],"positions":[],"actions":[]}'),
    "nothing": b"",
    "text": "text",
}


@pytest.mark.parametrize("value", KEPT)
def test_store_with_a_value_of_others(cnd, store, value):
    file, expected = store
    execute(file, ("UPDATE kept SET value = ?", (KEPT[value],)))
    ended = cnd("themes", "a.txt", "--csv")
    assert ended.out == expected
    assert ended.err.count("\n") == 1
    assert "computed again" in ended.err or "continuing without cached results" in ended.err
    if "computed again" in ended.err:
        assert cnd("themes", "a.txt", "--csv") == (0, expected, "")


POINT = {
    "doc": "a",
    "point": "1",
    "themes": ["corruption"],
    "actors": [{"id": "member_states", "role": "agent"}],
    "attributions": [{"source": None, "verb": "note", "extent": "unstated"}],
    "actions": [{"agent": None, "strength": "x", "lemma": "combat", "object": None, "polarity": "+"}],
    "optional": {"themes": []},
}
REFERENCES = {
    "point": ({"point": []}, "point must be text, not a list"),
    "theme": ({"themes": [5]}, "themes[0] must be text, not 5"),
    "themes": ({"themes": None}, "themes must be a list, not nothing"),
    "actor": ({"actors": [{"id": 5, "role": "agent"}]}, "actors[0].id must be text, not 5"),
    "no-role": ({"actors": [{"id": "a"}]}, "actors[0] must have 'role': text"),
    "no-verb": ({"attributions": [{"source": None, "verb": " ", "extent": ""}]}, "must be text that is not empty"),
    "action": ({"actions": [[]]}, "actions[0] must be an object, not a list"),
    "lemma": ({"actions": [{**POINT["actions"][0], "lemma": None}]}, "actions[0].lemma must be text, not nothing"),
    "optional": ({"optional": [1]}, "optional must be an object, not a list"),
    "long": ({"point": 10**3000}, "point must be text, not 1000"),
}


@pytest.mark.parametrize("fault", REFERENCES)
def test_reference(cnd, folder, fault):
    change, message = REFERENCES[fault]
    (folder / "r.jsonl").write_text(f"{json.dumps(POINT)}\n{json.dumps(POINT | change)}\n")
    ended = cnd("evaluate", "r.jsonl", "a.txt")
    assert ended.err.startswith("cnd: r.jsonl:2: not a point of a reference: ")
    assert message in ended.err
    assert len(ended.err) < 300


ANNOTATIONS = {
    "text": ({"text": 5}, "text must be text, not 5"),
    "label": ({"text": "x", "label": 5}, "label must be"),
    "infinite": ({"text": "x", "spans": [{"start": 1e400, "end": 1, "label": "agent"}]}, "spans[0].start must be"),
    "outside": ({"text": "x", "spans": [{"start": 0, "end": 9, "label": "agent"}]}, "in the text, 0 to 1, not 0 to 9"),
    "studio-text": ({"data": {"text": 5}, "annotations": [{"result": []}]}, "data.text must be text, not 5"),
    "studio-label": (
        {"data": {"text": "x"}, "annotations": [{"result": [{"value": {"labels": [{}], "start": 0, "end": 1}}]}]},
        "value.labels[0] must be text, not an object",
    ),
    "studio-result": ({"data": {"text": "x"}, "annotations": [{"result": 5}]}, "annotations[0].result must be a list"),
    "minimal": ({"annotation_id": 1, "text": "x", "theme": {"choices": 5}}, "value.choices must be a list, not 5"),
}


@pytest.mark.parametrize("fault", ANNOTATIONS)
def test_annotation(cnd, folder, fault):
    task, message = ANNOTATIONS[fault]
    (folder / "r.json").write_text(json.dumps([{"text": TEXT, "accept": ["corruption"]}, task]))
    ended = cnd("evaluate", "r.json", "a.txt")
    assert ended.err.startswith("cnd: r.json, task 2: not as Prodigy, Label Studio or doccano export it: ")
    assert message in ended.err


NAMED = {
    "reference": ["evaluate", "x.jsonl", "a.txt"],
    "lexicon": ["lexicon", "check", "x.jsonl"],
    "lexicon-used": ["themes", "a.txt", "--lexicon", "x.jsonl"],
    "dictionary": ["lexicon", "import", "x.csv", "-o", "out.toml"],
}


@pytest.mark.parametrize("what", NAMED)
def test_a_named_file_that_is_none(cnd, folder, monkeypatch, what):
    monkeypatch.setattr("cnd_tools.inputs.PATIENCE", 0.05)
    name = next(word for word in NAMED[what] if word.startswith("x."))
    for make in (os.mkfifo, lambda path: os.symlink("/dev/zero", path), lambda path: os.symlink("/dev/urandom", path)):
        make(folder / name)
        assert cnd(*NAMED[what]).err.startswith(f"cnd: {name}: a ")
        (folder / name).unlink()
    with (folder / name).open("wb") as file:
        file.truncate(1 << 40)
    assert f"{name}: more than " in cnd(*NAMED[what]).err


def test_reference_from_a_pipe(program, folder):
    (folder / "r.jsonl").write_text(json.dumps(POINT))
    assert program("cnd evaluate <(sleep 0.2; cat r.jsonl) a.txt --csv").out.startswith("measure,f1")


THEME = "[[theme]]\nid = 'x'\nlabel = 'X'\nwhy = 'w'\npillar = 'p'\npatterns = ["
LEXICONS = {
    "long-pattern": (THEME + "'" + "word " * 700_000 + "']", "3500000 characters, at most 20000 are allowed"),
    "many-words": (THEME + "'" + "word " * 3_000 + "']", "more than 256 words after one another"),
    "many-ways": (THEME + ",".join(f"'{'a? ' * 8}w{n} {'b-' * 200}c'" for n in range(1000)) + "]", "part the file"),
    "same-pattern": (THEME + ",".join("'a'" for _ in range(100_000)) + "]", "stands twice"),
    "deep-table": ("[" + "a." * 1_900_000 + "a]", "line 1: tables in tables without end"),
    "deep-key": ("\n" + "a . " * 900_000 + "a = 1", "line 2: tables in tables without end"),
    "deep-quoted": ('["a"' + '."a"' * 900_000 + "]", "tables in tables without end"),
    "large-number": ("[[theme]]\nid = " + "9" * 3_000_000, "line 2: a number of too many places"),
    "large-hex": ("[[extent]]\nrank = 0x" + "f" * 3_000_000, "a number of too many places"),
    "long-id": (THEME.replace("'x'", f"'{'x' * 1_000_000}'") + "'a']", "'id' has 1000000 characters"),
    "long-kind": ("[[" + "x" * 3_000_000 + "]]", "is no kind of entry"),
    "wild-starts": (THEME + ",".join(f"'*w{n}'" for n in range(1000)) + "]", "part the file"),
    "no-date": ("[[theme]]\nid = 1979-99-99", "not TOML"),
}


@pytest.mark.parametrize("fault", LEXICONS)
def test_lexicon_without_end(cnd, folder, fault):
    text, message = LEXICONS[fault]
    (folder / "mine.toml").write_text(text)
    for words in (["lexicon", "check", "mine.toml"], ["themes", "a.txt", "--lexicon", "mine.toml"]):
        ended = cnd(*words)
        assert ended.err.startswith("cnd: mine.toml")
        assert message in ended.err
        assert len(ended.err) < 700


LAUGHS = "a: &a [x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join(['*' + a] * 10)}]\n" for a, b in zip("abcdefghijk", "bcdefghijkl", strict=True)
)
DICTIONARIES = {
    "laughs.yaml": (LAUGHS, "laughs.yaml, line 2: an alias (*) is not read"),
    "merged.yaml": ("a: &a {x: [y]}\nb: {<<: *a}\n", "an alias"),
    "listed.yaml": ("a: [[[x]]]", "a list or keys stand where a word should be"),
    "number.yaml": ("a: [0x" + "f" * 10_000 + "]", "a number of thousands of places"),
    "large.yaml": ("# " * 600_000, "more than 1000000 characters of YAML"),
    "themes.csv": ("theme,word\n" + "".join(f"t{n},w\n" for n in range(100_000)), "10000 categories; split it"),
    "wild.csv": ("theme,word\n" + "".join(f"t,*w{n}\n" for n in range(1000)), "1000 words begin with a wildcard"),
    "long.csv": ("theme,word\nt," + "x" * 100_000 + "\n", "more than 1000 characters"),
    "flood.dic": ("%\n1 a\n%\nw " + "1 " * 1_900_000, "more than 200000 words"),
    "codes.dic": ("%\n1 a\n%\nw " + "9" * 1_000_000 + "\n", "codes.dic, line 4: "),
}  # fmt: skip


@pytest.mark.parametrize("name", DICTIONARIES)
def test_dictionary_without_end(cnd, folder, name):
    text, message = DICTIONARIES[name]
    (folder / name).write_text(text)
    ended = cnd("lexicon", "import", name, "-o", "out.toml")
    assert message in ended.err
    assert len(ended.err) < 500
    assert not (folder / "out.toml").exists()


@pytest.mark.parametrize("name", ["evil", "numpy", "requests", "antigravity", "./evil", "n" * 300])
def test_model_that_is_none(program, folder, name):
    """No module is run to see whether it is a model, be it installed or not."""
    (folder / "evil").mkdir()
    (folder / "evil" / "__init__.py").write_text("open('RAN', 'w')\n")
    (folder / "evil-1.dist-info").mkdir()
    (folder / "evil-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1\n")
    path = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    ended = program(f"cnd themes a.txt --no-store --model {name}", env={"PYTHONPATH": path})
    assert "no spaCy model " in ended.err
    assert len(ended.err) < 400
    assert not (folder / "RAN").exists()


ENVIRONMENT = {
    "CND_CACHE": (["x" * 5000, "n" * 300], "CND_CACHE: "),
    "CND_CACHE_MIB": (["9" * 5000, "9" * 10, "²"], "CND_CACHE_MIB: "),
    "CND_CORPUS": (["x" * 5000, "n" * 300], "CND_CORPUS name a folder of texts"),
}


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_environment(cnd, monkeypatch, name):
    values, message = ENVIRONMENT[name]
    for value in values:
        monkeypatch.setenv(name, value)
        ended = cnd("docs")
        assert message in ended.err
        assert len(ended.err) < 300


@pytest.mark.parametrize("name", ["COLUMNS", "LINES", "TERMINAL_WIDTH"])
def test_size_of_a_terminal_that_is_none(program, name):
    line = " && ".join(f"{name}={size} cnd segment a.txt" for size in ("9" * 5000, "0", "²", "x", "99999999"))
    ended = program(line)
    assert ended.out.count("combat corruption") == 5
    assert len(ended.out) < 200_000


@pytest.mark.parametrize(
    "env",
    [
        {},
        {"COMP_WORDS": "cnd th"},
        {"COMP_CWORD": "1"},
        {"COMP_WORDS": "cnd th", "COMP_CWORD": "9" * 5000},
        {"_CND_COMPLETE": "nonsense"},
    ],
    ids=["alone", "no-place", "no-words", "endless", "unknown"],
)
def test_completion_without_its_partner(program, env):
    ended = program("cnd", env={"_CND_COMPLETE": "complete_bash", **env})
    assert len(ended.err) < 300


def test_names_of_a_megabyte(cnd):
    long = "x" * 1_000_000
    for words in (
        ["segment", long],
        ["evaluate", long],
        ["themes", "a.txt", "--model", long],
        ["lexicon", "check", long],
    ):
        assert len(cnd(*words).err) < 1_100
