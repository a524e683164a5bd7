"""The page of words on a terminal: 24 lines at 80 columns, so that it is read without scrolling."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.text import Text

from cnd_tools.comparing.citing import Statement, plain
from cnd_tools.comparing.page import Page, shortened
from cnd_tools.views.safe import visible
from cnd_tools.views.terminal import console

LINES, WIDTH, NARROWEST, WIDEST = 24, 80, 60, 120
HEADS = ("paragraphs", "words")
MOST_TEXTS = 6  # lines of texts; of more the first stands there, and the last
LABEL = 12  # columns of a statement's label


def show(written: Sequence[str], out: TextIO) -> None:
    """Print the lines of a page, its headings in bold where a terminal can."""
    screen = console(out)
    for line in written:
        style = "bold" if line.startswith(("What changed", "CLEAR", "NOT CLEAR", "NO CLEAR", "STEP BY STEP")) else ""
        screen.print(Text(line, style=style), soft_wrap=True)


def lines(found: Page, width: int = WIDTH) -> list[str]:
    """Return the lines of a page, at most `LINES`: long statements are cut, the longest first."""
    width = max(min(width, WIDEST), NARROWEST)
    statements = [*found.warnings, *(one for block in found.blocks for one in block.statements)]
    whole = [_lines_of(one, width) for one in statements]
    texts = list(_texts(found, width))
    fixed = 1 + len(texts) + sum(bool(block.heading) for block in found.blocks) + len(found.foot) + bool(found.proposed)
    room = _fitted(statements, whole, LINES - fixed)
    cut = [_cut(lines[:count], lines, width) for count, lines in zip(room, whole, strict=True)]
    return list(_laid_out(found, texts, cut, width))


def _fitted(statements: Sequence[Statement], whole: Sequence[Sequence[str]], lines: int) -> list[int]:
    """Return how many lines each statement gets: what it may take at most, the longest cut first, the last left out.

    Before one is cut below what it should have, those that need not be said at all (`least` 0) are left out.
    """
    room = [min(len(one), statement.most) for one, statement in zip(whole, statements, strict=True)]
    least = [statement.least for statement in statements]

    def too_long(n: int) -> tuple[bool, int, int]:
        return room[n] > 1, room[n] - least[n], n

    while sum(room) > lines and any(count > max(wanted, 1) for count, wanted in zip(room, least, strict=True)):
        room[max(range(len(room)), key=too_long)] -= 1
    _leave_out([n for n, wanted in enumerate(least) if not wanted], room, lines)
    while sum(room) > lines and any(count > 1 for count in room):
        room[max(range(len(room)), key=too_long)] -= 1
    _leave_out(range(len(room)), room, lines)
    return room


def _leave_out(which: Sequence[int], room: list[int], lines: int) -> None:
    """Leave statements out, the last first, until the rest fit."""
    for number in reversed(which):
        if sum(room) > lines:
            room[number] = 0


def _laid_out(found: Page, texts: Sequence[str], room: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    heads = f"{HEADS[0]:>10}  {HEADS[1]:>7}"
    title = f"What changed from {visible(found.names[0])} to {visible(found.names[-1])}"
    title += f", over {len(found.names)} texts" if len(found.names) > 2 else ""
    title = shortened(title, width - len(heads) - 2)
    yield title + heads.rjust(width - len(title))
    yield from texts
    number = len(found.warnings)
    for place in range(number):
        yield from room[place]
    for block in found.blocks:
        if block.heading and any(room[number : number + len(block.statements)]):
            yield block.heading
        for _ in block.statements:
            yield from room[number]
            number += 1
    for line in found.foot:
        yield shortened(line, width)
    if found.proposed:
        yield proposed(found.proposed, width)


def proposed(commands: Sequence[str], width: int) -> str:
    """Return what may be typed next: as many commands as one line has room for, the first whole however long it is."""
    first, *others = map(visible, commands)
    said = f"Next:  {first}"
    for command in others:
        if cell_len(f"{said}    {command}") <= width:
            said += f"    {command}"
    return said


def _texts(found: Page, width: int) -> Iterator[str]:
    """Yield a line each text: its name, what it is, how large; of two, a second line for a title that has no room."""
    names = [shortened(visible(name), 20) for name in found.names]
    label = max(map(len, names))
    left_out = len(names) - MOST_TEXTS + 1 if len(names) > MOST_TEXTS else 0
    for place, (name, about, (count, words)) in enumerate(zip(names, found.abouts, found.sizes, strict=True)):
        if left_out and 1 <= place <= left_out:
            if place == 1:
                yield f" … {left_out} more"
            continue
        size = f"{count:>10,}  {words:>7,}"
        room = width - 1 - label - 2 - 2 - len(size)
        said, *more = textwrap.wrap(visible(about), room, max_lines=2, placeholder=" …") or [""]
        if len(names) > 2:
            said, more = shortened(visible(about), room), []
        yield f" {name.ljust(label)}  {said.ljust(room)}  {size}"
        yield from (f" {'':{label}}  {line}" for line in more)


def _lines_of(one: Statement, width: int) -> list[str]:
    """Return a statement in lines: its label, then its words, indented where they go on."""
    if one.whole:
        return [f"    {visible(plain(one.spans))}"]
    head = f" {one.label}".ljust(LABEL + 1) if one.label != "!" else " !  "
    indent = " " * (LABEL + 1) if one.label not in {"!", ""} else "    "
    if not one.label:
        head = indent
    return textwrap.wrap(
        visible(plain(one.spans)), width, initial_indent=head if head.endswith(" ") else head + " ",
        subsequent_indent=indent, break_long_words=True, break_on_hyphens=False,
    )  # fmt: skip


def _cut(kept: Sequence[str], whole: Sequence[str], width: int) -> list[str]:
    """Return the lines that have room, the last with "…" where more was to be said."""
    if len(kept) == len(whole) or not kept:
        return list(kept)
    last = kept[-1] if len(kept[-1]) + 2 <= width else kept[-1].rpartition(" ")[0]
    return [*kept[:-1], f"{last.rstrip(' ·…→')} …"]
