import unicodedata
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.views.safe import defuse, is_formula, legal, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("money-laundering", "money-laundering"),
        ("Lao People’s Democratic Republic", "Lao People’s Democratic Republic"),
        ("red \x1b[31mtext\x1b[0m", r"red \x1b[31mtext\x1b[0m"),
        ("back\u202eward", r"back\u202eward"),
        ("zero\u200bwidth", r"zero\u200bwidth"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("bell\x07 and C1 \x9b", r"bell\x07 and C1 \x9b"),
        ("tag \U000e0041", r"tag \U000e0041"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
        ("[red]not markup[/red] [/foo]", "[red]not markup[/red] [/foo]"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text, shown):
    assert visible(text) == shown


@given(st.text())
def test_nothing_a_terminal_obeys_is_left(text):
    obeyed = [char for char in visible(text) if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Cs"}]
    assert set(obeyed) <= set("\u00ad\u200c\u200d")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", '=cmd|" /C calc"!A0'])
def test_a_formula_is_defused(text):
    assert is_formula(text)
    assert defuse(text) == "'" + text


@pytest.mark.parametrize("value", ["-", "+", "", "a=b", -1, -0.5, None, "(a)", "1.", True])
def test_what_is_no_formula_stays_as_it_is(value):
    assert not is_formula(value)
    assert defuse(value) is value


@given(st.text())
def test_what_is_legal_can_stand_in_xml_at_the_same_offsets(text):
    made = legal(text + "\ud800\x00\uffff")
    assert len(made) == len(text) + 3
    read = ET.fromstring(f"<a>{escape(made)}</a>".encode()).text
    # A parser makes one line end of each (XML 1.0, 2.11); all else comes back as it was.
    assert read == made.replace("\r\n", "\n").replace("\r", "\n")
    assert made[-3:] == "\ufffd" * 3
