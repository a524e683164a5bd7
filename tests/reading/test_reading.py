"""The door of the reading room: what kind a file is, and what is no file to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools import reading
from cnd_tools.errors import CndError, RefusedInput, UsageError
from reading.made_docx import par, word
from reading.made_pdf import Sheet, pdf

PDF = pdf(Sheet().put(100, 700, "Text"))
DOCX = word(par("Text"))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"Text", "plain"),
        ("a", b"Text", "plain"),
        ("a.pdf", PDF, "pdf"),
        ("notes.txt", PDF, "pdf"),
        ("a.bin", b"\n\n" + PDF, "pdf"),
        ("a.docx", DOCX, "docx"),
        ("a.zip", DOCX, "docx"),
        ("a.htm", b"<p>Text", "html"),
        ("a.txt", b"<!DOCTYPE html><p>Text", "html"),
        ("a.txt", b"\xef\xbb\xbf <!-- saved --> <HTML><p>Text", "html"),
        ("A.HTML", b"Text", "html"),
        ("a.md", b"# Text", "markdown"),
        ("a.markdown", b"Text", "markdown"),
        ("a.txt", b"# Text", "plain"),
    ],
)
def test_the_kind_is_told_by_content_then_by_ending(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    document = reading.read(path)
    assert document.text.strip("# \n") == "Text"
    assert reading.read_bytes(data, name="x", kind=kind).text == document.text
    assert (document.name, document.path) == (path.stem, str(path))


def test_the_name_is_the_users() -> None:
    document = reading.read_bytes(b"one\ftwo", name="2009", path="data/x.txt")
    assert (document.name, document.path, document.pages) == ("2009", "data/x.txt", (0, 4))
    assert reading.read_bytes(b"", name="-").path is None


def test_text_in_memory_is_a_document_with_its_masthead() -> None:
    document = reading.document("United Nations\nGeneral Assembly\nA/RES/70/1\n\n1. Text.", name="mine")
    assert (document.name, document.path, document.masthead.symbol) == ("mine", None, "A/RES/70/1")


def test_what_is_no_file_is_a_wrong_argument(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nothing\.txt: no such file"):
        reading.read(tmp_path / "nothing.txt")
    with pytest.raises(UsageError, match="a folder, not a file; name the files in it"):
        reading.read(tmp_path)
    with pytest.raises(UsageError, match="cannot be opened"):
        reading.read(Path("a\0b"))
    with pytest.raises(UsageError, match="odt: not a kind of document; one of plain, pdf, docx, html, markdown"):
        reading.read_bytes(b"x", name="x", kind="odt")


def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(reading, "open", refuse, raising=False)
    with pytest.raises(UsageError, match=r"a\.txt: cannot be opened \(Permission denied\)"):
        reading.read(Path("a.txt"))


def test_sizes_are_looked_at_before_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"some text")
    monkeypatch.setattr(reading.plain, "LIMIT", 4)
    with pytest.raises(RefusedInput, match="larger than the 0 MiB that a plain file may have; split it"):
        reading.read(path)


@given(st.binary(max_size=300), st.sampled_from(["", ".txt", ".pdf", ".docx", ".html", ".md"]))
def test_random_bytes_raise_nothing_but_our_errors(data: bytes, ending: str) -> None:
    try:
        text = reading.read_bytes(data, name="x", path="x" + ending).text
    except CndError as error:
        text = str(error)
    assert "\0" not in text


def test_half_a_character_is_the_sign_of_one_that_cannot_be_read() -> None:
    made = reading.document("caf\udce9 and \ud83d\ude00 bars", name="x")
    assert made.text == "caf\N{REPLACEMENT CHARACTER} and \N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER} bars"
