"""PDFs made by hand: a test says where each word stands on the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from cnd_tools.reading import pdf as reader
from cnd_tools.reading.source import Source

WIDTH, HEIGHT = 600, 800
_FONTS = {"": "Times-Roman", "b": "Times-Bold", "i": "Times-Italic", "bi": "Times-BoldItalic"}


@dataclass
class Sheet:
    """A page that is written on."""

    drawn: list[str] = field(default_factory=list)

    def put(self, x: float, y: float, text: str, size: float = 10, font: str = "") -> Sheet:
        """Print a text with its base line at x, y, in points from the lower left."""
        shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        self.drawn.append(f"BT /F{font} {size} Tf {x} {y} Td ({shown.decode('latin-1')}) Tj ET")
        return self

    def lines(self, x: float, y: float, *texts: str, step: float = 12, size: float = 10, font: str = "") -> Sheet:
        """Print lines one under another."""
        for place, text in enumerate(texts):
            self.put(x, y - place * step, text, size, font)
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draw a filled rectangle; a flat one is a rule."""
        self.drawn.append(f"{x0} {y0} {x1 - x0} {y1 - y0} re f")
        return self


def pdf(*sheets: Sheet, rotate: int = 0, trailer: str = "") -> bytes:
    """Return a PDF of these pages."""
    fonts = " ".join(f"/F{key} {number} 0 R" for number, key in enumerate(_FONTS, 3))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(sheets)} /Kids [{' '.join(f'{7 + 2 * n} 0 R' for n in range(len(sheets)))}] >>",
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
            for name in _FONTS.values()
        ),
    ]
    for number, sheet in enumerate(sheets):
        content = "\n".join(sheet.drawn)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {8 + 2 * number} 0 R "
            f"/Rotate {rotate} /Resources << /Font << {fonts} >> >> >>"
        )
        objects.append(f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream")
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def read(*sheets: Sheet) -> Source:
    """Return what is read of a PDF of these pages."""
    return reader.read(pdf(*sheets), "a.pdf")


def marked(source: Source, kind: str) -> list[str]:
    """Return the texts that are marked as being of a kind, blanks for line ends."""
    return [" ".join(source.text[mark.start : mark.end].split()) for mark in source.marks if mark.kind == kind]


def firsts(source: Source) -> list[str]:
    """Return the first word of each paragraph."""
    return [text.split()[0] for text in marked(source, "paragraph")]
