"""PDF to text with marks: the lines as printed, in reading order, a form feed between pages."""

from __future__ import annotations

from typing import Any

from cnd_tools.errors import RefusedInput
from cnd_tools.reading.pdf_flow import flow
from cnd_tools.reading.pdf_glyphs import Page, look
from cnd_tools.reading.pdf_opened import opened
from cnd_tools.reading.pdf_unread import unread
from cnd_tools.reading.source import MIB, Source, capped, require

LIMIT = 256 * MIB
"""Most bytes of a PDF."""
PAGES = 20_000
"""Most pages."""
_PASSWORD = 4
_SECURITY = 5


def read(data: bytes, origin: str, encoding: str | None = None) -> Source:
    """Return a PDF as text.

    Paragraphs that a page break divides have one mark over it; hyphens that end a line are left as they are printed.

    Args:
        data: the file.
        origin: what to call it in messages.
        encoding: not used, a PDF says its own.

    Raises:
        RefusedInput: too large, broken, with a password, or without text: scanned.
        UsageError: pypdfium2 is not installed.
    """
    capped(data, LIMIT, origin, "a PDF")
    pdfium = require("pypdfium2", "pdf")
    if not data[:1024].lstrip().startswith(b"%PDF-"):
        raise RefusedInput(f"{origin}: not a PDF in spite of its name: it does not begin with %PDF-")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal(data, origin, error) from None
    try:
        pages = _pages(document, origin)
        beside = unread(document, require("pypdfium2.raw", "pdf"), pages, origin)
    finally:
        document.close()
    if not any(page.fragments for page in pages):
        raise RefusedInput(
            f"{origin}: a PDF without text, only pictures of pages; run text recognition (OCR) on it first"
        )
    return flow(pages)._replace(unread=beside)


def _refusal(data: bytes, origin: str, error: Any) -> RefusedInput:
    # pdfium may report the error of the file before this one.
    if getattr(error, "err_code", None) in {_PASSWORD, _SECURITY} and b"/Encrypt" in data:
        return RefusedInput(f"{origin}: a PDF with a password; save a copy without one")
    return RefusedInput(f"{origin}: broken as a PDF, or without pages; get it again")


def _pages(document: Any, origin: str) -> list[Page]:
    """Return what is printed on each page.

    Raises:
        RefusedInput: broken, or too many pages.
    """
    raw = require("pypdfium2.raw", "pdf")
    count = len(document)
    if not count or count > PAGES:
        raise RefusedInput(f"{origin}: a PDF with {count} pages; from 1 to {PAGES} can be read")
    return [_page(document, number, origin, raw) for number in range(count)]


def _page(document: Any, number: int, origin: str, raw: Any) -> Page:
    with opened(document, number, origin) as page:
        return look(page, raw)
