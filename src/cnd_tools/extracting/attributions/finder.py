"""Positions: who is said to hold what, by reporting verbs and nouns (annotation guidelines, "attributions")."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from spacy.tokens import Token

from cnd_tools.extracting.attributions.asides import put_forward
from cnd_tools.extracting.attributions.assertion import of_a_label
from cnd_tools.extracting.attributions.attitudes import adjectival
from cnd_tools.extracting.attributions.crossing import once_joined, uncrossed
from cnd_tools.extracting.attributions.deeds import deeds
from cnd_tools.extracting.attributions.enumerations import named_later
from cnd_tools.extracting.attributions.first_person import goes_on, held_by, reported, strays
from cnd_tools.extracting.attributions.floor import (
    a_person,
    acted_since,
    in_person,
    same_delegation,
    speaks_as_one,
    who_acted,
    who_go_on,
    who_has_it,
)
from cnd_tools.extracting.attributions.none_of_their_own import left_over
from cnd_tools.extracting.attributions.nouns_of_saying import existential, feeling, view_is, voiced_noun
from cnd_tools.extracting.attributions.openings import opening_verbs
from cnd_tools.extracting.attributions.phrases import according, at_the_suggestion_of, in_the_view_of
from cnd_tools.extracting.attributions.reporting import base_of, speaks_for, verbal
from cnd_tools.extracting.attributions.reporting_verbs import reporting_verb
from cnd_tools.extracting.attributions.signatures import signed, unsigned
from cnd_tools.extracting.context import SINGLE, PointContext
from cnd_tools.extracting.grammar.clauses import VERBS, child, own_subject
from cnd_tools.extracting.grammar.columns import Sieve
from cnd_tools.extracting.grammar.number import many
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.matches import ActorRef, Attribution, How, Mention, Source
from cnd_tools.extracting.path_rules import PathRules, path_rules
from cnd_tools.extracting.rulebook import rule

# Forms of verbs at which one of our rules may find something; `rules/` has an example of each rule, which is tried.
_REPORTING = ("say", "direct", "claim", "rate", "voice", "promise", "insert", "utter", "be", "open")
_DEEPEST = 6  # steps at most from a verb up to one that says that it is held
# "one", "another", "many", "most", "others" for those who hold something
_COUNTS = frozenset(("CD", "DT", "JJ", "JJS", "RBS", "NNS"))


def find_attributions(context: PointContext) -> list[Attribution]:
    """Return the positions of a parsed Doc in order of the text, one for each reporting word and holder.

    Args:
        context: the point.
    """
    # In a resolution the adopting body alone holds (annotation guidelines, "attributions").
    openings = list(opening_verbs(context))
    by_path = path_rules(context.lexicon, context.words)
    reported = by_path.around(_reported)
    found: dict[tuple[int, str | None, int, str], Attribution] = {}
    last: list[Source] = []
    persons: list[Source] = []  # the last of them of whom "he" may be said
    several: list[Source] = []  # the last of them of whom "they" may be said
    end = context.signed_from if context.signed_from >= 0 else len(context.doc)
    reporting = _reporting(by_path, context.words, context.speaker is not None)
    for token in openings or reporting.of(context.doc, context.prefix, end):
        rows = _opening(token, context) if openings else deeds(token, reported(token, context), context)
        rows = chain(rows, _without_subject(token, last, context) if not openings else ())
        kept = (one for one in rows if openings or context.signed_from >= 0 or not _of_frame(one, context))
        known = [
            each
            for one in kept
            for each in _taken_up(one, _past_others(one, last, persons, several, context) or last, context)
        ]
        for one in () if speaks_for(token, context) else known:
            place = -1 if one.source.actor else one.source.start  # "the observer for the Bank" names the Bank once
            found.setdefault((one.verb.i, one.source.actor, place, one.source.stance or "report"), one)
        spoke = (one for one in known if not _in_passing(one, context) and not _within(one, found))
        held = (one.source for one in spoke if one.source.actor and one.source.stance in ("", "report"))
        last = sorted(held, key=lambda one: one.ally >= 0) or last  # who speaks for others before those
        persons = [one for one in last[:1] if in_person(one, context)] or persons
        several = several if a_person(last, context) else last
    allies = {one.source.ally for one in found.values()}
    known = [one for one in found.values() if one.verb.i not in allies]
    own = left_over(once_joined(uncrossed(known, context)), context)
    return sorted(
        own if context.signed_from < 0 else (*unsigned(own, context), *signed(own, context)),
        key=lambda one: (one.verb.i, one.source.start),
    )


@rule("attribution.without_subject")
def _without_subject(token: Token, last: Sequence[Source], context: PointContext) -> Iterator[Attribution]:
    """What a body goes on to hold in a sentence that leaves it out: "The Board welcomed the plan. Agreed that …"."""
    opens = token.is_sent_start and token.tag_ in ("VBD", "VBN") and token.head == token
    whole = len(last) == 1 and last[0].extent == "consensus" and own_subject(token) is None
    follows = child(token, "ccomp", "dobj", "xcomp") is not None and child(token, "agent") is None
    word = reporting_verb(token, context) if opens and whole and follows else None
    if word is not None:
        yield base_of(token, word, None, context).by(last[0], How.ACTIVE)


def _in_passing(one: Attribution, context: PointContext) -> bool:
    """Whether those who joined, or whom a clause cites, do not go on speaking: "as proposed by the Director".

    Nor does who told a body something: "The Board was informed by Norway that it was late. It took note".
    """
    if one.how is not How.PASSIVE:
        return one.how in (How.TAKEN_UP, How.OF_A_NOUN, How.LIKEWISE)
    told = child(one.verb, "nsubjpass")
    return one.verb.dep_ in ("acl", "advcl") or (told is not None and bool(context.all_of(told)))


def _within(one: Attribution, found: Collection[tuple[int, str | None, int, str]]) -> bool:
    """Whether it is only told that somebody held it, who does not go on: "the Director said that Peru supported it"."""
    told, here = {verb for verb, *_ in found if verb < one.verb.i}, one.verb
    for _ in range(_DEEPEST):
        if here.dep_ == "ccomp" and here.head.i in told and here.head.i < one.source.start:
            return True
        if here.dep_ not in ("conj", "ccomp", "xcomp", "acomp"):
            return False
        here = here.head
    return False


def _of_frame(attribution: Attribution, context: PointContext) -> bool:
    """Whether only the "They" of an item's frame holds it: items under a chapeau have no positions of their own."""
    at = attribution.source.start
    return 0 <= at < context.prefix and context.doc[at].lower_ != "we"


@lru_cache(maxsize=8)
def _reporting(by_path: PathRules, words: WordClasses, ours: bool) -> Sieve:
    """Return what lets words through at which a rule may find something; `ours` where "we" speak."""
    return Sieve(lambda token: _may_report(token, words, ours) or by_path.reports(token))


def _may_report(token: Token, words: WordClasses, ours: bool) -> bool:
    """Whether one of our rules may find something at a word: it is a word of the lexicon, as nine of ten are not."""
    tag = token.tag_
    if tag in VERBS or ours:  # a verb of "we" may have been read as anything
        heard = words.begins(token, "verb", *_REPORTING) or token.lower_ in words.table("verb", "attitude")
        if heard or (ours and words.begins(token, "strength", "bind")):
            return True
    if _common(token):
        return words.begins(token, "noun", "saying")
    return words.begins(token, "verb", "attitude") if tag == "JJ" else token.lower_ == "according"


def _common(token: Token) -> bool:
    """Whether a word is a common noun; a capital at the start makes a name of it: "Consensus emerged that"."""
    return token.tag_ in ("NN", "NNS") or (token.tag_ == "NNP" and bool(token.is_sent_start))


def _reported(token: Token, context: PointContext) -> Iterator[Attribution]:
    we = goes_on(token, context) if context.speaker is not None else None
    base = reported(token, context) if we is not None else None
    if we is not None and base is not None:
        yield from (base.by(holder, How.ACTIVE) for holder in held_by(we, context))
    else:
        said = [one for one in _said(token, context) if not strays(one.verb, one.source, context)]
        ours = [one for one in said if one.source.start >= 0 and context.doc[one.source.start].lower_ == "we"]
        # "We, the ministers, declare": the ministers are no others
        yield from ours if ours and context.speaker is not None else said


def _said(token: Token, context: PointContext) -> Iterator[Attribution]:
    if token.lower_ == "according":
        yield from according(token, context)
    elif token.tag_ in VERBS:
        for one in verbal(token, context) if not of_a_label(token, context) else ():
            yield one
            yield from named_later(one, context)
    elif token.tag_ == "JJ":
        yield from adjectival(token, context)
    elif _common(token) and context.words.find(token, "noun", "saying") is not None:
        yield from existential(token, context)
        yield from view_is(token, context)
        yield from in_the_view_of(token, context) if token.tag_ == "NN" else ()
        yield from at_the_suggestion_of(token, context)
        yield from put_forward(token, context)


@rule("source.last_in_person")
def _past_others(
    attribution: Attribution,
    last: Sequence[Source],
    persons: Sequence[Source],
    several: Sequence[Source],
    context: PointContext,
) -> Sequence[Source]:
    """Who goes on speaking past those of whom nobody says so: "Mr. Lind spoke. States worried. He said".

    "States worried. The Chair took note. They said".
    """
    start = attribution.source.start
    personal = start >= 0 and context.doc[start].lower_ in ("he", "she")
    if start >= 0 and context.doc[start].lower_ == "they" and a_person(last, context):
        return several
    if personal and speaks_as_one(last, persons):
        return last
    return persons if personal and not any(in_person(one, context) for one in last) else []


def _taken_up(attribution: Attribution, last: Sequence[Source], context: PointContext) -> Iterator[Attribution]:
    """A position whose holder is a pronoun, by whoever held the one before it, or the last of the paragraph above."""
    at = attribution.source.start
    anew = not last and at >= 0 and attribution.source.actor is None and context.doc[at].lower_ in ("they", "it")
    above = who_go_on(context.doc[at], context) if anew else ()
    if above:
        yield from (replace(attribution, source=one) for one in above)
    else:
        yield from _gone_on(attribution, last, context)


def _gone_on(attribution: Attribution, last: Sequence[Source], context: PointContext) -> Iterator[Attribution]:
    """The same by whoever held the one before in the point: "INDIA stressed … He said"."""
    holder = attribution.source
    head = attribution.verb.doc[holder.start] if holder.start >= 0 else attribution.verb
    personal = head.tag_ == "PRP" and head.lower_ in ("he", "she")
    unsaid = not _one(last) or a_person(last, context)  # whoever it is, the point does not say
    if head.lower_ == "it" and holder.actor is None and unsaid:
        yield replace(attribution, source=replace(holder, extent="unstated"))
    elif head.lower_ == "it" and _goes_on(holder, last, context):
        again = replace(holder, actor=last[0].actor, mention=last[0].mention, extent=last[0].extent)
        yield replace(attribution, source=again)
    elif personal and (acted := acted_since(head, last, context)) is not None:
        yield replace(attribution, source=replace(holder, actor=acted.actor, mention=acted))
    elif personal and not any(in_person(one, context) for one in last):
        spoke = _for_others(last) or who_acted(head, context) or who_has_it(head, context)
        nobody = spoke is None or spoke.rule == "holder:name"  # "Harm Reduction Abroad" is no person
        spoke = last[0].mention if nobody and _one(last) else spoke
        yield replace(attribution, source=replace(holder, actor=spoke.actor if spoke else None, mention=spoke))
    elif (known := same_delegation(head, last, context)) is not None:
        yield replace(attribution, source=replace(holder, actor=known.actor, mention=known))
    elif head.lower_ in ("they", "it") and (same := [one for one in last if one.actor == holder.actor]):
        yield replace(
            attribution, source=replace(holder, extent=same[-1].extent)
        )  # "A number of States said that they"
    elif holder.actor is None and holder.start >= 0 and (head.tag_ in _COUNTS or context.words.find(head, "extent")):
        yield _of_those(attribution, last, context)
    elif last and (personal or (holder.actor is None and head.tag_ == "PRP" and not _no_they(head, last, context))):
        # Who speaks for others goes on speaking for them: "Kenya, on behalf of the Group, … It said".
        for one in last if head.lower_ == "they" else [*last[:1], *(one for one in last[1:] if one.ally >= 0)]:
            again = replace(holder, actor=one.actor, mention=one.mention, extent=one.extent, ally=one.ally)
            yield replace(attribution, source=again)
    else:
        yield attribution


def _no_they(pronoun: Token, last: Sequence[Source], context: PointContext) -> bool:
    return pronoun.lower_ == "they" and a_person(last, context)


def _for_others(last: Sequence[Source]) -> Mention | None:
    """The body that spoke for others as well, through somebody: "Penal Watch, for ten NGOs, said. She added"."""
    organization = bool(last) and last[0].mention is not None and last[0].mention.type == "organization"
    return last[0].mention if organization and any(one.ally >= 0 for one in last[1:]) else None


def _one(last: Sequence[Source]) -> bool:
    """Whether somebody spoke who is one: "the heads, who spoke. It decided" is not of the heads."""
    return bool(last) and last[0].extent in ("one", "consensus")


@rule("attribution.goes_on")
def _goes_on(holder: Source, last: Sequence[Source], context: PointContext) -> bool:
    """Whether "it" goes on for whoever spoke: "Peru recommended that Togo ratify it. It encouraged Togo to act"."""
    spoke = [one for one in last if one.mention is not None and one.mention.type in SINGLE]
    if a_person(last, context):
        return False
    other = holder.mention is not None and holder.mention.pronoun and len(last) == len(spoke) == 1
    named = {one.actor for one in context.mentions if not one.pronoun}
    opens = bool(context.doc[holder.start].is_sent_start)
    return other and opens and holder.actor != spoke[0].actor and holder.actor in named


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
    attitude = context.words.printed(token, "verb", "attitude") if token.tag_ not in ("VBG", "VBZ") else None
    if attitude:
        lemma = _of_participle(token, context) or attitude.lemma
        yield Attribution(token, lemma, attitude.field("stance"), holder, token.i + 1, "opening:attitude", How.OPENING)
        return
    voiced = voiced_noun(token, context)
    if voiced:
        noun, lemma, stance = voiced
        yield Attribution(token, lemma, stance, holder, noun.i + 1, "opening:voice", How.OPENING)
    elif word:
        end = token.i + len(word.words)
        stance = feeling(token, word.field("stance"), end, context)
        yield Attribution(token, word.lemma, stance, holder, end, "opening:verb", How.OPENING)
    else:
        yield Attribution(token, token.lemma_.lower(), "report", holder, token.i + 1, "opening:other", How.OPENING)


def _of_participle(token: Token, context: PointContext) -> str | None:
    """The verb whose participle opens a paragraph: "Deeply concerned" is concern; "Aware" is none."""
    lower, verbs = token.lower_, context.words.table("verb", "open")
    return next((lemma for lemma in (lower[:-2], lower[:-1], lower[:-3]) if lemma in verbs), None)
