"""`cnd citations`: a table, a graph, a picture; and what is newly cited in `cnd compare`."""

import csv
import io
import xml.etree.ElementTree as ET

import pytest

from cnd_tools.tables import COLUMNS

HEAD = "United Nations\n\nA/RES/{0}/1\n\nGeneral Assembly\n\nDistr.: General\n\n{1} December 2022\n\n"
FIRST = HEAD.format(77, 1) + (
    "The General Assembly,\n\nRecalling its resolutions 76/1 and 70/1,\n\n"
    "1. Calls upon donors, banks and cities to help poor farmers to build wells, dams and roads "
    "in line with the Paris Agreement;\n\n"
    "2. Requests the Secretary-General to report on resolution 70/1 by 2024 to 30 States.\n"
)
SECOND = HEAD.format(78, 2) + (
    "The General Assembly,\n\nRecalling its resolutions 77/1 and 70/1,\n\n"
    "1. Calls upon donors, banks and cities to help poor farmers to build wells, dams and roads "
    "in line with the Minamata Convention;\n\n"
    "2. Requests the Secretary-General to report on resolution 70/1 by 2025 to 40 States.\n"
)
NS = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def texts(tmp_path):
    places = tmp_path / "first.txt", tmp_path / "second.txt"
    places[0].write_text(FIRST)
    places[1].write_text(SECOND)
    return places


def rows(printed):
    return list(csv.DictReader(io.StringIO(printed)))


def test_the_table(cnd, texts):
    found = rows(cnd("citations", texts[0], "--csv", "-q").out)
    assert tuple(found[0]) == COLUMNS["citations"]
    assert [(row["point"], row["cited"]) for row in found] == [
        ("p2", "A/RES/76/1"),
        ("p2", "A/RES/70/1"),
        ("1", "paris_agreement"),
        ("2", "A/RES/70/1"),
    ]


def test_a_graph_in_which_cited_texts_are_one_node(cnd, texts, tmp_path):
    place = tmp_path / "who.graphml"
    assert cnd("citations", *texts, "--graph", place, "-q").code == 0
    graph = ET.parse(place).getroot().find(f"{NS}graph")
    nodes = {node.get("id"): [data.text for data in node] for node in graph.iter(f"{NS}node")}
    edges = {(e.get("source"), e.get("target")): [d.text for d in e] for e in graph.iter(f"{NS}edge")}
    assert nodes["first"] == ["first (A/RES/77/1)", "text"]
    assert nodes["paris_agreement"] == ["Paris Agreement", "treaty"]
    assert edges["second", "first"] == ["1", "p2"]
    assert edges["first", "A/RES/70/1"] == ["2", "p2 2"]
    assert {name for edge in edges for name in edge} <= nodes.keys()


def test_a_picture_names_texts_and_what_they_cite(cnd, texts, tmp_path):
    place = tmp_path / "who.svg"
    assert cnd("citations", *texts, "--graph", place, "-q").code == 0
    said = [one.text for one in ET.parse(place).getroot() if one.tag.endswith("}text")]
    assert {"first", "second", "Paris Agreement", "A/RES/70/1"} <= set(said)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--graph", "who.png"], "a graph is .graphml or .svg"),
        (["--graph", "first.txt"], "a graph is .graphml or .svg"),
    ],
)
def test_what_is_no_graph_is_refused(cnd, texts, options, message):
    ended = cnd("citations", texts[0], *options, "-q")
    assert ended.code == 2
    assert message in ended.err


def test_a_graph_that_is_there_is_not_replaced(cnd, texts, tmp_path):
    place = tmp_path / "who.svg"
    place.write_text("mine")
    ended = cnd("citations", texts[0], "--graph", place, "-q")
    assert (ended.code, place.read_text()) == (2, "mine")


def test_what_is_newly_cited(cnd, texts):
    found = rows(cnd("compare", *texts, "--by", "citations", "--csv", "-q").out)
    assert [(row["cited"], row["change"], row["where_first"], row["where_second"]) for row in found] == [
        ("A/RES/77/1", "new", "", "p2"),
        ("minamata_convention", "new", "", "1"),
        ("A/RES/76/1", "no longer", "p2", ""),
        ("paris_agreement", "no longer", "1", ""),
        ("A/RES/70/1", "kept", "p2 2", "p2 2"),
    ]


def test_every_change_of_numbers_dates_and_citations_is_named(cnd, texts):
    found = {row["point_a"]: row for row in rows(cnd("compare", *texts, "--by", "points", "--csv", "-q").out)}
    assert found["p2"]["change"] == found["2"]["change"] == "updated"
    assert found["p2"]["detail"] == "no longer cites A/RES/76/1; now cites A/RES/77/1"
    assert found["1"]["detail"] == "no longer cites Paris Agreement; now cites Minamata Convention on Mercury"
    assert found["2"]["detail"] == "2024; 30 → 2025; 40"
    only = rows(cnd("compare", *texts, "--by", "points", "--only", "other citations", "--csv", "-q").out)
    assert [row["point_a"] for row in only] == ["p2", "1"]


def test_the_page_of_words_says_what_is_newly_cited(cnd, texts):
    said = cnd("compare", *texts, "-q").out
    assert "Newly cited" in said
    assert "A/RES/77/1" in said
