"""In a notebook: an analysis shows itself, and draws what `cnd plot` draws."""

import sys
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pandas
import pytest
from pandas.testing import assert_frame_equal

import cnd_tools
from cnd_tools.dataset.writing import write_dataset
from cnd_tools.errors import UsageError
from cnd_tools.notebooks import Analysed
from cnd_tools.records import Analysis
from cnd_tools.tables import COLUMNS, Frames, table
from views.exports.contents import HOSTILE, SAID, TREE
from views.made import EARLIER, LATER


class Shown(HTMLParser):
    """The elements and words of a page; every element that opens must close."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.words, self._open = [], [], []
        self.feed(html)
        assert not self._open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def test_analyse_gives_what_shows_itself():
    found = cnd_tools.analyse(cnd_tools.document("1. UNODC should assist.\n", name="mine"))
    assert isinstance(found, Frames)
    assert list(found.actions["agent"]) == ["unodc"]
    shown = Shown(found._repr_html_())
    assert shown.words[0] == "mine"
    assert "1 paragraph" in shown.words
    assert "actors: 1 row" in shown.words
    assert "UNODC should assist." in shown.words


def test_words_are_only_words():
    html = Analysed(HOSTILE)._repr_html_()
    shown = Shown(html)
    assert not {"b", "r", "t", "script"} & set(shown.tags)
    assert SAID[0] in shown.words
    assert "\x1b" not in html


def test_long_tables_say_how_much_more_there_is():
    many = cnd_tools.document("".join(f"{number}. States agree.\n\n" for number in range(1, 15)))
    shown = Shown(cnd_tools.analyse(many)._repr_html_())
    assert "… and 4 more: " in shown.words
    assert shown.words.count("States agree.") == 10


@pytest.mark.parametrize(
    ("what", "word"), [("themes", "Drug trafficking"), ("actors", "Unodc"), ("strength", "obligation")]
)
def test_charts(tmp_path, what, word):
    picture = getattr(Analysed(EARLIER).plot, what)()
    svg = picture._repr_svg_()
    assert word in {element.text for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")}
    picture.save(tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text("utf-8") == svg
    picture.save(tmp_path / "a.png")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(UsageError, match="force"):
        picture.save(tmp_path / "a.png")
    with pytest.raises(UsageError, match=r"\.png or \.svg"):
        picture.save(tmp_path / "a.jpg")


def test_nothing_to_draw():
    with pytest.raises(UsageError, match="tree: no themes found"):
        Analysed(Analysis(TREE.document, ())).plot.themes()


def test_what_is_not_installed_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "cnd_tools.views.charts", None)
    monkeypatch.delattr("cnd_tools.views.charts", raising=False)
    with pytest.raises(UsageError, match=r"cnd-tools\[report\]"):
        Analysed(EARLIER).plot.themes()


def test_a_comparison_shows_itself():
    compared = cnd_tools.compare(Analysed(EARLIER), Analysed(HOSTILE))
    for html in (compared[0]._repr_html_(), compared._repr_html_()):
        assert "<table" in html
        assert "<b>&x" not in html
    assert repr(compared).startswith("What changed from 2009 to ../../etc/<b>&x")
    assert "What changed from 2009" in Shown(compared._repr_html_()).words[0]
    assert [table.name for table in compared][:2] == ["overview", "speaker_shares"]
    assert compared["theme_shares"] is compared[2]
    with pytest.raises(KeyError, match="no_such; there are: overview"):
        compared["no_such"]
    with pytest.raises(UsageError, match="several tables"):
        compared.frame()


def test_a_view_of_a_comparison_is_a_frame():
    view = cnd_tools.compare([Analysed(EARLIER)][0], Analysed(LATER), by="strengths")
    assert repr(view) == "<2009, 2011: strength_shares>"
    assert list(view.frame()["strength"]) == [row[0] for row in view[0].rows]
    assert view.plot.themes()._repr_svg_().count("2011") > 0


def test_comparing_takes_what_the_command_takes(tmp_path):
    for year in (2009, 2010, 2011):
        (tmp_path / f"{year}.txt").write_text(f"1. States should act in {year}.\n")
    one, two, three = (str(tmp_path / f"{year}.txt") for year in (2009, 2010, 2011))
    names = [text.document.name for text in cnd_tools.compare(f"{one},{two}", three, by="overview").texts]
    assert names == [f"{one},{two}", "2011"]
    (changes,) = cnd_tools.compare([one, two], by="point", only="new,kept", diff=True)
    assert "diff" in changes.columns
    with pytest.raises(UsageError, match="group-by"):
        cnd_tools.compare(one, two, group_by="weather")
    with pytest.raises(UsageError, match="compare by colour"):
        cnd_tools.compare(one, two, by="colour")


class TestSeveralTexts:
    def test_tables_of_all(self, tmp_path):
        for name in ("a", "b"):
            (tmp_path / f"{name}.txt").write_text("1. UNODC should assist.\n\n2. It is so.\n")
        both = cnd_tools.analyse([tmp_path / "b.txt", cnd_tools.document("1. States must act.\n", name="c")])
        assert list(both.actions["document"]) == ["b", "c"]
        assert repr(both).startswith("<2 texts: 3 paragraphs; rows: ")
        assert [one.records.document.name for one in both] == ["b", "c"]
        assert list(cnd_tools.analyse(str(tmp_path)).points["document"]) == ["a", "a", "b", "b"]
        with pytest.raises(UsageError, match="2 texts here"):
            _ = both.records

    def test_of_one_name_are_refused(self):
        with pytest.raises(UsageError, match="two texts are both called x"):
            cnd_tools.analyse([cnd_tools.document("1. a b c.", name="x"), cnd_tools.document("1. d e f.", name="x")])

    def test_of_a_dataset(self, tmp_path):
        new = cnd_tools.analyse(["2009", cnd_tools.document("1. States must act.\n", name="c")])
        write_dataset(new.texts, tmp_path / "both.parquet", made_with={})
        kept = cnd_tools.analyse(tmp_path / "both.parquet")
        for name, columns in COLUMNS.items():
            assert_frame_equal(kept.frame(name), new.frame(name))
            assert list(pandas.read_parquet(tmp_path / "both.parquet" / name).columns) == list(columns)


class TestFrames:
    def test_strength_and_extent_have_an_order(self):
        actions = Analysed(EARLIER, LATER).actions
        assert list(actions["strength"].cat.categories)[::4] == ["possibility", "obligation"]
        assert set(actions.loc[actions["strength"] >= "necessity", "strength"]) <= {"necessity", "obligation"}
        assert Analysed(EARLIER).positions["extent"].cat.ordered

    def test_what_is_missing_is_of_one_kind(self):
        for one in (EARLIER, HOSTILE, TREE):
            for name in COLUMNS:
                frame = Analysed(one).frame(name)
                missing = [value for column in frame for value in frame[column] if pandas.isna(value)]
                assert all(value is pandas.NA for value in missing)
        for view in cnd_tools.compare(Analysed(EARLIER), Analysed(LATER)):
            assert not any(str(kind) == "object" for kind in view.frame().dtypes)

    def test_document_and_point_as_index(self):
        found = Analysed(EARLIER)
        assert list(found.frame("actions", index=True).index.names) == ["document", "point"]
        assert "point" in found.actions.columns
        assert table("points", EARLIER.points).frame(index=True).loc[("2009", "1"), "kind"] == "numbered"
        assert "theme" in cnd_tools.compare(found, Analysed(LATER), by="themes")[0].frame(index=True)
        with pytest.raises(KeyError):
            found.frame("weather")
