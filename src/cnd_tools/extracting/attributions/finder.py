"""Positions: who is said to hold what, by reporting verbs and nouns (annotation guidelines, "attributions")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.attributions.deeds import deeds
from cnd_tools.extracting.attributions.openings import opening_verbs
from cnd_tools.extracting.attributions.phrases import according, in_the_view_of
from cnd_tools.extracting.attributions.reporting import adjectival, existential, feeling, verbal, voiced_noun
from cnd_tools.extracting.context import SINGLE, PointContext, many
from cnd_tools.extracting.grammar.clauses import VERBS
from cnd_tools.extracting.matches import ActorRef, Attribution, How, Mention, Source
from cnd_tools.extracting.rulebook import rule

_COUNTS = frozenset(("CD", "DT", "JJ", "JJS", "NNS"))  # "one", "another", "many", "others" for those who hold something


def find_attributions(context: PointContext) -> list[Attribution]:
    """Return the positions of a parsed Doc in order of the text, one for each reporting word and holder.

    Args:
        context: the point.
    """
    # In a resolution the adopting body alone holds (annotation guidelines, "attributions").
    openings = list(opening_verbs(context))
    found: dict[tuple[int, str | None, int, str], Attribution] = {}
    last: list[Source] = []
    for token in openings or context.doc[context.prefix :]:
        rows = _opening(token, context) if openings else deeds(token, _reported(token, context), context)
        known = [each for one in rows for each in _taken_up(one, last, context)]
        for one in known:
            place = -1 if one.source.actor else one.source.start  # "the observer for the Bank" names the Bank once
            found.setdefault((one.verb.i, one.source.actor, place, one.source.stance), one)
        spoke = (one for one in known if one.how is not How.TAKEN_UP)
        last = [one.source for one in spoke if one.source.actor and not one.source.stance] or last
    allies = {one.source.ally for one in found.values()}
    return sorted(
        (one for one in found.values() if one.verb.i not in allies),
        key=lambda one: (one.verb.i, one.source.start),
    )


def _reported(token: Token, context: PointContext) -> Iterator[Attribution]:
    if token.lower_ == "according":
        yield from according(token, context)
    elif token.tag_ in VERBS:
        yield from verbal(token, context)
    elif token.tag_ == "JJ":
        yield from adjectival(token, context)
    elif token.tag_ == "NN":
        yield from existential(token, context)
        yield from in_the_view_of(token, context)


def _taken_up(attribution: Attribution, last: Sequence[Source], context: PointContext) -> Iterator[Attribution]:
    """A position whose holder is a pronoun, by whoever held the one before: "INDIA stressed … He said"."""
    holder = attribution.source
    head = attribution.verb.doc[holder.start] if holder.start >= 0 else attribution.verb
    personal = head.tag_ == "PRP" and head.lower_ in ("he", "she")
    if head.lower_ == "it" and holder.actor is None and not last:  # whoever it is, the point does not say
        yield replace(attribution, source=replace(holder, extent="unstated"))
    elif personal and not last:
        spoke = _who_acted(head, context)
        yield replace(attribution, source=replace(holder, actor=spoke.actor if spoke else None, mention=spoke))
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


@rule("source.who_acted")
def _who_acted(pronoun: Token, context: PointContext) -> Mention | None:
    """Who did something in a sentence before: "The representative of Fiji presented the text. He said"."""
    for token in reversed(context.doc[context.prefix : pronoun.sent.start]):
        kind = context.words.find(token, "head")
        body = kind is not None and kind.field("role") == "organization"  # of which nobody says "he"
        if token.dep_ == "nsubj" and not many(token) and not body:
            found = [one for one in context.of(token) if one.type in SINGLE or one.type == "meeting"]
            if found:
                return found[0]
    return None


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
