"""From a cue to what is to be done: one action for each verb, with its object, its agents and its polarity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from cnd_tools.extracting.actions.directives import passed_on
from cnd_tools.extracting.actions.nominal_predicates import (
    besides,
    carried_gerund,
    carried_purpose,
    nominal_actions,
    whiles,
)
from cnd_tools.extracting.actions.slots import action_of, field_of, governed, resolved
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FARTHEST,
    FINITE,
    NOUNS,
    VERBS,
    auxiliary,
    child,
    coordinated,
    negated,
    neighbour,
    noun_phrase,
    passive,
    subject,
)
from cnd_tools.extracting.grammar.coordination import (
    beside_while,
    beyond_adjective,
    infinitive_beside,
    joined,
    listed,
    parallel,
    passives,
    series,
    with_series,
)
from cnd_tools.extracting.grammar.nominalization import verb_lemma, verb_of
from cnd_tools.extracting.matches import ActionMatch, Cue, CueKind
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import words as opening_words

_STATED = frozenset(opening_words()["speaker"]["stated"].split())
_PHRASE = 12  # tokens at most from a verb to the end of its phrase


def actions_of(cue: Cue, context: PointContext) -> Iterator[ActionMatch]:
    """Yield the actions of a cue in order of the text."""
    listed_verbs = _listed(cue, context)
    if listed_verbs:
        agents = cue.agents if cue.agents is not None else context.parties(subject(cue.head))
        for verb in listed_verbs:
            yield from _verb(replace(cue, agents=agents), verb, verb, context)
    elif cue.head.tag_ in VERBS and not _verbal_noun(cue.head):
        for verb in _shared(cue, context):
            negative = cue.negative or _shares_negation(verb, cue.head, context)
            for action in _verb(replace(cue, negative=negative), verb, verb, context):
                shares = verb != cue.head and (verb.tag_ == "VBD" or _subjectless(verb)) and passive(cue.head)
                undergoes = subject(cue.head) if shares else None
                yield replace(action, object=resolved(undergoes, context)) if undergoes is not None else action
        yield from besides(cue, cue.head, context)
        for verb in _strays(cue.head):
            agents = cue.agents if cue.agents is not None else context.parties(subject(cue.head))
            yield from _verb(replace(cue, agents=agents), verb, verb, context)
    else:
        yield from nominal_actions(cue, cue.head, context)
        for gerund in whiles(cue.head):
            yield from _verb(cue, gerund, gerund, context)


@rule("action.gerunds_beside")
def _gerunds_beside(head: Token) -> list[Token]:
    """The gerunds that share what the first begins: "Designing, implementing and regularly monitoring policies"."""
    found, at, doc = [], head.i + 1, head.doc
    while at + 1 < len(doc) and (doc[at].text == "," or doc[at].tag_ in ("CC", "RB")):
        at += 1
        if doc[at].tag_ == "VBG" and neighbour(doc[at]).text != "-":
            found.append(doc[at])
            at += 1
    return found


def _subjectless(verb: Token) -> bool:
    """Whether a passive infinitive goes on with another: "roads needed to be rebuilt, to be lit and to be guarded"."""
    return passive(verb) and subject(verb) is None


@rule("action.shared_negation")
def _shares_negation(verb: Token, head: Token, context: PointContext) -> bool:
    """Whether "not" is said of both: "must not be reduced and oversimplified"; not "not to tie aid, and to pay"."""
    if verb is head or not negated(head, context.words) or auxiliary(verb, "TO") or auxiliary(verb, "MD"):
        return False
    between = verb.doc[head.i + 1 : verb.i]
    beside = all(token.is_punct or token.tag_ in ("CC", "RB") for token in between)
    joint = next((token.lower_ for token in reversed(between) if token.tag_ == "CC"), "")
    return joint in ("or", "nor") or (beside and joint != "but")


@rule("action.listed_items")
def _listed(cue: Cue, context: PointContext) -> list[Token]:
    before = auxiliary(cue.head, "MD") or auxiliary(cue.head, "TO")
    return listed(before, context.words) if before is not None else []


def _verbal_noun(token: Token) -> bool:
    return token.tag_ == "VBG" and token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass") and child(token, "dobj") is None


def _shared(cue: Cue, context: PointContext) -> Iterator[Token]:
    """The verbs that one cue governs: "should be ratified and applied", "to adopt, to implement and to review"."""
    head, named = cue.head, cue.agents is not None
    known: dict[Token, bool] = {}
    family = [
        head,
        *(one for one in coordinated(head) if one is not head and joined(one, head, context.words, known, named=named)),
    ]
    for one in coordinated(head) if head.tag_ == "VBG" else ():
        edge = one.left_edge
        if one.tag_ in NOUNS and edge.tag_ == "VBG" and neighbour(edge, -1).tag_ == "CC":
            family.append(edge)  # "reducing and redistributing work" read as two things that are reduced
    if auxiliary(head, "TO") or cue.kind is CueKind.CHAPEAU:
        inner = cue.kind is CueKind.NOUN and context.opening is not None
        family = series(head, family, context.words, cue.until, inner=inner)
    family.extend(_gerunds_beside(head) if head.tag_ == "VBG" else ())
    family.extend((*passives(head, context.words, cue.until), *parallel(head, cue.until), *beyond_adjective(head)))
    end = cue.until if cue.until > head.i else len(head.doc)
    yield from sorted(one for one in set(family) if one.i < end)
    yield from beside_while(head, context.words, cue.until)


@rule("action.stray_verb")
def _strays(head: Token) -> Iterator[Token]:
    """Bare verbs that a parser hung by a participle on the way: "adopt laws on data being stored and publish them"."""
    for token in (
        head.doc[head.i + 1 : min(head.sent.end, head.i + FARTHEST)]
        if head.tag_ in ("VB", "VBP") and not auxiliary(head, "TO")
        else ()
    ):
        hung = (
            token.tag_ == "VB" and token.dep_ == "conj" and token.head.tag_ in ("VBN", "VBG") and token.head.i > head.i
        )
        alone = hung and not any(one.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for one in token.lefts)
        if alone and neighbour(token, -1).tag_ == "CC":
            yield token


def _verb(cue: Cue, first: Token, verb: Token, context: PointContext) -> Iterator[ActionMatch]:
    shunned = _shunned(verb, context)
    if shunned:
        yield from _shunning(cue, first, verb, shunned, context)
        return
    able = _able(verb)
    if able is not None:
        yield from _verb(
            cue if cue.agents is not None else replace(cue, agents=context.parties(subject(verb))), able, able, context
        )
        return
    if _only_stated(cue, verb, context):
        return
    yield from _asked_of_others(cue, verb, context)
    says_little = context.words.find(verb, "verb", "light") or _is_to(verb) or _expected(verb, context)
    inner = _inner(verb) if says_little else None
    if inner is not None:
        cue = replace(cue, negative=cue.negative or negated(verb, context.words))
        end = cue.until if cue.until > inner.i else len(inner.doc)
        for one in coordinated(inner):
            if one is inner or (one.tag_ == inner.tag_ and one.i < end):
                yield from _verb(cue, first, one, context)
        return
    carried = list(_within(cue, first, verb, context))
    if carried:
        yield from carried
        return
    action = action_of(cue, verb, (first, verb), context)
    phrase = _phrase(verb, context)
    if phrase is not None:
        whole = _aim_of(verb, phrase, action)
        action = replace(action, lemma=phrase, aim=whole, object=_of_phrase(verb, phrase, action, context))
    undergone = _undergone(verb)
    if undergone is not None:
        thing = subject(verb)
        lemma, aim = verb_lemma(undergone, context.words), f"{verb.text} {undergone.text}"
        acted_on = resolved(thing, context) if thing is not None else None
        action = replace(action, token=undergone, lemma=lemma, aim=aim, agents=(), object=acted_on)
    yield action


@rule("action.only_stated")
def _only_stated(cue: Cue, verb: Token, context: PointContext) -> bool:
    """Whether an item asked of nobody only says what is so: "(c) Recognize that nets are lost at sea"."""
    stated = cue.kind is CueKind.CHAPEAU and not cue.agents and verb.lemma_.lower() in _STATED
    return stated and context.words.find(verb, "verb", "direct") is None


def _asked_of_others(cue: Cue, verb: Token, context: PointContext) -> Iterator[ActionMatch]:
    for other in passed_on(cue, verb, context):
        yield from actions_of(other, context)


def _within(cue: Cue, first: Token, verb: Token, context: PointContext) -> Iterator[ActionMatch]:
    """What is to be done where the verb's noun says it: "consider accession", "take steps to eliminate"."""
    pondered = _pondered(verb, context)
    weighs = not pondered and context.words.find(verb, "verb", "weigh") is not None
    considered, gerund = (_considered(verb, context), _misread_gerund(verb)) if weighs else (None, None)
    if gerund is not None:
        done = action_of(cue, gerund, (verb, gerund), context)
        yield replace(done, lemma=verb_of(gerund, context.words) or done.lemma, object=_rest(gerund))
    elif considered is not None:
        yield from nominal_actions(cue, considered, context)
    elif pondered or context.words.find(verb, "verb", "carry"):
        yield from _carried(cue, first, verb, context)


@rule("action.misread_gerund")
def _misread_gerund(verb: Token) -> Token | None:
    """The gerund after a verb that was read as part of its object: "consider training crews"."""
    beside = neighbour(verb)
    part = beside.dep_ in ("compound", "amod") and beside.head.i == beside.i + 1
    return beside if part and beside.tag_ in ("NN", "VBG") and beside.lower_.endswith("ing") else None


def _rest(gerund: Token) -> Span:
    """What a misread gerund acts on: "crews" of "training crews"."""
    whole = noun_phrase(gerund.head)
    return gerund.doc[max(whole.start, gerund.i + 1) : whole.end]


@rule("action.weighed_noun")
def _considered(verb: Token, context: PointContext) -> Token | None:
    """The verbal noun that a light verb only weighs: "consider the establishment, where needed, of a fund"."""
    thing = child(verb, "dobj")
    if thing is None or verb_of(thing, context.words) in (None, thing.lower_):
        return None
    return thing if governed(thing, "of", "to") is not None or _parted_of(thing) else None


def _parted_of(noun: Token) -> bool:
    """Whether an aside parts a noun from its "of": "the establishment, where needed, of"."""
    doc, at = noun.doc, noun.i + 1
    if at >= len(doc) or doc[at].text != ",":
        return False
    end = next((one.i for one in doc[at + 1 : at + _PHRASE] if one.text == ","), len(doc) - 1)
    return end + 1 < len(doc) and doc[end + 1].lower_ == "of"


def _shunning(
    cue: Cue, first: Token, verb: Token, shunned: list[Token], context: PointContext
) -> Iterator[ActionMatch]:
    agents = cue.agents if cue.agents is not None else context.parties(subject(verb))
    shunning = replace(cue, agents=agents, negative=not cue.negative)
    for one in shunned:
        done = _verb(shunning, first, one, context) if one.tag_ == "VBG" else None
        yield from done or nominal_actions(shunning, one, context)


@rule("action.able_to")
def _able(verb: Token) -> Token | None:
    """The verb that somebody is to be able to do: "ports must be able to refuse entry" is refuse."""
    what = child(verb, "acomp") if verb.lemma_ == "be" else None
    below = child(what, "xcomp") if what is not None and what.lower_ == "able" else None
    return below if below is not None and auxiliary(below, "TO") else None


@rule("action.is_to")
def _is_to(verb: Token) -> bool:
    """Whether somebody "is to" do what follows: "decides that the committee is to meet twice"."""
    return verb.lemma_ == "be" and verb.tag_ in FINITE and neighbour(verb).tag_ == "TO"


@rule("action.expected")
def _expected(verb: Token, context: PointContext) -> bool:
    """Whether a passive says little beside its infinitive: "should not be expected to finance"."""
    return context.words.find(verb, "verb", "expected") is not None and passive(verb)


@rule("action.light_verb")
def _inner(verb: Token) -> Token | None:
    """The verb that a light one carries.

    "continue facilitating", "continue, within its mandate, to facilitate", "continue to be funded".
    """
    inner = child(verb, "xcomp")
    if inner is not None and inner.i - verb.i < 5 and (inner.tag_ in ("VB", "VBG") or auxiliary(inner, "TO")):
        return inner
    return infinitive_beside(verb)


@rule("action.participle_after_be")
def _undergone(verb: Token) -> Token | None:
    """The participle of a passive that was read as an adjective: "no one should be arbitrarily deprived of"."""
    what = child(verb, "acomp") if verb.lemma_ == "be" else None
    if what is None or what.tag_ != "VBN" or neighbour(what, -1).text == "-":
        return None
    better = any(one.tag_ in ("RBR", "RB") and one.i == what.i - 1 for one in what.lefts)
    return what if better or child(what, "prep", "agent") is not None else None


@rule("action.verb_phrase")
def _phrase(verb: Token, context: PointContext) -> str | None:
    """The verb that a phrase stands for: "keep the Assembly fully informed" is inform, "come to an end" is end."""
    doc = verb.doc
    behind = doc[verb.i + 1 : verb.i + _PHRASE]
    thing = subject(verb) if passive(verb) else None
    for word in context.words.table("verb", "phrase").get(verb.lemma_.lower(), ()):
        rest = list(word.words[1:])
        after = [one.lower_ for one in behind if one.tag_ not in ("DT", "JJ", "RB") or one.lower_ == rest[0]]
        if thing is not None and rest == [thing.lower_]:
            return word.entry.id  # "consideration should be given to the matter"
        if any(after[at : at + len(rest)] == rest for at in range(len(after))):
            return word.entry.id
    return None


def _aim_of(verb: Token, phrase: str, action: ActionMatch) -> str:
    """The words of a phrase that stands together: "be taken into account"."""
    rest = phrase.split()[1:]
    after = verb.doc[verb.i + 1 : verb.i + 1 + len(rest)]
    together = bool(rest) and [token.lower_ for token in after] == rest and action.aim.endswith(verb.text)
    return f"{action.aim} {after.text}" if together else action.aim


def _of_phrase(verb: Token, phrase: str, action: ActionMatch, context: PointContext) -> Span | None:
    """What a verb with its phrase is done to: its passive's subject, or what the phrase's noun as subject is for."""
    thing = subject(verb) if passive(verb) else None
    if thing is None:
        found, last = action.object, phrase.rsplit(maxsplit=1)[-1]
        if found is not None and found[0].lower_ == last and len(found) > 1:
            return found[1:]  # "take into account local needs", read as a kind of account
        return found
    to = next((one for one in verb.rights if one.lower_ == "to"), None) if thing.lower_.startswith(phrase) else None
    what = child(to, "pobj", "pcomp") if to is not None else thing
    return resolved(what, context) if what is not None else None


@rule("action.shunned")
def _shunned(verb: Token, context: PointContext) -> list[Token]:
    """What is not to be done: "refrain from detaining or expelling", "abstain from the use of force"."""
    preps = [one for one in verb.rights if one.dep_ == "prep"] if context.words.find(verb, "verb", "shun") else []
    things = [child(two, "pcomp", "pobj") for one in preps for two in coordinated(one)]
    family = [two for one in things if one is not None for two in coordinated(one)]
    return [one for one in family if one.tag_ == "VBG" or _verb_in(one, context)]


def _verb_in(noun: Token, context: PointContext) -> bool:
    """Whether a noun says what is done: "detention"; not "measures", which carry what is done."""
    light = context.words.find(noun, "noun", "light") is not None
    return noun.tag_ in NOUNS and not light and verb_of(noun, context.words) is not None


@rule("action.carried_noun")
def _carried(cue: Cue, first: Token, verb: Token, context: PointContext) -> Iterator[ActionMatch]:
    """Where the verb only carries its noun: "take steps to eliminate", "undertake an assessment of needs"."""
    thing = subject(verb) if passive(verb) else _shared_object(verb)
    if thing is None or (passive(verb) and thing.head not in (verb, verb.head)):
        return
    if context.words.find(verb, "verb", "harden") and context.words.find(thing, "noun", "means"):
        return  # "strengthen measures to identify victims": those taken are to be strengthened
    light = context.words.find(thing, "noun", "light", "chance") is not None
    purpose = carried_purpose(verb, thing) if light else None
    gerund = carried_gerund(thing, context) if light and purpose is None else None
    if gerund is not None:
        for one in coordinated(gerund):
            yield from _verb(cue, _near(first, verb, one), one, context) if one.tag_ == gerund.tag_ else ()
    elif purpose is not None:
        owned = _owned(cue, verb, context)
        for infinitive in with_series(purpose, context.words, cue.until):
            yield from _verb(owned, _near(first, verb, infinitive), infinitive, context)
    else:
        yield from _conducted(cue, first, verb, thing, context)


def _near(first: Token, verb: Token, last: Token) -> Token:
    """The first verb that the words of an aim begin with: "continue" of "continue to take steps", if near."""
    return first if last.i - first.i < _PHRASE else verb


def _owned(cue: Cue, verb: Token, context: PointContext) -> Cue:
    """The cue with whoever takes the steps: the subject, or in the passive who stands after "by"."""
    if cue.agents is not None:
        return cue
    if not passive(verb):
        return replace(cue, agents=context.parties(subject(verb)))
    by = child(verb, "agent")  # "efforts should be made by all fishers to report catches"
    doers = context.parties(child(by, "pobj")) if by is not None else ()
    return replace(cue, agents=doers) if doers else cue


def _conducted(cue: Cue, first: Token, verb: Token, thing: Token, context: PointContext) -> Iterator[ActionMatch]:
    """What a verb does that only conducts what its noun says: "undertake an assessment of needs"."""
    own = child(verb, "dobj") is not None if not passive(verb) else _made(verb, context)
    # "continue its work": work that is somebody's is not the action, what is done with it is
    somebodys = context.words.find(thing, "noun", "light") and any(
        one.dep_ == "poss" or one.lower_ == "of" for one in thing.children
    )
    conducts = context.words.find(verb, "verb", "conduct") is not None or _pondered(verb, context)
    carries = own and not somebodys and conducts
    made_of = verb_of(thing, context.words) if carries else None
    if made_of and (thing.text[0].islower() or thing.is_sent_start) and not context.words.find(thing, "noun", "saying"):
        last = thing if thing.i > verb.i else verb
        action = action_of(cue, verb, (_near(first, verb, last), last), context)
        yield replace(action, lemma=made_of, object=governed(thing) or field_of(verb))
        for gerund in _gerunds(verb):
            yield action_of(cue, gerund, (verb, gerund), context)


@rule("action.considered_noun")
def _pondered(verb: Token, context: PointContext) -> bool:
    """Whether "consider" only begins softly: "consider the possibility of acceding", and to a peer "accession".

    Elsewhere a body that considers reports or a request does that and no more.
    """
    thing = child(verb, "dobj") if context.words.find(verb, "verb", "ponder") else None
    if thing is None or context.words.find(thing, "noun", "light"):
        return False
    return context.signed_from >= 0 or context.words.find(thing, "noun", "chance") is not None


def _made(verb: Token, context: PointContext) -> bool:
    """Whether a passive carries its subject: "assessments must be made"; not "operations be carried out"."""
    return context.words.find(verb, "verb", "make") is not None and child(verb, "oprd") is None


def _shared_object(verb: Token) -> Token | None:
    """The object of a verb or, where it has none, of those coordinated with it: "redouble and sustain efforts"."""
    return next((thing for one in coordinated(verb) if (thing := child(one, "dobj")) is not None), None)


def _gerunds(verb: Token) -> Iterator[Token]:
    """What work is done in doing: "work needs to be done … in developing an approach"."""
    for prep in verb.rights:
        for one in coordinated(prep) if prep.dep_ == "prep" else ():
            gerund = child(one, "pcomp")
            if gerund is not None and gerund.tag_ == "VBG":
                yield gerund
