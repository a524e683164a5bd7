import pytest

from cnd_tools.records import Document
from cnd_tools.segmenting import segment

RULE = "\n\n____________\n"


def first(text):
    return segment(Document("x", text)).points[0].text


def with_notes(said, *notes):
    rows = "\n".join(f" {number} {text}" for number, text in notes)
    return f"1. {said}{RULE}{rows}\n"


@pytest.mark.parametrize(
    ("said", "clean"),
    [
        ("The Problem1 in order.", "The Problem in order."),
        ("The Charter,1 and more.", "The Charter, and more."),
        ("The “Charter”1 and more.", "The “Charter” and more."),
        ("The Convention of 19881 and more.", "The Convention of 1988 and more."),
        ("The resolution 76/1781 and more.", "The resolution 76/178 and more."),
        ("The work of UNODC1 in full.", "The work of UNODC in full."),
        ("It ended in May.1", "It ended in May."),
        ("It ended (in May).1 Then more.", "It ended (in May). Then more."),
        ("It ended “in May”.1 Then more.", "It ended “in May”. Then more."),
        ("It ended in chap.1 of it.1", "It ended in chap.1 of it."),
        ("It had 2.1 of it.1", "It had 2.1 of it."),
        ("The States are1 as follows:1", "The States are as follows:"),
        ("The part A1 of the Act1 here.", "The part A1 of the Act here."),
        ("The EU1 and the Act1 here.", "The EU1 and the Act here."),
        ("The Act,1 then the same Act1 again.", "The Act, then the same Act again."),
        ("Some 11 of 21 Parties1 in 2011 met.", "Some 11 of 21 Parties in 2011 met."),
        ("The COVID-19 crisis1 at 1.1 per cent.", "The COVID-19 crisis at 1.1 per cent."),
        ("The document A/C.1/71/1 of the Board.1", "The document A/C.1/71/1 of the Board."),
        ("The area of 5 km1 was not of note1 to it.", "The area of 5 km was not of note to it."),
        ("It ended “in May.”1 Then more.", "It ended “in May.” Then more."),
        ("It ended [in May].1 Then more.", "It ended [in May]. Then more."),
        ("It ended so.1 Then more.", "It ended so. Then more."),
        ("The part A.1 of the Act1 here.", "The part A.1 of the Act here."),
        ("The EU.1 of the Act1 here.", "The EU.1 of the Act here."),
        ("The item a1 of the Act1 here.", "The item a1 of the Act here."),
        ("The item a.1 of the Act1 here.", "The item a.1 of the Act here."),
        ("The EU1 met.", "The EU1 met."),
        ("The WHO1 met.", "The WHO met."),
        ("A five* hotel1 of note.", "A five* hotel of note."),
        ("Some 451 Parties met.", "Some 451 Parties met."),
        ("In 19880 places it met.", "In 19880 places it met."),
    ],
)
def test_marks_on_the_line_are_taken_out(said, clean):
    assert first(with_notes(said, (1, "A note."))) == clean


@pytest.mark.parametrize(
    ("said", "clean"),
    [
        # Likely if the shorter number is named elsewhere, and the longer is not; else only if there is no other.
        ("Resolution 61/29 of May.", "Resolution 61/2 of May."),
        ("Resolutions 61/29 of May and 62/39 of June.", "Resolutions 61/29 of May and 62/39 of June."),
        ("Resolutions 61/2, 61/29 of May and 62/39.", "Resolutions 61/2, 61/2 of May and 62/39."),
        ("Resolutions 61/2, 61/29, 61/29 of May and 62/39.", "Resolutions 61/2, 61/29, 61/29 of May and 62/39."),
        ("Resolutions 61/29 of May and 59/3009 of June.", "Resolutions 61/29 of May and 59/300 of June."),
        ("In 19889 and in 20119 it met.", "In 1988 and in 20119 it met."),
    ],
)
def test_what_the_number_of_a_missing_mark_may_be_glued_to(said, clean):
    assert first(with_notes(said, (9, "A note."))) == clean


def test_several_marks_may_be_glued():
    said, clean = "In 19888 and in 20119 the COVID-19 crisis rose.", "In 1988 and in 2011 the COVID-19 crisis rose."
    assert first(with_notes(said, (8, "One."), (9, "Two."), (19, "Three."))) == clean


def test_a_resolution_that_looks_marked_is_not_while_a_likelier_mark_stands_there():
    said = "The Act,1 resolution 61/29 of May, resolution 59/3002 and the Pact3 were named."
    clean = "The Act, resolution 61/29 of May, resolution 59/300 and the Pact were named."
    assert first(with_notes(said, (1, "One."), (2, "Two."), (3, "Three."))) == clean


def test_a_mark_that_is_glued_to_a_year_stands_between_its_neighbours():
    said = "In 20012 it met. The Act,1 of 19882 and 20113 were, the Pact4 too. In 20013 it rose."
    clean = "In 20012 it met. The Act, of 1988 and 2011 were, the Pact too. In 20013 it rose."
    assert first(with_notes(said, (1, "One."), (2, "Two."), (3, "Three."), (4, "Four."))) == clean


def test_a_glued_mark_does_not_stand_behind_the_next():
    said, clean = "The Act,1 the Pact3 and in 19882 it met.", "The Act, the Pact and in 19882 it met."
    assert first(with_notes(said, (1, "One."), (2, "Two."), (3, "Three."))) == clean


def test_notes_are_numbered_up_to_999():
    said = " ".join(f"word{number}" for number in (99, 100, 101))
    assert (
        first(with_notes(f"The {said} end.", (99, "One."), (100, "Two."), (101, "Three."))) == "The word word word end."
    )


def test_each_numbering_governs_the_text_before_its_notes():
    text = f"1. The Act1 of Peru2 ended.{RULE} 1 One.\n\n\n\n2. The Act1 of Chad2 ended.{RULE} 1 One.\n 2 Two.\n"
    clean = [point.text for point in segment(Document("x", text)).points if point.kind == "numbered"]
    assert clean == ["The Act of Peru2 ended.", "The Act of Chad ended."]


@pytest.mark.parametrize(
    ("said", "clean"),
    [
        ("Against Corruption¹ and ²,³ more.", "Against Corruption and ²,³ more."),
        ("The Acts¹²,¹³ and 5 km² of land.", "The Acts and 5 km² of land."),
        ("The Act¹, and the Pact² of Peru.", "The Act, and the Pact of Peru."),
        ("The Act¹¹ and the Pact¹² of Peru.", "The Act and the Pact of Peru."),
        ("The Act¹ and the Pact¹ and the Rule¹ of Peru.", "The Act and the Pact and the Rule of Peru."),
    ],
)
def test_raised_marks_are_taken_out_and_units_kept(said, clean):
    assert first(f"1. {said}\n") == clean


def test_a_raised_mark_may_be_the_second_sign_of_a_text():
    assert first("A¹ of it.\n") == "A of it."


@pytest.mark.parametrize("sign", ["*", "**", "†"])
def test_signs_raised_figures_and_figures_on_the_line_in_one_text(sign):
    text = f"Review{sign}\n\n{sign} Not edited.\n\n1. The Act¹ and the Pact1 ended.{RULE} 1 One.\n"
    points = segment(Document("x", text)).points
    assert [point.text for point in points] == ["Review", "Not edited.", "The Act and the Pact ended.", "One."]


def test_without_notes_nothing_on_the_line_is_a_mark():
    assert first("1. The Problem1 of 19883 remains.\n") == "The Problem1 of 19883 remains."


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("1. One.1\n\n___\n 1 See A/1,\n   chap. I.\n 2 Ibid.\n", [("1", "See A/1, chap. I."), ("2", "Ibid.")]),
        (f"1. One.1\n\n{' ' * 40}\n 1  See A/1, No. 8\n\n(E/1), chap. I.\n\n\n\n2. Two.\n",
         [("1", "See A/1, No. 8 (E/1), chap. I.")]),
        ("1. One.¹\n\n¹ See A/1.\n² See A/2.\n", [("¹", "See A/1."), ("²", "See A/2.")]),
        ("Review*\n\n* Not edited.\n\n1. One.\n", [("*", "Not edited.")]),
        ("1. One.\n\n* A bullet.\n", []),
        ("1. One.2\n\n___\n 12 Old.\n 21 Out of order.\n 13 New, of\n     5 May.\n",
         [("12", "Old."), ("21", "Out of order."), ("13", "New, of 5 May.")]),
    ],
)  # fmt: skip
def test_notes_are_found(text, notes):
    points = segment(Document("x", text)).points
    assert [(point.label, point.text) for point in points if point.kind == "note"] == notes
