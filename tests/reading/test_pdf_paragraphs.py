"""PDF: where paragraphs begin, by labels, room, type and the ends of lines; which of them are headings."""

from __future__ import annotations

import pytest

from reading.made_pdf import Sheet, firsts, marked, read

FULL = "The Board noted that the boats of the harbour had been kept in good order throughout all of the"
REST = "winter months, as the pilots had asked in the spring of the year before"


@pytest.mark.parametrize("label_font", ["", "b"])
@pytest.mark.parametrize("end", ["(Norway);", "(Norway)", "(Norway)."])
@pytest.mark.parametrize(("x", "hang"), [(100, 100), (128, 100), (100, 128)])
def test_bold_recommendations_are_whole_paragraphs(label_font: str, end: str, x: int, hang: int) -> None:
    sheet = Sheet().put(100, 740, "Conclusions and/or recommendations", 12, "b")
    for place, label in enumerate(("9.1", "9.2", "9.3")):
        y = 720 - 40 * place
        sheet.put(x, y, label, font=label_font).put(
            x + 28, y, "Ensure that the harbour keeps a boat for pilots", font="b"
        )
        sheet.put(hang, y - 12, "all through the winter, in the colours of the region", font="b").put(
            hang, y - 24, end, font="b"
        )
    found = read(sheet)
    assert firsts(found) == ["9.1", "9.2", "9.3"]
    assert marked(found, "heading") == ["Conclusions and/or recommendations"]


def test_bold_recommendations_of_one_line_without_room() -> None:
    sheet = Sheet()
    for place, text in enumerate(("Ratify the Convention (Chad)", "Sign the Protocol (Peru)", "Mark all boats (Fiji)")):
        sheet.put(100, 700 - 12 * place, f"110.{place + 1}", font="b").put(140, 700 - 12 * place, text, font="b")
    assert firsts(read(sheet)) == ["110.1", "110.2", "110.3"]


def test_a_bold_chapeau_with_a_plain_number_is_no_heading() -> None:
    sheet = Sheet().put(100, 700, "78.").put(130, 700, "The recommendations listed below will be examined:", font="b")
    found = read(sheet.put(100, 680, "79.").put(130, 680, "Done."))
    assert firsts(found) == ["78.", "79."]
    assert marked(found, "heading") == []


def test_bold_numbered_headings_stay_headings() -> None:
    sheet = Sheet()
    for place, title in enumerate(("Introduction", "Boats and nets", "What comes next")):
        sheet.put(100, 700 - 80 * place, f"{place + 1}.", font="b").put(120, 700 - 80 * place, title, font="b")
        sheet.lines(100, 680 - 80 * place, FULL, REST + ".")
    assert marked(read(sheet), "heading") == ["1. Introduction", "2. Boats and nets", "3. What comes next"]


@pytest.mark.parametrize(
    ("first", "second", "fonts"),
    [
        (FULL, REST, ("b", "")),
        (FULL, REST, ("", "b")),
        ("1. " + FULL, "Spring Council, as the pilots had asked.", ("", "b")),
    ],
)
def test_a_sentence_goes_on_in_other_type(first: str, second: str, fonts: tuple[str, str]) -> None:
    sheet = Sheet().put(100, 700, first, font=fonts[0]).put(100, 688, second, font=fonts[1])
    assert len(marked(read(sheet), "paragraph")) == 1


def test_a_bold_line_over_text_is_its_heading() -> None:
    sheet = Sheet().put(100, 700, "Boats of the harbour", font="b").put(100, 688, "They are marked.")
    assert marked(read(sheet), "heading") == ["Boats of the harbour"]


@pytest.mark.parametrize("step", [12.0, 14.6, 24.0])
@pytest.mark.parametrize(
    "labels",
    [
        ("(a)", "(b)", "(c)", "(d)"),
        ("1.", "2.", "3.", "4."),
        ("2.1", "2.2", "2.3", "2.4"),
        ("i)", "ii)", "iii)", "iv)"),
    ],
)
def test_items_of_one_line_are_apart(labels: tuple[str, ...], step: float) -> None:
    sheet = Sheet().lines(100, 720, FULL, REST + ", and tells the Board of:")
    for place, label in enumerate(labels):
        sheet.put(120, 690 - place * step, f"{label}  Changes of marks in the colours of the harbour number {place};")
    assert firsts(read(sheet))[1:] == list(labels)


def test_a_line_under_its_item_stays_with_it() -> None:
    sheet = Sheet().put(
        130, 700, "(b)   Places, boats and nets that suffer most from the winter and from storms that come"
    )
    sheet.put(150, 688.5, "in the spring of the year;").put(130, 674, "(c)   Better rules.")
    assert firsts(read(sheet)) == ["(b)", "(c)"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The owners of boats keep what was asked of them in the subparagraphs", "(a) and (b) above."),
        ("The number of boats that had been lost in that year was found to be", "2.5 million in all."),
        ("The Board heard what had been said at the meeting by its chair Mr.", "J. Doe of Norway."),
    ],
)
def test_what_looks_like_a_label_goes_on(one: str, other: str) -> None:
    assert len(marked(read(Sheet().lines(100, 700, one, other)), "paragraph")) == 1


def test_double_spaced_lines_are_of_one_paragraph() -> None:
    sheet = Sheet().lines(100, 700, FULL, REST + ".", step=20).lines(100, 650, FULL, REST + ".", step=20)
    assert len(marked(read(sheet), "paragraph")) == 2


def test_paragraphs_of_one_line_that_are_set_in() -> None:
    sheet = Sheet().put(130, 700, "Recalling its resolution 58/292 of 6 May 2004, and what had been asked in it then,")
    sheet.put(130, 688, "Reaffirming that the owners of boats have to keep the marks of their boats and that")
    assert len(marked(read(sheet.put(100, 676, "all of them know of it,")), "paragraph")) == 2


@pytest.mark.parametrize(
    ("last", "goes_on"), [("as the pilots of the outer harbour had asked of the Steering", True), ("asked.", False)]
)
def test_a_numbered_paragraph_goes_on_over_the_page_with_a_name(last: str, *, goes_on: bool) -> None:
    one = Sheet().put(130, 140, "5.  The Board noted that boats of the harbour had been").put(100, 128, last)
    found = read(
        one, Sheet().lines(100, 700, "Committee of the Harbour, which had met in May.", "").put(100, 650, "6. Done.")
    )
    assert len(marked(found, "paragraph")) == (2 if goes_on else 3)


@pytest.mark.parametrize(("x", "font"), [(270, "b"), (270, "bi"), (100, "b")])
def test_an_article_stands_over_its_paragraphs(x: int, font: str) -> None:
    sheet = Sheet()
    for top, number, title in ((700, 4, "Marks"), (600, 5, "Nets of pilots")):
        sheet.put(x, top, f"Article {number}", font=font).put(x + 5 * (x > 100), top - 14, title, font=font)
        sheet.put(100, top - 34, "1.").put(130, top - 34, FULL).put(100, top - 46, "asked.")
        sheet.put(100, top - 64, "2.").put(130, top - 64, "Each owner pays.")
    found = read(sheet)
    assert "".join(marked(found, "heading")).replace(" ", "") == "Article4MarksArticle5Netsofpilots"
    assert firsts(found) == ["1.", "2.", "1.", "2."]


def test_raised_labels_number_paragraphs() -> None:
    sheet = Sheet().put(90, 700, "[The owners of boats,")
    for place, text in enumerate(("Being members", "Recalling the decision", "Noting the reports")):
        sheet.put(60, 684 - 20 * place, f"PP{place + 1}", 6.5).put(90, 680 - 20 * place, text + " of the harbour,")
    found = read(sheet.put(60, 610, "1.").put(90, 610, "Owners mark their boats."))
    assert firsts(found) == ["[The", "PP1", "PP2", "PP3", "1."]
    assert marked(found, "note") == marked(found, "table") == []


def test_little_room_parts_sentences_that_end_at_the_edge() -> None:
    sheet = Sheet().lines(100, 700, FULL, FULL, FULL[:-8] + " there,", step=15)
    sheet.lines(100, 652, "Noting that" + FULL[15:], REST + ".", step=15)
    assert firsts(read(sheet)) == ["The", "Noting"]


def test_a_line_ends_before_its_note_mark() -> None:
    sheet = Sheet().put(130, 700, "Recalling its relevant resolutions, among them those of its last special session,")
    sheet.put(443.5, 704, "1", 6).put(
        130, 688, "Recalling also what the pilots had said in the spring of that year to the Board"
    )
    assert firsts(read(sheet.put(100, 676, "of the harbour,"))) == ["Recalling", "Recalling"]


def test_a_year_goes_on_over_the_page() -> None:
    one = (
        Sheet()
        .put(130, 140, "5.  The Board noted that boats of the harbour had been")
        .put(100, 128, "kept in good order all through the winter, as asked on 20 May")
    )
    assert len(marked(read(one, Sheet().put(100, 700, "2010, and that all was well.")), "paragraph")) == 1


@pytest.mark.parametrize("bullet", ["•", "–", "(a)"])
def test_bold_items_are_no_headings(bullet: str) -> None:
    sheet = Sheet().put(100, 700, bullet).put(115, 700, "Ratify the Convention (Chad)", font="b")
    assert marked(read(sheet.put(100, 680, "The end.")), "heading") == []
