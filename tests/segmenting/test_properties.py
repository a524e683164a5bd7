"""Any outline comes back as it was, however it is laid out; and whatever comes, nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.records import Document
from cnd_tools.segmenting import segment
from segmenting.outlines import flowed, outlines, paged, wrapped


def points(text, **more):
    return [point for point in segment(Document("x", text, **more)).points if point.kind not in {"masthead", "note"}]


def rows(text, **more):
    return [(point.point, point.label, point.level, point.text) for point in points(text, **more)]


def wanted(nodes):
    return [(node.id, node.label, node.level, node.text) for node in nodes]


@given(outlines())
def test_a_flowed_outline_comes_back(nodes):
    assert rows(flowed(nodes)) == wanted(nodes)


@given(outlines(), st.integers(40, 110), st.sampled_from(["\n\n", "\n \n", " \n\n", "\r\n\r\n"]))
def test_a_wrapped_outline_comes_back(nodes, width, between):
    assert rows(wrapped(nodes, width, between)) == wanted(nodes)


@given(outlines(), st.integers(40, 100), st.integers(40, 100))
def test_wrapping_anew_changes_no_point(nodes, one, other):
    assert rows(wrapped(nodes, one, hang="  ")) == rows(wrapped(nodes, other))


@given(outlines(), st.integers(8, 40))
def test_an_outline_on_pages_comes_back(nodes, height):
    assert rows(paged(nodes, height)) == wanted(nodes)


ANYTHING = st.text(
    st.sampled_from(list("abcAB 12.;:,()-–•“”\n\n\n\t\f\r ¹²³_*")) | st.characters(codec="utf-8"), max_size=400
)


@given(ANYTHING | outlines().map(flowed) | outlines().map(lambda nodes: paged(nodes, 12)))
def test_every_character_has_its_place_and_every_word_its_source(text):
    done = segment(Document("x", text))
    assert sum(done.ledger.values()) == len(text)
    assert done.ledger["none"] == 0
    ids = [point.point for point in done.points]
    assert len(ids) == len(set(ids))
    assert [point.start for point in done.points] == sorted(point.start for point in done.points)
    for point in done.points:
        assert 0 <= point.start <= point.end <= len(text)
        for piece in point.pieces:
            clean = point.text[piece.text : piece.text + piece.length]
            assert clean == text[piece.source : piece.source + piece.length]
            assert point.start <= piece.source <= piece.source + piece.length <= point.end
        if point.text:
            low, high = point.locate(0, len(point.text))
            assert point.start <= low < high <= point.end


@given(outlines(), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_stretch_of_a_point_leads_back_to_its_words(nodes, one, other):
    text = wrapped(nodes, 60)
    for point in points(text):
        start, last = sorted((one % len(point.text), other % len(point.text)))
        if point.text[start] != " " != point.text[last]:
            low, high = point.locate(start, last + 1)
            assert "".join(text[low:high].split()) == "".join(point.text[start : last + 1].split())


@pytest.mark.parametrize("text", ["", "\n", " \f\n\t"])
def test_a_document_without_text_says_so(text):
    done = segment(Document("x", text))
    assert done.points == ()
    assert [notice.code for notice in done.notices] == ["empty"]
    assert sum(done.ledger.values()) == len(text)
