import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from cnd_tools import corpus
from cnd_tools.comparing import BY, compare
from cnd_tools.corpus import Source
from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.pipeline import load_model
from cnd_tools.segmenting import segmentation
from cnd_tools.store import Store, remembering
from cnd_tools.store.blobs import Blobs
from cnd_tools.store.forms import PAGES, TABLES

SUMMARY = """1. Participants emphasized that Governments should ratify the Convention.

2. Many speakers supported the idea of joint training. It was noted that rain gauges could be set aside for it.
"""
RESOLUTION = """The General Assembly,

Recalling its resolution 70/1 of 25 September 2015, and recognizing the need to protect farmers,

1. Urges the Secretary-General:

(a) To submit a report on rural roads;

(b) To consult Member States;

2. Calls upon Member States to adopt and implement national plans, and takes note of the report.
"""
RAIN = '[[theme]]\nid = "rain"\nlabel = "Rain"\npillar = "development"\npatterns = ["rain gauge"]\nwhy = "test"\n'
YELP = '[[strength]]\nid = "yelp"\nform = "ask"\nstrength = "recommendation"\npatterns = ["yelp"]\nwhy = "test"\n'


@pytest.fixture
def blobs(tmp_path):
    made = Blobs(tmp_path / "cache", limit=10_000_000, warn=pytest.fail)
    yield made
    made.close()


@pytest.fixture
def sources(tmp_path):
    found = []
    for name, text in {"summary": SUMMARY, "resolution": RESOLUTION}.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(text)
        found.append(Source(name, path))
    return found


@pytest.fixture
def parsed(monkeypatch):
    """Texts that were really parsed."""
    nlp, found = load_model(None), []  # as the store asks for it
    pipe = nlp.pipe

    def counting(texts, **options):
        texts = list(texts)
        found.extend(map(str, texts))  # what is read comes as Docs
        return pipe(texts, **options)

    monkeypatch.setattr(nlp, "pipe", counting)
    return found


def analysed(store, sources, **options):
    return list(store.analyse([store.segment(source) for source in sources], **options))


def test_the_second_time_is_the_first_without_the_work(blobs, sources, monkeypatch):
    fresh = analysed(Store(None), sources)
    first = analysed(Store(blobs), sources)

    def forbidden(*_, **__):
        raise AssertionError("done again")

    monkeypatch.setattr(segmentation, "segment", forbidden)
    monkeypatch.setattr(corpus, "load", forbidden)
    monkeypatch.setattr(remembering, "_analyses", forbidden)
    second = analysed(Store(blobs), sources)
    assert fresh == first == second
    assert {kind: count for kind, (count, _) in blobs.sizes().items()} == {"parses": 2, "points": 2, "rows": 2}


def test_a_text_is_known_under_another_name(blobs, sources):
    analysed(Store(blobs), sources)
    size = blobs.sizes()
    copy = sources[0].path.with_name("copy.txt")
    copy.write_text(SUMMARY)
    (found,) = analysed(Store(blobs), [Source("copy", copy)])
    assert {row.document for row in (*found.points, *found.actors, *found.positions, *found.actions)} == {"copy"}
    assert found.document.path == str(copy)
    assert blobs.sizes() == size


def test_a_changed_lexicon_costs_no_second_parse(blobs, sources, tmp_path, parsed):
    before = analysed(Store(blobs), sources)
    assert len(parsed) == 8
    own = tmp_path / "own.toml"
    own.write_text(RAIN)
    parsed.clear()
    with_store = analysed(Store(blobs), sources, lexicon=[own])
    assert parsed == []
    assert with_store == analysed(Store(None), sources, lexicon=[own])
    assert [theme.theme for theme in with_store[0].themes if theme not in before[0].themes] == ["rain"]


def test_only_what_the_new_lexicon_frames_otherwise_is_parsed_again(blobs, tmp_path, parsed):
    path = tmp_path / "text.txt"
    path.write_text("The Group makes the following yelps:\n\n(a) Build roads;\n\n(b) Mend bridges.\n")
    analysed(Store(blobs), [Source("text", path)])
    parsed.clear()
    own = tmp_path / "own.toml"
    own.write_text(YELP)
    found = analysed(Store(blobs), [Source("text", path)], lexicon=[own])
    assert parsed == ["They should build roads;", "They should mend bridges."]
    assert found == analysed(Store(None), [Source("text", path)], lexicon=[own])
    parsed.clear()
    analysed(Store(blobs), [Source("text", path)], lexicon=[own], model=None)
    assert parsed == []


def test_a_changed_file_is_another_text(blobs, sources):
    store = Store(blobs)
    before = analysed(store, sources[:1])
    sources[0].path.write_text(SUMMARY.replace("Convention", "Protocol"))
    after = analysed(store, sources[:1])
    assert before != after
    assert after == analysed(Store(None), sources[:1])


@pytest.mark.parametrize("kind", ["points", "rows", "parses"])
def test_what_is_damaged_is_made_anew(blobs, sources, kind):
    fresh = analysed(Store(blobs), sources)
    blobs._connect().execute("UPDATE kept SET value = x'00010203' WHERE kind = ?", (kind,))
    if kind == "parses":
        blobs._connect().execute("DELETE FROM kept WHERE kind = 'rows'")
    assert analysed(Store(blobs), sources) == fresh


def test_mistakes_are_said_as_without_it(blobs, sources, tmp_path):
    store = Store(blobs)
    with pytest.raises(UsageError, match="no_such_model"):
        analysed(store, sources, model="no_such_model")
    with pytest.raises(UsageError, match=r"none\.toml"):
        analysed(store, sources, lexicon=[tmp_path / "none.toml"])
    (tmp_path / "bad.txt").write_bytes(b"1. Caf\xe9.\n")
    with pytest.raises(RefusedInput, match="--encoding"):
        store.segment(Source("bad", tmp_path / "bad.txt"))


def test_lemmas_are_remembered(blobs, sources, monkeypatch):
    from cnd_tools import pipeline

    analyses = analysed(Store(blobs), sources)
    fresh = pipeline.lemmas(analyses, model=load_model(None))
    assert ("summary", "1") in fresh
    assert Store(blobs).lemmas(analyses) == Store(None).lemmas(analyses) == fresh
    monkeypatch.setattr(pipeline, "lemmas", lambda *_, **__: pytest.fail("made again"))
    assert Store(blobs).lemmas(analyses[::-1]) == fresh
    blobs._connect().execute("UPDATE kept SET value = x'00010203' WHERE kind = 'lemmas'")
    monkeypatch.undo()
    assert Store(blobs).lemmas(analyses) == fresh


@pytest.mark.parametrize("by", [None, *BY])
def test_comparisons_come_back_as_they_were_made(blobs, sources, by):
    analyses = analysed(Store(blobs), sources)
    fresh = compare(analyses, by=by)
    for _ in range(2):
        found = Store(blobs).derived(TABLES, analyses, ["compare", by], lambda: compare(analyses, by=by))
        assert list(found) == list(fresh)
    assert blobs.sizes()["tables"][0] == 1


def test_what_was_derived_is_made_once_for_all_that_has_a_part_in_it(blobs, sources):
    analyses = analysed(Store(None), sources)
    pages = iter("abcdefg")

    def page(found=analyses, how=("report",), store=None):
        return (store or Store(blobs)).derived(PAGES, found, how, lambda: next(pages))

    assert [page(), page()] == ["a", "a"]
    assert page(how=("report", "no text")) == "b"
    assert page(analyses[::-1]) == "c"
    renamed = replace(analyses[0], document=replace(analyses[0].document, name="other"))
    assert page([renamed, analyses[1]]) == "d"
    fewer = replace(analyses[0], actions=analyses[0].actions[1:])
    assert page([fewer, analyses[1]]) == "e"
    assert page(store=Store(None)) == "f"
    assert page() == "a"


def test_a_damaged_page_is_made_anew(blobs, sources):
    analyses = analysed(Store(None), sources)
    Store(blobs).derived(PAGES, analyses, [], lambda: "whole")
    with closing(sqlite3.connect(blobs.path)) as file:
        ((key,),) = file.execute("SELECT key FROM kept").fetchall()
    blobs.put(key, "pages", b"torn")
    assert Store(blobs).derived(PAGES, analyses, [], lambda: "anew") == "anew"
    assert Store(blobs).derived(PAGES, analyses, [], lambda: "never") == "anew"
