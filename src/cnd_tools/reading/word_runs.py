"""The runs of a Word paragraph as pieces of text, as they read with all tracked changes accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator

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
_WORDS = (W + "t", W + "delText", _M + "t")
_STRUCK = frozenset({W + "del"})
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    # An ordinary hyphen: the word it stands in is the same one.
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}


class Unread:
    """Keeps account of the text of a file that is not read, by where it stands.

    Attributes:
        seen: the elements whose text is read, or that are counted already.
        characters: how many there are of each kind.
    """

    def __init__(self) -> None:
        self.seen: set[Element] = set()
        self.characters: Counter[str] = Counter()

    def skipped(self, element: Element, kind: str) -> None:
        """Count the text of an element that is passed over."""
        for text in element.iter(*_WORDS):
            if text.tag != W + "delText":
                self.seen.add(text)
                self.characters[kind] += len(text.text or "")

    def look(self, story: Element, kind: str = "text in places that print none") -> None:
        """Count what of a body, header or note was passed over without a word."""
        for text in story.iter(*_WORDS):
            if text not in self.seen and not _said_elsewhere(text):
                struck = text.tag == W + "delText" or _within(text, _STRUCK)
                self.characters["text struck out in tracked changes" if struck else kind] += len(text.text or "")


def unclosed(story: Element) -> set[Element]:
    """Return where fields begin that never end: Word shows what follows them, so they are taken for none."""
    opened: list[Element] = []
    for bound in story.iter(W + "fldChar"):
        if _within(bound, _STRUCK | {W + "moveFrom"}):
            continue
        kind = bound.get(W + "fldCharType")
        if kind == "begin":
            opened.append(bound)
        elif kind == "end" and opened:
            opened.pop()
    return set(opened)


class Runs:
    """Reads paragraphs one after another; fields may begin in one and end in another.

    Args:
        styles: of the document.
        note: called with a footnoteReference or endnoteReference, returns the mark it prints.
        box: called with the content of each text box.
        unread: keeps account of what is read and what is not.
        own: the mark of the note that is read, for `w:footnoteRef`.
    """

    def __init__(
        self,
        styles: Styles,
        note: Callable[[Element], str],
        box: Callable[[Element], None],
        unread: Unread,
        own: str = "",
    ) -> None:
        self._styles = styles
        self._note = note
        self._box = box
        self._own = own
        self._unread = unread
        self._unclosed: set[Element] = set()
        # One entry for each open field: whether we are still in its instruction, which is not printed.
        self._fields: list[bool] = []

    def begin(self, story: Element) -> None:
        """Be ready for the paragraphs of a body, header or note: what hides a field's instruction must end in it."""
        self._unclosed |= unclosed(story)

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
                self._unread.seen.add(child)
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
                self._field(child)
            elif child.tag in _SKIPPED or hidden or any(self._fields):
                self._unread.skipped(child, "hidden text" if hidden else "text in the instructions of fields")
            elif child.tag in {W + "footnoteReference", W + "endnoteReference"}:
                own_mark = child.get(W + "customMarkFollows") in {"1", "true", "on"}
                yield like._replace(text=self._note(child), note=True)
            elif child.tag in {W + "footnoteRef", W + "endnoteRef"}:
                yield like._replace(text=self._own)
            elif (text := _text(child)) is not None:
                self._unread.seen.add(child)
                yield like._replace(text=text, note=own_mark)
            elif child.tag == _MC + "AlternateContent":
                yield from self._walk(_alternative(child), look)
            else:
                yield from self._walk(child, look)

    def _field(self, bound: Element) -> None:
        kind = bound.get(W + "fldCharType")
        if kind == "begin" and bound not in self._unclosed:
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def _within(element: Element, tags: Container[str]) -> bool:
    return any(parent.tag in tags for parent in element.iterancestors())


def _said_elsewhere(text: Element) -> bool:
    """Return whether a text is one of several ways to say the same, or was moved to where it is read."""
    inner = text
    for parent in text.iterancestors():
        if parent.tag == W + "moveFrom" or (parent.tag == _MC + "AlternateContent" and _alternative(parent) != inner):
            return True
        inner = parent
    return False


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
