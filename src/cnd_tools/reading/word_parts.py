"""The parts of a Word file as they are packed: looked at before anything in them is believed."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Iterator

from cnd_tools.budget import MIB, budget
from cnd_tools.errors import RefusedInput

RATIO = 200
"""Most times a part of more than a MiB may be larger unpacked; the XML of real documents packs 10 to 30 times."""
# In ASCII or, with zero bytes between, in UTF-16: neither has a place in a document Word wrote, both can do harm.
_DECLARATION = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
# The longest of them over the border of two chunks.
_OVERLAP = 32
_CHUNK = MIB
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# What XML begins with, in encodings in which `<` is the byte that is counted; any other is none that Word writes.
_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<")
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']{0,40})", re.I)
_LIKE_ASCII = re.compile(rb"utf-?(?:8|16(?:[bl]e)?)|(?:us-)?ascii|iso-8859-\d+|windows-125\d", re.I)
_HEAD = 400


def check_parts(data: bytes, origin: str) -> None:
    """Refuse what unpacks to too much, and XML that declares types or entities, or is markup without end.

    Raises:
        RefusedInput: one of these, or a part that cannot be unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive.infolist(), origin)
            _check_contents(archive, origin)
    except (RefusedInput, MemoryError):
        raise
    except Exception as error:  # zipfile, zlib, lzma and bz2 each raise their own
        raise RefusedInput(f"{origin}: broken as a Word document ({error}); get it again") from None


def _check_sizes(parts: list[zipfile.ZipInfo], origin: str) -> None:
    bounds = budget()
    if len(parts) > bounds.parts:
        raise bounds.exceeded("parts", "a Word file that unpacks to more than {} parts")
    for part in parts:
        if part.compress_type not in _METHODS:
            raise RefusedInput(f"{origin}: {_named(part)} is packed as Word packs nothing; save it again as .docx")
        if part.file_size > max(MIB, RATIO * part.compress_size):
            raise RefusedInput(f"{origin}: {_named(part)} unpacks to {RATIO} times its size or more; refused")
    if sum(part.file_size for part in parts) > bounds.unpacked * MIB:
        raise bounds.exceeded("unpacked", "a Word file that unpacks to more than {} MiB")


def _check_contents(archive: zipfile.ZipFile, origin: str) -> None:
    """Look at all parts, whatever they are called: what is XML the content types say, and they may say anything."""
    bounds, markup = budget(), 0
    for part in archive.infolist():
        head = before = b""
        for chunk in _chunks(archive, part, origin):
            head = head or chunk[:_HEAD]
            if not before:
                _check_encoding(head, part, origin)
            if _XML.match(head) and _DECLARATION.search(before[-_OVERLAP:] + chunk):
                raise RefusedInput(f"{origin}: {_named(part)} has a DOCTYPE or ENTITY, as no Word file; refused")
            markup += (chunk.count(b"<") + chunk.count(b"=")) if _XML.match(head) else 0
            if markup > bounds.markup:
                raise bounds.exceeded("markup", "a Word file of more than {} tags and attributes")
            before = chunk


def _check_encoding(head: bytes, part: zipfile.ZipInfo, origin: str) -> None:
    said = _ENCODING.search(head.replace(b"\0", b""))
    if _XML.match(head) and said and not _LIKE_ASCII.fullmatch(said[1]):
        raise RefusedInput(f"{origin}: {_named(part)} is in an encoding that Word does not write; save it again")


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo, origin: str) -> Iterator[bytes]:
    """Yield what a part unpacks to, as long as it is not more than the file says.

    The archive's own `read` unpacks all that is packed before it looks at that.
    """
    all_of_it = copy.copy(part)
    all_of_it.file_size = part.file_size + 1
    size = 0
    with archive.open(all_of_it) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > part.file_size:
                raise RefusedInput(f"{origin}: {_named(part)} unpacks to more than it says; refused")
            yield chunk


def _named(part: zipfile.ZipInfo) -> str:
    """Return the name of a part for a message, short whatever it is."""
    return repr(part.filename if len(part.filename) <= 80 else part.filename[:79] + "…")
