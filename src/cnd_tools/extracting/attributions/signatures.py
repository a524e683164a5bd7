"""Who signs an item at its end: "Ratify the Convention (France) (Chad);", as in reviews of States by their peers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cnd_tools.extracting.actors.gazetteer import read_pieces
from cnd_tools.extracting.actors.tokens import cut_text
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.matches import Attribution, How, Source
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.openings import alternatives, words

_MOST = 200  # brackets: there are fewer States
LONGEST = 4_000  # characters of brackets: the longest list of recommending States seen names 38
_AFTER = " \t\n;.,:*"
_POSITION = re.compile(rf"(?i:{alternatives(words()['masthead']['positions'])}):")
_BETWEEN = frozenset((",", ";", "/", "&", "and", "the", "The", "-", "–", ")", "("))


def signature_start(text: str, lexicon: Lexicon) -> int | None:
    """Return where the brackets begin in which an item names the States that ask for it, or None.

    They are the last thing in it and hold nothing but names of States: "(Mexico, Peru);", "(Chile) (Togo).",
    "(Bolivia (Plurinational State of))"; not "(see Peru)", "(ICC)".

    Args:
        text: clean text of a point.
        lexicon: whose States to go by.
    """
    told_in = next(_POSITION.finditer(text), None)
    end = len(text[: told_in.start() if told_in is not None else len(text)].rstrip(_AFTER))
    start = None
    for _ in range(_MOST):
        if not end or text[end - 1] != ")":
            break
        opened = _opening(text, end)
        if opened is None or opened == 0 or not text[opened - 1].isspace():
            break
        if not _names_states(text[opened + 1 : end - 1], lexicon):
            break
        start, end = opened, len(text[:opened].rstrip(" \t\n;,"))
        if text[:end].endswith(" and"):  # "(Chile) and (Togo)"
            end = len(text[: end - 4].rstrip())
    return start if start is not None and text[:start].strip() else None


def told(text: str, words: WordClasses) -> bool:
    """Whether a signed item opens with what its signatories say, "Recommended that …", not with what is to be done.

    Args:
        text: clean text of the item.
        words: the lexicon as the extractors use it.
    """
    first = text.split(None, 1)[0].lower()
    stems = (first[:-2], first[:-1]) if first.endswith("ed") else (first[:-1],) if first.endswith("s") else ()
    return any(stem in words.table("verb", form) for stem in stems for form in ("say", "direct"))


def _opening(text: str, end: int) -> int | None:
    """Where the bracket opens that closes at `end`, brackets inside it passed over."""
    depth = 0
    for at in range(end - 1, max(end - LONGEST, -1), -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if not depth:
            return at
    return None


def _names_states(text: str, lexicon: Lexicon) -> bool:
    pieces = cut_text(text)
    states = [name for name in read_pieces(pieces, lexicon).names if name.known and name.known.type == "country"]
    named = {at for name in states for at in range(name.start, name.end)}
    rest = (word for at, word in enumerate(pieces.texts) if at not in named)
    return bool(states) and _BETWEEN.issuperset(rest)


@rule("attribution.signature")
def signed(found: Sequence[Attribution], context: PointContext) -> Iterator[Attribution]:
    """Yield what those who sign an item ask for: each recommends it, or says what its own first verb says.

    Args:
        found: the positions in the item's own words.
        context: the point.
    """
    if context.signed_from < 0:
        return
    spoken = [one for one in found if told_by(one, context)]
    for mention in context.signatories:
        first, words = context.doc[mention.start], context.doc[mention.start : mention.end].text
        holder = Source(mention.actor, words, mention.start, mention.end, "one", mention=mention)
        yield from (replace(one, source=holder) for one in spoken)
        if not spoken:
            yield Attribution(first, "recommend", "report", holder, mention.end, "signature", How.SIGNED)


def unsigned(found: Sequence[Attribution], context: PointContext) -> list[Attribution]:
    """Return the positions of an item that are not of those who sign it: "as suggested by the Committee"."""
    return [one for one in found if not told_by(one, context)]


def told_by(one: Attribution, context: PointContext) -> bool:
    """Whether a verb without a subject of its own opens the item: "Recommended that Mali be provided (Togo)"."""
    return 0 <= one.source.start < context.prefix and context.doc[0].text == "It"
