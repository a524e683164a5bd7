"""What the counts of two texts or more tell, in words: what is clear, the tone, which themes come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cnd_tools.comparing import measures, significance
from cnd_tools.comparing.citing import Span, Statement, cited
from cnd_tools.comparing.measures import Measure
from cnd_tools.promises.words import words
from cnd_tools.records import Analysis

MOST_NAMED = 6  # things of one kind in a statement
WORTH_READING = 0.5  # q from which on a difference is what chance gives most of the time
LONGEST_NAME = 6  # of a text, to be part of a label
PLACES = tuple(words()["ordinals"])[:10]
OF = {  # what is counted, and of what, where the title does not say so
    "Addressee": " paragraphs with a demand name one",
    measures.NAMED: " paragraphs that report something name a speaker",
}


class Told(NamedTuple):
    """What is clear; of speakers and addressees what is not; the titles of clear themes; how much was tested."""

    clear: list[Statement]
    unclear: list[Statement]
    themes: frozenset[str]
    tests: int


class Tested(NamedTuple):
    """Something tested: what it is called on the page, what was counted, and p adjusted (None where it was not)."""

    label: str
    measure: Measure
    q: float | None


def told(texts: Sequence[Analysis]) -> Told:
    """Return what the tests tell of texts."""
    found = tested(texts)
    tests = sum(one.q is not None for one in found)
    found = [one for one in found if not _own_voice(one, texts)]
    clear = sorted(
        (one for one in found if one.q is not None and one.q <= significance.ALPHA),
        key=lambda one: (one.q, one.measure.title),
    )
    # Where one addressee is clear, that any is named needs no line of its own: it counts the same paragraphs again.
    wanted = {measures.REPORTS, measures.SAYS_WHO}
    labels = {one.label for one in clear}
    unclear = [
        Statement(one.label, tuple(_share(one, texts)))
        for one in found
        if one.measure.title in wanted and one.measure.gain and one not in clear
        if one.q is None or one.q <= WORTH_READING
        if one.label not in labels or one.measure.title == measures.REPORTS
    ]
    themes = frozenset(one.measure.title for one in clear if one.label in {"More", "Less"})
    said = [Statement(one.label, tuple(_share(one, texts))) for one in clear]
    return Told(said, unclear, themes, tests)


def _own_voice(one: Tested, texts: Sequence[Analysis]) -> bool:
    """Return whether it counts what a text itself says, not whom it reports.

    That one resolution is of the Assembly and the other of the Council is known, and is all that it says.
    """
    bodies = [_who_speaks(text) for text in texts]
    counts_any = one.measure.title in {measures.REPORTS, measures.NAMED}
    return one.label == "Speakers" and any(bodies) and (counts_any or one.measure.key[0] in bodies)


def _who_speaks(text: Analysis) -> str | None:
    """Return who holds most of what is held in a text, by verbs its paragraphs open with: the body that adopts it."""
    opened = {point.point for point in text.points if point.opening}
    held = Counter(row.source for row in text.positions if row.source and row.point in opened)
    source, times = max(held.items(), key=lambda one: (one[1], one[0]), default=(None, 0))
    return source if 2 * times > len(text.positions) else None


def tested(texts: Sequence[Analysis]) -> list[Tested]:
    """Return everything that is tested, each with its label and q.

    What is adjusted together is what stands together in a table of `content`, so that a reader who goes from the page
    to the table finds the same q there: speakers and addressees, strengths, themes.
    """
    speaking, asking = measures.speakers(texts), measures.demands(texts)
    families: list[list[tuple[str, Measure]]] = [
        [*(("Speakers", one) for one in speaking), ("Demands", asking[0]), *(("Addressee", one) for one in asking[1:])],
        [("Strength", one) for one in measures.strengths(texts)],
        [("More" if one.gain > 0 else "Less", one) for one in measures.themes(texts)],
    ]
    found = []
    for family in families:
        qs = significance.adjust([one.p for _, one in family])
        found += [Tested(label, one, q) for (label, one), q in zip(family, qs, strict=True)]
    return found


def what_is_clear(tests: int) -> str:
    """Say what makes a difference clear."""
    if not tests:
        return "Too few paragraphs to test anything."
    return f"Clear: q ≤ .05; q is p adjusted for the other tests of its table ({tests} in all)."


def tone(texts: Sequence[Analysis]) -> Iterator[Statement]:
    """Yield how strongly things are asked for, each strength with its paragraphs counted, the most changed cited."""
    found = [one for one in measures.strengths(texts) if any(one.counts)]
    if not found:
        return
    most = max(found, key=lambda one: abs(one.gain))
    spans: list[Span] = []
    for one in found:
        spans.append(Span(f"{' · ' if spans else ''}{one.title} {_counts(one)}"))
        if one is most:
            spans += [Span(": "), *_where(one, texts, most=3)]
    yield Statement("Tone", tuple(spans))


def themes(texts: Sequence[Analysis], known: frozenset[str]) -> Iterator[Statement]:
    """Yield the themes that are not told yet: those that come up more or less often, then those of one text alone."""
    found = [one for one in measures.themes(texts) if one.title not in known]
    several = [one for one in found if sum(map(bool, one.counts)) > 1]
    more = [one for one in several if one.gain > 0 and one.counts[-1] > one.counts[0]]
    less = [one for one in several if one.gain < 0 and one.counts[-1] < one.counts[0]]
    for label, ones in (("More", more), ("Less", less)):
        if ones:
            ones.sort(key=lambda one: (-abs(one.gain), one.title))
            yield Statement(label, _listed(ones[:MOST_NAMED], texts, label))
    for place, analysis in enumerate(texts):
        only = [one for one in found if one.counts[place] and sum(map(bool, one.counts)) == 1]
        only.sort(key=lambda one: (-one.counts[place], one.title))
        if only:
            yield Statement(f"Only {_named(analysis, place)}", _listed(only[:MOST_NAMED], texts, "Only"))


def _named(analysis: Analysis, place: int) -> str:
    name = analysis.document.name
    return name if len(name) <= LONGEST_NAME else PLACES[place] if place < len(PLACES) else f"no. {place + 1}"


def _listed(ones: Sequence[Measure], texts: Sequence[Analysis], label: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    for one in ones:
        shown = [place for place, points in enumerate(one.points) if points]
        place = shown[-1] if label == "More" else shown[0]
        figures = "" if label == "Only" else f" {_counts(one)}:"
        spans.append(Span(f"{' · ' if spans else ''}{one.title}{figures} "))
        spans += cited(one.points[place], place, texts[place], most=3)
    return tuple(spans)


def _share(told: Tested, texts: Sequence[Analysis]) -> Iterator[Span]:
    label, one, q = told
    whose = bool(one.key[0]) and label in {"Speakers", "Addressee"}  # of one actor, which its title names
    said = f"{one.title}, " if whose or label in {"More", "Less", "Strength"} else ""
    of = {"Speakers": " paragraphs that report something", "Addressee": " paragraphs with a demand"}.get(label, "")
    what = of if whose else "" if said else OF.get(one.title, OF.get(label, f" {one.title}"))
    shares = (f"{count} of {total}" for count, total in zip(one.counts, one.totals, strict=True))
    yield Span(f"{said}{' → '.join(shares)}{what}")
    if one.title == measures.SAYS_WHO:
        who = [(name.title, name.counts[-1]) for name in measures.demands(texts)[2:] if name.counts[-1]]
        listed = ", ".join(f"{name} {count}" for name, count in sorted(who, key=lambda named: -named[1])[:2])
        yield Span(f" ({listed})" if listed else "")
    yield Span(f"; {chance(q)}: " if q is not None else "; too few to test: ")
    yield from _where(one, texts, most=3)


def chance(q: float) -> str:
    """Return an adjusted p-value as it is printed.

    >>> chance(0.0004), chance(0.0094), chance(0.63)
    ('q < .001', 'q .009', 'q .63')
    """
    if q < 0.001:
        return "q < .001"
    return "q " + (f"{q:.3f}" if q < 0.1 else f"{q:.2f}").replace("0.", ".", 1)


def _counts(one: Measure) -> str:
    return " → ".join(map(str, one.counts))


def _where(one: Measure, texts: Sequence[Analysis], *, most: int) -> Iterator[Span]:
    """Yield the paragraphs of all texts, those of the ones that have some where others have none."""
    sides = [place for place, points in enumerate(one.points) if points]
    for number, place in enumerate(sides):
        yield Span(" → " if number else "")
        yield from cited(one.points[place], place, texts[place], most=most)
