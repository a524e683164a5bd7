"""Markdown: what a reader of the rendered page sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.errors import CndError, RefusedInput, UsageError
from cnd_tools.reading import markdown, source


def text(page: str) -> str:
    return markdown.read(page.encode(), "a.md").text


def marked(page: str, kind: str) -> list[str]:
    read = markdown.read(page.encode(), "a.md")
    return [read.text[mark.start : mark.end] for mark in read.marks if mark.kind == kind]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("One\ntwo.\n\nThree.", "One two.\n\nThree.\n"),
        ("One\r\ntwo.", "One two.\n"),
        ("One  \ntwo.", "One\ntwo.\n"),
        ("A *b* **c** `d` [e](http://x) ![f](g.png) <http://h>", "A b c d e  http://h\n"),
        (r"1\. Not a list", "1. Not a list\n"),
        ("1. a\n2. b", "1. a\n2. b\n"),
        ("4. a\n7. b\n9) c", "4. a\n7. b\n9) c\n"),
        ("1. a\n1. b\n1. c", "1. a\n2. b\n3. c\n"),
        ("- a\n- b\n  - c", "• a\n• b\n• c\n"),
        ("- (a) x\n- (b) y", "(a) x\n(b) y\n"),
        ("1. a\n\n   more\n\n2. b", "1. a\nmore\n2. b\n"),
        ("> quoted", "quoted\n"),
        ("a<br>b<sup>1</sup>", "a\nb1\n"),
        ("<div>x</div>", "x\n"),
        ("---\n\na", "a\n"),
        ("", ""),
    ],
)
def test_what_is_shown(page: str, expected: str) -> None:
    assert text(page) == expected


def test_headings_items_and_italics_are_marked() -> None:
    read = markdown.read(b"# Title\n\nSub\n---\n\n1. *Urges* all\n   - now\n\n**Bold line**", "a")
    found = [(mark.kind, read.text[mark.start : mark.end], mark.level) for mark in read.marks]
    assert found == [
        ("heading", "Title", 1),
        ("heading", "Sub", 2),
        ("item", "1. Urges all", 1),
        ("paragraph", "1. Urges all", 0),
        ("label", "1.", 0),
        ("italic", "Urges", 0),
        ("item", "• now", 2),
        ("paragraph", "• now", 0),
        ("label", "•", 0),
        ("heading", "Bold line", 6),
    ]


def test_footnotes_stand_at_the_end() -> None:
    page = "One[^1] two[^note], three[^no].\n\n[^1]: See A/RES/70/1\n    and more.\n[^note]: *Ibid.*\n\nAfter."
    assert text(page) == "One1 two2, three[^no].\n\nAfter.\n\n1 See A/RES/70/1 and more.\n\n2 Ibid.\n"
    assert marked(page, "noteref") == ["1", "2"]
    assert marked(page, "note") == ["1 See A/RES/70/1 and more.", "2 Ibid."]


def test_a_footnote_in_a_fence_is_code() -> None:
    assert text("```\n[^1]: x\n```\n") == "[^1]: x\n"


def test_tables_are_lines_of_cells() -> None:
    assert marked("| a | b |\n|---|---|\n| 1 | *2* |\n\nText", "table") == ["a\tb\n1\t2\n"]


def test_front_matter_is_masthead() -> None:
    page = '---\ntitle: "A bulletin"\nid: enb\ndate: 1999-04-15\n---\n\nText.'
    read = markdown.read(page.encode(), "a")
    assert marked(page, "masthead") == ["---\ntitle: A bulletin\nid: enb\ndate: 1999-04-15\n---\n"]
    assert read.masthead is not None
    assert (read.masthead.title, read.masthead.date) == ("A bulletin", "1999-04-15")
    assert text("---\nno end\n\nText.") == "no end\n\nText.\n"


STATED = "**Body:** the Board\n**Session**: third"


@pytest.mark.parametrize(
    ("page", "masthead"),
    [
        (f"# A title\n\n{STATED}\n\n## Text\n\nIt met.", ["Body: the Board Session: third"]),
        (f"{STATED}\n\n__Date:__ 1 May 2031\n__Place:__ Rome\n\nIt met.",
         ["Body: the Board Session: third", "Date: 1 May 2031 Place: Rome"]),
        (f"It met.\n\n{STATED}", []),
        (f"- {STATED}", []),
        ("**Note:** it met.\n\nIt rose.", []),
        (f"{STATED}\nIt met.", []),
    ],
)  # fmt: skip
def test_what_the_lines_at_the_top_say_of_the_document_is_masthead(page: str, masthead: list[str]) -> None:
    assert marked(page, "masthead") == masthead


LAID_OUT = """# A title

**Key:** value

        United Nations                                  A/HRC/99/1
        General Assembly                                Distr.: General
                                                        1 March 2020

        1.     The Council met and considered the item in the light of
        the report.
        2.     It adopted a decision.
broken line of a page
"""


def test_a_text_laid_out_by_hand_stays_as_it_is() -> None:
    read = markdown.read(LAID_OUT.encode(), "a")
    assert read.text == "A title\n\nKey: value\n\n" + LAID_OUT.partition("value\n\n")[2]
    assert [mark.kind for mark in read.marks] == ["heading", "paragraph"]
    assert read.masthead is not None
    assert read.masthead.symbol == "A/HRC/99/1"
    assert all(read.text[start:end].startswith("        ") for start, end in read.masthead.spans)


def test_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RefusedInput, match=r"a\.md:2: byte 5 \(0xE9\) is not UTF-8; try --encoding windows-1252"):
        markdown.read("x\ncaf\xe9 au".encode("cp1252"), "a.md")
    monkeypatch.setattr(markdown, "LIMIT", 3)
    with pytest.raises(RefusedInput, match="larger than"):
        markdown.read(b"text", "a.md")


def test_without_the_library_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(source, "import_module", missing)
    with pytest.raises(UsageError, match=r'pip install "cnd-tools\[markdown\]"'):
        markdown.read(b"x", "a.md")


PARTS = st.sampled_from(
    ["# ", "1. ", "- ", "    ", "\n", "\n\n", "*", "[^1]", "[^1]: ", "| a |", "|---|", "```", "---", "> "]
)


@given(st.lists(PARTS | st.text(max_size=6), max_size=40))
def test_any_text_is_read(parts: list[str]) -> None:
    try:
        read = markdown.read("".join(parts).encode("utf-8", "replace"), "a.md")
    except CndError:
        return
    assert all(0 <= mark.start < mark.end <= len(read.text) for mark in read.marks)
