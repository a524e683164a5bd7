"""Who cites what, as a graph: GraphML for Gephi, yEd, Cytoscape, R and networkx, or a picture.

A document and what it cites are nodes; where one of the documents is cited by another, they are one node. Paragraphs of
a document's own, and what is cited under no certain symbol, are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TextIO

from cnd_tools.comparing.citations import labels
from cnd_tools.records import Analysis
from cnd_tools.views.palette import PAPER
from cnd_tools.views.safe import in_xml, legal

MOST = 40  # cited things in the picture, those that most documents cite
ROW, WIDE, LEFT, RIGHT = 22, 900, 250, 560  # pixels: of a line, of the picture, where lines begin and end
LONGEST = 44  # letters of a name in the picture


@dataclass(frozen=True, slots=True)
class Graph:
    """Who cites what.

    Attributes:
        nodes: ids, each with its type ("text" for the documents themselves) and its name.
        edges: who cites whom, with the citing paragraphs in order.
    """

    nodes: Mapping[str, tuple[str, str]]
    edges: Mapping[tuple[str, str], tuple[str, ...]]


def graph(analyses: Sequence[Analysis]) -> Graph:
    """Return who cites what in some documents."""
    own = {one.document.masthead.symbol or one.document.name: one.document.name for one in analyses}
    nodes = {name: ("text", name if symbol == name else f"{name} ({symbol})") for symbol, name in own.items()}
    edges: dict[tuple[str, str], list[str]] = {}
    for one in analyses:
        for row in one.citations:
            if row.cited is not None and row.type != "paragraph":
                target = own.get(row.cited, row.cited)
                nodes.setdefault(target, (row.type, labels().get(row.cited, row.cited)))
                edges.setdefault((one.document.name, target), []).append(row.point)
    return Graph(nodes, {pair: tuple(points) for pair, points in edges.items()})


def write_graphml(found: Graph, out: TextIO) -> None:
    """Write a graph as GraphML: nodes with `type` and `label`, directed edges with `weight` and `points`."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for name, of, kind in (
        ("label", "node", "string"),
        ("type", "node", "string"),
        ("weight", "edge", "int"),
        ("points", "edge", "string"),
    ):
        out.write(f'<key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n')
    out.write('<graph id="citations" edgedefault="directed">\n')
    for node, (type_, label) in found.nodes.items():
        out.write(f'<node id="{_quoted(node)}">{_data("label", label)}{_data("type", type_)}</node>\n')
    for (source, target), points in found.edges.items():
        said = _data("weight", str(len(points))) + _data("points", " ".join(points))
        out.write(f'<edge source="{_quoted(source)}" target="{_quoted(target)}">{said}</edge>\n')
    out.write("</graph>\n</graphml>\n")


def write_svg(found: Graph, out: TextIO) -> None:
    """Write a picture of a graph: texts on the left, what most of them cite on the right, lines as thick as often."""
    times = Counter[str]()
    for (_, target), points in found.edges.items():
        times[target] += 1000 + min(len(points), 999)  # first by how many texts cite it, then by how many paragraphs
    shown = sorted(times, key=lambda name: (-times[name], name))[:MOST]
    texts = list(dict.fromkeys(source for source, _ in found.edges))
    high = ROW * (max(len(texts), len(shown), 1) + 3)
    out.write(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" width="{WIDE}" height="{high}" '
        f'font-family="Liberation Sans, Arial, Helvetica, sans-serif" font-size="12" role="img">\n'
        f"<title>Who cites what</title>\n"
        f'<rect width="{WIDE}" height="{high}" fill="{PAPER.ground}"/>\n'
    )
    ours, theirs = _places(texts, high), _places(shown, high)
    for (source, target), points in found.edges.items():
        if target in theirs:
            out.write(_line(ours[source], theirs[target], len(points), PAPER.documents[texts.index(source) % 6]))
    for name, y in ours.items():
        out.write(_text(LEFT - 8, y, "end", _cut(name)))
    for name, y in theirs.items():
        out.write(_text(RIGHT + 8, y, "start", _cut(found.nodes[name][1])))
    left_out = len(times) - len(shown)
    if left_out:
        out.write(_text(RIGHT + 8, high - ROW / 2, "start", f"… and {left_out} more, cited by fewer"))
    out.write("</svg>\n")


def _places(names: Sequence[str], high: int) -> dict[str, float]:
    """Return the heights of names, spread evenly."""
    step = (high - 2 * ROW) / max(len(names), 1)
    return {name: round(ROW / 2 + step * (number + 0.5), 1) for number, name in enumerate(names)}


def _line(y: float, other: float, weight: int, colour: str) -> str:
    middle = (LEFT + RIGHT) // 2
    path = f"M{LEFT},{y} C{middle},{y} {middle},{other} {RIGHT},{other}"
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-opacity="0.6" stroke-width="{min(weight, 8)}"/>\n'


def _text(x: float, y: float, anchor: str, words: str) -> str:
    said = escape(in_xml(words))
    return f'<text x="{x}" y="{y + 4}" text-anchor="{anchor}" fill="{PAPER.ink}">{said}</text>\n'


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _quoted(text: str) -> str:
    return escape(legal(text), quote=True)


def _data(key: str, text: str) -> str:
    return f'<data key="{key}">{escape(legal(text))}</data>'
