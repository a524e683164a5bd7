"""Cues of need and rank: "need assistance", "it is essential to", "the importance of", "remained a priority"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.directives import far_infinitive
from cnd_tools.extracting.actions.nominal_predicates import is_purpose
from cnd_tools.extracting.actions.ratings import rated_as
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    NOUNS,
    VERBS,
    asserted,
    auxiliary,
    child,
    negated,
    neighbour,
    own_subject,
    passive,
    repeated,
    stranded_subject,
    subject,
    subtree,
)
from cnd_tools.extracting.grammar.nominal_series import nominal_series
from cnd_tools.extracting.grammar.verb_series import infinitive_beside
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import ActorRef, Cue, CueKind, cue_at
from cnd_tools.extracting.rulebook import rule


@rule("cue.lack")
def lack(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what is lacking: "need assistance", "partnerships are needed", "required cooperation"."""
    obliged, lacking = context.words.find(token, "strength", "passive"), context.words.find(token, "strength", "lack")
    if (obliged or lacking) is None or token.dep_ in ("amod", "compound"):
        return
    modal = auxiliary(token, "MD")
    if modal is not None and not _would(modal, context):
        return
    if token.dep_ == "conj" and auxiliary(token.head, "MD") and own_subject(token) is None:
        return  # "must ratify the treaty and be bound by it"
    if token.tag_ == "VBN" and obliged and passive(token):
        noun = _cleft(token) or subject(token)
        said = noun is not None and noun.lower_ != "it" and noun.tag_ != "WP"
        if noun is not None and said and token.dep_ not in ("relcl", "acl", "advcl") and _lone(token, obliged):
            infinitive = _purpose(token)
            if infinitive is not None and context.words.find(noun, "noun", "light"):
                yield cue_at(token, obliged, infinitive, CueKind.PURPOSE, agents=())
            else:
                yield cue_at(token, obliged, noun, CueKind.NEEDED, agents=(), negative=negated(token, context.words))
        return
    thing = child(token, "dobj") or _beyond_adjectives(token)
    if not lacking or thing is None or not thing.tag_.startswith("N"):
        return
    if asserted(token, context.words) and not passive(token):
        yield cue_at(
            token,
            lacking,
            thing,
            CueKind.LACK,
            agents=(),
            bearer=subject(token),
            negative=negated(token, context.words),
        )


@rule("cue.cleft")
def _cleft(verb: Token) -> Token | None:
    """What a sentence says is needed: "what was required was the will to act"."""
    noun = child(verb.head, "attr") if verb.dep_ == "csubj" and verb.left_edge.tag_ == "WP" else None
    return noun if noun is not None and noun.i > verb.i else None


def _would(modal: Token, context: PointContext) -> bool:
    """Whether a modal says what would be needed, and does not ask: "they would require support"."""
    bearer = subject(modal.head)
    return context.words.marker(modal, "conditional") is not None and bearer is not None and bearer.i < modal.i


@rule("cue.beyond_adjectives")
def _beyond_adjectives(verb: Token) -> Token | None:
    """The noun after adjectives that the parser took for a complement: "required increased cooperation"."""
    if child(verb, "acomp") is None:
        return None
    for one in verb.doc[verb.i + 1 : verb.i + 10]:
        if one.tag_ in ("NN", "NNS"):
            return one if neighbour(one).dep_ != "compound" and one.dep_ != "compound" else None
        if one.tag_ not in ("JJ", "CC", "VBN", "RB", "DT", ",", "VBG"):
            return None
    return None


def _purpose(verb: Token) -> Token | None:
    """The infinitive of purpose after a verb: "to clarify", "in order to clarify"."""
    for one in subtree(verb):
        if one.i > verb.i and one.dep_ in ("advcl", "xcomp", "acl") and auxiliary(one, "TO"):
            return one if one.head == verb or one.head.lower_ == "order" else None
    return None


def _lone(token: Token, obliged: Word) -> bool:
    """Whether a passive asks by itself, not for what an infinitive says: "is required", not "is required to report".

    What "is needed to" do something is needed, and the infinitive says for what.
    """
    return obliged.field("strength") == "necessity" or not any(one.dep_ == "xcomp" for one in token.rights)


@rule("cue.predicate")
def predicate(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what an adjective asks for: "it is essential to share", "is vital that States share", "training is key"."""
    word = context.words.find(token, "strength", "predicate") or _proposal(token, context)
    if word is None or token.dep_ not in ("acomp", "oprd", "ccomp", "attr", "conj", "xcomp", "amod"):
        return
    verb = token.head if token.dep_ != "conj" else token.head.head
    held = rated_as(token, context) if token.dep_ == "amod" else None
    if held is not None:
        yield from _said_of(token, word, held, context)  # "was regarded as indispensable"
        return
    clause = _clause_of(token, verb)
    if clause is not None:
        agents = None if own_subject(clause) is not None else ()  # None: whoever is the clause's subject
        yield cue_at(
            token, word, clause, CueKind.PREDICATE, "clause", agents=agents, negative=negated(verb, context.words)
        )
        return
    named = token.dep_ == "oprd" and passive(verb)  # "was considered essential"
    if token.dep_ in ("amod", "ccomp", "xcomp") or not (named or verb.lemma_ in ("be", "remain", "become")):
        return
    yield from _said_of(token, word, verb, context)


def _said_of(token: Token, word: Word, verb: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what the subject of a verb is said to be: "training is key", "training was regarded as key"."""
    noun = own_subject(verb) or subject(verb)
    if noun is None or noun.tag_ in ("PRP", "DT", "EX", "WDT") or verb.dep_ == "relcl" or auxiliary(verb, "MD"):
        return
    if any(one.tag_ == "WDT" for one in subtree(noun)) or _which_is(verb):
        return  # "goods for which good roads are necessary"
    noun = _topic(noun, context)
    nobody = () if noun.tag_.startswith("N") else None
    # "did not deem it to be key"
    denied = negated(verb, context.words) or (verb.dep_ == "ccomp" and negated(verb.head, context.words))
    yield cue_at(token, word, noun, CueKind.PREDICATE, "noun", agents=nobody, negative=denied)


def _which_is(verb: Token) -> bool:
    """Whether a relative pronoun after a preposition opens the clause: "for which good roads are vital"."""
    begin = min((one.left_edge.i for one in verb.lefts), default=verb.i)
    return neighbour(verb.doc[begin], -1).tag_ == "WDT" or verb.doc[begin].tag_ == "WDT"


def _topic(noun: Token, context: PointContext) -> Token:
    """The gerund that a noun only introduces: "the question of broadening commitments" is broaden."""
    gerunds = (two for one in noun.rights if one.lower_ == "of" for two in one.rights if two.dep_ == "pcomp")
    return next(gerunds, noun) if context.words.find(noun, "noun", "topic") else noun


@rule("cue.proposal")
def _proposal(token: Token, context: PointContext) -> Word | None:
    """An adjective that proposes after a modal that proposes: "it might be useful to", "it would be useful to"."""
    word = context.words.find(token, "strength", "proposal")
    modal = auxiliary(token.head, "MD") if word is not None else None
    if modal is None:
        return None
    if context.words.marker(modal, "conditional"):
        return word
    proposing = context.words.find(modal, "strength", "modal")
    return word if proposing is not None and proposing.field("proposes") else None


@rule("cue.it_clause")
def _clause_of(adjective: Token, verb: Token) -> Token | None:
    """The clause that "it" stands for before an adjective: "it is essential to share", "is vital that States share"."""
    impersonal = adjective.dep_ != "amod" and any(
        one.lower_ == "it" for one in subtree(verb) if one.i < adjective.i and one.i > adjective.i - 6
    )
    for one in (*adjective.rights, *verb.rights):
        complement = one.i > adjective.i and one.tag_ in VERBS and one.dep_ in ("xcomp", "ccomp", "advcl", "acl")
        if impersonal and complement and (auxiliary(one, "TO") or (one.dep_ == "ccomp" and child(one, "mark"))):
            return one
    return None


@rule("cue.need")
def need(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what a noun of need governs: "a need for a code", "the idea of a fund"; and what it ranks, see `rank`."""
    word = context.words.find(token, "strength", "noun")
    described = token.dep_ == "nsubj" and not context.words.find(token.head, "verb", "be") and _opens(token)
    if word and described and neighbour(token).tag_ != "TO":  # "the need to act is growing" asks to act
        return  # "the need for treatment exceeded what was there" describes
    if word and _denied(token, context):
        return
    if word:
        for head in _governed(token, context):
            doing = next((one for one in head.rights if one.dep_ == "acl" and one.tag_ == "VBG"), None)
            if doing is not None and context.all_of(head):  # "the importance of the Board receiving reports"
                helped = passive(doing) or context.words.find(doing, "verb", "undergo")
                yield cue_at(token, word, doing, CueKind.NOUN, agents=() if helped else context.parties(head))
                continue
            parted = far_infinitive(head, token.sent.end) if head.tag_ in NOUNS and context.all_of(head) else None
            if parted is not None and parted.doc[parted.i - 2].text == ",":
                yield cue_at(token, word, parted, CueKind.NOUN, agents=context.parties(head))
            else:
                agents = _for_whom(token, head, context) if head.tag_ in VERBS else ()
                yield cue_at(token, word, head, CueKind.NOUN, agents=agents)
        return
    yield from rank(token, context)
    idea = context.words.find(token, "strength", "idea")
    if idea and context.words.find(token.head, "verb", "say"):
        for head in _governed(token, context):
            yield cue_at(token, idea, head, CueKind.IDEA, agents=())


@rule("cue.denied_need")
def _denied(noun: Token, context: PointContext) -> bool:
    """Whether it is denied that anything is needed: "did not see the need for a treaty", "saw no need for a treaty"."""
    none = any(one.lower_ == "no" for one in noun.lefts)
    if none and noun.dep_ == "attr":
        return True  # "there was no need to"
    return noun.dep_ == "dobj" and (none or negated(noun.head, context.words)) and noun.head.lemma_ != "have"


@rule("agent.need_for")
def _for_whom(noun: Token, verb: Token, context: PointContext) -> tuple[ActorRef, ...] | None:
    """Whom a need is for, where the parser hangs them by the need: "the need for States to act"."""
    prep = next((one for one in noun.rights if one.dep_ == "prep" and one.lower_ == "for"), None)
    whom = child(prep, "pobj") if prep is not None else None
    does = whom is not None and whom.i < verb.i and own_subject(verb) is None and not passive(verb)
    return context.parties(whom) or None if does else None


def _opens(noun: Token) -> bool:
    """Whether a noun's phrase begins a sentence or what is said after "that"."""
    edge = noun.left_edge
    return bool(edge.is_sent_start) or neighbour(edge, -1).lower_ == "that"


@rule("cue.rank")
def rank(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what a noun ranks: "training is a priority of UNODC", "fighting piracy remained one of the priorities"."""
    word = context.words.find(token, "strength", "rank")
    said = token.head.head if word and token.dep_ == "pobj" and token.head.lower_ == "of" else token
    verb = said.head if said.dep_ == "attr" else rated_as(said, context)  # "was seen as a priority"
    if word is None or verb is None or auxiliary(verb, "MD"):
        return
    noun = own_subject(verb) or stranded_subject(verb)
    if noun is None:
        return
    gerund = noun.left_edge
    if gerund.tag_ == "VBG" and gerund.dep_ in ("compound", "amod") and gerund.head == noun:
        noun = gerund  # "fighting corruption", read as a kind of corruption
    if noun.tag_.startswith("N") or noun.tag_ == "VBG" or auxiliary(noun, "TO"):
        agents = tuple(
            party for one in token.rights if one.dep_ == "prep" for party in context.parties(child(one, "pobj"))
        )
        yield cue_at(token, word, noun, CueKind.RANK, agents=agents)


def _governed(noun: Token, context: PointContext) -> Iterator[Token]:
    """What a noun of need governs: "to reduce", "for States to reduce", "for reducing", "of the reduction"."""
    preps = [one for one in noun.rights if one.dep_ == "prep" and one.lower_ in ("for", "of")]
    prep = next((one for one in preps if child(one, "pobj", "pcomp") is not None), None)
    infinitive = next((one for one in noun.rights if _to_do(one)), None) or infinitive_beside(noun)
    wanted = (child(prep, "pobj") if prep is not None else None) or (own_subject(infinitive) if infinitive else None)
    gerund = prep is not None and child(prep, "pobj") is None  # "the importance of assisting States to"
    if infinitive is not None and not gerund and (wanted is None or not is_purpose(infinitive, wanted, context)):
        yield infinitive
    elif prep is not None:
        for one in (prep, *repeated(prep, noun.sent.end)):
            thing = one.head if one.dep_ == "mark" else child(one, "pobj", "pcomp")
            if thing is not None:
                yield thing
                yield from nominal_series(one, thing, context.words) if thing.tag_ not in ("VB", "VBN") else ()
    elif wanted is not None:
        yield wanted


def _to_do(verb: Token) -> bool:
    """Whether an infinitive hangs on a noun: "to reduce", "to be reduced"."""
    hangs = verb.dep_ in ("acl", "advcl", "relcl", "xcomp", "ccomp") and verb.tag_ in ("VB", "VBN")
    return hangs and auxiliary(verb, "TO") is not None
