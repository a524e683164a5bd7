"""Holders across whom a verb was hung: "Peru noted the plan, and Chad opposed it and, with Mali, asked for data"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FINITE, first_of, neighbour, own_subject
from cnd_tools.extracting.matches import OPPOSITE, Attribution, How, Source
from cnd_tools.extracting.rulebook import rule

_MAIN = frozenset((How.ACTIVE, How.ORDER))
_INNER = frozenset(("relcl", "acl", "pcomp", "xcomp"))


def uncrossed(found: Sequence[Attribution], context: PointContext) -> Iterator[Attribution]:
    """Yield the positions, those of a verb without a subject as whoever spoke last before it holds them.

    Args:
        found: the positions of the point.
        context: the point.
    """
    if len({one.verb.i for one in found}) < 3:
        yield from found
        return
    by_verb: dict[int, list[Attribution]] = {}
    for one in sorted(found, key=lambda each: each.verb.i):
        by_verb.setdefault(one.verb.i, []).append(one)
    for at, rows in by_verb.items():
        between = _between(rows[0], by_verb, context)
        if between is not None:
            by_verb[at] = [replace(rows[0], source=two.source) for two in between if not _joined(two.source)] or rows
        yield from by_verb[at]


def once_joined(found: Iterable[Attribution]) -> list[Attribution]:
    """Return the positions, whoever only joins or opposes a speaker once for all that is said: "Chad, backed by Mali".

    Args:
        found: the positions of the point, in order.
    """
    seen: set[tuple[int, str | None, str]] = set()
    kept = []
    for one in found:
        key = (one.source.ally, one.source.actor, one.source.text)
        if not _joined(one.source) or key not in seen:
            kept.append(one)
        seen.add(key)
    return kept


def _joined(source: Source) -> bool:
    """Whether somebody is only said to support or oppose who speaks."""
    return source.ally >= 0 and source.stance in OPPOSITE


@rule("source.uncrossed")
def _between(
    one: Attribution, by_verb: dict[int, list[Attribution]], context: PointContext
) -> Sequence[Attribution] | None:
    """The positions of the nearest clause that stands between a verb without a subject and its holder, or None."""
    verb, start = one.verb, one.source.start
    beside = verb.tag_ in FINITE or (verb.tag_ == "VBG" and neighbour(verb, -1).text == ",")
    if not beside or one.how not in (How.ACTIVE, How.ORDER, How.PARTICIPLE) or own_subject(verb) is not None:
        return None
    if not 0 <= start < verb.i or _joined(one.source):
        return None
    for at in sorted(by_verb, reverse=True):
        two = by_verb[at][0]
        if at >= verb.i or two.verb.sent != verb.sent:
            continue
        if two.source.start <= start or at <= start:
            return None
        if two.how in _MAIN and two.source.start < at:
            said = any(start < three.verb.i < two.source.start for rows in by_verb.values() for three in rows)
            return by_verb[at] if said and _of_its_own(two.verb, context) else None
    return None


def _of_its_own(verb: Token, context: PointContext) -> bool:
    """Whether a clause is no part of what another says: begun by "and" or "while", not by "that" or "which"."""
    first = first_of(verb)
    marks = [each for one in {verb, first} for each in one.lefts if each.dep_ == "mark" or each.tag_ in ("WDT", "WP")]
    if any(context.words.marker(one, "contrast") is None for one in marks) or first.dep_ in _INNER:
        return False
    return first.dep_ != "ccomp" or first.head.i > verb.i
