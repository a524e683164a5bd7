import csv
import io
import json

import pytest

TEXTS = {
    "alpha": "1. Participants noted corruption at length.\n\n2. States should share data on precursors.\n",
    "beta": "1. States must fight corruption.\n\n2. Speakers noted the role of gravel depots.\n",
}


@pytest.fixture
def texts(tmp_path):
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / f"{name}.txt").write_text(text)
    return tmp_path / "texts"


@pytest.fixture
def dataset(cnd, texts, tmp_path):
    ended = cnd("analyse", texts, "-o", tmp_path / "out", "--workers", 1)
    assert ended.code == 0
    assert ended.err.endswith(" written: 2 documents, 22 words\n")
    return tmp_path / "out"


def rows(ended):
    assert ended.code == 0, ended.err
    return list(csv.DictReader(io.StringIO(ended.out)))


def test_every_command_takes_a_dataset_as_it_takes_the_texts(cnd, texts, dataset, tmp_path):
    paths = [texts / f"{name}.txt" for name in TEXTS]
    for words in (["themes"], ["actors"], ["positions"], ["actions"], ["segment"], ["docs"], ["find", "corruption"],
                  ["find", "note", "--lemma"], ["find", "states", "--theme", "corruption"], ["terms", "--least", 1],
                  ["compare", "--by", "points"], ["compare", "--by", "theme"]):  # fmt: skip
        of_texts, of_dataset = (cnd(*words[:2], *docs, *words[2:], "--csv") if words[0] == "find"
                                else cnd(*words, *docs, "--csv") for docs in (paths, [dataset]))  # fmt: skip
        assert rows(of_texts) == rows(of_dataset)
        assert rows(of_dataset)
    assert "corruption" in cnd("show", dataset).out


def test_where(cnd, dataset):
    found = rows(cnd("actions", dataset, "--where", "theme = 'corruption'", "--csv"))
    assert [(row["document"], row["lemma"]) for row in found] == [("beta", "fight")]
    found = rows(cnd("segment", dataset, "--where", "theme = 'corruption'", "--csv"))
    assert [(row["document"], row["point"]) for row in found] == [("alpha", "1"), ("beta", "1")]
    found = rows(cnd("themes", dataset, "--where", "theme = 'nothing'", "--csv"))
    assert found == []
    shares = rows(cnd("compare", dataset, "--where", "point = '1'", "--by", "theme", "--csv"))
    assert [row["theme"] for row in shares] == ["corruption"]


@pytest.mark.parametrize("command", ["themes", "actions", "segment", "show"])
def test_a_word_that_no_row_has_is_told_where_nothing_is_found(cnd, dataset, command):
    hint = f"warning: {dataset}: no theme is 'corruptin'; did you mean corruption?\n"
    ended = cnd(command, dataset, "--where", "theme = 'corruptin'")
    assert ended.code == 0
    assert hint in ended.err
    assert "warning" not in cnd(command, dataset, "--where", "theme = 'corruptin'", "-q").err
    assert "warning" not in cnd(command, dataset, "--where", "theme = 'corruption' and words > 1000").err
    assert "warning" not in cnd(command, dataset, "--where", "theme in ('corruptin', 'corruption')").err
    ended = cnd(command, dataset, "--where", "theme = 'corruptin' and actor in ('xyz', 'member_states')")
    assert ended.err.count("warning: ") == 2
    assert f"{dataset}: no actor is 'xyz'\n" in ended.err


@pytest.mark.parametrize(
    ("where", "message"),
    [("them = 'x'", "did you mean theme"), ("theme = x", "single quotes"), ("theme = 'x'; drop", "not understood")],
)
def test_where_that_is_wrong(cnd, dataset, where, message):
    ended = cnd("themes", dataset, "--where", where)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


@pytest.mark.parametrize("command", ["segment", "actors", "themes", "positions", "actions", "find"])
@pytest.mark.parametrize(
    "where", ["theme = 'corruption'", "point = '1' and not theme is null", "document like 'a%' or words > 400"]
)
def test_a_condition_means_the_same_of_texts_and_of_their_dataset(cnd, texts, dataset, command, where):
    words = [command, "e*"] if command == "find" else [command]
    found = [rows(cnd(*words, docs, "--where", where, "--csv")) for docs in (texts, dataset)]
    assert found[0] == found[1]


def test_datasets_and_texts_together(cnd, dataset, tmp_path):
    other = tmp_path / "gamma.txt"
    other.write_text("1. Farmers need roads.\n")
    found = rows(cnd("actors", other, dataset, "--csv"))
    assert list(dict.fromkeys(row["document"] for row in found)) == ["gamma", "alpha", "beta"]


def test_a_bad_text_is_listed_and_the_rest_is_there(cnd, texts, tmp_path):
    (texts / "bad.txt").write_bytes(b"1. Caf\xe9.\n")
    ended = cnd("analyse", texts, "-o", tmp_path / "out", "--workers", 1)
    assert ended.code == 3
    *_, reason, said = ended.err.splitlines()
    assert reason.startswith(f"{texts / 'bad.txt'}:1: byte 6 ")
    assert said == "cnd: 1 of 3 texts could not be analysed, for the reasons above"
    assert "--encoding" in ended.err
    assert {row["document"] for row in rows(cnd("docs", tmp_path / "out", "--csv"))} == set(TEXTS)
    assert len(json.loads((tmp_path / "out" / "dataset.json").read_text())["failed"]) == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--engine", "dask"], "--scheduler"),
        (["--scheduler", "tcp://127.0.0.1:1"], "--engine dask"),
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "--workers", "2"], "--workers"),
        (["--model", "no_such_model"], "no_such_model"),
        (["--workers", "0"], "--workers"),
    ],
)
def test_wrong_usage(cnd, texts, tmp_path, words, message):
    ended = cnd("analyse", texts, "-o", tmp_path / "out", *words)
    assert ended.code == 2
    assert message in ended.err
    assert not (tmp_path / "out").exists()


def test_a_dataset_is_analysed_no_second_time(cnd, dataset, tmp_path):
    ended = cnd("analyse", dataset, "-o", tmp_path / "again")
    assert ended.code == 2
    assert "a file or a folder of texts" in ended.err


def test_an_unfinished_dataset_is_refused(cnd, dataset):
    about = json.loads((dataset / "dataset.json").read_text())
    (dataset / "dataset.json").write_text(json.dumps({**about, "complete": False}))
    ended = cnd("themes", dataset)
    assert ended.code == 3
    assert "unfinished" in ended.err
