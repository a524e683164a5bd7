"""Plain text: every encoding reads back, everything else is refused with place and remedy."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.errors import CndError, RefusedInput, UsageError
from cnd_tools.reading import plain

TEXT = "1. The Commission’s delegates\r\nadopted:\r(a) A café – naïve;\n"


@pytest.mark.parametrize(
    ("encoded", "encoding"),
    [
        (TEXT.encode(), None),
        (codecs.BOM_UTF8 + TEXT.encode(), None),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), None),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), None),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), None),
        (TEXT.encode("cp1252"), "windows-1252"),
        (TEXT.encode("mac_roman"), "mac_roman"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF8 + TEXT.encode(), "windows-1252"),
    ],
)
def test_text_reads_back_with_its_line_ends(encoded: bytes, encoding: str | None) -> None:
    assert plain.decode(encoded, "a.txt", encoding) == TEXT


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_in_any_marked_encoding_reads_back(text: str) -> None:
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ):
        # A UTF-16 text that began with NUL would look like UTF-32; NUL is refused anyway.
        assert plain.decode(mark + text.encode(codec), "a.txt") == text


@given(st.binary(max_size=200), st.sampled_from([None, "windows-1252", "mac_roman", "utf-16", "utf-7", "idna", "x"]))
def test_random_bytes_raise_nothing_but_our_errors(data: bytes, encoding: str | None) -> None:
    try:
        text = plain.decode(data, "a.txt", encoding)
    except CndError as error:
        text = str(error)
    assert "\0" not in text


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (
            "one\r\ntwo the State’s part".encode("cp1252"),
            None,
            "a.txt:2: byte 18 (0x92) is not UTF-8; try --encoding windows-1252",
        ),
        (
            "one\rtwo\nthe State’s “part”".encode("mac_roman"),
            None,
            "a.txt:3: byte 17 (0xD5) is not UTF-8; try --encoding mac_roman",
        ),
        ("déjà présenté".encode("cp850"), None, "a.txt:1: byte 1 (0x82) is not UTF-8; try --encoding cp850"),
        (b"one\x81two", "windows-1252", "a.txt:1: byte 3 (0x81) is not CP1252; try another --encoding"),
        ("1. The text".encode("utf-16-le"), None, "a.txt: UTF-16 without a byte order mark; try --encoding utf-16-le"),
        ("1. The text".encode("utf-16-be"), None, "a.txt: UTF-16 without a byte order mark; try --encoding utf-16-be"),
        (codecs.BOM_UTF16_LE + b"a\0b", None, "a.txt:1: byte 4 (0x62) is not UTF-16-LE; try another --encoding"),
        (b"one\ntwo\0three", None, "a.txt:2: byte 7 is NUL or follows one: a binary file, not a text"),
        (b"\x89PNG\r\n\x1a\n\0\0", None, "a.txt: this is a PNG image; run text recognition on it first"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0",
            None,
            "a.txt: this is an old or password-protected Office file; save it",
        ),
        (b"{\\rtf1\\ansi text}", None, "a.txt: this is a Rich Text file; save it as .docx"),
        (b"\xffWPC\x10", None, "a.txt: this is a WordPerfect file; save it as .docx"),
    ],
)
def test_refusal_names_place_and_remedy(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(RefusedInput) as refused:
        plain.decode(data, "a.txt", encoding)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "base64", "a\0b"])
def test_unknown_encoding_is_a_wrong_option(encoding: str) -> None:
    with pytest.raises(UsageError, match="not an encoding I know; try windows-1252"):
        plain.decode(b"text", "a.txt", encoding)


@pytest.mark.parametrize(
    ("text", "pages"), [("", (0,)), ("one", (0,)), ("one\ftwo\fthree\f", (0, 4, 8)), ("\fone", (0, 1))]
)
def test_form_feeds_begin_pages(text: str, pages: tuple[int, ...]) -> None:
    assert plain.pages(text) == pages


def test_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "LIMIT", 4)
    with pytest.raises(RefusedInput, match=r"a\.txt: larger than the 0 MiB that a plain text may have"):
        plain.read(b"12345", "a.txt")
