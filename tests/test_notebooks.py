"""In a notebook: an analysis shows itself, and draws what `cnd plot` draws."""

import sys
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest

import cnd_tools
from cnd_tools.errors import UsageError
from cnd_tools.notebooks import Analysed
from cnd_tools.records import Analysis
from cnd_tools.tables import Frames
from views.exports.contents import HOSTILE, SAID, TREE
from views.made import EARLIER


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
    (table, *_) = cnd_tools.compare(Analysed(EARLIER), Analysed(HOSTILE), by="theme")
    assert "<table" in table._repr_html_()
    assert "<b>&x" not in table._repr_html_()
