"""Reporting verbs: active, passive, gerund or participle, they say that somebody holds something, and who."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.attributions.asides import need_voiced, said_of
from cnd_tools.extracting.attributions.assertion import asserted, auxiliaries, claims, rated, unless_negated
from cnd_tools.extracting.attributions.attitudes import adjectival
from cnd_tools.extracting.attributions.nouns_of_saying import feeling, voiced_noun
from cnd_tools.extracting.attributions.sources import (
    after,
    before,
    beside,
    holders,
    holding_subject,
    holds_nothing,
    inverted,
    represented,
)
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FARTHEST,
    FINITE,
    VERBS,
    auxiliary,
    child,
    first_of,
    neighbour,
    passive,
    subtree,
)
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import NOBODY, Attribution, How, Source
from cnd_tools.extracting.rulebook import rule


def verbal(token: Token, context: PointContext) -> Iterator[Attribution]:
    """Yield the positions a verb reports, one for each holder: active, passive, participle or adjectival."""
    if token.dep_ in ("aux", "auxpass", "compound") or (token.dep_ == "amod" and not _misread(token, context)):
        return
    word, voiced = reporting_verb(token, context), voiced_noun(token, context)
    if token.tag_ == "VBG" and _speaks_for(token, context):
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
        yield from _gerund(token, base, context) if not _only_begins(token, base) else ()
    elif token.tag_ == "VBN":
        yield from _participle(token, base, context)
    else:
        yield from _active(token, base, context)


@rule("attribution.speaks_for")
def _speaks_for(token: Token, context: PointContext) -> bool:
    """Whether a participle only says for whom somebody takes the floor: "speaking on behalf of its member States"."""
    word = context.words.find(token, "verb", "ally")
    return word is not None and word.field("stance") == "report"


def _is_committed(token: Token, word: Word, context: PointContext) -> bool:
    """Whether a passive says of what mind somebody is: "was committed to reducing"; not "were encouraged to"."""
    attitude = context.words.table("verb", "attitude").get(token.lower_)
    approves = word.field("form") == "say" and word.field("stance") == "support"
    return bool(attitude) and approves and passive(token) and child(token, "agent") is None


def reporting_verb(token: Token, context: PointContext) -> Word | None:
    """Return the lexicon's verb here, where it has the complement with which it reports."""
    word = context.words.find(token, "verb", "say", "direct")
    if word is None and claims(token):
        word = context.words.find(token, "verb", "claim", "rate")
    if word is None and rated(token):
        word = context.words.find(token, "verb", "rate")
    if word is None:
        word = _turned_round(token, context) or need_voiced(token, context)
    promised = child(token, "xcomp")
    if word is None and promised is not None and token.dep_ != "relcl" and auxiliary(promised, "TO"):
        word = context.words.find(token, "verb", "promise")
    return word


@rule("attribution.turned_round")
def _turned_round(token: Token, context: PointContext) -> Word | None:
    """A verb with a noun of its own, in the passive: "attention was drawn to" is "draw attention"."""
    noun = child(token, "nsubjpass")
    if noun is None:
        return None
    whole = (token.lemma_.lower(), noun.lemma_.lower())
    return next((word for word in context.words.table("verb", "say").get(whole[0], ()) if word.words == whole), None)


def _undergone(token: Token, word: Word | None, context: PointContext) -> bool:
    """Whether a verb is passive, also where a model takes its participle for an adjective: "was appreciated"."""
    if word is not None and token.dep_ == "conj" and child(token, "auxpass") is None:
        addressed = child(
            token, "prep"
        )  # "must be banned, and appealed to States not to": a shared passive asks nobody
        if addressed is not None and child(addressed, "pobj") is not None and child(token, "xcomp") is not None:
            return False
    described = (
        token.dep_ == "acomp" and token.tag_ == "VBN" and context.words.find(token.head, "verb", "be") is not None
    )
    asked = child(token, "xcomp") is not None and context.words.find(token, "verb", "direct") is not None
    return passive(token) or (described and (asked or token.lower_ not in context.words.table("verb", "attitude")))


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
    stance = unless_negated(feeling(token, word.field("stance") or "report", context), token, context)
    extent = word.field("extent")
    holder = replace(NOBODY, extent=extent) if extent else NOBODY
    return Attribution(token, word.lemma, stance, holder, token.i + len(word.words), "verb")


@rule("attribution.active")
def _active(token: Token, base: Attribution, context: PointContext) -> Iterator[Attribution]:
    if not asserted(token, base, context):
        return
    subject = holding_subject(token, context) if token.dep_ not in ("relcl", "acl") else None
    found: list[Source] = []
    if token.dep_ == "relcl":
        found = list(said_of(token, context))
    if (subject is not None and holds_nothing(subject, context)) or (not found and _done_by_a_thing(token, context)):
        return
    if subject is not None:
        found = list(inverted(subject, context) if subject.i > token.i else before(token, subject, context))
    how = How.ACTIVE if found else How.ORDER
    if not found and not (token.dep_ == "relcl" and any(one.tag_ == "WDT" for one in subtree(token))):
        found = list(beside(token, context)) or list(
            beside(token, context, loose=True) if token.tag_ == "VBN" or token.dep_ == "advcl" else ()
        )
    for holder in found:
        yield base.by(holder, how)


def _done_by_a_thing(token: Token, context: PointContext) -> bool:
    """Whether a subordinate clause has a subject of its own that is nobody: "the view that policies had stressed"."""
    own = child(token, "nsubj")
    if own is None or own.tag_ not in ("NN", "NNS"):
        return False
    return holds_nothing(own, context) or (token.dep_ in ("relcl", "acl") and not any(before(token, own, context)))


@rule("attribution.passive")
def _passive(token: Token, base: Attribution, context: PointContext) -> Iterator[Attribution]:
    if base.stance == "oppose" and any(one.lower_ == "to" for one in token.rights):  # "were opposed to the text"
        beings = (child(one, "nsubj", "nsubjpass") for one in token.lefts if one.dep_ == "auxpass")
        subject = holding_subject(token) or next((one for one in beings if one is not None), None)
        if subject is not None:
            yield from (base.by(holder, How.ACTIVE) for holder in before(token, subject, context))
            return
    by = child(token, "agent")
    finite = any(one.dep_ in ("auxpass", "aux") and one.tag_ in FINITE for one in auxiliaries(token))
    finite = finite or (token.dep_ == "acomp" and token.head.tag_ in FINITE)
    if by is not None:
        for holder in after(by, context):
            if not auxiliary(token, "MD") and not auxiliary(token, "TO"):  # "crimes alleged to be committed by"
                yield base.by(holder, How.PASSIVE)
    elif finite and _said_so(token, context) and not (_told(token, context) or _of_nothing(token, base)):
        yield replace(base, rule=f"passive:{base.rule}", how=How.PASSIVE)


def _of_nothing(passive_verb: Token, base: Attribution) -> bool:
    """Whether nothing was said: "no mention was made of ports"; "no agreement was reached" says that some disagree."""
    thing = child(passive_verb, "nsubjpass")
    return base.stance == "report" and thing is not None and any(one.lower_ == "no" for one in thing.lefts)


@rule("attribution.told")
def _told(token: Token, context: PointContext) -> bool:
    """Whether a passive says who was told, not who held it: "the Committee was informed of the outcome"."""
    return context.words.find(token, "verb", "tell") is not None


def _said_so(passive_verb: Token, context: PointContext) -> bool:
    """Whether a passive without a doer states that something is held: "was noted", not "to be noted"."""
    mark = child(passive_verb, "mark")
    granted = mark is not None and context.words.marker(mark, "granting") is not None
    if passive_verb.dep_ in ("relcl", "acl", "advcl", "pcomp") and not granted:
        return False
    if _to_be_said(first_of(passive_verb), context):
        return False
    return auxiliary(passive_verb, "MD") is None and auxiliary(passive_verb, "TO") is None


@rule("attribution.wanted")
def _to_be_said(verb: Token, context: PointContext) -> bool:
    """Whether it is only asked that something be held: "it was important that the role was recognized"."""
    asks = child(verb.head, "acomp") if verb.dep_ == "ccomp" and child(verb, "mark") is not None else None
    return asks is not None and context.words.find(asks, "strength", "predicate") is not None


@rule("attribution.gerund")
def _gerund(token: Token, base: Attribution, context: PointContext) -> Iterator[Attribution]:
    """Participles beside a clause: "Noting that …, X said", "X asked …, saying that …", "with X opposing"."""
    own = child(token, "nsubj")
    if own is not None:
        for holder in before(token, own, context):
            if holder.actor or holder.extent != "one":  # "each referring to its laws": those named before
                yield base.by(holder, How.PARTICIPLE)
        return
    verb = token.head
    subject = _beside_clause(token)
    if subject is not None and (verb.i > token.i or context.words.find(verb, "verb", "say", "direct")):
        for holder in (*before(verb, subject, context), *represented(token, context)):
            if not holder.stance:
                yield base.by(holder, How.PARTICIPLE)
    elif token.dep_ == "acl" and _hung(token):
        # "Malta, with Chad, proposed a text, preferring that one", hung on who did
        yield from (base.by(holder, How.PARTICIPLE) for holder in holders(verb, context))
    elif _beside_with(token):
        for holder in beside(token, context, loose=True):
            yield base.by(holder, How.ORDER)


def _beside_with(participle: Token) -> bool:
    """Whether "with" stands before a participle: "with Chad opposing"; not "with Chad, efforts at supporting ports"."""
    other = participle.dep_ == "pcomp" and participle.head.lower_ != "with"
    words = participle.doc[max(participle.sent.start, participle.i - FARTHEST) : participle.i]
    return not other and any(one.lower_ == "with" for one in words)


@rule("attribution.in_passing")
def _only_begins(participle: Token, base: Attribution) -> bool:
    """Whether a participle only leads over to what is said, "Looking forward, Mali suggested", or is part of it.

    It is part of what is suggested in "suggested: merging the lists; referring to the Charter", and describes in "the
    ports that the Bank was supporting".
    """
    part = neighbour(participle, -1).text in (":", ";") or participle.dep_ == "relcl"
    alone = bool(participle.is_sent_start) and participle.doc[base.end : base.end + 1].text == ","
    return part or (alone and (base.stance == "report" or base.end - participle.i > 1))


def _hung(participle: Token) -> bool:
    """Whether a participle hangs on the subject, after a comma and with what it says."""
    first = participle.head.dep_ in ("nsubj", "ROOT") and neighbour(participle, -1).text == ","
    return first and child(participle, "dobj", "ccomp") is not None


def _beside_clause(participle: Token) -> Token | None:
    """The subject of the clause that a participle stands beside: "X asked, saying that", "objected noting that"."""
    said = participle.dep_ == "xcomp" and neighbour(participle).lower_ == "that"
    beside_it = said or participle.dep_ in ("advcl", "conj")
    verb = participle.head
    return holding_subject(verb) if beside_it and verb.tag_ in VERBS and not passive(verb) else None


@rule("attribution.participle")
def _participle(token: Token, base: Attribution, context: PointContext) -> Iterator[Attribution]:
    """A participle: "a proposal supported by X"; or a past tense that the tagger took for a participle."""
    by = child(token, "agent")
    if by is None and neighbour(token).lower_ != "by" and not _reduced(token):
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


def _reduced(token: Token) -> bool:
    """Whether a participle says which of the things it stands after: "to apply the measures accepted in 2014"."""
    if token.dep_ == "acl" and child(token, "oprd") is not None:
        return True  # "a programme called the Harbour Plan"
    governed = token.head.dep_ in ("dobj", "pobj") and token.head.head.i < token.head.i
    return token.dep_ == "acl" and governed and neighbour(token).tag_ in ("IN", "RB")


@rule("attribution.misread_participle")
def _misread(token: Token, context: PointContext) -> bool:
    """Whether a participle before a noun may be a past tense, "the EU proposed text", or not there, "as noted by"."""
    beside = neighbour(token, -1)
    named = (
        beside.tag_ in ("NNP", "NNPS", "NNS") or beside.text == "," or beside.lower_ == "as" or beside.i in context.at
    )
    return token.tag_ in ("VBN", "VBD") and named
