"""Word documents: what is read, what is left out, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.errors import CndError, RefusedInput, UsageError
from cnd_tools.reading import docx, source
from reading.made_docx import in_list, lvl, packed, par, run, word


def text(body: str, **parts: str) -> str:
    return docx.read(word(body, **parts), "a.docx").text


def marked(data: bytes, kind: str) -> list[str]:
    read = docx.read(data, "a.docx")
    return [read.text[mark.start : mark.end] for mark in read.marks if mark.kind == kind]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (run("one ") + run("two"), "one two"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>money</w:t><w:noBreakHyphen/><w:t>laundering</w:t></w:r>", "money-laundering"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>operation</w:t></w:r>", "co\u00adoperation"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t> x</w:t></w:r>', "• x"),
        ('<w:r><w:sym w:font="Symbol" w:char="no"/><w:t>x</w:t></w:r>', "x"),
        # Tracked changes read as accepted.
        (f"<w:ins>{run('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "new"),
        (f"<w:moveFrom>{run('from')}</w:moveFrom><w:moveTo>{run('to')}</w:moveTo>", "to"),
        (f"<w:ins>{run('a')}<w:del>{run('b')}</w:del></w:ins>", "a"),
        # A field shows its result, also where one stands in the instruction of another.
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("inner instruction") + "<w:r>"
            '<w:fldChar w:fldCharType="separate"/></w:r>'
            + run("hidden result")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("7")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + run(" end"),
            "7 end",
        ),
        (f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>', "3"),
        (f"<w:hyperlink>{run('A/RES/73/6')}</w:hyperlink>", "A/RES/73/6"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('x')}</w:sdtContent></w:sdt>", "x"),
        (run("secret", "<w:vanish/>") + run("open"), "open"),
        (run("open", '<w:vanish w:val="0"/>'), "open"),
        ("<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>", "x+y"),
        ("<!-- a comment -->" + run("x"), "x"),
    ],
)
def test_runs(inner: str, expected: str) -> None:
    assert text(f"<w:p>{inner}</w:p>") == expected + "\n"


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:txbxContent>{par('boxed')}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text(f"<w:p>{run('before ')}{shape}{run('after')}</w:p>" + par("next")) == "before after\nboxed\nnext\n"


def test_room_between_paragraphs_is_an_empty_line() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/>'
        '<w:pPr><w:spacing w:before="120"/></w:pPr></w:style>'
    )
    body = (
        par("one", '<w:spacing w:after="120"/>')
        + par("two", '<w:spacing w:after="20"/>')
        + par("three")
        + par("four", '<w:pStyle w:val="S"/>')
        + par()
        + par()
        + par("five")
    )
    assert text(body, styles=styles) == "one\n\ntwo\nthree\n\nfour\n\nfive\n"


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    assert text(par("one ", "<w:rPr><w:del/></w:rPr>") + par("two")) == "one two\n"


@pytest.mark.parametrize(
    ("name", "properties", "level"),
    [
        ("heading 2", "", 2),
        ("_ H _Ch_G", "", 1),
        ("_ H_1", "", 2),
        ("_ H_2/3", "", 3),
        ("_ H_4_G", "", 4),
        ("Reg_H_1_G", "", 2),
        ("Title_H_CH", "", 1),
        ("_ H_M_G", "", 1),
        ("Any", '<w:outlineLvl w:val="1"/>', 2),
    ],
)
def test_headings_by_style(name: str, properties: str, level: int) -> None:
    styles = (
        f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="{name}"/><w:pPr>{properties}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Other"/><w:basedOn w:val="S"/></w:style>'
    )
    for style in "ST":
        source = docx.read(word(par("Title", f'<w:pStyle w:val="{style}"/>'), styles=styles), "a")
        assert [(mark.kind, mark.level) for mark in source.marks] == [("heading", level)]


@pytest.mark.parametrize(
    ("properties", "run_properties", "kind"),
    [
        ("<w:keepNext/>", '<w:b/><w:sz w:val="28"/>', "heading"),
        ("<w:keepNext/>", "", "paragraph"),
        ("", "<w:b/>", "paragraph"),
        ('<w:keepNext w:val="0"/>', "<w:b/>", "paragraph"),
    ],
)
def test_bold_paragraphs_kept_with_the_next_are_headings(properties: str, run_properties: str, kind: str) -> None:
    data = word(f"<w:p><w:pPr>{properties}</w:pPr>{run('Annex', run_properties)}</w:p>")
    assert [mark.kind for mark in docx.read(data, "a").marks] == [kind]


def test_italics_are_marked_across_runs_and_toggled_by_styles() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Em"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="It"><w:name w:val="It"/><w:rPr><w:i/></w:rPr></w:style>'
    )
    emphasis = '<w:rStyle w:val="Em"/>'
    body = (
        f"<w:p>{run('Calls ', '<w:i/>')}{run('upon', '<w:i/>')}{run(' all')}</w:p>"
        f"<w:p>{run('Notes', emphasis)}{run(' it')}</w:p>"
        f'<w:p><w:pPr><w:pStyle w:val="It"/></w:pPr>{run("all")}{run(" upright", emphasis)}</w:p>'
    )
    assert marked(word(body, styles=styles), "italic") == ["Calls upon", "Notes", "all"]


NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="1"><w:p><w:r><w:tab/></w:r><w:r><w:footnoteRef/></w:r>{run("First note.")}</w:p></w:footnote>'
    f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run(" Second note.")}</w:p></w:footnote>'
    f'<w:footnote w:id="3">{par("* Own mark.")}</w:footnote>'
)


def refer(ident: int, more: str = "") -> str:
    return f'<w:r><w:footnoteReference w:id="{ident}" {more}/></w:r>'


def test_notes_stand_at_the_end_with_their_marks() -> None:
    own = '<w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    body = f"<w:p>{run('One')}{refer(2)}{run(' two')}{own}{run(' three')}{refer(1)}</w:p>"
    data = word(body, footnotes=NOTES)
    assert docx.read(data, "a").text == "One1 two* three2\n1 Second note.\n* Own mark.\n\t2 First note.\n"
    assert marked(data, "noteref") == ["1", "*", "2"]
    assert marked(data, "note") == ["1 Second note.", "* Own mark.", "\t2 First note."]


def test_notes_begin_again_in_a_section_and_count_as_the_section_says() -> None:
    section = '<w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachSect"/>'
    section = f"<w:sectPr><w:footnotePr>{section}</w:footnotePr></w:sectPr>"
    body = f"<w:p><w:pPr>{section}</w:pPr>{run('a')}{refer(1)}</w:p><w:p>{run('b')}{refer(2)}</w:p>{section}"
    assert marked(word(body, footnotes=NOTES), "noteref") == ["a", "a"]


def test_endnotes_are_roman_unless_told_otherwise() -> None:
    note = f'<w:endnote w:id="1"><w:p><w:r><w:endnoteRef/></w:r>{run("An end.")}</w:p></w:endnote>'
    body = f'<w:p>{run("x")}<w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
    assert text(body, endnotes=note) == "xi\ni An end.\n"
    settings = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    assert text(body, endnotes=note, settings=settings) == "x1\n1 An end.\n"


@pytest.mark.parametrize(
    ("before", "raised", "expected"),
    [
        ("report", "1", ["1"]),
        ("text.", "*", ["*"]),
        ("10", "6", []),
        (" km", "2", []),
        (" 21", "st", []),
        ("", "a", []),
    ],
)
def test_raised_signs_typed_by_hand(before: str, raised: str, expected: list[str]) -> None:
    up = '<w:vertAlign w:val="superscript"/>'
    body = f"<w:p>{run(before)}{run(raised, up)}</w:p>"
    assert marked(word(body), "noteref") == expected


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_tables_are_lines_of_cells() -> None:
    gone = row(par("x"), par("y"), properties="<w:trPr><w:del/></w:trPr>")
    nested = f"<w:tbl>{row(par('in'), par('side'))}</w:tbl>"
    table = f"<w:tbl>{row(par('a') + par('b'), par('c'))}{gone}{row(par('d') + nested, par('e'))}</w:tbl>"
    data = word(par("before") + table + par("after"))
    assert docx.read(data, "a").text == "before\na b\tc\nd in side\te\nafter\n"
    assert marked(data, "table") == ["a b\tc\nd in side\te\n"]


def test_a_table_of_one_column_is_a_box_round_paragraphs() -> None:
    data = word(par("before") + f"<w:tbl>{row(par('Summary'))}{row(par('One.') + par('Two.'))}</w:tbl>")
    assert marked(data, "paragraph") == ["before", "Summary", "One.", "Two."]


def test_letterheads_come_first() -> None:
    head = f"<w:tbl>{row(par('United Nations'), par('A/HRC/1'))}</w:tbl>"
    assert marked(word(head + par("Text")), "masthead") == ["United Nations\nA/HRC/1\n"]
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header"/><w:titlePg/></w:sectPr>'
    data = word(par("Text") + section, header=par("A/81/6"))
    assert docx.read(data, "a").text == "A/81/6\nText\n"
    assert (
        docx.read(word(par("Text") + section.replace("<w:titlePg/>", ""), header=par("A/81/6")), "a").text == "Text\n"
    )


def test_notes_framed_at_the_foot_of_a_page_and_contents() -> None:
    foot = par("* The report was late.", '<w:framePr w:vAnchor="page" w:y="12961"/>')
    top = par("A box", '<w:framePr w:vAnchor="page" w:y="400"/>')
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    data = word(foot + top + par("I. Introduction\t3", '<w:pStyle w:val="T"/>'), styles=styles)
    assert [mark.kind for mark in docx.read(data, "a").marks] == ["paragraph", "contents", "note"]


def test_pages_begin_where_word_broke_them() -> None:
    asked = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    printed = f"<w:p><w:r><w:lastRenderedPageBreak/></w:r>{run('two')}</w:p>"
    read = docx.read(word(par("one") + asked + printed), "a")
    assert [read.text[start:].strip().splitlines()[0] for start in read.pages] == ["one", "two"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"plain text", "a.docx: not a Word document in spite of its name; is it plain text?"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx: this is an old or password-protected Office file; save it as"),
        (word(par("x"))[:-60], "a.docx: a broken zip archive or Word document"),
        (packed({"xl/workbook.xml": "x"}), "a.docx: this is an Excel workbook; save the text as .docx"),
        (
            packed({"b.png": "", "texts/2009.pdf": "", "a.txt": "x"}),
            "a.docx: this is a zip archive of a.txt, texts/2009.pdf; unpack it",
        ),
        (
            packed({f"{n}.md": "" for n in range(7)}),
            "a.docx: this is a zip archive of 0.md, 1.md, 2.md, 3.md, 4.md and 2 more; unpack",
        ),
        (packed({"b.png": ""}), "a.docx: this is a zip archive, and no file in it is a text by its ending; unpack it"),
        (packed({"word/document.xml": "<w:document"}), "a.docx: broken as a Word document ("),
        (word("<w:p>"), "a.docx: broken as a Word document ("),
        (word(par("x"), prolog="<!DOCTYPE x>"), "a.docx: 'word/document.xml' has a DOCTYPE or ENTITY"),
        (
            word(par("x"), extra={"word/a.xml": '<!DOCTYPE x [<!ENTITY a "b">]>'.encode("utf-16")}),
            "a.docx: 'word/a.xml' has a DOCTYPE or ENTITY",
        ),
        (word(par("x"), extra={"word/a.bin": bytes(3 << 20)}), "a.docx: 'word/a.bin' unpacks to 200 times its size"),
    ],
)
def test_refusals(data: bytes, message: str) -> None:
    with pytest.raises(RefusedInput) as refused:
        docx.read(data, "a.docx")
    assert str(refused.value).startswith(message)


def test_most_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "LIMIT", 10)
    with pytest.raises(RefusedInput, match="larger than the 0 MiB"):
        docx.read(word(par("x")), "a.docx")


def test_without_the_library_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(source, "import_module", missing)
    with pytest.raises(UsageError, match=r'pip install "cnd-tools\[docx\]"'):
        docx.read(word(par("x")), "a.docx")


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=4))
def test_a_damaged_file_raises_nothing_but_our_errors(place: int, damage: bytes) -> None:
    data = bytearray(word(par("Some text", "<w:keepNext/>")))
    place %= len(data)
    data[place : place + len(damage)] = damage
    try:
        read = docx.read(bytes(data), "a.docx").text
    except CndError as error:
        read = str(error)
    assert isinstance(read, str)


def test_a_heading_that_is_but_its_number() -> None:
    style = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    body = par("", '<w:pStyle w:val="H"/>' + in_list(1, 0)) + par("", in_list(2, 0)) + par("It covers boats.")
    defined = (
        f'<w:abstractNum w:abstractNumId="0">{lvl(0, "decimal", "Article %1")}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{lvl(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    read = docx.read(word(body, styles=style, numbering=defined), "a.docx")
    assert read.text.split("\n") == ["Article 1\t", "", "It covers boats.", ""]
    assert [read.text[mark.start : mark.end].strip() for mark in read.marks if mark.kind == "heading"] == ["Article 1"]


@pytest.mark.parametrize(
    ("starts", "size", "said", "known"),
    [
        ((0,), 900, 0, True),
        ((0,), 900, 1, True),
        ((0, 400), 900, 2, True),
        ((0, 400), 900, 0, True),
        ((0,), 900, 6, False),  # it has more pages than breaks
        ((0, 400, 600), 900, 1, False),  # what a program wrote that counted none
        ((0,), 40_000, 0, False),  # no page holds as much
        ((0, 400), 40_000, 2, False),
    ],
)
def test_pages_are_known_where_breaks_and_count_agree(
    starts: tuple[int, ...], size: int, said: int, known: bool
) -> None:
    assert docx.pages_are_known(source.Source("x" * size, (), starts), said) is known
