"""What all screens are made of: a head for each text, lines that fit, bars, and what to type next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.citing import STDIN, cited, plain, typed
from cnd_tools.comparing.page import about
from cnd_tools.comparing.proposing import NOTHING, Asked
from cnd_tools.comparing.scales import rank
from cnd_tools.records import Analysis
from cnd_tools.views.fitting import broken
from cnd_tools.views.safe import visible
from cnd_tools.views.terminal import console

WIDEST = 120  # columns: longer lines are hard to read
NONE = "–"  # for what a text does not name
GAP = 2
STEPS = 5  # of the scale of strengths


class Screen:
    """A terminal and its width, written to line by line; nothing in a text can command it.

    Args:
        out: the terminal.
        asked: what the user typed, which all that is proposed to be typed next keeps to.
    """

    def __init__(self, out: TextIO, asked: Asked = NOTHING) -> None:
        self._console: Console = console(out)
        self._piped = False
        self.asked = asked
        self.width = min(self._console.width, WIDEST)

    def line(self, text: str = "", style: str = "") -> None:
        """Write a line, as wide as it is."""
        self.text(Text(text, style=style))

    def text(self, text: Text) -> None:
        """Write a line that is put together already."""
        self._console.print(text, soft_wrap=True)

    def head(self, analysis: Analysis) -> None:
        """Write a text's name, what it is, and how many paragraphs it has."""
        size = counted(len(coded(analysis)), "paragraph")
        name = visible(analysis.document.name)
        what = cut(visible(about(analysis)), max(self.width - cell_len(name) - cell_len(size) - 2 * GAP - 1, 8))
        self.text(Text(name, style="bold") + Text(f"  {what}, {size}"))

    def tables(self, analyses: Sequence[Analysis], table: Callable[[Analysis, Screen], None], meant: str) -> None:
        """Write the head and the table of each text, and below the last what the words in them mean."""
        for number, one in enumerate(analyses):
            if number:
                self.line()
            self.head(one)
            table(one, self)
        self.line()
        self.legend(meant)

    def legend(self, text: str) -> None:
        """Explain short words in a line, or as many as it takes."""
        self.words(text, "italic")

    def words(self, text: str, style: str = "") -> None:
        """Write a sentence in as many lines as it takes."""
        for line in broken(text, self.width).split("\n"):
            self.line(line, style)

    def command(self, name: str, analysis: Analysis, *more: str) -> str | None:
        """Return what is typed to see more of a text, with the options the user gave; None where it has no name."""
        self._piped = self._piped or typed(analysis.document) == STDIN
        return self.asked.of(name, analysis.document, *more)

    def next(self, *commands: str | None) -> None:
        """Say what may be typed next: as many of these as one line has room for, the first at least."""
        proposed = [visible(command) for command in commands if command is not None]
        if not proposed:
            return
        said = ("Next, with the same text piped in:  " if self._piped else "Next:  ") + proposed[0]
        for command in proposed[1:]:
            if cell_len(f"{said}    {command}") <= self.width:
                said += f"    {command}"
        self.line(said, "bold")


def counted(number: int, what: str) -> str:
    """Return a number of things in words.

    >>> counted(1, "paragraph"), counted(1207, "word"), counted(2, "reply")
    ('1 paragraph', '1,207 words', '2 replies')
    """
    if number == 1:
        return f"1 {what}"
    return f"{number:,} {what.removesuffix('y')}ies" if what.endswith("y") else f"{number:,} {what}s"


def cut(text: str, room: int) -> str:
    """Return the first whole words of a text that have room, with "…" where it was cut.

    >>> cut("Member States should ratify it", 20), cut("Member States", 20), cut("incommunicado", 8)
    ('Member States …', 'Member States', 'incommu…')
    """
    if cell_len(text) <= room:
        return text
    words = text.split(" ")
    while len(words) > 1 and cell_len(" ".join(words)) > room - GAP:
        words.pop()
    kept = " ".join(words).rstrip(",;:")
    return f"{kept} …" if cell_len(kept) <= room - GAP else f"{set_cell_size(kept, max(room - 1, 0)).rstrip()}…"


def both_ends(text: str, room: int, lines: int) -> list[str]:
    """Return a text in so many lines at most: what is too long begins and ends as it does, with "…" between.

    >>> both_ends("one two three four five six seven eight", 12, 2)
    ['one two …', 'seven eight']
    """
    whole = broken(text, room).split("\n")
    if len(whole) <= lines:
        return whole
    last = whole[-1]
    if cell_len(last) < room // 2:  # a last line of one word tells little
        last = broken(text[::-1], room).split("\n")[0][::-1].strip()
    return [*whole[: lines - 2], cut(f"{whole[lines - 2]} {'-' * room}", room).removesuffix("-"), last]


def bar(strength: str) -> str:
    """Return how strong a word on the scale is, as five squares of which some are full; blanks off the scale.

    >>> bar("obligation"), bar("encouragement")
    ('■■■■■', '■■□□□')
    """
    full = rank(strength)
    return " " * STEPS if full is None else "■" * full + "□" * (STEPS - full)


def places(points: Iterable[str], analysis: Analysis, room: int) -> str:
    """Return paragraphs as they are cited, one by one; without room for all, runs drawn together, then cut."""
    order = [point.point for point in analysis.points]
    wanted = set(points)
    found = [visible(point) for point in order if point in wanted]
    listed = " ".join(found)
    if cell_len(listed) <= room:
        return listed
    return cut(visible(plain(cited([point for point in order if point in wanted], 0, analysis))), room)


def column(head: str, values: Sequence[str], most: int) -> int:
    """Return how wide a column is: as its longest value, at most so wide."""
    return min(max([cell_len(head), *map(cell_len, values)]), most)


def fitted(text: str, room: int) -> str:
    """Return a text cut or filled up with blanks to fill its room."""
    return set_cell_size(cut(text, room), room)
