"""What a PDF holds beside what is printed on its pages: notes people put on them, forms they filled in, files."""

from __future__ import annotations

from collections import Counter
from types import ModuleType
from typing import Any

from cnd_tools.reading.source import not_read

MOST = 10_000
"""Most annotations of a page that are looked at."""
_ATTACHED = "attached files"


def unread(document: Any, raw: ModuleType) -> tuple[str, ...]:
    """Return what to say of what is not read.

    Args:
        document: of pypdfium2.
        raw: its module of plain calls.
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
    for number in range(len(document)):
        page = document[number]
        for place in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MOST)):
            annotation = raw.FPDFPage_GetAnnot(page.raw, place)
            if annotation:
                counts[kinds.get(raw.FPDFAnnot_GetSubtype(annotation), "")] += 1
                raw.FPDFPage_CloseAnnot(annotation)
        page.close()
    del counts[""]
    return not_read(counts)
