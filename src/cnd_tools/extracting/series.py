"""Coordination: the verbs and nouns that share one cue, wherever the parse hangs them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.clauses import NOUNS, VERBS, auxiliary, child, coordinated, own_subject
from cnd_tools.extracting.demand import Demand
from cnd_tools.extracting.objects import governed
from cnd_tools.extracting.setting import Setting


def joined(verb: Token, demand: Demand, setting: Setting) -> bool:
    """Whether a verb coordinated with the demanded one stands under the same cue."""
    if auxiliary(verb, "MD") or _of_another(verb, demand.head):
        return False
    if verb.tag_ == "NN":  # "to examine and address", the second read as a noun
        return verb.lower_ in setting.verbs and verb.nbor(-1).tag_ == "CC" and demand.head.tag_ == "VB"
    if verb.tag_ not in VERBS or verb.tag_ in ("VBZ", "VBD"):
        return False
    if own_subject(verb) is not None and (demand.agents is None or verb.tag_ == "VBP"):
        return False
    return (verb.tag_ == "VBG") == (demand.head.tag_ == "VBG")


def _of_another(verb: Token, head: Token) -> bool:
    """Whether a verb goes on with a nearer one that a small parser passed over.

    "procedures to collect, prepare and disseminate", "activities that promote awareness, conserve nature and …",
    "adopt strategies, if needed, to prevent, monitor and counter": bare verbs belong to what stands before them.
    """
    if verb.tag_ not in ("VB", "VBP") or head.tag_ != "VB" or verb.i <= head.i:
        return False
    if verb.dep_ == "conj" and _of_another(verb.head, head):
        return True
    to = auxiliary(verb, "TO")
    if to is not None:
        return to.nbor(-1).text == "," and not _closed(verb)
    doc, at = verb.doc, verb.i - 1
    while at > head.i and (doc[at].is_punct or doc[at].tag_ in ("CC", "RB")):
        at -= 1
    before = doc[at]
    if before.tag_ in ("VB", "VBP") and before.i > head.i:
        nested = before.dep_ in ("relcl", "acl", "xcomp", "advcl") and before.tag_ == verb.tag_
        return nested or _of_another(before, head)
    return (verb.tag_ == "VBP" or doc[verb.i - 1].text == ",") and any(
        one.dep_ == "relcl" and one.tag_ == "VBP" and one.left_edge.tag_ == "WDT" for one in doc[head.i : verb.i]
    )


def _closed(verb: Token) -> bool:
    """Whether "and to" closes a series that a verb after a comma and "to" stands in."""
    return any(token.tag_ == "TO" and token.nbor(-1).tag_ in ("CC", "RB") for token in _scope(verb))


def series(head: Token, family: list[Token]) -> list[Token]:
    """Infinitives of one series, wherever the parse hangs them: "to adopt …, to ensure …, and to report".

    Long series defeat a small parser, but their form does not: what stands after a comma and "to" belongs to the series
    where "and to" closes it, and "and to" closes it after a comma or where the parse says so.
    """
    members = set(family)
    waiting: list[Token] = []
    for token in _scope(head):
        verb = token.head
        if token.tag_ != "TO" or verb.tag_ != "VB" or verb.i < token.i or (verb.dep_ == "ccomp" and own_subject(verb)):
            continue
        before = token.nbor(-1)
        while before.tag_ == "RB" and before.i > head.i:
            before = before.nbor(-1)
        if before.text == ";":
            members.update((verb, *waiting))
        elif before.text == "," and verb not in members:
            waiting.append(verb)
        elif before.dep_ == "cc" and before.lower_ != "or" and (verb in members or _closes(before, verb, members)):
            members.update((verb, *waiting))
            waiting = []
    return sorted(members)


def _closes(conjunction: Token, verb: Token, members: set[Token]) -> bool:
    """Whether "and to" goes on with the series and not with the nearest infinitive."""
    if conjunction.nbor(-1).text in (",", ";"):
        return True
    other = verb.head
    stray = verb.dep_ == "conj" and (not auxiliary(other, "TO") or any(one.lower_ == "have" for one in other.lefts))
    return stray or (verb.head in members and verb.dep_ == "advcl")


def _scope(head: Token) -> Iterator[Token]:
    """What follows an infinitive, past semicolons where a series goes on, up to the next verb beside its directive."""
    doc = head.doc
    end = head.sent.end
    while end < len(doc) and doc[end - 1].text == ";" and doc[end].tag_ in ("TO", "CC"):
        end = doc[end].sent.end
    for token in doc[head.i + 1 : end]:
        before = token.nbor(-1)
        stated = token.tag_ == "VBZ" and own_subject(token) is None and token.head.tag_ not in NOUNS
        if stated and (before.tag_ in ("CC", "RB") or before.text == ","):
            return
        yield token


def beside_while(head: Token) -> Iterator[Token]:
    """Yield what is to be done at the same time: ", while ensuring their availability"."""
    if not any(token.lower_ == "while" for token in head.doc[head.i + 1 :]):
        return  # most have none, and a scope is costly
    for token in _scope(head):
        if token.lower_ == "while":
            at = token.i + 1
            while at < head.sent.end - 1 and token.doc[at].tag_ == "RB":
                at += 1
            if token.doc[at].tag_ == "VBG":
                yield token.doc[at]


def with_series(verb: Token) -> Iterator[Token]:
    """Yield an infinitive and those of its series."""
    family = [
        one
        for one in coordinated(verb)
        if one is verb or (one.tag_ == "VB" and own_subject(one) is None and not auxiliary(one, "MD"))
    ]
    yield from series(verb, family)


def coordinated_nouns(noun: Token) -> Iterator[Token]:
    """Nouns that share a need: "cooperation and support", "respect for, and the preservation of, the unity"."""
    if governed(noun) is None:
        yield from (one for one in coordinated(noun) if one is not noun and one.tag_ in NOUNS)
    dangling = next((one for one in noun.rights if one.dep_ == "prep" and child(one, "pobj", "pcomp") is None), None)
    if dangling is not None:
        for one in noun.doc[dangling.i + 1 : dangling.i + 6]:
            if one.tag_ in ("NN", "NNS") and child(one, "prep") is not None:
                yield one
                return


def gerunds(verb: Token) -> Iterator[Token]:
    """What work is done in doing: "work needs to be done … in developing an approach"."""
    for prep in verb.rights:
        for one in coordinated(prep) if prep.dep_ == "prep" else ():
            gerund = child(one, "pcomp")
            if gerund is not None and gerund.tag_ == "VBG":
                yield gerund
