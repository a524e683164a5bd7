"""From a demand to what is to be done: one deed for each verb, with its object, its agents and its polarity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from cnd_tools.extracting.clauses import (
    NOUNS,
    VERBS,
    auxiliary,
    child,
    coordinated,
    negated,
    noun_phrase,
    own_subject,
    passive,
    subject,
)
from cnd_tools.extracting.demands import Demand
from cnd_tools.extracting.holders import Named
from cnd_tools.extracting.nominals import verb_lemma, verb_of
from cnd_tools.extracting.setting import Party, Setting


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to be done.

    Attributes:
        demand: what asks for it.
        token: the verb or noun that carries the meaning.
        lemma: its lemma, or that of the verb in the noun.
        aim: the words that say it.
        agents: who is to do it, in order; empty where the text does not say.
        object: the phrase it acts on, or None.
        negative: whether it is not to be done.
    """

    demand: Demand
    token: Token
    lemma: str
    aim: str
    agents: tuple[Party, ...]
    object: Span | None
    negative: bool


def deeds(demand: Demand, named: Named, setting: Setting) -> Iterator[Deed]:
    """Yield the deeds of a demand in order of the text."""
    if demand.head.tag_ in VERBS and not _verbal_noun(demand.head):
        for verb in _shared(demand, setting):
            yield from _verb(demand, verb, verb, named, setting)
    else:
        yield from _noun(demand, demand.head, named, setting)


def _verbal_noun(token: Token) -> bool:
    return token.tag_ == "VBG" and token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass") and child(token, "dobj") is None


def _shared(demand: Demand, setting: Setting) -> Iterator[Token]:
    """The verbs that one cue governs: "should be ratified and applied", "to adopt, to implement and to review"."""
    head = demand.head
    family = [head]
    for one in coordinated(head):
        if one is head or one.tag_ not in VERBS or auxiliary(one, "MD"):
            continue
        if own_subject(one) is not None and demand.agents is None:
            continue
        if own_subject(one) is not None and one.tag_ in ("VBZ", "VBD", "VBP"):
            continue
        if one.tag_ in ("VBZ", "VBD") or (one.tag_ == "VBG") != (head.tag_ == "VBG"):
            continue
        family.append(one)
    if auxiliary(head, "TO") or demand.rule == "chapeau":
        family = _series(head, family)
    yield from sorted(family)
    for one in head.rights:
        if one.dep_ == "advcl" and one.tag_ == "VBG" and any(two.lower_ == "while" for two in one.lefts):
            yield one
    if demand.rule == "noun" and head.tag_ in VERBS:
        return


def _series(head: Token, family: list[Token]) -> list[Token]:
    """Infinitives of one series that the parse hangs elsewhere: ", to ensure …, and to report"."""
    doc = head.doc
    members = set(family)
    last = head.sent.end
    commas: list[Token] = []
    for at in range(head.i + 1, last):
        token = doc[at]
        if token.tag_ != "TO" or token.head.tag_ != "VB" or token.head.i < at:
            continue
        before = doc[at - 1]
        while before.i > head.i and before.tag_ == "RB":
            before = doc[before.i - 1]
        verb = token.head
        if before.text == "," and verb.dep_ in ("advcl", "xcomp", "conj", "ccomp") and verb.head in members:
            commas.append(verb)
        elif before.dep_ == "cc" and before.lower_ != "or":
            stray = verb.dep_ == "conj" and (not auxiliary(verb.head, "TO") or verb.head in commas)
            joined = verb in members or stray or (verb.dep_ == "advcl" and verb.head in members)
            if joined and verb not in members and verb.head.dep_ not in ("relcl",):
                members.add(verb)
            if joined:
                members.update(commas)
                commas = []
    return sorted(members)


def _verb(demand: Demand, first: Token, verb: Token, named: Named, setting: Setting) -> Iterator[Deed]:
    words = setting.words
    inner = child(verb, "xcomp")
    if inner is not None and words.find(verb, "verb", "light") and inner.tag_ in ("VB", "VBG") and inner.i - verb.i < 5:
        for one in coordinated(inner):
            if one is inner or one.tag_ == inner.tag_:
                yield from _verb(demand, first, one, named, setting)
        return
    if words.find(verb, "verb", "carry"):
        carried = list(_carried(demand, verb, named, setting))
        if carried:
            yield from carried
            return
    yield _deed(demand, verb, (first, verb), named, setting)


def _carried(demand: Demand, verb: Token, named: Named, setting: Setting) -> Iterator[Deed]:
    """Where the verb only carries its noun: "take steps to eliminate", "undertake an assessment of needs"."""
    words = setting.words
    thing = subject(verb) if passive(verb) else child(verb, "dobj")
    if thing is None or (passive(verb) and thing.head not in (verb, verb.head)):
        return
    purpose = _carried_purpose(verb, thing) if words.find(thing, "noun", "light") else None
    if purpose is not None:
        for infinitive in _with_series(purpose):
            yield from _verb(demand, verb, infinitive, named, setting)
        return
    made_of = verb_of(thing, words, setting.verbs) if words.find(verb, "verb", "conduct") else None
    if made_of and thing.text[0].islower() and not words.find(thing, "noun", "saying"):
        deed = _deed(demand, verb, (verb, thing if thing.i > verb.i else verb), named, setting)
        yield replace(deed, lemma=made_of, object=_of(thing) or _field(verb))
        for gerund in _gerunds(verb):
            yield _deed(demand, gerund, (verb, gerund), named, setting)


def _carried_purpose(verb: Token, thing: Token) -> Token | None:
    for head in (verb, thing):
        for one in head.rights:
            infinitive = one.dep_ in ("acl", "xcomp", "relcl", "advcl") and one.tag_ == "VB" and auxiliary(one, "TO")
            if infinitive and not any(two.lower_ == "order" for two in one.lefts):
                return one
    return None


def _gerunds(verb: Token) -> Iterator[Token]:
    """What work is done in doing: "work needs to be done … in developing an approach"."""
    for prep in verb.rights:
        for one in coordinated(prep) if prep.dep_ == "prep" else ():
            gerund = child(one, "pcomp")
            if gerund is not None and gerund.tag_ == "VBG":
                yield gerund


def _field(verb: Token) -> Span | None:
    """What work is done in: "in the areas of money-laundering" gives "money-laundering"."""
    for prep in verb.rights:
        area = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ == "in" else None
        if area is not None:
            return _of(area) or noun_phrase(area)
    return None


def _with_series(verb: Token) -> Iterator[Token]:
    family = [
        one
        for one in coordinated(verb)
        if one is verb or (one.tag_ == "VB" and own_subject(one) is None and not auxiliary(one, "MD"))
    ]
    yield from _series(verb, family)


def _noun(demand: Demand, noun: Token, named: Named, setting: Setting) -> Iterator[Deed]:
    words = setting.words
    made_of = verb_of(noun, words, setting.verbs)
    infinitive = _infinitive(noun)
    if infinitive is not None and demand.rule != "needed" and (words.find(noun, "noun", "light") or not made_of):
        for one in _with_series(infinitive):
            yield _deed(demand, one, (noun, one), named, setting)
        return
    if demand.strength == "recommendation" and not made_of and not demand.rule.startswith("directive"):
        return  # the importance of a thing asks for nothing
    yield _nominal(demand, noun, made_of, named)
    for one in coordinated(noun):
        if one is not noun and made_of and one.tag_ in NOUNS and _of(noun) is None and _of(one) is not None:
            other = verb_of(one, words, setting.verbs)
            if other:
                yield _nominal(demand, one, other, named)
    yield from _attached(demand, noun, named, setting)


def _attached(demand: Demand, noun: Token, named: Named, setting: Setting) -> Iterator[Deed]:
    """What is part of what is needed: "cooperation, to be promoted by …", "an approach, while respecting …"."""
    for one in noun.subtree:
        if (
            one.tag_ == "VBN"
            and one.dep_ in ("relcl", "acl", "advcl")
            and auxiliary(one, "TO")
            and auxiliary(one, "VB")
        ):
            aim = f"{auxiliary(one, 'VB')} {one.text}"
            yield Deed(demand, one, verb_lemma(one, setting.verbs), aim, (), noun_phrase(noun), demand.negative)
    above = list(noun.ancestors)[:3]
    for one in (*noun.rights, *(two for head in above for two in head.rights)):
        if one.dep_ == "advcl" and one.tag_ == "VBG" and any(two.lower_ == "while" for two in one.lefts):
            yield from _verb(demand, one, one, named, setting)


def _infinitive(noun: Token) -> Token | None:
    """The infinitive a noun carries, by the parse or by standing next to it."""
    for one in noun.rights:
        if one.dep_ in ("acl", "relcl", "advcl") and one.tag_ == "VB" and auxiliary(one, "TO") and not passive(one):
            return one
    if noun.i + 1 < len(noun.doc) and noun.nbor().tag_ == "TO":
        verb = noun.nbor().head
        return verb if verb.tag_ == "VB" and verb.i > noun.i and not passive(verb) else None
    return None


def _nominal(demand: Demand, noun: Token, made_of: str | None, named: Named) -> Deed:
    thing: Span | None
    if demand.bearer is not None:
        thing = _resolved(demand.bearer, named)
    elif made_of:
        thing = _of(noun) or _compound(noun)
    else:
        thing = noun_phrase(noun)
    start = min(noun.i, max(noun.left_edge.i, demand.end))
    aim = noun.doc[start : noun.i + 1].text
    return Deed(
        demand, noun, made_of or noun.lemma_.lower(), aim, demand.agents or (), thing, demand.negative or negated(noun)
    )


def _of(noun: Token) -> Span | None:
    for one in noun.rights:
        if one.dep_ == "prep" and one.lower_ in ("of", "for", "to"):
            thing = child(one, "pobj")
            if thing is not None:
                return noun_phrase(thing)
    return None


def _compound(noun: Token) -> Span | None:
    doc = noun.doc
    if noun.i > 1 and doc[noun.i - 1].text == "-":
        return doc[noun.i - 2 : noun.i - 1]
    one = child(noun, "compound")
    return None if one is None else doc[one.left_edge.i : one.i + 1]


def _deed(demand: Demand, verb: Token, spoken: tuple[Token, Token], named: Named, setting: Setting) -> Deed:
    agents = demand.agents
    if passive(verb) and demand.agents is None:
        by = child(verb, "agent")
        agents = named.parties(child(by, "pobj")) if by is not None else ()
    elif agents is None and setting.words.find(verb, "verb", "undergo"):
        agents = ()
    elif agents is None:
        agents = named.parties(subject(verb))
    aim = _aim(demand, *spoken)
    negative = demand.negative or negated(verb)
    return Deed(demand, verb, verb_lemma(verb, setting.verbs), aim, agents, _object(verb, named), negative)


def _object(verb: Token, named: Named) -> Span | None:
    """What the verb acts on: its object, the subject of its passive, or what its preposition governs."""
    if passive(verb):
        thing = subject(verb)
        return _resolved(thing, named) if thing is not None else None
    if verb.lemma_ == "be":
        thing = subject(verb)
        return _resolved(thing, named) if thing is not None and not named.agents(thing) else None
    for one in (verb, *(two for two in coordinated(verb) if two.i > verb.i and two.tag_ == verb.tag_)):
        thing = child(one, "dobj")
        if thing is not None:
            return _resolved(thing, named)
        clause = child(one, "ccomp", "xcomp")
        if clause is not None and clause.i > one.i:
            thing = own_subject(clause) or child(clause, "dobj")
            return _resolved(thing, named) if thing is not None else None
        if one is verb:
            for prep in one.rights:
                if prep.dep_ in ("prep", "agent") and prep.i <= one.i + 2:
                    thing = child(prep, "pobj")
                    if thing is not None:
                        return _resolved(thing, named)
    return None


def _resolved(head: Token, named: Named) -> Span:
    if head.tag_ in ("PRP", "DT") and head.lower_ != "all":
        earlier = named.antecedent(head)
        if earlier is not None:
            return noun_phrase(earlier)
    return noun_phrase(head)


def _aim(demand: Demand, first: Token, last: Token) -> str:
    """The verb's words: its auxiliaries but for the cue and "to", the light verb before it, and for "be" what it is."""
    doc = first.doc
    start = min(first.i, last.i)
    for one in first.lefts:
        if one.dep_ in ("auxpass", "aux") and one.tag_ not in ("MD", "TO") and one.i >= demand.end:
            start = min(start, one.i)
    end = max(first.i, last.i) + 1
    if last.lemma_ == "be":
        what = child(last, "acomp", "attr", "prep")
        if what is not None:
            end = what.right_edge.i + 1 if what.dep_ == "prep" else what.i + 1
    if end - start > 12:
        start = last.i
        end = last.i + 1
    return doc[start:end].text
