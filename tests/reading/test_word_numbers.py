"""Word's automatic numbers, as Word prints them."""

from __future__ import annotations

import pytest

from cnd_tools.reading import docx
from cnd_tools.reading.word_numbers import printed
from reading.made_docx import in_list, lvl, numbering, par, word

UN = (lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "(%2)"), lvl(2, "lowerRoman", "(%3)"))


def labels(data: bytes) -> list[str]:
    return [line.split("\t")[0] for line in docx.read(data, "a.docx").text.splitlines()]


def shown(levels: list[int], *definition: str) -> list[str]:
    return labels(word("".join(par("x", in_list(1, level)) for level in levels), numbering=numbering(*definition)))


@pytest.mark.parametrize(
    ("levels", "definition", "expected"),
    [
        ([0, 1, 1, 2, 2, 1, 0, 1], UN, ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.", "(a)"]),
        # A level never used above counts as begun.
        ([1, 1], (lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2")), ["1.1", "1.2"]),
        (
            [0, 1, 0, 1],
            (lvl(0, "decimal", "%1.", start=16), lvl(1, "decimal", "%1.%2")),
            ["16.", "16.1", "17.", "17.1"],
        ),
        ([0, 1], (lvl(0, "upperRoman", "Article %1"), lvl(1, "decimal", "%1.%2")), ["Article I", "I.1"]),
        (
            [0, 1],
            (lvl(0, "upperRoman", "%1"), lvl(1, "decimal", "%1.%2", more="<w:isLgl/>")),
            ["I", "1.1"],
        ),
        # lvlRestart 0: paragraphs run on across headings, as in every United Nations report.
        (
            [0, 1, 1, 0, 1],
            (lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>')),
            ["I.", "1.", "2.", "II.", "3."],
        ),
        # lvlRestart 1: level 2 begins again after level 0 and not after level 1.
        (
            [0, 1, 2, 1, 2, 0, 1, 2],
            (
                lvl(0, "decimal", "%1"),
                lvl(1, "lowerLetter", "%2"),
                lvl(2, "decimal", "%3", more='<w:lvlRestart w:val="1"/>'),
            ),
            ["1", "a", "1", "b", "2", "2", "a", "1"],
        ),
        ([0, 0], (lvl(0, "bullet", "\uf0b7"),), ["•", "•"]),
        ([0], (lvl(0, "bullet", "o", more='<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'),), ["◦"]),
        ([0], (lvl(0, "none", ""),), ["x"]),
        ([5], (lvl(0, "decimal", "%1."),), ["x"]),
    ],
)
def test_levels_count_and_restart(levels: list[int], definition: tuple[str, ...], expected: list[str]) -> None:
    assert shown(levels, *definition) == expected


@pytest.mark.parametrize(
    ("suffix", "line"), [("tab", "1.\tText"), ("space", "1. Text"), ("nothing", "1.Text"), (None, "1.\tText")]
)
def test_what_follows_a_number(suffix: str | None, line: str) -> None:
    more = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    data = word(par("Text", in_list(1, 0)), numbering=numbering(lvl(0, "decimal", "%1.", more=more)))
    assert docx.read(data, "a").text == line + "\n"


LISTS = (
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperLetter", "Annex %1")}</w:lvlOverride></w:num>'
)


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ([1, 2, 1], ["1.", "2.", "3."]),  # two lists of one definition count on
        ([1, 3, 3, 1], ["1.", "7.", "8.", "9."]),  # a restart, once
        ([4, 4], ["Annex A", "Annex B"]),  # a level defined anew
    ],
)
def test_lists_share_and_override_their_definition(lists: list[int], expected: list[str]) -> None:
    body = "".join(par("x", in_list(ident, 0)) for ident in lists)
    assert labels(word(body, numbering=numbering(*UN, nums=LISTS))) == expected


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Num"><w:name w:val="Num"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Num"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style>'
)


def test_numbers_come_from_styles_and_what_they_are_based_on() -> None:
    body = (
        par("x", '<w:pStyle w:val="Num"/>')
        + par("x", '<w:pStyle w:val="Sub"/>')
        + par("x", '<w:pStyle w:val="Num"/>' + in_list(0, 0))  # numId 0 takes it out
        + par("x", '<w:pStyle w:val="Round"/>')
        + par("x", '<w:pStyle w:val="Num"/>')
    )
    assert labels(word(body, numbering=numbering(*UN), styles=STYLES)) == ["1.", "(a)", "x", "x", "2."]


def test_a_level_linked_with_the_style_is_the_one_meant() -> None:
    levels = (lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "(%2)", more='<w:pStyle w:val="Num"/>'))
    body = par("x", '<w:pStyle w:val="Num"/>') * 2
    assert labels(word(body, numbering=numbering(*levels), styles=STYLES)) == ["(a)", "(b)"]


def test_a_numbering_style_stands_for_its_definition() -> None:
    numbers = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Legal"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Legal"/>{lvl(0, "decimal", "§ %1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    style = (
        '<w:style w:type="numbering" w:styleId="Legal"><w:name w:val="Legal"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    body = par("x", in_list(1, 0)) + par("x", in_list(2, 0))
    assert labels(word(body, numbering=numbers, styles=style)) == ["§ 1", "§ 2"]


def test_an_empty_paragraph_uses_up_its_number() -> None:
    body = par("x", in_list(1, 0)) + par("", in_list(1, 0)) + par("x", in_list(1, 0))
    assert labels(word(body, numbering=numbering(*UN))) == ["1.", "", "3."]


def test_items_are_marked_with_their_level() -> None:
    source = docx.read(word(par("one", in_list(1, 0)) + par("two", in_list(1, 1)), numbering=numbering(*UN)), "a")
    items = [(source.text[m.start : m.end], m.level) for m in source.marks if m.kind == "item"]
    assert items == [("1.\tone", 1), ("(a)\ttwo", 2)]


@pytest.mark.parametrize(
    ("count", "style", "text"),
    [
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (53, "lowerLetter", "aaa"),
        (10**9, "lowerLetter", "1000000000"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (10**9, "upperRoman", "1000000000"),
        (7, "decimalZero", "07"),
        (11, "ordinal", "11th"),
        (22, "ordinal", "22nd"),
        (3, "numberInDash", "- 3 -"),
        (3, "chineseCounting", "3"),
        (0, "lowerLetter", "0"),
    ],
)
def test_number_formats(count: int, style: str, text: str) -> None:
    assert printed(count, style) == text
