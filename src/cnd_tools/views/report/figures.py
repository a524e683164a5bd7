"""The charts of a report, each with its data: drawn wide and narrow, as SVG that a page can colour and read aloud."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from cnd_tools import accuracy
from cnd_tools.tables import Table, is_paragraph
from cnd_tools.views import charts, counts
from cnd_tools.views.palette import PAGE
from cnd_tools.views.report.content import ReportContent
from cnd_tools.views.safe import visible

SVG = "{http://www.w3.org/2000/svg}"
# What the page says itself (roles, names, the font), and what no mouse needs.
LINK = "{http://www.w3.org/1999/xlink}href"
SUPERFLUOUS = {
    LINK,
    "target",
    "class",
    "role",
    "aria-label",
    "aria-roledescription",
    "aria-hidden",
    "font-family",
    "pointer-events",
}
OPAQUE = ("opacity", "1")
INHERITED = ("fill", "stroke", "stroke-width", "font-size", "font-weight", "text-anchor")
FRACTION = re.compile(r"(\d\.\d\d)\d+")  # a hundredth of a pixel is as much as anyone sees


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its heading, what it shows, its drawings, its data, and the same in tables."""

    id: str
    title: str
    about: str
    wide: Markup
    narrow: Markup
    data: Table
    tables: tuple[Table, ...]


def figures(content: ReportContent) -> Iterator[Figure]:
    """Yield the charts that there is something to show in."""
    analyses, compared = content.analyses, content.compared
    themes, actors = counts.themes(analyses), counts.actors(analyses)
    strength = counts.strength(analyses, content.scale)
    if themes.rows:
        order = "what the last gained most over the first stands first" if len(analyses) > 1 else "most first"
        lines = "thin lines are its 95 % interval (Wilson)" if len(analyses) <= charts.MOST_INTERVALS else ""
        order = "; ".join(filter(None, (lines, order)))
        about = f"The share of a document’s paragraphs that speak of each theme; {order}. {_of(content)}"
        tables = tuple(compared.get("themes", (themes,)))
        yield Figure("themes", "Themes", about, *_drawn(charts.themes, themes, about), themes, tables)
    if actors.rows:
        about = (
            "The number of paragraphs that name an actor, in whatever role, and speak of a theme. Shown are the themes "
            f"and actors that most paragraphs have; the data has all. {_of(content)}"
        )
        tables = (*_grids(actors), *compared.get("actors", ()))
        yield Figure("actors", "Actors by theme", about, *_drawn(charts.actors, actors, about), actors, tables)
    if any(row[-1] for row in strength.rows):
        about = (
            "Strength of demands and recommendations: of a document’s paragraphs that make one, the share whose "
            f"strongest demand is of each strength. {_of(content)}"
        )
        tables = tuple(compared.get("strength", (strength,)))
        yield Figure("strength", "Strength", about, *_drawn(charts.strength, strength, about), strength, tables)


def _of(content: ReportContent) -> str:
    """Say of how many paragraphs, how sure, and where a mark leads."""
    sizes = " and ".join(
        f"{sum(map(is_paragraph, one.points))} paragraphs of {visible(one.document.name)}" for one in content.analyses
    )
    links = " A mark leads to its paragraphs." if content.with_text else ""
    return f"Of {sizes}; intervals of the differences and tests are in the table below. {accuracy.sentence()}{links}"


def _drawn(draw: Callable[..., Any], data: Table, about: str) -> tuple[Markup, Markup]:
    """Return a chart as a page shows it where it is wide, and where it is narrow."""
    drawings = (draw(data, width=width, palette=PAGE) for width in (charts.WIDE, charts.NARROW))
    wide, narrow = (charts.svg(drawing, palette=PAGE) for drawing in drawings)
    label = f"{about} The same in tables follows."
    return inline(wide, label), inline(narrow, label, titles=False)  # no mouse points at a telephone


def inline(svg: str, label: str, *, titles: bool = True) -> Markup:
    """Return an SVG for a page: one picture with a name.

    Args:
        svg: what Vega made.
        label: what the picture shows, for who does not see it.
        titles: whether each mark says, when a mouse points at it, what it stands for.
    """
    ET.register_namespace("", SVG[1:-1])
    root = ET.fromstring(FRACTION.sub(r"\1", svg))
    root[:] = [kept for child in root for kept in _needed(child, titles)]
    root.attrib = {"viewBox": root.get("viewBox", ""), "role": "img", "aria-label": label}
    return Markup(ET.tostring(root, encoding="unicode"))  # serialized from a tree, so escaped


def _needed(element: ET.Element, titles: bool) -> Iterator[ET.Element]:
    """Yield what a page needs of an element: itself, its children where it is but their frame, or nothing."""
    drawn = element.get("d", "drawn") not in {"", "M0,0h0v0h0Z"} and element.get("class") != "background"
    if not drawn or element.tag == f"{SVG}rect":  # Vega draws marks as paths, and only the background as a rect
        return
    said, address = element.get("aria-label"), element.get(LINK)
    element[:] = [kept for child in element for kept in _needed(child, titles)]
    element.attrib = {n: value for n, value in element.items() if n not in SUPERFLUOUS and (n, value) != OPAQUE}
    if address is not None:  # what draws puts an address of its own before ours, which begins with "#"
        element.set("href", "#" + address.partition("#")[2])
    if element.tag != f"{SVG}g":
        if titles and said:
            ET.SubElement(element, f"{SVG}title").text = said
        yield element
    elif len(element):
        _raise_common(element)
        yield from [element] if element.attrib else element


def _raise_common(group: ET.Element) -> None:
    """Say of a group once what is so of everything in it: a heat map's cells are alike in most."""
    for name in INHERITED:
        values = {child.get(name) for child in group}
        if len(values) == 1 and None not in values:
            group.set(name, values.pop() or "")
            for child in group:
                del child.attrib[name]


def _grids(actors: Table) -> Iterator[Table]:
    """Yield for each document what the wide chart shows of it, as a table of themes by actors."""
    titles = counts.most(actors, "title", charts.MOST_THEMES)
    names = counts.most(actors, "name", charts.MOST_ACTORS)
    found = {(row[0], row[4], row[2]): row[5] for row in actors.rows}
    for document in dict.fromkeys(row[0] for row in actors.rows):
        rows = tuple((title, *(found.get((document, title, name)) for name in names)) for title in titles)
        yield Table(visible(document), ("theme", *names), rows)
