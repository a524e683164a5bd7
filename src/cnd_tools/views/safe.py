"""Text made harmless where it is shown: control characters seen, not obeyed; formulas not run; sizes with units."""

from __future__ import annotations

import re
import unicodedata

# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"), the full-width forms too.
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")


class _Visible(dict[int, str | int]):
    """What is shown for each character, worked out when a character is first met.

    Unicode's Cc (controls), Cf (formats: bidi overrides, zero widths, tags), Zl, Zp and Cs are written out. A soft
    hyphen and the joiners that scripts need (U+200C, U+200D) do nothing harmful and stay.
    """

    kept = frozenset({0x00AD, 0x200C, 0x200D})

    def __missing__(self, point: int) -> str | int:
        shown: str | int = point
        if point not in self.kept and unicodedata.category(chr(point)) in {"Cc", "Cf", "Zl", "Zp", "Cs"}:
            shown = f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
        self[point] = shown
        return shown


_VISIBLE = _Visible({ord("\n"): " ", ord("\t"): " "})
_READABLE = _Visible({ord(kept): kept for kept in "\n\t"})


def visible(text: str) -> str:
    r"""Return the text with what a terminal would obey written out: an escape as `\x1b`, a bidi override as `\u202e`.

    Line breaks and tabs become spaces, since a cell is one run of text.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_VISIBLE)


def readable(text: str) -> str:
    """Return a file's text as `visible` does, but with its lines and tabs."""
    return text.translate(_READABLE)


# All that XML 1.0 (fifth edition, 2.2 "Char") does not allow, and lone surrogates, which no encoding can write.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Return the text with each character that no XML file may hold replaced by U+FFFD, so that offsets stay."""
    return _ILLEGAL.sub("\ufffd", text)


def in_xml(text: str) -> str:
    """Return the text made harmless for a reader (`visible`) and for an XML file (`legal`)."""
    return legal(visible(text))


def is_formula(value: object) -> bool:
    """Tell whether a spreadsheet would run this cell: text of two characters or more that begins like a formula."""
    return isinstance(value, str) and len(value) > 1 and value[0] in FORMULA_STARTS


def defuse(value: object) -> object:
    """Return the value as a spreadsheet will show and not run it: a formula gets an apostrophe before it."""
    return f"'{value}" if is_formula(value) else value


def size(number: int) -> str:
    """Return a number of bytes with a unit that people read.

    >>> size(512), size(63_688), size(536_870_912)
    ('512 bytes', '63.7 kB', '536.9 MB')
    """
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if number >= unit:
            return f"{number / unit:.1f} {name}"
    return f"{number} byte{'s' * (number != 1)}"
