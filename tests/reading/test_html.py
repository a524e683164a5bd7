"""HTML: what a page shows, and what it does not."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.errors import CndError, RefusedInput, UsageError
from cnd_tools.reading import html, source


def text(page: str) -> str:
    return html.read(page.encode(), "a.html").text


def marked(page: str, kind: str) -> list[str]:
    read = html.read(page.encode(), "a.html")
    return [read.text[mark.start : mark.end] for mark in read.marks if mark.kind == kind]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("just text", "just text\n"),
        ("<p>One  \n two</p><p>Three</p>", "One two\n\nThree\n"),
        ("<p>A &amp; B &eacute; &#8217;</p>", "A & B é ’\n"),
        ("<p>Calls <b>upon</b> all<i> States</i></p>", "Calls upon all States\n"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc\n"),
        ("<p>one<br>two</p>", "one\ntwo\n"),
        ("one<br><br>two", "one\n\ntwo\n"),
        ("<p>1. First;<br>2. Second;<br>(a) Third</p>", "1. First;\n\n2. Second;\n\n(a) Third\n"),
        ("<script>alert(1)</script><style>p{}</style><nav>Home</nav><p hidden>no</p><p>yes</p>", "yes\n"),
        ("<p>yes<?ol no></p><?cut no?>", "yes\n"),
        ("<p style='display: none'>no</p><p>yes<!-- no --></p><template>no</template>", "yes\n"),
        ("<head><title>no</title></head><body><p>yes", "yes\n"),
        ("<pre>a\n  b</pre>", "a\n  b\n"),
        ("", ""),
        ("<p> &nbsp; </p>", ""),
    ],
)
def test_what_is_shown(page: str, expected: str) -> None:
    assert text(page) == expected


@pytest.mark.parametrize(
    ("page", "labels"),
    [
        ("<ol><li>x<li>x</ol>", ["1.", "2."]),
        ("<ol start=4><li>x<li>x</ol>", ["4.", "5."]),
        ("<ol><li value=7>x<li>x</ol>", ["7.", "8."]),
        ("<ol reversed><li>x<li>x</ol>", ["2.", "1."]),
        ("<ol type=a start=26><li>x<li>x</ol>", ["z.", "aa."]),
        ("<ol type=I><li>x<li>x</ol>", ["I.", "II."]),
        ("<ol style='list-style-type: lower-roman'><li>x<li>x</ol>", ["i.", "ii."]),
        ("<ul><li>x<li>x</ul>", ["•", "•"]),
        ("<ul><li>(a) x<li>(b) x</ul>", ["(a)", "(b)"]),
        ("<ul style='list-style: none'><li>x</ul>", ["x"]),
        ("<ol start='-999999999999'><li value='x'>x</ol>", ["1."]),
        ("<ol><li>x<ol type=a><li>x</ol><li>x</ol>", ["1.", "a.", "2."]),
        ("<li>x", ["•"]),
    ],
)
def test_lists_are_labelled_as_a_browser_does(page: str, labels: list[str]) -> None:
    assert [line.split()[0] for line in text(page).splitlines()] == labels


def test_items_headings_and_italics_are_marked() -> None:
    page = "<h1>Title</h1><h3>Part</h3><ol><li><p><em>Urges</em> all</p><p>More</p></ol><p><b>Bold line</b></p>"
    read = html.read(page.encode(), "a")
    found = [(mark.kind, read.text[mark.start : mark.end], mark.level) for mark in read.marks]
    assert found == [
        ("heading", "Title", 1),
        ("heading", "Part", 3),
        ("item", "1. Urges all", 1),
        ("paragraph", "1. Urges all", 0),
        ("label", "1.", 0),
        ("italic", "Urges", 0),
        ("paragraph", "More", 0),
        ("heading", "Bold line", 6),
    ]


NOTES = (
    '<p>Text<sup><a href="#f1" id="r1">1</a></sup> goes on.<a href="#f2" name="r2">[2]</a></p>'
    '<p id="f1"><a href="#r1">1</a> First note.</p><p><a name="f2" href="#r2">[2]</a> Second note.</p>'
    '<p>See <a href="#end">below</a>.</p><p id="end">The end.</p>'
)


def test_notes_and_their_marks() -> None:
    assert marked(NOTES, "noteref") == ["1", "[2]"]
    assert marked(NOTES, "note") == ["1 First note.", "[2] Second note."]
    assert marked(NOTES, "paragraph")[-2:] == ["See below.", "The end."]
    listed = '<p>Text<a href="#n">1</a></p><ol><li id="n">A note. <a href="#t">↩</a></li></ol>'
    assert marked(listed, "note") == ["1. A note."]


def test_raised_signs_are_note_marks_only_where_they_can_be() -> None:
    assert marked("<p>The report<sup>3</sup> on 5 km<sup>2</sup> and the 21<sup>st</sup> century</p>", "noteref") == [
        "3"
    ]


def test_data_tables_are_kept_apart() -> None:
    page = "<p>a</p><table><tr><th>Year</th><th>Seizures</th></tr><tr><td>2009<td>1 200</table><p>b</p>"
    assert marked(page, "table") == ["Year\tSeizures\n2009\t1 200\n"]
    assert marked(page, "paragraph") == ["a", "b"]
    wide = "<p>a</p><table><tr><td><p>Reports</p><td><p>34</p><td>44<tr><td><p>Words</p><p>more</p><td>7<td>8</table>"
    assert marked(wide, "table") == ["Reports\t34\t44\nWords more\t7\t8\n"]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>",
        "<table role=presentation><tr><td>One.<td>Two.</table>",
        "<table><tr><td><table><tr><td>One.</table><td>Two.</table>",
    ],
)
def test_tables_that_lay_out_a_page_are_text(page: str) -> None:
    assert marked(page, "paragraph") == ["One.", "Two."]


def test_a_letterhead_is_text() -> None:
    page = "<table><tr><td>United Nations<td>A/RES/99/1</table><p>Text</p>"
    assert marked(page, "paragraph") == ["United Nations", "A/RES/99/1", "Text"]


def test_numbers_in_cells_of_their_own_go_with_their_paragraph() -> None:
    page = "<table><tr><td>1.<td>Requests a report;<tr><td>2.<td>Decides to go on.</table>"
    assert text(page) == "1. Requests a report;\n\n2. Decides to go on.\n"


def test_margins_of_the_page_are_furniture() -> None:
    assert marked("<header>Our site</header><p>Text</p><footer><p>Contact</p></footer>", "furniture") == [
        "Our site\n",
        "\nContact\n",
    ]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<p>é’</p>".encode(), None),
        (codecs.BOM_UTF8 + "<p>é’</p>".encode(), None),
        ("<meta charset=windows-1252><p>é’</p>".encode("cp1252"), None),
        ("<meta http-equiv=x content='text/html; charset=ISO-8859-1'><p>é’</p>".encode("cp1252"), None),
        ("<meta charset=utf-16><p>é’</p>".encode(), None),
        ("<meta charset=nonsense><p>é’</p>".encode(), None),
        ("<meta charset=utf-8><p>é’</p>".encode("mac_roman"), "mac_roman"),
    ],
)
def test_encodings(data: bytes, encoding: str | None) -> None:
    assert html.read(data, "a.html", encoding).text == "é’\n"


def test_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RefusedInput, match=r"a\.html:1: byte 10 \(0xE9\) is not UTF-8; try --encoding windows-1252"):
        html.read("<p>The caf\xe9 is</p>".encode("cp1252"), "a.html")
    monkeypatch.setattr(html, "LIMIT", 3)
    with pytest.raises(RefusedInput, match="larger than"):
        html.read(b"<p>x</p>", "a.html")


def test_without_the_library_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(source, "import_module", missing)
    with pytest.raises(UsageError, match=r'pip install "cnd-tools\[html\]"'):
        html.read(b"<p>x</p>", "a.html")


def test_depth_is_no_danger() -> None:
    assert text("<div>" * 20_000 + "deep") == "deep\n"
    assert text("<table><tr><td>" * 2_000 + "deep").strip() == "deep"


TAGS = st.sampled_from(
    ["<p>", "</p>", "<ol>", "<li>", "</ol>", "<table>", "<tr>", "<td>", "<th>", "<sup>", "<br>", "<h2>"]
)


@given(st.lists(TAGS | st.text(max_size=8), max_size=40))
def test_any_soup_is_read(parts: list[str]) -> None:
    data = "".join(parts).encode("utf-8", "replace")
    try:
        read = html.read(data, "a.html")
    except CndError:
        return
    assert all(0 <= mark.start < mark.end <= len(read.text) for mark in read.marks)
