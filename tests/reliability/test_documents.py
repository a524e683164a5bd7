"""Word, PDF, HTML and Markdown files that are broken, or made to do harm."""

from __future__ import annotations

import time
import zipfile

import pytest

from reading.made_docx import packed, par, word
from reading.made_pdf import Sheet, pdf

WORD = word(par("1. States should act."))
PDF = pdf(Sheet().put(72, 700, "1. States should act."))
LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'00' * 32}> /P -4 >> /ID [<00> <00>]"
ENTITIES = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def _nested(depth: int) -> str:
    body = par("1. States should act.")
    for _ in range(depth):
        body = f"<w:tbl><w:tr><w:tc>{body}<w:p/></w:tc></w:tr></w:tbl>"
    return par("Head") + body


def _overlapping() -> bytes:
    """Return a zip archive whose directory names one packed part many times."""
    data = bytearray(packed({"word/document.xml": "<w/>" + " " * 500_000}))
    directory = data.index(b"PK\x01\x02")
    entry, end = data[directory : data.index(b"PK\x05\x06")], data[data.index(b"PK\x05\x06") :]
    entries = b"".join(entry.replace(b"document.xml", f"docu{number:04}.xml".encode()) for number in range(2000))
    end[8:12] = (2000).to_bytes(2, "little") * 2
    end[12:16] = len(entries).to_bytes(4, "little")
    return bytes(data[:directory]) + entries + bytes(end)


REFUSED = {
    "word-cut-off": ("a.docx", WORD[:-60], "a broken zip archive or Word document"),
    "word-damaged": ("a.docx", WORD.replace(b"PK\x01\x02", b"PK\x09\x09"), "a broken zip archive or Word document"),
    "word-not": ("a.docx", b"1. States should act.", "not a Word document in spite of its name; is it plain text?"),
    "word-old": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old or password-protected Office file"),
    "workbook": ("a.docx", packed({"xl/workbook.xml": "<x/>"}), "an Excel workbook; save the text as .docx"),
    "zip-bomb": ("a.docx", word(par("a" * 40_000_000)), "unpacks to 200 times its size or more"),
    "zip-bomb-workbook": ("a.docx", packed({"xl/workbook.xml": " " * 40_000_000}), "an Excel workbook"),
    "zip-bomb-parts": (
        "a.docx",
        packed({"word/document.xml": "", **dict.fromkeys(map(str, range(10_001)), "")}),
        "unpacks to more than 10000 parts; split it, or allow more with CND_BUDGET=parts=…",
    ),
    "zip-bomb-overlap": ("a.docx", _overlapping(), "a.docx: "),
    "entities": ("a.docx", word(par("1. &i;"), prolog=ENTITIES + "]>"), "'word/document.xml' has a DOCTYPE or ENTITY"),
    "external-entity": (
        "a.docx",
        word(par("1. &a;"), prolog="<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"),
        "has a DOCTYPE or ENTITY",
    ),
    "word-deep": ("a.docx", word(_nested(120)), "broken as a Word document"),
    "pdf-broken": ("a.pdf", PDF[:400], "broken as a PDF, or without pages; get it again"),
    "pdf-encrypted": ("a.pdf", pdf(Sheet(), trailer=LOCK), "a PDF with a password; save a copy without one"),
    "pdf-not": ("a.pdf", b"1. States should act.", "not a PDF in spite of its name"),
    "pdf-pictures": ("a.pdf", pdf(Sheet()), "a PDF without text, only pictures of pages; run text recognition"),
    "html-deep": ("a.html", b"<div>" * 100_000 + b"1. Deep", "elements nested without end; save its text"),
    "html-deep-lists": ("a.html", b"<ul><li>x" * 1_000, "more than 100 lists inside each other; save its text"),
    "markdown-deep": ("a.md", b"> " * 101 + b"1. Deep", "nested 100 deep; end the file's name in .txt"),
    "markdown-deep-lists": ("a.md", "\n".join("  " * n + "- x" for n in range(60)).encode(), "nested 100 deep"),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_refused(cnd, folder, fault):
    name, data, message = REFUSED[fault]
    (folder / name).write_bytes(data)
    (folder / "out.csv").write_text("old")
    begun = time.process_time()
    ended = cnd("segment", name, "-o", "out.csv", "--force")
    assert time.process_time() - begun < 20
    assert ended.err.startswith(f"cnd: {name}: ")
    assert message in ended.err
    assert (folder / "out.csv").read_text() == "old"


def test_markup_without_end(cnd, folder, monkeypatch):
    monkeypatch.setenv("CND_BUDGET", "markup=100")
    (folder / "a.docx").write_bytes(word(par("1. Act.") * 100))
    assert "a.docx: a Word file of more than 100 tags and attributes; split it" in cnd("segment", "a.docx").err


READ = {
    "word-nested": ("a.docx", word(_nested(60))),
    "html-nested": ("a.html", b"<div>" * 5_000 + b"<p>1. States should act."),
    "html-tables": ("a.html", b"<table><tr><td>" * 1_000 + b"1. States should act."),
    "html-unclosed": ("a.html", b"<p><b><i>1. States should act.<p></table></div></b>"),
    "html-script": ("a.html", b"<script>alert('1. No')</script><style>p{}</style><p>1. States should act."),
    "markdown-quoted": ("a.md", b"> " * 90 + b"1. States should act."),
    "pdf-called-txt": ("a.txt", PDF),
    "word-called-txt": ("a.txt", WORD),
}


@pytest.mark.parametrize("fault", READ)
def test_read(cnd, folder, fault):
    name, data = READ[fault]
    (folder / name).write_bytes(data)
    ended = cnd("segment", name, "--csv", "--columns", "text", "--quiet")
    assert ended.out.splitlines()[-1].endswith("States should act.")
    assert ended.out.count("States") == 1


def test_a_name_inside_an_archive_leads_nowhere(cnd, folder):
    (folder / "a.docx").write_bytes(word(par("1. States should act."), extra={"../../escaped.txt": b"x"}))
    assert "States" in cnd("segment", "a.docx").out
    assert sorted(path.name for path in folder.rglob("*")) == ["a.docx"]
    assert not (folder.parent / "escaped.txt").exists()
    assert zipfile.ZipFile("a.docx").testzip() is None
