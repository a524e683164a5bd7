"""PDF: reading order, what is not text, paragraphs over page breaks, refusals."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnd_tools.errors import CndError, RefusedInput, UsageError
from cnd_tools.reading import pdf as reader
from cnd_tools.reading import source
from cnd_tools.reading.pdf_opened import opened
from cnd_tools.reading.source import Source
from reading.made_pdf import Sheet, pdf

LONG = (
    "Recalling the commitments that were made by the States parties to the",
    "three conventions, and noting that the work of the bodies concerned had",
    "gone on through the year without a pause of any length, as was due,",
)


def read(*sheets: Sheet) -> Source:
    return reader.read(pdf(*sheets), "a.pdf")


def marked(source: Source, kind: str) -> list[str]:
    return [source.text[mark.start : mark.end] for mark in source.marks if mark.kind == kind]


def body(sheet: Sheet) -> Sheet:
    return sheet.lines(100, 700, *LONG)


def test_lines_are_joined_by_place_and_words_by_room() -> None:
    # 0.12 em within a word is spacing out, 0.25 em is a blank; a number and its paragraph stand apart.
    sheet = Sheet().put(60, 700, "1.").put(100, 700, "peopl").put(123.3, 700, "e").put(130.5, 700, "count")
    assert read(sheet).text == "1.\tpeople count\n"


def test_lower_lines_come_later_whatever_the_order_of_the_file() -> None:
    assert read(Sheet().put(100, 600, "second").put(100, 700, "first")).text == "first\n\nsecond\n"


def test_italics_and_raised_marks_are_marked() -> None:
    sheet = Sheet().put(100, 700, "Calls upon", font="i").put(146, 700, "all the concerned States")
    sheet.put(241, 704, "3", size=6).put(250, 700, "and parties")
    found = read(sheet)
    assert found.text == "Calls upon all the concerned States3 and parties\n"
    assert marked(found, "noteref") == ["3"]
    assert [text.strip() for text in marked(found, "italic")] == ["Calls upon"]


def test_paragraphs_are_told_by_room_indent_and_the_end_of_a_line() -> None:
    sheet = Sheet().lines(100, 700, *LONG).lines(100, 650, *LONG)
    sheet.put(120, 600, "Set in at the start, this paragraph goes on for the whole of the line")
    sheet.put(100, 588, "until it is done.").put(120, 576, "Set in again.")
    assert [text.split()[0] for text in marked(read(sheet), "paragraph")] == ["Recalling", "Recalling", "Set", "Set"]


def test_a_short_line_ends_its_paragraph_without_any_room() -> None:
    found = read(Sheet().lines(100, 700, *LONG, "Short end.", "A new paragraph begins here, then."))
    assert [text.splitlines()[-1] for text in marked(found, "paragraph")] == [
        "Short end.",
        "A new paragraph begins here, then.",
    ]


def test_lines_under_a_number_belong_to_it() -> None:
    sheet = Sheet().put(100, 700, "(a)").put(124, 700, "To continue the work that it had begun in the years before,")
    sheet.put(124, 688, "with all that is due;").put(100, 670, "(b)").put(124, 670, "To report.")
    assert [text[:3] for text in marked(read(sheet), "paragraph")] == ["(a)", "(b)"]


def headed(number: int, sheet: Sheet) -> Sheet:
    return sheet.put(60, 745, "A/RES/99/1", 8, "b").put(60, 36, f"{number}/2").put(500, 36, "18-17962", 7)


def test_a_paragraph_over_a_page_break_has_one_mark() -> None:
    one = headed(1, Sheet()).lines(100, 124, *LONG)
    one.box(100, 90, 172, 90.5).put(100, 80, "1", 6).put(106, 77, "A note.", 8)
    two = headed(2, Sheet()).lines(100, 700, "and that much remained to be done.", "")
    found = read(one, two)
    (paragraph,) = marked(found, "paragraph")
    assert paragraph.startswith("Recalling")
    assert paragraph.endswith("to be done.")
    assert marked(found, "note") == ["1 A note."]
    assert marked(found, "furniture") == ["A/RES/99/1", "1/2\t18-17962", "A/RES/99/1", "2/2\t18-17962"]
    assert [found.text[start:].split()[0] for start in found.pages] == ["A/RES/99/1", "A/RES/99/1"]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (LONG[2].rstrip(",") + ".", "A sentence that begins anew."),
        ("as was due.", "and so on"),
        ("as was due", "and so on"),
    ],
)
def test_a_paragraph_that_is_done_does_not_go_on_over_the_page(last: str, first: str) -> None:
    one = Sheet().lines(100, 124, *LONG[:2], last)
    assert len(marked(read(one, Sheet().put(100, 700, first)), "paragraph")) == 2


def test_the_letterhead_of_the_first_page_is_no_furniture() -> None:
    sheet = body(Sheet()).put(60, 770, "United Nations").put(450, 770, "A/99/1", 14).box(60, 760, 540, 760.5)
    sheet.put(60, 740, "General Assembly", 16, "b").put(450, 740, "Distr.: General").box(60, 720, 540, 721)
    sheet.put(60, 44, "18-17962 (E) 021118").put(60, 30, "*1817962*", 12)
    found = read(sheet)
    assert marked(found, "masthead") == ["United Nations\tA/99/1\n\nGeneral Assembly\tDistr.: General"]
    assert marked(found, "furniture") == ["18-17962 (E) 021118", "*1817962*"]


def test_what_comes_back_on_every_page_is_furniture() -> None:
    sheets = [
        body(Sheet()).put(60, 770, "Report of the Board on its session").put(290, 30, f"Page {n}") for n in (1, 2)
    ]
    assert marked(read(*sheets), "furniture") == [
        *("Report of the Board on its session", "Page 1"),
        *("Report of the Board on its session", "Page 2"),
    ]


@pytest.mark.parametrize("rule", ["drawn", "printed", "none"])
def test_notes_at_the_foot(rule: str) -> None:
    sheet = body(Sheet())
    if rule == "drawn":
        sheet.box(100, 112, 172, 112.5)
    if rule == "printed":
        sheet.put(100, 112, "__________________", 8, "b")
    sheet.put(100, 103, "1", 6).put(106, 100, "See A/99/2, which goes on and on until it comes to an end in", 8)
    sheet.put(106, 91, "A/99/3.", 8).put(100, 82, "2", 6).put(106, 79, "Ibid.", 8)
    assert marked(read(sheet), "note") == [
        "1 See A/99/2, which goes on and on until it comes to an end in\nA/99/3.",
        "2 Ibid.",
    ]


def test_headings_stand_out_by_size_bold_and_italic() -> None:
    sheet = body(Sheet()).put(100, 660, "The title", 14, "b").put(100, 640, "A part", 10, "b")
    sheet.put(100, 620, "A piece", 10, "i").put(100, 600, "Not a heading.", 10, "b")
    found = read(sheet)
    assert [(found.text[m.start : m.end], m.level) for m in found.marks if m.kind == "heading"] == [
        ("The title", 1),
        ("A part", 2),
        ("A piece", 3),
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    sheet = Sheet().put(60, 740, "A line over both of the columns, from one edge of the page to the other one", 13)
    sheet.lines(60, 700, *(f"left {word} goes on for half the width" for word in ("one", "two", "three", "four")))
    sheet.lines(330, 700, *(f"right {word} goes on for half the width" for word in ("one", "two", "three", "four")))
    sheet.put(60, 600, "After the columns, a line that goes from one edge of the page to the other one", 13)
    words = [line.split()[0] for line in read(sheet).text.split("\n") if line]
    assert words == ["A"] + ["left"] * 4 + ["right"] * 4 + ["After"]


def test_words_that_justified_text_drives_apart_are_no_cells() -> None:
    sheet = Sheet()
    for row in range(3):
        for x, word in ((100, "adequacy"), (159, "of"), (187, "commitments,"), (264, "Berlin")):
            sheet.put(x, 700 - 12 * row, word)
    found = read(sheet)
    assert marked(found, "table") == []
    assert found.text.splitlines()[0] == "adequacy of commitments, Berlin"


def test_figures_that_stand_apart_are_cells() -> None:
    sheet = Sheet()
    for row in range(3):
        for place, figure in enumerate(("34", "44", "41", "34")):
            sheet.put(100 + 40 * place, 700 - 12 * row, figure)
    assert marked(read(sheet), "table") == ["\n".join(["34\t44\t41\t34"] * 3)]


def test_a_short_word_beside_the_other_column_is_not_raised() -> None:
    sheet = Sheet()
    for row in range(5):
        sheet.put(60, 700 - 12 * row, "some words in the left").put(196, 700 - 12 * row, "his")
        sheet.put(230, 693 - 12 * row, "some words that stand in the right column here")
    found = read(sheet)
    assert found.text.splitlines()[:2] == ["some words in the left\this"] * 2
    assert marked(found, "noteref") == []


def test_room_over_both_columns_parts_what_is_above_from_what_is_below() -> None:
    sheet = Sheet()
    for top, name in ((700, "above"), (600, "below")):
        for row in range(4):
            sheet.put(60, top - 12 * row, f"left {name} goes on for half the width")
            sheet.put(330, top - 12 * row, f"right {name} goes on for half the width")
    words = [" ".join(line.split()[:2]) for line in read(sheet).text.split("\n") if line]
    assert words == [side + name for name in (" above", " below") for side in ["left"] * 4 + ["right"] * 4]


def test_justified_text_goes_on_over_the_page_though_a_sentence_ends_there() -> None:
    one, two = Sheet(), Sheet()
    for row in range(4):
        one.put(100, 130 - 12 * row, "The text of this line comes to its end at the edge.")
        two.put(100, 700 - 12 * row, "The text of this line comes to its end at the edge.")
    assert len(marked(read(one, two), "paragraph")) == 1
    two.drawn[0] = two.drawn[0].replace("(The text", "(7. The text")
    assert len(marked(read(one, two), "paragraph")) == 2


def test_notes_go_on_over_a_page_of_their_own() -> None:
    one = body(Sheet()).box(100, 112, 172, 112.5).put(100, 103, "1", 6).put(106, 100, "A long note that is", 8)
    two = Sheet().put(106, 700, "not yet done and goes on over here.", 8)
    found = read(one, two, body(Sheet()))
    assert marked(found, "note") == ["1 A long note that is\nnot yet done and goes on over here."]


@pytest.mark.parametrize(
    ("ends", "goes_on", "notes"),
    [
        ("See A/91/1, A/91/2,", "A/91/3 and A/91/4.", ["1 See A/91/1, A/91/2,\nA/91/3 and A/91/4.", "2 Ibid."]),
        ("See A/91/1.", "Source: the Secretariat.", ["1 See A/91/1.", "Source: the Secretariat.", "2 Ibid."]),
    ],
)
def test_a_note_that_has_no_room_goes_on_at_the_foot_of_the_next_page(
    ends: str, goes_on: str, notes: list[str]
) -> None:
    one, two = (body(Sheet()).box(100, 112, 172, 112.5) for _ in range(2))
    one.put(100, 103, "1", 6).put(106, 100, ends, 8)
    two.put(100, 100, goes_on, 8).put(100, 93, "2", 6).put(106, 90, "Ibid.", 8)
    found = read(one, two)
    assert marked(found, "note") == notes
    assert found.pages[1] > found.text.index(ends)


def test_a_note_that_goes_on_twice() -> None:
    pages = [body(Sheet()).box(100, 112, 172, 112.5).put(100, 100, text, 8) for text in ("1 One,", "two,", "three.")]
    assert marked(read(*pages), "note") == ["1 One,\ntwo,\nthree."]


def test_tables_drawn_as_a_grid() -> None:
    sheet = body(Sheet())
    for row in range(4):
        sheet.box(100, 600 - 15 * row, 300, 600.5 - 15 * row)
    for edge in (100, 200, 300):
        sheet.box(edge, 555, edge + 0.5, 600)
    for row in range(3):
        sheet.put(105, 590 - 15 * row, "a long name of the thing").put(230, 590 - 15 * row, "its place")
    found = read(sheet.put(100, 500, "Text after the table."))
    assert len(marked(found, "table")) == 1
    assert marked(found, "paragraph")[-1] == "Text after the table."


def test_a_frame_round_text_is_no_table() -> None:
    sheet = Sheet().lines(100, 700, *LONG).box(90, 670, 500, 670.5).box(90, 715, 500, 715.5)
    sheet.box(90, 670, 90.5, 715).box(500, 670, 500.5, 715)
    assert marked(read(sheet), "table") == []


def test_tables_between_rules_and_rows_of_keys() -> None:
    sheet = body(Sheet()).box(100, 640, 500, 641).box(100, 620, 500, 621).box(100, 570, 500, 571)
    sheet.put(100, 628, "Category").put(450, 628, "2025")
    sheet.put(100, 605, "1. Reports to the Assembly").put(450, 605, "34").put(100, 590, "2. Other").put(450, 590, "7")
    for row, (key, title) in enumerate(
        (("58/153", "Refugees"), ("70/1", "The Agenda"), ("319 A (IV)", "Stateless persons"))
    ):
        sheet.put(100, 520 - 12 * row, key).put(200, 520 - 12 * row, title)
    sheet.put(100, 545, "Resolutions of the Assembly", 10, "b").put(100, 440, "Text after all.")
    found = read(sheet)
    assert [text.split()[0] for text in marked(found, "table")] == ["Category", "58/153"]
    assert marked(found, "paragraph")[-1] == "Text after all."


def test_numbered_paragraphs_are_no_table() -> None:
    sheet = Sheet()
    for row in range(4):
        sheet.put(100, 700 - 12 * row, f"{row + 1}.").put(140, 700 - 12 * row, "Requests the Board to report;")
    assert marked(read(sheet), "table") == []


def test_words_in_a_diagram_are_kept_apart() -> None:
    sheet = body(Sheet()).box(100, 400, 500, 600)
    for bar in range(6):
        sheet.box(130 + 50 * bar, 410, 150 + 50 * bar, 450 + 10 * bar).put(
            132 + 50 * bar, 470 + 10 * bar, str(30 + bar), 8
        )
    found = read(sheet.put(100, 350, "Text after the diagram."))
    assert [len(text.split()) for text in marked(found, "table")] == [6]
    assert marked(found, "paragraph")[-1] == "Text after the diagram."


def test_contents_are_no_text() -> None:
    sheet = body(Sheet()).put(100, 600, "I. Introduction . . . . . . . . . . . . . . . .").put(500, 600, "3")
    assert marked(read(sheet), "contents") == ["I. Introduction . . . . . . . . . . . . . . . .\t3"]


def test_hyphens_at_the_end_of_a_line_stay() -> None:
    found = read(Sheet().lines(100, 700, "the work of the bodies that are non-", "governmental in kind"))
    assert found.text == "the work of the bodies that are non-\ngovernmental in kind\n"


def encrypted() -> bytes:
    """Return a PDF that asks for a password: its encryption dictionary fits none."""
    key = "00" * 32
    return pdf(
        Sheet().put(100, 700, "x"),
        trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]",
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"text", "a.pdf: not a PDF in spite of its name"),
        (b"%PDF-1.4\nnothing more", "a.pdf: broken as a PDF, or without pages; get it again"),
        (encrypted(), "a.pdf: a PDF with a password; save a copy without one"),
        (pdf(Sheet()), "a.pdf: a PDF without text, only pictures of pages; run text recognition (OCR) on it first"),
        (pdf(Sheet().box(0, 0, 600, 800)), "a.pdf: a PDF without text"),
        (pdf(), "a.pdf: broken as a PDF, or without pages"),
    ],
)
def test_refusals(data: bytes, message: str) -> None:
    with pytest.raises(RefusedInput) as refused:
        reader.read(data, "a.pdf")
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    ("name", "value", "message"), [("LIMIT", 10, "larger than"), ("PAGES", 0, "a PDF with 1 pages; from 1 to 0 can")]
)
def test_limits(monkeypatch: pytest.MonkeyPatch, name: str, value: float, message: str) -> None:
    monkeypatch.setattr(reader, name, value)
    with pytest.raises(RefusedInput, match=message):
        read(body(Sheet()))


def test_without_the_library_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(source, "import_module", missing)
    with pytest.raises(UsageError, match=r'pip install "cnd-tools\[pdf\]"'):
        reader.read(pdf(Sheet()), "a.pdf")


@settings(max_examples=60)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=6))
def test_a_damaged_file_raises_nothing_but_our_errors(place: int, damage: bytes) -> None:
    data = bytearray(pdf(body(Sheet())))
    place %= len(data)
    data[place : place + len(damage)] = damage
    try:
        found = reader.read(bytes(data), "a.pdf")
    except CndError:
        return
    assert all(0 <= mark.start < mark.end <= len(found.text) for mark in found.marks)


def test_a_page_that_cannot_be_opened_again_is_the_files_fault() -> None:
    with pytest.raises(RefusedInput, match=r"^x\.pdf: page 1 of the PDF is broken"), opened({}, 0, "x.pdf"):
        pass
