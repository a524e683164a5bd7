"""Repairs of misparses: what a small parser hangs the wrong way round is found where it stands.

Each asks nothing but the parse and the form of the words around, and is asked where a rule would else go astray.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.grammar.tree import FARTHEST, FINITE, NOUNS, VERBS, child, neighbour
from cnd_tools.extracting.rulebook import rule

_AUXILIARIES = ("aux", "auxpass")
_NEAR = 6  # tokens from what binds to the "to" of what it binds to
_ASIDE = 30  # tokens at most from a modal to its verb


@rule("repair.stranded_subject")
def stranded_subject(verb: Token) -> Token | None:
    """Return the noun that stands where the subject of a clause without one should, after a reporting verb or "that".

    Small models hang "supply reduction needed to be …" after "pointed out that" the wrong way round: the noun as
    object of "pointed", the verb as its modifier.
    """
    if verb.dep_ in ("acl", "relcl") and verb.tag_ in ("VBN", "VBD") and verb.head.i < verb.i:
        first = verb.head
        while first.dep_ == "conj" and first.head.tag_ in NOUNS:
            first = first.head  # "noted that ports, as well as airports, needed to be watched"
        edge = first.left_edge
        own_clause = first.dep_ == "ROOT" or (first.dep_ == "conj" and first.head.tag_ in VERBS | FINITE)
        rooted = own_clause and neighbour(verb).tag_ == "TO"  # "Land titles needed to be granted."
        if rooted or "that" in (edge.lower_, neighbour(edge, -1).lower_):
            return first
    if verb.dep_ == "ccomp" and verb.head.i < verb.i:
        for one in verb.head.rights:
            if one.dep_ == "dobj" and one.i < verb.i:
                return one
    return None


@rule("repair.subject_before_modal")
def subject_before(modal: Token) -> Token | None:
    """Return the subject that stands nearest before a modal, whatever the parser hangs it by."""
    last = neighbour(modal, -1)
    if last.tag_ == "NNS" and any(one.lower_ == "that" and one.dep_ == "det" for one in last.lefts):
        return last  # "stressed that donors' priorities should not prevail", read as those that were stressed
    before = modal.doc[max(modal.sent.start, modal.i - FARTHEST) : modal.i]
    return next((one for one in reversed(before) if one.dep_ in ("nsubj", "nsubjpass")), None)


@rule("repair.prepositional_to")
def begins_infinitive(auxiliary: Token) -> bool:
    """Whether a "to" that a tagger takes for a preposition, and the parser does not, begins an infinitive."""
    return auxiliary.tag_ != "TO" and auxiliary.lower_ == "to"


@rule("repair.verb_past_aside")
def verb_past_aside(modal: Token) -> Token | None:
    """The verb after a modal that the parser left alone, past an aside: "should, where appropriate, share"."""
    for one in modal.doc[modal.i + 1 : modal.i + _ASIDE]:
        if one.tag_ in ("MD", "VBZ", "WDT") or one.text == ";":
            return None
        if one.tag_ == "VB" or (one.tag_ == "VBP" and neighbour(one, -1).text == ","):
            return one.head if one.dep_ == "auxpass" else one
    return None


@rule("repair.noun_past_adjectives")
def noun_past_adjectives(verb: Token) -> Token | None:
    """The noun after adjectives that the parser took for a complement: "required increased cooperation"."""
    if child(verb, "acomp") is None:
        return None
    for one in verb.doc[verb.i + 1 : verb.i + 10]:
        if one.tag_ in ("NN", "NNS"):
            return one if neighbour(one).dep_ != "compound" and one.dep_ != "compound" else None
        if one.tag_ not in ("JJ", "CC", "VBN", "RB", "DT", ",", "VBG"):
            return None
    return None


@rule("repair.stray_verb")
def stray_verbs(head: Token) -> Iterator[Token]:
    """Yield bare verbs that a parser hung by a participle: "adopt laws on data being stored and publish them"."""
    bare = head.tag_ in ("VB", "VBP") and not any(one.lower_ == "to" for one in head.lefts if one.dep_ in _AUXILIARIES)
    for token in head.doc[head.i + 1 : min(head.sent.end, head.i + FARTHEST)] if bare else ():
        if token.tag_ != "VB" or token.dep_ != "conj" or neighbour(token, -1).tag_ != "CC":
            continue
        noun = token.head.tag_ in NOUNS and token.head.head == head  # "adopt plans and publish them"
        hung = (noun or token.head.tag_ in ("VBN", "VBG")) and token.head.i > head.i
        if hung and not any(one.dep_ in (*_AUXILIARIES, "nsubj", "nsubjpass") for one in token.lefts):
            yield token


@rule("repair.far_infinitive")
def far_infinitive(noun: Token, end: int) -> Token | None:
    """Return the first infinitive after a noun, past what describes it: "States that have not done so to adopt"."""
    beginnings = (token for token in noun.doc[noun.i + 1 : min(end, noun.i + FARTHEST)] if token.tag_ == "TO")
    found = [to for to in beginnings if to.head.i > to.i and (to.head.tag_ == "VB" or _misread(to))]
    found = [to for to in found if not of_name(to.head)]
    found = [to for to in found if not does_so(to.head)] or found
    if noun.i + 1 < end and neighbour(noun).text == ",":  # an aside: "the Chair, in due course, to"
        found = [to for to in found if neighbour(to, -1).text == ","] or found
    return found[0].head if found else None


def _misread(to: Token) -> bool:
    """Whether a verb that follows "to" was tagged as a noun: "to apportion among States"."""
    return to.dep_ == "aux" and to.head.i == to.i + 1


@rule("repair.verb_of_name")
def of_name(verb: Token) -> bool:
    """Whether an infinitive belongs to a name, as its capital shows: "members of the Coalition to Reduce Noise"."""
    return verb.text.istitle() and neighbour(verb, -1).text == "to"


@rule("repair.do_so")
def does_so(verb: Token) -> bool:
    """Whether "do" only stands for what is asked: "encourages States in a position to do so to contribute"."""
    return verb.lemma_ == "do" and neighbour(verb).lower_ == "so"


@rule("repair.verb_after_to")
def verb_after_to(head: Token) -> Token | None:
    """The verb after the nearest "to", which a small parser hung elsewhere: "recommit ourselves, today, to end"."""
    for to in head.doc[head.i + 1 : head.i + _NEAR]:
        if to.lower_ == "to" and neighbour(to).text == ",":
            return verb_past_to(head, head.sent.end)
        if to.lower_ == "to":
            verb = next((one for one in head.doc[to.i + 1 : to.i + 4] if one.tag_ != "RB"), to)
            return verb if verb.tag_ in ("VB", "VBG") else None
        if to.tag_ not in ("RB", "PRP", ",", "NN", "IN", "DT", "CC") or neighbour(to).text == ".":
            return None
    return None


@rule("repair.verb_past_to")
def verb_past_to(cue: Token, end: int) -> Token | None:
    """The verb that an aside parts from its "to": "States are urged to, as a matter of urgency, publish the list"."""
    doc = cue.doc
    before = doc[cue.i + 1 : min(end, cue.i + _NEAR)]
    to = next((one for one in before if one.lower_ == "to" or one.tag_ in VERBS), None)
    if to is None or to.lower_ != "to" or neighbour(to).text != ",":
        return None
    for one in doc[to.i + 3 : min(end, to.i + _ASIDE)]:
        if one.tag_ in FINITE - {"VBP"} or one.text in (";", ":"):
            return None
        if neighbour(one, -1).text == "," and one.tag_ in ("VB", "VBP", "VBG"):
            return one
    return None


@rule("repair.verb_as_modifier")
def acted_on(verb: Token) -> Token | None:
    """The noun that a verb acts on which was read as a kind of it: "fighting corruption", a kind of corruption."""
    described = verb.dep_ in ("compound", "amod") and verb.head.i > verb.i and verb.head.tag_ in NOUNS
    return verb.head if described else None


@rule("repair.participle_as_adjective")
def read_as_adjective(participle: Token) -> bool:
    """Whether the participle of a passive was read as an adjective: "Governments were encouraged to report"."""
    return participle.dep_ == "acomp" and participle.tag_ == "VBN"
