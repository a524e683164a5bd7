"""Cues of need: "it is essential to", "the importance of"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.actions.need_series import and_for, and_to, attached, listed
from cnd_tools.extracting.actions.nominal_predicates import is_purpose
from cnd_tools.extracting.actions.ranks import is_deed, needed, rank
from cnd_tools.extracting.actions.ratings import how_vital, rated_as
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FINITE,
    NOUNS,
    VERBS,
    auxiliary,
    child,
    negated,
    neighbour,
    own_subject,
    passive,
    repeated,
    subject,
    subtree,
)
from cnd_tools.extracting.grammar.lists_in_line import listed_in_line
from cnd_tools.extracting.grammar.nominal_series import nominal_series
from cnd_tools.extracting.grammar.repairs import far_infinitive, verb_past_to
from cnd_tools.extracting.grammar.verb_series import infinitive_beside
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import ActorRef, Cue, CueKind, cue_at
from cnd_tools.extracting.rulebook import rule

_ASIDE = 9  # tokens of an adverbial
_OF = frozenset(("for", "of"))


@rule("cue.predicate")
def predicate(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what an adjective asks for: "it is essential to share", "is vital that States share", "training is key"."""
    if token.dep_ not in ("acomp", "oprd", "ccomp", "attr", "conj", "xcomp", "amod"):
        return
    word = context.words.find(token, "strength", "predicate", "clausal") or _proposal(token, context)
    if word is None:
        return
    verb = token.head if token.dep_ != "conj" else token.head.head
    held = rated_as(token, context) if token.dep_ == "amod" else None
    if held is not None:
        yield from _said_of(token, word, held, context)  # "was regarded as indispensable"
        return
    if _needless(token, word, verb, context):
        return
    clause = _clause_of(token, verb) or how_vital(token, verb, context)
    if clause is not None:
        # None: whoever is the clause's subject
        agents = None if own_subject(clause) is not None else _on_whom(token, context)
        yield cue_at(
            token, word, clause, CueKind.PREDICATE, "clause", agents=agents, negative=negated(verb, context.words)
        )
        return
    done = _for_whom_it_is(token, verb)
    if done is not None:  # "it is necessary for the record to show"
        doers, denied = context.parties(done[0]), negated(verb, context.words)
        yield cue_at(token, word, done[1], CueKind.PREDICATE, "clause", agents=doers, negative=denied)
    elif word.field("form") != "clausal":  # "the plan is appropriate to their needs"
        yield from _of_subject(token, word, verb, context)


@rule("agent.incumbent_on")
def _on_whom(adjective: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """On whom it lies to act: "it was incumbent on all States to report"."""
    on = (one for one in adjective.rights if one.dep_ == "prep" and one.lower_ in ("on", "upon"))
    return tuple(party for one in on for party in context.parties(child(one, "pobj")))


@rule("cue.needless")
def _needless(token: Token, word: Word, verb: Token, context: PointContext) -> bool:
    """Whether nothing is asked, since it is not needed: "further legislation is not necessary" forbids none."""
    return word.field("strength") == "necessity" and token.i > verb.i and negated(verb, context.words)


def _of_subject(token: Token, word: Word, verb: Token, context: PointContext) -> Iterator[Cue]:
    # "was considered essential"; what "should be made mandatory" is made so
    named = token.dep_ == "oprd" and passive(verb) and verb.lemma_ != "make"
    if token.dep_ in ("amod", "ccomp", "xcomp") or not (named or verb.lemma_ in ("be", "remain", "become")):
        return
    yield from _said_of(token, word, verb, context)


def _said_of(token: Token, word: Word, verb: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what the subject of a verb is said to be: "training is key", "training was regarded as key"."""
    noun = own_subject(verb) or subject(verb)
    noun = (_begun_with_gerund(noun) or noun) if noun is not None else None
    modal = auxiliary(verb, "MD")
    if noun is None or noun.tag_ in ("PRP", "DT", "EX", "WDT") or verb.dep_ == "relcl":
        return
    if modal is not None and not (word.field("form") == "predicate" and _would_be(modal, noun, context)):
        return
    if any(one.dep_ == "mark" and context.words.marker(one, "question") for one in verb.lefts):
        return  # "should settle whether a report was necessary"
    if noun.tag_ == "VBG" and own_subject(verb) is None:
        return  # "We, meeting in Rome, are convinced and say that it is vital"
    if noun.tag_ in NOUNS and _granted(verb, context):
        return
    if noun.tag_ != "VBG" and (any(one.tag_ == "WDT" for one in subtree(noun)) or _which_is(verb)):
        return  # "goods for which good roads are necessary"
    noun = _topic(noun, context)
    nobody = () if noun.tag_.startswith("N") else None
    # "did not deem it to be key"
    denied = negated(verb, context.words) or (verb.dep_ == "ccomp" and negated(verb.head, context.words))
    yield cue_at(token, word, noun, CueKind.PREDICATE, "noun", agents=nobody, negative=denied)


@rule("repair.gerund_subject")
def _begun_with_gerund(clause: Token) -> Token | None:
    """The gerund a subject begins with, hung by a relative clause in it: "Ensuring aid, that feeds towns, is key"."""
    edge = clause.left_edge
    hung = clause.dep_ == "csubj" and clause.tag_ in FINITE and edge.tag_ == "VBG" and edge.head == clause
    return edge if hung else None


@rule("cue.would_be_needed")
def _would_be(modal: Token, noun: Token, context: PointContext) -> bool:
    """Whether it is said what would be, or will be, needed, and that is a deed: "closer ties would be essential"."""
    foreseen = context.words.marker(modal, "conditional") or context.words.find(modal, "strength", "will")
    return foreseen is not None and is_deed(noun, context)


@rule("cue.granted")
def _granted(verb: Token, context: PointContext) -> bool:
    """Whether a clause only grants what is so: "While growth is important, the poor must be cared for"."""
    return verb.dep_ == "advcl" and any(
        one.dep_ == "mark" and context.words.marker(one, "granting") for one in verb.lefts
    )


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
        mark = child(one, "mark") if complement else None
        that = mark is not None and (
            one.dep_ == "ccomp" or mark.lower_ == "that"
        )  # "consider it vital that it be done"
        if impersonal and complement and (auxiliary(one, "TO") or that):
            return one
    return None


@rule("cue.it_for_clause")
def _for_whom_it_is(adjective: Token, verb: Token) -> tuple[Token, Token] | None:
    """A noun after "for" and its infinitive: "it is necessary for the record of the debate to show the vote"."""
    impersonal = any(one.lower_ == "it" for one in verb.lefts)
    for prep in (*adjective.rights, *verb.rights) if impersonal else ():
        noun = child(prep, "pobj") if prep.lower_ == "for" and prep.i > adjective.i else None
        if noun is None:
            continue
        for one in noun.rights:
            if one.tag_ == "VB" and one.dep_ in ("relcl", "acl", "advcl") and auxiliary(one, "TO"):
                return noun, one
    return None


@rule("cue.need_is_to")
def _identified(noun: Token) -> Token | None:
    """The infinitive that a need or priority is said to be: "the fundamental need was to increase output"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    after = (one for one in verb.rights if one.dep_ in ("xcomp", "ccomp", "attr", "advcl"))
    return next((one for one in after if one.tag_ == "VB" and auxiliary(one, "TO")), None)


@rule("cue.need")
def need(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what a noun of need governs: "a need for a code", "the idea of a fund"; and what it ranks, see `rank`."""
    word = context.words.find(token, "strength", "noun")
    described = token.dep_ == "nsubj" and not context.words.find(token.head, "verb", "be") and _opens(token)
    if word and described and neighbour(token).tag_ != "TO":  # "the need to act is growing" asks to act
        return  # "the need for treatment exceeded what was there" describes
    ranked = word or context.words.find(token, "strength", "rank")
    identified = _identified(token) if ranked else None
    if ranked and identified is not None:
        yield cue_at(token, ranked, identified, CueKind.NOUN, agents=())
        return
    of = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ == "be"
    if of:
        return  # "rail is of great importance for the growth of ports" describes too
    if word:
        denied = bool(_denied(token, context))
        yield from (replace(one, negative=one.negative or denied) for one in _of_need(token, word, context))
        yield from needed(token, context)
        return
    yield from rank(token, context)
    idea = context.words.find(token, "strength", "idea")
    says = context.words.find(token.head, "verb", "say") if idea else None
    for_it = says is not None and says.field("stance") == "support"  # not "explained the notion of reliance"
    if idea and (for_it or _backed(token, context)):
        for head in _governed(token, context):
            yield cue_at(token, idea, head, CueKind.IDEA, agents=())


@rule("cue.idea_backed")
def _backed(idea: Token, context: PointContext) -> bool:
    """Whether support is said to be for an idea: "support was expressed for the idea of opening ports"."""
    prep = idea.head
    if idea.dep_ != "pobj" or prep.lower_ != "for":
        return False
    support = child(prep.head, "nsubjpass", "dobj") if prep.head.tag_ in VERBS else prep.head
    return support is not None and context.words.find(support, "strength", "backing") is not None


def _of_need(token: Token, word: Word, context: PointContext) -> Iterator[Cue]:
    """Yield what a noun of need governs, each with who is to do it."""
    for head in dict.fromkeys(_governed(token, context)):  # "for ports, for ships and for …": each goes on to the last
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


@rule("cue.denied_need")
def _denied(noun: Token, context: PointContext) -> bool:
    """Whether it is denied that anything is needed: "saw no need for a treaty", "questioned the need for a treaty"."""
    none = any(one.lower_ == "no" for one in noun.lefts)
    if none and noun.dep_ == "attr":
        return True  # "there was no need to"
    held = context.words.find(noun.head, "verb", "say") if noun.dep_ == "dobj" else None
    if held is not None and held.field("stance") == "oppose":
        return True
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


def _governed(noun: Token, context: PointContext) -> Iterator[Token]:
    """What a noun of need governs: "to reduce", "for States to reduce", "for reducing", "of the reduction"."""
    # "the need to: (i) train judges; (ii) open ports", "the need for: better maps; and training"
    if items := listed_in_line(noun, context.words) or list(listed(noun, context)):
        yield from items
        return
    preps = [one for one in (*noun.rights, *_put_off(noun, context)) if one.dep_ == "prep" and one.lower_ in _OF]
    prep = next((one for one in preps if child(one, "pobj", "pcomp") is not None), None)
    infinitive = next((one for one in noun.rights if _to_do(one)), None) or infinitive_beside(noun)
    infinitive = infinitive or verb_past_to(noun, noun.sent.end)  # "the need to, inter alia, mend nets"
    wanted = (child(prep, "pobj") if prep is not None else None) or (own_subject(infinitive) if infinitive else None)
    gerund = prep is not None and child(prep, "pobj") is None  # "the importance of assisting States to"
    if prep is not None and infinitive is not None and prep.lower_ == "of" and infinitive.tag_ == "VBN":
        infinitive = None  # "the importance of the conference to be held"
    goes_on = infinitive is not None and prep is not None and and_to(infinitive)
    purpose = infinitive is not None and wanted is not None and is_purpose(infinitive, wanted, context)
    if infinitive is not None and not (gerund or goes_on or purpose):
        yield infinitive
        yield from and_for(infinitive, context)
    elif prep is not None:
        for one in (prep, *repeated(prep, noun.sent.end)):
            thing = one.head if one.dep_ == "mark" else child(one, "pobj", "pcomp")
            if thing is not None:
                yield thing
                yield from nominal_series(one, thing, context.words) if thing.tag_ not in ("VB", "VBN") else ()
        if infinitive is not None and goes_on:
            yield infinitive
    elif wanted is not None:
        yield wanted
    elif (gerund_apart := _past_adverbial(noun)) is not None:
        yield gerund_apart
    else:
        yield from attached(noun)


@rule("cue.put_off")
def _put_off(noun: Token, context: PointContext) -> Iterator[Token]:
    """What a noun of need has to itself past the verb: "the need was stressed for surveys" (Quirk et al. 18.39)."""
    verb = noun.head
    said = noun.dep_ == "nsubjpass" and context.words.find(verb, "verb", "say") is not None
    if said and not any(one.dep_ == "prep" for one in noun.rights):
        yield from (one for one in verb.rights if one.dep_ == "prep" and one.lower_ in _OF)


@rule("cue.past_adverbial")
def _past_adverbial(noun: Token) -> Token | None:
    """The gerund that an adverbial parts from a noun of need: "the importance in the meantime of sharing data"."""
    first = neighbour(noun, 2 if neighbour(noun).text == "," else 1)
    for of in noun.doc[first.i + 1 : first.i + _ASIDE] if first.tag_ == "IN" else ():
        gerund = child(of, "pcomp") if of.lower_ in ("of", "for") else None
        if gerund is not None:
            return gerund if gerund.tag_ == "VBG" else None
        if of.tag_ not in ("DT", "NN", "NNS", "JJ", ",", "NNP", "IN", "CD"):
            return None
    return None


def _to_do(verb: Token) -> bool:
    """Whether an infinitive hangs on a noun: "to reduce", "to be reduced"."""
    hangs = verb.dep_ in ("acl", "advcl", "relcl", "xcomp", "ccomp") and verb.tag_ in ("VB", "VBN")
    return hangs and auxiliary(verb, "TO") is not None
