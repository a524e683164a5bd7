from __future__ import annotations

from fractions import Fraction
from math import erfc, exp, log, sqrt

import pytest

from cnd_tools.comparing.terms import _can_tell, log_likelihood, log_ratio, terms
from comparing.building import SHARED, reference, texts


def test_the_published_example():
    # Lancaster's course on corpus linguistics: 52 in 50,000 words against 57 in 75,000 is 2.65, not significant.
    assert log_likelihood((52, 57), (50_000, 75_000)) == pytest.approx(2.65, abs=0.005)


@pytest.mark.parametrize(
    ("counts", "sizes", "expected"),
    [
        ((1, 3), (99, 0), None),
        ((1, 3), (0, 99), None),
        ((10, 20), (99, 99), 1.0),
        ((40, 10), (99, 99), -2.0),
        ((10, 10), (200, 100), 1.0),
        ((0, 8), (99, 99), 4.0),
    ],
)
def test_each_step_of_the_log_ratio_is_a_doubling(counts, sizes, expected):
    assert log_ratio(*counts, *sizes) == expected


def said(name, **times):
    """A document of one point that says each word so many times, "and" between them."""
    return texts(name, " and ".join(word for word, number in times.items() for _ in range(number)))


def rows(table):
    return {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}


def test_the_same_rate_is_no_difference_and_never_less():
    assert [log_likelihood(counts, (17, 85)) for counts in ((3, 15), (1, 5), (0, 0))] == [0, 0, 0]
    assert str(log_ratio(1000, 999, 99, 99)) == "0.0"
    found = rows(terms([said("A", coca=3, tea=6), said("B", coca=15, tea=28)]))
    assert str(found["coca"]["log_likelihood"]) == "0.0"


def test_terms_cross_no_sign_and_no_stop_word_and_keep_where_they_stand():
    first = texts("A", "Precursor control, drug control.", "The control of precursor control.")
    second = texts("B", "Drug control and the precursor.")
    found = rows(terms([first, second]))
    assert set(found) == {"control", "precursor", "Precursor control", "Drug control"}
    assert (found["control"]["count_A"], found["control"]["points_A"]) == (4, "1 2")
    assert (found["control"]["count_B"], found["control"]["points_B"]) == (1, "1")
    assert found["control"]["per_1000_A"] == round(4000 / 9, 2)


def test_a_part_that_never_stands_alone_is_left_out():
    first = texts("A", "Acetic anhydride is made.", "Acetic anhydride is sold. Acid is sold.")
    found = rows(terms([first, texts("B", "Nothing of the kind.")]))
    assert set(found) == {"Acetic anhydride", "sold"}


def test_few_say_so():
    # Twice in one of two documents of equal length: 4 ln 2 = 2.77 at the most, below the 3.84 of p = .05.
    first = texts("A", "Heroin and heroin and more words to fill it.")
    found = rows(terms([first, texts("B", "Other text, as long as that is, of course.")]))
    assert found["Heroin"]["note"] == "too few to say"
    assert found["Heroin"]["p"] is found["Heroin"]["q"] is None
    assert found["Heroin"]["log_likelihood"] == pytest.approx(4 * log(2), abs=0.005)


def test_every_figure_by_hand():
    # Both documents have 23 words. All seven in one of them: G2 = 2 * 7 ln 2, and twice ln 2 for two in one.
    first, second = said("A", heroin=7, coca=4, tea=1), said("B", opium=7, coca=4, tea=1)
    p = erfc(sqrt(7 * log(2)))
    rare = (float(f"{p:.3g}"), float(f"{p * 3 / 2:.3g}"), None)
    assert terms([first, second]).rows == (
        ("heroin", 7, 304.35, "1", 0, 0.0, None, 9.7, -3.81, *rare),
        ("opium", 0, 0.0, None, 7, 304.35, "1", 9.7, 3.81, *rare),
        ("coca", 4, 173.91, "1", 4, 173.91, "1", 0.0, 0.0, 1.0, 1.0, None),
        ("tea", 1, 43.48, "1", 1, 43.48, "1", 0.0, 0.0, None, None, "too few to say"),
    )


def test_three_documents_have_two_degrees_of_freedom():
    # Expected are 8/3 in each; with two degrees of freedom the chance of G2 or more is exp(-G2 / 2).
    (row,) = terms([said("A", heroin=6), said("B", heroin=1, a=5), said("C", heroin=1, a=5)]).rows
    g2 = 2 * (6 * log(6 * 3 / 8) + 2 * log(3 / 8))
    p = float(f"{exp(-g2 / 2):.3g}")
    assert row[0] == "heroin"
    assert row[-5:] == (round(g2, 2), "▇▂▂", p, p, None)


def test_an_empty_document_has_no_rate():
    (row,) = terms([said("A", heroin=9), texts("B")]).rows
    assert row == ("heroin", 9, 529.41, "1", 0, None, None, 0.0, None, None, None, "too few to say")
    (row,) = terms([said("A", heroin=9), texts("B"), said("C", heroin=9)]).rows
    assert row[-5:] == (0.0, "▇·▇", 1.0, 1.0, None)


@pytest.mark.parametrize(
    ("total", "sizes", "expected"),
    [
        # G2 is 3.84 or more with one degree of freedom, 5.99 with two. All in one of two alike: 2 n ln 2.
        (2, (100, 100), False),  # 2.77
        (3, (100, 100), True),  # 4.16
        (2, (300, 100), True),  # all in the smaller: 4 ln 4 = 5.55
        (2, (100, 100, 100), False),  # 4 ln 3 = 4.39
        (3, (100, 100, 100), True),  # 6.59
        (4, (100, 100, 0), False),  # 8 ln 2 = 5.55
    ],
)
def test_so_few_could_be_significant(total, sizes, expected):
    assert _can_tell(total, sizes) is expected


def test_three_documents_have_a_spark():
    table = terms([texts(name, "Coca " * number + "and more.") for name, number in (("A", 1), ("B", 3), ("C", 9))])
    assert table.columns[-5:] == ("log_likelihood", "spark", "p", "q", "note")
    assert rows(table)["Coca"]["spark"] == "▃▅▇"


@pytest.mark.parametrize(
    "term", ["Member States", "diversion", "precursor chemicals", "private sector", "alternative development"]
)
def test_the_two_texts_by_another_route(term):
    """Counted with str.count over the reference segmentation, and G2 in fractions but for its logarithms."""
    if not SHARED.exists():
        pytest.skip("no ../shared")
    documents = [reference("2009"), reference("2011")]
    kinds = ("numbered", "lettered")
    plain = [" ".join(p.text for p in d.points if p.kind in kinds).lower() for d in documents]
    counts = [text.count(term.lower()) for text in plain]
    sizes = [len(text.split()) for text in plain]
    row = next(row for key, row in rows(terms(documents)).items() if key.lower() == term.lower())
    assert [row["count_2009"], row["count_2011"]] == counts
    expected = [Fraction(sum(counts) * size, sum(sizes)) for size in sizes]
    g2 = 2 * sum(c * log(Fraction(c) / e) for c, e in zip(counts, expected, strict=True) if c)
    assert row["log_likelihood"] == pytest.approx(g2, abs=0.005)
