import io
from dataclasses import replace

import pytest
from rich.text import Text

from cnd_tools.records import Action
from cnd_tools.tables import COLUMNS, Table, table
from cnd_tools.views import terminal

ACTION = Action(
    document="2009",
    point="4(c)",
    agent="member_states",
    agent_text="Member States",
    cue="should",
    strength="recommendation",
    aim="be shared",
    lemma="share",
    object="experiences in treatment and rehabilitation of those who use drugs",
    recipient=None,
    condition=None,
    polarity="+",
    source=None,
    text="Experiences in treatment should be shared [/foo] \x1b[31m.",
    start=0,
    end=5,
    rule="modal",
)


class Screen(io.StringIO):
    """A terminal of a given width."""

    def isatty(self):
        return True


@pytest.fixture
def shown(monkeypatch):
    def show(*tables, width=None, **options):
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", str(width))
        out = Screen() if width else io.StringIO()
        terminal.show(list(tables), out, **options)
        return out.getvalue()

    return show


@pytest.mark.parametrize("width", [80, 200])
def test_a_terminal_is_never_overrun_and_words_stay_whole(shown, width):
    text = shown(table("actions", [ACTION] * 3), width=width)
    assert max(len(Text.from_ansi(line)) for line in text.splitlines()) <= width
    for word in ("member_states", "recommendation", "experiences", "rehabilitation"):
        assert word in text


def test_a_pipe_gets_every_column_uncut(shown):
    header, row = shown(table("actions", [ACTION])).splitlines()
    assert header.split() == list(COLUMNS["actions"])
    assert ACTION.object in row


def test_text_is_not_markup_and_not_obeyed(shown):
    for width in (None, 200):
        text = shown(table("actions", [ACTION]).select(["text"]), width=width, columns=True)
        assert "[/foo]" in text
        assert r"\x1b[31m" in text
        assert "\x1b[31m" not in text


def test_a_column_that_never_changes_is_left_out(shown):
    both = table("actions", [ACTION, ACTION])
    assert "document" not in shown(both, width=80)
    assert "document" in shown(both.select(["document", "aim"]), width=80, columns=True)


def test_what_should_not_be_done_is_never_shown_without_its_not(shown):
    forbidden = replace(ACTION, polarity="-", aim="be coerced")
    for width in (80, 200):
        assert "not be coerced" in " ".join(shown(table("actions", [forbidden]), width=width).split())


def test_the_first_rows_and_how_many_more(shown):
    text = shown(Table("t", ("a",), ((1,), (2,), (3,))), width=80, most=2)
    assert "… and 1 more" in text
    assert "3" not in Text.from_ansi(text).plain
    assert shown(Table("t", ("a",), ((1,), (2,), (3,))), most=2).split() == ["a", "1", "2", "3"]


def test_an_empty_table_says_so(shown):
    assert "no actions" in shown(table("actions", []), width=80)
    assert "found nowhere" in shown(Table("concordance", ("match",), ()), width=80)
    assert "nothing to compare: no themes" in shown(Table("theme_shares", ("theme",), ()), width=80)


def test_numbers(shown):
    assert shown(Table("t", ("a", "b"), ((0.5, 3),))).splitlines()[1].split() == ["0.5", "3"]
    tiny = Table("t", ("a", "b", "c", "d"), ((0.00021, 0.0, 0.12345, -0.00004),))
    assert shown(tiny).splitlines()[1].split() == ["0.0002", "0", "0.123", "-4e-05"]


def test_fractions_of_a_column_have_the_same_number_of_places(shown):
    ledger = Table("ledger", ("kind", "share"), (("point", 0.9), ("heading", 0.0887), ("note", 0.0)))
    for width in (None, 80):
        rows = [line.split() for line in shown(ledger, width=width).splitlines()]
        assert [row[1] for row in rows if row[:1] and row[0] in {"point", "heading", "note"}] == [
            "0.900",
            "0.089",
            "0.000",
        ]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_number_is_cut_however_long_the_names_of_the_texts(shown, width):
    texts = ("unfccc_art_6_2_inputs", "A_RES_73_6", "enb1298e", "A_HRC_43_15")
    heads = [f"{what}_{text}" for text in texts for what in ("points", "percent")]
    row = (
        "Plenipotentiary conferences",
        *(value for count in (100, 62, 0, 7) for value in (count, count / 2.3)),
        "▇▅▁▂",
    )
    text = shown(Table("theme_shares", ("title", *heads, "spark"), (row, row)), width=width)
    assert text.count("100  (43%)") == text.count("62  (27%)") == 2
    assert ("▇▅▁▂" in text) == (width > 60)  # the blocks give way before the figures
    assert max(len(Text.from_ansi(line)) for line in text.splitlines()) <= width


def test_a_column_of_nothing_is_left_out_and_long_prose_is_no_number(shown):
    sight = Table("doctor", ("check", "found", "remedy"), (("a", "26 " + "long and longer " * 9, None), ("b", "3", "")))
    text = shown(sight, width=50)
    assert "remedy" not in text
    assert text.count("longer") == 9
