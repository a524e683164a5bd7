"""Markdown as it is found: what its writers and converters meant, said so that the rules of Markdown agree.

Line by line, so that a line of the result is the line of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_HEADING = re.compile(r"( {0,3})(#{1,6})([\u00a0\u2000-\u200b\u202f\u3000\ufeff\t ]*)(.*)")
# A single # before a word may be a hashtag: "#Title" alone in its block, of several words, is a title.
_TITLE = re.compile(r"[A-Z][^#]*\s[^#]*$")
_RULE_BELOW = re.compile(r" {0,3}-{3,}[ \t]*$")
_SENTENCE = re.compile(r".*[.;:,]\s*$")
_PAGE = re.compile(
    r"<!--\s*(?:(?:new|next|end\sof)\s)?(?:pages?|pg|p\.?)(?:[\s_-]?(?:break|number|no\.?))?(?:\b|(?=\d))[^<>]{0,80}-->"
    r"|<!--\s*\d{1,4}\s*-->|\\(?:newpage|pagebreak)\b"
    r"|<div[^<>]{0,80}page-break[^<>]{0,80}>(?:\s*</div>)?",
    re.I,
)


def mended(lines: Sequence[str]) -> list[str]:
    """Return the lines with headings, bold type and rules as Markdown has them; what stands in fences stays."""
    found: list[str] = []
    fenced = False
    for place, line in enumerate(lines):
        if FENCE.match(line):
            fenced = not fenced
        found.append(line if fenced else _mended(line, lines, place))
    return found


def _mended(line: str, lines: Sequence[str], place: int) -> str:
    if "#" in line[:4]:
        line = _heading(line, apart=_blank(lines, place - 1) and _blank(lines, place + 1))
    elif "---" in line[:6]:
        line = _rule(line, lines, place)
    return _bold(line) if "**" in line or "__" in line else line


def is_page(html: str) -> bool:
    """Return whether a comment or tag says that a page begins or ends here."""
    return bool(_PAGE.search(html))


def without_comments(html: str) -> str:
    """Return HTML without its comments, one that does not end included."""
    return "".join(_outside(html))


def _outside(html: str) -> Iterator[str]:
    at = 0
    while (begins := html.find("<!--", at)) >= 0:
        yield html[at:begins]
        ends = html.find("-->", begins + 4)
        at = len(html) if ends < 0 else ends + 3
    yield html[at:]


def _blank(lines: Sequence[str], place: int) -> bool:
    return not 0 <= place < len(lines) or not lines[place].strip()


def _heading(line: str, *, apart: bool) -> str:
    """Return a heading with a blank after its signs, "##Title" and "##\u00a0Title" alike."""
    found = _HEADING.match(line)
    if found is None or not found[4]:
        return line
    if not found[3] and (found[4][0] == "#" or (found[2] == "#" and not (apart and _TITLE.match(found[4])))):
        return line
    return f"{found[1]}{found[2]} {found[4].rstrip().rstrip('#') or found[4]}"


def _rule(line: str, lines: Sequence[str], place: int) -> str:
    """Return a rule as one that makes no heading of the paragraph it stands straight under."""
    if not _RULE_BELOW.match(line) or _blank(lines, place - 1) or not _SENTENCE.match(lines[place - 1]):
        return line
    return "***"


def _bold(line: str) -> str:
    """Return a line whose bold type begins and ends at words: "**Bold **text" is no bold type to Markdown."""
    for sign in ("**", "__"):
        parts = re.split(rf"(?<!\\)(?<!{re.escape(sign[0])}){re.escape(sign)}(?!{re.escape(sign[0])})", line)
        if len(parts) % 2 and any(_loose(*parts[place - 1 : place + 2]) for place in range(1, len(parts), 2)):
            line = "".join(_strong(part) if place % 2 else part for place, part in enumerate(parts))
    return line


def _loose(before: str, part: str, after: str) -> bool:
    """Return whether Markdown does not see that a part is bold: blanks inside, or a sign there and a word outside."""
    if not part.strip() or (part[0] == " " and before[-1:] == " "):
        return False
    return part != part.strip() or (not part[-1].isalnum() and after[:1].isalnum())


def _strong(part: str) -> str:
    text = part.strip()
    if not text:
        return part
    before, after = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
    return f"{before}<strong>{text}</strong>{after}"
