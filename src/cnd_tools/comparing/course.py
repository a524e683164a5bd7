"""The page of words for three texts or more: how they went on, step by step, and which shares have a trend.

What is clear is a trend over all texts, in the order in which they are named; what went up and down again is none, and
stands among what is not clear with its counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cnd_tools import accuracy
from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.citing import Span, Statement
from cnd_tools.comparing.fates import counted
from cnd_tools.comparing.page import MOST_CLEAR, Block, Page, about, page, wide_apart
from cnd_tools.comparing.proposing import Asked
from cnd_tools.comparing.relations import Changes, changes_between
from cnd_tools.comparing.telling import themes, told, tone, what_is_clear
from cnd_tools.records import Analysis


def in_words(texts: Sequence[Analysis], asked: Asked | None = None) -> Page:
    """Return the page of words of two texts or more."""
    return page(texts[0], texts[1], asked) if len(texts) == 2 else course(texts, asked)


def course(texts: Sequence[Analysis], asked: Asked | None = None) -> Page:
    """Return what there is to say of three texts or more.

    Args:
        texts: in the order in which they are to be read.
        asked: what the user typed, for proposals to keep to; None for the texts as they are.
    """
    asked = Asked().over(one.document for one in texts) if asked is None else asked
    steps = [changes_between(*pair) for pair in pairwise(texts)]
    found = told(texts)
    nothing = Statement("", (Span("no trend in texts this short"),))
    rest = (*found.unclear, *tone(texts), *themes(texts, found.themes))
    blocks = [
        Block("STEP BY STEP", tuple(_step(number, changes) for number, changes in enumerate(steps, 1))),
        Block("CLEAR TRENDS", tuple(found.clear[:MOST_CLEAR]) or (nothing,)),
        Block("NO CLEAR TREND: read before you say it", rest),
    ]
    return Page(
        tuple(one.document.name for one in texts),
        tuple(about(one) for one in texts),
        tuple((len(coded(one)), sum(point.words for point in coded(one))) for one in texts),
        tuple(_warnings(steps)),
        tuple(block for block in blocks if block.statements),
        (what_is_clear(found.tests), accuracy.sentence()),
        tuple(_proposed(steps, asked)),
    )


def _step(number: int, changes: Changes) -> Statement:
    names = " → ".join(one.document.name for one in (changes.first, changes.second))
    return Statement(f"Step {number}", (Span(f"{names}: {counted(changes)}"),), most=1)


def _warnings(steps: Sequence[Changes]) -> Iterator[Statement]:
    """Yield which neighbours are no versions of one text: their step is a leap."""
    for changes in steps:
        if changes.found.little_in_common:
            yield Statement("!", (Span(wide_apart(changes)),), most=1)


def _proposed(steps: Sequence[Changes], asked: Asked) -> Iterator[str]:
    """Yield what to type next: the themes of all, and the one step that is no leap, or the last."""
    yield asked.all("compare", more=["--by", "themes"])
    last = next((one for one in reversed(steps) if not one.found.little_in_common), steps[-1])
    documents = [last.first.document, last.second.document]
    if all(asked.of("show", one) for one in documents) and not any(one.told for one in documents):
        yield asked.over(documents).all("compare")
