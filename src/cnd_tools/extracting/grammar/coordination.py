"""Coordination: the verbs and nouns that share one cue, wherever the parse hangs them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.grammar.clauses import (
    FARTHEST,
    FINITE,
    NOUNS,
    VERBS,
    auxiliary,
    child,
    coordinated,
    neighbour,
    own_subject,
    passive,
)
from cnd_tools.extracting.grammar.verb_series import before_adverbs, begins_clause, coordinates, scope
from cnd_tools.extracting.grammar.word_classes import Word, WordClasses
from cnd_tools.extracting.rulebook import rule


def joined(verb: Token, head: Token, words: WordClasses, known: dict[Token, bool], *, named: bool) -> bool:
    """Whether a verb coordinated with the one a cue governs stands under the same cue.

    Args:
        verb: the verb.
        head: the verb the cue governs.
        words: the word classes.
        known: of which verbs it is known whether they go on with a nearer one than the head; added to.
        named: whether the cue names who is to act.
    """
    if auxiliary(verb, "MD") or _of_another(verb, head, known):
        return False
    if verb.tag_ == "NN":  # "to examine and address", the second read as a noun; not "to counter sale and abuse of"
        return (
            neighbour(verb).lower_ != "of"
            and words.is_verb(verb.lower_)
            and neighbour(verb, -1).tag_ == "CC"
            and head.tag_ == "VB"
        )
    bare = verb.lower_ == verb.lemma_ and words.is_verb(verb.lower_)
    past = verb.tag_ == "VBD" and not bare  # "to protect lives and put people first" is no past
    if verb.tag_ not in VERBS or verb.tag_ == "VBZ" or past or _aside(verb):
        return False
    if verb.lemma_ == "be" and verb.tag_ == "VBP" and verb.lower_ != "be":  # "must approve it but are often reluctant"
        return False
    if own_subject(verb) is not None and (not named or verb.tag_ == "VBP"):
        return _subjunctive(verb)
    return (verb.tag_ == "VBG") == (head.tag_ == "VBG")


def _aside(verb: Token) -> bool:
    """Whether a verb is not asked for: "and confiscated property", "rather than be punished", "and did not accept"."""
    describes = verb.tag_ == "VBN" and neighbour(verb).tag_ in NOUNS
    states = any(one.dep_ == "aux" and one.tag_ in FINITE and one.tag_ != "MD" for one in verb.lefts)
    return describes or states or neighbour(verb.left_edge, -1).lower_ == "than"


@rule("coordination.subjunctive")
def _subjunctive(verb: Token) -> bool:
    """Whether a verb is that of another clause of what is asked: "that roads be built and that nobody be excluded"."""
    mark, be = child(verb, "mark"), auxiliary(verb, "VB")
    asked = verb.tag_ == "VB" or (be is not None and be.lower_ == "be")
    return asked and mark is not None and mark.lower_ == "that" and not auxiliary(verb, "TO")


@rule("coordination.shared_passive")
def passives(head: Token, words: WordClasses, until: int = 0) -> Iterator[Token]:
    """Yield the participles that share a passive: "be sold and, where possible, returned", "be read and made known".

    A tagger takes them for the past tense where an aside parts them; that would have an object or a subject.
    """
    for token in scope(head, until) if passive(head) else ():
        before = before_adverbs(token, head)
        joins = coordinates(before) or (before.text == "," and token.dep_ == "conj")
        if token.tag_ in ("VBN", "VBD") and joins and neighbour(token).tag_ not in NOUNS:
            alone = own_subject(token) is None and child(token, "dobj", "aux") is None and token.dep_ != "aux"
            says = words.find(token, "verb", "say", "direct")
            if not alone or (says is not None and not _shares_passive(token, says)):
                return  # "prices should be fixed, and called for an inquiry"
            yield token
        elif begins_clause(token) or token.text == ";":
            return


def _shares_passive(token: Token, says: Word) -> bool:
    """Whether a verb of saying tells what is to be done too: "must be promoted, emphasized and encouraged"."""
    return passive(token) and len(says.words) == 1 and child(token, "ccomp", "xcomp") is None


@rule("coordination.gapped_passive")
def gapped_passives(head: Token) -> Iterator[Token]:
    """Yield participles that have a thing of their own and share a passive: "fees should be cut and lamps mended".

    The auxiliaries are left out in the second (Quirk et al. 13.92); what has an object or a complement is a clause.

    Args:
        head: the verb of the first.
    """
    be = auxiliary(head, "VB") if passive(head) else None
    for one in head.rights if be is not None and be.lower_ == "be" else ():
        thing = own_subject(one) if one.tag_ in ("VBN", "VBD") and one.dep_ == "conj" else None
        if thing is None or thing.tag_ not in ("NN", "NNS") or thing.i > one.i:
            continue
        alone = child(one, "aux", "auxpass", "dobj", "ccomp", "xcomp", "mark") is None
        joint = neighbour(thing.left_edge, -1)
        if alone and joint.lower_ == "and" and neighbour(joint, -1).text != ",":
            yield one


@rule("coordination.after_adjective")
def beyond_adjective(head: Token) -> Iterator[Token]:
    """Yield the verbs hung by the adjective of a "be" before them: "must be fair and protect the weak"."""
    what = child(head, "acomp") if head.lemma_ == "be" else None
    for one in coordinated(what) if what is not None else ():
        if one.tag_ == "VB" and own_subject(one) is None and not auxiliary(one, "TO"):
            yield one


@rule("coordination.past_clause")
def beyond_clause(head: Token) -> Iterator[Token]:
    """Yield verbs like the head hung by the finite verb of a clause before them: "accept that trade is free and act".

    Such are bare verbs, and gerunds: "ensuring that nets are mended and opening ports".
    """
    clause = child(head, "ccomp") if head.tag_ in ("VB", "VBP", "VBG") else None
    if clause is None or clause.i < head.i:
        return
    be = ("VBZ", "VBP", "VBD") if head.tag_ == "VBG" else ("VBZ",)
    states = clause.tag_ in ("VBZ", "VBD") or any(one.tag_ in be for one in clause.lefts if one.dep_ == "auxpass")
    for one in coordinated(clause) if states else ():
        alike = one.tag_ == ("VBG" if head.tag_ == "VBG" else "VB") and own_subject(one) is None
        bare = alike and child(one, "aux", "auxpass", "mark") is None
        if bare and one is not clause and before_adverbs(one, head).tag_ in ("CC", ","):
            yield one


@rule("coordination.parallel_gerunds")
def parallel(head: Token, until: int = 0) -> Iterator[Token]:
    """Yield the gerunds that stand after the same preposition: "of training doctors and of separating care"."""
    preposition = neighbour(head, -1)
    for token in scope(head, until) if head.tag_ == "VBG" and preposition.tag_ == "IN" else ():
        if token.lower_ == preposition.lower_ and neighbour(token, -1).tag_ == "CC" and neighbour(token).tag_ == "VBG":
            yield neighbour(token)


def _of_another(verb: Token, head: Token, known: dict[Token, bool]) -> bool:
    """Whether a verb goes on with a nearer one that a small parser passed over.

    "procedures to collect, prepare and disseminate", "activities that promote awareness, conserve nature and …",
    "adopt strategies, if needed, to prevent, monitor and counter": bare verbs belong to what stands before them.

    What a verb goes on with is looked at once: "act and act and act" leads from each verb to those before by two ways.
    """
    seen: set[Token] = set()
    waiting = [verb] if head.tag_ == "VB" else []
    for one in waiting:
        if one in seen or one in known or one.tag_ not in ("VB", "VBP") or one.i <= head.i:
            if known.get(one):
                known[verb] = True
                return True
            continue
        seen.add(one)
        to, before = auxiliary(one, "TO"), _verb_before(one, head)
        if _nests(one, to, before, head):
            known[verb] = True
            return True
        if one.dep_ == "conj":
            waiting.append(one.head)
        if to is None and before is not None:
            waiting.append(before)
    known.update(dict.fromkeys(seen, False))
    return False


def _nests(verb: Token, to: Token | None, before: Token | None, head: Token) -> bool:
    """Whether a verb by itself goes on with a nearer one than the head: by its "to", or by the verb before it."""
    if to is not None:
        return neighbour(to, -1).text == "," and not _closed(verb)
    if before is not None:
        return before.dep_ in ("relcl", "acl", "xcomp", "advcl") and before.tag_ == verb.tag_
    return _in_relative(verb, head)


def _verb_before(verb: Token, head: Token) -> Token | None:
    """The verb that only "and", adverbs and commas part from this one, if it stands after the head."""
    doc, at = verb.doc, verb.i - 1
    while at > head.i and (doc[at].is_punct or doc[at].tag_ in ("CC", "RB")):
        at -= 1
    return doc[at] if at > head.i and doc[at].tag_ in ("VB", "VBP") else None


def _in_relative(verb: Token, head: Token) -> bool:
    """Whether a verb goes on with a relative clause since the head: "activities that promote awareness, conserve"."""
    return (verb.tag_ == "VBP" or verb.doc[verb.i - 1].text == ",") and any(
        one.dep_ == "relcl" and one.tag_ == "VBP" and one.left_edge.tag_ == "WDT"
        for one in verb.doc[max(head.i, verb.i - FARTHEST) : verb.i]
    )


def _closed(verb: Token) -> bool:
    """Whether "and to" closes a series that a verb after a comma and "to" stands in."""
    return any(token.tag_ == "TO" and neighbour(token, -1).tag_ in ("CC", "RB") for token in scope(verb))
