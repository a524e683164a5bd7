"""What a user states of a text whose title page does not say it: above the text, or in a file beside it.

Above a plain text, between two lines of dashes, as Markdown has it:

    ---
    title: Summary by the Chair
    date: 12 March 2012
    ---

Beside a file of any format, without the dashes, under the same name with the ending .about: report.pdf, report.about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

from cnd_tools.errors import RefusedInput, short
from cnd_tools.reading import front_matter
from cnd_tools.reading.masthead import read_masthead
from cnd_tools.records import ABOUT, Masthead

FIELDS = tuple(field.name for field in fields(Masthead) if field.name != "spans")
LARGEST = 10_000  # bytes of a file beside
LONGEST = 60  # lines of front matter in a plain text


def above(text: str) -> Masthead | None:
    """Return what stands above a plain text, and what its title page says beside; None without front matter."""
    head, _ = front_matter.split("\n".join(text.split("\n", LONGEST)[:LONGEST]))
    said = {field.key: " ".join(field.value.split()) for field in front_matter.fields(head[1:-1]) if field.value}
    stated = {name: said[name] for name in FIELDS if name in said}
    if not stated:
        return None
    end = min(sum(len(line) + 1 for line in head), len(text))
    below = read_masthead(text[end:])
    spans = ((0, end), *((start + end, stop + end) for start, stop in below.spans))
    return completed(replace(below, spans=spans), stated)


def completed(masthead: Masthead, stated: Mapping[str, str]) -> Masthead:
    """Return a title page with what a user states of it in the place of what it says."""
    return Masthead(**{name: stated.get(name, getattr(masthead, name)) for name in FIELDS}, spans=masthead.spans)


def beside(path: Path) -> dict[str, str]:
    """Return what a file beside a text states of it, by field; nothing where there is none.

    Raises:
        RefusedInput: it is not what such a file is; names file and line.
    """
    data = content(path)
    if not data:
        return {}
    about = path.with_suffix(ABOUT)
    stated: dict[str, str] = {}
    known = f"a line is one of {', '.join(f'{name}: …' for name in FIELDS)}"
    if len(data) > LARGEST:
        raise RefusedInput(f"{about}: more than {LARGEST} bytes; {known}")
    for field in front_matter.fields(data.decode("utf-8-sig", "replace").splitlines()):
        value = " ".join((field.value or "").split())
        if field.key in FIELDS and value:
            stated[field.key] = value
        elif field.raw.strip().strip("-"):
            raise RefusedInput(f"{about}, line {field.place + 1}: {short(field.raw.strip())!r} is not known; {known}")
    return stated


def content(path: Path) -> bytes:
    """Return the bytes of the file beside a text, as far as they are read; nothing where there is none."""
    try:
        about = path.with_suffix(ABOUT)
        if about == path or not about.is_file():
            return b""
        with about.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError):
        return b""
