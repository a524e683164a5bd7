"""Ids that nobody would cite, for labels that are there twice or hang under no number: counted, and warned of once."""

from __future__ import annotations

from collections.abc import Iterator

from cnd_tools.records import Notice
from cnd_tools.segmenting.numbering import Marker
from cnd_tools.segmenting.paragraphs import Paragraph
from cnd_tools.segmenting.series import Place

REPEATS = (
    "{label} is there twice; the second is cited as {id}",
    "{count} labels are there twice; {label} is the first, cited as {id}",
)
HANGING = (
    "a label stands under no number, but under a heading or a paragraph; it is cited as {id}",
    "{count} labels stand under no number, but under a heading or a paragraph; the first is cited as {id}",
)


class Tally:
    """Ids of one kind that nobody would cite: one warning for all of a document.

    Args:
        code: of the warning.
        said: what it says of one, and of several.
    """

    def __init__(self, code: str, said: tuple[str, str]) -> None:
        self.code, self.said = code, said
        self.count = self.line = 0
        self.label = self.id = ""

    def add(self, paragraph: Paragraph, marker: Marker, place: Place) -> None:
        """Count a point."""
        if not self.count:
            self.line, self.label, self.id = paragraph.lines[0].number, marker.label, place.id
        self.count += 1

    def notices(self, document: str) -> Iterator[Notice]:
        """Yield the warning, if there is something to warn of."""
        if self.count:
            said = self.said[self.count > 1].format(count=self.count, label=self.label, id=self.id)
            yield Notice(document, self.line, self.code, said)
