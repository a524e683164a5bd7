"""From a demand to what is to be done: one deed for each verb, with its object, its agents and its polarity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from cnd_tools.extracting.cast import Cast
from cnd_tools.extracting.clauses import (
    NOUNS,
    VERBS,
    auxiliary,
    child,
    coordinated,
    negated,
    noun_phrase,
    passive,
    subject,
)
from cnd_tools.extracting.demand import Demand
from cnd_tools.extracting.lists import listed
from cnd_tools.extracting.nominals import verb_lemma, verb_of
from cnd_tools.extracting.objects import after_asides, compound, field_of, governed, object_of, resolved
from cnd_tools.extracting.series import (
    beside_while,
    coordinated_nouns,
    gerunds,
    infinitive_beside,
    joined,
    series,
    with_series,
)
from cnd_tools.extracting.setting import Party, Setting
from cnd_tools.extracting.vocabulary import Vocabulary


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


def deeds(demand: Demand, cast: Cast, setting: Setting) -> Iterator[Deed]:
    """Yield the deeds of a demand in order of the text."""
    listed_verbs = _listed(demand, setting)
    if listed_verbs:
        agents = demand.agents if demand.agents is not None else cast.parties(subject(demand.head))
        for verb in listed_verbs:
            yield from _verb(replace(demand, agents=agents), verb, verb, cast, setting)
    elif demand.head.tag_ in VERBS and not _verbal_noun(demand.head):
        for verb in _shared(demand, setting):
            yield from _verb(demand, verb, verb, cast, setting)
    else:
        yield from _noun(demand, demand.head, cast, setting)


def _listed(demand: Demand, setting: Setting) -> list[Token]:
    cue = auxiliary(demand.head, "MD") or auxiliary(demand.head, "TO")
    return listed(cue, setting.verbs) if cue is not None else []


def _verbal_noun(token: Token) -> bool:
    return token.tag_ == "VBG" and token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass") and child(token, "dobj") is None


def _shared(demand: Demand, setting: Setting) -> Iterator[Token]:
    """The verbs that one cue governs: "should be ratified and applied", "to adopt, to implement and to review"."""
    head = demand.head
    family = [head, *(one for one in coordinated(head) if one is not head and joined(one, demand, setting))]
    for one in coordinated(head) if head.tag_ == "VBG" else ():
        edge = one.left_edge
        if one.tag_ in NOUNS and edge.tag_ == "VBG" and edge.nbor(-1).tag_ == "CC":
            family.append(edge)  # "reducing and redistributing work" read as two things that are reduced
    if auxiliary(head, "TO") or demand.rule == "chapeau":
        family = series(head, family, setting.verbs, demand.until)
    yield from sorted(set(family))
    yield from beside_while(head, setting.words, demand.until)


def _verb(demand: Demand, first: Token, verb: Token, cast: Cast, setting: Setting) -> Iterator[Deed]:
    words = setting.words
    shunned = _shunned(verb, words)
    if shunned:
        agents = demand.agents if demand.agents is not None else cast.parties(subject(verb))
        for one in shunned:
            yield from _verb(replace(demand, agents=agents, negative=not demand.negative), first, one, cast, setting)
        return
    inner = child(verb, "xcomp")
    if inner is not None and words.find(verb, "verb", "light") and inner.tag_ in ("VB", "VBG") and inner.i - verb.i < 5:
        for one in coordinated(inner):
            if one is inner or one.tag_ == inner.tag_:
                yield from _verb(demand, first, one, cast, setting)
        return
    if words.find(verb, "verb", "carry"):
        carried = list(_carried(demand, verb, cast, setting))
        if carried:
            yield from carried
            return
    deed = _deed(demand, verb, (first, verb), cast, setting)
    undergone = _undergone(verb)
    if undergone is not None:
        thing = subject(verb)
        lemma, aim = verb_lemma(undergone, setting.verbs), f"{verb.text} {undergone.text}"
        acted_on = resolved(thing, cast) if thing is not None else None
        deed = replace(deed, token=undergone, lemma=lemma, aim=aim, agents=(), object=acted_on)
    yield deed


def _undergone(verb: Token) -> Token | None:
    """The participle of a passive that was read as an adjective: "no one should be arbitrarily deprived of"."""
    what = child(verb, "acomp") if verb.lemma_ == "be" else None
    if what is None or what.tag_ != "VBN" or what.nbor(-1).text == "-":
        return None
    return what if child(what, "prep", "agent") is not None else None


def _shunned(verb: Token, words: Vocabulary) -> list[Token]:
    """What is not to be done: "refrain from detaining or expelling"."""
    preps = [one for one in verb.rights if one.dep_ == "prep"] if words.find(verb, "verb", "shun") else []
    gerunds_ = [child(two, "pcomp") for one in preps for two in coordinated(one)]
    return [two for one in gerunds_ if one is not None for two in coordinated(one) if two.tag_ == "VBG"]


def _carried(demand: Demand, verb: Token, cast: Cast, setting: Setting) -> Iterator[Deed]:
    """Where the verb only carries its noun: "take steps to eliminate", "undertake an assessment of needs"."""
    words = setting.words
    thing = subject(verb) if passive(verb) else _shared_object(verb)
    if thing is None or (passive(verb) and thing.head not in (verb, verb.head)):
        return
    purpose = _carried_purpose(verb, thing) if words.find(thing, "noun", "light") else None
    if purpose is not None:
        owned = demand
        if demand.agents is None and not passive(verb):
            owned = replace(demand, agents=cast.parties(subject(verb)))
        for infinitive in with_series(purpose, setting.verbs, demand.until):
            yield from _verb(owned, verb, infinitive, cast, setting)
        return
    own = passive(verb) or child(verb, "dobj") is not None
    # "continue its work": work that is somebody's is not the deed, what is done with it is
    somebodys = words.find(thing, "noun", "light") and any(
        one.dep_ == "poss" or one.lower_ == "of" for one in thing.children
    )
    carries = own and not somebodys and words.find(verb, "verb", "conduct")
    made_of = verb_of(thing, words, setting.verbs) if carries else None
    if made_of and thing.text[0].islower() and not words.find(thing, "noun", "saying"):
        deed = _deed(demand, verb, (verb, thing if thing.i > verb.i else verb), cast, setting)
        yield replace(deed, lemma=made_of, object=governed(thing) or field_of(verb))
        for gerund in gerunds(verb):
            yield _deed(demand, gerund, (verb, gerund), cast, setting)


def _shared_object(verb: Token) -> Token | None:
    """The object of a verb or, where it has none, of those coordinated with it: "redouble and sustain efforts"."""
    return next((thing for one in coordinated(verb) if (thing := child(one, "dobj")) is not None), None)


def _carried_purpose(verb: Token, thing: Token) -> Token | None:
    beside = infinitive_beside(thing) if thing.i > verb.i else None
    if beside is not None:
        return beside
    for head in (verb, thing):
        for one in head.rights:
            infinitive = one.dep_ in ("acl", "xcomp", "relcl", "advcl") and one.tag_ == "VB" and auxiliary(one, "TO")
            if infinitive and not any(two.lower_ == "order" for two in one.lefts):
                return one
    return None


def _noun(demand: Demand, noun: Token, cast: Cast, setting: Setting) -> Iterator[Deed]:
    words = setting.words
    made_of = verb_of(noun, words, setting.verbs)
    infinitive = _infinitive(noun)
    if infinitive is not None and passive(infinitive):
        infinitive = _carried_purpose(infinitive, noun) if words.find(infinitive, "verb", "carry") else None
    if infinitive is not None and demand.rule != "needed" and (words.find(noun, "noun", "light") or not made_of):
        for one in with_series(infinitive, setting.verbs, demand.until):
            yield _deed(demand, one, (noun, one), cast, setting)
        return
    if demand.strength == "recommendation" and not made_of and not demand.rule.startswith("directive"):
        return  # the importance of a thing asks for nothing
    if demand.rule == "chapeau" and not made_of:
        return
    yield _nominal(demand, noun, made_of, cast)
    for one in coordinated_nouns(noun) if made_of else ():
        other = verb_of(one, words, setting.verbs)
        if other:
            yield _nominal(demand, one, other, cast)
    yield from _attached(demand, noun, cast, setting)


def _attached(demand: Demand, noun: Token, cast: Cast, setting: Setting) -> Iterator[Deed]:
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
            yield from _verb(demand, one, one, cast, setting)


def _infinitive(noun: Token) -> Token | None:
    """The infinitive a noun carries, by the parse or by standing next to it."""
    for one in noun.rights:
        if one.dep_ in ("acl", "relcl", "advcl") and one.tag_ in ("VB", "VBN") and auxiliary(one, "TO"):
            return one
    if noun.i + 1 < len(noun.doc) and noun.nbor().tag_ == "TO":
        verb = noun.nbor().head
        return verb if verb.tag_ in ("VB", "VBN") and verb.i > noun.i else None
    return None


def _nominal(demand: Demand, noun: Token, made_of: str | None, cast: Cast) -> Deed:
    thing: Span | None
    if demand.bearer is not None and demand.bearer.tag_ != "WDT":
        thing = resolved(demand.bearer, cast)
    elif made_of:
        thing = governed(noun) or next((governed(one) for one in coordinated_nouns(noun) if governed(one)), None)
        thing = thing or after_asides(noun) or compound(noun)
    else:
        thing = noun_phrase(noun)
    start = min(noun.i, max(noun.left_edge.i, demand.end))
    aim = noun.doc[start : noun.i + 1].text
    agents = demand.agents or ()
    doers = _doers(noun, cast)
    if doers:
        agents, thing = doers, None
    lemma = made_of or noun.lemma_.lower()
    return Deed(demand, noun, lemma, aim, agents, thing, demand.negative or negated(noun))


def _doers(noun: Token, cast: Cast) -> tuple[Party, ...]:
    """Who does what a noun says: "the withdrawal of Israel", "the accession of Chad", "action by States"."""
    own = cast.words.find(noun, "noun", "own") is not None
    for one in noun.rights:
        if one.dep_ in ("prep", "agent") and (one.lower_ == "by" or (own and one.lower_ == "of")):
            found = cast.parties(child(one, "pobj"))
            if found:
                return found
    return ()


def _deed(demand: Demand, verb: Token, spoken: tuple[Token, Token], cast: Cast, setting: Setting) -> Deed:
    agents = demand.agents
    if passive(verb) and demand.agents is None:
        by = child(verb, "agent")
        agents = cast.parties(child(by, "pobj")) if by is not None else ()
    elif agents is None and setting.words.find(verb, "verb", "undergo"):
        agents = ()
    elif agents is None:
        agents = cast.parties(subject(verb))
    aim = _aim(demand, *spoken)
    negative = demand.negative or negated(verb)
    return Deed(demand, verb, verb_lemma(verb, setting.verbs), aim, agents, object_of(verb, cast), negative)


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
