"""What a file is, by its first bytes and its ending; and what it looks like where we cannot read it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection
from pathlib import PurePath

from cnd_tools.errors import RefusedInput

ENDINGS = {".pdf": "pdf", ".docx": "docx", ".htm": "html", ".html": "html", ".xhtml": "html"} | dict.fromkeys(
    (".md", ".markdown"), "markdown"
)
KINDS = ("plain", "pdf", "docx", "html", "markdown")

MOST_NAMED = 5  # files of an archive
LONGEST_NAME = 80  # characters of such a file's name
# How much of a file is looked at to tell what it is.
HEAD = 4096

# A page may begin with blanks, a byte order mark, an XML declaration or comments before its doctype or root.
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)\b", re.I)

_FOREIGN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or password-protected Office file", "save it as .docx"),
    (b"{\\rtf", "a Rich Text file", "save it as .docx"),
    (b"\xffWPC", "a WordPerfect file", "save it as .docx"),
    (b"\x89PNG", "a PNG image", "run text recognition on it first"),
    (b"\xff\xd8\xff", "a JPEG image", "run text recognition on it first"),
    (b"GIF8", "a GIF image", "run text recognition on it first"),
    (b"II*\x00", "a TIFF image", "run text recognition on it first"),
    (b"MM\x00*", "a TIFF image", "run text recognition on it first"),
    (b"PK\x05\x06", "an empty zip archive", "give the document itself"),
    (b"PK\x03\x04", "a zip archive", "unpack it"),
    (b"\x1f\x8b", "a gzip archive", "unpack it"),
    (b"BZh", "a bzip2 archive", "unpack it"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it"),
    (b"%!PS", "a PostScript file", "convert it to PDF"),
    (b"SQLite format 3\x00", "an SQLite database", "export its text"),
    (b"\x7fELF", "a program", "give a document"),
    (b"MZ\x90\x00", "a program", "give a document"),
)
_PACKED = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "an Excel workbook; save the text as .docx"),
    ("ppt/presentation.xml", "a PowerPoint presentation; save the text as .docx"),
    ("content.xml", "an OpenDocument file; save it as .docx"),
    ("META-INF/container.xml", "an EPUB book; save it as HTML"),
)


def kind_of(head: bytes, path: str | None) -> str:
    """Return what kind a file is: "pdf", "docx", "html", "markdown" or "plain".

    Content goes before the ending: a PDF called notes.txt is a PDF. A zip is "docx" here, `check_zip` tells more.

    Args:
        head: the first bytes (`HEAD` are enough).
        path: the name it has, for its ending.
    """
    if head[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    ending = ENDINGS.get(PurePath(path or "").suffix.lower(), "plain")
    return "html" if ending == "plain" and _HTML.match(head) else ending


def foreign(head: bytes) -> str | None:
    """Return what a file we cannot read looks like and what to do with it, or None."""
    return next((f"this is {what}; {remedy}" for start, what, remedy in _FOREIGN if head.startswith(start)), None)


def check_docx(data: bytes, origin: str) -> None:
    """See that a file is a Word document, by its parts.

    Raises:
        RefusedInput: it is something else, named in the message, or broken.
    """
    if not data.startswith(b"PK\x03\x04"):
        raise RefusedInput(
            f"{origin}: {foreign(data) or 'not a Word document in spite of its name; is it plain text?'}"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise RefusedInput(f"{origin}: a broken zip archive or Word document ({error}); get it again") from None
    found = next((what for name, what in _PACKED if name in names), None) or _archive(names)
    if found != "docx":
        raise RefusedInput(f"{origin}: this is {found}")


def _archive(names: Collection[str]) -> str:
    """Return what an archive is that holds documents rather than being one, and what to do with it."""
    known = {*ENDINGS, ".txt", ".text"}
    texts = sorted(name[:LONGEST_NAME] for name in names if PurePath(name).suffix.lower() in known)
    if not texts:
        return "a zip archive, and no file in it is a text by its ending; unpack it"
    more = f" and {len(texts) - MOST_NAMED} more" if len(texts) > MOST_NAMED else ""
    return f"a zip archive of {', '.join(texts[:MOST_NAMED])}{more}; unpack it and give the folder"
