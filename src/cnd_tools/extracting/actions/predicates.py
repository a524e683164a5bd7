"""From a cue to what is to be done: one action for each verb, with its object, its agents and its polarity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.actions.carried_nouns import (
    begins_softly,
    carried_gerund,
    carried_noun,
    carried_purpose,
    conducted,
    deed_of_steps,
    heeded_deeds,
    near,
    owned,
    weighed_noun,
)
from cnd_tools.extracting.actions.governed_verbs import (
    gerunds_beside,
    listed_items,
    shares_negation,
    sharing_gerunds,
    verbs_of,
)
from cnd_tools.extracting.actions.light_verbs import able_to, carried_verb, shunned_by, with_its_words
from cnd_tools.extracting.actions.nominal_predicates import (
    besides,
    nominal_actions,
    whiles,
)
from cnd_tools.extracting.actions.passed_on import asked_of_nobody, passed_on
from cnd_tools.extracting.actions.slots import action_of, aim_of, resolved
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    NOUNS,
    VERBS,
    child,
    coordinated,
    negated,
    neighbour,
    passive,
    subject,
)
from cnd_tools.extracting.grammar.coordination import gapped_passives
from cnd_tools.extracting.grammar.lists_in_line import items_beside
from cnd_tools.extracting.grammar.nominalization import verb_lemma, whole
from cnd_tools.extracting.grammar.repairs import acted_on, stray_verbs
from cnd_tools.extracting.grammar.verb_series import with_series
from cnd_tools.extracting.matches import ActionMatch, Cue, CueKind
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import words as opening_words

_STATED = frozenset(opening_words()["speaker"]["stated"].split())


def actions_of(cue: Cue, context: PointContext) -> Iterator[ActionMatch]:
    """Yield the actions of a cue in order of the text."""
    last = _whole_verb(cue)
    if last is not None:
        cue = replace(cue, head=last, agents=cue.agents or context.parties(subject(cue.head)))
    listed_verbs = listed_items(cue, context)
    if listed_verbs:
        agents = cue.agents if cue.agents is not None else context.parties(subject(cue.head))
        negative = cue.negative or negated(cue.head, context.words)
        for verb in listed_verbs:
            yield from _verb(replace(cue, agents=agents, negative=negative), verb, verb, context)
    elif cue.head.tag_ in VERBS and not _verbal_noun(cue.head, context):
        for verb in verbs_of(cue, context):
            negative = cue.negative or shares_negation(verb, cue.head, context)
            as_noun = acted_on(verb) is not None or verb.tag_ in NOUNS
            misread = cue.agents is None and verb != cue.head and (as_noun or subject(verb) is None)
            doers = context.parties(subject(cue.head)) if misread and not passive(cue.head) else cue.agents
            for action in _verb(replace(cue, negative=negative, agents=doers), verb, verb, context):
                shares = verb != cue.head and (verb.tag_ == "VBD" or _subjectless(verb)) and passive(cue.head)
                undergoes = subject(cue.head) if shares else None
                yield replace(action, object=resolved(undergoes, context)) if undergoes is not None else action
        yield from _gapped(cue, context)
        yield from besides(cue, cue.head, context)
        for verb in stray_verbs(cue.head):
            agents = cue.agents if cue.agents is not None else context.parties(subject(cue.head))
            yield from _verb(replace(cue, agents=agents), verb, verb, context)
    else:
        yield from nominal_actions(cue, cue.head, context)
        for gerund in whiles(cue.head, context):
            yield from _verb(cue, gerund, gerund, context)


def _gapped(cue: Cue, context: PointContext) -> Iterator[ActionMatch]:
    """What is to be done to things of their own, the passive left out: "fees should be cut and lamps mended"."""
    for verb in gapped_passives(cue.head):
        thing = subject(verb)
        if thing is not None and not context.all_of(thing):
            lemma, undergoes = verb_lemma(verb, context.words), resolved(thing, context)
            yield ActionMatch(cue, verb, lemma, verb.text, (), undergoes, cue.negative)


@rule("repair.parted_verb")
def _whole_verb(cue: Cue) -> Token | None:
    """The last part of a verb that a tokenizer parts at its hyphen: "should co-operate", in Europe and before 1990."""
    last = whole(cue.head) if cue.head.tag_ in VERBS else cue.head
    return last if last != cue.head and last.tag_ in VERBS and not passive(cue.head) else None


def _subjectless(verb: Token) -> bool:
    """Whether a passive infinitive goes on with another: "roads needed to be rebuilt, to be lit and to be guarded"."""
    return passive(verb) and subject(verb) is None


def _verbal_noun(token: Token, context: PointContext) -> bool:
    """Whether a gerund is a noun: "the importance of mending"; not "of mending, and lighting, the lamps"."""
    noun = token.tag_ == "VBG" and token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass") and child(token, "dobj") is None
    return noun and not any(child(one, "dobj") for one in gerunds_beside(token, context))


def _verb(cue: Cue, first: Token, verb: Token, context: PointContext) -> Iterator[ActionMatch]:
    shunned = shunned_by(verb, context)
    if shunned:
        yield from _shunning(cue, first, verb, shunned, context)
        return
    able = able_to(verb)
    if able is not None:
        yield from _verb(
            cue if cue.agents is not None else replace(cue, agents=context.parties(subject(verb))), able, able, context
        )
        return
    if _only_stated(cue, verb, context):
        return
    passed = list(_asked_of_others(cue, verb, context))
    yield from passed
    if passed and cue.agents:
        return  # "RESOLVES: 1. To urge States to ratify it": whoever resolves urges by these words
    inner = carried_verb(verb, context)
    if inner is not None:
        cue = replace(cue, negative=cue.negative or negated(verb, context.words))
        if cue.agents is None and inner.dep_ not in ("xcomp", "ccomp"):
            cue = replace(cue, agents=context.parties(subject(verb)))  # "States must work to end hunger"
        end = cue.until if cue.until > inner.i else len(inner.doc)
        beside = _beside_carried(inner, verb, cue, context)
        for one in items_beside(inner, verb.i, context.words) or beside:
            if one == inner or (_alike(one, inner) and one.i < end):
                yield from _verb(cue, first, one, context)
        return
    carried = list(_within(cue, first, verb, context))
    if carried:
        yield from carried
        return
    yield with_its_words(verb, action_of(cue, verb, (first, verb), context), context)


def _beside_carried(inner: Token, verb: Token, cue: Cue, context: PointContext) -> list[Token]:
    """A carried verb with those of its series; a lone gerund may be of its complement: "efforts in A and doing B"."""
    if inner.tag_ == "VB":
        return [*with_series(inner, context.words, cue.until), *_gerunds(inner, verb)]
    found = gerunds_beside(inner, context) if inner.tag_ == "VBG" else []
    found = found if len(found) > 1 else sharing_gerunds(inner) if inner.tag_ == "VBG" else []
    return sorted({*coordinated(inner), *found, *_gerunds(inner, verb)})


@rule("action.gerunds_carried")
def _gerunds(inner: Token, verb: Token) -> Iterator[Token]:
    """Yield what a verb that says little carries besides: "consider joining it and, past that, applying its rules"."""
    beside = coordinated(verb) if inner.tag_ == "VBG" and inner.head == verb and verb.tag_ == "VB" else ()
    yield from (one for one in beside if one.tag_ == "VBG" and one.i > inner.i)


def _alike(other: Token, inner: Token) -> bool:
    """Whether a verb stands in the form of the first; "signing and ratifying" may be read as a gerund and a noun."""
    misread = inner.tag_ == "VBG" and other.tag_ == "NN" and other.lower_.endswith("ing")
    return other.tag_ == inner.tag_ or misread


@rule("action.only_stated")
def _only_stated(cue: Cue, verb: Token, context: PointContext) -> bool:
    """Whether an item asked of nobody only says what is so: "(c) Recognize that nets are lost at sea".

    Or what the body itself holds: "RESOLVES: 1. To reaffirm the value of ports".
    """
    own = cue.kind is CueKind.CHAPEAU and asked_of_nobody(cue, context)
    own = own and (not cue.agents or context.speaker is None)  # "we" who commit to recognize it are bound to
    return own and verb.lemma_.lower() in _STATED and context.words.find(verb, "verb", "direct") is None


def _asked_of_others(cue: Cue, verb: Token, context: PointContext) -> Iterator[ActionMatch]:
    for other in passed_on(cue, verb, context):
        yield from actions_of(other, context)


def _within(cue: Cue, first: Token, verb: Token, context: PointContext) -> Iterator[ActionMatch]:
    """What is to be done where the verb's noun says it: "consider accession", "take steps to eliminate"."""
    pondered = begins_softly(verb, context)
    weighs = not pondered and context.words.find(verb, "verb", "weigh") is not None
    considered = weighed_noun(verb, context) if weighs else None
    if considered is not None:
        agents = cue.agents if cue.agents is not None else context.parties(subject(verb))
        yield from nominal_actions(replace(cue, agents=agents), considered, context)
    elif context.words.find(verb, "verb", "toil") and (deed := deed_of_steps(verb, context)) is not None:
        yield from _of_steps(cue, first, verb, deed, context)
    elif heeded := heeded_deeds(verb, context):
        for one in heeded:
            yield from _verb(owned(cue, verb, context), one, one, context)
    elif pondered or context.words.find(verb, "verb", "carry") or (weighs and _weighs_steps(verb, context)):
        yield from _carried(cue, first, verb, context)


@rule("action.weighed_steps")
def _weighs_steps(verb: Token, context: PointContext) -> bool:
    """Whether what is to be considered are steps that say what for: "consider measures to open the ports"."""
    steps = child(verb, "dobj")
    light = steps is not None and context.words.find(steps, "noun", "light") is not None
    purpose = carried_purpose(verb, steps) if light and steps is not None else None
    return purpose is not None and neighbour(purpose.left_edge, -1).text != ","


def _shunning(
    cue: Cue, first: Token, verb: Token, shunned: list[Token], context: PointContext
) -> Iterator[ActionMatch]:
    agents = cue.agents if cue.agents is not None else context.parties(subject(verb))
    shunning = replace(cue, agents=agents, negative=not cue.negative)
    for one in shunned:
        done = _verb(shunning, first, one, context) if one.tag_ == "VBG" else None
        yield from done or nominal_actions(shunning, one, context)


def _of_steps(cue: Cue, first: Token, verb: Token, deed: Token, context: PointContext) -> Iterator[ActionMatch]:
    """What steps are for by a noun, said with its verbs as that by a verb is: "continue efforts for the protection"."""
    for one in nominal_actions(owned(cue, verb, context), deed, context):
        said = aim_of(max(cue.end, context.prefix), near(first, verb, one.token), one.token)
        yield replace(one, aim=said if said.endswith(one.token.text) and said != one.token.text else one.aim)


@rule("action.carried_noun")
def _carried(cue: Cue, first: Token, verb: Token, context: PointContext) -> Iterator[ActionMatch]:
    """Where the verb only carries its noun: "take steps to eliminate", "undertake an assessment of needs"."""
    thing = subject(verb) if passive(verb) else carried_noun(verb)
    if thing is None or (passive(verb) and thing.head not in (verb, verb.head)):
        return
    if context.words.find(verb, "verb", "harden") and context.words.find(thing, "noun", "means"):
        return  # "strengthen measures to identify victims": those taken are to be strengthened
    light = context.words.find(thing, "noun", "light", "chance") is not None
    purpose = carried_purpose(verb, thing) if light else None
    gerund = carried_gerund(thing, context) if light and purpose is None else None
    spared = any(one.lower_ == "no" for one in thing.lefts)  # "spare no effort"; not "no State shall take steps to"
    if light and not spared:
        cue = replace(cue, negative=cue.negative or negated(verb, context.words))
    if gerund is not None:
        for one in coordinated(gerund):
            yield from _verb(cue, near(first, verb, one), one, context) if one.tag_ == gerund.tag_ else ()
    elif purpose is not None:
        of_takers = owned(cue, verb, context)
        items = items_beside(purpose, verb.i, context.words)
        for infinitive in items or with_series(purpose, context.words, cue.until):
            yield from _verb(of_takers, near(first, verb, infinitive), infinitive, context)
    elif light and (deed := deed_of_steps(thing, context)) is not None:
        yield from _of_steps(cue, first, verb, deed, context)
    else:
        yield from conducted(cue, first, verb, thing, context)
