"""Reporting verbs: active, passive, gerund or participle, they say that somebody holds something, and who."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.attributions.asides import in_relative
from cnd_tools.extracting.attributions.assertion import (
    asserted,
    auxiliaries,
    claims,
    rated,
    to_be_done_too,
    unless_negated,
)
from cnd_tools.extracting.attributions.attitudes import adjectival
from cnd_tools.extracting.attributions.courtesy import by_leave
from cnd_tools.extracting.attributions.ellipsis import did_too
from cnd_tools.extracting.attributions.holding_subjects import holding_subject, in_position
from cnd_tools.extracting.attributions.nouns_of_saying import feeling, voiced_noun
from cnd_tools.extracting.attributions.others_beside import new_clause, put_between
from cnd_tools.extracting.attributions.participles import gerund, only_begins
from cnd_tools.extracting.attributions.phrases import by_far
from cnd_tools.extracting.attributions.reporting_verbs import reporting_verb
from cnd_tools.extracting.attributions.source_nouns import holds_nothing
from cnd_tools.extracting.attributions.sources import after, before, beside, holders, inverted, past_others
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FINITE,
    auxiliary,
    child,
    first_of,
    neighbour,
    passive,
    subtree,
)
from cnd_tools.extracting.grammar.repairs import read_as_adjective
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import NOBODY, Attribution, How, Source
from cnd_tools.extracting.rulebook import rule


def verbal(token: Token, context: PointContext) -> Iterator[Attribution]:
    """Yield the positions a verb reports, one for each holder: active, passive, participle or adjectival."""
    if token.dep_ in ("aux", "auxpass", "compound") or (token.dep_ == "amod" and not _misread(token, context)):
        return
    word, voiced = reporting_verb(token, context), voiced_noun(token, context)
    if token.tag_ == "VBG" and (speaks_for(token, context) or _takes_the_floor(token, context)):
        return
    if word is None and voiced is None:
        yield from adjectival(token, context)
        return
    if word is not None and _is_committed(token, word, context):
        yield from adjectival(token, context)
        return
    base = base_of(token, word, voiced, context)
    if _undergone(token, word, context):
        yield from _passive(token, base, context)
    elif token.tag_ == "VBG":
        yield from gerund(token, base, context) if not only_begins(token, base) else ()
    elif token.tag_ == "VBN":
        yield from _participle(token, base, context)
    elif (me := by_leave(token, context)) is not None:
        yield from (base.by(holder, How.ACTIVE) for holder in holders(me, context))
    else:
        yield from _active(token, base, context)


@rule("attribution.speaks_for")
def speaks_for(token: Token, context: PointContext) -> bool:
    """Return whether a verb only says for whom somebody takes the floor: "spoke on behalf of its member States".

    Args:
        token: the verb.
        context: the point.
    """
    word = context.words.find(token, "verb", "ally")
    return word is not None and word.field("stance") == "report"


@rule("attribution.takes_the_floor")
def _takes_the_floor(token: Token, context: PointContext) -> bool:
    """Whether a participle only says when or on what somebody takes the floor: "Speaking after the vote, Peru said"."""
    fronted = token.dep_ == "advcl" and token.i < token.head.i and child(token, "dobj", "ccomp") is None
    return fronted and context.words.find(token, "verb", "floor") is not None


def _is_committed(token: Token, word: Word, context: PointContext) -> bool:
    """Whether a passive says of what mind somebody is: "was committed to reducing"; not "were encouraged to"."""
    attitude = context.words.printed(token, "verb", "attitude")
    approves = word.field("form") == "say" and word.field("stance") == "support"
    by = child(token, "agent")
    thing = child(by, "pobj") if by is not None else None
    if thing is not None and child(token, "xcomp") is None and not context.all_of(thing):
        return bool(attitude) and passive(token) and thing.tag_ in ("NN", "NNS")  # "was encouraged by the results"
    return bool(attitude) and approves and passive(token) and by is None


def _undergone(token: Token, word: Word | None, context: PointContext) -> bool:
    """Whether a verb is passive, also where a model takes its participle for an adjective: "was appreciated"."""
    if word is not None and token.dep_ == "conj" and child(token, "auxpass") is None:
        if _never_undergone(token, context):
            return False
        addressed = child(
            token, "prep"
        )  # "must be banned, and appealed to States not to": a shared passive asks nobody
        asked = child(token, "xcomp") is not None
        if asked and (word.field("self") or (addressed is not None and child(addressed, "pobj") is not None)):
            return False  # "was considered by the Board, and decided to meet": nothing is decided to meet
    described = read_as_adjective(token) and context.words.find(token.head, "verb", "be") is not None
    asked = child(token, "xcomp") is not None and context.words.find(token, "verb", "direct") is not None
    return passive(token) or (described and (asked or context.words.printed(token, "verb", "attitude") is None))


@rule("attribution.never_undergone")
def _never_undergone(token: Token, context: PointContext) -> bool:
    """Whether a participle goes on with who spoke: "said that fees should be cut, and pointed to the costs"."""
    word = context.words.find(token, "verb", "unmoved")
    after = token.doc[token.i + len(word.words) - 1] if word is not None else None
    return after is not None and (after == token or child(after, "pobj", "pcomp") is not None)


def base_of(
    token: Token, word: Word | None, voiced: tuple[Token, str, str] | None, context: PointContext
) -> Attribution:
    """Return what a verb reports, whoever holds it: the noun it voices says more than the verb does."""
    if voiced:
        noun, lemma, stance = voiced
        return Attribution(
            token, lemma, unless_negated(stance, token, context), NOBODY, max(noun.i, token.i) + 1, "voice"
        )
    assert word is not None
    end = _end_of(token, word)
    stance = feeling(token, word.field("stance") or "report", end, context)
    stance = stance if "no" in word.words else unless_negated(stance, token, context)  # "saw no need for a fund"
    extent = word.field("extent")
    holder = replace(NOBODY, extent=extent) if extent else NOBODY
    return Attribution(token, word.lemma, stance, holder, end, "verb")


def _end_of(verb: Token, word: Word) -> int:
    """One past the words that report: the verb and what belongs to it, also where that is parted from it."""
    thing = child(verb, "dobj")
    parted = thing is not None and len(word.words) > 1 and thing.lemma_.lower() == word.words[-1]
    return max(thing.i + 1, verb.i + 1) if thing is not None and parted else verb.i + len(word.words)


@rule("attribution.active")
def _active(token: Token, base: Attribution, context: PointContext) -> Iterator[Attribution]:
    if not asserted(token, base, context):
        return
    parted = token.dep_ in ("relcl", "acl") and in_position(token, context.words) is None
    subject = holding_subject(token, context) if not parted else None
    found = in_relative(token, context) if first_of(token).dep_ == "relcl" else []
    if found is None:
        return
    if others := _past_others(token, subject, context):
        yield from (base.by(holder, How.ORDER) for holder in others)
        return
    if subject is not None and subject.i < token.i and new_clause(token, context):
        yield from (base.by(holder, How.ORDER) for holder in beside(token, context))
        return
    if (subject is not None and holds_nothing(subject, context)) or (not found and _done_by_a_thing(token, context)):
        return
    if subject is not None and _only_fronted(subject, token, context):
        subject = None
    if subject is not None:
        found = list(inverted(subject, context) if subject.i > token.i else before(token, subject, context))
    how = How.ACTIVE if found else How.ORDER
    if not found and not _of_relative(token):
        found = list(beside(token, context)) or list(
            beside(token, context, loose=True) if token.tag_ == "VBN" or token.dep_ == "advcl" else ()
        )
    yield from (base.by(holder, how) for holder in found)
    yield from (base.by(holder, How.LIKEWISE) for holder in did_too(token, context) if found)


def _of_relative(verb: Token) -> bool:
    """Whether a verb is of a relative clause: "Mr. Lind, who had led the work and, as a consultant, had advised"."""
    first = first_of(verb)
    both = first == verb or (auxiliary(verb, "VBD") is not None and auxiliary(first, "VBD") is not None)
    return first.dep_ == "relcl" and both and any(one.tag_ in ("WDT", "WP") for one in subtree(first))


def _past_others(verb: Token, subject: Token | None, context: PointContext) -> list[Source]:
    """Those who go on with a second verb past others put before it, where the parse has lost them."""
    between = put_between(verb, context) if verb.dep_ in ("conj", "ccomp", "advcl") else None
    if between is None:
        return []
    own = before(verb, subject, context) if subject is not None and subject.i < verb.i else ()
    known = any(0 <= one.start < between.i for one in own)
    return [] if known else list(past_others(verb, between, context))


@rule("source.after_fronted")
def _only_fronted(subject: Token, verb: Token, context: PointContext) -> bool:
    """Whether a fronted gerund was read as subject of who speaks after it: "Noting it, Mali, with Chad, agreed"."""
    fronted = subject.tag_ == "VBG" and bool(subject.is_sent_start) and neighbour(verb, -1).text == ","
    return fronted and any(one.i in context.at for one in verb.doc[subject.i + 1 : verb.i])


def _done_by_a_thing(token: Token, context: PointContext) -> bool:
    """Whether a subordinate clause has a subject of its own that is nobody: "the view that policies had stressed"."""
    own = child(token, "nsubj")
    if own is None or own.tag_ not in ("NN", "NNS"):
        return False
    inner = token.dep_ in ("relcl", "acl")
    if token.dep_ == "ccomp":  # "noted that the debate had clarified issues"; past ";" goes on whoever noted it
        theirs = any(one.tag_ == "PRP$" for one in own.lefts)  # "announced that his country had pledged to pay"
        inner = own.i < token.i and not theirs and not any(one.text == ";" for one in token.doc[own.i : token.i])
    return holds_nothing(own, context) or (inner and not any(before(token, own, context)))


@rule("attribution.passive")
def _passive(token: Token, base: Attribution, context: PointContext) -> Iterator[Attribution]:
    if to_be_done_too(token):
        return
    opposed = base.stance == "oppose" and base.rule == "verb"  # not "opposition was expressed to the text"
    if opposed and any(one.lower_ == "to" for one in token.rights):  # "were opposed to the text"
        beings = (child(one, "nsubj", "nsubjpass") for one in token.lefts if one.dep_ == "auxpass")
        subject = holding_subject(token) or next((one for one in beings if one is not None), None)
        if subject is not None:
            yield from (base.by(holder, How.ACTIVE) for holder in before(token, subject, context))
            return
    by = child(token, "agent") or by_far(token, context)
    finite = any(one.dep_ in ("auxpass", "aux") and one.tag_ in FINITE for one in auxiliaries(token))
    finite = finite or (token.dep_ == "acomp" and token.head.tag_ in FINITE)
    if by is not None:
        for holder in after(by, context):
            if not auxiliary(token, "MD") and not auxiliary(token, "TO"):  # "crimes alleged to be committed by"
                yield base.by(holder, How.PASSIVE)
    elif finite and _said_so(token, context) and not _not_said(token, base, context):
        yield replace(base, rule=f"passive:{base.rule}", how=How.PASSIVE)


def _not_said(passive_verb: Token, base: Attribution, context: PointContext) -> bool:
    """Whether a passive tells who was told, what was done, or that nothing was said."""
    return bool(_told(passive_verb, context) or _treated(passive_verb, context)) or _of_nothing(passive_verb, base)


def _of_nothing(passive_verb: Token, base: Attribution) -> bool:
    """Whether nothing was said: "no mention was made of ports"; "no agreement was reached" says that some disagree."""
    thing = child(passive_verb, "nsubjpass")
    return base.stance == "report" and thing is not None and any(one.lower_ == "no" for one in thing.lefts)


@rule("attribution.told")
def _told(token: Token, context: PointContext) -> bool:
    """Whether a passive says who was told, not who held it: "the Committee was informed of the outcome"."""
    return context.words.find(token, "verb", "tell") is not None


@rule("attribution.treated")
def _treated(token: Token, context: PointContext) -> bool:
    """Whether a passive only says what was done with a thing: "savings were identified"; not "identified as a risk".

    "A need for training was identified" says that it is held.
    """
    thing = child(token, "nsubjpass")
    need = thing is not None and thing.tag_ == "NN" and context.words.find(thing, "strength", "noun") is not None
    return context.words.find(token, "verb", "treat") is not None and not (need or claims(token) or rated(token))


def _said_so(passive_verb: Token, context: PointContext) -> bool:
    """Whether a passive without a doer states that something is held: "was noted", not "to be noted"."""
    mark = child(passive_verb, "mark")
    granted = mark is not None and context.words.marker(mark, "granting") is not None
    if {passive_verb.dep_, first_of(passive_verb).dep_} & {"relcl", "acl", "advcl", "pcomp"} and not granted:
        return False
    noun = child(passive_verb, "nsubjpass")
    asked = any(one.tag_ == "WRB" for one in passive_verb.lefts) and passive_verb.dep_ == "ccomp"
    if asked or (noun is not None and noun.tag_ in ("WP", "WDT")):
        return False  # "what was said", "wondered why Canada had been singled out"
    if _to_be_said(first_of(passive_verb), context):
        return False
    return auxiliary(passive_verb, "MD") is None and auxiliary(passive_verb, "TO") is None


@rule("attribution.wanted")
def _to_be_said(verb: Token, context: PointContext) -> bool:
    """Whether it is only asked that something be held: "it was important that the role was recognized"."""
    asks = child(verb.head, "acomp") if verb.dep_ == "ccomp" and child(verb, "mark") is not None else None
    return asks is not None and context.words.find(asks, "strength", "predicate") is not None


@rule("attribution.participle")
def _participle(token: Token, base: Attribution, context: PointContext) -> Iterator[Attribution]:
    """A participle: "a proposal supported by X"; or a past tense that the tagger took for a participle."""
    by = child(token, "agent")
    if by is None and neighbour(token).lower_ != "by" and not _reduced(token, context):
        yield from _active(token, base, context)
    elif by is not None and context.words.find(token, "verb", "ally") and _taken_up(token, context):
        for holder in after(by, context):
            yield base.by(holder, How.TAKEN_UP)
    elif (
        by is not None
        and context.words.find(token, "verb", "say")
        and (neighbour(token, -1).lower_ == "as" or _of_a_paper(token, context))
    ):
        for holder in after(by, context):
            yield base.by(holder, How.PASSIVE)  # "as summarized by the Chair"


def _taken_up(participle: Token, context: PointContext) -> bool:
    """Whether a participle says who joins what was said: "X, supported by Y"; not "the terms endorsed by Y"."""
    word = context.words.find(participle, "verb", "ally")
    joins = word is not None and word.field("stance") == "support"
    return (
        participle.dep_ != "acl"
        or not joins
        or neighbour(participle, -1).text == ","
        or _of_a_paper(participle, context)
    )


@rule("attribution.of_a_paper")
def _of_a_paper(participle: Token, context: PointContext) -> bool:
    """Whether a participle says who put a text forward, or took it up: "the compromise suggested by Korea"."""
    first = first_of(participle)
    return first.dep_ == "acl" and context.words.find(first.head, "noun", "paper") is not None


def _reduced(token: Token, context: PointContext) -> bool:
    """Whether a participle says which of the things it stands after: "to apply the measures accepted in 2014"."""
    if token.dep_ == "acl" and child(token, "oprd") is not None:
        return True  # "a programme called the Harbour Plan"
    to_be = child(token, "xcomp") if token.dep_ == "acl" and neighbour(token).tag_ == "TO" else None
    if to_be is not None and passive(to_be):
        return True  # "a statement proposed to be made"
    if neighbour(token, -1).text == "," and _never_undergone(token, context):
        return False  # "stressed the role of ports, called for funds"; not "the funds called for in the plan"
    before, after = neighbour(token, -1), neighbour(token)
    noun = neighbour(token, -2)
    if token.dep_ in ("dep", "ROOT") and before.text == "," and after.tag_ == "IN" and noun.dep_ in ("dobj", "pobj"):
        return child(token, "nsubj") is None  # "its view, expressed in writing, that"; not "Peru, for it, reported on"
    governed = token.head.dep_ in ("dobj", "pobj") and token.head.head.i < token.head.i
    return token.dep_ == "acl" and governed and neighbour(token).tag_ in ("IN", "RB", "CC", ",", ".")


@rule("attribution.misread_participle")
def _misread(token: Token, context: PointContext) -> bool:
    """Whether a participle before a noun may be a past tense, "the EU proposed text", or not there, "as noted by"."""
    beside = neighbour(token, -1)
    named = (
        beside.tag_ in ("NNP", "NNPS", "NNS") or beside.text == "," or beside.lower_ == "as" or beside.i in context.at
    )
    return token.tag_ in ("VBN", "VBD") and named
