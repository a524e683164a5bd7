"""A REFI-QDA project (.qdpx) that NVivo, MAXQDA, ATLAS.ti and others import: texts, codebook and coded stretches.

As "REFI-QDA Standard 1.5" and its Project.xsd (18 March 2019) have it: a ZIP archive of `project.qde` and the plain
texts, whose positions count Unicode code points from 0, the end being one past the last. Lines of the texts end in LF,
since programs differ in whether CR LF is one character or two.

A theme is coded on its whole point, as a reader codes a paragraph, so that queries for codes that overlap find who
meets which theme; actors, positions and strengths are coded on the words that say them. An actor is one code, with what
it does as codes under it. A document is a case, with what its title page says.

QualCoder's import (`refi.py` at commit 010b916 of its repository) asks for two things that the standard does not: no
two codes, nor two that have codes under them, may be of one name, since what is coded with the second is lost; and
every selection must have a date, without which it ends in an error.
"""

from __future__ import annotations

import zipfile
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from cnd_tools.records import Analysis, Document
from cnd_tools.views.exports.content import ExportContent
from cnd_tools.views.palette import PAPER
from cnd_tools.views.safe import legal

NAMESPACE = "urn:QDA-XML:project:1.0"
VARIABLES = ("symbol", "body", "session", "date", "agenda_item", "title")  # of the masthead
# A GUID is made from what it stands for, so that the same data give the same file.
SEED = uuid5(NAMESPACE_URL, "https://www.qdasoftware.org/#cnd-tools")
USER = str(uuid5(SEED, "user"))
EPOCH = (1980, 1, 1, 0, 0, 0)  # the files' own date, for the same reason; ZIP knows no earlier one
MADE = {"creatingUser": USER, "creationDateTime": "1980-01-01T00:00:00Z"}
# A colour for each part of the tree and, round again, for what is next under it: Okabe and Ito's, as in the charts.
COLOURS = PAPER.documents
STEPS = {"obligation": 4, "necessity": 3, "recommendation": 2, "encouragement": 1, "possibility": 0}  # of the ramp

Code = tuple[str, ...]  # a code by its place in the tree: ("Themes", "cooperation", "private_sector")


class Coded(NamedTuple):
    """A stretch of a source, the code it has, and why."""

    start: int
    end: int
    code: Code
    why: str


def write_refi(content: ExportContent, path: Path) -> None:
    """Write the documents as a REFI-QDA project."""
    with zipfile.ZipFile(path, "w") as archive:
        project = _project(content)
        _store(archive, "project.qde", ET.tostring(project, encoding="utf-8", xml_declaration=True))
        for analysis in content.analyses:
            # The name inside the archive is a GUID, never the document's own, which may be a path.
            text = _Lines(analysis.document.text).text
            _store(archive, f"sources/{_guid('source', analysis.document.name)}.txt", text.encode("utf-8", "replace"))


def _store(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


class _Lines:
    """A text with LF for each line end, and where its characters have gone."""

    def __init__(self, source: str) -> None:
        self.text = source.replace("\r\n", "\n").replace("\r", "\n")
        parts = source.split("\r\n")
        self._cut = list(accumulate(len(part) + 2 for part in parts[:-1]))  # offsets after each CR LF

    def place(self, offset: int) -> int:
        """Return where the character at `offset` of the source stands now."""
        return offset - bisect_right(self._cut, offset)


def _project(content: ExportContent) -> ET.Element:
    coded = {analysis.document.name: list(_coded(analysis)) for analysis in content.analyses}
    version = dict(content.made_with).get("cnd-tools", "")
    about = {"name": "cnd-tools", "origin": f"cnd-tools {version}".strip(), "creatingUserGUID": USER}
    project = ET.Element("Project", {"xmlns": NAMESPACE, **about})
    ET.SubElement(ET.SubElement(project, "Users"), "User", {"guid": USER, "name": "cnd-tools"})
    codes = {one.code for found in coded.values() for one in found}
    if codes:
        _codebook(ET.SubElement(ET.SubElement(project, "CodeBook"), "Codes"), codes, _Names(content))
    if content.analyses:
        variables = ET.SubElement(project, "Variables")
        for name in VARIABLES:
            about = {"guid": _guid("variable", name), "name": name, "typeOfVariable": "Text"}
            ET.SubElement(variables, "Variable", about)
        cases = ET.SubElement(project, "Cases")
        for analysis in content.analyses:
            _case(cases, analysis.document)
        sources = ET.SubElement(project, "Sources")
        for analysis in content.analyses:
            _source(sources, analysis, coded[analysis.document.name])
    ET.SubElement(project, "Description").text = legal(
        "; ".join(f"{name} {value}" for name, value in content.made_with)
    )
    return project


def _coded(analysis: Analysis) -> Iterator[Coded]:
    points = {point.point: point for point in analysis.points}
    for theme in analysis.themes:
        point = points[theme.point]
        yield Coded(point.start, point.end, ("Themes", theme.pillar, theme.theme), f"{theme.point}: {theme.evidence}")
    for actor in analysis.actors:
        yield Coded(actor.start, actor.end, ("Actors", actor.actor, actor.role), f"{actor.point}: {actor.rule}")
    for position in analysis.positions:
        code = ("Positions", position.stance, position.extent)
        yield Coded(position.start, position.end, code, f"{position.point}: {position.source or 'no speaker named'}")
    for action in analysis.actions:
        said = f"{action.agent or 'no addressee named'}, {action.cue}: {'not ' * (action.polarity == '-')}{action.aim}"
        yield Coded(action.start, action.end, ("Strengths", action.strength), f"{action.point}: {said}")


class _Names:
    """What codes are called and how they are defined, by the codebook."""

    variables: Mapping[str, tuple[str, ...]] = {
        "Themes": ("", "", "theme"),
        "Actors": ("", "actor", "role"),
        "Positions": ("", "stance", "extent"),
        "Strengths": ("", "strength"),
    }

    def __init__(self, content: ExportContent) -> None:
        self._known = {(row[0], row[1]): (row[2], row[4]) for row in content.codebook.rows}
        # Who is in no lexicon (a person, a body only this text names) is called as the text has it.
        self._names = {row.actor: row.name for analysis in content.analyses for row in analysis.actors}
        self._taken: dict[bool, set[str]] = {True: set(), False: set()}

    def of(self, code: Code) -> tuple[str, str]:
        """Return the label and the definition of a code."""
        variable = self.variables[code[0]][len(code) - 1]
        return self._known.get((variable, code[-1]), (self._names.get(code[-1], code[-1]), ""))

    def alone(self, code: Code, *, above: bool) -> str:
        """Return a name that no other code has; with `above`, none of those that have codes under them."""
        label = self.of(code)[0]
        if code[0] in {"Actors", "Positions"} and len(code) == 3:
            label = f"{self.of(code[:2])[0]}: {label}"
        for name in (label, f"{label} ({code[-2] if len(code) > 1 else 'all'})", f"{label} ({'/'.join(code)})"):
            if name not in self._taken[above]:
                break
        self._taken[above].add(name)
        return name


def _codebook(parent: ET.Element, codes: Iterable[Code], names: _Names) -> None:
    """Add the codes as a tree; only those that can stand on words can be coded with."""
    wanted = {code[:depth] for code in codes for depth in range(1, len(code) + 1)}
    made: dict[Code, ET.Element] = {(): parent}
    parents = {code[:-1] for code in wanted}
    for code in sorted(wanted):
        definition = names.of(code)[1]
        name = legal(names.alone(code, above=code in parents))
        about = {"guid": _guid("code", *code), "name": name, "isCodable": str(code in codes).lower()}
        about["color"] = _colour(code, sorted(one for one in parents if len(one) == 2))
        made[code] = ET.SubElement(made[code[:-1]], "Code", about)
        if definition:
            ET.SubElement(made[code], "Description").text = legal(definition)


def _colour(code: Code, groups: Sequence[Code]) -> str:
    """Return a code's colour: strengths by how strong they are, all others by what they stand under."""
    if code[0] == "Strengths":
        return PAPER.ramp[STEPS.get(code[-1], 0)]
    return COLOURS[groups.index(code[:2]) % len(COLOURS)] if code[:2] in groups else PAPER.quiet


def _case(parent: ET.Element, document: Document) -> None:
    case = ET.SubElement(parent, "Case", {"guid": _guid("case", document.name), "name": legal(document.name)})
    for name in VARIABLES:
        value = getattr(document.masthead, name)
        if value is not None:
            held = ET.SubElement(case, "VariableValue")
            ET.SubElement(held, "VariableRef", {"targetGUID": _guid("variable", name)})
            ET.SubElement(held, "TextValue").text = legal(value)
    ET.SubElement(case, "SourceRef", {"targetGUID": _guid("source", document.name)})


def _source(parent: ET.Element, analysis: Analysis, coded: Iterable[Coded]) -> None:
    document = analysis.document
    guid, lines = _guid("source", document.name), _Lines(document.text)
    about = {"guid": guid, "name": legal(document.name), "plainTextPath": f"internal://{guid}.txt"}
    source = ET.SubElement(parent, "TextSource", {**about, **MADE})
    stretches: defaultdict[tuple[int, int], list[Coded]] = defaultdict(list)
    for one in coded:
        stretches[lines.place(one.start), lines.place(one.end)].append(one)
    for (start, end), found in sorted(stretches.items()):
        _selection(source, (document.name, str(start), str(end)), lines.text[start:end], found)


def _selection(parent: ET.Element, key: tuple[str, str, str], text: str, found: Iterable[Coded]) -> None:
    words = " ".join(legal(text).split())
    place = {"startPosition": key[1], "endPosition": key[2], **MADE}
    name = words if len(words) <= 60 else f"{words[:59]}…"
    selection = ET.SubElement(parent, "PlainTextSelection", {"guid": _guid("selection", *key), "name": name, **place})
    reasons = dict.fromkeys(legal(one.why) for one in found)
    ET.SubElement(selection, "Description").text = "\n".join(reasons)
    for code in dict.fromkeys(one.code for one in found):
        coding = ET.SubElement(selection, "Coding", {"guid": _guid("coding", *key, *code), **MADE})
        ET.SubElement(coding, "CodeRef", {"targetGUID": _guid("code", *code)})


def _guid(*what: str) -> str:
    return str(uuid5(SEED, "\x1f".join(legal(part) for part in what)))
