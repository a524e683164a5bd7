"""Positions: who is said to hold what, by reporting verbs and nouns (annotation guidelines, "attributions")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.attributions.first_person import goes_on, held_by, reported, strays
from cnd_tools.extracting.attributions.openings import opening_verbs
from cnd_tools.extracting.attributions.reporting import adjectival, existential, feeling, verbal, voiced_noun
from cnd_tools.extracting.context import PointContext, many
from cnd_tools.extracting.grammar.clauses import VERBS
from cnd_tools.extracting.matches import ActorRef, Attribution, How, Source
from cnd_tools.extracting.rulebook import rule

_COUNTS = frozenset(("CD", "DT", "JJ", "JJS", "NNS"))  # "one", "another", "many", "others" for those who hold something


def find_attributions(context: PointContext) -> list[Attribution]:
    """Return the positions of a parsed Doc in order of the text, one for each reporting word and holder.

    Args:
        context: the point.
    """
    # In a resolution the adopting body alone holds (annotation guidelines, "attributions").
    openings = list(opening_verbs(context))
    found: dict[tuple[int, str | None, int], Attribution] = {}
    last: list[Source] = []
    for token in openings or context.doc[context.prefix :]:
        rows = _opening(token, context) if openings else _reported(token, context)
        own = (one for one in rows if openings or not _of_frame(one, context))
        known = [each for one in own for each in _taken_up(one, last, context)]
        for one in known:
            found.setdefault((one.verb.i, one.source.actor, one.source.start), one)
        spoke = (one for one in known if one.how is not How.TAKEN_UP)
        last = [one.source for one in spoke if one.source.actor and not one.source.stance] or last
    allies = {one.source.ally for one in found.values()}
    return sorted(
        (one for one in found.values() if one.verb.i not in allies),
        key=lambda one: (one.verb.i, one.source.start),
    )


def _of_frame(attribution: Attribution, context: PointContext) -> bool:
    """Whether only the "They" of an item's frame holds it: items under a chapeau have no positions of their own."""
    at = attribution.source.start
    return 0 <= at < context.prefix and context.doc[at].lower_ != "we"


def _reported(token: Token, context: PointContext) -> Iterator[Attribution]:
    we = goes_on(token, context)
    base = reported(token, context) if we is not None else None
    if we is not None and base is not None:
        yield from (base.by(holder, How.ACTIVE) for holder in held_by(we, context))
    else:
        said = [one for one in _said(token, context) if not strays(one.verb, one.source, context)]
        ours = [one for one in said if one.source.start >= 0 and context.doc[one.source.start].lower_ == "we"]
        # "We, the ministers, declare": the ministers are no others
        yield from ours if ours and context.speaker is not None else said


def _said(token: Token, context: PointContext) -> Iterator[Attribution]:
    if token.tag_ in VERBS:
        yield from verbal(token, context)
    elif token.tag_ == "JJ":
        yield from adjectival(token, context)
    elif token.tag_ == "NN":
        yield from existential(token, context)


def _taken_up(attribution: Attribution, last: Sequence[Source], context: PointContext) -> Iterator[Attribution]:
    """A position whose holder is a pronoun, by whoever held the one before: "INDIA stressed … He said"."""
    holder = attribution.source
    head = attribution.verb.doc[holder.start] if holder.start >= 0 else attribution.verb
    personal = head.tag_ == "PRP" and head.lower_ in ("he", "she")
    if head.lower_ == "it" and holder.actor is None and not last:  # whoever it is, the point does not say
        yield replace(attribution, source=replace(holder, extent="unstated"))
    elif personal and not last:
        yield replace(attribution, source=replace(holder, actor=None, mention=None))
    elif head.lower_ == "they" and (same := [one for one in last if one.actor == holder.actor]):
        yield replace(
            attribution, source=replace(holder, extent=same[-1].extent)
        )  # "A number of States said that they"
    elif holder.actor is None and (head.tag_ in _COUNTS or head.lower_ == "one"):
        yield _of_those(attribution, last, context)
    elif last and (personal or (holder.actor is None and head.tag_ == "PRP")):
        # Who speaks for others goes on speaking for them: "Kenya, on behalf of the Group, … It said".
        for one in last if head.lower_ == "they" else [*last[:1], *(one for one in last[1:] if one.ally >= 0)]:
            yield replace(attribution, source=replace(holder, actor=one.actor, mention=one.mention, extent=one.extent))
    else:
        yield attribution


@rule("attribution.of_those")
def _of_those(attribution: Attribution, last: Sequence[Source], context: PointContext) -> Attribution:
    """A position of some of those who held the one before, or who met: "Delegates debated the text. Many preferred"."""
    spoke = [one.mention for one in last if one.mention and one.mention.type in ("meeting", "states")]
    met = [
        mention
        for token in context.doc[: attribution.source.start]
        for mention in context.at.get(token.i, ())
        if mention.type == "meeting" and token.dep_ == "nsubj" and many(token)
    ]
    meant = (spoke or (met if not last else []))[-1:]
    return (
        replace(attribution, source=replace(attribution.source, actor=meant[0].actor, mention=meant[0]))
        if meant
        else attribution
    )


@rule("attribution.opening")
def _opening(token: Token, context: PointContext) -> Iterator[Attribution]:
    """What the adopting body holds by one of a paragraph's own verbs or adjectives."""
    body = context.body or ActorRef(None, None)
    holder = Source(body.actor, body.text or "", -1, -1, "consensus")
    word = context.words.find(token, "verb", "heed", "say", "direct", "claim", "open")
    attitude = context.words.table("verb", "attitude").get(token.lower_) if token.tag_ not in ("VBG", "VBZ") else None
    if attitude:
        lemma = _of_participle(token, context) or attitude[0].lemma
        yield Attribution(
            token, lemma, attitude[0].field("stance"), holder, token.i + 1, "opening:attitude", How.OPENING
        )
        return
    voiced = voiced_noun(token, context)
    if voiced:
        noun, lemma, stance = voiced
        yield Attribution(token, lemma, stance, holder, noun.i + 1, "opening:voice", How.OPENING)
    elif word:
        end = token.i + len(word.words)
        yield Attribution(
            token, word.lemma, feeling(token, word.field("stance"), context), holder, end, "opening:verb", How.OPENING
        )
    else:
        yield Attribution(token, token.lemma_.lower(), "report", holder, token.i + 1, "opening:other", How.OPENING)


def _of_participle(token: Token, context: PointContext) -> str | None:
    """The verb whose participle opens a paragraph: "Deeply concerned" is concern; "Aware" is none."""
    lower, verbs = token.lower_, context.words.table("verb", "open")
    return next((lemma for lemma in (lower[:-2], lower[:-1]) if lemma in verbs), None)
