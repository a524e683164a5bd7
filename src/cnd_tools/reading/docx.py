"""Word documents (.docx) to text with marks: one line a paragraph, with its number as Word prints it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from cnd_tools.errors import RefusedInput
from cnd_tools.reading.signature import check_docx
from cnd_tools.reading.source import MIB, Source, Writer, capped, not_read, require
from cnd_tools.reading.word_body import Body
from cnd_tools.reading.word_numbers import Numbers
from cnd_tools.reading.word_parts import check_parts
from cnd_tools.reading.word_styles import Element, Styles, W, number, switch

LIMIT = 256 * MIB
"""Most bytes of a .docx file."""
_NO_MEMORY = 2  # what lxml calls ErrorTypes.ERR_NO_MEMORY, in a syntax error of its own
FULLEST = 10_000
"""Most characters of a page; one of small print has some 6,000."""

_ASIDE = {
    "aFChunk": "texts in other formats that Word puts in when it opens the file (altChunk)",
    "chart": "charts",
    "diagramData": "diagrams",
    "oleObject": "embedded objects",
    "package": "embedded files",
}
"""What stands in a file of its own and may have text, by the last word of the type of the relation to it."""
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def read(data: bytes, origin: str, encoding: str | None = None) -> Source:
    """Return a Word document as text.

    Paragraphs are lines, the cells of a table row are separated by tabs, notes stand at the end. The header of the
    first page comes first, as it is printed; other headers and footers are left out. Tracked changes read as accepted.

    Args:
        data: the file.
        origin: what to call it in messages.
        encoding: not used, a Word document says its own.

    Raises:
        RefusedInput: too large, packed like a bomb, broken, or not a Word document.
        UsageError: python-docx is not installed.
    """
    capped(data, LIMIT, origin, "a Word document")
    check_docx(data, origin)
    docx = require("docx", "docx")
    check_parts(data, origin)
    try:
        part = docx.Document(io.BytesIO(data)).part
        return _source(part)
    except (RefusedInput, MemoryError):
        raise
    except Exception as error:  # python-docx and lxml have no common error; whatever a broken file makes them raise
        if getattr(error, "code", None) == _NO_MEMORY:
            raise MemoryError from None
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise RefusedInput(f"{origin}: broken as a Word document ({reason}); save it again as .docx in Word") from None


def _source(part: Any) -> Source:
    styles = Styles(_related(part, "styles"))
    notes = {kind: _notes(_related(part, f"{kind}s"), kind) for kind in ("footnote", "endnote")}
    writer = Writer()
    body = Body(writer, styles, Numbers(_related(part, "numbering"), styles), notes, _related(part, "settings"))
    root = part.element.body
    if (header := _first_header(part, root)) is not None:
        body.masthead(header)
    body.write(root)
    source = writer.source()._replace(unread=unread(part, body.unread.characters))
    return source if pages_are_known(source, _said_pages(part)) else source._replace(pages=())


def pages_are_known(source: Source, said: int) -> bool:
    """Return whether pages begin where the file has breaks.

    Word remembers where it broke the pages when it last showed them, other programs remember nothing: then the number
    of pages it gives is another than that of the breaks, or a page holds more than any does.

    Args:
        source: with the breaks that were found.
        said: how many pages the file says it has, 0 where it does not.
    """
    begins = [*source.pages, len(source.text)]
    return said in {0, len(source.pages)} and all(end - start <= FULLEST for start, end in pairwise(begins))


def unread(part: Any, characters: Mapping[str, int]) -> tuple[str, ...]:
    """Return what a Word file holds and its text does not, but for headers and footers.

    Args:
        part: the document.
        characters: of the text that is passed over, by where it stands.
    """
    counts = Counter[str]()
    for rel in part.rels.values():
        kind = rel.reltype.rpartition("/")[2]
        counts[_ASIDE.get(kind, "")] += kind in _ASIDE
    comments = _related(part, "comments")
    counts["comments"] = 0 if comments is None else sum(1 for _ in comments.iterchildren(W + "comment"))
    return not_read({f"characters of {kind}": count for kind, count in characters.items()} | counts)


def _said_pages(part: Any) -> int:
    """Return how many pages the file's properties say it has, 0 where they do not."""
    kind = _RELATIONS + "extended-properties"
    found = [rel.target_part for rel in part.package.rels.values() if rel.reltype == kind and not rel.is_external]
    element = next(_root(found[0]).iter("{*}Pages"), None) if found else None
    return 0 if element is None else number(element.text, 0)


def _related(part: Any, kind: str) -> Element | None:
    """Return the root element of the part related to this one, None where there is none."""
    found = [rel for rel in part.rels.values() if rel.reltype == _RELATIONS + kind and not rel.is_external]
    return _root(found[0].target_part) if found else None


def _root(part: Any) -> Element:
    element = getattr(part, "element", None)
    if element is None:
        from docx.oxml.parser import parse_xml

        element = parse_xml(part.blob)
    return element


def _notes(root: Element | None, kind: str) -> dict[str, Element]:
    """Return the notes of a part by their id, without the lines that separate them from the text."""
    found = () if root is None else root.iterchildren(W + kind)
    return {note.get(W + "id"): note for note in found if note.get(W + "type", "normal") == "normal"}


def _first_header(part: Any, root: Element) -> Element | None:
    """Return the header that only the first page has: the letterhead of New York's forms."""
    section = next(root.iter(W + "sectPr"), None)
    if section is None or not switch(section, "titlePg"):
        return None
    for reference in section.iterchildren(W + "headerReference"):
        if reference.get(W + "type") == "first":
            key = next((value for name, value in reference.items() if name.endswith("}id")), None)
            return _root(part.related_parts[key]) if key in part.related_parts else None
    return None
