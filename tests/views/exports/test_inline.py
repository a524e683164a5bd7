"""Marks as elements: no word is lost, whatever lies in or over what."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.views.exports.inline import Insert, Mark, filled

TEXT = "abcdefghij"


def shown(marks, inserts=()):
    element = ET.Element("p")
    filled(element, TEXT, [Mark(start, end, tag, {}) for start, end, tag in marks], [Insert(*i, {}) for i in inserts])
    return ET.tostring(element, encoding="unicode")


@pytest.mark.parametrize(
    ("marks", "inserts", "expected"),
    [
        ([], [], "<p>abcdefghij</p>"),
        ([(0, 10, "x")], [], "<p><x>abcdefghij</x></p>"),
        ([(1, 3, "x"), (3, 5, "y")], [], "<p>a<x>bc</x><y>de</y>fghij</p>"),
        ([(1, 8, "x"), (2, 4, "y"), (5, 6, "z")], [], "<p>a<x>b<y>cd</y>e<z>f</z>gh</x>ij</p>"),
        ([(1, 5, "x"), (3, 7, "crossing"), (6, 8, "y")], [], "<p>a<x>bcde</x>f<y>gh</y>ij</p>"),
        ([(1, 3, "y"), (1, 5, "x")], [], "<p>a<x><y>bc</y>de</x>fghij</p>"),
        ([(1, 3, "x")], [(2, "n"), (3, "n"), (10, "n")], "<p>a<x>b<n />c<n /></x>defghij<n /></p>"),
    ],
)
def test_marks_become_elements(marks, inserts, expected):
    assert shown(marks, inserts) == expected


SPAN = st.tuples(st.integers(0, 9), st.integers(1, 10)).filter(lambda span: span[0] < span[1])
SPANS = st.lists(SPAN.map(lambda span: (*span, "x")))


@given(SPANS, st.lists(st.integers(0, 10)))
def test_no_word_is_lost(marks, places):
    back = ET.fromstring(shown(marks, [(place, "n") for place in sorted(places)]))
    assert "".join(back.itertext()) == TEXT
    assert len(list(back.iter("n"))) == len(places)
