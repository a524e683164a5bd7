"""The runs of a Word paragraph as pieces of text, as they read with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cnd_tools.reading.pieces import PAGE, Piece
from cnd_tools.reading.symbols import sign
from cnd_tools.reading.word_styles import Element, Look, Styles, W, number, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Properties, what was deleted or moved away, and what is not in the line of the text.
_SKIPPED = {
    W + name
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "commentReference"),
        *("del", "moveFrom", "delText", "instrText", "delInstrText"),
    )
}
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    # An ordinary hyphen: the word it stands in is the same one.
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}


class Runs:
    """Reads paragraphs one after another; fields may begin in one and end in another.

    Args:
        styles: of the document.
        note: called with a footnoteReference or endnoteReference, returns the mark it prints.
        box: called with the content of each text box.
        own: the mark of the note that is read, for `w:footnoteRef`.
    """

    def __init__(
        self, styles: Styles, note: Callable[[Element], str], box: Callable[[Element], None], own: str = ""
    ) -> None:
        self._styles = styles
        self._note = note
        self._box = box
        self._own = own
        # One entry for each open field: whether we are still in its instruction, which is not printed.
        self._fields: list[bool] = []

    def read(self, paragraph: Element, look: Look) -> list[Piece]:
        """Return the pieces of a paragraph."""
        return list(self._walk(paragraph, look))

    def _walk(self, parent: Element, look: Look) -> Iterator[Piece]:
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag == W + "r":
                yield from self._run(child, look)
            elif tag == _M + "t":
                yield Piece(child.text or "")
            elif tag == _MC + "AlternateContent":
                yield from self._walk(_alternative(child), look)
            elif tag == W + "txbxContent":
                self._box(child)
            else:
                yield from self._walk(child, look)

    def _run(self, run: Element, look: Look) -> Iterator[Piece]:
        properties = run.find(W + "rPr")
        hidden = self._styles.run(look, properties, "vanish")
        like = Piece(
            "",
            self._styles.run(look, properties, "b"),
            self._styles.run(look, properties, "i"),
            self._styles.size(look, properties),
            raised=value(properties, "vertAlign") == "superscript",
        )
        own_mark = False
        for child in run:
            if child.tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif child.tag in _SKIPPED or hidden or any(self._fields):
                continue
            elif child.tag in {W + "footnoteReference", W + "endnoteReference"}:
                own_mark = child.get(W + "customMarkFollows") in {"1", "true", "on"}
                yield like._replace(text=self._note(child), note=True)
            elif child.tag in {W + "footnoteRef", W + "endnoteRef"}:
                yield like._replace(text=self._own)
            elif (text := _text(child)) is not None:
                yield like._replace(text=text, note=own_mark)
            elif child.tag == _MC + "AlternateContent":
                yield from self._walk(_alternative(child), look)
            else:
                yield from self._walk(child, look)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def _text(child: Element) -> str | None:
    """Return what a leaf of a run prints, None for what is no leaf."""
    if child.tag == W + "t":
        return child.text or ""
    if child.tag == W + "br":
        return {"page": PAGE, "column": "\n"}.get(child.get(W + "type", ""), "\n")
    if child.tag == W + "lastRenderedPageBreak":
        return PAGE
    if child.tag == W + "sym":
        return _symbol(child)
    return _SIGNS.get(child.tag)


def _symbol(child: Element) -> str:
    try:
        code = int(child.get(W + "char", ""), 16)
        return sign(code, child.get(W + "font", ""))
    except (ValueError, OverflowError):
        return ""


def _alternative(element: Element) -> Element:
    """Return the first of the alternatives: the same thing in the newest way to say it."""
    return next(iter(element), element)


def merged(parent: Element) -> bool:
    """Return whether a paragraph runs on into the next: its end was deleted or moved away in a tracked change."""
    marks = parent.find(f"{W}pPr/{W}rPr")
    return marks is not None and any(marks.find(W + name) is not None for name in ("del", "moveFrom"))


def frame_at_foot(look: Look, page_height: int) -> bool:
    """Return whether a paragraph is fixed in the lower part of its page, as notes to a title page are."""
    frame = None if look.properties is None else look.properties.find(W + "framePr")
    if frame is None or frame.get(W + "vAnchor") != "page":
        return False
    return number(frame.get(W + "y"), 0) > page_height * 0.6
