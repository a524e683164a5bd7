"""Web annotations (.jsonld): every row as an annotation of the words it speaks of, by position and by quotation.

By the W3C's "Web Annotation Data Model" (23 February 2017): a page of annotations, each with a TextPositionSelector
(code points of the source text, end one past the last) and a TextQuoteSelector. The row itself, column by column, is
under `row`, in a vocabulary of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from cnd_tools.records import Analysis, Document
from cnd_tools.tables import COLUMNS, Table, table
from cnd_tools.views.exports.content import ExportContent
from cnd_tools.views.sources import Source

CONTEXT: list[Any] = ["http://www.w3.org/ns/anno.jsonld", {"cnd": "urn:cnd-tools:", "row": "cnd:row"}]
ROW_CONTEXT: list[Any] = [None, {"@vocab": "urn:cnd-tools:"}]  # columns mean what the codebook says, nothing else
AROUND = 32  # characters of text before and after the words, by which they are found again in a changed text
SEED = uuid5(NAMESPACE_URL, "https://www.w3.org/TR/annotation-model/#cnd-tools")
# By which columns an annotation is tagged: what it is, then what is said of it.
TAGS: Mapping[str, tuple[str, ...]] = {
    "points": ("kind", "point"),
    "actors": ("actor", "role"),
    "themes": ("theme", "pillar"),
    "positions": ("verb", "stance", "extent", "source"),
    "actions": ("lemma", "strength", "agent"),
    "citations": ("type", "cited"),
}


def write_annotations(content: ExportContent, path: Path) -> None:
    """Write all rows of all documents as one page of annotations."""
    generator = {"type": "Software", "name": "; ".join(f"{name} {value}" for name, value in content.made_with)}
    page = json.dumps({"@context": CONTEXT, "type": "AnnotationPage", "generator": generator, "startIndex": 0})
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
        out.write(page.removesuffix("}") + ', "items": [')  # an annotation a line, written as it is made
        before = "\n"
        for analysis, source in zip(content.analyses, content.sources, strict=True):
            for item in _items(analysis, source):
                out.write(before + json.dumps(item, ensure_ascii=False))
                before = ",\n"
        out.write("\n]}\n")


def _items(analysis: Analysis, source: Source) -> Iterator[dict[str, Any]]:
    about = {"id": quote(source.file), "type": "Text", "cnd:sha256": source.sha256, "cnd:bytes": source.size}
    for name in COLUMNS:
        rows = table(name, getattr(analysis, name))
        for number, row in enumerate(_records(rows)):
            yield {
                "id": uuid5(SEED, f"{source.sha256} {source.document} {name} {number}").urn,
                "type": "Annotation",
                "motivation": "identifying" if name == "points" else "tagging",
                "body": [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in _tags(name, row)],
                "target": {"source": about, "selector": _selectors(analysis.document, row["start"], row["end"])},
                "row": {"@context": ROW_CONTEXT, "table": name, **row},
            }


def _records(rows: Table) -> Iterable[dict[str, Any]]:
    return (dict(zip(rows.columns, row, strict=True)) for row in rows.rows)


def _tags(name: str, row: Mapping[str, Any]) -> Iterator[str]:
    return (f"{column}:{row[column]}" for column in TAGS[name] if row[column] is not None)


def _selectors(document: Document, start: int, end: int) -> list[dict[str, Any]]:
    text = document.text
    around = {"prefix": text[max(start - AROUND, 0) : start], "suffix": text[end : end + AROUND]}
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": text[start:end], **around},
    ]
