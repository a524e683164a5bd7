"""Plain text: bytes to characters, with nothing guessed and nothing lost."""

from __future__ import annotations

import codecs
import re

from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.reading.signature import foreign
from cnd_tools.reading.source import MIB, Source, capped
from cnd_tools.reading.stated import above

LIMIT = 256 * MIB
"""Most bytes that are read as plain text."""

# The longer first: the mark of UTF-16-LE begins that of UTF-32-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What texts that are not UTF-8 are in, as they are found; the first of those that fit equally well is proposed.
_GUESSES = ("windows-1252", "mac_roman", "cp850")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_SAMPLE = 200
# Dashes, quotation marks and accented letters in UTF-8; what these bytes are in _GUESSES does not stand together.
_UTF8 = re.compile(rb"\xe2\x80[\x90-\xbf]|\xc3[\x80-\xbf]")
# Halves of characters, which some codecs let through ("\\ud800" in unicode_escape) and nothing can write out again.
_HALF = re.compile("[\ud800-\udfff]")
_WHOLE = ("utf-8", "utf-16", "utf-32")


def read(data: bytes, origin: str, encoding: str | None = None) -> Source:
    """Return a plain text; form feeds begin pages, and what stands above it between dashes is said of it.

    Raises:
        RefusedInput: too large, binary, or not in the encoding.
        UsageError: `encoding` is not known.
    """
    capped(data, LIMIT, origin, "a plain text")
    text = decode(data, origin, encoding)
    return Source(text, (), pages(text), above(text))


def decode(data: bytes, origin: str, encoding: str | None = None) -> str:
    """Return the characters of a text without its byte order mark; line ends stay as they are.

    Args:
        data: UTF-8, or UTF-16 or UTF-32 with a byte order mark; with `encoding`, whatever that says.
        origin: what to call it in messages.
        encoding: a codec's name, as in `--encoding`, for what is not Unicode. A byte order mark in the data goes before
            it, and so does UTF-8 without an error, which text in another encoding is never by chance.

    Raises:
        RefusedInput: binary, or not in the encoding; names line, byte and what to try.
        UsageError: `encoding` is not known.
    """
    start, codec = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", _known(encoding)))
    if not codec.startswith(_WHOLE) and _is_utf8(data):
        codec = "utf-8"
    try:
        text = codecs.decode(data[len(start) :], codec)
    except UnicodeDecodeError as error:
        raise _refusal(data, origin, codec, error.start + len(start)) from None
    except (UnicodeError, ValueError) as error:
        raise RefusedInput(f"{origin}: not {codec} text ({error}); try another --encoding") from None
    if not codec.startswith(_WHOLE) and (half := _HALF.search(text)):
        raise RefusedInput(f"{origin}: not {codec} text ({half.group()!a} is half a character); try another --encoding")
    if (nul := text.find("\0")) >= 0:
        # Counted in the text, since in UTF-16 every other byte is NUL; other codecs have NUL where the bytes have it.
        place = len(start) + len(text[:nul].encode(codec)) if codec.startswith("utf") else data.find(b"\0")
        raise _refusal(data, origin, codec, place)
    if note := foreign(data[:16]):
        raise RefusedInput(f"{origin}: {note}")
    return text.removeprefix("\ufeff") if not start else text


def pages(text: str) -> tuple[int, ...]:
    """Return where pages begin: at the start and after each form feed that something follows."""
    return (0, *(found.end() for found in re.finditer("\f", text) if found.end() < len(text)))


def _known(encoding: str | None) -> str:
    """Return the codec's own name.

    Raises:
        UsageError: there is none that makes text of bytes.
    """
    try:
        codec = codecs.lookup(encoding or "utf-8")
    except (LookupError, ValueError):
        codec = None
    # `_is_text_encoding` keeps out rot13, base64, zlib and the like, as bytes.decode() does.
    if codec is None or not getattr(codec, "_is_text_encoding", True):
        raise UsageError(f"--encoding {encoding}: not an encoding I know; try windows-1252, mac_roman or utf-16")
    return codec.name


def _is_utf8(data: bytes) -> bool:
    try:
        return not data.isascii() and bool(data.decode())
    except UnicodeDecodeError:
        return False


def _refusal(data: bytes, origin: str, codec: str, place: int) -> RefusedInput:
    """Return why bytes are no text in this codec: what they look like, or where they fail and what to try."""
    if note := foreign(data[:16]):
        return RefusedInput(f"{origin}: {note}")
    if codec == "utf-8" and (wide := _wide(data)):
        return RefusedInput(f"{origin}: UTF-16 without a byte order mark; try --encoding {wide}")
    where = f"{origin}:{_line(data, place)}: byte {place}"
    if data[place : place + 1] == b"\0" or (codec == "utf-8" and b"\0" in data):
        return RefusedInput(f"{where} is NUL or follows one: a binary file, not a text")
    remedy = "try another --encoding"
    if codec == "utf-8":
        mixed = f"but other parts are: perhaps {guess(_UTF8.sub(b'', data))} was mixed in; save it all as UTF-8"
        remedy = mixed if _UTF8.search(data) else f"try --encoding {guess(data)}"
    shown = f"0x{data[place]:02X}" if place < len(data) else "the end"
    return RefusedInput(f"{where} ({shown}) is not {codec.upper()}; {remedy}")


def _line(data: bytes, place: int) -> int:
    """Return the 1-based line of a byte."""
    return len(_LINE_END.findall(data, 0, max(place, 0))) + 1


def _wide(data: bytes) -> str | None:
    """Return which UTF-16 this is if every other byte of its start is mostly NUL, as in English text; else None."""
    head = data[:_SAMPLE]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 2 < len(head) * 0.7 or min(even, odd) > len(head) // 20:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def guess(data: bytes) -> str:
    """Return the encoding in which the bytes above 0x7F make the likeliest English text; proposed, never used."""
    places = [found.start() for found in re.finditer(rb"[\x80-\xff]", data[: 1 << 20])][:_SAMPLE]
    return max(_GUESSES, key=lambda codec: sum(_likely(data, place, codec) for place in places))


def _likely(data: bytes, place: int, codec: str) -> int:
    """Return how well a byte's character fits between its neighbours: 1 well, 0 can be, -1 badly."""
    before, char, after = (
        data[at : at + 1].decode(codec, "replace") if at >= 0 else " " for at in (place - 1, place, place + 1)
    )
    if before.isalpha() and (after.isalpha() or after == ""):
        return 1 if char == "’" or (char.isalpha() and (char.islower() or before.isupper())) else -1
    if before.isalpha():
        return 1 if char in "’”–—…\xa0" or char.islower() else -1
    if after.isalpha():
        return 1 if char in "‘“—–\xa0•" or char.isalpha() else -1
    return 1 if char in "\xa0–—•§“”‘’°£€½¼¾…" else -1 if not char.isprintable() or char.isalpha() else 0
