"""The cells of a CSV file or of the first sheet of an Excel workbook, as text.

A workbook is read here, since the libraries that read one unpack and believe all of it: two of its parts are enough.
"""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from pathlib import Path

from cnd_tools.errors import RefusedInput, short

LARGEST = 24_000_000  # bytes a part of a workbook may unpack to
WIDEST = 256  # columns
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# As Excel, LibreOffice and Google write none; they are how XML can be made to grow, or to read other files.
_DECLARATION = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")


def read_cells(path: Path, data: bytes) -> list[list[str]] | None:
    """Return rows of cells; None where the file is neither a workbook nor CSV, as JSON and JSON Lines are not.

    Raises:
        RefusedInput: a workbook or a CSV file that is broken, or too large.
    """
    if data.startswith(b"PK\x03\x04"):
        return _workbook(path, data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None  # whoever reads the other forms says so
    if not text.strip() or text.lstrip()[0] in "{[":
        return None
    head = text[: text.find("\n")]
    if "point" not in head.lower():
        return None
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count)))
    except csv.Error as error:
        raise RefusedInput(f"{short(str(path))}: not CSV ({error}); save the sheet again") from None


def _workbook(path: Path, data: bytes) -> list[list[str]]:
    name = short(str(path))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            strings = _strings(_part(packed, STRINGS, name)) if STRINGS in packed.namelist() else []
            return list(_rows(_part(packed, SHEET, name), strings, name))
    except RefusedInput:
        raise
    except Exception as error:  # zipfile, zlib and expat each raise their own
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise RefusedInput(f"{name}: cannot be read as a workbook ({short(why)}); save it again as .xlsx") from None


def _part(packed: zipfile.ZipFile, part: str, name: str) -> bytes:
    with packed.open(part) as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise RefusedInput(f"{name}: {part} unpacks to more than {LARGEST} bytes; a coding sheet has far less")
    if _DECLARATION.search(data):
        raise RefusedInput(f"{name}: {part} has a DOCTYPE or ENTITY, as no spreadsheet writes; refused")
    return data


def _strings(data: bytes) -> list[str]:
    return [_text(item) for item in ET.fromstring(data).iter(f"{_MAIN}si")]


def _text(item: ET.Element) -> str:
    """Return the text of a string, in whatever runs it is formatted, without how it is pronounced."""
    runs = [item, *item.iter(f"{_MAIN}r")]
    return "".join(run.findtext(f"{_MAIN}t", "") for run in runs)


def _rows(data: bytes, strings: list[str], name: str) -> Iterator[list[str]]:
    for row in ET.fromstring(data).iter(f"{_MAIN}row"):
        cells: list[str] = []
        for cell in row.iter(f"{_MAIN}c"):
            place = _column(cell.get("r", ""), len(cells))
            if place >= WIDEST:
                raise RefusedInput(f"{name}: a sheet of more than {WIDEST} columns is no coding sheet")
            cells += [""] * (place + 1 - len(cells))
            cells[place] = _value(cell, strings)
        yield cells


def _column(place: str, following: int) -> int:
    """Return the column of a cell from its place, "AB12"; a cell may have none, and follows the one before."""
    letters = re.match(r"[A-Z]{1,3}", place)
    if letters is None:
        return following
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: ET.Element, strings: list[str]) -> str:
    inline = cell.find(f"{_MAIN}is")
    if inline is not None:
        return _text(inline)
    value = cell.findtext(f"{_MAIN}v", "")
    return strings[int(value)] if cell.get("t") == "s" and value.isdigit() else value
