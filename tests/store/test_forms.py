import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.records import Action, Actor, Analysis, Document, Mark, Masthead, Position, Segmented, Theme
from cnd_tools.segmenting import segment
from cnd_tools.store import forms

TEXT = """UNITED NATIONS
E/CN.7/2031/4

1. Speakers noted\u00b9 that:

(a) Crops had been eradi-
cated in \U0001f33e areas;

3. Nothing \ud800 else.
"""


def renamed(one, name):
    """The same document under another name, in every record."""
    return Segmented(
        replace(one.document, name=name, path=f"{name}.txt"),
        tuple(replace(point, document=name) for point in one.points),
        one.ledger,
        tuple(replace(notice, document=name) for notice in one.notices),
    )


def test_a_segmented_text_comes_back_under_any_name():
    masthead = Masthead("E/CN.7/2031/4", None, "Seventy-fourth session", None, None, "Round table", ((0, 14), (15, 28)))
    document = Document("here", TEXT, "here.txt", masthead, (0, 40), (Mark(0, 14, "heading", 1),))
    one = segment(document)
    assert one.notices
    kept = forms.pack_segmented(one)
    assert forms.unpack_segmented(kept, name="here", path="here.txt") == one
    assert forms.unpack_segmented(kept, name="there", path="there.txt") == renamed(one, "there")
    assert forms.pack_segmented(renamed(one, "there")) == kept


def test_rows_come_back():
    one = Segmented(Document("here", "x"), (), {"none": 0})
    full = Analysis(
        one.document,
        one.points,
        (Actor("here", "1", "afg", "Afghanistan", "states", "mention", "Afghanistan", 0, 11, "lexicon:afghanistan"),),
        (Theme("here", "1", "corruption", "Corruption", "supply_and_crime", 2, "bribes; corrupt", 3, 9),),
        (Position("here", "1", None, None, "note", "It was noted", "report", "unstated", None, 0, 4, "passive"),),
        (
            Action(
                "here", "1", None, None, "need", "necessity", "act", "act", None, None, None, "+", None, "x", 0, 1, "r"
            ),
        ),
        one.ledger,
        one.notices,
    )
    assert forms.unpack_rows(forms.pack_rows(full), one) == full


@given(st.text(st.characters(codec=None), max_size=300))
def test_any_text_comes_back(text):
    one = segment(Document("here", text))
    assert forms.unpack_segmented(forms.pack_segmented(one), name="here", path=None) == one


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 9, zlib.compress(b"[]"), zlib.compress(b'{"text": 3}'), zlib.compress(b"{")]
)
def test_what_is_not_ours_is_refused(data):
    with pytest.raises(ValueError, match="not a kept record"):
        forms.unpack_segmented(data, name="here", path=None)
    with pytest.raises(ValueError, match="not a kept record"):
        forms.unpack_rows(data, Segmented(Document("here", ""), ()))
