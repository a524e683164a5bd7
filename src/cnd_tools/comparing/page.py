"""The page of words: what changed from one text to the next, every figure with the paragraphs behind it.

It is made of statements, which views lay out on a terminal, in a report, in a memo. What is clear stands apart from
what is not in texts this short; what one text has and the other lacks stands first, for it is the usual reason why
figures differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from cnd_tools import accuracy
from cnd_tools.comparing import measures, significance
from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.citations import statements as citation_statements
from cnd_tools.comparing.citing import Span, Statement, cited, typed
from cnd_tools.comparing.fates import fates
from cnd_tools.comparing.measures import Measure
from cnd_tools.comparing.proposing import Asked
from cnd_tools.comparing.relations import Change, Changes, changes_between
from cnd_tools.comparing.sections import alike_sections, lacking_sections
from cnd_tools.records import Analysis

MOST_NAMED = 6  # things of one kind in a statement
MOST_CLEAR = 5
LONGEST_NAME = 6  # of a text, to be part of a label


class Block(NamedTuple):
    """Statements under a heading; the first block has none."""

    heading: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say of two texts.

    Attributes:
        names: of both.
        abouts: what each is, as its title page says.
        sizes: paragraphs and words of each.
        warnings: what must be known before a figure is read.
        blocks: the statements.
        foot: what clear means, and how sure the labels are.
        proposed: what may be typed next.
    """

    names: tuple[str, str]
    abouts: tuple[str, str]
    sizes: tuple[tuple[int, int], tuple[int, int]]
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
    told = _told(pair)
    blocks = [] if little else [Block("", (*fates(found), *citation_statements(first, second)))]
    if told.clear or little:
        nothing = Statement("", (Span("nothing in texts this short"),))
        blocks.append(Block("CLEAR", tuple(told.clear[:MOST_CLEAR]) or (nothing,)))
    rest = [*told.unclear, *_tone(pair), *_themes(pair, told.themes)]
    if little:
        rest.append(_wording(found))
    else:
        rest = [one._replace(most=1) for one in rest]
    blocks.append(Block("NOT CLEAR IN TEXTS THIS SHORT: read before you say it", tuple(rest)))
    sizes = [(len(coded(one)), sum(point.words for point in coded(one))) for one in pair]
    return Page(
        (first.document.name, second.document.name),
        (about(first), about(second)),
        (sizes[0], sizes[1]),
        tuple(_warnings(found, asked)),
        tuple(block for block in blocks if block.statements),
        (_tested(told.tests), accuracy.sentence()),
        tuple(_proposed(found, asked)),
    )


def about(analysis: Analysis) -> str:
    """Return what a text is: symbol or body, session, title; where no title page was read, how many sections it has."""
    head = analysis.document.masthead
    name = head.symbol or head.body
    if name is None and head.title is None:
        sections = dict.fromkeys(point.section for point in coded(analysis) if point.section)
        return "no title page found" + (f"; {len(sections)} sections" if len(sections) > 1 else "")
    session = head.session.lower() if head.session and not head.symbol else None
    return ", ".join(part for part in (name, session, head.title if head.symbol else None) if part) or str(head.title)


def _warnings(found: Changes, asked: Asked) -> Iterator[Statement]:
    names = found.first.document.name, found.second.document.name
    if found.found.little_in_common:
        paired = len({row.before.point for row in found.rows if row.pair and row.before})
        # Of a few paragraphs nobody can say what their texts are on.
        sizes = len(found.found.first.points), len(found.found.second.points)
        strangers = not found.found.related and min(sizes) >= measures.LEAST
        kind = "Texts on different subjects" if strangers else "Little in common"
        said = (
            f"{kind}: {paired} of {sizes[0]} paragraphs of {names[0]} have a counterpart in "
            f"{names[1]}. Two texts, not two versions of one."
        )
        yield Statement("!", (Span(said),))
    for lacks in lacking_sections(found):
        have, lack = (found.first, found.second) if lacks.document == 0 else (found.second, found.first)
        yield Statement(
            "!",
            (
                Span(f"{len(lacks.points)} paragraphs of {have.document.name} ("),
                *cited(lacks.points, lacks.document, have, most=3),
                Span(") stand under a heading"),
                Span(f" “{shortened(lacks.title, 40)}”", quoted=True),
                Span(f" that {lack.document.name} lacks."),
            ),
        )
    pattern = alike_sections(found)
    if pattern:
        command = asked.all("compare", more=["--section", pattern])
        yield Statement("", (Span(f"Like with like:  {command}"),), whole=True)


def _tested(tests: int) -> str:
    """Say what makes a difference clear."""
    if not tests:
        return "Too few paragraphs to test anything."
    return f"Clear: q ≤ .05; q is p adjusted for the other tests of its table ({tests} in all)."


class _Told(NamedTuple):
    """What is clear; of speakers and addressees what is not; the titles of clear themes; how much was tested."""

    clear: list[Statement]
    unclear: list[Statement]
    themes: frozenset[str]
    tests: int


class _Tested(NamedTuple):
    """Something tested: what it is called on the page, what was counted, and p adjusted (None where it was not)."""

    label: str
    measure: Measure
    q: float | None


def _told(pair: tuple[Analysis, Analysis]) -> _Told:
    found = tested(pair)
    clear = sorted(
        (one for one in found if one.q is not None and one.q <= significance.ALPHA),
        key=lambda one: (one.q, one.measure.title),
    )
    # Where one addressee is clear, that any is named needs no line of its own: it counts the same paragraphs again.
    wanted = {measures.REPORTS, measures.SAYS_WHO}
    told = {one.label for one in clear}
    unclear = [
        Statement(one.label, tuple(_share(one, pair)))
        for one in found
        if one.measure.title in wanted and one.measure.gain and one not in clear
        if one.label not in told or one.measure.title == measures.REPORTS
    ]
    themes = frozenset(one.measure.title for one in clear if one.label in {"More", "Less"})
    said = [Statement(one.label, tuple(_share(one, pair))) for one in clear]
    return _Told(said, unclear, themes, sum(one.q is not None for one in found))


def tested(pair: tuple[Analysis, Analysis]) -> list[_Tested]:
    """Return everything of two texts that is tested, each with its label and q.

    What is adjusted together is what stands together in a table of `content`, so that a reader who goes from the page
    to the table finds the same q there: speakers and addressees, strengths, themes.
    """
    speaking, asking = measures.speakers(pair), measures.demands(pair)
    families: list[list[tuple[str, Measure]]] = [
        [*(("Speakers", one) for one in speaking), ("Demands", asking[0]), *(("Addressee", one) for one in asking[1:])],
        [("Strength", one) for one in measures.strengths(pair)],
        [("More" if one.gain > 0 else "Less", one) for one in measures.themes(pair)],
    ]
    found = []
    for family in families:
        qs = significance.adjust([one.p for _, one in family])
        found += [_Tested(label, one, q) for (label, one), q in zip(family, qs, strict=True)]
    return found


OF = {  # what is counted, and of what, where the title does not say so
    "Addressee": " paragraphs with a demand name one",
    measures.NAMED: " paragraphs that report something name a speaker",
}


def _share(told: _Tested, pair: tuple[Analysis, Analysis]) -> Iterator[Span]:
    label, one, q = told
    (a, b), totals = one.counts, one.totals
    whose = bool(one.key[0]) and label in {"Speakers", "Addressee"}  # of one actor, which its title names
    said = f"{one.title}, " if whose or label in {"More", "Less", "Strength"} else ""
    of = {"Speakers": " paragraphs that report something", "Addressee": " paragraphs with a demand"}.get(label, "")
    what = of if whose else "" if said else OF.get(one.title, OF.get(label, f" {one.title}"))
    yield Span(f"{said}{a} of {totals[0]} → {b} of {totals[1]}{what}")
    if one.title == measures.SAYS_WHO:
        who = [named for named in measures.demands(pair)[2:] if named.counts[1]]
        listed = ", ".join(f"{one.title} {one.counts[1]}" for one in sorted(who, key=lambda one: -one.counts[1])[:2])
        yield Span(f" ({listed})" if listed else "")
    yield Span(f"; {chance(q)}: " if q is not None else "; too few to test: ")
    yield from _where(one, pair, most=3)


def chance(q: float) -> str:
    """Return an adjusted p-value as it is printed: "q .06", "q < .001"."""
    if q < 0.001:
        return "q < .001"
    return "q " + (f"{q:.3f}" if q < 0.1 else f"{q:.2f}").replace("0.", ".", 1)


def _where(one: Measure, pair: tuple[Analysis, Analysis], *, most: int) -> Iterator[Span]:
    """Yield the paragraphs of both texts, those of the one that has more where the other has none."""
    sides = [place for place, points in enumerate(one.points) if points]
    for number, place in enumerate(sides):
        yield Span(" → " if number else "")
        yield from cited(one.points[place], place, pair[place], most=most)


def _tone(pair: tuple[Analysis, Analysis]) -> Iterator[Statement]:
    """Yield how strongly things are asked for, each strength with its paragraphs counted, the most changed cited."""
    found = [one for one in measures.strengths(pair) if any(one.counts)]
    if not found:
        return
    most = max(found, key=lambda one: abs(one.gain))
    spans: list[Span] = []
    for one in found:
        spans.append(Span(f"{' · ' if spans else ''}{one.title} {one.counts[0]} → {one.counts[1]}"))
        if one is most:
            spans += [Span(": "), *_where(one, pair, most=3)]
    yield Statement("Tone", tuple(spans))


def _themes(pair: tuple[Analysis, Analysis], told: frozenset[str]) -> Iterator[Statement]:
    """Yield the themes not told yet that more, or fewer, paragraphs speak of, then those that only one text has."""
    found = [one for one in measures.themes(pair) if one.title not in told]
    both = [one for one in found if all(one.counts)]
    more = [one for one in both if one.gain > 0 and one.counts[1] > one.counts[0]]
    less = [one for one in both if one.gain < 0 and one.counts[1] < one.counts[0]]
    for label, ones in (("More", more), ("Less", less)):
        if ones:
            ones.sort(key=lambda one: (-abs(one.gain), one.title))
            yield Statement(label, _listed(ones[:MOST_NAMED], pair, label))
    for place, analysis in enumerate(pair):
        only = [one for one in found if not one.counts[1 - place]]
        only.sort(key=lambda one: (-one.counts[place], one.title))
        name = analysis.document.name
        if only:
            label = f"Only {name if len(name) <= LONGEST_NAME else ('first', 'second')[place]}"
            yield Statement(label, _listed(only[:MOST_NAMED], pair, "Only"))


def _listed(ones: Sequence[Measure], pair: tuple[Analysis, Analysis], label: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    for one in ones:
        shown = [place for place, points in enumerate(one.points) if points]
        place = shown[0] if label == "Only" else 1 if label == "More" else 0
        figures = "" if label == "Only" else f" {one.counts[0]} → {one.counts[1]}:"
        spans.append(Span(f"{' · ' if spans else ''}{one.title}{figures} "))
        spans += cited(one.points[place], place, pair[place], most=3)
    return tuple(spans)


def _wording(found: Changes) -> Statement:
    """Say which paragraphs come back, or that none does and which are perhaps on the same subject."""
    back = [row for row in found.rows if row.relation in {"kept", "updated", "reworded"}]
    near = nearest(found)
    said = [Span(f"{len(back)} come{'s' * (len(back) == 1)} back: " if back else "nothing comes back")]
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
