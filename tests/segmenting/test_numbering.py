"""Markers: what is read of the start of a line, and what it may count as."""

import pytest

from cnd_tools.segmenting.labels import may_mark
from cnd_tools.segmenting.numbering import Marker, Reading, any_marker, kind_of, read_marker, roman


@pytest.mark.parametrize(
    ("line", "form", "key", "readings"),
    [
        ("4. The", "number", "4", [("number", 4, 0)]),
        ("4.The", "number", "4", [("number", 4, 0)]),
        ("1234.", "number", "1234", [("number", 1234, 0)]),
        ("2 bis. The", "number", "2 bis", [("number", 2, 1)]),
        ("2ter. The", "number", "2 ter", [("number", 2, 2)]),
        ("3 quater. The", "number", "3 quater", [("number", 3, 3)]),
        ("3 quinquies. The", "number", "3 quinquies", [("number", 3, 4)]),
        ("7) The", "closed", "7", [("number)", 7, 0)]),
        ("12 The", "bare", "12", [("number", 12, 0)]),
        ("12 bis The", "bare", "12 bis", [("number", 12, 1)]),
        ("§ 5 The", "sign", "5", [("number", 5, 0)]),
        ("§\xa05. The", "sign", "5", [("number", 5, 0)]),
        ("16.2 The", "dotted", "16.2", [("16", 2, 0)]),
        ("16.2. The", "dotted", "16.2", [("16", 2, 0)]),
        ("1.2.13 The", "dotted", "1.2.13", [("1.2", 13, 0)]),
        ("1.5.2 The", "dotted", "1.5.2", [("1.5", 2, 0)]),
        ("122.14–15 The", "dotted", "122.14–15", [("122", 15, 0)]),
        ("122.14 - 15. The", "dotted", "122.14–15", [("122", 15, 0)]),
        ("5.9–2 The", "dotted", "5.9–2", [("5", 9, 0)]),
        ("2A. The", "number", "2A", [("number", 2, 1)]),
        ("3b. The", "number", "3b", [("number", 3, 2)]),
        ("7 – The", "dashed", "7", [("number–", 7, 0)]),
        ("7- The", "dashed", "7", [("number–", 7, 0)]),
        ("[7] The", "square", "7", [("number", 7, 0)]),
        ("[7. The]", "number", "7", [("number", 7, 0)]),
        ("[(b) the]", "paren", "(b)", [("letter", 2, 0)]),
        ("¶ 7. The", "sign", "7", [("number", 7, 0)]),
        ("59 (b). The", "under", "(b)", [("letter", 2, 0)]),
        ("1.b The", "dotted", "1.b", [("1 letter", 2, 0)]),
        ("8.IV.2 The", "dotted", "8.IV.2", [("8.IV", 2, 0)]),
        ("29A.12 The", "dotted", "29A.12", [("29A", 12, 0)]),
        ("IV.2 The", "dotted", "IV.2", [("IV", 2, 0)]),
        ("9.20, 9.21", "dotted", "9.20, 9.21", [("9", 21, 0)]),
        ("9.11–85, 87 The", "dotted", "9.11–85, 87", [("9", 87, 0)]),
        ("9.20 and 9.22. The", "dotted", "9.20 and 9.22", [("9", 22, 0)]),
        ("ARTICLE IV", "word", "Article IV", [("Article", 4, 0)]),
        ("Article 5 Scope", "titled", "Article 5", [("Article", 5, 0)]),
        ("Article 5bis Scope", "titled", "Article 5 bis", [("Article", 5, 1)]),
        ("Article 5A Scope", "titled", "Article 5A", [("Article", 5, 1)]),
        ("Regulation 1.2 Age", "titled", "Regulation 1.2", [("Regulation 1", 2, 0)]),
        ("Target 1.b By", "titled", "Target 1.b", [("Target 1 letter", 2, 0)]),
        ("Para 5: The", "word", "5", [("number", 5, 0)]),
        ("(b). The", "paren", "(b)", [("letter", 2, 0)]),
        ("(IV) The", "paren", "(IV)", [("(ROMAN)", 4, 0)]),
        ("B) The", "half", "(B)", [("(CAPITAL))", 2, 0)]),
        (".1 The", "point", ".1", [("point", 1, 0)]),
        (".12 the", "point", ".12", [("point", 12, 0)]),
        (".3.2 the", "point", ".2", [("point.3", 2, 0)]),
        ("•. The", "bullet", "•.", [("bullet •", 1, 0)]),
        ("♦ The", "bullet", "♦", [("bullet ♦", 1, 0)]),
        ("Article 5. The", "word", "Article 5", [("Article", 5, 0)]),
        ("Article 5:", "word", "Article 5", [("Article", 5, 0)]),
        ("Article\xa05 bis", "word", "Article 5 bis", [("Article", 5, 1)]),
        ("Section IV", "word", "Section IV", [("Section", 4, 0)]),
        ("(4) The", "paren", "(4)", [("(number)", 4, 0)]),
        ("(4 ter) The", "paren", "(4 ter)", [("(number)", 4, 2)]),
        ("(B) The", "paren", "(B)", [("(CAPITAL)", 2, 0)]),
        ("(B) bis The", "paren", "(B bis)", [("(CAPITAL)", 2, 1)]),
        ("(b)The", "paren", "(b)", [("letter", 2, 0)]),
        ("(b bis) The", "paren", "(b bis)", [("letter", 2, 1)]),
        ("(i) The", "paren", "(i)", [("roman", 1, 0), ("letter", 9, 0)]),
        ("(xiv) The", "paren", "(xiv)", [("roman", 14, 0)]),
        ("(bb) The", "paren", "(bb)", [("letter", 28, 0), ("double", 2, 0), ("letter", 54, 0)]),
        ("(ab) The", "paren", "(ab)", [("letter", 28, 0)]),
        ("(ii) The", "paren", "(ii)", [("roman", 2, 0), ("letter", 35, 0), ("double", 9, 0), ("letter", 243, 0)]),
        ("c) The", "half", "(c)", [("letter)", 3, 0)]),
        ("b) The", "half", "(b)", [("letter)", 2, 0)]),
        ("b. the", "stop", "(b)", [("letter.", 2, 0)]),
        ("b. The", "stop", "(b)", [("letter.", 2, 0)]),
        ("xiv. The", "stop", "(xiv)", [("roman.", 14, 0)]),
        ("B. The", "upper", "B", [("CAPITAL", 2, 0)]),
        ("I. The", "upper", "I", [("ROMAN", 1, 0), ("CAPITAL", 9, 0)]),
        ("XIV.  The", "upper", "XIV", [("ROMAN", 14, 0)]),
        ("II   The", "upper", "II", [("ROMAN", 2, 0)]),
        ("• The", "bullet", "•", [("bullet •", 1, 0)]),
        ("– The", "bullet", "–", [("bullet –", 1, 0)]),
    ],
)
def test_every_marker_is_read(line, form, key, readings):
    marker = read_marker(line)
    assert (marker.form, marker.key) == (form, key)
    assert list(marker.readings) == [Reading(*reading) for reading in readings]
    assert marker.starts == any(value == 1 and not suffix for _, value, suffix in readings)
    assert line[: marker.end].rstrip() == marker.label
    assert marker.end == len(line) or not line[marker.end].isspace()
    assert may_mark(line)


@pytest.mark.parametrize(
    "line",
    [
        "The",
        "12345. The",
        "1990s",
        "a.the",
        "(abc) The",
        "(4)the",
        "I.",
        "1)The",
        "II The",
        "-the",
        "i The",
        "VX. The",
        "Article 4 of the Convention",
        "Article 4, paragraph 2",
        "Article 4 (2) of the Covenant",
        "12-14 May",
        "[12 States]",
        "Participants said",
        "o the",
    ],
)
def test_what_only_looks_like_a_marker_is_none(line):
    assert read_marker(line) is None


def test_the_text_begins_after_the_blanks():
    assert read_marker("4. \t The").end == 5
    assert read_marker("4.").end == 2


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        ("6.\u200e\tThe", "6.", "The"),
        ("6\u200b. The", "6.", "The"),
        ("６．The", "6.", "The"),
        ("（ａ） The", "(a)", "The"),
        ("6. \ufeffThe", "6.", "The"),
        ("[\u200b6. The", "", ""),
        ("Recommendation 1 – The", "Recommendation 1", "The"),
        ("Recommendation 1- The", "", ""),
    ],
)
def test_the_text_is_without_signs_that_go_with_the_label(line, label, text):
    marker = read_marker(line)
    assert (marker.label, line[marker.end :]) == (label, text) if label else marker is None


def test_bullets_that_look_alike_are_told_by_their_depth():
    assert read_marker("• The", level=2).readings == (Reading("bullet • 2", 1),)
    assert read_marker("(a) The", level=2).readings == (Reading("letter", 1),)
    assert read_marker("(a) The", level=2).level == 2


def test_a_format_may_have_any_word_as_a_marker():
    marker = any_marker("Bulgaria  and others met", 3)
    assert marker == Marker("Bulgaria", "bullet", "Bulgaria", (Reading("bullet 3", 1),), 10, True, 3, "")


@pytest.mark.parametrize(
    ("sign", "value"),
    [("i", 1), ("iii", 3), ("iv", 4), ("ix", 9), ("xl", 40), ("xc", 0), ("lxxx", 80), ("xxxix", 39), ("c", 0), ("", 0),
     ("iix", 0), ("vx", 0), ("iiii", 0), ("abc", 0)],
)  # fmt: skip
def test_roman_numerals(sign, value):
    assert roman(sign) == value


@pytest.mark.parametrize(
    ("one", "other", "follows"),
    [
        (("letter", 2), ("letter", 1), True),
        (("letter", 3), ("letter", 1), False),
        (("letter", 1), ("letter", 1), False),
        (("roman", 2), ("letter", 1), False),
        (("number", 2, 1), ("number", 2), True),
        (("number", 2, 2), ("number", 2, 1), True),
        (("number", 2, 2), ("number", 2), False),
        (("number", 3), ("number", 2, 1), True),
        (("number", 3, 1), ("number", 2), False),
    ],
)
def test_what_follows_what(one, other, follows):
    assert Reading(*one).follows(Reading(*other)) is follows


@pytest.mark.parametrize(
    ("kind", "styles"),
    [
        ("numbered", ["number", "(number)", "number)", "16.2", "Article"]),
        ("lettered", ["letter", "letter)", "letter.", "double", "CAPITAL", "(CAPITAL)"]),
        ("roman", ["roman", "roman.", "roman)", "ROMAN"]),
        ("bulleted", ["bullet •", "bullet – 2"]),
    ],
)
def test_kinds_of_points(kind, styles):
    assert {kind_of(style) for style in styles} == {kind}
