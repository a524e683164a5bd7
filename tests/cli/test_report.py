import xml.etree.ElementTree as ET

import pytest

from cnd_tools.lexicon import load


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with two short texts, which the commands run in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "before.txt").write_text("1. Member States should combat corruption.\n\n2. UNODC should assist.\n")
    (tmp_path / "after.txt").write_text("1. Member States must combat corruption.\n\n2. Nothing else was said.\n")
    return tmp_path


def test_a_report_of_two_texts(cnd, folder):
    ended = cnd("report", "before.txt", "after.txt", "-o", "report.html")
    assert ended.code == 0
    page = (folder / "report.html").read_text("utf-8")
    assert "<title>before, after – cnd-tools report</title>" in page
    assert "combat corruption" in page
    assert 'data-kinds="reworded stronger ' in page


def test_a_report_without_the_words(cnd, folder):
    assert cnd("report", "before.txt", "after.txt", "-o", "r.html", "--no-text").code == 0
    page = (folder / "r.html").read_text("utf-8")
    assert "combat" not in page
    assert "before.txt" in page


def test_a_report_of_one_text_is_replaced_only_when_asked(cnd, folder):
    assert cnd("report", "before.txt", "-o", "r.html").code == 0
    first = (folder / "r.html").read_bytes()
    refused = cnd("report", "after.txt", "-o", "r.html")
    assert refused.code == 2
    assert "--force" in refused.err
    assert (folder / "r.html").read_bytes() == first
    assert cnd("report", "after.txt", "-o", "r.html", "--force").code == 0
    assert (folder / "r.html").read_bytes() != first


def test_a_report_says_which_lexicon_it_was_made_with(cnd, folder):
    own = folder / "own.toml"
    own.write_text(
        '[[theme]]\nid = "silence"\nlabel = "Silence"\npillar = "security"\n'
        'patterns = ["nothing else"]\nwhy = "what is not said"\n'
    )
    assert cnd("report", "after.txt", "-o", "r.html", "--lexicon", own).code == 0
    page = (folder / "r.html").read_text("utf-8")
    assert "Silence" in page
    assert load(extra=[own]).version in page
    assert load().version not in page


def test_an_empty_text_makes_a_report(cnd, folder):
    (folder / "empty.txt").write_text("")
    assert cnd("report", "empty.txt", "-q", "-o", "r.html").code == 0


@pytest.mark.parametrize("by", ["themes", "actor", "strength"])
def test_a_plot(cnd, folder, by):
    assert cnd("plot", "before.txt", "after.txt", "--by", by, "-o", "plot.svg").code == 0
    said = {element.text for element in ET.parse(folder / "plot.svg").iter("{http://www.w3.org/2000/svg}text")}
    assert said & {"Corruption", "obligation"}
    assert cnd("plot", "before.txt", "--by", by, "-o", "plot.png").code == 0
    assert (folder / "plot.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["report", "before.txt", "-o", "report.pdf"], ".html"),
        (["report", "before.txt"], "--output"),
        (["plot", "before.txt", "--by", "themes", "-o", "plot.jpg"], ".png or .svg"),
        (["plot", "before.txt", "--by", "colours", "-o", "plot.svg"], "is not one of themes, actors, strength"),
        (["plot", "said.txt", "--by", "strength", "-o", "plot.svg"], "nothing to draw"),
    ],
)
def test_wrong_usage_is_said_with_its_remedy(cnd, folder, words, message):
    (folder / "said.txt").write_text("1. Nothing else was said.\n")
    ended = cnd(*words)
    assert ended.code == 2
    assert message in ended.err
    assert sorted(path.name for path in folder.iterdir()) == ["after.txt", "before.txt", "said.txt"]


@pytest.mark.parametrize(
    "command", [["report", "before.txt", "-o", "r.html"], ["plot", "--by", "themes", "-o", "p.svg"]]
)
def test_what_is_not_installed_is_named(cnd, folder, monkeypatch, command):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "vl_convert" else object())
    ended = cnd(*command)
    assert ended.code == 2
    assert "vl_convert" in ended.err
    assert "cnd-tools[report]" in ended.err
