"""The notes of a Word document, and the marks that are printed where the text refers to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cnd_tools.reading.word_numbers import printed
from cnd_tools.reading.word_styles import Element, W, number, value


class Notes:
    """Numbers the notes in the order in which the text refers to them, each once.

    Args:
        notes: "footnote" and "endnote" to the notes by their id.
        settings: root of the settings part, for how notes are numbered.
    """

    def __init__(self, notes: Mapping[str, Mapping[str, Element]], settings: Element | None) -> None:
        self._all = notes
        self._settings = settings
        self._next = {kind: self._start(kind) for kind in notes}
        self._place = 0
        self.sections: list[Element] = []
        self.referred: list[tuple[str, Element]] = []
        self._marks: dict[tuple[str, str], str] = {}

    def section(self) -> Element | None:
        """Return the properties of the section we are in."""
        return self.sections[self._place] if self._place < len(self.sections) else None

    def next_section(self) -> None:
        """Go on to the next section, where notes may be numbered from the start again."""
        self._place += 1
        for kind in self._next:
            if self._said(kind, "numRestart") == "eachSect":
                self._next[kind] = self._start(kind)

    def refer(self, reference: Element) -> str:
        """Return the mark printed for a reference and remember its note; "" where the mark is the author's own.

        Word has each note referred to once. Where a file says otherwise its mark stands again and the note does not:
        a note may refer to itself, or a short file to a long one a million times.
        """
        kind = reference.tag.removeprefix(W).removesuffix("Reference")
        ident = reference.get(W + "id", "")
        note = self._all.get(kind, {}).get(ident)
        if note is None:
            return ""
        if (kind, ident) not in self._marks:
            own = reference.get(W + "customMarkFollows") in {"1", "true", "on"}
            self._marks[kind, ident] = "" if own else self._numbered(kind)
            self.referred.append((self._marks[kind, ident], note))
        return self._marks[kind, ident]

    def unreferred(self) -> Iterator[Element]:
        """Yield the notes that nothing refers to."""
        for kind, notes in self._all.items():
            yield from (note for ident, note in notes.items() if (kind, ident) not in self._marks)

    def _numbered(self, kind: str) -> str:
        style = self._said(kind, "numFmt") or ("lowerRoman" if kind == "endnote" else "decimal")
        mark = printed(self._next[kind], style)
        self._next[kind] += 1
        return mark

    def _start(self, kind: str) -> int:
        return number(self._said(kind, "numStart"), 1)

    def _said(self, kind: str, name: str) -> str | None:
        """Return a property of notes as the section has it, else the whole document."""
        section = self.section() if hasattr(self, "sections") else None
        places = (where.find(f"{W}{kind}Pr") for where in (section, self._settings) if where is not None)
        return next((said for place in places if (said := value(place, name)) is not None), None)
