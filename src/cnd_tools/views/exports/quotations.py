"""Coded quotations (.docx): under each theme, and under each actor by what it does, paragraphs with citations.

The words by which a paragraph is coded are bold. Headings are Word's own, so that its navigation pane is the codebook.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from cnd_tools.records import Actor, Analysis, Point, Theme
from cnd_tools.tables import CODED
from cnd_tools.views.exports.content import ExportContent
from cnd_tools.views.exports.memo import CREATED, undated
from cnd_tools.views.safe import in_xml

ROLES = ("source", "agent", "recipient", "mention")


class Quotation(NamedTuple):
    """A paragraph under a code, with the stretches of its text that it is coded by."""

    point: Point
    marked: tuple[tuple[int, int], ...]


class Heading(NamedTuple):
    """A code with its quotations; `level` is that of the heading."""

    level: int
    title: str
    quotations: tuple[Quotation, ...]


def write_quotations(content: ExportContent, path: Path) -> None:
    """Write the paragraphs of all documents by theme and by actor as a Word document.

    Raises:
        OSError: it could not be written.
    """
    import docx

    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = CREATED
    document.core_properties.author = "cnd-tools"
    for heading in [*by_theme(content.analyses), *by_actor(content.analyses)]:
        document.add_heading(in_xml(heading.title), heading.level)
        for one in heading.quotations:
            _quote(document, one)
    document.add_heading("Made with", 1)
    for name, value in content.made_with:
        document.add_paragraph(in_xml(f"{name} {value}"))
    written = BytesIO()
    document.save(written)
    undated(written, path)


def by_theme(analyses: Sequence[Analysis]) -> Iterator[Heading]:
    """Yield the themes under their pillars, in order of their titles, each with its paragraphs."""
    rows: dict[str, dict[str, list[Quotation]]] = {}
    for analysis in analyses:
        points = _points(analysis)
        for row in analysis.themes:
            rows.setdefault(row.pillar, {}).setdefault(row.title, []).append(_of_theme(points[row.point], row))
    yield Heading(1, "By theme", ())
    for pillar in sorted(rows):
        yield Heading(2, pillar.replace("_", " ").capitalize(), ())
        for title, found in sorted(rows[pillar].items()):
            yield Heading(3, title, tuple(found))


def by_actor(analyses: Sequence[Analysis]) -> Iterator[Heading]:
    """Yield the actors in order of their names, and under each what it does, with its paragraphs."""
    rows: dict[tuple[str, str], dict[str, list[tuple[Point, Actor]]]] = {}
    for analysis in analyses:
        points = _points(analysis)
        for row in analysis.actors:
            rows.setdefault((row.name, row.actor), {}).setdefault(row.role, []).append((points[row.point], row))
    yield Heading(1, "By actor", ())
    for (name, _), roles in sorted(rows.items()):
        yield Heading(2, name, ())
        for role in sorted(roles, key=lambda role: (ROLES.index(role) if role in ROLES else len(ROLES), role)):
            yield Heading(3, f"{name}: {role}", tuple(_of_actor(roles[role])))


def _of_theme(point: Point, row: Theme) -> Quotation:
    """Return a paragraph with each phrase that speaks of the theme; one whose words lie apart is not marked."""
    places = (point.text.find(words) for words in row.evidence.split("; "))
    stretches = ((at, at + len(words)) for at, words in zip(places, row.evidence.split("; "), strict=True) if at >= 0)
    return Quotation(point, tuple(sorted(stretches)))


def _of_actor(found: Iterable[tuple[Point, Actor]]) -> Iterator[Quotation]:
    """Yield each paragraph once, however often it names the actor."""
    marked: dict[tuple[str, str], tuple[Point, list[tuple[int, int]]]] = {}
    for point, row in found:
        marked.setdefault((point.document, point.point), (point, []))[1].append(point.find(row.start, row.end))
    yield from (Quotation(point, tuple(sorted(places))) for point, places in marked.values())


def _points(analysis: Analysis) -> dict[str, Point]:
    return {point.point: point for point in analysis.points if point.kind in CODED}


def _quote(document: Any, one: Quotation) -> None:
    made = document.add_paragraph(style="Quote")
    at = 0
    for start, end in one.marked:
        if start >= at:
            made.add_run(in_xml(one.point.text[at:start]))
            made.add_run(in_xml(one.point.text[start:end])).bold = True
            at = end
    made.add_run(in_xml(one.point.text[at:]))
    made.add_run(in_xml(f"  ({one.point.document}, {one.point.point})")).italic = False
