"""Signs of symbol fonts, which documents store as private codes, and other characters that only look like text."""

from __future__ import annotations

# By the low byte of U+F000 to U+F0FF, where Symbol and Wingdings keep their signs; these stand before list items
# or in running text.
_SIGNS = {
    0xB7: "•",
    0xA7: "▪",
    0xA8: "▫",
    0xD8: "➢",
    0xFC: "✓",
    0xFE: "☒",
    0x6F: "☐",
    0x76: "❖",
    0x2D: "–",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xA3: "≤",
    0xB4: "×",
    0xE0: "→",
}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


def sign(code: int, font: str = "") -> str:
    """Return the character a symbol font prints for a code; an unknown one of its private codes is a bullet."""
    if 0xF000 <= code <= 0xF0FF:
        return _SIGNS.get(code - 0xF000, "•")
    # Courier's small "o" is Word's hollow bullet.
    return "◦" if chr(code) == "o" and font.startswith("Courier") else chr(code)


def spelled(code: int) -> str:
    """Return the text of a printed character: ligatures as their letters, "" for what is no character."""
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    return sign(code)
