"""The slots of an action: who is to do it, in which words, and what it acts on."""

from __future__ import annotations

from spacy.tokens import Span, Token

from cnd_tools.extracting.actions.objects_apart import (
    named_by_clause,
    of_purpose,
    past_and,
    past_aside,
    past_proviso,
)
from cnd_tools.extracting.actions.pronoun_objects import not_itself
from cnd_tools.extracting.actors.recipients import gains_help
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    NOUNS,
    auxiliary,
    child,
    coordinated,
    first_of,
    negated,
    neighbour,
    noun_phrase,
    own_subject,
    passive,
    subject,
    subtree,
)
from cnd_tools.extracting.grammar.nominalization import verb_lemma, verb_of
from cnd_tools.extracting.grammar.repairs import acted_on
from cnd_tools.extracting.grammar.things_beside import with_those_beside
from cnd_tools.extracting.grammar.verb_series import before_object, thing_after
from cnd_tools.extracting.matches import ActionMatch, Cue
from cnd_tools.extracting.rulebook import rule

_AROUND = 2  # commas of an aside: "report to the Board, at its sixth session, on fees"
_SHARES = frozenset({"cent", "percent", "%"})
_PREFIX = 2  # letters of "co" and "re"
_SHARING = 50  # verbs at most that one object is shared by: "collect, analyse and publish data"


def action_of(cue: Cue, verb: Token, spoken: tuple[Token, Token], context: PointContext) -> ActionMatch:
    """Return what a verb says is to be done.

    Args:
        cue: what asks for it.
        verb: the verb that carries the meaning.
        spoken: the first and the last verb of the words that say it.
        context: the point.
    """
    agents = cue.agents
    if passive(verb) and not cue.agents:
        by = child(verb, "agent") or (child(verb.head, "agent") if _shares_passive(verb) else None)
        by = by if by is not None and (by.head == verb or by.i < verb.i) else None
        agents = context.parties(child(by, "pobj")) if by is not None else ()
    elif agents is None and (context.words.find(verb, "verb", "undergo", "stay") or gains_help(verb, context)):
        agents = ()
    elif agents is None:
        agents = context.parties(subject(verb)) if verb.lemma_ != "be" else ()
    aim = aim_of(max(cue.end, context.prefix), *spoken)
    negative = cue.negative or negated(verb, context.words)
    thing = object_of(verb, context)
    thing = not_itself(thing, verb, agents or (), context) or thing
    return ActionMatch(cue, verb, verb_lemma(verb, context.words), aim, agents, thing, negative)


def _shares_passive(verb: Token) -> bool:
    """Whether a participle has no auxiliary of its own: "audited by States and made public"."""
    return verb.dep_ == "conj" and child(verb, "aux", "auxpass") is None


def aim_of(begin: int, first: Token, last: Token) -> str:
    """Return a verb's words from `begin` on, where cue or frame end: auxiliaries but "to", light verb, what "be" is."""
    doc = first.doc
    start = min(first.i, last.i)
    for one in first.lefts:
        if one.dep_ in ("auxpass", "aux") and one.tag_ not in ("MD", "TO") and one.i >= begin:
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


@rule("object.governed")
def governed(noun: Token, *prepositions: str) -> Span | None:
    """What a verbal noun's preposition ("of", "for" or "to") governs: "harmonization of laws" gives "laws"."""
    for one in noun.rights:
        if one.dep_ == "prep" and one.lower_ in (prepositions or ("of", "for", "to")):
            thing = child(one, "pobj")
            if thing is not None:
                return with_those_beside(noun_phrase(thing), thing)
    return None


@rule("object.after_asides")
def after_asides(noun: Token) -> Span | None:
    """The noun two prepositions share: "respect for, and the preservation of, the unity"."""
    doc = noun.doc
    for at in range(noun.i + 1, min(noun.i + 12, len(doc) - 2)):
        if doc[at].tag_ == "IN" and doc[at + 1].text == "," and doc[at + 2].tag_ in ("DT", "JJ", "NN", "NNS", "PRP$"):
            thing = noun_from(doc[at + 2])
            return noun_phrase(thing) if thing.tag_ in NOUNS else None
    return None


def noun_from(first: Token) -> Token:
    """Return the noun of a phrase that begins with this word, or the last word on the way to it."""
    while first.tag_ not in (*NOUNS, "VBG") and first.head.i > first.i:
        first = first.head
    return first


@rule("object.compound")
def compound(noun: Token) -> Span | None:
    """What a verbal noun is compounded with: "intelligence-sharing" gives "intelligence"."""
    doc = noun.doc
    if noun.i > 1 and doc[noun.i - 1].text == "-":
        if len(doc[noun.i - 2]) == _PREFIX and doc[noun.i - 2].is_lower:
            return None  # "co-operation"
        return doc[noun.i - 2 : noun.i - 1]
    one = child(noun, "compound")
    if one is not None and one.lower_ in _SHARES:  # "a 40 per cent reduction in losses"
        return governed(noun, "in")
    return None if one is None else doc[one.left_edge.i : one.i + 1]


@rule("object.field")
def field_of(verb: Token) -> Span | None:
    """What work is done in: "in the areas of money-laundering" gives "money-laundering"."""
    for prep in verb.rights:
        area = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ == "in" else None
        if area is not None:
            return governed(area) or noun_phrase(area)
    return None


def object_of(verb: Token, context: PointContext) -> Span | None:
    """What the verb acts on: its object, the subject of its passive, or what its preposition governs."""
    if passive(verb):
        undergoes = subject(verb)
        if undergoes is not None and undergoes.tag_ == "MD":  # "a fund should, inter alia: be set up", hung wrongly
            undergoes = own_subject(undergoes)
        thing = _kept(verb, context) or _needing(verb, context) or _relative(undergoes, verb)
        return resolved(thing, context) if thing is not None else None
    stays = context.words.find(verb, "verb", "stay") is not None
    if stays or verb.lemma_ == "be":
        thing = child(verb, "attr") if child(verb, "expl") is not None else subject(verb)  # "there should be rules"
        said = thing is not None and (thing.tag_ in NOUNS or not stays)
        return resolved(thing, context) if thing is not None and said else None
    return past_aside(verb) or _after_all(verb, context) or _active_object(verb, context)


def _active_object(verb: Token, context: PointContext) -> Span | None:
    """What an active verb acts on: its object, shared with those after it, its clause's, or its preposition's."""
    sharing = (two for two in coordinated(verb, _SHARING) if two.i > verb.i and two.tag_ in (verb.tag_, "NN"))
    for one in (verb, *sharing):
        thing = (
            _supplied(one, context) or _direct(one, context) or (_parted(one) if _aside(child(one, "ccomp")) else None)
        )
        if thing is not None:
            found = resolved(thing, context)
            return found[verb.i + 1 - found.start :] if found.start <= verb.i < found.end - 1 else found
        clause = child(one, "ccomp", "xcomp")
        if clause is not None and clause.i > one.i and not (_aside(clause) or of_purpose(clause)):
            name, thing = named_by_clause(clause, context), own_subject(clause)
            if name is not None:
                return name
            if thing is None or thing.tag_ == "PRP":  # "ensure that it meets its obligations"
                thing = child(clause, "dobj") or thing
            return resolved(thing, context) if thing is not None else None
        if one is verb:
            apart = past_proviso(verb, context)
            if apart is not None:
                return apart
            thing = _after_preposition(verb, context)
            if thing is not None:
                return resolved(thing, context)
    thing = past_and(verb) or _changing(verb, context)
    return resolved(thing, context) if thing is not None else None


def _after_all(verb: Token, context: PointContext) -> Span | None:
    """What stands after verbs of one series, where some were taken for words of it: "adopt, fund and review plans"."""
    series = before_object(verb, context.words)
    last = series[-1] if series else verb
    misread = verb.tag_ in NOUNS and neighbour(verb, -1).tag_ == "CC"
    noun = thing_after(last) if series or misread else None
    if noun is None:
        return None
    phrase = with_those_beside(noun_phrase(noun), noun, context.words)
    return phrase[max(last.i + 1 - phrase.start, 0) :]


@rule("object.kept_by_passive")
def _kept(verb: Token, context: PointContext) -> Token | None:
    """The object that a passive keeps: "women should be given equal access to land"."""
    thing = _direct(verb, context)
    return thing if thing is not None and thing.i > verb.i and subject(verb) is not None else None


def _direct(verb: Token, context: PointContext) -> Token | None:
    """The direct object; not those who do it to each other: "render one another assistance".

    Of "find and repair boats, as well as nets" both verbs have the boats, though a parser gives the first the nets.
    """
    things = (one for one in verb.children if one.dep_ == "dobj")
    own = next((one for one in things if not context.words.marker(one, "reciprocal")), None)
    beside = neighbour(verb, 2) if own is not None and neighbour(verb).dep_ == "cc" else verb
    shared = child(beside, "dobj") if beside.dep_ == "conj" and beside.head == verb else None
    nearer = own is not None and shared is not None and beside.i < shared.i < own.i and neighbour(shared).tag_ != "POS"
    return shared if nearer else own


@rule("object.supplied")
def _supplied(verb: Token, context: PointContext) -> Token | None:
    """What somebody is supplied with: "provide the centre with vehicles"."""
    thing = child(verb, "dobj")
    if thing is None or context.words.find(verb, "verb", "supply") is None or _bare_help(thing, context):
        return None
    preps = (one for head in (verb, child(verb, "dobj")) if head is not None for one in head.rights)
    given = (one for one in preps if one.lower_ == "with" and not context.words.marker(one, "adjunct"))
    return next((thing for one in given if (thing := child(one, "pobj"))), None)


def _bare_help(thing: Token, context: PointContext) -> bool:
    """Whether help itself is given, and nobody is supplied: "provide support with a focus on the poor"."""
    alone = not any(one.dep_ in ("det", "poss") for one in thing.lefts)
    return alone and thing.tag_ == "NN" and verb_of(thing, context.words) is not None


@rule("object.changing_subject")
def _changing(verb: Token, context: PointContext) -> Token | None:
    """The subject of a verb without object, where it names nobody: "negotiations should begin"."""
    thing = subject(verb)
    return thing if thing is not None and thing.tag_ in NOUNS and not context.parties(thing) else None


@rule("object.needing")
def _needing(verb: Token, context: PointContext) -> Token | None:
    """What a need is for, where the passive hangs by the need: "the need for this threat to peace to be ended"."""
    verb = first_of(verb) if _shares_passive(verb) else verb
    need = verb.head
    hangs = verb.dep_ in ("relcl", "acl") and auxiliary(verb, "TO") is not None and own_subject(verb) is None
    if not hangs or context.words.find(need, "strength", "noun", "ask") is None:
        return None
    things = (
        child(one, "pobj") for one in need.rights if one.dep_ == "prep" and one.lower_ == "for" and one.i < verb.i
    )
    return next(things, None)


def _relative(thing: Token | None, verb: Token) -> Token | None:
    """What a relative pronoun stands for: "the lake remains a resource that should be protected" gives "lake"."""
    first = first_of(verb) if _shares_passive(verb) else verb
    if thing is None and first.dep_ in ("relcl", "acl") and auxiliary(first, "TO"):
        return first.head  # "asked for guards to be posted"
    clause = first_of(verb)
    clause = clause.head if clause.dep_ == "xcomp" else clause  # "obstacles that had to be found and removed"
    if thing is None or thing.tag_ not in ("WDT", "WP") or clause.dep_ != "relcl":
        return thing
    noun = clause.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":  # "identified trade as an area that should be opened"
        verb = noun.head.head
        return (own_subject(verb) if passive(verb) else child(verb, "dobj")) or noun
    return (own_subject(noun.head) or noun) if noun.dep_ == "attr" else noun


@rule("object.after_preposition")
def _after_preposition(verb: Token, context: PointContext) -> Token | None:
    """What the first preposition governs, or "on" after whom one reports to: "report to the Board on fees"."""
    for first in verb.rights:
        if context.words.marker(first, "adjunct"):
            continue
        prep = (child(first, "prep") or first) if first.lower_ == "away" else first  # "moving away from fossil fuels"
        thing = child(prep, "pobj") if prep.dep_ in ("prep", "agent") and prep.i <= verb.i + 2 else None
        how = thing is not None and context.words.find(thing, "noun", "manner") and child(thing, "prep") is None
        if thing is not None and (how or thing.tag_ == "CD"):
            continue  # "operate in a safe manner", "begin in 2027": how and when, not what
        if thing is not None:
            after = max((m.end for m in context.all_of(thing)), default=thing.i)  # "the Commission on Narcotic Drugs"
            said = next((one for one in subtree(verb) if one.lower_ == "on" and one.i >= after), None)
            aside = said is not None and sum(one.text == "," for one in verb.doc[after : said.i]) == _AROUND
            said = said if said is not None and (aside or neighbour(said, -1).text != ",") else None
            on = child(said, "pobj") if said is not None and prep.lower_ == "to" and context.all_of(thing) else None
            return on or thing
    return None


def _aside(clause: Token | None) -> bool:
    """Whether a verb has no clause for object, or one that only says where or when: "establish, where none exist,"."""
    return clause is None or clause.left_edge.tag_ == "WRB"


@rule("object.after_aside")
def _parted(verb: Token) -> Token | None:
    """The object after an aside: "to promote, consistent with national law, alternative measures"."""
    described = acted_on(verb)
    if described is not None:
        return described
    doc = verb.doc
    close = verb.i + 2 < len(doc) and doc[verb.i + 1].text == ","
    if not close and child(verb, "prep", "dative") is None:
        return None
    for at in range(verb.i + 2, min(verb.i + 40, len(doc) - 1)):
        held = (
            doc[at + 1].lower_ == "to" and neighbour(doc[at + 1]).lower_ == "be"
        )  # "at its session, to be held in 2027, a"
        if doc[at].text in (";", ".") or (doc[at + 1].lower_ == "to" and not held):
            return None
        if doc[at].text == "," and doc[at + 1].tag_ in ("DT", "PDT", "JJ", "NN", "NNS", "PRP$"):
            thing = noun_from(doc[at + 1])
            deps = ("dobj", "conj", "appos", "npadvmod", "nsubj") if close else ("dobj", "npadvmod")
            others = (
                not close and thing.dep_ == "dobj" and thing.head.i > verb.i
            )  # "contribute to it, by lending, …, aid"
            if thing.tag_ in NOUNS and thing.dep_ in deps and not others:
                return thing
    return None


def resolved(head: Token, context: PointContext) -> Span:
    """The noun's phrase, or that of the noun a pronoun stands for."""
    if head.tag_ in ("PRP", "DT") and head.lower_ not in ("all", "the", "a"):
        earlier = context.antecedent(head)
        if earlier is not None:
            return noun_phrase(earlier)
    noun = next((one for one in head.rights if one.dep_ == "conj" and one.tag_ in NOUNS), None)
    if head.tag_ == "JJ" and noun is not None:
        return head.doc[head.left_edge.i : noun_phrase(noun).end]  # "General and complete disarmament"
    phrase = noun_phrase(head)
    return _whole(phrase, context) or with_those_beside(phrase, head, context.words)


@rule("object.whole_title")
def _whole(phrase: Span, context: PointContext) -> Span | None:
    """A phrase that ends inside an instrument's name, with all of it: "the Convention on the Rights of the Child"."""
    end = context.titles.get(phrase.end - 1, 0)
    return phrase.doc[phrase.start : end] if end > phrase.end else None
