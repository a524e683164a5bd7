"""What is furniture, a table or a table of contents, and what only looks like it."""

import pytest

from cnd_tools.reading import document
from cnd_tools.reading.plain import pages
from cnd_tools.segmenting import segment
from cnd_tools.segmenting.furniture import mark_furniture
from cnd_tools.segmenting.lines import scan


def marked(text):
    """Return the kind of every line, by its first letter; "-" for what is text."""
    lines = scan(text, pages(text))
    kinds = [""] * len(lines)
    mark_furniture(lines, kinds)
    return "".join(kind[:1] or "-" for kind in kinds)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("A/RES/60/1", "f"),
        ("A/RES/60/1*", "f"),
        ("E/CN.7/2031/L.4", "f"),
        ("A/60/1 page 3", "f"),
        ("12-34567", "f"),
        ("V.31-04567 (E)", "f"),
        ("GE.31-04567 (E)", "f"),
        ("12-34567 (E)    3/4", "f"),
        ("12-34567 (E)    090131", "f"),
        ("3/4   12-34567", "f"),
        ("Page 3 of 5", "f"),
        ("page 3", "f"),
        ("3 of 5", "f"),
        ("- 3 -", "f"),
        ("–3–", "f"),
        ("*1234567*", "f"),
        ("\ue000\ue001", "f"),
        ("123456 123456", "f"),
        ("Please recycle♲", "f"),
        ("Please recycle", "f"),
        ("____", "f"),
        ("* * *", "f"),
        ("A/60/1      Head of it", "f"),
        ("Head of it      A/60/1", "f"),
        ("A/60/1 and more", "-"),
        ("12-345", "-"),
        ("3 of them", "-"),
        ("**", "-"),
        ("Head of it  A/60/1", "-"),
        ("Words that end. It was said on page 3 of 5 and then again in 12-34567 " + "and so on " * 12, "-"),
        ("____" * 50, "-"),
    ],
)
def test_what_stands_at_the_edge_of_a_page_and_nowhere_else(line, kind):
    assert marked(f"The text.\n\n{line}\n\n\fIt went on.\n") == f"-{kind}-"
    always = kind == "f" and (
        line in {"____", "* * *", "Page 3 of 5"} or ("  " in line and "/" in line and "-3" not in line)
    )
    assert marked(f"The text\n{line}\n") == ("-f" if always else "--")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Text\n3\n\fMore of it\n", "-f-"),
        ("Text\n\f3\nMore of it\n", "-f-"),
        ("Text\n\n3\n", "-f"),
        ("Text of\n\n                    /...\n\nA/60/1\nPage 2\n\nmany words.\n", "-fff-"),
        ("Text of\n\n/…\nA/60/1\nPage 2\nmany words.\n", "-fff-"),
        ("Text of\n\n/ . . .\n\fmany words.\n", "-f-"),
        ("Text of\n/... and more\n", "--"),
        ("Text\n3\n", "--"),
        ("Text\n3\nMore of it\n", "---"),
        ("3\nText\n", "--"),
        ("Text\n\niv\n\fMore of it\n", "-f-"),
        ("Text\n\n3 / 14\n\fMore of it\n", "-f-"),
        ("Text\n\n1000 / 1200\n\fMore of it\n", "-f-"),
        ("Text\n\n12345\n\fMore of it\n", "---"),
        ("Text\n____\n12-34567\nMore of it\n", "-ff-"),
        ("Text\n\n12-34567\n3\nMore of it\n", "-ff-"),
        ("Text\n\n12-34567\n\n3\n\nMore of it\n", "-f--"),
        ("Text.\n\n1\n12-34567\n\fMore of it\n", "-ff-"),
        ("One\n\fHead 1\nOne.\n\fHead 2\nTwo.\n\fHead 3\nThree.\n", "-f-f-f-"),
        ("One\n\fHead 1\nOne.\n\fHead 2\nTwo.\n\fFoot 3\nThree.\n", "-------"),
        ("One\nFoot 1\n\fTwo\nFoot 2\n\fThree\nFoot 3\n\fFour\n", "-f-f-f-"),
        # Copied from a PDF there are no pages: the head stands beside what is surely a page number, and nowhere else.
        ("One\nPage 1 of 3\nHead\ntwo\nPage 2 of 3\nHead\nthree\nPage 3 of 3\nHead\nfour\n", "-ff-ff-ff-"),
        ("Head\nOne\nHead\nPage 1 of 3\ntwo\nHead\nPage 2 of 3\nthree\nHead\nPage 3 of 3\n", "--ff-ff-ff"),
        ("a\nb\n1 of 9\nHead\nc\nd\n2 of 9\nHead\ne\nf\n3 of 9\nHead\n", "--ff--ff--ff"),
        ("a\nTop\nHead\nPage 1 of 3\nb\nTop\nHead\nPage 2 of 3\nc\nTop\nHead\nPage 3 of 3\n", "-fff-fff-fff"),
        ("One\nPage 1 of 2\nHead\ntwo\nPage 2 of 2\nHead\nthree\n", "-f--f--"),
        ("One\nPage 1 of 3\nHead\ntwo\nPage 2 of 3\nFoot\nthree\nPage 3 of 3\nHand\nfour\n", "-f--f--f--"),
        ("One\nPage 1 of 3\n12.\ntwo\nPage 2 of 3\n13.\nthree\nPage 3 of 3\n14.\nfour\n", "-f--f--f--"),
        (
            "Head\nOne\nHead\nPage 1 of 3\ntwo\nHead\nPage 2 of 3\nHead\nthree\nHead\nPage 3 of 3\nHead\n",
            "--ff-fff-fff",
        ),
        ("a\nNote\n____\nb\nNote\n____\nc\nNote\n____\n", "--f--f--f"),
        ("As said on\npage 1\nand\nand on\npage 7\nand\nand\non\npage 9\n.\n", "----------"),
    ],
)
def test_page_numbers_and_running_heads(text, kinds):
    assert marked(text) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Contents\nOne . . . . . . 3\nTwo ........ 12\nThe text goes on.\n", "ccc-"),
        ("Contents\n\nPage\n\nIntroduction 3\n\nSecond\nchapter 4\n\nIt begins.\n", "ccccc-"),
        ("Introduction 3\n\nSecond 4\n", "--"),
        ("One .......... iv\n", "c"),
        ("One…… 4\n", "c"),
        ("One ......\n", "c"),
        ("One ....\n", "-"),
        ("One. . . 4\n", "-"),
        ("CONTENTS\n\nIt was in 2011 that it met.\n", "--"),
        ("**Contents**\n\nOne 3\n", "cc"),
        ("One . . . . . . 3\n", "c"),
        ("One .......... i\n", "c"),
        ("Text\n\nA long\ntitle of\nfour\nlines ..... 3\n", "-cccc"),
        ("Text\n\nWhat came\nright above\nis not\npart of its\ntitle ..... 3\n", "-----c"),
        ("One ..... 3\nA long\ntitle of\nfour\nlines ..... 4\n", "ccccc"),
        ("Text of\nthe page\nbefore\n\nContents\n\nPage\n\nOne 3\n", "---ccc"),
        ("Contents\n\nSecond\nchapter 4\n", "ccc"),
        ("Contents\n\nOne 3\n____\nTwo 4\n", "ccf-"),
    ],
)
def test_tables_of_contents(text, kinds):
    assert marked(text) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("State   2009   2011\nChad   5   7\nThe text.\n", "tt-"),
        ("State   2009   2011\nChad   15   17\nPeru   8   9\n", "ttt"),
        ("5   7   9\n6   8   1\n", "tt"),
        ("State   2009   2011\nThe text.\n", "--"),
        ("State   2009\nChad   5\n", "--"),
        ("State   2009   2011\n\nThe text.\n\nChad   5   7\n", "---"),
    ],
)
def test_tables(text, kinds):
    assert marked(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "One\n\fHead 1\nOne.\n\fHead 2\nTwo.\n\fHead 3\nThree.\n",
        "Contents\n\nOne ..... 3\nTwo ..... 4\n",
        "State   2009   2011\nChad   5   7\n",
        "Text\n\n12-34567\n3\n\fA/60/1\nMore of it\n____\n",
    ],
)
def test_what_is_already_known_stays(text):
    lines = scan(text, pages(text))
    kinds = ["shaped"] * len(lines)
    mark_furniture(lines, kinds)
    assert kinds == ["shaped"] * len(lines)


SENTENCE = "The Board noted that the boats of the harbour had been kept in good order throughout the winter months."


@pytest.mark.parametrize(
    "folio",
    [
        "{}",
        "- {} -",
        "{}/30",
        "[{}]",
        "| {}",
        "Page {}",
        "GE.09-15299 {}",
        "X/HAR/2\n\n{}",
        "A/48/263\nEnglish\nPage {}",
    ],
)
def test_page_numbers_between_paragraphs_are_furniture(folio: str) -> None:
    printed = [
        "".join(f"{3 * page + number}. {SENTENCE}\n\n" for number in (1, 2, 3)) + folio.format(page + 4)
        for page in range(4)
    ]
    found = segment(document("\n\n".join(printed), name="x")).points
    assert [point.point for point in found] == [str(number) for number in range(1, 13)]
    assert {point.text for point in found} == {SENTENCE}


@pytest.mark.parametrize(
    ("form", "ids"),
    [
        ("{0}\n\n{1}\n\n", ["1", "2", "3"]),
        ("{0}\n(a) {1}\n(b) {1}\n\n", ["1", "1(a)", "1(b)", "2"]),
    ],
)
def test_labels_alone_in_their_line_are_no_page_numbers(form: str, ids: list[str]) -> None:
    text = "".join(form.format(number, SENTENCE) for number in range(1, 6))
    assert [point.point for point in segment(document(text, name="x")).points][: len(ids)] == ids
