"""PDFs that draw without end, unpack to gigabytes, turn in circles, or were damaged."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterator
from functools import cache, partial

from attacking.cases import ACT, Case, Made, document, planted, sentence
from attacking.mutations import edited
from reading.made_pdf import Sheet, pdf

KIND = "PDF"
MUTATED = 260
_TEXT = f"BT /F1 10 Tf 72 700 Td ({ACT}) Tj ET\n"
_FORM = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << {} >> >> /Length {} >>"
# What a page may be told to draw, again and again.
_DRAWN = {
    "saved states": "q\n",
    "lines": "0 0 m 1 1 l S\n",
    "boxes": "0 0 1 1 re f\n",
    "texts": "BT /F1 9 Tf (a) Tj ET\n",
    "strings outside a text": "(a) Tj\n",
    "empty texts": "BT ET\n",
    "marked contents": "/Span BMC EMC\n",
    "turns": "1 0 0 1 0 0 cm\n",
    "open arrays": "[",
    "open dictionaries": "<<",
    "inline images": "BI /W 1 /H 1 /BPC 8 /CS /G ID a EI\n",
    "open brackets": "((((",
    "states that are not there": "/A gs\n",
    "clips": "W n\n",
    "colours": "1 1 1 rg\n",
}
_ODD = {
    "no page": (b"[0 0 600 800]", b"[0 0 0 0]"),
    "a page without end": (b"[0 0 600 800]", b"[0 0 1e30 1e30]"),
    "a page of no number": (b"[0 0 600 800]", b"[nan nan 1 1]"),
    "a page backwards": (b"[0 0 600 800]", b"[600 800 0 0]"),
    "a page without corners": (b"[0 0 600 800]", b"[]"),
    "two thousand million pages": (b"/Count 1 ", b"/Count 2147483647 "),
    "fewer pages than none": (b"/Count 1 ", b"/Count -5 "),
    "the same page 2,000 times": (b"/Count 1 /Kids [3 0 R]", b"/Count 2000 /Kids [" + b"3 0 R " * 2_000 + b"]"),
    "pages of themselves": (b"/Kids [3 0 R]", b"/Kids [2 0 R 2 0 R 3 0 R]"),
    "letters without end": (b"10 Tf", b"1e30 Tf"),
    "letters of no size": (b"10 Tf", b"0 Tf"),
    "letters upside down": (b"10 Tf", b"-10 Tf"),
    "a font that is its text": (b"/BaseFont /Times-Roman", b"/BaseFont /Times-Roman /ToUnicode 4 0 R"),
    "annotations that are the page": (b"/Rotate 0", b"/Annots 3 0 R"),
    "100,000 arrays in arrays": (b"/Rotate 0", b"/A " + b"[" * 100_000 + b"]" * 100_000),
    "100,000 dictionaries in dictionaries": (b"/Rotate 0", b"/A " + b"<</B " * 100_000 + b"1" + b">>" * 100_000),
    "100,000 annotations": (b"/Rotate 0", b"/Annots [" + b"<</Subtype/Text/Rect[0 0 1 1]>> " * 100_000 + b"]"),
    "a stream that says it has gigabytes": (b"/Length", b"/Length 99999999999 /L"),
    "a stream that says it has less than none": (b"/Length", b"/Length -1 /L"),
    "a root that is not there": (b"/Root 1 0 R", b"/Root 99 0 R"),
    "a page that is its text": (b"/Contents 4 0 R", b"/Contents 3 0 R"),
    "texts in a circle": (b"/Contents 4 0 R", b"/Contents [4 0 R 2 0 R 3 0 R [4 0 R]]"),
}


def cases() -> Iterator[Case]:
    """Yield made documents, large and small, and whole ones whose parts or bytes were changed."""
    for large, made in ((False, _small), (True, _large)):
        for name, data in made():
            yield document(KIND, name, data, ending="pdf", small=not large)
    for seed in range(MUTATED):
        yield _mutated(seed)


def _file(content: str, *more: str, objects: str = "") -> bytes:
    """Return a PDF of one page that draws `content`; its objects from the fifth on are `more`."""
    return _packed_in(content.encode("latin-1"), "", objects, more)


def _deflated(drawn: str, count: int = 1, times: int = 1) -> bytes:
    """Return a PDF that draws something so many times, deflated so many times."""
    data = (_TEXT + drawn * count).encode("latin-1")
    for _ in range(times):
        data = zlib.compress(data, 9)
    return _packed_in(data, f"/Filter [{' /FlateDecode' * times}]", "", ())


def _packed_in(content: bytes, filters: str, objects: str, more: tuple[str, ...]) -> bytes:
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >>"
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate 0 /Contents 4 0 R "
        f"/Resources << {font} /XObject << {objects} >> >> >>".encode(),
        f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream",
        *(body.encode("latin-1") for body in more),
    ]
    numbered = b"".join(b"%d 0 obj\n%s\nendobj\n" % (place, body) for place, body in enumerate(bodies, 1))
    return b"%PDF-1.4\n" + numbered + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def _forms(deep: int, last: str) -> bytes:
    """Return a page that draws a form, that ten times another, and so on."""
    more = []
    for place in range(deep):
        inner = f"/X{place + 6} Do " * 10 if place < deep - 1 else last
        head = _FORM.format(f"/X{place + 6} {place + 6} 0 R", len(inner))
        more.append(f"{head}\nstream\n{inner}\nendstream")
    return _file(f"{_TEXT}/X5 Do", *more, objects="/X5 5 0 R")


def _small() -> Iterator[tuple[str, bytes]]:
    for name, drawn in _DRAWN.items():
        yield f"2,000 {name}", _file(_TEXT + drawn * 2_000)
    for name, (old, new) in _ODD.items():
        yield name, _file(_TEXT).replace(old, new, 1)
    for turned in ("1e38 0 0 1e38 0 0", "0 0 0 0 0 0", "1e-38 0 0 1e-38 0 0", "-1 0 0 -1 0 0", "0 1 -1 0 0 0"):
        yield f"turned by {turned}", _file(f"{turned} cm " + _TEXT * 20)
    for deep in (1, 2, 3):
        yield f"forms {deep} deep", _forms(deep, "0 0 1 1 re f")
    yield (
        "a form in itself",
        _file(_TEXT + "/X5 Do", _FORM.format("/X5 5 0 R", 6) + "\nstream\n/X5 Do\nendstream", objects="/X5 5 0 R"),
    )
    yield "invisible text", _file(f"{_TEXT}BT 3 Tr /F1 10 Tf 72 650 Td (2. Unseen.) Tj ET")
    yield (
        "a hundred filters",
        _packed_in(_TEXT.encode().hex().encode() + b">", f"/Filter [{'/ASCIIHexDecode ' * 100}]", "", ()),
    )
    loop = "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF"
    yield "tables of places in a circle", f"%PDF-1.4\n{loop}".encode()
    streams = "<< /Type /ObjStm /N 1 /First 4 /Length 10 /Extends {} 0 R >>\nstream\n1 0 <<>>  \nendstream"
    yield (
        "object streams in a circle",
        b"%PDF-1.5\n"
        + b"".join(f"{place} 0 obj\n{streams.format(place % 50 + 1)}\nendobj\n".encode() for place in range(1, 51)),
    )
    whole = _seed()[0]
    for part in range(1, 20):
        yield f"the first {part} twentieths", whole[: len(whole) * part // 20]


def _large() -> Iterator[tuple[str, Made]]:
    draw = random.Random(2)
    for name, drawn in _DRAWN.items():
        yield f"100,000 {name}", partial(_deflated, drawn, 100_000)
    for size in (10, 50):
        yield f"saved states of {size} MB", partial(_deflated, "q ", size * 500_000)
    yield "zeros of 200 MB", partial(_deflated, "\0", 200_000_000)
    yield "blanks of 600 MB, packed twice", partial(_deflated, " ", 600_000_000, 2)
    for deep in (5, 6, 8):
        yield f"forms {deep} deep", _forms(deep, "0 0 1 1 re f")
        yield f"empty forms {deep} deep", _forms(deep, "")
    place = "1 0 0 1 {} {} Tm ({}) Tj "
    letters = [(draw.randrange(600), draw.randrange(800), chr(draw.randrange(97, 123))) for _ in range(20_000)]
    yield (
        "20,000 letters anywhere",
        partial(_deflated, f"BT /F1 8 Tf {''.join(place.format(*one) for one in letters)} ET"),
    )
    yield (
        "20,000 letters askew",
        partial(
            _deflated,
            f"BT /F1 8 Tf {''.join(place.format(*one).replace('1 0 0 1', '.5 .8 -.8 .5') for one in letters)} ET",
        ),
    )
    yield (
        "a line of 100,000 words",
        partial(_deflated, f"BT /F1 8 Tf 72 700 Td {'(States should act ) Tj ' * 33_000} ET"),
    )
    yield "20,000 rules", partial(_deflated, _TEXT + "".join(f"{x} {y} 50 1 re f " for x, y, _ in letters))
    grid = "".join(place.format(x * 6, y * 2, "a") for y in range(300) for x in range(80))
    yield "a grid of 24,000 letters", partial(_deflated, f"BT /F1 1 Tf {grid} ET")
    yield (
        "100 pages of notes",
        partial(pdf, *[Sheet().lines(72, 700, *[f"{n} note" for n in range(60)], step=11)] * 100),
    )


@cache
def _seed() -> tuple[bytes, list[str]]:
    words = planted(8)
    said = iter(map(sentence, words))
    one = Sheet().put(100, 770, "A/RES/77/1").put(100, 700, f"1.  {next(said)}").put(100, 660, f"(a)  {next(said)}")
    one.put(100, 620, f"(b)  {next(said)}").box(100, 200, 250, 200.5).put(100, 180, f"1  {next(said)}", 8)
    two = Sheet().put(100, 700, f"2.  {next(said)}").put(100, 660, next(said)).put(300, 40, "2/2")
    for x, y in ((100, 500), (320, 500)):
        two.put(x, y, next(said), 8)
    return pdf(one, two), words


def _mutated(seed: int) -> Case:
    """Return a document with other numbers where its text is drawn, in as many digits, or with any bytes changed.

    What the first prints is all there, wherever and however large; what the second prints is for nobody to say: its
    pages may no longer lead to their text.
    """
    draw = random.Random(seed)
    data, words = _seed()
    if not seed % 2:
        return document(KIND, f"bytes changed, seed {seed}", edited(data, draw, markup=False), ending="pdf", small=True)
    pieces = re.split(rb"((?<=[ \n])\d+(?= [^R]))", data)
    drawn = [at for at in range(1, len(pieces), 2) if b" Tj" in pieces[at + 1] or b" Td" in pieces[at + 1][:9]]
    for at in draw.sample(drawn, draw.randint(1, 6)):
        size = len(pieces[at])
        pieces[at] = draw.choice(
            [b"1".zfill(size), b"9" * size, b"50".zfill(size)[:size], pieces[draw.choice(drawn)][:size].zfill(size)]
        )
    return document(KIND, f"numbers changed, seed {seed}", b"".join(pieces), ending="pdf", holds=words, small=True)
