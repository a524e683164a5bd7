"""Files to fuzz with: of every format that is read, with broken bytes, or whole with contents nobody would write."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from hypothesis import strategies as st

from fuzzing.texts import MARKERS, anything, noise, sentences, tampered
from reading.made_docx import in_list, lvl, numbering, packed, par, run, word
from reading.made_pdf import Sheet, pdf


@cache
def word_file() -> bytes:
    """Return a small Word document with headings, lists, a note mark and a table."""
    body = par("A heading", '<w:pStyle w:val="Heading1"/>') + par("Requests Member States:", in_list(1, 0))
    raised = run("1", '<w:vertAlign w:val="superscript"/>')
    body += par("to report annually;", in_list(1, 1)) + f"<w:p>{run('The Charter')}{raised}</w:p>"
    body += f"<w:tbl><w:tr><w:tc>{par('one')}</w:tc><w:tc>{par('two')}</w:tc></w:tr></w:tbl>"
    return word(body, numbering=numbering(lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "(%2)")))


@cache
def pdf_file() -> bytes:
    """Return a small PDF with a running head, points, a note and page numbers."""
    sheet = Sheet().put(100, 770, "A/RES/77/1").lines(100, 700, "1.  Requests all Member States to report on", "that;")
    sheet.lines(100, 640, "(a)  Annually, and in the form that is", "asked for.").box(100, 200, 250, 200.5)
    sheet.lines(100, 180, "1  See A/1, chap. I.", size=8).put(300, 40, "1/2")
    return pdf(sheet, Sheet().lines(100, 700, "2.  Decides to remain seized of the matter.").put(300, 40, "2/2"))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw a file with bytes cut out, tripled, or put in anywhere."""
    data = draw(st.sampled_from([word_file(), pdf_file()]))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        to = min(at + draw(st.integers(0, 40)), len(data))
        data = data[:at] + draw(st.binary(max_size=12) | st.just(data[at:to] * 3)) + data[to:]
    return data


@st.composite
def rezipped(draw: st.DrawFn) -> bytes:
    """Draw a Word document whose zip is whole and whose XML is not, or not what Word writes."""
    archive = zipfile.ZipFile(io.BytesIO(word_file()))
    parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    edited = draw(_edited(archive.read(name)))
    return packed({part: content for part, content in (parts | {name: edited}).items() if content})


_VALUES = (b'"-1', b'"99999999999', b'"', b'"nan', b"<w:p>", b"</w:p>", b"<w:tbl>", b'"' + b"9" * 400)


@st.composite
def _edited(draw: st.DrawFn, data: bytes) -> bytes:
    """Draw XML with tags taken out, doubled or moved, and values changed; or nothing."""
    pieces = data.replace(b"<", b"\0<").replace(b'"', b'\0"').split(b"\0")
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(pieces)))
        to = min(at + draw(st.integers(1, 8)), len(pieces))
        moved = st.sampled_from([[], pieces[at:to] * 2, pieces[at:to][::-1]])
        pieces[at:to] = draw(moved | st.sampled_from(_VALUES).map(lambda value: [value]))
    return draw(st.sampled_from([b"".join(pieces)] * 8 + [b""]))


@st.composite
def retouched(draw: st.DrawFn) -> bytes:
    """Draw a PDF with words and rules of any size at any place."""
    sheet = Sheet()
    number = st.sampled_from([0, -1, 1e-9, 10, 10.1, 100, 300, 599, 1e6, -1e30]) | st.floats(-100, 900)
    text = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=30) | st.sampled_from(MARKERS)
    for _ in range(draw(st.integers(0, 25))):
        x, y, size = draw(number), draw(number), draw(number)
        if draw(st.integers(0, 9)):
            printed = draw(text).encode("cp1252", "replace").decode("cp1252")
            sheet.put(x, y, printed, size, draw(st.sampled_from(["", "b", "i"])))
        else:
            sheet.box(x, y, draw(number), size)
    return pdf(sheet, sheet, rotate=draw(st.sampled_from([0, 90, 45])))


_TAGS = """p h1 h2 h9 ul ol li table tr td div span sup sub a br b i em script style pre blockquote title body head html
    dl x-y hr img"""
_MORE = ("", ' class="x"', ' start="7"', ' start="-9999999999"', ' type="a"', ' id="fn1"', ' href="#fn1"', "/")
_REFERENCES = ("&#0;", "&#xD800;", "&#x110000;", "&nbsp;", "&amp", "<!--", "-->", "<![CDATA[", "]]>")
_MARKDOWN = """# ## ###### - * + 1. 7) > ``` --- *** _ ** ` | |---| [^1] [^1]: [x](y) ![ <b> </b> <sup>1</sup> \\ &amp;
    <!-- ::: ~~~ 999999999. """


def html() -> st.SearchStrategy[bytes]:
    """Draw HTML with tags opened and closed as it happens."""
    tag = st.tuples(*map(st.sampled_from, (["<", "</"], _TAGS.split(), _MORE, [">"]))).map("".join)
    text = st.sampled_from([*MARKERS, *_REFERENCES]) | sentences()
    return st.lists(tag | text, max_size=40).map(lambda parts: f"<html>{' '.join(parts)}".encode())


def markdown() -> st.SearchStrategy[bytes]:
    """Draw Markdown of its signs in any order, and texts as if they were some."""
    sign = st.sampled_from([*_MARKDOWN.split(), "    ", "\n", "\n\n", "\n---\n", "\t"])
    signs = st.lists(sign | sentences(), max_size=40).map(" ".join)
    return (signs | noise() | tampered()).map(str.encode)


def plain() -> st.SearchStrategy[bytes]:
    """Draw texts in several encodings, right and wrong, and bytes that are none."""
    codecs = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "mac_roman", "utf-7"])
    coded = st.builds(lambda text, codec: text.encode(codec, "replace"), anything(), codecs)
    return coded | st.binary(max_size=300) | st.builds(bytes.__add__, coded, st.binary(max_size=20))
