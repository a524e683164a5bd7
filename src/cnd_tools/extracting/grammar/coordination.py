"""Coordination: the verbs and nouns that share one cue, wherever the parse hangs them, and lists inside a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from cnd_tools.extracting.grammar.clauses import (
    ARTICLES,
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
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule

_ASIDE = 25  # tokens at most between the commas of an aside
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
# What may stand after a bare verb (Penn Treebank tags); after one that a tagger took for a noun, an article does.
_BEGINNINGS = ARTICLES | {"JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "VBG", "VBN", "CD", "IN", "TO", "RP", "RB", "PRP"}


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
    if verb.tag_ == "NN":  # "to examine and address", the second read as a noun
        return verb.lower_ in words.verbs and neighbour(verb, -1).tag_ == "CC" and head.tag_ == "VB"
    if verb.tag_ not in VERBS or verb.tag_ in ("VBZ", "VBD") or _aside(verb):
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
    for token in _scope(head, until) if passive(head) else ():
        if token.tag_ in ("VBN", "VBD") and _coordinates(_before(token, head)) and neighbour(token).tag_ not in NOUNS:
            alone = own_subject(token) is None and child(token, "dobj", "aux") is None and token.dep_ != "aux"
            if not alone or words.find(token, "verb", "say", "direct"):
                return  # "prices should be fixed, and called for an inquiry"
            yield token
        elif _begins_clause(token) or token.text == ";":
            return


@rule("coordination.after_adjective")
def beyond_adjective(head: Token) -> Iterator[Token]:
    """Yield the verbs hung by the adjective of a "be" before them: "must be fair and protect the weak"."""
    what = child(head, "acomp") if head.lemma_ == "be" else None
    for one in coordinated(what) if what is not None else ():
        if one.tag_ == "VB" and own_subject(one) is None and not auxiliary(one, "TO"):
            yield one


@rule("coordination.parallel_gerunds")
def parallel(head: Token, until: int = 0) -> Iterator[Token]:
    """Yield the gerunds that stand after the same preposition: "of training doctors and of separating care"."""
    preposition = neighbour(head, -1)
    for token in _scope(head, until) if head.tag_ == "VBG" and preposition.tag_ == "IN" else ():
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
    return any(token.tag_ == "TO" and neighbour(token, -1).tag_ in ("CC", "RB") for token in _scope(verb))


def series(head: Token, family: list[Token], words: WordClasses, until: int = 0, *, inner: bool = False) -> list[Token]:
    """Verbs of one series, wherever the parse hangs them: "to adopt …, to ensure … and report", "to buy, use and sell".

    Long series defeat a small parser, but their form does not. What coordinates with the last verb of the series
    belongs to it where nothing nearer could be meant: no infinitive ("measures to detect … and to punish") and, for a
    bare verb, no clause ("schemes that create jobs, conserve forests") stands between. Otherwise what stands after a
    comma and "to" belongs to it where "and to" closes it, which it does after a comma or where the parse says so.

    Args:
        head: the first verb.
        family: the verbs that the parse coordinates with it.
        words: the word classes, of which the English verbs are used.
        until: where the directive ends, see `Cue.until`.
        inner: whether the head hangs by a noun of need, which what stands after a comma may not do.
    """
    found = _Series(set(family), head, inner)
    for token in _scope(head, until):
        if found.nearest in found.members and not found.clause and _bare(token, head, words):
            found.join(token) if _before(token, head).tag_ == "CC" else found.waiting.append(token)
        elif token.lower_ == "to" and (token.tag_ == "TO" or token.dep_ == "aux"):
            found.meet(token, token.head, _before(token, head))
        elif token.lower_ == "to" and neighbour(token).text == ",":
            found.nearest = None  # "in order to, with the support of others, reverse": no verb of the series
        else:
            found.clause = found.clause or _begins_clause(token)
    return sorted(found.members)


@dataclass
class _Series:
    """A series of verbs as far as it was read.

    Attributes:
        members: the verbs that belong to it.
        nearest: the last infinitive; None where it is no verb we know.
        inner: whether the head hangs by a noun of need, see `series`.
        clause: whether a clause began since the last member.
        waiting: verbs after a comma and "to", which belong to it where "and to" closes it.
        beside: those waiting with nothing nearer between: "to assist A, to train B and to fund C".
    """

    members: set[Token]
    nearest: Token | None
    inner: bool
    clause: bool = False
    waiting: list[Token] = field(default_factory=list)
    beside: set[Token] = field(default_factory=set)

    def join(self, verb: Token) -> None:
        """Take a verb in, and those that waited for one."""
        self.members.update((verb, *self.waiting))
        self.waiting, self.nearest, self.clause = [], verb, False

    def meet(self, to: Token, verb: Token, before: Token) -> None:
        """Take in the verb after "to", let it wait, or remember that it stands between."""
        if not (_infinitive(to, verb) or _undergoing(to, verb)):
            self.nearest = None
        elif _joins(before, verb, self.nearest, self.members) or (_coordinates(before) and self.nearest in self.beside):
            self.join(verb)
        else:
            if before.text == "," and verb not in self.members:
                self.waiting.append(verb)
                if self.nearest in self.members and not self.inner:
                    self.beside.add(verb)
            elif _coordinates(before) and self.nearest in self.waiting:
                self.waiting.append(verb)
            self.nearest = verb


def _begins_clause(token: Token) -> bool:
    """Whether a clause begins or is under way, other than an aside ("where appropriate")."""
    aside = token.tag_ == "WRB" and neighbour(token).tag_ in ("JJ", "VBN")
    return (token.tag_ in FINITE or token.tag_ in _RELATIVE or token.lower_ == "that") and not aside


def _infinitive(to: Token, verb: Token) -> bool:
    """Whether "to" begins a verb that has no subject of its own, as in "for farmers to sell"."""
    own = own_subject(verb) if verb.dep_ == "ccomp" else None
    return verb.tag_ == "VB" and verb.i > to.i and (own is None or own.right_edge.i < to.i - 1)


def _undergoing(to: Token, verb: Token) -> bool:
    """Whether "to" begins a passive: "to be guarded"."""
    be = neighbour(to)
    return verb.tag_ == "VBN" and be.lower_ == "be" and be.head == verb and own_subject(verb) is None


def _coordinates(before: Token) -> bool:
    return (before.tag_ == "CC" or before.dep_ == "cc") and before.lower_ not in ("or", "but")


def _joins(before: Token, verb: Token, nearest: Token | None, members: set[Token]) -> bool:
    """Whether an infinitive goes on with the series by what stands before it."""
    if before.text == ";":
        return True
    return _coordinates(before) and (nearest in members or verb in members or _closes(before, verb, members))


def _bare(token: Token, head: Token, words: WordClasses) -> bool:
    """Whether a verb without "to" goes on with a series; one that was taken for a noun has an article after it."""
    if token.tag_ not in ("VB", "VBP", "NN") or token.i + 2 >= len(token.doc) or token.lower_ not in words.verbs:
        return False
    before, after = _before(token, head), neighbour(token)
    if before.text != "," and before.tag_ != "CC":
        return False
    if after.tag_ == "CC" or after.text == ",":  # "to prevent, investigate and punish", the second a noun by its tag
        listed = before.text == "," and neighbour(before, -1).tag_ in ("VB", "VBP")
        return (token.tag_ == "VB" or listed) and neighbour(token, 2).tag_ == "VB"
    return after.tag_ in (ARTICLES if token.tag_ == "NN" else _BEGINNINGS)


def _before(token: Token, head: Token) -> Token:
    """What stands before a verb and its adverbs: "and", also where an aside parts them ("and, if needed, to sell")."""
    before = neighbour(token, -1)
    while before.tag_ == "RB" and before.dep_ != "cc" and before.i > head.i:
        before = neighbour(before, -1)
    if before.tag_ == "NN" and neighbour(before, -1).tag_ == "DT" and neighbour(before, -2).tag_ in ("IN", "TO"):
        joint = neighbour(before, -3)  # "and to this end to consult", "and in that regard to review"
        return joint if joint.tag_ == "CC" else before
    for at in range(before.i - 1, max(head.i, before.i - _ASIDE), -1) if before.text == "," else ():
        if token.doc[at].text == ",":
            return token.doc[at - 1] if token.doc[at - 1].tag_ == "CC" else before
    return before


def _closes(conjunction: Token, verb: Token, members: set[Token]) -> bool:
    """Whether "and to" goes on with the series and not with the nearest infinitive."""
    if neighbour(conjunction, -1).text in (",", ";"):
        return True
    other = verb.head
    stray = verb.dep_ == "conj" and (not auxiliary(other, "TO") or any(one.lower_ == "have" for one in other.lefts))
    return stray or (verb.head in members and verb.dep_ == "advcl")


def _scope(head: Token, until: int = 0) -> Iterator[Token]:
    """What follows an infinitive, past semicolons where a series goes on, up to the next verb beside its directive."""
    doc = head.doc
    farthest = head.i + FARTHEST
    if until > head.i:
        yield from doc[head.i + 1 : min(until, farthest)]
        return
    end = head.sent.end
    while end < len(doc) and doc[end - 1].text == ";" and doc[end].tag_ in ("TO", "CC"):
        end = doc[end].sent.end
    for token in doc[head.i + 1 : min(end, farthest)]:
        before = neighbour(token, -1)
        stated = token.tag_ == "VBZ" and own_subject(token) is None and token.head.tag_ not in NOUNS
        if stated and (before.tag_ in ("CC", "RB") or before.text == ","):
            return
        yield token


@rule("coordination.while")
def beside_while(head: Token, words: WordClasses, until: int = 0) -> Iterator[Token]:
    """Yield what is to be done at the same time: ", while ensuring their availability"."""
    if not any(token.lower_ == "while" for token in head.doc[head.i + 1 : head.i + FARTHEST]):
        return  # most have none, and a scope is costly
    for token in _scope(head, until):
        if token.lower_ == "while":
            at = token.i + 1
            while at < len(head.doc) - 1 and token.doc[at].tag_ == "RB":
                at += 1
            gerund = token.doc[at]
            if gerund.tag_ == "VBG" and not words.find(gerund, "verb", "say", "heed"):
                yield gerund  # "while recalling" directs nothing
                yield from (one for one in coordinated(gerund) if one is not gerund and one.tag_ == "VBG")


def with_series(verb: Token, words: WordClasses, until: int = 0) -> Iterator[Token]:
    """Yield an infinitive and those of its series."""
    family = [
        one
        for one in coordinated(verb)
        if one is verb or (one.tag_ == "VB" and own_subject(one) is None and not auxiliary(one, "MD"))
    ]
    yield from series(verb, family, words, until)


@rule("coordination.infinitive_beside_noun")
def infinitive_beside(noun: Token) -> Token | None:
    """The infinitive after a noun: "steps to end", "the measures necessary to end", "steps, where needed, to end"."""
    doc, at = noun.doc, noun.i + 1
    if at < len(doc) and doc[at].tag_ in ("JJ", "VBN"):
        at += 1
    if at < len(doc) and doc[at].text == ",":
        at = next((end + 1 for end in range(at + 1, min(at + _ASIDE, len(doc))) if doc[end].text == ","), len(doc))
    if at >= len(doc) or doc[at].tag_ != "TO":
        return None
    verb = doc[at].head
    return verb if _infinitive(doc[at], verb) else None


_LABEL = 4  # letters at most: "(viii)"


def listed(cue: Token, words: WordClasses) -> list[Token]:
    """Return the verbs a list begins its items with, where a modal or "to" stands before its colon; else none.

    Small models take the bare verb after "(b)" for a noun; where it stands says that it is a verb.

    Args:
        cue: "should", "to".
        words: the word classes, of which the English verbs are used.
    """
    doc = cue.doc
    if cue.i + 2 >= len(doc) or neighbour(cue).text != ":":
        return []
    verbs = [verb for at in _starts(neighbour(cue)) if (verb := _verb(doc[at], words)) is not None]
    return verbs if len(verbs) > 1 else []


def _starts(colon: Token) -> Iterator[int]:
    """The first token of each item: after its label, or after the colon and the semicolons where none has a label."""
    doc = colon.doc
    labelled = doc[colon.i + 1].text == "("
    if not labelled:
        yield colon.i + 1
    for token in doc[colon.i + 1 : len(doc) - 1]:
        if token.text == ".":
            return
        label = token.text == ")" and doc[token.i - 2].text == "(" and len(doc[token.i - 1]) <= _LABEL
        if label if labelled else token.text == ";":
            yield token.i + 1


def _verb(first: Token, words: WordClasses) -> Token | None:
    doc, at = first.doc, first.i
    while at < len(doc) - 1 and doc[at].tag_ in ("CC", "RB"):
        at += 1
    verb = doc[at]
    if verb.dep_ in ("aux", "auxpass") and verb.head.i > verb.i:
        return verb.head
    return verb if verb.tag_ in VERBS or verb.lower_ in words.verbs else None
