"""UIMA CAS JSON for INCEpTION: a whole document, a sentence a point, actors and themes as named entities.

By "UIMA CAS JSON 0.4.0" (Eckart de Castilho et al.). An actor is a named entity on its words, its role the value and
its id the identifier; a theme is one on the whole paragraph, its id the value. Of the layers that INCEpTION brings this
one has both, so that a new project needs no setting up. Offsets are UTF-16 units.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, TextIO

from cnd_tools.errors import UsageError
from cnd_tools.records import Analysis
from cnd_tools.tables import CODED
from cnd_tools.views.safe import legal

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
ENTITY = f"{_DKPRO}.ner.type.NamedEntity"
SENTENCE, TOKEN = f"{_DKPRO}.segmentation.type.Sentence", f"{_DKPRO}.segmentation.type.Token"
_WORD = re.compile(r"\w+|[^\w\s]")
VIEW = "_InitialView"


def write_inception(analyses: tuple[Analysis, ...], out: TextIO) -> None:
    """Write the one document of an export.

    Raises:
        UsageError: there are several documents, or none.
    """
    if len(analyses) != 1:
        raise UsageError(f"a file for INCEpTION holds one document, not {len(analyses)}; write one for each")
    (analysis,) = analyses
    text = legal(analysis.document.text)
    found = [{"%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": VIEW, "mimeType": "text/plain", "sofaString": text}]
    found += list(_features(analysis, _Units(text), text))
    numbered = [{"%ID": number, **one} for number, one in enumerate(found, 1)]
    members = [one["%ID"] for one in numbered[1:]]
    cas = {"%TYPES": _types(), "%FEATURE_STRUCTURES": numbered, "%VIEWS": {VIEW: {"%SOFA": 1, "%MEMBERS": members}}}
    json.dump(cas, out, ensure_ascii=False, indent=1)
    out.write("\n")


class _Units:
    """From characters of a text to UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, letter in enumerate(text) if letter > "\uffff"]

    def __call__(self, at: int) -> int:
        return at + bisect_left(self._wide, at)


def _features(analysis: Analysis, units: _Units, text: str) -> Iterator[dict[str, Any]]:
    def of(kind: str, start: int, end: int, **more: str) -> dict[str, Any]:
        return {"%TYPE": kind, "@sofa": 1, "begin": units(start), "end": units(end), **more}

    points = {point.point: point for point in analysis.points}
    for point in analysis.points:
        if point.start < point.end:
            yield of(SENTENCE, point.start, point.end)
            for word in _WORD.finditer(text, point.start, point.end):
                yield of(TOKEN, word.start(), word.end())
    for theme in analysis.themes:
        if points[theme.point].kind in CODED:
            yield of(ENTITY, points[theme.point].start, points[theme.point].end, value=theme.theme)
    for actor in analysis.actors:
        yield of(ENTITY, actor.start, actor.end, value=actor.role, identifier=legal(actor.actor))


def _types() -> dict[str, Any]:
    """Return the types that are not UIMA's own, as far as we use them."""

    def kind(name: str, *features: str) -> dict[str, Any]:
        said = {one: {"%NAME": one, "%RANGE": "uima.cas.String"} for one in features}
        return {"%NAME": name, "%SUPER_TYPE": "uima.tcas.Annotation", **said}

    return {ENTITY: kind(ENTITY, "value", "identifier"), SENTENCE: kind(SENTENCE), TOKEN: kind(TOKEN)}
