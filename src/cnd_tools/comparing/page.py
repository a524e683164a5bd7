"""The page of words: what changed from one text to the next, every figure with the paragraphs behind it.

It is made of statements, which views lay out on a terminal, in a report, in a memo. What is clear stands apart from
what is not in texts this short; what one text has and the other lacks stands first, for it is the usual reason why
figures differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from cnd_tools import accuracy
from cnd_tools.comparing import measures
from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.citations import statements as citation_statements
from cnd_tools.comparing.citing import Span, Statement, cited, typed
from cnd_tools.comparing.fates import fates
from cnd_tools.comparing.proposing import Asked
from cnd_tools.comparing.relations import Change, Changes, changes_between
from cnd_tools.comparing.sections import alike_sections, lacking_sections
from cnd_tools.comparing.telling import MOST_NAMED, themes, told, tone, what_is_clear
from cnd_tools.records import Analysis

MOST_CLEAR = 5
BACK = frozenset({"kept", "updated", "reworded"})  # relations of a paragraph whose words come back


class Block(NamedTuple):
    """Statements under a heading; the first block has none."""

    heading: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say of two texts, or of more (`course`).

    Attributes:
        names: of the texts.
        abouts: what each is, as its title page says.
        sizes: paragraphs and words of each.
        warnings: what must be known before a figure is read.
        blocks: the statements.
        foot: what clear means, and how sure the labels are.
        proposed: what may be typed next.
    """

    names: tuple[str, ...]
    abouts: tuple[str, ...]
    sizes: tuple[tuple[int, int], ...]
    warnings: tuple[Statement, ...]
    blocks: tuple[Block, ...]
    foot: tuple[str, ...]
    proposed: tuple[str, ...]


def page(first: Analysis, second: Analysis, asked: Asked | None = None) -> Page:
    """Return what there is to say of two texts.

    Args:
        first: the earlier text.
        second: the later one.
        asked: what the user typed, for proposals to keep to; None for both texts as they are.
    """
    asked = Asked((typed(first.document), typed(second.document))) if asked is None else asked
    found = changes_between(first, second)
    pair = (first, second)
    little = found.found.little_in_common
    counts = told(pair)
    blocks = [] if little else [Block("", (*fates(found), *citation_statements(first, second)))]
    if counts.clear or little:
        nothing = Statement("", (Span("nothing in texts this short"),))
        blocks.append(Block("CLEAR", tuple(counts.clear[:MOST_CLEAR]) or (nothing,)))
    rest = [*counts.unclear, *tone(pair), *themes(pair, counts.themes)]
    if little:
        rest.append(_wording(found))
    else:
        rest = [one._replace(most=1, least=0) for one in rest]  # what became of the paragraphs says more
    blocks.append(Block("NOT CLEAR IN TEXTS THIS SHORT: read before you say it", tuple(rest)))
    sizes = [(len(coded(one)), sum(point.words for point in coded(one))) for one in pair]
    return Page(
        (first.document.name, second.document.name),
        (about(first), about(second)),
        (sizes[0], sizes[1]),
        tuple(_warnings(found, asked)),
        tuple(block for block in blocks if block.statements),
        (what_is_clear(counts.tests), accuracy.sentence()),
        tuple(_proposed(found, asked)),
    )


def about(analysis: Analysis) -> str:
    """Return what a text is: symbol or body, session, title.

    Where no title page was read: the one heading under which everything stands, or how many sections there are.
    """
    head = analysis.document.masthead
    name = head.symbol or head.body
    if name is None and head.title is None:
        of_points = [point.section for point in coded(analysis)]
        sections = [section for section in dict.fromkeys(of_points) if section]
        if len(sections) == 1 and all(of_points):  # "3/8. Preventing air pollution", where nothing stands above it
            return sections[0]
        return "no title page found" + (f"; {len(sections)} sections" if len(sections) > 1 else "")
    session = head.session.lower() if head.session and not head.symbol else None
    return ", ".join(part for part in (name, session, head.title if head.symbol else None) if part) or str(head.title)


def wide_apart(found: Changes) -> str:
    """Return in words how little two texts have in common: what comes back, and what is perhaps on the same subject.

    The line on wording and the table of paragraphs say the same of the same paragraphs.
    """
    back = _coming_back(found)
    perhaps = {row.before.point for row in found.rows if row.before and row.pair} - back
    kind = "Texts on different subjects" if _on_different_subjects(found) else "Little in common"
    whole = len(found.found.first.points)
    names = found.first.document.name, found.second.document.name
    come = "comes" if len(back) < 2 else "come"
    more = f"; {len(perhaps)} {'is' if len(perhaps) == 1 else 'are'} perhaps on the same subject" if perhaps else ""
    return f"{kind}: {len(back) or 'none'} of {whole} paragraphs of {names[0]} {come} back in {names[1]}{more}."


def neighbours(found: Changes) -> str:
    """Return in words that two texts on one subject are not to be read as versions of one; what matters first."""
    back = len(_coming_back(found))
    whole = len(found.found.first.points)
    return (
        f"On the same subject, but not two versions of one text: {back or 'none'} of {whole} paragraphs "
        f"{'comes' if back < 2 else 'come'} back. New, dropped: no counterpart was found; two in five are missed."
    )


def _on_different_subjects(found: Changes) -> bool:
    """Return whether two texts are strangers; of a few paragraphs nobody can say what their texts are on."""
    fewest = min(len(found.found.first.points), len(found.found.second.points))
    return not found.found.related and fewest >= measures.LEAST


def _coming_back(found: Changes) -> set[str]:
    """Return the paragraphs of the first text whose words come back in the second."""
    return {row.before.point for row in found.rows if row.before and row.relation in BACK}


def _warnings(found: Changes, asked: Asked) -> Iterator[Statement]:
    names = " and ".join(one.document.name for one in (found.first, found.second) if not coded(one))
    if names:
        of_these = f" with {asked.chosen()}" if asked.choosing else ""
        yield Statement("!", (Span(f"{names}: no paragraphs{of_these}, so there is nothing to compare."),))
    elif found.found.little_in_common:
        strangers = _on_different_subjects(found)
        more = "What differs below may differ with the subject." if strangers else "Two texts, not two versions of one."
        yield Statement("!", (Span(f"{wide_apart(found)} {more}"),))
    elif not found.found.versions:
        yield Statement("!", (Span(neighbours(found)),), least=2)
    for lacks in lacking_sections(found):
        have = (found.first, found.second)[lacks.document]
        yield Statement(
            "!",
            (
                Span(f"Only {have.document.name} has a section"),  # its title first: a line may end anywhere
                Span(f" “{shortened(lacks.title, 40)}”", quoted=True),
                Span(f": {len(lacks.points)} paragraphs, "),
                *cited(lacks.points, lacks.document, have, most=3),
            ),
        )
    pattern = alike_sections(found)
    if pattern:
        command = asked.all("compare", more=["--section", pattern])
        yield Statement("", (Span(f"Like with like:  {command}"),), whole=True)


def _wording(found: Changes) -> Statement:
    """Say which paragraphs come back, or that none does and which are perhaps on the same subject."""
    back = [row for row in found.rows if row.relation in BACK]
    near = nearest(found)
    said = [Span(f"{len(back)} come{'s' * (len(back) == 1)} back: " if back else "none comes back")]
    if not back and near:
        said.append(Span("; perhaps: "))
    for number, row in enumerate((back or near)[:MOST_NAMED]):
        assert row.before is not None
        assert row.after is not None
        said += [Span(" · " if number else ""), Span(row.before.point, 0, row.before.point), Span(" ~ ")]
        said += [Span(row.after.point, 1, row.after.point), Span(f" {_shared_theme(row, found) or ''}".rstrip())]
    return Statement("Wording", tuple(said))


def nearest(found: Changes) -> list[Change]:
    """Return the pairs that are perhaps on the same subject: those with a theme in common first, then by their words.

    Without a theme it is mostly procedure: "The Chair summarized the salient points of the round-table discussion".
    """
    rows = [row for row in found.rows if row.relation == "same subject" and row.pair]
    return sorted(rows, key=lambda row: (_shared_theme(row, found) is None, -row.pair.cosine if row.pair else 0))


def _shared_theme(row: Change, found: Changes) -> str | None:
    """Return the title of the theme that two paragraphs share, the one most said in both."""
    assert row.before is not None
    assert row.after is not None
    ours = {one.theme: one for one in found.first.themes if one.point == row.before.point}
    theirs = {one.theme: one for one in found.second.themes if one.point == row.after.point}
    shared = sorted(ours.keys() & theirs.keys(), key=lambda theme: (-ours[theme].hits - theirs[theme].hits, theme))
    return ours[shared[0]].title.lower() if shared else None


def _proposed(found: Changes, asked: Asked) -> Iterator[str]:
    """Yield what to type next: the paragraph that tells most of a text of its own, or all of them side by side."""
    near = nearest(found)
    if not found.found.little_in_common or not near or not near[0].after:
        yield asked.all("compare", more=["--by", "paragraphs" if found.found.pairs else "themes"])
        return
    show = asked.of("show", found.second.document, near[0].after.point)
    if show:
        yield show
    yield asked.all("compare", more=["--by", "themes"])


def shortened(text: str, room: int) -> str:
    """Return the first whole words of a text that have room, with "…" where it was cut."""
    if len(text) <= room:
        return text
    return text[: room - 1].rpartition(" ")[0].rstrip(",;:") + " …"


def statements(found: Page) -> Iterator[Statement]:
    """Yield everything a page says, in order."""
    yield from found.warnings
    yield from chain.from_iterable(block.statements for block in found.blocks)
