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
    own_subject,
    passive,
    subject,
)
from cnd_tools.extracting.demands import Demand
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


def deeds(demand: Demand, cast: Cast, setting: Setting) -> Iterator[Deed]:
    """Yield the deeds of a demand in order of the text."""
    if demand.head.tag_ in VERBS and not _verbal_noun(demand.head):
        for verb in _shared(demand, setting):
            yield from _verb(demand, verb, verb, cast, setting)
    else:
        yield from _noun(demand, demand.head, cast, setting)


def _verbal_noun(token: Token) -> bool:
    return token.tag_ == "VBG" and token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass") and child(token, "dobj") is None


def _shared(demand: Demand, setting: Setting) -> Iterator[Token]:
    """The verbs that one cue governs: "should be ratified and applied", "to adopt, to implement and to review"."""
    head = demand.head
    family = [head, *(one for one in coordinated(head) if one is not head and _joined(one, demand, setting))]
    for one in coordinated(head) if head.tag_ == "VBG" else ():
        edge = one.left_edge
        if one.tag_ in NOUNS and edge.tag_ == "VBG" and edge.nbor(-1).tag_ == "CC":
            family.append(edge)  # "reducing and redistributing work" read as two things that are reduced
    if auxiliary(head, "TO") or demand.rule == "chapeau":
        family = _series(head, family)
    yield from sorted(set(family))
    for one in head.rights:
        if one.dep_ == "advcl" and one.tag_ == "VBG" and any(two.lower_ == "while" for two in one.lefts):
            yield one


def _joined(verb: Token, demand: Demand, setting: Setting) -> bool:
    """Whether a verb coordinated with the demanded one stands under the same cue."""
    if auxiliary(verb, "MD"):
        return False
    if verb.tag_ == "NN":  # "to examine and address", the second read as a noun
        return verb.lower_ in setting.verbs and verb.nbor(-1).tag_ == "CC" and demand.head.tag_ == "VB"
    if verb.tag_ not in VERBS or verb.tag_ in ("VBZ", "VBD"):
        return False
    if own_subject(verb) is not None and (demand.agents is None or verb.tag_ == "VBP"):
        return False
    return (verb.tag_ == "VBG") == (demand.head.tag_ == "VBG")


def _series(head: Token, family: list[Token]) -> list[Token]:
    """Infinitives of one series, wherever the parse hangs them: "to adopt …, to ensure …, and to report".

    Long series defeat a small parser, but their form does not: what stands after a comma and "to" belongs to the series
    where "and to" closes it, and "and to" closes it after a comma or where the parse says so.
    """
    doc = head.doc
    members = set(family)
    open_ones: list[Token] = []
    for at in range(head.i + 1, head.sent.end):
        token = doc[at]
        verb = token.head
        if token.tag_ != "TO" or verb.tag_ != "VB" or verb.i < at or (verb.dep_ == "ccomp" and own_subject(verb)):
            continue
        before = doc[at - 1]
        while before.tag_ == "RB" and before.i > head.i:
            before = doc[before.i - 1]
        if before.text == "," and verb not in members:
            open_ones.append(verb)
        elif before.dep_ == "cc" and before.lower_ != "or":
            first_cc = doc[before.i - 1] if before.dep_ == "cc" and before.tag_ == "CC" else before
            stray = verb.dep_ == "conj" and not auxiliary(verb.head, "TO")
            if verb in members or first_cc.text == "," or stray or (verb.head in members and verb.dep_ == "advcl"):
                members.update((verb, *open_ones))
                open_ones = []
    return sorted(members)


def _verb(demand: Demand, first: Token, verb: Token, cast: Cast, setting: Setting) -> Iterator[Deed]:
    words = setting.words
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
    yield _deed(demand, verb, (first, verb), cast, setting)


def _carried(demand: Demand, verb: Token, cast: Cast, setting: Setting) -> Iterator[Deed]:
    """Where the verb only carries its noun: "take steps to eliminate", "undertake an assessment of needs"."""
    words = setting.words
    thing = subject(verb) if passive(verb) else child(verb, "dobj")
    if thing is None or (passive(verb) and thing.head not in (verb, verb.head)):
        return
    purpose = _carried_purpose(verb, thing) if words.find(thing, "noun", "light") else None
    if purpose is not None:
        for infinitive in _with_series(purpose):
            yield from _verb(demand, verb, infinitive, cast, setting)
        return
    made_of = verb_of(thing, words, setting.verbs) if words.find(verb, "verb", "conduct") else None
    if made_of and thing.text[0].islower() and not words.find(thing, "noun", "saying"):
        deed = _deed(demand, verb, (verb, thing if thing.i > verb.i else verb), cast, setting)
        yield replace(deed, lemma=made_of, object=_of(thing) or _field(verb))
        for gerund in _gerunds(verb):
            yield _deed(demand, gerund, (verb, gerund), cast, setting)


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


def _noun(demand: Demand, noun: Token, cast: Cast, setting: Setting) -> Iterator[Deed]:
    words = setting.words
    made_of = verb_of(noun, words, setting.verbs)
    infinitive = _infinitive(noun)
    if infinitive is not None and passive(infinitive):
        infinitive = _carried_purpose(infinitive, noun) if words.find(infinitive, "verb", "carry") else None
    if infinitive is not None and demand.rule != "needed" and (words.find(noun, "noun", "light") or not made_of):
        for one in _with_series(infinitive):
            yield _deed(demand, one, (noun, one), cast, setting)
        return
    if demand.strength == "recommendation" and not made_of and not demand.rule.startswith("directive"):
        return  # the importance of a thing asks for nothing
    if demand.rule == "chapeau" and not made_of:
        return
    yield _nominal(demand, noun, made_of, cast)
    for one in _coordinated_nouns(noun) if made_of else ():
        other = verb_of(one, words, setting.verbs)
        if other:
            yield _nominal(demand, one, other, cast)
    yield from _attached(demand, noun, cast, setting)


def _coordinated_nouns(noun: Token) -> Iterator[Token]:
    """Nouns that share a need: "cooperation and support", "respect for, and the preservation of, the unity"."""
    if _of(noun) is None:
        yield from (one for one in coordinated(noun) if one is not noun and one.tag_ in NOUNS)
    dangling = next((one for one in noun.rights if one.dep_ == "prep" and child(one, "pobj", "pcomp") is None), None)
    if dangling is not None:
        for one in noun.doc[dangling.i + 1 : dangling.i + 6]:
            if one.tag_ in ("NN", "NNS") and child(one, "prep") is not None:
                yield one
                return


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
        thing = _resolved(demand.bearer, cast)
    elif made_of:
        thing = _of(noun) or next((_of(one) for one in _coordinated_nouns(noun) if _of(one)), None) or _compound(noun)
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
    return Deed(demand, verb, verb_lemma(verb, setting.verbs), aim, agents, _object(verb, cast), negative)


def _object(verb: Token, cast: Cast) -> Span | None:
    """What the verb acts on: its object, the subject of its passive, or what its preposition governs."""
    if passive(verb):
        thing = subject(verb)
        return _resolved(thing, cast) if thing is not None else None
    if verb.lemma_ == "be":
        thing = subject(verb)
        return _resolved(thing, cast) if thing is not None and not cast.all_of(thing) else None
    for one in (verb, *(two for two in coordinated(verb) if two.i > verb.i and two.tag_ in (verb.tag_, "NN"))):
        thing = child(one, "dobj") or _parted(one)
        if thing is not None:
            return _resolved(thing, cast)
        clause = child(one, "ccomp", "xcomp")
        if clause is not None and clause.i > one.i:
            thing = own_subject(clause) or child(clause, "dobj")
            return _resolved(thing, cast) if thing is not None else None
        if one is verb:
            for prep in one.rights:
                if prep.dep_ in ("prep", "agent") and prep.i <= one.i + 2:
                    thing = child(prep, "pobj")
                    if thing is not None:
                        return _resolved(thing, cast)
    return None


def _parted(verb: Token) -> Token | None:
    """The object after an aside: "to promote, consistent with national law, alternative measures"."""
    if verb.dep_ == "amod" and verb.head.tag_ in NOUNS:
        return verb.head
    doc = verb.doc
    if verb.i + 2 >= len(doc) or doc[verb.i + 1].text != ",":
        return None
    for at in range(verb.i + 2, min(verb.i + 40, len(doc) - 1)):
        if doc[at].text == "," and doc[at + 1].tag_ in ("DT", "JJ", "NN", "NNS", "PRP$"):
            thing = doc[at + 1]
            while thing.tag_ not in NOUNS and thing.head.i > thing.i:
                thing = thing.head
            if thing.tag_ in NOUNS and thing.dep_ in ("dobj", "conj", "appos", "npadvmod", "nsubj"):
                return thing
    return None


def _resolved(head: Token, cast: Cast) -> Span:
    if head.tag_ in ("PRP", "DT") and head.lower_ != "all":
        earlier = cast.antecedent(head)
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
