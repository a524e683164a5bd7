"""What became of the paragraphs of a text in its successor, in words: how many of each kind, and which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cnd_tools.comparing.citing import Span, Statement, cited
from cnd_tools.comparing.figures import is_number, other_figures
from cnd_tools.comparing.relations import RELATIONS, Change, Changes
from cnd_tools.records import Analysis

SHOWN = 4  # of new and dropped paragraphs with their first words, before the rest are cited alone
WORDS = {"same subject": "perhaps on the same subject", "merged": "merged into others"}
ORDER = {relation: place for place, relation in enumerate(RELATIONS)}


def counts(changes: Changes) -> dict[str, int]:
    """Return how many paragraphs each thing became of: each of the first text once, and the new ones of the second.

    In versions of one text a paragraph that was merged into another counts there where its words found it; in others
    it does where they come back. Of several counterparts the likest counts.
    """
    rows = changes.rows
    found: dict[str, str] = {}
    for row in sorted((row for row in rows if row.before), key=lambda row: ORDER[row.relation]):
        assert row.before is not None
        by_words = changes.found.versions and row.pair is not None and not row.pair.perhaps
        merged = row.merged and (by_words or _is_sure(row))
        found.setdefault(row.before.point, "merged" if merged else row.relation)
    told = dict.fromkeys(("kept", "updated", "reworded", "merged", "same subject", "dropped"), 0)
    for relation in found.values():
        told[relation] += 1
    told["new"] = sum(row.relation == "new" for row in rows)
    return told


def counted(changes: Changes) -> str:
    """Return in words how many paragraphs became what: "of 3: 1 kept · 2 dropped; 1 new"."""
    told = counts(changes)
    said = " · ".join(f"{told[name]} {WORDS.get(name, name)}" for name in told if told[name] and name != "new")
    return f"of {len(changes.found.first.points)}: {said or 'none'}; {told['new']} new"


def fates(changes: Changes) -> Iterator[Statement]:
    """Yield what became of the paragraphs: all in one line, what is new, what was given up, which verbs changed."""
    rows = changes.rows
    yield Statement("Paragraphs", (Span(counted(changes)),), least=4)  # cut last: it is what one wants first
    yield Statement("New", tuple(_openings(rows, "new", 1, changes.second)), 4, 3)
    yield Statement("Dropped", tuple(_openings(rows, "dropped", 0, changes.first)), 4, 3)
    for label, step in (("Stronger", 1), ("Weaker", -1)):
        yield Statement(label, tuple(_verbs([row for row in rows if row.step == step])))
    # With which verb a paragraph opens that is only perhaps on the same subject says nothing of what changed.
    other = [row for row in rows if "other verb" in row.labels and row.step not in {1, -1} and _is_sure(row)]
    if other:
        yield Statement("Other verb", tuple(_verbs(other)))
    for label, of_kind in (
        ("Recalled", [row for row in rows if row.recalled]),
        ("Made operative", [row for row in rows if row.made_operative]),
    ):
        if of_kind:
            yield Statement(label, tuple(_pairs(of_kind)))
    figures = [(row, sides) for row in rows if (sides := _figures(row))]
    agents = [(row, row.agents) for row in rows if row.agents]
    if agents:
        yield Statement("Agent", tuple(_sides(agents)), 1)
    deadlines = [(row, row.deadlines) for row in rows if row.deadlines and row.relation == "reworded"]
    if deadlines:
        yield Statement("Deadline", tuple(_sides(deadlines)), 1)
    if figures:
        yield Statement("Figures", tuple(_sides(figures)), 1)
    moved = [row for row in rows if row.moved and _is_sure(row)]
    if moved:
        yield Statement("Moved", tuple(_pairs(moved)), 1, 0)


def _is_sure(row: Change) -> bool:
    return row.relation != "same subject"


def _openings(rows: Sequence[Change], relation: str, document: int, analysis: Analysis) -> Iterator[Span]:
    """Yield what only one text has: the first with their first words, the rest cited; "nothing" of none.

    Operative paragraphs come first: what a resolution no longer asks for matters more than what it no longer recalls.
    """
    found = {point.point for row in rows if row.relation == relation and (point := row.after or row.before)}
    points = [point for point in analysis.points if point.point in found]
    points.sort(key=lambda point: point.kind == "preambular")
    if not points:
        yield Span("nothing")
        return
    yield Span(f"{len(points)}: ")
    for number, point in enumerate(points[:SHOWN]):
        yield Span(" · " if number else "")
        yield Span(point.point, document, point.point)
        yield Span(f" {first_words(point.text, 9)}", quoted=True)
    if points[SHOWN:]:
        yield Span(" · ")
        yield from cited([point.point for point in points[SHOWN:]], document, analysis)


def _verbs(rows: Sequence[Change]) -> Iterator[Span]:
    if not rows:
        yield Span("none by the ladders of verbs and modals")
        return
    yield Span(f"{len(rows)}: ")
    for number, row in enumerate(rows):
        yield Span(" · " if number else "")
        yield from _pair(row)
        yield Span(f" {', '.join(row.climbing or row.verbs)}", quoted=True)


def _pairs(rows: Sequence[Change]) -> Iterator[Span]:
    """Yield pairs of paragraphs with the first words of the earlier one."""
    yield Span(f"{len(rows)}: ")
    for number, row in enumerate(rows):
        yield Span(" · " if number else "")
        yield from _pair(row)
        yield Span(f" {first_words(row.before.text if row.before else '', 7)}", quoted=True)


def _figures(row: Change) -> tuple[str, str] | None:
    """Return the figures that differ and are news: no dates of what is cited, of an updated paragraph none but numbers.

    What is cited now and was not is told beside, by its symbol.
    """
    if not row.figures or row.before is None or row.after is None:
        return None
    gone, came = map("; ".join, other_figures(row.before.text, row.after.text, cited=False))
    news = row.relation == "reworded" or is_number(gone) or is_number(came)
    return (gone, came) if gone and came and news else None


def _sides(rows: Sequence[tuple[Change, tuple[str, str]]]) -> Iterator[Span]:
    """Yield pairs of paragraphs with what the one and the other says."""
    yield Span(f"{len(rows)}: ")
    for number, (row, sides) in enumerate(rows):
        yield Span(" · " if number else "")
        yield from _pair(row)
        yield Span(f" ({' → '.join(first_words(side, 6) for side in sides)})", quoted=True)  # "1 (5 June → 7 June)"


def _pair(row: Change) -> Iterator[Span]:
    assert row.before is not None
    assert row.after is not None
    yield Span(row.before.point, 0, row.before.point)
    if row.before.point != row.after.point:
        yield Span("→")
        yield Span(row.after.point, 1, row.after.point)


def first_words(text: str, most: int) -> str:
    """Return the first words of a text, with "…" where there are more."""
    words = text.split()
    return " ".join(words[:most]).rstrip(",;:.") + (" …" if len(words) > most else "")
