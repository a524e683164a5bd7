"""What is printed on a page of a PDF: text in pieces that stand together on a line, rules, and pictures."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, NamedTuple

from cnd_tools.reading.symbols import spelled

# In ems. Between words there are at least 0.2; what is less is spacing out, as in "peopl e" (A_RES_73_6.pdf, page 2).
_WORD_GAP = 0.17
_CELL_GAP = 1.5
_BOLD = re.compile(r"bold|black|heavy|demi", re.I)
_ITALIC = re.compile(r"italic|oblique", re.I)
_PATH, _IMAGE, _FORM = 2, 3, 5


class Font(NamedTuple):
    """How a run of characters looks; `size` in points as printed."""

    size: float
    bold: bool
    italic: bool


class Glyph(NamedTuple):
    """A character and where it stands, in points from the lower left; `y` is its base line."""

    text: str
    x0: float
    x1: float
    y: float
    font: Font


class Box(NamedTuple):
    """A rectangle on the page, in points from the lower left."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Fragment:
    """Characters that stand together on one base line; blanks between words are among them.

    Attributes:
        glyphs: the characters.
        raised: it is a note mark or the like, brought down to the line it stands above.
        y: base line.
        size: of most of its characters.
    """

    glyphs: list[Glyph] = field(default_factory=list)
    raised: bool = False
    y: float = 0.0
    size: float = 0.0

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Right edge of the last character that is not a blank."""
        return next((glyph.x1 for glyph in reversed(self.glyphs) if not glyph.text.isspace()), self.glyphs[-1].x1)

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.text for glyph in self.glyphs)


@dataclass(slots=True)
class Page:
    """What is printed on a page: fragments of text, level rules, and the boxes of all that is drawn."""

    width: float
    height: float
    fragments: list[Fragment]
    rules: list[Box]
    drawn: list[Box]
    turned: list[Fragment] = field(default_factory=list)


def look(page: Any, raw: ModuleType) -> Page:
    """Return what is printed on a page of pypdfium2; `raw` is its module of plain calls."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        glyphs = list(_glyphs(textpage, raw))
    finally:
        textpage.close()
    upright = [glyph for glyph, turned in glyphs if not turned]
    turned = [glyph for glyph, turned in glyphs if turned]
    rules, drawn = _drawn(page, width, height)
    return Page(width, height, list(_fragments(upright)), rules, drawn, list(_fragments(turned)))


def _glyphs(textpage: Any, raw: ModuleType) -> Iterator[tuple[Glyph, bool]]:
    """Yield the printed characters in the order of the file, and whether each stands upright."""
    fonts: dict[int | None, Font] = {}
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for place in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage.raw, place)
        # U+0002 and U+FFFE are pdfium's for a hyphen that ends a line, whether it is part of the word or not.
        text = "-" if code in {0x2, 0xFFFE} else spelled(code)
        if not text or (raw.FPDFText_IsGenerated(textpage.raw, place) and text.isspace()):
            continue
        key = ctypes.cast(raw.FPDFText_GetTextObject(textpage.raw, place), ctypes.c_void_p).value
        if key not in fonts:
            fonts[key] = _font(textpage, place, raw)
        raw.FPDFText_GetLooseCharBox(textpage.raw, place, box)
        raw.FPDFText_GetCharOrigin(textpage.raw, place, x, y)
        turned = abs(math.sin(raw.FPDFText_GetCharAngle(textpage.raw, place))) > 0.1
        yield Glyph(text, box.left, box.right, y.value, fonts[key]), turned


def _font(textpage: Any, place: int, raw: ModuleType) -> Font:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage.raw, place, buffer, 128, flags)
    name = buffer.value.decode("utf-8", "replace")
    matrix = raw.FS_MATRIX()
    scale = 1.0
    if raw.FPDFText_GetMatrix(textpage.raw, place, matrix):
        scale = math.hypot(matrix.c, matrix.d) or 1.0
    size = raw.FPDFText_GetFontSize(textpage.raw, place) * scale
    bold = bool(_BOLD.search(name)) or (not name and raw.FPDFText_GetFontWeight(textpage.raw, place) >= 700)
    return Font(round(size, 1) or 1.0, bold, bool(_ITALIC.search(name)) or bool(flags.value & 64))


def _fragments(glyphs: list[Glyph]) -> Iterator[Fragment]:
    """Yield runs of characters on one base line with no more between them than between words."""
    current = Fragment()
    for glyph in glyphs:
        if glyph.text.isspace():
            if current.glyphs:
                current.glyphs.append(glyph)
            continue
        if current.glyphs:
            last = current.glyphs[-1]
            size = max(glyph.font.size, last.font.size)
            apart = glyph.x0 - current.x1
            # The letters of a ligature all have its box.
            back = glyph.x0 < last.x0 - 0.1 * size and not last.text.isspace()
            if abs(glyph.y - current.y) > 0.1 * size or back or not -size <= apart <= _CELL_GAP * size:
                yield _sized(current)
                current = Fragment()
            elif apart > _WORD_GAP * size and not last.text.isspace():
                current.glyphs.append(Glyph(" ", current.x1, glyph.x0, glyph.y, glyph.font))
        current.y = current.y if current.glyphs else glyph.y
        current.glyphs.append(glyph)
    if current.glyphs:
        yield _sized(current)


def _sized(fragment: Fragment) -> Fragment:
    fragment.size = Counter(glyph.font.size for glyph in fragment.glyphs).most_common(1)[0][0]
    return fragment


def _drawn(page: Any, width: float, height: float) -> tuple[list[Box], list[Box]]:
    """Return the level rules of a page, and the boxes of all that is drawn, those rules too; not whole-page ones."""
    rules: list[Box] = []
    drawn: list[Box] = []
    for item in page.get_objects(filter=(_PATH, _IMAGE, _FORM), max_depth=1):
        box = Box(*item.get_bounds())
        across, up = box.x1 - box.x0, box.y1 - box.y0
        if across > 0.95 * width and up > 0.9 * height:
            continue
        if item.type == _PATH and (up < 3 or (up < 4 and across > 10 * up)):
            rules.append(box)
        if item.type == _PATH or min(across, up) >= 3:
            drawn.append(box)
    return _joined(rules), drawn


def _joined(rules: list[Box]) -> list[Box]:
    """Return level rules from top to bottom; what is drawn cell by cell becomes one."""
    joined: list[Box] = []
    for rule in sorted(rules, key=lambda box: (-round(box.y0), box.x0)):
        last = joined[-1] if joined else None
        if last is not None and abs(last.y0 - rule.y0) < 2 and rule.x0 - last.x1 < 3:
            joined[-1] = last._replace(x1=max(last.x1, rule.x1))
        else:
            joined.append(rule)
    return [rule for rule in joined if rule.x1 - rule.x0 >= 20]
