"""Paragraphs to points: what each is, under which heading it stands, and its row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from cnd_tools.lexicon.openings import words
from cnd_tools.records import Document, Mark, Notice, Point
from cnd_tools.segmenting.clean import Cleaner
from cnd_tools.segmenting.drafts import in_preamble
from cnd_tools.segmenting.headings import Headings, is_counted, is_lettered, is_part
from cnd_tools.segmenting.labels import WORDED
from cnd_tools.segmenting.making import make_point
from cnd_tools.segmenting.numbering import Marker
from cnd_tools.segmenting.openings import enacts, opening
from cnd_tools.segmenting.outline import Outline
from cnd_tools.segmenting.paragraphs import ENDS, STOPS, Paragraph, next_letter
from cnd_tools.segmenting.preambles import begins, considers, decides, enacted, is_operative, recites, stands_alone
from cnd_tools.segmenting.series import Place
from cnd_tools.segmenting.tallies import HANGING, REPEATS, Tally
from cnd_tools.segmenting.unlabelled_items import begins_item, leads
from cnd_tools.segmenting.unlabelled_names import names_ahead

_LONGEST_PART = 3  # words
_AHEAD = 8  # paragraphs looked ahead at to tell "(i)" from "(i)"
_SAID = {
    "gap": "{label} follows {after}: something is missing between them, or it is misnumbered",
    "begins": "the numbering begins at {label}: what comes before it is missing, or it is misnumbered",
    "order": "{label} follows {after}: the numbering goes back",
}
_VERBS = frozenset(words()["opening"]["verbs"].split())


class Builder:
    """Makes the points of one document, in order.

    Attributes:
        points: what was made so far.
        notices: what to warn about.
    """

    def __init__(self, document: Document, cleaner: Cleaner, running: frozenset[str] = frozenset()) -> None:
        self.document = document
        self.cleaner = cleaner
        self.points: list[Point] = []
        self.notices: list[Notice] = []
        self._outline = Outline(running)
        self._headings = Headings()
        self._italics = [mark for mark in document.marks if mark.kind == "italic"]
        self._paged = len(document.pages) > 1
        self._page = 1 if document.pages else None  # of a document that is not paged
        self._plain = 0
        self._operative = False  # after an operative paragraph without a number
        self._decided = False  # after "We commit to:", under which nothing is a recital
        self._preamble = False  # between the enacting formula and the first operative paragraph
        self._resolution = False  # where numbered paragraphs have opening phrases
        self._formula = ""  # id of the last enacting formula
        self._numbered = False
        self._number = 0  # of the last numbered paragraph of this part
        self._chapeau = False  # the last paragraph that is no heading ended in a colon
        self._recital = ""  # the last paragraph of a resolution without a number, which has a list as others have
        self._sign = ""  # what the last paragraph ended in
        self._leads = ""  # the last word of a paragraph that can go on only in items, until they end
        self._names = 0  # how many more lines are names that a colon introduces
        self._outer: Point | None = None  # the last point that is not quoted
        self._phrase: tuple[str, str, str | None] = ("", "", None)
        self._repeats = Tally("repeat", REPEATS)
        self._hanging = Tally("hanging", HANGING)

    def build(self, paragraphs: Iterator[Paragraph], kinds: list[str]) -> None:
        """Make the points of all paragraphs, and set the kind of their lines: heading or point.

        Only the next few paragraphs are held, so that those of a long text are never in memory together; and lines that
        have become points let their text go.
        """
        coming = deque(islice(paragraphs, _AHEAD))
        while coming:
            paragraph = coming.popleft()
            following = next(paragraphs, None)
            if following is not None:
                coming.append(following)
            kind = "heading" if self._is_heading(paragraph, coming) else "point"
            for place in paragraph.places:
                kinds[place] = kind
            for line in paragraph.lines:
                line.text = ""  # its point has it: a long text is never in memory as lines and as points
        self.notices += [*self._repeats.notices(self.document.name), *self._hanging.notices(self.document.name)]

    def _is_heading(self, paragraph: Paragraph, coming: Collection[Paragraph]) -> bool:
        """Make the point of a paragraph, and return whether it is a heading."""
        if paragraph.inside:
            self._quoted(paragraph)
            return False
        sign = paragraph.sign
        level = 0
        plain = paragraph.mark is None and paragraph.marker is None
        over = self._sign == "." and sign not in ENDS  # items end alike
        item = plain and self._leads != "" and not over and begins_item(paragraph.first, self._leads)
        if self._sign == ":":
            self._names = names_ahead([paragraph, *coming])
        elif self._names:
            self._names -= 1
        goes_on = plain and (item or self._names > 0 or self._recites(paragraph))
        if (paragraph.mark is not None or sign not in ENDS) and not goes_on:
            ended = not self._chapeau and (self._headings.fresh or self._sign in STOPS or not self.points)
            after = next(iter(coming), None)
            titled = ended and (is_lettered(paragraph, after) or is_counted(paragraph, after, self._number))
            level = self._headings.level(paragraph, last=not coming, lettered=titled)
        if level:
            self._heading(paragraph, level)
        elif paragraph.marker is not None:
            self._marked(paragraph, paragraph.marker, coming)
        else:
            self._unmarked(paragraph, sign, item=item)
        self._headings.fresh = level > 0
        self._sign = sign
        if not (item or (level and not over)):
            self._leads = leads(paragraph.lines[-1].text) if sign == ":" else ""
        self._chapeau = sign == ":" or (self._chapeau and level > 0)
        self._outer = self.points[-1]
        return level > 0

    def _recites(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph without a label is of a preamble, or of what follows one, and so no heading."""
        first = paragraph.first
        return (
            (self._preamble and considers(first))
            or recites(first, paragraph.lines[-1].text, preamble=self._preamble)
            or ((self._preamble or self._operative) and stands_alone(first))
        )

    def _quoted(self, paragraph: Paragraph) -> None:
        """Add a paragraph of a quotation under the point that quotes it; the numbers in it are another text's."""
        outer = self._outer
        level, parent = (outer.level + 1, outer.point) if outer is not None else (1, None)
        paragraph.unlabel()
        self._add(paragraph, Place(self._next_plain(), "unnumbered", level, parent))

    def _heading(self, paragraph: Paragraph, level: int) -> None:
        if paragraph.empty:
            paragraph.unlabel()  # "Section 25": there is nothing but the label, so that is the heading
        label = paragraph.marker.label if paragraph.marker else None
        id_ = self._next_plain()
        self._headings.close(level)
        text = self._add(paragraph, Place(id_, "heading", level)).text
        self._headings.enter(level, f"{label} {text}" if label else text)
        if is_part(text):
            self._resolution = self._preamble = self._operative = self._decided = False
            self._number = 0
            self._outline.close(part=True)
        self._outline.hang(id_, heading=True, chapeau=self._chapeau)

    def _marked(self, paragraph: Paragraph, marker: Marker, coming: Iterable[Paragraph]) -> None:
        if marker.form == "draft" and in_preamble(marker):
            self._unmarked(paragraph, paragraph.sign)
            return
        place = self._outline.place(marker, lambda: next_letter(coming), chapeau=self._chapeau)
        if place.problem or "~" in place.id:
            self._warn_of_place(paragraph, marker, place)
        if place.id[0] == "p" and place.id.partition("(")[0] != self._recital:
            self._hanging.add(paragraph, marker, place)
        if marker.form in WORDED:
            self._headings.end_preamble()
        if paragraph.mark is not None and paragraph.mark.kind == "provision":
            self._headings.close(max(paragraph.mark.level, 1))
        if place.kind == "numbered" and place.level == 1:
            if not (self._numbered or place.problem):
                self._warn_of_beginning(paragraph, marker)
            self._preamble, self._numbered = False, True
            self._number = marker.readings[0].value
            if not self._resolution and (marker.starts or self._enacted()):
                self._resolution = begins(paragraph.first, chapeau=self._chapeau)
        if marker.form in WORDED or not (self._resolution or self._preamble):  # "Article 2 / Obligations of ports"
            self._add(paragraph, place)
        else:
            self._add(paragraph, place, unknown=self._of_resolution(paragraph.first, place))

    def _of_resolution(self, first: str, place: Place) -> str | None:
        """Return which verbs may open a paragraph with a label (see `opening`); None if none may."""
        if not self._resolution or place.level > 1:
            # "The Conference, / (a) Recalling …,", "– having regard to …,", "THE COUNCIL, / (6) POINTS OUT that …"
            shouted = place.kind == "numbered" and len(first) > 1 and first.split(None, 1)[0].isupper()
            return ("verb" if shouted else "") if self._preamble and place.parent == self._formula else None
        third = is_operative(first)
        if place.kind == "roman" and third:  # "II. RECOMMENDS that"; such numbers stand before titles too
            self._preamble = False
            return ""
        asked = self._chapeau and first[:1].islower() and not third  # "1. take measures" under "Recommends that:"
        return "verb" if place.kind == "numbered" and not asked else None

    def _warn_of_place(self, paragraph: Paragraph, marker: Marker, place: Place) -> None:
        """Warn if a label is there twice, or not where it was due."""
        if place.problem == "repeat" or ("~" in place.id and _is_repeat(place)):
            self._repeats.add(paragraph, marker, place)
        elif place.problem:
            said = _SAID[place.problem].format(label=marker.label, id=place.id, after=place.after)
            self._warn(paragraph, place.problem, said)

    def _warn_of_beginning(self, paragraph: Paragraph, marker: Marker) -> None:
        """Warn if the numbers begin with another than 1, save in an excerpt, which has no text above them."""
        above = self.points or self.document.masthead.spans
        if above and marker.readings[0].style == "number" and marker.readings[0].value > 1:
            self._warn(paragraph, "begins", _SAID["begins"].format(label=marker.label))

    def _enacted(self) -> bool:
        """Return whether the body that resolves stands above, alone: "THE CONFERENCE OF THE PARTIES / 4. ADOPTS"."""
        return bool(self.points) and self.points[-1].kind == "heading" and enacted(self.points[-1].text)

    def _unmarked(self, paragraph: Paragraph, sign: str, *, item: bool = False) -> None:
        id_ = self._next_plain()
        first = paragraph.first
        if is_part(first) and len(first.split()) <= _LONGEST_PART:
            self._outline.close(part=True)  # "ANNEX I."
        above = self._outline.list_parent() if self._closes_list(first) else self._outline.provision()
        if above is not None:
            self._add(paragraph, Place(id_, "unnumbered", above.level + 1, above.id))
        elif paragraph.marker is None and self._is_operative_alone(first):
            self._resolution, self._preamble, self._operative, self._recital = True, False, True, id_
            self._add(paragraph, Place(id_, "unnumbered"), unknown="")
        elif paragraph.marker is not None or self._is_preambular(paragraph, sign):  # "PP1" says so
            self._resolution, self._preamble, self._recital = True, True, id_
            self._add(paragraph, Place(id_, "preambular"), unknown="participle")
        else:
            self._add(paragraph, Place(id_, "unnumbered"))
            if sign == ":" and decides(self.points[-1].text):
                self._preamble, self._decided = False, True
            elif sign == "," and enacts(self.points[-1].text):
                self._resolution, self._preamble, self._decided = True, True, False
                self._formula = id_
                self._outline.close(part=False)
            elif self._numbered and not item:
                said = f"a paragraph without a number among numbered ones; cited as {id_}"
                self._warn(paragraph, "unplaced", said)
        self._outline.hang(id_, chapeau=sign == ":" or stands_alone(first))

    def _is_operative_alone(self, first: str) -> bool:
        """Return whether a paragraph without a number is operative: after a preamble, or the body that resolves."""
        above = self.points[-1] if self.points else None
        named = enacted(above.text) if above is not None else self.document.masthead.body is not None
        begins = self._preamble or self._operative or named
        return begins and is_operative(first)

    def _closes_list(self, first: str) -> bool:
        """Return whether a paragraph has the words that close a list: "(b) nets, / shall give them up"."""
        listed = self._outer is not None and self._outer.kind in {"lettered", "roman", "bulleted"}
        return listed and first[:1].islower()

    def _is_preambular(self, paragraph: Paragraph, sign: str) -> bool:
        """Return whether a paragraph is one of a preamble: opens as one, and ends so that another follows."""
        first, above = paragraph.first, self.points[-1].text if self.points else ""
        if self._preamble and sign == ",":
            return not first.startswith("The ")
        if recites(first, paragraph.lines[-1].text, above=above, preamble=self._preamble):
            return True
        if self._decided or (not self._preamble and sign not in ",;"):
            return False
        phrase = self._asked(first, "participle" if self._preamble else "")
        # "Have agreed as follows:" enacts what stands under it.
        return phrase is not None and not (sign == ":" and phrase.split()[0].lower() in _VERBS)

    def _asked(self, text: str, unknown: str) -> str | None:
        """Return the opening phrase of a text; that of a preambular paragraph is asked for twice, and found once."""
        if self._phrase[0] != text or self._phrase[1] != unknown:
            self._phrase = (text, unknown, opening(text, unknown=unknown))
        return self._phrase[2]

    def _next_plain(self) -> str:
        self._plain += 1
        return f"p{self._plain}"

    def _add(self, paragraph: Paragraph, place: Place, *, unknown: str | None = None) -> Point:
        """Add the point a paragraph makes.

        Args:
            paragraph: its lines.
            place: what it is and where it belongs.
            unknown: which verbs open it besides the known ones (see `opening`); None if it has no opening phrase.
        """
        first = paragraph.lines[0]
        marker = paragraph.marker
        if len(paragraph.lines) == 1:
            said = paragraph.first
            end = first.left + len(first.text)
            start = end - len(said)
            text, pieces = self.cleaner.line(said, start)
        else:
            texts, starts = paragraph.said()
            start, end = starts[0], starts[-1] + len(texts[-1])
            text, pieces = self.cleaner.lines(texts, starts)
        phrase = None
        if unknown is not None:
            phrase = (self._italics and self._italic(start, text)) or self._asked(text, unknown)
        # By position: it is the most frequent call of all, and names take a third more time.
        point = make_point(
            self.document.name,
            place.id,
            marker.label if marker is not None else None,
            place.kind,
            place.level,
            place.parent,
            self._headings.section,
            bisect_right(self.document.pages, first.left) if self._paged else self._page,
            first.number,
            start,
            end,
            phrase or None,
            text,
            pieces,
        )
        self.points.append(point)
        return point

    def _italic(self, start: int, text: str) -> str | None:
        """Return the opening phrase as the format has it: what is set in italics at the start of the text."""
        at = bisect_left(self._italics, Mark(start, 0, ""))
        if at == len(self._italics) or self._italics[at].start != start:
            return None
        size = self._italics[at].end - start
        return text[:size].strip(" ,:") if size < len(text) else None

    def _warn(self, paragraph: Paragraph, code: str, text: str) -> None:
        self.notices.append(Notice(self.document.name, paragraph.lines[0].number, code, text))


def _is_repeat(place: Place) -> bool:
    """Return whether it is the label itself that is there twice, and not that of the point above."""
    return not place.problem and "~" in place.id.removeprefix(place.parent or "")
