"""Which lines are notes, where each begins and ends, and what only looks like one."""

import pytest

from cnd_tools.reading.plain import pages
from cnd_tools.segmenting.furniture import mark_furniture
from cnd_tools.segmenting.lines import scan
from cnd_tools.segmenting.notes import Note, find_notes, note_at


def noted(text):
    """Return the kind of every line, by its first letter ("-" for what is text), and the labels of the notes."""
    lines = scan(text, pages(text))
    kinds = [""] * len(lines)
    mark_furniture(lines, kinds)
    notes = find_notes(lines, kinds)
    spans = [place for note in notes for place in range(note.first, note.last + 1)]
    assert spans == [place for place, kind in enumerate(kinds) if kind == "note"]
    return "".join(kind[:1] or "-" for kind in kinds), " ".join(note.label for note in notes)


@pytest.mark.parametrize(
    ("text", "kinds", "labels"),
    [
        ("____\n1 See A/60/1.\n", "fn", "1"),
        ("Text\n____\n1 See A/60/1.\n2 Ibid.\n", "-fnn", "1 2"),
        ("Text\n" + " " * 30 + "\n1 See A/60/1.\n", "-n", "1"),
        ("Text\n____\nThe text goes on.\n", "-f-", ""),
        ("Text\n\n1 It stands under no rule.\n", "--", ""),
        ("1 It stands above a rule.\n____\n", "-f", ""),
        ("¹ See A/60/1.\nText\n", "n-", "¹"),
        ("Text\n\f¹ See A/60/1.\n", "-n", "¹"),
        ("Text\n¹ See A/60/1.\n\f² Ibid.\n", "-nn", "¹ ²"),
        ("It was agreed. 24\n\n24 The Board met.\n", "-n", "24"),
        ("It was agreed. 24\nNets are to be\n\f\n24 The Board met.\n", "---", ""),  # a page divides a sentence
        ("It was agreed. 24\nNets are marked.\n\f\n24 The Board met.\n", "--n", "24"),
        ("It met;1\nand, as States,2 rose.\n1 Nets.\n2 Boats, and\nother craft.\n", "--nnn", "1 2"),
        ("It met;1\nand, as States,2 rose.\n1 Nets.\n2 Boats.\n\n\nAnnex\n", "--nn-", "1 2"),
        ("It met;1\nand rose.\n1 Nets.\n2 Boats.\n", "----", ""),
        # The last number is a date that a line break divides from its sentence.
        ("It met;1\nand rose in Brest on\n1 May 2036, as agreed.\n", "---", ""),
        ("It met;1\nand rose in Brest on\n2 May 2036.\n1 Nets.\n", "---n", "1"),
        ("It met;1\nand rose with\n1 Board and others.\n", "---", ""),
        ("It met[1] and rose.[2]\n[1] Nets.\n[2] Boats, and\nother craft.\n", "-nnn", "[1] [2]"),
        ("It met[1] and rose.\n[1] Nets.\n[2] Boats.\n", "---", ""),
        ("[1] It met.\n[2] As in [1], it rose.\n", "--", ""),
        ("Of 12 States, 2.5 million.\n1 Nets.\n2 Boats.\n", "---", ""),
        ("Review*\n* By the Board.\n", "-n", "*"),
        ("Review†\nText\n\n† By the Board.\n", "--n", "†"),
        ("* By the Board.\nText\n", "--", ""),
        ("* By the Board*\nText\n", "--", ""),
        ("A five* hotel\n* By the sea.\n", "--", ""),
        ("They are: *\n* By the sea.\n", "--", ""),
        ("A/60/1\n* By the sea.\n", "f-", ""),
    ],
)
def test_where_notes_begin(text, kinds, labels):
    assert noted(text) == (kinds, labels)


@pytest.mark.parametrize(
    ("text", "kinds", "labels"),
    [
        ("____\n1 See A/60/1, and\nother reports.\n", "fnn", "1"),
        ("____\n1 See A/60/1.\nOther reports say so.\n", "fnn", "1"),
        ("____\n1 It was said in\n\nA/60/1.\n\nText\n", "fnn-", "1"),
        ("____\n1 It was said in\n\n\nText\n", "fn-", "1"),
        ("____\n1 It was said in\n\fText\n", "fn-", "1"),
        ("____\n1 Said in\n\n\n2 Ibid.\n", "fnn", "1 2"),
        ("____\n1 Said in\n\n\n\n2 Ibid.\n", "fnn", "1 2"),
        ("____\n1 Said in\n\n\n\n2 Boats\n", "fn-", "1"),
        ("¹ See the\nReport of it.\nText\n", "nn-", "¹"),
        ("¹ See it, op. cit.\nand that.\nText\n", "nn-", "¹"),
        ("¹ See it.\n  Also that.\nText\n", "nn-", "¹"),
        ("¹ See the\n\nReport\n", "n-", "¹"),
    ],
)
def test_where_notes_end(text, kinds, labels):
    assert noted(text) == (kinds, labels)


@pytest.mark.parametrize(
    ("above", "line", "labels"),
    [
        ("1 See A/60/1", "2 ibid.", "1 2"),
        ("4 See A/60/1", "5 ibid.", "4 5"),
        ("1 See A/60/1", "6 ibid.", "1 6"),
        ("1 The Board was to meet on", "7 August.", "1"),
        ("1 The Board was to meet on", "1 August.", "1"),
        ("9 The Board was to meet on", "1 August.", "9"),
        ("9 The Board met.", "1 The Council.", "9 1"),
        ("9 The Board met.", "1 to 3 per cent.", "9"),
        ("9 So it met!", "1 The Council.", "9 1"),
        ("9 Has it met?", "1 The Council.", "9 1"),
        ("9 It has “met.”", "1 The Council.", "9 1"),
        ('9 It has "met."', "1 The Council.", "9 1"),
        ("9 The Board;", "1 The Council.", "9"),
    ],
)
def test_a_number_that_begins_a_line_is_a_note_or_part_of_one(above, line, labels):
    assert noted(f"____\n{above}\n{line}\n") == ("fnn", labels)


@pytest.mark.parametrize(
    ("line", "number", "label", "text"),
    [
        ("12 See A/60/1.", 12, "12", "See A/60/1."),
        ("3/ Ibid.", 3, "3", "Ibid."),
        ("¹² See A/60/1.", 12, "¹²", "See A/60/1."),
        ("** By the Board.", 0, "**", "By the Board."),
        ("By the Board.", 0, "", "By the Board."),
    ],
)
def test_a_note_known_as_such(line, number, label, text):
    lines = scan(f"Text\n{line}\nand more\n")
    note = note_at(lines, [1, 2])
    assert note == Note(number, 1, 2, label, len(line) - len(text))
