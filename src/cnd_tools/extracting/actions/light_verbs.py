"""Verbs that say little of themselves: what is to be done is their infinitive, their participle or their phrase."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from cnd_tools.extracting.actions.objects_apart import of_phrase_to, past_aside
from cnd_tools.extracting.actions.slots import resolved
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FINITE,
    NOUNS,
    auxiliary,
    child,
    coordinated,
    neighbour,
    noun_phrase,
    passive,
    subject,
)
from cnd_tools.extracting.grammar.nominalization import verb_lemma, verb_of
from cnd_tools.extracting.grammar.repairs import read_as_adjective
from cnd_tools.extracting.grammar.tree import label_at
from cnd_tools.extracting.grammar.verb_series import infinitive_beside
from cnd_tools.extracting.matches import ActionMatch
from cnd_tools.extracting.rulebook import rule

_PAST_LABEL = 9  # tokens from a light verb up to one past the first verb of its list
_NEAR = 4  # tokens at most from "should be" to the verb that an aim is
_PHRASE = 12  # tokens at most from a verb to the end of its phrase


@rule("action.able_to")
def able_to(verb: Token) -> Token | None:
    """Return the verb that somebody is to be able to do: "ports must be able to refuse entry" is refuse."""
    what = child(verb, "acomp") if verb.lemma_ == "be" else None
    below = child(what, "xcomp") if what is not None and what.lower_ == "able" else None
    return below if below is not None and auxiliary(below, "TO") else None


def carried_verb(verb: Token, context: PointContext) -> Token | None:
    """Return the verb that one that says little carries: "continue to fund", "is to meet", "is expected to pay"."""
    says_little = context.words.find(verb, "verb", "light") or _is_to(verb) or _expected(verb, context)
    says_little = says_little or _helps_along(verb)
    return (_inner(verb) if says_little else None) or _aimed_at(verb) or _worked_for(verb, context)


@rule("action.aim_is_to")
def _aimed_at(verb: Token) -> Token | None:
    """The verb that an aim is said to be: "the aim should be to cut fees", "the focus should be on cutting fees"."""
    aim = child(verb, "nsubj") if verb.lemma_ == "be" and verb.tag_ == "VB" else None
    if aim is None or aim.tag_ not in NOUNS or auxiliary(verb, "MD") is None:
        return None
    to, on = child(verb, "xcomp"), neighbour(verb)
    inner = child(on, "pcomp") if on.lower_ == "on" else to
    follows = inner is not None and inner.tag_ in ("VB", "VBG") and inner.i - verb.i < _NEAR
    return inner if follows and (inner is not to or neighbour(verb).tag_ == "TO") else None


@rule("action.work_to")
def _worked_for(verb: Token, context: PointContext) -> Token | None:
    """The verb that says what one is to work for: "work to mobilize funds", "strive towards ending hunger"."""
    to = neighbour(verb) if context.words.find(verb, "verb", "toil", "light") else verb
    while to.lower_.endswith("ly") and to.i > verb.i and to.i + 1 < len(to.doc):
        to = neighbour(to)  # "work tirelessly to end"; who "work together to end it" are to work
    gerund = child(to, "pcomp", "pobj") if to.i > verb.i and context.words.marker(to, "towards") else None
    inner = to.head if to.tag_ == "TO" and to.head.tag_ == "VB" and to.head.i > to.i else gerund
    return inner if inner is not None and inner.tag_ in ("VB", "VBG") and inner is not verb else None


@rule("action.help_along")
def _helps_along(verb: Token) -> bool:
    """Whether "help" stands straight before a bare verb: "help coordinate action" is coordinate."""
    return verb.lemma_ == "help" and neighbour(verb).tag_ == "VB" and neighbour(verb).head == verb


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
    inner, thing = child(verb, "xcomp"), child(verb, "dobj")
    if inner is not None and thing is not None and thing.i < inner.i and auxiliary(inner, "TO"):
        return None  # "seek funds to mend roads" says what for
    beside = neighbour(verb)
    if beside.tag_ == "VBG" and beside.dep_ == "prep" and beside.lower_ == "including":
        return beside  # "consider including regional bodies"
    if inner is not None and inner.i - verb.i < 5 and (inner.tag_ in ("VB", "VBG") or auxiliary(inner, "TO")):
        return inner
    return infinitive_beside(verb) or _past_label(verb)


def _past_label(verb: Token) -> Token | None:
    """The verb that a label parts from a light one: "endeavour to: (i) publish the list; (ii) train crews"."""
    near = verb.doc[verb.i + 1 : verb.i + _PAST_LABEL]
    after = next((one for one in near if not (one.is_punct or one.tag_ in ("TO", "RB") or label_at(one))), None)
    labelled = after is not None and any(one.text == ")" for one in verb.doc[verb.i : after.i])
    return after if labelled and after is not None and after.tag_ in ("VB", "VBP", "VBG") else None


def with_its_words(verb: Token, action: ActionMatch, context: PointContext) -> ActionMatch:
    """Return the action of a verb as its phrase, or the participle after its "be", says it.

    Args:
        verb: the verb.
        action: what it says by itself.
        context: the point.
    """
    phrase = _phrase(verb, context)
    if phrase is not None:
        whole = _aim_of(verb, phrase, action)
        action = replace(action, lemma=phrase, aim=whole, object=_of_phrase(verb, phrase, action, context))
    undergone = _undergone(verb)
    if undergone is None:
        return action
    thing = subject(verb)
    lemma, aim = verb_lemma(undergone, context.words), f"{verb.text} {undergone.text}"
    acted_on = resolved(thing, context) if thing is not None else None
    return replace(action, token=undergone, lemma=lemma, aim=aim, agents=(), object=acted_on)


@rule("action.participle_after_be")
def _undergone(verb: Token) -> Token | None:
    """The participle of a passive that was read as an adjective: "no one should be arbitrarily deprived of"."""
    what = (child(verb, "acomp") or _past_adverbs(verb)) if verb.lemma_ == "be" else None
    if what is None or not read_as_adjective(what) or neighbour(what, -1).text == "-":
        return None
    better = any(one.tag_ in ("RBR", "RB") and one.i == what.i - 1 for one in what.lefts)
    return what if better or child(what, "prep", "agent") is not None else None


def _past_adverbs(verb: Token) -> Token | None:
    """The participle after adverbs that it was joined to: "should be regularly and systematically addressed"."""
    what = neighbour(verb)
    while what.tag_ in ("RB", "CC") and what.i + 1 < len(what.doc):
        what = neighbour(what)
    return what if what.i > verb.i + 1 and what.dep_ == "conj" and what.head.tag_ == "RB" else None


@rule("action.verb_phrase")
def _phrase(verb: Token, context: PointContext) -> str | None:
    """The verb that a phrase stands for: "keep the Assembly fully informed" is inform, "come to an end" is end."""
    doc = verb.doc
    behind = doc[verb.i + 1 : verb.i + _PHRASE]
    thing = subject(verb) if passive(verb) else None
    for word in context.words.table("verb", "phrase").get(verb.lemma_.lower(), ()):
        rest = list(word.words[1:])
        # what "take tests and take the lead" takes is the tests
        others = (one for one in behind if one.tag_ not in NOUNS or one.head == verb or len(rest) > 1)
        after = [one.lower_ for one in others if one.tag_ not in ("DT", "JJ", "RB") or one.lower_ == rest[0]]
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
        own = found is not None and found.root.lower_.startswith(last)
        ended = of_phrase_to(verb, found.root) if own and found is not None else None
        if ended is not None:
            return ended
        if found is None or (own and (len(found) == 1 or found[0].lower_ != last)):
            # "take urgent action", "take the lead": the phrase's own noun
            return past_aside(_end_of(verb, phrase)) or _shared(_end_of(verb, phrase))
        if found[0].lower_ == last and len(found) > 1:
            # "take into account local needs", read as a kind of account; "take account of local needs"
            return found[2:] if found[1].tag_ == "IN" and len(found) > 2 else found[1:]
        return found
    to = next((one for one in verb.rights if one.lower_ == "to"), None) if thing.lower_.startswith(phrase) else None
    what = child(to, "pobj", "pcomp") if to is not None else thing
    return resolved(what, context) if what is not None else None


@rule("object.shared_with_phrase")
def _shared(last: Token) -> Span | None:
    """What a verb straight after a phrase acts on with it: "put in place and enforce limits"."""
    other = neighbour(last, 2)
    joined = neighbour(last).tag_ == "CC" and other.i > last.i + 1 and other.tag_ in ("VB", "VBP", "VBG")
    thing = child(other, "dobj") if joined else None
    return noun_phrase(thing) if thing is not None and thing.i > other.i else None


def _end_of(verb: Token, phrase: str) -> Token:
    """The last word of a phrase that stands together, or its verb."""
    rest = phrase.split()[1:]
    after = verb.doc[verb.i + 1 : verb.i + 1 + len(rest)]
    return after[-1] if rest and [token.lower_ for token in after] == rest else verb


@rule("action.shunned")
def shunned_by(verb: Token, context: PointContext) -> list[Token]:
    """Return what is not to be done: "refrain from detaining or expelling", "abstain from the use of force"."""
    preps = [one for one in verb.rights if one.dep_ == "prep"] if context.words.find(verb, "verb", "shun") else []
    things = [child(two, "pcomp", "pobj") for one in preps for two in coordinated(one)]
    family = [two for one in things if one is not None for two in coordinated(one)]
    return [one for one in family if one.tag_ == "VBG" or _verb_in(one, context)]


def _verb_in(noun: Token, context: PointContext) -> bool:
    """Whether a noun says what is done: "detention"; not "measures", which carry what is done."""
    light = context.words.find(noun, "noun", "light") is not None
    return noun.tag_ in NOUNS and not light and verb_of(noun, context.words) is not None
