import csv
import io
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.cli.report import content
from cnd_tools.records import Citation
from cnd_tools.views.report import render
from cnd_tools.views.report.texts import KINDS, Mark, items, stretches
from views.made import EARLIER, LATER, made

VOID = {"meta", "link", "input", "br"}


class Tree(HTMLParser):
    """A page as a reader's program takes it: elements with their attributes and words, in order."""

    def __init__(self, page):
        super().__init__()
        self.elements, self._open = [], []
        self.feed(page)
        assert not self._open

    def handle_starttag(self, tag, attrs):
        element = {"tag": tag, "words": "", "inside": [one["tag"] for one in self._open]} | dict(attrs)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        assert self._open.pop()["tag"] == tag

    def handle_data(self, data):
        for element in self._open:
            element["words"] += data

    def all(self, tag, **wanted):
        found = [one for one in self.elements if one["tag"] == tag]
        return [one for one in found if all(one.get(name.strip("_")) == value for name, value in wanted.items())]

    def ids(self):
        return [one["id"] for one in self.elements if "id" in one]


@pytest.fixture(scope="module")
def page():
    return render(content([EARLIER, LATER]))


@pytest.fixture(scope="module")
def tree(page):
    return Tree(page)


def test_two_documents_are_compared_and_shown(tree):
    assert [one["id"] for one in tree.all("section")] == [
        *("words", "overview", "themes", "actors", "strength", "changes", "texts", "sources")
    ]
    assert tree.all("h1")[0]["words"] == "2009 and 2011"
    assert [one["words"] for one in tree.all("h3")] == ["2009 → 2011"] * 2 + ["2009", "2011"]


def test_one_document_is_shown_and_compared_with_nothing():
    tree = Tree(render(content([EARLIER])))
    assert [one["id"] for one in tree.all("section")] == [
        *("overview", "themes", "actors", "strength", "texts", "sources")
    ]


def test_three_documents_are_compared_each_with_the_next():
    third = replace(EARLIER, document=replace(EARLIER.document, name="2013"))
    tree = Tree(render(content([EARLIER, LATER, third])))
    assert tree.all("h1")[0]["words"] == "2009, 2011 and 2013"
    assert [one["words"] for one in tree.all("h3")][:2] == ["2009 → 2011", "2011 → 2013"]


def test_a_document_with_nothing_in_it():
    tree = Tree(render(content([made("empty")])))
    assert [one["id"] for one in tree.all("section")] == ["overview", "texts", "sources"]


def test_the_same_gives_the_same_page(page):
    assert render(content([EARLIER, LATER])) == page


def test_what_looks_like_markup_in_a_text_stays_text(page, tree):
    assert len(tree.all("script")) == 1
    assert "&lt;script&gt;document.title" in page
    assert any("<script>document.title = 'taken'</script> &" in one["words"] for one in tree.all("p"))


@pytest.mark.parametrize("evil", ['"><script>x</script>', "</style><script>x</script>", "{{ 7 * 7 }}", "' onclick='x"])
def test_no_name_is_ever_markup(evil):
    strange = made(
        evil,
        f"States must act {evil}.",
        actors=[("1", "States", evil, "agent")],
        themes=[("1", "act", evil)],
        positions=[("1", "act", evil)],
        actions=[("1", f"States must act {evil}", "must", "obligation", evil)],
    )
    strange = replace(
        strange, document=replace(strange.document, masthead=replace(strange.document.masthead, title=evil))
    )
    tree = Tree(render(content([strange, LATER])))
    assert len(tree.all("script")) == len(tree.all("style")) == 1
    assert not any("onclick" in one for one in tree.elements)
    assert evil in tree.all("title")[0]["words"]
    assert any(one["words"] == evil for one in tree.all("strong"))


def test_what_a_terminal_would_obey_is_written_out():
    page = render(content([made("bidi", "A \u202e turned \x1b[31m text.")]))
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "\\u202e" in page


def test_only_its_own_style_and_script_run_and_nothing_is_fetched(tree):
    (policy,) = [one["content"] for one in tree.all("meta") if "http-equiv" in one]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for tag in ("style", "script"):
        (element,) = [one for one in tree.all(tag) if one["inside"][-1] != "svg"]
        assert rules[f"{tag}-src"] == f"'sha256-{b64encode(sha256(element['words'].encode()).digest()).decode()}'"
    assert not any("style" in one or any(name.startswith("on") for name in one) for one in tree.elements)


def test_every_address_is_in_the_page_or_is_the_data_itself(tree):
    for element in tree.elements:
        assert not {"src", "srcset", "action", "formaction", "poster", "data"} & element.keys()
        if "href" in element:
            assert element["href"].startswith(("#", "data:"))
            assert not element["href"].startswith("#") or element["href"][1:].partition("?")[0] in tree.ids()


def test_an_id_is_used_once_and_what_names_an_element_is_there(tree):
    ids = tree.ids()
    assert len(ids) == len(set(ids))
    for element in tree.elements:
        assert element.get("aria-labelledby", ids[0]) in ids


def test_everything_has_a_name(tree):
    for tag in ("table", "figure", "fieldset", "details"):
        inner = {"table": "caption", "figure": "figcaption", "fieldset": "legend", "details": "summary"}[tag]
        assert len(tree.all(tag)) == len(tree.all(inner)) > 0
    for element in tree.all("select") + tree.all("input"):
        assert "label" in element["inside"]
    for element in tree.all("svg"):
        assert element["role"] == "img"
        assert element["aria-label"]
    for element in [one for one in tree.elements if one.get("role") == "region"]:
        assert element["tabindex"] == "0"
        assert element.get("aria-label") or element.get("aria-labelledby")
    assert [len(tree.all(tag)) for tag in ("main", "h1", "nav", "header", "footer")] == [1, 1, 1, 1, 1]
    levels = [int(one["tag"][1]) for one in tree.elements if one["tag"] in {"h1", "h2", "h3", "h4"}]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_charts_data_is_there_as_csv(tree):
    links = {one["download"]: one["href"] for one in tree.all("a") if "download" in one}
    assert {"overview.csv", "themes.csv", "actors_by_theme.csv", "strength.csv", "theme_shares.csv"} <= links.keys()
    head, data = links["themes.csv"].split(",", 1)
    assert head == "data:text/csv;charset=utf-8"
    rows = list(csv.reader(io.StringIO(unquote(data))))
    assert rows[0] == ["document", "theme", "title", "pillar", "points", "percent", "low", "high"]
    assert ["2009", "drug_trafficking", "Drug trafficking", "pillar", "2", "66.67", "20.77", "93.85"] in rows


def test_a_changed_word_is_marked_on_both_sides(tree):
    (change,) = [one for one in tree.all("article") if "stronger" in one.get("data-kinds", "")]
    assert change["data-kinds"].split() == ["reworded", "stronger"]
    assert [one["words"].strip() for one in tree.all("del")][1:] == ["should", "and corruption"]
    assert [one["words"].strip() for one in tree.all("ins")][1:] == ["must"]


def test_a_point_is_shown_with_what_it_is_found_by(tree):
    (point,) = [one for one in tree.all("article") if one.get("id") == "text-1-2"]
    assert point["data-themes"] == "drug_trafficking"
    assert point["data-actors"] == "unodc transit_countries"
    assert point["data-strengths"] == "obligation"
    assert "Unodc · must (obligation) · help" in point["words"]


def test_what_is_due_and_cited_stands_in_tables_and_with_its_paragraph():
    one = made(
        "A", "States should act by 2030.", actions=[("1", "should act by 2030", "should", "recommendation", None)]
    )
    quoted = Citation("A", "1", "A/RES/70/1", "resolution", "States", one.points[0].start, one.points[0].start + 6)
    own = replace(quoted, cited="1", type="paragraph")
    action = replace(one.actions[0], deadline="by 2030", quantity="by half")
    page = Tree(render(content([replace(one, actions=(action,), citations=(quoted, own))])))
    cells = [cell["words"] for cell in page.all("td") if "details" in cell["inside"] and cell["words"]]
    assert cells[-6:] == ["by 2030", "2030", "by half", "A/RES/70/1", "resolution", "1"]
    beside = [element["words"] for element in page.all("p", class_="of-action")]
    assert beside == ["Asked no addressee named · should (recommendation) · act · by 2030 · by half"]
    assert [element["words"] for element in page.all("p", class_="of-citation")] == ["Cites A/RES/70/1, paragraph 1"]


def test_without_text_no_word_of_the_sources_is_there(tree):
    secret = made("a", "Kumquats in groves of warm valleys should ripen.", themes=[("1", "ripen", "growth")],
        actions=[("1", "Kumquats in groves of warm valleys should ripen", "should", "recommendation", None)],
    )  # fmt: skip
    other = made("b", "Kumquats in groves of warm valleys must ripen early.", themes=[("1", "ripen", "growth")],
        actions=[("1", "Kumquats in groves of warm valleys must ripen", "must", "obligation", None)],
    )  # fmt: skip
    other = replace(other, points=(*other.points, replace(other.points[0], point="2", text="Quinces and medlars rot.")))
    assert "umquat" in render(content([secret, other]))
    assert "Quinces" in render(content([secret, other]))
    page = render(content([secret, other], with_text=False))
    assert "umquat" not in page
    assert "ripen" not in page
    assert "Quinces" not in page
    assert [one["id"] for one in Tree(page).all("section")] == [
        *("words", "overview", "themes", "strength", "changes", "sources")
    ]
    assert any("stronger" in one.get("data-kinds", "") for one in Tree(page).elements)


def test_sources_tell_which_text_it_was(tmp_path):
    path = tmp_path / "2009.txt"
    path.write_bytes(b"1. States should act.\r\n")
    read = replace(EARLIER, document=replace(EARLIER.document, path=str(path)))
    page = render(content([read]))
    assert sha256(b"1. States should act.\r\n").hexdigest() in page
    assert "2009.txt" in page
    assert str(tmp_path) not in page


def test_versions_are_said(tree):
    from cnd_tools import __version__
    from cnd_tools.lexicon import load

    said = [one["words"] for one in tree.all("td")]
    assert __version__ in said
    assert load().version in said


def test_words_are_marked_as_what_they_are():
    marked = {s.text: (s.kinds, s.said) for item in items(EARLIER) for s in item.stretches if s.kinds}
    assert marked == {
        "Member States": ("agent", "agent: Member states"),
        "should": ("cue", "cue: recommendation"),
        "drug trafficking": ("theme", "theme: Drug trafficking"),
        "corruption": ("theme", "theme: Corruption"),
        "UNODC": ("agent", "agent: Unodc"),
        "must": ("cue", "cue: obligation"),
        "transit countries": ("recipient", "recipient: Transit countries"),
        "trafficking": ("theme", "theme: Drug trafficking"),
        "Lao People’s Democratic Republic": ("mention", "mention: Lao"),
    }


def test_all_evidence_of_a_theme_is_marked():
    second = list(items(LATER))[1]
    assert [s.text for s in second.stretches if s.kinds == "theme"] == ["precursors", "controlled"]


def test_rows_without_a_place_leave_the_words_unmarked():
    bare = replace(EARLIER, points=tuple(replace(point, pieces=()) for point in EARLIER.points), themes=())
    assert [len(item.stretches) for item in items(bare)] == [1, 1, 1]


@given(
    st.text(min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30), st.sampled_from(KINDS)), max_size=8),
)
def test_stretches_are_the_text_and_each_mark_covers_its_own(text, spans):
    marks = [Mark(start, end, kind, kind) for start, end, kind in spans if start < end <= len(text)]
    found = list(stretches(text, marks))
    assert "".join(stretch.text for stretch in found) == text
    kinds = [set(stretch.kinds.split()) for stretch in found for _ in stretch.text]
    assert kinds == [{mark.kind for mark in marks if mark.start <= at < mark.end} for at in range(len(text))]
