"""Akoma Ntoso: by its published schema; every point's words, note and actor are where they belong."""

from dataclasses import replace

import pytest
from lxml import etree

from cnd_tools import document, segment
from cnd_tools.errors import UsageError
from cnd_tools.records import Analysis
from cnd_tools.views.exports.akoma import write_akoma
from cnd_tools.views.safe import legal
from views.exports.contents import ALL, HOSTILE, TREE, of
from views.exports.schemas import schema

A = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def written(folder, analysis):
    write_akoma(of(analysis), folder / "a.akn.xml")
    return etree.parse(folder / "a.akn.xml").getroot()


def own(element):
    """The words of a point itself, without those of the points below it."""
    blocks = element.xpath("./*[local-name()='intro' or local-name()='content' or local-name()='heading']")
    return "".join("".join(block.itertext()) for block in blocks)


@pytest.mark.parametrize("analysis", [*ALL, replace(TREE, points=(), actors=(), themes=(), actions=())], ids=str)
def test_the_published_schema_accepts_it(tmp_path, analysis):
    schema("akoma").assertValid(written(tmp_path, analysis))


@pytest.mark.parametrize("analysis", ALL, ids=lambda one: one.document.name)
def test_every_point_is_there_with_its_words(tmp_path, analysis):
    root = written(tmp_path, analysis)
    found = {element.get("wId"): own(element) for element in root.iter() if element.get("wId")}
    assert found == {point.point: legal(point.text) for point in analysis.points if point.kind != "note"}


@pytest.mark.parametrize("analysis", ALL, ids=lambda one: one.document.name)
def test_every_actor_is_marked_on_its_words(tmp_path, analysis):
    root = written(tmp_path, analysis)
    ids = set(root.xpath("//@eId"))
    for actor in analysis.actors:
        (point,) = (element for element in root.iter() if element.get("wId") == actor.point)
        marked = [mark for mark in point.iter() if actor.role in mark.get("class", "").split()]
        assert any("".join(mark.itertext()) == actor.text for mark in marked)
        assert all(ref.removeprefix("#") in ids for mark in marked for ref in mark.get("refersTo").split())


def test_the_outline_is_the_hierarchy(tmp_path):
    root = written(tmp_path, TREE)
    (section,) = root.iter(f"{A}section")
    (paragraph,) = section.findall(f"{A}paragraph")
    assert section.findtext(f"{A}heading") == "I. Findings"
    assert paragraph.findtext(f"{A}num") == "4."
    assert [point.get("eId") for point in paragraph.findall(f"{A}point")] == [
        "sec_p1__para_4__point_a",
        "sec_p1__para_4__point_b",
    ]
    assert paragraph.find(f"{A}point").get("refersTo") == "#theme_technical_assistance"


SECTIONS = """United Nations                         E/CN.7/2031/L.4
Commission on Narcotic Drugs
Vienna, 12 March 2031

I. Trade

A. Findings

1. States agreed on a course.

B. Conclusions

1. States should act.

II. Crops

1. Speakers noted the report.
"""


def test_sections_lie_in_sections_and_the_masthead_before_them(tmp_path):
    one = segment(document(SECTIONS, name="sections"))
    root = written(tmp_path, Analysis(one.document, one.points, (), (), (), (), one.ledger, one.notices))
    schema("akoma").assertValid(root)
    preface = root.find(f".//{A}preface")
    assert " ".join(preface.itertext()).split() == SECTIONS.partition("I. Trade")[0].split()
    outline = {
        section.findtext(f"{A}heading"): (
            section.getparent().findtext(f"{A}heading"),
            len(section.findall(f"{A}paragraph")),
        )
        for section in root.iter(f"{A}section")
    }
    assert outline == {"Trade": (None, 0), "Findings": ("Trade", 1), "Conclusions": ("Trade", 1), "Crops": (None, 1)}
    ids = root.xpath("//@eId")
    assert len(ids) == len(set(ids)) > 7


def test_a_note_is_where_its_mark_was(tmp_path):
    root = written(tmp_path, TREE)
    (note,) = root.iter(f"{A}note")
    (ref,) = root.iter(f"{A}noteRef")
    assert note.findtext(f"{A}p") == "See E/2009/28."
    assert ref.get("href") == "#" + note.get("eId")
    assert ref.getprevious().tail == " agreed:"


def test_a_person_is_no_organization(tmp_path):
    root = written(tmp_path, TREE)
    assert root.find(f".//{A}TLCPerson").get("showAs") == "Assist"


def test_dates_are_read_or_said_to_be_unknown(tmp_path):
    assert written(tmp_path, HOSTILE).find(f".//{A}FRBRdate").attrib == {"date": "2009-03-11", "name": "document"}
    assert written(tmp_path, TREE).find(f".//{A}FRBRdate").attrib == {"date": "0001-01-01", "name": "unknown"}


def test_several_documents_are_a_collection(tmp_path):
    write_akoma(of(*ALL), tmp_path / "a.akn.xml")
    root = etree.parse(tmp_path / "a.akn.xml").getroot()
    schema("akoma").assertValid(root)
    components = root.findall(f"{A}documentCollection/{A}collectionBody/{A}component")
    assert len(components) == len(ALL)
    for component, one in zip(components, ALL, strict=True):
        found = {element.get("wId"): own(element) for element in component.iter() if element.get("wId")}
        assert found == {point.point: legal(point.text) for point in one.points if point.kind != "note"}
    ids = root.xpath("//@eId")
    assert len(ids) == len(set(ids))
    refs = {one for value in root.xpath("//@refersTo | //@href | //@source") for one in value.split()}
    assert {ref.removeprefix("#") for ref in refs if ref.startswith("#")} <= set(ids)


def test_no_document_is_no_file(tmp_path):
    with pytest.raises(UsageError, match="there is none"):
        write_akoma(of(), tmp_path / "a.akn.xml")
