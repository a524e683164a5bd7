"""An Akoma Ntoso 3.0 document (.akn.xml): points as a hierarchy, notes, and actors and themes as references.

By OASIS's "Akoma Ntoso Version 1.0" of 29 August 2018 (LegalDocML, namespace akn/3.0). Elements have the citation of
their point as `wId`; the words that name an actor refer to it and have its roles in the point as `class`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

from cnd_tools.errors import UsageError
from cnd_tools.records import Actor, Analysis, Point
from cnd_tools.tables import by_point
from cnd_tools.views.exports.content import ExportContent
from cnd_tools.views.exports.inline import Insert, Mark, filled
from cnd_tools.views.safe import legal

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
SOURCE = "#cnd-tools"  # who says what the metadata say
UNKNOWN = "0001-01-01"  # an identification must have a date; this one says that the text has none
# What a point becomes, and what its eId begins with (Akoma Ntoso Naming Convention 1.0, 5.4).
ELEMENTS: Mapping[str, tuple[str, str]] = {
    "numbered": ("paragraph", "para"),
    "lettered": ("point", "point"),
    "roman": ("point", "point"),
    "bulleted": ("point", "point"),
}
OTHER = ("hcontainer", "hcontainer")  # named by its kind
# What names an actor of each type, inline and among the references; all others are organizations.
NAMED: Mapping[str, tuple[str, str]] = {
    "country": ("location", "TLCLocation"),
    "region": ("location", "TLCLocation"),
    "person": ("person", "TLCPerson"),
}


def write_akoma(content: ExportContent, path: Path) -> None:
    """Write an export as Akoma Ntoso: one document as a `doc`, several as the components of a `documentCollection`.

    Raises:
        UsageError: there is no document.
    """
    if not content.analyses:
        raise UsageError("an Akoma Ntoso file holds documents, and there is none; name one")
    root = ET.Element("akomaNtoso", {"xmlns": NAMESPACE})
    if len(content.analyses) == 1:
        _Akoma(content.analyses[0], ET.SubElement(root, "doc", {"name": "document"})).build()
    else:
        _collect(ET.SubElement(root, "documentCollection", {"name": "documents"}), content.analyses)
    for meta in root.iter("meta"):  # the rest is text, in which white space counts
        ET.indent(meta, " ", 2)
    path.write_bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _collect(parent: ET.Element, analyses: Sequence[Analysis]) -> None:
    """Fill a collection: metadata, then a component a document, its ids after the component's, as all must differ."""
    meta = ET.SubElement(parent, "meta")
    identification = ET.SubElement(meta, "identification", {"source": SOURCE})
    work = f"/akn/un/documentCollection/{UNKNOWN}/cnd-tools"
    for part, uri in (("Work", work), ("Expression", f"{work}/eng@"), ("Manifestation", f"{work}/eng@.akn")):
        _frbr(ET.SubElement(identification, f"FRBR{part}"), uri, None, author=SOURCE)
    ET.SubElement(identification[0], "FRBRcountry", {"value": "un"})
    ET.SubElement(identification[1], "FRBRlanguage", {"language": "eng"})
    _refer(ET.SubElement(meta, "references", {"source": SOURCE}), "TLCOrganization", "cnd-tools", "cnd-tools")
    body = ET.SubElement(parent, "collectionBody")
    for number, analysis in enumerate(analyses, 1):
        component = ET.SubElement(body, "component", {"eId": f"cmpnt_{number}"})
        doc = ET.SubElement(component, "doc", {"name": "document"})
        _Akoma(analysis, doc).build()
        _prefixed(doc, f"cmpnt_{number}__")


def _prefixed(doc: ET.Element, prefix: str) -> None:
    """Put a prefix before the ids of a document, and where something refers to them."""
    for element in doc.iter():
        for name in ("eId", "source", "refersTo", "href"):
            value = element.get(name)
            if value and name == "eId":
                element.set(name, prefix + value)
            elif value and value.startswith("#"):
                element.set(name, " ".join(f"#{prefix}{one.removeprefix('#')}" for one in value.split()))


def _frbr(parent: ET.Element, uri: str, date: str | None, *, symbol: str | None = None, author: str = "#body") -> None:
    ET.SubElement(parent, "FRBRthis", {"value": f"{uri}/!main"})
    ET.SubElement(parent, "FRBRuri", {"value": uri})
    if symbol:
        ET.SubElement(parent, "FRBRalias", {"name": "symbol", "value": legal(symbol)})
    ET.SubElement(parent, "FRBRdate", {"date": date or UNKNOWN, "name": "document" if date else "unknown"})
    ET.SubElement(parent, "FRBRauthor", {"href": author})


class _Akoma:
    """A document as it becomes a `doc`."""

    def __init__(self, analysis: Analysis, doc: ET.Element) -> None:
        self.analysis, self.doc = analysis, doc
        self.notes = [point for point in analysis.points if point.kind == "note"]
        self.actors = by_point(analysis.actors)
        self.themes = by_point(analysis.themes)
        self.children: defaultdict[str | None, list[Point]] = defaultdict(list)
        known = {point.point for point in analysis.points}
        for point in analysis.points:
            self.children[point.parent if point.parent in known else None].append(point)
        self.ids: set[str] = set()

    def build(self) -> None:
        """Fill the `doc`: metadata, preface, body."""
        self._meta(ET.SubElement(self.doc, "meta"))
        heads = [point for point in self.analysis.points if point.kind == "masthead"]
        if heads:
            preface = ET.SubElement(self.doc, "preface")
            for point in heads:
                self._paragraph(preface, point)
        body = ET.SubElement(self.doc, "mainBody")
        self._body(body)
        if not len(body):  # a body must not be empty
            ET.SubElement(body, "p")

    def _body(self, body: ET.Element) -> None:
        sections: list[tuple[int, ET.Element]] = [(0, body)]
        for point in self.children[None]:
            if point.kind == "heading":
                while sections[-1][0] >= max(point.level, 1):
                    sections.pop()
                section = self._element(sections[-1][1], point, ("section", "sec"), {})
                self._text(ET.SubElement(section, "heading"), point)
                sections.append((max(point.level, 1), section))
            elif point.kind not in {"masthead", "note"}:
                self._point(sections[-1][1], point)

    def _point(self, parent: ET.Element, point: Point) -> None:
        kind = ELEMENTS.get(point.kind, OTHER)
        element = self._element(parent, point, kind, {"name": point.kind} if kind == OTHER else {})
        below = self.children[point.point]
        self._paragraph(ET.SubElement(element, "intro" if below else "content"), point)
        for child in below:
            self._point(element, child)

    def _element(self, parent: ET.Element, point: Point, kind: tuple[str, str], more: Mapping[str, str]) -> ET.Element:
        """Add an element that has the point's identity, number and themes."""
        own = re.sub(r"\W+", "", point.label or "") or re.sub(r"[^\w.-]+", "-", point.point)
        above = f"{parent.get('eId')}__" if parent.get("eId") else ""
        about = {"eId": self._unique(f"{above}{kind[1]}_{own}"), "wId": re.sub(r"\s+", "", legal(point.point)), **more}
        themes = dict.fromkeys(f"#{_id('theme', row.theme)}" for row in self.themes[point.point])
        if themes:
            about["refersTo"] = " ".join(themes)
        element = ET.SubElement(parent, kind[0], about)
        if point.label:
            ET.SubElement(element, "num").text = legal(point.label)
        return element

    def _unique(self, wanted: str) -> str:
        """Return an id that no other element has: numbering may start again in a text."""
        found, number = wanted, 1
        while found in self.ids:
            number += 1
            found = f"{wanted}-{number}"
        self.ids.add(found)
        return found

    def _paragraph(self, parent: ET.Element, point: Point) -> None:
        self._text(ET.SubElement(parent, "p"), point)

    def _text(self, element: ET.Element, point: Point) -> None:
        spans: defaultdict[tuple[int, int], list[Actor]] = defaultdict(list)
        for actor in self.actors[point.point]:
            spans[point.find(actor.start, actor.end)].append(actor)
        marks = [
            Mark(start, end, _named(found[0])[0], _referring(found)) for (start, end), found in sorted(spans.items())
        ]
        filled(element, legal(point.text), marks, list(self._note_marks(point)))

    def _note_marks(self, point: Point) -> Iterable[Insert]:
        """Yield a reference for each mark that was taken out between two pieces of the point's text."""
        ends = [(piece.text + piece.length, piece.source + piece.length) for piece in point.pieces]
        for place, (text_end, source_end) in enumerate(ends):
            last = place + 1 == len(point.pieces)
            taken = self.analysis.document.text[source_end : point.end if last else point.pieces[place + 1].source]
            for note in self.notes:
                if note.label and taken.strip() == note.label.strip() and note.start > source_end:
                    about = {"href": f"#{_id('note', note.point)}", "marker": legal(note.label)}
                    yield Insert(text_end, "noteRef", about)
                    break

    def _meta(self, meta: ET.Element) -> None:
        identification = ET.SubElement(meta, "identification", {"source": SOURCE})
        name = quote(legal(self.analysis.document.name), safe="")
        date = _date(self.analysis.document.masthead.date)
        work = f"/akn/un/doc/{date or UNKNOWN}/{name}"
        for part, uri in (("Work", work), ("Expression", f"{work}/eng@"), ("Manifestation", f"{work}/eng@.akn")):
            symbol = self.analysis.document.masthead.symbol if part == "Work" else None
            _frbr(ET.SubElement(identification, f"FRBR{part}"), uri, date, symbol=symbol)
        ET.SubElement(identification[0], "FRBRcountry", {"value": "un"})
        ET.SubElement(identification[1], "FRBRlanguage", {"language": "eng"})
        self._keywords(meta)
        self._references(ET.SubElement(meta, "references", {"source": SOURCE}))
        if self.notes:
            notes = ET.SubElement(meta, "notes", {"source": SOURCE})
            for point in self.notes:
                about = {"marker": legal(point.label)} if point.label else {}
                note = ET.SubElement(notes, "note", {"eId": _id("note", point.point), **about})
                ET.SubElement(note, "p").text = legal(point.text)

    def _keywords(self, meta: ET.Element) -> None:
        themes = {row.theme: row.title for row in self.analysis.themes}
        if themes:
            classification = ET.SubElement(meta, "classification", {"source": SOURCE})
            for theme, title in sorted(themes.items()):
                about = {"value": theme, "showAs": legal(title), "dictionary": SOURCE}
                ET.SubElement(classification, "keyword", {**about, "href": f"#{_id('theme', theme)}"})

    def _references(self, parent: ET.Element) -> None:
        body = self.analysis.document.masthead.body
        _refer(parent, "TLCOrganization", "cnd-tools", "cnd-tools")
        _refer(parent, "TLCOrganization", "body", body or "not stated")
        for theme, title in sorted({row.theme: row.title for row in self.analysis.themes}.items()):
            _refer(parent, "TLCConcept", _id("theme", theme), title)
        for actor in sorted({row.actor: row for row in self.analysis.actors}.values(), key=lambda row: row.actor):
            _refer(parent, _named(actor)[1], _id("actor", actor.actor), actor.name)


def _refer(parent: ET.Element, tag: str, ident: str, name: str) -> None:
    href = f"/akn/ontology/{tag.removeprefix('TLC').lower()}/cnd/{ident}"
    ET.SubElement(parent, tag, {"eId": ident, "href": href, "showAs": legal(name)})


def _named(actor: Actor) -> tuple[str, str]:
    kind = "person" if actor.actor.startswith("person:") else actor.type
    return NAMED.get(kind, ("organization", "TLCOrganization"))


def _referring(found: Sequence[Actor]) -> dict[str, str]:
    ids = dict.fromkeys(f"#{_id('actor', row.actor)}" for row in found)
    return {"refersTo": " ".join(ids), "class": " ".join(dict.fromkeys(row.role for row in found))}


def _id(kind: str, name: str) -> str:
    """Return an id without white space or anything else that an address would have to escape."""
    return f"{kind}_{quote(legal(name), safe='').replace('%', '-')}"


def _date(said: str | None) -> str | None:
    """Return "11 March 2009" as ISO 8601 has it; None for a span of days, or no date."""
    try:
        return datetime.strptime(said or "", "%d %B %Y").date().isoformat()
    except ValueError:
        return None
