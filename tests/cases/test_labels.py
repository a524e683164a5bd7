"""What the ids of a case do not say: labels as printed, what is above a point, and what is warned of."""

from pathlib import Path

import pytest

from cnd_tools import reading
from cnd_tools.records import Document
from cnd_tools.segmenting import segment

HERE = Path(__file__).parent


def segmented(name):
    [path] = [path for path in HERE.glob(f"{name}.*") if path.suffix != ".json"]
    return segment(reading.read(path))


def found(name, field):
    return {point.point: getattr(point, field) for point in segmented(name).points if point.kind != "masthead"}


def notices(text):
    return [(notice.line, notice.code, notice.text) for notice in segment(Document("x", text)).notices]


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("quoted_statement_numbered", {"p1": "3", "p2": "3", "p3": "3", "p4": "3"}),
        ("quoted_statement", {"p2": "p1", "p5": "p1", "p6": None}),
        ("lead_out_lower_case", {"p1": "23"}),
        ("lead_out_lower_case_3", {"p1": "4"}),
        ("article_heading_md_3", {"Article 2(a)": "Article 2"}),
        ("label_number_and_letter", {"59(b)": "59", "60(a)": "60"}),
        ("label_two_on_a_line", {"1(a)": "1", "1(a)(i)": "1(a)"}),
    ],
)
def test_what_a_point_is_under(name, above):
    parents = found(name, "parent")
    assert {point: parents[point] for point in above} == above


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("quoted_statement_numbered", {"p1": "“The Assembly,", "p3": "“1. Urges the owners to mark their boats;"}),
        ("quoted_one_paragraph", {"3": "Adopts the rule: “1. The Board meets at “noon”.”"}),
        ("lead_out_lower_case", {"23(b)": "nets that have been taken from the harbour,"}),
        ("lead_out_near", {"4(a)": "boats, and"}),
        ("article_run_in_2", {"Article 5": "Fees 1. A fee is due."}),
        ("article_title_same_line_2", {"Article 1": "Scope", "Article 2": "Marks", "Article 3": "End"}),
        ("article_heading_md", {"Article 4": ""}),
        ("article_heading_md_2", {"Rule 11": "Ropes"}),
        ("label_number_roman_number", {"8.I.1": "The pilots direct the work."}),
        ("label_brackets_2", {"2": "Urges owners to pay;]"}),
        ("label_invisible_mark_2", {"1": "Notes boats;", "4(a)": "lamps;"}),
        ("label_recommendation", {"Recommendation 2": "The Board should buy nets."}),
    ],
)  # fmt: skip
def test_text_without_its_label(name, texts):
    said = found(name, "text")
    assert {point: said[point] for point in texts} == texts


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("article_upper", {"Article 1": "ARTICLE 1", "Article 2(1)(a)": "(a)"}),
        ("label_number_and_letter", {"59(a)": "59 (a)."}),
        ("label_brackets_2", {"1(a)": "[(a)", "3": "[[3."}),
        ("label_pilcrow", {"1": "¶1."}),
        ("label_pilcrow_3", {"2": "Para 2:"}),
        ("label_invisible_mark", {"6": "6.", "8": "8."}),
        ("label_lists_of_numbers", {"9.30–35, 37": "9.30–35, 37"}),
        ("quoted_statement_numbered", {"p3": None}),
    ],
)
def test_labels_are_as_printed(name, labels):
    printed = found(name, "label")
    assert {point: printed[point] for point in labels} == labels


def test_an_article_in_a_pdf_is_in_the_ids():
    points = [point for point in segmented("article_heading_pdf").points if point.kind != "heading"]
    articles = ["Article 4", "Article 4(1)", "Article 4(2)", "Article 5", "Article 5(1)", "Article 5(2)"]
    assert [point.point for point in points] == articles


def test_a_run_in_article_is_cited_by_its_number():
    assert list(found("article_run_in", "kind").items()) == [("Article 7", "numbered"), ("Article 8", "numbered")]


def test_two_resolutions_under_a_line_of_contents():
    ids = [point for point, kind in found("roman_line_then_resolutions", "kind").items() if kind == "numbered"]
    assert ids == ["1", "2", "s2:1", "s2:2"]


def test_many_repeats_are_one_warning():
    text = "Article 2\n\n" + "1. It binds.\n\n2. It lasts.\n\n" * 30
    [(line, code, said)] = notices(text)
    assert (line, code) == (7, "repeat")
    assert said == "58 labels are there twice; 1. is the first, cited as Article 2(1)~2"


def test_many_lists_without_a_number_are_one_warning():
    text = "The boats:\n\n(a) Red;\n\n(b) Blue.\n\n" * 30 + "1. It ended.\n"
    assert notices(text) == [
        (
            3,
            "hanging",
            "60 labels stand under no number, but under a heading or a paragraph; the first is cited as p1(a)",
        )
    ]


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (
            "The Council,\n\nRecalling:\n\n(a) Its resolution 70/1;\n\n(b) Its charter,\n\n1. Urges States to act.\n",
            False,
        ),
        (
            "The Council,\n\nNoting the report,\n\nUrges States:\n\n(a) To act;\n\n(b) To report;\n\nThanks all.\n",
            False,
        ),
        (
            "The Council,\n\nConsidering that:\n\n(a) Boats sink;\n\n(i) Soon;\n\n(ii) Late;\n\n(b) Nets tear,\n\n"
            "1. Urges States to act.\n",
            False,
        ),
        ("The Council,\n\nRecalling its charter,\n\n1. Urges States to act.\n\nBoats\n\n(a) Red.\n", True),
        ("The boats came in:\n\n(a) Red;\n\n(b) Blue.\n\n1. It ended.\n", True),
    ],
)
def test_a_list_of_a_recital_needs_no_warning(text, warned):
    """A recital never has a number: its letters hang where they ought to."""
    assert ("hanging" in {code for _, code, _ in notices(text)}) is warned


def test_one_list_without_a_number_is_named():
    assert notices("1. It began.\n\nBoats\n\n(a) Red.\n\n2. It ended.\n") == [
        (5, "hanging", "a label stands under no number, but under a heading or a paragraph; it is cited as p1(a)")
    ]


@pytest.mark.parametrize("boundary", ["\n\n", "\n"])
def test_an_unclosed_quotation_takes_no_numbers(boundary):
    rest = boundary.join(f"{number}. Owners pay the fee of the year." for number in range(4, 60))
    text = f"3. It said:\n\n“We recall.\n\n“We note.\n\n{rest}\n"
    ids = [point.point for point in segment(Document("x", text)).points]
    assert ids == ["3", "p1", "p2", *(str(number) for number in range(4, 60))]
