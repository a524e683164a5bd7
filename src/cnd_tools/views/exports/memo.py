"""A memo (.docx): the page of words first, then the paragraphs of two texts side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cnd_tools.comparing.changes import details
from cnd_tools.comparing.citing import plain
from cnd_tools.comparing.diffing import runs
from cnd_tools.comparing.page import Page, page
from cnd_tools.comparing.relations import Change, changes_between
from cnd_tools.records import Analysis
from cnd_tools.views.safe import in_xml

CREATED = datetime(1980, 1, 1)  # one day for all, so that the same texts give the same file
SAID = {"same subject": "perhaps the same subject"}


def write_memo(analyses: Sequence[Analysis], path: Path) -> None:
    """Write a comparison as a Word document, each text compared with the next.

    Raises:
        OSError: it could not be written.
    """
    import docx

    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = CREATED
    document.core_properties.author = "cnd-tools"
    for first, second in pairwise(analyses):
        _words(document, page(first, second))
        document.add_heading("Paragraph by paragraph", 2)
        _paragraphs(document, first, second)
    written = BytesIO()
    document.save(written)
    undated(written, path)


def undated(written: BytesIO, path: Path) -> None:
    """Write an archive anew with one date for all its parts."""
    with ZipFile(written) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            about = ZipInfo(name, CREATED.timetuple()[:6])
            about.compress_type = ZIP_DEFLATED
            new.writestr(about, old.read(name))


def _words(document: Any, found: Page) -> None:
    document.add_heading(in_xml(f"What changed from {found.names[0]} to {found.names[1]}"), 1)
    for name, about, (count, words) in zip(found.names, found.abouts, found.sizes, strict=True):
        document.add_paragraph(in_xml(f"{name}: {about}; {count} paragraphs, {words:,} words"))
    for one in found.warnings:
        _said(document, "", plain(one.spans))
    for block in found.blocks:
        if block.heading:
            document.add_heading(block.heading.capitalize(), 2)
        for one in block.statements:
            _said(document, one.label, plain(one.spans))
    for line in found.foot:
        document.add_paragraph(in_xml(line))


def _said(document: Any, label: str, words: str) -> None:
    made = document.add_paragraph()
    if label:
        made.add_run(in_xml(f"{label}: ")).bold = True
    made.add_run(in_xml(words))


def _paragraphs(document: Any, first: Analysis, second: Analysis) -> None:
    """Add a table, a row a pair: the first text's paragraph, what became of it, the second's."""
    rows = changes_between(first, second).rows
    table = document.add_table(rows=len(rows) + 1, cols=3)
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, (first.document.name, "", second.document.name), strict=True):
        cell.paragraphs[0].add_run(in_xml(head)).bold = True
    cells = table._cells  # python-docx looks all of them up again for each `table.cell`
    for number, change in enumerate(rows, 1):
        left, middle, right = cells[3 * number : 3 * number + 3]
        _side(left.paragraphs[0], change, before=True)
        told = [SAID.get(change.relation, change.relation), *details(change)]
        middle.paragraphs[0].add_run(in_xml("; ".join(told)))
        _side(right.paragraphs[0], change, before=False)


def _side(paragraph: Any, change: Change, *, before: bool) -> None:
    point = change.before if before else change.after
    if point is None:
        return
    paragraph.add_run(in_xml(f"{point.point}  ")).bold = True
    if change.before is None or change.after is None or change.relation == "same subject":
        paragraph.add_run(in_xml(point.text))
        return
    gone = "insert" if before else "delete"
    for run in runs(change.before.text, change.after.text):
        if run.kind != gone:
            made = paragraph.add_run(in_xml(run.text))
            made.font.strike = True if run.kind == "delete" else None
            made.font.underline = True if run.kind == "insert" else None
