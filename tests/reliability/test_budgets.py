"""Documents that ask for more time, memory or room than any real one, and what they hold that is not read."""

from __future__ import annotations

import io
import os
import signal
import threading
import time
import zipfile
import zlib

import pytest

import cnd_tools
from cnd_tools.errors import RefusedInput
from cnd_tools.reading import apart
from reading.made_docx import in_list, lvl, numbering, packed, par, run, word
from reading.made_pdf import Sheet, pdf

ACT = par("1. States should act.")
BEGIN, END = (f'<w:p><w:r><w:fldChar w:fldCharType="{kind}"/></w:r></w:p>' for kind in ("begin", "end"))


def _refer(ident: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{ident}"/></w:r>'


def _note(ident: int, inner: str) -> str:
    return f'<w:footnote w:id="{ident}"><w:p>{inner}</w:p></w:footnote>'


def _styles(count: int, paragraphs: int) -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{place}"><w:basedOn w:val="s{place + 1}"/></w:style>'
        for place in range(count)
    )
    return word(par("1. Act.", '<w:pStyle w:val="s0"/>') * paragraphs, styles=styles)


def _overridden(overrides: int, paragraphs: int) -> bytes:
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="1"/></w:lvlOverride>' for place in range(overrides)
    )
    nums = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{starts}</w:num>'
    return word(par("Act.", in_list(1, 0)) * paragraphs, numbering=numbering(lvl(0, "decimal", "%1."), nums=nums))


def _many_tags(count: int) -> bytes:
    """Return a Word file whose tags, each with a number of its own, take hundreds of times their room once parsed."""
    return word("".join(f'<w:p w:rsidR="{place * 2_654_435_761 % 2**32:08X}"/>' for place in range(count)))


def _renamed(document: bytes) -> dict[str, str | bytes]:
    """Return the parts of a Word file whose text stands in a part that is not called .xml."""
    with zipfile.ZipFile(io.BytesIO(word(""))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name).decode() for name in archive.namelist()}
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = str(parts["[Content_Types].xml"]).replace(
        "</Types>", f'<Default Extension="a" ContentType="{main}"/></Types>'
    )
    relations = str(parts["_rels/.rels"]).replace("word/document.xml", "word/document.a")
    return parts | {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.a": document}


def _in(encoding: str) -> bytes:
    text = zipfile.ZipFile(io.BytesIO(word(ACT))).read("word/document.xml").decode()
    return packed(_renamed(f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode("utf-7")))


def _lying(size: int) -> bytes:
    """Return a Word file with a part of 3 MB that says it has less, and a checksum of what is looked at."""
    data = bytearray(word(ACT, extra={"word/a.bin": b" " * 3_000_000}))
    for signature, sums, sizes in ((b"PK\x03\x04", 14, 22), (b"PK\x01\x02", 16, 24)):
        place = data.rindex(signature)
        data[place + sums : place + sums + 4] = zlib.crc32(b" " * (size + 1)).to_bytes(4, "little")
        data[place + sizes : place + sizes + 4] = size.to_bytes(4, "little")
    return bytes(data)


def _forms(deep: int, inner: str) -> bytes:
    """Return a PDF that draws ten times a form, that ten times another, and so on."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources 5 0 R >>",
        "<< /Length 6 >>\nstream\n/X6 Do\nendstream",
        "<< /Font << /F 5 0 R >> /XObject << /X6 6 0 R >> >>",
    ]
    for number in range(6, 6 + deep):
        drawn = inner if number == 5 + deep else f"/X{number + 1} Do " * 10
        objects.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length {len(drawn)}"
            f" /Resources << /XObject << /X{number + 1} {number + 1} 0 R >> >> >>\nstream\n{drawn}\nendstream"
        )
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<< /Root 1 0 R >>\n%%EOF\n".encode()


def _deflated(size: int) -> bytes:
    content = zlib.compress(b"q " * (size // 2), 9)
    data = pdf(Sheet()).split(b"endobj")
    place = next(place for place, content in enumerate(data) if b"stream" in content)
    head = data[place].split(b"<<")[0]
    data[place] = (
        head + f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode() + content + b"\nendstream\n"
    )
    return b"endobj".join(data)


HELD = {
    "notes-in-a-circle": word(
        f"<w:p>{run('1. States should act.')}{_refer(0)}</w:p>",
        footnotes=_note(0, run("one") + _refer(1)) + _note(1, run("two") + _refer(0) + _refer(1)),
    ),
    "note-referred-to-often": word(
        f"<w:p>{run('1. States should act.')}{_refer(0) * 20_000}</w:p>", footnotes=_note(0, run("Of old. " * 2_000))
    ),
    "styles-in-a-chain": _styles(49, 1_000),
    "lists-that-override": _overridden(20_000, 2_000),
    "fields-that-never-end": word(BEGIN * 2_000 + ACT),
}


@pytest.mark.parametrize("fault", HELD)
def test_held(cnd, folder, fault):
    (folder / "a.docx").write_bytes(HELD[fault])
    begun = time.process_time()
    ended = cnd("segment", "a.docx", "--csv", "--quiet")
    assert time.process_time() - begun < 20
    assert "ct." in ended.out
    assert ended.out.count("Of old. Of old.") <= 1_000


REFUSED = {
    "styles-without-end": ("a.docx", _styles(2_000, 1), "styles based on each other more than 50 deep"),
    "label-without-end": (
        "a.docx",
        word(par("Act.", in_list(1, 0)), numbering=numbering(lvl(0, "decimal", "a" * 600))),
        "a list whose numbers have 600 characters, more than 500",
    ),
    "labels-and-labels": (
        "a.docx",
        word(par("Act.", in_list(1, 0)) * 6_000, numbering=numbering(lvl(0, "lowerRoman", "%1" * 250, start=8888))),
        "a text of more than 9000000 characters",
    ),
    "zip-that-lies": ("a.docx", _lying(1_000), "'word/a.bin' unpacks to more than it says; refused"),
    "encoding-of-no-word": ("a.docx", _in("utf-7"), "is in an encoding that Word does not write"),
    "forms-in-forms": ("a.pdf", _forms(9, "0 0 1 1 re f "), "takes more than "),
    "deflated": ("a.pdf", _deflated(60_000_000), "takes more than "),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_refused(cnd, folder, monkeypatch, fault):
    monkeypatch.setenv("CND_BUDGET", "seconds=9,memory=600,characters=9000000")
    name, data, message = REFUSED[fault]
    (folder / name).write_bytes(data)
    begun = time.monotonic()
    ended = cnd("segment", name)
    assert time.monotonic() - begun < 60
    assert ended.err.startswith(f"cnd: {name}: ")
    assert message in ended.err
    assert ended.err.count("\n") == 1


def test_more_than_fits(program, folder):
    """In a process of its own: one that has run many tests has memory to spare, and the time is over first."""
    (folder / "a.docx").write_bytes(_many_tags(400_000))
    ended = program("CND_BUDGET=seconds=9,memory=100,characters=9000000 cnd segment a.docx")
    assert (ended.code, ended.err.count("\n")) == (3, 1)
    assert "takes more than 100 MiB of memory" in ended.err


def test_markup_by_any_name(cnd, folder, monkeypatch):
    text = zipfile.ZipFile(io.BytesIO(word(ACT))).read("word/document.xml")
    (folder / "a.docx").write_bytes(packed(_renamed(text)))
    assert "States should act." in cnd("segment", "a.docx").out
    monkeypatch.setenv("CND_BUDGET", "markup=20")
    assert "a Word file of more than 20 tags and attributes" in cnd("segment", "a.docx", "--no-store").err


BUDGETS = {
    "characters=20": ("a.txt", "1. States should act on this.\n", "a text of more than 20 characters"),
    "characters=21": ("a.docx", ACT * 3, "a text of more than 21 characters"),
    "lines=2": ("a.txt", "1. Act.\n\n2. Act.\n", "a text of more than 2 lines"),
    "parts=2": ("a.docx", ACT, "more than 2 parts"),
    "unpacked=1": ("a.docx", f'<w:p w:a="{"y" * 1_048_000}"/>', "unpacks to more than 1 MiB"),
    "points=1": ("a.txt", "1. Act.\n\n2. Act.\n", "a.txt:3: more than 1 paragraphs"),
    "point=9": ("a.txt", "1. States act.\n", "a.txt:1: paragraph 1 has 11 characters, more than the 9 allowed"),
}


@pytest.mark.parametrize("budget", BUDGETS)
def test_budget(cnd, folder, monkeypatch, budget):
    name, text, message = BUDGETS[budget]
    (folder / name).write_bytes(word(text) if name == "a.docx" else text.encode())
    assert cnd("segment" if "poi" not in budget else "actions", name, "--no-store").code == 0
    monkeypatch.setenv("CND_BUDGET", budget)
    ended = cnd("segment" if "poi" not in budget else "actions", name, "--no-store")
    assert message in ended.err
    assert f"CND_BUDGET={budget.partition('=')[0]}=…" in ended.err


@pytest.mark.parametrize(
    "budget", ["seconds", "seconds=", "seconds=0", "hours=1", "seconds=1e3", "memory=" + "9" * 5_000]
)
def test_a_budget_that_is_none(cnd, folder, monkeypatch, budget):
    (folder / "a.txt").write_text("1. Act.\n")
    monkeypatch.setenv("CND_BUDGET", budget)
    ended = cnd("segment", "a.txt", "--no-store")
    assert "is no bound; give NAME=NUMBER,… with names from seconds, memory" in ended.err
    assert len(ended.err) < 300


UNREAD = {
    "alt-chunk": (
        "a.docx",
        word(ACT + '<w:altChunk r:id="aFChunk"/>', aFChunk=""),
        "texts in other formats that Word puts in when it opens the file (altChunk) (1)",
    ),
    "comments-in-word": (
        "a.docx",
        word(ACT, comments="<w:comment/>" * 3),
        "comments (3)",
    ),
    "hidden-in-word": ("a.docx", word(ACT + f"<w:p>{run('Secret', '<w:vanish/>')}</w:p>"), "hidden text (6)"),
    "struck-in-word": (
        "a.docx",
        word(ACT + "<w:p><w:del><w:r><w:delText>Not so</w:delText></w:r></w:del></w:p>"),
        "text struck out in tracked changes (6)",
    ),
    "in-a-field": ("a.docx", word(ACT + BEGIN + par("Away") + END), "text in the instructions of fields (4)"),
    "note-of-nobody": ("a.docx", word(ACT, footnotes=_note(0, run("Lost"))), "notes that nothing refers to (4)"),
    "elsewhere-in-word": ("a.docx", word(ACT + f"<w:odd>{par('Where')}</w:odd>"), "text in places that print none (5)"),
    "comments-in-pdf": ("a.pdf", None, "comments (2)"),
    "pictures-in-pdf": (
        "a.pdf",
        pdf(Sheet().put(72, 700, "1. States should act."), Sheet().box(72, 100, 500, 700), Sheet()),
        "pages of pictures without text (1)",
    ),
    "hidden-in-html": (
        "a.html",
        b"<nav>Home</nav><p>1. States should act.</p><p hidden>Not seen</p><iframe src=x></iframe>",
        "characters of hidden text (7), characters of navigation (4), frames and embedded objects (1)",
    ),
    "hidden-in-markdown": ("a.md", b"1. States should act.\n\n<p hidden>Not seen</p>\n", "hidden text (7)"),
}


@pytest.mark.parametrize("kind", UNREAD)
def test_what_is_not_read(cnd, folder, kind):
    name, data, said = UNREAD[kind]
    (folder / name).write_bytes(data or _annotated())
    ended = cnd("segment", name)
    assert f"{name}:1: warning: the file has more than is read: " in ended.err
    assert said in ended.err
    assert "States should act." in ended.out


def _annotated() -> bytes:
    """Return a PDF with two comments and a link."""
    notes = "".join(f"<< /Type /Annot /Subtype /{kind} /Rect [0 0 9 9] >> " for kind in ("Text", "Text", "Link"))
    data = pdf(Sheet().put(72, 700, "1. States should act."))
    return data.replace(b"/Rotate 0", f"/Annots [{notes}]".encode())


def test_a_text_box_in_the_last_table(cnd, folder):
    box = f"<w:p><w:r><w:pict><w:txbxContent>{par('2. In a box.')}</w:txbxContent></w:pict></w:r></w:p>"
    (folder / "a.docx").write_bytes(
        word(ACT + f"<w:tbl><w:tr><w:tc>{par('a')}</w:tc><w:tc>{box}</w:tc></w:tr></w:tbl>")
    )
    assert "In a box." in cnd("segment", "a.docx", "--quiet").out


def test_one_such_file_among_others(program, folder):
    (folder / "texts").mkdir()
    (folder / "texts" / "a.pdf").write_bytes(_forms(9, "0 0 1 1 re f "))
    for name in "bc":
        (folder / "texts" / f"{name}.docx").write_bytes(word(ACT))
    bounds = {"CND_BUDGET": "seconds=3,memory=9000"}
    done = program("cnd analyse texts -o all; cnd segment all --csv", env=bounds, within=120)
    assert "a.pdf: to read it takes more than 3 seconds of a processor" in done.err
    assert done.out.count("States should act.") == 2


@pytest.mark.parametrize("threads", [0, 1], ids=["copied", "started"])
@pytest.mark.parametrize("text", ["1. States should act.", "Loop"])
def test_either_way_to_read_apart(folder, monkeypatch, threads, text):
    monkeypatch.setenv("CND_BUDGET", "seconds=2,memory=9000")
    (folder / "a.pdf").write_bytes(_forms(9, "0 0 1 1 re f ") if text == "Loop" else pdf(Sheet().put(72, 700, text)))
    done = threading.Event()
    others = [threading.Thread(target=done.wait) for _ in range(threads)]
    for other in others:
        other.start()
    try:
        if text == "Loop":
            with pytest.raises(RefusedInput, match=r"a\.pdf: to read it takes more than 2 seconds"):
                cnd_tools.segment("a.pdf")
        else:
            assert [point.text for point in cnd_tools.segment("a.pdf").points] == ["States should act."]
    finally:
        done.set()


def test_a_library_that_breaks_down(cnd, folder, monkeypatch):
    (folder / "a.pdf").write_bytes(pdf(Sheet().put(72, 700, "1. States should act.")))
    monkeypatch.setattr(apart, "reader", lambda _: _Broken)
    monkeypatch.setattr(apart.threading, "active_count", lambda: 1)  # or a fresh Python reads, which knows no _Broken
    assert "cnd: a.pdf: what reads it broke down (SIGSEGV)" in cnd("segment", "a.pdf", "--no-store").err


class _Broken:
    LIMIT = 1_000_000

    @staticmethod
    def read(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGSEGV)


LONG = {
    "colspan": ("a.html", "<table><tr><td colspan={}>a<td>b<tr><td>1<td>2</table><p>States should act."),
    "character": ("a.html", "<p>&#{};</p><p>States should act."),
    "label-of-word-html": (
        "a.html",
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{}.</span>States should act.",
    ),
    "raised": ("a.txt", "States should act.\n\n{}. Of old.\n"),
}


@pytest.mark.parametrize("place", LONG)
@pytest.mark.parametrize("digit", "9¹٣")
def test_a_number_of_thousands_of_digits(cnd, folder, place, digit):
    name, text = LONG[place]
    (folder / name).write_text(text.replace("{}", digit * 5_000), "utf-8")
    assert "States should act." in cnd("segment", name, "--csv", "--quiet").out


def test_markdown_notes_that_refer_to_each_other(cnd, folder):
    notes = "[^a]: see[^a] and[^b]\n[^b]: also[^a]\n[^c]: Lost\n\n[^a]: again\n"
    (folder / "a.md").write_text(f"1. States should act.[^a]\n\n{notes}")
    ended = cnd("segment", "a.md", "--csv", "--columns", "kind,text", "--all")
    assert [line for line in ended.out.splitlines() if line.startswith("note")] == [
        "note,see1 and2 again",
        "note,also1",
    ]
    assert "notes that nothing refers to (4)" in ended.err
