"""The times in a chapeau that its items inherit: "By 2030, States should: (a) Halve waste; (b) Double aid"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cnd_tools.extracting.context import Chapeau, PointContext
from cnd_tools.extracting.matches import ActionMatch
from cnd_tools.extracting.promised import times_ahead, upwards
from cnd_tools.promises.times import Time

_AHEAD = frozenset({"will", "would"})
_ASIDE = frozenset({"relcl", "acl"})
_CLAUSES = frozenset({"pcomp", "advcl", "xcomp", "ccomp"})
_LIMITS = ("by ", "before ", "until ", "within ", "no later ", "not later ")


def with_times(chapeau: Chapeau, actions: Sequence[ActionMatch], context: PointContext) -> Chapeau:
    """Return what the items under a point inherit, with the times in it that are no action's of its own.

    Of a chapeau that tells what was, "At its ninth session, the Board requested the Director, by 1 May 2031, to:",
    only what is to be done by then.

    Args:
        chapeau: what it hands on.
        actions: the point's own.
        context: the point.
    """
    text = context.place.text
    if not text.rstrip().endswith(":"):
        return chapeau
    owned = {printed for action in actions for printed in action.deadline.split("; ")}
    told = any(token.tag_ == "VBD" for token in context.doc)
    handed = []
    for one in times_ahead(context):
        printed = text[one.start : one.end]
        limits = printed.lower().startswith(_LIMITS)
        if printed not in owned and (limits or not told) and not _aside(one, context):
            handed.append(printed)
    return replace(chapeau, times=tuple(dict.fromkeys(handed))) if handed else chapeau


def _aside(one: Time, context: PointContext) -> bool:
    """Whether a time is that of something told aside: "the plan adopted in 2031", "which will reply by June 2031".

    So is what stands in a sentence before the last one, and the time of another verb: "to close the gap by 2031".
    """
    place = one.start + context.place.prefix
    first = next((token for token in context.doc if token.idx >= place), None)
    if first is None or first.sent.end < len(context.doc):
        return True
    before = context.doc[first.sent.start : first.i]
    if any(token.lower_ in _AHEAD and token.head != token for token in before):
        return True
    verbs = [token for token in upwards(first) if token.pos_ == "VERB"]
    return any(verb.dep_ in _ASIDE for verb in verbs) or (bool(verbs) and verbs[0].dep_ in _CLAUSES)
