"""What flows between the rooms: plain, frozen records, their fields named as the columns of the tables.

Offsets are half-open character offsets. In a row that has been bound to its document they point into the
document's source text; `Point.locate` is the one way from a point's clean text back to the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

ABOUT = ".about"
"""Ending of a file beside a text, in which a user states what its title page does not (`cnd_tools.reading.stated`)."""


class Mark(NamedTuple):
    """What a file format itself says of a stretch of the text, for the segmenter to take at its word.

    Attributes:
        start: first character in `Document.text`.
        end: one past the last.
        kind: "furniture", "note", "noteref" (the mark of a note in running text), "heading", "paragraph", "item",
            "label" (its number or letter, where that is known),
            "contents" (a table of contents), "table" (a diagram too), "masthead" or "italic". A paragraph that a page
            break divides has one mark over both parts; what stands between them has marks of its own.
        level: depth of a heading (1 is highest) or of a list item (1 is outermost); 0 where it means nothing.
    """

    start: int
    end: int
    kind: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above a document's text; None where the document does not say.

    `spans` are the stretches of the source the fields were read from, whole lines, in order.
    """

    symbol: str | None = None
    body: str | None = None
    session: str | None = None
    date: str | None = None
    agenda_item: str | None = None
    title: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A source text, decoded and otherwise untouched.

    Attributes:
        name: the user's name for it, a file's stem unless told otherwise; never inferred from the text.
        text: the source text all offsets point into.
        path: where it was read from, as the user would type it; None for text that came from nowhere.
        masthead: what was read above the text.
        pages: offsets at which pages begin, the first always 0; a single page where the format has none;
            none where there are pages and nobody knows where they begin.
        marks: what the file's format said about stretches of the text, in order of start.
        rows: offsets in the text with the line of the file that stands there, where the text is not the file's own
            (HTML, Markdown); empty where a line of the text is one of the file, or the file has no lines.
        told: whether a dataset tells of it: `path` is then hearsay, and not opened, as whoever made the dataset may
            have named any file of the reader's.
        unread: what the file holds and the text does not, each kind with its count, for a notice each.
    """

    name: str
    text: str
    path: str | None = None
    masthead: Masthead = Masthead()
    pages: tuple[int, ...] = (0,)
    marks: tuple[Mark, ...] = ()
    rows: tuple[tuple[int, int], ...] = ()
    told: bool = field(default=False, compare=False)
    unread: tuple[str, ...] = field(default=(), compare=False)

    def __repr__(self) -> str:
        """Return its name and size: a notebook prints what a line ends in, and the text would be all of the window."""
        return f"<Document {self.name}: {len(self.text):,} characters>"


class Piece(NamedTuple):
    """`length` characters that a point's text has from `text` on and the source from `source` on, the same in both."""

    text: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class Point:
    """The smallest thing that can be cited: a numbered, lettered or otherwise separate paragraph.

    Attributes:
        document: the document's name.
        point: the citation, unique in its document: "4", "4(c)", "s2:4(c)(ii)", "p3".
        label: the number or letter as printed, "(c)"; None where there is none.
        kind: masthead, heading, preambular, numbered, lettered, roman, bulleted, unnumbered or note.
        level: depth in the tree, 1 outermost; for a heading, its level.
        parent: the `point` this one hangs under, or None.
        section: the headings above it, " > " between them, or None.
        page: 1-based; None where the file has pages and does not say where they begin.
        line: 1-based line at which it starts: of the file, or of the text read from a PDF or Word document.
        start: first character of its text in the source, after its label.
        end: one past its last character in the source.
        opening: opening phrase of a preambular or operative paragraph ("Calls upon"), or None.
        text: clean text: lines joined, real hyphens kept, note marks gone.
        pieces: how `text` lies in the source, in order of both; what is between two pieces was joined or taken out.
    """

    document: str
    point: str
    label: str | None
    kind: str
    level: int
    parent: str | None
    section: str | None
    page: int | None
    line: int
    start: int
    end: int
    opening: str | None
    text: str
    pieces: tuple[Piece, ...] = ()

    @property
    def words(self) -> int:
        """Number of whitespace-separated words."""
        return len(self.text.split())

    @property
    def sentences(self) -> int:
        """Number of sentences, by the segmenter's own rule (see `cnd_tools.segmenting.sentences`)."""
        from cnd_tools.segmenting.sentences import count_sentences

        return count_sentences(self.text)

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return where characters `start` to `end` of the clean text stand in the source.

        Raises:
            ValueError: the stretch is empty or outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no stretch {start}:{end} in a point of {len(self.text)} characters")
        return self._source(start), self._source(end - 1) + 1

    def find(self, start: int, end: int) -> tuple[int, int]:
        """Return where characters `start` to `end` of the source stand in the clean text: the inverse of `locate`."""
        return self._text(start), self._text(end - 1) + 1

    def _text(self, offset: int) -> int:
        piece = self.pieces[max(bisect_right(self.pieces, offset, key=lambda p: p.source) - 1, 0)]
        return piece.text + min(max(offset - piece.source, 0), piece.length - 1)

    def _source(self, offset: int) -> int:
        piece = self.pieces[max(bisect_right(self.pieces, offset, key=lambda p: p.text) - 1, 0)]
        # A character that stands between two pieces (the space where lines were joined) is put at the first one's end.
        return piece.source + min(max(offset - piece.text, 0), piece.length - 1)


NUMBERING = frozenset({"gap", "repeat", "order"})
"""Codes of the notices that doubt the numbering of a text, which `strict` refuses it for."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader should know of a source: a gap in the numbering, a paragraph that could not be placed.

    Attributes:
        document: the document's name.
        line: 1-based line of the source.
        code: "gap", "repeat", "order", "begins", "unplaced", "hanging", "empty", "table", "masthead", …: stable, for
            scripts.
        text: one sentence for people.
    """

    document: str
    line: int
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Segmented:
    """A document and its points.

    Attributes:
        document: what was segmented.
        points: every line that is not blank or furniture, in reading order: masthead, headings, points, notes.
        ledger: characters of the source by kind (masthead, heading, point, note, furniture, blank, none);
            they add up to the length of the text, and "none" is 0.
        notices: what to warn about, by line.
    """

    document: Document
    points: tuple[Point, ...]
    ledger: Mapping[str, int] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    def __repr__(self) -> str:
        """Return its name and size, as a document does."""
        return f"<Segmented {self.document.name}: {len(self.points):,} points>"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who says, acts, is asked to act, is helped or is named: one row each mention's (actor, role) once a point."""

    document: str
    point: str
    actor: str
    name: str
    type: str
    role: str
    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme a point speaks of; `evidence` is the words that say so, "; " between them, the first at start:end."""

    document: str
    point: str
    theme: str
    title: str
    pillar: str
    hits: int
    evidence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Position:
    """Who is said to hold what: one row each reporting verb and holder. `source` is None where nobody is named."""

    document: str
    point: str
    source: str | None
    source_text: str | None
    verb: str
    verb_text: str
    stance: str
    extent: str
    message: str | None
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done, or not: one row each verb under a deontic cue. `agent` is None where the text names none."""

    document: str
    point: str
    agent: str | None
    agent_text: str | None
    cue: str
    strength: str
    aim: str
    lemma: str
    object: str | None
    recipient: str | None
    condition: str | None
    polarity: str
    source: str | None
    text: str
    start: int
    end: int
    rule: str
    agents: str | None = None
    deadline: str | None = None
    quantity: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """What a point cites, once a point; `cited` is its symbol or id, None where the text does not say whose it is."""

    document: str
    point: str
    cited: str | None
    type: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with all that was found in it: the one result every view and comparison is made from."""

    document: Document
    points: tuple[Point, ...]
    actors: tuple[Actor, ...] = ()
    themes: tuple[Theme, ...] = ()
    positions: tuple[Position, ...] = ()
    actions: tuple[Action, ...] = ()
    ledger: Mapping[str, int] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        """Return its name and size, as a document does."""
        rows = ", ".join(f"{len(getattr(self, name)):,} {name}" for name in FOUND)
        return f"<Analysis {self.document.name}: {len(self.points):,} points; {rows}>"


FOUND: Mapping[str, Any] = {
    "actors": Actor,
    "themes": Theme,
    "positions": Position,
    "actions": Action,
    "citations": Citation,
}
"""The tables of an analysis beside its points, each a field of it, with the record that is a row."""
