"""What a PDF holds that is not read: notes people put on it, forms they filled in, files, and pages of pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from cnd_tools.reading.pdf_glyphs import Page
from cnd_tools.reading.pdf_opened import opened
from cnd_tools.reading.source import not_read

MOST = 10_000
"""Most annotations of a page that are looked at."""
_ATTACHED = "attached files"
_PICTURES = "pages of pictures without text"


def unread(document: Any, raw: ModuleType, pages: Sequence[Page], origin: str) -> tuple[str, ...]:
    """Return what to say of what is not read.

    Args:
        document: of pypdfium2.
        raw: its module of plain calls.
        pages: what is printed on each; one with pictures and no text is a scan, as of an annex that others signed.
        origin: what to call the file in messages.

    Raises:
        RefusedInput: a page is broken; one that was read once may be so the second time.
    """
    # Links lead from what is read; a popup belongs to a note that is counted already.
    kinds = {
        raw.FPDF_ANNOT_TEXT: "comments",
        raw.FPDF_ANNOT_FREETEXT: "text boxes of comments",
        raw.FPDF_ANNOT_STAMP: "stamps",
        raw.FPDF_ANNOT_WIDGET: "fields of forms",
        raw.FPDF_ANNOT_FILEATTACHMENT: _ATTACHED,
    }
    counts = Counter({_ATTACHED: raw.FPDFDoc_GetAttachmentCount(document.raw)})
    for number, printed in enumerate(pages):
        with opened(document, number, origin) as page:
            if not (printed.fragments or printed.turned) and raw.FPDFPage_CountObjects(page.raw):
                counts[_PICTURES] += 1
            for place in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MOST)):
                annotation = raw.FPDFPage_GetAnnot(page.raw, place)
                if annotation:
                    counts[kinds.get(raw.FPDFAnnot_GetSubtype(annotation), "")] += 1
                    raw.FPDFPage_CloseAnnot(annotation)
    del counts[""]
    return not_read(counts)
